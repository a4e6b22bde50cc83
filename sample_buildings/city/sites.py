"""Sites: a fenced piece of a block with a building, a car park and a gate on the street it faces."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import shapely
from shapely import Polygon

from sample_buildings.city.net import Stretch
from sample_buildings.city.openings import CORNER
from sample_buildings.walls import FACADE

if TYPE_CHECKING:
    from sample_buildings.city.faces import Block
    from sample_buildings.city.institutions import Institution
    from sample_buildings.city.net import Net, Point
    from sample_buildings.city.town import Town
    from sample_buildings.plans import Spec

SETBACK = 13.0
"""Fences keep so far from the middle of a street."""
SIDE, FRONT, BACK = 7.0, 27.0, 9.0
"""Yard beside, before and behind a building."""
LANE, LOT = 7.0, 15.0
"""Width of the lane from the gate to the entrance, and depth of the car park beside it."""
CLOSED = frozenset({"motorway", "motorway_link", "trunk", "trunk_link"})


@dataclass(frozen=True, slots=True)
class Lot:
    """A rectangle in a block: `middle`, unit vector `along` its front, `size` along and across; the front is to its right."""

    middle: Point
    along: Point
    size: tuple[float, float]

    def at(self, x: float, y: float) -> Point:
        """Give a point by its place along the front and behind it, from the middle."""
        (mx, my), (ax, ay) = self.middle, self.along
        return round(mx + x * ax - y * ay, 3), round(my + x * ay + y * ax, 3)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Polygon:
        """Give a rectangle by its corners from the middle."""
        return Polygon([self.at(x0, y0), self.at(x1, y0), self.at(x1, y1), self.at(x0, y1)])

    @property
    def outline(self) -> Polygon:
        """The whole of it."""
        x, y = self.size[0] / 2, self.size[1] / 2
        return self.box(-x, -y, x, y)


@dataclass(frozen=True, slots=True)
class Site:
    """One site: its building as planned, who uses which storeys, its car park, gate, and where the gate meets the street.

    `block` is the number of the block it takes; `mouth` the road and the distance along it.
    """

    key: str
    name: str
    spec: Spec
    users: tuple[tuple[Institution, tuple[int, ...]], ...]
    lot: Lot
    parking: Polygon
    gate: Point
    block: int
    mouth: tuple[int, float]


class Ground:
    """The blocks still free: at first all but that of the compound."""

    def __init__(self, town: Town) -> None:
        self._net, self._scape = town.net, town.scape
        self.taken = {number for number, block in enumerate(town.scape.blocks) if math.dist(block.middle, town.middle) < 1.0}
        self._tree = shapely.STRtree(shapely.points([block.middle for block in town.scape.blocks]))

    def near(self, place: Point, reach: float) -> list[int]:
        """Give the free blocks within `reach` metres of a place, the nearest first."""
        hits = self._tree.query(shapely.points(place), predicate="dwithin", distance=reach).tolist()
        blocks = self._scape.blocks
        free = [number for number in hits if number not in self.taken]
        return sorted(free, key=lambda number: math.dist(blocks[number].middle, place))

    def rectangle(self, number: int, size: tuple[float, float]) -> tuple[Lot, tuple[int, float]] | None:
        """Find where a rectangle stands in a block, its front to a street and rather to the south, and the mouth of its gate."""
        block = self._scape.blocks[number]
        inner = block.outline.buffer(-SETBACK, join_style="mitre")
        (ax, ay), middle = block.along, _middle(block)
        ways = sorted(((ax, ay), (-ay, ax), (-ax, -ay), (ay, -ax)), key=lambda way: (-round(way[0], 3), way[1]))
        for way in ways[:3]:
            lot = Lot(middle, way, size)
            if not inner.contains(lot.outline) or not self._scape.clear(lot.outline, SETBACK - 1.0):
                continue
            mouth = self._mouth(block, lot)
            if mouth:
                return lot, mouth
        return None

    def _mouth(self, block: Block, lot: Lot) -> tuple[int, float] | None:
        """Find where a lane straight out of the front's middle meets the street."""
        ray = shapely.linestrings([lot.middle, lot.at(0.0, -400.0)])
        hits = shapely.get_coordinates(shapely.intersection(ray, block.outline.exterior))
        if len(hits) != 1:
            return None
        street = self._scape.street_at(shapely.points(hits[0]))
        if street is None or self._net.roads[street[0]].kind in CLOSED:
            return None
        return (street[0], round(street[1], 2)) if CORNER < street[1] < self._net.length(street[0]) - CORNER else None


def _middle(block: Block) -> Point:
    """Give the middle of a block, a point inside it in any case."""
    middle = shapely.centroid(block.outline)
    if not block.outline.contains(middle):
        middle = shapely.point_on_surface(block.outline)
    return round(float(middle.x), 2), round(float(middle.y), 2)


def site_size(spec: Spec) -> tuple[float, float]:
    """Give the ground a building needs, along and across its front."""
    x0, y0, x1, y1 = spec.draw().outline.bounds
    return round(x1 - x0 + 2 * SIDE, 2), round(y1 - y0 + FRONT + BACK, 2)


def build_on(
    ground: Ground, number: int, spec: Spec, key: str, users: tuple[tuple[Institution, tuple[int, ...]], ...]
) -> Site | None:
    """Put a building on a block; None where it does not fit."""
    size = site_size(spec)
    found = ground.rectangle(number, size)
    if found is None:
        return None
    ground.taken.add(number)
    lot, mouth = found
    x, y = size[0] / 2, size[1] / 2
    turn = math.degrees(math.atan2(lot.along[1], lot.along[0]))
    placed = replace(spec, centre=lot.at(0.0, (FRONT - BACK) / 2), turn=round(turn, 4))
    parking = lot.box(LANE / 2 + 1.0, -y + 4.0, x - 2.0, -y + 4.0 + LOT)
    return Site(key, spec.name, placed, users, lot, parking, lot.at(0.0, -y), number, mouth)


def lay_access(net: Net, site: Site, street: int) -> None:
    """Lay the lane from the street through the gate to the yard."""
    gate = net.node(site.gate)
    yard = net.node(site.lot.at(0.0, -site.lot.size[1] / 2 + FRONT - FACADE - 5.0))
    for start, end, name, access in ((street, gate, "门前引道", "gate"), (gate, yard, "院内道路", "private")):
        path: Any = (net.places[start], net.places[end])
        net.lay(Stretch(start, end, path, "service", name, site.key, more=(("access", access),)))
