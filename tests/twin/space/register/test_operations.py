"""Operations of the register: what they change and nothing else; what cannot be is refused; the past stays as it was."""

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tests.twin.space.register.districts import district, holders
from twin.model.checks.register import ORDER, register
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.tables import TABLES
from twin.space.register import cases, certificates, rounds
from twin.space.register.clauses import add_months
from twin.space.register.edits import applied, records, row_of

ROOM = "A-F1-101"


def refused(code, do, *words, **more):
    with pytest.raises(UsageError) as caught:
        do(*words, **more)
    assert caught.value.code == code


@pytest.fixture(scope="module")
def certified():
    scene = district()
    return applied(scene, certificates.issue(scene, "D1", "凭1", "2024-02-01", agreement="协1", expires="2026-12-31"))


def test_a_certificate_names_the_rooms_a_department_holds_alone_and_their_area(certified):
    assert row_of(certified, "certificate", "PZ0001")["area_m2"] == round(3 * 5.8 * 5.8, 2)
    assert certificates.rooms_by_certificate(certified) == {"PZ0001": ["A-F1-101", "A-F1-102", "A-F1-114"]}
    assert list(register(certified)) == []
    refused("register.number_taken", certificates.issue, certified, "D2", "凭1", "2024-02-01")
    refused("register.certified", certificates.issue, certified, "D1", "凭2", "2026-01-01", [ROOM])
    refused("register.not_holder", certificates.issue, certified, "D2", "凭2", "2024-02-01", [ROOM])
    refused("register.no_rooms", certificates.issue, certified, "D2", "凭2", "2023-06-01")
    refused("register.turned", certificates.issue, certified, "D2", "凭2", "2024-02-01", expires="2024-01-01")
    with pytest.raises(UnknownKeyError):
        certificates.issue(certified, "D9", "凭2", "2024-02-01")
    assert certificates.issue(certified, "D1", "凭2", "2027-01-01").rows["certificate"][0]["certificate_id"] == "PZ0002"


def test_a_print_verifies_while_it_says_what_the_register_says_and_is_in_force(certified):
    payload = certificates.print_of(certified, "凭1").payload
    days = {"2024-01-31": "not_begun", "2024-02-01": "sound", "2026-12-31": "sound", "2027-01-01": "expired"}
    assert {day: certificates.verify(certified, payload, day).outcome for day in days} == days
    for word, outcome in [
        ("hello", "unreadable"), (payload.replace("DT1", "DT2"), "unreadable"), (payload.replace("凭1", "凭7"), "unknown"),
        (payload[:-1] + ("0" if payload[-1] != "0" else "1"), "altered"), (payload.replace("A-F1-101", "A-F1-103"), "altered"),
        (f" {payload}\n", "sound"),
    ]:  # fmt: skip
        assert certificates.verify(certified, word, "2025-01-01").outcome == outcome, word
    revoked = applied(certified, certificates.revoke(certified, "凭1", "2025-06-01", "换发"))
    assert certificates.verify(revoked, payload, "2025-05-31").outcome == "sound"
    assert certificates.verify(revoked, payload, "2025-06-01").outcome == "revoked"
    shorter = applied(certified, certificates.run_out(certified, "PZ0001", "2025-12-31"))
    assert certificates.verify(shorter, payload, "2025-01-01").outcome == "altered"
    assert certificates.verify(shorter, certificates.print_of(shorter, "PZ0001").payload, "2026-01-01").outcome == "expired"
    refused("register.revoked_already", certificates.revoke, revoked, "凭1", "2025-07-01", "x")
    refused("register.no_reason", certificates.revoke, certified, "凭1", "2025-07-01", " ")
    refused("register.turned", certificates.run_out, certified, "凭1", "2024-01-31")


@given(st.text(max_size=40), st.sampled_from(["", "DT1|", "DT1|凭1|", "DT1|凭1|A-F1-101+A-F1-102+A-F1-114|"]))
def test_no_made_up_text_verifies(certified, text, start):
    true = certificates.print_of(certified, "凭1").payload
    assert (certificates.verify(certified, start + text, "2025-01-01").outcome == "sound") == ((start + text).strip() == true)


