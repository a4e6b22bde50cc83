"""What a person says of a room's use is kept, whatever newer models say."""

from __future__ import annotations

import pytest

from bim_import import importing
from tests.api.conftest import SMALL
from tests.bim_import.models import run_here
from twin.store import open_store

MAIN = SMALL / "main.ifc"


@pytest.fixture
def room(store_path):
    """Give one room of the main building."""
    with open_store(store_path) as store:
        snapshot = store.snapshot()
        mine = {source["source_id"] for source in store.sources() if source["name"] == "main.ifc"}
    frame = snapshot.frame("room")
    return frame[frame["source_id"].isin(mine) & frame["number"].notna() & (frame["room_class"] == "office")].iloc[0]


def test_a_class_given_by_hand_outlives_the_next_import(twin, store_path, room, monkeypatch):
    monkeypatch.setattr(importing, "run", run_here)
    words = ("--building", "main.ifc", "--class", "archive", "--store", store_path)
    code, out, _ = twin("classify", room["room_id"], *words, "--json")
    assert (code, [(line["before"], line["after"]) for line in out["changed"]]) == (0, [("office", "archive")])
    assert twin("classify", room["room_id"], *words, "--json")[1]["changed"] == []
    code, out, _ = twin("import", MAIN, "--store", store_path, "--json")
    revision = out["files"][0]["revisions"][0]
    assert (code, revision["empty"]) == (0, True)
    assert [(line["key"], line["column"], line["held"]) for line in revision["hand"]] == [
        (room["room_id"], "room_class", "archive")
    ]
    with open_store(store_path) as store:
        assert store.snapshot().row("room", room["room_id"])["room_class"] == "archive"


def test_a_table_sets_all_that_it_names_and_a_dry_run_none(twin, store_path, room, tmp_path):
    table = tmp_path / "own.toml"
    table.write_text(f'archive = ["{room["number"]}", "{str(room["name"])[:1]}*"]\n', encoding="utf-8")
    words = ("classify", "--classes", table, "--store", store_path, "--json")
    planned = twin(*words, "--dry-run")[1]["changed"]
    assert len(planned) >= 1
    assert twin(*words)[1]["changed"] == planned
    assert twin(*words)[1]["changed"] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "classify.what"),
        (("101",), "classify.what"),
        (("没有的", "--class", "office"), "classify.no_room"),
        (("101", "--class", "office"), "classify.many_rooms"),
    ],
)
def test_what_cannot_be_meant_is_refused(words, code, twin, store_path):
    found, out, _ = twin("classify", *words, "--store", store_path, "--json")
    assert (found, out["error"]["code"]) == (2, code)
