"""Which floors to hold open without a user, so that the reserve that was asked for is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from twin.space.consolidate.opening import open_floors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.problem import Problem

__all__ = ["reserve_floors"]


def reserve_floors(problem: Problem, rooms: NDArray[np.int64]) -> tuple[int, ...]:
    """Give the cheapest further floors that bring the open seats to the need; none where they are there already."""
    used = np.zeros(len(problem.building), dtype=bool)
    used[rooms[:, 1]] = True
    used |= problem.floor_state > 0
    if int(problem.seats[used].sum()) >= problem.need:
        return ()
    state = np.where(used, 1, problem.floor_state)
    buildings = problem.building_state.copy()
    buildings[problem.building[used]] = 1
    y, z = np.zeros(len(state), dtype=np.int64), np.zeros(len(buildings), dtype=np.int64)
    cost = open_floors(
        problem.need, problem.floor_cost, problem.seats, state, problem.building, problem.building_cost, buildings, y, z
    )
    return tuple(np.flatnonzero((y > 0) & ~used).tolist()) if cost < 1e15 else ()
