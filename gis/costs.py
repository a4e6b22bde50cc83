"""Time and length in one whole number, so that one search finds the fastest way and, of equally fast ones, the shortest.

A cost is milliseconds times 2^23 plus decimetres; sums of costs are the costs of sums. 2^23 decimetres are 838 km and 2^30 ms
twelve days, beyond which costs would run into each other; they stay whole in the float64 of scipy up to there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["NO_WAY", "SHIFT", "both", "milliseconds", "packed"]

SHIFT = 23
NO_WAY = -1
"""Cost of what cannot be reached."""


def packed(ms: NDArray[np.int64], length: NDArray[np.float64]) -> NDArray[np.int64]:
    """Join milliseconds and metres."""
    return (ms << SHIFT) + np.rint(length * 10.0).astype(np.int64)


def milliseconds(cost: NDArray[np.int64]) -> NDArray[np.int64]:
    """Take the milliseconds of costs, `NO_WAY` where there is none."""
    return np.where(cost == NO_WAY, NO_WAY, cost >> SHIFT)


def both(cost: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Take milliseconds and metres of costs, `NO_WAY` and NaN where there is none."""
    metres = np.where(cost == NO_WAY, np.nan, (cost & ((1 << SHIFT) - 1)) / 10.0)
    return milliseconds(cost), metres
