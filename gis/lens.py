"""What a lens shows of a horizontal plane: the frame of its picture, its near blind zone, its wedge as the foot sees it.

A rectilinear lens at height h, tilted t below the horizon, shows the point u ahead of and v beside its foot at the depth
D = u cos t + h sin t along the optical axis, if D > 0, |v| <= D tan(hfov / 2) and |u sin t - h cos t| <= D tan(vfov / 2): half
planes, whose common part is convex, and open where the upper rays do not come down. A lens that no plane picture can hold
(170° or wider, panoramas of several sensors, fisheyes) shows a sector between two circles round its foot.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.sweep import FULL_TURN
from gis.visibility import Eyes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["WIDEST", "Aim", "Lens", "aimed", "frame_of"]

WIDEST = 170.0
"""Degrees: at this horizontal view and beyond a lens is no longer taken as rectilinear."""
_STEEP = 60.0
"""Degrees: a lens of `WIDEST` or more tilted so far hangs and looks down, all round."""


@dataclass(frozen=True, slots=True)
class Lens:
    """One lens: `x`, `y` in metres near a local origin, `height` over the target plane, angles in degrees.

    `heading_deg` clockwise from +y (NaN where it looks all round), `tilt_deg` below the horizon, `reach` metres in plan. With
    `height`, `tilt_deg` or `vfov_deg` NaN it is reckoned in plan. `masks` are rings, shape ``(k, 2)``, of ground hidden in it.
    `depth` ends the view at so many metres along the optical axis (a straight line on the plane), that of a lens which no plane
    picture can hold at so many metres from it.
    """

    x: float
    y: float
    heading_deg: float
    hfov_deg: float
    reach: float
    height: float = math.nan
    tilt_deg: float = math.nan
    vfov_deg: float = math.nan
    masks: tuple[Floats, ...] = ()
    depth: float = math.inf

    @property
    def rectilinear(self) -> bool:
        """True where the picture is a plane one with a frame."""
        return self.hfov_deg < WIDEST and not any(map(math.isnan, (self.height, self.tilt_deg, self.vfov_deg)))


@dataclass(frozen=True, slots=True)
class Aim:
    """Heights and frames of eyes, as `gis.bands.cut_all` takes them: see there."""

    height: Floats
    base: NDArray[np.int64]
    inner: Floats
    loops: Floats
    first: NDArray[np.int64]


def frame_of(lens: Lens) -> Floats:
    """Give what a rectilinear lens shows of the plane: a convex ring, anticlockwise, cut off beyond its reach.

    Returns
    -------
    Shape ``(k, 2)``, metres relative to the foot; empty where it shows nothing within reach.
    """
    tilt, height = math.radians(lens.tilt_deg), lens.height
    wide, high = math.tan(math.radians(lens.hfov_deg) / 2.0), math.tan(math.radians(min(lens.vfov_deg, 179.9)) / 2.0)
    cos, sin = math.cos(tilt), math.sin(tilt)
    big = 2.0 * lens.reach
    ring = np.array([[-big, -big], [big, -big], [big, big], [-big, big]])
    half_planes = (
        (cos, 0.0, height * sin),
        (cos * wide, -1.0, height * sin * wide),
        (cos * wide, 1.0, height * sin * wide),
        (cos * high - sin, 0.0, height * (sin * high + cos)),
        (cos * high + sin, 0.0, height * (sin * high - cos)),
    )
    for a, b, c in half_planes:
        ring = _clip(ring, a, b, c)
    if lens.depth < math.inf:
        ring = _clip(ring, -cos, 0.0, lens.depth - height * sin)
    azimuth = math.radians(90.0 - lens.heading_deg)
    turn = np.array([[math.cos(azimuth), math.sin(azimuth)], [-math.sin(azimuth), math.cos(azimuth)]])
    turned: Floats = ring @ turn
    return turned


def _clip(ring: Floats, a: float, b: float, c: float) -> Floats:
    """Keep the part of a convex ring where a·u + b·v + c >= 0."""
    if len(ring) == 0 or math.hypot(a, b) < 1e-15:
        return ring if c >= 0.0 else ring[:0]
    value = ring @ np.array([a, b]) + c
    kept: list[Floats] = []
    for number in range(len(ring)):
        p, q, fp, fq = ring[number - 1], ring[number], value[number - 1], value[number]
        if (fp < 0.0 < fq) or (fq < 0.0 < fp):
            kept.append(p + (q - p) * (fp / (fp - fq)))
        if fq >= 0.0:
            kept.append(q)
    if len(kept) < 3:
        return ring[:0]
    clipped = np.array(kept)
    apart = np.hypot(*(clipped - np.roll(clipped, 1, axis=0)).T) > 1e-12
    return clipped[apart] if apart.sum() >= 3 else ring[:0]


def _wedge(ring: Floats) -> tuple[float, float, int]:
    """Give start and width of the wedge in which the foot sees a convex ring, and 1 where the foot lies outside of it."""
    ahead = np.roll(ring, -1, axis=0)
    cross = ring[:, 0] * ahead[:, 1] - ring[:, 1] * ahead[:, 0]
    size = np.hypot(*ring.T)
    slack = 1e-12 * np.maximum(size, 1e-9) * np.hypot(*(ahead - ring).T)
    if np.all(cross > slack):
        return 0.0, FULL_TURN, 0
    outside = int(np.any(cross < -slack))  # on the frame itself the wedge alone bounds the view
    away = ring[size > 1e-12]
    centre = away.mean(axis=0)
    middle = math.atan2(centre[1], centre[0])
    turns = np.mod(np.arctan2(away[:, 1], away[:, 0]) - middle + math.pi, FULL_TURN) - math.pi
    return middle + float(turns.min()), float(turns.max() - turns.min()), outside


def _circles(lens: Lens) -> tuple[float, float]:
    """Give the radii between which a lens that no plane picture can hold shows the plane."""
    drop = 0.0 if math.isnan(lens.height) else abs(lens.height)
    reach = min(lens.reach, math.sqrt(max(lens.depth**2 - drop**2, 0.0))) if lens.depth < math.inf else lens.reach
    if math.isnan(lens.height) or math.isnan(lens.tilt_deg) or math.isnan(lens.vfov_deg):
        return 0.0, reach
    height, tilt, half = abs(lens.height), math.copysign(lens.tilt_deg, lens.tilt_deg * (lens.height or 1.0)), lens.vfov_deg / 2.0
    if tilt >= _STEEP:
        return 0.0, reach if half >= 90.0 else min(reach, height * math.tan(math.radians(half)))
    low, high = tilt + half, tilt - half
    near = height / math.tan(math.radians(low)) if 0.0 < low < 90.0 else (0.0 if low >= 90.0 else reach)
    far = height / math.tan(math.radians(high)) if high > 0.0 else reach
    return near, min(far, reach)


def _cut_off(lens: Lens) -> list[Floats]:
    """Give the ground beyond the greatest depth of a lens that is reckoned in plan, as a hidden ring."""
    if lens.depth >= lens.reach:
        return []
    big, azimuth = 2.0 * lens.reach, math.radians(90.0 - lens.heading_deg)
    ring = np.array([[lens.depth, -big], [big, -big], [big, big], [lens.depth, big]])
    turn = np.array([[math.cos(azimuth), math.sin(azimuth)], [-math.sin(azimuth), math.cos(azimuth)]])
    return [ring @ turn + np.array([lens.x, lens.y])]


def aimed(lenses: Sequence[Lens]) -> tuple[Eyes, Aim]:
    """Aim lenses: eyes whose wedges hold their pictures, and the frames that cut them to it."""
    rows, base, inner = np.empty((len(lenses), 5)), np.zeros(len(lenses), dtype=np.int64), np.zeros(len(lenses))
    loops: list[Floats] = []
    first = np.zeros(len(lenses) + 1, dtype=np.int64)
    for number, lens in enumerate(lenses):
        start, width, reach = math.radians(90.0 - lens.heading_deg - 0.5 * lens.hfov_deg), math.radians(lens.hfov_deg), lens.reach
        mine: list[Floats] = []
        if lens.hfov_deg >= 360.0:
            start, width = 0.0, FULL_TURN
        if lens.rectilinear and lens.height != 0.0:
            ring = frame_of(lens)
            if len(ring) == 0:
                start, width, base[number] = 0.0, 1e-9, 1
            else:
                start, width, base[number] = _wedge(ring)
                mine.append(ring[::-1] + np.array([lens.x, lens.y]))
        elif lens.hfov_deg < WIDEST:
            mine += _cut_off(lens)
        else:
            inner[number], reach = _circles(lens)
            if inner[number] >= reach:
                inner[number], base[number], reach = 0.0, 1, lens.reach
        for mask in lens.masks:
            mine.append(_anticlockwise(mask))
            base[number] += int(shapely.contains_xy(shapely.Polygon(mask), lens.x, lens.y))
        rows[number] = lens.x, lens.y, start, width, reach
        segments = [np.hstack([ring, np.roll(ring, -1, axis=0)]) for ring in mine]
        loops += segments
        first[number + 1] = first[number] + sum(map(len, segments))
    height = np.array([0.0 if math.isnan(lens.height) else lens.height for lens in lenses], dtype=np.float64)
    borders = np.ascontiguousarray(np.concatenate(loops) if loops else np.empty((0, 4)), dtype=np.float64)
    return Eyes(np.ascontiguousarray(rows)), Aim(height, base, inner, borders, first)


def _anticlockwise(ring: Floats) -> Floats:
    ahead = np.roll(ring, -1, axis=0)
    return ring if float(np.sum(ring[:, 0] * ahead[:, 1] - ring[:, 1] * ahead[:, 0])) > 0.0 else ring[::-1]
