"""Times and lengths between places on the roads, each place at the road nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gis.costs import both

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.routing import Router
    from gis.ways import Spot

    Floats = NDArray[np.float64]

__all__ = ["Crossing", "between"]


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


class Crossing:
    """Drives on the roads between places that become more: each is brought to its road once."""

    def __init__(self, router: Router, points: Floats) -> None:
        """Remember the places known."""
        self.router = router
        self.points = points
        self.spots = router.snap(points)

    def add(self, points: Floats, some: NDArray[np.int64]) -> tuple[Floats, Floats, Floats, Floats]:
        """Remember new places; give time and length from each new one to some places and the new ones, and from these to it."""
        new = self.router.snap(points)
        asked = [self.spots[place] for place in some] + new
        self.spots += new
        self.points = np.concatenate([self.points, points])
        return (*self._drive(new, asked), *self._drive(asked, new))

    def _drive(self, starts: list[Spot], ends: list[Spot]) -> tuple[Floats, Floats]:
        ms, metres = both(self.router.costs(starts, ends))
        return np.where(ms < 0, np.inf, ms / 1000.0), np.where(ms < 0, np.inf, metres)
