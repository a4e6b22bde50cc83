"""`twin show` lists what remedies send people for; `twin check` tells equal findings together and calls things by their names."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from api.commands import show
from api.grouping import grouped
from twin.model.findings import Finding
from twin.store import open_store


def spoil(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("ST_IsEmpty", 1, lambda _: 0)
        for edge in ("MinX", "MaxX", "MinY", "MaxY"):
            connection.create_function(f"ST_{edge}", 1, lambda _: 0.0)
        connection.execute(statement, values)
        connection.commit()


def test_a_table_is_listed_by_key_name_kind_and_place(twin, store_path):
    code, out, _ = twin("show", "room", "--store", store_path, "--lang", "zh", "--all")
    assert code == 0
    with open_store(store_path) as store:
        rooms = store.snapshot().frame("room")
    assert all(key in out for key in rooms.index)
    assert "办公" in out
    assert "1层" in out


def test_a_word_picks_rows_by_key_name_number_or_place(twin, store_path):
    _, every, _ = twin("show", "room", "--store", store_path, "--json")
    _, some, _ = twin("show", "room", "101", "--store", store_path, "--json")
    assert 0 < some["count"] < every["count"]
    assert all("101" in " ".join(row.values()) for row in some["rows"])
    _, out, _ = twin("show", "room", "没有这样的房间", "--store", store_path)
    assert "没有符合" in out


def test_only_so_many_rows_are_printed_without_all(twin, store_path):
    _, out, _ = twin("show", "room", "--store", store_path, "--lang", "en")
    lines = out.splitlines()
    assert len(lines) == show.MOST + 3  # what it is, head, rows, how many more
    assert "more rows" in lines[-1]


def test_the_table_of_buildings_ends_with_their_sums(twin, store_path):
    _, out, _ = twin("show", "--store", store_path, "--lang", "en", "--json")
    rooms = sum(building["rooms"] for building in out["buildings"])
    _, out, _ = twin("show", "--store", store_path, "--lang", "en")
    total = next(line for line in out.splitlines() if line.startswith("3 in all"))
    assert str(rooms) in total.replace(",", "").split()


def test_an_unknown_table_is_wrong_use(twin, store_path):
    assert twin("show", "rooms", "--store", store_path)[0] == 2


def test_equal_findings_are_told_together_in_the_order_in_which_kinds_come():
    one = [Finding("warning", "check.no_shape", "room", f"R{n}", "geometry") for n in range(20_000)]
    other = [Finding("error", "check.no_shape", "room", "R1", "geometry")]
    groups = list(grouped(one[:5] + other + one[5:]))
    assert [len(group.findings) for group in groups] == [20_000, 1]
    assert groups[0].more == 20_000 - len(groups[0].shown)
    assert groups[0].record()["count"] == 20_000


def test_check_prints_a_kind_once_with_a_count_and_names_the_rows(twin, store_path):
    spoil(store_path, "UPDATE camera SET heading_deg = NULL, hfov_deg = 90")
    twin("show", "--store", store_path)  # takes the other program's edits over, and says so
    code, out, _ = twin("check", "--store", store_path, "--lang", "zh")
    assert code == 1
    lines = out.splitlines()
    assert sum("摄像机没有朝向" in line for line in lines) == 3
    assert sum("请填写 heading_deg" in line for line in lines) == 1
    assert any("同类另有" in line for line in lines)
    _, record, _ = twin("check", "--store", store_path, "--json")
    group = next(group for group in record["groups"] if group["code"] == "check.no_heading")
    assert group["count"] == sum(finding["code"] == "check.no_heading" for finding in record["findings"])
    _, out, _ = twin("check", "--store", store_path, "--lang", "zh", "--all")
    assert sum("摄像机没有朝向" in line for line in out.splitlines()) == group["count"]


def test_a_finding_says_what_people_call_the_row(twin, store_path):
    with open_store(store_path) as store:
        snapshot = store.snapshot()
        room = snapshot.frame("room").iloc[0]
        building = snapshot.frame("building").loc[room["building_id"], "name"]
    spoil(store_path, "UPDATE room SET area_m2 = area_m2 + 50 WHERE room_id = ?", room["room_id"])
    twin("show", "--store", store_path)
    _, out, _ = twin("check", "--store", store_path, "--lang", "zh")
    line = next(line for line in out.splitlines() if room["room_id"] in line)
    assert f"{room['number']} {room['name']} · {building}" in line


@pytest.mark.parametrize(("gone", "code"), [(1, "check.gone_key"), (0, "check.broken_key")])
def test_a_reference_to_a_row_that_is_gone_is_told_apart_from_one_to_none(twin, store_path, gone, code):
    with open_store(store_path) as store:
        room = store.snapshot().frame("occupancy")["room_id"].iloc[0]
    if gone:
        spoil(store_path, "UPDATE room SET gone = 1 WHERE room_id = ?", room)
    else:
        spoil(store_path, "UPDATE occupancy SET room_id = 'R-none' WHERE room_id = ?", room)
    _, out, _ = twin("check", "--store", store_path, "--json")
    found = {finding["code"] for finding in out["findings"] if finding["where"].startswith("occupancy")}
    assert found == {code}
