"""The store in a file: any GIS can read it, its index follows, and what is no store is refused."""

import json
import shutil
import sqlite3
import subprocess

import geopandas as gpd
import pyogrio
import pytest
import shapely
from pyproj import CRS
from shapely.geometry import Point

from tests.conftest import missing
from tests.scenes import CRS_4544, area
from tests.twin.store.sameness import scene
from twin.model.errors import DataError, StoreError, TableError
from twin.model.tables import TABLES
from twin.store import create_store, open_store


@pytest.fixture
def filled(filled_file, tmp_path):
    with open_store(shutil.copy(filled_file, tmp_path / "twin.gpkg")) as store:
        yield store


def test_the_spatial_index_follows_every_change(filled):
    moved = filled.snapshot().frame("room").loc[["A-F1-101"]].set_geometry([area(500, 500, 505, 505)], crs=CRS_4544)
    with filled.change("tester", "move") as work:
        work.put("room", moved)
        work.remove("wall", [filled.snapshot().keys("wall")[0]])
    assert filled.stray_trees() == []
    found = pyogrio.read_dataframe(filled.name, layer="room", bbox=(409_499, 3_386_499, 409_506, 3_386_506))
    assert list(found["room_id"]) == ["A-F1-101"]


def test_the_extent_in_the_file_is_that_of_its_rows_also_of_a_tree_of_many_nodes(tmp_path):
    with create_store(tmp_path / "twin.gpkg", CRS_4544) as store:
        for count in (1, 40, 700):
            places = [Point(409_000.4 + number * 3, 3_386_000.6 - number) for number in range(count)]
            keys = [f"{number}" for number in range(count)]
            with store.change("t", "put") as work:
                work.put("gate", gpd.GeoDataFrame({"gate_id": keys}, geometry=places, crs=CRS_4544))
            with store.reading() as connection:
                wanted = "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'gate'"
                said = connection.exec_driver_sql(wanted).one()
            true = shapely.total_bounds(places)
            assert all(abs(one - other) <= 1.01 for one, other in zip(said, true, strict=True))
            assert (said[0] <= true[0], said[1] <= true[1], said[2] >= true[2], said[3] >= true[3]) == (True,) * 4
        with store.change("t", "all") as work:
            work.remove("gate", keys)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT min_x FROM gpkg_contents WHERE table_name = 'gate'").scalar() is None


def test_a_crs_chosen_later_stands_in_the_file(tmp_path):
    with create_store(tmp_path / "twin.gpkg") as store:
        store.set_crs(CRS_4544)
    assert CRS.from_user_input(pyogrio.read_info(tmp_path / "twin.gpkg", layer="room")["crs"]).to_epsg() == 4544


def test_gdal_reads_every_layer_in_the_right_crs(filled):
    layers = dict(pyogrio.list_layers(filled.name))
    assert set(TABLES) <= set(layers)
    assert not [name for name in layers if name.startswith("twin_")]
    for name, table in TABLES.items():
        info = pyogrio.read_info(filled.name, layer=name)
        assert info["features"] == len(scene().frame(name))
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


def test_a_value_of_the_wrong_kind_left_by_another_program_is_logged_and_named(filled):
    filled.close()
    with sqlite3.connect(filled.name) as connection:
        connection.execute("UPDATE post SET established = 'viele' WHERE post_id = 'P1'")
        connection.execute("UPDATE post SET established = 'mehr' WHERE post_id = 'P1'")
    connection.close()
    with open_store(filled.name) as again:
        assert again.adopt_external() == {"post": ["P1", "P1"]}
        assert [json.loads(line["before"])["established"] for line in again.lines(2)] == [1, "viele"]
        with pytest.raises(TableError) as caught:
            again.snapshot()
        assert caught.value.values["column"] == "established"
        with pytest.raises(DataError) as caught:
            again.tally()
        assert caught.value.values["key"] == "P1"


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
    scene().frame("room")[["room_id", "geometry"]].reset_index(drop=True).to_file(path, layer="room", engine="pyogrio")
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert caught.value.code == "store.foreign"
