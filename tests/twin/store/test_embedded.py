"""The store gives back what it was given, whole transactions only, and any GIS can read it."""

import json
import shutil
import sqlite3
import subprocess
import sys

import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

from tests.conftest import missing
from tests.scenes import CRS_4544, area, tiny_district
from tests.strategies import METRES, frames
from twin.model.errors import StoreBusyError, StoreError, StoreVersionError, UsageError
from twin.model.snapshot import Snapshot
from twin.model.tables import IN_BUILDING, TABLES
from twin.store import create_store, engine, open_store


def fill(store, snapshot, reason="fill"):
    with store.change("tester", reason) as work:
        for name in TABLES:
            work.put(name, snapshot.frame(name))
    return work


def same(one, other, tables=tuple(TABLES)):
    for name in tables:
        mine, theirs = one.frame(name), other.frame(name)
        pd.testing.assert_frame_equal(mine.drop(columns="geometry"), theirs.drop(columns="geometry"))
        for left, right in zip(mine.geometry, theirs.geometry, strict=True):
            assert (left is None and right is None) or shapely.equals_identical(left, right)


@pytest.fixture
def store(tmp_path):
    with create_store(tmp_path / "twin.gpkg", CRS_4544) as made:
        yield made


@pytest.fixture
def filled(store):
    fill(store, tiny_district())
    return store


def test_what_goes_in_comes_out_to_the_last_bit(filled):
    same(filled.snapshot(), tiny_district())
    assert filled.version == 1


@settings(max_examples=25)
@given(st.data())
def test_any_rows_the_schema_allows_come_back(tmp_path_factory, data):
    name = data.draw(st.sampled_from(list(TABLES)))
    frame = data.draw(frames(name))
    if "gone" in frame:
        frame["gone"] = None
    given_rows = Snapshot({name: frame}, METRES)
    with create_store(tmp_path_factory.mktemp("any") / "twin.gpkg", METRES) as made:
        with made.change("tester", "any") as work:
            work.put(name, given_rows.frame(name))
        same(made.snapshot(), given_rows, [name])
        assert made.stray_trees() == []


def test_putting_the_same_again_changes_nothing_and_logs_nothing(filled):
    work = fill(filled, tiny_district(), "again")
    assert set().union(*work.counts.values()) == {"unchanged"}
    assert filled.version == 1


def test_a_changed_row_is_logged_with_what_it_was(filled):
    room = filled.snapshot().frame("room").loc[["A-F1-101"]].assign(name="改作会议室", room_class="meeting")
    with filled.change("王局办公室", "用途调整", "src") as work:
        work.put("room", room)
    entry, lines = filled.log(1)[0], filled.lines(2)
    assert (entry["actor"], entry["reason"], entry["counts"]) == ("王局办公室", "用途调整", {"room": {"changed": 1}})
    assert [(line["entity"], line["entity_id"], line["action"]) for line in lines] == [("room", "A-F1-101", "update")]
    assert json.loads(lines[0]["before"])["room_class"] == "office"
    assert json.loads(lines[0]["after"])["room_class"] == "meeting"


def test_a_failure_in_mid_change_leaves_nothing(filled):
    before = filled.snapshot()
    with pytest.raises(RuntimeError, match="halfway"), filled.change("tester", "half") as work:  # noqa: PT012 - two steps make a half
        work.remove("room", list(before.keys("room")))
        raise RuntimeError("halfway")
    same(filled.snapshot(), before)
    assert filled.version == 1


def test_buried_rows_are_out_of_sight_but_not_lost(filled):
    with filled.change("tester", "gone") as work:
        work.bury("room", ["A-F1-101"])
    assert "A-F1-101" not in filled.snapshot().frame("room").index
    assert "A-F1-101" in filled.snapshot(gone=True).frame("room").index
    assert filled.lines(2)[0]["action"] == "bury"


def test_a_removed_row_stays_whole_in_the_log(filled):
    with filled.change("tester", "remove") as work:
        work.remove("camera", ["K1", "K2"])
    assert [json.loads(line["before"])["lens"] for line in filled.lines(2)] == ["fixed", "dome"]
    assert len(filled.snapshot().frame("camera")) == 1


def test_the_spatial_index_follows_every_change(filled):
    moved = filled.snapshot().frame("room").loc[["A-F1-101"]].set_geometry([area(500, 500, 505, 505)], crs=CRS_4544)
    with filled.change("tester", "move") as work:
        work.put("room", moved)
        work.remove("wall", [filled.snapshot().keys("wall")[0]])
    assert filled.stray_trees() == []
    found = pyogrio.read_dataframe(filled.name, layer="room", bbox=(409_499, 3_386_499, 409_506, 3_386_506))
    assert list(found["room_id"]) == ["A-F1-101"]


def test_a_building_of_its_own_metres_is_kept_apart(filled):
    with filled.change("tester", "local") as work:
        for name in IN_BUILDING:
            frame = tiny_district().frame(name)
            keyed = frame.assign(**{TABLES[name].key: "L-" + frame[TABLES[name].key], "building_id": "L-A"})
            work.put(
                name, keyed[keyed["floor_id"] == "A-F1"] if "floor_id" in keyed and name != "floor" else keyed.head(1), local=True
            )
    same(filled.snapshot(), tiny_district())
    local = filled.building("L-A")
    assert local.crs is None
    assert len(local.frame("room")) == 9
    assert len(local.frame("department")) == 2
    assert len(local.frame("camera")) == 0


def test_a_store_without_crs_takes_the_first_one(tmp_path):
    with create_store(tmp_path / "twin.gpkg") as store:
        assert store.crs is None
        store.set_crs(CRS_4544)
        fill(store, tiny_district())
    with open_store(tmp_path / "twin.gpkg") as again:
        assert again.crs.to_epsg() == 4544
        same(again.snapshot(), tiny_district())
    assert CRS.from_user_input(pyogrio.read_info(tmp_path / "twin.gpkg", layer="room")["crs"]).to_epsg() == 4544


