import dataclasses
import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from shapely import points
from shapely.geometry import LineString

from gis.crs import WGS84, to_crs
from tests.gis.road_oracle import Oracle
from tests.gis.road_scenes import REAL
from tests.scenes import line, tiny_district
from tests.twin.fleet.road_districts import at, changed, town
from twin.fleet import plan
from twin.fleet.problem import Params, build
from twin.fleet.solve import router_of, solve
from twin.model.answer import Answer
from twin.model.errors import DataError
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES

NOTHING_KNOWN = Params()


def routed(snapshot, origin, target, params=NOTHING_KNOWN):
    """Solve and check; a route that the checker doubts never leaves here."""
    problem = build(snapshot, origin, target, params)
    route = solve(problem)
    assert plan.check(problem, route) == []
    return route


def told(route):
    return [(leg.road_id, leg.turn) for leg in route.legs]


def test_from_a_room_to_the_car_park_by_the_entrance_reckoned_by_hand():
    """Entrance (24, 7), straight down to the middle street at (24, -20), 16 m east at 20 km/h, and up 27 m to (40, 7)."""
    route = routed(tiny_district(), "A-F1-101", "PK")
    assert told(route) == [("middle", "depart")]
    assert route.distance_m == pytest.approx(16.0)
    assert route.value_ms == route.bound_ms == 2880
    assert route.gap == 0.0
    assert [(link.mode, link.begins_at, link.ends_at) for link in route.links] == [
        ("walk", "A-F1-101", "A-entrance"), ("walk", "A-entrance", "road"), ("approach", "road", "PK"),
    ]  # fmt: skip
    assert [link.length_m for link in route.links] == pytest.approx([np.hypot(21, 4), 27.0, 27.0])
    assert route.link_s == pytest.approx((np.hypot(21, 4) + 27.0) / 1.2 + 27.0 / (10 / 3.6))


def test_a_banned_turn_is_driven_round():
    """From the south of the west street the direct turn into the middle street is banned: round by the south and the east."""
    route = routed(tiny_district(), at(-50, -50), "G1")
    assert told(route) == [("west1", "depart"), ("south", "left"), ("east1", "left"), ("middle", "left")]
    assert not any(leg.forward for leg in route.legs[:1])
    free = routed(changed("turn_ban", drop=["T1"]), at(-50, -50), "G1")
    assert told(free) == [("west1", "depart"), ("middle", "right")]


def test_a_one_way_street_is_driven_one_way():
    """From the middle of east1 (north only) down to the south: round by the middle street and the west, or by the north."""
    route = routed(tiny_district(), at(70, -40), at(40, -70))
    assert told(route) == [("east1", "depart"), ("middle", "left"), ("west1", "left"), ("south", "left")]


def test_turning_round_at_a_dead_end_is_called_so():
    """The turn from the east street into the north street is banned; a spur beyond the corner ends dead."""
    spur = {"road_id": "spur", "from_node": "ne", "to_node": "end", "oneway": False, "road_class": "service", "speed_kmh": 20.0,
            "access": "public", "geometry": line((70, 50), (100, 50))}  # fmt: skip
    banned = changed("turn_ban", add=[{"turn_ban_id": "T2", "from_road_id": "east2", "via_node": "ne", "to_road_id": "north"}])
    frames = {name: banned.frame(name).reset_index(drop=True) for name in ("road", "turn_ban")}
    frames["road"].loc[len(frames["road"]), list(spur)] = list(spur.values())
    route = routed(Snapshot(frames, banned.crs), at(70, 0), at(40, 50))
    assert told(route) == [("east2", "depart"), ("spur", "right"), ("spur", "round"), ("north", "straight")]


def test_limits_send_a_high_vehicle_another_way():
    low = changed("road", height_limit={"middle": 2.5})
    car, lorry = routed(low, "G1", at(70, -30)), routed(low, "G1", at(70, -30), Params(height=3.0))
    assert "middle" in {leg.road_id for leg in car.legs}
    assert "middle" not in {leg.road_id for leg in lorry.legs}


def test_a_place_far_from_every_road_is_said_to_be():
    near, far = routed(tiny_district(), "G1", "PK"), routed(tiny_district(), "G1", "PK", Params(snap_limit=20.0))
    assert near.findings == ()
    assert [(found.code, found.severity, found.row) for found in far.findings] == [("fleet.far_from_roads", "warning", "PK")]


