"""The exact radial sweep in numba: r(θ) of an eye among straight edges, as a list of angular pieces.

For each eye: take the edges of the grid cells under its sector, clip them to the circle of its reach, turn their
ends into angles counted anticlockwise from the start of its wedge, sort all these angles, and walk the intervals
between them. Edges meet only at their ends, so within an interval the order of the edges by distance is fixed:
whichever is nearest in the middle is nearest throughout. No ray is cast at "an end ± epsilon"; the ends of a piece
are computed on the edge itself.

Plain arrays in and out, for `gis.visibility`; nothing else calls it. An eye is a row ``x, y, start, width, reach``.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from gis.bins import cell

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.bins import Grid

    Floats = NDArray[np.float64]

__all__ = ["FULL_TURN", "add_near", "sector_box", "sweep_all"]

FULL_TURN = 2.0 * math.pi
_EDGE_ON = 1e-13
"""An edge seen under a smaller angle (radians) points at the eye and hides nothing."""
_NOTHING = 1e-14
"""Angular intervals narrower than this (radians) are rounding of one and the same direction."""

# Columns of `near`: the edges about one eye, relative to it, turned so that a → b runs anticlockwise as the eye sees it.
_AX, _AY, _BX, _BY, _CROSS, _FROM, _TO, _EDGE = range(8)


@njit(cache=True)
def sector_box(eye: Floats) -> tuple[float, float, float, float]:
    """Bound a circular sector: its corner, the ends of its arc, and the axis directions inside its wedge."""
    x, y, start, width, reach = eye
    low_x = high_x = low_y = high_y = 0.0
    for corner in range(6):
        turn = (0.0, width, -start, 0.5 * math.pi - start, math.pi - start, 1.5 * math.pi - start)[corner]
        turn -= FULL_TURN * math.floor(turn / FULL_TURN)
        if corner > 1 and turn > width:
            continue
        dx, dy = reach * math.cos(start + turn), reach * math.sin(start + turn)
        low_x, high_x = min(low_x, dx), max(high_x, dx)
        low_y, high_y = min(low_y, dy), max(high_y, dy)
    return x + low_x, x + high_x, y + low_y, y + high_y


@njit(cache=True)
def _turn_of(x: float, y: float, start: float) -> float:
    turn = math.atan2(y, x) - start
    return turn - FULL_TURN * math.floor(turn / FULL_TURN)


@njit(cache=True)
def add_near(ends: Floats, edge: int, eye: Floats, near: Floats, count: int) -> int:
    """Clip one edge (relative to the eye) to circle and wedge, and append what is left; give the new count."""
    ax, ay, bx, by = ends
    start, width, reach = eye[2], eye[3], eye[4]
    dx, dy = bx - ax, by - ay
    square, half = dx * dx + dy * dy, ax * dx + ay * dy
    root = half * half - square * (ax * ax + ay * ay - reach * reach)
    if root <= 0.0:
        return count
    root = math.sqrt(root)
    low, high = max((-half - root) / square, 0.0), min((root - half) / square, 1.0)
    if low >= high:
        return count
    if high < 1.0:
        bx, by = ax + high * dx, ay + high * dy
    if low > 0.0:
        ax, ay = ax + low * dx, ay + low * dy
    cross = ax * by - ay * bx
    if abs(cross) <= _EDGE_ON * math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by)):
        return count
    if cross < 0.0:
        ax, ay, bx, by, cross = bx, by, ax, ay, -cross
    turn_a, turn_b = _turn_of(ax, ay, start), _turn_of(bx, by, start)
    if turn_b >= turn_a:
        return _put(near, count, (ax, ay, bx, by, cross, turn_a, turn_b, float(edge))) if turn_a < width else count
    # It crosses the start of the wedge: one part at the end of the turn, one at the beginning. The turns outside
    # [0, 2π) say that the piece does not begin or end at the edge's own end.
    if turn_a < width:
        count = _put(near, count, (ax, ay, bx, by, cross, turn_a, FULL_TURN + 1.0, float(edge)))
    return _put(near, count, (ax, ay, bx, by, cross, -1.0, turn_b, float(edge)))


@njit(cache=True)
def _put(near: Floats, count: int, row: tuple[float, float, float, float, float, float, float, float]) -> int:
    for column in range(8):
        near[count, column] = row[column]
    return count + 1


@njit(cache=True)
def _gather(edges: Floats, grid: Grid, eyes: Floats, number: int, stamp: NDArray[np.int64], near: Floats) -> int:
    """Fill `near` with the edges that an eye may see; give how many they are."""
    eye = eyes[number]
    x, y, start, width = eye[0], eye[1], eye[2], eye[3]
    low_x, high_x, low_y, high_y = sector_box(eye)
    from_x, from_y = math.cos(start), math.sin(start)
    to_x, to_y = math.cos(start + width), math.sin(start + width)
    convex = width < math.pi
    ends = np.empty(4)
    count = 0
    for j in range(cell(low_y, grid.y, grid.size, grid.ny), cell(high_y, grid.y, grid.size, grid.ny) + 1):
        for i in range(cell(low_x, grid.x, grid.size, grid.nx), cell(high_x, grid.x, grid.size, grid.nx) + 1):
            for place in range(grid.first[j * grid.nx + i], grid.first[j * grid.nx + i + 1]):
                edge = grid.items[place]
                if stamp[edge] == number:
                    continue
                stamp[edge] = number
                ends[0], ends[1] = edges[edge, 0] - x, edges[edge, 1] - y
                ends[2], ends[3] = edges[edge, 2] - x, edges[edge, 3] - y
                if convex and (
                    (from_x * ends[1] - from_y * ends[0] < 0.0 and from_x * ends[3] - from_y * ends[2] < 0.0)
                    or (to_x * ends[1] - to_y * ends[0] > 0.0 and to_x * ends[3] - to_y * ends[2] > 0.0)
                ):
                    continue  # wholly on the outer side of one border of the wedge
                count = add_near(ends, edge, eye, near, count)
    return count


@njit(cache=True)
def _point_at(near: Floats, row: int, turn: float, start: float) -> tuple[float, float]:
    """Where the ray at `turn` meets an edge; at the edge's own ends exactly those."""
    ax, ay, bx, by = near[row, _AX], near[row, _AY], near[row, _BX], near[row, _BY]
    if turn == near[row, _FROM]:
        return ax, ay
    if turn == near[row, _TO]:
        return bx, by
    ux, uy = math.cos(start + turn), math.sin(start + turn)
    before, after = uy * ax - ux * ay, ux * by - uy * bx
    if before <= 0.0:
        return ax, ay
    if after <= 0.0:
        return bx, by
    share = before / (before + after)
    return ax + share * (bx - ax), ay + share * (by - ay)


