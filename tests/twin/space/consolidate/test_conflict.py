"""Impossible problems: the conflict named is one, and each of its parts is needed, by the exact model and by another one."""

from __future__ import annotations

import numpy as np
import pytest

from tests.twin.space.consolidate.exact import least_cost
from tests.twin.space.consolidate.small import changed, district
from twin.space.consolidate.conflict import feasible_rooms, minimal_conflict, possible, restrict
from twin.space.consolidate.faults import NoPlanError
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import room_faults
from twin.space.consolidate.problem import Rule
from twin.space.consolidate.remedies import LEVELS, remedies
from twin.space.consolidate.solve import solve

CASES = {
    "a floor too small for two": [
        Rule("only", department=0, floors=(0,)), Rule("only", department=1, floors=(0,)),
        Rule("only", department=2, floors=(0,)), Rule("only", department=3, floors=(0,)), Rule("close_floor", floors=(5,)),
    ],
    "a building given up and kept": [
        Rule("close_building", buildings=(1,)), Rule("keep_floor", floors=(4,)), Rule("bar", department=3, floors=(0,))
    ],
    "a reserve beyond all seats": [Rule("reserve", share=20.0), Rule("keep_floor", floors=(1,))],
    "nowhere to go": [
        Rule("bar", department=2, floors=(0, 1, 2)), Rule("close_building", buildings=(1,)), Rule("keep_floor", floors=(0,))
    ],
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_every_part_of_the_conflict_is_needed(case):
    problem = district(7).with_rules(CASES[case])
    with pytest.raises(NoPlanError) as refused:
        solve(problem, Params(iterations=50, nodes=1))
    conflict = refused.value.conflict
    rules, people = list(conflict.rules), list(conflict.departments)
    assert rules or people
    assert not possible(problem, rules, people)
    for rule in rules:
        assert possible(problem, [other for other in rules if other != rule], people)
    for d in people:
        assert possible(problem, rules, [other for other in people if other != d])


@pytest.mark.parametrize("case", ["a floor too small for two", "nowhere to go"])
def test_another_model_agrees_that_every_part_is_needed(case):
    problem = district(7).with_rules(CASES[case])
    conflict = minimal_conflict(problem)
    rules = [problem.rules[number] for number in conflict.rules]
    assert least_cost(restrict(problem, rules, conflict.departments))[0] == np.inf
    for left_out in range(len(rules)):
        fewer = restrict(problem, rules[:left_out] + rules[left_out + 1 :], conflict.departments)
        assert least_cost(fewer)[0] < np.inf
    for d in conflict.departments:
        rest = [other for other in conflict.departments if other != d]
        assert least_cost(restrict(problem, rules, rest))[0] < np.inf


@pytest.mark.parametrize("case", CASES)
def test_remedies_stand_in_the_order_of_the_law_and_each_rule_named_ends_the_conflict(case):
    problem = district(7).with_rules(CASES[case])
    conflict = minimal_conflict(problem)
    found = remedies(problem, conflict)
    order = [LEVELS.index(remedy.level) for remedy in found]
    assert order == sorted(set(order))
    assert [remedy.level for remedy in found[-2:]] == ["lease", "build"]
    assert sorted(rule for remedy in found for rule in remedy.rules) == sorted(conflict.rules)
    for rule in (rule for remedy in found for rule in remedy.rules):
        assert possible(problem, [other for other in conflict.rules if other != rule], conflict.departments)
    assert found[-1].seats >= 1


def test_rooms_of_the_exact_model_are_a_plan():
    for seed in range(5):
        problem = district(seed).with_rules([Rule("bar", department=0, floors=(0, 1))])
        rooms = feasible_rooms(problem)
        assert rooms is not None
        assert room_faults(problem, rooms) == []


def test_too_many_people_conflict_without_any_rule():
    problem = changed(district(1), staff=district(1).staff * 6)
    conflict = minimal_conflict(problem)
    assert conflict.rules == ()
    assert conflict.departments
