import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from tests.scenes import tiny_district
from tests.twin.space.offices import DAY, problems, world
from twin.model.answer import Answer
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot
from twin.space.problem import Params, build
from twin.space.solve import solve


def answer(snapshot, **params):
    return solve(build(snapshot, Params(**{"on": DAY, **params}))).record()


def codes(record):
    return {found["code"] for found in record["findings"]}


def one(record):
    (line,) = record["departments"]
    return line


def test_a_city_unit_of_100_posts_is_due_what_the_worked_example_says():
    posts = [("D", "正局(处)级", 1), ("D", "副局(处)级", 4), ("D", "局(处)级以下", 95)]
    line = one(answer(world(departments=[("D", "city")], posts=posts)))
    assert line["staff"] == 100
    assert line["entitled"] == {"office": 951, "service": 800, "equipment": 157.59, "basic": 1908.59}
    assert [step["formula"] for step in line["steps"]] == [
        "1 × 24 + 4 × 18 + 95 × 9",
        "100 × 8",
        "(951 + 800) × 9%",
        "951 + 800 + 157.59",
    ]


def test_the_middle_of_the_service_formula_shows_its_arithmetic():
    line = one(answer(world(departments=[("D", "city")], posts=[("D", "局(处)级以下", 300)])))
    assert line["steps"][1] == {"part": "service", "formula": "300 × (1000 − 300) / 100", "m2": 2100, "rules": ["service/city"]}


def test_the_tiny_district_adds_up_by_hand():
    record = answer(tiny_district())
    first, second = record["departments"]
    assert first["held"]["office"] == second["held"]["office"] * 2 == pytest.approx(2 * 5.8 * 5.8)
    assert first["held"]["service"] == pytest.approx(5.8 * 5.8)
    assert first["entitled"] == {"office": 78, "service": 56, "equipment": 12.06, "basic": 146.06}
    assert first["over"]["basic"] == pytest.approx(3 * 33.64 - 146.06)
    over = {found["room"]["room_id"]: found for found in record["over_standard"]}
    assert set(over) == {"A-F1-101", "A-F1-103"}
    assert over["A-F1-101"]["over_m2"] == pytest.approx(33.64 - 24)
    assert over["A-F1-101"]["over_pct"] == pytest.approx(100 * 9.64 / 24, abs=1e-6)
    assert over["A-F1-101"]["single"]
    assert not over["A-F1-103"]["single"]
    assert len(record["vacant"]) == 11
    assert record["balance"]["total_m2"] == pytest.approx(812.08)


def test_all_rooms_together_are_set_against_all_entitlements_only_for_the_whole_district():
    totals = answer(tiny_district())["totals"]
    assert totals["present"] == pytest.approx({"office": 14 * 33.64, "service": 2 * 33.64, "equipment": 0, "basic": 16 * 33.64})
    assert totals["present_over"]["office"] == pytest.approx(14 * 33.64 - 78 - 18)
    assert totals["over"]["office"] == pytest.approx(3 * 33.64 - 78 - 18)
    for part in ({"buildings": ("A",)}, {"departments": ("D1",)}):
        assert set(answer(tiny_district(), **part)["totals"]["present_over"].values()) == {None}


def test_a_shared_room_is_split_by_people_and_its_ceiling_is_their_sum():
    uses = [("R", "D", "正局(处)级", 1), ("R", "E", "局(处)级以下", 3)]
    record = answer(world([("R", "office", 52.0)], [("D", "city"), ("E", "city")], uses=uses))
    assert [line["held"]["office"] for line in record["departments"]] == [13, 39]
    (over,) = record["over_standard"]
    assert (over["ceiling_m2"], over["over_m2"]) == (24 + 27, 1)
    assert [person["heads"] for person in over["occupants"]] == [1, 3]


def test_a_room_nobody_is_counted_in_is_split_evenly_by_department_not_by_row():
    uses = [("R", "D", None, 0), ("R", "D", "局(处)级以下", 0), ("R", "E", None, 0)]
    record = answer(world([("R", "meeting", 60.0)], [("D", "city"), ("E", "city")], uses=uses))
    assert [line["held"]["service"] for line in record["departments"]] == [30, 30]


def test_a_department_with_nobody_in_a_room_others_sit_in_holds_none_of_it():
    uses = [("R", "D", None, 0), ("R", "E", "局(处)级以下", 2)]
    record = answer(world([("R", "office", 18.0)], [("D", "city"), ("E", "city")], uses=uses))
    assert [line["held"]["office"] for line in record["departments"]] == [0, 18]


@pytest.mark.parametrize(("day", "held"), [("2023-12-31", 0), ("2024-01-01", 20), ("2024-03-31", 20), ("2024-04-01", 0)])
def test_first_and_last_day_of_an_occupancy_both_count(day, held):
    uses = [("R", "D", "局(处)级以下", 2, "2024-01-01", "2024-03-31")]
    assert one(answer(world([("R", "office", 20.0)], [("D", "city")], uses=uses), on=day))["held"]["office"] == held


