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
SCRATCH = 9
"""Rows of scratch before those that are kept for the way back."""


def work_rows(floors: int, buildings: int) -> int:
    """Give the rows of scratch that `house` needs for so many candidates."""
    return SCRATCH + 2 * (floors + buildings) + 2 * (buildings + 1)


@njit(cache=True)
def _lower(target: Floats, source: Floats, shift: int, plus: float, size: int) -> None:
    """Set target[q] = min(target[q], source[q − shift] + plus) for q ≥ shift."""
    by = np.uint64(shift)
    for q in range(np.uint64(0), np.uint64(size + 1 - shift)):
        value = source[q] + plus
        held = target[q + by]
        target[q + by] = value if value < held else held  # noqa: FURB136 - a plain choice becomes vector code


@njit(cache=True)
def _double(source: Floats, target: Floats, step: int, size: int) -> None:
    """Set target[q] = min(source[q], source[q − step]); unsigned numbers spare the test for an index from the end."""
    by = np.uint64(step)
    for q in range(np.uint64(0), by):
        target[q] = source[q]
    for q in range(np.uint64(0), np.uint64(size + 1) - by):
        here, back = source[q + by], source[q]
        target[q + by] = here if here < back else back  # noqa: FURB136 - a plain choice becomes vector code


@njit(cache=True)
def _slide(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    source: Floats,
    size: int,
    reach: int,
    slope: float,
    out: Floats,
    even: Floats,
    odd: Floats,
) -> None:
    """Set out[q] = min over 0 ≤ s ≤ reach of source[q − s] + slope · s; the windows double until they reach far enough."""
    for q in range(size + 1):
        even[q] = source[q] - slope * q
    if reach >= size:
        best = INF
        for q in range(size + 1):
            best = min(best, even[q])
            out[q] = best + slope * q
        return
    width, turned = 1, False
    while width < reach + 1:
        step = min(width, reach + 1 - width)
        if turned:
            _double(odd, even, step, size)
        else:
            _double(even, odd, step, size)
        turned = not turned
        width += step
    if turned:
        for q in range(size + 1):
            out[q] = odd[q] + slope * q
    else:
        for q in range(size + 1):
            out[q] = even[q] + slope * q


@njit(cache=True)
def _spread(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    source: Floats,
    size: int,
    capacity: int,
    price: float,
    today: int,
    stay: float,
    out: Floats,
    half: Floats,
    even: Floats,
    odd: Floats,
) -> None:
    """Set out[q] to the least cost of q after a floor of that capacity: those who stay first, then the others."""
    kept = min(today, capacity)
    if kept > 0 and stay > 0.0:
        _slide(source, size, kept, price - stay, half, even, odd)
        _slide(half, size, capacity - kept, price, out, even, odd)
    else:
        _slide(source, size, capacity, price, out, even, odd)


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
    in0, in1, to0, to1, to2 = work[0], work[1], work[2], work[3], work[4]
    half, even, odd = work[5], work[6], work[7]
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
        outer0, outer1 = work[outer], work[outer + 1]
        entry = enter[b]
        for q in range(size + 1):
            work[row, q] = INF
            work[row + 1, q] = INF
        for f in range(first, last):
            used0, used1, next0, next1 = work[row], work[row + 1], work[row + 2], work[row + 3]
            if alone:
                for q in range(size + 1):
                    in0[q] = used0[q]
                    in1[q] = used1[q]
                in0[0] = min(in0[0], entry)
            else:
                for q in range(size + 1):
                    in0[q] = min(used0[q], outer0[q] + entry)
                for q in range(size + 1):
                    in1[q] = min(used1[q], outer1[q] + entry)
            _spread(in0, size, cap[f], price[f], today[f], stay, to0, half, even, odd)
            _spread(in1, size, cap[f], price[f], today[f], stay, to1, half, even, odd)
            if leaders > 0 and lead_cap[f] >= 0:
                surcharge = price[f] * leaders
                if lead_cap[f] == cap[f]:
                    _lower(to1, to0, 0, surcharge, size)
                else:
                    _spread(in0, size, lead_cap[f], price[f], today[f], stay, to2, half, even, odd)
                    _lower(to1, to2, 0, surcharge, size)
            cost = fixed[f]
            for q in range(size + 1):
                next0[q] = min(used0[q], to0[q] + cost)
            for q in range(size + 1):
                next1[q] = min(used1[q], to1[q] + cost)
            row += 2
        used0, used1 = work[row], work[row + 1]
        row += 2
        after0, after1 = work[outer - 2], work[outer - 1]
        for q in range(size + 1):
            after0[q] = outer0[q]
            after1[q] = outer1[q]
        if alone:
            for p in range(min(size, seats) + 1):
                credit = near * min(home[b], p)
                if used0[p] < NONE:
                    _lower(after0, outer0, p, used0[p] - credit, size)
                    _lower(after1, outer1, p, used0[p] - credit, size)
                if used1[p] < NONE:
                    _lower(after1, outer0, p, used1[p] - credit, size)
        else:
            _lower(after0, used0, 0, 0.0, size)
            _lower(after1, used1, 0, 0.0, size)
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
    q: int,
    capacity: int,
    price: float,
    today: int,
    stay: float,
    used: Floats,
    base: Floats,
    entry: float,
    alone: bool,  # noqa: FBT001 - a compiled loop
) -> tuple[float, int]:
    """Give the least cost of q after a floor is used, and how many people sit on it."""
    best, people = INF, -1
    for s in range(min(q, capacity) + 1):
        p = q - s
        source = used[p]
        if not alone:
            source = min(source, base[p] + entry)
        elif p == 0:
            source = min(source, base[0] + entry)
        value = source + price * s - stay * min(today, s)
        if value < best:
            best, people = value, s
    return best, people


