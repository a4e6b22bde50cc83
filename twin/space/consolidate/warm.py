"""Compile the planner's numba kernels into their on-disk cache: ``python -m twin.space.consolidate.warm``.

Compiling takes half a minute; done once after installation, no planner waits for it.
"""

from __future__ import annotations

import numpy as np

from twin.space.consolidate.params import Params
from twin.space.consolidate.problem import Problem, RoomTypes, Weights
from twin.space.consolidate.solve import solve

__all__ = ["warm"]


def warm() -> None:
    """Plan a district of two floors, with leaders and a home for everybody, so that every kernel runs once."""
    types = RoomTypes(
        name=("small", "large"),
        area_m2=np.array([16.8, 23.5]),
        seats=np.array([2, 3], dtype=np.int64),
        chief_may=np.array([True, True]),
        deputy_may=np.array([True, False]),
    )
    problem = Problem(
        name="warm",
        types=types,
        weights=Weights(),
        ceilings_m2=(9.0, 24.0, 18.0),
        building=np.array([0, 1], dtype=np.int64),
        building_cost=np.array([5.0, 6.0]),
        floor_cost=np.array([20.0, 21.0]),
        rooms=np.array([[4, 4], [4, 4]], dtype=np.int64),
        staff=np.array([4, 5], dtype=np.int64),
        chiefs=np.array([1, 1], dtype=np.int64),
        deputies=np.array([0, 1], dtype=np.int64),
        today=np.array([[4, 0], [0, 5]], dtype=np.int64),
    )
    solve(problem, Params(iterations=200, nodes=3, rounds=10))


if __name__ == "__main__":
    warm()
