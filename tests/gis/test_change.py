"""What one camera changes, from its surroundings alone, against two reckonings of the whole."""

import numpy as np
import pytest
import shapely

from gis.arrangement import _well_inside, arrange_tiles
from gis.change import change
from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, look
from tests.gis.plan_scenes import eyes_on, office_floor


@pytest.fixture(scope="module")
def floor():
    walls, rooms, whole = office_floor(corridors=2, bays=8)
    return Occluders.of(edges_of(walls)), rooms, eyes_on(whole, 25)


def covered(views, rooms):
    return arrange_tiles(views, rooms).area_by_zone(len(rooms), 1)


@pytest.mark.parametrize("number", [0, 7, 24])
def test_turning_one_camera_changes_what_two_whole_reckonings_say(floor, number):
    walls, rooms, eyes = floor
    rows = eyes.rows.copy()
    rows[number, 2] += 1.1
    before, after = look(eyes, walls), look(Eyes(rows), walls)
    told = change(before, number, look(Eyes(rows[[number]]), walls), rooms)
    wanted = covered(after, rooms) - covered(before, rooms)
    assert told.gained - told.lost == pytest.approx(wanted, abs=1e-6)
    assert np.all(told.gained >= 0)
    assert np.all(told.lost >= 0)
    assert told.alone[0] == pytest.approx(arrange_tiles(before, rooms).loss_by_eye()[number], abs=1e-6)
    assert told.alone[1] == pytest.approx(arrange_tiles(after, rooms).loss_by_eye()[number], abs=1e-6)


def test_a_dark_camera_loses_what_it_alone_saw(floor):
    walls, rooms, eyes = floor
    views = look(eyes, walls)
    for number, lost in enumerate(arrange_tiles(views, rooms).loss_by_eye()[:6]):
        told = change(views, number, None, rooms)
        assert told.lost.sum() == pytest.approx(lost, abs=1e-6)
        assert told.gained.sum() == 0.0


def test_tiles_that_overlap_count_in_each_and_unseen_tiles_are_their_own_faces():
    left, right = shapely.box(0, 0, 10, 10), shapely.box(8, 0, 20, 10)
    nobody = look(Eyes(np.empty((0, 5))), Occluders.of(np.empty((0, 4))))
    assert arrange_tiles(nobody, [left, right]).area_by_zone(2) == pytest.approx([100.0, 120.0])
    apart = arrange_tiles(nobody, [left, shapely.box(10, 0, 20, 10)])
    assert len(apart.faces) == 2
    assert apart.area == pytest.approx(200.0)


def test_the_point_that_speaks_for_a_face_is_not_in_its_tail():
    square, tail = shapely.box(0, 0, 1, 1), shapely.box(0.5, 1, 0.5 + 1e-7, 11)
    face = shapely.union(square, tail)
    assert shapely.distance(shapely.point_on_surface(face), face.boundary) < 1e-6
    (point,) = _well_inside(np.array([face], dtype=object))
    assert shapely.contains(square, point)
    assert shapely.distance(point, face.boundary) > 0.1
