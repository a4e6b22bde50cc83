"""Doors and windows: each room opens to the way beside it, each bay with daylight has its window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import Polygon, STRtree

from sample_buildings.cells import Cell
from sample_buildings.program import Programme
from sample_buildings.shapes import BAY, DEPTH, DIGITS, Point, Shape
from sample_buildings.uses import LEAVES, PANES, DoorKind, WindowKind
from sample_buildings.walls import Wall

MARGIN = 0.25
"""Least masonry between an opening and the next wall."""
TWO_DOORS = 60.0
"""Rooms above this area get a second door (GB 50016: one door serves up to 120 m², in practice less)."""

_WAYS = ("corridor", "hall", "service_hall", "garage", "lobby")
_OPENS_TO = {"lift": ("lobby",), "riser": ("lobby",), "duct": ("men",)}
_MIDDLE: tuple[DoorKind, ...] = ("hall", "fire", "lift", "shaft", "toilet")


@dataclass(frozen=True, slots=True)
class Opening:
    """A hole in a wall with its middle at `at` along x (upright: y); `rooms` are the cells on its sides, one of them maybe empty."""

    name: str
    kind: str
    centre: Point
    upright: bool
    width: float
    height: float
    sill: float
    wall: str
    thickness: float
    rooms: tuple[str, str]

    @property
    def low(self) -> float:
        """Where it begins along its wall."""
        return self.centre[1 if self.upright else 0] - self.width / 2

    @property
    def high(self) -> float:
        """Where it ends along its wall."""
        return self.centre[1 if self.upright else 0] + self.width / 2


@dataclass(frozen=True, slots=True)
class Storey:
    """What the openings of one storey are cut from."""

    shape: Shape
    plan: Programme
    cells: list[Cell]
    clear: list[Polygon]
    walls: list[Wall]

    def host(self, centre: Point, width: float, *, upright: bool, external: bool) -> Wall | None:
        """Find the wall that can take an opening of `width` round `centre`."""
        place, line = (centre[1], centre[0]) if upright else centre
        for wall in self.walls:
            if wall.upright == upright and wall.external == external and wall.at == line:
                if wall.low <= place - width / 2 and place + width / 2 <= wall.high:
                    return wall
        return None


def _segment(one: Cell, other: Cell) -> tuple[bool, float, float, float] | None:
    """Give the longest straight edge two cells share: upright, line, low, high."""
    found = None
    for part in shapely.get_parts(shapely.line_merge(shapely.intersection(one.shape.boundary, other.shape.boundary))):
        corners = shapely.get_coordinates(part).round(DIGITS)
        for (x0, y0), (x1, y1) in zip(corners, corners[1:], strict=False):
            upright = bool(x0 == x1)
            low, high = sorted((y0, y1)) if upright else sorted((x0, x1))
            if found is None or high - low > found[3] - found[2]:
                found = (upright, float(x0 if upright else y0), float(low), float(high))
    return found


def _clear_span(storey: Storey, rooms: tuple[int, int], edge: tuple[bool, float, float, float]) -> tuple[float, float]:
    """Give the stretch of an edge along which both rooms are clear."""
    axis = 1 if edge[0] else 0
    bounds = [storey.clear[room].bounds for room in rooms]
    return max(edge[2], *(box[axis] for box in bounds)), min(edge[3], *(box[axis + 2] for box in bounds))


def _neighbours(cells: list[Cell]) -> dict[int, list[int]]:
    shapes = np.array([cell.shape for cell in cells])
    found: dict[int, list[int]] = {place: [] for place in range(len(cells))}
    for one, two in sorted(zip(*STRtree(shapes).query(shapes, predicate="touches").tolist(), strict=True)):
        found[one].append(two)
    return found


class _Doors:
    """Doors of one storey while they are being set."""

    def __init__(self, storey: Storey) -> None:
        self.storey = storey
        self.near = _neighbours(storey.cells)
        self.found: list[Opening] = []

    def join(self, one: int, two: int, kind: DoorKind, *, count: int = 1) -> bool:
        """Set `count` doors between two cells; false where the wall they share is too short."""
        cells = self.storey.cells
        edge = _segment(cells[one], cells[two])
        if edge is None:
            return False
        leaf = LEAVES[kind]
        low, high = _clear_span(self.storey, (one, two), edge)
        if high - low < leaf.width * count + 2 * MARGIN - 1e-9 and kind not in {"lift", "fire", "hall"}:
            return False
        if high - low < leaf.width:
            return False
        offset = min(MARGIN + leaf.width / 2, (high - low) / 2)
        places = [low + offset, high - offset] if count == 2 else [self._place(one, kind, low, high, offset)]
        for place in places:
            self.put(edge[0], edge[1], place, kind, (cells[one].name, cells[two].name))
        return True

    def _place(self, cell: int, kind: DoorKind, low: float, high: float, offset: float) -> float:
        if kind in _MIDDLE:
            return (low + high) / 2
        return low + offset if cell % 2 else high - offset

    def put(self, upright: bool, line: float, place: float, kind: DoorKind, rooms: tuple[str, str]) -> None:  # noqa: FBT001 - a direction
        """Set one door."""
        leaf = LEAVES[kind]
        centre = (line, round(place, DIGITS)) if upright else (round(place, DIGITS), line)
        wall = self.storey.host(centre, leaf.width, upright=upright, external=not rooms[1])
        if wall is None:
            return
        name = f"D{len(self.found) + 1:03d}"
        self.found.append(Opening(name, kind, centre, upright, leaf.width, leaf.height, 0.0, wall.name, wall.thickness, rooms))


def set_doors(storey: Storey) -> list[Opening]:
    """Set the doors of a storey: rooms to their way, ways to each other, and on the ground floor the ways out."""
    doors = _Doors(storey)
    cells = storey.cells
    for place, cell in enumerate(cells):
        ways = _OPENS_TO.get(cell.use.key, _WAYS)
        if cell.use.key in _WAYS and cell.use.key != "lobby":
            continue
        beside = [
            other for other in doors.near[place] if cells[other].use.key in ways and not (cell.use.key == cells[other].use.key)
        ]
        beside.sort(key=lambda other: (ways.index(cells[other].use.key), -_length(cells[place], cells[other])))
        count = 2 if storey.clear[place].area > TWO_DOORS and cell.use.key in {"meeting", "command", "auditorium"} else 1
        next(
            (
                other
                for other in beside
                if doors.join(place, other, cell.use.door, count=count) or doors.join(place, other, cell.use.door)
            ),
            None,
        )
        if cell.use.key == "kitchen":
            for other in doors.near[place]:
                if cells[other].use.key == "canteen":
                    doors.join(place, other, "meeting")
    _join_ways(doors)
    if storey.plan.number == 1:
        _ways_out(doors)
    if storey.plan.number < 0:
        garage = next(cell for cell in cells if cell.use.key == "garage")
        doors.put(True, 0.0, 4.2, "ramp", (garage.name, ""))  # noqa: FBT003 - a direction
    return doors.found


def _length(one: Cell, other: Cell) -> float:
    edge = _segment(one, other)
    return edge[3] - edge[2] if edge else 0.0


def _join_ways(doors: _Doors) -> None:
    """Join corridors to halls and to each other."""
    cells = doors.storey.cells
    for one, beside in doors.near.items():
        for two in beside:
            keys = {cells[one].use.key, cells[two].use.key}
            if one < two and "corridor" in keys and keys <= {"corridor", "hall", "service_hall"}:
                doors.join(one, two, "fire" if len(keys) == 1 else "hall")


def _ways_out(doors: _Doors) -> None:
    """Set the main entrance, the exits at the gables and the canteen's own door."""
    storey = doors.storey
    south = storey.shape.rows["S"]
    if storey.plan.hall:
        first, count, _ = storey.plan.hall
        middle = first + (count - 1) / 2
        for bay in (
            sorted({int(middle), int(middle + 0.5)})
            if count % 2 == 0
            else (int(middle) - 1, int(middle) + 1)
            if count > 3
            else (int(middle),)
        ):
            x, y = south.at(south.bays[bay].start + BAY / 2, DEPTH)
            doors.put(False, y, x, "entrance", ("H", ""))  # noqa: FBT003 - a direction
    for start, end in storey.shape.axes:
        for x, y in (start, end):
            for cell in storey.cells:
                if (
                    cell.use.key == "corridor"
                    and shapely.intersects_xy(cell.shape.boundary, x, y)
                    and shapely.intersects_xy(storey.shape.outline.boundary, x, y)
                ):
                    upright = start[1] == end[1]
                    doors.put(upright, x if upright else y, y if upright else x, "exit", (cell.name, ""))
    if storey.plan.block:
        x, y = south.at(south.bays[1].start + BAY / 2, DEPTH)
        doors.put(False, y, x, "hall", ("B", ""))  # noqa: FBT003 - a direction


