import dataclasses
import datetime as dt
from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gis.alternatives import STRETCH, alternatives, shared
from gis.engine import CchEngine
from gis.faults import GisError
from gis.isochrone import area, isochrone
from gis.roads import Vehicle
from gis.routing import Router
from gis.streets import Streets
from gis.traffic import Closure, Hours, Pace, PlateRule, Traffic, under
from gis.ways import stages
from tests.gis.road_oracle import Oracle
from tests.gis.road_scenes import ONE, cross, table_of
from tests.soak.roads import LORRY, compared

ENGINES = ["scipy", "cch"]
MONDAY, SUNDAY = dt.datetime.fromisoformat("2026-11-23T08:00"), dt.datetime.fromisoformat("2026-11-22T08:00")
WORKDAYS = Hours(frozenset(range(1, 6)), 7 * 60, 9 * 60)
GUEST = Vehicle(guest=True)


@st.composite
def towns(draw):
    """Draw a town of 4 x 4 crossings: streets missing, one-way, slow, low, private or gated, and turns banned."""
    nodes = {f"{x}{y}": (100.0 * x, 100.0 * y + 7.0 * (x % 2)) for x in range(4) for y in range(4)}
    pairs = [(a, b) for a in nodes for b in nodes if a < b and abs(int(a[0]) - int(b[0])) + abs(int(a[1]) - int(b[1])) == 1]
    roads = {}
    for start, end in pairs:
        kind = draw(st.sampled_from(["none", "two", "two", "there", "back"]))
        facts = {
            "speed_kmh": float(draw(st.sampled_from([10, 30, 36, 50]))),
            "oneway": kind != "two",
            "access": draw(st.sampled_from(["public", "public", "private", "gate", "no"])),
            "road_class": draw(st.sampled_from(["primary", "residential"])),
        }
        if kind != "none":
            roads[f"{start}-{end}"] = (start, end, facts) if kind != "back" else (end, start, facts)
    roads["00-10"] = ("00", "10")
    names = st.sampled_from(sorted(roads))
    bans = draw(st.lists(st.tuples(names, st.sampled_from(sorted(nodes)), names), max_size=12))
    return table_of(nodes, roads, bans)


@st.composite
def rules(draw):
    """Draw closures, plates and slow hours, each on and off at the two moments that are asked about."""
    hours = st.sampled_from([Hours(), WORKDAYS, Hours(frozenset({7}))])
    some = st.frozensets(st.sampled_from(["00-01", "01-11", "11-21", "10-20", "20-21"]), min_size=1)
    plate = PlateRule(tuple(frozenset({day}) for day in range(7)), draw(st.just(frozenset()) | some), draw(hours))
    return Traffic(
        closures=tuple(Closure(roads, draw(hours)) for roads in draw(st.lists(some, max_size=2))),
        plates=draw(st.sampled_from([(), (plate,)])),
        paces=draw(st.sampled_from([(), (Pace(0.5, frozenset({"primary"}), draw(hours)),)])),
    )


class Rights:
    """Times by networkx for a guest: in the oracle's graph every way leaves private roads once and enters them once."""

    def __init__(self, table, vehicle):
        plain = Oracle(table, dataclasses.replace(vehicle, guest=False))
        self.plain, self.table = plain, table
        own = {state for state in plain.states if table.access[state[0]] == "private"}
        gone = {state for state in plain.states if vehicle.guest and table.access[state[0]] == "gate"}
        self.graph = nx.DiGraph()
        leaving = {}
        for state in plain.states:
            if state not in gone:
                leaving.setdefault(plain.tail(state), []).append(state)
        phases = (0, 1, 2) if vehicle.guest else (1,)
        for state in plain.states:
            for phase in phases:
                if state in gone or (vehicle.guest and (state in own) != (phase != 1)):
                    continue
                self.graph.add_node((state, phase))
                onward = [
                    (other, self._phase(vehicle, other in own, phase))
                    for other in leaving.get(plain.head(state), [])
                    if (table.keys[state[0]], plain.head(state), table.keys[other[0]]) not in set(table.bans)
                ]
                onward = [(other, then) for other, then in onward if then is not None]
                others = [pair for pair in onward if plain.path(pair[0]) != plain.path(state)[::-1]]
                out = [pair for pair in others if not (vehicle.guest and phase == 1 and pair[1] == 2)]
                kept = others if out else others + [pair for pair in onward if pair not in others]
                for pair in kept:
                    self.graph.add_edge((state, phase), pair, weight=plain.ms[pair[0][0]])

    @staticmethod
    def _phase(vehicle, private, phase):
        if not vehicle.guest:
            return 1
        if not private:
            return 1 if phase in {0, 1} else None
        return {0: 0, 1: 2, 2: 2}[phase]

    def time(self, start, end):
        plain = self.plain
        best = [
            plain.done(state, to.fraction) - plain.done(state, at.fraction)
            for at in start.positions
            for to in end.positions
            for state in plain._senses(at.row)
            if to.row == at.row and (to.fraction == at.fraction or (to.fraction > at.fraction) == state[1])
        ]
        source = {
            (state, phase): plain.ms[at.row] - plain.done(state, at.fraction)
            for at in start.positions
            for state in plain._senses(at.row)
            for phase in (0, 1)
            if (state, phase) in self.graph
        }
        self.graph.add_node("from")
        for node, spent in source.items():
            self.graph.add_edge("from", node, weight=spent)
        reached = nx.single_source_dijkstra_path_length(self.graph, "from")
        self.graph.remove_node("from")
        for to in end.positions:
            for state in plain._senses(to.row):
                for phase in (0, 1, 2):
                    if (state, phase) in self.graph:
                        done = plain.done(state, to.fraction)
                        best += [
                            reached[before] + done for before in self.graph.predecessors((state, phase)) if before in reached
                        ]
        return min(best, default=-1)


