"""Outlines of triangles that meet edge to edge, found by crossing out the edges that two of them share.

Where a body's lower side is one area without holes, as of most walls and rooms, this is its exact outline, and much quicker than
a union of polygons. Where it is not, nothing is answered and the union has to be made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["outlines", "patches"]


def outlines(corners: NDArray[np.int64], owner: NDArray[np.intp], count: int) -> NDArray[np.object_]:
    """Outline each owner's triangles, in units of the grid.

    Parameters
    ----------
    corners
        Shape ``(m, 3, 2)``: triangles in plan with corners on a grid, all turning the same way.
    owner
        Shape ``(m,)``, ascending, below `count`.

    Returns
    -------
    Shape ``(count,)``: a POLYGON where the triangles tile one area without holes and overlaps, else None.
    """
    found = np.full(count, None, dtype=object)
    if len(corners) == 0:
        return found
    points, ids = _vertices(corners, owner)
    start, end = ids.ravel(), np.roll(ids, -1, axis=1).ravel()
    total = len(points)
    border = ~np.isin(start * total + end, end * total + start)
    start, end = start[border], end[border]
    of = np.repeat(owner, 3)[border]
    following = np.full(total, -1, dtype=np.int64)
    following[start] = end
    edges = np.bincount(of, minlength=count)
    # a vertex that two border edges leave is where rings touch: such owners are left to the union
    forked = np.zeros(count, dtype=bool)
    forked[of[np.bincount(start, minlength=total)[start] > 1]] = True
    rings: list[int] = []
    owners: list[int] = []
    first = np.full(count, -1, dtype=np.int64)
    first[of[::-1]] = start[::-1]
    for who in np.flatnonzero((edges > 2) & ~forked):
        ring = _follow(following, int(first[who]), int(edges[who]))
        if ring:
            rings += ring
            owners += [int(who)] * len(ring)
    return _checked(found, points[rings], np.array(owners, dtype=np.intp), _areas(corners, owner, count))


def patches(corners: NDArray[np.int64], owner: NDArray[np.intp]) -> NDArray[np.intp]:
    """Group each owner's triangles into patches that hang together by shared edges.

    Parameters
    ----------
    corners, owner
        As in `outlines`.

    Returns
    -------
    Shape ``(m,)``: the number of each triangle's patch, counted from 0; ascending owners have ascending patches, but triangles of
    one owner may take turns.
    """
    points, ids = _vertices(corners, owner)
    ends = np.sort(np.stack([ids, np.roll(ids, -1, axis=1)], axis=2).reshape(-1, 2), axis=1)
    edge = ends[:, 0] * len(points) + ends[:, 1]
    order = np.argsort(edge, kind="stable")
    same = np.flatnonzero(edge[order][1:] == edge[order][:-1])
    one, other = order[same] // 3, order[same + 1] // 3
    label = np.arange(len(corners))
    while True:
        least = np.minimum(label[one], label[other])
        before = label.copy()
        np.minimum.at(label, one, least)
        np.minimum.at(label, other, least)
        label = label[label]
        if np.array_equal(label, before):
            return np.unique(label, return_inverse=True)[1].reshape(-1)


def _vertices(corners: NDArray[np.int64], owner: NDArray[np.intp]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the distinct corners of each owner, and the triangles as numbers of those, shape ``(m, 3)``."""
    flat = corners.reshape(-1, 2)
    rows = np.column_stack([np.repeat(owner, 3), flat])
    order = np.lexsort(rows.T[::-1])
    ordered = rows[order]
    new = np.concatenate([[True], (ordered[1:] != ordered[:-1]).any(axis=1)])
    ids = np.empty(len(rows), dtype=np.int64)
    ids[order] = np.cumsum(new) - 1
    return ordered[new][:, 1:], ids.reshape(-1, 3)


def _follow(following: NDArray[np.int64], first: int, edges: int) -> list[int]:
    """Walk from border edge to border edge; give the ring if it takes all of them, else nothing."""
    ring = [first]
    for _ in range(edges - 1):
        step = int(following[ring[-1]])
        if step in {-1, first}:
            return []
        ring.append(step)
    return [*ring, first] if following[ring[-1]] == first else []


def _areas(corners: NDArray[np.int64], owner: NDArray[np.intp], count: int) -> NDArray[np.float64]:
    """Sum the areas of each owner's triangles."""
    one, other = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    twice = np.abs(one[:, 0] * other[:, 1] - one[:, 1] * other[:, 0])
    return np.bincount(owner, weights=twice / 2, minlength=count).astype(np.float64)


def _checked(
    found: NDArray[np.object_], points: NDArray[np.int64], owners: NDArray[np.intp], areas: NDArray[np.float64]
) -> NDArray[np.object_]:
    """Make the rings polygons; keep those that are sound and as large as their triangles together."""
    if len(owners) == 0:
        return found
    who, ring_of = np.unique(owners, return_inverse=True)
    polygons = shapely.polygons(shapely.linearrings(points.astype(np.float64), indices=ring_of))
    good = shapely.is_valid(polygons) & (np.abs(shapely.area(polygons) - areas[who]) < 0.5)
    found[who[good]] = polygons[good]
    return found