ISLAND = {"road_id": "island", "from_node": "p", "to_node": "q", "oneway": False, "road_class": "service", "speed_kmh": 20.0,
          "access": "public", "geometry": line((300, 300), (400, 300))}  # fmt: skip


LOW = dict.fromkeys(("east2", "north"), 2.0)
SHUT = dict.fromkeys(("east2", "north"), "no")
ENCLOSED = [("T2", "east2", "ne", "north"), ("T3", "north", "ne", "north"), ("T4", "north", "nw", "west2")]
BANS = [dict(zip(("turn_ban_id", "from_road_id", "via_node", "to_road_id"), ban, strict=True)) for ban in ENCLOSED]


@pytest.mark.parametrize(
    ("snapshot", "params", "code"),
    [
        (changed("road", add=[ISLAND]), Params(), "island"),
        (changed("road", add=[ISLAND | {"from_node": "ne", "oneway": True}]), Params(), "oneway"),
        (changed("road", add=[ISLAND | {"from_node": "ne"}], height_limit=LOW), Params(height=3.0), "limits"),
        (changed("road", add=[ISLAND | {"from_node": "ne"}], access=SHUT), Params(), "closed"),
        (changed("turn_ban", add=BANS), Params(), "bans"),
    ],
    ids=["island", "one-way trap", "limits", "closed", "bans"],
)
def test_where_there_is_no_way_the_reason_is_named(snapshot, params, code):
    origin = at(350, 302) if code != "bans" else at(10, 50)
    with pytest.raises(DataError) as caught:
        solve(build(snapshot, origin, "G1", params))
    assert caught.value.code == f"fleet.no_way.{code}"


def test_when_the_vehicle_may_use_no_road_at_all_that_is_said():
    with pytest.raises(DataError) as caught:
        solve(
            build(
                changed("road", weight_limit_t=dict.fromkeys(tiny_district().keys("road"), 1.0)), "G1", "PK", Params(mass_t=2.0)
            )
        )
    assert caught.value.code == "roads.none"


def test_the_same_question_gives_the_same_bytes_in_any_order_of_the_rows():
    scene = tiny_district()
    turned = changed("road")
    one, other = routed(scene, "A-F2-203", "CH1"), routed(turned, "A-F2-203", "CH1")
    records = [route.record() | {"version": 0} for route in (one, other)]
    assert Answer(records[0], {}).result_bytes() == Answer(records[1], {}).result_bytes()


def test_one_router_serves_many_journeys():
    scene = tiny_district()
    first = build(scene, "G1", "PK")
    router = router_of(first)
    for target in ("PK", "CH1", "B-hall"):
        problem = build(scene, "G1", target)
        assert solve(problem, router) == solve(problem)


def test_there_and_back_on_two_way_roads_take_the_same_time():
    free = changed("road", oneway={"east1": False, "east2": False})
    for origin, target in [("G1", at(70, 20)), ("A-F1-101", at(10, 52))]:
        assert routed(free, origin, target).value_ms == routed(free, target, origin).value_ms


def test_the_record_is_plain_json_and_names_what_it_rests_on():
    record = routed(tiny_district(), "A-F1-101", "104.0497,30.5900").record()
    again = json.loads(json.dumps(record, ensure_ascii=False, allow_nan=False))
    assert again["from"]["entrance"]["key"] == "A-entrance"
    assert again["to"]["kind"] == "point"
    assert again["geometry"]["type"] == "LineString"
    assert {rule["verified"] for rule in again["rules"]} == {0}
    assert again["total_s"] == pytest.approx(again["time_s"] + again["link_s"])
    assert again["value_s"] == again["bound_s"] == again["time_s"]


@pytest.mark.parametrize("lang", ["", "zh", "en"])
def test_the_terminal_tells_the_way_in_aligned_columns_and_obeys_no_hidden_sign(lang):
    scene = changed("road", name={"south": "南\x1b[31m路"})
    route = routed(scene, at(-50, -50), "G1")
    lines = route.lines(lang)
    assert not any("\x1b" in line for line in lines)
    assert any({"": "左转 / turn left", "zh": "左转", "en": "turn left"}[lang] in line for line in lines)
    joined = "\n".join(lines)
    assert ("From" in joined) == (lang != "zh")
    assert ("行驶" in joined) == (lang != "en")


