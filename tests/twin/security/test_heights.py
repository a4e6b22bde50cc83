"""The hand-made district with heights: lintels, low partitions, pictures, levels, and the plan's own check of them."""

import dataclasses
import math

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from tests.scenes import CRS_4544, Z0, area, point, tiny_district
from tests.twin.security.changed import snapshot, tables, with_cameras, with_values
from twin.model.errors import UsageError
from twin.security.ladders import LADDERS
from twin.security.levels import level_shapes
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.solve import solve

LOOKS_DOWN = {"lens": "fixed", "floor_id": "A-F1", "tilt_deg": None, "vfov_deg": None, "width_px": 1920}


def answer(scene, **params):
    problem = build(scene, Params(**params))
    plan = solve(problem)
    assert check(problem, plan) == []
    return plan


def camera(plan, key):
    return next(camera for camera in plan.cameras if camera.camera_id == key)


def row(plan, key):
    return next(row for row in plan.rows if row.key == key)


def test_a_tilted_picture_has_a_near_blind_zone_and_the_check_agrees():
    plan = answer(tiny_district())
    flat = answer(tiny_district(), heights=False)
    for key in ("K1", "K2", "K3"):
        assert camera(plan, key).area_m2 < camera(flat, key).area_m2
    assert plan.record()["basis"] == "heights"
    assert flat.record()["basis"] == "plan"
    foot = 1.8 / math.tan(math.radians(10.0 + 25.0))
    nearest = shapely.distance(camera(plan, "K1").geometry, point(23.6, 7.0))
    assert nearest == pytest.approx(foot, rel=1e-6)


def test_a_lintel_hides_what_lies_far_behind_its_door():
    frames = tables()
    frames["door"]["height"] = 2.0
    frames["door"]["z"] = Z0
    low = snapshot(frames)
    frames["door"]["height"] = None
    unknown = snapshot(frames)
    assert camera(answer(low), "K1").area_m2 < camera(answer(unknown), "K1").area_m2


def partition(height):
    frames = tables()
    body = shapely.MultiPolygon([shapely.box(11.9, 6.2, 12.0, 7.8)])
    moved = shapely.affinity.translate(body, *(point(0, 0).x, point(0, 0).y))
    wall = {
        **frames["wall"].iloc[0].to_dict(), "wall_id": "partition", "floor_id": "A-F1", "building_id": "A",
        "z_low": Z0, "z_high": Z0 + height, "transparent": False, "geometry": moved,
    }  # fmt: skip
    more = gpd.GeoDataFrame(pd.DataFrame([wall]), geometry="geometry", crs=CRS_4544)
    frames["wall"] = gpd.GeoDataFrame(pd.concat([frames["wall"].reset_index(drop=True), more], ignore_index=True), crs=CRS_4544)
    return snapshot(frames)


def test_a_low_partition_throws_a_shadow_that_grows_with_it():
    seen = [row(answer(partition(height)), "A-F1-corridor").covered_m2 for height in (0.9, 1.4, 2.2, 3.5)]
    assert seen == sorted(seen, reverse=True)
    assert seen[0] > seen[1] > seen[2] > seen[3]


def test_glass_hides_when_the_blinds_are_drawn_and_a_closed_door_when_it_is_named():
    frames = tables()
    doors = frames["door"].index[frames["door"]["floor_id"] == "A-F1"]
    opened = answer(snapshot(frames))
    shut = answer(snapshot(frames), closed_doors=frozenset(doors))
    assert row(shut, "A-F1").covered_m2 < row(opened, "A-F1").covered_m2
    assert row(shut, "A-F1").covered_m2 == pytest.approx(row(answer(snapshot(frames), doors_open=False), "A-F1").covered_m2)


def test_levels_are_nested_and_the_finest_is_near():
    plan = answer(tiny_district(), ladder="iec2025")
    levels = [level.px_per_m for level in LADDERS["iec2025"].levels]
    assert levels == sorted(levels)
    for one in plan.rows:
        assert list(one.levels_m2) == sorted(one.levels_m2, reverse=True)
        assert one.levels_m2[0] <= one.covered_m2 + 1e-9
        assert 0.0 <= one.short_m2 <= one.reference_m2 + 1e-9
    for one in plan.cameras:
        assert list(one.bands_m2) == sorted(one.bands_m2, reverse=True)
        assert one.bands_m2[0] <= one.area_m2 + 1e-9


