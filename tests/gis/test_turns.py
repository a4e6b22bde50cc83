from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString

from gis.roads import model
from gis.turns import expand
from tests.gis.road_oracle import Oracle
from tests.gis.road_scenes import CROSS, ONE, cross, table_of


def turns(table):
    """Name the allowed turns: (road, forward) → (road, forward)."""
    network = expand(model(table))
    named = [(table.keys[row], bool(forward)) for row, forward in zip(network.row, network.forward, strict=True)]
    return {(named[start], named[end]) for start, end in zip(network.turn_from, network.turn_to, strict=True)}


def into_c(name):
    return (name, False)


def out_of_c(name):
    return (name, True)


def test_at_a_crossing_every_turn_but_turning_round_is_allowed_and_at_dead_ends_only_that():
    allowed = {(into_c(a), out_of_c(b)) for a, b in product("news", "news") if a != b}
    dead_ends = {(out_of_c(name), into_c(name)) for name in "news"}
    assert turns(cross()) == allowed | dead_ends


def test_a_banned_turn_is_gone_and_no_other():
    assert turns(cross()) - turns(cross(bans=[("n", "c", "e")])) == {(into_c("n"), out_of_c("e"))}


def test_where_every_other_turn_is_banned_turning_round_is_allowed():
    banned = turns(cross(bans=[("n", "c", name) for name in "esw"]))
    assert (into_c("n"), out_of_c("n")) in banned


def test_a_banned_turning_round_stays_banned_at_a_dead_end():
    assert (out_of_c("n"), into_c("n")) not in turns(cross(bans=[("n", "n", "n")]))


def test_one_way_roads_are_driven_one_way():
    allowed = turns(cross(e=ONE))
    assert (into_c("n"), out_of_c("e")) in allowed
    assert not any(start == ("e", False) or end == ("e", False) for start, end in allowed)


def test_a_road_held_as_two_rows_turns_round_like_a_two_way_road():
    there, back = LineString([(0, 0), (30, 20), (0, 100)]), LineString([(0, 100), (30, 20), (0, 0)])
    roads = {"n1": ("c", "n", ONE | {"geometry": there}), "n2": ("n", "c", ONE | {"geometry": back}), "e": ("c", "e")}
    allowed = turns(table_of(CROSS, roads))
    assert (("n1", True), ("n2", True)) in allowed
    assert (("n2", True), ("n1", True)) not in allowed


def test_another_road_back_is_no_turning_round():
    """A ring road of two different lines between the same nodes may be driven round."""
    bent = LineString([(0, 0), (30, 50), (0, 100)])
    allowed = turns(table_of(CROSS, {"straight": ("c", "n"), "bent": ("c", "n", {"geometry": bent}), "s": ("c", "s")}))
    assert (("straight", True), ("bent", False)) in allowed
    assert (("straight", True), ("straight", False)) not in allowed


def test_a_loop_may_be_left_either_way_round_and_driven_again():
    loop = LineString([(0, 0), (10, 10), (20, 0), (10, -10), (0, 0)])
    allowed = turns(table_of(CROSS, {"loop": ("c", "c", {"geometry": loop}), "w": ("c", "w")}))
    assert {end for start, end in allowed if start == ("loop", True)} == {("loop", True), ("w", True)}


def test_directions_are_sorted_by_key_whatever_the_order_of_the_rows():
    table = cross()
    network = expand(model(table))
    assert network.row.tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert network.forward.tolist() == [True, False] * 4
    assert network.middle[0].tolist() == [50.0, 0.0]
    assert all((network.after(at)[1:] > network.after(at)[:-1]).all() for at in range(8))


@given(data=st.data())
def test_the_turns_are_those_of_a_plain_loop(data):
    """Random roads between four nodes, some twice, some loops, with random bans, against the oracle of the tests."""
    nodes = {"a": (0.0, 0.0), "b": (50.0, 0.0), "c": (50.0, 50.0), "d": (0.0, 50.0)}
    ends = st.sampled_from("abcd")
    roads = {}
    for place in range(data.draw(st.integers(1, 8))):
        start, end = data.draw(ends), data.draw(ends)
        line = (
            [nodes[start], (25.0 + data.draw(st.integers(-1, 1)), 60.0), nodes[end]]
            if start == end
            else [nodes[start], nodes[end]]
        )
        roads[f"r{place}"] = (start, end, {"oneway": data.draw(st.booleans()), "geometry": LineString(line)})
    keys = st.sampled_from(sorted(roads))
    bans = data.draw(st.lists(st.tuples(keys, ends, keys), max_size=6))
    table = table_of(nodes, roads, bans)
    oracle = {
        ((table.keys[start[0]], start[1]), (table.keys[end[0]], end[1])) for start, end in Oracle(table).graph.edges
    }  # fmt: skip
    assert turns(table) == oracle