def set_windows(storey: Storey, doors: list[Opening]) -> list[Opening]:
    """Set the windows: one in the middle of each bay with daylight, and at the ends of corridors."""
    if storey.plan.number < 0:
        return []
    places: list[tuple[Point, bool]] = []
    for row in storey.shape.rows.values():
        for bay in row.bays:
            parts = (0.5,) if bay.width < 4.5 else (0.25, 0.75)
            places += [(row.at(bay.start + bay.width * part, DEPTH), row.inward[0] != 0) for part in parts if bay.lit]
    for axis in storey.shape.axes:
        places += [(end, axis[0][1] == axis[1][1]) for end in axis]
    found: list[Opening] = []
    for centre, upright in places:
        window = _window(storey, centre, f"F{len(found) + 1:03d}", upright=upright)
        if window and not any(_meet(window, door) for door in doors):
            found.append(window)
    return found


def _meet(one: Opening, other: Opening) -> bool:
    line = 0 if one.upright else 1
    return (
        one.upright == other.upright
        and one.centre[line] == other.centre[line]
        and one.low < other.high + 0.1
        and other.low < one.high + 0.1
    )


def _window(storey: Storey, centre: Point, name: str, *, upright: bool) -> Opening | None:
    """Fit a window into the façade at one place, of the kind its room asks for."""
    axis = 1 if upright else 0
    for cell, clear in zip(storey.cells, storey.clear, strict=True):
        kind: WindowKind = cell.use.window
        if not kind or shapely.distance(shapely.points(centre), cell.shape) > 1e-6:
            continue
        pane = PANES[kind]
        bounds = clear.bounds
        if not bounds[axis] + 0.1 <= centre[axis] - pane.width / 2 <= centre[axis] + pane.width / 2 <= bounds[axis + 2] - 0.1:
            continue
        wall = storey.host(centre, pane.width, upright=upright, external=True)
        if wall:
            return Opening(
                name, kind, centre, upright, pane.width, pane.height, pane.sill, wall.name, wall.thickness, (cell.name, "")
            )
    return None
