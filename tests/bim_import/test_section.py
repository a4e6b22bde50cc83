"""A body cut at a height shows what stands there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from bim_import.section import is_prism, section
from tests.bim_import.prisms import plans, prism

GABLE = (
    np.array([(0, 0, 0), (6, 0, 0), (6, 4, 0), (0, 4, 0), (0, 2, 3), (6, 2, 3)], dtype=float),
    np.array([(0, 2, 1), (0, 3, 2), (0, 1, 5), (0, 5, 4), (2, 3, 4), (2, 4, 5), (0, 4, 3), (1, 2, 5)]),
)


@given(plans(), st.floats(0.01, 0.99))
def test_a_prism_is_the_same_at_every_height(plan, share):
    cut = section(*prism(plan, 2, 5), 2 + 3 * share)
    assert cut.symmetric_difference(plan).area < 1e-3 * plan.length


@given(st.floats(0.05, 2.95))
def test_a_gable_grows_narrow_as_the_closed_form_says(z):
    assert section(*GABLE, z).area == pytest.approx(6 * 4 * (1 - z / 3), abs=1e-3)


def test_a_plane_through_vertices_is_no_special_case():
    vertices, faces = prism(box(0, 0, 2, 3), 0, 1)
    upper, _ = prism(box(0, 0, 2, 3), 1, 2)
    both = np.concatenate([vertices, upper]), np.concatenate([faces, faces + len(vertices)])
    assert section(*both, 1.0).area == pytest.approx(6)


@pytest.mark.parametrize("z", [-1.0, 3.5, 100.0])
def test_a_plane_beside_the_body_meets_nothing(z):
    assert section(*prism(box(0, 0, 2, 3), 0, 3), z).is_empty


def test_a_ring_keeps_its_hole_and_an_island_in_it():
    ring = box(0, 0, 9, 9).difference(box(1, 1, 8, 8))
    one, other = prism(ring, 0, 3), prism(box(4, 4, 5, 5), 0, 3)
    both = np.concatenate([one[0], other[0]]), np.concatenate([one[1], other[1] + len(one[0])])
    assert section(*both, 1.1).area == pytest.approx(ring.area + 1)


@pytest.mark.parametrize(("volume", "prismatic"), [(6.0, True), (5.9, True), (5.0, False), (7.0, False)])
def test_a_prism_is_known_by_its_volume(volume, prismatic):
    assert is_prism(2.0, 3.0, volume) is prismatic
