"""The independent check of a route: everything it says is reckoned again from the problem, slowly and plainly."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from twin.fleet.search import Plain
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.fleet.places import Place
    from twin.fleet.plan import Link, Route
    from twin.fleet.problem import Problem
    from twin.fleet.search import Point, Sense, Touch

__all__ = ["check"]

_NEAR_M = 1e-3
_NEAR_S = 1e-6
_NEAR_WH = 1e-3
_HALF_MS = 0.5 + 1e-6
_FOOT_M_S, _WHEEL_M_S = 1.2, 10.0 / 3.6
_STRAIGHT_DEG, _BEND_DEG, _SPAN_M = 30.0, 60.0, 10.0


def check(problem: Problem, route: Route) -> list[str]:
    """Check a route against its problem.

    Returns
    -------
    Every difference as a sentence in Chinese and English; empty if the route is sound and no faster one exists.
    """
    roads = Plain(problem.roads, problem.vehicle)
    if not route.legs or any(leg.road_id not in roads.row_of for leg in route.legs):
        return [_fault("roads", "≥ 1", [leg.road_id for leg in route.legs if leg.road_id not in roads.row_of])]
    driven: list[Sense] = [(roads.row_of[leg.road_id], leg.forward) for leg in route.legs]
    starts, ends = roads.touches(_outside(problem.origin)), roads.touches(_outside(problem.target))
    return [
        *_check_roads(roads, driven),
        *_check_ends(roads, route, starts, ends),
        *_check_legs(roads, problem, route),
        *_check_turns(roads, route, driven),
        *_check_links(problem, route),
        *_check_line(roads, route),
        *_check_far(problem, route, starts, ends),
        *_check_best(roads, route, starts, ends),
        *_check_energy(problem, route),
    ]


def _fault(what: str, expected: object, found: object) -> str:
    return str(say("fleet.differs", what=what, expected=expected, found=found))


def _check_roads(roads: Plain, driven: list[Sense]) -> Iterator[str]:
    """See that every road may be driven in its sense, begins where the last one ended, and may be turned into."""
    for sense in driven:
        if sense not in roads.senses(sense[0]):
            yield str(say("fleet.not_drivable", road=roads.keys[sense[0]]))
    phases = {roads.begin(driven[0][0])}
    for before, after in pairwise(driven):
        onward = {pair for phase in phases for pair in roads.after((before, phase))}
        phases = {phase for sense, phase in onward if sense == after}
        if roads.head(before) != roads.tail(after):
            yield str(say("fleet.not_joined", before=roads.keys[before[0]], after=roads.keys[after[0]]))
        elif not phases:
            yield str(say("fleet.not_allowed", before=roads.keys[before[0]], after=roads.keys[after[0]], node=roads.head(before)))
        phases = phases or {roads.begin(after[0])}


def _outside(place: Place) -> Point:
    """Find where a place meets the open: the nearest of the doors for a room, the place itself otherwise."""
    if not place.doors:
        return place.x, place.y
    nearest = min(place.doors, key=lambda door: (math.hypot(door.x - place.x, door.y - place.y), door.key))
    return nearest.x, nearest.y


def _check_ends(roads: Plain, route: Route, starts: list[Touch], ends: list[Touch]) -> Iterator[str]:
    """Compare both ends with the nearest places of the nearest roads; in between roads are driven from end to end."""
    for what, leg, fraction, touches in (
        ("start", route.legs[0], route.legs[0].begin, starts),
        ("end", route.legs[-1], route.legs[-1].finish, ends),
    ):
        touch = next((touch for touch in touches if touch.row == roads.row_of[leg.road_id]), None)
        if touch is None:
            yield _fault(f"{what}.road", [roads.keys[near.row] for near in touches], leg.road_id)
        elif abs(touch.fraction - fraction) * roads.length(touch.row) > _NEAR_M:
            yield _fault(f"{what}.fraction", touch.fraction, fraction)
    for before, after in pairwise(route.legs):
        for what, due, found in (
            (f"{before.road_id}.finish", float(before.forward), before.finish),
            (f"{after.road_id}.begin", float(not after.forward), after.begin),
        ):
            if due != found:
                yield _fault(what, due, found)


def _check_legs(roads: Plain, problem: Problem, route: Route) -> Iterator[str]:
    """Reckon every length and time of the part driven, and their sums."""
    for leg in route.legs:
        row = roads.row_of[leg.road_id]
        length, sense = roads.length(row), (row, leg.forward)
        usual = length * 3600.0 / float(problem.roads.speed_kmh[row])
        if not abs(max(usual, 1.0) - roads.ms[row]) <= _HALF_MS:
            yield _fault(f"{leg.road_id}.road_ms", usual, roads.ms[row])
        driven = (leg.finish - leg.begin) * (1.0 if leg.forward else -1.0)
        if driven < 0.0 or not math.isclose(driven * length, leg.length_m, abs_tol=_NEAR_M):
            yield _fault(f"{leg.road_id}.length_m", driven * length, leg.length_m)
        spent = roads.done(sense, leg.finish) - roads.done(sense, leg.begin)
        if spent != leg.time_ms:
            yield _fault(f"{leg.road_id}.time_ms", spent, leg.time_ms)
    total = math.fsum(leg.length_m for leg in route.legs)
    if not math.isclose(total, route.distance_m, abs_tol=_NEAR_M):
        yield _fault("distance_m", total, route.distance_m)
    if sum(leg.time_ms for leg in route.legs) != route.value_ms:
        yield _fault("value_ms", sum(leg.time_ms for leg in route.legs), route.value_ms)


def _check_turns(roads: Plain, route: Route, driven: list[Sense]) -> Iterator[str]:
    """Name every turn anew; at a node with two neighbours at most the road can only go on, so that a bend is no turn."""
    due = ["depart"]
    beside: dict[str, set[str]] = {}
    for start, end in roads.ends:
        beside.setdefault(start, set()).add(end)
        beside.setdefault(end, set()).add(start)
    for before, after in pairwise(driven):
        if roads.turns_back(before, after):
            due.append("round")
            continue
        came, goes = roads.path(before)[::-1], roads.path(after)
        one, two = _walked(came, _SPAN_M), _walked(goes, _SPAN_M)
        # as complex numbers: the quotient of the direction after by the direction before has the turn for its argument
        quotient = (
            complex(two[0] - goes[0][0], two[1] - goes[0][1]) * complex(came[0][0] - one[0], came[0][1] - one[1]).conjugate()
        )
        degrees = math.degrees(math.atan2(quotient.imag, quotient.real))
        most = _STRAIGHT_DEG if len(beside[roads.tail(after)]) > 2 else _BEND_DEG
        due.append("straight" if abs(degrees) <= most else "left" if degrees > 0.0 else "right")
    for leg, turn in zip(route.legs, due, strict=True):
        if leg.turn != turn:
            yield _fault(f"{leg.road_id}.turn", turn, leg.turn)


def _walked(path: list[Point], distance: float) -> Point:
    """Give the point so far along a path, its end if it is shorter."""
    left = distance
    for (x1, y1), (x2, y2) in pairwise(path):
        length = math.hypot(x2 - x1, y2 - y1)
        if length >= left and length > 0.0:
            return x1 + (x2 - x1) * left / length, y1 + (y2 - y1) * left / length
        left -= length
    return path[-1]


def _check_links(problem: Problem, route: Route) -> Iterator[str]:
    """Lead straight from the origin through its nearest door to the route's first point, and likewise at its end."""
    first, last = route.geometry.coords[0], route.geometry.coords[-1]
    due = [*_chain(problem.origin, (first[0], first[1])), *_chain(problem.target, (last[0], last[1]))[::-1]]
    stops = [(link.start, link.end) for link in route.links]
    ways = len(_chain(problem.origin, (first[0], first[1])))
    due = [(pair if place < ways else pair[::-1]) for place, pair in enumerate(due)]
    if len(stops) != len(due) or any(
        math.dist(a, b) > _NEAR_M for one, two in zip(stops, due, strict=False) for a, b in zip(one, two, strict=True)
    ):
        yield _fault("links", due, stops)
    for place, link in enumerate(route.links):
        yield from _check_link(problem.origin if place < ways else problem.target, link)


