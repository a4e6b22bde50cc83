import itertools
import math

import networkx as nx
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

from gis.faults import GisError
from gis.geodesic import reflex_corners, ways_inside
from gis.indoor import PROFILES, Indoor, Profile
from gis.walking import Stop, Walking

WALL = 0.2
U = Polygon([(0, 0), (10, 0), (10, 10), (8, 10), (8, 2), (2, 2), (2, 10), (0, 10)])


def brute(shape, start, end):
    """Join all corners of a shape, and two points, wherever one sees the other; all pairs, one by one."""
    nodes = [start, end, *{tuple(point) for point in shapely.get_coordinates(shape)}]
    inside = shape.buffer(1e-7)
    graph = nx.Graph()
    graph.add_nodes_from([start, end])
    for one, other in itertools.combinations(nodes, 2):
        if inside.covers(LineString([one, other])):
            graph.add_edge(one, other, metres=math.dist(one, other))
    try:
        return nx.shortest_path_length(graph, start, end, weight="metres")
    except nx.NetworkXNoPath:
        return math.inf


def test_a_way_bends_at_the_inner_corners():
    ways = ways_inside(U, np.array([[1.0, 9.0], [9.0, 9.0]]))
    leg = math.hypot(1, 7)
    assert ways.metres[0, 1] == pytest.approx(2 * leg + 6)
    assert ways.line(0, 1).tolist() == [[1, 9], [2, 2], [8, 2], [9, 9]]
    assert sorted(map(tuple, reflex_corners(U))) == [(2, 2), (8, 2)]


def test_a_column_in_the_way_is_walked_round_and_the_other_part_of_a_room_is_out_of_reach():
    hall = box(0, 0, 10, 4).difference(box(4, 1, 6, 3))
    assert len(reflex_corners(hall)) == 4
    ways = ways_inside(MultiPolygon([hall, box(20, 0, 22, 2)]), np.array([[1.0, 2.0], [9.0, 2.0], [21.0, 1.0]]))
    assert ways.metres[0, 1] == pytest.approx(2 * math.hypot(3, 1) + 2)
    assert ways.metres[0, 2] == math.inf


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=6),
    st.data(),
)
def test_ways_inside_are_as_short_as_those_over_all_corners(boxes, data):
    shape = shapely.union_all([box(x, y, x + w, y + h) for x, y, w, h in boxes])
    if len({len(shapely.get_parts(shape.buffer(more))) for more in (-1e-3, 0.0, 1e-3)}) > 1:
        return  # nobody walks through a single point at which two parts touch
    x, y, w, h = data.draw(st.sampled_from(boxes))
    start = (x + w * data.draw(st.floats(0, 1)), y + h * data.draw(st.floats(0, 1)))
    x, y, w, h = data.draw(st.sampled_from(boxes))
    end = (x + w / 2, y + h / 2)
    assert ways_inside(shape, np.array([start, end])).metres[0, 1] == pytest.approx(brute(shape, start, end), abs=1e-5)


def floor_of(width, height, merged, doors, storeys=1):
    """A grid of rooms of 4 by 3 m with walls between; pairs of `merged` neighbours are one room, pairs of `doors` have a door."""
    part = nx.utils.UnionFind(itertools.product(range(width), range(height)))
    for one, other in merged:
        part.union(one, other)
    groups = sorted(map(sorted, part.to_sets()))
    rooms = []
    for cells in groups:
        inner = [box(4 * x + WALL / 2, 3 * y + WALL / 2, 4 * x + 4 - WALL / 2, 3 * y + 3 - WALL / 2) for x, y in cells]
        gaps = [
            box(4 * max(a[0], b[0]) - WALL / 2, 3 * a[1] + WALL / 2, 4 * max(a[0], b[0]) + WALL / 2, 3 * a[1] + 3 - WALL / 2)
            if a[1] == b[1]
            else box(4 * a[0] + WALL / 2, 3 * max(a[1], b[1]) - WALL / 2, 4 * a[0] + 4 - WALL / 2, 3 * max(a[1], b[1]) + WALL / 2)
            for a, b in itertools.combinations(cells, 2)
            if abs(a[0] - b[0]) + abs(a[1] - b[1]) == 1
        ]
        rooms.append(shapely.union_all([*inner, *gaps]))
    room_of = {cell: number for number, cells in enumerate(groups) for cell in cells}
    points, sides = [(2.0, 0.0)], [(room_of[0, 0], -1)]
    for (a, b), shift in doors:
        if room_of[a] != room_of[b]:
            across = a[1] == b[1]
            points.append(
                (4.0 * max(a[0], b[0]), 3 * a[1] + shift * 3) if across else (4 * a[0] + shift * 4, 3.0 * max(a[1], b[1]))
            )
            sides.append((room_of[a], room_of[b]))
    count = len(rooms)
    links = [[1.0, 1.0]] * (storeys - 1)
    return Indoor(
        rooms=np.array(rooms * storeys, dtype=object),
        floors=np.repeat(np.arange(storeys), count),
        doors=np.array(points * storeys, dtype=float),
        sides=np.concatenate([np.where(np.array(sides) < 0, -1, np.array(sides) + count * level) for level in range(storeys)]),
        outside=np.tile(np.array(sides)[:, 1] < 0, storeys) & (np.repeat(np.arange(storeys), len(sides)) == 0),
        links=np.array(links, dtype=float).reshape(-1, 2),
        ends=np.array(
            [[room_of[0, 0] + count * level, room_of[0, 0] + count * (level + 1)] for level in range(storeys - 1)], dtype=np.int64
        ).reshape(-1, 2),
        kinds=np.array(["stair"] * (storeys - 1), dtype=object),
        rise=np.full(storeys - 1, 3.0),
    )


