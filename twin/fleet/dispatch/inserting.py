"""Find the cheapest place for a request in all routes and put it there, compiled.

Windows and loads are judged at once from what is remembered of each route; where a type has more to watch (energy, rides,
trips), what passes and would be cheaper is run in full, and mended with a charger or a return if that is what it lacks.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from twin.fleet.dispatch.chance import uniform
from twin.fleet.dispatch.mending import mend
from twin.fleet.dispatch.running import GOOD, arc_cost, refresh, run

__all__ = ["best_place", "choice_for", "put"]

EPS = 1e-7


@njit(cache=True)
def _build(seq: Any, n: int, p: int, i: int, d: int, j: int, into: Any) -> int:  # noqa: PLR0913, PLR0917 - compiled
    """Write a sequence with pickup `p` after place `i` (none if negative) and delivery `d` after place `j`."""
    m = 0
    for q in range(n):
        into[m] = seq[q]
        m += 1
        if q == i and p >= 0:
            into[m] = p
            m += 1
        if q == j:
            into[m] = d
            m += 1
    return m


@njit(cache=True)
def _tried(  # noqa: PLR0913, PLR0917 - compiled
    net: Any,
    cars: Any,
    curve: Any,
    k: int,
    seq: Any,
    n: int,
    fixed: int,
    hold: float,
    pair: Any,
    spots: Any,
    price: Any,
    work: Any,
) -> float:
    """Run a route with a request put in and mended if need be; give what it costs, infinite where it cannot be."""
    seqs, out, load = work[0], work[1], work[1][11]
    m = _build(seq, n, pair[0], spots[0], pair[1], spots[1], seqs[0])
    code, at = run(net, cars, curve, k, seqs[0], m, fixed, hold, out, load)
    work_n = m
    more = 0.0
    if code != GOOD:
        work_n, more = mend(net, cars, curve, k, m, fixed, hold, price[1] - price[0], at, code, work)
        if work_n == 0:
            return np.inf
    seqs[5, 0] = work_n
    return price[0] + more


@njit(cache=True)
def _in_route(  # noqa: C901, PLR0912, PLR0913, PLR0917, PLR0915 - a compiled loop over plain arrays
    net: Any,
    cars: Any,
    curve: Any,
    state: Any,
    v: int,
    k: int,
    pair: Any,
    best: float,
    choice: Any,
    blink: float,
    rng: Any,
    work: Any,
) -> float:
    """Look for places in one slot (an empty one stands for a new vehicle of type `k`); give the best price so far."""
    seqs = work[0]
    p, d = pair[0], pair[1]
    n, fixed, hold = state.n[v], state.fixed[v], state.hold[v]
    seq, leave, late, load, peak = state.seq[v], state.leave[v], state.late[v], state.load[v], state.peak[v]
    opening = 0.0
    if n == 0:
        n, fixed, hold = 2, 1, -1e15
        seqs[4, 0], seqs[4, 1] = cars.start[k], cars.end[k]
        seq, opening = seqs[4], cars.fixed[k] + arc_cost(net, cars, k, cars.start[k], cars.end[k])
        leave, late, load, peak = work[1][7], work[1][8], work[1][9], work[1][9]
        leave[0], late[1], load[0], load[1] = net.opens[cars.start[k]], net.closes[cars.end[k]], 0.0, 0.0
    if n + 4 > state.seq.shape[1]:
        return best
    simple, capacity = cars.simple[k], cars.capacity[k]
    # a return in between may make room, so that only the search in full can tell
    check_load = cars.trips[k] <= 1
    spots = work[2][:2]
    price = work[1][10]
    if p < 0:
        size = net.load[d]
        for i in range(fixed - 1, n - 1):
            a, b = seq[i], seq[i + 1]
            if leave[i] > net.closes[d]:
                break
            if check_load and peak[i] + size > capacity + EPS:
                continue
            more = opening + arc_cost(net, cars, k, a, d) + arc_cost(net, cars, k, d, b) - arc_cost(net, cars, k, a, b)
            if more >= best:
                continue
            now = leave[i] + net.time[a, d]
            if now > net.closes[d] + EPS:
                continue
            now = max(now, net.opens[d]) + net.service[d] + net.time[d, b]
            if simple and now > late[i + 1] + EPS:
                continue
            if now > net.closes[b] + EPS:
                continue
            if blink > 0.0 and uniform(rng) < blink:
                continue
            if not simple:
                price[0], price[1] = more, best
                spots[0], spots[1] = -1, i
                more = _tried(net, cars, curve, k, seq, n, fixed, hold, pair, spots, price, work)
                if more >= best:
                    continue
                m = seqs[5, 0]
                choice[4] = m
                for q in range(m):
                    seqs[6, q] = seqs[0, q]
            best = more
            choice[0], choice[1], choice[2], choice[3] = v, k, -1, i
        return best
    size = net.load[p]
    for i in range(fixed - 1, n - 1):
        a, b = seq[i], seq[i + 1]
        if leave[i] > net.closes[p]:
            break
        if load[i] + size > capacity + EPS:
            continue
        now = leave[i] + net.time[a, p]
        if now > net.closes[p] + EPS:
            continue
        if blink > 0.0 and uniform(rng) < blink:
            continue
        left = max(now, net.opens[p]) + net.service[p]
        # the delivery right behind the pickup
        to_p = opening + arc_cost(net, cars, k, a, p)
        gone = arc_cost(net, cars, k, a, b)
        more = to_p + arc_cost(net, cars, k, p, d) + arc_cost(net, cars, k, d, b) - gone
        if more < best:
            now = left + net.time[p, d]
            if now <= net.closes[d] + EPS:
                now = max(now, net.opens[d]) + net.service[d] + net.time[d, b]
                if now <= (late[i + 1] if simple else net.closes[b]) + EPS:
                    good = True
                    if not simple:
                        price[0], price[1] = more, best
                        spots[0], spots[1] = i, i
                        more = _tried(net, cars, curve, k, seq, n, fixed, hold, pair, spots, price, work)
                        good = more < best
                        if good:
                            m = seqs[5, 0]
                            choice[4] = m
                            for q in range(m):
                                seqs[6, q] = seqs[0, q]
                    if good:
                        best = more
                        choice[0], choice[1], choice[2], choice[3] = v, k, i, i
        into = to_p + arc_cost(net, cars, k, p, b) - gone
        if into >= best:
            continue
        now = left
        before = p
        for j in range(i + 1, n - 1):
            node, onward = seq[j], seq[j + 1]
            now += net.time[before, node]
            if now > (late[j] if simple else net.closes[node]) + EPS:
                break
            if net.kind[node] == 2 or load[j] + size > capacity + EPS:
                break
            now = max(now, net.opens[node]) + (net.service[node] if net.kind[node] == 0 else 0.0)
            if now > net.closes[d]:
                break
            before = node
            more = (
                into + arc_cost(net, cars, k, node, d) + arc_cost(net, cars, k, d, onward) - arc_cost(net, cars, k, node, onward)
            )
            if more >= best:
                continue
            then = now + net.time[node, d]
            if then > net.closes[d] + EPS:
                continue
            then = max(then, net.opens[d]) + net.service[d] + net.time[d, onward]
            if then > (late[j + 1] if simple else net.closes[onward]) + EPS:
                continue
            if blink > 0.0 and uniform(rng) < blink:
                continue
            if not simple:
                price[0], price[1] = more, best
                spots[0], spots[1] = i, j
                more = _tried(net, cars, curve, k, seq, n, fixed, hold, pair, spots, price, work)
                if more >= best:
                    continue
                m = seqs[5, 0]
                choice[4] = m
                for q in range(m):
                    seqs[6, q] = seqs[0, q]
            best = more
            choice[0], choice[1], choice[2], choice[3] = v, k, i, j
    return best


def choice_for(state: Any) -> Any:
    """Give what `best_place` writes its choice into, and what it works in: sequences, rows, spots."""
    most = state.seq.shape[1] + 4
    return np.zeros(8, dtype=np.int64), (
        np.zeros((7, most), dtype=np.int64),
        np.zeros((12, most)),
        np.zeros(4, dtype=np.int64),
    )


@njit(cache=True)
def best_place(  # noqa: PLR0913, PLR0917 - compiled
    net: Any, cars: Any, curve: Any, state: Any, wants: Any, r: int, most: float, routes: int, blink: float, choice: Any, rng: Any,
    work: Any,
) -> float:  # fmt: skip
    """Find the cheapest place of a request for less than `most`; no more than `routes` routes in all.

    Returns
    -------
    The price, `most` where there is none; `choice`: slot (-1 = none), type, places of pickup and delivery, length of the whole
    sequence in ``work[0][6]`` if the type is not simple.
    """
    choice[0] = -1
    best = most
    pair = (wants.pickup[r], wants.delivery[r])
    free, running = -1, 0
    slots = len(state.n)
    for v in range(slots):
        if state.n[v] == 0:
            if free < 0:
                free = v
            continue
        running += 1
        k = state.kind[v]
        if wants.may[r, k]:
            best = _in_route(net, cars, curve, state, v, k, pair, best, choice, blink, rng, work)
    if free >= 0 and running < routes:
        for k in range(len(cars.count)):
            if state.used[k] < cars.count[k] and wants.may[r, k]:
                best = _in_route(net, cars, curve, state, free, k, pair, best, choice, blink, rng, work)
    return best


@njit(cache=True)
def put(net: Any, cars: Any, curve: Any, state: Any, wants: Any, r: int, choice: Any, work: Any) -> None:  # noqa: PLR0913, PLR0917
    """Put a request where `best_place` has found room."""
    v, k = choice[0], choice[1]
    seqs = work[0]
    if state.n[v] == 0:
        state.kind[v] = k
        state.used[k] += 1
        state.fixed[v], state.hold[v] = 1, -1e15
        state.seq[v, 0], state.seq[v, 1] = cars.start[k], cars.end[k]
        state.n[v] = 2
    if cars.simple[k]:
        m = _build(state.seq[v], state.n[v], wants.pickup[r], choice[2], wants.delivery[r], choice[3], seqs[6])
    else:
        m = choice[4]
    for q in range(m):
        state.seq[v, q] = seqs[6, q]
    state.n[v] = m
    refresh(net, cars, curve, state, v, work[1])
