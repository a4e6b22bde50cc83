"""House one department at least cost: an exact dynamic programme over people placed, floor after floor, building after building.

A department has S people and one block of leaders worth l seats. A pattern s_f ≥ 0, Σ s_f = S with one leader floor costs

    Σ_{f used} (fixed_f + price_f · s_f − stay · min(today_f, s_f)) + price_leader · l
    + Σ_{b used} (enter_b − near · min(home_b, Σ_{f in b} s_f))

V_k[q] is the least cost of housing q people with the leaders placed (k = 1) or not (k = 0). The cost of a floor is convex
and piecewise linear in s, so a floor is one or two sliding-window minima, O(S) each; a building in which the department sits
today earns its credit on the sum over its floors, so it is reckoned alone and joined by one (min, +) convolution, O(S²).
The same programme prices columns (full floors, multipliers as prices) and re-inserts departments (free seats as capacity).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from numba import njit

if TYPE_CHECKING:
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Floats = NDArray[np.float64]

__all__ = ["house"]

INF = 1e18
LEADERS = 1 << 20
"""Bit of a back pointer: the leaders were placed on this floor."""
ENTRY = 1 << 21
"""Bit of a back pointer: this was the first floor used in its building."""
PEOPLE = LEADERS - 1


@njit(cache=True)
def _slide(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    source: Floats,
    size: int,
    reach: int,
    slope: float,
    out: Floats,
    origin: Ints,
    queue: Ints,
) -> None:
    """Set out[q] = min over 0 ≤ s ≤ reach of source[q − s] + slope · s, and origin[q] = q − s."""
    if reach >= size:
        best, place = INF, 0
        for q in range(size + 1):
            best += slope
            if source[q] <= best:
                best, place = source[q], q
            out[q] = best if best < 1e17 else INF
            origin[q] = place
        return
    head, tail = 0, 0
    for q in range(size + 1):
        level = source[q] - slope * q
        while tail > head and source[queue[tail - 1]] - slope * queue[tail - 1] >= level:
            tail -= 1
        queue[tail] = q
        tail += 1
        if queue[head] < q - reach:
            head += 1
        p = queue[head]
        out[q] = source[p] + slope * (q - p) if source[p] < 1e17 else INF
        origin[q] = p


@njit(cache=True)
def _spread(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    source: Floats,
    size: int,
    capacity: int,
    price: float,
    today: int,
    stay: float,
    out: Floats,
    origin: Ints,
    work: Floats,
    links: Ints,
    queue: Ints,
) -> None:
    """Set out[q] to the least cost of q after a floor of that capacity: those who stay first, then the others."""
    kept = min(today, capacity)
    if kept > 0 and stay > 0.0:
        _slide(source, size, kept, price - stay, work, links, queue)
        _slide(work, size, capacity - kept, price, out, origin, queue)
        for q in range(size + 1):
            origin[q] = links[origin[q]]
    else:
        _slide(source, size, capacity, price, out, origin, queue)


@njit(cache=True)
def house(  # noqa: C901, PLR0912, PLR0913, PLR0917, PLR0915 - a compiled loop over plain arrays
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
    marks: Ints,
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
    work, marks
        Scratch of at least ``(12, S + 1)`` float64 and ``(2·count + 2·buildings + 8, S + 1)`` int32.
    people
        Filled with s per candidate, shape ``(≥ count,)``.
    """
    near, stay = saved[0], saved[1]
    size = staff
    outer0, outer1, in0, in1 = work[0], work[1], work[2], work[3]
    used0, used1, to0, to1, to2 = work[4], work[5], work[6], work[7], work[8]
    half, base0, base1 = work[9], work[10], work[11]
    rows = marks.shape[0]
    queue, links, from0, from1, from2 = marks[rows - 1], marks[rows - 2], marks[rows - 3], marks[rows - 4], marks[rows - 5]
    joins = 2 * count
    for q in range(size + 1):
        outer0[q] = INF
        outer1[q] = INF
    if leaders > 0:
        outer0[0] = 0.0
    else:
        outer1[0] = 0.0
    first, blocks = 0, 0
    while first < count:
        b = building[first]
        last = first
        seats = 0
        while last < count and building[last] == b:
            seats += cap[last]
            last += 1
        alone = home[b] > 0 and near > 0.0
        for q in range(size + 1):
            used0[q] = INF
            used1[q] = INF
            if alone:
                base0[q] = INF
                base1[q] = INF
            else:
                base0[q] = outer0[q]
                base1[q] = outer1[q]
        if alone:
            base0[0] = 0.0
        reached = False
        for f in range(first, last):
            back0, back1 = marks[2 * f], marks[2 * f + 1]
            for q in range(size + 1):
                in0[q] = min(used0[q], base0[q] + enter[b])
                in1[q] = min(used1[q], base1[q] + enter[b])
            _spread(in0, size, cap[f], price[f], today[f], stay, to0, from0, half, links, queue)
            _spread(in1, size, cap[f], price[f], today[f], stay, to1, from1, half, links, queue)
            seated = leaders > 0 and lead_cap[f] >= 0
            together = seated and lead_cap[f] == cap[f]
            if seated and not together:
                _spread(in0, size, lead_cap[f], price[f], today[f], stay, to2, from2, half, links, queue)
            surcharge = price[f] * leaders
            for q in range(size + 1):
                back0[q] = -1
                back1[q] = -1
                if to0[q] + fixed[f] < used0[q]:
                    p = from0[q]
                    back0[q] = p | ENTRY if base0[p] + enter[b] <= used0[p] else p
                    in0[q] = to0[q] + fixed[f]
                else:
                    in0[q] = used0[q]
                value = to1[q]
                p = from1[q]
                flag = 0
                if together and to0[q] + surcharge < value:
                    value, p, flag = to0[q] + surcharge, from0[q], LEADERS
                elif seated and not together and to2[q] + surcharge < value:
                    value, p, flag = to2[q] + surcharge, from2[q], LEADERS
                to1[q] = value + fixed[f]
                if to1[q] < used1[q]:
                    back1[q] = p | flag
            for q in range(size + 1):
                if back1[q] >= 0:
                    p = back1[q] & PEOPLE
                    before, begun = (base0, used0) if back1[q] & LEADERS else (base1, used1)
                    fresh = before[p] + enter[b] <= begun[p]
                    if fresh:
                        back1[q] |= ENTRY
                    in1[q] = to1[q]
                    reached = True
                else:
                    in1[q] = used1[q]
            for q in range(size + 1):
                if back0[q] >= 0:
                    reached = True
            for q in range(size + 1):
                used0[q] = in0[q]
                used1[q] = in1[q]
        join0, join1 = marks[joins + 2 * blocks], marks[joins + 2 * blocks + 1]
        blocks += 1
        for q in range(size + 1):
            join0[q] = -1
            join1[q] = -1
        if reached and alone:
            for q in range(size + 1):
                to0[q] = outer0[q]
                to1[q] = outer1[q]
            top = min(size, seats)
            for p in range(top + 1):
                credit = near * min(home[b], p)
                a, c = used0[p] - credit, used1[p] - credit
                if a < 1e17:
                    for q in range(p, size + 1):
                        if outer0[q - p] + a < to0[q]:
                            to0[q] = outer0[q - p] + a
                            join0[q] = p
                        if outer1[q - p] + a < to1[q]:
                            to1[q] = outer1[q - p] + a
                            join1[q] = p
                if c < 1e17:
                    for q in range(p, size + 1):
                        if outer0[q - p] + c < to1[q]:
                            to1[q] = outer0[q - p] + c
                            join1[q] = p | LEADERS
            for q in range(size + 1):
                outer0[q] = to0[q]
                outer1[q] = to1[q]
        elif reached:
            for q in range(size + 1):
                if used0[q] < outer0[q]:
                    outer0[q] = used0[q]
                    join0[q] = 0
                if used1[q] < outer1[q]:
                    outer1[q] = used1[q]
                    join1[q] = 0
        first = last
    for f in range(count):
        people[f] = 0
    cost = outer1[size]
    if cost >= 1e17:
        return INF, -1
    return cost, _trace(size, count, building, home, near, blocks, marks, people)


@njit(cache=True)
def _trace(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    size: int,
    count: int,
    building: Ints,
    home: Ints,
    near: float,
    blocks: int,
    marks: Ints,
    people: Ints,
) -> int:
    """Walk the back pointers from all housed to none; fill `people`, give the leaders' candidate or −1."""
    q, k, seat = size, 1, -1
    last = count
    joins = 2 * count
    for block in range(blocks - 1, -1, -1):
        b = building[last - 1]
        first = last
        while first > 0 and building[first - 1] == b:
            first -= 1
        mark = marks[joins + 2 * block + k, q]
        if mark >= 0:
            alone = home[b] > 0 and near > 0.0
            rest_q, rest_k = 0, 0
            if alone:
                inner = mark & PEOPLE
                rest_q = q - inner
                placed = 1 if mark & LEADERS else 0
                rest_k = k - placed
                q, k = inner, placed
            f = last - 1
            while f >= first:
                back = marks[2 * f + k, q]
                if back >= 0:
                    p = back & PEOPLE
                    people[f] = q - p
                    q = p
                    if back & LEADERS:
                        seat = f
                        k = 0
                    if back & ENTRY:
                        break
                f -= 1
            if alone:
                q, k = rest_q, rest_k
        last = first
    return seat
