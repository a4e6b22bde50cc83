"""Packing into centimetres, and back."""

import json

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from viz import pack
from viz.ground import Ground

ZERO = Ground(None, 409_000.0, 3_386_000.0, 500.0)

metres = st.floats(-20_000, 20_000, allow_nan=False)


@given(st.lists(st.tuples(metres, metres), min_size=1, max_size=40))
def test_every_vertex_comes_back_within_half_a_centimetre(points):
    vertices = np.array(points)
    packed = pack.path(vertices)
    assert all(isinstance(step, int) for step in packed)
    assert np.abs(pack.unpack(packed) - vertices).max() <= 0.005 + 1e-9


@given(st.floats(0.05, 500), st.floats(0.05, 500), st.floats(-1000, 1000), st.floats(-1000, 1000), st.floats(0, 90))
def test_a_polygon_with_a_hole_keeps_its_area(width, height, x, y, turn):
    outer = shapely.box(0, 0, width, height)
    hole = shapely.box(width * 0.25, height * 0.25, width * 0.75, height * 0.75)
    shape = shapely.transform(outer.difference(hole), lambda points: points @ _turn(turn) + (ZERO.e + x, ZERO.n + y))
    [rings] = pack.parts(shape, ZERO)
    back = shapely.Polygon(pack.unpack(rings[0]), [pack.unpack(ring) for ring in rings[1:]])
    drift = 0.0075 * (shape.length + 1)
    assert abs(back.area - shape.area) <= drift


def _turn(degrees):
    angle = np.radians(degrees)
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


@pytest.mark.parametrize("nothing", [None, shapely.Point(), shapely.MultiPolygon(), shapely.Point(1, 1)])
def test_what_has_no_extent_gives_no_parts(nothing):
    assert pack.parts(nothing, ZERO) == []


def test_rings_too_small_to_draw_are_left_out():
    speck = shapely.box(ZERO.e, ZERO.n, ZERO.e + 0.001, ZERO.n + 0.001)
    room = shapely.box(ZERO.e, ZERO.n, ZERO.e + 5, ZERO.n + 5)
    assert pack.parts(speck, ZERO) == []
    assert len(pack.parts(room.difference(shapely.box(ZERO.e + 1, ZERO.n + 1, ZERO.e + 1.001, ZERO.n + 1.001)), ZERO)[0]) == 1


def test_lines_and_collections_are_taken_apart():
    line = shapely.LineString([(ZERO.e, ZERO.n), (ZERO.e + 1, ZERO.n)])
    mixed = shapely.GeometryCollection([line, shapely.box(ZERO.e, ZERO.n, ZERO.e + 2, ZERO.n + 1)])
    one, other = pack.parts(mixed, ZERO)
    assert one == [0, 0, 100, 0]
    assert len(other[0]) == 8


def test_a_spot_lies_on_its_shape():
    corner = shapely.Polygon([(0, 0), (10, 0), (10, 1), (1, 1), (1, 10), (0, 10)])
    shape = shapely.transform(corner, lambda points: points + np.array([ZERO.e, ZERO.n]))
    x, y = pack.spot(shape, ZERO)
    assert corner.buffer(0.01).contains(shapely.Point(x / 100, y / 100))
    assert pack.spot(None, ZERO) == []


@given(st.lists(st.one_of(st.none(), st.sampled_from(["办公室", "走廊", "</script>"])), max_size=30))
def test_a_text_column_comes_back_as_it_was(values):
    packed = pack.column(np.array(values, dtype=object))
    back = packed if isinstance(packed, list) else [None if place < 0 else packed["d"][place] for place in packed["v"]]
    assert back == values


def test_numbers_are_short_and_empty_ones_are_null():
    assert pack.column(np.array([1.0, 2.123456789, np.nan])) == [1, 2.1235, None]
    assert pack.column(np.array([True, False])) == [True, False]


def test_repeated_words_are_said_once():
    packed = pack.column(np.array(["走廊"] * 100 + ["办公室"] * 100, dtype=object))
    assert len(json.dumps(packed)) < 1000
