"""The day as it goes: calls put in, what has begun left alone, better plans behind it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.twin.fleet.dispatch_scenes import small
from twin.fleet.dispatch.checker import check, check_kept
from twin.fleet.dispatch.insertion import Board, Call
from twin.fleet.dispatch.solve import Params, solve
from twin.model.errors import UsageError


class Crow:
    """Drives as the crow flies, a minute a kilometre, between the places of a random problem and new ones."""

    def __init__(self, seed, places):
        self.points = np.random.default_rng(seed).uniform(0, 20, (places, 2))

    def add(self, points, some):
        self.points = np.concatenate([self.points, points])
        there = np.concatenate([self.points[some], points])
        length = np.hypot(*(points[:, None] - there[None]).transpose(2, 0, 1))
        return length * 60.0, length, length.T * 60.0, length.T


def opened(seed, **more):
    problem = small(seed, pairs=8, kinds=3, **more)
    plan = solve(problem, Params(iterations=200))
    return problem, plan, Board(problem, plan, Crow(seed, len(problem.time)), spare=2)


def call(key, at, price=900.0):
    points = np.array([[3.0, 4.0], [9.0, 12.0]])
    return Call(
        key, points, np.array([at, at + 600.0]), np.array([at + 3000.0, at + 3600.0]), np.full(2, 30.0), 1.0, price, 5000.0
    )


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 5000), electric=st.booleans(), now=st.floats(0, 9000), ride=st.sampled_from([120.0, np.inf]))
def test_a_call_leaves_alone_what_has_begun_and_the_plan_stays_sound(seed, electric, now, ride):
    _, plan, board = opened(seed, electric=electric, ride=ride)
    board.advance(now)
    before = board.plan()
    taken = board.insert(call("new", now + 300.0))
    after = board.plan()
    assert check(board.problem(), after) == []
    assert check_kept(plan, after, now) == []
    assert (taken.kind >= 0) == (taken.request not in after.unserved)
    if taken.kind >= 0:
        assert after.value == pytest.approx(before.value + taken.cost)
    value = after.value
    assert board.improve(150, 5.0, 0.5) <= value + 1e-6
    better = board.plan()
    assert check(board.problem(), better) == []
    assert check_kept(plan, better, now) == []
    later = now + 1500.0
    board.advance(later)
    board.insert(call("later", later + 300.0))
    board.improve(100, 5.0, 0.5)
    assert check(board.problem(), board.plan()) == []
    assert check_kept(better, board.plan(), later) == []


def test_a_call_in_the_morning_costs_no_more_than_planned_from_scratch():
    problem, _, board = opened(7)
    first = board.insert(call("a", 1000.0))
    board.improve(400, 20.0, 0.5)
    fresh = solve(board.problem(), Params(iterations=600))
    assert first.kind >= 0
    assert board.plan().value <= fresh.value * 1.05
    assert len(problem.requests.key) == 8


def test_a_worthless_call_is_left_out_and_a_full_board_says_so():
    _, _, board = opened(7)
    assert board.insert(call("cheap", 1000.0, price=0.01)).kind == -1
    board.insert(call("b", 1000.0))
    with pytest.raises(UsageError) as said:
        board.insert(call("c", 1000.0))
    assert said.value.code == "dispatch.full"


def test_the_check_of_what_has_begun_sees_a_tour_taken_back():
    problem, plan, _ = opened(7)
    now = max(tour.visits[1].begin for tour in plan.tours)
    other = solve(problem, Params(iterations=0, seed=3))
    moved = type(plan)(plan.tours[1:], plan.unserved, plan.value, plan.bound, plan.steps)
    assert check_kept(plan, moved, now)
    assert check_kept(plan, plan, now) == []
    assert isinstance(check_kept(plan, other, now), list)
