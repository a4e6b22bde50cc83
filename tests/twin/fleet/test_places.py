import math

import pytest
from shapely.geometry import LineString

from tests.scenes import E0, N0, line, tiny_district
from tests.twin.fleet.road_districts import changed
from twin.fleet.places import resolve_place
from twin.model.errors import DataError, UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot


@pytest.fixture(scope="module")
def scene():
    return tiny_district()


@pytest.mark.parametrize(
    ("text", "kind", "x", "y"),
    [
        ("A-F1-101", "room", 3.0, 3.0),
        ("PK", "parking", 40.0, 7.0),
        ("CH1", "charger", 40.0, 5.0),
        ("G1", "gate", -40.0, -20.0),
        ("A-entrance", "door", 24.0, 7.0),
        (" 1号桩 ", "charger", 40.0, 5.0),
        ("东停车场", "parking", 40.0, 7.0),
        ("大厅", "room", 10.0, -35.0),
        ("甲楼 101", "room", 3.0, 3.0),
        ("乙楼 101 大厅", "room", 10.0, -35.0),
        ("乙楼 正门", "door", 10.0, -30.1),
    ],
)
def test_a_place_is_found_by_key_name_and_building(scene, text, kind, x, y):
    place = resolve_place(scene, text)
    assert (place.kind, place.text) == (kind, text)
    assert (place.x - E0, place.y - N0) == pytest.approx((x, y), abs=1e-6)


@pytest.mark.parametrize("text", ["104.0502,30.5911", " 104.0502 , 30.5911 ", "104.0502，30.5911"])
def test_a_position_is_longitude_then_latitude(scene, text):
    place = resolve_place(scene, text)
    assert place.kind == "point"
    assert math.hypot(place.x - E0, place.y - N0) < 1500


def test_a_room_goes_out_by_the_nearest_entrance_of_its_own_building(scene):
    place = resolve_place(scene, "A-F2-203")
    assert place.door.key == "A-entrance"
    assert place.outside == (E0 + 24.0, N0 + 7.0)
    west = {"door_id": "A-west", "building_id": "A", "floor_id": "A-F1", "entrance": True, "geometry": line((0, 6.2), (0, 7.8))}
    two = changed("door", add=[west])
    assert resolve_place(two, "A-F1-101").door.key == "A-west"
    assert resolve_place(two, "A-F1-104").door.key == "A-entrance"
    assert {door.key for door in resolve_place(two, "A-F1-101").doors} == {"A-west", "A-entrance"}
    assert resolve_place(two, "PK").door is None


def test_a_name_that_several_places_have_is_refused_with_all_of_them(scene):
    with pytest.raises(UsageError) as caught:
        resolve_place(scene, "101")
    assert caught.value.code == "fleet.place.ambiguous"
    assert {"A-F1-101 (甲楼 101 办公室)", "B-hall (乙楼 101 大厅)"} == set(caught.value.values["candidates"].split("; "))
    with pytest.raises(UsageError) as caught:
        resolve_place(scene, "办公室")
    assert caught.value.values["count"] == 16
    assert caught.value.values["candidates"].endswith("…")


def test_an_unknown_name_is_refused_with_the_closest(scene):
    with pytest.raises(UnknownKeyError) as caught:
        resolve_place(scene, "A-F1-199")
    assert all(key.startswith("A-F1-1") for key in caught.value.values["close"].split("; "))


def test_an_inner_door_is_no_place_for_a_vehicle(scene):
    with pytest.raises(UsageError, match="A-F1-101-door") as caught:
        resolve_place(scene, "A-F1-101-door")
    assert caught.value.code == "fleet.place.not_entrance"


def test_the_name_of_an_inner_door_is_no_name_of_a_place():
    named = changed("door", name={"A-F1-101-door": "暗门"})
    with pytest.raises(UnknownKeyError):
        resolve_place(named, "暗门")


@pytest.mark.parametrize("text", ["200,10", "10,95"])
def test_a_position_off_the_globe_is_refused(scene, text):
    with pytest.raises(UsageError) as caught:
        resolve_place(scene, text)
    assert caught.value.code == "crs.not_degrees"


def test_a_position_means_nothing_in_a_building_that_is_not_on_the_ground(scene):
    local = Snapshot({"room": scene.frame("room").reset_index(drop=True).set_crs(None, allow_override=True)}, None)
    with pytest.raises(UsageError) as caught:
        resolve_place(local, "104.05,30.59")
    assert caught.value.code == "fleet.place.no_crs"


def test_a_building_without_entrance_and_a_thing_without_shape_are_said():
    with pytest.raises(DataError) as caught:
        resolve_place(changed("door", drop=["A-entrance"]), "A-F1-101")
    assert caught.value.code == "fleet.place.no_entrance"
    with pytest.raises(DataError) as caught:
        resolve_place(changed("gate", geometry={"G1": None}), "G1")
    assert caught.value.code == "fleet.place.no_shape"


def test_an_area_with_a_hole_in_its_middle_is_entered_inside_it():
    bent = changed("parking", geometry={"PK": LineString([(E0, N0), (E0 + 90, N0), (E0 + 90, N0 + 90)]).buffer(2)})
    place = resolve_place(bent, "PK")
    assert bent.frame("parking").geometry["PK"].contains(bent.frame("parking").geometry["PK"].representative_point())
    assert (place.x, place.y) == tuple(bent.frame("parking").geometry["PK"].representative_point().coords[0])
