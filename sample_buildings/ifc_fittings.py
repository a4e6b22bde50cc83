"""What stands in a building beside walls and rooms: slabs, columns, stairs, lifts and a little equipment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import shapely

from sample_buildings.building import SLAB
from sample_buildings.equipment import write_equipment

if TYPE_CHECKING:
    from sample_buildings.building import Building, Floor, Room
    from sample_buildings.ifc_building import StoreyFrame
    from sample_buildings.ifc_file import Entity, IfcWriter, Vector

RISER, TREAD, LANDING = 0.15, 0.27, 1.25
"""Stairs: rise and going of a step, depth of the half landing."""


def write_fittings(out: IfcWriter, building: Building, frames: list[StoreyFrame]) -> list[list[Entity]]:
    """Write slabs, columns, stairs, lifts and equipment; one list of contents per storey."""
    found = []
    last = len(frames) - 1
    for place, (floor, frame) in enumerate(zip(building.floors, frames, strict=True)):
        held = [_slab(out, building, (floor, frame), pierced=place > 0)]
        if place == last:
            held.append(_roof(out, building, floor, frame))
        held += _columns(out, floor, frame)
        if place < last:
            held += [_stair(out, building, floor, frame, room) for room in floor.rooms if room.use.key == "stair"]
        if place == 0:
            held += _lifts(out, floor, frame)
        found.append(held + write_equipment(out, floor, frame))
    return found


def _slab(out: IfcWriter, building: Building, storey: tuple[Floor, StoreyFrame], *, pierced: bool) -> Entity:
    """Write the floor slab, its top at the finished floor, open where stairs and lifts come up."""
    floor, frame = storey
    shape = building.footprint
    if pierced:
        shafts = [room.shape for room in floor.rooms if room.use.key in {"stair", "lift"}]
        shape = shapely.normalize(shape.difference(shapely.union_all(shafts)))
    return out.rooted(
        "IfcSlab", (floor.number, "slab"), "楼板", ObjectPlacement=frame.placement, PredefinedType="FLOOR",
        Representation=out.body(frame.body, out.prism(shape, SLAB, -SLAB)),
    )  # fmt: skip


def _roof(out: IfcWriter, building: Building, floor: Floor, frame: StoreyFrame) -> Entity:
    solid = out.prism(building.footprint, SLAB, floor.height - SLAB)
    return out.rooted(
        "IfcSlab", ("roof",), "屋面板",
        ObjectPlacement=frame.placement, PredefinedType="ROOF", Representation=out.body(frame.body, solid),
    )  # fmt: skip


def _columns(out: IfcWriter, floor: Floor, frame: StoreyFrame) -> list[Entity]:
    found = []
    for place, column in enumerate(floor.columns, 1):
        x0, y0, x1, y1 = column.bounds
        solid = out.box((round(x1 - x0, 4), round(y1 - y0, 4), round(floor.height - SLAB, 4)))
        found.append(
            out.rooted(
                "IfcColumn", (floor.number, "column", place), "框架柱", PredefinedType="COLUMN",
                ObjectPlacement=out.placement(frame.placement, ((x0 + x1) / 2, (y0 + y1) / 2, 0.0)),
                Representation=out.body(frame.body, solid),
            )
        )  # fmt: skip
    return found


def _frame_of(building: Building, room: Room) -> tuple[Vector, Vector, Vector]:
    """Give a room's corner at its corridor, the direction inward, and its size inward and across."""
    row = building.shape.rows[re.match(r"[A-Z]+", room.cell)[0]]  # type: ignore[index]
    (nx, ny), (x0, y0, x1, y1) = row.inward, room.shape.bounds
    corner = (x0 if nx - ny > 0 else x1, y0 if nx + ny > 0 else y1)
    size = (x1 - x0, y1 - y0) if nx else (y1 - y0, x1 - x0)
    return (*corner, 0.0), (float(nx), float(ny), 0.0), size


def _stair(out: IfcWriter, building: Building, floor: Floor, frame: StoreyFrame, room: Room) -> Entity:
    """Write a stair of two flights with a half landing, up from this storey."""
    corner, inward, (deep, wide) = _frame_of(building, room)
    rises = round(floor.height / RISER / 2)
    flight, run = (wide - 0.1) / 2, (rises - 1) * TREAD
    start = round(deep - LANDING - run, 4)
    half = round(floor.height / 2, 4)
    side = (1.0, 0.0, 0.0), (0.0, -1.0, 0.0)
    up = out.profile(_steps(start, TREAD, rises, half))
    down = out.profile(_steps(start + run, -TREAD, rises, half))
    solids = [
        out.extrude(up, out.axes((0.0, flight, 0.0), *side), flight),
        out.extrude(down, out.axes((0.0, wide, half), *side), flight),
        out.box((LANDING, wide, SLAB), (deep - LANDING / 2, wide / 2, half - SLAB)),
    ]
    return out.rooted(
        "IfcStair", (floor.number, "stair", room.cell), f"楼梯{room.number}",
        ObjectPlacement=out.placement(frame.placement, corner, inward),
        Representation=out.body(frame.body, *solids), PredefinedType="HALF_TURN_STAIR",
    )  # fmt: skip


def _steps(start: float, going: float, rises: int, height: float) -> list[Vector]:
    """Give the side view of a flight: steps above, a sloping soffit below."""
    rise = height / rises
    corners: list[Vector] = [(start, 0.0)]
    for step in range(rises):
        corners.append((start + step * going, (step + 1) * rise))
        if step < rises - 1:
            corners.append((start + (step + 1) * going, (step + 1) * rise))
    end = start + (rises - 1) * going
    corners += [(end, height - 2 * rise), (start + going, 0.0)]
    return corners if going > 0 else corners[::-1]


def _lifts(out: IfcWriter, floor: Floor, frame: StoreyFrame) -> list[Entity]:
    """Write the lift cars where they rest, on the lowest storey."""
    found = []
    for place, room in enumerate((room for room in floor.rooms if room.use.key == "lift"), 1):
        middle = room.shape.centroid
        found.append(
            out.rooted(
                "IfcTransportElement", ("lift", place), f"{place}号电梯", PredefinedType="ELEVATOR",
                ObjectPlacement=out.placement(frame.placement, (middle.x, middle.y, 0.0)),
                Representation=out.body(frame.body, out.box((1.6, 1.5, 2.3))),
            )
        )  # fmt: skip
    return found
