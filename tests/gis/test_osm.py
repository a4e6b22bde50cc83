import osmium
import pytest
from osmium.osm.mutable import Node, Relation, Way

from gis.faults import GisError
from gis.handover import Bounds
from gis.road_files import read_roads
from tests.gis.children import here  # noqa: F401 - a fixture

PLACES = {1: (104.0, 30.0), 2: (104.01, 30.0), 3: (104.02, 30.0), 4: (104.01, 30.01), 5: (104.01, 29.99), 6: (104.03, 30.0)}
"""1 - 2 - 3 - 6 from west to east; 4 north and 5 south of 2."""


@pytest.fixture
def read(tmp_path):
    """Write a small map and read it: ways number → (nodes, tags), restrictions number → (tags, members)."""

    def _read(ways, restrictions=(), node_tags=None, places=PLACES, **options):
        path = tmp_path / "map.osm.pbf"
        with osmium.SimpleWriter(str(path)) as writer:
            for number, at in places.items():
                writer.add_node(Node(id=number, location=at, tags=(node_tags or {}).get(number, {})))
            for number, (nodes, tags) in ways.items():
                writer.add_way(Way(id=number, nodes=nodes, tags={"highway": "residential"} | tags))
            for number, (tags, members) in enumerate(restrictions, start=1):
                writer.add_relation(Relation(id=number, tags={"type": "restriction"} | tags, members=members))
        return read_roads(path, **options)

    return _read


def ends(file):
    return {key: (start, end) for key, start, end in file.roads[["road_id", "from_node", "to_node"]].itertuples(index=False)}


def bans(file):
    return {tuple(row) for row in file.bans[["from_road_id", "via_node", "to_road_id"]].itertuples(index=False)}


def crossing(*restrictions, **more):
    """West 10 to 2, then east 11, north 12 and south 13 of it."""
    return {
        "ways": {10: ([1, 2], {}), 11: ([2, 3], {}), 12: ([2, 4], {}), 13: ([2, 5], {})},
        "restrictions": restrictions,
        **more,
    }


def turn(kind, start, end, **tags):
    return {"restriction": kind} | tags, [("w", start, "from"), ("n", 2, "via"), ("w", end, "to")]


def test_ways_are_cut_where_they_meet_and_not_elsewhere(read):
    file = read({10: ([1, 2, 3, 6], {"name": "东街"}), 11: ([5, 2, 4], {})})
    assert ends(file) == {"w10.0": ("n1", "n2"), "w10.1": ("n2", "n6"), "w11.0": ("n5", "n2"), "w11.1": ("n2", "n4")}
    line = file.roads.set_index("road_id").geometry["w10.1"]
    assert list(line.coords) == [(104.01, 30.0), (104.02, 30.0), (104.03, 30.0)]
    assert file.roads["name"].tolist() == ["东街", "东街", None, None]
    assert file.roads.crs.to_epsg() == 4326
    assert len(file.bans) == 0


def test_a_way_against_its_drawing_is_turned_round(read):
    file = read({10: ([1, 2, 3], {"oneway": "-1"})})
    assert ends(file) == {"w10.0": ("n3", "n1")}
    assert file.roads["oneway"].tolist() == [True]
    assert next(iter(file.roads.geometry[0].coords)) == (104.02, 30.0)


def test_a_roundabout_is_one_way_and_cut_at_its_arms(read):
    file = read({10: ([2, 3, 4, 2], {"junction": "roundabout"}), 11: ([3, 6], {})})
    assert ends(file) == {"w10.0": ("n2", "n3"), "w10.1": ("n3", "n2"), "w11.0": ("n3", "n6")} or ends(file)["w10.0"] == (
        "n2",
        "n3",
    )
    assert file.roads["oneway"].tolist() == [True, True, False]


def test_no_way_leads_through_a_bollard(read):
    file = read({10: ([1, 2, 3], {})}, node_tags={2: {"barrier": "bollard"}})
    assert ends(file) == {"w10.0": ("n1", "n2@w10.0b"), "w10.1": ("n2@w10.1a", "n3")}
    assert [(note.code, note.values) for note in file.notes] == [("osm.barriers", {"count": 1})]


def test_paths_for_people_are_no_roads(read):
    file = read({10: ([1, 2], {}), 11: ([2, 3], {"highway": "footway"}), 12: ([3, 6], {"highway": "service", "area": "yes"})})
    assert set(ends(file)) == {"w10.0"}


def test_no_left_turn_bans_that_turn(read):
    assert bans(read(**crossing(turn("no_left_turn", 10, 12)))) == {("w10.0", "n2", "w12.0")}


