"""From the pieces of a sweep to rings that a map can draw, and to the test whether a point is seen; in numba.

A ring's arcs are chopped at whole multiples of the step, counted from +x, not from the start of the wedge: two eyes
in one place with one reach then share their chords, where free chopping would leave a fringe of slivers.
Plain arrays in and out, for `gis.visibility`; the arrays are those of `gis.sweep.sweep_all`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from gis.sweep import FULL_TURN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["holds", "ring_of", "seen_pairs", "tidy_ring"]

_SAME = 1e-12
"""Radians: a multiple of the step nearer than this to the end of an arc is that end."""


@njit(cache=True)
def _next_mark(angle: float, step: float) -> float:
    """First multiple of the step that lies clearly beyond an angle."""
    mark = math.floor(angle / step) * step
    while mark <= angle + _SAME:
        mark += step
    return mark


@njit(cache=True)
def ring_of(pieces: Floats, walls: Ints, eye: Floats, step: float) -> tuple[Floats, Floats]:
    """Draw the outline of one view that reaches from the foot outward everywhere.

    Parameters
    ----------
    pieces, walls
        The pieces of this eye, in order.
    eye
        x, y, start, width, reach.
    step
        Radians between the points of an arc.

    Returns
    -------
    points
        Shape ``(p, 2)``, metres in the frame of the eyes, not closed; empty where there are no pieces.
    radius
        Shape ``(p,)``: the reach where the edge from this point to the next is a chord of its arc, 0 elsewhere.
    """
    x, y, start, width, reach = eye
    points = np.empty((3 * len(pieces) + int(width / step) + 3, 2))
    radius = np.zeros(len(points))
    count = 0
    if width < FULL_TURN and len(pieces) > 0:
        points[0, 0], points[0, 1] = x, y
        count = 1
    for piece in range(len(pieces)):
        points[count, 0], points[count, 1] = x + pieces[piece, 2], y + pieces[piece, 3]
        count += 1
        if walls[piece] == -1:
            radius[count - 1] = reach
            mark, last = _next_mark(start + pieces[piece, 0], step), start + pieces[piece, 1]
            while mark < last - _SAME:
                points[count, 0], points[count, 1] = x + reach * math.cos(mark), y + reach * math.sin(mark)
                radius[count] = reach
                count += 1
                mark += step
        points[count, 0], points[count, 1] = x + pieces[piece, 4], y + pieces[piece, 5]
        count += 1
    return points[:count].copy(), radius[:count].copy()


@njit(cache=True)
def _folds(first: Floats, middle: Floats, last: Floats, grid: float) -> bool:
    """Tell whether a path turns back on itself at its middle point, or stands still there."""
    ax, ay = middle[0] - first[0], middle[1] - first[1]
    bx, by = last[0] - middle[0], last[1] - middle[1]
    longer = max(math.hypot(ax, ay), math.hypot(bx, by))
    return ax * bx + ay * by <= 0.0 and abs(ax * by - ay * bx) <= 1.5 * grid * longer


@njit(cache=True)
def tidy_ring(points: Floats, grid: float) -> Floats:
    """Round a ring to a grid, drop repeats and fold spikes back, so that it bounds a valid polygon.

    Parameters
    ----------
    points
        Shape ``(p, 2)``, not closed.
    grid
        Metres, > 0.

    Returns
    -------
    Shape ``(q, 2)`` with q <= p, not closed; empty where fewer than three points are left.
    """
    kept = np.empty((len(points), 2))
    count = 0
    for number in range(len(points)):
        kept[count] = np.round(points[number] / grid) * grid
        count += 1
        while count >= 2 and (
            (kept[count - 1, 0] == kept[count - 2, 0] and kept[count - 1, 1] == kept[count - 2, 1])
            or (count >= 3 and _folds(kept[count - 3], kept[count - 2], kept[count - 1], grid))
        ):
            kept[count - 2] = kept[count - 1]
            count -= 1
    low = 0
    while count - low >= 3:  # the same where the ring closes
        if _folds(kept[count - 2], kept[count - 1], kept[low], grid):
            count -= 1
        elif _folds(kept[count - 1], kept[low], kept[low + 1], grid):
            low += 1
        else:
            break
    return kept[low:count].copy() if count - low >= 3 else kept[:0].copy()


@njit(cache=True)
def _within_chord(piece: Floats, start: float, spot: tuple[float, float, float], step: float, radius: float) -> bool:
    """Tell whether a point lies on the foot's side of the chord of a circle round the foot; of the circle where step is 0."""
    x, y, turn = spot
    if step <= 0.0:
        return math.hypot(x, y) <= radius
    angle = start + turn
    high = min(_next_mark(angle, step), start + piece[1])
    low = max(math.floor(angle / step) * step, start + piece[0])
    return math.hypot(x, y) * math.cos(angle - 0.5 * (low + high)) <= radius * math.cos(0.5 * (high - low))


@njit(cache=True)
def holds(piece: Floats, name: Ints, eye: Floats, spot: tuple[float, float, float], step: float, inner: float) -> bool:
    """Tell whether a point, relative to the eye and at this piece's turn, lies before its outer end and beyond its inner."""
    x, y, _ = spot
    if name[0] == -1:
        if not _within_chord(piece, eye[2], spot, step, eye[4]):
            return False
    elif (piece[4] - piece[2]) * (y - piece[3]) - (piece[5] - piece[3]) * (x - piece[2]) < 0.0:
        return False
    if name[1] == -3:
        return True
    if name[1] == -1:
        return not _within_chord(piece, eye[2], spot, step, inner)
    return (piece[8] - piece[6]) * (y - piece[7]) - (piece[9] - piece[7]) * (x - piece[6]) <= 0.0


@njit(cache=True)
def seen_pairs(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    first: Ints, pieces: Floats, names: Ints, eyes: Floats, inner: Floats, points: Floats, step: float
) -> Ints:
    """Find which eye sees which point.

    Parameters
    ----------
    first, pieces, names, eyes
        As given to the sweep and returned by `gis.bands.cut_all`.
    inner
        Shape ``(n,)``: radius of the circle round each foot within which nothing is seen.
    points
        Shape ``(k, 2)``, metres in the frame of the eyes.
    step
        Radians: the arcs count as chopped like this; 0 for true arcs.

    Returns
    -------
    Shape ``(q, 2)``: row of the point, row of the eye; sorted by point, then eye.
    """
    found = np.empty((64, 2), np.int64)
    count = 0
    for point in range(len(points)):
        for number in range(len(eyes)):
            x, y = points[point, 0] - eyes[number, 0], points[point, 1] - eyes[number, 1]
            if x * x + y * y > eyes[number, 4] * eyes[number, 4]:
                continue
            turn = math.atan2(y, x) - eyes[number, 2]
            turn -= FULL_TURN * math.floor(turn / FULL_TURN)
            if turn > eyes[number, 3] or first[number] == first[number + 1]:
                continue
            starts = pieces[first[number] : first[number + 1], 0]
            piece = first[number] + max(np.searchsorted(starts, turn, side="right") - 1, 0)
            spot, group = (x, y, turn), pieces[piece, 0]
            if turn > pieces[piece, 1] + _SAME or turn < group - _SAME:
                continue
            while piece >= first[number] and pieces[piece, 0] == group:
                if holds(pieces[piece], names[piece], eyes[number], spot, step, inner[number]):
                    if count == len(found):
                        more = np.empty((2 * count, 2), np.int64)
                        more[:count] = found
                        found = more
                    found[count, 0], found[count, 1] = point, number
                    count += 1
                    break
                piece -= 1
    return found[:count].copy()
