import json
import os
import sqlite3

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import LineString, Point, box

from gis import handover
from gis.crs import bd09_from_wgs, gcj02_from_wgs
from gis.faults import GisError
from gis.handover import Bounds
from gis.readers import read_frame
from gis.sandbox import Verdict
from tests.gis.children import apart, here  # noqa: F401 - fixtures


def refused(path, **options):
    with pytest.raises(GisError) as caught:
        read_frame(path, **options)
    return caught.value


def geojson(path, features, **more):
    told = [{"type": "Feature", "properties": facts, "geometry": shape} for facts, shape in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": told, **more}, ensure_ascii=False), encoding="utf-8")
    return path


def place(x, y, *z):
    return {"type": "Point", "coordinates": [x, y, *z]}


def test_every_layer_of_a_geopackage_comes_with_its_name_crs_and_texts(tmp_path):
    path = tmp_path / "district.gpkg"
    gates = gpd.GeoDataFrame(
        {"gate_id": ["01", "02"], "name": ["西门", None]}, geometry=[Point(409000, 3386000), Point(409010, 3386000)], crs=4544
    )
    gates.to_file(path, layer="gate")
    gates.assign(geometry=[box(0, 0, 1, 1), box(4, 4, 5, 5)]).set_crs(4549, allow_override=True).translate(5e5, 3.3e6).to_file(
        path, layer="cell"
    )
    layers = {layer.name: layer for layer in read_frame(path)}
    assert set(layers) == {"gate", "cell"}
    assert layers["gate"].crs == "EPSG:4544"
    assert layers["gate"].frame.crs.to_epsg() == 4544
    assert layers["cell"].crs == "EPSG:4549"
    assert layers["gate"].frame["gate_id"].tolist() == ["01", "02"]
    assert layers["gate"].frame["name"].tolist() == ["西门", None]
    assert layers["gate"].frame.geometry.tolist() == gates.geometry.tolist()


def test_one_layer_of_a_geopackage_may_be_chosen_and_an_unknown_one_is_named(tmp_path):
    path = tmp_path / "two.gpkg"
    frame = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(104, 30)], crs=4326)
    frame.to_file(path, layer="one")
    frame.to_file(path, layer="two")
    assert [layer.name for layer in read_frame(path, layer="two")] == ["two"]
    assert refused(path, layer="three").values["layers"] == "one, two"


def test_a_geopackage_table_without_geometry_is_a_plain_table(tmp_path):
    path = tmp_path / "plain.gpkg"
    gpd.GeoDataFrame({"a": [1]}, geometry=[Point(104, 30)], crs=4326).to_file(path, layer="located")
    with sqlite3.connect(path) as database:
        database.execute("create table post (fid integer primary key, rank text)")
        database.execute("insert into post values (1, '处级')")
        database.execute("insert into gpkg_contents (table_name, data_type, identifier) values ('post', 'attributes', 'post')")
    layers = {layer.name: layer for layer in read_frame(path)}
    assert layers["post"].crs == ""
    assert layers["post"].frame["rank"].tolist() == ["处级"]
    assert layers["post"].frame.geometry.isna().all()


def test_geojson_is_wgs84_and_keeps_keys_dates_lists_flags_and_gaps(tmp_path):
    facts = {"camera_id": "007", "since": "2024-01-02", "at": "2024-01-02T08:30:00", "tags": ["甲", "乙"], "count": 3, "ok": True}
    gap = dict.fromkeys(facts) | {"camera_id": "008"}
    layer = read_frame(geojson(tmp_path / "camera.geojson", [(facts, place(104.07, 30.67)), (gap, place(104.08, 30.67))]))[0]
    assert (layer.name, layer.crs, layer.notes) == ("camera", "EPSG:4326", ())
    assert layer.frame.drop(columns="geometry").iloc[0].tolist() == [
        "007",
        "2024-01-02",
        "2024-01-02T08:30:00",
        '["甲", "乙"]',
        3,
        True,
    ]
    assert layer.frame.drop(columns="geometry").iloc[1].tolist() == ["008", None, None, None, None, None]


def test_heights_are_left_out_missing_shapes_stay_and_broken_areas_are_repaired_each_noted_by_row(tmp_path):
    bow = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
    path = geojson(tmp_path / "cell.geojson", [({"k": 1}, place(1, 1, 5)), ({"k": 2}, None), ({"k": 3}, bow)])
    layer = read_frame(path)[0]
    assert {(note.severity, note.code, note.row) for note in layer.notes} == {
        ("info", "read.flattened", "1"),
        ("info", "read.no_shape", "2"),
        ("warning", "read.repaired", "3"),
    }
    assert not layer.frame.geometry.has_z.any()
    assert layer.frame.geometry[1] is None
    assert layer.frame.geometry[2].area == pytest.approx(2.0)


@pytest.mark.parametrize(("datum", "there"), [("gcj02", gcj02_from_wgs), ("bd09", bd09_from_wgs)])
def test_a_declared_datum_is_undone(tmp_path, datum, there):
    lon, lat = there(104.07, 30.67)
    layer = read_frame(geojson(tmp_path / "gate.geojson", [({}, place(float(lon), float(lat)))]), datum=datum)[0]
    assert layer.crs == "EPSG:4326"
    assert shapely.get_coordinates(layer.frame.geometry.to_numpy())[0] == pytest.approx([104.07, 30.67], abs=1e-11)


