"""Edges in a uniform grid of square cells, so that an eye reads only those near it; in numba, for `gis.sweep`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["Grid", "bin_edges", "cell", "grid_of"]

_SMALLEST_CELL = 0.5
_MOST_CELLS = 1_000_000


class Grid(NamedTuple):
    """Edges binned in square cells: cell (i, j) holds ``items[first[c]:first[c + 1]]`` with ``c = j · nx + i``."""

    x: float
    y: float
    size: float
    nx: int
    ny: int
    first: NDArray[np.int64]
    items: NDArray[np.int32]


@njit(cache=True)
def cell(value: float, low: float, size: float, count: int) -> int:
    """Give the column or row of cells that a coordinate falls in; what lies outside counts to the border cells."""
    return min(max(math.floor((value - low) / size), 0), count - 1)


@njit(cache=True)
def bin_edges(edges: Floats, x: float, y: float, size: float, nx: int, ny: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Fill `Grid.first` and `Grid.items`: every edge goes into all cells under its bounding box."""
    first = np.zeros(nx * ny + 1, np.int64)
    items = np.empty(0, np.int32)
    for fill in range(2):
        place = first[:-1].copy()
        for edge in range(len(edges)):
            x1, y1, x2, y2 = edges[edge]
            for j in range(cell(min(y1, y2), y, size, ny), cell(max(y1, y2), y, size, ny) + 1):
                for i in range(cell(min(x1, x2), x, size, nx), cell(max(x1, x2), x, size, nx) + 1):
                    if fill == 0:
                        first[j * nx + i + 1] += 1
                    else:
                        items[place[j * nx + i]] = edge
                        place[j * nx + i] += 1
        if fill == 0:
            first = np.cumsum(first)
            items = np.empty(first[-1], np.int32)
    return first, items


def grid_of(edges: Floats) -> Grid:
    """Bin edges, shape ``(m, 4)`` or wider with x1, y1, x2, y2 first, about four to a cell."""
    if len(edges) == 0:
        return Grid(0.0, 0.0, 1.0, 1, 1, np.zeros(2, np.int64), np.empty(0, np.int32))
    ends = np.ascontiguousarray(edges[:, :4])
    points = ends.reshape(-1, 2)
    low, spread = points.min(axis=0), np.ptp(points, axis=0)
    size = max(_SMALLEST_CELL, 2.0 * math.sqrt(max(spread[0], 1.0) * max(spread[1], 1.0) / len(edges)))
    size = max(size, math.sqrt(max(spread[0], size) * max(spread[1], size) / _MOST_CELLS))
    nx, ny = (int(extent // size) + 1 for extent in spread)
    first, items = bin_edges(ends, float(low[0]), float(low[1]), size, nx, ny)
    return Grid(float(low[0]), float(low[1]), size, nx, ny, first, items)
