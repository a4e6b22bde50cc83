"""The loops that bound many views, as flat arrays: what an arrangement is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gis.visibility import Views

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Rings"]


@dataclass(frozen=True, slots=True)
class Rings:
    """Every loop that `Views.rings` draws, one after the other.

    `points` and `ahead` have shape ``(p, 2)``: where each edge begins and ends, metres; `radius`, shape ``(p,)``, is that of the
    arc that the edge is a chord of, 0 where it is straight; `ring` and `eye`, shape ``(p,)``, tell whose each edge is.
    """

    points: Floats
    ahead: Floats
    radius: Floats
    ring: Ints
    eye: Ints

    @classmethod
    def of(cls, views: Views, step: float) -> Rings:
        """Draw the loops with a step."""
        drawn = [(number, points, radius) for number, points, radius in views.rings(step) if len(points)]
        if not drawn:
            empty, none = np.empty((0, 2)), np.empty(0, dtype=np.int64)
            return cls(empty, empty, np.empty(0), none, none)
        many = np.array([len(points) for _, points, _ in drawn])
        first = np.cumsum(many) - many
        points = np.concatenate([points for _, points, _ in drawn])
        follows = np.arange(1, len(points) + 1)
        follows[first + many - 1] = first
        ring = np.repeat(np.arange(len(drawn)), many)
        eye = np.array([number for number, _, _ in drawn], dtype=np.int64)[ring]
        return cls(points, points[follows], np.concatenate([radius for _, _, radius in drawn]), ring, eye)

    def lines(self) -> NDArray[np.object_]:
        """Give the loops as closed rings; those of fewer than three points are left out."""
        if len(self.points) == 0:
            return np.empty(0, dtype=object)
        held = np.bincount(self.ring)[self.ring] >= 3
        _, ring = np.unique(self.ring[held], return_inverse=True)
        made: NDArray[np.object_] = shapely.linearrings(self.points[held], indices=ring.reshape(-1))
        return np.atleast_1d(made)
