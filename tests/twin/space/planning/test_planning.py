"""From a live district to a plan and back: whom to seat, which rooms there are, what is given up, who moves where."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.twin.space.offices import DAY, world
from twin.model.errors import UsageError
from twin.model.snapshot import Snapshot
from twin.space.consolidate.faults import NoPlanError, ProblemRefused
from twin.space.consolidate.params import Params
from twin.space.planning.asking import Ask, build, solve
from twin.space.planning.checker import check
from twin.space.planning.costs import Costs, Rates, read_costs
from twin.space.planning.occupying import occupancies
from twin.space.planning.seating import sitting
from twin.space.planning.wishes import Wish

CHIEF, DEPUTY, STAFF = "正局(处)级", "副局(处)级", "局(处)级以下"
QUICK = Params(iterations=400, nodes=4, rounds=20)


def district(**changes):
    """Three houses of seven offices; a bureau of one leader and six staff in A, one of six staff in B, nobody in C.

    An office of 21 m² seats three or one leader, one of 16.8 m² two or one leader or deputy.
    """
    rooms = [(f"{house}-{n}", "office", 16.8 if n == 6 else 21.0) for house in "ABC" for n in range(7)]
    rooms += [(f"{house}-corridor", "corridor", 30.0) for house in "ABC"]
    base = {
        "rooms": rooms,
        "departments": [("D1", "city"), ("D2", "city")],
        "posts": [("D1", CHIEF, 1), ("D1", STAFF, 6), ("D2", STAFF, 6)],
        "uses": [("A-0", "D1", CHIEF, 1), ("A-1", "D1", STAFF, 3), ("A-2", "D1", STAFF, 3), ("B-0", "D2", STAFF, 3),
                 ("B-1", "D2", STAFF, 2)],
        "buildings": ("A", "B", "C"),
    }  # fmt: skip
    return world(**(base | changes))


def planned(snapshot=None, ask=None, costs=None):
    """Plan; gives ground and proposal, known to be sound."""
    ground = build(snapshot or district(), ask or Ask(DAY), costs)
    proposal = solve(ground, QUICK)
    assert check(ground, proposal) == []
    return ground, proposal


def test_two_of_three_half_empty_houses_are_given_up():
    ground, proposal = planned()
    assert ground.problem.staff.tolist() == [6, 6]
    assert ground.problem.chiefs.tolist() == [1, 0]
    assert ground.problem.seats.tolist() == [20, 20, 20]
    assert len(proposal.buildings_given_up) == 2
    assert "C" in {place.key for place in proposal.buildings_given_up}
    assert proposal.released["office_m2"] == pytest.approx(2 * (6 * 21 + 16.8))
    assert sum(at.heads for at in proposal.rooms) == 13
    assert proposal.plan.bound <= proposal.value.total


def test_who_sits_well_stays_and_who_moves_is_named_with_both_rooms():
    _, proposal = planned(ask=Ask(DAY, wishes=(Wish("keep_building", "A"), Wish("close_building", "B"))))
    assert {move.kind for move in proposal.transfers if move.department_id == "D1"} <= {"room"}
    assert len({"A-0", "A-1", "A-2"} & {at.room_id for at in proposal.rooms if at.department_id == "D1"}) >= 2
    moved = [move for move in proposal.transfers if move.from_room]
    far = [move for move in moved if move.department_id == "D2"]
    assert {move.kind for move in far} == {"building"}
    assert sum(move.heads for move in far) == 5
    assert sorted({move.from_room for move in far}) == ["B-0", "B-1"]
    assert [move.heads for move in proposal.transfers if not move.from_room] == [1]  # a post that nobody fills


def test_posts_are_seated_or_else_those_present():
    assert build(district(), Ask(DAY)).problem.staff.tolist() == [6, 6]
    assert build(district(), Ask(DAY, heads="present")).problem.staff.tolist() == [6, 5]
    by_building = build(district(), Ask(DAY, buildings=("B", "C")))
    assert by_building.departments == ("D2",)
    assert by_building.problem.staff.tolist() == [5]


def test_a_department_without_posts_is_counted_by_its_people_and_said():
    ground = build(district(posts=[("D1", STAFF, 6)]), Ask(DAY))
    assert ground.problem.staff.tolist() == [6, 5]
    assert "plan.no_posts_known" in {found.code for found in ground.findings}


def test_rooms_of_departments_outside_the_plan_are_left_to_them():
    ground = build(district(), Ask(DAY, departments=("D2",)))
    assert not {"A-0", "A-1", "A-2"} & {str(ground.held.rooms[row]) for row in ground.pool.row}
    assert ["3 offices" in found.message.en for found in ground.findings if found.code == "plan.rooms_of_others"] == [True]


def test_a_floor_that_serves_others_stays_unless_the_planner_gives_it_up():
    halls = [(f"{house}-hall", "hall", 200.0) for house in "AB"]
    snapshot = district(rooms=[*[(f"{h}-{n}", "office", 21.0) for h in "ABC" for n in range(7)], *halls])
    _, proposal = planned(snapshot)
    assert {place.key for place in proposal.floors_given_up} == {"C-F1"}
    _, proposal = planned(snapshot, Ask(DAY, wishes=(Wish("close_building", "A"),)))
    assert {place.key for place in proposal.floors_given_up} == {"A-F1", "C-F1"}


def test_wishes_are_kept():
    _, proposal = planned(ask=Ask(DAY, wishes=(Wish("only", "C", "D1"), Wish("bar", "C-F1", "D2"))))
    assert {at.floor_id for at in proposal.rooms if at.department_id == "D1"} == {"C-F1"}
    assert "C-F1" not in {at.floor_id for at in proposal.rooms if at.department_id == "D2"}


def test_a_reserve_keeps_more_open():
    _, proposal = planned(ask=Ask(DAY, reserve=0.5))
    open_seats = 60 - 20 * len(proposal.buildings_given_up)
    assert open_seats >= 1.5 * 13


def test_a_leased_house_is_given_up_first():
    costs = Costs(Rates(0.1, 0.01, 0.0), {"A楼": Rates(0.1, 0.01, 5.0)}, judged=False)
    _, proposal = planned(costs=costs)
    assert "A" in {place.key for place in proposal.buildings_given_up}


def test_wishes_about_nothing_are_all_named_at_once():
    wishes = (Wish("close_floor", "nowhere"), Wish("only", "A", "D9"), Wish("keep_building", "B"))
    with pytest.raises(ProblemRefused) as refused:
        build(district(), Ask(DAY, wishes=wishes))
    assert [found.code for found in refused.value.findings] == ["plan.wish_department", "plan.wish_place"]


def test_what_cannot_be_is_explained_by_the_wishes_that_make_it_so():
    ground = build(district(), Ask(DAY, wishes=(Wish("close_building", "A"), Wish("only", "A", "D1"))))
    with pytest.raises(NoPlanError) as nothing:
        solve(ground, QUICK)
    assert set(nothing.value.conflict.rules) == {0, 1}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"rooms": [("A-1", "corridor", 20.0)]}, {"plan.no_rooms"}),
        ({"posts": [], "uses": []}, {"plan.nobody"}),
        ({"rooms": [("A-1", "corridor", 20.0)], "posts": [], "uses": []}, {"plan.no_rooms", "plan.nobody"}),
    ],
)
def test_a_district_with_nothing_to_plan_is_refused_with_every_reason(changes, codes):
    changes = {"uses": [], **changes}
    with pytest.raises(ProblemRefused) as refused:
        build(district(**changes), Ask(DAY))
    assert {found.code for found in refused.value.findings} == codes


@pytest.mark.parametrize("wrong", [{"seat_m2": 1}, {"reserve": -0.1}, {"reserve": 2}, {"horizon_years": 0}])
def test_numbers_that_make_no_sense_are_refused(wrong):
    with pytest.raises(UsageError):
        Ask(DAY, **wrong)


def test_the_same_seed_gives_the_same_plan():
    ground = build(district(), Ask(DAY))
    assert solve(ground, QUICK).record() == solve(ground, QUICK).record()


def test_every_part_of_the_check_can_fail():
    ground, proposal = planned(ask=Ask(DAY, wishes=(Wish("close_building", "A"), Wish("keep_building", "B"))))
    rooms, transfers = proposal.rooms, proposal.transfers
    leader = next(at for at in rooms if at.use == "chief")
    spoilt = {
        "is not in the pool": {"rooms": (replace(rooms[0], room_id="A-corridor"), *rooms[1:])},
        "may sit there": {"rooms": (*[at for at in rooms if at is not leader], replace(leader, heads=2))},
        "to be seated": {"rooms": rooms[1:]},
        "given twice": {"rooms": (*rooms, replace(rooms[0], department_id="D9"))},
        "sit there": {"transfers": (replace(next(move for move in transfers if move.from_room), heads=9), *transfers)},
        "could stay": {"transfers": ()},
        "stated as given up": {"floors_given_up": (replace(proposal.floors_given_up[0], usable_m2=1.0),)},
        "m² stated, its rooms have": {
            "departments": tuple(replace(line, office_m2=line.office_m2 + 1.0) for line in proposal.departments)
        },
        "planned": {"seating": replace(proposal.seating, department=np.roll(proposal.seating.department, 1))},
        "listed": {"seating": replace(proposal.seating, heads=proposal.seating.heads + 1)},
        "value: total": {"plan": replace(proposal.plan, value=replace(proposal.value, total=1.0))},
    }
    for words, change in spoilt.items():
        assert any(words in fault for fault in check(ground, replace(proposal, **change))), words


def test_every_fault_of_a_cost_table_is_named_at_once(tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text(
        "building,floor_per_m2,building_per_m2,rent_per_m2\nA楼,0.2,,1\n,1,1,1\nB楼,x,-1,nan\nA楼,1,1,1\n", encoding="utf-8"
    )
    with pytest.raises(ProblemRefused) as refused:
        read_costs(path)
    assert sorted((found.row, found.code) for found in refused.value.findings) == [
        ("3", "plan.costs_building"), ("4", "plan.costs_number"), ("4", "plan.costs_number"), ("4", "plan.costs_number"),
        ("5", "plan.costs_building"),
    ]  # fmt: skip
    path.write_text("building,floor_per_m2,building_per_m2,rent_per_m2\nA楼,0.2,,1\n", encoding="utf-8")
    assert read_costs(path).of("K", "A楼") == Rates(0.2, Costs.default().common.building_per_m2, 1.0)
    path.write_text("house\nA\n", encoding="utf-8")
    with pytest.raises(ProblemRefused) as refused:
        read_costs(path)
    assert len(refused.value.findings) == 4


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_random_districts_are_planned_soundly_or_refused_with_reasons(data):
    houses = data.draw(st.integers(1, 3))
    areas = st.sampled_from([10.0, 14.0, 16.8, 21.0, 23.5, 35.0, 61.5])
    rooms = [
        (f"{'ABC'[h]}-{n}", "office", area)
        for h in range(houses)
        for n, area in enumerate(data.draw(st.lists(areas, min_size=1, max_size=9)))
    ]
    keys = ["D1", "D2", "D3"][: data.draw(st.integers(1, 3))]
    posts = [
        (key, rank, n)
        for key in keys
        for rank, n in ((CHIEF, data.draw(st.integers(0, 1))), (STAFF, data.draw(st.integers(0, 9))))
    ]
    uses = [
        (room, data.draw(st.sampled_from(keys)), STAFF, data.draw(st.integers(1, 4)))
        for room, _, _ in rooms
        if data.draw(st.booleans())
    ]
    snapshot = world(rooms, [(key, "city") for key in keys], [post for post in posts if post[2]], uses, tuple("ABC"[:houses]))
    try:
        ground = build(snapshot, Ask(DAY))
        proposal = solve(ground, replace(QUICK, iterations=60))
    except (ProblemRefused, NoPlanError) as refused:
        event(refused.code)
        return
    assert check(ground, proposal) == []
    assert sum(at.heads for at in proposal.rooms) == int(
        (ground.problem.staff + ground.problem.chiefs + ground.problem.deputies).sum()
    )
    assert sum(sitting(ground).values()) >= sum(move.heads for move in proposal.seating.moves if move.start >= 0)
    assert np.isin(proposal.plan.rooms[:, 1], np.arange(len(ground.pool.floors))).all()


def test_a_plan_written_as_occupancies_seats_everybody_where_it_says():
    snapshot = district()
    ground, proposal = planned(snapshot, Ask(DAY, wishes=(Wish("close_building", "A"),)))
    rows = occupancies(snapshot, proposal)
    held = snapshot.frame("occupancy").reset_index(drop=True)
    after = pd.concat([held[~held.occupancy_id.isin(rows.occupancy_id)], rows], ignore_index=True)
    later = Snapshot(
        {**{name: snapshot.frame(name) for name in ("building", "floor", "room", "department", "post")}, "occupancy": after}, None
    )
    next_day = build(later, replace(ground.ask, on="2024-06-02", wishes=()))
    seats = {
        (next_day.departments[d], str(next_day.held.rooms[next_day.pool.row[room]])): n
        for (d, _, room), n in sitting(next_day).items()
    }
    assert seats == {(at.department_id, at.room_id): at.heads for at in proposal.rooms if at.heads}
    assert sitting(build(later, ground.ask)) == sitting(ground)
