"""Views in plan against closed forms, a slow test of every line of sight, and the laws of seeing; heights: test_heights."""

import json
import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, joined, look
from gis.warm import warm
from tests.conftest import ROOT
from tests.gis.plan_scenes import eyes_on, free_eyes, office_floor, random_blocks, seen_by_hand

HEIGHTS = {"frustum_ground", "low_wall_shadow", "door_lintel", "dori_depth"}
GOLDEN = {
    scene["id"]: scene
    for scene in json.loads((ROOT / "tests/data/coverage_golden.json").read_text(encoding="utf-8"))["scenes"]
    if scene["id"] not in HEIGHTS
}
SINGLE = [name for name, scene in GOLDEN.items() if len(scene["cameras"]) == 1 and "visible" in scene["expect"]]
UNLIMITED = 500.0


def golden_edges(scene):
    return edges_of(shapely.multilinestrings([[(x1, y1), (x2, y2)] for x1, y1, x2, y2 in scene["walls"]]))


def golden_eyes(scene):
    """Azimuths of the scenes run anticlockwise from +x."""
    cameras = scene["cameras"]
    return Eyes.aimed(
        np.array([(camera["x"], camera["y"]) for camera in cameras], dtype=float),
        np.array([90.0 - (camera["azimuth_deg"] or 0.0) for camera in cameras]),
        np.array([camera["hfov_deg"] for camera in cameras]),
        np.array([camera["range"] or UNLIMITED for camera in cameras]),
    )


def seen_matrix(views, points):
    seen = np.zeros((len(points), len(views)), dtype=bool)
    pairs = views.seeing(points)
    seen[pairs[:, 0], pairs[:, 1]] = True
    return seen


def test_the_plain_plans_of_the_golden_scenes_are_all_here():
    assert len(GOLDEN) == 11
    assert len(SINGLE) == 9


@pytest.mark.parametrize("name", SINGLE)
def test_a_golden_view_has_its_closed_area(name):
    scene = GOLDEN[name]
    views = look(golden_eyes(scene), Occluders.of(golden_edges(scene)))
    assert views.areas[0] == pytest.approx(scene["expect"]["visible"], rel=1e-9)
    drawn = views.polygons()[0]
    assert drawn.is_valid
    assert drawn.area == pytest.approx(scene["expect"]["visible"], rel=6e-5)


@pytest.mark.parametrize("seed", range(8))
def test_ten_thousand_points_are_seen_as_the_slow_test_says(seed):
    walls = random_blocks(seed)
    edges, eyes = edges_of(walls), free_eyes(walls, 8, seed)
    views = look(eyes, Occluders.of(edges))
    points = np.random.default_rng(seed + 100).uniform(-3, 33, (10_000, 2))
    found = seen_matrix(views, points)
    drawn = views.polygons()
    assert shapely.is_valid(drawn).all()
    for number, block in enumerate(np.array_split(np.arange(len(points)), len(eyes.rows))):
        wanted = seen_by_hand(eyes.rows[number], points[block], edges)
        wrong = block[wanted != found[block, number]]
        near = shapely.distance(drawn[number].boundary, shapely.points(points[wrong]))
        assert not np.any(near > 1e-9)
        spots = shapely.points(points[block])
        sure = shapely.distance(drawn[number].boundary, spots) > 2e-3 + eyes.rows[number, 4] * (1 - math.cos(math.radians(0.5)))
        assert np.array_equal(shapely.contains(drawn[number], spots)[sure], wanted[sure])


def test_every_view_of_a_large_floor_is_drawn_valid_and_a_little_small():
    walls, _, floor = office_floor()
    eyes = eyes_on(floor, 600)
    views = look(eyes, Occluders.of(edges_of(walls)))
    drawn = views.polygons()
    assert shapely.is_valid(drawn).all()
    areas = shapely.area(drawn)
    assert np.all(np.abs(areas - views.areas) <= 6e-5 * views.areas + 1e-6 * shapely.length(drawn))
    assert np.all(shapely.area(shapely.difference(drawn, shapely.buffer(floor, 0.3))) < 1e-6)


def test_a_view_is_the_same_after_any_turn_and_shift():
    walls = random_blocks(3)
    eyes = free_eyes(walls, 20, 3)
    plain = look(eyes, Occluders.of(edges_of(walls))).areas
    for turn, east, north in ((33.0, 0.0, 0.0), (90.0, -250.0, 40.0), (211.5, 1200.0, 900.0)):
        angle = math.radians(turn)
        matrix = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        edges = (edges_of(walls).reshape(-1, 2) @ matrix.T + (east, north)).reshape(-1, 4)
        rows = eyes.rows.copy()
        rows[:, :2] = rows[:, :2] @ matrix.T + (east, north)
        rows[:, 2] += np.where(rows[:, 3] < 2 * math.pi, angle, 0.0)
        assert look(Eyes(rows), Occluders.of(edges)).areas == pytest.approx(plain, rel=1e-9, abs=1e-9)


def test_a_farther_reach_and_a_wider_wedge_never_see_less():
    walls = random_blocks(4)
    occluders, eyes = Occluders.of(edges_of(walls)), free_eyes(walls, 20, 4)
    plain = look(eyes, occluders).areas
    farther, wider = eyes.rows.copy(), eyes.rows.copy()
    farther[:, 4] *= 1.3
    wider[:, 3] = np.minimum(wider[:, 3] * 1.2, 2 * math.pi)
    assert np.all(look(Eyes(farther), occluders).areas >= plain - 1e-9)
    assert np.all(look(Eyes(wider), occluders).areas >= plain - 1e-9)


