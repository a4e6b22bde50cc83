"""Map matching: fixes of a vehicle become the way that it drove.

A hidden Markov model on the same turn-expanded network that routes are found on: a fix lies near the road it was taken on, and
the way between two fixes is about as long as the straight line between them. Turn bans and one-way roads hold; where the network
has no way from one fix to the next a new piece begins, and a fix with no road near is left out. Both are told, never bridged.
Nobody is thought to have driven round a block to the same road between two fixes.

Source: Newson and Krumm, Hidden Markov Map Matching Through Noise and Sparseness (2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.faults import GisError
from gis.tracing import likeliest, way_between
from gis.ways import Position, Way

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.routing import Router

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["MatchParams", "Matched", "Piece", "match"]


@dataclass(frozen=True, slots=True)
class MatchParams:
    """How fixes err.

    `sigma_m` is the standard deviation on each axis, `slack_m` how far ways and straight lines between fixes differ in the mean.
    Roads farther than `radius_m` from a fix are no candidates, and of the others the `candidates` nearest are. A way between
    two fixes is looked for up to `detour` times the straight line and `spare_m` more, and never faster than `fastest_ms`
    metres a second.
    """

    sigma_m: float = 10.0
    slack_m: float = 5.0
    radius_m: float = 50.0
    candidates: int = 8
    detour: float = 3.0
    spare_m: float = 400.0
    fastest_ms: float = 50.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch driven without a break.

    `fixes` are the places in the track of those that were matched, `metres` the way between each two of them, one entry less.
    """

    fixes: Ints
    way: Way
    metres: Floats

    @property
    def length(self) -> float:
        """Metres driven."""
        return float(self.metres.sum())


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of a track of n fixes.

    `row`: shape (n,), the road of each fix, -1 where none is near. `points`: shape (n, 2), where on it, NaN where none. `away`:
    metres from the fix. `pieces`: in order; between two of them the network has no way.
    """

    row: Ints
    points: Floats
    away: Floats
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _States:
    """Candidates of all fixes that have any: `fixes` (f,) in the track; `start` (f + 1,); the others one entry per state."""

    fixes: Ints
    start: Ints
    direction: Ints
    along: Floats
    away: Floats
    fraction: Floats
    points: Floats


def match(router: Router, points: Floats, seconds: Floats, params: MatchParams = MatchParams()) -> Matched:
    """Find the likeliest way behind a track.

    Parameters
    ----------
    router
        The roads that the vehicle may use.
    points
        Shape (n, 2), metres in the CRS of the roads.
    seconds
        Shape (n,), never falling.

    Raises
    ------
    GisError
        ``matching.shape`` if there is not one time per fix, ``matching.time`` if times fall, ``matching.nan`` if a number is
        missing.
    """
    points, seconds = np.asarray(points, dtype=np.float64), np.asarray(seconds, dtype=np.float64)
    if points.shape != (len(seconds), 2):
        raise GisError("matching.shape", fixes=points.shape, times=len(seconds))
    if not (np.isfinite(points).all() and np.isfinite(seconds).all()):
        missing = np.flatnonzero(~(np.isfinite(points).all(axis=1) & np.isfinite(seconds)))
        raise GisError("matching.nan", fix=int(missing[0]) + 1, count=len(missing))
    falling = np.flatnonzero(np.diff(seconds) < 0)
    if len(falling):
        raise GisError("matching.time", fix=int(falling[0]) + 2)
    states = _candidates(router, points, params)
    row = np.full(len(points), -1, dtype=np.int64)
    held, away = np.full((len(points), 2), np.nan), np.full(len(points), np.nan)
    if len(states.fixes) == 0:
        return Matched(row, held, away, ())
    straight = np.hypot(*np.diff(points[states.fixes], axis=0).T)
    gone = np.diff(seconds[states.fixes])
    reach = params.detour * straight + params.spare_m
    limits = np.where(gone > 0, np.minimum(reach, np.maximum(gone * params.fastest_ms, straight + params.radius_m)), reach)
    network = (router.network.length, router.network.turn_start, router.network.turn_to)
    noise = (params.sigma_m, params.slack_m, 3.0 * params.sigma_m)
    candidates = (states.direction, states.along, states.away)
    chosen, metres = likeliest(states.start, candidates, (straight, limits), network, noise)
    row[states.fixes] = router.network.row[states.direction[chosen]]
    held[states.fixes], away[states.fixes] = states.points[chosen], states.away[chosen]
    first = np.flatnonzero(metres < 0)
    bounds = zip(first, [*first[1:], len(chosen)], strict=True)
    pieces = tuple(_piece(router, states, chosen, metres, limits, (int(one), int(end))) for one, end in bounds)
    return Matched(row, held, away, pieces)


def _candidates(router: Router, points: Floats, params: MatchParams) -> _States:
    """Find the nearest roads of every fix, both directions of those that are driven both ways."""
    network, tree = router.network, router.roads
    fix, hit = tree.query(shapely.points(points), predicate="dwithin", distance=params.radius_m)
    lines = tree.geometries[hit]
    spots = shapely.points(points[fix])
    away = shapely.distance(lines, spots)
    order = np.lexsort((hit, away, fix))
    fix, hit, lines, spots, away = fix[order], hit[order], lines[order], spots[order], away[order]
    rank = np.arange(len(fix)) - np.searchsorted(fix, fix, side="left")
    near = rank < params.candidates
    fix, hit, lines, spots, away = fix[near], hit[near], lines[near], spots[near], away[near]
    fraction = shapely.line_locate_point(lines, spots, normalized=True)
    foot = shapely.get_coordinates(shapely.line_interpolate_point(lines, fraction, normalized=True)).reshape(-1, 2)
    rows = router.open_rows[hit]
    low, high = np.searchsorted(network.row, rows, side="left"), np.searchsorted(network.row, rows, side="right")
    road = np.repeat(np.arange(len(rows)), high - low)
    direction = np.arange(len(road)) - np.repeat(np.cumsum(high - low) - (high - low), high - low) + low[road]
    fresh = ~network.arriving[direction]
    road, direction = road[fresh], direction[fresh]
    driven = np.where(network.forward[direction], fraction[road], 1.0 - fraction[road])
    fixes, start = np.unique(fix[road], return_index=True)
    return _States(
        fixes=fixes.astype(np.int64),
        start=np.append(start, len(road)).astype(np.int64),
        direction=direction.astype(np.int64),
        along=driven * network.length[direction],
        away=away[road],
        fraction=fraction[road],
        points=foot[road],
    )


def _piece(
    router: Router, states: _States, chosen: Ints, metres: Floats, limits: Floats, bounds: tuple[int, int]
) -> Piece:  # fmt: skip
    """Join the ways between the fixes from one break to the next."""
    first, end = bounds
    network = (router.network.length, router.network.turn_start, router.network.turn_to)
    walked = [int(states.direction[chosen[first]])]
    for step in range(first + 1, end):
        one, other = chosen[step - 1], chosen[step]
        before, after = int(states.direction[one]), int(states.direction[other])
        if before == after and abs(states.along[other] - states.along[one]) == metres[step]:
            continue
        walked += [*(int(at) for at in way_between(before, after, limits[step - 1], network)), after]
    ends = [_position(router, states, int(chosen[place])) for place in (first, end - 1)]
    way = Way(ends[0], ends[1], tuple(walked), _milliseconds(router, walked, ends))
    return Piece(states.fixes[first:end], way, metres[first + 1 : end])


def _position(router: Router, states: _States, state: int) -> Position:
    x, y = states.points[state]
    return Position(int(router.network.row[states.direction[state]]), float(states.fraction[state]), float(x), float(y))


def _milliseconds(router: Router, walked: list[int], ends: list[Position]) -> int:
    """Give how long the way takes at the roads' speeds."""
    network = router.network
    share = [
        place.fraction if network.forward[at] else 1.0 - place.fraction
        for place, at in zip(ends, (walked[0], walked[-1]), strict=True)
    ]
    whole = float(network.ms[walked].sum()) - share[0] * float(network.ms[walked[0]])
    return max(0, round(whole - (1.0 - share[1]) * float(network.ms[walked[-1]])))