@njit(cache=True)
def _close(pieces: Floats, walls: NDArray[np.int64], used: int, near: Floats, eye: Floats) -> int:
    """Complete the piece at `used`, whose turns and row of `near` are known, by its two end points."""
    row, start = walls[used], eye[2]
    for end in range(2):
        turn = pieces[used, end]
        if row < 0:
            x, y = eye[4] * math.cos(start + turn), eye[4] * math.sin(start + turn)
        else:
            x, y = _point_at(near, row, turn, start)
        pieces[used, 2 + 2 * end], pieces[used, 3 + 2 * end] = x, y
    if row >= 0:
        walls[used] = int(near[row, _EDGE])
    return used + 1


@njit(cache=True)
def _breaks(near: Floats, width: float) -> Floats:
    """Sort all turns at which the nearest edge may change."""
    found = np.empty(2 * len(near) + 2)
    found[0], found[1] = 0.0, width
    count = 2
    for row in range(len(near)):
        for column in (_FROM, _TO):
            if 0.0 < near[row, column] < width:
                found[count] = near[row, column]
                count += 1
    return np.sort(found[:count])


@njit(cache=True)
def _nearest(near: Floats, active: NDArray[np.int64], alive: int, turn: float, start: float) -> tuple[int, int]:
    """Find the nearest active edge at a turn, dropping those that ended; -1 where none is in reach."""
    ux, uy = math.cos(start + turn), math.sin(start + turn)
    best, who, place = math.inf, -1, 0
    while place < alive:
        row = active[place]
        if near[row, _TO] <= turn:
            alive -= 1
            active[place] = active[alive]
            continue
        along = ux * (near[row, _BY] - near[row, _AY]) - uy * (near[row, _BX] - near[row, _AX])
        if along > 0.0:
            distance = near[row, _CROSS] / along
            if distance < best:
                best, who = distance, row
        place += 1
    return who, alive


@njit(cache=True)
def _walk(near: Floats, eye: Floats, pieces: Floats, walls: NDArray[np.int64], used: int) -> int:
    """Walk the angular intervals of one eye and append its pieces; give the new count."""
    start, width = eye[2], eye[3]
    breaks, order = _breaks(near, width), np.argsort(near[:, _FROM])
    active = np.empty(len(near), np.int64)
    alive = begun = 0
    is_open = False
    for interval in range(len(breaks) - 1):
        low, high = breaks[interval], breaks[interval + 1]
        if high - low <= _NOTHING:
            continue
        middle = 0.5 * (low + high)
        while begun < len(order) and near[order[begun], _FROM] < middle:
            active[alive] = order[begun]
            alive += 1
            begun += 1
        who, alive = _nearest(near, active, alive, middle, start)
        if is_open and walls[used] == who:
            pieces[used, 1] = high
            continue
        if is_open:
            used = _close(pieces, walls, used, near, eye)
        is_open = True
        pieces[used, 0], pieces[used, 1], walls[used] = low, high, who
    return _close(pieces, walls, used, near, eye) if is_open else used


@njit(cache=True)
def sweep_all(edges: Floats, grid: Grid, eyes: Floats) -> tuple[NDArray[np.int64], Floats, NDArray[np.int64]]:
    """Sweep every eye.

    Parameters
    ----------
    edges
        Shape ``(m, 4)``, metres: x1, y1, x2, y2; they meet only at their ends.
    grid
        The same edges in cells.
    eyes
        Shape ``(n, 5)``: x, y in metres; start in radians, anticlockwise from +x; width in radians, (0, 2π];
        reach in metres, > 0.

    Returns
    -------
    first
        Shape ``(n + 1,)``: the pieces of eye i are ``first[i]:first[i + 1]``.
    pieces
        Shape ``(p, 6)``: turns from and to, radians from the start of the wedge, and the end points, metres relative to the eye.
    walls
        Shape ``(p,)``: row of the edge that ends the view there, -1 where the reach does.
    """
    first = np.zeros(len(eyes) + 1, np.int64)
    stamp = np.full(len(edges), -1, np.int64)
    near = np.empty((2 * len(edges), 8))
    pieces, walls = np.empty((16 * len(eyes) + 16, 6)), np.empty(16 * len(eyes) + 16, np.int64)
    used = 0
    for number in range(len(eyes)):
        count = _gather(edges, grid, eyes, number, stamp, near)
        room = used + 2 * count + 2
        if room > len(pieces):
            more, more_walls = np.empty((2 * room, 6)), np.empty(2 * room, np.int64)
            more[:used], more_walls[:used] = pieces[:used], walls[:used]
            pieces, walls = more, more_walls
        used = _walk(near[:count], eyes[number], pieces, walls, used)
        first[number + 1] = used
    return first, pieces[:used].copy(), walls[:used].copy()
