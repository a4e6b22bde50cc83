import numpy as np
import pytest
import shapely

from tests.scenes import E0, N0, Z0, tiny_district
from tests.twin.security.changed import lone_building, snapshot, tables, with_cameras, with_values
from twin.model.errors import DataError, UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot
from twin.security.places import cut
from twin.security.problem import Params, build

ON_A = {"floor_id": "A-F1", "heading_deg": 0.0}


def found(scene, **params):
    problem = build(scene, Params(**{"heights": False, **params}))
    return [(finding.code, finding.row) for finding in problem.findings], {one.camera_id: one.reason for one in problem.skipped}


def test_a_sound_district_has_no_findings():
    assert found(tiny_district()) == ([], {})


@pytest.mark.parametrize(
    ("camera", "code", "reason"),
    [
        ({"x": 3.0, "y": 3.0, "floor_id": "A-F9"}, "security.no_floor", "no_floor"),
        ({"x": 5.95, "y": 13.99, **ON_A, "heading_deg": 90.0}, "security.in_wall", "in_wall"),
        ({"x": 60.0, "y": 3.0, **ON_A}, "security.off_floor", "off_floor"),
        ({"x": 12.0, "y": 7.0}, "security.in_building", "in_building"),
        ({"x": 3.0, "y": 3.0, **ON_A, "hfov_deg": 0.0}, "security.bad_pose", "bad_pose"),
        ({"x": 3.0, "y": 3.0, **ON_A, "range_m": 0.0}, "security.bad_pose", "bad_pose"),
        ({"x": 3.0, "y": 3.0, **ON_A, "heading_deg": np.nan}, "security.bad_pose", "bad_pose"),
        ({"x": 3.0, "y": 3.0, **ON_A, "heading_deg": 400.0}, "security.bad_pose", "bad_pose"),
        ({"x": np.nan, "y": 3.0, **ON_A}, "security.bad_pose", "bad_pose"),
    ],
)
def test_a_camera_that_cannot_see_is_named_and_the_rest_are_kept(camera, code, reason):
    scene = with_cameras({"camera_id": "X", **camera})
    assert found(scene) == ([(code, "X")], {"X": reason})
    assert sorted(one.camera_id for place in build(scene).places for one in place.cameras) == ["K1", "K2", "K3"]


def test_every_wrong_number_of_a_camera_is_named_at_once():
    problem = build(with_cameras({"camera_id": "X", "x": 3.0, "y": 3.0, **ON_A, "hfov_deg": -1.0, "range_m": -1.0}))
    assert [finding.column for finding in problem.findings] == ["hfov_deg", "range_m"]
    assert "hfov_deg" in problem.findings[0].message.zh


def test_a_camera_that_looks_all_round_needs_no_heading():
    assert found(with_cameras({"camera_id": "X", "x": 3.0, "y": 3.0, **ON_A, "heading_deg": np.nan, "hfov_deg": 360.0})) == (
        [],
        {},
    )


def test_cameras_out_of_order_are_left_out_unless_asked_for():
    scene = with_values("camera", "K1", status="faulty")
    assert found(scene)[1] == {"K1": "faulty"}
    assert found(scene, include_faulty=True)[1] == {}
    assert found(with_values("camera", "K2", status="maintenance"))[1] == {"K2": "maintenance"}


def test_a_camera_in_a_toilet_is_reported_and_still_reckoned():
    scene = with_values("room", "B-hall", room_class="toilet")
    assert found(scene) == ([("security.banned_room", "K2")], {})


def test_a_floor_without_rooms_or_walls_says_so():
    frames = tables()
    frames["wall"] = frames["wall"][frames["wall"]["floor_id"] != "B-F1"]
    assert found(snapshot(frames))[0] == [("security.no_walls", "B-F1")]
    frames["room"] = frames["room"][frames["room"]["floor_id"] != "A-F2"]
    assert ("security.no_rooms", "A-F2") in found(snapshot(frames))[0]


def test_ground_that_lies_in_no_cell_is_reported():
    frames = tables()
    frames["cell"].loc["C1", "geometry"] = shapely.MultiPolygon([shapely.box(E0 - 40, N0 - 10, E0 + 60, N0 + 30)])
    problem = build(snapshot(frames))
    (finding,) = problem.findings
    assert (finding.code, finding.row, finding.values["area"]) == ("security.ground_in_no_cell", "S", 1000.0)


def test_cameras_outdoors_without_any_grounds_are_reported():
    frames = tables()
    frames["cell"], frames["site"] = frames["cell"].iloc[:0], frames["site"].iloc[:0]
    assert found(snapshot(frames))[0] == [("security.no_grounds", "")]


def test_a_column_in_a_room_is_not_measured():
    frames = tables()
    column = frames["wall"].loc[["B-wall-0"]].copy()
    column["wall_id"], column["wall_class"] = "B-column", "column"
    column = column.set_geometry([shapely.MultiPolygon([shapely.box(E0 + 4, N0 - 36, E0 + 5, N0 - 35)])])
    frames["wall"].loc["B-column"] = column.iloc[0]
    hall = next(place for place in build(snapshot(frames)).places if place.floor_id == "B-F1")
    assert shapely.area(hall.tiles).sum() == pytest.approx(19.6 * 9.6 - 1.0)


def test_the_local_zero_is_near_and_in_whole_metres():
    problem = build(tiny_district())
    assert problem.origin == (E0 - 40, N0 - 60)
    assert max(abs(value) for place in problem.places for value in shapely.total_bounds(place.tiles)) < 200
    assert problem.located
    assert not build(lone_building("camera")).located


def test_with_nothing_to_watch_the_question_is_refused():
    with pytest.raises(DataError, match="范围内没有"):
        build(Snapshot({}, None))


@pytest.mark.parametrize("name", ["floors", "buildings", "cells", "outages"])
def test_a_key_that_does_not_exist_is_refused(name):
    with pytest.raises(UnknownKeyError, match="nowhere"):
        build(tiny_district(), Params(**{name: frozenset({"nowhere"})}))


@pytest.mark.parametrize("target", [-0.1, 3.5, float("nan")])
def test_a_target_plane_that_is_no_height_of_a_person_is_refused(target):
    with pytest.raises(UsageError):
        Params(target_z=target)


def test_a_target_plane_above_a_low_wall_lets_the_view_pass():
    scene = with_values("wall", "A-F1-wall-2", z_high=Z0 + 1.2)
    low, high = (next(p for p in build(scene, Params(target_z=z)).places if p.floor_id == "A-F1") for z in (1.0, 1.5))
    assert high.passed_over == low.passed_over + 1


def test_bodies_are_cut_out_of_zones_however_the_building_is_turned():
    rng = np.random.default_rng(1)
    for _ in range(60):
        turn = rng.uniform(0.0, 3.0)
        way = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])

        def boxes(count, way=way):
            low, size = rng.integers(0, 10, (count, 2)), rng.integers(1, 5, (count, 2))
            return shapely.transform(shapely.box(*low.T, *(low + size).T), lambda points: points @ way.T)

        zones, bodies = boxes(rng.integers(1, 12)), boxes(rng.integers(1, 8))
        expected = shapely.area(shapely.difference(zones, shapely.union_all(bodies)))
        assert shapely.area(cut(zones, bodies)) == pytest.approx(expected, abs=1e-5)
