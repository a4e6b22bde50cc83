"""Doors: each room opens to the way beside it, ways open to each other, and on the ground floor the ways lead out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from sample_buildings.openings import Edge, Opening, Storey
from sample_buildings.shapes import BAY, DEPTH
from sample_buildings.uses import LEAVES, DoorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.cells import Cell

MARGIN = 0.25
"""Least masonry between a door and the next wall."""
TWO_DOORS = 60.0
"""Meeting rooms above this area, m², get a second door where their wall is long enough."""

_WAYS = ("corridor", "hall", "service_hall", "garage", "lobby")
"""Uses that rooms open to, the preferred first."""
_OPENS_TO = {"lift": ("lobby",), "riser": ("lobby",), "duct": ("men",), "kitchen": ("canteen",)}
_IN_THE_MIDDLE: tuple[DoorKind, ...] = ("hall", "fire", "lift", "shaft", "toilet")
_CROWDED = ("meeting", "command", "auditorium")
_RAMP = 4.2
"""Where along the west gable the ramp of a garage comes in."""


class _Doors:
    """Doors of one storey while they are being set."""

    def __init__(self, storey: Storey) -> None:
        self.storey = storey
        self.near = storey.neighbours()
        self.found: list[Opening] = []

    def join(self, one: int, two: int, kind: DoorKind, *, count: int = 1) -> bool:
        """Set `count` doors between two cells; false, and none set, where the wall they share is too short."""
        edge = self.storey.shared(one, two)
        if edge is None:
            return False
        width = LEAVES[kind].width
        low, high = self.storey.clear_span(edge, one, two)
        if high - low < (width if kind in _IN_THE_MIDDLE else width * count + 2 * MARGIN):
            return False
        offset = MARGIN + width / 2
        if count > 1:
            places = [low + offset, high - offset]
        elif kind in _IN_THE_MIDDLE:
            places = [(low + high) / 2]
        else:
            places = [low + offset if one % 2 else high - offset]
        for place in places:
            self.put(edge, place, kind, (self.storey.cells[one], self.storey.cells[two]))
        return True

    def put(self, edge: Edge, place: float, kind: DoorKind, rooms: tuple[Cell, Cell | None]) -> None:
        """Set one door; between the axes of a room and outdoors where `rooms` has no second."""
        leaf = LEAVES[kind]
        wall = self.storey.host(edge, place, leaf.width, external=rooms[1] is None)
        if wall is None:
            return
        sides = (rooms[0].name, rooms[1].name if rooms[1] else "")
        name = f"D{len(self.found) + 1:03d}"
        size = (leaf.width, leaf.height, 0.0)
        self.found.append(Opening(name, kind, edge.at(place), edge.upright, *size, wall.name, wall.thickness, sides))


def set_doors(storey: Storey) -> list[Opening]:
    """Set the doors of a storey."""
    doors = _Doors(storey)
    for place, cell in enumerate(storey.cells):
        if cell.use.key == "lobby" or cell.use.key not in _WAYS:
            _way_in(doors, place)
    _join_ways(doors)
    if storey.plan.number == 1:
        for edge, along, kind, cell in _ways_out(storey):
            doors.put(edge, along, kind, (cell, None))
    elif storey.plan.number == -1:
        garage = next(cell for cell in storey.cells if cell.use.key == "garage")
        doors.put(Edge(upright=True, line=0.0), _RAMP, "ramp", (garage, None))
    return doors.found


def _way_in(doors: _Doors, place: int) -> None:
    """Open one room to the best way beside it; a large hall upstairs also to the stair beside it."""
    cells = doors.storey.cells
    use = cells[place].use
    ways = _OPENS_TO.get(use.key, _WAYS)
    beside = [other for other in doors.near[place] if cells[other].use.key in ways and cells[other].use.key != use.key]
    lengths = {other: edge.high - edge.low for other in beside if (edge := doors.storey.shared(place, other))}
    count = 2 if use.key in _CROWDED and doors.storey.clear[place].area > TWO_DOORS else 1
    for other in sorted(lengths, key=lambda other: (ways.index(cells[other].use.key), -lengths[other])):
        if doors.join(place, other, use.door, count=count) or doors.join(place, other, use.door):
            break
    if use.key == "auditorium":
        for other in doors.near[place]:
            if cells[other].use.key == "stair":
                doors.join(place, other, "fire")


def _join_ways(doors: _Doors) -> None:
    """Join corridors to halls and to each other."""
    cells = doors.storey.cells
    for one, beside in doors.near.items():
        for two in beside:
            keys = {cells[one].use.key, cells[two].use.key}
            if one < two and "corridor" in keys and keys <= {"corridor", "hall", "service_hall"}:
                doors.join(one, two, "fire" if len(keys) == 1 else "hall")


def _ways_out(storey: Storey) -> Iterator[tuple[Edge, float, DoorKind, Cell]]:
    """Find the ways out of the ground floor: edge, place along it, kind of door and the cell behind."""
    by_name = {cell.name: cell for cell in storey.cells}
    south, north = storey.shape.rows["S"], storey.shape.rows["N"]
    front = Edge(upright=False, line=0.0)
    if storey.plan.hall:
        first, count, _ = storey.plan.hall
        half = (count - 1) // 2
        places = {2: (0, 1), 4: (1, 2), 5: (1, 3)}.get(count, (half,))
        for bay in places:
            yield front, south.bays[first + bay].start + BAY / 2, "entrance", by_name["H"]
    for axis in storey.shape.axes:
        upright = axis[0][1] == axis[1][1]
        for x, y in axis:
            at_gable = shapely.distance(storey.shape.outline.boundary, shapely.points(x, y)) == 0
            for cell in storey.cells:
                if at_gable and cell.use.key == "corridor" and shapely.distance(cell.shape, shapely.points(x, y)) == 0:
                    yield Edge(upright=upright, line=x if upright else y), y if upright else x, "exit", cell
    yield from _back_way(storey, by_name)
    if storey.plan.block:
        yield front, south.bays[1].start + BAY / 2, "hall", by_name["B"]
        back = Edge(upright=False, line=north.at(0.0, DEPTH)[1])
        yield back, north.bays[1].start + BAY / 2, "exit", next(cell for cell in storey.cells if cell.use.key == "kitchen")


def _back_way(storey: Storey, by_name: dict[str, Cell]) -> Iterator[tuple[Edge, float, DoorKind, Cell]]:
    """Find the way out at the back of a tower, whose corridors do not reach a façade: a bay of passage."""
    north = storey.shape.rows["N"]
    for slot in storey.plan.slots:
        if slot.use == "corridor":
            middle = sum(north.span(slot.first, slot.count)) / 2
            yield Edge(upright=False, line=north.at(0.0, north.depth)[1]), middle, "exit", by_name[f"N{slot.first + 1:02d}"]
