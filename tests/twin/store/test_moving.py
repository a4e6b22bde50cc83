"""Stores go from place to place whole or not at all; a backup comes back after a rehearsal, and the old store is kept."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.twin.store.sameness import same, scene
from twin.model.errors import DataError, StoreBusyError, StoreError, UsageError
from twin.model.tables import IN_BUILDING, TABLES
from twin.store import backup, copy_store, create_store, keeping, move_store, moving, open_store, rehearse, restore


@pytest.fixture
def full(filled):
    """A store with something in every table: local twins, buried and removed rows, a file, a mesh, an edit not yet adopted."""
    with filled.change("tester", "more", "ifc-1") as work:
        for name in IN_BUILDING:
            frame = scene().frame(name)
            work.put(name, frame.head(2).assign(**{TABLES[name].key: "L-" + frame[TABLES[name].key]}), local=True)
        work.bury("room", ["A-F1-101"])
        work.remove("post", ["P1"])
        work.put_source("ifc-1", "a.ifc", "00", {"n": 1})
        work.put_meshes({"A-F1": bytes(range(256))})
    other = filled.place.engine()
    with other.connect().execution_options(twin_write=True) as connection, connection.begin():
        connection.exec_driver_sql("UPDATE charger SET power_kw = 0.30000000000000004 WHERE charger_id = 'CH1'")
    other.dispose()
    return filled


@pytest.fixture(params=["geopackage", "postgis"])
def elsewhere(request, tmp_path, postgis):
    """Give a free place of either kind."""
    return str(tmp_path / "there.gpkg") if request.param == "geopackage" else f"{postgis}&schema=there_{os.urandom(6).hex()}"


def test_a_store_moves_to_either_engine_with_all_it_holds(full, elsewhere):
    sent = move_store(full.name, elsewhere)
    with open_store(elsewhere) as there:
        assert there.tally().differences(full.tally()) == []
        assert sent.differences(there.tally()) == []
        assert min(sent.rows[name] for name in ("local_room", "twin_external", "twin_mesh", "twin_source", "twin_change")) > 0
        same(there.snapshot(gone=True), full.snapshot(gone=True))
        assert there.lines(2) == full.lines(2)
        assert there.adopt_external() == full.adopt_external() == {"charger": ["CH1"]}
        assert there.lines(3) == full.lines(3)
        assert there.stray_trees() == []
        with there.change("tester", "goes on") as work:
            work.bury("room", ["A-F1-102"])
        assert there.version == 4


def test_a_place_that_is_taken_is_left_alone(full, elsewhere):
    create_store(elsewhere).close()
    for copy in (move_store, copy_store):
        with pytest.raises(UsageError) as caught:
            copy(full.name, elsewhere)
        assert caught.value.code == "store.exists"
    with open_store(elsewhere) as there:
        assert there.version == 0


def test_a_copy_that_differs_is_thrown_away(full, elsewhere, monkeypatch):
    """The comparison must find a single changed value."""
    put, spoilt = moving._put, []

    def spoil(connection, place, table, rows):
        if table.name == "room" and not spoilt:
            rows[0]["area_m2"] += 1e-9
            spoilt.append(table.name)
        put(connection, place, table, rows)

    monkeypatch.setattr(moving, "_put", spoil)
    with pytest.raises(StoreError) as caught:
        move_store(full.name, elsewhere)
    assert caught.value.values["tables"] == "room"
    with pytest.raises(StoreError) as caught:
        open_store(elsewhere)
    assert caught.value.code == "store.absent"


def test_a_copy_killed_in_the_middle_leaves_nothing(full, elsewhere, tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal, sys\nfrom twin.store import moving\nput = moving._put\n"
        "def stop(connection, place, table, rows):\n    put(connection, place, table, rows)\n"
        "    if table.name == 'room':\n        os.kill(os.getpid(), signal.SIGKILL)\n"
        "moving._put = stop\nmoving.move_store(sys.argv[1], sys.argv[2])\n",
        encoding="utf-8",
    )
    assert subprocess.run([sys.executable, str(script), full.name, elsewhere], check=False).returncode == -9
    with pytest.raises(StoreError) as caught:
        open_store(elsewhere)
    assert caught.value.code == "store.absent"
    assert move_store(full.name, elsewhere).rows["room"] == 19


def test_a_value_no_column_can_hold_stops_a_copy_and_is_named(filled_file, tmp_path, elsewhere):
    shutil.copy(filled_file, tmp_path / "twin.gpkg")
    with sqlite3.connect(tmp_path / "twin.gpkg") as connection:
        connection.execute("UPDATE post SET established = 'viele' WHERE post_id = 'P2'")
    connection.close()
    with pytest.raises(DataError) as caught:
        move_store(tmp_path / "twin.gpkg", elsewhere)
    assert (caught.value.values["column"], caught.value.values["key"]) == ("post.established", "P2")


def test_a_backup_is_taken_while_somebody_writes_and_holds_what_was_committed(full, tmp_path):
    with open_store(full.name) as writer, writer.change("other", "not yet") as work:
        work.remove("room", ["A-F1-102"])
        found = backup(full.name, tmp_path / "safe.gpkg")
    assert (found.version, found.tally.rows["room"]) == (2, 19)
    assert found.tally.differences(full.tally()) == ["room", "twin_change", "twin_change_set"]
    assert not [item for item in tmp_path.iterdir() if item.name.startswith((".safe", "safe.gpkg-"))]
    with sqlite3.connect(tmp_path / "safe.gpkg") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    connection.close()
    with pytest.raises(UsageError):
        backup(full.name, tmp_path / "safe.gpkg")


def test_a_restored_store_is_the_one_that_was_backed_up_and_the_other_is_kept(full, tmp_path):
    before = full.tally()
    found = backup(full.name, tmp_path / "safe.gpkg")
    with full.change("tester", "a mistake") as work:
        work.remove("room", list(full.snapshot().keys("room")))
    after = full.tally()
    full.close()
    rehearsed = rehearse(tmp_path / "safe.gpkg")
    assert (rehearsed.version, rehearsed.faults) == (found.version, found.faults)
    with open_store(full.name) as untouched:
        assert untouched.tally() == after
    _, kept = restore(tmp_path / "safe.gpkg", full.name)
    with open_store(full.name) as restored, open_store(kept) as old:
        assert restored.tally().differences(before) == []
        assert old.tally().differences(after) == []
        for store in (restored, old):
            version = store.version
            with store.change("tester", "goes on") as work:
                work.bury("wall", [store.snapshot().keys("wall")[0]])
            assert store.version == version + 1
            assert "charger" in store.adopt_external()


def test_a_backup_goes_to_the_other_engine_too(full, elsewhere, tmp_path):
    backup(full.name, tmp_path / "safe.gpkg")
    _, kept = restore(tmp_path / "safe.gpkg", elsewhere)
    assert kept == ""
    with open_store(elsewhere) as there:
        assert there.tally().differences(full.tally()) == []


def test_a_backup_that_is_damaged_replaces_nothing(full, tmp_path):
    backup(full.name, tmp_path / "safe.gpkg")
    whole = (tmp_path / "safe.gpkg").read_bytes()
    before = full.tally()
    full.close()
    for name, content in {
        "cut": whole[: len(whole) // 2],
        "holed": whole[:40_000] + bytes(60_000) + whole[100_000:],
        "no": b"x",
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(StoreError):
            restore(tmp_path / name, full.name)
    with open_store(full.name) as untouched:
        assert untouched.tally() == before


def test_a_backup_with_a_stray_index_is_damaged(full, tmp_path):
    backup(full.name, tmp_path / "safe.gpkg")
    with sqlite3.connect(tmp_path / "safe.gpkg") as connection:
        connection.execute("DELETE FROM rtree_room_geom WHERE id = (SELECT min(id) FROM rtree_room_geom)")
    connection.close()
    with pytest.raises(StoreError) as caught:
        rehearse(tmp_path / "safe.gpkg")
    assert "room" in caught.value.values["reason"]


@pytest.fixture
def in_a_file(filled_file, tmp_path):
    shutil.copy(filled_file, tmp_path / "twin.gpkg")
    backup(tmp_path / "twin.gpkg", tmp_path / "safe.gpkg")
    return tmp_path / "twin.gpkg"


def test_a_file_that_is_open_elsewhere_is_not_replaced(in_a_file, monkeypatch):
    monkeypatch.setattr("twin.store.engine.BUSY_S", 0.05)
    with open_store(in_a_file) as busy:
        with pytest.raises(StoreBusyError) as caught:
            restore(in_a_file.with_name("safe.gpkg"), in_a_file)
        assert caught.value.code == "store.in_use"
        same(busy.snapshot(), scene())
    assert sorted(item.name for item in in_a_file.parent.iterdir()) == ["safe.gpkg", "twin.gpkg"]


@pytest.mark.parametrize(("start", "rest"), [(16, b"\xa5"), (100, b"\x00")])
def test_a_store_too_damaged_to_open_is_put_aside_as_it_is(in_a_file, start, rest):
    whole = in_a_file.read_bytes()
    broken = whole[:start] + rest * (len(whole) - start)
    in_a_file.write_bytes(broken)
    _, kept = restore(in_a_file.with_name("safe.gpkg"), in_a_file)
    assert Path(kept).read_bytes()[100:] == broken[100:]
    with open_store(in_a_file) as restored:
        same(restored.snapshot(), scene())


def test_a_full_disk_leaves_the_old_store(in_a_file, monkeypatch):
    """The draft cannot be written; the store must not notice."""

    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(keeping, "fill", full_disk)
    with pytest.raises(StoreError) as caught:
        restore(in_a_file.with_name("safe.gpkg"), in_a_file)
    assert caught.value.code == "store.full"
    with open_store(in_a_file) as untouched:
        same(untouched.snapshot(), scene())
    assert sorted(item.name for item in in_a_file.parent.iterdir()) == ["safe.gpkg", "twin.gpkg"]
