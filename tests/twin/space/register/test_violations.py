"""The dated rules: each breach appears on its first day and not the day before, with clause and remedy."""

import datetime as dt

import pytest

from tests.twin.space.register.districts import district
from twin.model.tables import TABLES
from twin.model.words import catalogue
from twin.space import problem, solve
from twin.space.register.clauses import clauses
from twin.space.register.ground import within
from twin.space.register.violations import lines, violations

ROOM, OTHER = "A-F1-101", "A-F1-103"
MAIN = {
    "leader_office_id": "a",
    "holder": "L1",
    "room_id": ROOM,
    "department_id": "D1",
    "post_class": "main",
    "valid_from": "2024-01-01",
}
SECOND = {
    **MAIN,
    "leader_office_id": "b",
    "room_id": OTHER,
    "post_class": "second",
    "document": "文1",
    "valid_from": "2025-01-01",
}
PAPERS = [{"certificate_id": "c", "number": "凭1", "department_id": "D1", "issued": "2024-01-01"},
          {"certificate_id": "d", "number": "凭2", "department_id": "D2", "issued": "2024-01-01"}]  # fmt: skip
NAMED = [{"certificate_room_id": room, "certificate_id": "c" if room != OTHER else "d", "room_id": room}
         for room in (ROOM, "A-F1-102", "A-F1-114", OTHER)]  # fmt: skip


def broken(day, rules=None, **tables):
    scene = district(**({"certificate": PAPERS, "certificate_room": NAMED} | tables))
    return [(one.rule, one.row, one.since) for one in violations(scene, day) if rules is None or one.rule in rules]


def test_nothing_is_broken_where_all_is_in_order():
    assert broken("2026-06-01", leader_office=[MAIN]) == []
    assert lines([], "zh") == [catalogue()["register.rule.none"][0]]


LEASE = {"lease_id": "l", "lease_class": "in", "building_id": "B", "area_m2": 900.0, "valid_from": "2026-04-01", "document": "文"}
ENDED = LEASE | {"building_id": None, "room_id": ROOM, "valid_from": "2025-01-01", "valid_to": "2026-03-31"}
CASE = {"adjustment_id": "t", "adjustment_class": "vacate", "from_department_id": "D1", "requested": "2026-01-01",
        "decided": "2026-01-02", "decision": "approved", "deadline": "2026-03-31"}  # fmt: skip
FOUND = {"inspection_id": "i", "building_id": "A", "planned": "2026-01-01", "inspected": "2026-01-02", "finding": "x",
         "deadline": "2026-03-31"}  # fmt: skip
TERMS = [
    ("second_office", "leader_office", [MAIN, SECOND | {"post_ended": "2025-12-31", "ended_by": "second_post"}], "2026-02-28"),
    ("leaver", "leader_office", [MAIN | {"post_ended": "2026-01-31", "ended_by": "retirement"}], "2026-02-28"),
    ("one_office", "leader_office", [MAIN, SECOND | {"document": None}], "2024-12-31"),
    ("one_office", "leader_office", [MAIN, SECOND | {"post_class": "main"}], "2024-12-31"),
    ("certificate_expired", "certificate", [PAPERS[0] | {"expires": "2026-03-31"}, PAPERS[1]], "2026-03-31"),
    ("lease_expired", "lease", [ENDED], "2026-03-31"),
    ("order", "lease", [LEASE | {"area_m2": 30.0}], "2026-03-31"),
    ("lease_unapproved", "lease", [LEASE | {"document": None}], "2026-03-31"),
    ("case_overdue", "adjustment", [CASE], "2026-03-31"),
    ("inspection_missed", "inspection", [{"inspection_id": "i", "building_id": "A", "planned": "2026-03-31"}], "2026-03-31"),
    ("rectification_overdue", "inspection", [FOUND], "2026-03-31"),
]