def test_a_shifted_datum_under_a_projection_is_undone_too(tmp_path):
    lon, lat = gcj02_from_wgs(104.07, 30.67)
    shifted = gpd.GeoDataFrame({"a": [1]}, geometry=[Point(float(lon), float(lat))], crs=4326).to_crs(3857)
    shifted.to_file(tmp_path / "web.gpkg", layer="gate")
    layer = read_frame(tmp_path / "web.gpkg", datum="gcj02")[0]
    assert shapely.get_coordinates(layer.frame.geometry.to_numpy())[0] == pytest.approx([104.07, 30.67], abs=1e-9)


def test_the_user_s_crs_goes_before_the_file_s_and_the_difference_is_noted(tmp_path):
    path = geojson(tmp_path / "gate.geojson", [({}, place(409000.0, 3386000.0))])
    layer = read_frame(path, crs="EPSG:4544")[0]
    assert layer.crs == "EPSG:4544"
    assert [note.code for note in layer.notes] == ["read.crs_overridden"]


@pytest.mark.parametrize("position", [(409000.0, 3386000.0), (30.6, 104.0)], ids=["metres", "latitude first"])
def test_degrees_that_cannot_be_are_refused(tmp_path, position):
    error = refused(geojson(tmp_path / "gate.geojson", [({}, place(*position))]))
    assert (error.code, error.values["layer"]) == ("read.not_degrees", "gate")


@pytest.mark.parametrize("text", ["easting,northing\n3386000,409000\n", "x,y\n1,2\n"], ids=["swapped", "local"])
def test_metres_outside_their_crs_are_refused(tmp_path, text):
    path = tmp_path / "gate.csv"
    path.write_text(text)
    assert refused(path, crs="EPSG:4544").code == "read.outside_crs"


def test_a_web_mercator_world_is_no_place_outside_its_crs(tmp_path):
    path = tmp_path / "gate.csv"
    path.write_text("x,y\n11585000,3588000\n")
    assert read_frame(path, crs="EPSG:3857")[0].crs == "EPSG:3857"


def test_csv_with_longitude_and_latitude_is_drawn(tmp_path):
    path = tmp_path / "camera.csv"
    path.write_text("camera_id,经度,纬度,line\n001,104.07,30.67,L1\n002,,,L2\n003,abc,30.6,L3\n004,104.1,,L4\n")
    layer = read_frame(path)[0]
    assert list(layer.frame.columns) == ["camera_id", "line", "geometry"]
    assert layer.frame["line"].tolist() == ["L1", "L2", "L3", "L4"]
    assert layer.frame.geometry[0] == Point(104.07, 30.67)
    assert layer.frame.geometry[1:].isna().all()
    assert [(note.severity, note.code, note.row) for note in layer.notes] == [
        ("error", "csv.bad_position", "4"),
        ("error", "csv.bad_position", "5"),
        ("info", "read.no_shape", "3"),
    ]


def test_csv_with_well_known_text_needs_a_crs_and_is_drawn(tmp_path):
    path = tmp_path / "road.csv"
    path.write_text(
        'road_id,wkt\n1,"LINESTRING (409000 3386000, 409100 3386000)"\n2,nonsense\n3,"' + "GEOMETRYCOLLECTION(" * 50_000 + '"\n'
    )
    assert refused(path).code == "read.no_crs"
    layer = read_frame(path, crs="EPSG:4544")[0]
    assert layer.frame.geometry[0] == LineString([(409000, 3386000), (409100, 3386000)])
    assert [note.row for note in layer.notes if note.code == "csv.bad_position"] == ["3", "4"]


def test_csv_without_coordinates_is_a_plain_table(tmp_path):
    path = tmp_path / "post.csv"
    path.write_text("post_id,rank,established\nP1,处级,4\n")
    layer = read_frame(path)[0]
    assert (layer.name, layer.crs) == ("post", "")
    assert layer.frame["established"].tolist() == ["4"]
    assert layer.frame.geometry.isna().all()


def test_one_column_of_a_pair_is_no_position(tmp_path):
    path = tmp_path / "gate.csv"
    path.write_text("gate_id,lon\n1,104\n")
    error = refused(path)
    assert (error.code, error.values["column"]) == ("csv.half_position", "lon")


def test_a_declared_geographic_crs_serves_for_longitude_and_latitude(tmp_path):
    path = tmp_path / "gate.csv"
    path.write_text("lon,lat\n104,30\n")
    assert read_frame(path, crs="EPSG:4490")[0].crs == "EPSG:4490"
    assert read_frame(path, crs="EPSG:4544")[0].crs == "EPSG:4326"


def test_a_shapefile_in_gbk_is_read_as_declared(tmp_path):
    path = tmp_path / "road.shp"
    frame = gpd.GeoDataFrame({"name": ["人民南路"]}, geometry=[LineString([(104, 30), (104.1, 30)])], crs=4326)
    frame.to_file(path, encoding="gbk")
    path.with_suffix(".cpg").unlink(missing_ok=True)
    assert read_frame(path, encoding="gbk")[0].frame["name"].tolist() == ["人民南路"]


