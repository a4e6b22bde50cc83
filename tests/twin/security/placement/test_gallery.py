"""Guards on vertices: the benchmark's optima, drawn polygons against trying every set, bounds by another test of sight."""

import numpy as np
import shapely
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.twin.security.placement.galleries import benchmark, best_by_trying, corners, least_cover, sees, untangled
from twin.security.placement.gallery import guard, views_of_vertices


def test_every_polygon_of_the_benchmark_is_solved_to_its_proven_optimum(testdata):
    found = {name: (guard(polygon), optimum) for name, polygon, optimum in benchmark(testdata / "coverage")}
    assert len(found) == 36
    assert {name for name, (guards, optimum) in found.items() if not guards.proven or guards.bound != optimum} == set()


def test_another_test_of_sight_needs_as_many_vertices_for_the_same_witnesses_and_finds_no_point_unseen(testdata):
    for name, polygon, _ in benchmark(testdata / "coverage")[::7]:
        guards, vertices = guard(polygon), corners(polygon)
        assert least_cover(sees(polygon, vertices, guards.witnesses)) == guards.bound, name
        low_x, low_y, high_x, high_y = polygon.bounds
        points = np.random.default_rng(5).uniform((low_x, low_y), (high_x, high_y), (600, 2))
        points = points[shapely.contains_xy(polygon, points)]
        assert sees(polygon, vertices[guards.vertices], points).any(axis=0).all(), name


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=5, max_size=9, unique=True))
@settings(max_examples=20)
def test_a_drawn_polygon_is_guarded_by_as_few_vertices_as_trying_every_set_finds(points):
    polygon = untangled(points)
    assume(polygon is not None)
    guards = guard(polygon)
    assert guards.proven
    assert guards.bound == best_by_trying(polygon)


def test_a_polygon_with_a_hole_is_seen_round_it():
    polygon = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (6, 3), (6, 6), (3, 6)]])
    guards = guard(polygon)
    assert guards.proven
    assert guards.bound == best_by_trying(polygon)
    assert guards.dark_m2 < 1e-9


def test_views_are_symmetric_between_vertices():
    polygon = shapely.Polygon([(0, 0), (8, 0), (8, 5), (5, 5), (5, 2), (3, 2), (3, 6), (0, 6)])
    vertices, views = corners(polygon), views_of_vertices(polygon)
    near = shapely.distance(views[:, None], shapely.points(vertices)[None, :]) < 1e-9
    assert np.array_equal(near, near.T)


def test_the_loop_can_be_stopped(testdata):
    polygon = next(polygon for name, polygon, _ in benchmark(testdata / "coverage") if name.endswith("randsimple-20-3.pol"))
    told = []
    guards = guard(polygon, lambda rounds, bound: told.append((rounds, bound)) or True)
    assert told == [(1, guards.bound)]
    assert guards.dark_m2 > 0.0
