"""Times and lengths between places on the roads, each place at the road nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gis.costs import both

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.routing import Router

    Floats = NDArray[np.float64]

__all__ = ["between"]


def between(router: Router, points: Floats) -> tuple[Floats, Floats, Floats]:
    """Drive from every place to every other.

    Parameters
    ----------
    points
        Shape ``(n, 2)``, metres in the CRS of the roads.

    Returns
    -------
    Seconds and metres of the fastest way, each ``(n, n)``, infinite where there is none, 0 from a place to itself; metres from
    each place to its road, ``(n,)``.
    """
    spots = router.snap(points)
    ms, metres = both(router.costs(spots, spots))
    time = np.where(ms < 0, np.inf, ms / 1000.0)
    length = np.where(ms < 0, np.inf, metres)
    np.fill_diagonal(time, 0.0)
    np.fill_diagonal(length, 0.0)
    return time, length, np.array([spot.away for spot in spots], dtype=np.float64)
