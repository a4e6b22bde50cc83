import json
import math

import numpy as np
import pytest
import shapely

from gis.arrangement import arrange
from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, look
from tests.conftest import ROOT
from tests.gis.plan_scenes import eyes_on, free_eyes, office_floor, random_blocks

DOMES = next(
    scene
    for scene in json.loads((ROOT / "tests/data/coverage_golden.json").read_text(encoding="utf-8"))["scenes"]
    if scene["id"] == "two_domes_k"
)


@pytest.fixture(scope="module")
def office():
    walls, rooms, floor = office_floor(corridors=3, bays=12)
    views = look(eyes_on(floor, 40), Occluders.of(edges_of(walls)))
    return views, rooms, floor, arrange(views, floor, rooms)


def blocks_seen(seed, eyes=10):
    walls = random_blocks(seed)
    reference = shapely.difference(shapely.box(-5, -5, 35, 35), walls)
    return look(free_eyes(walls, eyes, seed), Occluders.of(edges_of(walls))), reference


def test_two_domes_have_their_lens_and_losses_in_closed_form():
    hall = shapely.Polygon(DOMES["region"])
    spots = np.array([(camera["x"], camera["y"]) for camera in DOMES["cameras"]], dtype=float)
    eyes = Eyes.aimed(spots, np.zeros(2), np.full(2, 360.0), np.array([camera["range"] for camera in DOMES["cameras"]]))
    faces = arrange(look(eyes, Occluders.of(edges_of(hall))), hall)
    _, once, twice = faces.area_by_k()
    expect = DOMES["expect"]
    assert once + twice == pytest.approx(expect["visible"], rel=1e-9)
    assert twice == pytest.approx(expect["k2"], rel=1e-9)
    assert faces.loss_by_eye() == pytest.approx(expect["n_minus_1_loss"], rel=1e-9)


def test_faces_fill_the_floor_and_do_not_overlap(office):
    _, _, floor, faces = office
    assert faces.area == pytest.approx(floor.area, rel=1e-12)
    assert shapely.area(shapely.union_all(faces.faces)) == pytest.approx(shapely.area(faces.faces).sum(), rel=1e-12)


def test_covered_ground_is_the_union_of_the_views(office):
    views, _, floor, faces = office
    union = shapely.intersection(shapely.union_all(views.polygons()), floor)
    covered = faces.area_by_k()[1:].sum()
    assert covered == pytest.approx(union.area, rel=1e-4)
    assert covered >= union.area - 1e-4


def test_each_face_lies_in_one_room_and_rooms_add_up(office):
    _, rooms, floor, faces = office
    assert np.array_equal(faces.zones[:, 0], np.arange(len(faces.faces)))
    by_room = faces.area_by_zone(len(rooms))
    assert by_room == pytest.approx(shapely.area(rooms), rel=1e-9)
    parts = faces.area_by_zone(len(rooms), least=1)
    assert parts.sum() == pytest.approx(faces.area_by_k()[1:].sum(), rel=1e-12)
    table = faces.area_by_zone_and_eye(len(rooms))
    assert table.sum(axis=0) == pytest.approx(faces.area_by_eye(), rel=1e-12)
    assert np.all(table.max(axis=1) <= parts + 1e-9)
    assert floor.area == pytest.approx(by_room.sum(), rel=1e-9)


def test_a_face_in_two_overlapping_zones_counts_in_both():
    views, reference = blocks_seen(1)
    left, right = shapely.box(0, 0, 20, 30), shapely.box(10, 0, 30, 30)
    faces = arrange(views, reference, [left, right])
    wanted = [shapely.intersection(zone, reference).area for zone in (left, right)]
    assert faces.area_by_zone(2) == pytest.approx(wanted, rel=1e-9)
    direct = np.zeros((2, len(views)))
    for face, zone in faces.zones:
        direct[zone, faces.seen[faces.seen[:, 0] == face, 1]] += faces.areas[face]
    assert faces.area_by_zone_and_eye(2) == pytest.approx(direct, rel=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_the_set_of_a_face_holds_at_any_point_of_it(seed):
    views, reference = blocks_seen(seed)
    faces = arrange(views, reference)
    points = np.random.default_rng(seed).uniform(-4, 34, (2000, 2))
    spot, face = shapely.STRtree(faces.faces).query(shapely.points(points), predicate="within")
    border = shapely.distance(shapely.boundary(faces.faces[face]), shapely.points(points[spot]))
    sure = border > 1e-2
    table = np.zeros((len(faces.faces), len(views)), dtype=bool)
    table[faces.seen[:, 0], faces.seen[:, 1]] = True
    seen = np.zeros((len(points), len(views)), dtype=bool)
    pairs = views.seeing(points)
    seen[pairs[:, 0], pairs[:, 1]] = True
    assert sure.sum() > 1000
    assert np.array_equal(table[face[sure]], seen[spot[sure]])


@pytest.mark.parametrize("seed", range(5))
def test_areas_do_not_depend_on_how_finely_arcs_are_chopped(seed):
    views, reference = blocks_seen(seed)
    coarse, fine = arrange(views, reference), arrange(views, reference, step=math.radians(0.05))
    assert coarse.area_by_eye() == pytest.approx(fine.area_by_eye(), rel=1e-8, abs=1e-7)
    assert coarse.area_by_k() == pytest.approx(fine.area_by_k(), rel=1e-8, abs=1e-7)
    chopped = np.bincount(coarse.k, shapely.area(coarse.faces))
    assert np.abs(chopped - coarse.area_by_k()).max() > 1e-5, "the chords alone would not do"


@pytest.mark.parametrize("seed", range(5))
def test_what_an_eye_sees_of_open_ground_is_its_closed_area(seed):
    views, _ = blocks_seen(seed)
    reference = shapely.difference(shapely.box(-100, -100, 130, 130), random_blocks(seed))
    assert arrange(views, reference).area_by_eye() == pytest.approx(views.areas, rel=1e-9, abs=1e-8)


def test_one_more_eye_never_uncovers_ground():
    views, reference = blocks_seen(2, eyes=12)
    covered = []
    for count in range(1, 13):
        some = look(Eyes(views.eyes.rows[:count]), Occluders.of(edges_of(random_blocks(2))))
        covered.append(arrange(some, reference).area_by_k()[1:].sum())
    assert np.all(np.diff(covered) >= -1e-9)


def test_two_eyes_in_one_place_share_their_arcs():
    eyes = Eyes.aimed(np.zeros((2, 2)), np.array([0.0, 30.3]), np.array([90.0, 90.0]), np.array([10.0, 10.0]))
    faces = arrange(look(eyes, Occluders.of(np.empty((0, 4)))), shapely.box(-20, -20, 20, 20))
    assert len(faces.faces) <= 6, "free chopping would leave a fringe of some sixty slivers"
    assert faces.area_by_k() == pytest.approx(
        [1600 - 100 * math.radians(60.15), 100 * math.radians(30.3), 50 * math.radians(59.7)], rel=1e-9
    )


def test_without_eyes_all_is_blind():
    none = look(Eyes(np.empty((0, 5))), Occluders.of(np.empty((0, 4))))
    faces = arrange(none, shapely.box(0, 0, 3, 4), [shapely.box(0, 0, 1, 4)])
    assert faces.area_by_k() == pytest.approx([12.0])
    assert faces.area_by_eye().shape == (0,)
    assert faces.area_by_zone(1) == pytest.approx([4.0])
    assert faces.area_by_zone_and_eye(1).shape == (1, 0)
