"""Ways for one vehicle: from places to the nearest roads, from roads to routes, matrices and reach.

A place on a road is a fraction of its line. The first and last road of a way are driven in part, in either direction where
the road is two-way, and a way may begin and end on the same road. Of equally fast ways the one is taken whose directions come
first road by road, so that every engine and every run gives the same one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.ops import substring

from gis.engine import NO_WAY, ScipyEngine, make_engine
from gis.faults import GisError
from gis.roads import ANY_VEHICLE, model, passable
from gis.turns import expand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import LineString

    from gis.engine import EngineName
    from gis.roads import RoadTable, Vehicle

__all__ = ["Position", "Router", "Way"]


@dataclass(frozen=True, slots=True)
class Position:
    """A place on a road: its row in the table, how far along the line as drawn (0 to 1), and where that is.

    `away`: how far in metres the point lay that was brought there.
    """

    row: int
    fraction: float
    x: float
    y: float
    away: float


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one position to another: the directions driven in order, first and last in part, and the milliseconds."""

    start: Position
    end: Position
    directions: tuple[int, ...]
    ms: int


class Router:
    """Answers for one vehicle on one table of roads; make it once and ask often.

    Parameters
    ----------
    table
        From `gis.roads.road_table`.
    vehicle
        Roads it may not use are no part of the network, and nothing is brought to them.
    engine
        ``auto`` takes the hierarchy where it is installed: right for many questions. For a single one ``scipy`` is quicker, as
        it has nothing to prepare.

    Raises
    ------
    GisError
        ``roads.none`` if no road is left to drive on.
    """

    def __init__(self, table: RoadTable, vehicle: Vehicle = ANY_VEHICLE, engine: EngineName = "auto") -> None:
        self.table = table
        self._open = np.flatnonzero(passable(table, vehicle))
        if len(self._open) == 0:
            raise GisError("roads.none", count=len(table.keys))
        self.network = expand(model(table, vehicle))
        self.engine = make_engine(self.network, engine)
        order = np.argsort(self.network.turn_to, kind="stable")
        self._turn_from = self.network.turn_from[order]
        self._turn_to = self.network.turn_to[order]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self.table.lines[self._open])

    def snap(self, points: NDArray[np.float64]) -> list[Position]:
        """Bring points to the nearest road that the vehicle may use; of equally near ones to the first by key.

        Parameters
        ----------
        points
            Shape ``(n, 2)``, metres in the CRS of the roads.
        """
        found: list[Position] = []
        for point in shapely.points(np.asarray(points, dtype=np.float64).reshape(-1, 2)):
            row = int(self._open[self._tree.query_nearest(point, all_matches=True).min()])
            line = self.table.lines[row]
            fraction = float(shapely.line_locate_point(line, point, normalized=True))
            place = shapely.line_interpolate_point(line, fraction, normalized=True)
            found.append(Position(row, fraction, float(place.x), float(place.y), float(shapely.distance(point, place))))
        return found

    def route(self, start: Position, end: Position) -> Way | None:
        """Find the fastest way, None where there is none."""
        direct = self._direct(start, end)
        toward = self.engine.toward(self._target(end))
        first: tuple[int, int] | None = None
        for direction, spent in self._source(start):
            left = toward.cost(direction)
            if left != NO_WAY and (first is None or spent + left < first[0]):
                first = (spent + left, direction)
        if direct is not None and (first is None or direct.ms <= first[0]):
            return direct
        return None if first is None else Way(start, end, self._walk(first[1], end, toward.cost), first[0])

    def one_to_many(self, start: Position, ends: Sequence[Position]) -> NDArray[np.int64]:
        """Milliseconds from one position to each of many, -1 where there is no way, shape ``(len(ends),)``."""
        return self.matrix([start], ends)[0]

    def matrix(self, starts: Sequence[Position], ends: Sequence[Position]) -> NDArray[np.int64]:
        """Milliseconds from each position to each, -1 where there is no way, shape ``(len(starts), len(ends))``."""
        found = self.engine.matrix([self._source(start) for start in starts], [self._target(end) for end in ends])
        by_road: dict[int, list[int]] = {}
        for column, end in enumerate(ends):
            by_road.setdefault(end.row, []).append(column)
        for row, start in enumerate(starts):
            for column in by_road.get(start.row, []):
                direct = self._direct(start, ends[column])
                if direct is not None and not 0 <= found[row, column] < direct.ms:
                    found[row, column] = direct.ms
        return found

    def reach(self, start: Position, limit_ms: int) -> NDArray[np.int64]:
        """Milliseconds to the end of every direction that can be driven to its end within a limit, -1 for the others."""
        return self._search.reached(self._source(start), limit_ms)

    def line(self, way: Way) -> LineString:
        """Draw a way: from its start to its end, in the CRS of the roads; two equal points where it has no length."""
        parts = [self._part(way, place) for place in range(len(way.directions))]
        points = np.concatenate([shapely.get_coordinates(part) for part in parts])
        new = np.concatenate([[True], (points[1:] != points[:-1]).any(axis=1)])
        return shapely.linestrings(points[new] if new.sum() > 1 else points[:1].repeat(2, axis=0))

    @cached_property
    def _search(self) -> ScipyEngine:
        return self.engine if isinstance(self.engine, ScipyEngine) else ScipyEngine(self.network)

    def _part(self, way: Way, place: int) -> Any:
        """Draw the part of one direction that a way drives, in the sense of the drive."""
        direction = way.directions[place]
        forward = bool(self.network.forward[direction])
        low, high = (0.0, 1.0) if forward else (1.0, 0.0)
        if place == 0:
            low = way.start.fraction
        if place == len(way.directions) - 1:
            high = way.end.fraction
        return substring(self.table.lines[self.network.row[direction]], low, high, normalized=True)

    def _directions(self, row: int) -> range:
        """Give the one or two directions of a road."""
        low, high = np.searchsorted(self.network.row, [row, row + 1])
        return range(int(low), int(high))

    def _offset(self, direction: int, position: Position) -> int:
        """Milliseconds from the beginning of a direction to a position on it; both directions round to the same instant."""
        whole = int(self.network.ms[direction])
        drawn = round(position.fraction * whole)
        return drawn if self.network.forward[direction] else whole - drawn

    def _source(self, start: Position) -> list[tuple[int, int]]:
        return [(at, int(self.network.ms[at]) - self._offset(at, start)) for at in self._directions(start.row)]

    def _target(self, end: Position) -> list[tuple[int, int]]:
        """Give what leads into the last road, with the part of that road still to drive."""
        return [(before, self._offset(at, end)) for at in self._directions(end.row) for before in self._before(at)]

    def _before(self, direction: int) -> list[int]:
        low, high = np.searchsorted(self._turn_to, [direction, direction + 1])
        return [int(at) for at in self._turn_from[low:high]]

    def _direct(self, start: Position, end: Position) -> Way | None:
        """Stay on the one road that both positions lie on, if it is driven that way."""
        if start.row != end.row:
            return None
        ahead = [
            (self._offset(at, end) - self._offset(at, start), at)
            for at in self._directions(start.row)
            if end.fraction == start.fraction or (end.fraction > start.fraction) == self.network.forward[at]
        ]
        return None if not ahead else Way(start, end, (min(ahead)[1],), min(ahead)[0])

    def _walk(self, direction: int, end: Position, cost: Any) -> tuple[int, ...]:
        """Follow the costs from the end of the first direction to the last one, always by the first direction that fits."""
        last: dict[int, list[tuple[int, int]]] = {}
        for at in self._directions(end.row):
            for before in self._before(at):
                last.setdefault(before, []).append((self._offset(at, end), at))
        walked = [direction]
        left = cost(direction)
        while True:
            fits = [at for extra, at in last.get(walked[-1], []) if extra == left]
            if fits:
                return (*walked, min(fits))
            following = self.network.after(walked[-1]).tolist()
            onward = next(at for at in following if 0 <= cost(at) == left - int(self.network.ms[at]))
            walked.append(onward)
            left = cost(onward)
