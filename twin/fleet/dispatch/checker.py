"""Check a dispatch plan against its problem, constraint by constraint, in plain Python that shares nothing with the solver."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING

from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.fleet.dispatch.plan import Plan, Tour, Visit
    from twin.fleet.dispatch.problem import Problem

__all__ = ["TOLERANCE", "check", "check_kept"]

TOLERANCE = 1e-5
"""Sums of a day's floats differ by less."""


def check(problem: Problem, plan: Plan) -> list[str]:
    """Say everything that is wrong with a plan; empty = sound.

    Each request served once or said to be unserved (and then priced); pickup before delivery on one tour; windows, service times,
    ride times, releases; no more vehicles than there are, of a type that may serve; capacity, shift, trips, reach; energy never
    below the reserve nor above the battery, charging no faster than the curve; every drive as long as the matrix says; costs.
    """
    faults = [*_served_once(problem, plan), *_vehicles(problem, plan)]
    for number, tour in enumerate(plan.tours, start=1):
        shape = list(_shape(problem, tour))
        faults += [_tell(number, *fault) for fault in shape]
        if not shape:
            for part in (_clock, _loads, _pairs, _energy, _sums):
                faults += [_tell(number, *fault) for fault in part(problem, tour)]
    return faults + list(_value(problem, plan))


Fault = tuple[str, float, float]


def _tell(tour: int, what: str, found: float, limit: float) -> str:
    return str(say("dispatch.check.tour", tour=tour, what=what, found=f"{found:.6g}", limit=f"{limit:.6g}"))


def _over(found: float, limit: float) -> bool:
    return not found <= limit + TOLERANCE * max(1.0, abs(limit) * 1e-3)


def _served_once(problem: Problem, plan: Plan) -> Iterator[str]:
    times = Counter(stop for tour in plan.tours for stop in tour.stops)
    left = Counter(plan.unserved)
    for r, key in enumerate(problem.requests.key):
        stops = [int(stop) for stop in (problem.requests.pickup[r], problem.requests.delivery[r]) if stop >= 0]
        wanted = 0 if left[r] else 1
        if left[r] > 1 or any(times[stop] != wanted for stop in stops):
            yield str(say("dispatch.check.served", key=key, times=[times[stop] for stop in stops]))
        if left[r] and not math.isfinite(problem.requests.price[r]):
            yield str(say("dispatch.check.must", key=key))


def _vehicles(problem: Problem, plan: Plan) -> Iterator[str]:
    for kind, used in Counter(tour.kind for tour in plan.tours).items():
        if used > problem.fleet.count[kind]:
            yield str(say("dispatch.check.count", key=problem.fleet.key[kind], used=used, count=int(problem.fleet.count[kind])))


def _place(problem: Problem, tour: Tour, visit: Visit) -> int:
    if visit.kind == "stop":
        return int(problem.stops.place[visit.number])
    if visit.kind == "charge":
        return int(problem.charging.place[visit.number])
    return int(problem.fleet.end[tour.kind] if visit.kind == "end" else problem.fleet.start[tour.kind])


def _shape(problem: Problem, tour: Tour) -> Iterator[Fault]:
    """Begin with the start, end with the end, nothing of either in between, trips within the limit."""
    kinds = [visit.kind for visit in tour.visits]
    if len(kinds) < 2 or kinds[0] != "start" or kinds[-1] != "end" or {"start", "end"} & set(kinds[1:-1]):
        yield "shape", len(kinds), 2
    if kinds.count("reload") + 1 > problem.fleet.trips[tour.kind]:
        yield "trips", kinds.count("reload") + 1, float(problem.fleet.trips[tour.kind])
    for visit in tour.visits:
        total = {"stop": len(problem.stops.place), "charge": len(problem.charging.place)}.get(visit.kind, len(problem.fleet.key))
        if not 0 <= visit.number < total:
            yield "number", visit.number, total


def _clock(problem: Problem, tour: Tour) -> Iterator[Fault]:
    """Compare times with windows, services, the shift, and what the drive takes."""
    fleet, kind = problem.fleet, tour.kind
    for before, visit in itertools.pairwise(tour.visits):
        drive = float(problem.time[_place(problem, tour, before), _place(problem, tour, visit)])
        if _over(before.leave + drive, visit.arrive):
            yield "drive", visit.arrive, before.leave + drive
    for visit in tour.visits:
        if _over(visit.arrive, visit.begin) or _over(visit.begin, visit.leave):
            yield "order", visit.begin, visit.arrive
        if visit.kind == "stop":
            opens, closes, service = (
                float(part[visit.number]) for part in (problem.stops.opens, problem.stops.closes, problem.stops.service)
            )
            if _over(opens, visit.begin) or _over(visit.begin, closes):
                yield "window", visit.begin, closes if _over(visit.begin, closes) else opens
            if _over(visit.begin + service, visit.leave):
                yield "service", visit.leave - visit.begin, service
        elif visit.kind == "reload" and _over(visit.begin + float(fleet.turnaround[kind]), visit.leave):
            yield "turnaround", visit.leave - visit.begin, float(fleet.turnaround[kind])
    if _over(float(fleet.opens[kind]), tour.visits[0].leave) or _over(tour.visits[-1].arrive, float(fleet.closes[kind])):
        yield "shift", tour.visits[-1].arrive, float(fleet.closes[kind])


def _loads(problem: Problem, tour: Tour) -> Iterator[Fault]:
    aboard = 0.0
    for visit in tour.visits:
        if visit.kind == "reload":
            aboard = 0.0
        if visit.kind == "stop":
            aboard += float(problem.stops.load[visit.number])
        if _over(aboard, float(problem.fleet.capacity[tour.kind])) or _over(0.0, aboard):
            yield "capacity", aboard, float(problem.fleet.capacity[tour.kind])
        if visit.kind != "end" and abs(aboard - visit.load) > TOLERANCE:
            yield "load", visit.load, aboard


