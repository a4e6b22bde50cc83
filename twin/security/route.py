"""How much of a way is seen, and the way across a floor or the grounds of which least is seen.

The least-seen way is Dijkstra on a grid graph of the walkable ground: an edge of length l costs l where a camera sees its
middle, and l / 1000 where none does, so that of equally hidden ways the shortest is taken. What is told of the way is exact
for the way as drawn: its stretches are cut where it crosses the borders of views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from gis.exposure import seen_stretches
from twin.model.errors import UsageError
from twin.model.words import say
from twin.security.sighting import place_number
from twin.security.walked import check_walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.visibility import Views
    from twin.security.places import Place
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

    Floats = NDArray[np.float64]

__all__ = ["Exposure", "check_exposure", "exposure", "least_seen"]

_STEP = 0.5
_STEP_OUTDOORS = 2.0
_CLEAR = 0.15
_DARK = 1e-3
_MOST_NODES = 400_000
_TRIES = 400
_WITHIN = 1e-6
"""Metres of a wall that a way may touch."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """A way in the snapshot's CRS, shape ``(k, 2)``, and its stretches: metres from, to, and how many cameras see them."""

    floor_id: str
    way: Floats
    stretches: Floats
    least: bool

    @property
    def length_m(self) -> float:
        """Length of the way, metres."""
        return float(self.stretches[-1, 1]) if len(self.stretches) else 0.0

    @property
    def seen_m(self) -> float:
        """Metres of it that some camera sees."""
        return float(np.sum((self.stretches[:, 1] - self.stretches[:, 0])[self.stretches[:, 2] > 0]))

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values: floor_id, least_seen, length_m, seen_m, unseen_m, way, stretches [[from, to, k]]."""
        return {
            "floor_id": self.floor_id,
            "least_seen": self.least,
            "length_m": self.length_m,
            "seen_m": self.seen_m,
            "unseen_m": self.length_m - self.seen_m,
            "way": self.way,
            "stretches": self.stretches,
        }

    def lines(self, lang: str = "") -> list[str]:
        """Write its length, what of it is seen, and the unseen stretches."""
        code = "least" if self.least else "given"
        values = {"length": f"{self.length_m:.1f}", "seen": f"{self.seen_m:.1f}", "unseen": f"{self.length_m - self.seen_m:.1f}"}
        words = [say(f"security.line.way_{code}", **values)]
        dark = self.stretches[self.stretches[:, 2] == 0]
        words += [say("security.line.dark", low=f"{low:.1f}", high=f"{high:.1f}") for low, high, _ in dark if high - low > _CLEAR]
        return [word.lang(lang) if lang else str(word) for word in words]


def exposure(
    problem: Problem, plan: Coverage, floor_id: str, way: Sequence[tuple[float, float]], *, least: bool = False
) -> Exposure:
    """Reckon what of a way is seen.

    Raises
    ------
    UsageError
        If the floor is not in scope, or the way has fewer than two points.
    """
    if len(way) < 2:
        raise UsageError("security.short_way", points=len(way))
    number = place_number(problem, floor_id)
    points = np.asarray(way, dtype=np.float64) - problem.origin
    views = plan.seen[number]
    line = shapely.LineString(points)
    near = shapely.STRtree(shapely.points(views.eyes.rows[:, :2])).query(line, predicate="dwithin", distance=_most(views))
    near = np.sort(near)
    stretches = _merged(seen_stretches(views.some(near), points, problem.places[number].owner[near]))
    return Exposure(floor_id, np.asarray(way, dtype=np.float64), stretches, least)


def check_exposure(problem: Problem, found: Exposure) -> list[str]:
    """Verify a way by other means: whom each stretch is seen by, and that a least-seen way goes through no wall."""
    place = problem.places[place_number(problem, found.floor_id)]
    points = found.way - problem.origin
    faults = check_walk(place, points, found.stretches)
    if found.least:
        legs = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1))
        shapely.prepare(place.solids[0])
        off = np.flatnonzero(shapely.length(shapely.intersection(legs, place.solids[0])) > _WITHIN)
        if len(off):
            at = float(np.hypot(*np.diff(points, axis=0).T)[: off[0]].sum())
            faults.append(str(say("security.check.way_off", at=f"{at:.2f}")))
    return faults


def _most(views: Views) -> float:
    return float(views.eyes.rows[:, 4].max()) if len(views) else 0.0


def _merged(stretches: Floats) -> Floats:
    """Join stretches that follow each other and are seen by as many."""
    if len(stretches) == 0:
        return stretches
    begins = np.flatnonzero(np.concatenate([[True], stretches[1:, 2] != stretches[:-1, 2]]))
    ends = np.concatenate([begins[1:], [len(stretches)]]) - 1
    return np.column_stack([stretches[begins, 0], stretches[ends, 1], stretches[begins, 2]])


def least_seen(problem: Problem, plan: Coverage, floor_id: str, start: tuple[float, float], end: tuple[float, float]) -> Exposure:
    """Find the way from `start` to `end` of which least is seen.

    Raises
    ------
    UsageError
        If the floor is not in scope, an end is not on walkable ground, or no way joins them.
    """
    number = place_number(problem, floor_id)
    place, views = problem.places[number], plan.seen[number]
    nodes, links = _graph(place, _STEP if floor_id else _STEP_OUTDOORS)
    ends = []
    for point in (start, end):
        away = np.hypot(*(nodes - (np.array(point) - problem.origin)).T)
        if len(away) == 0 or away.min() > 4.0 * (_STEP if floor_id else _STEP_OUTDOORS):
            raise UsageError("security.off_ground", x=f"{point[0]:.2f}", y=f"{point[1]:.2f}")
        ends.append(int(away.argmin()))
    length = np.hypot(*(nodes[links[:, 0]] - nodes[links[:, 1]]).T)
    middles = 0.5 * (nodes[links[:, 0]] + nodes[links[:, 1]])
    seen = np.zeros(len(links), dtype=bool)
    seen[views.seeing(middles)[:, 0]] = True
    cost = np.where(seen, length, 0.0) + _DARK * length
    graph = coo_array((cost, (links[:, 0], links[:, 1])), shape=(len(nodes), len(nodes))).tocsr()
    far, before = dijkstra(graph, directed=False, indices=ends[0], return_predecessors=True)
    if not np.isfinite(far[ends[1]]):
        raise UsageError("security.no_way", floor=place.name or "-")
    chain = [ends[1]]
    while chain[-1] != ends[0]:
        chain.append(int(before[chain[-1]]))
    points = np.vstack([np.array(start) - problem.origin, nodes[chain[::-1]], np.array(end) - problem.origin])
    pulled = _pulled(points, views, _walkable(place)) + problem.origin
    return exposure(problem, plan, floor_id, [(float(x), float(y)) for x, y in pulled], least=True)


def _pulled(way: Floats, views: Views, walkable: Geometry) -> Floats:
    """Straighten a way along a grid wherever a straight piece is walkable and no more of it is seen."""
    way = shapely.get_coordinates(shapely.simplify(shapely.LineString(way), 1e-9))
    shapely.prepare(walkable)
    kept, at = [0], 0
    tries = _TRIES
    while at < len(way) - 1:
        following = at + 1
        for other in range(len(way) - 1, at + 1, -1):
            straight = way[[at, other]]
            if tries == 0 or not shapely.covers(walkable, shapely.LineString(straight)):
                continue
            tries -= 1
            if _cost(views, straight) <= _cost(views, way[at : other + 1]) + 1e-9:
                following = other
                break
        kept.append(following)
        at = following
    return way[kept]


def _cost(views: Views, way: Floats) -> float:
    parts = seen_stretches(views, way)
    long = parts[:, 1] - parts[:, 0]
    return float(long[parts[:, 2] > 0].sum() + _DARK * long.sum())


def _walkable(place: Place) -> Geometry:
    """Give the ground that one can walk on, a little off the walls."""
    ground = place.inside if place.floor_id else shapely.union_all(place.tiles)
    return shapely.buffer(shapely.difference(ground, place.solids[0]), -_CLEAR, join_style="mitre")


def _graph(place: Place, step: float) -> tuple[Floats, NDArray[np.int64]]:
    """Lay a grid over the walkable ground and link each node to its eight neighbours where nothing stands between."""
    walkable = _walkable(place)
    low_x, low_y, high_x, high_y = shapely.bounds(walkable)
    step = max(step, float(np.sqrt((high_x - low_x) * (high_y - low_y) / _MOST_NODES)))
    xs, ys = np.arange(low_x, high_x + step, step), np.arange(low_y, high_y + step, step)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1)
    shapely.prepare(walkable)
    free = shapely.contains_xy(walkable, grid[..., 0], grid[..., 1])
    number = np.full(free.shape, -1, dtype=np.int64)
    number[free] = np.arange(int(free.sum()))
    rows, columns = free.shape
    links = []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        a = number[: rows - down, max(0, -right) : columns - max(0, right)]
        b = number[down:, max(0, right) : columns + min(0, right)]
        both = (a >= 0) & (b >= 0)
        links.append(np.column_stack([a[both], b[both]]))
    pairs, nodes = np.concatenate(links), grid[free]
    clear = shapely.covers(walkable, shapely.linestrings(nodes[pairs]))
    return nodes, pairs[clear]