def test_roads_driven_straight_on_under_one_name_are_one_step():
    named = changed("road", name={"west1": "西路", "west2": "西路"})
    route = routed(named, at(-50, -60), at(-50, 40))
    assert told(route) == [("west1", "depart"), ("west2", "straight")]
    assert sum("西路" in line for line in route.lines("zh")) == 1


@pytest.mark.parametrize("name", REAL)
def test_on_real_roads_every_route_is_sound_and_as_fast_as_networkx_says(testdata, name):
    snapshot = town(testdata / "roads", name)
    west, south, east, north = snapshot.frame("road").to_crs(4326).total_bounds
    generator = np.random.default_rng(11)
    oracle = router = None
    solved = 0
    for _ in range(4):
        places = [f"{x:.6f},{y:.6f}" for x, y in generator.uniform((west, south), (east, north), (2, 2))]
        problem = build(snapshot, *places)
        router = router or router_of(problem)
        oracle = oracle or Oracle(problem.roads)
        due = oracle.time(*router.snap(np.array([problem.origin.outside, problem.target.outside])))
        if due < 0:
            with pytest.raises(DataError) as caught:
                solve(problem, router)
            assert caught.value.code.startswith("fleet.no_way.")
            continue
        route = solve(problem, router)
        assert route.value_ms == due
        assert plan.check(problem, route) == []
        assert isinstance(route.geometry, LineString)
        solved += 1
    assert solved >= 2


def test_a_place_off_the_road_network_is_refused_with_its_distance_and_one_only_far_is_told():
    with pytest.raises(DataError) as caught:
        routed(tiny_district(), at(90_000, 0), "G1")
    assert caught.value.code == "fleet.off_the_map"
    assert "89.9" in str(caught.value) or "90.0" in str(caught.value)
    assert [finding.code for finding in routed(tiny_district(), at(3_000, 0), "G1").findings] == ["fleet.far_from_roads"]


def with_joint(*joint, fork=False):
    """Cut the north street at a joint that is drawn with a kink; with a fork a lane leaves it there."""
    scene = changed("turn_ban", drop=["T1"])
    frames = {name: scene.frame(name) for name in TABLES}
    north = frames["road"].loc["north"]
    start, end = north.geometry.coords[0], north.geometry.coords[-1]
    middle = ((start[0] + end[0]) / 2 + joint[0], (start[1] + end[1]) / 2 + joint[1])
    rows = [dict(north, road_id=f"north{part}", name="北街") for part in (1, 2)]
    rows[0] |= {"to_node": "joint", "geometry": LineString([start, middle])}
    rows[1] |= {"from_node": "joint", "geometry": LineString([middle, end])}
    if fork:
        rows.append(
            dict(
                north,
                road_id="lane",
                from_node="joint",
                to_node="lane-end",
                geometry=LineString([middle, (middle[0], middle[1] + 90)]),
            )
        )
    kept = frames["road"].drop(index="north")
    whole = pd.concat([pd.DataFrame(kept), pd.DataFrame(rows)], ignore_index=True)
    frames["road"] = gpd.GeoDataFrame(whole, geometry="geometry", crs=kept.crs)
    return Snapshot(frames, scene.crs, 1), start, end


@pytest.mark.parametrize(("fork", "turn"), [(False, "straight"), (True, "right")])
def test_a_kink_at_a_joint_is_no_turn_but_the_same_kink_at_a_fork_is_one(fork, turn):
    snapshot, start, end = with_joint(0.0, 25.0, fork=fork)
    (x0, y0), (x1, y1) = start, end
    there = to_crs(points([x0 + 2, x1 - 2], [y0 + 1, y1 + 1]), snapshot.crs, WGS84)
    route = routed(snapshot, *(f"{place.x:.9f},{place.y:.9f}" for place in there))
    assert {leg.road_id for leg in route.legs} == {"north1", "north2"}
    named = [leg.turn for leg in route.legs]
    assert named[1] == turn or {turn, named[1]} == {"left", "right"}


def test_a_start_at_the_very_end_of_a_road_is_no_step_of_nothing():
    snapshot = tiny_district()
    route = routed(snapshot, at(-50, -50), "G1")
    idle = dataclasses.replace(route.legs[0], length_m=0.0, time_ms=0, begin=1.0, finish=1.0)
    lines = dataclasses.replace(route, legs=(idle, *route.legs)).lines("zh")
    assert sum("出发" in text for text in lines) == 1
    assert " 0 m " not in next(text for text in lines if "出发" in text)
