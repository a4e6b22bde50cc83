"""The order of a move, walked through room by room."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twin.model.errors import UsageError
from twin.space.planning.phasing import Phases, check, phase, read_plan

MONDAY = dt.date(2026, 11, 23)


def plan_of(moves, free=()):
    """Give a plan in which (department, from, to, heads) move; a room's floor is its first letter."""
    transfers = [
        {
            "department_id": key,
            "from_room": start,
            "from_floor": start[:1],
            "from_floor_name": start[:1],
            "to_room": end,
            "to_floor": end[:1],
            "to_floor_name": end[:1],
            "heads": heads,
            "kind": "floor",
        }
        for key, start, end, heads in moves
    ]
    keys = sorted({key for key, *_ in moves})
    rooms = [{"room_id": end, "department_id": key, "heads": heads} for key, _, end, heads in moves]
    return {
        "transfers": transfers,
        "rooms": rooms,
        "departments": [{"department_id": key, "name": f"{key}局"} for key in keys],
        "free_rooms": [{"room_id": room, "seats": seats} for room, seats in free],
    }


def steps(phases):
    return [[(group.department_id, group.step) for group in wave.groups] for wave in phases.waves]


def test_whoever_sits_in_a_room_goes_before_the_next():
    plan = plan_of([("D1", "a1", "b1", 3), ("D2", "b1", "c1", 3), ("D3", "d1", "d2", 1)])
    phases = phase(plan, MONDAY, 10)
    assert steps(phases) == [[("D2", "move"), ("D3", "move")], [("D1", "move")]]
    assert check(plan, phases) == []


def test_the_smallest_of_a_circle_goes_out_of_the_way_to_vacant_rooms():
    plan = plan_of([("D1", "a1", "b1", 3), ("D2", "b1", "c1", 2), ("D3", "c1", "a1", 4)], free=[("v1", 1), ("v2", 1), ("v3", 1)])
    phases = phase(plan, MONDAY, 10)
    assert steps(phases) == [[("D2", "away")], [("D1", "move")], [("D3", "move")], [("D2", "home")]]
    assert phases.waves[0].groups[0].temporary == ("v1", "v2")
    assert check(plan, phases) == []


def test_without_vacant_rooms_it_is_said_that_space_must_be_found():
    plan = plan_of([("D1", "a1", "b1", 3), ("D2", "b1", "a1", 2)])
    phases = phase(plan, MONDAY, 10)
    assert [group.found for group in phases.out_of_the_way] == [False]
    assert check(plan, phases) == []


def test_waves_take_the_working_days_their_people_need():
    plan = plan_of([("D1", "a1", "b1", 25), ("D2", "b1", "c1", 45)])
    waves = phase(plan, dt.date(2026, 11, 28), 10).waves  # a Saturday
    assert [(wave.first_day, wave.last_day) for wave in waves] == [("2026-11-30", "2026-12-04"), ("2026-12-07", "2026-12-09")]


def test_the_walk_notices_a_wave_too_early_and_a_group_forgotten():
    plan = plan_of([("D1", "a1", "b1", 3), ("D2", "b1", "c1", 3)])
    phases = phase(plan, MONDAY, 10)
    first, second = phases.waves
    together = Phases((replace(first, groups=(*first.groups, *second.groups)),))
    assert any("sat until this wave" in fault for fault in check(plan, together))
    assert check(plan, Phases((first,))) == ["people do not end where the plan says"]
    twice = Phases((first, first, second))
    assert any("sit there" in fault for fault in check(plan, twice))


def test_a_vacant_room_is_used_once():
    plan = plan_of([("D1", "a1", "b1", 2), ("D2", "b1", "a1", 2), ("D3", "c1", "d1", 2), ("D4", "d1", "c1", 2)], free=[("v1", 2)])
    phases = phase(plan, MONDAY, 10)
    assert sorted(group.found for group in phases.out_of_the_way) == [False, True]
    assert check(plan, phases) == []
    shared = tuple(
        replace(wave, groups=tuple(replace(group, temporary=("v1",)) if group.step == "away" else group for group in wave.groups))
        for wave in phases.waves
    )
    assert any("not vacant" in fault for fault in check(plan, Phases(shared)))


@settings(max_examples=150, deadline=None)
@given(st.permutations(range(12)), st.lists(st.integers(1, 6), min_size=12, max_size=12), st.integers(0, 3), st.integers(1, 5))
def test_any_exchange_of_rooms_is_ordered_soundly(goal, heads, free, departments):
    rooms = [f"{'abcd'[n % 4]}{n}" for n in range(12)]
    moves = [(f"D{n % departments}", rooms[n], rooms[end], heads[n]) for n, end in enumerate(goal) if n != end]
    plan = plan_of(moves, [(f"v{n}", 4) for n in range(free)])
    phases = phase(plan, MONDAY, 7)
    assert check(plan, phases) == []
    assert sum(group.heads for wave in phases.waves for group in wave.groups if group.step != "away") == sum(h for *_, h in moves)
    days = [day for wave in phases.waves for day in (wave.first_day, wave.last_day)]
    assert days == sorted(days)


def test_a_file_that_is_no_plan_is_refused():
    with pytest.raises(UsageError, match="transfers"):
        read_plan({"rooms": []})
    with pytest.raises(UsageError):
        phase(plan_of([]), MONDAY, 0)
