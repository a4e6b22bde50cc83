"""Lists of samples by eye, against the slow test of every line of sight; places where cameras could hang."""

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gis.linework import edges_of
from gis.perches import headings_at, perches
from gis.sampling import grid_points, seen_points, transposed
from gis.visibility import Eyes, Occluders, look
from tests.gis.plan_scenes import free_eyes, random_blocks, seen_by_hand


@given(st.integers(0, 10_000))
@settings(max_examples=8)
def test_each_eye_lists_the_points_that_it_sees(seed):
    walls = random_blocks(seed, count=8)
    edges = edges_of(walls)
    eyes = free_eyes(walls, 6, seed)
    points = np.random.default_rng(seed).uniform(0, 30, (150, 2))
    first, items = seen_points(look(eyes, Occluders.of(edges)), points)
    for number, eye in enumerate(eyes.rows):
        mine = items[first[number] : first[number + 1]]
        assert mine.tolist() == np.flatnonzero(seen_by_hand(eye, points, edges)).tolist()
    back, owners = transposed(first, items, len(points))
    pairs = {(int(point), int(eye)) for eye in range(6) for point in items[first[eye] : first[eye + 1]]}
    assert pairs == {(point, int(eye)) for point in range(len(points)) for eye in owners[back[point] : back[point + 1]]}


def test_samples_keep_clear_of_walls_and_a_narrow_place_has_one():
    shape = shapely.box(0.0, 0.0, 4.0, 2.0)
    points = grid_points(shape, 0.5, 0.1)
    assert len(points) == 8 * 4
    assert shapely.distance(shapely.boundary(shape), shapely.points(points)).min() >= 0.1
    assert len(grid_points(shapely.box(0.3, 0.3, 0.42, 0.42), 0.5, 0.02)) == 1
    assert len(grid_points(shapely.box(0.0, 0.0, 0.03, 4.0), 0.5, 0.02)) == 0
    assert len(grid_points(shapely.Polygon(), 0.5, 0.02)) == 0


def test_cameras_hang_in_corners_and_along_walls_and_do_not_look_into_them():
    room = shapely.difference(shapely.box(0.0, 0.0, 6.0, 4.0), shapely.box(2.0, 1.0, 3.0, 2.0))
    spots, corner = perches(room, 0.1, 2.0)
    assert corner.sum() == 8
    away = shapely.distance(shapely.boundary(room), shapely.points(spots))
    assert np.all((away > 0.1 - 1e-9) & (away < 0.1 * 2**0.5 + 1e-9))
    assert len(np.unique(spots, axis=0)) == len(spots)
    clear = headings_at(spots, room, 4, 0.6)
    low = int(np.flatnonzero(np.all(np.isclose(spots, 0.1), axis=1))[0])
    assert clear[low].tolist() == [True, True, False, False]
    assert perches(shapely.box(0, 0, 0.1, 3.0), 0.1, 1.0)[0].shape == (0, 2)


def test_an_eye_that_sees_nothing_lists_nothing():
    eyes = Eyes(np.array([[1.0, 1.0, 0.0, 1.0, 0.01]]))
    first, items = seen_points(look(eyes, Occluders.of(np.empty((0, 4)))), np.array([[5.0, 5.0]]))
    assert first.tolist() == [0, 0]
    assert len(items) == 0
