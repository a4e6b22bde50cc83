"""Shapes as the flat numbers a graphics card draws: metres from an origin, ring lengths, and triangles over the vertices.

Triangles are a constrained Delaunay triangulation computed here, once per version of the geometry, so that the page neither
carries a triangulation program nor waits for one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from viz.ground import Ground

__all__ = ["Part", "flat_parts"]

_MILLIMETRE = 1 / 1024
"""A power of two: the low bits of what is rounded to it are zero, and pack well."""


@dataclass(frozen=True, slots=True)
class Part:
    """One polygon or line.

    `xy` float32 of shape ``(k, 2)``: metres from the ground's origin, rings closed, the outer one first. `rings` vertices of
    each ring. `triangles` indices into `xy`, three a triangle; none for a line.
    """

    xy: NDArray[np.float32]
    rings: tuple[int, ...]
    triangles: NDArray[np.uint16]


def flat_parts(geometry: BaseGeometry | None, ground: Ground) -> Iterator[Part]:
    """Give every polygon and line of a geometry; what is neither, and what shrinks to nothing at a millimetre, gives none."""
    if geometry is None or geometry.is_empty:
        return
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            yield from _polygon(part, ground)
        elif part.geom_type in {"LineString", "LinearRing"}:
            xy = _metres(part, ground)
            if len(xy) >= 2:
                yield Part(xy, (len(xy),), np.array([], dtype=np.uint16))
        elif part.geom_type.startswith(("Multi", "Geometry")):
            yield from flat_parts(part, ground)


def _metres(shape: BaseGeometry, ground: Ground) -> NDArray[np.float32]:
    whole = np.round(ground.local(shape) / _MILLIMETRE) * _MILLIMETRE
    moved = np.ones(len(whole), dtype=bool)
    moved[1:] = (np.diff(whole, axis=0) != 0).any(axis=1)
    return whole[moved].astype(np.float32)


def _polygon(polygon: shapely.Polygon, ground: Ground) -> Iterator[Part]:
    if not polygon.is_valid:  # a ring that crosses itself becomes the areas it encloses
        mended = shapely.get_parts(shapely.make_valid(polygon))
        for part in mended[shapely.get_type_id(mended) == shapely.GeometryType.POLYGON]:
            yield from _polygon(part, ground)
        return
    rings = [ring for ring in (_metres(ring, ground) for ring in (polygon.exterior, *polygon.interiors)) if len(ring) >= 4]
    if not rings or len(_metres(polygon.exterior, ground)) < 4:
        return
    xy = np.concatenate(rings)
    triangles = _fan(rings[0]) if len(rings) == 1 and _convex(rings[0]) else _delaunay(rings, xy)
    yield Part(xy, tuple(len(ring) for ring in rings), triangles)


def _convex(ring: NDArray[np.float32]) -> bool:
    """Tell whether a closed ring turns one way only, and once round."""
    step = np.diff(ring.astype(np.float64), axis=0)
    after = np.roll(step, -1, axis=0)
    turn = step[:, 0] * after[:, 1] - step[:, 1] * after[:, 0]
    angle = np.arctan2(turn, (step * after).sum(axis=1))
    return bool((turn >= 0).all() or (turn <= 0).all()) and abs(abs(float(angle.sum())) - 2 * np.pi) < 1e-3


def _fan(ring: NDArray[np.float32]) -> NDArray[np.uint16]:
    second = np.arange(1, len(ring) - 2, dtype=np.uint16)
    return np.column_stack([np.zeros_like(second), second, second + 1]).ravel()


def _delaunay(rings: list[NDArray[np.float32]], xy: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Triangulate within the rings; where rounding made them touch, what mending adds is left out."""
    shape = shapely.Polygon(rings[0].astype(np.float64), [ring.astype(np.float64) for ring in rings[1:]])
    if not shape.is_valid:
        shape = shapely.make_valid(shape)
    place = {(x, y): row for row, (x, y) in reversed(list(enumerate(xy.tolist())))}
    found: list[int] = []
    for triangle in shapely.get_parts(shapely.constrained_delaunay_triangles(shape)):
        corners = [place.get((x, y)) for x, y in shapely.get_coordinates(triangle)[:3].astype(np.float32).tolist()]
        if None not in corners:
            found += [corner for corner in corners if corner is not None]
    return np.array(found, dtype=np.uint16)