POINT = st.tuples(st.floats(-20, 320), st.floats(-20, 330))
VEHICLES = st.builds(Vehicle, guest=st.booleans(), plate=st.sampled_from([None, 0, 6]), electric=st.booleans())


@given(
    table=towns(),
    traffic=rules(),
    vehicle=VEHICLES,
    when=st.sampled_from([None, MONDAY, SUNDAY]),
    points=st.lists(POINT, min_size=2, max_size=4),
)
@settings(max_examples=30)
def test_every_vehicle_at_every_hour_finds_the_times_of_networkx_with_either_engine(table, traffic, vehicle, when, points):
    due = None
    for engine in ENGINES:
        try:
            router = Streets(table, traffic, engine).router(vehicle, when)
        except GisError:
            return
        spots = router.snap(np.array(points))
        if due is None:
            oracle = Rights(under(table, traffic, vehicle, when), vehicle)
            due = [[oracle.time(one, other) for other in spots] for one in spots]
        assert router.matrix(spots, spots).tolist() == due
        for one, other in pairwise(spots):
            way, pair = router.route(one, other), router.pair(one, other)
            assert (-1 if way is None else way.ms) == router.matrix([one], [other])[0, 0]
            assert (way is None) == (pair is None)
            if way:
                lengths = [sum(stage.length for stage in stages(table, router.network, found)) for found in (way, pair)]
                assert way.ms == pair.ms == sum(stage.ms for stage in stages(router.table, router.network, pair))
                assert lengths[0] == pytest.approx(lengths[1], abs=0.1 * len(way.directions))


@given(table=towns(), traffic=rules(), points=st.lists(POINT, min_size=3, max_size=3))
@settings(max_examples=15)
def test_one_hierarchy_weighed_anew_answers_as_one_made_anew(table, traffic, points):
    streets = Streets(table, traffic, "cch")
    for vehicle in (Vehicle(), Vehicle(plate=0), Vehicle()):
        for when in (MONDAY, None, SUNDAY):
            try:
                router = streets.router(vehicle, when)
            except GisError:
                continue
            spots = router.snap(np.array(points))
            alone = Router(under(table, traffic, vehicle, when), vehicle, "cch")
            assert router.matrix(spots, spots).tolist() == alone.matrix(spots, spots).tolist()


def test_a_metric_takes_other_times_in_place():
    table = cross()
    slow = Router(dataclasses.replace(table, ms=table.ms * 3), engine="cch")
    quick = Router(table, engine="cch")
    spots = quick.snap(np.array([(0, 40), (30, 0), (-70, 0)]))
    due = slow.matrix(spots, spots).tolist()
    for tight in (False, True):
        assert isinstance(quick.engine, CchEngine)
        quick.engine.weigh(slow.network, tight=tight)
        anew = Router(slow.table, ready=(slow.network, quick.engine))
        assert anew.matrix(spots, spots).tolist() == due
        quick.engine.weigh(quick.network, tight=tight)


def test_a_guest_drives_round_private_roads_and_into_them():
    nodes = {"a": (0, 0), "b": (100, 0), "c": (200, 0), "d": (100, 300)}
    roads = {
        "west": ("a", "b"),
        "yard": ("b", "c", {"access": "private"}),
        "round": ("b", "d"),
        "over": ("d", "c"),
        "east": ("c", "e"),
    }
    table = table_of(nodes | {"e": (300, 0)}, roads)
    staff, guest = Router(table, engine="cch"), Router(table, GUEST, engine="cch")
    start, yard, end = guest.snap(np.array([(10, 0), (150, 0), (290, 0)]))
    named = [str(table.keys[staff.network.row[at]]) for at in staff.route(start, end).directions]
    assert named == ["west", "yard", "east"]
    assert [str(table.keys[guest.network.row[at]]) for at in guest.route(start, end).directions] == [
        "west",
        "round",
        "over",
        "east",
    ]
    assert guest.route(start, yard).ms == staff.route(start, yard).ms
    assert guest.route(yard, end).ms == staff.route(yard, end).ms


