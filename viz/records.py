"""From a snapshot to the records that the layers of a notebook's deck are drawn from: plain lists, in degrees or metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from viz import palette
from viz.ground import Ground, ground

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from twin.model.snapshot import Snapshot

__all__ = ["Drawing", "drawing"]

Record = dict[str, Any]


def _rgba(colour: str, alpha: int = 255) -> list[int]:
    return [*palette.rgb(colour), alpha]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws things of a snapshot as records; `lift` adds heights (metres above the ground) for a view in space."""

    snapshot: Snapshot
    ground: Ground
    lift: bool

    def _points(self, geometry: BaseGeometry, z: float) -> list[list[float]]:
        points = np.round(self.ground.degrees(geometry), 7 if self.ground.crs is not None else 3)
        return [[x, y, round(z, 2)] for x, y in points.tolist()] if self.lift else points.tolist()

    def _polygons(self, geometry: BaseGeometry | None) -> Iterator[shapely.Polygon]:
        for part in shapely.get_parts(geometry) if geometry is not None else ():
            if part.geom_type == "Polygon" and not part.is_empty:
                yield part

    def areas(self, geometry: BaseGeometry | None, z: float = 0.0, **more: Any) -> list[Record]:
        """Give one record a polygon, with its rings."""
        return [
            {"polygon": [self._points(ring, z) for ring in (part.exterior, *part.interiors)], **more}
            for part in self._polygons(geometry)
        ]

    def outlines(self, geometry: BaseGeometry | None, z: float = 0.0, **more: Any) -> list[Record]:
        """Give one record a ring of polygons, or a line."""
        if geometry is not None and geometry.geom_type in {"LineString", "MultiLineString"}:
            return [{"path": self._points(line, z), **more} for line in shapely.get_parts(geometry)]
        rings = [ring for part in self._polygons(geometry) for ring in (part.exterior, *part.interiors)]
        return [{"path": self._points(ring, z), **more} for ring in rings]

    def spots(
        self, table: str, rows: Sequence[int] | NDArray[np.intp], z: Callable[[int], float] = lambda _: 0.5
    ) -> list[Record]:
        """Give one record a row that has a point."""
        shapes, names, keys = (
            self.snapshot.column(table, "geometry"),
            self.snapshot.column(table, "name"),
            self.snapshot.keys(table),
        )
        fill = _rgba(palette.MARKER[table])
        return [
            {
                "position": self._points(shapes[row], z(row))[0],
                "fill": fill,
                "key": keys[row],
                "tip": str(names[row] or keys[row]),
            }
            for row in rows
            if shapes[row] is not None
        ]

    def level(self, floor_id: str | None) -> float:
        """Give the height of a floor above the ground; 0 outdoors."""
        if not floor_id:
            return 0.0
        elevation = float(self.snapshot.row("floor", floor_id)["elevation"])
        return elevation - self.ground.z

    def rooms(self, floors: Sequence[str], fills: dict[str, str]) -> list[Record]:
        """Give the rooms of some floors, each in the colour that `fills` has for its key."""
        room = {name: self.snapshot.column("room", name) for name in ("room_id", "number", "name", "geometry", "height")}
        found: list[Record] = []
        for floor in floors:
            z = self.level(floor)
            for row in self.snapshot.on_floor("room", floor):
                key = str(room["room_id"][row])
                tip = " ".join(str(part) for part in (room["number"][row], room["name"][row]) if part) or key
                height = float(room["height"][row]) if np.isfinite(room["height"][row]) else 3.0
                found += self.areas(room["geometry"][row], z, key=key, tip=tip, fill=_rgba(fills[key]), height=height)
        return found

    def walls(self, floors: Sequence[str]) -> list[Record]:
        """Give the walls of some floors; `height` is 1.2 m, where a drawn plan cuts them."""
        kinds, shapes = self.snapshot.column("wall", "wall_class"), self.snapshot.column("wall", "geometry")
        return [
            record
            for floor in floors
            for row in self.snapshot.on_floor("wall", floor)
            for record in self.areas(shapes[row], self.level(floor), fill=_rgba(palette.SURFACE[kinds[row]]), height=1.2)
        ]

    def doors(self, floors: Sequence[str]) -> list[Record]:
        """Give the doors of some floors, as wide as their wall is thick."""
        shapes, depth = self.snapshot.column("door", "geometry"), self.snapshot.column("door", "depth")
        entrance = self.snapshot.column("door", "entrance")
        return [
            record
            for floor in floors
            for row in self.snapshot.on_floor("door", floor)
            for record in self.outlines(
                shapes[row],
                self.level(floor) + 0.03,
                width=float(depth[row]) if np.isfinite(depth[row]) else 0.1,
                line=_rgba(palette.SURFACE["entrance" if entrance[row] else "door"]),
                tip="",
            )
        ]


def drawing(snapshot: Snapshot, *, lift: bool) -> Drawing:
    """Start a drawing with the ground of the snapshot."""
    return Drawing(snapshot, ground(snapshot), lift)
