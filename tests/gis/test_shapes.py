import numpy as np
import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, box

from gis.shapes import as_shape, repair

BOW = Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
COORDINATE = st.integers(0, 12)
RINGS = st.lists(st.tuples(COORDINATE, COORDINATE), min_size=4, max_size=9)


def many(*geometries):
    return np.array([*geometries, None], dtype=object)[:-1]


def test_a_bow_becomes_its_two_triangles():
    fixed, changed = repair(many(BOW))
    assert changed.tolist() == [True]
    assert fixed[0].is_valid
    assert fixed[0].area == pytest.approx(2.0)


def test_what_is_valid_and_what_is_no_area_stays_the_same_object():
    given_ = many(box(0, 0, 1, 1), LineString([(0, 0), (1, 1), (0, 0)]), Point(1, 1), None)
    fixed, changed = repair(given_)
    assert not changed.any()
    assert all(one is other for one, other in zip(given_, fixed, strict=True))


def test_an_area_without_area_becomes_empty():
    fixed, changed = repair(many(Polygon([(0, 0), (1, 1), (2, 2), (0, 0)])))
    assert changed[0]
    assert fixed[0].is_empty


def test_two_halves_that_geos_leaves_side_by_side_are_joined():
    ring = Polygon([(0, 1), (0, 0), (1, 1), (1, 0), (0, 0), (1, 1)])
    fixed, _ = repair(many(ring))
    assert fixed[0].equals(box(0, 0, 1, 1))


@given(rings=st.lists(RINGS, min_size=1, max_size=4))
@example(rings=[[(0, 1), (0, 0), (1, 1), (1, 0), (0, 0), (1, 1)]])
def test_repair_gives_valid_areas_within_the_old_hull_and_repeats_itself(rings):
    given_ = many(*map(Polygon, rings))
    fixed, _ = repair(given_)
    again, changed = repair(fixed)
    assert not changed.any()
    for old, new, same in zip(given_, fixed, again, strict=True):
        assert new.is_valid
        assert new.geom_type in {"Polygon", "MultiPolygon"}
        assert new.difference(old.convex_hull.buffer(1e-9)).is_empty
        assert new is same


@pytest.mark.parametrize(
    ("geometry", "shape", "kind"),
    [
        (box(0, 0, 1, 1), "MULTIPOLYGON", "MultiPolygon"),
        (MultiPolygon([box(0, 0, 1, 1), box(2, 2, 3, 3)]), "MULTIPOLYGON", "MultiPolygon"),
        (MultiPoint([(1, 2)]), "POINT", "Point"),
        (MultiLineString([[(0, 0), (1, 0)], [(1, 0), (2, 0)]]), "LINESTRING", "LineString"),
        (shapely.LinearRing([(0, 0), (1, 0), (1, 1)]), "LINESTRING", "LineString"),
    ],
)
def test_geometry_takes_the_shape_of_its_table(geometry, shape, kind):
    fitted, wrong = as_shape(many(geometry), shape)
    assert not wrong[0]
    assert fitted[0].geom_type == kind
    assert fitted[0].length == geometry.length
    assert fitted[0].area == geometry.area


@pytest.mark.parametrize(
    ("geometry", "shape"),
    [
        (Point(0, 0), "MULTIPOLYGON"),
        (box(0, 0, 1, 1), "POINT"),
        (MultiPoint([(0, 0), (1, 1)]), "POINT"),
        (MultiLineString([[(0, 0), (1, 0)], [(5, 0), (6, 0)]]), "LINESTRING"),
        (shapely.GeometryCollection([box(0, 0, 1, 1), Point(0, 0)]), "MULTIPOLYGON"),
    ],
)
def test_geometry_of_another_kind_is_reported_and_not_made_up(geometry, shape):
    fitted, wrong = as_shape(many(geometry, None, Point()), shape)
    assert wrong.tolist() == [True, False, False]
    assert fitted.tolist() == [None, None, None]
