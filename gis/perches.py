"""Where a camera could hang: at the corners of walls and along them, clear of the wall by a given distance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    Floats = NDArray[np.float64]

__all__ = ["headings_at", "perches"]

_SLACK = 1e-9
_TURNED = math.radians(10.0)
"""Walls that turn by less make no corner."""


def perches(free: Geometry, clear: float, spacing: float) -> tuple[Floats, NDArray[np.bool_]]:
    """List places on the walls round a free area.

    Parameters
    ----------
    free
        The (multi)polygon between the walls, metres: rooms with their open doors.
    clear
        Metres between the wall and the lens, > 0.
    spacing
        Metres between neighbours along a wall, > 0; corners are always taken.

    Returns
    -------
    Spots, shape ``(k, 2)``, none twice, and which of them are corners, shape ``(k,)``.
    """
    inner = shapely.buffer(free, -clear, join_style="mitre")
    if inner.is_empty:
        return np.empty((0, 2)), np.empty(0, dtype=bool)
    inner = shapely.simplify(inner, _SLACK)
    spots: list[Floats] = []
    corner: list[NDArray[np.bool_]] = []
    for ring in shapely.get_rings(shapely.get_parts(inner)):
        points = shapely.get_coordinates(ring)[:-1]
        ahead = np.roll(points, -1, axis=0)
        turn = np.arctan2(*(ahead - points).T[::-1])
        bent = np.abs(np.mod(turn - np.roll(turn, 1) + math.pi, 2.0 * math.pi) - math.pi) > _TURNED
        spots.append(points)
        corner.append(bent)
        length = np.hypot(*(ahead - points).T)
        for start, end, far in zip(points, ahead, length, strict=True):
            parts = math.ceil(far / spacing - _SLACK)
            if parts > 1:
                spots.append(start + (end - start) * (np.arange(1, parts) / parts)[:, None])
                corner.append(np.zeros(parts - 1, dtype=bool))
    found, which = np.unique(np.round(np.concatenate(spots), 9), axis=0, return_index=True)
    return found.astype(np.float64), np.concatenate(corner)[which]


def headings_at(spots: Floats, free: Geometry, count: int, ahead: float) -> NDArray[np.bool_]:
    """Tell which of `count` compass headings, evenly from north, do not look straight into a near wall.

    Parameters
    ----------
    ahead
        Metres that must be free straight ahead.

    Returns
    -------
    Shape ``(len(spots), count)``.
    """
    turn = np.radians(90.0 - 360.0 * np.arange(count) / count)
    way = ahead * np.column_stack([np.cos(turn), np.sin(turn)])
    spot = np.repeat(spots, count, axis=0)
    ends = spot + np.tile(way, (len(spots), 1))
    shapely.prepare(free)
    clear: NDArray[np.bool_] = shapely.intersects_xy(free, ends).reshape(len(spots), count)
    return clear
