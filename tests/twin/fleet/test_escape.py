import dataclasses
import math

import numpy as np
import pytest

from tests.scenes import tiny_district
from twin.fleet.escape import plan, problem, solve
from twin.model.errors import DataError, UnknownKeyError
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES


@pytest.fixture(scope="module")
def asked():
    return problem.build(tiny_district(), problem.Params(("A",)))


@pytest.fixture(scope="module")
def answer(asked):
    return solve.solve(asked)


def changed(scene, table, **columns):
    """Give the scene with columns of a table put to other values."""
    frames = {name: scene.frame(name).copy() for name in TABLES}
    for name, values in columns.items():
        frames[table][name] = values
    return Snapshot({name: frame.reset_index(drop=True) for name, frame in frames.items()}, scene.crs, version=1)


def test_metres_are_those_reckoned_by_hand(asked, answer):
    upper, ground = answer.floors
    rooms = {room.room_id: room for room in ground.rooms}
    first = rooms["A-F1-101"]
    to_exit = 0.1 + math.hypot(23.9 - 3.0, 7.0 - 6.1) + 0.1
    assert first.door_m == pytest.approx(to_exit)
    assert first.room_m == pytest.approx(to_exit + 0.1 + math.hypot(2.9, 5.8))
    assert (first.door, first.exit) == ("A-F1-101-door", "A-entrance")
    assert ground.farthest.room_id in {"A-F1-101", "A-F1-111"}
    assert [room.title for room in ground.beyond(21.0)] == ["101 办公室", "111 办公室"]
    assert "A-F1-corridor" not in rooms
    assert upper.exits == 0
    assert len(upper.without) == len(upper.rooms) == 8
    assert plan.check(asked, answer) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda room: dataclasses.replace(room, door_m=room.door_m + 0.01),
        lambda room: dataclasses.replace(room, door_m=None, room_m=None),
        lambda room: dataclasses.replace(room, room_m=room.door_m - 1.0),
        lambda room: dataclasses.replace(room, room_id="somewhere else"),
    ],
    ids=["farther", "no way", "nearer inside", "another room"],
)
def test_a_spoiled_answer_is_noticed(asked, answer, spoil):
    ground = answer.floors[1]
    rooms = (ground.rooms[0], spoil(ground.rooms[1]), *ground.rooms[2:])
    spoiled = dataclasses.replace(answer, floors=(answer.floors[0], dataclasses.replace(ground, rooms=rooms)))
    assert len(plan.check(asked, spoiled)) == 1
    assert plan.check(asked, dataclasses.replace(answer, floors=answer.floors[:1])) != []


def test_a_room_without_a_door_has_no_way_and_is_named():
    scene = tiny_district()
    lost = np.where(scene.column("door", "door_id") == "A-F1-102-door", None, scene.column("door", "room_a_id"))
    asked = problem.build(changed(scene, "door", room_a_id=lost), problem.Params(("A",)))
    found = solve.solve(asked)
    assert plan.check(asked, found) == []
    assert [room.room_id for room in found.floors[1].without] == ["A-F1-102"]
    assert any("102 办公室" in line and line.startswith("!") for line in found.lines("zh"))
    assert found.record()["floors"][1]["rooms"][1]["door_m"] is None


def test_a_doorway_into_a_stairwell_is_an_exit():
    scene = tiny_district()
    classes = np.where(scene.column("room", "room_id") == "A-F2-204", "stair", scene.column("room", "room_class"))
    asked = problem.build(changed(scene, "room", room_class=classes), problem.Params(("A",)))
    found = solve.solve(asked)
    assert plan.check(asked, found) == []
    upper = found.floors[0]
    assert (upper.exits, upper.without) == (1, [])
    assert {room.exit for room in upper.rooms} == {"A-F2-204-door"}


def test_what_cannot_be_asked_is_named():
    with pytest.raises(UnknownKeyError, match="nowhere"):
        problem.build(tiny_district(), problem.Params(("nowhere",)))
    scene = tiny_district()
    with pytest.raises(DataError, match="1"):
        problem.build(changed(scene, "room", geometry=[None] * len(scene.frame("room"))), problem.Params(("A",)))