def test_gdal_reads_every_layer_in_the_right_crs(filled):
    layers = dict(pyogrio.list_layers(filled.name))
    assert set(TABLES) <= set(layers)
    assert not [name for name in layers if name.startswith("twin_")]
    for name, table in TABLES.items():
        info = pyogrio.read_info(filled.name, layer=name)
        assert info["features"] == len(tiny_district().frame(name))
        assert (info["geometry_type"] or "").upper().replace(" ", "") == (table.shape or "")
        assert info["crs"] == ("EPSG:4544" if table.shape else None)


@pytest.mark.gdal
def test_gdals_validator_finds_nothing(filled):
    python = shutil.which("python3", path="/usr/bin")
    if (
        not python
        or subprocess.run([python, "-c", "import osgeo_utils.samples.validate_gpkg"], capture_output=True, check=False).returncode
    ):
        missing("no python3-gdal with its GeoPackage validator on this machine")
    run = subprocess.run(
        [python, "-m", "osgeo_utils.samples.validate_gpkg", "-k", "--extra", "--warning-as-error", filled.name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout + run.stderr) == (0, "")


@pytest.mark.gdal
def test_a_row_edited_by_gdal_is_seen_and_logged_as_an_external_edit(filled):
    ogrinfo = shutil.which("ogrinfo")
    if not ogrinfo:
        missing("no ogrinfo (gdal-bin) on this machine")
    filled.close()
    for statement in ("UPDATE room SET name = '改了' WHERE room_id = 'A-F1-101'", "DELETE FROM charger WHERE charger_id = 'CH1'"):
        subprocess.run([ogrinfo, "-q", filled.name, "-sql", statement], check=True, capture_output=True)
    with open_store(filled.name) as again:
        assert again.adopt_external() == {"room": ["A-F1-101"], "charger": ["CH1"]}
        assert again.adopt_external() == {}
        entry, lines = again.log(1)[0], again.lines(2)
        assert entry["actor"] == "external"
        assert [(line["entity"], line["action"]) for line in lines] == [
            ("room", "external update"),
            ("charger", "external delete"),
        ]
        assert json.loads(lines[0]["before"])["name"] == "办公室"
        assert json.loads(lines[0]["after"])["name"] == "改了"
        assert json.loads(lines[1]["before"])["power_kw"] == 60.0
        assert again.snapshot().row("room", "A-F1-101")["name"] == "改了"


def test_an_edit_through_plain_sqlite_is_seen_too(filled):
    filled.close()
    with sqlite3.connect(filled.name) as connection:
        connection.execute("UPDATE post SET established = 12 WHERE post_id = 'P1'")
    connection.close()
    with open_store(filled.name) as again:
        assert again.adopt_external() == {"post": ["P1"]}
        assert json.loads(again.lines(2)[0]["before"])["established"] == 1


def test_the_file_holds_the_schema_that_tables_py_says(filled):
    with sqlite3.connect(filled.name) as connection:
        for name, table in TABLES.items():
            columns = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({name})")}
            expected = {
                "text": "TEXT",
                "float": "DOUBLE",
                "int": "INTEGER",
                "bool": "BOOLEAN",
                "date": "DATE",
                "datetime": "DATETIME",
            }
            assert columns.pop("fid") == "INTEGER"
            assert columns.pop("geom", None) == table.shape
            assert columns == {column.name: expected[column.kind] for column in table.columns}
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_a_second_writer_is_told_to_wait(filled, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    with open_store(filled.name) as other, filled.change("one", "long work") as work:
        work.remove("trip", [])
        with pytest.raises(StoreBusyError), other.change("two", "at the same time"):
            pass


def test_a_writer_killed_in_mid_change_leaves_the_store_as_it_was(filled, tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal, sys\nfrom twin.store import open_store\n"
        "with open_store(sys.argv[1]) as store, store.change('x', 'killed') as work:\n"
        "    work.remove('room', list(store.snapshot().keys('room')))\n    os.kill(os.getpid(), signal.SIGKILL)\n",
        encoding="utf-8",
    )
    assert subprocess.run([sys.executable, str(script), filled.name], check=False).returncode == -9
    with open_store(filled.name) as again:
        same(again.snapshot(), tiny_district())
        assert again.stray_trees() == []
        assert again.version == 1


@pytest.mark.parametrize(
    ("name", "content", "error"), [("none", None, StoreError), ("text", b"hello", StoreError), ("empty", b"", StoreError)]
)
def test_what_is_no_store_is_refused(tmp_path, name, content, error):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error):
        open_store(path)


def test_another_geopackage_is_not_taken_for_a_store(tmp_path):
    path = tmp_path / "other.gpkg"
    tiny_district().frame("room")[["room_id", "geometry"]].reset_index(drop=True).to_file(path, layer="room", engine="pyogrio")
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert caught.value.code == "store.foreign"


def test_a_store_of_another_version_is_refused(filled):
    filled.close()
    with sqlite3.connect(filled.name) as connection:
        connection.execute("UPDATE twin_meta SET value = '99' WHERE key = 'schema_version'")
    connection.close()
    with pytest.raises(StoreVersionError):
        open_store(filled.name)


def test_nothing_is_overwritten_and_degrees_are_refused(filled, tmp_path):
    with pytest.raises(UsageError):
        create_store(filled.name)
    with pytest.raises(UsageError):
        create_store(tmp_path / "degrees.gpkg", CRS.from_epsg(4490))
    assert not (tmp_path / "degrees.gpkg").exists()
