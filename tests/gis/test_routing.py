import dataclasses
import sys

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString

from gis.engine import CchEngine, ScipyEngine, make_engine
from gis.faults import GisError
from gis.roads import Vehicle, road_table
from gis.routing import Router
from gis.ways import draw, stages
from tests.gis.road_oracle import Oracle, random_spots
from tests.gis.road_scenes import CROSS, ONE, REAL, cross, real_network, table_of

ENGINES = ["scipy", "cch"]


def spots(router, *points):
    return router.snap(np.array(points, dtype=float))


def keys(router, way):
    return [str(router.table.keys[router.network.row[at]]) for at in way.directions]


@pytest.mark.parametrize("engine", ENGINES)
class TestOnACross:
    def test_from_arm_to_arm_takes_the_parts_and_no_more(self, engine):
        router = Router(cross(), engine=engine)
        way = router.route(*spots(router, (0, 40), (30, 0)))
        assert (keys(router, way), way.ms) == (["n", "e"], 7_000)

    def test_on_one_road_it_stays_there_either_way(self, engine):
        router = Router(cross(), engine=engine)
        for start, end in [(20, 70), (70, 20)]:
            way = router.route(*spots(router, (0, start), (0, end)))
            assert (keys(router, way), way.ms) == (["n"], 5_000)

    def test_where_one_stands_already_the_way_has_no_length(self, engine):
        router = Router(cross(), engine=engine)
        way = router.route(*spots(router, (0, 20), (0, 20)))
        assert (way.ms, draw(router.table, stages(router.table, router.network, way)).length) == (0, 0.0)

    def test_against_a_one_way_road_it_goes_round(self, engine):
        ring = {"n": (0.0, 100.0), "c": (0.0, 0.0), "e": (100.0, 0.0)}
        router = Router(table_of(ring, {"up": ("c", "n", ONE), "down": ("n", "e"), "back": ("e", "c")}), engine=engine)
        way = router.route(*spots(router, (0, 60), (0, 40)))
        assert keys(router, way) == ["up", "down", "back", "up"]
        assert way.ms == 4_000 + round(np.hypot(100, 100) * 100) + 10_000 + 4_000

    def test_a_banned_turn_is_driven_round_by_a_dead_end(self, engine):
        router = Router(cross(bans=[("n", "c", "e")]), engine=engine)
        way = router.route(*spots(router, (0, 40), (30, 0)))
        assert keys(router, way) in (["n", "s", "s", "e"], ["n", "w", "w", "e"])
        assert way.ms == 4_000 + 20_000 + 3_000

    def test_of_equally_fast_ways_the_first_by_key_is_taken(self, engine):
        router = Router(cross(bans=[("n", "c", "e")]), engine=engine)
        assert keys(router, router.route(*spots(router, (0, 40), (30, 0)))) == ["n", "s", "s", "e"]

    def test_what_cannot_be_reached_has_no_way(self, engine):
        far = {"far": ("x", "y", {"geometry": LineString([(500, 500), (600, 500)])})}
        router = Router(table_of(CROSS | {"x": (500, 500), "y": (600, 500)}, {"n": ("c", "n"), **far}), engine=engine)
        start, end = spots(router, (0, 10), (550, 500))
        assert router.route(start, end) is None
        assert router.matrix([start, end], [start, end]).tolist() == [[0, -1], [-1, 0]]

    def test_a_closed_or_low_road_is_no_road(self, engine):
        table = cross(n={"height_limit": 3.0})
        router = Router(table, Vehicle(height=3.5), engine=engine)
        assert {table.keys[spot.positions[0].row] for spot in spots(router, (5, 50), (0, 90))} == {"e"}
        with pytest.raises(GisError, match=r"roads\.none"):
            Router(cross(**{name: {"access": "no"} for name in "news"}), engine=engine)