@pytest.mark.parametrize("engine", ENGINES)
def test_the_nearest_few_come_in_order_and_the_other_way_round_too(engine):
    router = Router(cross(e=ONE), engine=engine)
    start, *ends = router.snap(np.array([(0, 40), (0, 90), (30, 0), (80, 0), (-50, 0), (0, 90)]))
    assert router.nearest(start, ends, 3) == [(0, 5_000), (4, 5_000), (1, 7_000)]
    assert [at for at, _ in router.nearest(start, ends, 9, coming=True)] == [0, 4, 3]


@given(table=towns(), point=POINT, limit=st.integers(1_000, 60_000))
@settings(max_examples=25)
def test_a_place_is_in_the_isochrone_if_networkx_comes_there_in_time(table, point, limit):
    try:
        router = Router(table, engine="scipy")
    except GisError:
        return
    start = router.snap(np.array([point]))[0]
    oracle, pieces = Oracle(table), isochrone(router, start, limit)
    for row in range(len(table.keys)):
        if table.access[row] == "no":
            continue
        for fraction in (0.13, 0.5, 0.77):
            at = shapely.line_interpolate_point(table.lines[row], fraction, normalized=True)
            end = router.snap(np.array([(at.x, at.y)]))[0]
            time = oracle.time(start, end)
            within = any(piece.row == row and piece.begin - 1e-4 <= fraction <= piece.finish + 1e-4 for piece in pieces)
            if time < 0 or abs(time - limit) > 2:
                assert within == (0 <= time <= limit)
    ground = area(pieces, 30.0)
    assert all(ground.buffer(0.01).covers(piece.line) for piece in pieces)


@given(table=towns(), points=st.tuples(POINT, POINT))
@settings(max_examples=25)
def test_alternatives_are_ways_of_their_own_and_none_is_slower_than_it_says(table, points):
    try:
        router = Router(table, engine="scipy")
    except GisError:
        return
    start, end = router.snap(np.array(points))
    ways = alternatives(router, start, end)
    best = router.route(start, end)
    assert (best is None) == (ways == [])
    if best:
        assert ways[0].ms == best.ms
    for way in ways:
        assert way.ms <= STRETCH * best.ms
        assert way.ms == sum(stage.ms for stage in stages(table, router.network, way))
        assert all(after in router.network.after(before) for before, after in pairwise(way.directions))
    assert all(shared(router, other, one) <= 0.7 for one, other in pairwise(ways)) or len(ways) < 2


def test_of_two_ways_round_a_block_the_other_is_an_alternative():
    nodes = {"w": (0, 0), "n": (100, 100), "s": (100, -120), "e": (200, 0), "a": (-100, 0), "b": (300, 0)}
    roads = {"in": ("a", "w"), "nw": ("w", "n"), "ne": ("n", "e"), "sw": ("w", "s"), "se": ("s", "e"), "out": ("e", "b")}
    router = Router(table_of(nodes, roads), engine="scipy")
    ways = alternatives(router, *router.snap(np.array([(-90, 0), (290, 0)])))
    named = [[str(router.table.keys[router.network.row[at]]) for at in way.directions] for way in ways]
    assert named == [["in", "nw", "ne", "out"], ["in", "sw", "se", "out"]]


@pytest.mark.parametrize(
    ("hours", "when", "due"),
    [
        (WORKDAYS, MONDAY, True),
        (WORKDAYS, MONDAY.replace(hour=9), False),
        (WORKDAYS, SUNDAY, False),
        (Hours(frozenset({7}), 22 * 60, 6 * 60), MONDAY.replace(hour=5), True),
        (Hours(frozenset({7}), 22 * 60, 6 * 60), MONDAY.replace(hour=23), False),
        (Hours(first=MONDAY.date()), SUNDAY, False),
        (Hours(last=SUNDAY.date()), MONDAY, False),
    ],
)
def test_hours_hold_when_they_say(hours, when, due):
    assert hours.hold(when) is due


def test_plates_are_kept_out_on_their_day_and_electric_vehicles_are_not():
    rule = PlateRule((frozenset({1, 6}), *[frozenset()] * 6), hours=WORKDAYS)
    traffic = Traffic(plates=(rule,))
    cars = [Vehicle(plate=6), Vehicle(plate=6, electric=True), Vehicle(plate=2), Vehicle()]
    assert [traffic.holding(car, MONDAY)[0] for car in cars] == [True, False, False, False]
    with pytest.raises(GisError, match=r"roads\.none"):
        Streets(cross(), traffic).router(cars[0], MONDAY)


def test_where_the_streets_ahead_are_closed_one_turns_round():
    closure = Closure(frozenset("ews"), WORKDAYS)
    streets = Streets(cross(), Traffic(closures=(closure,)), "cch")
    into_c = 3  # roads e, n, s, w: n against its line
    turns = [streets.router(when=when).network.after(into_c).tolist() for when in (None, MONDAY)]
    assert turns == [[0, 4, 6], [2]]


@pytest.mark.parametrize("name", ["osm/saopaulo.osm.pbf", "osm/liechtenstein.osm.pbf"])
def test_a_slice_of_the_long_trial_finds_no_difference(testdata, name):
    found = compared(name, LORRY, 4)
    assert (found["different"], found["isochrones"]) == ([], 1)
    assert testdata.is_dir()