def _pairs(problem: Problem, tour: Tour) -> Iterator[Fault]:
    """Pickup before delivery on the same trip, ride times, releases, and types that may serve."""
    spot = {visit.number: place for place, visit in enumerate(tour.visits) if visit.kind == "stop"}
    reloads = [place for place, visit in enumerate(tour.visits) if visit.kind == "reload"]
    allowed = problem.allowed
    for r in range(len(problem.requests.key)):
        pickup, delivery = int(problem.requests.pickup[r]), int(problem.requests.delivery[r])
        if delivery not in spot and pickup not in spot:
            continue
        if not allowed[r, tour.kind]:
            yield "type", r, tour.kind
        if pickup >= 0:
            first, last = spot.get(pickup, len(tour.visits)), spot.get(delivery, -1)
            if first > last or any(first < place < last for place in reloads):
                yield "pair", last, first
                continue
            ride = tour.visits[last].begin - tour.visits[first].leave
            if _over(ride, float(problem.requests.ride[r])):
                yield "ride", ride, float(problem.requests.ride[r])
        else:
            left = tour.visits[max((place for place in (0, *reloads) if place < spot[delivery]), default=0)].leave
            if _over(float(problem.requests.release[r]), left):
                yield "release", left, float(problem.requests.release[r])


def _energy(problem: Problem, tour: Tour) -> Iterator[Fault]:
    fleet, kind, charging = problem.fleet, tour.kind, problem.charging
    battery, least = float(fleet.battery[kind]), float(fleet.reserve[kind])
    if battery <= 0.0:
        if any(visit.kind == "charge" for visit in tour.visits):
            yield "charge", 1, 0
        return
    level = float(fleet.level[kind])
    for before, visit in itertools.pairwise(tour.visits):
        level -= float(fleet.use[kind]) * float(problem.length[_place(problem, tour, before), _place(problem, tour, visit)])
        if _over(least, level):
            yield "energy", level, least
        if visit.kind == "charge":
            filled = visit.level - level
            if _over(visit.level, battery) or _over(0.0, filled):
                yield "battery", visit.level, battery
            needed = _charge_time(level, visit.level, battery, problem, visit.number)
            if _over(needed, visit.leave - visit.begin):
                yield "charging", visit.leave - visit.begin, needed
            if charging.full and _over(battery, visit.level):
                yield "full", visit.level, battery
            level = visit.level
        elif abs(level - visit.level) > TOLERANCE:
            yield "level", visit.level, level


def _charge_time(low: float, high: float, battery: float, problem: Problem, charger: int) -> float:
    """Time to charge from one level to another, piece by piece."""
    total, foot = 0.0, 0.0
    for share, factor in zip(problem.charging.share, problem.charging.factor, strict=True):
        head = float(share) * battery
        part = min(high, head) - max(low, foot)
        if part > 0.0:
            total += part / (float(problem.charging.power[charger]) * float(factor))
        foot = head
    return total


def _sums(problem: Problem, tour: Tour) -> Iterator[Fault]:
    fleet, kind = problem.fleet, tour.kind
    places = [_place(problem, tour, visit) for visit in tour.visits]
    legs = list(itertools.pairwise(places))
    length, driving = (math.fsum(float(matrix[leg]) for leg in legs) for matrix in (problem.length, problem.time))
    if _over(length, float(fleet.reach[kind])):
        yield "reach", length, float(fleet.reach[kind])
    if not math.isclose(length, tour.length, rel_tol=1e-7, abs_tol=1e-6):
        yield "length", tour.length, length
    if not math.isclose(driving, tour.driving, rel_tol=1e-7, abs_tol=1e-6):
        yield "driving", tour.driving, driving
    cost = float(fleet.fixed[kind]) + float(fleet.per_length[kind]) * length + float(fleet.per_time[kind]) * driving
    if not math.isclose(cost, tour.cost, rel_tol=1e-7, abs_tol=1e-6):
        yield "cost", tour.cost, cost


def _value(problem: Problem, plan: Plan) -> Iterator[str]:
    value = math.fsum(tour.cost for tour in plan.tours) + math.fsum(float(problem.requests.price[r]) for r in plan.unserved)
    if not math.isclose(value, plan.value, rel_tol=1e-7, abs_tol=1e-6):
        yield str(say("dispatch.check.value", found=plan.value, expected=value))
    if _over(plan.bound, value):
        yield str(say("dispatch.check.bound", bound=plan.bound, value=value))


def _same(one: Visit, two: Visit, now: float) -> bool:
    """Say whether a visit is kept: what has begun at the same moment, what is driven to no earlier; a charge of as much."""
    if (one.kind, one.number) != (two.kind, two.number):
        return False
    if one.kind == "charge":
        return abs(one.level - two.level) <= TOLERANCE
    return not _over(one.begin, two.begin) and (one.begin > now or not _over(two.begin, one.begin))


def check_kept(before: Plan, after: Plan, now: float) -> list[str]:
    """Say which tours were changed where they had begun at `now`: visited or on the way to; empty = none."""
    faults = []
    for number, tour in enumerate(before.tours, start=1):
        begun = [visit for last, visit in itertools.pairwise(tour.visits) if last.leave <= now and visit.kind != "end"]
        same = [
            other
            for other in after.tours
            if other.kind == tour.kind
            and len(other.visits) > len(begun)
            and all(_same(one, two, now) for one, two in zip(begun, other.visits[1:], strict=False))
        ]
        if begun and not same:
            faults.append(str(say("dispatch.check.kept", tour=number)))
    return faults