def test_a_room_at_its_ceiling_or_within_tolerance_is_not_over():
    rooms = [("R1", "office", 24.0), ("R2", "office", 24.1), ("R3", "office", 24.2)]
    uses = [(key, "D", "正局(处)级", 1) for key, _, _ in rooms]
    snapshot = world(rooms, [("D", "city")], uses=uses)
    assert [found["room"]["room_id"] for found in answer(snapshot)["over_standard"]] == ["R3"]
    assert [found["room"]["room_id"] for found in answer(snapshot, tolerance_m2=0)["over_standard"]] == ["R3", "R2"]


def test_a_rank_of_another_level_is_a_finding_and_the_rest_is_reckoned():
    posts = [("D", "正科级", 1), ("D", "局(处)级以下", 9), ("E", "局(处)级以下", 10)]
    record = answer(world(departments=[("D", "city"), ("E", "city")], posts=posts))
    first, second = record["departments"]
    assert first["entitled"] == {"office": None, "service": 80, "equipment": None, "basic": None}
    assert first["over"]["basic"] is None
    assert first["steps"][0]["formula"] == "9 × 9 + 1 × ?"
    assert second["entitled"]["office"] == 90
    assert record["totals"]["entitled"]["office"] is None
    assert "space.unknown_rank" in codes(record)


def test_a_township_is_left_to_its_province():
    record = answer(world(departments=[("D", "township")], posts=[("D", "乡级正职", 1)]))
    assert one(record)["entitled"] == dict.fromkeys(("office", "service", "equipment", "basic"))
    assert {"space.by_province", "space.no_service_rule"} <= codes(record)


@pytest.mark.parametrize(
    ("level", "rank", "rule"), [("central", "处级", "service/central"), ("county", "科级以下", "service/county")]
)
def test_an_answer_on_an_unconfirmed_row_says_so_plainly(level, rank, rule):
    report = solve(build(world(departments=[("D", level)], posts=[("D", rank, 10)]), Params(DAY)))
    record = report.record()
    assert record["unverified"] == [rule]
    assert one(record)["verified"] == 0
    assert "space.unverified" in codes(record)
    for lang, words in (("zh", "未经核实"), ("en", "no text confirms"), ("", "未经核实")):
        text = "\n".join(report.lines(lang))
        assert words in text
        assert rule in text


def test_an_answer_on_confirmed_rows_alone_raises_no_such_alarm():
    record = answer(tiny_district())
    assert record["unverified"] == []
    assert "space.unverified" not in codes(record)
    assert all(rule["clause"] and rule["verified"] >= 1 for rule in record["rules"])


def test_people_without_a_rank_leave_their_room_unjudged():
    uses = [("R", "D", "局(处)级以下", 1), ("R", "D", None, 1)]
    record = answer(world([("R", "office", 500.0)], [("D", "city")], uses=uses))
    assert record["over_standard"] == []
    assert [line["room"]["room_id"] for line in record["unjudged"]] == ["R"]


def test_only_offices_have_a_ceiling_per_person():
    record = answer(world([("R", "meeting", 500.0)], [("D", "city")], uses=[("R", "D", "局(处)级以下", 1)]))
    assert record["over_standard"] == record["unjudged"] == record["vacant"] == []


def test_an_office_held_with_nobody_in_it_is_not_vacant_but_unused():
    record = answer(world([("R", "office", 20.0), ("V", "office", 10.0)], [("D", "city")], uses=[("R", "D", None, 0)]))
    assert [room["room_id"] for room in record["unused"]] == ["R"]
    assert [room["room_id"] for room in record["vacant"]] == ["V"]


def test_vacant_rooms_are_listed_in_the_order_of_the_storeys():
    floors = [{"floor_id": f"F{n}", "building_id": "A", "name": f"{n}层", "number": n, "elevation": 4.0 * n} for n in (11, 2, -1)]
    rooms = [
        {"room_id": f"R{row['number']}", "building_id": "A", "floor_id": row["floor_id"], "room_class": "office", "area_m2": 9.0}
        for row in floors
    ]
    snapshot = Snapshot({"floor": pd.DataFrame(floors), "room": pd.DataFrame(rooms)}, None)
    assert [room["room_id"] for room in answer(snapshot)["vacant"]] == ["R-1", "R2", "R11"]


def test_one_building_in_local_metres_without_departments_gives_areas_and_vacancy():
    report = solve(build(world([("R", "office", 20.0), ("C", "corridor", 5.0)]), Params(DAY)))
    record = report.record()
    assert {line["group"]: line["m2"] for line in record["classes"]} == {
        "office": 20,
        "service": 0,
        "equipment": 0,
        "ancillary": 0,
        "other": 5,
    }
    assert record["balance"]["vacant_m2"] == 20
    assert record["totals"]["entitled"]["basic"] is None
    assert {"space.no_departments", "space.no_occupancy"} <= codes(record)
    assert any("没有部门数据" in line for line in report.lines())


def test_an_empty_snapshot_is_answered_too():
    record = answer(world(buildings=()))
    assert record["balance"]["total_m2"] == 0
    assert "space.no_rooms" in codes(record)


