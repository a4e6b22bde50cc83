"""A difference in words: everything named that a person must weigh before accepting it, in one language or both, and as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from shapely import affinity

from bim_import.comparing import Terms, compare
from bim_import.revision import REMOVED, HandEdit, Stranded
from tests.bim_import.models import BLOCK, imported
from tests.bim_import.test_revision import edited, rekeyed


@pytest.fixture(scope="module")
def revision(testdata):
    frames = imported(testdata / "ifc" / BLOCK).frames
    one, two, three, four, five = frames["room"].index[:5]
    held = edited(frames, "room", {one: {"room_class": "archive"}, two: {"name": "手改"}}, [three])
    edits = [
        HandEdit("room", one, "room_class", frames["room"].loc[one, "room_class"]),
        HandEdit("room", two, "name", "旧名"),
        HandEdit("room", three, REMOVED, before=False),
    ]
    new = edited(frames, "room", {four: {"geometry": affinity.translate(frames["room"].geometry[four], 0.5, 0)}}, [five])
    new = rekeyed(new, "t", {"door"})
    found = compare(held, new, edits, Terms(sitting={five: ("财政局 3",)}))
    return replace(found, stranded=(Stranded("meter", "M1", "room_id", five),))


def test_every_kind_of_news_has_its_line(revision):
    text = "\n".join(revision.lines("zh"))
    for told in (
        "仍在使用:财政局 3",
        "M1",
        "保留人工修改",
        "而文件也已由",
        "曾被人工删除",
        "按楼层、名称与形状认出",
        "移动 0.50 m",
    ):
        assert told in text, told
    assert "−" in text


def test_one_language_has_no_word_of_the_other(revision):
    english = "\n".join(revision.lines("en"))
    names = {"手改", "旧名", "财政局"}
    assert not re.findall(r"[\u4e00-\u9fff]+", re.sub("|".join(names), "", english))
    assert len(revision.lines("en")) == len(revision.lines("zh")) == len(revision.lines())


def test_long_lists_are_cut_and_say_so(testdata):
    frames = imported(testdata / "ifc" / BLOCK).frames
    moved = {table: frame.set_geometry(frame.geometry.translate(1.0, 0.0)) for table, frame in frames.items()}
    lines = compare(frames, moved).lines("en")
    assert len(lines) < 40
    assert any(re.search(r"and \d+ more", line) for line in lines)


def test_the_record_is_json_and_counts_what_it_lists(revision):
    record = json.loads(json.dumps(revision.record(), ensure_ascii=False))
    for what in ("added", "gone", "changed", "rekeyed"):
        assert sum(counts[what] for counts in record["counts"].values()) == len(record[what])
    assert record["gone"][0]["used_by"] == ["财政局 3"]
    assert {line["column"] for line in record["hand"]} == {"room_class", "name"}
    assert record["stranded"] == [{"table": "meter", "key": "M1", "column": "room_id", "to": record["gone"][0]["key"]}]
    assert all(line["by_place"] for line in record["rekeyed"])


def test_no_difference_is_one_line(testdata):
    frames = imported(testdata / "ifc" / BLOCK).frames
    assert len(compare(frames, frames).lines()) == 1
