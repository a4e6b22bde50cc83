import math
from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twin.fleet.charging.curve import Curve, curve_of
from twin.fleet.charging.journey import Ask, search


class Given:
    """Legs that stand in a table."""

    def __init__(self, ms, wh):
        self.ms, self.wh = ms, wh

    def rows(self, places):
        return [(self.ms[place], self.wh[place]) for place in places]


@st.composite
def journeys(draw):
    """Draw chargers, curves and legs in whole numbers, so that levels of some optimum are whole too."""
    count, battery = draw(st.integers(0, 4)), draw(st.integers(6, 12))
    size = count + 2
    whole = st.integers(1, 9)
    ms = np.array([[draw(st.one_of(whole, whole, st.just(math.inf))) for _ in range(size)] for _ in range(size)], dtype=float)
    for middle in range(size):  # a leg is the fastest way: none is faster over another place
        ms = np.minimum(ms, ms[:, [middle]] + ms[[middle], :])
    wh = np.array([[float(draw(st.integers(1, 8))) for _ in range(size)] for _ in range(size)])
    wh[~np.isfinite(ms)] = math.inf
    curves = []
    for _ in range(count):
        bend = draw(st.integers(1, battery - 1))
        fast = draw(st.integers(1, 4))
        slow = fast + draw(st.integers(0, 6))
        curves.append(
            Curve((0.0, float(bend), float(battery)), (0.0, float(bend * fast), float(bend * fast + (battery - bend) * slow)))
        )
    return battery, curves, ms, wh, draw(st.integers(1, battery)), draw(st.integers(0, 2)), draw(st.integers(0, 3))


def brute(battery, curves, ms, wh, *, start, reserve, plug):
    """Give the least time by Dijkstra over (place, whole level, plugged in)."""
    count = len(curves)
    graph = nx.DiGraph()
    for level in range(battery + 1):
        for here in range(count + 1):
            for there in range(count + 2):
                if there in {here, count} or not math.isfinite(ms[here, there]):
                    continue
                left = level - wh[here, there]
                if left >= reserve:
                    for plugged in (0, 1):
                        graph.add_edge((here, level, plugged), (there, int(left), 0), weight=ms[here, there])
            if here < count:
                graph.add_edge((here, level, 0), (here, level, 1), weight=plug)
                if level < battery:
                    graph.add_edge((here, level, 1), (here, level + 1, 1), weight=curves[here].between(level, level + 1))
    if (count, start, 0) not in graph or start < reserve:
        return math.inf
    reached = nx.single_source_dijkstra_path_length(graph, (count, start, 0))
    return min((spent for (place, _, _), spent in reached.items() if place == count + 1), default=math.inf)


@given(journeys())
@settings(max_examples=150)
def test_the_fastest_way_under_battery_is_that_of_trying_every_level_of_charge(scene):
    battery, curves, ms, wh, start, reserve, plug = scene
    left_ms, left_wh = ms[:, -1].copy(), wh.min() * np.ones(len(curves) + 2)
    left_ms[-1] = left_wh[-1] = 0.0
    left_wh[~np.isfinite(left_wh)] = 0.0
    found = search(Ask(curves, battery, start, reserve, reserve, plug, left_ms, left_wh), Given(ms, wh))
    found_ms = math.inf if found is None else found.ms
    assert found_ms == pytest.approx(brute(battery, curves, ms, wh, start=start, reserve=reserve, plug=plug))
    if found is None:
        return
    stops = {stop.charger: stop for stop in found.stops}
    level, spent = float(start), 0.0
    for here, there in pairwise(found.places):
        level, spent = level - wh[here, there], spent + ms[here, there]
        assert level >= reserve - 1e-9
        if there in stops:
            stop = stops[there]
            assert stop.arrive_wh == pytest.approx(level)
            assert stop.leave_wh <= battery + 1e-9
            assert stop.charge_ms == pytest.approx(curves[there].between(stop.arrive_wh, stop.leave_wh))
            level, spent = stop.leave_wh, spent + stop.charge_ms + plug
    assert (level, spent) == (pytest.approx(found.arrive_wh), pytest.approx(found.ms))


def test_a_curve_takes_the_charger_s_power_where_the_battery_does_and_less_towards_full():
    curve = curve_of(50_000.0, 60.0, "dc")
    assert curve.between(0.0, 30_000.0) == pytest.approx(30 / 60 * 3_600_000)
    assert curve.between(45_000.0, 50_000.0) == pytest.approx(5 / (0.2 * 60) * 3_600_000)
    assert curve_of(50_000.0, 350.0, "dc").between(0.0, 30_000.0) == pytest.approx(30 / 120 * 3_600_000)
    assert curve_of(50_000.0, 11.0, None).between(0.0, 7_000.0) == pytest.approx(3_600_000)
    slopes = np.diff(curve.ms) / np.diff(curve.level_wh)
    assert (np.diff(slopes) > 0).all()
