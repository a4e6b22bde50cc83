"""Slow, plain visibility to judge a plan by: every angle and every line of sight against every edge, in float64.

It shares no code with the sweep: no grid, no sorting by distance, no numba; shapes come straight from the problem.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.lens import STEEP, WIDEST

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.relief import Relief
    from twin.security.siting import Camera

    Floats = NDArray[np.float64]

__all__ = [
    "border_of",
    "camera_sees",
    "eye_sees",
    "framed",
    "in_picture",
    "in_plan",
    "pixels_per_metre",
    "slow_area",
    "slow_sight",
    "slow_sight_in_space",
    "wedge_of",
]

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


def in_picture(camera: Camera, points: Floats) -> NDArray[np.bool_]:
    """Tell which points of the target plane the picture holds, were nothing in the way: each is turned into the camera's axes."""
    lens = camera.lens
    away = points - (camera.x, camera.y)
    drop = 0.0 if math.isnan(camera.height) else camera.height
    if lens.hfov_deg < 360.0:
        azimuth = math.radians(90.0 - camera.heading_deg)
        east, north = away.T
        ahead = east * math.cos(azimuth) + north * math.sin(azimuth)
        left = north * math.cos(azimuth) - east * math.sin(azimuth)
    else:
        ahead, left = np.hypot(*away.T), np.zeros(len(away))
    near = np.hypot(ahead, left) <= camera.reach
    for ring in camera.masks:
        near &= ~shapely.contains_xy(shapely.Polygon(ring), points)
    if lens.rectilinear and drop != 0.0:
        tilt = math.radians(camera.tilt_deg)
        axis = ahead * math.cos(tilt) + drop * math.sin(tilt)
        below = drop * math.cos(tilt) - ahead * math.sin(tilt)
        aside, under = np.degrees(np.arctan2(np.abs(left), axis)), np.degrees(np.arctan2(np.abs(below), axis))
        framed: NDArray[np.bool_] = near & (aside <= lens.hfov_deg / 2.0) & (under <= lens.vfov_deg / 2.0)
        return framed
    seen = near & (np.degrees(np.abs(np.arctan2(left, ahead))) <= lens.hfov_deg / 2.0)
    if lens.hfov_deg >= WIDEST and not math.isnan(lens.tilt_deg + lens.vfov_deg + lens.height):
        sunk = np.degrees(np.arctan2(abs(drop), np.hypot(ahead, left)))
        tilt_deg = lens.tilt_deg if drop >= 0.0 else -lens.tilt_deg
        off = 90.0 - sunk if tilt_deg >= STEEP else np.abs(sunk - tilt_deg)
        seen &= off <= lens.vfov_deg / 2.0
    return seen


def pixels_per_metre(camera: Camera, points: Floats) -> Floats:
    """Reckon how many pixels a metre across the line of sight fills at each point: by moving it half a metre either way."""
    lens = camera.lens
    away = points - (camera.x, camera.y)
    drop = 0.0 if math.isnan(camera.height) else camera.height
    if lens.hfov_deg >= WIDEST:
        return camera.width_px / lens.hfov_deg * np.degrees(1.0 / np.hypot(np.hypot(*away.T), drop))
    azimuth, tilt = math.radians(90.0 - camera.heading_deg), math.radians(lens.tilt_deg) if lens.rectilinear else 0.0
    drop = drop if lens.rectilinear else 0.0
    axis = np.array([math.cos(azimuth) * math.cos(tilt), math.sin(azimuth) * math.cos(tilt), -math.sin(tilt)])
    right = np.array([math.sin(azimuth), -math.cos(azimuth), 0.0])
    space = np.column_stack([away, np.full(len(away), -drop)])
    columns = [((space + side * right) @ right) / ((space + side * right) @ axis) for side in (-0.5, 0.5)]
    focal = 0.5 * camera.width_px / math.tan(math.radians(lens.hfov_deg) / 2.0)
    density: Floats = focal * (columns[1] - columns[0])
    return density


