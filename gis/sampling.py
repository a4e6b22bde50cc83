"""Which eye sees which of many sample points: lists of points, eye by eye, for choosing among very many poses."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numba import njit

from gis.bins import cell, grid_of
from gis.outline import holds
from gis.sweep import FULL_TURN, sector_box

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.bins import Grid
    from gis.visibility import Views

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["grid_points", "seen_points", "transposed"]

_ARC = -1
"""Name of an outer end that is the reach, as in `gis.bands`."""
_SAME = 1e-12
"""Radians: a turn this near to the end of a piece belongs to it."""


def grid_points(shape: Geometry, step: float, clear: float) -> Floats:
    """Spread points over a (multi)polygon on a square grid.

    Parameters
    ----------
    shape
        Metres.
    step
        Metres between neighbours; the grid passes through whole multiples of it, so that neighbouring shapes share one grid.
    clear
        Metres that points keep from the border: on the border itself rounding would decide who sees them.

    Returns
    -------
    Shape ``(k, 2)``, by rows from the south; one point of the shape, kept as clear as it can be, where the grid misses it.
    """
    if shape.is_empty:
        return np.empty((0, 2))
    inner = shapely.buffer(shape, -clear, join_style="mitre")
    if inner.is_empty:
        return np.empty((0, 2))
    low_x, low_y, high_x, high_y = shapely.bounds(inner)
    x = (np.arange(math.floor(low_x / step), math.ceil(high_x / step)) + 0.5) * step
    y = (np.arange(math.floor(low_y / step), math.ceil(high_y / step)) + 0.5) * step
    points: Floats = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    shapely.prepare(inner)
    found: Floats = points[shapely.intersects_xy(inner, points)]
    return found if len(found) else shapely.get_coordinates(shapely.point_on_surface(inner))


def seen_points(views: Views, points: Floats, grid: Grid | None = None) -> tuple[Ints, NDArray[np.int32]]:
    """List the points that each eye sees, arcs true.

    Parameters
    ----------
    points
        Shape ``(k, 2)``, metres in the frame of the eyes.
    grid
        The points in cells (`gis.bins.grid_of` of points taken as edges of no length), where many views are asked about them.

    Returns
    -------
    first, items
        The points of eye i are ``items[first[i]:first[i + 1]]``, ascending.
    """
    points = np.ascontiguousarray(points, dtype=np.float64).reshape(-1, 2)
    binned = grid_of(np.hstack([points, points])) if grid is None else grid
    first, items = _seen(views.first, views.pieces, views.names, views.eyes.rows, views.inner, points, binned)
    return first, items


@njit(cache=True)
def _sees(pieces: Floats, names: Ints, eye: Floats, inner: float, x: float, y: float) -> bool:
    """Tell whether an eye with these pieces sees a point, given relative to it."""
    if x * x + y * y > eye[4] * eye[4]:
        return False
    turn = math.atan2(y, x) - eye[2]
    turn -= FULL_TURN * math.floor(turn / FULL_TURN)
    if turn > eye[3]:
        return False
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle, 0] <= turn:
            low = middle + 1
        else:
            high = middle
    piece = max(low - 1, 0)
    group = pieces[piece, 0]
    if turn > pieces[piece, 1] + _SAME or turn < group - _SAME:
        return False
    while piece >= 0 and pieces[piece, 0] == group:
        if holds(pieces[piece], names[piece], eye, (x, y, turn), 0.0, inner):
            return True
        piece -= 1
    return False


@njit(cache=True)
def _view_box(pieces: Floats, names: Ints, eye: Floats) -> tuple[float, float, float, float]:
    """Bound what an eye sees: among walls far less than its sector."""
    low_x, high_x, low_y, high_y = eye[0], eye[0], eye[1], eye[1]
    part = eye.copy()
    for piece in range(len(pieces)):
        if names[piece, 0] == _ARC:
            part[2], part[3] = eye[2] + pieces[piece, 0], pieces[piece, 1] - pieces[piece, 0]
            x0, x1, y0, y1 = sector_box(part)
            low_x, high_x, low_y, high_y = min(low_x, x0), max(high_x, x1), min(low_y, y0), max(high_y, y1)
        else:
            for end in (2, 4):
                x, y = eye[0] + pieces[piece, end], eye[1] + pieces[piece, end + 1]
                low_x, high_x, low_y, high_y = min(low_x, x), max(high_x, x), min(low_y, y), max(high_y, y)
    return low_x, high_x, low_y, high_y


@njit(cache=True)
def _seen(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    first: Ints, pieces: Floats, names: Ints, eyes: Floats, inner: Floats, points: Floats, grid: Grid
) -> tuple[Ints, NDArray[np.int32]]:
    begin = np.zeros(len(eyes) + 1, np.int64)
    items = np.empty(1024, np.int32)
    count = 0
    for number in range(len(eyes)):
        eye = eyes[number]
        mine = slice(first[number], first[number + 1])
        low_x, high_x, low_y, high_y = _view_box(pieces[mine], names[mine], eye)
        for j in range(cell(low_y, grid.y, grid.size, grid.ny), cell(high_y, grid.y, grid.size, grid.ny) + 1):
            for i in range(cell(low_x, grid.x, grid.size, grid.nx), cell(high_x, grid.x, grid.size, grid.nx) + 1):
                if first[number] == first[number + 1]:
                    continue
                for place in range(grid.first[j * grid.nx + i], grid.first[j * grid.nx + i + 1]):
                    point = grid.items[place]
                    x, y = points[point, 0] - eye[0], points[point, 1] - eye[1]
                    if _sees(pieces[mine], names[mine], eye, inner[number], x, y):
                        if count == len(items):
                            more = np.empty(2 * count, np.int32)
                            more[:count] = items
                            items = more
                        items[count] = point
                        count += 1
        items[begin[number] : count].sort()
        begin[number + 1] = count
    return begin, items[:count].copy()


@njit(cache=True)
def transposed(first: Ints, items: NDArray[np.int32], count: int) -> tuple[Ints, NDArray[np.int32]]:
    """Turn lists of points by eye into lists of eyes by point (`count` of them), ascending."""
    begin = np.zeros(count + 1, np.int64)
    for item in items:
        begin[item + 1] += 1
    begin = np.cumsum(begin)
    place = begin[:-1].copy()
    owners = np.empty(len(items), np.int32)
    for row in range(len(first) - 1):
        for spot in range(first[row], first[row + 1]):
            owners[place[items[spot]]] = row
            place[items[spot]] += 1
    return begin, owners
