"""GML, KML, KMZ, Excel and zipped shapefiles are read as what they hold, and archives only within limits."""

import datetime as dt
import io
import random
import zipfile

import geopandas as gpd
import openpyxl
import pytest
import shapely
from shapely import Point

from gis.faults import GisError
from gis.handover import Bounds
from gis.packed import look_through, unpack
from gis.readers import read_frame
from tests.gis.children import apart, here  # noqa: F401 - fixtures


@pytest.fixture
def gates():
    return gpd.GeoDataFrame(
        {"gate_id": ["01", "02"], "name": ["西门", "东门"]}, geometry=[Point(104.06, 30.66), Point(104.07, 30.67)], crs=4326
    )


@pytest.mark.parametrize(("name", "driver"), [("gate.gml", "GML"), ("gate.kml", "KML")])
def test_gml_and_kml_come_with_places_and_texts_and_nothing_is_left_beside_them(tmp_path, gates, name, driver):
    folder = tmp_path / "theirs"
    folder.mkdir()
    gates.to_file(folder / name, driver=driver)
    for extra in folder.glob("*.xsd"):
        extra.unlink()
    (layer,) = read_frame(folder / name)
    columns = {column.lower(): column for column in layer.frame.columns}
    assert layer.name == "gate"
    assert layer.frame[columns["name"]].tolist() == ["西门", "东门"]
    assert layer.frame.crs.to_epsg() == 4326
    assert shapely.equals_exact(layer.frame.geometry.to_numpy(), gates.geometry.to_numpy(), tolerance=1e-9).all()
    assert [file.name for file in folder.iterdir()] == [name]


def test_a_kml_in_folders_gives_a_layer_each(tmp_path):
    place = "<Placemark><name>{}</name><Point><coordinates>104.06,30.66,0</coordinates></Point></Placemark>"
    text = '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    text += "".join(f"<Folder><name>{table}</name>{place.format(table)}</Folder>" for table in ("gate", "stop"))
    (tmp_path / "site.kml").write_text(text + "</Document></kml>", encoding="utf-8")
    layers = read_frame(tmp_path / "site.kml")
    assert {layer.name for layer in layers} == {"gate", "stop"}
    assert all(layer.frame.geometry.iloc[0] == Point(104.06, 30.66) for layer in layers)


def test_a_kmz_is_read_through_its_kml_and_named_after_itself(tmp_path, gates):
    gates.to_file(tmp_path / "doc.kml", driver="KML")
    with zipfile.ZipFile(tmp_path / "gate.kmz", "w") as archive:
        archive.write(tmp_path / "doc.kml", "doc.kml")
    (layer,) = read_frame(tmp_path / "gate.kmz")
    assert (layer.name, len(layer.frame)) == ("gate", 2)


def book(path, **sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def test_a_workbook_gives_a_layer_for_each_sheet_with_its_row_numbers(tmp_path):
    rows = [["充电桩台账"], [], ["充电桩编号", "功率", "经度", "纬度"], ["C1", 60, 104.06, 30.66], [], ["C2", 7.5, 104.07, 30.67]]
    path = book(tmp_path / "all.xlsx", charger=rows, 说明=[["只有一格"]], post=[["post_id", "established"], ["P1", 3]])
    layers = {layer.name: layer for layer in read_frame(path)}
    assert set(layers) == {"charger", "post"}
    charger = layers["charger"]
    assert charger.lines == (4, 6)
    assert charger.frame["功率"].tolist() == [60.0, 7.5]
    assert charger.frame.geometry.tolist() == [Point(104.06, 30.66), Point(104.07, 30.67)]
    assert layers["post"].crs == ""


def test_cells_of_a_sheet_keep_their_kind_and_mixed_columns_become_text(tmp_path):
    rows = [
        ["key", "day", "at", "ok", "mixed"],
        ["007", dt.date(2026, 1, 2), dt.datetime(2026, 1, 2, 8, 30), True, 12],  # noqa: DTZ001 - Excel knows no time zone
        ["008", None, None, None, "十二"],
    ]
    (layer,) = read_frame(book(tmp_path / "post.xlsx", Sheet1=rows))
    assert layer.name == "post"
    assert layer.sheet == "Sheet1"
    assert layer.frame.drop(columns="geometry").to_dict("list") == {
        "key": ["007", "008"], "day": ["2026-01-02", None], "at": ["2026-01-02T08:30:00", None], "ok": [True, None],
        "mixed": ["12", "十二"],
    }  # fmt: skip


@pytest.mark.usefixtures("apart")
def test_a_workbook_is_read_in_a_child_too(tmp_path):
    (layer,) = read_frame(book(tmp_path / "post.xlsx", Sheet1=[["a", "b"], ["x", 1]]))
    assert layer.frame["b"].tolist() == [1.0]


def test_a_zipped_shapefile_is_read_whole_and_one_without_its_parts_is_refused(tmp_path, gates):
    shapes = tmp_path / "shapes"
    shapes.mkdir()
    gates.to_crs(4544).to_file(shapes / "gate.shp", encoding="gb18030")
    with zipfile.ZipFile(tmp_path / "delivery.zip", "w") as archive:
        for file in shapes.iterdir():
            archive.write(file, f"成果/{file.name}")
        archive.writestr("读我.txt", "nothing")
    (layer,) = read_frame(tmp_path / "delivery.zip")
    assert (layer.name, layer.crs, layer.frame["name"].tolist()) == ("gate", "EPSG:4544", ["西门", "东门"])
    (shapes / "gate.dbf").unlink()
    with pytest.raises(GisError) as caught:
        read_frame(shapes / "gate.shp")
    assert (caught.value.code, caught.value.values["missing"]) == ("read.shapefile_parts", ".dbf")


def test_archives_that_unpack_to_too_much_hold_too_many_or_climb_out_are_kept_within_bounds(tmp_path):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 30_000_000)
    with pytest.raises(GisError) as caught:
        read_frame(bomb)
    assert caught.value.code == "zip.too_much"
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(2001):
            archive.writestr(f"{number}.csv", "a\n1\n")
    with pytest.raises(GisError) as caught:
        look_through(tmp_path / "many.zip", Bounds())
    assert caught.value.code == "zip.too_many"
    with zipfile.ZipFile(tmp_path / "climb.zip", "w") as archive:
        archive.writestr("../../gate.csv", "gate_id\nG1\n")
        archive.writestr("..\\gate.csv", "gate_id\nG2\n")
        archive.writestr("/etc/gate.csv", "gate_id\nG3\n")
    inside = tmp_path / "inside"
    inside.mkdir()
    files = unpack(tmp_path / "climb.zip", inside, (".csv",), Bounds())
    assert [file.parent.parent for file in files] == [inside] * 3
    assert [file.read_text(encoding="utf-8").split()[1] for file in files] == ["G1", "G2", "G3"]


