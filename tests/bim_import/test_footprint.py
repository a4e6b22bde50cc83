"""The outline of a body is what it was extruded from, however it is turned, doubled or flipped."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from bim_import.elements import Meshes
from bim_import.footprint import extents, footprints, multipolygon, volumes
from tests.bim_import.prisms import meshes, plans, prism


@given(plans(), st.floats(-5, 5), st.floats(0.5, 10))
def test_a_prism_has_the_outline_and_volume_of_its_plan(plan, low, height):
    body = meshes(prism(plan, low, low + height))
    outline = footprints(body)[0]
    assert outline.symmetric_difference(plan).area < 2e-4 * plan.length
    assert outline.area == pytest.approx(plan.area, abs=2e-4 * plan.length)
    assert volumes(body)[0] == pytest.approx(plan.area * height, rel=1e-9)
    assert [float(z[0]) for z in extents(body)] == pytest.approx([low, low + height])


@given(plans())
def test_flipped_normals_change_nothing(plan):
    vertices, faces = prism(plan, 0, 3)
    flipped = footprints(meshes((vertices, faces[:, ::-1])))[0]
    assert flipped.symmetric_difference(footprints(meshes((vertices, faces)))[0]).area < 1e-3
    assert volumes(meshes((vertices, faces[:, ::-1])))[0] == pytest.approx(plan.area * 3)


@given(st.lists(plans(), min_size=1, max_size=4))
def test_many_bodies_at_once_are_each_as_alone(shapes):
    solids = [prism(shape, 0, 3) for shape in shapes]
    together = footprints(meshes(*solids))
    for outline, solid in zip(together, solids, strict=True):
        assert outline.equals(footprints(meshes(solid))[0])


def test_a_body_far_from_the_origin_keeps_its_volume():
    plan = shapely.affinity.translate(box(0, 0, 5, 4), 409_000, 3_386_000)
    assert volumes(meshes(prism(plan, 500, 503)))[0] == pytest.approx(60, rel=1e-6)


def test_an_open_shell_without_a_bottom_is_projected_whole():
    vertices, faces = prism(box(0, 0, 2, 3), 0, 3)
    corners = vertices[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])[:, 2]
    assert footprints(meshes((vertices, faces[normal >= 0])))[0].area == pytest.approx(6)


def test_an_upright_sheet_has_no_area_and_breaks_nothing():
    vertices, faces = np.array([(0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1)], dtype=float), np.array([(0, 1, 2), (0, 2, 3)])
    assert footprints(meshes((vertices, faces), prism(box(0, 0, 1, 1), 0, 1)))[0].is_empty


def test_no_meshes_are_no_outlines():
    nothing = Meshes.of([])
    assert len(footprints(nothing)) == len(volumes(nothing)) == len(extents(nothing)[0]) == 0


def test_a_room_under_a_roof_has_the_outline_of_its_floor():
    """A gable: floor 6 x 4 m, ridge at 3 m, no upright side walls on the long sides."""
    vertices = np.array([(0, 0, 0), (6, 0, 0), (6, 4, 0), (0, 4, 0), (0, 2, 3), (6, 2, 3)], dtype=float)
    faces = np.array([(0, 2, 1), (0, 3, 2), (0, 1, 5), (0, 5, 4), (2, 3, 4), (2, 4, 5), (0, 4, 3), (1, 2, 5)])
    body = meshes((vertices, faces))
    assert footprints(body)[0].area == pytest.approx(24)
    assert volumes(body)[0] == pytest.approx(36)


@given(plans(), plans())
def test_selecting_meshes_keeps_each_as_it_was(one, other):
    both = meshes(prism(one, 0, 1), prism(other, 0, 2))
    alone = both.select({2})
    assert alone.steps.tolist() == [2]
    assert np.array_equal(alone.vertices, prism(other, 0, 2)[0])
    assert np.array_equal(alone.faces, prism(other, 0, 2)[1])


@pytest.mark.parametrize(
    ("shape", "parts"),
    [
        (Polygon(), 0),
        (box(0, 0, 1, 1), 1),
        (MultiPolygon([box(0, 0, 1, 1), box(2, 0, 2.005, 0.005)]), 1),
        (shapely.GeometryCollection([box(0, 0, 1, 1), shapely.LineString([(0, 0), (5, 5)])]), 1),
        (shapely.LineString([(0, 0), (1, 1)]), 0),
    ],
)
def test_areas_become_one_multipolygon_without_specks(shape, parts):
    found = multipolygon(shape)
    assert found.geom_type == "MultiPolygon"
    assert len(found.geoms) == parts