def slow_sight_in_space(camera: Camera, points: Floats, edges: Floats, relief: Relief) -> NDArray[np.bool_]:
    """Tell which points a camera sees: held by its picture, no wall across the line of sight in plan, no prism in space.

    A line of sight meets a prism where it goes through one of its upright faces, or through its lid or its floor.
    """
    seen = in_picture(camera, points)
    rows = np.flatnonzero(seen)
    seen[rows] = _plain_sight(camera, points[rows], edges)
    rows = np.flatnonzero(seen)
    if math.isnan(camera.height) or camera.height == 0.0 or len(relief.edges) == 0 or len(rows) == 0:
        return seen
    seen[rows] = ~(_through_faces(camera, points[rows], relief.edges) | _through_lids(camera, points[rows], relief))
    return seen


def framed(camera: Camera) -> bool:
    """Tell whether tilt, vertical field of view and height of a camera are known."""
    return not math.isnan(camera.height + camera.tilt_deg + camera.vfov_deg)


def in_plan(camera: Camera, relief: Relief) -> bool:
    """Tell whether walls, wedge and reach alone make the view of a camera."""
    flat = math.isnan(camera.height) or (camera.height == 0.0) or (not framed(camera) and len(relief.edges) == 0)
    return flat and not camera.masks


def eye_sees(camera: Camera, points: Floats, edges: Floats, relief: Relief) -> NDArray[np.bool_]:
    """Tell which points one eye sees, in plan or in space as is right for it."""
    if in_plan(camera, relief):
        return slow_sight(camera, points, edges)
    return slow_sight_in_space(camera, points, edges, relief)


def camera_sees(camera: Camera, points: Floats, edges: Floats, relief: Relief) -> NDArray[np.bool_]:
    """Tell which points any eye of a camera sees."""
    seen: NDArray[np.bool_] = np.any([eye_sees(eye, points, edges, relief) for eye in camera.looks], axis=0)
    return seen


def _plain_sight(camera: Camera, points: Floats, edges: Floats) -> NDArray[np.bool_]:
    sight = points - (camera.x, camera.y)
    a, b = _near(camera, edges)
    clear = np.ones(len(points), dtype=bool)
    if len(a) == 0:
        return clear
    for block in np.array_split(np.arange(len(points)), max(1, math.ceil(len(points) * len(a) / _BLOCK))):
        line = sight[block][:, None, :]
        beside_a, beside_b = _cross(line, a[None]), _cross(line, b[None])
        beside_eye, beside_point = _cross(b - a, -a)[None], _cross((b - a)[None], line - a[None])
        clear[block] = ~((beside_a * beside_b <= 0.0) & (beside_eye * beside_point < 0.0)).any(axis=1)
    return clear


def _through_faces(camera: Camera, points: Floats, edges: Floats) -> NDArray[np.bool_]:
    a, b = edges[:, :2] - (camera.x, camera.y), edges[:, 2:4] - (camera.x, camera.y)
    near = (np.minimum(a, b) <= camera.reach).all(axis=1) & (np.maximum(a, b) >= -camera.reach).all(axis=1)
    a, b, low, high = a[near], b[near], edges[near, 4], edges[near, 5]
    hit = np.zeros(len(points), dtype=bool)
    sight = points - (camera.x, camera.y)
    for block in np.array_split(np.arange(len(points)), max(1, math.ceil(len(points) * max(len(a), 1) / _BLOCK))):
        line = sight[block][:, None, :]
        under = _cross(line, (b - a)[None])
        with np.errstate(divide="ignore", invalid="ignore"):
            along, share = _cross(a, b - a)[None] / under, _cross(a[None], line) / under
        height = camera.height * (1.0 - along)
        through = (along > 0.0) & (along < 1.0) & (share >= 0.0) & (share <= 1.0) & (height > low) & (height < high)
        hit[block] = through.any(axis=1)
    return hit


def _through_lids(camera: Camera, points: Floats, relief: Relief) -> NDArray[np.bool_]:
    hit = np.zeros(len(points), dtype=bool)
    foot = np.array([camera.x, camera.y])
    for level in (relief.low, relief.high):
        for height in np.unique(level):
            along = 1.0 - height / camera.height
            if 0.0 < along < 1.0:
                bodies = relief.bodies[level == height]
                spots = shapely.points(foot + along * (points - foot))
                hit[shapely.STRtree(bodies).query(spots, predicate="intersects")[0]] = True
    return hit


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
