"""House one department at least cost: an exact dynamic programme over people placed, floor after floor, building after building.

A department has S people and one block of leaders worth l seats. A pattern s_f ≥ 0, Σ s_f = S with one leader floor costs

    Σ_{f used} (fixed_f + price_f · s_f − stay · min(today_f, s_f)) + price_leader · l
    + Σ_{b used} (enter_b − near · min(home_b, Σ_{f in b} s_f))

V_k[q] is the least cost of housing q people with the leaders placed (k = 1) or not (k = 0). The cost of a floor is convex
and piecewise linear in s, so a floor is one or two sliding-window minima, O(S log S) by doubling; a building in which the
department sits today earns its credit on the sum over its floors, so it is reckoned alone and joined by one (min, +)
convolution, O(S²). Only values go forward, in loops without branches that the compiler turns into vector code; the way back
finds each choice again from the values it kept. The same programme prices columns (full floors, multipliers as prices) and
re-inserts departments (free seats as capacity).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]

__all__ = ["house", "work_rows"]

INF = 1e18
NONE = 1e17
"""A value from here on says that it cannot be."""
TIE = 1e-9
"""Ways nearer to each other in cost than this are equal."""
IN, TO, HALF, EVEN, ODD = 0, 2, 5, 6, 7
"""Rows of scratch: before a floor (2), after it (2, and one for leaders), people who stay, windows."""
SCRATCH = 8
"""Rows of scratch before those that are kept for the way back."""


def work_rows(floors: int, buildings: int) -> int:
    """Give the rows of scratch that `house` needs for so many candidates."""
    return SCRATCH + 2 * (floors + buildings) + 2 * (buildings + 1)


@njit(cache=True)
def _lower(work: Floats, target: int, source: int, shift: int, plus: float, size: int) -> None:
    """Set row target[q] = min(target[q], source[q − shift] + plus) for q ≥ shift."""
    by = np.uint64(shift)
    for q in range(np.uint64(0), np.uint64(size + 1 - shift)):
        value = work[source, q] + plus
        held = work[target, q + by]
        work[target, q + by] = value if value < held else held  # noqa: FURB136 - a plain choice becomes vector code


@njit(cache=True)
def _double(work: Floats, source: int, target: int, step: int, size: int) -> None:
    """Set row target[q] = min(source[q], source[q − step]); unsigned numbers spare the test for an index from the end."""
    by = np.uint64(step)
    for q in range(np.uint64(0), by):
        work[target, q] = work[source, q]
    for q in range(np.uint64(0), np.uint64(size + 1) - by):
        here, back = work[source, q + by], work[source, q]
        work[target, q + by] = here if here < back else back  # noqa: FURB136 - a plain choice becomes vector code


@njit(cache=True)
def _slide(work: Floats, source: int, size: int, reach: int, slope: float, out: int) -> None:
    """Set row out[q] = min over 0 ≤ s ≤ reach of source[q − s] + slope · s; the windows double until they reach far enough."""
    if reach >= size:
        best = INF
        for q in range(size + 1):
            best = min(best + slope, work[source, q])
            work[out, q] = best
        return
    even, odd = EVEN, ODD
    for q in range(size + 1):
        work[even, q] = work[source, q] - slope * q
    width = 1
    while width < reach + 1:
        step = min(width, reach + 1 - width)
        _double(work, even, odd, step, size)
        even, odd = odd, even
        width += step
    for q in range(size + 1):
        work[out, q] = work[even, q] + slope * q


@njit(cache=True)
def _spread(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    work: Floats, source: int, size: int, capacity: int, price: float, today: int, stay: float, out: int
) -> None:
    """Set row out[q] to the least cost of q after a floor of that capacity: those who stay first, then the others."""
    kept = min(today, capacity)
    if kept > 0 and stay > 0.0:
        _slide(work, source, size, kept, price - stay, HALF)
        _slide(work, HALF, size, capacity - kept, price, out)
    else:
        _slide(work, source, size, capacity, price, out)


@njit(cache=True)
def house(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - a compiled loop over plain arrays
    staff: int,
    leaders: int,
    count: int,
    building: Ints,
    cap: Ints,
    lead_cap: Ints,
    fixed: Floats,
    price: Floats,
    today: Ints,
    home: Ints,
    enter: Floats,
    saved: Floats,
    work: Floats,
    people: Ints,
) -> tuple[float, int]:
    """House one department; fill `people` and give (cost, candidate of the leaders or −1); cost ≥ 1e17 where it cannot be.

    Parameters
    ----------
    staff, leaders
        S ≥ 0 and l ≥ 0.
    count
        How many of the candidate floors count; they must stand building by building.
    building, cap, lead_cap, fixed, price, today
        Per candidate: building number, seats for people, seats for people where the leaders sit too (−1: they cannot),
        cost of use, price per seat, people of this department there today.
    home, enter
        Per building: people of the department there today, cost of using it.
    saved
        ``(near, stay)``.
    work
        Scratch of at least ``(work_rows(count, buildings), S + 1)``.
    people
        Filled with s per candidate, shape ``(≥ count,)``.
    """
    near, stay = saved[0], saved[1]
    size = staff
    outer = work.shape[0] - 2
    for q in range(size + 1):
        work[outer, q] = INF
        work[outer + 1, q] = INF
    work[outer + (0 if leaders > 0 else 1), 0] = 0.0
    first, row = 0, SCRATCH
    while first < count:
        b = building[first]
        last = first
        seats = 0
        while last < count and building[last] == b:
            seats += cap[last]
            last += 1
        alone = home[b] > 0 and near > 0.0
        entry = enter[b]
        for q in range(size + 1):
            work[row, q] = INF
            work[row + 1, q] = INF
        for f in range(first, last):
            for k in range(2):
                for q in range(size + 1):
                    work[IN + k, q] = work[row + k, q]
                if not alone:
                    _lower(work, IN + k, outer + k, 0, entry, size)
            if alone:
                work[IN, 0] = min(work[IN, 0], entry)
            _spread(work, IN, size, cap[f], price[f], today[f], stay, TO)
            _spread(work, IN + 1, size, cap[f], price[f], today[f], stay, TO + 1)
            if leaders > 0 and lead_cap[f] >= 0:
                surcharge = price[f] * leaders
                if lead_cap[f] == cap[f]:
                    _lower(work, TO + 1, TO, 0, surcharge, size)
                else:
                    _spread(work, IN, size, lead_cap[f], price[f], today[f], stay, TO + 2)
                    _lower(work, TO + 1, TO + 2, 0, surcharge, size)
            for k in range(2):
                for q in range(size + 1):
                    work[row + 2 + k, q] = work[row + k, q]
                _lower(work, row + 2 + k, TO + k, 0, fixed[f], size)
            row += 2
        for k in range(2):
            for q in range(size + 1):
                work[outer - 2 + k, q] = work[outer + k, q]
        if alone:
            for p in range(min(size, seats) + 1):
                credit = near * min(home[b], p)
                if work[row, p] < NONE:
                    _lower(work, outer - 2, outer, p, work[row, p] - credit, size)
                    _lower(work, outer - 1, outer + 1, p, work[row, p] - credit, size)
                if work[row + 1, p] < NONE:
                    _lower(work, outer - 1, outer, p, work[row + 1, p] - credit, size)
        else:
            _lower(work, outer - 2, row, 0, 0.0, size)
            _lower(work, outer - 1, row + 1, 0, 0.0, size)
        row += 2
        outer -= 2
        first = last
    for f in range(count):
        people[f] = 0
    cost = work[outer + 1, size]
    if cost >= NONE:
        return INF, -1
    return cost, _trace(
        size, leaders, count, building, cap, lead_cap, price, today, home, enter, near, stay, work, people, row, outer
    )


@njit(cache=True)
def _taken(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    work: Floats,
    used: int,
    base: int,
    q: int,
    capacity: int,
    price: float,
    today: int,
    stay: float,
    entry: float,
) -> tuple[float, int]:
    """Give the least cost of q after a floor is used, and how many sit on it; `base` −1: a building entered with nobody."""
    best, people = INF, -1
    for s in range(min(q, capacity) + 1):
        p = q - s
        source = work[used, p]
        if base >= 0:
            source = min(source, work[base, p] + entry)
        elif p == 0:
            source = min(source, entry)
        value = source + price * s - stay * min(today, s)
        if value < best:
            best, people = value, s
    return best, people


@njit(cache=True)
def _trace(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    size: int,
    leaders: int,
    count: int,
    building: Ints,
    cap: Ints,
    lead_cap: Ints,
    price: Floats,
    today: Ints,
    home: Ints,
    enter: Floats,
    near: float,
    stay: float,
    work: Floats,
    people: Ints,
    row: int,
    outer: int,
) -> int:
    """Walk back from all housed to none through the values kept; fill `people`, give the leaders' candidate or −1."""
    q, k, seat, last = size, 1, -1, count
    while last > 0:
        b = building[last - 1]
        first = last
        while first > 0 and building[first - 1] == b:
            first -= 1
        alone = home[b] > 0 and near > 0.0
        outer += 2
        row -= 2
        best, inner, placed = work[outer + k, q], -1, 0
        if alone:
            for p in range(q + 1):
                credit = near * min(home[b], p)
                value = work[outer + k, q - p] + work[row, p] - credit
                if value < best - TIE:
                    best, inner, placed = value, p, 0
                value = work[outer, q - p] + work[row + 1, p] - credit
                if k == 1 and value < best - TIE:
                    best, inner, placed = value, p, 1
        elif work[row + k, q] < best:
            inner, placed = q, k
        if inner < 0:
            row -= 2 * (last - first)
            last = first
            continue
        rest_q, rest_k = q - inner, k - placed
        q, k = inner, placed
        for f in range(last - 1, first - 1, -1):
            row -= 2
            if work[row + 2 + k, q] >= work[row + k, q]:
                continue
            # a building reckoned alone is entered with nobody placed, hence without leaders too
            base = -1 if alone else outer + k
            entry = INF if alone and k == 1 else enter[b]
            value, s = _taken(work, row + k, base, q, cap[f], price[f], today[f], stay, entry)
            if k == 1 and leaders > 0 and lead_cap[f] >= 0:
                base = -1 if alone else outer
                other, t = _taken(work, row, base, q, lead_cap[f], price[f], today[f], stay, enter[b])
                if other + price[f] * leaders < value:
                    s, seat, k = t, f, 0
            people[f] = s
            q -= s
            before = work[row + k, q]
            entered = q == 0 and k == 0 and enter[b] <= before if alone else work[outer + k, q] + enter[b] <= before
            if entered:
                row -= 2 * (f - first)
                break
        if alone:
            q, k = rest_q, rest_k
        last = first
    return seat
