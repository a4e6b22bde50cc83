"""Pixels per metre: how finely a picture shows a person at a place.

For a rectilinear lens of `width_px` pixels over the angle hfov the density at depth D along the optical axis is
width_px / (2 D tan(hfov / 2)): bands of one density are straight lines across the view, not arcs (IEC 62676-4). An equidistant
lens of 170° and more has as many pixels for each degree: width_px / (hfov · r) at the distance r.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gis.lens import WIDEST, Lens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["density_at", "density_of_pairs", "depth_of", "limited"]


def depth_of(lens: Lens, width_px: float, density: float) -> float:
    """Give the depth in metres at which a lens has a density in pixels per metre, > 0."""
    if lens.hfov_deg >= WIDEST:
        return width_px / (density * math.radians(lens.hfov_deg))
    return width_px / (2.0 * density * math.tan(math.radians(lens.hfov_deg) / 2.0))


def limited(lens: Lens, width_px: float, density: float) -> Lens:
    """End the view of a lens where it has less than a density in pixels per metre."""
    depth = min(lens.depth, depth_of(lens, width_px, density))
    where, way = (lens.x, lens.y, lens.heading_deg, lens.hfov_deg, lens.reach), (lens.height, lens.tilt_deg, lens.vfov_deg)
    return Lens(*where, *way, lens.masks, depth)  # `dataclasses.replace` takes eight times as long


def density_at(lens: Lens, width_px: float, points: Floats) -> Floats:
    """Give the density at points of the target plane, pixels per metre.

    Parameters
    ----------
    points
        Shape ``(k, 2)``, metres in the frame of the lens.

    Returns
    -------
    Shape ``(k,)``; infinite at no depth.
    """
    away = points - np.array([lens.x, lens.y])
    drop = 0.0 if math.isnan(lens.height) else lens.height
    with np.errstate(divide="ignore"):
        if lens.hfov_deg >= WIDEST:
            wide: Floats = width_px / (math.radians(lens.hfov_deg) * np.hypot(np.hypot(*away.T), drop))
            return wide
        azimuth = math.radians(90.0 - lens.heading_deg)
        ahead = away @ np.array([math.cos(azimuth), math.sin(azimuth)])
        tilt = math.radians(lens.tilt_deg) if lens.rectilinear else 0.0
        depth = ahead * math.cos(tilt) + (drop * math.sin(tilt) if lens.rectilinear else 0.0)
        plane: Floats = width_px / (2.0 * np.maximum(depth, 0.0) * math.tan(math.radians(lens.hfov_deg) / 2.0))
    return plane


def density_of_pairs(lenses: Sequence[Lens], width_px: Floats, points: Floats, pairs: NDArray[np.int64]) -> Floats:
    """Give the density of many pairs of point and lens at once, pixels per metre.

    Parameters
    ----------
    width_px
        Shape ``(n,)``, NaN where unknown.
    points
        Shape ``(k, 2)``, metres in the frame of the lenses.
    pairs
        Shape ``(q, 2)``: row of the point, row of the lens.

    Returns
    -------
    Shape ``(q,)``; NaN where the width is not known.
    """
    made: Floats = np.empty(len(pairs))
    order = np.argsort(pairs[:, 1], kind="stable")
    bounds = np.searchsorted(pairs[order, 1], np.arange(len(lenses) + 1))
    for number, lens in enumerate(lenses):
        mine = order[bounds[number] : bounds[number + 1]]
        if len(mine):
            made[mine] = density_at(lens, float(width_px[number]), points[pairs[mine, 0]])
    return made
