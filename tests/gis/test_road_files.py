import pytest
from defusedxml.ElementTree import parse

from gis.faults import GisError
from gis.road_files import read_roads

COLUMNS = [
    "road_id", "name", "from_node", "to_node", "road_class", "oneway", "speed_kmh", "lanes", "height_limit", "weight_limit_t",
    "access", "geometry",
]  # fmt: skip


@pytest.fixture(scope="module")
def roads_of(testdata):
    return {
        name: read_roads(testdata / "roads" / name)
        for name in ("osm/liechtenstein.osm.pbf", "osm/saopaulo.osm.pbf", "chengdu/chengdu.net.xml")
    }


def test_real_networks_have_the_columns_of_the_tables_and_unique_keys(roads_of):
    for file in roads_of.values():
        assert list(file.roads.columns) == COLUMNS
        assert list(file.bans.columns) == ["turn_ban_id", "from_road_id", "via_node", "to_road_id"]
        assert file.roads["road_id"].is_unique
        assert file.bans["turn_ban_id"].is_unique
        assert set(file.bans["from_road_id"]) | set(file.bans["to_road_id"]) <= set(file.roads["road_id"])
        assert file.roads.geometry.is_valid.all()


def test_roads_meet_where_they_say_they_do(roads_of):
    for name, file in roads_of.items():
        ends = {}
        for start, end, line in zip(file.roads["from_node"], file.roads["to_node"], file.roads.geometry, strict=True):
            ends.setdefault(start, set()).add(line.coords[0])
            ends.setdefault(end, set()).add(line.coords[-1])
        assert all(len(places) == 1 for places in ends.values()), name


def test_liechtenstein_has_its_two_turn_restrictions_of_which_the_file_holds_all_members(roads_of):
    file = roads_of["osm/liechtenstein.osm.pbf"]
    bans = {(start.split(".")[0], via, end.split(".")[0]) for start, via, end in file.bans.iloc[:, 1:].itertuples(index=False)}
    assert bans == {("w167992391", "n1793113950", "w24802724"), ("w258306367", "n269468749", "w258306365")}
    assert ("osm.unmatched", "3090789") in {(note.code, note.values.get("rows")) for note in file.notes}
    assert file.roads["height_limit"].notna().sum() == 2
    assert file.roads["weight_limit_t"].notna().sum() == 1


def test_sao_paulo_has_its_low_bridges(roads_of):
    roads = roads_of["osm/saopaulo.osm.pbf"].roads
    assert roads["height_limit"].notna().sum() > 100
    assert roads["height_limit"].min() >= 1.8
    assert 0.6 < roads["oneway"].mean() < 0.9


def test_chengdu_has_the_edges_and_connections_of_its_file(roads_of, testdata):
    """Counted from the file by another parser: every pair of roads that meet is either connected or banned."""
    file, tree = roads_of["chengdu/chengdu.net.xml"], parse(testdata / "roads" / "chengdu" / "chengdu.net.xml")
    edges = [edge for edge in tree.iter("edge") if edge.get("function") is None]
    cars = {edge.get("id") for edge in edges if any("passenger" in lane.get("allow", "passenger") for lane in edge.iter("lane"))}
    assert set(file.roads["road_id"]) == cars
    connected = {
        (link.get("from"), link.get("to"))
        for link in tree.iter("connection")
        if link.get("from") in cars and link.get("to") in cars
    }
    leaving = file.roads.groupby("from_node")["road_id"].apply(set)
    meeting = {
        (key, onward)
        for key, end in zip(file.roads["road_id"], file.roads["to_node"], strict=True)
        for onward in leaving.get(end, set())
    }
    banned = set(zip(file.bans["from_road_id"], file.bans["to_road_id"], strict=True))
    assert banned == meeting - connected
    assert file.roads["name"].str.contains("人民南路", na=False).any()
    assert file.roads.total_bounds == pytest.approx([104.039, 30.6205, 104.0777, 30.6513], abs=1e-3)


def test_files_of_other_kinds_are_refused(tmp_path):
    path = tmp_path / "roads.txt"
    path.write_text("x")
    with pytest.raises(GisError, match=r"read\.unknown_type"):
        read_roads(path)
    with pytest.raises(GisError, match=r"read\.no_file"):
        read_roads(tmp_path / "none.osm.pbf")