@njit(cache=True)
def _trace(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - a compiled loop over plain arrays
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
    fresh = np.full(1, INF)
    zero = np.zeros(1)
    while last > 0:
        b = building[last - 1]
        first = last
        while first > 0 and building[first - 1] == b:
            first -= 1
        alone = home[b] > 0 and near > 0.0
        outer += 2
        before0, before1 = work[outer], work[outer + 1]
        row -= 2
        used0, used1 = work[row], work[row + 1]
        best, inner, placed = before1[q] if k == 1 else before0[q], -1, 0
        if alone:
            for p in range(q + 1):
                credit = near * min(home[b], p)
                if k == 0:
                    value = before0[q - p] + used0[p] - credit
                    if value < best - 1e-9:
                        best, inner, placed = value, p, 0
                else:
                    value = before1[q - p] + used0[p] - credit
                    if value < best - 1e-9:
                        best, inner, placed = value, p, 0
                    value = before0[q - p] + used1[p] - credit
                    if value < best - 1e-9:
                        best, inner, placed = value, p, 1
        elif (used1[q] if k == 1 else used0[q]) < best:
            inner, placed = q, k
        rest_q, rest_k = (q - inner, k - placed) if alone else (0, 0)
        if inner < 0:
            row -= 2 * (last - first)
            last = first
            continue
        q, k = inner, placed
        for f in range(last - 1, first - 1, -1):
            after0, after1 = work[row], work[row + 1]
            row -= 2
            used0, used1 = work[row], work[row + 1]
            now, then = (after1[q], used1[q]) if k == 1 else (after0[q], used0[q])
            if now >= then:
                continue
            base0 = zero if alone else before0
            base1 = fresh if alone else before1
            led = False
            if k == 0:
                _, s = _taken(q, cap[f], price[f], today[f], stay, used0, base0, enter[b], alone)
            else:
                value, s = _taken(q, cap[f], price[f], today[f], stay, used1, base1, enter[b], alone)
                if leaders > 0 and lead_cap[f] >= 0:
                    other, t = _taken(q, lead_cap[f], price[f], today[f], stay, used0, base0, enter[b], alone)
                    if other + price[f] * leaders < value:
                        s, led = t, True
            people[f] = s
            q -= s
            if led:
                seat, k = f, 0
            source = used1 if k == 1 else used0
            base = base1 if k == 1 else base0
            if (not alone and base[q] + enter[b] <= source[q]) or (alone and q == 0 and base[0] + enter[b] <= source[0]):
                row -= 2 * (f - first)
                break
        if alone:
            q, k = rest_q, rest_k
        last = first
    return seat
