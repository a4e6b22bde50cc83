"""`twin scenario` as a planner uses it: make, change, ask, compare, merge, undo."""

import csv
import io

import openpyxl
import pytest

from api.main import main
from tests.scenes import CRS_4544
from tests.twin.store.sameness import fill, scene
from twin.store import copy_store, create_store, open_store


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """Make a small store with a scenario in it, once."""
    path = tmp_path_factory.mktemp("planned") / "twin.gpkg"
    with create_store(path, CRS_4544) as store:
        fill(store, scene())
    for words in (
        ("new", "搬迁", "--note", "101 改会议室"),
        ("set", "搬迁", "room", "A-F1-101", "room_class=meeting", "name==1+1"),
        ("set", "搬迁", "occupancy", "O1", "--remove"),
    ):
        assert main(["scenario", *words, "--store", str(path)]) == 0
    return path


@pytest.fixture
def plan(twin, planned, tmp_path):
    """Give a program on a copy of it."""
    copy_store(planned, tmp_path / "twin.gpkg")
    return twin


def table(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_a_question_answers_for_the_scenario_and_leaves_the_model(plan):
    code, record, _ = plan("space", "report", "--on", "2026-01-01", "--scenario", "搬迁", "--json")
    assert code == 0
    assert record["run"]["scenario"] == "搬迁"
    _, today, _ = plan("space", "report", "--on", "2026-01-01", "--json")
    assert "scenario" not in today["run"]
    assert record["result"] != today["result"]


def test_a_scenario_can_be_drawn_exported_checked_and_mapped(plan, tmp_path):
    for words in (
        ("check",), ("export", "out.csv", "--table", "room"), ("plot", "out.png", "--building", "A"), ("map", "out.html"),
    ):  # fmt: skip
        code, _, error = plan(*words, "--scenario", "搬迁", "--json")
        assert (code, error) == (0, "")
    heads, *rows = table(tmp_path / "out.csv")
    assert ["A-F1-101", "meeting"] in [[row[heads.index(name)] for name in ("room_id", "room_class")] for row in rows]


def test_the_difference_is_listed_and_written(plan, tmp_path):
    _, record, _ = plan("scenario", "diff", "搬迁", "--json")
    assert [(change["table"], change["key"], change["does"]) for change in record["changes"]] == [
        ("room", "A-F1-101", "update"), ("occupancy", "O1", "remove"),
    ]  # fmt: skip
    assert plan("scenario", "diff", "搬迁", "--out", "d.csv")[0] == plan("scenario", "diff", "搬迁", "--out", "d.xlsx")[0] == 0
    lines = table(tmp_path / "d.csv")
    assert lines[1] == ["room", "A-F1-101", "更改", "名称 name", "办公室", "'=1+1"]
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "d.xlsx").read_bytes()))
    sheet = book.active
    assert [cell.value for cell in sheet[2]] == ["room", "A-F1-101", "更改", "名称 name", "办公室", "=1+1"]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert len(lines) == sheet.max_row
    assert plan("scenario", "diff", "搬迁", "--out", "d.pdf")[0] == 2


def test_conflicts_are_named_in_words_and_as_json_and_settled_when_told(plan, tmp_path):
    with open_store(tmp_path / "twin.gpkg") as store, store.change("a", "b") as work:
        work.put("room", scene().frame("room").loc[["A-F1-101"]].assign(name="现状"))
    code, lines, error = plan("scenario", "merge", "搬迁")
    assert code == 1
    assert "room A-F1-101 的 name:原为 办公室,方案改为 =1+1,现状为 现状" in lines
    assert "--take" in error
    code, record, _ = plan("scenario", "rebase", "搬迁", "--json")
    assert (code, [item["column"] for item in record["error"]["conflicts"]]) == (1, ["name"])
    code, shown, _ = plan("scenario", "show", "搬迁", "--json")
    assert (code, shown["newest"], [item["live"] for item in shown["conflicts"]]) == (0, 2, ["现状"])
    code, record, _ = plan("scenario", "rebase", "搬迁", "--take", "live", "--json")
    assert (code, record["scenario"]["base"]) == (0, 2)
    assert plan("scenario", "merge", "搬迁", "--reason", "经批准")[0] == 0
    _, log, _ = plan("log", "--json")
    assert log["log"][0]["reason"] == "经批准"


def test_merged_and_undone_the_model_is_as_before(plan, tmp_path):
    with open_store(tmp_path / "twin.gpkg") as store:
        before = store.tally()
    assert plan("scenario", "merge", "搬迁", "--json")[1] == {"merged": "搬迁", "set": 2}
    assert plan("scenario", "list", "--json")[1]["scenarios"][0]["merged"] == 2
    assert plan("undo")[0] == 0
    with open_store(tmp_path / "twin.gpkg") as store:
        assert {name for name in store.tally().differences(before) if not name.startswith("twin_")} == set()


@pytest.mark.parametrize(
    ("words", "code", "rule"),
    [
        (("set", "搬迁", "room", "A-F1-102", "room_class=palace"), 1, "scenario.refused"),
        (("set", "搬迁", "room", "nobody", "name=x"), 2, "scenario.no_row"),
        (("set", "搬迁", "room", "A-F1-102", "name"), 2, "scenario.bad_cell"),
        (("set", "搬迁", "room", "A-F1-102", "area_m2=many"), 2, "scenario.bad_reading"),
        (("set", "搬迁", "room", "A-F1-102", "geom=CIRCLE"), 2, "scenario.bad_reading"),
        (("set", "搬迁", "room", "A-F1-102", "colour=red"), 2, "query.no_column"),
        (("set", "搬迁", "room", "A-F1-102"), 2, "scenario.nothing_set"),
        (("set", "搬迁", "room", "A-F1-102", "name=x", "--remove"), 2, "scenario.nothing_set"),
        (("set", "搬迁", "occupancy", "O2", "--bury"), 2, "scenario.nothing_set"),
        (("set", "搬迁", "palace", "x", "y=1"), 2, "export.unknown_table"),
        (("show", "无"), 2, "scenario.unknown"),
        (("new", "搬迁"), 2, "scenario.exists"),
        (("new",), 2, "scenario.bad_name"),
        (("new", "b", "--base", "9"), 2, "past.not_yet"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(plan, words, code, rule):
    before = plan("scenario", "list", "--json")[1]
    got, record, error = plan("scenario", *words, "--json")
    assert (got, record["error"]["code"]) == (code, rule)
    assert "→" in error
    assert plan("scenario", "list", "--json")[1] == before


def test_renamed_reverted_and_dropped(plan):
    assert plan("scenario", "rename", "搬迁", "方案 一")[0] == 0
    assert plan("scenario", "set", "方案 一", "occupancy", "O1", "--revert", "--json")[1]["scenario"]["edits"] == 1
    assert (
        plan("scenario", "set", "方案 一", "occupancy", "O9", "room_id=A-F1-103", "department_id=D2", "head_count=2", "--new")[0]
        == 0
    )
    assert plan("scenario", "drop", "方案 一")[0] == 0
    assert "twin scenario new" in plan("scenario", "list")[1]


def test_past_and_scenario_exclude_each_other(plan):
    assert plan("space", "report", "--scenario", "搬迁", "--as-of", "1", "--json")[1]["error"]["code"] == "scenario.not_both"


def test_in_one_language_no_sentence_stands_in_the_other(plan):
    for words in (("list",), ("show", "搬迁"), ("diff", "搬迁")):
        english = plan("scenario", *words, "--lang", "en")[1]
        assert "taken out" in english or words == ("list",)
        assert not any(word in english for word in ("方案", "更改", "删去", "未并入"))
