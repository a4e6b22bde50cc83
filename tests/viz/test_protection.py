"""What is protected leaves by no door that is open to everybody: every format, every protected column and shape, map and plan."""

import io
import json
import sqlite3
import zipfile
from contextlib import closing

import geopandas as gpd
import openpyxl
import pytest
import shapely
from shapely.geometry import MultiPolygon

from tests.scenes import tiny_district
from tests.viz.pages import MADE, answers
from twin.model.protection import protected_counts, protected_rows, protects, without_protected
from twin.model.tables import TABLES
from viz import export
from viz.answers import Answers
from viz.export import SUFFIXES
from viz.page import page
from viz.plot import plot_floor

MARKED = [(name, column.name) for name, table in TABLES.items() for column in table.columns if column.protected]
PLACES = [name for name, table in TABLES.items() if table.protected and table.shape]
ROWS = [name for name, table in TABLES.items() if table.protected_where]
TEXT, NUMBER, WHOLE, MOMENT = "Zq7protected", 123.4567890625, 81_234_567, "2031-07-08T09:10:11"
OF_CAMERAS = ("camera_outage", "camera_preset", "privacy_mask")
"""Tables of which the scene holds no row."""


def laden():
    """Give the small district with something to find in every protected cell, shape and row."""
    snapshot = tiny_district()
    frames = {}
    device = snapshot.frame("wall").head(2).reset_index(drop=True)[["building_id", "floor_id"]]
    frames["device"] = without_protected(snapshot).frame("device").reindex(range(2)).assign(
        device_id=["DV1", "Zq7device"], building_id=device["building_id"], floor_id=device["floor_id"], z=[7.5, 9.53125],
        device_class=["meter", "camera"], name=["电表", "Zq7camera"],
    )  # fmt: skip
    frames["device"] = frames["device"].set_geometry(list(snapshot.frame("camera").geometry[:2]), crs=snapshot.crs)
    frames["device"].index = frames["device"]["device_id"]
    cameras = snapshot.frame("camera").head(2)
    for name in {name for name, _ in MARKED}:
        frame = snapshot.frame(name).copy()
        if name in OF_CAMERAS:
            key = TABLES[name].key
            rows = gpd.GeoDataFrame(
                {key: ["Z1", "Z2"], "camera_id": list(cameras.index)}, geometry=[None, None], crs=snapshot.crs
            )
            if TABLES[name].shape:
                rows = rows.set_geometry([MultiPolygon([point.buffer(3.0)]) for point in cameras.geometry], crs=snapshot.crs)
            frame = rows.reindex(columns=frame.columns).set_index(key, drop=False).set_geometry("geometry")
        for column in TABLES[name].columns:
            if column.protected:
                value = {"text": f"{TEXT}-{column.name}", "float": NUMBER, "int": WHOLE, "datetime": MOMENT}[column.kind]
                frame[column.name] = [value] * len(frame)
        frames[name] = frame
    return snapshot.replaced(frames, 1)


@pytest.fixture(scope="module")
def district():
    return laden()


def unpacked(path):
    """Give everything that a file says, as one text."""
    if path.suffix in {".zip", ".xlsx"}:
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
        if path.suffix == ".xlsx":
            book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
            parts += [repr(list(sheet.iter_rows(values_only=True))) for sheet in book]
        return "\n".join(parts)
    if path.suffix == ".gpkg":
        with closing(sqlite3.connect(path)) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            said = []
            for name in names:
                if not name.startswith("rtree"):
                    cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names of the file itself
                    said.append(repr([field[0] for field in cursor.description]))
                    said += [" ".join(v.hex() if isinstance(v, bytes) else repr(v) for v in row) for row in cursor]
        return "\n".join(said)
    return path.read_text(encoding="utf-8-sig")


@pytest.fixture(scope="module")
def both(district, tmp_path_factory):
    """Give, for a format and a table, all that a full and a public export say; each is written once."""
    folder, held = tmp_path_factory.mktemp("exports"), {}

    def ask(suffix, table=""):
        for public in (False, True):
            if (suffix, table, public) not in held:
                path = folder / f"{table}-{public}{suffix}"
                export(district, path, [table] if table else None, public=public)
                held[suffix, table, public] = unpacked(path), heads(path, table)
        return held[suffix, table, False], held[suffix, table, True]

    return ask


