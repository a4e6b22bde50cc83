"""Buildings of a map with their heights, from ways and from relations with a courtyard."""

import osmium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osmium.osm.mutable import Node, Relation, Way

from gis.faults import GisError
from gis.osm_buildings import height_of
from gis.road_files import read_buildings
from tests.gis.children import apart, here  # noqa: F401 - fixtures


def square(first, x, y, side):
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    return [Node(id=first + place, location=corner) for place, corner in enumerate(corners)]


@pytest.fixture
def town(tmp_path):
    path = tmp_path / "town.osm.pbf"
    squares = [square(1, 104.0, 30.0, 0.001), square(11, 104.01, 30.0, 0.003), square(21, 104.011, 30.001, 0.001)]
    squares += [square(31, 104.02, 30.0, 0.001), square(41, 104.03, 30.0, 0.001)]
    tags = [
        {"building": "office", "height": "21.5 m", "name": "甲楼"},
        {},
        {},
        {"building": "yes", "building:levels": "6"},
        {"building": "no"},
    ]
    with osmium.SimpleWriter(str(path)) as out:
        for nodes in squares:
            for node in nodes:
                out.add_node(node)
        for number, (nodes, held) in enumerate(zip(squares, tags, strict=True), start=1):
            out.add_way(Way(id=number, nodes=[*(node.id for node in nodes), nodes[0].id], tags=held))
        members = [("w", 2, "outer"), ("w", 3, "inner")]
        out.add_relation(Relation(id=9, members=members, tags={"type": "multipolygon", "building": "public", "name": "回字楼"}))
    return path


def test_buildings_come_with_key_name_height_and_courtyard(town):
    found = read_buildings(town)
    rows = found.buildings.set_index("building_id")
    assert sorted(rows.index) == ["r9", "w1", "w4"]
    assert rows["height"].to_dict() == pytest.approx({"w1": 21.5, "w4": 18.0, "r9": float("nan")}, nan_ok=True)
    assert rows["name"].to_dict() == {"w1": "甲楼", "r9": "回字楼", "w4": None}
    assert rows.geometry["r9"].area == pytest.approx(0.003**2 - 0.001**2, rel=1e-6)
    assert found.notes[0].values["count"] == 3
    assert (found.notes[0].values["stated"], found.notes[0].values["levels"], found.notes[0].values["none"]) == (1, 1, 1)


@pytest.mark.usefixtures("apart")
def test_a_map_without_buildings_is_refused_in_words(tmp_path):
    path = tmp_path / "bare.osm.pbf"
    with osmium.SimpleWriter(str(path)) as out:
        out.add_node(Node(id=1, location=(104.0, 30.0)))
    with pytest.raises(GisError) as caught:
        read_buildings(path)
    assert caught.value.code == "osm.no_buildings"


@pytest.mark.parametrize(
    ("tags", "height"),
    [
        ({"height": "12"}, 12.0), ({"height": "12,5"}, 12.5), ({"height": "40'"}, 12.192), ({"height": "high"}, None),
        ({"building:levels": "3", "roof:levels": "1"}, 12.0), ({"building:levels": "2-3"}, None), ({"height": "-4"}, None),
        ({"height": "99999"}, None), ({"height": "x", "building:levels": "2"}, 6.0), ({}, None),
    ],
)  # fmt: skip
def test_what_people_type_as_height_is_read_or_left(tags, height):
    assert height_of(tags)[0] == (None if height is None else pytest.approx(height))


@given(st.dictionaries(st.sampled_from(["height", "building:levels", "roof:levels"]), st.text(max_size=12)))
def test_no_text_gives_a_height_that_cannot_be(tags):
    height, _ = height_of(tags)
    assert height is None or 0.0 < height <= 1000.0
