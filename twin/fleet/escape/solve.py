"""Every room's way to the nearest exit of its floor: exact ways inside rooms, through doors, by no stair or lift."""

from __future__ import annotations

import numpy as np
import shapely

from gis.geodesic import ways_inside
from gis.indoor import PROFILES
from gis.walking import Node, Walking
from twin.fleet.escape.plan import Escape, FloorEscape, RoomEscape
from twin.fleet.escape.problem import House, Problem, Storey, exits_of
from twin.fleet.escape.rules import CIRCULATION

__all__ = ["solve"]


def solve(problem: Problem) -> Escape:
    """Measure every room that is no way itself."""
    floors = []
    for house in problem.houses:
        walking = Walking(house.indoor, PROFILES["fire"])
        floors += [_floor(house, storey, walking) for storey in house.storeys]
    return Escape(problem.version, tuple(floors))


def _floor(house: House, storey: Storey, walking: Walking) -> FloorEscape:
    exits = exits_of(house, storey.rooms)
    level = walking.profile.level_ms
    # the search counts seconds; the level's pace turns them into metres, and stairs and lifts are not taken
    starts: dict[Node, float] = {}
    for kind, row in exits:
        for node in [("door", row)] if kind == "door" else [("link", row, 0), ("link", row, 1)]:
            if node in walking.graph:
                starts[node] = 0.0
    seconds, before = walking.seconds_from(starts, level=True)
    rooms = [
        _room(house, room, {node: value * level for node, value in seconds.items()}, before)
        for room in storey.rooms
        if house.classes[room] not in CIRCULATION
    ]
    return FloorEscape(
        house.building_id, house.name, house.high_rise, storey.floor_id, storey.name, storey.number, len(exits), tuple(rooms)
    )


def _room(house: House, room: int, metres: dict[Node, float], before: dict[Node, Node]) -> RoomEscape:
    """Take the door from which an exit is nearest, and from the farthest corner the way to that exit."""
    title, key = house.titles[room], house.room_ids[room]
    doors = sorted({row for row in np.flatnonzero((house.indoor.sides == room).any(axis=1)).tolist() if ("door", row) in metres})
    if not doors:
        return RoomEscape(key, title, None, None, "", "")
    nearest = min(doors, key=lambda row: (metres["door", row], house.door_ids[row]))
    outline = shapely.get_coordinates(house.indoor.rooms[room])
    shape, middles = house.indoor.rooms[room], shapely.points(house.indoor.doors[doors])
    entered = shapely.get_coordinates(shapely.get_point(shapely.shortest_line(shape, middles), 0)).reshape(-1, 2)
    beside = shapely.distance(shape, middles)
    inside = ways_inside(shape, np.concatenate([entered, outline])).metres[: len(doors), len(doors) :]
    through = inside + (beside + np.array([metres["door", row] for row in doors]))[:, None]
    farthest = float(through.min(axis=0).max())
    node: Node = ("door", nearest)
    while before[node] != node:
        node = before[node]
    out = (house.door_ids if node[0] == "door" else house.link_ids)[node[1]]
    return RoomEscape(
        key, title, metres["door", nearest], farthest if np.isfinite(farthest) else None, house.door_ids[nearest], out
    )
