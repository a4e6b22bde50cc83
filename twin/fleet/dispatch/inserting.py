"""Find the cheapest place for a request in all routes and put it there, compiled.

Windows and loads are judged at once from what is remembered of each route. Where a type has more to watch (energy, rides,
trips), what passes and would be cheaper is run in full; the cheapest of what then lacks a charge or a return is mended.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from twin.fleet.dispatch.chance import uniform
from twin.fleet.dispatch.mending import mend
from twin.fleet.dispatch.running import ENERGY, GOOD, LOAD, refresh, run

__all__ = ["best_place", "choice_for", "put"]

EPS = 1e-7
_PENDING = 5
_ROWS = 12
"""Rows of scratch: 0 - 6 of `run`, 7 and 8 of `mend`, 11 loads."""


def choice_for(state: Any) -> Any:
    """Give what `best_place` writes its choice into, and what it works in: sequences, rows, pending prices and places."""
    most = state.seq.shape[1] + 4
    return np.zeros(8, dtype=np.int64), (
        np.zeros((7, most), dtype=np.int64),
        np.zeros((_ROWS, most)),
        np.zeros(_PENDING + 1),
        np.zeros((_PENDING + 1, 6), dtype=np.int64),
    )


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
def _weigh(  # noqa: PLR0913, PLR0917 - compiled
    net: Any, cars: Any, curve: Any, state: Any, v: int, k: int, pair: Any, i: int, j: int, more: float, best: float, choice: Any,
    work: Any,
) -> float:  # fmt: skip
    """Run a route in full with a request put in; keep it as the choice, or among what may be mended."""
    seqs, rows, prices, places = work
    if state.n[v] == 0:
        m = _build(state.seq[v], 2, pair[0], i, pair[1], j, seqs[0])
        code, at = run(net, cars, curve, k, seqs[0], m, 1, state.hold[v], rows, rows[11])
    else:
        m = _build(state.seq[v], state.n[v], pair[0], i, pair[1], j, seqs[0])
        code, at = run(net, cars, curve, k, seqs[0], m, state.fixed[v], state.hold[v], rows, rows[11])
    if code == GOOD:
        choice[0], choice[1], choice[2], choice[3], choice[4] = v, k, i, j, m
        for q in range(m):
            seqs[6, q] = seqs[0, q]
        return more
    if code == ENERGY or (code == LOAD and cars.trips[k] > 1):
        count = int(prices[_PENDING])
        spot = count
        if count == _PENDING:
            spot = 0
            for q in range(1, _PENDING):
                if prices[q] > prices[spot]:
                    spot = q
            if prices[spot] <= more:
                return best
        else:
            prices[_PENDING] += 1.0
        prices[spot] = more
        places[spot, 0], places[spot, 1], places[spot, 2], places[spot, 3] = v, k, i, j
        places[spot, 4], places[spot, 5] = code, at
    return best


@njit(cache=True)
def _mended(  # noqa: PLR0913, PLR0917 - compiled
    net: Any, cars: Any, curve: Any, state: Any, pair: Any, best: float, choice: Any, work: Any
) -> float:
    """Mend what is pending, cheapest first, while it can still be the best."""
    seqs, _, prices, places = work
    count = int(prices[_PENDING])
    for spot in np.argsort(prices[:count]):
        if prices[spot] >= best:
            break
        v, k, i, j = places[spot, 0], places[spot, 1], places[spot, 2], places[spot, 3]
        if state.n[v] == 0:
            seqs[4, 0], seqs[4, 1] = cars.start[k], cars.end[k]
            m, fixed, hold = _build(seqs[4], 2, pair[0], i, pair[1], j, seqs[0]), 1, state.hold[v]
        else:
            m, fixed, hold = _build(state.seq[v], state.n[v], pair[0], i, pair[1], j, seqs[0]), state.fixed[v], state.hold[v]
        m, more = mend(net, cars, curve, k, m, fixed, hold, best - prices[spot], work)
        if m > 0:
            best = prices[spot] + more
            choice[0], choice[1], choice[2], choice[3], choice[4] = v, k, i, j, m
            for q in range(m):
                seqs[6, q] = seqs[0, q]
    return best


@njit(cache=True)
def _single(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, state: Any, pair: Any, may: Any, slots: Any, opening: float, best: float, choice: Any,
    blink: float, rng: Any, work: Any,
) -> float:  # fmt: skip
    """Look for a place for a single visit; `slots` = (first, last + 1, type of an empty slot or -1)."""
    seq, leave, late, load, peak, leg = state.seq, state.leave, state.late, state.load, state.peak, state.leg
    d = pair[1]
    size = net.load[d]
    to, on, to_s, on_s = net.length_t[d], net.length[d], net.time_t[d], net.time[d]
    closes, opens, service = net.closes[d] + EPS, net.opens[d], net.service[d]
    ready = opens + service - EPS
    for v in range(slots[0], slots[1]):
        n, fixed, k = state.n[v], state.fixed[v], state.kind[v]
        if slots[2] >= 0:
            n, fixed, k = 2, 1, slots[2]
        if n == 0 or not may[k] or n + 4 > seq.shape[1]:
            continue
        simple, steady, room, one = cars.simple[k], cars.steady[k], cars.capacity[k] + EPS, cars.trips[k] <= 1
        if one and load[v, n - 1] + size > room:
            continue
        per_length, per_time = cars.per_length[k], cars.per_time[k]
        for i in range(fixed - 1, n - 1):
            if leave[v, i] > closes:
                break
            if (steady and ready > late[v, i + 1]) or (one and peak[v, i] + size > room):
                continue
            a, b = seq[v, i], seq[v, i + 1]
            more = opening + per_length * (to[a] + on[b]) + per_time * (to_s[a] + on_s[b]) - leg[v, i]
            if more >= best:
                continue
            now = leave[v, i] + to_s[a]
            if now > closes:
                continue
            if max(now, opens) + service + on_s[b] > (late[v, i + 1] if steady else net.closes[b]) + EPS:
                continue
            if blink > 0.0 and uniform(rng) < blink:
                continue
            if simple:
                best = more
                choice[0], choice[1], choice[2], choice[3] = v, k, -1, i
            else:
                best = _weigh(net, cars, curve, state, v, k, pair, -1, i, more, best, choice, work)
    return best


@njit(cache=True)
def _pair(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, state: Any, pair: Any, may: Any, slots: Any, opening: float, best: float, choice: Any,
    blink: float, rng: Any, work: Any,
) -> float:  # fmt: skip
    """Look for places for a pickup and its delivery on one route; `slots` as in `_single`."""
    seq, leave, late, load, leg, hop = state.seq, state.leave, state.late, state.load, state.leg, state.hop
    p, d = pair[0], pair[1]
    size = net.load[p]
    to_p, on_p, to_p_s, on_p_s = net.length_t[p], net.length[p], net.time_t[p], net.time[p]
    to_d, on_d, to_d_s, on_d_s = net.length_t[d], net.length[d], net.time_t[d], net.time[d]
    closes_p, opens_p, service_p = net.closes[p] + EPS, net.opens[p], net.service[p]
    closes_d, opens_d, service_d = net.closes[d] + EPS, net.opens[d], net.service[d]
    ready = opens_p + service_p - EPS
    for v in range(slots[0], slots[1]):
        n, fixed, k = state.n[v], state.fixed[v], state.kind[v]
        if slots[2] >= 0:
            n, fixed, k = 2, 1, slots[2]
        if n == 0 or not may[k] or n + 4 > seq.shape[1]:
            continue
        simple, steady, room = cars.simple[k], cars.steady[k], cars.capacity[k] + EPS
        per_length, per_time = cars.per_length[k], cars.per_time[k]
        over = on_p[d] * per_length + on_p_s[d] * per_time
        for i in range(fixed - 1, n - 1):
            if leave[v, i] > closes_p:
                break
            if (steady and ready > late[v, i + 1]) or load[v, i] + size > room:
                continue
            a, b = seq[v, i], seq[v, i + 1]
            now = leave[v, i] + to_p_s[a]
            if now > closes_p:
                continue
            reached = opening + per_length * to_p[a] + per_time * to_p_s[a] - leg[v, i]
            onward = per_length * on_p[b] + per_time * on_p_s[b]
            direct = reached + over + per_length * on_d[b] + per_time * on_d_s[b]
            if reached + onward >= best and direct >= best:
                continue
            if blink > 0.0 and uniform(rng) < blink:
                continue
            left = max(now, opens_p) + service_p
            if direct < best and left + on_p_s[d] <= closes_d:
                now = max(left + on_p_s[d], opens_d) + service_d + on_d_s[b]
                if now <= (late[v, i + 1] if steady else net.closes[b]) + EPS:
                    if simple:
                        best = direct
                        choice[0], choice[1], choice[2], choice[3] = v, k, i, i
                    else:
                        best = _weigh(net, cars, curve, state, v, k, pair, i, i, direct, best, choice, work)
            if reached + onward >= best:
                continue
            now = left + on_p_s[b]
            for j in range(i + 1, n - 1):
                node = seq[v, j]
                if now > (late[v, j] if steady else net.closes[node]) + EPS or load[v, j] + size > room or net.kind[node] == 2:
                    break
                now = max(now, net.opens[node]) + (net.service[node] if net.kind[node] == 0 else 0.0)
                if now > closes_d:
                    break
                after = seq[v, j + 1]
                more = reached + onward + per_length * (to_d[node] + on_d[after]) + per_time * (to_d_s[node] + on_d_s[after])
                more -= leg[v, j]
                if more < best:
                    then = now + to_d_s[node]
                    if (
                        then <= closes_d
                        and max(then, opens_d) + service_d + on_d_s[after]
                        <= (late[v, j + 1] if steady else net.closes[after]) + EPS
                        and not (blink > 0.0 and uniform(rng) < blink)
                    ):
                        if simple:
                            best = more
                            choice[0], choice[1], choice[2], choice[3] = v, k, i, j
                        else:
                            best = _weigh(net, cars, curve, state, v, k, pair, i, j, more, best, choice, work)
                now += hop[v, j]
    return best


@njit(cache=True)
def best_place(  # noqa: C901, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, state: Any, wants: Any, r: int, most: float, routes: int, blink: float, choice: Any,
    rng: Any, work: Any,
) -> float:  # fmt: skip
    """Find the cheapest place of a request for less than `most`; no more than `routes` routes in all.

    Returns
    -------
    The price, `most` where there is none; `choice`: slot (-1 = none), type, places of pickup and delivery, length of the whole
    sequence in ``work[0][6]`` if the type is not simple.
    """
    choice[0] = -1
    pair = (wants.pickup[r], wants.delivery[r])
    may = wants.may[r]
    free, running, last = -1, 0, 0
    work[2][_PENDING] = 0.0
    for v in range(len(state.n)):
        if state.n[v] > 0:
            running += 1
            last = v + 1
        elif free < 0:
            free = v
    if pair[0] < 0:
        best = _single(net, cars, curve, state, pair, may, (0, last, -1), 0.0, most, choice, blink, rng, work)
    else:
        best = _pair(net, cars, curve, state, pair, may, (0, last, -1), 0.0, most, choice, blink, rng, work)
    if free >= 0 and running < routes:
        for k in range(len(cars.count)):
            if state.used[k] < cars.count[k] and may[k]:
                a, b = cars.start[k], cars.end[k]
                leg = cars.per_length[k] * net.length[a, b] + cars.per_time[k] * net.time[a, b]
                if cars.fixed[k] - leg >= best:
                    continue
                state.seq[free, 0], state.seq[free, 1] = a, b
                state.leave[free, 0], state.late[free, 1] = max(net.opens[a], state.hold[free]), net.closes[b]
                state.load[free, 0] = state.load[free, 1] = state.peak[free, 0] = state.peak[free, 1] = 0.0
                state.leg[free, 0], state.hop[free, 0] = leg, net.time[a, b]
                opening = cars.fixed[k] + leg
                if pair[0] < 0:
                    best = _single(
                        net, cars, curve, state, pair, may, (free, free + 1, k), opening, best, choice, blink, rng, work
                    )
                else:
                    best = _pair(net, cars, curve, state, pair, may, (free, free + 1, k), opening, best, choice, blink, rng, work)
    if work[2][_PENDING] > 0.0:
        best = _mended(net, cars, curve, state, pair, best, choice, work)
    return best


@njit(cache=True)
def put(net: Any, cars: Any, curve: Any, state: Any, wants: Any, r: int, choice: Any, work: Any) -> None:  # noqa: PLR0913, PLR0917 - compiled
    """Put a request where `best_place` has found room."""
    v, k = choice[0], choice[1]
    seqs = work[0]
    if state.n[v] == 0:
        state.kind[v] = k
        state.used[k] += 1
        state.fixed[v] = 1
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
