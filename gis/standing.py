"""Where an eye may stand: clear of walls, so that it looks out of the face it hangs on and not through it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    Floats = NDArray[np.float64]

__all__ = ["stand_clear"]

_SKIN = 1e-3
"""Metres: an eye less deep than this in a wall hangs on its face; also the slack of all searches here."""
_AHEAD = math.radians(100.0)
"""An eye within a wall comes out on a side that lies within this angle of its heading."""


def stand_clear(spot: Floats, heading_deg: float, walls: Geometry, clear: float, deepest: float) -> Floats | None:
    """Move an eye off the wall it touches, into the space it faces.

    Parameters
    ----------
    spot
        Shape ``(2,)``, metres.
    heading_deg
        Degrees clockwise from +y; NaN for an eye that looks all round.
    walls
        Opaque bodies, one valid (multi)polygon; prepare it where many eyes are asked for.
    clear
        Metres to keep from every wall, > 0.
    deepest
        Metres: an eye deeper than this in a wall is not on its surface but wrong.

    Returns
    -------
    The spot itself where it is clear already; the nearest spot that is, else; None where there is none near:
    the eye is inside a wall, or in a gap narrower than twice `clear` and on its face.
    """
    point = shapely.Point(spot)
    away = shapely.distance(point, walls) if not walls.is_empty else math.inf
    if away >= clear:
        return spot
    near = shapely.intersection(walls, point.buffer(4.0 * (clear + deepest), cap_style="square"))
    free_border = shapely.boundary(shapely.buffer(near, clear, quad_segs=16))
    depth = float(shapely.distance(point, shapely.boundary(near))) if away == 0.0 else 0.0
    radius = clear + deepest + _SKIN
    sides = _ahead(spot, heading_deg, radius) if depth > _SKIN else point.buffer(radius, quad_segs=32)
    choice = shapely.intersection(free_border, sides)
    if not choice.is_empty:
        target = shapely.get_coordinates(shapely.shortest_line(point, choice))[1]
        way = shapely.LineString([spot, target])
        if shapely.length(shapely.intersection(way, near)) <= max(depth, _SKIN) * 1.5:
            return np.array(target)
    return spot if away > _SKIN else None


def _ahead(spot: Floats, heading_deg: float, radius: float) -> Geometry:
    """Give the part of a disc that an eye faces; all of it where it looks all round."""
    if math.isnan(heading_deg):
        return shapely.Point(spot).buffer(radius, quad_segs=32)
    middle = math.radians(90.0 - heading_deg)
    turns = np.linspace(middle - _AHEAD, middle + _AHEAD, 65)
    return shapely.Polygon(np.vstack([spot, spot + radius * np.column_stack([np.cos(turns), np.sin(turns)])]))
