import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gis.control import Helmert, fit_helmert
from gis.faults import GisError

SMALL = st.floats(-500.0, 500.0)
TURN = st.floats(-179.0, 179.0)
SCALE = st.floats(0.95, 1.05)
POINTS = np.array([(0.0, 0.0), (60.0, 0.0), (60.0, 25.0), (-5.0, 40.0)])


@given(e=st.floats(2e5, 8e5), n=st.floats(2e6, 5.9e6), turn=TURN, scale=SCALE)
def test_an_exact_transformation_is_found_again(e, n, turn, scale):
    made = Helmert(e, n, turn, scale)
    found = fit_helmert(POINTS, made.move(POINTS))
    assert found.residual < 2e-9
    assert math.isclose(found.e, e, abs_tol=1e-8)
    assert math.isclose(found.n, n, abs_tol=1e-8)
    assert math.isclose(found.scale, scale, abs_tol=1e-9)
    assert abs((found.rotation_deg - turn + 180) % 360 - 180) < 1e-8


@given(turn=TURN, scale=SCALE)
def test_two_points_are_met_within_a_nanometre(turn, scale):
    made = Helmert(1000.0, 2000.0, turn, scale)
    found = fit_helmert(POINTS[:2], made.move(POINTS[:2]))
    assert np.abs(found.move(POINTS) - made.move(POINTS)).max() < 1e-9


def test_the_rotation_is_anticlockwise_from_model_x_to_grid_east():
    placed = Helmert(100.0, 200.0, 90.0).place(shapely.Point(10.0, 0.0))
    assert shapely.get_coordinates(placed)[0] == pytest.approx([100.0, 210.0], abs=1e-9)


def test_the_matrix_does_what_move_does():
    found = Helmert(5.0, -7.0, 33.0, 1.01)
    moved = POINTS @ found.matrix[:, :2].T + found.matrix[:, 2]
    assert np.allclose(moved, found.move(POINTS), atol=1e-12)


@given(noise=st.lists(st.tuples(SMALL, SMALL), min_size=4, max_size=4))
def test_no_other_transformation_near_the_fit_has_smaller_residuals(noise):
    """The sum of squares is a parabola in the four parameters: a step either way along each must not lower it."""
    target = Helmert(0.0, 0.0, 20.0).move(POINTS) + np.array(noise) * 1e-3
    found = fit_helmert(POINTS, target)
    least = sum(residual**2 for residual in found.residuals)
    for name, step in (("e", 1e-3), ("n", 1e-3), ("rotation_deg", 1e-3), ("scale", 1e-4)):
        for sign in (-1.0, 1.0):
            facts = {"e": found.e, "n": found.n, "rotation_deg": found.rotation_deg, "scale": found.scale}
            other = Helmert(**(facts | {name: facts[name] + sign * step}))
            assert ((other.move(POINTS) - target) ** 2).sum() >= least - 1e-12
    assert found.residual == pytest.approx(math.sqrt(least / 4))


def test_a_point_measured_wrong_shows_in_its_residual():
    target = Helmert(4e5, 3.3e6, 12.0).move(POINTS)
    target[2] += [0.5, 0.0]
    found = fit_helmert(POINTS, target)
    assert np.argmax(found.residuals) == 2
    assert found.residual > 0.1


def test_heights_stay_and_missing_geometry_stays_missing():
    placed = Helmert(1.0, 1.0, 0.0).place(np.array([shapely.Point(0, 0, 9), None], dtype=object))
    assert placed[0].z == 9
    assert placed[1] is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (POINTS[:1], POINTS[:1]),
        (np.zeros((3, 2)), POINTS[:3]),
        (POINTS[:3], np.zeros((3, 2))),
        (POINTS, POINTS[:3]),
        (POINTS[:2], np.array([(0.0, np.nan), (1.0, 1.0)])),
        (
            np.array([(-1.0, 0.0), (1.0, 0.0), (0.0, 1.0), (0.0, -1.0)]),
            np.array([(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)]),
        ),
    ],
    ids=["one point", "source in one place", "target in one place", "uneven", "not a number", "mirrored"],
)
def test_points_that_fix_nothing_are_refused(source, target):
    with pytest.raises(GisError, match=r"control\.points"):
        fit_helmert(source, target)
