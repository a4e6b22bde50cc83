import geopandas as gpd
import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point

from gis.faults import GisError
from gis.road_classes import CLASS_SPEED_KMH
from gis.roads import Vehicle, components, model, passable, road_table
from tests.gis.road_scenes import ONE, cross, real_network

LINKS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=20)


def frame(rows, crs=4544):
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=crs)


def row(key, geometry, **more):
    return {"road_id": key, "from_node": "a", "to_node": "b", "oneway": False, "geometry": geometry} | more


def test_times_are_whole_milliseconds_and_at_least_one():
    rows = [
        row("slow", LineString([(0, 0), (100, 0)]), speed_kmh=36.0),
        row("tiny", LineString([(0, 0), (1e-6, 0)]), speed_kmh=36.0),
    ]
    table = road_table(frame(rows), pd.DataFrame())
    assert table.ms.dtype == np.int64
    assert dict(zip(table.keys, table.ms.tolist(), strict=True)) == {"slow": 10_000, "tiny": 1}


def test_an_unknown_speed_is_that_of_the_class():
    rows = [row("a", LineString([(0, 0), (1, 0)]), road_class="trunk", speed_kmh=np.nan)]
    assert road_table(frame(rows), pd.DataFrame()).speed_kmh[0] == CLASS_SPEED_KMH["trunk"]


def test_a_table_cannot_be_written_into():
    with pytest.raises(ValueError, match="read-only"):
        cross().ms[0] = 5


def test_roads_are_in_the_order_of_their_keys_and_those_without_a_line_left_out():
    line = LineString([(0, 0), (1, 0)])
    table = road_table(frame([row("b", line), row("none", None), row("point", Point(0, 0)), row("a", line)]), pd.DataFrame())
    assert table.keys.tolist() == ["a", "b"]


def test_degrees_and_missing_columns_are_refused():
    rows = frame([row("a", LineString([(104, 30), (104, 31)]))], crs=4326)
    with pytest.raises(GisError, match=r"roads\.degrees"):
        road_table(rows, pd.DataFrame())
    with pytest.raises(GisError, match="table=road, column=to_node, oneway"):
        road_table(rows.to_crs(4544).drop(columns=["oneway", "to_node"]), pd.DataFrame())
    with pytest.raises(GisError, match="table=turn_ban, column=via_node, to_road_id"):
        road_table(rows.to_crs(4544), pd.DataFrame({"from_road_id": ["a"]}))


def test_limits_and_closures_decide_where_a_vehicle_may_go():
    table = cross(n={"height_limit": 3.0}, e={"weight_limit_t": 3.5}, s={"access": "no"}, w={"access": "private"})
    assert table.keys.tolist() == ["e", "n", "s", "w"]
    assert passable(table).tolist() == [True, True, False, True]
    assert passable(table, Vehicle(height=3.0, mass_t=3.5)).tolist() == [True, True, False, True]
    assert passable(table, Vehicle(height=3.01)).tolist() == [True, False, False, True]
    assert passable(table, Vehicle(mass_t=10.0)).tolist() == [False, True, False, True]


def test_the_model_holds_one_edge_per_direction_with_what_is_known_of_it():
    graph = model(cross(bans=[("n", "c", "e")], e=ONE | {"name": "东路"}))
    assert graph.number_of_edges() == 7
    assert graph.edges["c", "e", ("e", True)]["name"] == "东路"
    assert not graph.has_edge("e", "c")
    assert graph.edges["n", "c", ("n", False)]["ms"] == 10_000
    assert graph.graph["bans"] == {("n", "c", "e")}


@given(links=LINKS)
def test_components_are_those_of_networkx(links):
    start, end, oneway = ([link[place] for link in links] for place in range(3))
    graph = nx.DiGraph()
    for one, other, single in links:
        graph.add_edge(one, other)
        if not single:
            graph.add_edge(other, one)
    part = {node: number for number, nodes in enumerate(nx.strongly_connected_components(graph)) for node in nodes}
    labels = components(start, end, oneway)
    assert [label == -1 for label in labels] == [part[one] != part[other] for one, other in zip(start, end, strict=True)]
    pairs = {(label, part[one]) for label, one in zip(labels, start, strict=True) if label >= 0}
    assert len(pairs) == len({label for label, _ in pairs}) == len({number for _, number in pairs})


@given(links=LINKS)
def test_components_are_numbered_by_size_without_gaps(links):
    labels = components(*([link[place] for link in links] for place in range(3)))
    counts = np.bincount(labels[labels >= 0])
    assert (counts > 0).all()
    assert (np.diff(counts) <= 0).all()


def test_a_one_way_road_out_of_a_part_belongs_to_none():
    assert components(["a", "b", "c"], ["b", "c", "d"], [False, True, False]).tolist() == [0, -1, 1]
    assert components([], [], []).tolist() == []


def test_jinan_has_one_large_part(testdata):
    roads, _ = real_network(testdata / "roads", "jinan/edges.shp")
    labels = components(roads["from_node"].tolist(), roads["to_node"].tolist(), roads["oneway"].tolist())
    graph = nx.DiGraph(list(zip(roads["from_node"], roads["to_node"], strict=True)))
    largest = max(nx.strongly_connected_components(graph), key=len)
    inside = [start in largest and end in largest for start, end in zip(roads["from_node"], roads["to_node"], strict=True)]
    assert ((labels == 0) == inside).all()
    assert sum(inside) == 27_411
