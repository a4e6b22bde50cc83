"""One canonical form for a polygon with right angles, so that equal shapes are equal bytes."""

from __future__ import annotations

import shapely
from shapely import Polygon

DIGITS = 4
"""Coordinates are rounded to 0.1 mm."""


def tidy(shape: Polygon) -> Polygon:
    """Bring a polygon to one canonical list of corners: no corner on a straight side, a fixed first corner, 0.1 mm."""
    plain = shapely.simplify(shape, 0.0)
    ring = [tuple(round(value, DIGITS) + 0.0 for value in corner) for corner in plain.exterior.coords[:-1]]
    holes = [[tuple(round(value, DIGITS) + 0.0 for value in corner) for corner in hole.coords] for hole in plain.interiors]
    turned = [
        corner
        for before, corner, after in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)
        if not (before[0] == corner[0] == after[0] or before[1] == corner[1] == after[1])
    ]
    return shapely.normalize(Polygon(turned, holes))
