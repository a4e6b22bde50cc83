import datetime as dt
import math
from functools import cache

import networkx as nx
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from gis.faults import GisError
from gis.matching import MatchParams, match
from gis.roads import road_table
from gis.routing import Router
from gis.ways import draw, stages
from tests.gis.road_scenes import CROSS, ONE, cross, real_network, table_of

PARAMS = MatchParams()


def lattice(size=4, side=100.0, oneway=(), bans=()):
    """A grid of streets; those in `oneway` lead east or north only."""
    nodes = {f"{x}{y}": (x * side, y * side) for x in range(size) for y in range(size)}
    roads = {}
    for x in range(size):
        for y in range(size):
            for ahead in ((x + 1, y), (x, y + 1)):
                if max(ahead) < size:
                    key = f"{x}{y}-{ahead[0]}{ahead[1]}"
                    roads[key] = (f"{x}{y}", f"{ahead[0]}{ahead[1]}", ONE if key in oneway else {})
    return table_of(nodes, roads, bans)


GRID = Router(lattice(oneway={"11-21", "12-13", "02-12"}, bans=[("01-11", "11", "11-12")]), engine="scipy")


@cache
def ways_by_networkx(router):
    """Metres from the end of every direction to the end of every other."""
    graph, network = nx.DiGraph(), router.network
    for start in range(len(network.row)):
        for after in network.after(start):
            graph.add_edge(start, int(after), metres=float(network.length[after]))
    return dict(nx.all_pairs_dijkstra_path_length(graph, weight="metres"))


def places_near(router, point, radius):
    """Give every direction within reach of a fix, metres along it and metres away."""
    for at in range(len(router.network.row)):
        line = router.table.lines[router.network.row[at]]
        if line.distance(point) <= radius:
            drawn = line.project(point)
            yield at, drawn if router.network.forward[at] else line.length - drawn, line.distance(point)


def driven(router, start, end, params):
    """Metres from one place to another, infinite where there is no way."""
    (one, behind, _), (at, along, _) = start, end
    if one == at and along >= behind - 3 * params.sigma_m:
        return abs(along - behind)
    if one == at:
        return math.inf
    length = router.network.length
    return ways_by_networkx(router).get(one, {}).get(at, math.inf) + length[one] - behind + along - length[at]


def slow(router, points, params):
    """Do what `match` does state by state, with networkx for the ways; gives the best score there is."""
    scores, last = None, None
    for point in shapely.points(points):
        found = []
        for place in places_near(router, point, params.radius_m):
            best = 0.0 if scores is None else -math.inf
            for before, score in scores or ():
                straight, metres = last.distance(point), driven(router, before, place, params)
                if metres <= min(
                    params.detour * straight + params.spare_m, max(10 * params.fastest_ms, straight + params.radius_m)
                ):
                    best = max(best, score - abs(metres - straight) / params.slack_m)
            found.append((place, best - 0.5 * (place[2] / params.sigma_m) ** 2))
        scores, last = found, point
    return max(score for _, score in scores)


def score_of(found, points, params):
    """Judge an answer: how likely is what it says."""
    straight = np.hypot(*np.diff(points, axis=0).T)
    between = np.abs(found.pieces[0].metres - straight) / params.slack_m
    return -0.5 * float(((found.away / params.sigma_m) ** 2).sum()) - float(between.sum())


DECIMETRES = st.integers(-150, 3150).map(lambda number: number / 10)


@given(st.lists(st.tuples(DECIMETRES, DECIMETRES), min_size=2, max_size=5))
def test_it_is_the_likeliest_way_that_a_plain_search_finds(fixes):
    points = np.array(fixes)
    params = MatchParams(candidates=99, radius_m=60.0)
    found = match(GRID, points, np.arange(len(points)) * 10.0, params)
    best = slow(GRID, points, params)
    if len(found.pieces) > 1:
        assert best == -math.inf
    else:
        assert score_of(found, points, params) == pytest.approx(best, abs=1e-6)


@given(st.lists(st.sampled_from([(0, 1), (1, 0), (0, -1), (-1, 0)]), min_size=3, max_size=9), st.sampled_from([5.0, 20.0, 35.0]))
def test_fixes_on_a_way_give_back_that_way(steps, spacing):
    router = Router(lattice(), engine="scipy")
    nodes = [(1, 1)]
    for step in steps:
        ahead = (nodes[-1][0] + step[0], nodes[-1][1] + step[1])
        if min(ahead) >= 0 and max(ahead) <= 3 and (len(nodes) < 2 or ahead != nodes[-2]):
            nodes.append(ahead)
    if len(nodes) < 3:
        return
    line = shapely.LineString(np.array(nodes) * 100.0)
    along = np.arange(10.0, line.length, spacing)
    points = shapely.get_coordinates(shapely.line_interpolate_point(line, along))
    found = match(router, points, along / 10.0)
    assert len(found.pieces) == 1
    assert found.pieces[0].length == pytest.approx(along[-1] - along[0])
    drawn = draw(router.table, stages(router.table, router.network, found.pieces[0].way))
    assert drawn.length == pytest.approx(along[-1] - along[0])
    assert drawn.hausdorff_distance(shapely.ops.substring(line, along[0], along[-1])) < 1e-6