@pytest.mark.parametrize(("rule", "table", "rows", "last_good"), TERMS, ids=[f"{rule}-{n}" for n, (rule, *_) in enumerate(TERMS)])
def test_a_term_is_kept_to_its_last_day_and_broken_from_the_next(rule, table, rows, last_good):
    first_bad = (dt.date.fromisoformat(last_good) + dt.timedelta(days=1)).isoformat()
    assert broken(last_good, {rule}, **{table: rows}) == []
    assert [since for _, _, since in broken(first_bad, {rule}, **{table: rows})] == [first_bad]


def test_what_is_done_within_the_term_breaks_nothing():
    given_back = MAIN | {"post_ended": "2026-01-31", "ended_by": "transfer", "valid_to": "2026-02-15"}
    assert broken("2026-06-01", leader_office=[given_back]) == []
    righted = {"inspection_id": "i", "building_id": "A", "planned": "2026-01-01", "inspected": "2026-01-02", "finding": "x",
               "deadline": "2026-03-31", "rectified": "2026-03-30"}  # fmt: skip
    assert broken("2026-06-01", inspection=[righted]) == []
    assert broken("2026-06-01", leader_office=[MAIN, SECOND]) == []


def test_a_third_office_is_one_too_many_however_approved():
    third = SECOND | {"leader_office_id": "c", "room_id": "A-F1-102", "valid_from": "2026-01-01"}
    assert broken("2026-06-01", leader_office=[MAIN, SECOND, third]) == [("one_office", "c", "2026-01-01")]


def test_rooms_without_certificate_and_certificates_without_rooms_are_found():
    assert broken("2026-06-01", certificate=[], certificate_room=[]) == [
        ("certificate_missing", "D1", ""),
        ("certificate_missing", "D2", ""),
    ]
    more = [*NAMED, {"certificate_room_id": "x", "certificate_id": "d", "room_id": "A-F1-104"}]
    assert broken("2026-06-01", certificate_room=more) == [("certificate_stale", "d", "")]


def test_renting_while_own_rooms_stood_empty_breaks_the_order_of_remedies_only_if_they_would_have_done():
    """Of 14 offices of 33.64 m² three are held from 2024-01-01."""
    lease = {"lease_id": "l", "lease_class": "in", "building_id": "B", "valid_from": "2026-04-01", "document": "文"}
    empty = (14 - 3) * 5.8 * 5.8
    assert broken("2026-06-01", {"order"}, lease=[lease | {"area_m2": empty + 0.1}]) == []
    assert len(broken("2026-06-01", {"order"}, lease=[lease | {"area_m2": empty - 0.1}])) == 1


def test_rooms_over_the_standard_are_among_them_where_the_report_is_given():
    scene = district(certificate=PAPERS, certificate_room=NAMED)
    report = solve.solve(problem.build(scene, problem.Params(on="2026-06-01")))
    found = violations(scene, "2026-06-01", report)
    assert {(one.rule, one.row) for one in found} == {("over_standard", room.room.room_id) for room in report.over_standard}
    assert report.over_standard
    assert all(one.remedy.zh and one.clause.zh and one.record()["what"]["en"] for one in found)


def test_one_building_is_asked_about_alone():
    lease = {"lease_id": "l", "lease_class": "in", "building_id": "B", "area_m2": 900.0, "valid_from": "2026-01-01"}
    scene = district(lease=[lease], certificate=PAPERS, certificate_room=NAMED, leader_office=[MAIN, SECOND | {"document": None}])
    assert [one.rule for one in violations(within(scene, "A"), "2026-06-01")] == ["one_office"]
    assert [one.rule for one in violations(within(scene, "B"), "2026-06-01")] == ["lease_unapproved"]


def test_every_rule_has_words_a_clause_and_says_how_well_it_is_confirmed():
    for rule, clause in clauses().items():
        assert all(f"register.rule.{rule}.{part}" in catalogue() for part in ("name", "what", "remedy"))
        assert clause.clause
        assert clause.verified >= 1
    assert (clauses()["second_office"].months, clauses()["leaver"].months) == (2, 1)
    assert {"leader_office", "certificate", "lease", "adjustment", "inspection", "ownership"} <= set(TABLES)
