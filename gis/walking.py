"""Walks through a building: from a place to another, to the doors that lead out, on the graph of one profile.

A door is passed at the middle of its opening; between the doors of a room one walks the shortest way inside it, round its corners
(`gis.geodesic`); stairs, lifts, ramps and escalators join floors. Who uses a wheelchair takes no stairs, who flees takes no lift.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import shapely

from gis.geodesic import ways_inside
from gis.indoor import PROFILES, climb

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gis.indoor import How, Indoor, Profile

    Floats = NDArray[np.float64]

__all__ = ["Leg", "Node", "Stop", "Walk", "Walking"]

Node = tuple[Any, ...]
"""``("door", row)``, or ``("link", row, end)`` with end 0 below and 1 above."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place to go from or to: a room and a point in it."""

    room: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Leg:
    """One part of a walk: through a room (its row), or by a link (room -1).

    `line`: shape (n, 2), of a link one point. `via`: the door or link at its end, at its beginning for the last part.
    """

    how: How
    room: int
    line: Floats
    metres: float
    seconds: float
    via: Node


@dataclass(frozen=True, slots=True)
class Walk:
    """A way through a building; `legs` in order, the last ends at the target. `metres` and `seconds` are their sums."""

    legs: tuple[Leg, ...]
    metres: float
    seconds: float


@dataclass(frozen=True, slots=True)
class _Room:
    """The doors and links of a room, where each is entered (shape (n, 2)), and metres from there to the node itself."""

    nodes: list[Node]
    entered: Floats
    beside: Floats