@pytest.mark.usefixtures("apart")
def test_the_real_shapefile_is_read_with_a_declared_crs(testdata):
    path = testdata / "roads" / "jinan" / "edges.shp"
    layer = read_frame(path, crs="EPSG:4326")[0]
    assert len(layer.frame) == 28_597
    assert layer.frame.total_bounds == pytest.approx([116.748383, 36.5361256, 117.5099988, 37.1456445])


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.gpkg", b"not a database at all", "read.not_what_it_says"),
        ("a.geojson", b"<OGRVRTDataSource/>", "read.not_what_it_says"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [', "read.failed"),
        ("a.geojson", b'{"type": "Topology", "objects": {}, "arcs": []}', "read.failed"),
        ("a.shp", b"\x00\x00\x27\x0a" + b"\0" * 20, "read.shapefile_parts"),
        ("a.gml", b"nothing of the kind", "read.not_what_it_says"),
        ("a.gml", b"<FeatureCollection>", "read.failed"),
        ("a.kml", b'<!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>', "read.xml_entities"),
        ("a.kmz", b"<kml/>", "read.not_what_it_says"),
        ("a.xlsx", b"<html>", "read.not_what_it_says"),
        ("a.xlsx", b"PK\x03\x04 and no more", "zip.broken"),
        ("a.zip", b"PK\x03\x04", "zip.broken"),
        ("a.geojson", b"", "read.no_bytes"),
        ("a.xyz", b"1", "read.unknown_type"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    error = refused(path)
    assert (error.code, error.values["file"]) == (code, name)


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize(("rows", "code"), [(2, ""), (1, "read.too_many_rows")])
def test_a_child_s_answer_and_a_child_s_refusal_come_through(tmp_path, rows, code):
    path = geojson(tmp_path / "gate.geojson", [({"gate_id": "门1"}, place(104, 30)), ({"gate_id": "门2"}, place(104, 31))])
    if code:
        assert refused(path, bounds=Bounds(rows=rows)).values == {"file": "gate.geojson", "limit": 1}
    else:
        assert read_frame(path, bounds=Bounds(rows=rows))[0].frame["gate_id"].tolist() == ["门1", "门2"]


@pytest.mark.usefixtures("apart")
def test_a_broken_file_read_by_a_child_is_refused(tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    assert refused(path).code == "read.failed"


def test_a_folder_and_a_pipe_are_no_files(tmp_path):
    assert refused(tmp_path).code == "read.no_file"
    os.mkfifo(tmp_path / "pipe.csv")
    assert refused(tmp_path / "pipe.csv").code == "read.no_file"


def test_each_bound_is_kept(tmp_path):
    path = geojson(tmp_path / "gate.geojson", [({"k": k}, place(104 + k / 1e4, 30)) for k in range(300)])
    assert refused(path, bounds=Bounds(file_mb=0.001)).code == "read.too_large"
    assert refused(path, bounds=Bounds(rows=299)).code == "read.too_many_rows"
    assert refused(path, bounds=Bounds(vertices=299)).code == "read.too_many_vertices"
    assert len(read_frame(path, bounds=Bounds(rows=300, vertices=300))[0].frame) == 300


def test_text_in_no_encoding_is_refused(tmp_path):
    path = geojson(tmp_path / "gate.geojson", [({"name": "西门"}, place(104, 30))])
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk"))
    assert refused(path).code == "read.encoding"


def test_coordinates_that_are_no_numbers_are_refused(tmp_path):
    path = tmp_path / "odd.gpkg"
    gpd.GeoDataFrame({"a": [1]}, geometry=[LineString([(104, 30), (105, 31), (106, np.inf)])], crs=4326).to_file(
        path, layer="road"
    )
    assert refused(path).code == "read.not_finite"


@pytest.mark.parametrize(("status", "code"), [("crash", "read.crash"), ("timeout", "read.timeout"), ("memory", "read.memory")])
def test_a_lost_child_is_a_refusal_that_names_the_file(tmp_path, monkeypatch, status, code):
    path = geojson(tmp_path / "gate.geojson", [({}, place(104, 30))])
    monkeypatch.setattr(handover.sandbox, "run", lambda *_, **__: Verdict(status, None, "", 0.0, 0.0))
    error = refused(path)
    assert (error.code, error.values["file"]) == (code, "gate.geojson")


def test_a_table_that_the_child_garbled_is_a_refusal(tmp_path, monkeypatch):
    path = geojson(tmp_path / "gate.geojson", [({}, place(104, 30))])

    def garble(_target, _arguments, *, workdir, limits):
        assert limits.memory_mb > 0
        (workdir / "layer-0.arrow").write_bytes(b"garbage")
        return Verdict("ok", [{"name": "gate", "crs": "EPSG:4326", "table": "layer-0.arrow"}], "", 0.0, 0.0)

    monkeypatch.setattr(handover.sandbox, "run", garble)
    assert refused(path).code == "read.crash"
