import csv
import io
import json
import sqlite3
import zipfile
from contextlib import closing

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pyogrio
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point

from gis.readers import read_frame
from tests.scenes import E0, N0, tiny_district
from twin.model.errors import DataError, UsageError
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES
from viz import export
from viz.formats.guard import clean, guarded, unguarded

HOSTILE = [
    "=1+1",
    "+1",
    "-1层",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'quoted",
    " =1",
    "a;=1",
    'say "=1"',
]
SIGNS = tuple("=+-@\t\r\n\0＝＋－＠")
EVERY = [".gpkg", ".geojson", ".csv", ".zip", ".xlsx"]


@pytest.fixture(scope="module")
def district():
    return tiny_district()


def departments(names):
    rows = [{"department_id": f"D{n:03}", "name": name, "level": "city"} for n, name in enumerate(names)]
    return Snapshot({"department": pd.DataFrame(rows)}, None, version=3)


def building_in_its_own_metres():
    room = {"room_id": "R", "building_id": "A", "floor_id": "F", "room_class": "office", "area_m2": 4.0}
    frame = gpd.GeoDataFrame([room], geometry=[MultiPolygon([shapely.box(0, 0, 2, 2)])])
    return Snapshot({"room": frame}, None)


def table_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_layer_of_a_geopackage_comes_back_as_it_went(district, tmp_path):
    counts = export(district, tmp_path / "out.gpkg")
    layers = {name: shape for name, shape in pyogrio.list_layers(tmp_path / "out.gpkg")}  # noqa: C416 - rows of an array
    assert set(layers) == set(counts) == {name for name in TABLES if len(district.frame(name))}
    for name in counts:
        frame = pyogrio.read_dataframe(tmp_path / "out.gpkg", layer=name)
        ours = district.frame(name)
        assert len(frame) == counts[name] == len(ours)
        assert list(frame[f"{name}_id"]) == list(ours.index)
        if TABLES[name].shape:
            assert frame.crs.to_epsg() == 4544
            assert layers[name].upper().replace(" ", "") == TABLES[name].shape
            assert (shapely.to_wkb(frame.geometry.to_numpy()) == shapely.to_wkb(ours.geometry.to_numpy())).all()
        else:
            assert layers[name] is None
        for column in TABLES[name].columns:
            assert [None if pd.isna(v) else v for v in frame[column.name]] == [
                None if pd.isna(v) else v for v in ours[column.name]
            ]


def test_gdal_calls_our_layers_by_their_chinese_names(district, tmp_path):
    export(district, tmp_path / "out.gpkg", ["room"])
    with closing(sqlite3.connect(tmp_path / "out.gpkg")) as file:
        assert file.execute("SELECT identifier, srs_id FROM gpkg_contents").fetchall() == [("房间", 4544)]


def test_a_building_in_its_own_metres_keeps_them_and_claims_no_place(tmp_path):
    snapshot = building_in_its_own_metres()
    export(snapshot, tmp_path / "out.gpkg")
    frame = pyogrio.read_dataframe(tmp_path / "out.gpkg", layer="room")
    assert not frame.crs.is_geographic
    assert not frame.crs.is_projected
    assert frame.total_bounds.tolist() == [0, 0, 2, 2]
    export(snapshot, tmp_path / "out.csv")
    (row,) = table_of(tmp_path / "out.csv")
    assert (row["inside_x"], row["wkt"]) == ("1.0", "MULTIPOLYGON (((2 0, 2 2, 0 2, 0 0, 2 0)))")
    with pytest.raises(UsageError, match="经纬度"):
        export(snapshot, tmp_path / "out.geojson")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "out.gpkg"]


def test_geojson_has_degrees_where_pyproj_says_and_shells_anticlockwise(district, tmp_path):
    export(district, tmp_path / "out.geojson", ["room"])
    found = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))
    assert (found["type"], found["name"], len(found["features"])) == ("FeatureCollection", "room", 19)
    turn = pyproj.Transformer.from_crs(4544, 4326, always_xy=True)
    for feature in found["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        assert all(shapely.is_ccw(part.exterior) for part in shape.geoms)
        ours = district.row("room", feature["id"]).geometry
        back = np.array(turn.transform(*shapely.get_coordinates(shape).T, direction="INVERSE")).T
        assert shapely.hausdorff_distance(shapely.MultiPoint(back), shapely.MultiPoint(shapely.get_coordinates(ours))) < 2e-4
        assert feature["properties"]["room_id"] == feature["id"]
        assert "table" not in feature["properties"]


def test_geojson_of_several_tables_says_the_table_of_each_feature(district, tmp_path):
    counts = export(district, tmp_path / "out.geojson", ["door", "camera", "department"])
    found = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))["features"]
    tables = [feature["properties"]["table"] for feature in found]
    assert {name: tables.count(name) for name in dict.fromkeys(tables)} == counts == {"door": 18, "camera": 3, "department": 2}
    assert [feature["geometry"] for feature in found if feature["properties"]["table"] == "department"] == [None, None]
    assert len(pyogrio.read_dataframe(tmp_path / "out.geojson")) == 23


