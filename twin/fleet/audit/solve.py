"""The way behind a track, what the shortest one would have been, and where the track leaves its order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.matching import match
from gis.ways import draw, stages
from twin.fleet.audit.plan import Audit, Deviation, Stop
from twin.fleet.audit.rules import (
    CLOSE,
    DETOUR_M,
    DETOUR_SHARE,
    EARLY,
    LATE,
    PARKED,
    SILENCE,
    STANDING,
    STOP,
)
from twin.fleet.ground import router_for

if TYPE_CHECKING:
    from gis.matching import Matched
    from gis.routing import Router
    from twin.fleet.audit.problem import Problem

__all__ = ["solve"]


def solve(problem: Problem) -> Audit:
    """Match the track and list every deviation."""
    router = router_for(problem.roads, problem.vehicle)
    found = match(router, problem.points, problem.seconds)
    lines = [draw(router.table, stages(router.table, router.network, piece.way)) for piece in found.pieces]
    driven = float(sum(line.length for line in lines))
    least = _least(problem, router, found)
    stops = _stops(problem)
    deviations = [*_detour(problem, driven, least), *_stopped(problem, stops), *_untimely(problem), *_silent(problem)]
    deviations += [*_off_road(problem, found), *_outside(problem), *_elsewhere(problem)]
    return Audit(
        version=problem.version,
        crs=problem.crs,
        vehicle_id=problem.vehicle_id,
        plate_code=problem.plate_code,
        trip_id=problem.params.trip,
        begun=problem.moments[0],
        ended=problem.moments[-1],
        fixes=len(problem.points),
        matched=int((found.row >= 0).sum()),
        driven_m=driven,
        shortest_m=least,
        geometry=shapely.MultiLineString(lines),
        stops=tuple(stops),
        deviations=tuple(sorted(deviations, key=lambda item: (item.first, item.kind))),
    )


def _least(problem: Problem, router: Router, found: Matched) -> float | None:
    """Metres of the fastest way from the first matched place over the order's places to the last, None where there is none."""
    on_road = np.flatnonzero(found.row >= 0)
    if len(on_road) < 2:
        return None
    middle = [place.outside for place in problem.order or ()]
    spots = router.snap(np.array([found.points[on_road[0]], *middle, found.points[on_road[-1]]]))
    total = 0.0
    for one, other in pairwise(spots):
        way = router.route(one, other)
        if way is None:
            return None
        total += sum(stage.length for stage in stages(router.table, router.network, way))
    return total


def _detour(problem: Problem, driven: float, least: float | None) -> list[Deviation]:
    if least is None or driven - least < DETOUR_M.value or driven < least * (1.0 + DETOUR_SHARE.value):
        return []
    return [Deviation("detour", 0, len(problem.points) - 1, driven - least, {"driven": driven / 1e3, "least": least / 1e3})]


def _stops(problem: Problem) -> list[Stop]:
    """Find the longest stretches in which the vehicle stays about where it came to stand."""
    found, first, count = [], 0, len(problem.points)
    while first < count - 1:
        away = np.hypot(*(problem.points[first:] - problem.points[first]).T)
        left = np.flatnonzero(away > STANDING.value)
        last = first + (int(left[0]) - 1 if len(left) else count - first - 1)
        if problem.seconds[last] - problem.seconds[first] >= STOP.value:
            x, y = map(float, problem.points[first : last + 1].mean(axis=0))
            away_m = min((float(shapely.distance(place, shapely.Point(x, y))) for place in problem.allowed), default=np.inf)
            spent = float(problem.seconds[last] - problem.seconds[first])
            found.append(Stop(first, last, spent, x, y, in_order=away_m <= CLOSE.value))
            first = last
        first += 1
    return found


def _stopped(problem: Problem, stops: list[Stop]) -> list[Deviation]:
    if problem.order is None:
        return []
    return [
        Deviation("stop", stop.first, stop.last, stop.seconds, {"minutes": stop.seconds / 60})
        for stop in stops
        if not stop.in_order
    ]


def _untimely(problem: Problem) -> list[Deviation]:
    """Name the stretches outside the order's times, or without an order outside working hours."""
    early = problem.depart is not None and (problem.depart - problem.moments[0]).total_seconds() > EARLY.value
    late = problem.arrive is not None and (problem.moments[-1] - problem.arrive).total_seconds() > LATE.value
    found = []
    if early and problem.depart is not None:
        spent = (problem.depart - problem.moments[0]).total_seconds()
        found.append(Deviation("early", 0, 0, spent, {"minutes": spent / 60}))
    if late and problem.arrive is not None:
        spent, last = (problem.moments[-1] - problem.arrive).total_seconds(), len(problem.points) - 1
        found.append(Deviation("late", last, last, spent, {"minutes": spent / 60}))
    if problem.order is None:
        out = np.array([not problem.params.hours.hold(moment) for moment in problem.moments])
        found += [Deviation("hours", one, other, _spent(problem, one, other), {}) for one, other in _runs(out)]
    return found


def _silent(problem: Problem) -> list[Deviation]:
    gaps = np.diff(problem.seconds)
    return [
        Deviation("silence", int(at), int(at) + 1, float(gaps[at]), {"minutes": float(gaps[at]) / 60})
        for at in np.flatnonzero(gaps > SILENCE.value)
    ]


def _off_road(problem: Problem, found: Matched) -> list[Deviation]:
    return [
        Deviation("off_road", one, other, _spent(problem, one, other), {"fixes": other - one + 1})
        for one, other in _runs(found.row < 0)
    ]


def _outside(problem: Problem) -> list[Deviation]:
    if problem.fence is None:
        return []
    out = ~shapely.covers(problem.fence, shapely.points(problem.points))
    return [Deviation("fence", one, other, _spent(problem, one, other), {"fixes": other - one + 1}) for one, other in _runs(out)]


def _elsewhere(problem: Problem) -> list[Deviation]:
    if problem.home is None:
        return []
    away = float(shapely.distance(problem.home, shapely.Point(problem.points[-1])))
    last = len(problem.points) - 1
    return [Deviation("parked", last, last, away, {"metres": away})] if away > PARKED.value else []


def _spent(problem: Problem, one: int, other: int) -> float:
    return float(problem.seconds[other] - problem.seconds[one])


def _runs(marked: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[tuple[int, int]]:
    """Give the first and last place of each run of marks."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]])))
    return [(int(one), int(other) - 1) for one, other in zip(edges[::2], edges[1::2], strict=True)]
