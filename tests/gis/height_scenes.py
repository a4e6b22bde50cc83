"""Scenes with heights, and a slow judge of every line of sight in three dimensions."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import shapely

from gis.lens import Lens
from gis.linework import edges_of, solid


def block(rng, long, short, side=30.0):
    """Turn and shift a random rectangle."""
    turned = shapely.affinity.rotate(shapely.box(0, 0, rng.uniform(0.5, long), rng.uniform(0.1, short)), rng.uniform(0, 180))
    return shapely.affinity.translate(turned, *rng.uniform(0, side, 2))


def low_bodies(rng, count=14):
    """Give prisms, some hollow, some hanging: bodies, low, high over the target plane."""
    bodies = [block(rng, 8, 3) for _ in range(count)]
    bodies = [shapely.difference(body, body.buffer(-0.3)) if rng.random() < 0.3 else body for body in bodies]
    low = np.where(rng.random(count) < 0.6, -0.5, rng.uniform(0, 3, count))
    return bodies, low, low + rng.uniform(0.2, 3, count)


def some_lens(rng, spot):
    """Make a lens of any kind: rectilinear, looking down, panoramic, or known in plan alone."""
    height, reach, heading = rng.choice([-1.0, 0.8, 1.8, 3.0, 6.0]), rng.uniform(5, 40), rng.uniform(0, 360)
    kind = rng.integers(0, 4)
    if kind == 0:
        tilt, vfov = rng.choice([0, 10, 30, 45, 60, 75, 90.0]), rng.choice([20, 40, 60, 90.0])
        lens = Lens(*spot, heading, rng.choice([30, 60, 90, 120.0]), reach, height, tilt, vfov)
    elif kind == 1:
        lens = Lens(*spot, math.nan, 360.0, reach, abs(height), 90.0, rng.choice([120, 180.0]))
    elif kind == 2:
        lens = Lens(*spot, heading, 180.0, reach, abs(height), 20.0, rng.choice([30, 60, 90.0]))
    else:
        lens = Lens(*spot, heading, 90.0, reach, abs(height))
    if rng.random() < 0.3:
        mask = shapely.Point(rng.uniform(0, 30, 2)).buffer(rng.uniform(1, 4), quad_segs=2)
        lens = replace(lens, masks=(shapely.get_coordinates(mask)[:-1],))
    return lens


def scene(seed, count=5):
    """Give walls, low bodies with their heights, and lenses that stand clear."""
    rng = np.random.default_rng(seed)
    walls = solid([block(rng, 9, 1.5) for _ in range(8)])
    bodies, low, high = low_bodies(rng)
    lenses = []
    while len(lenses) < count:
        spot = rng.uniform(0, 30, 2)
        if shapely.distance(shapely.Point(spot), walls) > 0.05:
            lenses.append(some_lens(rng, spot))
    return walls, (bodies, low, high), lenses


def in_picture(lens, points):
    """Judge whether the picture holds the points, were nothing in the way."""
    away = points - (lens.x, lens.y)
    seen = np.hypot(*away.T) <= lens.reach
    azimuth = 0.0 if math.isnan(lens.heading_deg) else math.radians(90 - lens.heading_deg)
    ahead = away @ [math.cos(azimuth), math.sin(azimuth)]
    beside = away @ [-math.sin(azimuth), math.cos(azimuth)]
    if lens.rectilinear:
        tilt = math.radians(lens.tilt_deg)
        depth = ahead * math.cos(tilt) + lens.height * math.sin(tilt)
        up = ahead * math.sin(tilt) - lens.height * math.cos(tilt)
        seen &= (depth > 0) & (np.abs(beside) <= depth * math.tan(math.radians(lens.hfov_deg / 2)))
        seen &= np.abs(up) <= depth * math.tan(math.radians(lens.vfov_deg / 2))
    elif lens.hfov_deg < 360:
        seen &= np.abs(np.degrees(np.arctan2(beside, ahead))) <= lens.hfov_deg / 2
    if not lens.rectilinear and not math.isnan(lens.tilt_deg):
        below = np.degrees(np.arctan2(lens.height, np.hypot(ahead, beside)))
        seen &= (90 - below <= lens.vfov_deg / 2) if lens.tilt_deg >= 60 else np.abs(below - lens.tilt_deg) <= lens.vfov_deg / 2
    for mask in lens.masks:
        seen &= ~shapely.contains_xy(shapely.Polygon(mask), points)
    return seen


def seen_in_space(lens, points, walls, prisms):
    """Judge point by point: in the picture, no wall across the line of sight in plan, no prism across it in space."""
    seen = in_picture(lens, points)
    foot, edges = np.array([lens.x, lens.y]), edges_of(walls)
    start, along = edges[:, :2] - foot, edges[:, 2:] - edges[:, :2]
    for row in np.flatnonzero(seen):
        way = points[row] - foot
        under = way[0] * along[:, 1] - way[1] * along[:, 0]
        with np.errstate(all="ignore"):
            t = (start[:, 0] * along[:, 1] - start[:, 1] * along[:, 0]) / under
            s = (start[:, 0] * way[1] - start[:, 1] * way[0]) / under
        if np.any((t > 0) & (t < 1) & (s >= 0) & (s <= 1)):
            seen[row] = False
            continue
        if not math.isnan(lens.height):
            seen[row] = not _crossed(lens, foot, points[row], prisms)
    return seen


def _crossed(lens, foot, point, prisms):
    line = shapely.LineString([foot, point])
    for body, low, high in zip(*prisms, strict=True):
        for part in shapely.get_parts(shapely.intersection(line, body)):
            if part.length > 0:
                share = np.hypot(*(shapely.get_coordinates(part) - foot).T) / line.length
                heights = lens.height * (1 - share)
                if heights.min() < high and heights.max() > low:
                    return True
    return False