def test_a_band_ends_at_its_depth_in_plan():
    scene = with_cameras({**LOOKS_DOWN, "camera_id": "K9", "x": 0.4, "y": 7.0, "heading_deg": 90.0}, keep=False)
    plan = answer(scene, heights=False)
    levels = [level.px_per_m for level in LADDERS["iec2014"].levels]
    bands = camera(plan, "K9").bands_m2
    depth = 1920 / (2 * 1000.0 * math.tan(math.radians(45.0)))
    assert bands[levels.index(1000.0)] == pytest.approx(depth**2 - (depth - 0.9) ** 2, rel=1e-6)


@pytest.mark.parametrize("value", [0.0, 400.0, -5.0])
def test_a_field_of_view_that_cannot_be_is_named_and_the_rest_is_reckoned(value):
    plan = answer(with_values("camera", "K1", hfov_deg=value))
    assert [(one.camera_id, one.reason) for one in plan.skipped] == [("K1", "bad_pose")]
    assert {one.camera_id for one in plan.cameras} == {"K2", "K3"}


def test_an_unknown_ladder_is_refused():
    with pytest.raises(UsageError):
        Params(ladder="nobody's")


def test_a_wrong_density_or_area_does_not_pass_the_check():
    problem = build(tiny_district())
    plan = solve(problem)
    assert check(problem, plan) == []
    coarse = dataclasses.replace(plan, density=tuple(one * 1.01 for one in plan.density))
    assert check(problem, coarse)
    cameras = tuple(dataclasses.replace(one, area_m2=one.area_m2 * 1.001) for one in plan.cameras)
    assert check(problem, dataclasses.replace(plan, cameras=cameras))


def test_cells_that_overlap_are_named_and_their_ground_counts_once_in_the_total():
    frames = tables()
    wider = shapely.union(frames["cell"].geometry["C1"], shapely.affinity.translate(frames["cell"].geometry["C1"], 0.0, -5.0))
    frames["cell"].loc["C1", "geometry"] = shapely.MultiPolygon([wider])
    plan = answer(snapshot(frames), heights=False)
    assert "security.cells_overlap" in {finding.code for finding in plan.findings}
    (total,) = plan.of("outdoors")
    cells = plan.of("cell")
    assert sum(one.reference_m2 for one in cells) > total.reference_m2 + 1.0
    plain = answer(tiny_district(), heights=False).of("outdoors")[0]
    assert total.reference_m2 == pytest.approx(plain.reference_m2, rel=1e-9)


def test_shapes_of_the_levels_make_up_what_is_seen_at_each():
    plan = answer(tiny_district())
    for floor in ("A-F1", ""):
        shapes = level_shapes(plan, floor)
        told = next(one for one in plan.of("floor", "outdoors") if one.key == floor)
        assert sum(shape.area for _, shape in shapes) == pytest.approx(told.covered_m2, rel=1e-3)
        for number, level in enumerate(LADDERS["iec2014"].levels):
            finer = sum(shape.area for one, shape in shapes if one is not None and one.px_per_m >= level.px_per_m)
            assert finer == pytest.approx(told.levels_m2[number], rel=1e-3, abs=1e-6)
    assert level_shapes(plan, "nowhere") == []


def test_walls_that_cross_without_a_node_hide_what_two_walls_with_one_do():
    frames = tables()
    base = {"building_id": "B", "floor_id": "B-F1", "wall_class": "wall", "z_low": Z0, "z_high": Z0 + 4.0, "transparent": False}
    bodies = [area(4.0, -35.05, 16.0, -34.95), area(9.95, -38.0, 10.05, -31.0)]
    rows = [{**base, "wall_id": f"W-{at}", "geometry": body} for at, body in enumerate(bodies)]

    def seen(*more):
        walls = gpd.GeoDataFrame(pd.DataFrame(list(more)), geometry="geometry", crs=CRS_4544)
        held = {**frames, "wall": gpd.GeoDataFrame(pd.concat([frames["wall"].reset_index(drop=True), walls]), crs=CRS_4544)}
        held["camera"] = with_cameras({"camera_id": "K7", "x": 5.0, "y": -37.0, "heading_deg": 45.0, "floor_id": "B-F1"}).frame(
            "camera"
        )
        return camera(answer(snapshot(held), floors=frozenset({"B-F1"})), "K7").area_m2

    noded = shapely.multipolygons([shapely.union_all(bodies)])
    assert seen(*rows) == pytest.approx(seen({**base, "wall_id": "W", "geometry": noded}), rel=1e-9)
    assert seen(*rows) < seen(rows[0])
