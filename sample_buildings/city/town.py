"""The town as ground: its streets, waters and expressways, and the blocks between them, before anybody builds."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import shapely

from sample_buildings.city.barrier import Barrier, lay_barrier
from sample_buildings.city.expressway import HALF, lay_ring, middle_line
from sample_buildings.city.faces import Streetscape
from sample_buildings.city.ground import Warp
from sample_buildings.city.lattice import VERGE, Lattice
from sample_buildings.city.waters import rivers
from sample_buildings.city.weave import weave

if TYPE_CHECKING:
    from sample_buildings.city.ground import Streets
    from sample_buildings.city.net import Net, Point, Stretch
    from sample_buildings.plans import Plan

BANK = 28.0
"""From the water's edge to the middle of the road along it."""
BRIDGED = 0.55
"""Share of secondary roads that bridge a river; arterials all do."""


@dataclass(frozen=True, slots=True)
class Town:
    """The network, its blocks, the water as an area, and the nodes at which the compound's gates meet the arterials.

    Everything lies in the compound's frame; `middle` is the middle of the compound.
    """

    net: Net
    scape: Streetscape
    water: Any
    gates: dict[str, int]
    middle: Point


def lay_town(plan: Plan, streets: Streets, seed: int) -> Town:
    """Lay out streets, rivers and expressways round a compound."""
    corners = shapely.get_coordinates(shapely.polygons(plan.site["fence"]))
    size = (float(corners[:, 0].max()), float(corners[:, 1].max()))
    lattice = Lattice(streets, size, seed)
    joins = {gate["key"]: _join(lattice, gate["at"], size) for gate in plan.gate if gate["gate_class"] != "pedestrian"}
    warp = Warp(lattice.middle, streets.reach, streets.bend)
    net, nodes = weave(lattice.ways(), warp)
    courses = rivers(lattice, streets.rivers, warp)
    water = shapely.union_all([course.buffer(river.width / 2) for river, course in courses])
    strip = shapely.union_all([course.buffer(river.width / 2 + BANK) for river, course in courses])
    if courses:
        lay_barrier(net, Barrier("river", strip, ("滨河路", "tertiary"), lambda road: _bridge(road, seed)))
    middles = [middle_line(ring, lattice, warp) for ring in streets.rings]
    for ring, middle in zip(streets.rings, middles, strict=True):
        lay_ring(net, ring, middle, strip)
    closed = shapely.union_all([strip, *(middle.buffer(HALF).difference(middle.buffer(-HALF)) for middle in middles)])
    gates = {key: nodes[place] for key, place in joins.items()}
    return Town(net, Streetscape(net, closed), water, gates, lattice.middle)


def _bridge(road: Stretch, seed: int) -> Stretch | None:
    """Let arterials and some of the secondary roads bridge a river; the smaller bridges bear less."""
    if road.kind == "primary":
        return replace(road, name=f"{road.name}大桥", more=(("weight_limit_t", 55.0),))
    rng = random.Random(f"{seed}/bridge/{road.street}")  # noqa: S311 - a sample, not a secret
    if road.kind == "secondary" and rng.random() < BRIDGED:
        return replace(road, name=f"{road.name}桥", more=(("weight_limit_t", 20.0),))
    return None


def _join(lattice: Lattice, at: tuple[float, float], size: tuple[float, float]) -> Point:
    """Put a node on the arterial outside a gate; gives its point of the grid."""
    u, v = at
    for way, place, reached in (
        ("v", -VERGE, v == 0.0),
        ("v", size[1] + VERGE, v == size[1]),
        ("u", -VERGE, u == 0.0),
        ("u", size[0] + VERGE, u == size[0]),
    ):
        if reached:
            along = v if way == "u" else u
            lattice.join(way, place, along)
            return (place, along) if way == "u" else (along, place)
    raise ValueError(f"the gate at {at} is not on the fence")
