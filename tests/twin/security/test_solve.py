"""The figures of the hand-made district, added up by hand in each test."""

import json
import math

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenes import E0, N0, Z0, tiny_district
from tests.twin.security.changed import lone_building, snapshot, tables, with_cameras, with_values
from twin.model.answer import Answer
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.solve import solve

CORRIDOR = 23.8 * 1.8
ROOM = 5.8 * 5.8
FLOOR_A = 8 * ROOM + CORRIDOR
SEEN_OF_CORRIDOR = CORRIDOR - 0.3 * 1.8 - 0.9 * 0.9
"""The camera at x = 23.6 looks west with 90°: behind it lie 0.3 m of corridor, beside it two triangles of 0.9 x 0.9 / 2."""


def answer(scene, **params):
    problem = build(scene, Params(**{"heights": False, **params}))
    plan = solve(problem)
    assert check(problem, plan) == []
    return plan


def row(plan, key, kind="floor"):
    return next(row for row in plan.of(kind) if row.key == key)


def camera(plan, key):
    return next(camera for camera in plan.cameras if camera.camera_id == key)


def seen_through_door_of_104():
    """The view goes past the near jamb (21.5, 6.1) with slope 3/7 and the far jamb (20.5, 5.9) with slope 11/31, to x = 18.1."""
    near, far = 0.9 / 2.1, 1.1 / 3.1
    corners = [(23.6 - 1.1 / near, 5.9), (20.5, 5.9), (18.1, 7 - 5.5 * far), (18.1, 7 - 5.5 * near)]
    return shapely.Polygon(corners).area


def test_the_corridor_camera_sees_the_corridor_and_a_strip_of_the_two_nearest_rooms():
    plan = answer(tiny_district())
    strip = seen_through_door_of_104()
    assert strip == pytest.approx(0.8219, abs=1e-4)
    assert row(plan, "A-F1-corridor", "room").covered_m2 == pytest.approx(SEEN_OF_CORRIDOR, rel=1e-9)
    for room in ("A-F1-104", "A-F1-114"):
        assert row(plan, room, "room").covered_m2 == pytest.approx(strip, rel=1e-9)
    floor = row(plan, "A-F1")
    assert floor.reference_m2 == pytest.approx(FLOOR_A, rel=1e-9)
    assert floor.covered_m2 == pytest.approx(SEEN_OF_CORRIDOR + 2 * strip, rel=1e-9)
    assert floor.percent == pytest.approx(100 * (SEEN_OF_CORRIDOR + 2 * strip) / FLOOR_A, rel=1e-9)


def test_a_cameras_area_counts_the_thresholds_too():
    jambs = [0.5 * 1.0 * 0.9 / 8.1, 0.5 * 1.0 * 0.9 / 14.1, 0.5 * 1.0 * 0.9 / 20.1]
    threshold = 0.5 * (1.0 + 1.0 - (0.2 / (0.9 / 2.1))) * 0.2 + jambs[0] + jambs[1] + jambs[2]
    found = camera(answer(tiny_district()), "K1")
    assert found.area_m2 == pytest.approx(SEEN_OF_CORRIDOR + 2 * (seen_through_door_of_104() + threshold), rel=1e-9)
    assert found.alone_m2 == found.covered_m2


def test_with_doors_closed_it_sees_the_corridor_alone():
    plan = answer(tiny_district(), doors_open=False)
    assert camera(plan, "K1").area_m2 == pytest.approx(SEEN_OF_CORRIDOR, rel=1e-9)
    assert row(plan, "A-F1").covered_m2 == pytest.approx(SEEN_OF_CORRIDOR, rel=1e-9)


def test_the_dome_sees_all_of_its_hall_and_the_threshold_but_not_out_of_the_building():
    plan = answer(tiny_district())
    assert row(plan, "B-F1").percent == pytest.approx(100.0, rel=1e-12)
    assert camera(plan, "K2").area_m2 == pytest.approx(19.6 * 9.6 + 2.0 * 0.2, rel=1e-9)
    assert [part for part in plan.blind if part.floor_id == "B-F1"] == []