class Walking:
    """The walking graph of one building for one profile.

    `graph` is a networkx graph of `Node`; an edge holds `metres`, `seconds`, `room` (its row, or -1 on a link) and `how`:
    ``walk`` or the kind of the link.
    """

    def __init__(self, indoor: Indoor, profile: Profile = PROFILES["walk"]) -> None:
        self.indoor, self.profile = indoor, profile
        self.graph = nx.Graph()
        self._rooms = _by_room(indoor, profile)
        for room, held in self._rooms.items():
            self._join(room, held)
        for row, (low, high) in enumerate(indoor.ends):
            if indoor.kinds[row] in profile.links and low >= 0 and high >= 0:
                metres, seconds = climb(str(indoor.kinds[row]), float(indoor.rise[row]), profile)
                one, other = ("link", row, 0), ("link", row, 1)
                self.graph.add_edge(one, other, metres=metres, seconds=seconds, room=-1, how=str(indoor.kinds[row]))

    def _join(self, room: int, held: _Room) -> None:
        self.graph.add_nodes_from(held.nodes)
        if len(held.nodes) < 2:
            return
        far = ways_inside(self.indoor.rooms[room], held.entered).metres
        for one, other in combinations(range(len(held.nodes)), 2):
            metres = float(far[one, other] + held.beside[one] + held.beside[other])
            known = self.graph.get_edge_data(held.nodes[one], held.nodes[other])
            if np.isfinite(metres) and (known is None or metres < known["metres"]):
                self.graph.add_edge(
                    held.nodes[one],
                    held.nodes[other],
                    metres=metres,
                    seconds=metres / self.profile.level_ms,
                    room=room,
                    how="walk",
                )

    def exits(self) -> list[Node]:
        """Give the doors that lead out."""
        doors = [("door", int(row)) for row in np.flatnonzero(self.indoor.outside)]
        return [node for node in doors if node in self.graph]

    def doors_of(self, stop: Stop) -> dict[Node, float]:
        """Metres from a place to each door and link of its room that can be walked to."""
        return {node: metres for node, (metres, _) in self._around(stop).items()}

    def _around(self, stop: Stop) -> dict[Node, tuple[float, Floats]]:
        """Give metres and line from a place to each door and link of its room."""
        held = self._rooms.get(stop.room)
        if held is None:
            return {}
        ways = ways_inside(self.indoor.rooms[stop.room], np.concatenate([[[stop.x, stop.y]], held.entered]))
        reached: dict[Node, tuple[float, Floats]] = {}
        for place, node in enumerate(held.nodes):
            metres = float(ways.metres[0, place + 1] + held.beside[place])
            if np.isfinite(metres) and (node not in reached or metres < reached[node][0]):
                reached[node] = (metres, np.concatenate([ways.line(0, place + 1), [self._point(node)]]))
        return reached

    def _point(self, node: Node) -> Floats:
        return self.indoor.doors[node[1]] if node[0] == "door" else self.indoor.links[node[1]]

    def seconds_from(self, starts: dict[Node, float], *, level: bool = False) -> tuple[dict[Node, float], dict[Node, Node]]:
        """Search from nodes that cost so many seconds; `level` takes no stair, lift or ramp.

        Returns
        -------
        The least seconds to every node that can be reached, and the node before it, itself at the beginning.
        """
        found: dict[Node, float] = {}
        before: dict[Node, Node] = {}
        heap = [(seconds, node, node) for node, seconds in starts.items()]
        heapq.heapify(heap)
        while heap:
            seconds, node, came = heapq.heappop(heap)
            if node in found:
                continue
            found[node], before[node] = seconds, came
            for after, edge in self.graph.adj[node].items():
                if after not in found and not (level and edge["room"] < 0):
                    heapq.heappush(heap, (seconds + edge["seconds"], after, node))
        return found, before

    def walk(self, start: Stop, end: Stop | Node) -> Walk | None:
        """Find the quickest way from a place to another, or to a node; None where there is none."""
        around = self._around(start)
        speed = self.profile.level_ms
        found, before = self.seconds_from({node: metres / speed for node, (metres, _) in around.items()})
        last: dict[Node, tuple[float, Floats]] = self._around(end) if isinstance(end, Stop) else {end: (0.0, np.empty((0, 2)))}
        ends = [(found[node] + metres / speed, node) for node, (metres, _) in last.items() if node in found]
        direct = self._direct(start, end)
        if direct is not None and direct.seconds <= min(ends, default=(np.inf, ()))[0]:
            return Walk((direct,), direct.metres, direct.seconds)
        if not ends:
            return None
        node = min(ends)[1]
        nodes = [node]
        while before[nodes[-1]] != nodes[-1]:
            nodes.append(before[nodes[-1]])
        nodes.reverse()
        metres, line = around[nodes[0]]
        legs = [Leg("walk", start.room, line, metres, metres / speed, nodes[0])]
        legs += [self._leg(one, other) for one, other in pairwise(nodes)]
        if isinstance(end, Stop):
            metres, line = last[node]
            legs.append(Leg("walk", end.room, line[::-1], metres, metres / speed, node))
        return Walk(tuple(legs), sum(leg.metres for leg in legs), sum(leg.seconds for leg in legs))

    def _direct(self, start: Stop, end: Stop | Node) -> Leg | None:
        if not isinstance(end, Stop) or end.room != start.room:
            return None
        ways = ways_inside(self.indoor.rooms[start.room], np.array([[start.x, start.y], [end.x, end.y]]))
        metres = float(ways.metres[0, 1])
        if not np.isfinite(metres):
            return None
        return Leg("walk", start.room, ways.line(0, 1), metres, metres / self.profile.level_ms, ())

    def _leg(self, one: Node, other: Node) -> Leg:
        """Draw an edge of the graph."""
        edge = self.graph.edges[one, other]
        if edge["room"] < 0:
            return Leg(edge["how"], -1, self._point(one)[None, :], edge["metres"], edge["seconds"], other)
        held = self._rooms[edge["room"]]
        places = [place for place, node in enumerate(held.nodes) if node in {one, other}]
        ways = ways_inside(self.indoor.rooms[edge["room"]], held.entered[places])
        start, end = ([at for at, place in enumerate(places) if held.nodes[place] == node] for node in (one, other))
        beside = held.beside[places]
        _, first, last = min((ways.metres[a, b] + beside[a] + beside[b], a, b) for a in start for b in end)
        line = np.concatenate([[self._point(one)], ways.line(first, last), [self._point(other)]])
        return Leg("walk", edge["room"], line, edge["metres"], edge["seconds"], other)


def _by_room(indoor: Indoor, profile: Profile) -> dict[int, _Room]:
    """Give every room's doors and links, and where in the room one comes from each."""
    nodes: dict[int, list[tuple[Node, Floats]]] = {}
    for row, sides in enumerate(indoor.sides):
        for room in np.unique(sides[sides >= 0]):
            nodes.setdefault(int(room), []).append((("door", row), indoor.doors[row]))
    for row, ends in enumerate(indoor.ends):
        for end, room in enumerate(ends):
            if room >= 0 and indoor.kinds[row] in profile.links:
                nodes.setdefault(int(room), []).append((("link", row, end), indoor.links[row]))
    return {room: _entered(indoor.rooms[room], held) for room, held in sorted(nodes.items())}


def _entered(room: BaseGeometry, held: list[tuple[Node, Floats]]) -> _Room:
    """Bring the middles of doors, which lie in the wall, to the room's outline; what lies inside stays where it is."""
    points = shapely.points(np.array([point for _, point in held]))
    # the nearest point of the outline may leave it by rounding: `ways_inside` allows for that
    nearest = shapely.get_point(shapely.shortest_line(room, points), 0)
    entered = shapely.get_coordinates(nearest).reshape(-1, 2)
    return _Room([node for node, _ in held], entered, np.asarray(shapely.distance(room, points), dtype=np.float64))