def heads(path, table):
    """Give the names of a file's columns, if it holds one table."""
    if not table:
        return set()
    if path.suffix == ".gpkg":
        with closing(sqlite3.connect(path)) as connection:
            return {name for (_, name, *_) in connection.execute(f"PRAGMA table_info({table})")}
    if path.suffix == ".geojson":
        found = json.loads(path.read_text(encoding="utf-8"))["features"]
        return {name for feature in found for name in (*feature["properties"], *(["geom"] if feature["geometry"] else []))}
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        return {cell.value for cell in book[book.sheetnames[1]][2]}
    return set(unpacked(path).splitlines()[0].lstrip("\ufeff").replace('"', "").split(","))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(("table", "column"), MARKED)
def test_no_public_format_holds_a_protected_column(both, suffix, table, column):
    kind = TABLES[table].by_name[column].kind
    sign = {"text": f"{TEXT}-{column}", "float": "123.456", "int": "81234567", "datetime": "2031-07-08"}[kind]
    sign = "datetime.datetime(2031, 7, 8" if kind == "datetime" and suffix == ".xlsx" else sign
    (full, all_heads), (public, public_heads) = both(suffix, table)
    assert sign in full
    assert column in all_heads
    assert sign not in public
    assert column not in public_heads
    assert f"{table}_id" in public_heads


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("table", PLACES)
def test_no_public_format_holds_a_protected_shape(district, both, suffix, table):
    (full, all_heads), (public, public_heads) = both(suffix, table)
    assert all_heads & {"geom", "lon", "inside_lon", "wkt", "x"}
    assert not public_heads & {"geom", "lon", "lat", "inside_lon", "inside_lat", "wkt", "x", "y", "e", "n"}
    if suffix == ".gpkg":
        sign = shapely.to_wkb(district.frame(table).geometry.iloc[0], hex=True).lower()[10:]
        assert sign in full
        assert sign not in public


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("table", ROWS)
def test_no_public_format_holds_a_protected_row(both, suffix, table):
    (full, _), (public, _) = both(suffix, table)
    assert "Zq7device" in full
    assert "Zq7" not in public
    assert "DV1" in public


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_all_tables_at_once_hold_none_of_it_either(both, suffix):
    _, (public, _) = both(suffix)
    assert "Zq7" not in public
    assert "123.456" not in public
    assert "81234567" not in public
    assert "A-F1-101" in public


def test_the_map_without_what_is_protected_is_the_map_of_a_district_without_cameras(district):
    bare = district.replaced(
        {"camera": district.frame("camera")[:0], "device": district.frame("device").drop(index="Zq7device")}, district.version
    )
    public = page(without_protected(district), Answers(), made=MADE)
    assert public == page(bare, Answers(), made=MADE)
    assert public != page(district, Answers(), made=MADE)
    assert "Zq7" not in public


def test_a_plan_of_it_draws_no_camera(tmp_path):
    snapshot = tiny_district()
    coverage = answers(snapshot)["coverage"]
    for name, held, seen in (
        ("public", without_protected(snapshot), None),
        ("plain", snapshot, None),
        ("views", snapshot, coverage),
    ):
        plot_floor(held, "A-F1", tmp_path / f"{name}.png", coverage=seen, on="2026-01-01")
    public, plain, views = ((tmp_path / f"{name}.png").read_bytes() for name in ("public", "plain", "views"))
    assert public == plain
    assert plain != views


def test_poses_kind_and_place_of_cameras_are_marked():
    assert set(TABLES["camera"].protected) >= {
        "name", "floor_id", "lens", "z", "heading_deg", "tilt_deg", "hfov_deg", "vfov_deg", "range_m", "width_px",
        "national_code",
    }  # fmt: skip
    assert {name for name, table in TABLES.items() if protects(table)} == {"camera", "device", *OF_CAMERAS}


def test_rows_that_go_out_are_counted(district):
    assert protected_counts(district) == {"device": 1, "camera": 3} | dict.fromkeys(OF_CAMERAS, 2)
    assert protected_counts(district, ["camera", "room"]) == {"camera": 3}
    assert protected_counts(without_protected(district)) == {}
    assert protected_rows(TABLES["device"], district.frame("device")).tolist() == [False, True]
