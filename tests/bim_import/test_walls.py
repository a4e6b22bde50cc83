"""Walls are panels with a foot, a top, and an eye that does or does not see through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from bim_import.outlines import floor_outline
from bim_import.walls import build_walls
from tests.bim_import.prisms import Builder, plans, turned

BODY = box(0, 0, 5, 0.2)


def panels(build):
    return build_walls(build.scene(), 1.1)


def one(group, low=0.0, high=3.0, plan=BODY, **more):
    build = Builder()
    floor = build.storey(0.0)
    build.add(group, plan, low, high, storey=floor, **more)
    return panels(build)


@pytest.mark.parametrize(
    ("group", "more", "wall_class", "transparent"),
    [
        ("wall", {}, "wall", False),
        ("wall", {"name": "玻璃隔断"}, "wall", True),
        ("wall", {"type_name": "Basic Wall:Glass Partition"}, "wall", True),
        ("wall", {"type_name": "Storefront"}, "wall", True),
        ("wall", {"name": "Glasgow stone"}, "wall", False),
        ("wall", {"clear": 0.9}, "wall", True),
        ("wall", {"clear": 0.1}, "wall", False),
        ("curtain", {}, "curtain", True),
        ("window", {}, "window", True),
        ("railing", {}, "railing", True),
        ("column", {"name": "glass column"}, "column", False),
        ("plate", {}, "wall", False),
        ("plate", {"name": "玻璃板"}, "curtain", True),
    ],
)
def test_every_kind_of_panel_has_its_class_and_its_transparency(group, more, wall_class, transparent):
    build = Builder()
    floor = build.storey(0.0)
    clear = more.pop("clear", 0.0)
    step = build.add(group, BODY, storey=floor, **more)
    build.parts[-1] = (*build.parts[-1][:3], clear)
    row = panels(build).rows[0]
    assert (row["wall_class"], row["transparent"]) == (wall_class, transparent)
    assert row["wall_id"] == f"K{step}"


@given(plans(), st.floats(-3, 0.5), st.floats(1, 5))
def test_a_wall_is_its_body_in_plan_with_foot_and_top(plan, low, height):
    row = one("wall", low, low + height, plan).rows[0]
    assert row["geometry"].symmetric_difference(plan).area < 1e-3 * plan.length
    assert (row["z_low"], row["z_high"]) == pytest.approx((low, low + height))


def test_an_opening_is_not_cut_out():
    build = Builder()
    floor = build.storey(0.0)
    wall = build.add("wall", BODY, storey=floor)
    build.opening(box(2, -0.1, 3, 0.3), wall)
    assert panels(build).rows[0]["geometry"].area == pytest.approx(BODY.area)


def test_a_window_goes_through_its_whole_wall():
    build = Builder()
    floor = build.storey(0.0)
    wall = build.add("wall", box(0, 0, 5, 0.4), storey=floor)
    window = build.add("window", box(2, 0.1, 3, 0.15), 0.9, 2.1, storey=floor, matrix=turned(0, 2, 0.1))
    build.openings[window] = build.opening(box(2, -0.1, 3, 0.5), wall, 0.9, 2.1)
    row = next(row for row in panels(build).rows if row["wall_class"] == "window")
    assert row["geometry"].symmetric_difference(box(2, 0, 3, 0.4)).area < 1e-6
    assert (row["z_low"], row["z_high"]) == (0.9, 2.1)


def test_a_wall_through_three_storeys_stands_on_each_and_a_low_one_on_its_own_only():
    build = Builder()
    floors = [build.storey(3.0 * floor) for floor in range(4)]
    build.add("wall", BODY, 0, 8, storey=floors[0], key="TALL")
    build.add("wall", BODY, 0, 3.9, storey=floors[0], key="LOW")
    rows = panels(build).rows
    assert [row["wall_id"] for row in rows if row["global_id"] == "TALL"] == ["TALL", "TALL@2", "TALL@3"]
    assert [row["wall_id"] for row in rows if row["global_id"] == "LOW"] == ["LOW"]
    assert len({row["content_hash"] for row in rows}) == 4


def test_a_wall_below_its_own_storey_still_has_its_row():
    assert len(one("wall", -3, -1).rows) == 1


def test_a_curtain_wall_is_drawn_by_its_parts_which_have_no_rows_of_their_own():
    build = Builder()
    floor = build.storey(0.0)
    whole = build.add("curtain", None, storey=floor, key="CURTAIN")
    for place in range(3):
        build.add("plate", box(place, 0, place + 0.95, 0.02), storey=floor, whole=whole)
    build.add("body", box(0, -0.03, 3, 0), storey=floor, whole=whole, ifc_class="IfcMember")
    found = panels(build)
    assert [row["wall_id"] for row in found.rows] == ["CURTAIN"]
    assert found.rows[0]["geometry"].area == pytest.approx(3 * 0.95 * 0.02 + 3 * 0.03, abs=1e-3)
    assert len(found.dropped["ifc.dropped.part"]) == 3


def test_a_plate_that_lies_flat_and_a_wall_without_body_are_accounted_for():
    build = Builder()
    floor = build.storey(0.0)
    build.add("plate", box(0, 0, 2, 2), 0, 0.02, storey=floor)
    build.add("wall", None, storey=floor, key="BARE")
    found = panels(build)
    assert found.rows == []
    assert len(found.dropped["ifc.dropped.lies_flat"]) == 1
    assert [element.key for element in found.without_shape] == ["BARE"]


def test_gaps_of_a_floor_are_closed_and_courtyards_stay_open():
    ring = [box(0, 0, 20, 8), box(0, 12.1, 20, 20), box(0, 8, 8, 12), box(12, 8, 20, 12)]
    outline = floor_outline(ring)
    assert len(outline.geoms) == 1
    assert outline.area == pytest.approx(20 * 20 - 4 * 4.0, abs=0.5)
    assert floor_outline([box(0, 0, 5, 5).difference(box(1, 1, 3, 3))]).area == pytest.approx(25)


def test_a_window_whose_own_body_is_lost_is_told_and_breaks_nothing():
    build = Builder()
    floor = build.storey(0.0)
    wall = build.add("wall", box(0, 0, 6, 0.2), 0, 3, storey=floor)
    hole = build.opening(box(2, 0, 3, 0.2), wall, 0.9, 2.1)
    window = build.add("window", storey=floor, matrix=turned(0, 2, 0.1))
    build.openings[window] = hole
    found = panels(build)
    assert [row["wall_class"] for row in found.rows] == ["wall"]
    assert [element.step for element in found.without_shape] == [window]
