"""The printed report and the BCF file say what the JSON says, and names from files stay names."""

import zipfile

import pytest
from defusedxml.ElementTree import fromstring

from viz.bcf import write_bcf
from viz.import_report import _two, import_page, write_import_report

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
    assert "m²</b>" not in page or "100.50" not in page.split("请模型作者")[0]


@pytest.fixture
def richer(record):
    """Add what an import of a building that is there brings, and elements without bodies of their own."""
    line = {"table": "room", "key": A, "name": "101 局长室", "floor": "F1"}
    record["revisions"] = [
        {
            "building_id": C, "name": "主楼", "empty": False,
            "counts": {"room": {"added": 1, "changed": 1, "gone": 1, "rekeyed": 1, "renewed": 0, "unchanged": 7}},
            "added": [line], "gone": [line | {"used_by": [f"财政局 3 {HOSTILE}"]}],
            "changed": [line | {"columns": {"area_m2": ["10 m²", "12 m²"], "geometry": ["10 m²", "12 m²,移动 0.50 m"]}}],
            "rekeyed": [line | {"before": A, "after": B, "alike": 0.97, "by_place": True}],
            "hand": [line | {"column": "room_class", "before": "office", "held": "archive", "file": "office", "kept": True,
                             "file_changed": False}],
            "removed_by_hand": [line], "stranded": [{"table": "meter", "key": "M1", "column": "room_id", "to": A}],
        }
    ]  # fmt: skip
    record["report"] |= {
        "repaired": [],
        "fallbacks": [{"step": 7, "key": B, "ifc_class": "IfcWall", "name": HOSTILE, "how": "box", "why": "time"}],
        "area_bases": [{"basis": "Qto.NetFloorArea", "rooms": 3, "file_m2": 104.25, "drawn_m2": 100.5, "taken": True}],
        "floors": [{"name": "F1", "number": 1, "elevation": 0.0, "rooms": 3, "drawn_m2": 100.5, "file_m2": 104.25, "doors": 1}],
        "unclassed_rooms": [{"room_id": C, "name": "杂"}],
    }
    record["findings"].append(finding("warning", "ifc.body_box", "x.ifc"))
    return record


def test_a_difference_is_told_with_who_sits_there_and_what_was_edited(richer):
    page = import_page([richer], made=MADE)
    for words in ("主楼", "财政局 3", "12 m²,移动 0.50 m", "使用面积 area_m2", "archive", "保留人工修改", "M1", "97"):
        assert words in page, words
    assert "<script" not in page


def test_the_author_is_asked_for_what_was_found_and_for_nothing_else(richer):
    page = import_page([richer], made=MADE)
    for words in ("提供真实坐标", "补门", "互相重叠", "简化或重建", "看不出用途的房间写明用途"):
        assert words in page, words
    for words in ("重新导出完整", "GlobalId,并在以后", "长度单位", "为房间写入面积"):
        assert words not in page, words


def test_bodies_areas_by_basis_and_floors_have_their_tables(richer):
    page = import_page([richer], made=MADE)
    for words in ("外包盒", "超过单件时限", "Qto.NetFloorArea", "-3.6", "各层"):
        assert words in page, words


def test_an_element_without_a_body_of_its_own_is_selected_in_its_topic(richer, tmp_path):
    write_bcf(tmp_path / "x.bcf", [richer], made=MADE, author="tester")
    with zipfile.ZipFile(tmp_path / "x.bcf") as archive:
        chosen = [
            [part.get("IfcGuid") for part in fromstring(archive.read(name)).iter("Component")]
            for name in archive.namelist()
            if name.endswith("viewpoint.bcfv")
        ]
    assert [B] in chosen


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一 / one", ("一", "one")),
        ("a / b 与 c / a / b and c", ("a / b 与 c", "a / b and c")),
        ("只有一句", ("只有一句",)),
        ("<b> / <b>", ("&lt;b&gt;", "&lt;b&gt;")),
        ("甲 / 乙 / x", ("甲 / 乙 / x",)),
    ],
)
def test_the_two_languages_are_parted_in_the_middle(text, parts):
    shown = str(_two(text))
    assert shown == (f'{parts[0]}<br><span class="en" lang="en">{parts[1]}</span>' if len(parts) == 2 else parts[0])


def test_many_findings_of_one_kind_are_told_by_the_first_and_a_count(record):
    record["findings"] += [finding("warning", "ifc.rooms_overlap", f"x.ifc · room · {A}") for _ in range(9)]
    page = import_page([record], made=MADE)
    assert page.count("ifc.rooms_overlap") == 3
    assert "另有 7 条同类" in page


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
