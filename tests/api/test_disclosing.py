"""Protected data that go out are in the log first, who, when, what and where to; what is public leaves no line."""

import pytest

from tests.scenes import CRS_4544
from tests.twin.store.sameness import fill, scene
from twin.store import create_store, open_store


@pytest.fixture
def program(twin, tmp_path):
    with create_store(tmp_path / "twin.gpkg", CRS_4544) as store:
        fill(store, scene())
    return twin


def entries(twin):
    return twin("log", "--json")[1]["log"][:-1]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".csv", ".zip", ".xlsx"])
def test_an_export_of_cameras_is_logged_with_all_that_matters(program, tmp_path, suffix):
    assert program("export", f"out{suffix}", "--table", "camera", "--table", "gate")[0] == 0
    (entry,) = entries(program)
    assert entry["reason"] == f"export {tmp_path / f'out{suffix}'}"
    assert entry["counts"] == {"camera": {"disclosed": 3}}
    assert entry["actor"]
    assert entry["at"] >= "2026"
    assert f"out{suffix}" in program("log")[1]
    assert "disclosed 3" in program("log")[1]


def test_what_holds_nothing_protected_or_is_public_leaves_no_line(program):
    for words in (("out.csv", "--table", "room"), ("out.gpkg", "--public"), ("cameras.csv", "--table", "camera", "--public")):
        assert program("export", *words)[0] == 0
    assert program("map", "public.html", "--public", "--on", "2026-01-01")[0] == 0
    assert program("plot", "plan.png", "--building", "A", "--on", "2026-01-01")[0] == 0
    assert entries(program) == []


def test_a_map_and_a_plan_with_views_are_logged(program, tmp_path):
    assert program("map", "map.html")[0] == 0
    assert program("plot", "views.png", "--building", "A", "--views")[0] == 0
    plan, page = entries(program)
    assert (page["reason"], page["counts"]) == (f"export {tmp_path / 'map.html'}", {"camera": {"disclosed": 3}})
    assert (plan["reason"], plan["counts"]) == (f"export {tmp_path / 'views.png'}", {"camera": {"disclosed": 3}})
    assert "走廊东" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_a_report_of_what_cameras_see_is_logged(program, tmp_path):
    assert program("security", "cell", "--report", "cells.xlsx")[0] == 0
    (entry,) = entries(program)
    assert (entry["reason"], entry["counts"]) == (f"export {tmp_path / 'cells.xlsx'}", {"camera": {"disclosed": 3}})


def test_a_public_map_names_no_camera(program, tmp_path):
    assert program("map", "map.html", "--public", "--json")[1]["public"] is True
    text = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert not any(word in text for word in ("走廊东", "大厅半球", "院墙"))
    assert "发展改革局" in text


def test_the_past_and_scenarios_are_logged_in_the_store_they_are_of(program):
    program("scenario", "new", "s")
    program("scenario", "set", "s", "camera", "K1", "heading_deg=90")
    assert program("export", "past.csv", "--table", "camera", "--as-of", "1")[0] == 0
    assert program("export", "s.csv", "--table", "camera", "--scenario", "s")[0] == 0
    assert program("scenario", "diff", "s", "--out", "d.csv")[0] == 0
    assert [entry["counts"] for entry in entries(program)] == [{"camera": {"disclosed": count}} for count in (1, 3, 3)]


def test_what_cannot_be_logged_does_not_go_out(program, tmp_path, monkeypatch):
    from twin.store import engine  # noqa: PLC0415 - patched where it stands

    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    with open_store(tmp_path / "twin.gpkg") as other, other.change("somebody", "holds the store"):
        code, record, _ = program("export", "out.csv", "--table", "camera", "--json")
    assert (code, record["error"]["code"]) == (1, "store.busy")
    assert not (tmp_path / "out.csv").exists()


def test_undo_passes_over_what_went_out(program):
    assert program("export", "out.csv", "--table", "camera")[0] == 0
    assert program("undo", "--json")[1]["undone"] == 1


def test_the_log_with_disclosures_is_a_sound_chain(program):
    assert program("export", "out.csv", "--table", "camera")[0] == 0
    assert program("log", "verify", "--json")[1]["sound"] is True
