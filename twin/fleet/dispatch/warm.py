"""Compile dispatch's numba kernels into their on-disk cache: ``python -m twin.fleet.dispatch.warm``.

Compiling takes about a minute; done once after installation, no dispatcher waits for it.
"""

from __future__ import annotations

import numpy as np

from twin.fleet.dispatch.problem import Charging, Fleet, Problem, Requests, Stops
from twin.fleet.dispatch.solve import Params, solve

__all__ = ["warm"]


def warm() -> None:
    """Plan two journeys with an electric vehicle and another, so that every kernel runs once."""
    spots = np.array([0.0, 3.0, 5.0, 8.0, 9.0])
    far = np.abs(spots[:, None] - spots[None, :])
    two, free = np.ones(2), np.full(2, np.inf)
    whole = np.zeros(2, dtype=np.int64)
    stops = Stops(np.array([1, 2, 2, 3]), np.zeros(4), np.full(4, 90.0), np.ones(4), np.array([1.0, -1.0, 1.0, -1.0]))
    asked = Requests(("a", "b"), np.array([0, 2]), np.array([1, 3]), 50.0 * two, 20.0 * two, 0.0 * two)
    fleet = Fleet(
        ("e", "p"),
        whole + 1,
        4.0 * two,
        two,
        two,
        0.0 * two,
        whole,
        whole.copy(),
        0.0 * two,
        99.0 * two,
        np.array([12.0, 0.0]),
        np.array([9.0, 0.0]),
        0.0 * two,
        two,
        whole + 1,
        0.0 * two,
        free,
        np.zeros(2, dtype=np.bool_),
    )
    charging = Charging(("c",), np.array([4]), np.ones(1), np.ones(1), np.ones(1))
    for first in (False, True):
        solve(Problem("warm", far, far, stops, asked, fleet, charging, vehicles_first=first), Params(iterations=30))


if __name__ == "__main__":
    warm()
