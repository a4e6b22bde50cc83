"""What was known then of what held when: transaction time and valid time, both asked, on both engines."""

import pytest

from twin.model.validity import ended, followed, on_day
from twin.store.past import Past
from twin.store.scenarios import Scenarios


@pytest.fixture
def told(filled):
    """Tell a story in four versions: as filled; O3 ends in March; from April D1 follows; the end was wrong, it is February."""
    with filled.change("a", "end") as work:
        work.put("occupancy", ended(filled.snapshot(), ["O3"], "2026-03-31"))
    with filled.change("a", "follow") as work:
        frame = followed(filled.snapshot(), "O2", "2026-04-01", {"department_id": "D2"})
        work.put("occupancy", frame)
    with filled.change("a", "correct") as work:
        work.put("occupancy", filled.snapshot().frame("occupancy").loc[["O3"]].assign(valid_to="2026-02-28"))
    return filled


def holders(snapshot, day):
    frame = on_day(snapshot, day).frame("occupancy")
    return {key: row["department_id"] for key, row in frame.iterrows() if key.startswith(("O2", "O3"))}


WANTED = [
    (1, "2026-03-15", {"O2": "D1", "O3": "D2"}),
    (2, "2026-03-15", {"O2": "D1", "O3": "D2"}),
    (4, "2026-03-15", {"O2": "D1"}),
    (1, "2026-04-01", {"O2": "D1", "O3": "D2"}),
    (2, "2026-04-01", {"O2": "D1"}),
    (3, "2026-04-01", {"O2~2026-04-01": "D2"}),
    (4, "2026-04-01", {"O2~2026-04-01": "D2"}),
    (4, "2026-02-28", {"O2": "D1", "O3": "D2"}),
    (4, "2023-12-31", {}),
]


def test_each_version_says_of_each_day_what_was_known_then(told):
    versions = {version: Past(told, str(version)).snapshot() for version in (1, 2, 3, 4)}
    for version, day, wanted in WANTED:
        assert holders(versions[version], day) == wanted
    # what was is not overwritten but closed
    lines = [(line["entity_id"], line["action"]) for line in told.lines(3)]
    assert sorted(lines) == [("O2", "update"), ("O2~2026-04-01", "insert")]
    assert {"O2", "O3"} <= set(versions[4].keys("occupancy"))


def test_a_scenario_has_days_too(told):
    book = Scenarios(told)
    book.create("s", "a")
    book.put("s", "occupancy", ended(told.snapshot(), ["O1"], "2026-05-31"))
    planned, live = book.view("s").snapshot(), told.snapshot()
    for day, held in (("2026-05-31", True), ("2026-06-01", False)):
        assert ("O1" in on_day(planned, day).keys("occupancy")) == held
        assert "O1" in on_day(live, day).keys("occupancy")


def test_what_goes_out_is_an_entry_without_lines(told):
    before = told.tally()
    with told.change("guard", "export /tmp/cameras.csv") as work:
        work.disclose({"camera": 3})
    (entry,) = told.log(1)
    assert (entry["set_id"], entry["actor"], entry["reason"]) == (5, "guard", "export /tmp/cameras.csv")
    assert entry["counts"] == {"camera": {"disclosed": 3}}
    assert told.lines(5) == []
    assert told.tally().differences(before) == ["twin_change_set"]
