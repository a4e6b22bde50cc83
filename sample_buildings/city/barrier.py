"""A strip that roads cannot simply cross (a river, an expressway): great roads bridge it, others end at its banks."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import STRtree
from shapely.ops import substring

from sample_buildings.city.net import Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from shapely import LinearRing

    from sample_buildings.city.net import Net, Point

NEAR = 8.0
"""Roads that meet a bank so close together share a node."""
LONGEST = 1500.0
"""A bank road is not drawn where no street meets it for so long: there the city has ended."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """`strip`: the area in the compound's frame; `crosses`: whether a road bridges it, and with which further values.

    `bank`: name and class of the roads along its edges; `clear`: an area in which no bank road is laid.
    """

    street: str
    strip: Any
    bank: tuple[str, str]
    crosses: Callable[[Stretch], Stretch | None]
    clear: Any = None


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where a road bridges a barrier: the stretch that does, and its nodes on the banks."""

    road: Stretch
    nodes: tuple[int, int]


@dataclass(slots=True)
class _Bank:
    """One edge of the strip: its ring, and the nodes on it by their place along it."""

    ring: LinearRing
    stops: list[tuple[float, int]] = field(default_factory=list)

    def stop(self, net: Net, place: Point, known: int | None) -> int:
        """Give the node at a place of the bank: the one that is `known` there, an old one where one is near, or a new one."""
        at = float(self.ring.project(shapely.points(place)))
        here = bisect.bisect(self.stops, (at, -1))
        for old in self.stops[max(0, here - 1) : here + 1]:
            if abs(old[0] - at) < NEAR and known in {None, old[1]}:
                return old[1]
        node = net.node(place) if known is None else known
        bisect.insort(self.stops, (at, node))
        return node


def lay_barrier(net: Net, barrier: Barrier) -> list[Crossing]:
    """Cut a barrier into the network: bridges, ends of other roads at the banks, and roads along these."""
    shapely.prepare(barrier.strip)
    wet = set(np.flatnonzero(shapely.contains_xy(barrier.strip, np.array(net.places))).tolist())
    _thread(net, barrier, wet)
    numbers, lines = net.lines()
    hit = sorted(set(STRtree(lines).query(barrier.strip, predicate="intersects").tolist()))
    banks = [_Bank(ring) for part in shapely.get_parts(barrier.strip) for ring in (part.exterior, *part.interiors)]
    crossings: list[Crossing] = []
    for place in hit:
        road = net.roads.pop(numbers[place])
        crossings += _cross(net, barrier, banks, road, wet)
    joined = {frozenset((road.start, road.end)) for road in net.roads.values()}
    for place, bank in enumerate(banks):
        _lay_bank(net, barrier, bank, f"{barrier.street}-{place}", joined)
    return crossings


def _thread(net: Net, barrier: Barrier, wet: set[int]) -> None:
    """Join the two stretches of a bridging street that meet inside the strip: what else ended there is gone."""
    at = net.at()
    for node in sorted(wet):
        streets: dict[str, list[int]] = {}
        for number in at.get(node, []):
            if barrier.crosses(net.roads[number]) is not None:
                streets.setdefault(net.roads[number].street, []).append(number)
        for pair in streets.values():
            if len(pair) != 2:
                continue
            one, two = (_ending(net.roads.pop(number), node) for number in pair)
            joined = net.lay(replace(one, end=two.start, path=(*one.path, *two.path[-2::-1])))
            for number, end in zip(pair, (one.start, two.start), strict=True):
                at[end] = [joined if held == number else held for held in at[end]]


def _ending(road: Stretch, node: int) -> Stretch:
    """Turn a two-way road so that it ends at a node."""
    return road if road.end == node else replace(road, start=road.end, end=road.start, path=road.path[::-1])


def _cross(net: Net, barrier: Barrier, banks: list[_Bank], road: Stretch, wet: set[int]) -> list[Crossing]:
    """Lay a road anew that meets the strip: whole with bridges, or only up to the banks."""
    line = road.line
    edges = [point for bank in banks for point in _points(shapely.intersection(line, bank.ring))]
    marks = sorted({round(float(line.project(shapely.points(point))), 2) for point in edges} - {0.0, round(line.length, 2)})
    if not marks:
        return []
    stops = []
    for mark in marks:
        at = line.interpolate(mark)
        known = road.start if mark < NEAR else road.end if line.length - mark < NEAR else None
        stops.append(_nearest(banks, at).stop(net, at.coords[0], None if known in wet else known))
    nodes = [road.start, *stops, road.end]
    places = [0.0, *marks, line.length]
    bridge = None if {road.start, road.end} & wet else barrier.crosses(road)
    found = []
    for step, (low, high) in enumerate(pairwise(places)):
        start, end = nodes[step], nodes[step + 1]
        piece = substring(line, low, high)
        over = bool(shapely.contains_properly(barrier.strip, piece.interpolate(0.5, normalized=True)))
        if start == end or {start, end} & wet or (over and bridge is None):
            continue
        kept = bridge if over and bridge is not None else road if bridge else replace(road, oneway=False)
        kept = replace(kept, start=start, end=end, path=tuple(piece.coords))
        net.lay(kept)
        if over:
            found.append(Crossing(kept, (start, end)))
    return found


def _points(shape: Any) -> list[Point]:
    return [tuple(point) for point in shapely.get_coordinates(shape).tolist()]


def _nearest(banks: list[_Bank], point: Any) -> _Bank:
    return min(banks, key=lambda bank: float(bank.ring.distance(point)))


def _lay_bank(net: Net, barrier: Barrier, bank: _Bank, street: str, joined: set[frozenset[int]]) -> None:
    """Lay the road along one edge of the strip, from stop to stop but where a street runs along it already."""
    name, kind = barrier.bank
    total = float(bank.ring.length)
    for (low, start), (high, end) in zip(bank.stops, [*bank.stops[1:], *bank.stops[:1]], strict=True):
        length = (high - low) % total
        if start == end or not 0.0 < length < LONGEST or frozenset((start, end)) in joined:
            continue
        piece = substring(bank.ring, low, high) if low < high else _round(bank.ring, low, high)
        if barrier.clear is not None and piece.intersects(barrier.clear):
            continue
        path = tuple((round(x, 2), round(y, 2)) for x, y in piece.simplify(0.4).coords)
        net.lay(Stretch(start, end, path, kind, name, street))


def _round(ring: LinearRing, low: float, high: float) -> Any:
    """Cut the part of a ring that runs past its first corner."""
    parts = [*substring(ring, low, ring.length).coords, *substring(ring, 0.0, high).coords[1:]]
    return shapely.linestrings(parts)
