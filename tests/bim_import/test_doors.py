"""A door joins the rooms on both sides of it, at any angle, with or without what the file says of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from bim_import.doors import build_doors, isolated_rooms, mark_entrances
from bim_import.openings import across_body, frame_of
from bim_import.outlines import floor_rows
from bim_import.spaces import build_rooms
from bim_import.walls import build_walls
from tests.bim_import.models import codes
from tests.bim_import.prisms import Builder, turned, two_rooms


def built(build):
    scene = build.scene()
    rooms, _ = build_rooms(scene)
    doors, findings = build_doors(scene, rooms)
    walls = build_walls(scene, 1.1)
    floors = floor_rows(scene, rooms.rows, walls.rows)
    mark_entrances(
        doors, {row["floor_id"]: row["geometry"] for row in floors}, {row["floor_id"]: row["number"] for row in floors}
    )
    return scene, rooms, doors, findings


@given(st.floats(0, 360))
def test_a_door_between_two_rooms_joins_them_at_any_angle(angle):
    build, _ = two_rooms(angle)
    _, _, doors, findings = built(build)
    row = doors.rows[0]
    assert {row["room_a_id"], row["room_b_id"]} == {"K2", "K3"}
    assert row["width"] == pytest.approx(0.9, abs=1e-6)
    assert row["depth"] == pytest.approx(0.2, abs=1e-3)
    assert row["height"] == 2.1
    middle = np.array([4.1, 1.5]) @ turned(angle)[:2, :2].T
    assert np.array(row["geometry"].centroid.coords[0]) == pytest.approx(middle, abs=1e-3)
    assert row["geometry"].length == pytest.approx(0.9, abs=1e-6)
    assert not row["entrance"]
    assert findings == []


@pytest.mark.parametrize("thickness", [0.05, 0.2, 0.5, 1.2])
def test_walls_of_any_thickness_are_reached_through(thickness):
    build = Builder()
    floor = build.storey(0.0)
    build.add("space", box(-4, 0, 0, 3), 0, 2.8, storey=floor)
    build.add("space", box(thickness, 0, thickness + 4, 3), 0, 2.8, storey=floor)
    wall = build.add("wall", box(0, 0, thickness, 3), 0, 3, storey=floor)
    hole = build.opening(box(-0.05, 1, thickness + 0.05, 2), wall)
    door = build.add("door", box(0, 1, 0.05, 2), 0, 2, storey=floor, matrix=turned(90, 0, 1))
    build.openings[door] = hole
    _, _, doors, _ = built(build)
    assert doors.rows[0]["depth"] == pytest.approx(thickness, abs=1e-6)
    assert None not in (doors.rows[0]["room_a_id"], doors.rows[0]["room_b_id"])


def test_the_corner_of_a_third_room_is_not_met():
    build, _ = two_rooms()
    build.add("space", box(4.2, -3, 8.2, 0), 0, 2.8, storey=1, name="103")
    _, rooms, doors, _ = built(build)
    assert {doors.rows[0]["room_a_id"], doors.rows[0]["room_b_id"]} == {"K2", "K3"}
    assert [row["number"] for row in isolated_rooms(rooms, doors)] == ["103"]


def test_rooms_of_the_floor_above_are_not_joined():
    build, _ = two_rooms()
    upper = build.storey(3.0)
    build.add("space", box(0, 0, 8.2, 3), 3.0, 5.8, storey=upper)
    _, _, doors, _ = built(build)
    assert {doors.rows[0]["room_a_id"], doors.rows[0]["room_b_id"]} == {"K2", "K3"}


def test_a_door_in_the_outer_wall_is_an_entrance():
    build, _ = two_rooms()
    wall = build.add("wall", box(-0.3, -0.2, 0, 3.2), 0, 3, storey=1)
    hole = build.opening(box(-0.4, 1, 0.1, 2), wall)
    door = build.add("door", None, storey=1, matrix=turned(90, -0.15, 1), width=1.0, height=2.1, key="OUT")
    build.openings[door] = hole
    _, _, doors, _ = built(build)
    row = next(row for row in doors.rows if row["door_id"] == "OUT")
    assert row["entrance"]
    assert (row["room_a_id"], row["room_b_id"]) == ("K2", None)


def test_a_door_into_a_shaft_that_nobody_drew_is_no_entrance():
    build, (_, right, wall) = two_rooms()
    del build.elements[right]
    build.add("wall", box(4, 3, 8.4, 3.2), 0, 3, storey=1)
    build.add("wall", box(4, -0.2, 8.4, 0), 0, 3, storey=1)
    build.add("wall", box(8.2, 0, 8.4, 3), 0, 3, storey=1)
    build.add("space", box(4.2, 0, 8.2, 0.3), 0, 2.8, storey=1)
    build.add("space", box(4.2, 2.7, 8.2, 3), 0, 2.8, storey=1)
    _, _, doors, _ = built(build)
    assert doors.rows[0]["room_b_id"] is None
    assert not doors.rows[0]["entrance"]
    del wall


def test_a_door_without_opening_finds_its_wall_or_takes_a_usual_thickness():
    build, _ = two_rooms(door=False)
    build.add("door", box(4.05, 1.05, 4.1, 1.95), 0, 2, storey=1, matrix=turned(90, 4.05, 1.05), width=0.9, key="LOOSE")
    build.add("door", None, storey=1, matrix=turned(0, 20, 20), width=0.8, height=2.0, key="ALONE")
    _, _, doors, _ = built(build)
    loose, alone = doors.rows
    assert loose["depth"] == pytest.approx(0.2)
    assert {loose["room_a_id"], loose["room_b_id"]} == {"K2", "K3"}
    assert alone["depth"] == 0.2
    assert (alone["room_a_id"], alone["room_b_id"], alone["entrance"]) == (None, None, False)


def test_a_door_without_placement_and_body_is_left_out():
    build, _ = two_rooms(door=False)
    build.add("door", None, storey=1, key="LOST")
    _, _, doors, _ = built(build)
    assert doors.rows == []
    assert [element.key for element in doors.without_shape] == ["LOST"]


@pytest.mark.parametrize(
    ("named", "verdict", "joined", "told"),
    [
        ({"left", "right"}, "equal", {"K2", "K3"}, False),
        ({"left"}, "probe_more", {"K2", "K3"}, True),
        (set(), "probe_more", {"K2", "K3"}, False),
        ({"left", "right", "third"}, "boundary_more", {"K2", "K3"}, True),
        ({"left", "third"}, "other", {"K2", "K3"}, True),
    ],
)
def test_the_boundaries_of_the_file_stand_beside_the_probe(named, verdict, joined, told):
    build, (left, right, wall) = two_rooms()
    third = build.add("space", box(20, 0, 24, 3), 0, 2.8, storey=1)
    door = next(step for step, element in build.elements.items() if element.group == "door")
    steps = {"left": left, "right": right, "third": third}
    build.boundaries = [(steps[name], door) for name in named] + [(left, wall)]
    _, _, doors, findings = built(build)
    assert doors.compared == {verdict: 1, f"boundary_{len(named)}": 1}
    assert {doors.rows[0]["room_a_id"], doors.rows[0]["room_b_id"]} == joined
    assert ("ifc.door_disagrees" in codes(findings)) is told


def test_a_room_that_only_the_boundary_names_is_joined():
    build, (left, right, _) = two_rooms()
    far = build.add("space", box(9, 0, 12, 3), 0, 2.8, storey=1, key="FAR")
    del build.elements[right]
    door = next(step for step, element in build.elements.items() if element.group == "door")
    build.boundaries = [(left, door), (far, door)]
    _, _, doors, findings = built(build)
    assert {doors.rows[0]["room_a_id"], doors.rows[0]["room_b_id"]} == {"K2", "FAR"}
    assert codes(findings) == ["ifc.door_disagrees"]


def test_a_boundary_with_the_opening_is_one_with_the_door():
    build, (left, right, _) = two_rooms()
    hole = next(iter(build.openings.values()))
    build.boundaries = [(left, hole), (right, hole)]
    _, _, doors, _ = built(build)
    assert doors.compared == {"equal": 1, "boundary_2": 1}


def test_no_doors_and_no_rooms_are_no_trouble():
    build = Builder()
    build.storey(0.0)
    build.add("door", None, storey=1, matrix=turned(), width=0.9, height=2.0)
    _, rooms, doors, _ = built(build)
    assert len(doors.rows) == 1
    assert rooms.rows == []


@given(st.floats(0.05, 1.5), st.floats(-0.4, 0.4))
def test_the_line_through_a_wall_enters_and_leaves_at_its_faces(thickness, off):
    body = box(0, 0, 10, thickness)
    low, high = across_body(body, np.array([5.0, thickness / 2 + off]), np.array([0.0, 1.0]))
    assert high - low == pytest.approx(thickness)
    assert thickness / 2 + off + low == pytest.approx(0, abs=1e-9)


def test_a_wall_too_far_from_its_opening_is_not_its_wall():
    assert across_body(box(0, 0, 10, 0.2), np.array([5.0, 1.5]), np.array([0.0, 1.0])) is None
    assert across_body(box(0, 0, 10, 0.2), np.array([50.0, 0.1]), np.array([0.0, 1.0])) is None


def test_a_placement_lying_on_its_side_still_has_a_direction():
    build, _ = two_rooms()
    scene = build.scene()
    door = scene.model.of("door")[0]
    door.matrix[:3, :3] = np.array([[0, 1, 0], [0, 0, 1], [1, 0, 0]])
    frame = frame_of(scene.model, scene.bodies, door)
    assert abs(frame.along @ frame.across) < 1e-12
    assert np.linalg.norm(frame.along) == pytest.approx(1)
