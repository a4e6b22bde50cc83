"""The street network while it is built: nodes on the ground, and stretches of road between them that can be cut."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely import LineString

Point = tuple[float, float]

SPEED = {
    "motorway": 100.0, "motorway_link": 50.0, "trunk": 80.0, "trunk_link": 40.0, "primary": 60.0, "secondary": 50.0,
    "tertiary": 40.0, "residential": 30.0, "living_street": 15.0, "service": 15.0,
}  # fmt: skip
"""Speeds in km/h as signs in Chinese cities have them."""
LANES = {
    "motorway": 3, "motorway_link": 1, "trunk": 3, "trunk_link": 1, "primary": 6, "secondary": 4,
    "tertiary": 2, "residential": 2, "living_street": 1, "service": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """A road between two nodes, driven from `start` to `end` where `oneway`; stretches of one street share `street`.

    `path`: its corners in the compound's frame, both ends included; `more`: values of other columns of table `road`.
    """

    start: int
    end: int
    path: tuple[Point, ...]
    kind: str
    name: str
    street: str
    oneway: bool = False
    more: tuple[tuple[str, Any], ...] = ()

    @property
    def line(self) -> LineString:
        """Its centre line in the compound's frame."""
        return shapely.linestrings(self.path)


@dataclass(slots=True)
class Net:
    """Nodes by number and stretches by number; numbers are never given twice."""

    places: list[Point] = field(default_factory=list)
    roads: dict[int, Stretch] = field(default_factory=dict)
    _next: int = 0

    def node(self, place: Iterable[float]) -> int:
        """Make a node."""
        x, y = place
        self.places.append((round(float(x), 2), round(float(y), 2)))
        return len(self.places) - 1

    def lay(self, road: Stretch) -> int:
        """Lay a road; its ends are moved onto its nodes."""
        ends = (self.places[road.start], *road.path[1:-1], self.places[road.end])
        self._next += 1
        self.roads[self._next] = replace(road, path=ends)
        return self._next

    def at(self) -> dict[int, list[int]]:
        """Give the roads that end at each node."""
        found: dict[int, list[int]] = {}
        for number, road in self.roads.items():
            for node in {road.start, road.end}:
                found.setdefault(node, []).append(number)
        return found

    def lines(self) -> tuple[list[int], Any]:
        """Give the numbers of all roads and, in the same order, their lines as an array."""
        numbers = list(self.roads)
        return numbers, np.array([self.roads[number].line for number in numbers], dtype=object)

    def split(self, number: int, along: float) -> int:
        """Cut a road `along` metres from its start; gives the new node."""
        road = self.roads.pop(number)
        head, tail = cut(road.path, along)
        node = self.node(head[-1])
        self.lay(replace(road, end=node, path=head))
        self.lay(replace(road, start=node, path=tail))
        return node

    def length(self, number: int) -> float:
        """Give the length of a road in metres."""
        path = self.roads[number].path
        return sum(math.dist(one, two) for one, two in pairwise(path))


def cut(path: tuple[Point, ...], along: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Cut a path in two at a distance from its start, which lies inside it."""
    passed = 0.0
    for place, (one, two) in enumerate(pairwise(path)):
        step = math.dist(one, two)
        if passed + step >= along or place == len(path) - 2:
            share = min(max((along - passed) / step, 0.0), 1.0) if step else 0.0
            middle = (round(one[0] + share * (two[0] - one[0]), 2), round(one[1] + share * (two[1] - one[1]), 2))
            head = tuple(point for point in path[: place + 1] if point != middle)
            tail = tuple(point for point in path[place + 1 :] if point != middle)
            return (*head, middle), (middle, *tail)
        passed += step
    raise ValueError(f"a path of {len(path)} points cannot be cut")
