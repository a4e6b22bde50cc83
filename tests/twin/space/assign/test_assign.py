"""The assignment kernel: against enumeration, against published bounds, and on rooms with wishes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.twin.space.assign.instances import gap, judge, osap, problem_of, published
from twin.model.errors import UsageError
from twin.space.assign.bound import lagrangian, relax
from twin.space.assign.problem import HARD, Assignment, Pairs
from twin.space.assign.solve import Params, solve


def tiny(seed, strict):
    """Five items, three places, every kind of wish."""
    rng = np.random.default_rng(seed)
    same = np.eye(3, dtype=bool)
    pairs = Pairs(np.array([0, 1, 4]), np.array([1, 2, 0]), np.array([0, 1, 2]), rng.integers(0, 9, 3).astype(float))
    cost = rng.integers(0, 20, (5, 3)).astype(float)
    cost[0, int(rng.integers(3))] = HARD
    return Assignment(
        cost, rng.integers(1, 6, (5, 3)).astype(float), rng.integers(5, 10, 3).astype(float),
        np.full(3, np.inf if strict else 2.0), rng.integers(0, 9, 3).astype(float) * (not strict), 0.0 if strict else 1.0,
        rng.integers(0, 4, 5).astype(float), pairs, np.array([same, ~same, rng.random((3, 3)) < 0.5]),
    )  # fmt: skip


@given(seed=st.integers(0, 10_000), strict=st.booleans())
@settings(max_examples=15)
def test_the_kernel_finds_the_least_of_all_choices_and_the_bound_is_not_above(seed, strict):
    problem = tiny(seed, strict)
    least = min(problem.value(np.array(place)) for place in product(range(3), repeat=5))
    found = solve(problem, Params(steps=60_000, coolings=3))
    assert found.value == pytest.approx(problem.value(found.place)) or found.value == np.inf
    assert found.value == pytest.approx(least)
    assert relax(problem).bound <= least + 1e-6


def test_the_same_seed_and_steps_give_the_same_places():
    runs = [solve(tiny(3, strict=False), Params(steps=20_000, seed=5)) for _ in range(2)]
    assert (runs[0].place == runs[1].place).all()


def test_every_senseless_part_is_named_at_once():
    problem = tiny(1, strict=False)
    wrong = replace(problem, size=-problem.size, capacity=problem.capacity[:2], cost=problem.cost * np.nan)
    with pytest.raises(UsageError) as refused:
        solve(wrong)
    assert all(name in str(refused.value) for name in ("size", "capacity", "cost"))


@pytest.mark.parametrize("name", ["c05100", "e05100"])
def test_published_instances_are_met_within_two_parts_in_a_hundred_by_a_short_run(testdata, name):
    folder = testdata / "space" / "gap" / "data"
    problem = gap(folder / f"{name}.zip")
    relaxed = relax(problem)
    wide = float(np.median(np.sort(relaxed.reduced, axis=1)[:, 2] - relaxed.reduced.min(axis=1)))
    found = solve(problem, Params(steps=2_000_000, heat=(0.5 * wide, 0.05 * wide)), relaxed.reduced)
    low, high = published(folder / "bounds.txt")[name]
    assert relaxed.bound <= low
    assert low <= found.value <= 1.02 * high


def test_rooms_with_wishes_keep_every_hard_rule_and_cost_what_the_file_says(testdata):
    office = osap(testdata / "space" / "osap" / "PNe150" / "p025_n005.txt")
    problem = problem_of(office)
    found = solve(problem, Params(steps=3_000_000))
    broken, value = judge(office, found.place)
    assert broken == 0
    assert value == pytest.approx(found.value)
    assert lagrangian(problem, np.full(len(office.room), -1.0))[0] <= value <= 170