def case(kind="reallocate", given=(ROOM,), returned=(), **parties):
    scene = district()
    asked = applied(scene, cases.request(scene, kind, "2026-03-01", given, returned, **parties))
    return applied(asked, cases.decide(asked, "TJ0001", "2026-03-10", "approved", "文1", "2026-04-01"))


def test_done_hands_the_room_over_on_the_day_and_leaves_the_past_as_it_was():
    before = case(from_department="D1", to_department="D2")
    edits = cases.finish(before, "TJ0001", "2026-03-20", {ROOM: ("局(处)级以下", 3)})
    after = applied(before, edits)
    assert holders(after, "2026-03-19") == holders(before, "2026-03-19")
    assert holders(after, "2026-03-20") == holders(before, "2026-03-20") | {ROOM: [("D2", 3)]}
    assert row_of(after, "adjustment", "TJ0001")["done"] == "2026-03-20"
    assert {table: len(rows) for table, rows in edits.rows.items()} == {"adjustment": 1, "occupancy": 2}
    assert list(register(after)) == []
    refused("register.done_already", cases.finish, after, "TJ0001", "2026-03-21")


def test_an_exchange_goes_both_ways_and_vacating_leaves_the_room_empty():
    before = case("exchange", [ROOM], ["A-F1-103"], from_department="D1", to_department="D2")
    after = holders(applied(before, cases.finish(before, "TJ0001", "2026-03-20")), "2026-03-20")
    assert (after[ROOM], after["A-F1-103"]) == ([("D2", 0)], [("D1", 0)])
    before = case("vacate", from_department="D1")
    assert ROOM not in holders(applied(before, cases.finish(before, "TJ0001", "2026-03-20")), "2026-03-20")


def test_an_empty_room_is_allotted_and_its_offer_closed():
    scene = district()
    offered = applied(scene, rounds.offer(scene, "A-F1-104", "2026-01-01", until="2026-12-31"))
    asked = applied(offered, cases.request(offered, "reallocate", "2026-03-01", ["A-F1-104"], to_department="D2"))
    ready = applied(asked, cases.decide(asked, "TJ0001", "2026-03-10", "approved", "文1"))
    done = applied(ready, cases.finish(ready, "TJ0001", "2026-03-20"))
    offer = row_of(done, "room_offer", "FY0001")
    assert (offer["taken"], offer["taken_by_id"]) == ("2026-03-20", "D2")
    assert holders(done, "2026-03-20")["A-F1-104"] == [("D2", 0)]
    refused("register.taken_already", rounds.withdraw, done, "FY0001", "2026-04-01")


def test_cases_that_cannot_be_are_refused():
    scene, ready = district(), case(from_department="D1", to_department="D2")
    for kind, more in [
        ("reallocate", {}), ("reallocate", {"from_department": "D1", "to_department": "D1"}), ("vacate", {}),
        ("gift", {"to_department": "D1"}),
        ("exchange", {"from_department": "D1", "to_department": "D2"}),
    ]:  # fmt: skip
        refused("register.bad_case", cases.request, scene, kind, "2026-03-01", [ROOM], **more)
    refused("register.no_rooms_named", cases.request, scene, "vacate", "2026-03-01", [], from_department="D1")
    refused("past.bad_day", cases.request, scene, "vacate", "1. März", [ROOM], from_department="D1")
    refused("register.turned", cases.finish, ready, "TJ0001", "2026-03-09")
    refused("register.decided_already", cases.decide, ready, "TJ0001", "2026-03-10", "rejected", "文2")
    stranger = case(from_department="D2", to_department="D1")
    refused("register.not_holder", cases.finish, stranger, "TJ0001", "2026-03-20")
    refused("register.other_holder", cases.finish, case(to_department="D2"), "TJ0001", "2026-03-20")
    asked = applied(scene, cases.request(scene, "clear", "2026-03-01", [ROOM], from_department="D1"))
    refused("register.not_approved", cases.finish, asked, "TJ0001", "2026-03-20")
    refused("register.no_document", cases.decide, asked, "TJ0001", "2026-03-02", "approved", " ")


