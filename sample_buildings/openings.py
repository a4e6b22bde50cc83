"""What doors and windows have in common: a hole in a wall, and the storey it is cut from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Polygon, STRtree

from sample_buildings.rings import DIGITS

if TYPE_CHECKING:
    from sample_buildings.cells import Cell
    from sample_buildings.program import Programme
    from sample_buildings.shapes import Point, Shape
    from sample_buildings.walls import Wall


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight edge of a cell on the line x = `line` (upright) or y = `line`, between `low` and `high`."""

    upright: bool
    line: float
    low: float = 0.0
    high: float = 0.0

    def at(self, place: float) -> Point:
        """Give the point at a place along it."""
        place = round(place, DIGITS)
        return (self.line, place) if self.upright else (place, self.line)

    @property
    def axis(self) -> int:
        """Index of the coordinate that runs along it."""
        return 1 if self.upright else 0


@dataclass(frozen=True, slots=True)
class Opening:
    """A door or window with its middle at `centre`; `rooms` are the cells on its sides, the second empty towards outdoors."""

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

    def meets(self, other: Opening) -> bool:
        """Tell whether another opening stands in the same wall less than 0.1 m away."""
        line = 0 if self.upright else 1
        same = self.upright == other.upright and self.centre[line] == other.centre[line]
        return same and self.low < other.high + 0.1 and other.low < self.high + 0.1


@dataclass(frozen=True, slots=True)
class Storey:
    """What the openings of one storey are cut from; `clear` are the rooms between walls, in the order of `cells`."""

    shape: Shape
    plan: Programme
    cells: list[Cell]
    clear: list[Polygon]
    walls: list[Wall]

    def host(self, edge: Edge, place: float, width: float, *, external: bool) -> Wall | None:
        """Find the wall on an edge's line that can take an opening of `width` round `place`."""
        for wall in self.walls:
            if (wall.upright, wall.external, wall.at) != (edge.upright, external, edge.line):
                continue
            if wall.low <= place - width / 2 and place + width / 2 <= wall.high:
                return wall
        return None

    def shared(self, one: int, two: int) -> Edge | None:
        """Give the longest straight edge that two cells share."""
        first, second = self.cells[one].shape, self.cells[two].shape
        found: list[Edge] = []
        for part in shapely.get_parts(shapely.line_merge(shapely.intersection(first.boundary, second.boundary))):
            for (x0, y0), (x1, y1) in pairwise(shapely.get_coordinates(part).round(DIGITS).tolist()):
                low, high = sorted((y0, y1)) if x0 == x1 else sorted((x0, x1))
                found.append(Edge(x0 == x1, x0 if x0 == x1 else y0, low, high))
        return max(found, key=lambda edge: (edge.high - edge.low, edge.upright, edge.line, edge.low), default=None)

    def clear_span(self, edge: Edge, *rooms: int) -> tuple[float, float]:
        """Give the stretch of an edge along which rooms are clear of crossing walls."""
        bounds = [self.clear[room].bounds for room in rooms]
        return max(edge.low, *(box[edge.axis] for box in bounds)), min(edge.high, *(box[edge.axis + 2] for box in bounds))

    def neighbours(self) -> dict[int, list[int]]:
        """Give the cells that touch each cell."""
        shapes = np.array([cell.shape for cell in self.cells])
        found: dict[int, list[int]] = {place: [] for place in range(len(self.cells))}
        for one, two in sorted(zip(*STRtree(shapes).query(shapes, predicate="touches").tolist(), strict=True)):
            found[one].append(two)
        return found
