"""Rooms have a number, a name, a drawn area beside the stated one, and are told where they overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from bim_import.areas import area_differences, stated_area, volume_differences
from bim_import.elements import Element
from bim_import.names import number_and_name
from bim_import.spaces import build_rooms, overlaps
from tests.bim_import.models import codes
from tests.bim_import.prisms import Builder, plans
from twin.model.words import say


def space(**more):
    return Element(1, "K", "IfcSpace", "space", **more)


@pytest.mark.parametrize(
    ("name", "long_name", "expected"),
    [
        ("203", "OPEN OFFICE", ("203", "OPEN OFFICE")),
        ("001", "Besprechungsraum I", ("001", "Besprechungsraum I")),
        ("1 - Living room", "Living room", ("1", "Living room")),
        ("Empfang", "Space_1", ("", "Empfang")),
        ("living room", "living room", ("", "living room")),
        ("UF_Living3", "", ("", "UF_Living3")),
        ("203", "", ("203", "")),
        ("A-101", "", ("A-101", "")),
        ("1单元", "办公室", ("1单元", "办公室")),
        ("", "走廊", ("", "走廊")),
        ("", "", ("", "")),
    ],
)
def test_number_and_name_are_told_apart(name, long_name, expected):
    assert number_and_name(space(name=name, long_name=long_name)) == expected


@pytest.mark.parametrize(
    ("psets", "expected"),
    [
        ({"Qto_SpaceBaseQuantities": {"NetFloorArea": 10, "GrossFloorArea": 12}}, (10, "Qto_SpaceBaseQuantities.NetFloorArea")),
        ({"BaseQuantities": {"GrossFloorArea": 12}, "Other": {"NetArea": 11}}, (11, "Other.NetArea")),
        ({"BaseQuantities": {"NetFloorArea": 0.0, "GrossFloorArea": 12}}, (12, "BaseQuantities.GrossFloorArea")),
        ({"PSet_Revit_Dimensions": {"Area": 9, "Perimeter": 5}}, (9, "PSet_Revit_Dimensions.Area")),
        ({"Dimensions": {"Area": 9}, "GSA Space Areas": {"GSA BIM Area": 8}}, (9, "Dimensions.Area")),
        ({"尺寸标注": {"面积": 20}}, (20, "尺寸标注.面积")),
        ({"房间": {"使用面积": 18, "建筑面积": 20}}, (18, "房间.使用面积")),
        ({"?": {"horizontal area": 7}}, (7, "?.horizontal area")),
        ({"Pset_SpaceCommon": {"NetPlannedArea": 6}}, (6, "Pset_SpaceCommon.NetPlannedArea")),
        ({"BaseQuantities": {"NetFloorArea": "ten", "NetWallArea": 40}}, (None, "")),
        ({"X": {"NetFloorArea": True}}, (None, "")),
        ({}, (None, "")),
    ],
)
def test_the_stated_area_is_the_best_the_file_has_and_names_its_rule(psets, expected):
    assert stated_area(space(psets=psets), 1.0) == expected


def test_a_stated_area_in_square_feet_becomes_square_metres():
    area, _ = stated_area(space(psets={"Dimensions": {"Area": 1568.53520616763}}), 0.3048**2)
    assert area == pytest.approx(145.722, abs=5e-4)


def rooms_of(*shapes, stated=(), floors=1):
    build = Builder()
    storeys = [build.storey(3.0 * floor) for floor in range(floors)]
    for place, shape in enumerate(shapes):
        area = dict(enumerate(stated)).get(place)
        psets = {"BaseQuantities": {"NetFloorArea": area}} if area else {}
        floor = place % floors
        build.add("space", shape, 3.0 * floor, 3.0 * floor + 2.8, storey=storeys[floor], name=str(100 + place), psets=psets)
    return build_rooms(build.scene())


@given(plans())
def test_the_drawn_area_is_that_of_the_outline(plan):
    rooms, findings = rooms_of(plan)
    assert findings == []
    assert rooms.rows[0]["area_m2"] == rooms.rows[0]["geometry"].area == pytest.approx(plan.area, abs=1e-3 * plan.length)
    assert rooms.rows[0]["height"] == pytest.approx(2.8)
    assert rooms.rows[0]["area_file_m2"] is None


@pytest.mark.parametrize(
    ("stated", "told"), [(10.0, False), (10.15, False), (9.85, False), (10.3, True), (9.5, True), (20.0, True)]
)
def test_areas_that_differ_by_over_two_percent_are_told(stated, told):
    rooms, _ = rooms_of(box(0, 0, 5, 2), stated=[stated])
    found = area_differences(rooms)
    assert bool(found) is told
    if told:
        assert found[0].relative == pytest.approx((10 - stated) / stated)


def test_the_greatest_difference_comes_first():
    rooms, _ = rooms_of(box(0, 0, 5, 2), box(9, 0, 14, 2), stated=[11.0, 20.0])
    assert [item.name for item in area_differences(rooms)] == ["101", "100"]


@given(st.floats(-1, 6), st.floats(-1, 4))
def test_two_rooms_overlap_exactly_where_their_rectangles_do(x, y):
    one, other = box(0, 0, 5, 3), box(x, y, x + 5, y + 3)
    shared = one.intersection(other).area
    rooms, _ = rooms_of(one, other)
    found = overlaps(rooms)
    if abs(shared - 0.05) > 0.01:
        assert bool(found) is (shared > 0.05)
    if found:
        assert found[0].area_m2 == pytest.approx(shared, abs=0.01)


def test_rooms_of_different_floors_do_not_overlap():
    rooms, _ = rooms_of(box(0, 0, 5, 3), box(0, 0, 5, 3), floors=2)
    assert overlaps(rooms) == []


def test_a_room_without_a_body_is_told_and_left_out():
    build = Builder()
    floor = build.storey(0.0)
    build.add("space", box(0, 0, 4, 3), 0, 3, storey=floor, name="101")
    build.add("space", None, storey=floor, name="102", long_name="机房")
    rooms, findings = build_rooms(build.scene())
    assert [row["number"] for row in rooms.rows] == ["101"]
    assert codes(findings) == ["ifc.room_without_shape"]
    assert "102 机房" in str(findings[0].message)
    assert list(rooms.dropped) == ["ifc.dropped.no_shape"]
    assert [str(say(reason)) for reason in rooms.dropped]


def test_gross_areas_and_divided_rooms_are_no_rooms():
    build = Builder()
    floor = build.storey(0.0)
    build.add("space", box(0, 0, 10, 10), 0, 3, storey=floor, predefined="GFA")
    whole = build.add("space", box(0, 0, 4, 3), 0, 3, storey=floor)
    part = build.add("space", box(0, 0, 2, 3), 0, 3, storey=floor, whole=whole)
    rooms, _ = build_rooms(build.scene())
    assert rooms.steps.tolist() == [part]
    assert {why: len(keys) for why, keys in rooms.dropped.items()} == {"ifc.dropped.gross_area": 1, "ifc.dropped.divided": 1}


@pytest.mark.parametrize(("stated", "told"), [(28.0, 0), (28.4, 0), (40.0, 1)])
def test_a_volume_that_differs_is_told(stated, told):
    build = Builder()
    floor = build.storey(0.0)
    build.add("space", box(0, 0, 5, 2), 0, 2.8, storey=floor, psets={"Qto_SpaceBaseQuantities": {"NetVolume": stated}})
    rooms, _ = build_rooms(build.scene())
    assert len(volume_differences(rooms)) == told
