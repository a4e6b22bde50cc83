"""Ways for one vehicle: from places to the nearest roads, from roads to routes, matrices and reach.

A place on a road is a fraction of its line. The first and last road of a way are driven in part, in either direction where
the road is two-way, and a way may begin and end on the same road. Where several roads are equally near (at a junction, or
where the table holds each direction of a street as a row) a way may begin or end on any of them. Of equally fast ways the one
is taken that is shortest, and of those the one whose directions come first road by road, so that every engine and every run
gives the same one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.costs import NO_WAY, SHIFT, milliseconds
from gis.engine import ScipyEngine, make_engine
from gis.fan import Fan
from gis.faults import GisError
from gis.roads import ANY_VEHICLE, model, passable
from gis.turns import expand
from gis.ways import Position, Spot, Way, offset_ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.engine import Engine, EngineName, Toward
    from gis.roads import RoadTable, Vehicle
    from gis.turns import Network

__all__ = ["Router"]


_AS_NEAR_M = 0.001
"""Roads are equally near where their distances differ by less."""


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
    ready
        A network and an engine for it, where they are made already (see `gis.streets`).

    Raises
    ------
    GisError
        ``roads.none`` if no road is left to drive on.
    """

    def __init__(
        self,
        table: RoadTable,
        vehicle: Vehicle = ANY_VEHICLE,
        engine: EngineName = "auto",
        *,
        ready: tuple[Network, Engine] | None = None,
    ) -> None:
        self.table = table
        self.vehicle = vehicle
        self.open_rows = np.flatnonzero(passable(table, vehicle))
        if len(self.open_rows) == 0:
            raise GisError("roads.none", count=len(table.keys))
        if ready is None:
            self.network = expand(model(table, vehicle), guest=vehicle.guest)
            self.engine = make_engine(self.network, engine)
        else:
            self.network, self.engine = ready
        order = np.argsort(self.network.turn_to, kind="stable")
        self._turn_from = self.network.turn_from[order]
        self._turn_to = self.network.turn_to[order]
        self._metres10 = np.rint(self.network.length * 10.0).astype(np.int64)

    @cached_property
    def roads(self) -> shapely.STRtree:
        """The lines of `open_rows`, to be asked which are near."""
        return shapely.STRtree(self.table.lines[self.open_rows])

    def snap(self, points: NDArray[np.float64]) -> list[Spot]:
        """Bring points to the nearest roads that the vehicle may use.

        Parameters
        ----------
        points
            Shape ``(n, 2)``, metres in the CRS of the roads.
        """
        places = shapely.points(np.asarray(points, dtype=np.float64).reshape(-1, 2))
        if len(places) == 0:
            return []
        nearest = self.roads.nearest(places)
        away = shapely.distance(places, self.roads.geometries[nearest])
        near = self.roads.query(places, predicate="dwithin", distance=away + _AS_NEAR_M)
        pairs = np.unique(np.concatenate([near, [np.arange(len(places)), nearest]], axis=1), axis=1)
        rows = self.open_rows[pairs[1]]
        lines = self.table.lines[rows]
        fractions = shapely.line_locate_point(lines, places[pairs[0]], normalized=True)
        at = shapely.get_coordinates(shapely.line_interpolate_point(lines, fractions, normalized=True))
        found: list[list[Position]] = [[] for _ in places]
        for place, row, fraction, (x, y) in zip(pairs[0], rows.tolist(), fractions.tolist(), at.tolist(), strict=True):
            found[place].append(Position(row, fraction, x, y))
        return [Spot(tuple(positions), float(gap)) for positions, gap in zip(found, away, strict=True)]

    def route(self, start: Spot, end: Spot) -> Way | None:
        """Find the fastest way, None where there is none; of equally fast ones the shortest, of those the first by direction."""
        direct = self.direct(start, end)
        toward = self.engine.toward(self.before_target(end))
        found = [(spent + left, at) for at, spent in self.source(start) if (left := toward.cost(at)) != NO_WAY]
        first = min(found, default=None)
        if direct is not None and (first is None or direct[0] <= first[0]):
            return direct[1]
        if first is None:
            return None
        walked = self._walk(first[1], end, toward)
        return Way(self._on(start, walked[0]), self._on(end, walked[-1]), walked, first[0] >> SHIFT)

    def pair(self, start: Spot, end: Spot) -> Way | None:
        """Find a way as fast and short as that of `route`, quicker; of several such ways it is any."""
        direct = self.direct(start, end)
        source, target = self.source(start), self._target(end)
        found = self.engine.path(source, [(before, extra) for before, extra, _ in target])
        if direct is not None and (found is None or direct[0] <= found[0]):
            return direct[1]
        if found is None:
            return None
        cost, walked = found
        left = cost - next(spent for at, spent in source if at == walked[0])
        left -= int(self.cost[walked[1:]].sum())
        last = next(at for before, extra, at in target if before == walked[-1] and extra == left)
        return Way(self._on(start, walked[0]), self._on(end, last), (*walked, last), cost >> SHIFT)

    def one_to_many(self, start: Spot, ends: Sequence[Spot]) -> NDArray[np.int64]:
        """Milliseconds from one spot to each of many, -1 where there is no way, shape ``(len(ends),)``."""
        return self.matrix([start], ends)[0]

    def matrix(self, starts: Sequence[Spot], ends: Sequence[Spot]) -> NDArray[np.int64]:
        """Milliseconds from each spot to each, -1 where there is no way, shape ``(len(starts), len(ends))``."""
        return milliseconds(self.costs(starts, ends))

    def costs(self, starts: Sequence[Spot], ends: Sequence[Spot]) -> NDArray[np.int64]:
        """Time and length of the fastest ways as one number each (see `gis.costs`), -1 where there is no way."""
        return self.fan(ends)(starts)

    def fan(self, ends: Sequence[Spot]) -> Fan:
        """Prepare for costs to the same places from any others, asked for again and again."""
        return Fan(self, ends)

    def nearest(self, start: Spot, ends: Sequence[Spot], count: int, *, coming: bool = False) -> list[tuple[int, int]]:
        """Give the places in `ends` and the milliseconds of the nearest few, nearest first, equally near ones in order.

        `coming` asks for the ways from each of them to `start` instead.
        """
        ms = self.matrix(ends, [start])[:, 0] if coming else self.one_to_many(start, ends)
        order = [int(at) for at in np.argsort(ms, kind="stable") if ms[at] != NO_WAY]
        return [(at, int(ms[at])) for at in order[:count]]

    def reach(self, start: Spot, limit_ms: int) -> NDArray[np.int64]:
        """Milliseconds to the end of every direction that can be driven to its end within a limit, -1 for the others."""
        return milliseconds(self._search.reached(self.source(start), limit_ms))

    @cached_property
    def _search(self) -> ScipyEngine:
        return self.engine if isinstance(self.engine, ScipyEngine) else ScipyEngine(self.network)

    @cached_property
    def cost(self) -> NDArray[np.int64]:
        """What each direction costs from end to end (see `gis.costs`)."""
        return self.network.cost

    def directions(self, row: int) -> range:
        """Give the one or two directions of a road."""
        low, high = np.searchsorted(self.network.row, [row, row + 1])
        return range(int(low), int(high))

    def _offset(self, direction: int, position: Position) -> int:
        """Cost from the beginning of a direction to a position on it."""
        forward = bool(self.network.forward[direction])
        ms = offset_ms(int(self.network.ms[direction]), position.fraction, forward=forward)
        return (ms << SHIFT) + offset_ms(int(self._metres10[direction]), position.fraction, forward=forward)

    def _on(self, spot: Spot, direction: int) -> Position:
        """Give the position of a spot on the road of a direction."""
        return next(position for position in spot.positions if position.row == self.network.row[direction])

    def source(self, start: Spot) -> list[tuple[int, int]]:
        """Give the directions to begin with, and the part of each still to drive."""
        arriving, cost = self.network.arriving, self.cost
        return [(at, int(cost[at]) - offset) for at, offset in self.offsets(start) if not arriving[at]]

    def offsets(self, spot: Spot) -> list[tuple[int, int]]:
        """Give the directions through a spot, and the part of each up to it."""
        return [(at, self._offset(at, position)) for position in spot.positions for at in self.directions(position.row)]

    def _target(self, end: Spot) -> list[tuple[int, int, int]]:
        """Give what leads into each last direction, the part of that direction to drive, and the direction."""
        return [(before, offset, at) for at, offset in self.offsets(end) for before in self._before(at)]

    def before_target(self, end: Spot) -> list[tuple[int, int]]:
        """Give what leads into each last direction, and the part of that direction to drive."""
        return [(before, offset) for before, offset, _ in self._target(end)]

    def _before(self, direction: int) -> list[int]:
        low, high = np.searchsorted(self._turn_to, [direction, direction + 1])
        return [int(at) for at in self._turn_from[low:high]]

    def direct(self, start: Spot, end: Spot) -> tuple[int, Way] | None:
        """Stay on one road that both spots lie on, if it is driven that way; with what it costs."""
        ahead = [
            (self._offset(at, to) - self._offset(at, origin), at, origin, to)
            for origin in start.positions
            for to in end.positions
            if origin.row == to.row
            for at in self.directions(origin.row)
            if to.fraction == origin.fraction or (to.fraction > origin.fraction) == self.network.forward[at]
        ]
        if not ahead:
            return None
        cost, at, origin, to = min(ahead, key=lambda way: way[:2])
        return cost, Way(origin, to, (at,), cost >> SHIFT)

    def _walk(self, direction: int, end: Spot, toward: Toward) -> tuple[int, ...]:
        """Follow the costs from the end of the first direction to the last one, always by the first direction that fits."""
        last: dict[int, list[tuple[int, int]]] = {}
        for before, extra, at in self._target(end):
            last.setdefault(before, []).append((extra, at))
        walked = [direction]
        left = toward.cost(direction)
        while True:
            fits = [at for extra, at in last.get(walked[-1], []) if extra == left]
            if fits:
                return (*walked, min(fits))
            following = self.network.after(walked[-1]).tolist()
            onward = next(at for at in following if 0 <= toward.cost(at) == left - int(self.cost[at]))
            walked.append(onward)
            left = toward.cost(onward)
