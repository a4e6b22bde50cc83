"""From the bodies of walls in plan to the linework that a sweep walks on: one noded set of straight edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely import Geometry

__all__ = ["GRID", "edges_of", "solid"]

GRID = 1e-6
"""Metres: vertices of wall bodies are snapped to it, so that bodies which touch in the file touch here too."""


def solid(bodies: Iterable[Geometry | None], gaps: Iterable[Geometry | None] = (), *, grid: float = GRID) -> Geometry:
    """Melt overlapping bodies into one and cut the gaps out.

    Parameters
    ----------
    bodies, gaps
        Polygons in metres near a local origin: at map coordinates of 10⁶ m rounding would open cracks between
        walls. None and empty ones are passed over; invalid ones are made valid first.
    grid
        Vertices of the result lie on this grid; 0 keeps them as they are.

    Returns
    -------
    A polygon or multipolygon, empty where there are no bodies.
    """
    whole = _melted(bodies, grid)
    holes = _melted(gaps, grid)
    if holes.is_empty:
        return whole
    return shapely.difference(whole, holes, grid_size=grid)


def _melted(shapes: Iterable[Geometry | None], grid: float) -> Geometry:
    kept = np.array([shape for shape in shapes if shape is not None and not shape.is_empty], dtype=object)
    if len(kept) == 0:
        return shapely.Polygon()
    return shapely.union_all(shapely.make_valid(kept), grid_size=grid)


def edges_of(shape: Geometry) -> NDArray[np.float64]:
    """List the straight edges of a shape.

    Parameters
    ----------
    shape
        Polygons give their rings; lines are noded first, because a sweep needs edges that meet only at their ends.

    Returns
    -------
    Shape ``(m, 4)``: x1, y1, x2, y2 in metres; none of length 0.
    """
    parts = shapely.get_parts(shape)
    areal = parts[shapely.get_dimensions(parts) == 2]
    lines = parts[shapely.get_dimensions(parts) == 1]
    found: list[Any] = []
    if len(areal):
        found += list(shapely.get_rings(shapely.simplify(areal, 0.0)))
    if len(lines):
        found += list(shapely.get_parts(shapely.union_all(lines)))
    if not found:
        return np.empty((0, 4))
    points, owner = shapely.get_coordinates(found, return_index=True)
    together = owner[1:] == owner[:-1]
    edges = np.hstack([points[:-1], points[1:]])[together]
    kept: NDArray[np.float64] = edges[np.any(edges[:, :2] != edges[:, 2:], axis=1)]
    return kept