@pytest.mark.parametrize("table", ["camera", "room", "door", "department"])
def test_our_own_reader_takes_an_exported_csv_back(district, tmp_path, table):
    export(district, tmp_path / f"{table}.csv", [table])
    crs = {} if table in {"camera", "department"} else {"crs": "EPSG:4326"}
    (layer,) = read_frame(tmp_path / f"{table}.csv", **crs)
    ours = district.frame(table)
    assert list(layer.frame[f"{table}_id"]) == list(ours.index)
    if table == "department":
        return
    back = layer.frame.set_geometry("geometry").to_crs(4544).geometry.to_numpy()
    assert set(shapely.get_type_id(back)) == set(shapely.get_type_id(ours.geometry.to_numpy()))
    assert shapely.hausdorff_distance(back, ours.geometry.to_numpy()).max() < 2e-4


def test_a_csv_opens_in_excel_as_chinese_and_keeps_numbers_numbers(district, tmp_path):
    export(district, tmp_path / "room.csv", ["room"])
    raw = (tmp_path / "room.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    first = raw.decode("utf-8-sig").splitlines()[1]
    assert '"办公室"' in first
    assert ",33.64," in first


def test_several_tables_in_one_csv_say_which_and_an_archive_has_a_file_each(district, tmp_path):
    export(district, tmp_path / "out.csv", ["post", "department"])
    rows = table_of(tmp_path / "out.csv")
    assert [row["table"] for row in rows] == ["post"] * 3 + ["department"] * 2
    assert [row["rank"] for row in rows if row["table"] == "department"] == ["", ""]
    export(district, tmp_path / "out.zip", ["post", "department"])
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.namelist() == ["post.csv", "department.csv"]
        text = archive.read("department.csv").decode("utf-8-sig")
    assert [row["name"] for row in csv.DictReader(io.StringIO(text))] == ["发展改革局", "财政局"]


def test_a_workbook_has_a_sheet_per_table_with_chinese_heads_units_and_keys(district, tmp_path):
    export(district, tmp_path / "out.xlsx", ["room", "occupancy"])
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["说明", "房间 room", "使用 occupancy"]
    room = book["房间 room"]
    heads = {
        room.cell(2, column).value: (room.cell(1, column).value, room.cell(3, column)) for column in range(1, room.max_column + 1)
    }
    assert heads["area_m2"][0] == "使用面积 (m²)"
    assert heads["area_m2"][1].value == pytest.approx(33.64)
    assert heads["area_m2"][1].number_format == "#,##0.00"
    assert room.freeze_panes == "B3"
    assert room.max_row == 2 + 19
    day = next(cell for cell in book["使用 occupancy"][3] if cell.is_date)
    assert day.value.date().isoformat() == "2024-01-01"


@pytest.mark.parametrize("suffix", EVERY)
def test_a_public_export_holds_nothing_protected(district, tmp_path, suffix):
    protected = set(TABLES["camera"].protected) - {"name"}  # gates have one too
    assert protected
    path = tmp_path / f"out{suffix}"
    export(district, path, ["camera", "gate"], public=True)
    names, raw = _names_and_content(path)
    assert {"camera_id", "building_id", "status"} <= names
    assert not protected & names
    place = district.row("camera", "K1").geometry
    lon, _ = pyproj.Transformer.from_crs(4544, 4326, always_xy=True).transform(place.x, place.y)
    assert f"{lon:.6f}".encode() not in raw
    if suffix == ".gpkg":
        assert shapely.to_wkb(place)[5:] not in raw
        assert pyogrio.read_info(path, layer="camera")["geometry_type"] is None
        assert shapely.to_wkb(district.row("gate", "G1").geometry)[5:] in raw


def _names_and_content(path):
    """Give the column names in a file, and its bytes unpacked."""
    if path.suffix == ".gpkg":
        return {str(name) for name in pyogrio.read_info(path, layer="camera")["fields"]}, path.read_bytes()
    if path.suffix == ".geojson":
        found = json.loads(path.read_text(encoding="utf-8"))["features"]
        return {name for feature in found for name in feature["properties"]}, path.read_bytes()
    if path.suffix == ".xlsx":
        cells = [row for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True)]
        return {name for row in cells for name in row if isinstance(name, str)}, repr(cells).encode()
    raw = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            raw = b"".join(archive.read(name) for name in archive.namelist())
    return set(raw.decode("utf-8-sig").splitlines()[0].replace('"', "").split(",")), raw