def test_a_fix_with_no_road_near_is_left_out_and_the_way_goes_on():
    points = np.array([[-50.0, 1.0], [-40.0, 400.0], [50.0, -1.0]])
    found = match(Router(cross(), engine="scipy"), points, np.array([0.0, 10.0, 20.0]))
    assert found.row.tolist()[1] == -1
    assert np.isnan(found.points[1]).all()
    assert [piece.fixes.tolist() for piece in found.pieces] == [[0, 2]]
    assert found.pieces[0].length == pytest.approx(100.0)
    assert found.pieces[0].way.ms == 10_000


def test_where_the_network_has_no_way_a_new_piece_begins():
    nodes = CROSS | {"a": (0.0, 300.0), "b": (100.0, 300.0)}
    roads = {name: ("c", name) for name in "news"} | {"island": ("a", "b")}
    points = np.array([[-50.0, 0.0], [50.0, 0.0], [20.0, 300.0], [80.0, 300.0]])
    found = match(Router(table_of(nodes, roads), engine="scipy"), points, np.arange(4) * 10.0)
    assert [piece.fixes.tolist() for piece in found.pieces] == [[0, 1], [2, 3]]


@pytest.mark.parametrize("refused", [cross(bans=[("w", "c", "n")]), cross(w=ONE)], ids=["turn ban", "one-way street"])
def test_nobody_is_matched_against_a_turn_ban_or_a_one_way_street(refused):
    points, seconds = np.array([[-60.0, 2.0], [-10.0, 1.0], [1.0, 20.0], [0.0, 70.0]]), np.arange(4) * 5.0
    assert match(Router(cross(), engine="scipy"), points, seconds).pieces[0].length == pytest.approx(130.0)
    found = match(Router(refused, engine="scipy"), points, seconds)
    assert len(found.pieces) > 1 or found.pieces[0].length > 200.0


def test_a_track_of_nothing_and_one_of_a_single_fix():
    router = Router(cross(), engine="scipy")
    assert match(router, np.empty((0, 2)), np.empty(0)).pieces == ()
    assert match(router, np.array([[900.0, 900.0]]), np.zeros(1)).pieces == ()
    lone = match(router, np.array([[30.0, 4.0]]), np.zeros(1))
    assert lone.points.tolist() == [[30.0, 0.0]]
    assert lone.pieces[0].length == 0
    assert lone.pieces[0].way.ms == 0


@pytest.mark.parametrize(
    ("points", "seconds", "code"),
    [
        (np.zeros((3, 2)), np.zeros(2), "matching.shape"),
        (np.array([[0.0, math.nan]]), np.zeros(1), "matching.nan"),
        (np.zeros((2, 2)), np.array([1.0, 0.0]), "matching.time"),
    ],
)
def test_a_track_that_is_none_is_named(points, seconds, code):
    with pytest.raises(GisError) as caught:
        match(Router(cross(), engine="scipy"), points, seconds)
    assert caught.value.code == code


def taxis(testdata, crs):
    """Give the taxi traces on Jinan's roads: times in seconds and positions in metres, those without a position left out."""
    tracks = []
    to_metres = Transformer.from_crs(4326, crs, always_xy=True)
    for line in (testdata / "roads" / "jinan" / "trajectories_2017-09-01.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            tracks.append([])
        elif "None" not in (cells := line.split(","))[4:6]:
            moment = dt.datetime.strptime(cells[0], "%Y/%m/%d %H:%M:%S").replace(tzinfo=dt.UTC).timestamp()
            tracks[-1].append((moment, *to_metres.transform(float(cells[5]), float(cells[4]))))
    return [np.array(sorted(track)) for track in tracks]


def test_taxis_are_found_again_under_noise(testdata):
    roads, bans = real_network(testdata / "roads", "jinan/edges.shp")
    router = Router(road_table(roads, bans), engine="scipy")
    noise = np.random.default_rng(1)
    errors, plain = [], []
    for track in taxis(testdata, roads.crs)[:8]:
        seconds, true = track[:, 0], track[:, 1:]
        plain.append(np.hypot(*(match(router, true, seconds).points - true).T))
        found = match(router, true + noise.normal(0.0, 11.0, true.shape), seconds, PARAMS)
        errors.append(np.hypot(*(found.points - true).T))
    assert np.mean(np.concatenate(plain) < 1.0) > 0.97
    off = np.concatenate(errors)
    along_the_road_alone = 11.0 * 0.6745
    assert along_the_road_alone < np.median(off) < 1.25 * along_the_road_alone
    assert np.percentile(off, 90) < 2 * 11.0
