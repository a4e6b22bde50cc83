"""The bound: valid against every plan at any multipliers, equal to its slow check, and nothing false passes the check."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.twin.space.consolidate.small import district
from twin.space.consolidate.bound import Node, Tree
from twin.space.consolidate.certificate import Leaf, Multipliers, covers, leaf_bound, verify
from twin.space.consolidate.conflict import feasible_rooms
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import evaluate
from twin.space.consolidate.solve import solve


def multipliers(problem, rng, scale):
    pi = rng.uniform(0, scale, len(problem.building))
    link = rng.uniform(0, 5 * scale, problem.today.shape) * (rng.random(problem.today.shape) < 0.3)
    d, f = np.nonzero(link)
    return pi, link, Multipliers(pi, d, f, link[d, f])


@given(seed=st.integers(0, 10_000), scale=st.sampled_from([0.0, 0.5, 2.0, 8.0]), shut=st.integers(-1, 5))
@settings(max_examples=25)
def test_the_compiled_value_equals_the_slow_one_at_any_multipliers(seed, scale, shut):
    problem = district(seed)
    rng = np.random.default_rng(seed)
    pi, link, held = multipliers(problem, rng, scale)
    floors = {} if shut < 0 else {shut: 0}
    tree = Tree(problem, 5)
    node = Node({}, floors, 0.0, pi, link, pi, pi)
    fast = tree._evaluate(node, pi, link)[0]
    slow = leaf_bound(problem, held, Leaf((), tuple(floors.items()), 0, 0.0))
    assert (fast > 1e15 and slow == np.inf) or fast == pytest.approx(slow, abs=1e-7)


@given(seed=st.integers(0, 10_000), scale=st.sampled_from([0.3, 1.0, 4.0]))
@settings(max_examples=25)
def test_no_plan_is_below_the_value_at_any_multipliers(seed, scale):
    problem = district(seed)
    rooms = feasible_rooms(problem)
    if rooms is None:
        return
    held = multipliers(problem, np.random.default_rng(seed), scale)[2]
    assert leaf_bound(problem, held, Leaf((), (), 0, 0.0)) <= evaluate(problem, rooms).total + 1e-7


def test_the_patterns_of_a_price_cost_what_the_price_says():
    problem = district(5)
    tree = Tree(problem, 5)
    pi, link, _ = multipliers(problem, np.random.default_rng(5), 1.0)
    prices = tree.pricer.price(pi, link, np.zeros(len(pi), dtype=bool)).copy()
    patterns = tree.pricer.patterns()
    assert [pattern.department for pattern in patterns] == list(range(len(prices)))
    for pattern in patterns:
        d, floors = pattern.department, pattern.floors
        assert pattern.taken.sum() == problem.staff[d] + problem.leader_seats[d]
        assert pattern.cost + (pi[floors] * pattern.taken).sum() + link[d, floors].sum() == pytest.approx(prices[d])


@pytest.fixture(scope="module")
def planned():
    problem = district(3)
    return problem, solve(problem, Params(iterations=300, nodes=12))


def test_a_sound_certificate_passes(planned):
    problem, plan = planned
    assert verify(problem, plan.certificate) == []
    assert len(plan.certificate.leaves) > 1


def test_a_raised_bound_is_found(planned):
    problem, plan = planned
    held = plan.certificate
    assert verify(problem, replace(held, bound=held.bound + 0.5))
    worst = min(range(len(held.leaves)), key=lambda i: held.leaves[i].bound)
    leaves = [replace(leaf, bound=leaf.bound + (0.5 if i == worst else 0.0)) for i, leaf in enumerate(held.leaves)]
    assert verify(problem, replace(held, leaves=tuple(leaves)))


def test_a_missing_leaf_is_found(planned):
    problem, plan = planned
    leaves = plan.certificate.leaves
    for left_out in range(len(leaves)):
        rest = leaves[:left_out] + leaves[left_out + 1 :]
        assert verify(problem, replace(plan.certificate, leaves=rest))


def test_a_negative_multiplier_is_found(planned):
    problem, plan = planned
    first = plan.certificate.multipliers[0]
    spoilt = replace(first, seat=first.seat - 100.0)
    assert verify(problem, replace(plan.certificate, multipliers=(spoilt, *plan.certificate.multipliers[1:])))


def test_leaves_cover_only_if_every_choice_lies_in_one():
    assert covers([({}, {})])
    assert covers([({0: 0}, {}), ({0: 1}, {2: 0}), ({0: 1}, {2: 1})])
    assert not covers([({0: 0}, {}), ({0: 1}, {2: 0})])
    assert not covers([])
