"""GIS files through the command line: workbooks, other stores, local grids, control points, folders where files belong."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import openpyxl
import pytest
import shapely

from api.importing import Wishes, take
from gis.crs import Helmert, named_crs, to_crs
from twin.store import create_store, open_store

MADE = Helmert(e=409_400.0, n=3_386_600.0, rotation_deg=5.0, scale=1.00001)
BAYS = "POLYGON ((104.06 30.60, 104.061 30.60, 104.061 30.601, 104.06 30.60))"
POINTS = np.array([(0.0, 0.0), (500.0, 0.0), (0.0, 400.0), (510.0, 390.0)])


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "empty.gpkg"
    with create_store(path, named_crs("EPSG:4544")):
        pass
    return path


def workbook(path, **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def control(path, points, known, names=None, heads="e,n"):
    rows = [f"点名,x,y,{heads}"]
    for number, (own, there) in enumerate(zip(points, known, strict=True)):
        rows.append(f"{(names or '甲乙丙丁戊')[number]},{own[0]},{own[1]},{there[0]!r},{there[1]!r}")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_a_workbook_with_chinese_sheets_headers_and_values_goes_in_as_it_is(twin, empty, tmp_path):
    workbook(
        tmp_path / "台账.xlsx",
        停车场=[["停车场编号", "名称", "wkt"], ["P1", "南停车场", BAYS]],
        充电桩=[["充电设施台账"], ["充电桩编号", "所在停车场", "功率", "电流类型", "状态", "经度", "纬度"],
             ["C1", "P1", 60, "直流", "正常", 104.0605, 30.6003], ["C2", "P1", 7, "慢充", "维修中", 104.0606, 30.6003]],
        部门=[["部门编号", "名称", "机关级别"], ["D1", "市财政局", "市级"]],
    )  # fmt: skip
    code, out, _ = twin("import", tmp_path / "台账.xlsx", "--store", empty, "--crs", "EPSG:4326", "--json")
    assert code == 0, out
    with open_store(empty) as store:
        chargers = store.snapshot().frame("charger")
    assert chargers["current"].tolist() == ["dc", "ac"]
    assert chargers["status"].tolist() == ["working", "maintenance"]


def test_a_fault_in_a_sheet_is_named_by_the_row_that_excel_shows(twin, empty, tmp_path):
    workbook(tmp_path / "post.xlsx", Sheet1=[["编制表"], ["编制编号", "部门", "职级", "编制人数"], ["P1", "D1", "正处级", "三"]])
    code, out, _ = twin("import", tmp_path / "post.xlsx", "--store", empty, "--json")
    assert code == 1
    faults = [finding["where"] for file in out["files"] for finding in file["findings"] if finding["severity"] == "error"]
    assert faults == ["post.xlsx · post · row 3 · established"]


def test_another_store_goes_in_whole_and_its_empty_layers_raise_no_alarm(twin, empty, store_path):
    code, out, _ = twin("import", store_path, "--store", empty, "--json")
    assert code == 0
    assert [finding["code"] for file in out["files"] for finding in file["findings"] if finding["severity"] != "info"] == []
    assert twin("show", "--store", empty, "--json")[1]["tables"] == twin("show", "--store", store_path, "--json")[1]["tables"]
    assert twin("check", "--store", empty, "--json")[1]["counts"]["error"] == 0


def test_layers_of_one_table_go_in_together_and_a_key_in_two_of_them_is_named(twin, empty, tmp_path):
    place = "<Placemark><name>{0}</name><ExtendedData><Data name='gate_id'><value>{0}</value></Data></ExtendedData>"
    place += "<Point><coordinates>104.06,30.60,0</coordinates></Point></Placemark>"

    def kml(*keys):
        folders = "".join(f"<Folder><name>区{n}</name>{place.format(key)}</Folder>" for n, key in enumerate(keys))
        (tmp_path / "gates.kml").write_text(
            f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>{folders}</Document></kml>',
            encoding="utf-8",
        )

    kml("G1", "G1")
    code, out, _ = twin("import", tmp_path / "gates.kml", "--table", "gate", "--store", empty, "--json")
    assert code == 1
    assert "tabular.repeated_key" in {finding["code"] for finding in out["files"][0]["findings"]}
    kml("G1", "G2")
    assert twin("import", tmp_path / "gates.kml", "--table", "gate", "--store", empty)[0] == 0
    with open_store(empty) as store:
        assert store.snapshot().frame("gate").index.tolist() == ["G1", "G2"]


def test_a_file_in_a_local_grid_is_brought_to_the_ground_by_control_points_with_their_residuals(twin, empty, tmp_path):
    known = MADE.move(POINTS)
    known[3] += (0.0, 0.9)
    points = control(tmp_path / "points.csv", POINTS, known.tolist())
    (tmp_path / "gate.csv").write_text("gate_id,x,y\nG1,100,200\n", encoding="utf-8")
    code, out, _ = twin("import", tmp_path / "gate.csv", "--crs", points, "--store", empty, "--json")
    assert code == 0
    found = [finding for finding in out["files"][0]["findings"] if finding["code"].startswith("grid.")]
    assert [finding["code"] for finding in found].count("grid.residual") == 4
    assert sum("残差" in finding["message"] and finding["severity"] == "warning" for finding in found) == 0
    with open_store(empty) as store:
        gate = store.snapshot().frame("gate").geometry.iloc[0]
    assert gate.distance(shapely.points(MADE.move(np.array([(100.0, 200.0)]))[0])) < 1.0


def test_a_local_grid_may_be_tied_by_longitude_and_latitude(twin, empty, tmp_path):
    degrees = shapely.get_coordinates(to_crs(shapely.points(MADE.move(POINTS)), named_crs("EPSG:4544"), named_crs("EPSG:4326")))
    points = control(tmp_path / "points.csv", POINTS, degrees.tolist(), heads="lon,lat")
    gpd.GeoDataFrame({"gate_id": ["G1"]}, geometry=[shapely.Point(100, 200)], crs=4544).to_file(tmp_path / "gate.shp")
    assert twin("import", tmp_path / "gate.shp", "--crs", points, "--store", empty)[0] == 0
    with open_store(empty) as store:
        gate = store.snapshot().frame("gate").geometry.iloc[0]
    assert gate.distance(shapely.points(MADE.move(np.array([(100.0, 200.0)]))[0])) < 1e-3


def test_every_fault_of_a_control_file_is_named_at_once(twin, empty, tmp_path):
    (tmp_path / "points.csv").write_text(
        "点名,x,y,lon,lat\n甲,0,0,104,30\n乙,十,0,104,30.1\n丙,0,0,104,300\n丁,5,,104,30\n", encoding="utf-8"
    )
    (tmp_path / "gate.csv").write_text("gate_id,x,y\nG1,1,2\n", encoding="utf-8")
    code, out, _ = twin("import", tmp_path / "gate.csv", "--crs", tmp_path / "points.csv", "--store", empty, "--json")
    assert code == 1
    codes = sorted(finding["code"] for finding in out["files"][0]["findings"])
    assert codes == ["crs.not_degrees", "place.control_cell", "place.control_cell", "place.control_twice"]


@pytest.mark.parametrize("command", [("show",), ("check",), ("import", "gate.csv")])
def test_a_folder_in_place_of_a_store_is_said_to_be_one(twin, tmp_path, command):
    (tmp_path / "gate.csv").write_text("gate_id,lon,lat\nG1,104,30\n", encoding="utf-8")
    code, _, err = twin(*command, "--store", tmp_path)
    assert code in {1, 2}
    assert "文件夹" in err
    assert "程序内部错误" not in err


def test_a_list_of_rooms_without_any_outline_is_taken_and_answers_who_holds_what(twin, empty, tmp_path):
    workbook(
        tmp_path / "用房台账.xlsx",
        建筑=[["建筑编号", "名称"], ["B1", "老办公楼"]],
        楼层=[["楼层编号", "所在建筑", "名称", "层序", "楼面高程"], ["B1-1", "B1", "1层", 1, 0.0]],
        房间=[["房间编号", "所在建筑", "所在楼层", "房号", "名称", "房间类别", "使用面积"],
            ["R1", "B1", "B1-1", "101", "办公室", "办公室", 18.0], ["R2", "B1", "B1-1", "102", "会议室", "会议室", 36.5]],
        部门=[["部门编号", "名称", "机关级别"], ["D1", "市档案局", "市级"]],
        编制=[["编制编号", "部门", "职级", "编制人数"], ["P1", "D1", "正局(处)级", 1]],
        使用=[["使用编号", "房间", "部门", "职级", "人数"], ["U1", "R1", "D1", "正局(处)级", 1]],
    )  # fmt: skip
    code, out, _ = twin("import", tmp_path / "用房台账.xlsx", "--store", empty, "--json")
    assert code == 0, out
    assert sorted({finding["code"] for finding in out["files"][0]["findings"]}) == ["tabular.undrawn"]
    assert twin("check", "--store", empty, "--json")[1]["counts"]["error"] == 0
    code, report, _ = twin("space", "report", "--store", empty, "--json")
    assert code == 0
    assert "18.0" in str(report)
    code, _, err = twin("fleet", "route", "--from", "R1", "--to", "R2", "--store", empty)
    assert code == 1
    assert "程序内部错误" not in err


def test_things_that_must_stand_somewhere_are_still_refused_without_a_place(twin, empty, tmp_path):
    workbook(tmp_path / "gate.xlsx", gate=[["gate_id", "name"], ["G1", "南门"]])
    code, out, _ = twin("import", tmp_path / "gate.xlsx", "--store", empty, "--json")
    assert code == 1
    assert "tabular.no_geometry" in {finding["code"] for finding in out["files"][0]["findings"]}


def test_a_crs_that_names_a_file_opens_none_unless_the_command_line_says_so(empty, tmp_path):
    """What comes in a request has a CRS as text: it must never make the service read a file of the machine."""
    points = control(tmp_path / "points.csv", POINTS, MADE.move(POINTS).tolist())
    (tmp_path / "gate.csv").write_text("gate_id,x,y\nG1,100,200\n", encoding="utf-8")
    with open_store(empty) as store:
        outcome = take(store, tmp_path / "gate.csv", "table", Wishes(crs=str(points)), "tester")
    assert outcome.status == "refused"
    assert [finding.code for finding in outcome.findings] == ["crs.unknown"]