def test_the_file_s_own_areas_are_set_beside_the_drawn_ones():
    scene = tiny_district()
    rooms = scene.frame("room").copy()
    rooms.loc["A-F1-101", ["area_file_m2", "area_basis"]] = [36.0, "BaseQuantities.NetFloorArea"]
    tables = {name: scene.frame(name) for name in ("building", "floor", "department", "occupancy", "post")} | {"room": rooms}
    basis = answer(Snapshot(tables, scene.crs))["area_basis"]
    assert (basis["used"], basis["file_rooms"], basis["file_m2"]) == ("drawn", 1, 36)
    assert basis["difference_m2"] == pytest.approx(36 - 33.64)
    assert basis["difference_pct"] == pytest.approx(100 * 2.36 / 33.64, abs=1e-6)
    assert basis["file_bases"] == {"BaseQuantities.NetFloorArea": 1}


def test_buildings_and_departments_asked_for_narrow_the_answer():
    rooms = [("A-1", "office", 20.0), ("B-1", "office", 30.0), ("A-2", "office", 10.0)]
    uses = [("A-1", "D", "局(处)级以下", 2), ("B-1", "D", "局(处)级以下", 2), ("A-2", "E", "局(处)级以下", 1)]
    snapshot = world(rooms, [("D", "city"), ("E", "city")], uses=uses, buildings=("A", "B"))
    record = answer(snapshot, buildings=("A",), departments=("D",))
    assert one(record)["held"]["office"] == 20
    assert record["balance"] == {"total_m2": 30, "held_m2": 20, "held_by_others_m2": 10, "vacant_m2": 0, "unassigned_m2": 0}
    assert [found["room"]["room_id"] for found in record["over_standard"]] == ["A-1"]
    assert "space.part_of_district" in codes(record)


def test_faults_of_the_data_are_named_all_at_once_and_the_rest_is_reckoned():
    uses = [("R", "X", "局(处)级以下", 1), ("lost", "D", None, 1), ("R", "D", "局(处)级以下", 1, "no day")]
    record = answer(
        world([("R", "office", 20.0), ("N", "office", float("nan"))], [("D", "city")], [("Y", "局(处)级以下", 1)], uses)
    )
    assert {"space.unknown_department", "space.unknown_room", "space.bad_period", "space.no_area", "space.no_posts"} <= codes(
        record
    )
    assert [(line["department_id"], line["held"]["office"]) for line in record["departments"]] == [("D", 0), ("X", 20)]


@pytest.mark.parametrize("bad", [{"on": "soon"}, {"tolerance_m2": -1}, {"tolerance_m2": float("nan")}])
def test_what_cannot_be_asked_is_refused(bad):
    with pytest.raises(UsageError):
        Params(**{"on": DAY, **bad})


@pytest.mark.parametrize("bad", [{"buildings": ("none",)}, {"departments": ("none",)}])
def test_a_key_that_is_not_there_is_refused(bad):
    with pytest.raises(UnknownKeyError):
        build(world(), Params(DAY, **bad))


@given(problems())
def test_held_vacant_and_unassigned_areas_add_up_to_all_area(problem):
    report = solve(problem)
    balance = report.balance
    parts = ("held_m2", "held_by_others_m2", "vacant_m2", "unassigned_m2")
    assert sum(balance[part] for part in parts) == pytest.approx(float(problem.area.sum()), abs=1e-6)
    by_department = sum(
        line.held[group] for line in report.departments for group in ("office", "service", "equipment", "ancillary", "other")
    )
    assert by_department == pytest.approx(balance["held_m2"], abs=1e-6)
    assert sum(line["m2"] for line in report.classes) == pytest.approx(balance["total_m2"], abs=1e-6)


@given(problems())
def test_the_same_problem_gives_the_same_bytes(problem):
    assert Answer(solve(problem).record(), {}).result_bytes() == Answer(solve(problem).record(), {}).result_bytes()


def test_arrays_of_a_problem_cannot_be_changed():
    problem = build(tiny_district(), Params(DAY))
    with pytest.raises(ValueError, match="read-only"):
        problem.area[0] = 1
    assert isinstance(problem.area, np.ndarray)


def test_one_house_is_not_set_against_what_whole_departments_are_due():
    snapshot = world(
        rooms=[("A-1", "office", 20.0), ("B-1", "office", 20.0)],
        departments=[("D1", "city")],
        posts=[("D1", "局(处)级以下", 4)],
        uses=[("A-1", "D1", "局(处)级以下", 2), ("B-1", "D1", "局(处)级以下", 2)],
        buildings=("A", "B"),
    )
    whole, part = (solve(build(snapshot, Params(DAY, buildings=houses))) for houses in ((), ("A",)))
    assert whole.departments[0].over["office"] == 4.0
    assert part.departments[0].over == dict.fromkeys(("office", "service", "equipment", "basic"))
    assert part.totals["over"]["basic"] is None
    assert part.departments[0].held["office"] == 20.0
