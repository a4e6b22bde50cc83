"""Who holds which room on a day, held against counting day by day."""

import datetime as dt
from dataclasses import asdict

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import tiny_district
from twin.model.checks import check
from twin.model.checks.networks import occupancies
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.model.validity import day_before, ended, followed, holds_on, is_day, on_day, successions

FIRST = dt.date(2026, 1, 1)
DAYS = [(FIRST + dt.timedelta(days=n)).isoformat() for n in range(12)]


@pytest.fixture(scope="module")
def district():
    return tiny_district()


class Held:
    """A snapshot of occupancies only: making a whole one a hundred times takes long."""

    def __init__(self, frame):
        self._frame = frame

    def frame(self, _):
        return self._frame


def uses(*periods, **more):
    rows = [
        {"occupancy_id": f"U{n}", "room_id": "R", "department_id": "D", "head_count": 1, "valid_from": since, "valid_to": until}
        | more
        for n, (since, until) in enumerate(periods)
    ]
    columns = ["occupancy_id", "room_id", "department_id", "head_count", "valid_from", "valid_to"]
    return Held(fit_frame(TABLES["occupancy"], pd.DataFrame(rows, columns=columns), None))


def codes(snapshot):
    return [(found["code"], found["row"], found["values"]["other"]) for found in map(asdict, occupancies(snapshot))]


day_or_open = st.none() | st.sampled_from(DAYS)


@given(st.lists(st.tuples(day_or_open, day_or_open), max_size=6), st.sampled_from(DAYS))
def test_a_use_holds_from_its_first_to_its_last_day(periods, day):
    frame = uses(*periods).frame("occupancy")
    wanted = [(since or "0000") <= day <= (until or "9999") for since, until in periods]
    assert holds_on(frame, day).tolist() == wanted


@given(st.lists(st.tuples(st.sampled_from(DAYS), day_or_open), min_size=1, max_size=5))
def test_overlaps_are_found_exactly_where_a_day_is_held_twice_and_gaps_where_one_is_missed(periods):
    sound = [(since, until) for since, until in periods if until is None or since <= until]
    snapshot = uses(*sound)
    span = [day for day in DAYS if min((since for since, _ in sound), default="9") <= day]
    count = {day: int(holds_on(snapshot.frame("occupancy"), day).sum()) for day in span}
    last = max((since for since, _ in sound), default="")
    found = {code for code, _, _ in codes(snapshot)}
    assert ("check.use_overlap" in found) == any(held > 1 for held in count.values())
    assert ("check.use_gap" in found) == any(held == 0 and day < last for day, held in count.items())


def test_a_snapshot_of_a_day_holds_the_uses_of_that_day(district):
    assert on_day(district, "2023-12-31").keys("occupancy").tolist() == ["O4"]
    assert on_day(district, "2024-01-01").keys("occupancy").tolist() == ["O1", "O2", "O3", "O5"]
    assert on_day(district, "2024-01-01").frame("room") is district.frame("room")


def test_overlap_and_gap_name_both_rows():
    held = uses(("2026-01-01", "2026-01-31"), ("2026-01-31", "2026-02-10"), ("2026-02-11", "2026-02-20"), ("2026-03-01", None))
    assert codes(held) == [("check.use_overlap", "U1", "U0"), ("check.use_gap", "U3", "U2")]
    assert {(finding.severity, finding.code) for finding in occupancies(held)} == {
        ("warning", "check.use_overlap"), ("info", "check.use_gap"),
    }  # fmt: skip


def test_an_open_one_is_overlapped_by_whatever_follows():
    assert codes(uses(("2026-01-01", None), ("2026-02-01", "2026-02-05"), ("2026-03-01", None))) == [
        ("check.use_overlap", "U1", "U0"), ("check.use_overlap", "U2", "U0"),
    ]  # fmt: skip


def test_others_in_the_same_room_overlap_nothing():
    frame = pd.concat(
        [uses(("2026-01-01", None)).frame("occupancy"), uses(("2026-01-01", None), department_id="E").frame("occupancy")]
    )
    frame.index = frame["occupancy_id"] = ["U0", "U1"]
    assert codes(Held(frame)) == []


def test_dates_that_are_none_stop_no_check():
    held = uses(("someday", None), ("2026-01-01", "never"), ("2026-02-01", "2026-01-01"))
    assert list(successions(held.frame("occupancy"))) == []
    assert [finding.code for finding in occupancies(held)] == ["check.ends_before"]


def test_the_small_district_has_neither(district):
    assert not {finding.code for finding in check(district)} & {"check.use_overlap", "check.use_gap"}


def test_ended_it_keeps_all_but_its_last_day(district):
    frame = ended(district, ["O1", "O2"], "2026-03-31")
    assert frame["valid_to"].tolist() == ["2026-03-31"] * 2
    before = district.frame("occupancy").loc[["O1", "O2"]]
    assert frame.drop(columns="valid_to").equals(before.drop(columns="valid_to"))


def test_followed_no_day_is_held_twice_or_missed(district):
    frame = followed(district, "O3", "2026-04-01", {"department_id": "D1", "head_count": 3})
    assert frame.index.tolist() == frame["occupancy_id"].tolist() == ["O3", "O3~2026-04-01"]
    assert frame["valid_from"].tolist() == ["2024-01-01", "2026-04-01"]
    assert frame["valid_to"].tolist() == ["2026-03-31", None]
    assert frame["department_id"].tolist() == ["D2", "D1"]
    assert frame["head_count"].tolist() == [2, 3]
    for day, holder in (("2026-03-31", "D2"), ("2026-04-01", "D1")):
        assert frame[holds_on(frame, day)]["department_id"].tolist() == [holder]


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda district: ended(district, ["O1"], "2023-12-31"), "tenure.not_begun"),
        (lambda district: ended(district, ["O4"], "2024-01-01"), "tenure.ended"),
        (lambda district: ended(district, ["O1"], "2026-02-30"), "past.bad_day"),
        (lambda district: followed(district, "O1", "soon", {}), "past.bad_day"),
        (lambda district: followed(district, "O1", "2026-01-01", {}, "O2"), "tenure.taken"),
    ],
    ids=["before it began", "ended already", "no day", "no first day", "key taken"],
)
def test_what_cannot_end_so_is_refused(district, ask, code):
    with pytest.raises(UsageError) as refused:
        ask(district)
    assert refused.value.code == code


def test_a_use_that_is_not_there_cannot_end(district):
    with pytest.raises(UnknownKeyError):
        ended(district, ["O99"], "2026-01-01")


def test_days_are_days_of_the_calendar():
    assert [is_day(text) for text in ("2026-02-28", "2026-02-29", "2026-1-1", "20260101", "", "2026-01-01T00:00:00Z")] == [
        True, False, False, False, False, False,
    ]  # fmt: skip
    assert day_before("2024-03-01") == "2024-02-29"
