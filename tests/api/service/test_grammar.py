"""What people type into the search box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.reading.grammar import Range, understand
from api.reading.lexicon import Lexicon

WORDS = Lexicon(
    buildings={"政务服务中心b座": frozenset({"B"}), "行政主楼": frozenset({"M"}), "甲楼": frozenset({"A"})},
    departments={"发展改革局": frozenset({"D1"}), "财政局": frozenset({"D2"})},
    classes={
        "办公室": "office",
        "会议室": "meeting",
        "meeting room": "meeting",
        "office": "office",
        "toilet": "toilet",
        "会议": "meeting",
    },
)


def sought(q):
    found = understand(q, WORDS)
    return {
        name: getattr(found, name)
        for name in ("buildings", "floors", "departments", "classes", "vacant", "area", "per_person", "heads", "texts")
        if getattr(found, name) not in (None, ())
    } | ({"over": True} if found.over else {})


B, M, OFFICE, MEETING = (frozenset({key}) for key in ("B", "M", "office", "meeting"))


@pytest.mark.parametrize(
    ("q", "meant"),
    [
        ("B座 3层 空置 >30㎡", {"buildings": B, "floors": frozenset({3}), "vacant": True, "area": Range(30, low_in=False)}),
        ("B座三层空置大于30平方米", {"buildings": B, "floors": frozenset({3}), "vacant": True, "area": Range(30, low_in=False)}),
        ("ｂ座　３Ｆ　办公室", {"buildings": B, "floors": frozenset({3}), "classes": OFFICE}),
        (
            "vacant office over 30 m2 in building B, floor 3",
            {"buildings": B, "floors": frozenset({3}), "vacant": True, "classes": OFFICE, "area": Range(30, low_in=False)},
        ),
        ("行政主楼 地下1层", {"buildings": M, "floors": frozenset({-1})}),
        ("负一层", {"floors": frozenset({-1})}),
        ("B1", {"floors": frozenset({-1})}),
        ("B101", {"texts": ("b101",)}),
        ("basement", {"floors": frozenset({-1})}),
        ("十二层", {"floors": frozenset({12})}),
        ("二十一楼", {"floors": frozenset({21})}),
        ("3楼 会议室", {"floors": frozenset({3}), "classes": MEETING}),
        ("面积30-50㎡", {"area": Range(30, 50)}),
        ("30㎡以上 50㎡以下", {"area": Range(30, 50)}),
        ("≥30 <50", {"area": Range(30, 50, high_in=False)}),
        ("at most 20 sqm meeting room", {"area": Range(high=20), "classes": MEETING}),
        ("财政局 超标", {"departments": frozenset({"D2"}), "over": True}),
        ("人均>20", {"per_person": Range(20, low_in=False)}),
        (">=4人", {"heads": Range(4)}),
        ("4人 办公室", {"heads": Range(4, 4), "classes": OFFICE}),
        ("无人", {"heads": Range(0, 0)}),
        ("在用", {"vacant": False}),
        ("208室", {"texts": ("208",)}),
        ("208", {"texts": ("208",)}),
        ("官员 offices", {"texts": ("官员", "offices")}),
        ("C座", {"texts": ("c座",)}),
        ("", {}),
        ("  ,。 ", {}),
    ],
)  # fmt: skip
def test_words_mean_what_people_mean(q, meant):
    assert sought(q) == meant


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_to_its_end(q):
    found = understand(q, WORDS)
    assert all(words.zh and words.en for _, words in found.told)


@given(st.permutations(["b座", "3层", "空置", ">30㎡", "财政局"]), st.sampled_from([" ", "，", "、 "]))
def test_the_order_of_the_words_does_not_matter(parts, between):
    assert sought(between.join(parts)) == sought("b座 3层 空置 >30㎡ 财政局")
