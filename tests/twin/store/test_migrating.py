"""An older store becomes one of today, whole or not at all, with a copy kept; a lost trigger or index is noticed."""

import gzip
import signal
import sqlite3
import subprocess
import sys

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect, text

from tests.conftest import ROOT
from tests.scenes import CRS_4544
from tests.twin.store.sameness import same, scene
from twin.model.errors import StoreVersionError
from twin.model.tables import TABLES
from twin.store import create_store, open_store
from twin.store.migrating import migrate
from twin.store.migrations import STEPS
from twin.store.migrations.moves import add_table
from twin.store.opening import place_of
from twin.store.repository import Store
from twin.store.sql import SCHEMA_VERSION, schema


@pytest.fixture
def first(tmp_path):
    """Give a store that the first version of the program made, with local twins, a buried room, and an edit not yet adopted."""
    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((ROOT / "tests" / "data" / "store_v1.gpkg.gz").read_bytes()))
    return path


def structure(path):
    """Give every statement of a file's structure, without the order they were made in."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    connection.close()
    return {(kind, name): " ".join((words or "").split()) for kind, name, words in rows}


def indexes(store):
    """Give every index of every table, on either engine."""
    with store.reading() as connection:
        found = inspect(connection)
        return {
            name: sorted(
                (index["name"], tuple(index["column_names"]), bool(index["unique"])) for index in found.get_indexes(name)
            )
            for name in schema(0).model
        }


def test_the_steps_lead_to_the_structure_of_today():
    assert list(STEPS) == list(range(2, SCHEMA_VERSION + 1))


def test_a_store_of_the_first_version_opens_as_one_of_today_and_nothing_is_lost(first, tmp_path):
    before = first.read_bytes()
    with open_store(first) as store:
        assert store.kept == str(next(tmp_path.glob("old.version_1_*.gpkg")))
        same(store.snapshot(gone=True), Store(place_of(first)).snapshot(gone=True))
        assert len(store.snapshot().frame("room")) == len(scene().frame("room")) - 1
        assert [line["action"] for line in store.lines(2)][-1] == "bury"
        assert store.adopt_external() == {"post": ["P1"]}
        assert store.stray_trees() == store.unwatched() == []
        assert store.mesh("A-F1") == b"glTF"
    with open_store(first) as again:
        assert again.kept == ""
    with sqlite3.connect(next(tmp_path.glob("old.version_1_*.gpkg"))) as old, sqlite3.connect(":memory:") as held:
        held.deserialize(before)
        assert list(old.iterdump())[:40] == list(held.iterdump())[:40]
        assert old.execute("SELECT value FROM twin_meta WHERE key = 'schema_version'").fetchone() == ("1",)
    for connection in (old, held):
        connection.close()


def test_a_store_of_the_first_version_that_has_the_stops_already_keeps_them(first):
    place = place_of(first)
    with place.changing() as connection:
        step = Operations(MigrationContext.configure(connection))
        add_table(step, "站点", "stop", "POINT", {"stop_id": "text", "name": "text", "site_id": "text"})
        connection.execute(text("INSERT INTO stop (stop_id, name) VALUES ('S1', '东门')"))
    with open_store(first) as store:
        assert store.snapshot().column("stop", "name").tolist() == ["东门"]


def test_its_structure_is_that_of_a_store_made_today(first, tmp_path):
    """Whoever changes tables.py or sql.py adds a step to twin/store/migrations and raises SCHEMA_VERSION."""
    open_store(first).close()
    create_store(tmp_path / "new.gpkg", CRS_4544).close()
    assert structure(first) == structure(tmp_path / "new.gpkg")


def test_down_and_up_again_is_where_it_was(filled):
    place = filled.place
    tally, whole = filled.tally(), indexes(filled)
    filled.close()
    for number in range(SCHEMA_VERSION - 1, 0, -1):
        assert migrate(place, number)
        assert place.version() == number
    with pytest.raises(StoreVersionError) as caught:
        Store(place)
    assert caught.value.code == "store.older"
    with open_store(place.name) as again:
        assert again.kept
        assert again.tally() == tally
        assert indexes(again) == whole
        assert again.stray_trees() == again.unwatched() == []
        same(again.snapshot(), scene())
        with again.change("tester", "goes on") as work:
            work.bury("room", ["A-F1-101"])
        assert again.adopt_external() == {}


def test_the_first_version_had_another_index(filled):
    place = filled.place
    filled.close()
    migrate(place, 1)
    engine = place.engine()
    with engine.connect() as connection:
        found = {index["name"]: index for index in inspect(connection).get_indexes("room")}["room_by_building_id"]
    engine.dispose()
    assert (found["column_names"], bool(found["unique"])) == (["building_id"], False)


def test_a_step_that_fails_leaves_the_store_as_it_was(filled, monkeypatch):
    place = filled.place
    filled.close()
    migrate(place, SCHEMA_VERSION - 1)
    step = STEPS[SCHEMA_VERSION]

    class Failing:
        @staticmethod
        def up(op):
            step.up(op)
            raise ZeroDivisionError

    monkeypatch.setitem(STEPS, SCHEMA_VERSION, Failing)
    with pytest.raises(ZeroDivisionError):
        migrate(place)
    assert place.version() == SCHEMA_VERSION - 1
    monkeypatch.undo()
    open_store(place.name).close()


def test_a_migration_killed_in_the_middle_leaves_the_store_as_it_was(filled, tmp_path):
    place, tally = filled.place, filled.tally()
    filled.close()
    migrate(place, 1)
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal, sys\nfrom twin.store import migrating, open_store\nwalk = migrating._walk\n"
        "def stop(*words):\n    walk(*words)\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        "migrating._walk = stop\nopen_store(sys.argv[1])\n",
        encoding="utf-8",
    )
    assert subprocess.run([sys.executable, str(script), place.name], check=False).returncode == -signal.SIGKILL
    assert place.version() == 1
    migrate(place)
    with open_store(place.name) as again:
        assert again.tally() == tally


def test_a_store_of_a_newer_program_is_refused_and_left_alone(filled):
    place = filled.place
    with place.changing() as connection:
        connection.exec_driver_sql("UPDATE twin_meta SET value = '99' WHERE key = 'schema_version'")
    filled.close()
    with pytest.raises(StoreVersionError) as caught:
        open_store(place.name)
    assert (caught.value.code, caught.value.values["found"]) == ("store.newer", 99)


def test_a_table_made_anew_by_alembic_loses_its_triggers_and_that_is_noticed_and_mended(filled):
    """Batch mode copies a table, drops it and renames the copy: trees and watch stop following without a word."""
    if filled.place.ways.__class__.__name__ == "GeoPackageWays":
        with filled.place.changing() as connection:
            op = Operations(MigrationContext.configure(connection))
            with op.batch_alter_table("room", recreate="always", copy_from=schema(4544).model["room"]):
                pass
    else:
        with filled.place.changing() as connection:
            connection.exec_driver_sql("DROP TRIGGER twin_watch ON room")
            connection.exec_driver_sql("DROP INDEX room_by_geom")
    assert filled.stray_trees() == filled.unwatched() == ["room"]
    with filled.place.changing() as connection:
        filled.place.ways.mend(connection, schema(4544))
    assert filled.stray_trees() == filled.unwatched() == []
    same(filled.snapshot(), scene())


def test_a_watch_switched_off_is_noticed(filled):
    words = "DROP TRIGGER twin_watch_post_update" if "gpkg" in filled.name else "ALTER TABLE post DISABLE TRIGGER twin_watch"
    with filled.place.changing() as connection:
        connection.exec_driver_sql(words)
    assert filled.unwatched() == ["post"]
    assert set(TABLES) >= set(filled.unwatched())
