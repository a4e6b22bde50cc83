"""Give a department its rooms on one floor: leaders first, then staff with the least waste of seats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from numba import njit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

__all__ = ["lead", "seat_staff"]


@njit(cache=True)
def lead(
    free: Ints,
    seats: Ints,
    order: Ints,
    may: Bools,
    number: int,
    taken: Ints,
) -> int:
    """Take `number` rooms in the order of types from `free`, add them to `taken`; give the seats they use, −1 if too few.

    `order` names the types that may serve, best first; `may` tells which do at all.
    """
    used, left = 0, number
    for i in range(len(order)):
        t = order[i]
        if left == 0:
            break
        if not may[t]:
            continue
        take = min(left, free[t])
        if take > 0:
            free[t] -= take
            taken[t] += take
            used += take * seats[t]
            left -= take
    return used if left == 0 else -1


@njit(cache=True)
def seat_staff(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    free: Ints,
    seats: Ints,
    order: Ints,
    people: int,
    taken: Ints,
    reached: Bools,
    choice: Ints,
) -> int:
    """Cover `people` from `free` with the fewest seats, later types of `order` only where earlier ones do not do.

    Reachability of bounded sums, exact: a sum once reached keeps its first way.

    Parameters
    ----------
    order
        Types, dearest to keep free last.
    reached, choice
        Scratch, at least ``(people + largest room + 1,)`` bool and ``(types, same)`` int64.

    Returns
    -------
    Seats taken, −1 if there are too few. The rooms move from `free` to `taken`.
    """
    if people == 0:
        return 0
    types = len(seats)
    largest = 0
    for t in range(types):
        if free[t] > 0 and seats[t] > largest:
            largest = seats[t]
    top = people + largest
    for q in range(1, top + 1):
        reached[q] = False
    reached[0] = True
    for i in range(types):
        t = order[i]
        size = seats[t]
        row = choice[i]
        for q in range(top + 1):
            row[q] = 0
        if free[t] == 0 or size == 0:
            continue
        for q in range(size, top + 1):
            if not reached[q] and reached[q - size] and row[q - size] < free[t]:
                reached[q] = True
                row[q] = row[q - size] + 1
    goal = -1
    for q in range(people, top + 1):
        if reached[q]:
            goal = q
            break
    if goal < 0:
        return -1
    left = goal
    for i in range(types - 1, -1, -1):
        number = choice[i, left]
        t = order[i]
        free[t] -= number
        taken[t] += number
        left -= number * seats[t]
    return goal