def test_a_full_export_does_hold_what_a_public_one_leaves_out(district, tmp_path):
    export(district, tmp_path / "out.csv", ["camera"])
    rows = {row["camera_id"]: row for row in table_of(tmp_path / "out.csv")}
    assert (rows["K1"]["heading_deg"], bool(rows["K1"]["lon"])) == ("270.0", True)


@pytest.mark.parametrize("suffix", EVERY)
def test_a_failed_export_leaves_the_old_file_and_nothing_else(district, tmp_path, suffix, monkeypatch):
    path = tmp_path / f"out{suffix}"
    path.write_bytes(b"old")
    name = {".gpkg": "write_gpkg", ".geojson": "write_geojson", ".csv": "write_csv", ".zip": "write_zip", ".xlsx": "write_xlsx"}[
        suffix
    ]

    def fail(unfinished, *_):
        unfinished.write_bytes(b"half")
        raise OSError(28, "disk full")

    monkeypatch.setitem(export.__globals__, name, fail)
    with pytest.raises(OSError, match="disk full"):
        export(district, path, ["gate"])
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_an_export_takes_the_place_of_an_older_file(district, tmp_path):
    path = tmp_path / "out.gpkg"
    export(district, path, ["gate", "room"])
    export(district, path, ["gate"])
    assert [name for name, _ in pyogrio.list_layers(path)] == ["gate"]


@pytest.mark.parametrize(("name", "tables"), [("out.dwg", None), ("out.csv", ["rooms"]), ("none/out.csv", ["room"])])
def test_what_cannot_be_exported_is_refused_before_anything_is_written(district, tmp_path, name, tables):
    with pytest.raises(UsageError):
        export(district, tmp_path / name, tables)
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_export_is_said_and_an_empty_table_asked_for_is_written(tmp_path):
    empty = Snapshot({}, None)
    with pytest.raises(UsageError, match="没有可导出"):
        export(empty, tmp_path / "out.csv")
    assert export(empty, tmp_path / "out.gpkg", ["room", "post"]) == {"room": 0, "post": 0}
    assert export(empty, tmp_path / "out.xlsx", ["room"]) == {"room": 0}


def test_a_text_too_long_for_a_cell_is_an_error_not_a_cut(tmp_path):
    with pytest.raises(DataError, match="32767"):
        export(departments(["长" * 40_000]), tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".zip"])
def test_the_same_data_give_the_same_bytes(district, tmp_path, suffix):
    for name in ("one", "two"):
        export(district, tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_guarded(text):
    assert not guarded(text).startswith(SIGNS)
    assert not guarded(text).lstrip().startswith(SIGNS)
    assert unguarded(guarded(text)) == text


@given(st.text())
def test_guarding_can_always_be_undone(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).lstrip().startswith(SIGNS)


@settings(max_examples=25)
@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40)), min_size=1, max_size=12))
def test_any_text_goes_out_as_text_and_can_be_had_back(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("texts")
    snapshot = departments(names)
    export(snapshot, folder / "out.csv")
    rows = table_of(folder / "out.csv")
    assert [unguarded(row["name"]) for row in rows] == [clean(name) for name in names]
    assert not [row["name"] for row in rows if row["name"].lstrip().startswith(SIGNS)]
    export(snapshot, folder / "out.xlsx")
    sheet = openpyxl.load_workbook(folder / "out.xlsx")["部门 department"]
    cells = [sheet.cell(3 + row, 2) for row in range(len(names))]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s"}
    one_break = [clean(name).replace("\r\n", "\n").replace("\r", "\n") for name in names]
    assert [cell.value or "" for cell in cells] == one_break
    assert all(cell.quotePrefix for cell, name in zip(cells, names, strict=True) if guarded(clean(name)) != clean(name))
    export(snapshot, folder / "out.gpkg")
    assert list(pyogrio.read_dataframe(folder / "out.gpkg", layer="department")["name"]) == [clean(name) for name in names]


def test_a_row_without_a_shape_goes_out_without_one(tmp_path):
    gates = gpd.GeoDataFrame({"gate_id": ["a", "b"]}, geometry=[None, Point(E0, N0)], crs=4544)
    snapshot = Snapshot({"gate": gates}, pyproj.CRS.from_epsg(4544))
    for suffix in EVERY:
        assert export(snapshot, tmp_path / f"out{suffix}") == {"gate": 2}
    assert json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))["features"][0]["geometry"] is None
    assert table_of(tmp_path / "out.csv")[0]["lon"] == ""
