"""One planar arrangement of overlapping views: faces, each with the set of eyes that see all of it.

Everything asked after visibility is a sum over faces: area seen by k eyes, blind ground, what each outage costs, shares
by room or cell. No geometry is computed again for any of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.arcs import Arcs, band_ends, true_areas
from gis.rings import Rings
from gis.visibility import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.visibility import Views

__all__ = ["Arrangement", "arrange", "arrange_tiles"]

_GRID = 1e-10
"""Metres: crossings are rounded to it (snap rounding never fails), far below the 1e-6 m of maps."""
_CLEAR = 1e-4
"""Metres: a point nearer to its face's border may be on either side of a view's border."""
_TOUCHING = 1e-6
"""Square metres: tiles that share less only touch."""


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

    def joint_by_pair(self) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Area that two eyes see and nobody else: the pairs, shape ``(p, 2)``, first < second, and m², shape ``(p,)``."""
        both = self.seen[self.k[self.seen[:, 0]] == 2].reshape(-1, 4)  # a face stands in two rows running, eyes in order
        pair, of = np.unique(both[:, [1, 3]], axis=0, return_inverse=True)
        return pair, _sums(of.reshape(-1), self.areas[both[:, 0]], len(pair))

    def expected(self, rate: NDArray[np.float64]) -> NDArray[np.float64]:
        """Chance that each face is seen when eye i works with the chance ``rate[i]``, by itself; shape ``(f,)``."""
        with np.errstate(divide="ignore"):
            dark = np.bincount(self.seen[:, 0], np.log1p(-rate[self.seen[:, 1]]), minlength=len(self.faces))
        seen: NDArray[np.float64] = -np.expm1(dark)
        return seen

    def by_zone(self, values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
        """Add up a value of each face over the `count` zones."""
        return _sums(self.zones[:, 1], values[self.zones[:, 0]], count)


def _sums(group: NDArray[np.int64], values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.bincount(group, values, minlength=count).astype(np.float64)


def arrange(
    views: Views, reference: Geometry, zones: Sequence[Geometry] = (), step: float = STEP, *, cuts: Views | None = None
) -> Arrangement:
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
    cuts
        Further views whose borders cut the faces and of which nothing else is asked: bands of density.
    """
    return _arranged(views, np.array([reference, *zones], dtype=object), zones, step, cuts, reference)


def arrange_tiles(views: Views, tiles: Sequence[Geometry] | NDArray[np.object_], *, cuts: Views | None = None) -> Arrangement:
    """Cut tiles, which make up what is measured and are its zones, by views.

    Tiles that overlap are allowed: a face in two of them stands in both.
    """
    shapes = np.array([*tiles, None], dtype=object)[:-1]
    if len(views) == 0 and not _overlap(shapes):
        return _plain(shapes)
    return _arranged(views, shapes, shapes, STEP, cuts, None)


def _overlap(shapes: NDArray[np.object_]) -> bool:
    one, two = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    pair = one < two
    return bool(np.any(shapely.area(shapely.intersection(shapes[one[pair]], shapes[two[pair]])) > _TOUCHING))


def _plain(tiles: NDArray[np.object_]) -> Arrangement:
    """Give the faces that nobody sees any of: the parts of the tiles."""
    faces, zone = shapely.get_parts(tiles, return_index=True)
    kept = shapely.area(faces) > 0.0
    faces, zone = faces[kept], zone[kept]
    points = shapely.get_coordinates(shapely.point_on_surface(faces))
    pairs = np.column_stack([np.arange(len(faces)), zone]).astype(np.int64)
    return Arrangement(faces, shapely.area(faces), points, np.empty((0, 2), dtype=np.int64), pairs, 0)


def _well_inside(faces: NDArray[np.object_]) -> NDArray[np.object_]:
    """Give a point of each face that speaks for all of it: not in a tail so thin that rounding decides on which side it lies."""
    points: NDArray[np.object_] = shapely.point_on_surface(faces)
    thin = np.flatnonzero(shapely.distance(points, shapely.boundary(faces)) < _CLEAR)
    wide = thin[shapely.area(faces[thin]) > _CLEAR * shapely.length(faces[thin])]  # elsewhere no point does better
    if len(wide):
        radius = shapely.maximum_inscribed_circle(faces[wide], tolerance=_CLEAR)
        points[wide] = shapely.get_point(radius, 0)
    return points


def _arranged(
    views: Views,
    bounds: NDArray[np.object_],
    zones: Sequence[Geometry] | NDArray[np.object_],
    step: float,
    cuts: Views | None,
    reference: Geometry | None,
) -> Arrangement:
    rings = Rings.of(views, step)
    lines, arcs = [rings.lines()], Arcs.of(views, rings, step)
    if cuts is not None and len(cuts):
        ends, more = band_ends(cuts, step)
        lines.append(shapely.linestrings(ends))
        arcs = arcs.joined(more)
    noded = shapely.union_all(np.concatenate([shapely.boundary(bounds), *lines]), grid_size=_GRID)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inside = _well_inside(faces)
    pairs = shapely.STRtree(inside).query(np.array([*zones, None], dtype=object)[:-1], predicate="contains_properly").T[:, ::-1]
    kept = np.zeros(len(faces), dtype=bool)
    if reference is None:
        kept[pairs[:, 0]] = True
    else:
        shapely.prepare(reference)
        kept = shapely.contains_properly(reference, inside)
    faces, points = faces[kept], shapely.get_coordinates(inside[kept])
    pairs = np.column_stack([(np.cumsum(kept) - 1)[pairs[:, 0]], pairs[:, 1]])[kept[pairs[:, 0]]]
    return Arrangement(
        faces=faces,
        areas=true_areas(faces, arcs),
        points=points,
        seen=views.seeing(points, step),
        zones=pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].astype(np.int64),
        eyes=len(views),
    )
