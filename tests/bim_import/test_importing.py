"""An import ends well, or as a refusal with a finding; it never ends the program that asked for it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import numpy as np
import pytest

from bim_import import ImportOptions, import_ifc, importing
from bim_import.intake import count_instances
from gis.sandbox import Limits, Verdict
from tests.bim_import.models import BLOCK, OFFICE, SMALL, codes, imported, renumbered, run_here
from tests.conftest import ROOT
from twin.model.errors import ImportRefused
from twin.model.findings import SEVERITIES
from twin.model.tables import IN_BUILDING, TABLES

PLAIN = ImportOptions(glb=False)


@pytest.fixture
def here(monkeypatch):
    """Read in this process: for tests of what is read, not of the child."""
    monkeypatch.setattr(importing, "run", run_here)


def changed(testdata, tmp_path, name, *changes):
    """Import a copy of a real file with some bytes changed; every change must hit."""
    data = (testdata / "ifc" / name).read_bytes()
    for old, new in changes:
        assert re.search(old, data), old
        data = re.sub(old, new, data, count=1)
    path = tmp_path / name
    path.write_bytes(data)
    return path


def refused(path, options=PLAIN):
    with pytest.raises(ImportRefused) as caught:
        import_ifc(path, options)
    assert caught.value.findings[0].code == caught.value.code
    assert caught.value.findings[0].severity == "error"
    return caught.value


def same(one, other, *, but=("source_id",)):
    for table, frame in one.frames.items():
        columns = [column for column in frame.columns if column not in {*but, "geometry"}]
        assert frame[columns].equals(other.frames[table][columns]), table
        assert frame.geometry.to_wkb().equals(other.frames[table].geometry.to_wkb()), table


def test_every_table_of_a_building_is_there_with_its_columns(testdata):
    model = imported(testdata / "ifc" / SMALL)
    assert set(model.frames) == set(IN_BUILDING)
    for table, frame in model.frames.items():
        assert list(frame.columns) == [*TABLES[table].names, "geometry"]
        assert frame.crs is None
        for column in TABLES[table].columns:
            if column.required and column.kind != "bool":
                assert frame[column.name].notna().all(), (table, column.name)
            if column.allowed:
                assert set(frame[column.name].dropna()) <= set(column.allowed), (table, column.name)


@pytest.mark.parametrize("name", [OFFICE, SMALL, BLOCK])
def test_every_reference_leads_to_a_row(name, testdata):
    frames = imported(testdata / "ifc" / name).frames
    for table, frame in frames.items():
        for column in TABLES[table].columns:
            if column.refers in frames:
                assert set(frame[column.name].dropna()) <= set(frames[column.refers].index), (table, column.name)


def test_the_parent_never_loads_ifcopenshell(testdata):
    code = (
        "import sys, pathlib, bim_import; bim_import.import_ifc(pathlib.Path(sys.argv[1]));"
        "assert 'ifcopenshell' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(testdata / "ifc" / SMALL)], check=True, cwd=ROOT)


def test_the_child_never_loads_pandas(testdata, tmp_path):
    code = (
        "import sys, json, pathlib; from bim_import.work import read_model;"
        "read_model(json.loads(sys.argv[1]), pathlib.Path(sys.argv[2])); assert 'pandas' not in sys.modules"
    )
    path = testdata / "ifc" / SMALL
    arguments = {
        "path": str(path), "name": "a.ifc", "instances": count_instances(path.read_bytes()), "eye_height": 1.1,
        "classes": [], "elements_only": False,
        "how": {"unit": "", "glb": True, "tolerant": False, "kernel": "manifold"},
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", code, json.dumps(arguments), str(tmp_path)], check=True, cwd=ROOT)


def test_nothing_is_left_in_the_temporary_folder(testdata, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    import_ifc(testdata / "ifc" / SMALL, PLAIN)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("here")
def test_a_second_import_is_the_same_and_another_export_has_the_same_keys_and_digests(testdata, tmp_path):
    first = imported(testdata / "ifc" / BLOCK)
    same(first, import_ifc(testdata / "ifc" / BLOCK, PLAIN))
    path = tmp_path / BLOCK
    path.write_bytes(renumbered((testdata / "ifc" / BLOCK).read_bytes(), 77, 3))
    again = import_ifc(path, PLAIN)
    assert again.source["source_id"] != first.source["source_id"]
    for table, frame in first.frames.items():
        assert frame.index.equals(again.frames[table].index), table
        assert frame["content_hash"].equals(again.frames[table]["content_hash"]), table


@pytest.mark.usefixtures("here")
def test_one_changed_name_changes_one_digest(testdata, tmp_path):
    first = imported(testdata / "ifc" / BLOCK)
    path = changed(testdata, tmp_path, BLOCK, (rb"IFCSPACE\(('[^']+'),#(\d+),'1'", rb"IFCSPACE(\1,#\2,'1A'"))
    again = import_ifc(path, PLAIN)
    for table, frame in first.frames.items():
        different = frame.index[(frame["content_hash"] != again.frames[table]["content_hash"]).to_numpy()]
        assert len(different) == (1 if table == "room" else 0), table


@pytest.mark.usefixtures("here")
def test_empty_and_repeated_global_ids_are_repaired_and_listed(testdata, tmp_path):
    data = (testdata / "ifc" / BLOCK).read_bytes()
    ids = re.findall(rb"IFCSPACE\('([^']+)'", data)
    path = tmp_path / BLOCK
    path.write_bytes(
        data.replace(b"IFCSPACE('" + ids[1], b"IFCSPACE('" + ids[0]).replace(b"IFCSPACE('" + ids[2] + b"'", b"IFCSPACE($")
    )
    model, again = import_ifc(path, PLAIN), import_ifc(path, PLAIN)
    assert codes(model.report.findings).count("ifc.key_repaired") == 2
    assert {(item["old"], item["why"]) for item in model.report.rekeyed} == {(ids[0].decode(), "duplicate"), ("", "empty")}
    assert len(model.frames["room"]) == 8
    same(model, again, but=())
    kept = set(imported(testdata / "ifc" / BLOCK).frames["room"].index) & set(model.frames["room"].index)
    assert len(kept) == 6


@pytest.mark.usefixtures("here")
def test_raw_gbk_names_come_out_in_chinese_with_their_class(testdata, tmp_path):
    name = "'局长办公室'".encode("gb18030")
    space = (rb"(IFCSPACE\('[^']+',#1),'living room'(.*)'living area'(.*)'living room'", rb"\1," + name + rb"\2$\3" + name)
    path = changed(testdata, tmp_path, SMALL, space)
    model = import_ifc(path, PLAIN)
    rooms = model.frames["room"]
    assert "局长办公室" in set(rooms["name"])
    assert rooms.loc[rooms["name"] == "局长办公室", "room_class"].tolist() == ["office"]
    assert "ifc.text_repaired" in codes(model.report.findings)
    forced = import_ifc(path, ImportOptions(glb=False, encoding="cp1252"))
    assert "局长办公室" not in set(forced.frames["room"]["name"])


@pytest.mark.usefixtures("here")
def test_a_file_without_length_unit_is_refused_until_somebody_names_it(testdata, tmp_path):
    path = changed(
        testdata,
        tmp_path,
        SMALL,
        (rb"IFCSIUNIT\(\*,\.LENGTHUNIT\.,\.MILLI\.,\.METRE\.\)", b"IFCSIUNIT(*,.MASSUNIT.,.KILO.,.GRAM.)"),
    )
    error = refused(path)
    assert error.code == "ifc.no_unit"
    assert "--unit" in str(error.remedy)
    model = import_ifc(path, ImportOptions(glb=False, unit="mm"))
    assert model.report.areas["drawn_m2"] == pytest.approx(24.575, abs=1e-3)
    assert "ifc.unit_forced" in codes(model.report.findings)


@pytest.mark.usefixtures("here")
def test_a_file_without_project_is_refused(testdata, tmp_path):
    data = (testdata / "ifc" / SMALL).read_bytes()
    path = tmp_path / SMALL
    path.write_bytes(re.sub(rb"IFCPROJECT\(", b"IFCBUILDING(", data).replace(b"(#14),#9);", b",$,$,$);"))
    assert refused(path).code in {"ifc.no_project", "ifc.syntax"}


@pytest.mark.usefixtures("here")
def test_a_plainly_wrong_unit_is_refused_and_a_doubtful_one_told(testdata, tmp_path):
    milli = rb"\.LENGTHUNIT\.,\.MILLI\.,\.METRE\."
    wrong = refused(changed(testdata, tmp_path, SMALL, (milli, b".LENGTHUNIT.,$,.METRE.")))
    assert wrong.code == "ifc.unit_wrong"
    assert "--unit" in str(wrong.remedy)
    doubtful = import_ifc(testdata / "ifc" / SMALL, ImportOptions(glb=False, unit="cm"))
    assert "ifc.unit_doubtful" in codes(doubtful.report.findings)


@pytest.mark.usefixtures("here")
def test_a_file_with_a_part_missing_in_the_middle_is_refused(testdata, tmp_path):
    lines = (testdata / "ifc" / SMALL).read_bytes().splitlines(keepends=True)
    path = tmp_path / "gap.ifc"
    broken = [line for line in lines if b"IFCWALL(" not in line]
    broken.insert(40, b"#99999=IFCWALL('0000000000000000000001',$,((((;\n")
    path.write_bytes(b"".join(broken))
    assert refused(path).code in {"ifc.truncated", "ifc.syntax"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (rb"IFCWALL\(", b"IFCFOO(", "ifc.truncated"),
        (rb"IFCWALL\(", b"IFCWALL($,", "ifc.syntax"),
        (rb"#7=", b"#6=", "ifc.truncated"),
        (rb"IFCWALL\('", b"IFCWALL(", "ifc.syntax"),
    ],
)
@pytest.mark.usefixtures("here")
def test_broken_syntax_is_refused_with_its_instance(old, new, code, testdata, tmp_path):
    error = refused(changed(testdata, tmp_path, SMALL, (old, new)))
    assert error.code in {code, "ifc.syntax"}
    assert re.search(r"#\d+|offset \d+", error.text.en)


@pytest.mark.usefixtures("here")
def test_a_model_in_map_coordinates_is_the_same_model_with_a_false_origin(testdata, tmp_path):
    """A building put at E 409 000, N 3 386 000 by its placements, as tools do that know no map conversion."""
    text = (testdata / "ifc" / BLOCK).read_bytes().decode("latin-1")
    site = re.search(r"#\d+= ?IFCSITE\('[^']+',#\d+,[^,]*,[^,]*,[^,]*,#(\d+),", text)
    placement = re.search(rf"#{site.group(1)}= ?IFCLOCALPLACEMENT\(\$,#(\d+)\)", text)
    axes = re.search(rf"#{placement.group(1)}= ?IFCAXIS2PLACEMENT3D\(#(\d+),", text)
    far = text.replace(axes.group(0), axes.group(0).replace(f"(#{axes.group(1)},", "(#9999999,"))
    far = far.replace("\nDATA;", "\nDATA;\n#9999999= IFCCARTESIANPOINT((409123456.,3386789012.,0.));", 1)
    assert far.count("#9999999") == 2
    path = tmp_path / "far.ifc"
    path.write_bytes(far.encode("latin-1"))
    model, plain = import_ifc(path, PLAIN), imported(testdata / "ifc" / BLOCK)
    assert "ifc.false_origin" in codes(model.report.findings)
    moved = model.frames["room"].geometry.translate(409_000 - 409_123.456, 3_386_000 - 3_386_789.012)
    assert np.allclose(moved.area, plain.frames["room"].geometry.area, atol=1e-3)
    assert moved.symmetric_difference(plain.frames["room"].geometry).area.max() < 0.02
    assert model.report.counts == plain.report.counts
    assert model.frames["door"]["room_a_id"].equals(plain.frames["door"]["room_a_id"])


@pytest.mark.usefixtures("here")
def test_a_model_without_rooms_is_taken_for_its_elements_when_asked_and_says_what_it_lacks(testdata):
    model = import_ifc(testdata / "ifc" / "jp_vectorworks_sjis.ifc", ImportOptions(glb=False, elements_only=True))
    counts = model.report.counts
    assert (counts["floors"], counts["rooms"], counts["walls"], counts["doors"], counts["windows"]) == (3, 2, 8, 1, 1)
    told = next(finding for finding in model.report.findings if finding.code == "ifc.elements_only")
    assert told.severity == "warning"
    assert "8 walls, 1 doors" in told.message.en
    assert sorted(model.frames["floor"]["name"]) == ["1階 - Story", "2階 - Story", "屋根 - Story"]
    assert model.frames["building"].geometry.area.iloc[0] > 5
    assert model.frames["door"]["room_a_id"].notna().all()
    again = import_ifc(testdata / "ifc" / SMALL, ImportOptions(glb=False, elements_only=True))
    same(imported(testdata / "ifc" / SMALL), again)


def spaceless(data):
    """Make what its author would export who placed no rooms: every space becomes a further site."""
    data = re.sub(rb"(?m)^#\d+ *= *IFCRELSPACEBOUNDARY\(.*?\);\r?\n", b"", data)
    return re.sub(rb"IFCSPACE\((.*?),\.ELEMENT\.,\.[A-Z]+\.,(?:\$|[-\d.]+)\);", rb"IFCSITE(\1,.ELEMENT.,$,$,$,$,$);", data)


@pytest.mark.usefixtures("here")
def test_walls_propose_the_rooms_that_nobody_placed(testdata, tmp_path):
    true = imported(testdata / "ifc" / "AC11-Institute-Var-2-IFC.ifc").frames["room"]
    path = tmp_path / "walls.ifc"
    path.write_bytes(spaceless((testdata / "ifc" / "AC11-Institute-Var-2-IFC.ifc").read_bytes()))
    model = import_ifc(path, ImportOptions(glb=False, elements_only=True))
    rooms = model.frames["room"]
    assert set(rooms["area_basis"]) == {"derived from walls"}
    assert rooms["area_file_m2"].isna().all()
    assert rooms["name"].str.startswith("推定").all()
    assert "ifc.rooms_proposed" in codes(model.report.findings)
    shared = [
        max((one.intersection(two).area / one.union(two).area for two in rooms.geometry if two.intersects(one)), default=0.0)
        for one in true.geometry
    ]
    assert sum(share > 0.9 for share in shared) == 80
    assert len(true) == 82
    assert model.frames["door"]["room_a_id"].notna().mean() > 0.9


@pytest.mark.usefixtures("here")
def test_one_disciplines_model_without_rooms_stands_where_its_devices_do(testdata, tmp_path):
    data = (testdata / "ifc" / "Duplex_Electrical.ifc").read_bytes()
    path = tmp_path / "devices.ifc"
    path.write_bytes(
        re.sub(rb"IFCSPACE\((.*?),\.ELEMENT\.,\.[A-Z]+\.,(?:\$|[-\d.]+)\);", rb"IFCBUILDING(\1,.ELEMENT.,$,$,$);", data)
    )
    assert refused(path).code == "ifc.no_rooms"
    model = import_ifc(path, ImportOptions(glb=False, elements_only=True))
    assert model.report.counts["devices"] > 90
    assert model.frames["building"].geometry.notna().any()


@pytest.mark.usefixtures("here")
def test_walls_without_rooms_and_storeys_are_put_into_floors_by_their_feet(testdata, tmp_path):
    data = (testdata / "ifc" / "jp_vectorworks_sjis.ifc").read_bytes()
    path = tmp_path / "walls.ifc"
    path.write_bytes(re.sub(rb"IFCBUILDINGSTOREY\((.*?),\.ELEMENT\.,[^)]*\);", rb"IFCSITE(\1,.ELEMENT.,$,$,$,$,$);", data))
    model = import_ifc(path, ImportOptions(glb=False, elements_only=True))
    assert "ifc.storeys_derived" in codes(model.report.findings)
    assert len(model.frames["floor"]) >= 1
    assert set(model.frames["wall"]["floor_id"]) <= set(model.frames["floor"].index)


@pytest.mark.usefixtures("here")
def test_a_users_own_names_decide_a_rooms_class_first(testdata):
    rooms = imported(testdata / "ifc" / SMALL).frames["room"]
    first, second = rooms.sort_values("name")["name"]
    own = ((f"{first[:3].upper()}*", "archive"), ("*", "duty"), (second, "office"))
    found = import_ifc(testdata / "ifc" / SMALL, ImportOptions(glb=False, classes=own)).frames["room"]
    assert found.set_index("name")["room_class"].to_dict() == {first: "archive", second: "duty"}
    with pytest.raises(ValueError, match="bureau"):
        ImportOptions(classes=(("x", "bureau"),))


@pytest.mark.parametrize(
    ("limits", "code"),
    [*((Limits(memory_mb=size), "ifc.reader_memory") for size in (60, 100, 150, 200)), (Limits(cpu_s=1), "ifc.reader_timeout")],
)
def test_a_file_that_needs_more_than_it_may_is_refused(limits, code, testdata):
    error = refused(testdata / "ifc" / "AC11-Institute-Var-2-IFC.ifc", ImportOptions(limits=limits))
    assert error.code == code
    assert "未受影响" in error.remedy.zh


@pytest.mark.parametrize(
    ("status", "code", "runs"),
    [
        ("crash", "ifc.reader_crashed", 2),
        ("timeout", "ifc.reader_timeout", 1),
        ("memory", "ifc.reader_memory", 1),
        ("error", "ifc.reader_failed", 1),
    ],
)
def test_a_child_that_is_lost_is_a_refusal_and_a_crash_gets_a_second_chance(status, code, runs, testdata, monkeypatch):
    asked = []

    def lose(target, arguments, **_more):
        asked.append((target, arguments["how"]["kernel"], arguments["how"]["glb"]))
        return Verdict(status, None, "ended by SIGSEGV\nmore", 1.0, 10.0)

    monkeypatch.setattr(importing, "run", lose)
    error = refused(testdata / "ifc" / SMALL, ImportOptions())
    assert error.code == code
    assert "SIGSEGV" in error.text.en or status == "timeout"
    assert (
        asked == [("bim_import.work:read_model", "manifold", True), ("bim_import.work:read_model", "opencascade", False)][:runs]
    )


def test_a_crash_of_the_quick_kernel_ends_as_an_import_without_3d(testdata, monkeypatch):
    real = importing.run

    def crash_first(target, arguments, **more):
        if arguments["how"]["kernel"] == "manifold":
            return Verdict("crash", None, "ended by SIGSEGV", 1.0, 10.0)
        return real(target, arguments, **more)

    monkeypatch.setattr(importing, "run", crash_first)
    model = import_ifc(testdata / "ifc" / SMALL)
    assert model.glb == {}
    assert "ifc.second_attempt" in codes(model.report.findings)
    same(model, imported(testdata / "ifc" / SMALL))


def test_the_report_reads_in_both_languages_and_is_json(testdata):
    report = imported(testdata / "ifc" / OFFICE).report
    zh, en, both = report.lines("zh"), report.lines("en"), report.lines()
    assert len(zh) == len(en) == len(both)
    assert "99 间" in zh[1]
    assert "99 rooms" in en[1]
    record = json.loads(json.dumps(report.record(), ensure_ascii=False))
    assert {"floors", "rooms", "walls", "doors", "devices"} <= set(record["counts"])
    assert set(record["areas"]) == {"drawn_m2", "file_m2"}
    assert {"severity", "code", "message", "where", "remedy", "zh", "en", "remedy_zh", "remedy_en"} == set(record["findings"][0])
    assert [SEVERITIES.index(item["severity"]) for item in record["findings"]] == sorted(
        SEVERITIES.index(item["severity"]) for item in record["findings"]
    )
