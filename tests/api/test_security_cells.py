"""Cells and days on the small sample, as a chief of security would ask."""

from openpyxl import Workbook

from twin.store import open_store


def cell_of(path, name):
    with open_store(path) as store:
        frame = store.snapshot().frame("cell")
    return frame[frame["name"] == name].iloc[0]


def test_a_cell_is_changed_by_word_and_by_table_and_the_change_is_taken_back(twin, store_path, tmp_path):
    where = ("--store", store_path, "--json")
    before = cell_of(store_path, "南大门区")
    code, out, _ = twin("security", "cell", "南大门区", "--set", "责任单位=警卫大队", "--set", "patrol_interval_min=45", *where)
    assert code == 0
    changed, number = out["result"]["changed"], out["result"]["change_set"]
    assert {one["column"]: one["after"] for one in changed} == {"responsible": "警卫大队", "patrol_interval_min": 45}
    book = Workbook()
    book.active.append(["网格编号", "处置程序", "要求密度"])
    book.active.append([before["cell_id"], "1 报指挥室", 125])
    book.save(tmp_path / "cells.xlsx")
    table = ("security", "cell", "--table", tmp_path / "cells.xlsx")
    assert twin(*table, "--try-only", *where)[1]["result"]["change_set"] == 0
    code, out, _ = twin(*table, *where)
    assert (code, out["result"]["change_set"]) == (0, number + 1)
    after = cell_of(store_path, "南大门区")
    assert (after["responsible"], after["procedure"], after["required_px_m"]) == ("警卫大队", "1 报指挥室", 125.0)
    code, _, err = twin("undo", number + 1, "--store", store_path)
    assert (code, err) == (0, "")
    again = cell_of(store_path, "南大门区")
    assert (again["responsible"], again["procedure"]) == ("警卫大队", before["procedure"])
    (tmp_path / "no.csv").write_text("名称\n南大门区\n", encoding="utf-8")
    for words in (("--set", "guard_class=最高"), ("--set", "nothing"), ("--table", tmp_path / "no.csv")):
        assert twin("security", "cell", "南大门区", *words, *where)[0] != 0


def test_a_day_and_a_night_are_told(twin, store_path):
    code, out, _ = twin("security", "day", "--day", "2026-11-23", "--store", store_path, "--json")
    assert code == 0
    told = out["result"]
    assert told["worst"]["percent"] == min(one["whole"]["percent"] for one in told["stretches"])
    assert {one["night"] for one in told["stretches"]} == {True, False}
    assert any(one["dark"] for one in told["stretches"])
    assert twin("security", "day", "--day", "soon", "--store", store_path)[0] != 0
