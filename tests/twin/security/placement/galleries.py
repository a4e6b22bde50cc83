"""Polygons of the art-gallery problem: those of the benchmark, and drawn ones with their optimum by trying every set of
vertices.
"""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import combinations

import numpy as np
import shapely
from scipy.optimize import Bounds, LinearConstraint, milp


def read_pol(path):
    """Read a polygon of AGP2009a: a count, then x and y as fractions; holes after the shell in the same form."""
    words = iter(path.read_text(encoding="ascii").split())

    def ring():
        return [(float(Fraction(next(words))), float(Fraction(next(words)))) for _ in range(int(next(words)))]

    shell = ring()
    return shapely.Polygon(shell, [ring() for _ in range(int(next(words, "0")))])


def benchmark(folder):
    """Give name, polygon and proven optimum of every polygon of the benchmark."""
    told = json.loads((folder / "agp" / "instances.json").read_text(encoding="utf-8"))
    return [(one["file"], read_pol(folder / one["file"]), one["vertex_guard_optimum"]) for one in told]


def sees(polygon, vertices, points):
    """Tell which vertex sees which point by whether the line between them stays within the polygon, a hair's breadth allowed."""
    size = np.ptp(vertices, axis=0).max()
    wider = shapely.buffer(polygon, 1e-8 * size, join_style="mitre")
    shapely.prepare(wider)
    ends = np.stack([np.repeat(vertices, len(points), axis=0), np.tile(points, (len(vertices), 1))], axis=1)
    return shapely.covers(wider, shapely.linestrings(ends)).reshape(len(vertices), len(points))


def corners(polygon):
    """List the vertices, shell first, in the order of the rings turned anticlockwise (holes clockwise)."""
    return np.concatenate([shapely.get_coordinates(ring)[:-1] for ring in shapely.get_rings(shapely.orient_polygons(polygon))])


def least_cover(seen):
    """Give how many rows of a table are needed to have a true in each column, by another programme."""
    found = milp(np.ones(len(seen)), constraints=LinearConstraint(seen.T.astype(float), 1.0), bounds=Bounds(0, 1),
                 integrality=np.ones(len(seen)))  # fmt: skip
    return round(found.fun)


def best_by_trying(polygon):
    """Give the fewest vertices that see all of a small polygon.

    Lines through every two vertices cut it into faces, from all of which the same vertices are seen; every set of vertices is
    tried.
    """
    vertices = corners(polygon)
    size = np.ptp(vertices, axis=0).max()
    lines = []
    for a, b in combinations(vertices, 2):
        way = (b - a) / np.hypot(*(b - a)) * 3.0 * size
        lines.append(shapely.LineString([a - way, b + way]))
    cut = shapely.union_all([shapely.boundary(polygon), *shapely.intersection(polygon, np.array(lines, dtype=object))])
    faces = shapely.get_parts(shapely.polygonize([cut]))
    disc = shapely.maximum_inscribed_circle(faces, tolerance=1e-6 * size)
    points = shapely.get_coordinates(shapely.get_point(disc, 0))[shapely.length(disc) > 1e-5 * size]
    points = points[shapely.contains_xy(polygon, points)]  # faces in a hole are none of it
    seen = sees(polygon, vertices, points)
    for count in range(1, len(vertices) + 1):
        for some in combinations(range(len(vertices)), count):
            if seen[list(some)].any(axis=0).all():
                return count
    return len(vertices)


def untangled(points):
    """Join points to a polygon that does not cross itself, turning stretches between crossing edges round; None where that
    fails.
    """
    ring = [tuple(point) for point in points]
    for _ in range(200):
        crossing = next(
            (
                (i, j)
                for i in range(len(ring))
                for j in range(i + 2, len(ring))
                if (i, j) != (0, len(ring) - 1) and _cross(ring, i, j)
            ),
            None,
        )
        if crossing is None:
            polygon = shapely.Polygon(ring)
            return polygon if polygon.is_valid and polygon.area > 1.0 else None
        i, j = crossing
        ring[i + 1 : j + 1] = ring[i + 1 : j + 1][::-1]
    return None


def _cross(ring, i, j):
    one, two = (shapely.LineString([ring[k], ring[(k + 1) % len(ring)]]) for k in (i, j))
    return shapely.intersects(one, two)
