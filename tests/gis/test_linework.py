import numpy as np
import pytest
import shapely

from gis.linework import edges_of, solid


def test_bodies_that_overlap_become_one_and_gaps_are_cut_out():
    walls = solid(
        [shapely.box(0, 0, 10, 0.2), shapely.box(4, -3, 4.2, 3), None, shapely.Polygon()], [shapely.box(6, -0.1, 7, 0.3)]
    )
    assert walls.area == pytest.approx(2.0 + 6 * 0.2 - 0.04 - 0.2)
    assert len(shapely.get_parts(walls)) == 2


def test_bodies_that_miss_each_other_by_rounding_are_joined():
    parts = solid([shapely.box(0, 0, 5 - 4e-10, 1), shapely.box(5 + 4e-10, 0, 9, 1)])
    assert len(shapely.get_parts(parts)) == 1
    assert len(shapely.get_parts(solid([shapely.box(0, 0, 5 - 4e-10, 1), shapely.box(5 + 4e-10, 0, 9, 1)], grid=0.0))) == 2


def test_a_body_that_crosses_itself_is_repaired():
    assert solid([shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])]).is_valid


def test_no_bodies_give_an_empty_shape():
    assert solid([]).is_empty
    assert edges_of(solid([])).shape == (0, 4)


def test_edges_are_those_of_all_rings_without_straight_joints():
    ring = shapely.Polygon([(0, 0), (2, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (2, 1), (2, 2)]])
    edges = edges_of(ring)
    assert len(edges) == 7
    assert np.hypot(edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]).sum() == pytest.approx(ring.length)


def test_lines_that_cross_are_noded():
    cross = shapely.MultiLineString([[(0, 0), (4, 4)], [(0, 4), (4, 0)]])
    edges = edges_of(cross)
    assert len(edges) == 4
    assert np.sum((edges.reshape(-1, 2) == (2, 2)).all(axis=1)) == 4
