"""Views with heights, frames and masks: closed forms, a slow judge in three dimensions, laws."""

import json
import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gis.aiming import aimed
from gis.arrangement import arrange
from gis.density import density_at, depth_of, limited
from gis.lens import Lens
from gis.linework import edges_of
from gis.relief import Relief
from gis.visibility import Occluders, look
from tests.conftest import ROOT
from tests.gis.height_scenes import low_bodies, scene, seen_in_space, some_lens

SCENES = {
    scene["id"]: scene for scene in json.loads((ROOT / "tests/data/coverage_golden.json").read_text(encoding="utf-8"))["scenes"]
}
VISIBLE = [name for name, scene in SCENES.items() if "visible" in scene["expect"]]
UNLIMITED = 500.0


def golden_lens(camera, target):
    angles = (camera["tilt_deg"], camera["vfov_deg"]) if camera["lens"] == "rectilinear" else (math.nan, math.nan)
    heading = 90.0 - (camera["azimuth_deg"] or 0.0)
    reach = camera["range"] or UNLIMITED
    return Lens(camera["x"], camera["y"], heading, camera["hfov_deg"], reach, camera["z"] - target, *angles)


def golden_views(golden):
    eyes, aim = aimed([golden_lens(camera, golden["target_z"]) for camera in golden["cameras"]])
    lines = [shapely.LineString([wall[:2], wall[2:]]) for wall in golden["walls"]]
    walls = edges_of(shapely.MultiLineString(lines))
    panels = np.array([panel["seg"] for panel in golden["panels"]], dtype=float).reshape(-1, 4)
    low, high = (np.array([panel[end] - golden["target_z"] for panel in golden["panels"]], dtype=float) for end in ("z0", "z1"))
    return look(eyes, Occluders.of(walls), aim, Relief.of_panels(panels, low, high))


def region(golden):
    given_ = golden["region"]
    return shapely.Polygon(given_) if isinstance(given_, list) else shapely.Polygon(given_["outer"], given_.get("holes"))


def views_of(walls, prisms, lenses):
    eyes, aim = aimed(lenses)
    return look(eyes, Occluders.of(edges_of(walls)), aim, Relief.of(*prisms))


def seen_matrix(views, points):
    seen = np.zeros((len(points), len(views)), dtype=bool)
    pairs = views.seeing(points)
    seen[pairs[:, 0], pairs[:, 1]] = True
    return seen


def test_all_fifteen_golden_scenes_are_here():
    assert len(SCENES) == 15
    assert len(VISIBLE) == 13


@pytest.mark.parametrize("name", VISIBLE)
def test_a_golden_scene_has_its_closed_areas(name):
    golden = SCENES[name]
    views, floor = golden_views(golden), region(golden)
    by_k = arrange(views, floor).area_by_k()
    assert by_k[1:].sum() == pytest.approx(golden["expect"]["visible"], rel=1e-9)
    if "blind" in golden["expect"]:
        assert by_k[0] == pytest.approx(golden["expect"]["blind"], rel=1e-9, abs=1e-9)
    drawn = shapely.intersection(shapely.union_all(views.polygons()), floor)
    assert drawn.area == pytest.approx(golden["expect"]["visible"], rel=2e-4)


def test_the_golden_frustum_begins_and_ends_where_it_should():
    golden = SCENES["frustum_ground"]
    low, _, high, _ = golden_views(golden).polygons()[0].bounds
    assert low == pytest.approx(golden["expect"]["near_blind"], rel=1e-6)
    assert high == pytest.approx(golden["expect"]["far_edge"], rel=1e-6)


def test_bands_of_one_density_are_straight_and_have_their_depth_and_area():
    golden = SCENES["dori_depth"]
    (camera,) = golden["cameras"]
    lens = golden_lens(camera, 0.0)
    for name, depth in golden["expect"]["depth"].items():
        density = float(name.rpartition("_")[2])
        assert depth_of(lens, camera["h_pixels"], density) == pytest.approx(depth, rel=1e-9)
        eyes, aim = aimed([limited(lens, camera["h_pixels"], density)])
        area = look(eyes, Occluders.of(np.empty((0, 4))), aim).areas[0]
        assert area == pytest.approx(golden["expect"]["area"].get(name, depth**2), rel=1e-9)
        line = np.array([[depth, side] for side in np.linspace(-0.9 * depth, 0.9 * depth, 5)])
        assert density_at(lens, camera["h_pixels"], line) == pytest.approx(np.full(5, density), rel=1e-9)


@pytest.mark.parametrize("seed", range(10))
def test_points_are_seen_in_space_as_the_slow_judge_says(seed):
    walls, prisms, lenses = scene(seed)
    views = views_of(walls, prisms, lenses)
    points = np.random.default_rng(seed + 50).uniform(-5, 35, (400, 2))
    found, drawn = seen_matrix(views, points), views.polygons()
    assert shapely.is_valid(drawn).all()
    for number, lens in enumerate(lenses):
        wanted = seen_in_space(lens, points, walls, prisms)
        border = shapely.distance(shapely.boundary(drawn[number]), shapely.points(points))
        assert not np.any((wanted != found[:, number]) & ~(border < 1e-6))
        sure = ~(border < 2e-3 + lens.reach * (1 - math.cos(math.radians(0.5))))
        assert np.array_equal(shapely.contains_xy(drawn[number], points)[sure], wanted[sure])


