"""Compile the kernels of the planner into their on-disk cache: ``python -m twin.space.consolidate.warm``.

A cold compile costs most of a minute; done once after installation, no planner waits for it. numba looks only at the file of the
kernel it loads: after a change to `housing`, `rooming` or `inserting` the caches of those who call them must be removed too.
"""

from __future__ import annotations

import numpy as np

from twin.space.consolidate.params import Params
from twin.space.consolidate.problem import Problem, RoomTypes, Weights
from twin.space.consolidate.solve import solve

__all__ = ["warm"]


def warm() -> None:
    """Plan two departments on two floors, with arguments of the types that the kernels always get."""
    ones = np.ones(2, dtype=np.int64)
    types = RoomTypes(("A",), np.array([18.0]), np.array([2]), np.array([True]), np.array([True]))
    problem = Problem(
        name="",
        types=types,
        weights=Weights(),
        ceilings_m2=(9.0, 24.0, 18.0),
        building=np.array([0, 1]),
        building_cost=np.ones(2),
        floor_cost=np.ones(2),
        rooms=np.full((2, 1), 9),
        staff=4 * ones,
        chiefs=ones,
        deputies=ones,
        today=np.array([[4, 0], [0, 4]]),
    )
    solve(problem, Params(iterations=50, nodes=3))


if __name__ == "__main__":
    warm()
