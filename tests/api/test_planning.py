"""`twin space plan` on the small sample, as a planner would run it."""

import json

import pytest
from openpyxl import load_workbook

QUICK = ("--seat-m2", "6", "--heads", "present", "--iterations", "800", "--on", "2026-06-01")


def test_a_plan_comes_with_its_bound_move_list_and_picture(twin, store_path, tmp_path):
    code, out, _ = twin("space", "plan", "--store", str(store_path), *QUICK, "--out", str(tmp_path / "out"), "--json")
    result = out["result"]
    assert code == 0
    assert result["bound"] <= result["value"]["total"]
    assert json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8")) == result
    book = load_workbook(tmp_path / "out" / "moves.xlsx", read_only=True)
    rows = list(book.worksheets[3].values)
    book.close()
    assert len(rows) == 1 + len(result["transfers"])
    assert (tmp_path / "out" / "stack.png").read_bytes()[:4] == b"\x89PNG"


def test_words_stand_before_or_after_the_question(twin, store_path):
    before = twin("space", "--json", "--store", str(store_path), "report", "--on", "2026-06-01")
    after = twin("space", "report", "--on", "2026-06-01", "--store", str(store_path), "--json")
    assert before[0] == after[0] == 0
    assert before[1]["result"] == after[1]["result"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--pin", "市财政局"), "DEPARTMENT=PLACE"),
        (("--department", "无此部门"), "no department"),
        (("--close", "无此楼"), "无此楼"),
        (("--seat-m2", "1"), "m² a seat"),
    ],
)
def test_a_wish_that_means_nothing_is_refused_in_words(twin, store_path, words, said):
    code, _, err = twin("space", "plan", "--store", str(store_path), *words)
    assert code in {1, 2}
    assert said in err
    assert "Traceback" not in err


def test_a_plan_becomes_a_scenario_that_is_merged_and_undone(twin, store_path):
    assert twin("space", "plan", "--store", str(store_path), *QUICK, "--save", "集中")[0] == 0
    _, diff, _ = twin("scenario", "diff", "集中", "--store", str(store_path), "--json")
    assert {row["table"] for row in diff["changes"]} == {"occupancy"}
    day = ("--on", "2026-06-02", "--store", str(store_path), "--json")
    _, before, _ = twin("space", "report", *day)
    _, asked, _ = twin("space", "report", *day, "--scenario", "集中")
    _, made, _ = twin("scenario", "merge", "集中", "--store", str(store_path), "--json")
    _, merged, _ = twin("space", "report", *day)
    assert merged["result"]["departments"] == asked["result"]["departments"] != before["result"]["departments"]
    assert twin("undo", str(made["set"]), "--store", str(store_path))[0] == 0
    _, undone, _ = twin("space", "report", *day)
    assert undone["result"]["departments"] == before["result"]["departments"]


@pytest.mark.parametrize(("what", "said"), [("entitlement", "office/city/局(处)级以下"), ("violations", "调剂")])
def test_entitlements_and_violations_are_shown_in_full(twin, store_path, what, said):
    code, out, _ = twin("space", what, "--store", str(store_path), "--on", "2026-06-01", "--lang", "zh")
    assert code == 0
    assert said in out
    assert "…" not in out
    _, report, _ = twin("space", "report", "--store", str(store_path), "--on", "2026-06-01", "--json")
    _, same, _ = twin("space", what, "--store", str(store_path), "--on", "2026-06-01", "--json")
    assert same["result"] == report["result"]


def test_two_plans_are_drawn_side_by_side(twin, store_path, tmp_path):
    assert twin("space", "plan", "--store", str(store_path), *QUICK, "--out", str(tmp_path / "one"))[0] == 0
    first = tmp_path / "one" / "plan.json"
    plan = json.loads(first.read_text(encoding="utf-8"))
    room = plan["rooms"][0]
    other = next(row for row in plan["rooms"] if row["department_id"] != room["department_id"])
    room["department_id"], other["department_id"] = other["department_id"], room["department_id"]
    second = tmp_path / "two.json"
    second.write_text(json.dumps(plan), encoding="utf-8")
    picture, again = (tmp_path / name for name in ("change.png", "again.png"))
    compare = ("space", "compare", "--store", str(store_path), "--plot")
    code, out, err = twin(*compare, str(picture), str(first), str(second), "--json")
    assert (code, err) == (0, "")
    assert {row["room_id"] for row in out["result"]["rooms"]} == {room["room_id"], other["room_id"]}
    assert picture.read_bytes()[:4] == b"\x89PNG"
    code, _, err = twin(*compare, str(again), str(first), str(first))
    assert code == 2
    assert "nothing to draw" in err
    assert not again.exists()
