"""Open floors and buildings at least cost so that enough seats are open: a knapsack over floors grouped by building.

    min Σ_f c_f y_f + Σ_b C_b z_b   subject to   y_f ≤ z_b(f),   Σ_f K_f y_f ≥ T,   y, z ∈ {0, 1}

The state is the number of seats still to be opened; exact, O(F · T).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["open_floors"]

FAR = 1e17


@njit(cache=True)
def open_floors(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    need: int,
    cost: Floats,
    seats: Ints,
    floor_state: Ints,
    building: Ints,
    building_cost: Floats,
    building_state: Ints,
    y: Ints,
    z: Ints,
) -> float:
    """Give the least cost (≥ 1e17 where it cannot be) and fill `y`, `z` with the choice.

    Floors stand building by building; a state is 1 open, −1 closed, 0 free. Costs may be negative.
    """
    floors, buildings = len(cost), len(building_cost)
    best = np.full(need + 1, FAR)
    best[0] = 0.0
    took = np.zeros((floors, need + 1), dtype=np.bool_)
    entered = np.zeros((buildings, need + 1), dtype=np.bool_)
    inner = np.empty(need + 1)
    first = 0
    starts = np.zeros(buildings + 1, dtype=np.int64)
    for b in range(buildings):
        starts[b] = first
        last = first
        while last < floors and building[last] == b:
            last += 1
        starts[b + 1] = last
        if building_state[b] >= 0:
            for t in range(need + 1):
                inner[t] = best[t] + building_cost[b]
            for f in range(first, last):
                if floor_state[f] < 0:
                    continue
                for t in range(need, -1, -1):
                    value = FAR
                    if t > 0:
                        value = inner[max(0, t - seats[f])] + cost[f]
                    elif cost[f] + inner[0] < FAR:
                        value = inner[0] + cost[f]
                    if value < inner[t] or floor_state[f] > 0:
                        inner[t] = value
                        took[f, t] = True
            for t in range(need + 1):
                if inner[t] < best[t] or building_state[b] > 0:
                    best[t] = inner[t]
                    entered[b, t] = True
        else:
            for f in range(first, last):
                if floor_state[f] > 0:
                    best[:] = FAR
        first = last
    for f in range(floors):
        y[f] = 0
    t = need
    for b in range(buildings - 1, -1, -1):
        z[b] = 1 if entered[b, t] else 0
        if z[b] == 1:
            for f in range(starts[b + 1] - 1, starts[b] - 1, -1):
                if took[f, t]:
                    y[f] = 1
                    t = max(0, t - seats[f])
    return best[need]
