"""The search's own stream of chance (splitmix64): stopping and going on changes nothing."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

__all__ = ["pick", "stream", "uniform"]


def stream(seed: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Give the state of a stream."""
    return np.array([(seed * 0x9E3779B9 + 0x1234567) & 0xFFFFFFFFFFFFFFFF], dtype=np.uint64)


@njit(cache=True)
def uniform(state: Any) -> float:
    """Give the next number, uniform in [0, 1)."""
    state[0] = state[0] + np.uint64(0x9E3779B97F4A7C15)
    z = state[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return float(z >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@njit(cache=True)
def pick(state: Any, n: int) -> int:
    """Give a number 0 … n − 1."""
    return min(n - 1, int(uniform(state) * n))
