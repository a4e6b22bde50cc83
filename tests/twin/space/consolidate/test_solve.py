"""The solver: against an exact model of every room, repeatable, stoppable, honest about its bound."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace

import numpy as np
import pytest

from tests.twin.space.consolidate.exact import least_cost
from tests.twin.space.consolidate.small import changed, district
from twin.model.errors import UsageError
from twin.space.consolidate.faults import NoPlanError, ProblemRefused
from twin.space.consolidate.interchange import problem_of
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import check, room_faults
from twin.space.consolidate.problem import Rule
from twin.space.consolidate.solve import solve

QUICK = Params(iterations=2000, nodes=16)


def test_tiny_plans_lie_between_the_bound_and_near_the_exact_optimum():
    ours = theirs = 0.0
    for seed in range(4):
        problem = district(seed, departments=3)
        best, proven = least_cost(problem)
        plan = solve(problem, QUICK)
        assert check(problem, plan) == []
        assert plan.bound <= best + 1e-6
        assert plan.value.total >= proven - 1e-6
        ours, theirs = ours + plan.value.total, theirs + best
    assert ours <= 1.06 * theirs


def test_the_first_instance_is_planned_well_below_the_hand_with_a_proven_gap(testdata):
    held = json.loads((testdata / "space" / "consolidation" / "S1.json").read_text(encoding="utf-8"))
    problem = problem_of(held)
    plan = solve(problem, Params(iterations=4000, nodes=20))
    assert check(problem, plan) == []
    assert plan.value.total < 0.96 * held["hand_plan"]["value"]
    assert plan.gap < 0.045
    assert not plan.stopped


def test_the_same_seed_and_limits_give_the_same_bytes():
    problem = district(11, departments=5, floors=4)
    first, second = (solve(problem, QUICK).record(problem) for _ in range(2))
    assert json.dumps(first) == json.dumps(second)


def test_a_caller_may_stop_it_at_any_time_and_gets_what_there_is():
    problem = district(11, departments=5, floors=4)
    for after in (0, 1, 3):
        calls = itertools.count()
        plan = solve(problem, QUICK, lambda _: next(calls) >= after)  # noqa: B023 - used up within the round
        assert plan.stopped
        assert check(problem, plan) == []


def test_progress_never_gets_worse():
    seen = []
    solve(district(2), QUICK, lambda state: seen.append((state.value, state.bound)) or False)
    values, bounds = zip(*seen, strict=True)
    assert all(later <= sooner for sooner, later in itertools.pairwise(values))
    assert all(later >= sooner - 1e-9 for sooner, later in itertools.pairwise(bounds))


def test_rules_are_kept():
    problem = district(4, floors=4)
    rules = [Rule("keep_floor", floors=(0,)), Rule("close_floor", floors=(5,)), Rule("bar", department=1, floors=(0, 1, 2)),
             Rule("only", department=2, floors=(1, 2, 3)), Rule("reserve", share=0.1)]  # fmt: skip
    plan = solve(problem.with_rules(rules), QUICK)
    assert check(problem.with_rules(rules), plan) == []
    used = {(int(d), int(f)) for d, f in plan.rooms[:, :2]}
    assert all(f != 5 for _, f in used)
    assert all(f not in {0, 1, 2} for d, f in used if d == 1)
    assert all(f in {1, 2, 3} for d, f in used if d == 2)
    free = solve(problem, QUICK)
    assert plan.value.total >= free.bound


def test_a_reserve_opens_floors_nobody_uses():
    problem = district(4, floors=4)
    share = float(problem.seats.sum()) / problem.need - 1.0 - 1e-3
    ruled = problem.with_rules([Rule("reserve", share=share)])
    plan = solve(ruled, QUICK)
    assert check(ruled, plan) == []
    assert plan.value.open_floors == len(problem.building)
    assert any("seats are open" in fault for fault in room_faults(ruled, plan.rooms))


def test_a_longer_horizon_makes_moves_cheaper():
    problem = district(9, departments=5)
    long = changed(problem, weights=replace(problem.weights, horizon_years=10.0))
    assert solve(long, QUICK).value.total <= solve(problem, QUICK).value.total + 1e-9


def test_a_spoilt_plan_is_found():
    problem = district(0)
    plan = solve(problem, QUICK)
    assert check(problem, replace(plan, value=replace(plan.value, total=plan.value.total - 1)))
    more = plan.rooms.copy()
    more[0, 4] += 50
    assert check(problem, replace(plan, rooms=more))
    assert check(problem, replace(plan, rooms=plan.rooms[1:]))
    assert check(problem, replace(plan, rooms=np.zeros((2, 4), dtype=np.int64)))


def test_senseless_problems_and_limits_are_refused():
    problem = district(0)
    with pytest.raises(ProblemRefused) as refused:
        solve(changed(problem, floor_cost=-problem.floor_cost, ceilings_m2=(30.0, 24.0, 18.0)))
    assert {found.code for found in refused.value.findings} == {"plan.negative", "plan.ceilings_contradict"}
    with pytest.raises(UsageError, match=r"seed.*budget_s"):
        Params(seed=-1, budget_s=0)


def test_without_enough_rooms_there_is_no_plan():
    problem = district(0)
    with pytest.raises(NoPlanError):
        solve(changed(problem, staff=problem.staff * 50), QUICK)


def test_leaders_who_find_no_room_together_sit_apart():
    rooms = np.array([[2, 0, 1, 0, 0], [0, 1, 0, 0, 0], [0, 1, 0, 0, 0]])
    one = np.array([1])
    problem = changed(
        district(0, departments=1, buildings=1),
        rooms=rooms,
        staff=2 * one,
        chiefs=one,
        deputies=2 * one,
        today=np.zeros((1, 3), dtype=np.int64),
    )
    plan = solve(problem, QUICK)
    assert check(problem, plan) == []
    assert plan.value.open_floors == 3
    assert plan.value.extra_floors == 30.0