def test_only_straight_on_bans_every_other_turn_and_turning_round(read):
    file = read(**crossing(turn("only_straight_on", 10, 11)))
    assert bans(file) == {("w10.0", "n2", "w12.0"), ("w10.0", "n2", "w13.0"), ("w10.0", "n2", "w10.0")}


def test_no_u_turn_on_one_road_bans_turning_round(read):
    assert bans(read(**crossing(turn("no_u_turn", 10, 10)))) == {("w10.0", "n2", "w10.0")}


def test_no_entry_from_many_roads_bans_each(read):
    tags, members = turn("no_entry", 10, 12)
    file = read(**crossing((tags, [*members, ("w", 13, "from")])))
    assert bans(file) == {("w10.0", "n2", "w12.0"), ("w13.0", "n2", "w12.0")}


def test_a_turn_out_of_a_road_that_cannot_be_driven_that_way_needs_no_ban(read):
    ways = {10: ([2, 1], {"oneway": "yes"}), 11: ([2, 3], {}), 12: ([2, 4], {})}
    file = read(ways, [turn("no_left_turn", 10, 12)])
    assert bans(file) == set()
    assert [note.code for note in file.notes] == ["osm.unmatched"]


@pytest.mark.parametrize(
    ("restriction", "code"),
    [
        (({"restriction:conditional": "no_left_turn @ (07:00-09:00)"}, turn("", 10, 12)[1]), "osm.conditional"),
        (({"restriction": "no_left_turn"}, [("w", 10, "from"), ("w", 11, "via"), ("w", 12, "to")]), "osm.via_way"),
        (turn("no_left_turn", 10, 99), "osm.unmatched"),
        (turn("no_u_turn", 99, 99), "osm.unmatched"),
        (({"restriction": "only_straight_on"}, [*turn("", 10, 11)[1], ("w", 12, "to")]), "osm.unmatched"),
    ],
)
def test_what_cannot_be_said_as_a_banned_turn_is_counted(read, restriction, code):
    file = read(**crossing(restriction))
    assert bans(file) == set()
    assert [(note.code, note.values) for note in file.notes] == [(code, {"count": 1, "rows": "1"})]


def test_a_way_that_goes_on_past_the_node_leaves_open_which_side_is_meant(read):
    file = read({10: ([1, 2, 3], {}), 12: ([2, 4], {})}, [turn("no_left_turn", 10, 12)])
    assert bans(file) == set()
    assert [note.code for note in file.notes] == ["osm.unmatched"]


@pytest.mark.parametrize(
    ("tags", "count"),
    [
        ({"except": "motorcar"}, 0),
        ({"except": "psv;bicycle"}, 1),
        ({"type": "restriction:hgv"}, 0),
        ({"type": "restriction:motorcar"}, 1),
        ({"type": "route"}, 0),
    ],
)
def test_restrictions_that_do_not_bind_cars_are_left_aside(read, tags, count):
    assert len(bans(read(**crossing(turn("no_left_turn", 10, 12, **tags))))) == count


def test_roads_end_at_the_edge_of_the_map(read):
    places = {number: at for number, at in PLACES.items() if number != 3}
    file = read({10: ([1, 2, 3, 6, 4], {})}, places=places)
    assert ends(file) == {"w10.0": ("n1", "n2"), "w10.1": ("n6", "n4")}
    assert [(note.code, note.values) for note in file.notes] == [("osm.outside", {"count": 1})]


def test_a_node_given_twice_in_a_row_counts_once(read):
    file = read({10: ([1, 2, 2, 3], {})})
    assert ends(file) == {"w10.0": ("n1", "n3")}
    assert len(file.roads.geometry[0].coords) == 3


@pytest.mark.parametrize(
    ("ways", "options", "code"),
    [
        ({10: ([1, 2], {"highway": "footway"})}, {}, "roads.no_roads"),
        ({10: ([1, 2, 3], {})}, {"bounds": Bounds(vertices=2)}, "read.too_many_vertices"),
        ({10: ([1, 2], {}), 11: ([2, 3], {})}, {"bounds": Bounds(rows=1)}, "read.too_many_rows"),
    ],
)
def test_maps_without_roads_or_with_too_many_are_refused(read, ways, options, code):
    with pytest.raises(GisError) as caught:
        read(ways, **options)
    assert caught.value.code == code


def test_rubbish_is_refused(tmp_path):
    path = tmp_path / "map.osm.pbf"
    path.write_bytes(b"no map at all")
    with pytest.raises(GisError, match=r"read\.failed"):
        read_roads(path)
