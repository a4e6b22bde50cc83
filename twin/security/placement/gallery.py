"""The art-gallery problem with guards on vertices, to proven optimality: fewest vertices from which all of a polygon is seen.

Couto, de Rezende and de Souza, "An exact algorithm for minimizing vertex guards on art galleries", International Transactions in
Operational Research 18 (2011): cover a finite set of witness points by vertices, exactly; look which faces of the polygon the
chosen vertices leave dark; put a witness into each; again, until nothing is dark. Each cover of witnesses needs at most as
many vertices as a cover of the polygon, so that the last, which covers it, is best.

"Seen" is up to `TOLERANCE` of the polygon's size: a witness nearer than that to a vertex's view counts as seen by it, and a dark
place that holds no disc of twice that radius counts as none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.linework import edges_of
from gis.sweep import FULL_TURN
from gis.visibility import Eyes, Occluders, look
from twin.security.placement.instance import Instance
from twin.security.placement.linear import cover_exactly

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from shapely import Geometry

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["TOLERANCE", "Guards", "guard", "views_of_vertices"]

TOLERANCE = 1e-6
"""Share of the polygon's size."""
_MOST_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Guards:
    """Vertices that see all of a polygon: `vertices` counts in its rings' points (shell, then holes, none closed).

    `witnesses`, shape ``(k, 2)``: points that no smaller set of vertices sees; `bound` how many vertices these need, by branch
    and bound; `dark_m2` what is left in slivers. Best where ``len(vertices) == bound``.
    """

    vertices: Ints
    witnesses: Floats
    bound: int
    rounds: int
    dark_m2: float

    @property
    def proven(self) -> bool:
        """True where no smaller set exists."""
        return len(self.vertices) == self.bound


def guard(polygon: Geometry, watch: Callable[[int, int], bool] = lambda _rounds, _bound: False) -> Guards:
    """Find the fewest vertices that see all of a polygon.

    Parameters
    ----------
    polygon
        A valid polygon, holes allowed, in any unit near the origin.
    watch
        Told of rounds and bound; when it gives true the loop ends, with guards that may leave something dark.
    """
    views = views_of_vertices(polygon)
    low_x, low_y, high_x, high_y = shapely.bounds(polygon)
    slack = TOLERANCE * max(high_x - low_x, high_y - low_y)
    witnesses = _spread(polygon, slack)
    rounds = 0
    while True:
        rounds += 1
        instance = _instance(views, witnesses, slack)
        vertices, bound = cover_exactly(instance)
        dark = _dark(polygon, views[vertices], slack)
        if len(dark) == 0 or watch(rounds, round(bound)) or rounds >= _MOST_ROUNDS:
            break
        witnesses = np.concatenate([witnesses, dark])
    left = shapely.difference(polygon, shapely.union_all(views[vertices]))
    return Guards(vertices, witnesses, int(np.ceil(bound - 1e-6)), rounds, float(shapely.area(left)))


def views_of_vertices(polygon: Geometry) -> NDArray[np.object_]:
    """Give what each vertex of a polygon sees of it, shape ``(n,)``: exact but for the rounding of the sweep."""
    ring_ends = [shapely.get_coordinates(ring)[:-1] for ring in shapely.get_rings(shapely.orient_polygons(polygon))]
    spots = np.concatenate(ring_ends)
    ahead = np.concatenate([np.roll(points, -1, axis=0) - points for points in ring_ends])
    back = np.concatenate([np.roll(points, 1, axis=0) - points for points in ring_ends])
    start = np.arctan2(ahead[:, 1], ahead[:, 0])
    width = np.mod(np.arctan2(back[:, 1], back[:, 0]) - start, FULL_TURN)
    reach = 4.0 * float(np.hypot(*np.ptp(spots, axis=0)))
    eyes = Eyes(np.ascontiguousarray(np.column_stack([spots, start, width, np.full(len(spots), reach)])))
    views = look(eyes, Occluders.of(edges_of(polygon)))
    drawn = np.array([shapely.Polygon()] * len(spots), dtype=object)
    for number, ring, _ in views.rings():
        drawn[number] = _areal(shapely.make_valid(shapely.Polygon(ring)), polygon)
    return drawn


def _areal(shape: Geometry, polygon: Geometry) -> Geometry:
    """Keep the areal part of a view, within the polygon."""
    parts = shapely.get_parts(shapely.intersection(shape, polygon))
    return shapely.union_all(parts[shapely.get_dimensions(parts) == 2])


def _spread(polygon: Geometry, slack: float) -> Floats:
    """Begin with a point well inside each triangle of the polygon."""
    triangles = shapely.get_parts(shapely.constrained_delaunay_triangles(polygon))
    return _deep(triangles, slack)


def _instance(views: NDArray[np.object_], witnesses: Floats, slack: float) -> Instance:
    """List the witnesses that each vertex sees."""
    spot, view = shapely.STRtree(views).query(shapely.points(witnesses), predicate="dwithin", distance=slack)
    order = np.lexsort((spot, view))
    first = np.concatenate([[0], np.cumsum(np.bincount(view, minlength=len(views)))]).astype(np.int64)
    return Instance(first, spot[order].astype(np.int32), np.ones(len(views)), np.ones(len(witnesses)))


def _dark(polygon: Geometry, chosen: NDArray[np.object_], slack: float) -> Floats:
    """Give a point well inside each face that the chosen vertices leave dark."""
    return _deep(shapely.get_parts(shapely.difference(polygon, shapely.union_all(chosen))), slack)


def _deep(parts: NDArray[np.object_], slack: float) -> Floats:
    """Give the centre of the largest disc in each part that holds one of twice the slack."""
    kept = parts[(shapely.get_dimensions(parts) == 2) & (shapely.area(parts) > 12.0 * slack**2)]
    if len(kept) == 0:
        return np.empty((0, 2))
    radius = shapely.maximum_inscribed_circle(kept, tolerance=0.25 * slack) if len(kept) else kept
    wide = shapely.length(radius) > 2.0 * slack
    points: Floats = shapely.get_coordinates(shapely.get_point(radius[wide], 0))
    return points
