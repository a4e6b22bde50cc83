"""What stands in for a body that no kernel can make: the box round its points, or the room's outline as drawn in plan.

Lengths are the file's own units until the placement, which brings metres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from bim_import.facts import axes, get, number, text, vector

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Solid", "box_of", "outline_of_room", "unclipped"]

Solid = tuple["NDArray[np.float64]", "NDArray[np.int64]"]
"""Vertices (n, 3) and triangles (m, 3)."""

_FACES = np.array(
    [(0, 2, 1), (0, 3, 2), (4, 5, 6), (4, 6, 7), (0, 1, 5), (0, 5, 4), (1, 2, 6), (1, 6, 5), (2, 3, 7), (2, 7, 6), (3, 0, 4),
     (3, 4, 7)], dtype=np.int64,
)  # fmt: skip
_PLANS = ("FootPrint", "Plan", "GrossFootPrint")
_SIZES = (("XDim", "YDim"), ("OverallWidth", "OverallDepth"), ("Width", "Depth"))
_ROOM_HEIGHT_M = 2.8
"""Height of a room of which only the plan is drawn."""


def unclipped(item: Any) -> Any:
    """Give what a Boolean body is cut from; the body itself where it is none."""
    for _ in range(64):
        if item is None or not item.is_a("IfcBooleanResult"):
            break
        item = get(item, "FirstOperand")
    return item


def box_of(file: Any, items: list[Any], scale: float) -> Solid | None:
    """Give the box round the points of some representation items, along the axes of the element, metres before placement."""
    parts = [points for item in items if (points := _points(file, unclipped(item))) is not None and len(points)]
    if not parts:
        return None
    points = np.concatenate(parts) * scale
    low, high = points.min(axis=0), points.max(axis=0)
    if (high - low)[:2].min() <= 0 or not np.isfinite(points).all():
        return None
    ring = [(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])]
    return np.array([(x, y, z) for z in (low[2], high[2]) for x, y in ring]), _FACES


def _points(file: Any, item: Any) -> NDArray[np.float64] | None:
    """Give points whose box holds an item, shape (n, 3)."""
    if item is None:
        return None
    if item.is_a("IfcExtrudedAreaSolid"):
        return _swept(file, item)
    return _all_points(file, item)


def _swept(file: Any, solid: Any) -> NDArray[np.float64] | None:
    profile, depth = get(solid, "SweptArea"), number(get(solid, "Depth"))
    along = vector(get(get(solid, "ExtrudedDirection"), "DirectionRatios"))
    flat = _profile(file, profile)
    if flat is None or depth is None:
        return None
    along = np.array([0.0, 0.0, 1.0]) if along is None else along / max(float(np.linalg.norm(along)), 1e-9)
    both = np.concatenate([flat, flat + along * depth])
    position = get(solid, "Position")
    matrix = axes(position) if position is not None else np.eye(4)
    return None if matrix is None else both @ matrix[:3, :3].T + matrix[:3, 3]


def _profile(file: Any, profile: Any) -> NDArray[np.float64] | None:
    """Give the corners of a profile's box, or the points of its curve."""
    radius = number(get(profile, "Radius"))
    sizes = [(number(get(profile, x)), number(get(profile, y))) for x, y in _SIZES]
    size = next(((x, y) for x, y in sizes if x and y), (2 * radius, 2 * radius) if radius else None)
    if size is None:
        return None if profile is None else _all_points(file, profile)
    x, y = float(size[0] or 0), float(size[1] or 0)
    corners = np.array([(sx * x / 2, sy * y / 2, 0.0) for sx in (-1, 1) for sy in (-1, 1)])
    position = get(profile, "Position")
    matrix = axes(position) if position is not None else np.eye(4)
    return None if matrix is None else corners @ matrix[:3, :3].T + matrix[:3, 3]


def _all_points(file: Any, item: Any) -> NDArray[np.float64] | None:
    """Collect every point that an item is drawn with."""
    found: list[NDArray[np.float64]] = []
    for part in file.traverse(item):
        if part.is_a("IfcCartesianPoint"):
            point = vector(get(part, "Coordinates"))
            found += [] if point is None else [point]
        elif part.is_a("IfcCartesianPointList"):
            found += [point for row in get(part, "CoordList") or () if (point := vector(row)) is not None]
    return np.array(found) if found else None


def outline_of_room(file: Any, space: Any, scale: float) -> Solid | None:
    """Give a room of which only the plan is drawn (FootPrint) as a body of a usual height, metres before placement."""
    for representation in get(get(space, "Representation"), "Representations") or ():
        if text(get(representation, "RepresentationIdentifier")) not in _PLANS:
            continue
        for item in get(representation, "Items") or ():
            points = _all_points(file, item)
            if points is None or len(points) < 3:
                continue
            plan = shapely.make_valid(shapely.polygons(points[:, :2] * scale))
            if plan.geom_type == "Polygon" and plan.area > 0:
                return _prism(plan, float(points[0, 2]) * scale)
    return None


def _prism(plan: Any, low: float) -> Solid:
    """Raise a polygon to a body: floor and ceiling, which is all that an outline and a height need."""
    triangles = shapely.get_parts(shapely.constrained_delaunay_triangles(plan))
    corners = np.array([shapely.get_coordinates(shapely.orient_polygons(triangle))[:3] for triangle in triangles]).reshape(-1, 2)
    count = len(corners)
    vertices = np.concatenate([np.column_stack([corners, np.full(count, z)]) for z in (low, low + _ROOM_HEIGHT_M)])
    down = np.arange(count, dtype=np.int64).reshape(-1, 3)
    return vertices, np.concatenate([down[:, ::-1], down + count])