def test_one_more_wall_never_shows_more():
    walls = random_blocks(5)
    eyes = free_eyes(walls, 30, 5)
    fewer = Occluders.of(edges_of(shapely.get_parts(walls)[0]))
    assert np.all(look(eyes, Occluders.of(edges_of(walls))).areas <= look(eyes, fewer).areas + 1e-9)


def test_seeing_is_mutual():
    walls = random_blocks(6)
    spots = free_eyes(walls, 60, 6).rows[:, :2]
    eyes = Eyes.aimed(spots, np.zeros(len(spots)), np.full(len(spots), 360.0), np.full(len(spots), 100.0))
    seen = seen_matrix(look(eyes, Occluders.of(edges_of(walls))), spots)
    assert np.array_equal(seen, seen.T)
    assert 0 < seen.sum() < seen.size


def test_two_halves_of_a_wedge_see_what_the_whole_sees():
    walls = random_blocks(7)
    occluders, eyes = Occluders.of(edges_of(walls)), free_eyes(walls, 30, 7)
    first, second = eyes.rows.copy(), eyes.rows.copy()
    first[:, 3] /= 2
    second[:, 3] /= 2
    second[:, 2] += second[:, 3]
    halves = look(Eyes(first), occluders).areas + look(Eyes(second), occluders).areas
    assert halves == pytest.approx(look(eyes, occluders).areas, rel=1e-9, abs=1e-9)


def test_an_edge_that_crosses_the_start_of_the_wedge_hides_on_both_sides():
    ring = Occluders.of(edges_of(shapely.box(-1, -1, 1, 1)))
    for start in np.linspace(-7.0, 7.0, 29):
        views = look(Eyes(np.array([[0.0, 0.0, start, 2 * math.pi, 9.0], [0.2, 0.1, start, 6.0, 9.0]])), ring)
        assert views.areas[0] == pytest.approx(4.0, rel=1e-12)
        assert views.areas[1] < 4.0


def test_an_edge_that_points_at_the_eye_hides_nothing():
    views = look(Eyes(np.array([[0.0, 0.0, -1.0, 2.0, 5.0]])), Occluders.of(np.array([[1.0, 0.0, 3.0, 0.0]])))
    assert views.areas[0] == pytest.approx(25.0, rel=1e-12)


def test_with_no_edges_a_view_is_its_sector():
    eyes = Eyes.aimed(np.array([[1e3, -2e3]]), np.array([45.0]), np.array([120.0]), np.array([7.0]))
    views = look(eyes, Occluders.of(np.empty((0, 4))))
    assert views.areas[0] == pytest.approx(49.0 * math.pi / 3.0, rel=1e-12)
    assert shapely.contains_xy(views.polygons()[0], 1e3 + 3.0, -2e3 + 3.0)


def test_views_among_different_walls_can_be_joined():
    walls, other = random_blocks(8), random_blocks(9)
    both = shapely.union_all([walls, other])
    eyes = free_eyes(both, 6, 8)
    parts = [look(eyes, Occluders.of(edges_of(shape))) for shape in (walls, other)]
    whole = joined(parts)
    assert np.array_equal(whole.areas, np.concatenate([part.areas for part in parts]))
    points = np.random.default_rng(8).uniform(0, 30, (500, 2))
    assert np.array_equal(seen_matrix(whole, points), np.hstack([seen_matrix(part, points) for part in parts]))


@pytest.mark.parametrize(
    "row", [(0, 0, 0, 0.0, 1), (0, 0, 0, 7.0, 1), (0, 0, 0, 1.0, 0), (0, 0, 0, 1.0, math.inf), (math.nan, 0, 0, 1, 1)]
)
def test_an_eye_that_means_nothing_is_refused(row):
    with pytest.raises(ValueError, match="eyes need"):
        Eyes(np.array([row], dtype=float))


def test_eyes_of_another_shape_are_refused():
    with pytest.raises(ValueError, match="shape"):
        Eyes(np.zeros((3, 4)))


lengths = st.floats(0.3, 12.0)
rooms = st.lists(st.tuples(st.floats(0, 20), st.floats(0, 20), lengths, lengths, st.floats(0, 180)), min_size=1, max_size=12)


@given(rooms, st.floats(-1, 21), st.floats(-1, 21), st.floats(0, 360), st.floats(1, 360), st.floats(0.5, 40))
def test_any_view_agrees_with_its_drawing_and_with_the_slow_test(blocks, x, y, heading, hfov, reach):
    walls = shapely.union_all(
        [shapely.affinity.rotate(shapely.box(left, low, left + w, low + h / 8), turn) for left, low, w, h, turn in blocks],
        grid_size=1e-6,
    )
    eye = Eyes.aimed(np.array([[x, y]]), np.array([heading]), np.array([hfov]), np.array([reach]))
    if shapely.distance(shapely.Point(x, y), walls) < 1e-3:
        return
    edges = edges_of(walls)
    views = look(eye, Occluders.of(edges))
    drawn = views.polygons()[0]
    assert drawn.is_valid
    assert abs(drawn.area - views.areas[0]) <= 6e-5 * views.areas[0] + 2e-6 * (drawn.length + 1.0)
    points = np.random.default_rng(0).uniform((x - reach, y - reach), (x + reach, y + reach), (60, 2))
    sure = shapely.distance(drawn.boundary, shapely.points(points)) > 1e-5
    wanted = seen_by_hand(eye.rows[0], points, edges)
    assert np.array_equal(seen_matrix(views, points)[sure, 0], wanted[sure]) or drawn.is_empty


def test_the_kernels_can_be_warmed():
    warm()
