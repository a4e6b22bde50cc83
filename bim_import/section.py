"""A body cut by a horizontal plane: what stands in one's eyes at that height.

For a prism the cut is its outline, and nothing needs cutting; under roofs walls slope away, and their outline would hide what one
sees over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from bim_import.footprint import GRID, multipolygon

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["is_prism", "section"]

_ALIKE = 0.02
"""Relative difference between a body's volume and its outline's times its height from which it is no prism."""
_OFF = 1e-7
"""Metres by which a vertex on the plane is lifted, so that every triangle is cut in two points or in none."""


def is_prism(outline_m2: float, height: float, volume_m3: float) -> bool:
    """Tell whether a body has the same plan at every height, by its volume."""
    full = outline_m2 * height
    return full <= 0 or abs(volume_m3 - full) <= _ALIKE * full


def section(vertices: NDArray[np.float64], faces: NDArray[np.int64], z: float) -> MultiPolygon:
    """Cut one closed mesh at the height `z`.

    Parameters
    ----------
    vertices, faces
        Shapes ``(n, 3)`` in metres and ``(m, 3)``.

    Returns
    -------
    The area inside the body at that height, empty where the plane misses it.
    """
    height = vertices[:, 2] - z
    height = np.where(np.abs(height) < _OFF, _OFF, height)
    above = height[faces] > 0
    cut = above.any(axis=1) & ~above.all(axis=1)
    if not cut.any():
        return MultiPolygon()
    segments = _segments(vertices, height, faces[cut], above[cut])
    lines = shapely.union_all(shapely.linestrings(segments), grid_size=GRID / 10)
    areas = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    return multipolygon(shapely.union_all(_odd(areas)))


def _segments(
    vertices: NDArray[np.float64], height: NDArray[np.float64], faces: NDArray[np.int64], above: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Give where the plane cuts each triangle, shape ``(k, 2, 2)``: the two edges that leave the vertex standing alone."""
    alone_up = above.sum(axis=1) == 1
    alone = np.where(alone_up, np.argmax(above, axis=1), np.argmin(above, axis=1))
    rows = np.arange(len(faces))
    tip = faces[rows, alone]
    ends = np.stack([faces[rows, (alone + 1) % 3], faces[rows, (alone + 2) % 3]], axis=1)
    share = height[tip][:, None] / (height[tip][:, None] - height[ends])
    start = vertices[tip, :2][:, None, :]
    return np.asarray(start + share[:, :, None] * (vertices[ends][:, :, :2] - start))


def _odd(areas: NDArray[np.object_]) -> list[Polygon]:
    """Keep the areas that an odd number of outer rings surrounds: a ring within a ring is a hole."""
    shells = shapely.polygons(shapely.get_exterior_ring(areas))
    inner = shapely.point_on_surface(areas)
    around = shapely.contains(shells[None, :], inner[:, None]).sum(axis=1)
    return [area for area, count in zip(areas, around, strict=True) if count % 2]