def test_the_outdoor_camera_sees_its_sector_and_each_cell_its_share():
    plan = answer(tiny_district())
    assert camera(plan, "K3").area_m2 == pytest.approx(25**2 * math.pi / 4, rel=1e-12)
    north, south = row(plan, "C1", "cell"), row(plan, "C2", "cell")
    assert north.reference_m2 == pytest.approx(100 * 50 - 24.2 * 14.2, rel=1e-9)
    assert south.reference_m2 == pytest.approx(100 * 50 - 20 * 10, rel=1e-9)
    assert south.covered_m2 == pytest.approx(100.0, rel=1e-9), "a right angle's triangle of height 10"
    assert north.covered_m2 == pytest.approx(25**2 * math.pi / 4 - 100.0, rel=1e-9)
    (outdoors,) = plan.of("outdoors")
    assert outdoors.covered_m2 == pytest.approx(north.covered_m2 + south.covered_m2, rel=1e-12)


def test_blind_places_are_ranked_and_say_where_they_are():
    plan = answer(tiny_district())
    assert [part.where.zh for part in plan.blind[:3]] == ["北区 中部", "南区 中部", "甲楼 2层 走廊 全部"]
    assert plan.blind[2].where.en.endswith("all of it")
    east_end = next(part for part in plan.blind if part.zone_id == "A-F1-corridor")
    assert east_end.area_m2 == pytest.approx(0.3 * 1.8 + 0.9 * 0.9, rel=1e-9)
    assert east_end.where.zh == "甲楼 1层 走廊 东部"
    assert shapely.contains_xy(east_end.geometry, E0 + 23.8, N0 + 7.0)
    assert row(plan, "A-F1-corridor", "room").blind == 1


def test_a_second_camera_covers_more_and_shares_what_both_see():
    scene = with_cameras({"camera_id": "K4", "x": 0.4, "y": 7.0, "heading_deg": 90.0, "floor_id": "A-F1"})
    one, two = answer(tiny_district()), answer(scene)
    assert row(two, "A-F1").covered_m2 > row(one, "A-F1").covered_m2
    corridor = row(two, "A-F1-corridor", "room")
    assert corridor.percent == pytest.approx(100.0, rel=1e-9)
    assert corridor.twice_m2 == pytest.approx(CORRIDOR - 2 * (0.3 * 1.8 + 0.9 * 0.9), rel=1e-9)
    assert corridor.cameras == 2
    assert camera(two, "K1").alone_m2 == pytest.approx(row(two, "A-F1").covered_m2 - camera(two, "K4").covered_m2, rel=1e-9)


def test_a_camera_taken_as_dark_takes_its_ground_with_it():
    plan = answer(tiny_district(), outages=frozenset({"K1"}))
    assert row(plan, "A-F1").covered_m2 == 0.0
    assert [(one.camera_id, one.reason) for one in plan.skipped] == [("K1", "outage")]


def test_a_wall_one_can_see_through_hides_nothing():
    walls = [f"A-F1-wall-{number}" for number in (1, 2)]
    frames = tables()
    frames["wall"].loc[walls, "transparent"] = True
    plan = answer(snapshot(frames))
    assert row(plan, "A-F1-104", "room").covered_m2 == pytest.approx(0.5 * 4.4**2, rel=1e-9), (
        "from the 45° line to the next partition"
    )
    assert plan.passed_over == 2


@pytest.mark.parametrize(("high", "blocks"), [(Z0 + 0.9, False), (Z0 + 2.0, False), (Z0 + 2.6, True), (Z0 + 3.6, True)])
def test_a_panel_hides_in_plan_when_it_reaches_from_the_target_plane_to_the_lens(high, blocks):
    plan = answer(with_values("wall", "A-F1-wall-2", z_high=high))
    assert (row(plan, "A-F1-114", "room").covered_m2 < 1.0) == blocks
    assert (plan.passed_over, plan.looked_over) == (int(high < Z0 + 1), int(high == Z0 + 2.0)), "what hides nothing is said"


def test_a_panel_above_the_target_plane_does_not_hide_in_plan():
    plan = answer(with_values("wall", "A-F1-wall-2", z_low=Z0 + 2.2))
    assert row(plan, "A-F1-114", "room").covered_m2 > 1.0


def test_cameras_at_different_heights_meet_different_panels():
    frames = tables()
    frames["wall"].loc["A-F1-wall-2", "z_high"] = Z0 + 2.0
    scene = snapshot(frames)
    high = camera(answer(scene), "K1").area_m2
    frames["camera"].loc["K1", "z"] = Z0 + 1.9
    assert camera(answer(snapshot(frames)), "K1").area_m2 < high


