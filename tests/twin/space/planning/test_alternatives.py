"""More plans than one: the curve, two plans side by side, and what leaving a department in place costs."""

import datetime as dt

import pytest

from tests.twin.space.offices import DAY
from tests.twin.space.planning.test_planning import QUICK, STAFF, district
from twin.space.planning.alternatives import compare, curve, point_of
from twin.space.planning.asking import Ask, build, solve
from twin.space.planning.explaining import explain, seat_prices
from twin.space.planning.phasing import check, phase, read_plan
from twin.space.planning.wishes import Wish


def make(ground):
    return solve(ground, QUICK)


def test_a_curve_goes_from_few_moves_to_little_cost():
    found = curve(district(), Ask(DAY), None, (0.01, 100.0), make)
    moved, cost = [at.moved for at in found.points], [at.operating for at in found.points]
    assert moved == sorted(moved)
    assert cost == sorted(cost, reverse=True)
    assert (moved[0], found.points[0].buildings_given_up) == (1, 1)  # the one is a post that nobody fills yet
    assert found.points[-1].buildings_given_up == 2
    assert len({at.horizon_years for at in found.points}) == len(found.points)


def test_plans_that_do_not_differ_are_told_once():
    assert len(curve(district(), Ask(DAY), None, (99.0, 100.0), make).points) == 1


def test_two_plans_are_compared_by_figures_departments_and_rooms():
    plans = [
        read_plan(make(build(district(), Ask(DAY, wishes=wishes))).record())
        for wishes in (
            (Wish("close_building", "A"), Wish("close_building", "C")),
            (Wish("close_building", "A"), Wish("close_building", "B")),
        )
    ]
    found = compare(plans[0], plans[1], ("one", "two"))
    assert {row["department_id"] for row in found.departments} == {"D1", "D2"}
    assert all(row["one"] == ["B楼 1层"] and row["two"] == ["C楼 1层"] for row in found.departments)
    assert {row["room_id"][0] for row in found.rooms} == {"B", "C"}
    figures = {name: (one, two) for name, one, two in found.figures}
    assert figures["released_floors"] == (2, 2)
    assert figures["moved_building"] == (7, 12)  # six posts of D2, five of them filled today
    same = compare(plans[0], plans[0], ("one", "one"))
    assert (same.departments, same.rooms) == ((), ())


def test_a_plan_read_back_is_put_in_order_soundly():
    plan = read_plan({"result": make(build(district(), Ask(DAY, wishes=(Wish("close_building", "B"),)))).record()})
    assert check(plan, phase(plan, dt.date(2026, 11, 23), 5)) == []


def test_leaving_a_department_in_place_costs_what_its_house_costs():
    ask = Ask(DAY, wishes=(Wish("keep_floor", "A-F1"),))
    ground = build(district(), ask)
    proposal = make(ground)
    why = explain(ground, proposal, "D2", make)
    assert why.moves
    house = ground.problem.building_cost[1] + ground.problem.floor_cost[1]
    saved = 5 * 0.8  # five of D2 need not move; its sixth post is new in either plan
    assert why.more == pytest.approx(house - saved, abs=1e-6)
    assert 0 <= why.at_least <= why.more + 1e-9
    assert not explain(ground, proposal, "D1", make).moves


def test_a_pin_that_cannot_be_says_why():
    ask = Ask(DAY, wishes=(Wish("close_building", "B"),))
    ground = build(district(), ask)
    why = explain(ground, make(ground), "D2", make)
    assert (why.value, why.more) == (None, None)
    assert "close_building" in why.reason


def test_seats_are_worth_most_where_floors_are_dear():
    ground = build(district(posts=[("D1", STAFF, 30), ("D2", STAFF, 25)]), Ask(DAY))
    prices = seat_prices(ground, make(ground))
    assert [row["price"] for row in prices] == sorted((row["price"] for row in prices), reverse=True)
    assert all(row["price"] > 0 for row in prices)
    assert point_of(make(ground)).floors_given_up == 0
