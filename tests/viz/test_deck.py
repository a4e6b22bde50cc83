"""Decks for a notebook: no basemap, no outside host, true places and true colours."""

import json
import math

import pytest
import shapely
from pyproj import Transformer

from tests.scenes import CRS_4544, E0, N0, tiny_district
from tests.viz.pages import answers, chrome, open_page
from twin.model.errors import UnknownKeyError
from twin.model.snapshot import Snapshot
from viz import district_deck, floor_deck, palette
from viz.deck import room_fills


def told(deck):
    return json.loads(deck.to_json())


def layer(deck, name):
    return next(found for found in told(deck)["layers"] if found["id"] == name)


def local_building():
    tables = ("building", "floor", "room", "wall", "door")
    frames = {name: tiny_district().frame(name).query("building_id == 'A'").copy() for name in tables}
    for frame in frames.values():
        frame.geometry = frame.geometry.translate(-E0, -N0).set_crs(None, allow_override=True)
    return Snapshot(frames, None, 1)


@pytest.mark.parametrize(
    "deck", [district_deck(tiny_district()), floor_deck(tiny_district(), "A-F1"), district_deck(local_building())]
)
def test_a_deck_has_no_basemap_and_names_no_host(deck):
    found = told(deck)
    assert found.get("mapProvider") is None
    assert found.get("mapStyle") is None
    assert "http" not in deck.to_json()
    assert "__MAP_STYLE__" not in deck.to_json()


def test_a_room_lies_at_its_longitude_and_latitude():
    records = {record["key"]: record for record in layer(floor_deck(tiny_district(), "A-F1"), "rooms")["data"]}
    drawn = shapely.Polygon(records["A-F1-101"]["polygon"][0])
    back = Transformer.from_crs(4326, CRS_4544, always_xy=True)
    placed = shapely.transform(drawn, lambda points: list(zip(*back.transform(*points.T), strict=True)))
    assert shapely.hausdorff_distance(placed, tiny_district().row("room", "A-F1-101")["geometry"]) < 0.02


def test_a_building_not_placed_is_drawn_in_its_own_metres():
    deck = floor_deck(local_building(), "A-F1")
    assert told(deck)["views"][0]["@@type"] == "OrthographicView"
    records = {record["key"]: record for record in layer(deck, "rooms")["data"]}
    assert shapely.Polygon(records["A-F1-101"]["polygon"][0]).area == pytest.approx(5.8 * 5.8, abs=0.02)
    raised = district_deck(local_building(), extruded=True)
    assert told(raised)["views"][0]["@@type"] == "OrbitView"


def test_a_floor_that_is_not_there_is_refused():
    with pytest.raises(UnknownKeyError):
        floor_deck(tiny_district(), "Z-F9")


def test_a_district_shows_one_floor_of_each_building():
    one = {record["key"] for record in layer(district_deck(tiny_district()), "rooms")["data"]}
    two = {record["key"] for record in layer(district_deck(tiny_district(), number=2), "rooms")["data"]}
    assert {key.split("-")[0] for key in one} == {"A", "B"}
    assert {key[:4] for key in two} == {"A-F2"}


def test_a_raised_deck_has_heights_and_a_flat_one_none():
    flat = layer(district_deck(tiny_district(), number=2), "rooms")
    raised = layer(district_deck(tiny_district(), number=2, extruded=True), "rooms")
    assert {len(vertex) for record in flat["data"] for vertex in record["polygon"][0]} == {2}
    assert {vertex[2] for record in raised["data"] for vertex in record["polygon"][0]} == {3.6}
    assert raised["extruded"] is True


def test_rooms_are_coloured_by_class_or_by_the_department_that_sits_there():
    snapshot = tiny_district()
    by_class = room_fills(snapshot, "room_class")
    assert by_class["A-F1-114"] == palette.ROOM_CLASS["meeting"]
    by_department = room_fills(snapshot, "department", "2026-01-01")
    assert by_department["A-F1-101"] == by_department["A-F1-102"] == palette.DEPARTMENTS[0]
    assert by_department["A-F1-103"] == palette.DEPARTMENTS[1]
    assert by_department["A-F1-104"] == palette.PLAIN
    assert room_fills(snapshot, "department", "2022-01-01")["A-F1-104"] == palette.DEPARTMENTS[0]
    with pytest.raises(ValueError, match="colour_by"):
        room_fills(snapshot, "mood")


def test_what_cameras_see_is_drawn_on_their_floor_only():
    snapshot = tiny_district()
    given = answers(snapshot)
    upstairs = floor_deck(snapshot, "A-F2", coverage=given["coverage"])
    below = floor_deck(snapshot, "A-F1", coverage=given["coverage"])
    assert "views" not in [found["id"] for found in told(upstairs)["layers"]]
    assert len(layer(below, "views")["data"]) == 1
    whole = district_deck(snapshot, coverage=given["coverage"], route=given["route"])
    assert [found["id"] for found in told(whole)["layers"]][-3:] == ["route_edge", "route", "points"]


def test_the_view_shows_the_whole_floor():
    state = told(floor_deck(tiny_district(), "A-F1"))["initialViewState"]
    metres_a_pixel = 40_075_016.686 * math.cos(math.radians(state["latitude"])) / 512 / 2 ** state["zoom"]
    assert 24.2 < metres_a_pixel * 600 < 40


@pytest.mark.browser
def test_the_page_of_a_deck_asks_nobody_and_runs_nothing_of_the_data(chromium, tmp_path):
    frames = {name: tiny_district().frame(name).copy() for name in ("building", "floor", "room", "wall", "door", "camera")}
    frames["room"]["name"] = frames["camera"]["name"] = '</script><img src=x onerror="window.PWNED=1">'
    deck = floor_deck(Snapshot(frames, CRS_4544, 1), "A-F1")
    out = tmp_path / "deck.html"
    assert deck.to_html(str(out)) == out.read_text(encoding="utf-8")
    with chrome(chromium) as browser:
        seen = open_page(browser, out)
        assert seen.asked == [out.as_uri()]
        assert seen.errors == []
        assert seen.breaches() == []
        assert seen.page.evaluate("window.PWNED") is None
        assert seen.page.evaluate("window.twinDeck.props.layers.map(layer => layer.id)") == ["rooms", "walls", "doors", "points"]


def test_a_notebook_gets_an_escaped_frame_of_the_same_page():
    deck = floor_deck(tiny_district(), "B-F1")
    shown = deck._repr_html_()
    assert shown.startswith("<iframe")
    assert "<script" not in shown