def test_a_workbook_that_is_a_bomb_is_refused_before_anything_opens_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "post.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 60_000_000)
    with pytest.raises(GisError) as caught:
        read_frame(tmp_path / "post.xlsx")
    assert caught.value.code == "zip.too_much"


def test_rows_with_their_coordinates_exchanged_or_zero_are_named_and_hide_no_other_fault(tmp_path):
    lines = ["camera_id,lon,lat", *(f"K{n},104.0{n},30.6{n}" for n in range(1, 7)), "K7,30.67,104.07", "K8,0,0", "K9,x,30.6"]
    (tmp_path / "camera.csv").write_text("\n".join(lines), encoding="utf-8")
    (layer,) = read_frame(tmp_path / "camera.csv")
    notes = {note.code: note for note in layer.notes if note.severity == "error"}
    assert set(notes) == {"read.row_swapped", "read.row_far", "csv.bad_position"}
    assert notes["read.row_swapped"].values["rows"] == "8"
    assert notes["read.row_far"].values["rows"] == "9"
    assert notes["csv.bad_position"].row == "10"
    assert layer.frame.geometry.isna().tolist() == [False] * 6 + [True] * 3


def test_exchanged_metres_are_found_too_but_a_file_wholly_exchanged_is_refused_whole(tmp_path):
    good = [f"K{n},{409000 + n},{3386000 + n}" for n in range(5)]
    (tmp_path / "a.csv").write_text("\n".join(["id,x,y", *good, "K9,3386009,409009"]), encoding="utf-8")
    (layer,) = read_frame(tmp_path / "a.csv", crs="EPSG:4544")
    assert [note.code for note in layer.notes if note.severity == "error"] == ["read.row_swapped"]
    (tmp_path / "b.csv").write_text("id,lon,lat\nK1,30.67,104.07\nK2,30.66,104.06\n", encoding="utf-8")
    with pytest.raises(GisError) as caught:
        read_frame(tmp_path / "b.csv")
    assert caught.value.code == "read.not_degrees"


def spoilt(data, chance):
    """Change some bytes, sometimes within a member of an archive, sometimes cut short."""
    if data.startswith(b"PK") and chance.random() < 0.6:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
            victim = chance.choice(old.namelist())
            for name in old.namelist():
                held = old.read(name)
                new.writestr(name, spoilt(held, chance) if name == victim and held and not held.startswith(b"PK") else held)
        return out.getvalue()
    held = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held[: chance.randrange(1, len(held) + 1)] if chance.random() < 0.3 else held)


def test_spoilt_files_are_read_or_refused_in_words_never_otherwise(tmp_path, gates):
    gates.to_file(tmp_path / "s.kml", driver="KML")
    gates.to_file(tmp_path / "s.gml", driver="GML")
    book(tmp_path / "s.xlsx", gate=[["gate_id", "lon", "lat"], ["G1", 104.1, 30.6]])
    with zipfile.ZipFile(tmp_path / "s.kmz", "w") as archive:
        archive.write(tmp_path / "s.kml", "doc.kml")
    chance = random.Random(20261121)  # noqa: S311 - a test, not a secret
    refusals = set()
    for number in range(60):
        seed = tmp_path / chance.choice(["s.kml", "s.gml", "s.xlsx", "s.kmz"])
        path = tmp_path / f"spoilt{number}{seed.suffix}"
        path.write_bytes(spoilt(seed.read_bytes(), chance))
        try:
            layers = read_frame(path)
        except GisError as error:
            refusals.add(error.code)
        else:
            assert all(len(layer.lines) == len(layer.frame) for layer in layers)
    assert len(refusals) >= 3
