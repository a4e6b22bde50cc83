"""Plans to look at: a large office floor of double-loaded corridors, random blocks, and a slow visibility test to judge by."""

from __future__ import annotations

import numpy as np
import shapely
from shapely import box

from gis.linework import solid
from gis.visibility import Eyes

BAY, DEEP, CORRIDOR, THICK, DOOR, PILLAR = 3.6, 6.0, 2.4, 0.2, 0.9, 0.6


def office_floor(corridors: int = 5, bays: int = 20, seed: int = 1):
    """Lay out rooms of 3.6 x 6 m on both sides of each corridor, and one aisle of 2.4 m joining the corridors in the east.

    Gives the walls with open doors (one solid), the rooms and corridors as polygons, and the floor they make up.
    """
    rng = np.random.default_rng(seed)
    band = 2 * DEEP + CORRIDOR
    wide, high, half = bays * BAY + CORRIDOR, corridors * band, THICK / 2
    bodies = [box(-half, -half, wide + half, half), box(-half, high - half, wide + half, high + half)]
    bodies += [box(-half, -half, half, high + half), box(wide - half, -half, wide + half, high + half)]
    doors, rooms = [], [box(bays * BAY + half, half, wide - half, high - half)]
    for number in range(corridors):
        foot = number * band
        middle = (foot + DEEP, foot + DEEP + CORRIDOR)
        rooms.append(box(half, middle[0] + half, bays * BAY, middle[1] - half))
        bodies += [box(-half, y - half, bays * BAY + half, y + half) for y in (*middle, foot)]
        for low, top, wall in ((foot, middle[0], middle[0]), (middle[1], foot + band, middle[1])):
            bodies += [box(x * BAY - half, low, x * BAY + half, top) for x in range(bays + 1)]
            for bay in range(bays):
                left = bay * BAY + rng.choice([0.4, BAY - DOOR - 0.4])
                doors.append(box(left, wall - THICK, left + DOOR, wall + THICK))
                corner = bay * BAY + half, (low if wall == middle[0] else top - PILLAR / 2 - half) + half * (wall == middle[0])
                bodies.append(box(*corner, corner[0] + PILLAR / 2, corner[1] + PILLAR / 2))
                rooms.append(box(bay * BAY + half, low + half, (bay + 1) * BAY - half, top - half))
    doors += [box(bays * BAY - THICK, y[0] + half, bays * BAY + THICK, y[1] - half)
              for y in ((n * band + DEEP, n * band + DEEP + CORRIDOR) for n in range(corridors))]  # fmt: skip
    walls = solid(bodies, doors)
    rooms = [shapely.difference(room, walls) for room in rooms]
    return walls, rooms, shapely.union_all(rooms)


def eyes_on(floor: shapely.Geometry, count: int, *, reach: float = 20.0, hfov_deg: float = 90.0, seed: int = 2) -> Eyes:
    """Stand eyes 0.05 to 0.6 m from a wall of the floor, each with any heading."""
    rng = np.random.default_rng(seed)
    border = floor.boundary
    spots = shapely.get_coordinates(shapely.line_interpolate_point(border, rng.random(8 * count) * border.length))
    spots = spots + rng.normal(size=spots.shape) * 0.3
    away = shapely.distance(shapely.points(spots), border)
    spots = spots[shapely.contains_xy(floor, spots) & (away > 0.05) & (away < 0.6)][:count]
    return Eyes.aimed(spots, rng.random(count) * 360.0, np.full(count, hfov_deg), np.full(count, reach))


def random_blocks(seed: int, count: int = 25, side: float = 30.0) -> shapely.Geometry:
    """Scatter turned rectangles, thin walls and thick blocks, many of them overlapping."""
    rng = np.random.default_rng(seed)
    blocks = []
    for _ in range(count):
        long, short = rng.uniform(0.5, 9.0), rng.uniform(0.1, 2.5)
        block = shapely.affinity.rotate(box(0, 0, long, short), rng.uniform(0, 180))
        blocks.append(shapely.affinity.translate(block, *rng.uniform(0, side, 2)))
    return solid(blocks)


def free_eyes(walls: shapely.Geometry, count: int, seed: int, side: float = 30.0) -> Eyes:
    """Stand eyes of every kind at least 0.05 m from all walls."""
    rng = np.random.default_rng(seed)
    spots = rng.uniform(0, side, (40 * count, 2))
    spots = spots[shapely.distance(shapely.points(spots), walls) > 0.05][:count]
    hfov = rng.choice([5.0, 60.0, 90.0, 180.0, 250.0, 360.0], len(spots))
    return Eyes.aimed(spots, rng.uniform(0, 360, len(spots)), hfov, rng.uniform(2.0, 60.0, len(spots)))


def seen_by_hand(eye: np.ndarray, points: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Judge point by point in plain float64: in reach, in the wedge, and no edge cut by the line of sight."""
    x, y, start, width, reach = eye
    offset = points - (x, y)
    turn = np.mod(np.arctan2(offset[:, 1], offset[:, 0]) - start, 2 * np.pi)
    seen = (np.hypot(*offset.T) <= reach) & ((turn <= width) | (width >= 2 * np.pi))
    a, b = edges[:, :2] - (x, y), edges[:, 2:] - (x, y)
    d = b - a

    def cross(p, q):
        return p[..., 0] * q[..., 1] - p[..., 1] * q[..., 0]

    for row in np.flatnonzero(seen):
        sight = offset[row]
        along, bottom = cross(a, d), cross(sight, d)
        with np.errstate(divide="ignore", invalid="ignore"):
            t, s = along / bottom, cross(a, sight) / bottom
        seen[row] = not np.any((t > 0) & (t < 1) & (s >= 0) & (s <= 1))
    return seen
