"""What must hold of an answer about the way out, reckoned anew with networkx and all corners; imports nothing of the solver."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import shapely

from twin.fleet.escape.problem import House, Problem, Storey, exits_of
from twin.fleet.escape.rules import CIRCULATION
from twin.model.words import say

if TYPE_CHECKING:
    from twin.fleet.escape.plan import Escape, FloorEscape

__all__ = ["check"]

_TOLERANCE_M = 1e-4


def check(problem: Problem, plan: Escape) -> list[str]:
    """Reckon every floor again; an empty list is a sound answer."""
    asked = [(house, storey) for house in problem.houses for storey in house.storeys]
    if [storey.floor_id for _, storey in asked] != [floor.floor_id for floor in plan.floors]:
        return [str(say("fleet.escape.floors_differ"))]
    return [fault for (house, storey), floor in zip(asked, plan.floors, strict=True) for fault in _floor(house, storey, floor)]


def _floor(house: House, storey: Storey, floor: FloorEscape) -> list[str]:
    rooms = [room for room in storey.rooms if house.classes[room] not in CIRCULATION]
    if [house.room_ids[room] for room in rooms] != [room.room_id for room in floor.rooms]:
        return [str(say("fleet.escape.rooms_differ", floor=floor.name))]
    metres = _to_exits(house, storey)
    faults = []
    for room, told in zip(rooms, floor.rooms, strict=True):
        doors = [metres[node] for node in _doors(house, room) if node in metres]
        least = min(doors, default=None)
        if (least is None) != (told.door_m is None) or (
            least is not None and told.door_m is not None and abs(least - told.door_m) > _TOLERANCE_M
        ):
            faults.append(str(say("fleet.escape.differs", room=told.title, expected=least, found=told.door_m)))
        elif least is not None and told.room_m is not None and not told.room_m >= least - _TOLERANCE_M:
            faults.append(str(say("fleet.escape.differs", room=told.title, expected=f">= {least}", found=told.room_m)))
    return faults


def _doors(house: House, room: int) -> list[tuple[str, int]]:
    return [("door", int(row)) for row in np.flatnonzero((house.indoor.sides == room).any(axis=1))]


def _to_exits(house: House, storey: Storey) -> dict[tuple[str, int], float]:
    """Metres from every door to the nearest exit, over a graph of all corners of the rooms of one floor."""
    graph: nx.Graph[Any] = nx.Graph()
    for room in storey.rooms:
        _see(graph, house, room)
    for node in exits_of(house, storey.rooms):
        graph.add_edge("out", node, metres=0.0)
    if "out" not in graph:
        return {}
    found = nx.single_source_dijkstra_path_length(graph, "out", weight="metres")
    return {node: metres for node, metres in found.items() if node[0] == "door" and len(node) == 2}


def _see(graph: nx.Graph[Any], house: House, room: int) -> None:
    """Join what sees each other in a room: its doors and stairs, and, where it is not convex, its corners."""
    shape, indoor = house.indoor.rooms[room], house.indoor
    ways = [(node, indoor.doors[node[1]]) for node in _doors(house, room)]
    stairs = np.flatnonzero((indoor.ends == room).any(axis=1) & (indoor.kinds == "stair"))
    ways += [(("link", int(row)), indoor.links[row]) for row in stairs]
    nodes: list[tuple[Any, ...]] = []
    for node, point in ways:
        entered = shapely.shortest_line(shape, shapely.Point(point)).coords[0]
        nodes.append((room, *entered))
        graph.add_edge(node, nodes[-1], metres=math.dist(entered, point))
    convex = shapely.area(shapely.convex_hull(shape)) - shapely.area(shape) < 1e-6
    if not convex:
        nodes += [(room, *point) for point in shapely.get_coordinates(shape).tolist()]
    nodes = list(dict.fromkeys(nodes))
    pairs = list(combinations(range(len(nodes)), 2))
    if not pairs:
        return
    points = np.array([node[1:] for node in nodes])
    lines = shapely.linestrings(points[np.array(pairs)])
    inside = shapely.buffer(shape, 1e-6)
    shapely.prepare(inside)
    seen = np.ones(len(lines), dtype=bool) if convex else shapely.covers(inside, lines)
    for (one, other), clear, length in zip(pairs, seen, shapely.length(lines), strict=True):
        if clear:
            graph.add_edge(nodes[one], nodes[other], metres=float(length))