@pytest.mark.parametrize("seed", range(3))
def test_ten_thousand_points_agree_with_the_slow_judge(seed):
    walls, prisms, lenses = scene(seed + 1000, count=2)
    views = views_of(walls, prisms, lenses)
    points = np.random.default_rng(seed).uniform(-2, 32, (10_000, 2))
    found = seen_matrix(views, points)
    half = len(points) // 2
    for number, rows in enumerate((slice(0, half), slice(half, None))):
        wanted = seen_in_space(lenses[number], points[rows], walls, prisms)
        wrong = points[rows][wanted != found[rows, number]]
        border = shapely.boundary(views.polygons()[number])
        assert not np.any(shapely.distance(border, shapely.points(wrong)) > 1e-6)


@given(st.integers(0, 10_000), st.floats(0, 360), st.floats(-2000, 2000), st.floats(-2000, 2000))
@settings(max_examples=25)
def test_views_with_heights_turn_and_shift_with_the_world(seed, turn, east, north):
    walls, (bodies, low, high), lenses = scene(seed, count=4)
    plain = views_of(walls, (bodies, low, high), lenses).areas

    def moved(shape):
        return shapely.affinity.translate(shapely.affinity.rotate(shape, turn, origin=(0, 0)), east, north)

    def move(lens):
        spot = moved(shapely.Point(lens.x, lens.y))
        masks = tuple(shapely.get_coordinates(moved(shapely.Polygon(mask)))[:-1] for mask in lens.masks)
        return replace(lens, x=spot.x, y=spot.y, heading_deg=(lens.heading_deg - turn) % 360.0, masks=masks)

    again = views_of(moved(walls), ([moved(body) for body in bodies], low, high), [move(lens) for lens in lenses]).areas
    assert again == pytest.approx(plain, rel=1e-8, abs=1e-7)


@given(st.integers(0, 10_000))
@settings(max_examples=25)
def test_more_range_fewer_prisms_and_a_wider_picture_never_show_less(seed):
    walls, (bodies, low, high), lenses = scene(seed, count=4)
    plain = views_of(walls, (bodies, low, high), lenses).areas
    fewer = views_of(walls, (bodies[:7], low[:7], high[:7]), lenses).areas
    assert np.all(fewer >= plain - 1e-9)
    lower = views_of(walls, (bodies, low, low + 0.5 * (high - low)), lenses).areas
    assert np.all(lower >= plain - 1e-9)
    farther = views_of(walls, (bodies, low, high), [replace(lens, reach=1.4 * lens.reach) for lens in lenses]).areas
    assert np.all(farther >= plain - 1e-9)
    unmasked = views_of(walls, (bodies, low, high), [replace(lens, masks=()) for lens in lenses]).areas
    assert np.all(unmasked >= plain - 1e-9)


@given(st.integers(0, 10_000))
@settings(max_examples=25)
def test_faces_sum_to_the_floor_and_to_the_views(seed):
    walls, prisms, lenses = scene(seed, count=4)
    floor = shapely.difference(shapely.box(-60, -60, 90, 90), walls)
    views = views_of(walls, prisms, lenses)
    cut = arrange(views, floor)
    assert cut.area == pytest.approx(floor.area, rel=1e-12)
    assert cut.area_by_eye() == pytest.approx(views.areas, rel=2e-6, abs=2e-5)


@given(st.integers(0, 10_000))
@settings(max_examples=20)
def test_seeing_is_mutual_when_both_look_from_the_target_plane(seed):
    rng = np.random.default_rng(seed)
    walls, prisms, _ = scene(seed, count=0)
    spots = rng.uniform(0, 30, (12, 2))
    spots = spots[shapely.distance(shapely.points(spots), walls) > 0.05]
    lenses = [Lens(*spot, math.nan, 360.0, 100.0, 0.0) for spot in spots]
    seen = seen_matrix(views_of(walls, prisms, lenses), spots)
    assert np.array_equal(seen, seen.T)


@given(st.integers(0, 10_000), st.sampled_from([12.5, 25.0, 62.5, 125.0, 250.0, 500.0]))
@settings(max_examples=25)
def test_a_limited_view_is_the_part_of_the_view_with_that_density(seed, density):
    rng = np.random.default_rng(seed)
    prisms = low_bodies(rng)
    lens = replace(some_lens(rng, rng.uniform(0, 30, 2)), masks=())
    views = views_of(shapely.Polygon(), prisms, [lens, limited(lens, 1920, density)])
    points = rng.uniform(-10, 40, (300, 2))
    seen, fine = seen_matrix(views, points), density_at(lens, 1920, points)
    sure = np.abs(fine - density) > 1e-6 * density
    assert np.array_equal(seen[sure, 1], seen[sure, 0] & (fine > density)[sure])


def test_two_views_of_a_face_inside_a_hole_are_drawn_with_their_island():
    ring = shapely.difference(shapely.Point(0, 6).buffer(2.0), shapely.Point(0, 6).buffer(1.0))
    prisms = [ring], np.array([-1.0]), np.array([0.2])
    views = views_of(shapely.Polygon(), prisms, [Lens(0.0, 0.0, math.nan, 360.0, 30.0, 8.0)])
    (drawn,) = views.polygons()
    assert drawn.geom_type == "MultiPolygon"
    assert drawn.area == pytest.approx(views.areas[0], rel=1e-3)
