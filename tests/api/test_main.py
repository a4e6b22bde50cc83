"""The program as a whole: exit codes, words, and what happens when something breaks."""

import sqlite3
from pathlib import Path

import pytest

from api.commands import init as init_command
from api.main import COMMANDS


def test_help_names_every_command_in_both_languages(twin):
    code, out, _ = twin("--help")
    assert code == 0
    for command in COMMANDS:
        assert f"    {command}" in out
    assert "导出数据 / Export the data" in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(twin, command):
    code, out, _ = twin(command, "--help")
    assert code == 0
    assert "--store" in out
    assert "--json" in out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("init", "--crs"),
        ("import",),
        ("import", "nowhere.ifc"),
        ("init", "--crs", "EPSG:4490"),
        ("place", "x", "--at", "104,30"),
        ("security", "weather"),
        ("map", "out.txt"),
        ("sample", "."),
    ],
)
def test_wrong_use_ends_with_2(twin, tmp_path, words):
    twin("init")
    (tmp_path / "full").write_text("x", encoding="utf-8")
    assert twin(*words)[0] == 2


def test_a_missing_store_ends_with_1_and_says_what_to_do(twin):
    code, _, err = twin("show")
    assert code == 1
    assert "twin init" in err


def test_our_own_fault_ends_with_3_and_shows_no_trace(twin, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(init_command, "run", broken)
    code, out, err = twin("init", "--json")
    assert code == 3
    assert "Traceback" not in err
    assert "secret detail" not in err
    log = Path(err.split("hand ")[1].split(" to whoever")[0])
    assert "secret detail" in log.read_text(encoding="utf-8")
    assert out["error"]["id"] in log.name
    log.unlink()


def test_one_language_can_be_asked_for(twin):
    assert "/" not in twin("init", "a.gpkg", "--lang", "zh")[1].replace("EPSG", "")
    assert "Made the store" in twin("init", "b.gpkg", "--lang", "en")[1]


def test_the_store_may_come_from_the_environment(twin, store_path, monkeypatch):
    monkeypatch.setenv("TWIN_STORE", str(store_path))
    assert twin("show", "--json")[1]["tables"]["building"] == 3


def test_show_counts_and_sums(twin, store_path):
    code, out, _ = twin("show", "--store", store_path, "--json", "--log", "3")
    assert code == 0
    assert out["crs"] == "EPSG:4544"
    with sqlite3.connect(store_path) as connection:
        rooms, area = connection.execute("SELECT count(*), sum(area_m2) FROM room").fetchone()
    connection.close()
    assert out["tables"]["room"] == rooms == sum(building["rooms"] for building in out["buildings"])
    assert sum(building["area_m2"] for building in out["buildings"]) == pytest.approx(area)
    assert all(building["located"] for building in out["buildings"])
    assert len(out["log"]) == 3


def test_the_sample_passes_its_check(twin, store_path):
    code, out, _ = twin("check", "--store", store_path, "--json")
    assert (code, out["counts"]["error"]) == (0, 0)


def test_a_faulty_store_ends_with_1_and_names_the_row(twin, store_path):
    with sqlite3.connect(store_path) as connection:
        connection.execute("UPDATE post SET department_id = 'nobody' WHERE post_id = (SELECT min(post_id) FROM post)")
    connection.close()
    code, out, _ = twin("check", "--store", store_path, "--json")
    assert code == 1
    assert [finding["code"] for finding in out["findings"] if finding["severity"] == "error"] == ["check.broken_key"]


def test_an_edit_by_another_program_is_told_checked_and_logged(twin, store_path):
    with sqlite3.connect(store_path) as connection:
        connection.execute("UPDATE post SET established = -3 WHERE post_id = (SELECT min(post_id) FROM post)")
    connection.close()
    _, out, _ = twin("show", "--store", store_path)
    assert "Another program edited 1 rows of post" in out
    assert "tabular" not in out
    assert "-3" in out
    assert "Another program" not in twin("show", "--store", store_path)[1]
    assert twin("show", "--store", store_path, "--log", "1", "--json")[1]["log"][0]["actor"] == "external"
