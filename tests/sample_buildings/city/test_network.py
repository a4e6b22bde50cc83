"""The street network: whole, reachable, and built as cities are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
import shapely

from gis.roads import model, road_table
from gis.turns import expand
from sample_buildings.city.city import plan_city
from sample_buildings.city.network import network_rows
from sample_buildings.frame import Frame
from tests.sample_buildings.city.conftest import SEED, town_plan


def frames(city):
    rows = network_rows(city.town.net, city.banned, Frame(**city.plan.frame))
    roads = gpd.GeoDataFrame(pd.DataFrame(rows["road"]), geometry="geometry", crs=4544)
    return roads, pd.DataFrame(rows["turn_ban"])


@pytest.fixture(scope="session")
def town_roads(town):
    return frames(town.city)


def directed(roads):
    graph = nx.MultiDiGraph()
    for road in roads.itertuples():
        graph.add_edge(road.from_node, road.to_node, key=road.road_id)
        if not road.oneway:
            graph.add_edge(road.to_node, road.from_node, key=road.road_id)
    return graph


def test_the_city_has_over_30_000_nodes_and_one_can_drive_from_each_to_each(city):
    graph = directed(frames(city)[0])
    assert graph.number_of_nodes() >= 30_000
    assert nx.is_strongly_connected(graph)


def test_in_spite_of_banned_turns_every_direction_leads_to_every_other(either):
    network = expand(model(road_table(*frames(either))))
    turns = nx.DiGraph()
    turns.add_nodes_from(range(len(network.row)))
    turns.add_edges_from(zip(network.turn_from.tolist(), network.turn_to.tolist(), strict=True))
    assert nx.is_strongly_connected(turns)


def test_roads_that_share_a_node_meet_there_and_nodes_lie_apart(town_roads):
    roads, _ = town_roads
    places = {}
    for road in roads.itertuples():
        for node, at in ((road.from_node, road.geometry.coords[0]), (road.to_node, road.geometry.coords[-1])):
            assert math.dist(places.setdefault(node, at), at) < 1e-3
    points = shapely.points(list(places.values()))
    pairs = shapely.STRtree(points).query(points, predicate="dwithin", distance=0.5)
    assert pairs.shape[1] == len(points)


def test_every_road_has_a_length_and_no_road_is_drawn_twice(town_roads):
    roads, _ = town_roads
    assert roads.length.min() > 0.5
    assert (roads.length >= 2.0).mean() > 0.99
    assert not roads.geometry.apply(lambda line: shapely.normalize(line).wkb).duplicated().any()


def test_streets_have_the_hierarchy_of_a_chinese_city(town_roads):
    roads, _ = town_roads
    speeds = roads.groupby("road_class")["speed_kmh"].unique().to_dict()
    assert all(len(speed) == 1 for speed in speeds.values())
    order = ["trunk", "primary", "secondary", "tertiary", "residential", "living_street"]
    steps = [float(speeds[kind][0]) for kind in order]
    assert steps == sorted(steps, reverse=True)
    lengths = roads.length.groupby(roads["road_class"]).sum()
    assert lengths["residential"] + lengths["tertiary"] + lengths["living_street"] > lengths["primary"]
    assert roads["oneway"].any()


def test_expressways_are_one_way_and_only_ramps_open_to_them(town_roads):
    roads, _ = town_roads
    main = roads[roads["road_class"] == "trunk"]
    assert main["oneway"].all()
    on_main = set(main["from_node"]) | set(main["to_node"])
    others = roads[(roads["from_node"].isin(on_main) | roads["to_node"].isin(on_main)) & (roads["road_class"] != "trunk")]
    assert set(others["road_class"]) == {"trunk_link"}
    assert others["oneway"].all()
    degrees = Counter(main["from_node"])
    assert set(degrees.values()) == {1}
    assert degrees.keys() == Counter(main["to_node"]).keys()


def test_outer_traffic_keeps_right(town, town_roads):
    roads, _ = town_roads
    middle = np.array(Frame(**town.plan.frame).point(*town.city.town.middle))
    for sense, group in roads[roads["road_class"] == "trunk"].groupby(lambda row: turning(roads.geometry[row], middle)):
        far = group.geometry.apply(lambda line: math.dist(line.interpolate(0.5, normalized=True).coords[0], middle)).mean()
        if sense > 0:
            outer = far
        else:
            inner = far
    assert outer > inner


def turning(line, middle):
    """Tell in which sense a line runs round a point: 1 anticlockwise, -1 clockwise."""
    (x0, y0), (x1, y1) = np.array(line.coords[0]) - middle, np.array(line.coords[-1]) - middle
    return 1 if x0 * y1 - x1 * y0 > 0 else -1


def test_water_is_crossed_by_bridges_and_expressways_only(town, town_roads):
    roads, _ = town_roads
    water = Frame(**town.plan.frame).place(town.city.town.water)
    wet = roads[roads.intersects(water.buffer(-1.0))]
    assert len(wet) > 5
    named = wet["name"].str.contains("桥")
    assert set(wet["road_class"][~named]) <= {"trunk", "trunk_link"}
    assert {"primary"} <= set(wet["road_class"][named]) <= {"primary", "secondary"}
    assert (wet["weight_limit_t"][named] >= 20.0).all()


def test_roads_run_along_both_banks(town, town_roads):
    roads, _ = town_roads
    banks = roads[roads["name"] == "滨河路"]
    water = Frame(**town.plan.frame).place(town.city.town.water)
    assert banks.distance(water).between(20.0, 40.0).all()
    assert banks.length.sum() > 0.5 * water.length


def test_underpasses_of_the_expressway_are_low(town_roads):
    roads, _ = town_roads
    low = roads[roads["name"].str.contains("下穿")]
    assert len(low) > 4
    assert set(low["height_limit"]) <= {4.0, 4.5}


def test_banned_turns_are_left_turns_over_their_node(town_roads):
    roads, bans = town_roads
    by_key = roads.set_index("road_id")
    assert len(bans) > 20
    assert not bans.duplicated(["from_road_id", "via_node", "to_road_id"]).any()
    for ban in bans.itertuples():
        come, go = by_key.loc[ban.from_road_id], by_key.loc[ban.to_road_id]
        assert not come.oneway or come.to_node == ban.via_node
        assert not go.oneway or go.from_node == ban.via_node
        (x0, y0), (x1, y1) = leaving(come, ban.via_node), leaving(go, ban.via_node)
        assert -x0 * y1 + y0 * x1 > 0.0


def leaving(road, node):
    """Give the direction in which a road leaves a node."""
    points = np.array(road.geometry.coords) if road.from_node == node else np.array(road.geometry.coords)[::-1]
    return points[1] - points[0]


def test_streets_keep_their_name_along_a_line_and_share_it_with_few(town_roads):
    roads, _ = town_roads
    assert roads["name"].notna().all()
    plain = roads[roads["road_class"].isin(["primary", "secondary"]) & ~roads["name"].str.contains("桥|下穿")]
    for _, group in plain.groupby("name"):
        merged = shapely.line_merge(shapely.union_all(group.geometry.to_numpy()))
        spread = shapely.minimum_rotated_rectangle(merged).exterior.length / 2
        assert group.length.sum() > 0.3 * spread


def test_blocks_round_the_compound_are_of_the_size_of_blocks(city):
    areas = np.array([block.area for block in city.town.scape.blocks])
    assert 15_000 < np.median(areas) < 40_000
    assert (areas < 150_000).mean() > 0.95


def test_the_grid_is_straight_at_the_compound_and_bends_farther_out(city):
    fence = shapely.box(-45.0, -45.0, 825.0, 625.0)
    around = [
        road
        for road in city.town.net.roads.values()
        if road.kind == "primary" and shapely.distance(road.line, fence.exterior) < 1.0
    ]
    on_it = [
        road for road in around if shapely.hausdorff_distance(shapely.intersection(road.line, fence.exterior), road.line) < 0.02
    ]
    assert len(on_it) > 8
    bends = defaultdict(list)
    for road in city.town.net.roads.values():
        if road.kind == "primary" and road.street.startswith("u"):
            bends[road.street] += [point[0] for point in road.path]
    assert max(max(places) - min(places) for places in bends.values()) > 300.0


def test_another_seed_gives_other_streets_and_the_same_seed_the_same():
    one, two, other = (plan_city(town_plan(), seed) for seed in (SEED, SEED, SEED + 1))
    assert one.town.net.roads == two.town.net.roads
    assert one.banned == two.banned
    assert one.town.net.roads != other.town.net.roads
