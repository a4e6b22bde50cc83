"""The scenes of the coverage benchmark: 30 office floors with 60 cameras each, a district of 500 buildings with 500."""

from __future__ import annotations

import numpy as np
import shapely

from gis.visibility import Eyes
from tests.gis.plan_scenes import eyes_on, office_floor

__all__ = ["FLOORS", "comb_district", "floor_eyes", "office_floor", "street_eyes"]

FLOORS, CAMERAS = 30, 60
SIDE, BUILDINGS, TEETH = 2000.0, 500, 5
"""Metres of the district's side; a comb of five teeth has 20 edges, so that 500 of them have 10,000."""


def _comb(wide: float, high: float, teeth: int) -> shapely.Polygon:
    """Draw a block with a row of wings: ``4 · teeth`` edges."""
    pitch = wide / (2 * teeth - 1)
    top: list[tuple[float, float]] = []
    for tooth in range(teeth):
        left = 2 * tooth * pitch
        top += [(left, high), (left + pitch, high)]
        if tooth < teeth - 1:
            top += [(left + pitch, 0.4 * high), (left + 2 * pitch, 0.4 * high)]
    return shapely.Polygon([(wide, 0.0), (0.0, 0.0), *top])


def comb_district(seed: int = 5) -> tuple[list[shapely.Geometry], np.ndarray]:
    """Scatter combs that do not touch; give their footprints and heights, 3 to 40 m."""
    rng = np.random.default_rng(seed)
    per_side = int(np.ceil(np.sqrt(BUILDINGS)))
    pitch = SIDE / per_side
    footprints = []
    for number in range(BUILDINGS):
        comb = _comb(rng.uniform(30.0, 50.0), rng.uniform(18.0, 40.0), TEETH)
        x, y = (number % per_side + 0.5) * pitch, (number // per_side + 0.5) * pitch
        turned = shapely.affinity.rotate(comb, rng.uniform(0.0, 360.0), origin="centroid")
        shift = np.array([x, y]) + rng.uniform(-6.0, 6.0, 2) - shapely.get_coordinates(turned.centroid)[0]
        footprints.append(shapely.affinity.translate(turned, *shift))
    return footprints, rng.uniform(3.0, 40.0, BUILDINGS)


def street_eyes(ground: shapely.Geometry, count: int = 500, reach: float = 60.0, seed: int = 6) -> Eyes:
    """Stand cameras 0.05 to 0.6 m from a facade, each with any heading."""
    rng = np.random.default_rng(seed)
    walls = shapely.boundary(shapely.difference(shapely.box(0.0, 0.0, SIDE, SIDE), ground))
    border = shapely.difference(walls, shapely.boundary(shapely.box(0.0, 0.0, SIDE, SIDE)))
    spots = shapely.get_coordinates(shapely.line_interpolate_point(border, rng.random(8 * count) * border.length))
    spots = spots + rng.normal(size=spots.shape) * 0.3
    points = shapely.points(spots)
    shapely.prepare(ground)
    away = shapely.distance(points, border)
    spots = spots[shapely.contains(ground, points) & (away > 0.05) & (away < 0.6)][:count]
    return Eyes.aimed(spots, rng.random(count) * 360.0, np.full(count, 90.0), np.full(count, reach))


def floor_eyes(floor: shapely.Geometry, number: int) -> Eyes:
    """Stand the 60 cameras of one floor."""
    return eyes_on(floor, CAMERAS, seed=100 + number)
