"""Shortest ways inside a room: round its corners, exact.

The shortest way between two points of a polygon bends only at its reflex corners (those of a hole among them). So the points and
those corners are the nodes of a graph, joined where the straight line between two stays inside; the way is a shortest path in it.

Source: de Berg et al., Computational Geometry (2008), section 15.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]

__all__ = ["Ways", "reflex_corners", "ways_inside"]

_SLACK = 1e-6
"""Metres by which a line may leave the room: a threshold on its outline lies inside only to rounding."""
_STRAIGHT = 1e-9
"""Sine of the angle below which a corner is none."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways between n points of one room.

    `metres`: shape (n, n), infinite where there is none. `nodes`: shape (n + c, 2), the points and the room's reflex corners.
    `before`: shape (n, n + c), the node before each on the way from each point, -9999 where there is none.
    """

    metres: Floats
    nodes: Floats
    before: NDArray[np.int32]

    def line(self, start: int, end: int) -> Floats:
        """Give the corners of a way, shape (k, 2), from one point to another that can be reached."""
        walked, at = [end], end
        while at != start:
            at = int(self.before[start, at])
            walked.append(at)
        return self.nodes[walked[::-1]]


def reflex_corners(room: BaseGeometry) -> Floats:
    """Give the corners of a polygon or multipolygon at which its inside is more than a half turn, shape (c, 2)."""
    rings: list[Floats] = []
    for part in shapely.get_parts(shapely.orient_polygons(room)):
        for ring in (part.exterior, *part.interiors):
            points = shapely.get_coordinates(ring)[:-1]
            came, goes = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
            turn = came[:, 0] * goes[:, 1] - came[:, 1] * goes[:, 0]
            rings.append(points[turn < -_STRAIGHT * np.hypot(*came.T) * np.hypot(*goes.T)])
    return np.concatenate(rings) if rings else np.empty((0, 2))


def ways_inside(room: BaseGeometry, points: Floats) -> Ways:
    """Find the shortest ways between points of a room, all within it.

    Parameters
    ----------
    room
        Polygon or multipolygon, metres; there is no way from one part to another.
    points
        Shape (n, 2), inside or on its outline.
    """
    points = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    nodes = np.concatenate([points, reflex_corners(room)])
    inside = shapely.buffer(room, _SLACK, join_style="mitre")
    shapely.prepare(inside)
    one, other = np.triu_indices(len(nodes), k=1)
    lines = shapely.linestrings(np.stack([nodes[one], nodes[other]], axis=1))
    seen = shapely.covers(inside, lines)
    metres = np.hypot(*(nodes[one] - nodes[other]).T)
    one, other, metres = one[seen], other[seen], np.maximum(metres[seen], np.finfo(float).tiny)
    links = csr_array((metres, (one, other)), shape=(len(nodes), len(nodes)))
    if len(points) == 0:
        return Ways(np.empty((0, 0)), nodes, np.empty((0, len(nodes)), dtype=np.int32))
    far, before = dijkstra(links, directed=False, indices=np.arange(len(points)), return_predecessors=True)
    return Ways(far[:, : len(points)], nodes, before)
