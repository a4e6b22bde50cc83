"""A building as rows of the model's tables: what an importer would have read from its IFC file, in metres of the district.

The keys are the GlobalIds that the file would carry, so that a building given by tables today may come as IFC tomorrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from sample_buildings.building import SLAB
from sample_buildings.equipment import IN_ROOMS, stand
from sample_buildings.rings import DIGITS
from sample_buildings.uses import LEAVES, PANES
from twin.model.tables import IN_BUILDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.building import Building, Floor
    from sample_buildings.identity import Names
    from sample_buildings.openings import Opening
    from sample_buildings.tables_out import Row

HIGH_RISE = 24.0
"""Height in metres above which a building counts as 高层 (GB 50016)."""

Tables = dict[str, list["Row"]]


def building_rows(building: Building, names: Names, site_id: str) -> Tables:
    """Give the rows of every table of `IN_BUILDING` for one building.

    Parameters
    ----------
    building
        As drawn.
    names
        Makes the keys.
    site_id
        Grounds on which it stands.

    Returns
    -------
    Rows by table, geometry in metres of the district's CRS rounded to 0.1 mm, heights above its datum.
    """
    found: Tables = {name: [] for name in IN_BUILDING}
    found["building"].append(_building(building, names, site_id))
    for place, floor in enumerate(building.floors):
        above = building.floors[place + 1] if place + 1 < len(building.floors) else None
        maker = _Storey(building, floor, names)
        if place == 0:
            found["device"] += maker.cars()
        for name, rows in (
            ("floor", [maker.floor()]),
            ("room", maker.rooms()),
            ("wall", maker.walls()),
            ("door", maker.doors()),
            ("vertical_link", maker.links(above)),
            ("device", maker.devices()),
        ):
            found[name] += rows
    for name, rows in found.items():
        placed = _placed(building, [row["geometry"] for row in rows])
        found[name] = [row | {"geometry": shape} for row, shape in zip(rows, placed, strict=True)]
    return found


def _placed(building: Building, shapes: list[Any]) -> list[Any]:
    """Bring shapes of the building into the district, 0.1 mm."""
    placed = building.place(np.array(shapes, dtype=object))
    return list(shapely.transform(placed, lambda points: np.round(points, DIGITS)))


def _building(building: Building, names: Names, site_id: str) -> Row:
    height = round(building.floors[-1].elevation + building.floors[-1].height, 3)
    return {
        "building_id": names.guid(building.spec.key, "building"), "site_id": site_id, "name": building.spec.name,
        "storey_class": "high_rise" if height > HIGH_RISE else "multi_storey", "elevation": building.elevation,
        "height": height, "georeference": "survey", "geometry": building.on_ground,
    }  # fmt: skip


class _Storey:
    """Makes the rows of one storey, geometry in the building's own metres."""

    def __init__(self, building: Building, floor: Floor, names: Names) -> None:
        self._building, self._floor, self._names = building, floor, names
        self._base = round(building.elevation + floor.elevation, 3)
        self._home = {"building_id": names.guid(building.spec.key, "building"), "floor_id": self._key()}

    def _key(self, *path: object) -> str:
        return self._names.guid(self._building.spec.key, self._floor.number, *path)

    def floor(self) -> Row:
        """Give the row of `floor`."""
        floor = self._floor
        return {
            **self._home, "name": floor.name, "number": floor.number, "elevation": self._base, "height": floor.height,
            "geometry": self._building.footprint,
        }  # fmt: skip

    def rooms(self) -> list[Row]:
        """Give the rows of `room`."""
        return [
            {
                **self._home, "room_id": self._key("room", room.cell), "number": room.number, "name": room.use.zh,
                "room_class": room.use.room_class, "area_m2": round(room.shape.area, 4), "height": self._floor.clear_height,
                "elevation": self._base, "geometry": room.shape,
            }
            for room in self._floor.rooms
        ]  # fmt: skip

    def walls(self) -> list[Row]:
        """Give the rows of `wall`: walls, the windows in them, and columns."""
        top = round(self._base + self._floor.height - SLAB, 3)
        found = [
            self._panel("wall", wall.name, f"{'外墙' if wall.external else '内墙'}{round(wall.thickness * 1000)}", wall.body)
            | {"z_low": self._base, "z_high": top}
            for wall in self._floor.walls
        ]
        for window in self._floor.windows:
            pane = PANES[window.kind]  # type: ignore[index]
            low = round(self._base + window.sill, 3)
            body = shapely.box(*_body(window))
            found.append(
                self._panel("window", window.name, pane.zh, body)
                | {"z_low": low, "z_high": round(low + window.height, 3), "transparent": True}
            )
        for place, column in enumerate(self._floor.columns, 1):
            found.append(self._panel("column", str(place), "框架柱", column) | {"z_low": self._base, "z_high": top})
        return found

    def _panel(self, kind: str, name: str, zh: str, body: Any) -> Row:
        key = self._key(kind, int(name) if kind == "column" else name)
        return {**self._home, "wall_id": key, "name": zh, "wall_class": kind, "transparent": False, "geometry": body}

    def doors(self) -> list[Row]:
        """Give the rows of `door`."""
        return [
            {
                **self._home, "door_id": self._key("door", door.name), "name": LEAVES[door.kind].zh,  # type: ignore[index]
                "room_a_id": self._key("room", door.rooms[0]),
                "room_b_id": self._key("room", door.rooms[1]) if door.rooms[1] else None,
                "entrance": not door.rooms[1], "width": door.width, "height": door.height, "depth": door.thickness,
                "z": self._base, "geometry": shapely.linestrings(_line(door)),
            }
            for door in self._floor.doors
        ]  # fmt: skip

    def links(self, above: Floor | None) -> Iterator[Row]:
        """Give the rows of `vertical_link`: stairs and lifts lead up to the same place of the next storey, if there is one."""
        upper = {room.cell for room in above.rooms} if above else set()
        for room in self._floor.rooms:
            if room.use.key not in {"stair", "lift"}:
                continue
            row: Row = {
                **self._home, "vertical_link_id": self._key(room.use.key, room.cell), "name": f"{room.use.zh}{room.number}",
                "link_class": room.use.key, "room_id": self._key("room", room.cell), "geometry": room.shape,
            }  # fmt: skip
            if above and room.cell in upper:
                path = (self._building.spec.key, above.number)
                row |= {"up_floor_id": self._names.guid(*path), "up_room_id": self._names.guid(*path, "room", room.cell)}
            yield row

    def cars(self) -> Iterator[Row]:
        """Give a row of `device` per lift car; they rest on the lowest storey."""
        lifts = [room for room in self._floor.rooms if room.use.key == "lift"]
        for place, room in enumerate(lifts, 1):
            yield {
                **self._home, "device_id": self._names.guid(self._building.spec.key, "lift", place),
                "room_id": self._key("room", room.cell), "name": f"{place}号电梯", "device_class": "lift_machine",
                "ifc_class": "IfcTransportElement", "z": self._base, "geometry": shapely.centroid(room.shape),
            }  # fmt: skip

    def devices(self) -> Iterator[Row]:
        """Give the rows of `device` but the lift cars."""
        for room in self._floor.rooms:
            for place, device in enumerate(IN_ROOMS.get(room.use.key, ())):
                yield {
                    **self._home, "device_id": self._key("device", room.cell, place),
                    "room_id": self._key("room", room.cell), "name": f"{device.zh} {room.number}-{place + 1}",
                    "device_class": device.device_class, "type_name": device.zh, "ifc_class": device.ifc,
                    "z": round(self._base + device.foot, 3), "geometry": shapely.points(stand(room, place, device.size)),
                }  # fmt: skip


def _line(opening: Opening) -> list[tuple[float, float]]:
    """Give the ends of the line across an opening, along its wall."""
    at = opening.centre[0 if opening.upright else 1]
    ends = (opening.low, opening.high)
    return [(at, end) if opening.upright else (end, at) for end in ends]


def _body(opening: Opening) -> tuple[float, float, float, float]:
    """Give the rectangle that an opening cuts out of its wall."""
    (x0, y0), (x1, y1) = _line(opening)
    half = opening.thickness / 2
    return (x0 - half, y0, x1 + half, y1) if opening.upright else (x0, y0 - half, x1, y1 + half)
