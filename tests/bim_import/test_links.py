"""Stairs and lifts lead to the floor above, whether drawn as elements, as a room per storey, or as one room through all."""

from __future__ import annotations

import pytest
from shapely.geometry import box

from bim_import.links import build_links
from bim_import.spaces import build_rooms
from tests.bim_import.prisms import Builder

WELL = box(0, 0, 3, 5)


def links_of(build):
    scene = build.scene()
    rooms, _ = build_rooms(scene)
    return {(row["vertical_link_id"], row["floor_id"]): row for row in build_links(scene, rooms)}


def house(count=3):
    build = Builder()
    floors = [build.storey(3.0 * place) for place in range(count)]
    for place, floor in enumerate(floors):
        build.add("space", box(3.2, 0, 9, 5), 3.0 * place, 3.0 * place + 2.8, storey=floor, key=f"HALL{place}", long_name="走廊")
    return build, floors


def test_a_stair_element_leads_to_the_floor_its_body_reaches_and_stands_in_its_room():
    build, floors = house(2)
    for place, floor in enumerate(floors):
        build.add("space", WELL, 3.0 * place, 3.0 * place + 2.8, storey=floor, key=f"WELL{place}", long_name="楼梯间")
    build.add("stair", box(0.5, 0.5, 2.5, 4), 0, 3.0, storey=floors[0], key="STAIR", ifc_class="IfcStair")
    found = links_of(build)
    row = found["STAIR", "S1"]
    assert (row["link_class"], row["up_floor_id"], row["room_id"], row["up_room_id"]) == ("stair", "S2", "WELL0", "WELL1")
    assert set(found) == {("STAIR", "S1"), ("WELL1", "S2")}
    assert found["WELL1", "S2"]["up_floor_id"] is None


def test_a_stair_drawn_by_its_flights_is_one_stair():
    build, floors = house(2)
    whole = build.add("stair", None, storey=floors[0], key="STAIR", ifc_class="IfcStair")
    build.add("stair", box(0, 0, 1, 4), 0, 1.5, storey=floors[0], whole=whole, ifc_class="IfcStairFlight")
    build.add("stair", box(1, 0, 2, 4), 1.5, 3, storey=floors[0], whole=whole, ifc_class="IfcStairFlight")
    found = links_of(build)
    assert set(found) == {("STAIR", "S1")}
    assert found["STAIR", "S1"]["geometry"].area == pytest.approx(8)


def test_stair_rooms_over_each_other_are_linked_and_others_are_not():
    build, floors = house(3)
    for place, floor in enumerate(floors):
        build.add("space", WELL, 3.0 * place, 3.0 * place + 2.8, storey=floor, key=f"WELL{place}", long_name="楼梯间")
    build.add("space", box(20, 0, 23, 5), 0, 2.8, storey=floors[0], key="ASIDE", long_name="楼梯间")
    found = links_of(build)
    assert [found[f"WELL{place}", f"S{place + 1}"]["up_room_id"] for place in range(3)] == ["WELL1", "WELL2", None]
    assert found["ASIDE", "S1"]["up_floor_id"] is None


def test_one_lift_room_through_all_storeys_stops_on_each():
    build, floors = house(3)
    build.add("space", box(0, 0, 2, 2), 0, 8.8, storey=floors[0], key="LIFT", long_name="电梯")
    found = links_of(build)
    assert {key: (row["floor_id"], row["up_floor_id"], row["up_room_id"]) for (key, _), row in found.items()} == {
        "LIFT": ("S1", "S2", "LIFT"),
        "LIFT@2": ("S2", "S3", "LIFT"),
        "LIFT@3": ("S3", None, None),
    }
    assert {row["link_class"] for row in found.values()} == {"lift"}


@pytest.mark.parametrize(
    ("group", "predefined", "expected"),
    [
        ("transport", "ELEVATOR", "lift"),
        ("transport", "ESCALATOR", "escalator"),
        ("transport", "", "lift"),
        ("ramp", "", "ramp"),
        ("stair", "", "stair"),
    ],
)
def test_every_way_has_its_class(group, predefined, expected):
    build, floors = house(2)
    build.add(group, box(0, 0, 2, 2), 0, 3, storey=floors[0], predefined=predefined)
    assert {row["link_class"] for row in links_of(build).values()} == {expected}


def test_a_few_steps_within_a_floor_lead_nowhere():
    build, floors = house(2)
    build.add("stair", box(0, 0, 2, 1), 0, 0.9, storey=floors[0], key="STEPS")
    assert links_of(build)["STEPS", "S1"]["up_floor_id"] is None
