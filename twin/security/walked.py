"""The independent check of what is said of a way or a perimeter: points of every stretch asked of every camera, slowly."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from twin.model.words import say
from twin.security.judge import border_of, camera_sees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from twin.security.places import Place

    Floats = NDArray[np.float64]

__all__ = ["check_walk"]

_MARGIN = 2e-3
"""Metres: points nearer to the end of a stretch are not asked."""
_TELLING = (0.5, 0.1, 0.9)
"""Where in a stretch points are asked, as shares of its length."""


def check_walk(place: Place, way: Floats, stretches: Floats, *, counted: bool = True) -> list[str]:
    """Verify the stretches of a way.

    Parameters
    ----------
    place
        Where it runs; taken as true.
    way
        Shape ``(k, 2)``, local metres.
    stretches
        Shape ``(s, 3)``: metres along it from and to, and how many cameras see it there.
    counted
        Compare numbers of cameras; otherwise only whether any sees it.

    Returns
    -------
    Every difference, as a sentence.
    """
    return list(_walk(place, way, stretches, counted=counted))


def _walk(place: Place, way: Floats, stretches: Floats, *, counted: bool) -> Iterator[str]:
    legs = np.hypot(*np.diff(way, axis=0).T)
    length = math.fsum(legs.tolist())
    told = float(stretches[-1, 1]) if len(stretches) else 0.0
    gaps = np.abs(stretches[1:, 0] - stretches[:-1, 1]).max(initial=0.0)
    if abs(length - told) > 1e-6 * max(length, 1.0) or gaps > 1e-9 or (len(stretches) and stretches[0, 0] != 0.0):
        yield str(say("security.check.way_length", said=f"{told:.6f}", found=f"{length:.6f}"))
        return
    rows = np.repeat(np.arange(len(stretches)), len(_TELLING))
    at = (stretches[:, :1] + np.array(_TELLING) * (stretches[:, 1:2] - stretches[:, :1])).ravel()
    room = np.minimum(at - stretches[rows, 0], stretches[rows, 1] - at)
    rows, at = rows[room > _MARGIN], at[room > _MARGIN]
    ends = np.concatenate([[0.0], np.cumsum(legs)])
    leg = np.clip(np.searchsorted(ends, at, side="right") - 1, 0, len(legs) - 1)
    share = (at - ends[leg]) / legs[leg]
    points = way[leg] + share[:, None] * (way[leg + 1] - way[leg])
    edges = [border_of(solid) for solid in place.solids]
    low, high = points.min(axis=0, initial=np.inf), points.max(axis=0, initial=-np.inf)
    many = np.zeros(len(points), dtype=np.int64)
    for camera in place.cameras:
        reach = max(eye.reach for eye in camera.looks)
        if np.all(low <= (camera.x + reach, camera.y + reach)) and np.all(high >= (camera.x - reach, camera.y - reach)):
            many += camera_sees(camera, points, edges[camera.solid], place.reliefs[camera.solid])
    said = stretches[rows, 2].astype(np.int64)
    off = np.flatnonzero(many != said if counted else (many > 0) != (said > 0))
    if len(off):
        first = off[0]
        yield str(say("security.check.way", at=f"{at[first]:.3f}", said=int(said[first]), found=int(many[first])))