def test_an_inspection_is_planned_made_and_what_it_found_put_right():
    scene = district()
    planned = applied(scene, rounds.plan_inspection(scene, "A", "2026-05-01", ROOM, "D1"))
    refused("register.room_elsewhere", rounds.plan_inspection, scene, "B", "2026-05-01", ROOM)
    refused("register.no_deadline", rounds.inspect, planned, "XJ0001", "2026-05-02", 80, finding="漏水")
    refused("register.nothing_found", rounds.rectify, planned, "XJ0001", "2026-05-02")
    made = applied(
        planned, rounds.inspect(planned, "XJ0001", "2026-05-02", 80, finding="漏水", deadline="2026-06-01", photo="p.jpg")
    )
    refused("register.turned", rounds.rectify, made, "XJ0001", "2026-05-01")
    righted = row_of(applied(made, rounds.rectify(made, "XJ0001", "2026-05-20")), "inspection", "XJ0001")
    assert (righted["rectified"], righted["photo"], righted["score"]) == ("2026-05-20", "p.jpg", 80)
    refused("register.inspected_already", rounds.inspect, made, "XJ0001", "2026-05-03", 90)


def test_a_room_in_use_by_others_is_not_offered_and_none_twice():
    scene = district()
    refused("register.in_use", rounds.offer, scene, ROOM, "2026-01-01")
    offered = applied(scene, rounds.offer(scene, ROOM, "2026-01-01", "D1"))
    refused("register.offered_already", rounds.offer, offered, ROOM, "2026-02-01", "D1")
    ended = applied(offered, rounds.withdraw(offered, "FY0001", "2026-01-31"))
    assert len(records(applied(ended, rounds.offer(ended, ROOM, "2026-02-01", "D1")), "room_offer")) == 2


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 40))
def test_months_are_added_as_dateutil_does(day, months):
    assert add_months(day.isoformat(), months) == (day + relativedelta(months=months)).isoformat()


@pytest.mark.parametrize(("table", "pair"), [(table, pair) for table, pairs in ORDER.items() for pair in pairs])
def test_days_out_of_order_are_found_wherever_there_are_any(table, pair):
    key = TABLES[table].key
    right, wrong = ({key: "x", pair[0]: "2026-02-01", pair[1]: last} for last in ("2026-02-01", "2026-01-31"))
    codes = [[found.code for found in register(district(**{table: [row]})) if found.column == pair[1]] for row in (right, wrong)]
    assert codes[1].count("check.days_turned") == 1
    assert "check.days_turned" not in codes[0]


def test_steps_that_need_each_other_numbers_and_rooms_given_twice_are_found():
    paper = {"number": "凭1", "department_id": "D1", "issued": "2026-01-01"}
    scene = district(
        certificate=[{"certificate_id": "a", **paper}, {"certificate_id": "b", **paper},
            {"certificate_id": "c", **paper, "number": "凭2", "revoked": "2026-02-01"}],
        certificate_room=[{"certificate_room_id": str(n), "certificate_id": key, "room_id": ROOM} for n, key in enumerate("ab")],
        adjustment=[{"adjustment_id": "t", "adjustment_class": "clear", "requested": "2026-01-01", "decided": "2026-01-02",
                     "decision": "rejected", "done": "2026-01-03"}],
        lease=[{"lease_id": "l", "lease_class": "in", "area_m2": 1.0}],
        inspection=[{"inspection_id": "i", "building_id": "A", "planned": "2026-01-01", "finding": "x"}],
    )  # fmt: skip
    assert sorted((found.code, str(found.row)) for found in register(scene)) == [
        ("check.case_without_rooms", "t"), ("check.done_though_refused", "t"), ("check.lease_of_nothing", "l"),
        ("check.number_twice", "b"), ("check.room_certified_twice", "b"), ("check.step_missing", "c"),
        ("check.step_missing", "i"),
        ("check.step_missing", "i"),
    ]  # fmt: skip
