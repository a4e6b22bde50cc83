"""Importing from the command line: one transaction a file, every fault named, nothing half done."""

import json

import pytest

from gis.crs import gcj02_from_wgs, to_crs
from tests.api.conftest import SMALL
from tests.scenes import CRS_4544
from twin.store import open_store

DEPARTMENTS = "department_id,name,level\nD1,财政局,city\nD2,教育局,city\n"


@pytest.fixture
def empty(twin):
    twin("init", "--crs", "EPSG:4544")
    return twin


def write(path, text, encoding="utf-8"):
    path.write_text(text, encoding=encoding)
    return path


def test_the_sample_folder_goes_in_whole_and_in_order(empty):
    code, out, _ = empty("import", SMALL, "--json")
    assert code == 0
    files = {entry["path"].rsplit("/", 1)[-1]: entry for entry in out["files"]}
    assert {entry["status"] for entry in files.values()} == {"imported"}
    assert next(iter(files)) == "site.geojson"
    for name, entry in files.items():
        assert set(entry) >= {"path", "status", "counts", "areas", "georeference", "findings"}
        if name.endswith(".ifc"):
            assert all(entry["counts"][name] > 0 for name in ("floors", "rooms", "walls", "doors", "devices"))
            assert entry["areas"]["drawn_m2"] == pytest.approx(entry["areas"]["file_m2"], rel=1e-4)
            assert entry["georeference"]["method"] == "map_conversion"


def test_the_same_file_again_changes_nothing(twin, store_path):
    before = twin("show", "--store", store_path, "--json")[1]
    code, out, _ = twin("import", SMALL / "main.ifc", "--store", store_path, "--json")
    assert code == 0
    assert all(set(counter) == {"unchanged"} for counter in out["files"][0]["changes"].values())
    after = twin("show", "--store", store_path, "--json")[1]
    assert after["tables"] == before["tables"]


def test_a_newer_model_is_a_diff_and_people_stay_in_their_rooms(twin, store_path, tmp_path):
    with open_store(store_path) as store:
        snapshot = store.snapshot()
    rooms = snapshot.frame("room")
    rooms = rooms[rooms["source_id"] == rooms.loc[snapshot.column("occupancy", "room_id")[0], "source_id"]]
    file = next(path for path in SMALL.glob("*.ifc") if rooms.index[0] in path.read_text(encoding="utf-8"))
    number = rooms.loc[rooms.index[0], "number"]
    newer = tmp_path / file.name
    text = file.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if f"IFCSPACE('{rooms.index[0]}'" in line)
    write(newer, text.replace(line, line.replace(f"'{number}'", "'X-99'", 1)))
    code, out, _ = twin("import", newer, "--store", store_path, "--yes", "--json")
    assert code == 0
    assert out["files"][0]["changes"]["room"] == {"changed": 1, "unchanged": len(rooms) - 1}
    with open_store(store_path) as store:
        after = store.snapshot()
        assert after.row("room", rooms.index[0])["number"] == "X-99"
        assert list(after.keys("occupancy")) == list(snapshot.keys("occupancy"))
        assert [line["entity_id"] for line in store.lines(store.version) if line["entity"] == "room"] == [rooms.index[0]]


def test_every_bad_cell_is_named_and_nothing_is_stored(empty, tmp_path):
    bad = write(tmp_path / "department.csv", "department_id,name,level\nD1,财政局,citty\nD2,,city\nD2,教育局,city\n,x,city\n")
    code, out, _ = empty("import", bad, "--json")
    assert code == 1
    entry = out["files"][0]
    assert entry["status"] == "refused"
    found = {(finding["code"], finding["where"]) for finding in entry["findings"]}
    assert found >= {
        ("tabular.not_allowed", "department.csv · department · row 2 · level"),
        ("tabular.empty", "department.csv · department · row 3 · name"),
        ("tabular.repeated_key", "department.csv · department · row 4 · department_id"),
        ("tabular.empty", "department.csv · department · row 5 · department_id"),
    }
    assert all(finding["remedy"] for finding in entry["findings"])
    assert empty("show", "--json")[1]["tables"]["department"] == 0


def test_a_refused_file_leaves_the_others(empty, tmp_path):
    good, bad = write(tmp_path / "department.csv", DEPARTMENTS), write(tmp_path / "post.csv", "post_id,rank\nP,x\n")
    code, out, _ = empty("import", bad, good, "--json")
    assert code == 1
    assert [entry["status"] for entry in out["files"]] == ["refused", "imported"]
    assert empty("show", "--json")[1]["tables"]["department"] == 2


