import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest
from shapely import LineString

from tests.scenes import E0, N0, line, tiny_district
from tests.twin.fleet.road_districts import at, changed
from twin.fleet.plan import check
from twin.fleet.problem import Params, build
from twin.fleet.solve import solve
from twin.model.findings import Finding

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def problem():
    """Four roads, three left turns, a banned turn in the way and one-way streets beside it."""
    return build(tiny_district(), at(-50, -50), "G1")


@pytest.fixture(scope="module")
def route(problem):
    found = solve(problem)
    assert check(problem, found) == []
    return found


def leg(route, place, **changes):
    legs = list(route.legs)
    legs[place] = dataclasses.replace(legs[place], **changes)
    return dataclasses.replace(route, legs=tuple(legs))


def link(route, place, **changes):
    links = list(route.links)
    links[place] = dataclasses.replace(links[place], **changes)
    return dataclasses.replace(route, links=tuple(links))


SPOILT = {
    "value": lambda route: dataclasses.replace(route, value_ms=route.value_ms + 1),
    "bound": lambda route: dataclasses.replace(route, bound_ms=route.bound_ms - 1),
    "value and bound": lambda route: dataclasses.replace(route, value_ms=route.value_ms - 1, bound_ms=route.bound_ms - 1),
    "distance": lambda route: dataclasses.replace(route, distance_m=route.distance_m + 0.01),
    "length of a leg": lambda route: leg(route, 1, length_m=route.legs[1].length_m - 0.01),
    "time of a leg": lambda route: leg(route, 1, time_ms=route.legs[1].time_ms + 1),
    "turn of a leg": lambda route: leg(route, 1, turn="right"),
    "first turn": lambda route: leg(route, 0, turn="straight"),
    "direction of a leg": lambda route: leg(route, 2, forward=not route.legs[2].forward),
    "begin of a leg": lambda route: leg(route, 0, begin=route.legs[0].begin + 0.01),
    "end of a leg": lambda route: leg(route, 3, finish=route.legs[3].finish - 0.01),
    "a leg in part": lambda route: leg(route, 1, finish=0.9),
    "an unknown road": lambda route: leg(route, 1, road_id="nowhere"),
    "another road": lambda route: leg(route, 1, road_id="north"),
    "a leg left out": lambda route: dataclasses.replace(route, legs=(*route.legs[:1], *route.legs[2:])),
    "no legs": lambda route: dataclasses.replace(route, legs=()),
    "a link left out": lambda route: dataclasses.replace(route, links=route.links[1:]),
    "length of a link": lambda route: link(route, 0, length_m=route.links[0].length_m + 0.01),
    "time of a link": lambda route: link(route, 1, time_s=route.links[1].time_s + 1.0),
    "mode of a link": lambda route: link(route, 1, mode="walk"),
    "start of a link": lambda route: link(route, 0, start=(E0, N0)),
    "the line moved": lambda route: dataclasses.replace(route, geometry=_moved(route.geometry)),
    "the line cut short": lambda route: dataclasses.replace(route, geometry=LineString(list(route.geometry.coords)[:-1])),
    "the line reversed": lambda route: dataclasses.replace(route, geometry=route.geometry.reverse()),
    "a finding too many": lambda route: dataclasses.replace(route, findings=(_finding(),)),
}


def _moved(line):
    return LineString([(x + (place == 1) * 0.5, y) for place, (x, y) in enumerate(line.coords)])


def _finding():
    return Finding("warning", "fleet.far_from_roads", row="G1", values={"place": "", "distance": 1, "limit": 1})


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_every_spoilt_route_is_found_out(problem, route, spoil):
    faults = check(problem, spoil(route))
    assert faults
    assert all(" / " in fault for fault in faults)


def test_a_route_over_a_banned_turn_is_found_out(problem):
    """The route of the district without the ban, offered for the one that has it."""
    unbanned = build(changed("turn_ban", drop=["T1"]), at(-50, -50), "G1")
    faults = check(problem, solve(unbanned))
    assert any("west1" in fault and "middle" in fault for fault in faults)


def test_a_route_against_a_one_way_street_is_found_out():
    start, end = at(70, -40), at(40, -70)
    free = build(changed("road", oneway={"east1": False}), start, end)
    one_way = build(tiny_district(), start, end)
    faults = check(one_way, solve(free))
    assert any("east1" in fault and "Check: road" in fault for fault in faults)


@pytest.mark.parametrize(("column", "params"), [("height_limit", Params(height=3.0)), ("weight_limit_t", Params(mass_t=3.0))])
def test_a_route_under_a_low_bridge_or_over_a_weak_one_is_found_out(column, params):
    limited = changed("road", **{column: {"middle": 2.5}})
    allowed = dataclasses.replace(build(limited, "G1", at(70, -30)))
    forbidden = build(limited, "G1", at(70, -30), params)
    assert any("middle" in fault for fault in check(forbidden, solve(allowed)))


def test_a_slower_route_is_found_out():
    """The fastest way for a lorry that may not pass, offered as the fastest way for a car."""
    limited = changed("road", height_limit={"middle": 2.5})
    lorry, car = build(limited, at(-50, 0), at(70, 0), Params(height=3.0)), build(limited, at(-50, 0), at(70, 0))
    slow = solve(lorry)
    assert solve(car).value_ms < slow.value_ms
    faults = check(car, slow)
    assert len(faults) == 2
    assert all(str(solve(car).value_ms) in fault for fault in faults)


def test_turning_round_where_another_turn_is_open_is_found_out(problem, route):
    """West along the south street and at once back: the third leg drives the first one's line backwards."""
    there = dataclasses.replace(route.legs[1], forward=False, begin=1.0, finish=0.0, turn="left")
    back = dataclasses.replace(there, forward=True, begin=0.0, finish=1.0, turn="round")
    turned = dataclasses.replace(route, legs=(route.legs[0], back, there, back, *route.legs[2:]))
    assert any("south" in fault and "may not turn" in fault for fault in check(problem, turned))


def test_the_wrong_door_is_found_out():
    west = {"door_id": "A-west", "building_id": "A", "floor_id": "A-F1", "entrance": True, "geometry": line((0, 6.2), (0, 7.8))}
    problem = build(changed("door", add=[west]), "A-F1-101", "PK")
    far = dataclasses.replace(problem.origin, door=next(door for door in problem.origin.doors if door.key == "A-entrance"))
    wrong = solve(dataclasses.replace(problem, origin=far))
    assert check(problem, wrong)


def test_the_checker_needs_neither_the_solver_nor_the_engines():
    program = (
        "import sys, twin.fleet.plan; print(*[name for name in sys.modules if name.startswith(('gis', 'twin.fleet.solve'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
