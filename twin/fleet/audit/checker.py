"""What must hold of an audit, reckoned anew fix by fix; imports nothing of the solver, of matching or of the fast engines."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely

from twin.fleet.audit.rules import CLOSE, DETOUR_M, DETOUR_SHARE, EARLY, LATE, PARKED, SILENCE, STANDING, STOP
from twin.model.words import say

if TYPE_CHECKING:
    from twin.fleet.audit.plan import Audit
    from twin.fleet.audit.problem import Problem

__all__ = ["check"]

_TOLERANCE_M = 0.5
_ON_ROAD_M = 0.01
_FAR_M = 500.0
"""Metres by which places and fixes may lie off the roads."""


def check(problem: Problem, plan: Audit) -> list[str]:
    """Hold lengths, stops and what follows from times and places against the track; an empty list is a sound answer."""
    faults = []

    def same(what: str, expected: object, found: object) -> None:
        if expected != found:
            faults.append(str(say("fleet.audit.differs", what=what, expected=expected, found=found)))

    parts = list(plan.geometry.geoms)
    length = sum(part.length for part in parts)
    if abs(length - plan.driven_m) > _TOLERANCE_M:
        same("driven_m", length, plan.driven_m)
    tree = shapely.STRtree(problem.roads.lines)
    corners = shapely.points(shapely.get_coordinates(plan.geometry))
    if len(corners):
        nearest = tree.geometries[tree.nearest(corners)]
        same("off the roads", 0, int((shapely.distance(nearest, corners) >= _ON_ROAD_M).sum()))
    same("stops", _stops(problem), [(stop.first, stop.last, stop.in_order) for stop in plan.stops])
    told = ("silence", "fence", "parked", "detour", "early", "late", "hours")
    kinds = {kind: [(item.first, item.last) for item in plan.deviations if item.kind == kind] for kind in told}
    times = problem.seconds.tolist()
    gaps = [(at, at + 1) for at, (one, other) in enumerate(pairwise(times)) if other - one > SILENCE.value]
    same("silence", gaps, kinds["silence"])
    last = len(problem.points) - 1
    away = problem.home is not None and problem.home.distance(shapely.Point(problem.points[-1])) > PARKED.value
    same("parked", [(last, last)] if away else [], kinds["parked"])
    early = problem.depart is not None and (problem.depart - problem.moments[0]).total_seconds() > EARLY.value
    late = problem.arrive is not None and (problem.moments[-1] - problem.arrive).total_seconds() > LATE.value
    same("early", [(0, 0)] if early else [], kinds["early"])
    same("late", [(last, last)] if late else [], kinds["late"])
    untimely = sum(problem.order is None and not problem.params.hours.hold(moment) for moment in problem.moments)
    same("hours", untimely, sum(other - one + 1 for one, other in kinds["hours"]))
    least = plan.shortest_m
    if least is not None and least < _straight(problem) - 2.0 * _FAR_M:
        same("shortest_m", _straight(problem), least)
    long = least is not None and plan.driven_m - least >= DETOUR_M.value and plan.driven_m >= least * (1 + DETOUR_SHARE.value)
    same("detour", [(0, last)] if long else [], kinds["detour"])
    out = [problem.fence is not None and not problem.fence.covers(shapely.Point(point)) for point in problem.points]
    same("fence", sum(out), sum(other - one + 1 for one, other in kinds["fence"]))
    return faults


def _straight(problem: Problem) -> float:
    """Metres from the first fix over the order's places to the last, as the crow flies: no way is shorter."""
    points = [problem.points[0], *(place.outside for place in problem.order or ()), problem.points[-1]]
    return sum(math.dist(one, other) for one, other in pairwise(points))


def _stops(problem: Problem) -> list[tuple[int, int, bool]]:
    found, first, points = [], 0, [shapely.Point(point) for point in problem.points]
    while first < len(points) - 1:
        last = first
        while last + 1 < len(points) and points[last + 1].distance(points[first]) <= STANDING.value:
            last += 1
        if problem.seconds[last] - problem.seconds[first] >= STOP.value:
            middle = shapely.MultiPoint(points[first : last + 1]).centroid
            found.append((first, last, any(place.distance(middle) <= CLOSE.value for place in problem.allowed)))
            first = last
        first += 1
    return found