def test_a_point_at_a_junction_meets_every_road_of_it():
    router = Router(cross(), engine="scipy")
    spot = spots(router, (0, 0))[0]
    assert len(spot.positions) == 4
    way = router.route(spot, spots(router, (0, -30))[0])
    assert (keys(router, way), way.ms) == (["s"], 3_000)


def test_a_street_held_as_two_rows_is_left_in_either_direction():
    line = LineString([(0, 0), (0, 100)])
    roads = {"n1": ("c", "n", ONE | {"geometry": line}), "n2": ("n", "c", ONE | {"geometry": line.reverse()}), "e": ("c", "e")}
    router = Router(table_of(CROSS, roads), engine="scipy")
    way = router.route(*spots(router, (2, 40), (30, 0)))
    assert (keys(router, way), way.ms) == (["n2", "e"], 7_000)


def test_the_drawn_way_begins_and_ends_where_it_should_and_is_as_long_as_its_stages():
    router = Router(cross(), engine="scipy")
    way = router.route(*spots(router, (5, 40), (30, -5)))
    told = stages(router.table, router.network, way)
    line = draw(router.table, told)
    assert list(line.coords) == [(0.0, 40.0), (0.0, 0.0), (30.0, 0.0)]
    assert [stage.length for stage in told] == [40.0, 30.0]
    assert [stage.ms for stage in told] == [4_000, 3_000]


def test_reach_is_every_direction_whose_end_is_near_enough():
    router = Router(cross(), engine="cch")
    spent = router.reach(spots(router, (0, 40))[0], 15_000)
    ends = {
        (router.table.keys[router.network.row[at]], bool(router.network.forward[at])): int(ms)
        for at, ms in enumerate(spent)
        if ms >= 0
    }
    assert ends == {("n", True): 6_000, ("n", False): 4_000, ("e", True): 14_000, ("s", True): 14_000, ("w", True): 14_000}


def test_auto_takes_the_hierarchy_where_it_is_installed_and_scipy_where_not(monkeypatch):
    network = Router(cross(), engine="scipy").network
    assert isinstance(make_engine(network), CchEngine)
    monkeypatch.setattr("gis.engine.find_spec", lambda _: None)
    assert isinstance(make_engine(network), ScipyEngine)
    monkeypatch.setitem(sys.modules, "routingkit_cch", None)
    with pytest.raises(ImportError):
        make_engine(network, "cch")


def _grid(draw_):
    """Draw a town of 4 x 4 crossings with random streets missing, one-way, slow or banned."""
    nodes = {f"{x}{y}": (100.0 * x, 100.0 * y + 7.0 * (x % 2)) for x in range(4) for y in range(4)}
    pairs = [(f"{x}{y}", f"{x + 1}{y}") for x in range(3) for y in range(4)] + [
        (f"{x}{y}", f"{x}{y + 1}") for x in range(4) for y in range(3)
    ]
    roads = {}
    for start, end in pairs:
        kind = draw_(st.sampled_from(["none", "two", "two", "there", "back"]))
        speed = {"speed_kmh": float(draw_(st.sampled_from([10, 30, 36, 50]))), "oneway": kind != "two"}
        if kind != "none":
            roads[f"{start}-{end}"] = (start, end, speed) if kind != "back" else (end, start, speed)
    roads = roads or {"00-10": ("00", "10")}
    names = sorted(roads)
    bans = draw_(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(sorted(nodes)), st.sampled_from(names)), max_size=12))
    return table_of(nodes, roads, bans)


POINT = st.tuples(st.floats(-20, 320), st.floats(-20, 330))


