"""Signs: which streets stay one-way, which turns are banned. From every road one can still drive to every other and back."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from dataclasses import replace
from itertools import permutations, product
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from gis.roads import components

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sample_buildings.city.net import Net, Point, Stretch

MEDIAN, GREAT = 0.4, 0.3
"""Shares: of mouths on arterials where a median bars the left turn, of arterial crossings in town with a ban on left turns."""
LEFT = (50.0, 130.0)
"""A turn to the left changes the heading by so many degrees anticlockwise."""
TOWN = 4500.0
MINOR = frozenset({"residential", "tertiary", "living_street", "service"})

Ban = tuple[int, int, int]
"""Road that is left, node, road that is entered."""


def connect(net: Net) -> None:
    """Open one-way streets that would be traps, and take away what cannot be reached at all."""
    while True:
        numbers = list(net.roads)
        roads = [net.roads[number] for number in numbers]
        labels = components([road.start for road in roads], [road.end for road in roads], [road.oneway for road in roads])
        traps = [number for number, road, label in zip(numbers, roads, labels, strict=True) if label != 0 and road.oneway]
        if not traps:
            break
        for number in traps:
            net.roads[number] = replace(net.roads[number], oneway=False)
    for number, label in zip(numbers, labels, strict=True):
        if label != 0:
            del net.roads[number]
    _let_turn(net)


def _let_turn(net: Net) -> None:
    """Open one-way streets that leave nothing but turning round at a crossing, which is not done."""
    while True:
        ways, lost = _cut_off(net, set())
        nodes = {node for way in lost for node in ways[way][1:]}
        opened = [number for number, road in net.roads.items() if road.oneway and {road.start, road.end} & nodes]
        if not opened:
            return
        for number in opened:
            net.roads[number] = replace(net.roads[number], oneway=False)


def bans(net: Net, middle: Point, seed: int) -> list[Ban]:
    """Choose the banned turns.

    Where a street meets an arterial with a median there is no left turn between them; at some crossings of arterials in
    town one may not turn left from either. A ban that would cut anything off is not made.
    """
    rng = random.Random(f"{seed}/bans")  # noqa: S311 - a sample, not a secret
    wanted: list[Ban] = []
    for node, numbers in sorted(net.at().items()):
        great = [number for number in numbers if net.roads[number].kind == "primary"]
        if len(numbers) < 3 or len(great) < 2:
            continue
        small = [number for number in numbers if net.roads[number].kind in MINOR]
        in_town = math.dist(net.places[node], middle) < TOWN
        if small and rng.random() < MEDIAN:
            pairs = [*product(small, great), *product(great, small)]
        elif len(great) == len(numbers) >= 4 and in_town and rng.random() < GREAT:
            street = net.roads[great[0]].street
            pairs = [(one, two) for one, two in permutations(great, 2) if net.roads[one].street == street]
        else:
            continue
        wanted += [(one, node, two) for one, two in pairs if _left(net, one, node, two)]
    return _harmless(net, wanted)


def _left(net: Net, one: int, node: int, two: int) -> bool:
    """Tell whether one can drive from a road over a node into another, and turns left there."""
    come, go = net.roads[one], net.roads[two]
    if (come.oneway and come.end != node) or (go.oneway and go.start != node):
        return False
    turn = math.degrees(_heading(go, node) - _heading(come, node) - math.pi) % 360.0
    return LEFT[0] < turn < LEFT[1]


def _heading(road: Stretch, node: int) -> float:
    """Give the direction in which a road leaves a node, anticlockwise from the u axis."""
    (x0, y0), (x1, y1) = road.path[:2] if road.start == node else road.path[:-3:-1]
    return math.atan2(y1 - y0, x1 - x0)


def _harmless(net: Net, wanted: list[Ban]) -> list[Ban]:
    """Take back the bans at nodes whose roads they would cut off, until nothing is cut off."""
    while True:
        ways, cut = _cut_off(net, set(wanted))
        if not cut:
            return wanted
        nodes = {node for way in cut for node in ways[way][1:]}
        kept = [ban for ban in wanted if ban[1] not in nodes]
        if len(kept) == len(wanted):
            raise ValueError(f"{len(cut)} directions are cut off without a ban")
        wanted = kept


def _cut_off(net: Net, banned: set[Ban]) -> tuple[list[tuple[int, int, int]], list[int]]:
    """Find the driving directions (road, from node, to node) that are not in the one great part of the turn network."""
    ways = [
        (number, *ends)
        for number, road in net.roads.items()
        for ends in ((road.start, road.end), (road.end, road.start))
        if not road.oneway or ends == (road.start, road.end)
    ]
    leaving: defaultdict[int, list[int]] = defaultdict(list)
    for place, (_, start, _) in enumerate(ways):
        leaving[start].append(place)
    tails: list[int] = []
    heads: list[int] = []
    for place, (number, _, end) in enumerate(ways):
        onward = [other for other in leaving[end] if ways[other][0] != number and (number, end, ways[other][0]) not in banned]
        onward = onward or [other for other in leaving[end] if ways[other][0] == number]
        tails += [place] * len(onward)
        heads += onward
    links = coo_array((np.ones(len(tails), dtype=np.int8), (tails, heads)), shape=(len(ways), len(ways)))
    labels: NDArray[np.int32] = connected_components(links, connection="strong")[1]
    main = np.bincount(labels).argmax()
    return ways, np.flatnonzero(labels != main).tolist()