def test_a_camera_on_a_wall_is_moved_into_the_space_it_faces():
    frames = tables()
    frames["camera"].loc["K1", "geometry"] = shapely.Point(E0 + 23.9, N0 + 7.0)
    found = camera(answer(snapshot(frames), doors_open=False), "K1")
    assert found.nudged == pytest.approx(0.05, abs=1e-6)
    assert found.covered_m2 == pytest.approx(CORRIDOR - 0.05 * 1.8 - 0.9 * 0.9, rel=1e-6)


def test_one_building_in_its_own_metres_is_answered_by_itself():
    plan = answer(lone_building("camera"))
    assert row(plan, "B-F1").percent == pytest.approx(100.0)
    assert plan.of("cell", "site", "outdoors") == []
    assert shapely.bounds(plan.views["K2"]) == pytest.approx([0.2, -39.8, 19.8, -30.0], abs=1e-5)


def test_a_building_without_cameras_is_all_blind_and_says_so():
    plan = answer(lone_building())
    assert row(plan, "B-F1").percent == 0.0
    assert [finding.code for finding in plan.findings] == ["security.no_cameras"]
    assert plan.blind[0].where.zh == "乙楼 1层 101 大厅 全部"


def test_figures_do_not_depend_on_where_the_map_lies():
    here, there = answer(lone_building("camera")), answer(tiny_district(), buildings=frozenset({"B"}))
    assert Answer({"rows": [part.record() for part in here.rows]}, {}).result_bytes() == (
        Answer({"rows": [part.record() for part in there.rows]}, {}).result_bytes()
    )


def test_without_cells_the_sites_are_the_grounds():
    frames = tables()
    frames["cell"] = frames["cell"].iloc[:0]
    plan = answer(snapshot(frames))
    (site,) = plan.of("site")
    assert site.reference_m2 == pytest.approx(10_000 - 24.2 * 14.2 - 200, rel=1e-9)
    assert site.blind >= 1
    assert plan.record()["cells"][0]["site_id"] == "S"


def test_a_courtyard_is_ground_and_a_camera_in_it_sees_it():
    frames = tables()
    ring = shapely.MultiPolygon([shapely.difference(shapely.box(30, -50, 50, -30), shapely.box(36, -44, 44, -36))])
    frames["building"].loc["B", "geometry"] = shapely.affinity.translate(ring, E0, N0)
    frames["camera"].loc["K3", ["heading_deg", "hfov_deg", "range_m"]] = [0.0, 360.0, 25.0]
    frames["camera"].loc["K3", "geometry"] = shapely.Point(E0 + 40, N0 - 40)
    assert camera(answer(snapshot(frames)), "K3").covered_m2 == pytest.approx(64.0, rel=1e-9)


def test_only_what_is_asked_for_is_answered():
    plan = answer(tiny_district(), floors=frozenset({"A-F1"}))
    assert [row.key for row in plan.of("floor")] == ["A-F1"]
    assert plan.of("cell") == []
    assert list(plan.views) == ["K1"]
    cells = answer(tiny_district(), cells=frozenset({"C2"}))
    assert [row.key for row in cells.of("cell")] == ["C2"]
    assert list(cells.views) == ["K3"]


def test_the_same_question_gives_the_same_bytes():
    records = [Answer(answer(tiny_district()).record(), {}).result_bytes() for _ in range(2)]
    assert records[0] == records[1]
    assert json.loads(records[0])["basis"] == "plan"


poses = st.tuples(
    st.floats(-1, 25), st.floats(-1, 15), st.floats(0, 360), st.floats(1, 360), st.floats(0.5, 40), st.floats(0.5, 3.4)
)


@settings(max_examples=25)
@given(st.lists(poses, min_size=1, max_size=5), st.booleans())
def test_any_cameras_give_a_sound_plan(found, doors_open):
    cameras = [
        {
            "camera_id": f"X{n}",
            "x": x,
            "y": y,
            "heading_deg": heading,
            "hfov_deg": hfov,
            "range_m": reach,
            "z": Z0 + z,
            "floor_id": "A-F1",
        }
        for n, (x, y, heading, hfov, reach, z) in enumerate(found)
    ]
    plan = answer(with_cameras(*cameras), doors_open=doors_open, floors=frozenset({"A-F1"}))
    assert len(plan.cameras) + len(plan.skipped) == len(cameras) + 1
    assert len(plan.findings) == len(plan.skipped)
