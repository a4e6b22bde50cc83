"""From bands to closed loops: the border of one view with near zones, shadows and holes; in numba.

At each turn where bands change, the ends of the bands on either side become nodes; what only one side covers of the ray
there is a radial edge. Together with the outer and inner ends of the bands these edges bound the view, which lies to the
left of every one of them, and link up to loops: shells run anticlockwise, holes clockwise.
"""

# ruff: noqa: PLR0913, PLR0917 - kernels: a call of many plain arrays is what numba compiles well
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

__all__ = ["loops_of"]

_SAME = 1e-12
_ONE_NODE = 1e-9
"""Metres: ends on one ray nearer than this are one node."""


@njit(cache=True)
def _groups(bands: Floats) -> Ints:
    """Give the rows at which a new angular interval begins, and the number of bands."""
    found, count = np.empty(len(bands) + 1, np.int64), 0
    for row in range(len(bands)):
        if row == 0 or bands[row, 0] != bands[row - 1, 0]:
            found[count] = row
            count += 1
    found[count] = len(bands)
    return found[: count + 1]


@njit(cache=True)
def _distance(bands: Floats, row: int, column: int) -> float:
    return math.hypot(bands[row, column], bands[row, column + 1])


@njit(cache=True)
def _seam(
    bands: Floats, left: tuple[int, int], right: tuple[int, int], corner: Ints, nodes: Floats, count: int, edges: Ints, used: int
) -> tuple[int, int]:
    """Join the bands that end at a turn with those that begin there: name their corners, add the radial edges between."""
    many = 2 * (left[1] - left[0]) + 2 * (right[1] - right[0])
    far, row_of, column_of = np.empty(many), np.empty(many, np.int64), np.empty(many, np.int64)
    place = 0
    for side in range(2):
        low, high = (left, right)[side]
        for row in range(low, high):
            for column in ((8, 4), (6, 2))[side]:
                far[place], row_of[place], column_of[place] = _distance(bands, row, column), row, column
                place += 1
    order = np.argsort(far)
    covers_left = covers_right = 0
    node, previous = -1, -1
    reached = -1.0
    for number in range(many):
        at = order[number]
        row, column = row_of[at], column_of[at]
        if node < 0 or far[at] - reached > _ONE_NODE:
            previous = node
            if far[at] <= _ONE_NODE:
                node = 0
            else:
                node = count
                nodes[count, 0], nodes[count, 1] = bands[row, column], bands[row, column + 1]
                count += 1
            reached = far[at]
            if previous >= 0 and covers_left != covers_right:
                edges[used, 0], edges[used, 1] = (previous, node) if covers_right else (node, previous)
                edges[used, 2] = 0
                used += 1
        corner[row, (column - 2) // 2] = node
        step = 1 if column >= 6 else -1
        if column in (8, 4):
            covers_left += step
        else:
            covers_right += step
    return count, used


@njit(cache=True)
def _edges(bands: Floats, names: Ints, width: float) -> tuple[Floats, Ints]:
    """Give the nodes, shape ``(n, 2)``, and the directed edges: from, to, what (0 straight, 1 outer arc, 2 inner arc)."""
    group = _groups(bands)
    groups = len(group) - 1
    corner = np.full((len(bands), 4), -1, np.int64)
    nodes = np.zeros((4 * len(bands) + 4, 2))
    edges = np.empty((8 * len(bands) + 8, 3), np.int64)
    count, used = 1, 0
    closed = width >= FULL_TURN - 1e-14 and bands[group[groups - 1], 1] >= width - 1e-13 and bands[0, 0] <= 1e-13
    if not closed:
        count, used = _seam(bands, (0, 0), (group[0], group[1]), corner, nodes, count, edges, used)
    for number in range(groups):
        mine = (group[number], group[number + 1])
        if number + 1 < groups:
            following = (group[number + 1], group[number + 2])
        elif closed:
            following = (group[0], group[1])
        else:
            following = (0, 0)
        if following[1] > 0 and abs(bands[following[0], 0] - bands[mine[0], 1]) > 1e-13 and number + 1 < groups:
            count, used = _seam(bands, mine, (0, 0), corner, nodes, count, edges, used)
            count, used = _seam(bands, (0, 0), following, corner, nodes, count, edges, used)
        else:
            count, used = _seam(bands, mine, following, corner, nodes, count, edges, used)
    for row in range(len(bands)):
        outer = 1 if names[row, 0] == -1 else 0
        inner = 2 if names[row, 1] == -1 else 0
        whole = bands[row, 1] - bands[row, 0] > math.pi  # a circle begins and ends at one node
        if corner[row, 0] != corner[row, 1] or (whole and outer):
            edges[used, 0], edges[used, 1], edges[used, 2] = corner[row, 0], corner[row, 1], outer
            used += 1
        if corner[row, 3] != corner[row, 2] or (whole and inner):
            edges[used, 0], edges[used, 1], edges[used, 2] = corner[row, 3], corner[row, 2], inner
            used += 1
    return nodes[:count], edges[:used]


@njit(cache=True)
def _sharpest_left(nodes: Floats, edges: Ints, came: int, choices: Ints, taken: NDArray[np.bool_]) -> int:
    """Choose the way on that keeps loops apart where they touch."""
    ax, ay = nodes[edges[came, 1]] - nodes[edges[came, 0]]
    best, chosen = -math.inf, -1
    for way in choices:
        if way < 0 or taken[way]:
            continue
        bx, by = nodes[edges[way, 1]] - nodes[edges[way, 0]]
        turn = math.atan2(ax * by - ay * bx, ax * bx + ay * by)
        if turn > best:
            best, chosen = turn, way
    return chosen


@njit(cache=True)
def _arc(from_x: float, from_y: float, to_x: float, to_y: float, step: float, anticlockwise: bool) -> Floats:  # noqa: FBT001 - numba takes no keywords
    """Give the angles between the ends of an arc that are whole multiples of the step, in order."""
    low, high = math.atan2(from_y, from_x), math.atan2(to_y, to_x)
    if not anticlockwise:
        low, high = high, low
    while high <= low:
        high += FULL_TURN
    number = math.floor(low / step) + 1
    found, count = np.empty(int((high - low) / step) + 3), 0
    while number * step < high - _SAME:
        if number * step > low + _SAME:
            found[count] = number * step
            count += 1
        number += 1
    return found[:count] if anticlockwise else found[:count][::-1].copy()


@njit(cache=True)
def loops_of(bands: Floats, names: Ints, eye: Floats, inner: float, step: float) -> tuple[Floats, Floats, Ints]:
    """Link the border of one view.

    Parameters
    ----------
    bands, names
        Of this eye, as `gis.bands.cut_all` gives them.
    eye
        x, y, start, width, reach.
    inner
        Radius of the circle round the foot within which nothing is seen; 0 for none.
    step
        Radians between the points of an arc.

    Returns
    -------
    points
        Shape ``(p, 2)``, metres in the frame of the eyes.
    radius
        Shape ``(p,)``: radius of the arc that the edge from this point to the next of its loop is a chord of; 0 for none.
    first
        Loop i has the points ``first[i]:first[i + 1]``, not closed.
    """
    if len(bands) == 0:
        return np.empty((0, 2)), np.empty(0), np.zeros(1, np.int64)
    nodes, edges = _edges(bands, names, eye[3])
    ways = np.full((len(nodes), 8), -1, np.int64)
    many = np.zeros(len(nodes), np.int64)
    for row in range(len(edges)):
        node = edges[row, 0]
        if many[node] < 8:
            ways[node, many[node]] = row
            many[node] += 1
    points, radius = np.empty((4 * len(edges) + 64, 2)), np.zeros(4 * len(edges) + 64)
    first, loops, count = np.zeros(len(edges) + 2, np.int64), 0, 0
    taken = np.zeros(len(edges), np.bool_)
    for row in range(len(edges)):
        way = row
        while way >= 0 and not taken[way]:
            taken[way] = True
            a, b, what = edges[way]
            size_of = 0.0 if what == 0 else (eye[4] if what == 1 else inner)
            marks = np.empty(0)
            if what:
                marks = _arc(nodes[a, 0], nodes[a, 1], nodes[b, 0], nodes[b, 1], step, what == 1)
            if count + len(marks) + 2 > len(points):
                more, more_radius = np.empty((2 * len(points) + len(marks), 2)), np.zeros(2 * len(points) + len(marks))
                more[:count], more_radius[:count] = points[:count], radius[:count]
                points, radius = more, more_radius
            points[count, 0], points[count, 1], radius[count] = eye[0] + nodes[a, 0], eye[1] + nodes[a, 1], size_of
            count += 1
            for mark in marks:
                points[count, 0], points[count, 1] = eye[0] + size_of * math.cos(mark), eye[1] + size_of * math.sin(mark)
                radius[count] = size_of
                count += 1
            way = _sharpest_left(nodes, edges, way, ways[b], taken)
        if count > first[loops]:
            loops += 1
            first[loops] = count
    return points[:count].copy(), radius[:count].copy(), first[: loops + 1].copy()
