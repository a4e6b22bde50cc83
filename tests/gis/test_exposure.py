import json

import numpy as np
import pytest
import shapely

from gis.exposure import seen_stretches
from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, look
from tests.conftest import ROOT
from tests.gis.plan_scenes import free_eyes, random_blocks, seen_by_hand


def test_the_golden_route_is_seen_for_six_of_its_twenty_metres():
    scenes = json.loads((ROOT / "tests/data/coverage_golden.json").read_text(encoding="utf-8"))["scenes"]
    scene = next(scene for scene in scenes if scene["id"] == "route_exposure")
    camera, expect = scene["cameras"][0], scene["expect"]
    eye = Eyes.aimed(
        np.array([[camera["x"], camera["y"]]], dtype=float), np.zeros(1), np.array([360.0]), np.array([camera["range"]])
    )
    stretches = seen_stretches(
        look(eye, Occluders.of(np.array(scene["walls"], dtype=float))), np.array(expect["route"], dtype=float)
    )
    length = stretches[:, 1] - stretches[:, 0]
    assert length.sum() == pytest.approx(expect["route_length"], rel=1e-9)
    assert length[stretches[:, 2] > 0].sum() == pytest.approx(expect["seen_length"], rel=1e-9)
    assert length[stretches[:, 2] == 0].sum() == pytest.approx(expect["unseen_length"], rel=1e-9)


@pytest.mark.parametrize("seed", range(4))
def test_the_count_of_a_stretch_holds_along_it(seed):
    walls = random_blocks(seed)
    edges, eyes = edges_of(walls), free_eyes(walls, 6, seed)
    way = np.random.default_rng(seed).uniform(0, 30, (5, 2))
    stretches = seen_stretches(look(eyes, Occluders.of(edges)), way)
    line = shapely.LineString(way)
    assert stretches[-1, 1] == pytest.approx(line.length)
    assert stretches[1:, 0] == pytest.approx(stretches[:-1, 1])
    at = np.random.default_rng(seed + 1).uniform(0, line.length, 400)
    row = np.searchsorted(stretches[:, 1], at)
    sure = np.minimum(at - stretches[row, 0], stretches[row, 1] - at) > 1e-6
    points = shapely.get_coordinates(shapely.line_interpolate_point(line, at))
    wanted = np.sum([seen_by_hand(eye, points, edges) for eye in eyes.rows], axis=0)
    assert np.array_equal(stretches[row, 2][sure], wanted[sure])


def test_a_way_without_length_has_no_stretches():
    none = look(Eyes(np.empty((0, 5))), Occluders.of(np.empty((0, 4))))
    assert seen_stretches(none, np.zeros((3, 2))).shape == (0, 3)
