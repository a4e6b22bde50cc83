"""Ring expressways: two one-way carriageways between frontage roads, joined to arterials by ramps on either side."""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.ops import substring

from sample_buildings.city.barrier import Barrier, lay_barrier
from sample_buildings.city.net import Stretch

if TYPE_CHECKING:
    from shapely import LineString

    from sample_buildings.city.barrier import Crossing
    from sample_buildings.city.ground import Ring, Warp
    from sample_buildings.city.lattice import Lattice
    from sample_buildings.city.net import Net

HALF, CARRIAGEWAY = 36.0, 12.0
"""From the ring's middle to its frontage roads, and to the middle of each carriageway."""
RAMP = 230.0
"""How far before and after an arterial its ramps leave and join."""
CORNER = 0.3
"""Radius of the ring's corners, as a share of its half width."""


def middle_line(ring: Ring, lattice: Lattice, warp: Warp) -> Any:
    """Draw the ring's middle on the ground as a polygon; its sides lie half way between the long lines of the grid."""
    sides = []
    for way, middle in zip("uv", lattice.middle, strict=True):
        lines = lattice.long_lines(way)
        for wanted in (middle - ring.half, middle + ring.half):
            place = min(max(bisect.bisect(lines, wanted), 1), len(lines) - 1)
            sides.append((lines[place - 1] + lines[place]) / 2)
    west, east, south, north = sides
    radius = CORNER * ring.half
    square = shapely.box(west, south, east, north).buffer(-radius).buffer(radius, quad_segs=24)
    corners = shapely.get_coordinates(shapely.segmentize(square.exterior, 90.0))
    return shapely.polygons(warp(corners))


def lay_ring(net: Net, ring: Ring, middle: Any, water: Any) -> None:
    """Build an expressway into the network.

    Arterials pass under it with a junction of ramps, secondary roads and roads along rivers without one; other streets end at
    the frontage roads.
    """
    strip = shapely.difference(middle.buffer(HALF), middle.buffer(-HALF))

    def crosses(road: Stretch) -> Stretch | None:
        if road.kind in {"primary", "secondary"} or road.street.startswith("river"):
            return replace(road, name=f"{road.name}下穿通道", more=(("height_limit", 4.5 if road.kind == "primary" else 4.0),))
        return None

    found = lay_barrier(net, Barrier(ring.name, strip, (f"{ring.name}辅路", "tertiary"), crosses, water))
    joined = [crossing for crossing in found if crossing.road.kind == "primary" and crossing.road.street[0] in "uv"]
    for side, carriageway in enumerate(
        (
            shapely.orient_polygons(middle.buffer(CARRIAGEWAY)).exterior,
            shapely.orient_polygons(middle.buffer(-CARRIAGEWAY)).exterior,
        )
    ):
        line = shapely.linestrings(carriageway.coords)
        _carriageway(net, ring, line if side == 0 else shapely.reverse(line), joined)


def _carriageway(net: Net, ring: Ring, line: LineString, joined: list[Crossing]) -> None:
    """Lay one direction: a ramp off before and a ramp on after each junction, and the road between."""
    total = float(line.length)
    exits = sorted((float(line.project(shapely.points(net.places[node]))), node) for node in _near_side(net, line, joined))
    marks: list[tuple[float, int]] = []
    last = -2 * RAMP
    for number, (at, node) in enumerate(exits):
        if number % ring.every or at - last < 2.5 * RAMP or at < RAMP or at > total - RAMP:
            continue
        last = at
        for way, place in (("off", at - RAMP), ("on", at + RAMP)):
            stop = net.node(line.interpolate(place).coords[0])
            marks.append((place, stop))
            ends = (stop, node) if way == "off" else (node, stop)
            path = tuple(net.places[end] for end in ends)
            net.lay(Stretch(*ends, path, f"{ring.kind}_link", f"{ring.name}匝道", f"{ring.name}-ramp", oneway=True))
    marks.sort()
    for (low, start), (high, end) in zip(marks, [*marks[1:], *marks[:1]], strict=True):
        parts = [substring(line, low, high)] if low < high else [substring(line, low, total), substring(line, 0.0, high)]
        path = tuple((round(x, 2), round(y, 2)) for x, y in np.vstack([part.coords for part in parts]).tolist())
        net.lay(Stretch(start, end, path, ring.kind, ring.name, f"{ring.name}-main", oneway=True))


def _near_side(net: Net, line: LineString, joined: list[Crossing]) -> list[int]:
    """Give of each crossing the node on the carriageway's own side."""
    return [min(crossing.nodes, key=lambda node: float(line.distance(shapely.points(net.places[node])))) for crossing in joined]