def test_foreign_column_names_are_mapped_and_chinese_ones_need_no_map(empty, tmp_path):
    mapped = write(tmp_path / "theirs.csv", "编码,单位,级别\nD1,财政局,city\n", "gb18030")
    words = ("--table", "department", "--map", "编码=department_id", "--map", "单位=name", "--map", "级别=level")
    assert empty("import", mapped, *words)[0] == 0
    chinese = write(tmp_path / "department.csv", "部门编号,名称,机关级别\nD2,教育局,city\n")
    assert empty("import", chinese)[0] == 0
    assert empty("show", "--json")[1]["tables"]["department"] == 2


def test_a_map_to_a_column_that_is_not_there_is_told(empty, tmp_path):
    file = write(tmp_path / "department.csv", DEPARTMENTS)
    code, out, _ = empty("import", file, "--map", "编码=department_id", "--json")
    assert code == 1
    assert "tabular.map_absent" in {finding["code"] for finding in out["files"][0]["findings"]}


def test_a_dry_run_tells_all_and_writes_nothing(empty, tmp_path):
    file = write(tmp_path / "department.csv", DEPARTMENTS)
    code, out, _ = empty("import", file, "--dry-run", "--json")
    assert (code, out["files"][0]["changes"]) == (0, {"department": {"added": 2}})
    assert empty("show", "--json")[1]["version"] == 0


def test_a_charger_surveyed_on_a_web_map_lands_where_it_stands(empty, tmp_path):
    lon, lat = gcj02_from_wgs([104.06], [30.60])
    file = write(tmp_path / "charger.csv", f"charger_id,power_kw,lon,lat\nC,60,{float(lon[0])!r},{float(lat[0])!r}\n")
    assert empty("import", file, "--datum", "gcj02")[0] == 0
    with open_store("twin.gpkg") as store:
        point = to_crs(store.snapshot().column("charger", "geometry")[0], CRS_4544, "EPSG:4326")
    assert (point.x, point.y) == pytest.approx((104.06, 30.60), abs=1e-8)


def test_the_first_located_data_choose_the_crs(twin, tmp_path):
    twin("init")
    file = write(tmp_path / "charger.csv", "charger_id,power_kw,lon,lat\nC,60,120.2,30.3\n")
    assert twin("import", file)[0] == 0
    assert twin("show", "--json")[1]["crs"] == "EPSG:4549"


def test_a_camera_given_by_position_and_height_finds_its_floor(twin, store_path, tmp_path):
    with open_store(store_path) as store:
        snapshot = store.snapshot()
    indoors = snapshot.frame("camera").query("floor_id.notna()")
    camera = indoors.iloc[0]
    place = to_crs(camera.geometry, snapshot.crs, "EPSG:4326")
    row = f"NEW,fixed,90,20,10,{camera['z']},{place.x!r},{place.y!r}\n"
    file = write(tmp_path / "camera.csv", "camera_id,lens,hfov_deg,range_m,heading_deg,z,lon,lat\n" + row)
    assert twin("import", file, "--store", store_path)[0] == 0
    with open_store(store_path) as store:
        found = store.snapshot().row("camera", "NEW")
    assert (found["floor_id"], found["building_id"]) == (camera["floor_id"], camera["building_id"])


def test_an_ifc_that_is_none_is_refused_with_a_reason(empty, tmp_path):
    file = write(tmp_path / "broken.ifc", "<html>404</html>")
    code, out, _ = empty("import", file, "--json")
    assert code == 1
    assert out["files"][0]["status"] == "refused"
    assert out["files"][0]["findings"][0]["severity"] == "error"
    assert empty("show", "--json")[1]["version"] == 0


def test_the_json_is_one_document(empty, tmp_path):
    write(tmp_path / "department.csv", DEPARTMENTS)
    empty("import", tmp_path / "department.csv", "--json")
    code, out, err = empty("show", "--json")
    assert json.dumps(out)
    assert (code, err) == (0, "")


def test_references_that_lead_nowhere_are_noted_when_all_files_are_in(empty, tmp_path):
    write(tmp_path / "department.csv", DEPARTMENTS)
    posts = write(tmp_path / "post.csv", "post_id,department_id,rank,established\nP,D1,正局(处)级,1\nQ,D9,正局(处)级,1\n")
    code, out, _ = empty("import", posts, tmp_path / "department.csv", "--json")
    assert code == 0
    told = [(entry["path"].rsplit("/", 1)[-1], finding["where"], finding["message"])
            for entry in out["files"] for finding in entry["findings"] if finding["code"] == "import.dangling"]  # fmt: skip
    assert [(path, where) for path, where, _ in told] == [("post.csv", "post · Q · department_id")]
    assert "D9" in told[0][2]


def test_many_lost_references_are_counted(empty, tmp_path):
    rows = "".join(f"P{number},X{number},正局(处)级,1\n" for number in range(25))
    file = write(tmp_path / "post.csv", "post_id,department_id,rank,established\n" + rows)
    found = [finding["code"] for finding in empty("import", file, "--json")[1]["files"][0]["findings"]]
    assert (found.count("import.dangling"), found.count("import.dangling_more")) == (10, 1)
