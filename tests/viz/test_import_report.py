"""The printed report and the BCF file say what the JSON says, and names from files stay names."""

import zipfile

import pytest
from defusedxml.ElementTree import fromstring

from viz.bcf import write_bcf
from viz.import_report import import_page, write_import_report

MADE = "2026-11-21T08:00:00Z"
A, B, C = "0KvnSpgGvBtgH8r38iJYat", "1i7BwmRQrBIvGm_bwMFVMP", "31BIUYMxT3cgBoH9YRkd6w"
HOSTILE = "</td><script>alert(1)</script>\x01"


def finding(severity, code, where):
    return {"severity": severity, "code": code, "message": f"{HOSTILE} {code}", "where": where, "remedy": "请改正 / Mend it"}


@pytest.fixture
def record():
    return {
        "path": f"/data/{HOSTILE.replace('/', '_')}.ifc",
        "status": "imported",
        "counts": {"floors": 2, "rooms": 3, "walls": 0, "doors": 1, "devices": 0},
        "areas": {"drawn_m2": 100.5, "file_m2": 104.25},
        "georeference": {
            "method": "none",
            "trusted": False,
            "crs": "",
            "e": 0.0,
            "n": 0.0,
            "z": 0.0,
            "rotation_deg": 0.0,
            "lonlat": None,
        },
        "changes": {"local_room": {"added": 3}},
        "findings": [
            finding("warning", "ifc.rooms_overlap", f"x.ifc · room · {A} · geometry"),
            finding("warning", "ifc.rooms_isolated", "x.ifc · door · room_a_id"),
            finding("error", "ifc.log", "x.ifc"),
            finding("info", "ifc.no_place", "x.ifc"),
            finding("warning", "import.not_placed", f"x.ifc · building · {B}"),
        ],
        "source": {
            "sha256": "00",
            "name": "x.ifc",
            "schema": "IFC4",
            "size": 1000,
            "application": "",
            "project": HOSTILE,
            "project_id": C,
        },
        "report": {
            "area_differences": [
                {"room_id": A, "name": HOSTILE, "drawn_m2": 10.0, "file_m2": 11.0, "basis": "Qto", "relative": -0.0909}
            ],
            "overlaps": [{"room_a": A, "room_b": B, "area_m2": 2.5}],
            "isolated_rooms": [{"room_id": C, "name": HOSTILE}],
            "dropped": [{"ifc_class": "IfcSlab", "count": 4, "why": "只用于三维显示"}],
        },
    }


def test_the_page_tells_counts_areas_findings_and_what_to_do(record):
    page = import_page([record], made=MADE)
    for words in ("100.50 m²", "104.25 m²", "请改正", "IfcSlab", "2.50", "local_room", "不可信", "-9.1"):
        assert words in page
    assert page.count('class="mark warning"') == 3
    assert page.count('class="mark error"') == 1


def test_names_from_files_stay_names_and_nothing_runs(record, tmp_path):
    write_import_report(tmp_path / "report.html", [record], made=MADE)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "http://" not in page
    assert "https://" not in page
    assert "default-src 'none'" in page


def test_a_refused_file_and_a_table_are_reported_too(record):
    refused = {
        **record,
        "status": "refused",
        "georeference": {},
        "changes": {},
        "source": {},
        "report": {},
        "counts": dict.fromkeys(record["counts"], 0),
    }
    page = import_page([refused], made=MADE)
    assert "未导入" in page
    assert "m²</b>" not in page or "100.50" not in page.split("发现")[0]


def test_each_finding_that_asks_for_something_is_a_topic_with_its_elements(record, tmp_path):
    count = write_bcf(tmp_path / "x.bcf", [record], made=MADE, author="tester")
    assert count == 3
    with zipfile.ZipFile(tmp_path / "x.bcf") as archive:
        assert archive.testzip() is None
        assert fromstring(archive.read("bcf.version")).get("VersionId") == "2.1"
        markups = {name: fromstring(archive.read(name)) for name in archive.namelist() if name.endswith("markup.bcf")}
        selections = {}
        for name, markup in markups.items():
            topic = markup.find("Topic")
            assert topic.get("Guid") == name.split("/")[0]
            assert topic.find("CreationDate").text == MADE
            view = name.replace("markup.bcf", "viewpoint.bcfv")
            chosen = (
                [part.get("IfcGuid") for part in fromstring(archive.read(view)).iter("Component")]
                if view in archive.namelist()
                else []
            )
            assert (markup.find("Viewpoints") is not None) == bool(chosen)
            selections[topic.find("Title").text.split()[-1]] = chosen
    assert selections == {"ifc.rooms_overlap": [A, B], "ifc.rooms_isolated": [C], "ifc.log": []}


def test_the_same_findings_are_the_same_topics(record, tmp_path):
    for name in ("one.bcf", "two.bcf"):
        write_bcf(tmp_path / name, [record], made=MADE, author="tester")
    assert (tmp_path / "one.bcf").read_bytes() == (tmp_path / "two.bcf").read_bytes()
