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
from numba import njit

from gis.lens import STEEP, WIDEST
from gis.sweep import FULL_TURN
from gis.visibility import Eyes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.lens import Lens

    Floats = NDArray[np.float64]

__all__ = ["Aim", "aimed", "frame_of"]

_LEVEL = 1e-15
_ONE_POINT = 1e-12


@dataclass(frozen=True, slots=True)
class Aim:
    """Heights and frames of eyes, as `gis.bands.cut_all` takes them: see there; `ends` as in `gis.visibility.Views`."""

    height: Floats
    base: NDArray[np.int64]
    inner: Floats
    loops: Floats
    first: NDArray[np.int64]
    ends: Floats


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
    limits = np.array([*half_planes, (-cos, 0.0, lens.depth - height * sin) if lens.depth < math.inf else (0.0, 0.0, 1.0)])
    ring = _clipped(ring, limits)
    azimuth = math.radians(90.0 - lens.heading_deg)
    turn = np.array([[math.cos(azimuth), math.sin(azimuth)], [-math.sin(azimuth), math.cos(azimuth)]])
    turned: Floats = ring @ turn
    return turned


@njit(cache=True)
def _clipped(ring: Floats, limits: Floats) -> Floats:
    """Keep the part of a convex ring where a·u + b·v + c >= 0 for each row a, b, c of the limits."""
    for limit in limits:
        a, b, c = limit
        if math.hypot(a, b) < _LEVEL:
            if c < 0.0:
                return ring[:0].copy()
            continue
        kept, count = np.empty((len(ring) + 2, 2)), 0
        for number in range(len(ring)):
            px, py = ring[number - 1]
            qx, qy = ring[number]
            fp, fq = a * px + b * py + c, a * qx + b * qy + c
            if fp < 0.0 < fq or fq < 0.0 < fp:
                share = fp / (fp - fq)
                kept[count, 0], kept[count, 1] = px + (qx - px) * share, py + (qy - py) * share
                count += 1
            if fq >= 0.0:
                kept[count, 0], kept[count, 1] = qx, qy
                count += 1
        apart = 0
        for number in range(count):  # drop points that fell together
            before = apart - 1 if number else count - 1
            if math.hypot(kept[number, 0] - kept[before, 0], kept[number, 1] - kept[before, 1]) > _ONE_POINT:
                kept[apart] = kept[number]
                apart += 1
        if apart < 3:
            return ring[:0].copy()
        ring = kept[:apart].copy()
    return ring


@njit(cache=True)
def _wedge(ring: Floats) -> tuple[float, float, int]:
    """Give start and width of the wedge in which the foot sees a convex ring, and 1 where the foot lies outside of it.

    On the frame itself it does not lie outside: there the wedge alone bounds the view.
    """
    inside, outside = True, 0
    x = y = 0.0
    for number in range(len(ring)):
        px, py = ring[number - 1]
        qx, qy = ring[number]
        cross = px * qy - py * qx
        slack = 1e-12 * max(math.hypot(px, py), 1e-9) * math.hypot(qx - px, qy - py)
        inside = inside and cross > slack
        if cross < -slack:
            outside = 1
        x, y = x + qx, y + qy
    if inside:
        return 0.0, FULL_TURN, 0
    middle = math.atan2(y, x)
    low = high = 0.0
    for px, py in ring:
        if math.hypot(px, py) > _ONE_POINT:
            turn = math.atan2(py, px) - middle + math.pi
            turn -= FULL_TURN * math.floor(turn / FULL_TURN) + math.pi
            low, high = min(low, turn), max(high, turn)
    return middle + low, high - low, outside


def _circles(lens: Lens) -> tuple[float, float]:
    """Give the radii between which a lens that no plane picture can hold shows the plane."""
    drop = 0.0 if math.isnan(lens.height) else abs(lens.height)
    reach = min(lens.reach, math.sqrt(max(lens.depth**2 - drop**2, 0.0))) if lens.depth < math.inf else lens.reach
    if math.isnan(lens.height) or math.isnan(lens.tilt_deg) or math.isnan(lens.vfov_deg):
        return 0.0, reach
    height, tilt, half = abs(lens.height), math.copysign(lens.tilt_deg, lens.tilt_deg * (lens.height or 1.0)), lens.vfov_deg / 2.0
    if tilt >= STEEP:
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
    cos, sin = math.cos(azimuth), math.sin(azimuth)
    corners = ((lens.depth, -big), (big, -big), (big, big), (lens.depth, big))
    return [np.array([(lens.x + u * cos - v * sin, lens.y + u * sin + v * cos) for u, v in corners])]


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
        segments = [_segments(ring) for ring in mine]
        loops += segments
        first[number + 1] = first[number] + sum(map(len, segments))
    height = np.array([0.0 if math.isnan(lens.height) else lens.height for lens in lenses], dtype=np.float64)
    borders = np.ascontiguousarray(np.concatenate(loops) if loops else np.empty((0, 4)), dtype=np.float64)
    return Eyes(np.ascontiguousarray(rows)), Aim(height, base, inner, borders, first, _ends(lenses))


def _segments(ring: Floats) -> Floats:
    """Give the edges of a ring, shape ``(k, 4)``."""
    made = np.empty((len(ring), 4))
    made[:, :2] = ring
    made[:-1, 2:], made[-1, 2:] = ring[1:], ring[0]
    return made


def _ends(lenses: Sequence[Lens]) -> Floats:
    """Give the line on the plane at which the depth of each lens ends: a, b, c with a·x + b·y = c; c is NaN for an arc."""
    ends = np.full((len(lenses), 3), np.nan)
    for number, lens in enumerate(lenses):
        if lens.hfov_deg < WIDEST and lens.depth < math.inf:
            azimuth, tilt = math.radians(90.0 - lens.heading_deg), math.radians(lens.tilt_deg) if lens.rectilinear else 0.0
            drop = lens.height * math.sin(tilt) if lens.rectilinear else 0.0
            a, b = math.cos(azimuth), math.sin(azimuth)
            ends[number] = a, b, a * lens.x + b * lens.y + (lens.depth - drop) / max(math.cos(tilt), 1e-12)
    return ends


def _anticlockwise(ring: Floats) -> Floats:
    ahead = np.roll(ring, -1, axis=0)
    return ring if float(np.sum(ring[:, 0] * ahead[:, 1] - ring[:, 1] * ahead[:, 0])) > 0.0 else ring[::-1]
