"""The quick outline of triangles is the union of triangles, or it is not given."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from bim_import.rings import outlines
from tests.bim_import.prisms import plans

POINT = st.tuples(st.integers(-6, 6), st.integers(-6, 6))


def tiles(plan: Polygon):
    """Cut a polygon into triangles on a grid of millimetres, all turning left."""
    parts = shapely.get_parts(shapely.constrained_delaunay_triangles(shapely.set_precision(plan, 1e-3)))
    rings = [np.array(shapely.orient_polygons(part).exterior.coords)[:3] for part in parts]
    return np.round(np.array(rings) * 1000).astype(np.int64)


def outline(corners):
    return outlines(np.asarray(corners, dtype=np.int64).reshape(-1, 3, 2), np.zeros(len(corners), dtype=np.intp), 1)[0]


@given(plans())
def test_a_tiled_plan_without_holes_has_its_own_outline(plan):
    found = outline(tiles(plan))
    if plan.interiors:
        assert found is None
    else:
        assert found.area == pytest.approx(shapely.set_precision(plan, 1e-3).area * 1e6)
        assert found.symmetric_difference(shapely.transform(plan, lambda points: points * 1000)).area < 2 * plan.length * 1000


@given(st.lists(st.tuples(POINT, POINT, POINT), min_size=1, max_size=6))
def test_any_triangles_give_their_union_or_nothing(triangles):
    corners = [np.array(shapely.orient_polygons(Polygon(t)).exterior.coords)[:3] for t in triangles if Polygon(t).area > 0]
    found = outline(corners) if corners else None
    if found is not None:
        assert found.is_valid
        assert found.equals(shapely.union_all([Polygon(t) for t in corners]))


@pytest.mark.parametrize("kind", ["apart", "touching", "overlapping", "twice", "ring", "turned"])
def test_what_is_no_single_area_is_left_to_the_union(kind):
    one = tiles(box(0, 0, 1, 1))
    others = {
        "apart": tiles(box(2, 0, 3, 1)),
        "touching": tiles(box(1, 1, 2, 2)),
        "overlapping": tiles(box(0.5, 0, 1.5, 1)),
        "twice": one,
        "ring": tiles(box(-2, -2, 3, 3).difference(box(0, 0, 1, 1)).difference(box(-1, -1, -0.5, -0.5))),
        "turned": tiles(box(1, 0, 2, 1))[:, ::-1],
    }
    assert outline(np.concatenate([one, others[kind]])) is None


def test_owners_are_kept_apart():
    corners = np.concatenate([tiles(box(0, 0, 1, 1)), tiles(box(1, 0, 3, 1)), tiles(box(0, 0, 1, 1))])
    found = outlines(corners, np.array([0, 0, 1, 1, 3, 3]), 4)
    assert [None if shape is None else shape.area for shape in found] == [1e6, 2e6, None, 1e6]


def test_no_triangles_are_no_outlines():
    assert outlines(np.zeros((0, 3, 2), dtype=np.int64), np.zeros(0, dtype=np.intp), 2).tolist() == [None, None]
