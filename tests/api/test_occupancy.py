"""`twin occupancy`: who uses which room on a day; a use is ended and followed, in the model or in a scenario."""

import pytest

from tests.scenes import CRS_4544
from tests.twin.store.sameness import fill, scene
from twin.store import copy_store, create_store


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("occupancy") / "twin.gpkg"
    with create_store(path, CRS_4544) as store:
        fill(store, scene())
    return path


@pytest.fixture
def program(twin, made, tmp_path):
    copy_store(made, tmp_path / "twin.gpkg")
    return twin


def listed(twin, *words):
    return [row["occupancy_id"] for row in twin("occupancy", "list", *words, "--json")[1]["occupancies"]]


def test_on_a_day_those_are_listed_that_hold_on_it(program):
    assert listed(program, "--on", "2023-06-01") == ["O4"]
    assert listed(program, "--on", "2026-06-01") == ["O1", "O2", "O3", "O5"]
    assert listed(program, "--all", "--room", "A-F1-104") == ["O4"]
    assert "部门" in program("occupancy", "list", "--on", "2026-06-01")[1]
    assert "department_id" in program("occupancy", "list", "--on", "2026-06-01", "--lang", "en")[1]


def test_ended_and_followed_and_undone(program):
    code, record, _ = program("occupancy", "end", "O1", "O2", "--on", "2026-03-31", "--json")
    assert (code, record) == (0, {"ended": ["O1", "O2"], "last": "2026-03-31", "set": 2})
    code, record, _ = program("occupancy", "follow", "O3", "department_id=D1", "--on", "2026-04-01", "--json")
    assert (code, record["new"], record["set"]) == (0, "O3~2026-04-01", 3)
    assert listed(program, "--on", "2026-03-31") == ["O1", "O2", "O3", "O5"]
    assert listed(program, "--on", "2026-04-01") == ["O3~2026-04-01", "O5"]
    assert listed(program, "--on", "2026-04-01", "--as-of", "1") == ["O1", "O2", "O3", "O5"]
    assert program("undo")[0] == 0
    assert listed(program, "--on", "2026-04-01") == ["O3", "O5"]


def test_the_questions_answer_for_the_day(program):
    program("occupancy", "end", "O3", "--on", "2026-03-31")
    then, later = (program("space", "report", "--on", day, "--json")[1]["result"] for day in ("2026-03-31", "2026-04-01"))
    assert then != later


def test_in_a_scenario_the_model_stays(program):
    program("scenario", "new", "s")
    assert program("occupancy", "end", "O1", "--on", "2026-03-31", "--scenario", "s")[0] == 0
    assert listed(program, "--on", "2026-04-01", "--scenario", "s") == ["O2", "O3", "O5"]
    assert listed(program, "--on", "2026-04-01") == ["O1", "O2", "O3", "O5"]
    assert program("log", "--json")[1]["log"][0]["set_id"] == 1


@pytest.mark.parametrize(
    ("words", "code", "rule"),
    [
        (("end", "O1", "--on", "2020-01-01"), 2, "tenure.not_begun"),
        (("end", "O99"), 2, "key.unknown"),
        (("end",), 2, "scenario.nothing_set"),
        (("end", "O1", "--as-of", "1"), 2, "past.read_only"),
        (("end", "O1", "--on", "tomorrow"), 2, "past.bad_day"),
        (("follow", "O1"), 2, "tenure.not_both"),
        (("follow", "O1", "department_id=D9", "--on", "2026-01-01"), 1, "scenario.refused"),
        (("follow", "O1", "head_count=-1", "--on", "2026-01-01"), 1, "scenario.refused"),
        (("follow", "O1", "head_count=1", "--on", "2026-01-01", "--key", "O2"), 2, "tenure.taken"),
        (("list", "--on", "2026-02-30"), 2, "past.bad_day"),
    ],
)
def test_what_cannot_be_is_said_and_leaves_no_change_set(program, words, code, rule):
    got, record, error = program("occupancy", *words, "--json")
    assert (got, record["error"]["code"]) == (code, rule)
    assert "→" in error
    assert len(program("log", "--json")[1]["log"]) == 1


def test_an_export_holds_the_uses_of_one_day(program, tmp_path):
    assert program("export", "o.csv", "--table", "occupancy", "--on", "2023-06-01")[0] == 0
    text = (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
    assert '"O4"' in text
    assert '"O1"' not in text


def test_overlaps_are_named_by_check(program):
    program("scenario", "new", "s")
    words = ("room_id=A-F1-102", "department_id=D1", "rank=局(处)级以下", "head_count=4", "valid_from=2026-01-01")
    assert program("scenario", "set", "s", "occupancy", "O9", *words, "--new")[0] == 0
    codes = {finding["code"] for finding in program("check", "--scenario", "s", "--json")[1]["findings"]}
    assert "check.use_overlap" in codes
