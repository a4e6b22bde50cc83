"""Slow, plain visibility to judge a plan by: every angle and every line of sight against every edge, in float64.

It shares no code with the sweep: no grid, no sorting by distance, no numba; shapes come straight from the problem.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.security.siting import Camera

    Floats = NDArray[np.float64]

__all__ = ["border_of", "slow_area", "slow_sight", "wedge_of"]

_BLOCK = 400_000
"""Numbers held at once in a table of angles or points by edges."""


def border_of(solid: Geometry) -> Floats:
    """List the edges of opaque bodies, shape ``(m, 4)``."""
    rings = shapely.get_rings(shapely.get_parts(solid))
    pairs = [np.hstack([points[:-1], points[1:]]) for points in map(shapely.get_coordinates, rings)]
    return np.concatenate(pairs) if pairs else np.empty((0, 4))


def wedge_of(camera: Camera) -> tuple[float, float]:
    """Give start (radians anticlockwise from +x) and width of a camera's wedge."""
    if camera.hfov_deg >= 360.0:
        return 0.0, 2.0 * math.pi
    return math.radians(90.0 - camera.heading_deg - camera.hfov_deg / 2.0), math.radians(camera.hfov_deg)


def _near(camera: Camera, edges: Floats) -> tuple[Floats, Floats]:
    """Give the ends of the edges whose box meets the box of the camera's circle, relative to the camera."""
    a, b = edges[:, :2] - (camera.x, camera.y), edges[:, 2:] - (camera.x, camera.y)
    kept = (np.minimum(a, b) <= camera.reach).all(axis=1) & (np.maximum(a, b) >= -camera.reach).all(axis=1)
    return a[kept], b[kept]


def _cross(p: Floats, q: Floats) -> Floats:
    product: Floats = p[..., 0] * q[..., 1] - p[..., 1] * q[..., 0]
    return product


def slow_sight(camera: Camera, points: Floats, edges: Floats) -> NDArray[np.bool_]:
    """Tell which points a camera sees: in reach, in the wedge, and no edge across the line of sight; shape ``(k,)``."""
    start, width = wedge_of(camera)
    sight = points - (camera.x, camera.y)
    turn = np.mod(np.arctan2(sight[:, 1], sight[:, 0]) - start, 2.0 * math.pi)
    seen = (np.hypot(*sight.T) <= camera.reach) & (turn <= width)
    a, b = _near(camera, edges)
    if len(a) == 0:
        return seen
    rows = np.flatnonzero(seen)
    for block in np.array_split(rows, max(1, math.ceil(len(rows) * len(a) / _BLOCK))):
        line = sight[block][:, None, :]
        beside_a, beside_b = _cross(line, a[None]), _cross(line, b[None])
        beside_eye, beside_point = _cross(b - a, -a)[None], _cross((b - a)[None], line - a[None])
        seen[block] = ~((beside_a * beside_b <= 0.0) & (beside_eye * beside_point < 0.0)).any(axis=1)
    return seen


def slow_area(camera: Camera, edges: Floats) -> float:
    """Reckon the area a camera sees: at every angle where anything begins or ends, ask every edge which is nearest; m²."""
    start, width = wedge_of(camera)
    a, b = _near(camera, edges)
    angles = np.unique(np.concatenate([[0.0, width], _turns(a, b, camera.reach, start, width)]))
    middle = start + 0.5 * (angles[:-1] + angles[1:])
    if len(a) == 0:
        return 0.5 * camera.reach**2 * width
    nearest = np.concatenate(
        [_nearest(part, a, b, camera.reach) for part in np.array_split(middle, max(1, math.ceil(len(middle) * len(a) / _BLOCK)))]
    )
    turn = np.diff(angles)
    area = float(np.sum(turn[nearest < 0])) * 0.5 * camera.reach**2
    walled = nearest >= 0
    p, q = a[nearest[walled]], b[nearest[walled]]
    far = [_distance(start + angle[walled], p, q) for angle in (angles[:-1], angles[1:])]
    return area + float(np.sum(0.5 * far[0] * far[1] * np.sin(turn[walled])))


def _turns(a: Floats, b: Floats, reach: float, start: float, width: float) -> Floats:
    """List the turns, within the wedge, of the edges' ends and of where edges cross the circle of the reach."""
    along = b - a
    square, half = np.sum(along**2, axis=1), np.sum(a * along, axis=1)
    root = half**2 - square * (np.sum(a**2, axis=1) - reach**2)
    cut, offset = root > 0.0, np.sqrt(np.maximum(root, 0.0))
    crossings = [(a + along * ((-half + sign * offset) / square)[:, None])[cut] for sign in (-1.0, 1.0)]
    points = np.concatenate([a, b, *crossings])
    turns = np.mod(np.arctan2(points[:, 1], points[:, 0]) - start, 2.0 * math.pi)
    inside: Floats = turns[turns < width]
    return inside


def _distance(angle: Floats, a: Floats, b: Floats) -> Floats:
    """Distance along each ray to the line through each edge."""
    ray = np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    distance: Floats = _cross(a, b - a) / _cross(ray, b - a)
    return distance


def _nearest(angles: Floats, a: Floats, b: Floats, reach: float) -> NDArray[np.intp]:
    """Find the edge that each ray meets first within reach; -1 where none."""
    ray = np.stack([np.cos(angles), np.sin(angles)], axis=-1)[:, None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        away = _cross(a, b - a)[None] / _cross(ray, (b - a)[None])
    meets = (_cross(ray, a[None]) * _cross(ray, b[None]) <= 0.0) & (away > 0.0) & (away <= reach)
    away = np.where(meets, away, np.inf)
    first = np.argmin(away, axis=1)
    return np.where(np.isfinite(away[np.arange(len(angles)), first]), first, -1)
