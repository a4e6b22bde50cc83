"""Indicators: by hand on the small district, and as sums that agree whichever way they are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.twin.space.register.districts import district
from twin.model.errors import UsageError
from twin.model.words import catalogue
from twin.space.indicators.departments import least_floors
from twin.space.indicators.measures import BUILDING, DEPARTMENT, UNITS, Measure, total
from twin.space.indicators.sheet import days_between, indicators, over_time

DAY, ROOM = "2026-06-01", 5.8 * 5.8
PAPERS = {
    "ownership": [{"ownership_id": "a", "building_id": "A", "registration": "registered", "deed_area_m2": 700.0},
                  {"ownership_id": "b", "building_id": "B", "registration": "applied", "deed_area_m2": 300.0}],
    "certificate": [{"certificate_id": "c", "number": "1", "department_id": "D1", "issued": "2024-01-01"}],
    "certificate_room": [{"certificate_room_id": "1", "certificate_id": "c", "room_id": "A-F1-101"}],
    "lease": [{"lease_id": "l", "lease_class": "in", "building_id": "B", "area_m2": 400.0, "rent_yuan_year": 1000.0,
               "valid_from": "2026-01-01"},
              {"lease_id": "m", "lease_class": "in", "area_m2": 50.0, "rent_yuan_year": 10.0, "department_id": "D2"},
              {"lease_id": "o", "lease_class": "out", "building_id": "A", "area_m2": 5.0}],
    "repair": [{"repair_id": "r", "building_id": "A", "repair_class": "major", "cost_yuan": 70_000.0, "finished": "2024-06-01"},
               {"repair_id": "s", "building_id": "A", "repair_class": "daily", "cost_yuan": 1.0, "finished": "2025-06-01"}],
    "inspection": [{"inspection_id": "i", "building_id": "A", "planned": "2026-01-01", "inspected": "2026-01-01", "finding": "x",
                    "deadline": "2026-05-31", "score": 80},
                   {"inspection_id": "j", "building_id": "A", "planned": "2026-01-01", "inspected": "2026-01-02", "score": 100}],
    "adjustment": [{"adjustment_id": "t", "adjustment_class": "clear", "requested": "2026-01-01",
                    "decided": "2026-01-02", "decision": "approved", "done": "2026-02-01"}],
    "adjustment_room": [{"adjustment_room_id": "1", "adjustment_id": "t", "room_id": "A-F1-104", "side": "given"}],
    "leader_office": [{"leader_office_id": "x", "holder": "L1", "room_id": "A-F1-101", "department_id": "D1",
                       "post_class": "main", "post_ended": "2026-04-30", "ended_by": "retirement", "valid_from": "2024-01-01"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def scene():
    return district(**PAPERS)


def values(line):
    return {key: None if one.value is None else round(one.value, 6) for key, one in line.measures.items()}


def test_a_building_by_hand(scene):
    """A: 14 offices and 2 meeting rooms of 33.64 m², two corridors; held: three offices and a meeting room; 7 people."""
    sheet = indicators(scene, DAY, "building")
    found = {line.key: values(line) for line in sheet.lines_}["A"]
    corridor = 23.8 * 1.8
    assert found == {
        "usable_m2": round(16 * ROOM + 2 * corridor, 6), "office_m2": round(14 * ROOM, 6), "vacancy": round(11 / 14, 6),
        "m2_per_person": round(4 * ROOM / 7, 6), "over_rooms": 2, "over_m2": round(ROOM - 24 + ROOM - 18, 6),
        "certificate_coverage": 0.25, "registered": 1.0, "coefficient": round(16 * ROOM / 700, 6), "leased_m2": 0, "rent_yuan": 0,
        "leased_while_vacant": 0, "released_m2": round(ROOM, 6), "adjusted_m2": 0, "repair_cost": 100.0,
        "repair_age": round(730 / 365.25, 6), "inspections_open": 1, "inspections_overdue": 1, "score": 90.0,
    }  # fmt: skip
    assert {line.key: line.measures["coefficient"].norm for line in sheet.lines_} == {"A": 0.65, "B": 0.65}
    assert round(sheet.total.measures["registered"].value, 6) == 0.7


def test_a_department_by_hand(scene):
    """D1: 7 posts (24 + 6 × 9 = 78, 56 service, 9 %: 146.06), 5 people in two offices, and a meeting room, on one floor."""
    sheet = indicators(scene, DAY, "department")
    assert values({line.key: line for line in sheet.lines_}["D1"]) == {
        "usable_m2": round(3 * ROOM, 6), "m2_per_post": round(3 * ROOM / 7, 6), "m2_per_person": round(3 * ROOM / 5, 6),
        "entitlement_use": round(3 * ROOM / 146.06, 6), "service_per_post": round(ROOM / 7, 6), "over_rooms": 1,
        "over_m2": round(ROOM - 24, 6), "floors": 1, "buildings": 1, "fragmentation": 1.0,
        "certificate_coverage": round(1 / 3, 6),
        "leased_m2": 0, "rent_yuan": 0, "two_offices": 0, "leavers": 1,
    }  # fmt: skip
    assert "floors" not in sheet.total.measures


def test_the_district_is_the_sum_of_its_buildings_and_of_its_departments(scene):
    whole, houses, units = (indicators(scene, DAY, by).total.measures for by in ("district", "building", "department"))
    for key in set(BUILDING) & set(DEPARTMENT) - {"usable_m2", "leased_m2", "rent_yuan"}:
        assert houses[key].over == pytest.approx(units[key].over), key
        assert houses[key].under == (None if units[key].under is None else pytest.approx(units[key].under)), key
    assert (whole["leased_m2"].over, whole["rent_yuan"].over) == (450.0, 1010.0)
    assert whole["leased_while_vacant"].over == pytest.approx(min(450.0, 11 * ROOM))
    assert set(whole) == set(UNITS) - {"floors", "buildings"}


def test_over_time_each_day_is_asked_anew_and_what_was_released_counts_once(scene):
    sheet = over_time(scene, days_between("2025-12-31", DAY, 1))
    days = [line.key for line in sheet.lines_]
    assert days == ["2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-01"]
    assert [round(line.measures["released_m2"].over / ROOM, 6) for line in sheet.lines_] == [0, 0, 1, 0, 0, 0, 0]
    assert [line.measures["inspections_overdue"].over for line in sheet.lines_] == [0, 0, 0, 0, 0, 0, 1]
    assert [line.measures["leavers"].over for line in sheet.lines_][-2:] == [1, 1]
    assert over_time(scene, [DAY]).lines_[0].measures == indicators(scene, DAY, "district").total.measures


def test_a_day_or_a_period_that_cannot_be_is_refused(scene):
    for on, since in (("tomorrow", ""), (DAY, "2026-06-02"), (DAY, "x")):
        with pytest.raises(UsageError):
            indicators(scene, on, "district", since)


def test_every_indicator_has_a_name_and_a_formula_in_both_languages_and_is_shown(scene):
    for key in UNITS:
        assert all(all(catalogue()[f"space.indicator.{key}.{part}"]) for part in ("name", "formula"))
    for by in ("district", "building", "department"):
        sheet = indicators(scene, DAY, by)
        for lang in ("zh", "en"):
            text = "\n".join(sheet.lines(lang))
            assert all(catalogue()[f"space.indicator.{key}.name"][lang == "en"] in text for key in sheet.total.measures)
        assert set(sheet.record()["definitions"]) >= set(sheet.total.measures)


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6) | st.none()), max_size=6))
def test_a_total_is_the_quotient_of_the_sums(parts):
    kind = [(over, under) for over, under in parts if (under is None) == (parts[0][1] is None)] if parts else []
    found = total({"x": Measure(over, under)} for over, under in kind)
    if not kind:
        assert found == {}
    elif kind[0][1] is None:
        assert found["x"].value == pytest.approx(sum(over for over, _ in kind))
    else:
        under = sum(under for _, under in kind)
        assert found["x"].value == (pytest.approx(sum(over for over, _ in kind) / under) if under else None)


@given(st.floats(0, 500), st.lists(st.floats(1, 300), max_size=8))
def test_the_fewest_floors_are_those_that_trying_all_would_give(need, sizes):
    enough = [count for count in range(len(sizes) + 1) if sum(sorted(sizes, reverse=True)[:count]) >= need - 1e-9]
    assert least_floors(need, sizes) == (enough[0] if enough else len(sizes))
