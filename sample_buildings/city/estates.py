"""Streets inside blocks: a lane from the middle of one long side to the other, with arms that end in yards."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely

from sample_buildings.city.net import Stretch
from sample_buildings.city.openings import CORNER

if TYPE_CHECKING:
    from collections.abc import Collection

    from sample_buildings.city.faces import Block
    from sample_buildings.city.net import Net, Point
    from sample_buildings.city.town import Town

SHARE = 0.52
"""Share of blocks that have lanes of their own."""
SMALL, LARGE = 7_000.0, 90_000.0
"""Blocks outside these areas, m², have none."""
QUIET = frozenset({"residential", "tertiary", "secondary"})
"""Lanes open to these classes of street only."""


@dataclass(frozen=True, slots=True)
class _Mouth:
    """Where a lane opens to a street: the road, and how far along it."""

    road: int
    along: float


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane as planned: its block, mouths, the point where its arms leave it, and what decides them."""

    block: Block
    mouths: tuple[_Mouth, ...]
    heart: Point
    street: str
    rng: random.Random


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of all blocks; `lay` lays them once the streets are cut at `marks`."""

    planned: list[_Lane]

    @property
    def marks(self) -> list[tuple[int, float]]:
        """Roads that lanes open to, and how far along each."""
        return [(mouth.road, mouth.along) for lane in self.planned for mouth in lane.mouths]

    def lay(self, net: Net, nodes: dict[tuple[int, float], int]) -> None:
        """Lay the lanes between the nodes made at their mouths."""
        for lane in self.planned:
            _lay(net, lane, [nodes[mouth.road, mouth.along] for mouth in lane.mouths])


def plan_lanes(town: Town, built: Collection[int], seed: int) -> Lanes:
    """Plan the lanes of the blocks but those whose numbers are in `built`."""
    found = []
    for number, block in enumerate(town.scape.blocks):
        rng = random.Random(f"{seed}/lane/{number}")  # noqa: S311 - a sample, not a secret
        if number in built or not SMALL < block.area < LARGE or rng.random() > SHARE:
            continue
        heart = _heart(block, rng)
        mouths = tuple(mouth for side in (1.0, -1.0) if (mouth := _mouth(town, block, heart, side)))
        if mouths and block.outline.contains(shapely.points(heart)):
            found.append(_Lane(block, mouths, heart, f"lane{number}", rng))
    return Lanes(found)


def _heart(block: Block, rng: random.Random) -> Point:
    shift = rng.uniform(-0.3, 0.3) * block.half[0]
    return (round(block.middle[0] + shift * block.along[0], 2), round(block.middle[1] + shift * block.along[1], 2))


def _mouth(town: Town, block: Block, heart: Point, side: float) -> _Mouth | None:
    """Find where the way from the heart of a block, square to its longer side, comes out; None where no lane may open."""
    (x, y), (ax, ay), reach = heart, block.along, 3.0 * sum(block.half)
    ray = shapely.linestrings([heart, (x - side * ay * reach, y + side * ax * reach)])
    hits = shapely.get_coordinates(shapely.intersection(ray, block.outline.exterior))
    if len(hits) != 1:
        return None
    street = town.scape.street_at(shapely.points(hits[0]))
    if street is None or town.net.roads[street[0]].kind not in QUIET:
        return None
    number, along = street
    return _Mouth(number, round(along, 2)) if CORNER < along < town.net.length(number) - CORNER else None


def _lay(net: Net, lane: _Lane, ends: list[int]) -> None:
    """Lay a lane and its arms."""
    (x, y), (ax, ay) = lane.heart, lane.block.along
    middle = net.node(lane.heart)

    def piece(start: int, end: int) -> None:
        path = (net.places[start], net.places[end])
        net.lay(Stretch(start, end, path, "living_street", "小区路", lane.street, more=(("access", "private"),)))

    for end in dict.fromkeys(ends):
        piece(end, middle)
    inner = lane.block.outline.buffer(-12.0)
    for side in lane.rng.choice([(1.0,), (-1.0,), (1.0, -1.0)]):
        arm = side * lane.rng.uniform(0.35, 0.55) * lane.block.half[0]
        yard = (x + arm * ax, y + arm * ay)
        if inner.contains(shapely.points(yard)):
            piece(middle, net.node(yard))
