import pytest

from gis.faults import GisError
from gis.handover import Bounds
from gis.road_files import read_roads
from tests.gis.children import here  # noqa: F401 - a fixture

LOCATION = '<location netOffset="-400000.00,-3390000.00" projParameter="+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs"/>'
JUNCTIONS = {"a": (0, 0), "b": (100, 0), "c": (200, 0), "d": (100, 100)}
TEXT_JUNCTIONS = "".join(f'<junction id="{name}" type="priority" x="{x}" y="{y}"/>' for name, (x, y) in JUNCTIONS.items())
INNER_EDGE = '<edge id=":b_0" function="internal"><lane id=":b_0_0" index="0" speed="5"/></edge>'
INNER = INNER_EDGE + '<junction id=":b_0" type="internal" x="0" y="0"/>'


def edge(key, start, end, lanes=('speed="10"',), more=""):
    inner = "".join(f'<lane id="{key}_{place}" index="{place}" {lane}/>' for place, lane in enumerate(lanes))
    return f'<edge id="{key}" from="{start}" to="{end}" {more}>{inner}</edge>'


def connection(start, end, lanes=(0, 0)):
    return f'<connection from="{start}" to="{end}" fromLane="{lanes[0]}" toLane="{lanes[1]}"/>'


@pytest.fixture
def read(tmp_path):
    def _read(*parts, location=LOCATION, head="", **options):
        path = tmp_path / "town.net.xml"
        path.write_text(
            f'<?xml version="1.0"?>{head}<net>{location}{INNER}{"".join(parts)}{TEXT_JUNCTIONS}</net>', encoding="utf-8"
        )
        return read_roads(path, **options)

    return _read


EDGES = edge("ab", "a", "b") + edge("bc", "b", "c") + edge("bd", "b", "d")


def bans(file):
    return {tuple(row) for row in file.bans[["from_road_id", "via_node", "to_road_id"]].itertuples(index=False)}


def test_every_edge_is_a_one_way_road_with_the_speed_of_its_fastest_lane(read):
    roads = read(edge("ab", "a", "b", ('speed="10"', 'speed="15"'), 'name="人民南路" type="highway.primary_link"')).roads
    row = roads.iloc[0]
    assert (row["road_id"], row["name"], row["road_class"], row["oneway"]) == ("ab", "人民南路", "primary_link", True)
    assert (row["speed_kmh"], row["lanes"], row["from_node"], row["to_node"]) == (54.0, 2.0, "a", "b")


def test_coordinates_are_taken_back_to_the_globe(read):
    roads = read(edge("ab", "a", "b")).roads.to_crs(32648)
    start, end = roads.geometry[0].coords
    assert start == pytest.approx((400_000.0, 3_390_000.0), abs=1e-6)
    assert end == pytest.approx((400_100.0, 3_390_000.0), abs=1e-6)


def test_a_road_reaches_its_junctions_whatever_its_shape_says(read):
    roads = read(edge("ab", "a", "b", more='shape="10.0,0.0 50.0,20.0,7.5 90.0,0.0"')).roads.to_crs(32648)
    due = [(0, 0), (10, 0), (50, 20), (90, 0), (100, 0)]
    found = [(x - 400_000, y - 3_390_000) for x, y in roads.geometry[0].coords]
    assert [pytest.approx(point, abs=1e-6) for point in due] == found


def test_a_shape_that_reaches_them_is_left_as_it_is(read):
    roads = read(edge("ab", "a", "b", more='shape="0.0,0.0 50.0,20.0 100.0,0.0"')).roads
    assert len(roads.geometry[0].coords) == 3


def test_a_turn_without_a_connection_is_banned(read):
    file = read(EDGES, connection("ab", "bc"))
    assert bans(file) == {("ab", "b", "bd")}


def test_a_connection_counts_only_between_lanes_for_cars(read):
    lanes = ('speed="5" allow="bicycle pedestrian"', 'speed="10" disallow="tram rail"')
    edges = edge("ab", "a", "b", lanes) + edge("bc", "b", "c", lanes)
    assert bans(read(edges, connection("ab", "bc", (0, 0)))) == {("ab", "b", "bc")}
    assert bans(read(edges, connection("ab", "bc", (1, 1)))) == set()
    assert read(edges, connection("ab", "bc", (1, 1))).roads["lanes"].tolist() == [1.0, 1.0]


def test_edges_without_a_lane_for_cars_are_left_out_and_counted(read):
    file = read(
        edge("ab", "a", "b"),
        edge("way", "b", "c", ('speed="2" allow="pedestrian"',)),
        edge("rail", "b", "d", ('speed="2" disallow="all"',)),
    )
    assert file.roads["road_id"].tolist() == ["ab"]
    assert [(note.code, note.values) for note in file.notes] == [("sumo.not_for_cars", {"count": 2})]


def test_a_network_without_projection_needs_a_crs(read):
    location = '<location netOffset="0.00,0.00" projParameter="!"/>'
    with pytest.raises(GisError, match=r"sumo\.no_projection"):
        read(EDGES, location=location)
    shifted = '<location netOffset="-400000.00,-3390000.00" projParameter="!"/>'
    assert read(EDGES, location=shifted, crs="EPSG:32648").roads.total_bounds == pytest.approx(read(EDGES).roads.total_bounds)


def test_a_network_drawn_over_a_web_map_is_brought_to_wgs84(read):
    there, here_ = read(EDGES).roads, read(EDGES, datum="gcj02").roads
    assert 1e-3 < abs(there.total_bounds - here_.total_bounds).max() < 1e-2


BOMB = '<!DOCTYPE net [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("parts", "options", "code"),
    [
        ([EDGES], {"head": BOMB}, "sumo.broken"),
        ([EDGES, "<unclosed>"], {}, "sumo.broken"),
        ([edge("ab", "a", "b", ('speed="fast"',))], {}, "sumo.broken"),
        ([edge("ab", "a", "b", more='shape="1 2 3"')], {}, "sumo.broken"),
        (['<edge id="ab" from="a" to="b"><lane id="l" index="0"/></edge>'], {}, "sumo.broken"),
        ([edge("ax", "a", "x")], {}, "sumo.no_junction"),
        ([], {}, "roads.no_roads"),
        ([EDGES], {"bounds": Bounds(vertices=3)}, "read.too_many_vertices"),
        ([EDGES], {"bounds": Bounds(rows=3)}, "read.too_many_rows"),
    ],
    ids=["entities", "unclosed", "speed", "shape", "no speed", "no junction", "no road", "vertices", "rows"],
)
def test_what_is_no_sound_network_is_refused(read, parts, options, code):
    with pytest.raises(GisError) as caught:
        read(*parts, **options)
    assert caught.value.code == code
    assert caught.value.values["file"] == "town.net.xml"


def test_another_xml_file_is_no_network(tmp_path):
    path = tmp_path / "other.net.xml"
    path.write_text("<osm><way/></osm>")
    with pytest.raises(GisError, match=r"sumo\.broken"):
        read_roads(path)
