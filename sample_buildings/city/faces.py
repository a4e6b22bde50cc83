"""The blocks between streets, as polygons, and the streets that bound them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import STRtree

if TYPE_CHECKING:
    from sample_buildings.city.net import Net

TOUCH = 0.5


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its outline along the middles of its streets, and of the least rectangle round it the middle, axes and half sides.

    `along` is the unit vector of the longer side, `half` half the longer and half the shorter side.
    """

    outline: Any
    middle: tuple[float, float]
    along: tuple[float, float]
    half: tuple[float, float]

    @property
    def area(self) -> float:
        """Area to the middles of its streets, m²."""
        return float(self.outline.area)


class Streetscape:
    """Blocks and streets of a network at one moment, for finding which street lies where."""

    def __init__(self, net: Net, closed: Any) -> None:
        """Find the blocks; what lies in `closed` (water, expressways) is none."""
        self._net = net
        self._numbers, self._lines = net.lines()
        self._tree = STRtree(self._lines)
        faces = shapely.get_parts(shapely.polygonize(self._lines))
        shapely.prepare(closed)
        inside = shapely.point_on_surface(faces)
        dry = ~shapely.contains_xy(closed, shapely.get_x(inside), shapely.get_y(inside))
        self.blocks = [_block(face) for face in faces[dry]]

    def street_at(self, point: Any) -> tuple[int, float] | None:
        """Give the road that passes a point, and how far along it the point lies."""
        place = int(self._tree.nearest(point))
        if shapely.distance(self._lines[place], point) > TOUCH:
            return None
        return self._numbers[place], float(shapely.line_locate_point(self._lines[place], point))

    def clear(self, area: Any, metres: float) -> bool:
        """Tell whether an area keeps clear of the middle of every road."""
        return len(self._tree.query(area, predicate="dwithin", distance=metres)) == 0


def _block(outline: Any) -> Block:
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(outline))
    sides = np.diff(corners[:3], axis=0)
    long = int(np.hypot(*sides.T).argmax())
    lengths = np.hypot(*sides.T)
    way = sides[long] / lengths[long]
    middle = corners[:4].mean(axis=0)
    return Block(
        outline,
        (float(middle[0]), float(middle[1])),
        (float(way[0]), float(way[1])),
        (float(lengths[long]) / 2, float(lengths[1 - long]) / 2),
    )
