"""One planar arrangement of overlapping views: faces, each with the set of eyes that see all of it.

Everything asked after visibility is a sum over faces: area seen by k eyes, blind ground, what each outage costs, shares
by room or cell. No geometry is computed again for any of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.arcs import Arcs, true_areas
from gis.visibility import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.visibility import Views

__all__ = ["Arrangement", "arrange"]

_GRID = 1e-9
"""Metres: crossings are rounded to it (snap rounding never fails), far below the 1e-6 m of maps."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Faces of a reference area, cut by every view and every zone.

    `faces` are polygons with chopped arcs, shape ``(f,)``; `areas` their areas with true arcs, m², shape ``(f,)``;
    `points` a point inside each, shape ``(f, 2)``; `seen` the pairs (face, eye), shape ``(q, 2)``, sorted;
    `zones` the pairs (face, zone), shape ``(z, 2)``, sorted: a face in two overlapping zones stands twice.
    """

    faces: NDArray[np.object_]
    areas: NDArray[np.float64]
    points: NDArray[np.float64]
    seen: NDArray[np.int64]
    zones: NDArray[np.int64]
    eyes: int
    """How many eyes there are."""

    @property
    def k(self) -> NDArray[np.int64]:
        """How many eyes see each face, shape ``(f,)``."""
        return np.bincount(self.seen[:, 0], minlength=len(self.faces)).astype(np.int64)

    @property
    def area(self) -> float:
        """Area of all faces, m²: the reference area."""
        return float(self.areas.sum())

    def area_by_k(self) -> NDArray[np.float64]:
        """Area seen by exactly 0, 1, 2, … eyes, m²."""
        return _sums(self.k, self.areas, 1)

    def area_by_zone(self, count: int, least: int = 0) -> NDArray[np.float64]:
        """Area of each of the `count` zones that at least `least` eyes see, m²."""
        kept = self.zones[self.k[self.zones[:, 0]] >= least]
        return _sums(kept[:, 1], self.areas[kept[:, 0]], count)

    def area_by_zone_and_eye(self, count: int) -> NDArray[np.float64]:
        """Area that each eye sees of each of the `count` zones, m², shape ``(count, eyes)``."""
        start = np.searchsorted(self.seen[:, 0], self.zones[:, 0])
        many = np.searchsorted(self.seen[:, 0], self.zones[:, 0], side="right") - start
        pair = np.repeat(np.arange(len(self.zones)), many)
        eye = self.seen[np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(start, many), 1]
        face, zone = self.zones[pair, 0], self.zones[pair, 1]
        return _sums(zone * self.eyes + eye, self.areas[face], count * self.eyes).reshape(count, self.eyes)

    def area_by_eye(self) -> NDArray[np.float64]:
        """Area of the reference that each eye sees, m², shape ``(eyes,)``."""
        return _sums(self.seen[:, 1], self.areas[self.seen[:, 0]], self.eyes)

    def loss_by_eye(self) -> NDArray[np.float64]:
        """Area that nobody sees any more when this eye alone fails, m², shape ``(eyes,)``."""
        alone = self.seen[self.k[self.seen[:, 0]] == 1]
        return _sums(alone[:, 1], self.areas[alone[:, 0]], self.eyes)


def _sums(group: NDArray[np.int64], values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.bincount(group, values, minlength=count).astype(np.float64)


def arrange(views: Views, reference: Geometry, zones: Sequence[Geometry] = (), step: float = STEP) -> Arrangement:
    """Cut a reference area by views and zones.

    Parameters
    ----------
    views
        Views of eyes in the frame of the reference.
    reference
        The (multi)polygon that is measured, metres; everything outside is dropped.
    zones
        Polygons that no face may straddle: rooms of a floor, cells of the grounds.
    step
        Radians: how finely the arcs of the faces are chopped. Areas do not depend on it (see `gis.arcs`).
    """
    borders = [shapely.boundary(shape) for shape in (reference, *zones)]
    rings = [shapely.LinearRing(ring) for _, ring, _ in views.rings(step) if len(ring) >= 3]
    noded = shapely.union_all(np.array([*borders, *rings], dtype=object), grid_size=_GRID)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inside = shapely.point_on_surface(faces)
    shapely.prepare(reference)
    kept = shapely.contains_properly(reference, inside)
    faces, inside = faces[kept], inside[kept]
    points = shapely.get_coordinates(inside)
    zone_pairs = shapely.STRtree(inside).query(np.array(zones, dtype=object), predicate="contains_properly").T[:, ::-1]
    return Arrangement(
        faces=faces,
        areas=true_areas(faces, Arcs.of(views, step)),
        points=points,
        seen=views.seeing(points, step),
        zones=zone_pairs[np.lexsort((zone_pairs[:, 1], zone_pairs[:, 0]))].astype(np.int64),
        eyes=len(views),
    )
