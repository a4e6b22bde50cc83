"""Plans of a day: sound by the checker, equal to trying everything on small ones, and the checker sees what is broken."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.twin.fleet.dispatch_scenes import small
from twin.fleet.dispatch.bound import bound
from twin.fleet.dispatch.plan import Plan, check
from twin.fleet.dispatch.solve import Params, solve
from twin.model.errors import UsageError

FEW = Params(iterations=250)


def route_cost(problem, kind, order):
    """Cost of a tour that visits stops in an order as early as it can, None where it breaks a rule; no batteries."""
    fleet, stops = problem.fleet, problem.stops
    now, place, load, cost = fleet.opens[kind], fleet.start[kind], 0.0, float(fleet.fixed[kind])
    for stop in order:
        now = max(now + problem.time[place, stops.place[stop]], stops.opens[stop])
        if now > stops.closes[stop] + 1e-7:
            return None
        now += stops.service[stop]
        cost += fleet.per_length[kind] * problem.length[place, stops.place[stop]]
        place = stops.place[stop]
        load += stops.load[stop]
        if load > fleet.capacity[kind]:
            return None
    cost += fleet.per_length[kind] * problem.length[place, fleet.end[kind]]
    return cost if now + problem.time[place, fleet.end[kind]] <= fleet.closes[kind] else None


def best_by_trying(problem):
    """Try every set of requests on every vehicle in every order; at most three requests."""
    count = len(problem.requests.key)
    vehicles = [k for k in range(len(problem.fleet.key)) for _ in range(int(problem.fleet.count[k]))]
    cheapest = {(k, ()): 0.0 for k in set(vehicles)}
    for k in set(vehicles):
        for size in range(1, count + 1):
            for chosen in itertools.combinations(range(count), size):
                stops = [stop for r in chosen for stop in (2 * r, 2 * r + 1)]
                costs = [
                    found
                    for order in itertools.permutations(stops)
                    if all(order.index(2 * r) < order.index(2 * r + 1) for r in chosen)
                    and (found := route_cost(problem, k, order)) is not None
                ]
                cheapest[k, chosen] = min(costs, default=math.inf)
    best = math.inf
    for given_to in itertools.product(range(-1, len(vehicles)), repeat=count):
        total = sum(float(problem.requests.price[r]) for r in range(count) if given_to[r] < 0)
        for number, k in enumerate(vehicles):
            total += cheapest[k, tuple(r for r in range(count) if given_to[r] == number)]
        best = min(best, total)
    return best


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_a_small_day_is_planned_as_well_as_by_trying_everything(seed):
    problem = small(seed, pairs=3)
    plan = solve(problem, FEW)
    assert check(problem, plan) == []
    best = best_by_trying(problem)
    assert plan.value == pytest.approx(best)
    assert bound(problem) <= best + 1e-6


@settings(max_examples=12, deadline=None)
@given(
    seed=st.integers(0, 10_000), electric=st.booleans(), trips=st.integers(1, 2), ride=st.sampled_from([60.0, 600.0, math.inf])
)
def test_every_plan_keeps_every_rule(seed, electric, trips, ride):
    problem = small(seed, pairs=8, kinds=3, electric=electric, trips=trips, ride=ride)
    plan = solve(problem, FEW)
    assert check(problem, plan) == []
    assert bound(problem) <= plan.value + 1e-6
    assert solve(problem, FEW) == plan


def _changed(plan, number, **values):
    tours = list(plan.tours)
    tours[number] = replace(tours[number], **values)
    return replace(plan, tours=tuple(tours))


@pytest.fixture(scope="module")
def electric_day():
    problem = small(5, pairs=8, kinds=3, electric=True, ride=600.0)
    return problem, solve(problem, FEW)


def _broken(plan):
    """Name and make plans that are broken in one way each."""
    tour = next(tour for tour in plan.tours if len(tour.stops) >= 4)
    number = plan.tours.index(tour)
    first = next(place for place, visit in enumerate(tour.visits) if visit.kind == "stop")
    visits = list(tour.visits)

    def at(place, **values):
        return tuple(replace(visit, **values) if where == place else visit for where, visit in enumerate(visits))

    last = len(visits) - 1
    yield "left out silently", replace(plan, tours=plan.tours[:number] + plan.tours[number + 1 :])
    yield "early", _changed(plan, number, visits=at(first, begin=-99.0, arrive=-99.0))
    yield "no service", _changed(plan, number, visits=at(first, leave=visits[first].begin))
    yield "load", _changed(plan, number, visits=at(first, load=9.0))
    yield "home late", _changed(plan, number, visits=at(last, arrive=9e9, begin=9e9, leave=9e9))
    yield "cheap", _changed(plan, number, cost=tour.cost - 1.0)
    yield "short", _changed(plan, number, length=tour.length - 1.0)
    yield "backwards", _changed(plan, number, visits=(visits[0], *reversed(visits[1:-1]), visits[-1]))
    yield "no end", _changed(plan, number, visits=tuple(visits[:-1]))
    yield "twice", replace(plan, tours=(*plan.tours, tour))
    yield "value", replace(plan, value=plan.value - 5.0)
    yield "bound", replace(plan, bound=plan.value + 5.0)
    yield "unserved yet served", replace(plan, unserved=(*plan.unserved, tour.stops[0] // 2))


def test_the_checker_sees_each_way_to_break_a_plan(electric_day):
    problem, plan = electric_day
    assert check(problem, plan) == []
    for name, broken in _broken(plan):
        assert check(problem, broken), name


def test_the_checker_sees_energy_that_is_not_there(electric_day):
    problem, _ = electric_day
    thin = replace(problem, fleet=replace(problem.fleet, battery=problem.fleet.battery * 0.3, level=problem.fleet.level * 0.3))
    plan = solve(problem, FEW)
    used = [tour for tour in plan.tours if problem.fleet.battery[tour.kind] > 0]
    assert used
    assert any("energy" in fault or "battery" in fault for fault in check(thin, plan))


def test_charging_as_fast_as_the_curve_and_no_faster():
    problem = small(5, pairs=8, kinds=3, electric=True)
    plan = solve(problem, FEW)
    slow = replace(problem, charging=replace(problem.charging, power=problem.charging.power * 0.5))
    charged = any(visit.kind == "charge" and visit.leave > visit.begin for tour in plan.tours for visit in tour.visits)
    assert charged
    assert any("charging" in fault for fault in check(slow, plan))


def test_a_stopped_search_gives_what_it_has():
    problem = small(3, pairs=8)
    seen = []

    def watch(now):
        seen.append(now)
        return True

    plan = solve(problem, Params(iterations=10**9), watch)
    assert len(seen) == 1
    assert check(problem, plan) == []


def test_fewer_vehicles_come_first_where_that_is_asked():
    problem = small(8, pairs=6, kinds=1, price=math.inf)
    wide = replace(problem.stops, closes=problem.stops.closes + 9000.0)
    dear = replace(problem, stops=wide, vehicles_first=True, fleet=replace(problem.fleet, count=np.array([6])))
    plan = solve(dear, Params(iterations=800))
    assert check(dear, plan) == []
    assert len(plan.tours) <= len(solve(replace(dear, vehicles_first=False), FEW).tours)


def test_arrays_that_do_not_fit_are_refused():
    problem = small(1)
    with pytest.raises(UsageError):
        replace(problem, time=problem.time[:-1])
    with pytest.raises(UsageError):
        Params(iterations=-1)


def test_nothing_asked_is_nothing_planned():
    problem = small(1, pairs=0)
    plan = solve(problem, FEW)
    assert plan == Plan((), (), 0.0, 0.0, plan.steps, plan.origin)
    assert check(problem, plan) == []