def _chain(place: Place, on_road: Point) -> list[tuple[Point, Point]]:
    """Give the straight pieces from a place to the road."""
    stops = [(place.x, place.y), *([_outside(place)] if place.doors else []), on_road]
    return list(pairwise(stops))


def _check_link(place: Place, link: Link) -> Iterator[str]:
    """Let people walk from rooms, doors and positions, and vehicles approach from bays, chargers and gates."""
    mode = "approach" if place.kind in {"parking", "charger", "gate"} else "walk"
    length = math.dist(link.start, link.end)
    speed = _WHEEL_M_S if mode == "approach" else _FOOT_M_S
    if link.mode != mode:
        yield _fault(f"{link.begins_at}.mode", mode, link.mode)
    if abs(length - link.length_m) > _NEAR_M or abs(length / speed - link.time_s) > _NEAR_S:
        yield _fault(f"{link.begins_at}.length_m/time_s", (length, length / speed), (link.length_m, link.time_s))


def _check_line(roads: Plain, route: Route) -> Iterator[str]:
    """Draw the route anew, road by road, and compare point by point."""
    due: list[Point] = []
    for leg in route.legs:
        due += roads.part((roads.row_of[leg.road_id], leg.forward), leg.begin, leg.finish)
    found = [(x, y) for x, y, *_ in route.geometry.coords]
    for what, line, other in (("geometry", due, found), ("geometry (backwards)", found, due)):
        left = list(line)
        for point in other:
            while left and math.dist(left[0], point) <= _NEAR_M:
                left.pop(0)
        if left:
            yield _fault(what, left[0], "—")


def _check_far(problem: Problem, route: Route, starts: list[Touch], ends: list[Touch]) -> Iterator[str]:
    """Name anew what is far from the roads."""
    pairs = ((problem.origin, starts), (problem.target, ends))
    due = [place.key or place.text.strip() for place, touches in pairs if touches and touches[0].away > problem.params.snap_limit]
    found = [finding.row for finding in route.findings if finding.code == "fleet.far_from_roads"]
    if due != found:
        yield _fault("far_from_roads", due, found)


def _check_best(roads: Plain, route: Route, starts: list[Touch], ends: list[Touch]) -> Iterator[str]:
    """Search for a faster route; the bound is the fastest time itself."""
    fastest = roads.fastest(starts, ends)
    if route.value_ms != fastest:
        yield _fault("value_ms (fastest)", fastest, route.value_ms)
    if route.bound_ms != fastest:
        yield _fault("bound_ms", fastest, route.bound_ms)


def _check_energy(problem: Problem, route: Route) -> Iterator[str]:
    """Reckon the energy anew from the whole distance and time."""
    due = None
    if problem.appetite is not None:
        length, hours = math.fsum(leg.length_m for leg in route.legs), sum(leg.time_ms for leg in route.legs) / 3_600_000
        due = problem.appetite.wh_per_km * length / 1000 + problem.appetite.cabin_w * hours
    if (due is None) != (route.energy_wh is None) or (due is not None and abs(due - (route.energy_wh or 0.0)) > _NEAR_WH):
        yield _fault("energy_wh", due, route.energy_wh)