@given(data=st.data())
def test_in_random_towns_both_engines_find_the_times_of_networkx_and_the_same_ways(data):
    table = _grid(data.draw)
    oracle, routers = Oracle(table), [Router(table, engine=engine) for engine in ENGINES]
    places = routers[0].snap(np.array(data.draw(st.lists(POINT, min_size=2, max_size=5))))
    due = [[oracle.time(start, end) for end in places] for start in places]
    for router in routers:
        assert router.matrix(places, places).tolist() == due
        assert router.one_to_many(places[0], places).tolist() == due[0]
    for row, start in enumerate(places):
        for column, end in enumerate(places):
            one, other = (router.route(start, end) for router in routers)
            assert one == other
            assert (-1 if one is None else one.ms) == due[row][column]
            if one is not None:
                told = stages(table, routers[0].network, one)
                assert sum(stage.ms for stage in told) == one.ms
                assert draw(table, told).length == pytest.approx(sum(stage.length for stage in told), abs=1e-6)


@given(data=st.data(), place=POINT, limit=st.integers(0, 60_000))
@settings(max_examples=20)
def test_reach_agrees_with_the_times_to_the_ends_of_roads(data, place, limit):
    router = Router(_grid(data.draw), engine="scipy")
    start = router.snap(np.array([place]))[0]
    spent = router.reach(start, limit)
    every = router.reach(start, 10**9)
    assert (spent == np.where((every >= 0) & (every <= limit), every, -1)).all()


@given(data=st.data(), shift=st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5)))
@settings(max_examples=20)
def test_a_town_moved_elsewhere_takes_the_same_times(data, shift):
    table = _grid(data.draw)
    lines = np.array([shapely.transform(line, lambda points: points + np.array(shift)) for line in table.lines], dtype=object)
    router, moved = Router(table, engine="scipy"), Router(dataclasses.replace(table, lines=lines), engine="scipy")
    points = np.array(data.draw(st.lists(POINT, min_size=2, max_size=3)))
    here, there = router.snap(points), moved.snap(points + np.array(shift))
    for one, other in zip(here, there, strict=True):
        if [at.row for at in one.positions] != [at.row for at in other.positions]:
            return  # as near to two streets as rounding can tell
    assert np.abs(router.matrix(here, here) - moved.matrix(there, there)).max() <= 2


@pytest.mark.parametrize("name", REAL)
def test_on_real_roads_both_engines_find_the_times_of_networkx(testdata, name):
    roads, bans = real_network(testdata / "roads", name)
    table = road_table(roads, bans)
    oracle, routers = Oracle(table), [Router(table, engine=engine) for engine in ENGINES]
    count = 25
    places = random_spots(routers[0], 2 * count, seed=7)
    due = [oracle.time(start, end) for start, end in zip(places[:count], places[count:], strict=True)]
    assert sum(time > 0 for time in due) > count / 2
    for router in routers:
        found = [router.route(start, end) for start, end in zip(places[:count], places[count:], strict=True)]
        assert [-1 if way is None else way.ms for way in found] == due
    assert routers[0].matrix(places[:8], places).tolist() == routers[1].matrix(places[:8], places).tolist()


def test_a_high_vehicle_drives_round_the_low_roads_of_sao_paulo(testdata):
    roads, bans = real_network(testdata / "roads", "osm/saopaulo.osm.pbf")
    table = road_table(roads, bans)
    lorry = Vehicle(height=4.5)
    oracle, router, car = Oracle(table, lorry), Router(table, lorry, engine="cch"), Router(table, engine="scipy")
    places = random_spots(router, 40, seed=3)
    ways = [router.route(start, end) for start, end in zip(places[:20], places[20:], strict=True)]
    assert [-1 if way is None else way.ms for way in ways] == [
        oracle.time(a, b) for a, b in zip(places[:20], places[20:], strict=True)
    ]
    driven = {int(router.network.row[at]) for way in ways if way for at in way.directions}
    assert not (table.height_limit[sorted(driven)] < 4.5).any()
    free = car.matrix(places[:20], places[20:]).diagonal()
    slower = [way.ms - fast for way, fast in zip(ways, free, strict=True) if way]
    assert min(slower) >= 0
    assert max(slower) > 0
