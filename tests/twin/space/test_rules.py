import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.model.tables import LEVELS, RANKS, ROOM_CLASSES
from twin.space.rules import GROUPS, load, service_m2

CEILINGS = {
    "central": {"部级正职": 54, "部级副职": 42, "正司(局)级": 24, "副司(局)级": 18, "处级": 12, "处级以下": 9},
    "provincial": {"省级正职": 54, "省级副职": 42, "正厅(局)级": 30, "副厅(局)级": 24, "正处级": 18, "副处级": 12, "处级以下": 9},
    "city": {"市级正职": 42, "市级副职": 30, "正局(处)级": 24, "副局(处)级": 18, "局(处)级以下": 9},
    "county": {"县级正职": 30, "县级副职": 24, "正科级": 18, "副科级": 12, "科级以下": 9},
}
JOINTS = {"central": (200, 9, 400, 7), "provincial": (200, 9, 400, 7), "city": (200, 8, 400, 6), "county": (100, 8, 200, 6)}


def test_every_ceiling_is_that_of_2014():
    found = {(level, rank): rule.value for (level, rank), rule in load().ceilings.items()}
    assert found == {(level, rank): m2 for level, ranks in CEILINGS.items() for rank, m2 in ranks.items()}


def test_no_figure_of_1999_has_crept_in():
    ceilings = {key: rule.value for key, rule in load().ceilings.items()}
    assert ceilings["city", "局(处)级以下"] == 9
    assert ceilings["central", "处级"] == 12
    assert not {6, 20, 32} & set(ceilings.values())


@pytest.mark.parametrize(("staff", "m2"), [(150, 1200), (200, 1600), (300, 2100), (400, 2400), (500, 3000)])
def test_city_service_rooms_have_the_golden_values(staff, m2):
    assert service_m2("city", staff) == m2


@pytest.mark.parametrize("level", JOINTS)
def test_the_service_formula_is_continuous_at_both_joints(level):
    first_x, first_m2, last_x, last_m2 = JOINTS[level]
    rule = load().service[level]
    assert (rule.first_x, rule.last_x) == (first_x, last_x)
    for joint, value in ((first_x, first_m2), (last_x, last_m2)):
        assert rule.per_head(joint) == (rule.minuend - joint) / rule.divisor == value
        assert abs(rule.per_head(joint - 1) - value) <= 1 / rule.divisor
        assert abs(rule.per_head(joint + 1) - value) <= 1 / rule.divisor


@given(st.sampled_from(sorted(JOINTS)), st.integers(0, 2000), st.integers(0, 2000))
def test_service_rooms_grow_with_staff_but_merging_never_gains(level, one, other):
    low, high = sorted((one, other))
    assert low == high or service_m2(level, low) < service_m2(level, high)
    assert service_m2(level, one + other) <= service_m2(level, one) + service_m2(level, other) + 1e-9
    assert load().service[level].per_head(low) >= load().service[level].per_head(high)


def test_merging_two_city_units_of_200_loses_800_square_metres():
    assert (2 * service_m2("city", 200), service_m2("city", 400)) == (3200, 2400)


def test_exactly_the_unconfirmed_rows_are_marked():
    standard = load()
    rules = [
        *standard.ceilings.values(),
        *standard.by_province.values(),
        standard.equipment,
        *(row.rule for row in standard.service.values()),
    ]
    assert {rule.key for rule in rules if rule.verified == 0} == {"service/central", "service/provincial", "service/county"}
    assert all(rule.clause and rule.unit for rule in rules)
    assert len({rule.key for rule in rules}) == len(rules)


def test_equipment_rooms_are_nine_per_cent():
    assert load().equipment.value == 0.09


def test_every_rank_and_room_class_of_the_model_has_its_place():
    standard = load()
    known = set(standard.ceilings) | set(standard.by_province)
    assert {rank for _, rank in known} == set(RANKS)
    assert {level for level, _ in known} == set(LEVELS)
    assert set(standard.groups) == set(ROOM_CLASSES)
    assert set(standard.groups.values()) == set(GROUPS)


def test_no_province_may_go_above_the_deputy_of_a_county():
    standard = load()
    assert {rule.value for rule in standard.by_province.values()} == {standard.ceilings["county", "县级副职"].value}
