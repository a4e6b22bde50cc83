"""Rivers: they wind through the middle of the blocks, so that long roads cross them square and no crossing lies in the water."""

from __future__ import annotations

import bisect
import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import LineString

    from sample_buildings.city.ground import River, Warp
    from sample_buildings.city.lattice import Lattice
    from sample_buildings.city.net import Point

BEYOND = 900.0
"""How far rivers run on past the last road."""
MOUTH = 250.0
"""Where a river joins another, its own course begins so far from that one's middle."""


def rivers(lattice: Lattice, plan: Sequence[River], warp: Warp) -> list[tuple[River, LineString]]:
    """Draw the middle lines of the rivers on the ground, in the compound's frame."""
    found: list[tuple[River, LineString]] = []
    for river in plan:
        course = _course(river, lattice)
        if river.joins and found:
            stem = shapely.get_coordinates(found[0][1])
            way = 0 if river.level else 1
            mouth = stem[np.hypot(*(stem - _ground(course, warp).mean(axis=0)).T).argmin()]
            course = [point for point in course if point[way] > mouth[way] + MOUTH]
            mouth = stem[np.hypot(*(stem - _ground(course[:1], warp)).T).argmin()]
            line = np.vstack([mouth, _ground(_smooth(course), warp)])
        else:
            line = _ground(_smooth(course), warp)
        found.append((river, shapely.linestrings(line)))
    return found


def _ground(points: list[Point], warp: Warp) -> NDArray[np.float64]:
    return warp(np.array(points))


def _course(river: River, lattice: Lattice) -> list[Point]:
    """Lay a river through the middles of the blocks' sides."""
    along, across = (lattice.long_lines(way) for way in ("uv" if river.level else "vu"))
    middle = lattice.middle[1 if river.level else 0]
    found: list[Point] = []
    held = None
    for before, at in pairwise([2 * along[0] - along[1] - BEYOND, along[0] - BEYOND, *along, along[-1] + BEYOND]):
        wanted = middle + river.off + river.swing * math.sin(2 * math.pi * at / river.wave)
        place = min(max(bisect.bisect(across, wanted), 1), len(across) - 1)
        if held is not None and place != held:
            place = held + (1 if place > held else -1)
            found.append(((before + at) / 2, across[max(place, held) - 1]))
        held = place
        found.append((at, (across[place - 1] + across[place]) / 2))
    means = [(one + place + two) / 3 for (_, one), (_, place), (_, two) in zip(found, found[1:], found[2:], strict=False)]
    calm = [found[0], *((at, place) for (at, _), place in zip(found[1:-1], means, strict=True)), found[-1]]
    return calm if river.level else [(place, at) for at, place in calm]


def _smooth(points: list[Point]) -> list[Point]:
    """Cut the corners of a path three times (Chaikin)."""
    for _ in range(3):
        cut = [points[0]]
        for (x0, y0), (x1, y1) in pairwise(points):
            cut += [(0.75 * x0 + 0.25 * x1, 0.75 * y0 + 0.25 * y1), (0.25 * x0 + 0.75 * x1, 0.25 * y0 + 0.75 * y1)]
        points = [*cut, points[-1]]
    return points