@st.composite
def floors(draw):
    width, height = draw(st.integers(2, 4)), draw(st.integers(1, 3))
    pairs = [((x, y), (x + 1, y)) for x in range(width - 1) for y in range(height)]
    pairs += [((x, y), (x, y + 1)) for x in range(width) for y in range(height - 1)]
    merged = draw(st.lists(st.sampled_from(pairs), max_size=4))
    doors = draw(st.lists(st.tuples(st.sampled_from(pairs), st.sampled_from([0.25, 0.5, 0.7])), max_size=8))
    return floor_of(width, height, merged, doors)


def brute_walk(indoor, start, end):
    """One graph of every room's corners and every door, joined wherever one sees the other within a room."""
    graph = nx.Graph()
    for number, room in enumerate(indoor.rooms):
        inside = room.buffer(1e-7)
        nodes = [(number, *point) for point in shapely.get_coordinates(room)]
        for row in np.flatnonzero((indoor.sides == number).any(axis=1)):
            middle = Point(indoor.doors[row])
            entered = shapely.shortest_line(room, middle).coords[0]
            nodes.append((number, *entered))
            graph.add_edge(("door", row), nodes[-1], metres=middle.distance(room))
        nodes += [(stop.room, stop.x, stop.y) for stop in (start, end) if stop.room == number]
        for one, other in itertools.combinations(dict.fromkeys(nodes), 2):
            if inside.covers(LineString([one[1:], other[1:]])):
                graph.add_edge(one, other, metres=math.dist(one[1:], other[1:]))
        graph.add_nodes_from(nodes)
    try:
        return nx.shortest_path_length(graph, (start.room, start.x, start.y), (end.room, end.x, end.y), weight="metres")
    except nx.NetworkXNoPath:
        return None


@given(floors(), st.data())
def test_a_walk_is_as_short_as_brute_force_finds_it(indoor, data):
    stops = []
    for _ in range(2):
        room = data.draw(st.integers(0, len(indoor.rooms) - 1))
        at = indoor.rooms[room].representative_point()
        stops.append(Stop(room, at.x, at.y))
    walk, best = Walking(indoor).walk(*stops), brute_walk(indoor, *stops)
    if best is None:
        assert walk is None
        return
    assert walk.metres == pytest.approx(best, abs=1e-5)
    assert walk.seconds == pytest.approx(best / PROFILES["walk"].level_ms, abs=1e-4)
    drawn = np.concatenate([leg.line for leg in walk.legs])
    assert tuple(drawn[0]) == (stops[0].x, stops[0].y)
    assert tuple(drawn[-1]) == (stops[1].x, stops[1].y)
    assert np.hypot(*np.diff(drawn, axis=0).T).sum() == pytest.approx(best, abs=1e-5)


def test_a_wheelchair_takes_no_stairs_and_who_flees_no_lift():
    indoor = floor_of(2, 1, [], [(((0, 0), (1, 0)), 0.5)], storeys=2)
    start, below = Stop(3, 6.0, 1.5), Stop(0, 2.0, 1.5)
    by_stairs = Walking(indoor).walk(start, below)
    assert [leg.how for leg in by_stairs.legs] == ["walk", "walk", "stair", "walk"]
    assert by_stairs.legs[2].metres == pytest.approx(6.0)
    assert Walking(indoor, PROFILES["wheelchair"]).walk(start, below) is None
    lift = Indoor(**{name: getattr(indoor, name) for name in Indoor.__slots__} | {"kinds": np.array(["lift"], dtype=object)})
    assert Walking(lift, PROFILES["wheelchair"]).walk(start, below).legs[2].how == "lift"
    assert Walking(lift, PROFILES["fire"]).walk(start, below) is None


def test_the_way_out_leads_through_the_nearest_door_that_leads_out():
    indoor = floor_of(3, 1, [], [(((0, 0), (1, 0)), 0.5), (((1, 0), (2, 0)), 0.5)], storeys=2)
    walking = Walking(indoor, PROFILES["fire"])
    assert walking.exits() == [("door", 0)]
    seconds, _ = walking.seconds_from({("door", 0): 0.0})
    walk = walking.walk(Stop(5, 10.0, 1.5), ("door", 0))
    assert walk.legs[-1].via == ("door", 0)
    first = min(metres / 1.2 + seconds[node] for node, metres in walking.doors_of(Stop(5, 10.0, 1.5)).items())
    assert walk.seconds == pytest.approx(first)
    assert [leg.how for leg in walk.legs].count("stair") == 1


def test_arrays_that_do_not_belong_together_are_refused():
    indoor = floor_of(2, 1, [], [(((0, 0), (1, 0)), 0.5)])
    held = {name: getattr(indoor, name) for name in Indoor.__slots__}
    with pytest.raises(GisError) as caught:
        Indoor(**held | {"floors": np.zeros(9)})
    assert caught.value.code == "indoor.shape"
    with pytest.raises(GisError) as caught:
        Indoor(**held | {"sides": held["sides"] + 7})
    assert caught.value.code == "indoor.room"


def test_speeds_are_of_the_profile():
    indoor = floor_of(2, 1, [], [(((0, 0), (1, 0)), 0.5)])
    start, end = Stop(0, 2.0, 1.5), Stop(1, 6.0, 1.5)
    slow = Walking(indoor, Profile(level_ms=0.5)).walk(start, end)
    assert slow.seconds == pytest.approx(slow.metres / 0.5)
