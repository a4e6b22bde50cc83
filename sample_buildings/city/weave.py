"""Ways of the regular grid become stretches of road on the ground, bent as the ground bends."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sample_buildings.city.net import Net, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sample_buildings.city.ground import Warp
    from sample_buildings.city.lattice import Way
    from sample_buildings.city.net import Point

STRAIGHT = 130.0
"""Longest piece of road drawn as one straight line."""


def weave(ways: Iterable[Way], warp: Warp) -> tuple[Net, dict[Point, int]]:
    """Build the network of the grid.

    Returns
    -------
    The network, and its node at each point of the grid that is one.
    """
    net = Net()
    legs = [(way, one, two) for way in ways for one, two in pairwise(way.nodes)]
    corners = [_between(one, two) for _, one, two in legs]
    ground = [tuple(point) for point in warp(np.array([point for leg in corners for point in leg])).tolist()]
    nodes: dict[Point, int] = {}
    passed = 0
    for (way, one, two), leg in zip(legs, corners, strict=True):
        path = tuple(ground[passed : passed + len(leg)])
        passed += len(leg)
        for point, place in ((one, path[0]), (two, path[-1])):
            if point not in nodes:
                nodes[point] = net.node(place)
        net.lay(Stretch(nodes[one], nodes[two], path, way.kind, way.name, way.street, way.oneway))
    return net, nodes


def _between(one: Point, two: Point) -> list[Point]:
    """Give corners from one point to another, close enough for the bend of the ground."""
    count = max(1, math.ceil(math.dist(one, two) / STRAIGHT))
    return [(one[0] + (two[0] - one[0]) * step / count, one[1] + (two[1] - one[1]) * step / count) for step in range(count + 1)]
