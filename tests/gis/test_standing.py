import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gis.standing import stand_clear
from tests.gis.plan_scenes import random_blocks

WALL = shapely.box(0, 0, 10, 0.2)
NORTH, EAST, SOUTH, ROUND = 0.0, 90.0, 180.0, math.nan


def stand(x, y, heading, walls=WALL):
    return stand_clear(np.array([x, y]), heading, walls, 0.05, 0.1)


def test_an_eye_clear_of_walls_stays():
    assert stand(5.0, 0.26, NORTH) == pytest.approx([5.0, 0.26])


def test_an_eye_too_near_steps_back_from_the_wall():
    assert stand(5.0, 0.22, EAST) == pytest.approx([5.0, 0.25], abs=1e-4)


@pytest.mark.parametrize(("heading", "y"), [(NORTH, 0.25), (SOUTH, -0.05)])
def test_an_eye_on_the_line_of_a_wall_comes_out_where_it_looks(heading, y):
    assert stand(5.0, 0.1, heading) == pytest.approx([5.0, y], abs=1e-4)


def test_an_eye_on_a_face_comes_out_on_that_face_even_when_it_looks_along_or_into_it():
    for heading in (NORTH, EAST, SOUTH, ROUND):
        assert stand(5.0, 0.2, heading) == pytest.approx([5.0, 0.25], abs=1e-4)


def test_an_eye_that_would_have_to_pass_through_the_wall_is_inside_it():
    assert stand(5.0, 0.05, NORTH) is None
    assert stand(5.0, 0.05, SOUTH) == pytest.approx([5.0, -0.05], abs=1e-4)


def test_an_eye_deep_in_a_block_is_inside_it():
    assert stand(5.0, 5.0, ROUND, shapely.box(0, 0, 10, 10)) is None


def test_an_eye_in_a_corner_steps_out_of_both_walls():
    walls = shapely.union_all([WALL, shapely.box(0, 0, 0.2, 10)])
    x, y = stand(0.21, 0.21, 45.0, walls)
    assert shapely.distance(shapely.Point(x, y), walls) >= 0.05 - 1e-4


def test_an_eye_in_a_narrow_gap_stays_where_it_is():
    walls = shapely.union_all([WALL, shapely.box(0, 0.26, 10, 1.0)])
    assert stand(5.0, 0.23, EAST, walls) == pytest.approx([5.0, 0.23])


def test_without_walls_an_eye_stays():
    assert stand(1.0, 2.0, ROUND, shapely.Polygon()) == pytest.approx([1.0, 2.0])


@given(st.integers(0, 30), st.floats(0, 30), st.floats(0, 30), st.one_of(st.just(math.nan), st.floats(0, 360)))
def test_any_eye_ends_clear_or_in_a_gap_and_never_far_or_across_a_wall(seed, x, y, heading):
    walls = random_blocks(seed % 5)
    spot = stand(x, y, heading, walls)
    if spot is None:
        assert walls.buffer(1e-3).covers(shapely.Point(x, y))
        return
    moved = math.hypot(spot[0] - x, spot[1] - y)
    assert moved <= 0.15 + 2e-3
    assert shapely.distance(shapely.Point(spot), walls) >= 0.05 * math.cos(math.pi / 64) - 1e-6 or moved == 0.0
    if not walls.covers(shapely.Point(x, y)):
        assert shapely.LineString([(x, y), spot]).intersection(walls).length < 2e-3
