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
_ROWS, _EMPTY = 16, 9
"""Rows of scratch; where those of an empty route begin."""


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
        m = _build(seqs[4], 2, pair[0], i, pair[1], j, seqs[0])
        code, at = run(net, cars, curve, k, seqs[0], m, 1, -1e15, rows, rows[11])
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
            m, fixed, hold = _build(seqs[4], 2, pair[0], i, pair[1], j, seqs[0]), 1, -1e15
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
def _single(  # noqa: C901, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, state: Any, v: int, k: int, pair: Any, opening: float, best: float, choice: Any, blink: float,
    rng: Any, work: Any, view: Any,
) -> float:  # fmt: skip
    """Look for a place for a single visit in one route."""
    seq, leave, late, load, peak, leg, _hop = view[0], view[1], view[2], view[3], view[4], view[5], view[6]
    n = max(2, state.n[v])
    fixed = state.fixed[v] if state.n[v] > 0 else 1
    d = pair[1]
    size, simple, room = net.load[d], cars.simple[k], cars.capacity[k] + EPS
    one = cars.trips[k] <= 1
    if one and load[n - 1] + size > room:
        return best
    per_length, per_time = cars.per_length[k], cars.per_time[k]
    to, on, to_s, on_s = net.length_t[d], net.length[d], net.time_t[d], net.time[d]
    closes, opens, service = net.closes[d] + EPS, net.opens[d], net.service[d]
    ready = opens + service - EPS
    for i in range(fixed - 1, n - 1):
        if leave[i] > closes:
            break
        if ready > late[i + 1] or (one and peak[i] + size > room):
            continue
        a, b = seq[i], seq[i + 1]
        more = opening + per_length * (to[a] + on[b]) + per_time * (to_s[a] + on_s[b]) - leg[i]
        if more >= best:
            continue
        now = leave[i] + to_s[a]
        if now > closes:
            continue
        if max(now, opens) + service + on_s[b] > (late[i + 1] if simple else net.closes[b]) + EPS:
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
    net: Any, cars: Any, curve: Any, state: Any, v: int, k: int, pair: Any, opening: float, best: float, choice: Any, blink: float,
    rng: Any, work: Any, view: Any,
) -> float:  # fmt: skip
    """Look for places for a pickup and its delivery in one route."""
    seq, leave, late, load, _peak, leg, hop = view[0], view[1], view[2], view[3], view[4], view[5], view[6]
    n = max(2, state.n[v])
    fixed = state.fixed[v] if state.n[v] > 0 else 1
    p, d = pair[0], pair[1]
    size, simple, room = net.load[p], cars.simple[k], cars.capacity[k] + EPS
    per_length, per_time = cars.per_length[k], cars.per_time[k]
    to_p, on_p, to_p_s, on_p_s = net.length_t[p], net.length[p], net.time_t[p], net.time[p]
    to_d, on_d, to_d_s, on_d_s = net.length_t[d], net.length[d], net.time_t[d], net.time[d]
    closes_p, opens_p, service_p = net.closes[p] + EPS, net.opens[p], net.service[p]
    closes_d, opens_d, service_d = net.closes[d] + EPS, net.opens[d], net.service[d]
    ready, over = opens_p + service_p - EPS, on_p[d] * per_length + on_p_s[d] * per_time
    for i in range(fixed - 1, n - 1):
        if leave[i] > closes_p:
            break
        if ready > late[i + 1] or load[i] + size > room:
            continue
        a, b = seq[i], seq[i + 1]
        now = leave[i] + to_p_s[a]
        if now > closes_p:
            continue
        reached = opening + per_length * to_p[a] + per_time * to_p_s[a] - leg[i]
        onward = per_length * on_p[b] + per_time * on_p_s[b]
        direct = reached + over + per_length * on_d[b] + per_time * on_d_s[b]
        if reached + onward >= best and direct >= best:
            continue
        if blink > 0.0 and uniform(rng) < blink:
            continue
        left = max(now, opens_p) + service_p
        if direct < best and left + on_p_s[d] <= closes_d:
            now = max(left + on_p_s[d], opens_d) + service_d + on_d_s[b]
            if now <= (late[i + 1] if simple else net.closes[b]) + EPS:
                if simple:
                    best = direct
                    choice[0], choice[1], choice[2], choice[3] = v, k, i, i
                else:
                    best = _weigh(net, cars, curve, state, v, k, pair, i, i, direct, best, choice, work)
        if reached + onward >= best:
            continue
        now = left + on_p_s[b]
        for j in range(i + 1, n - 1):
            node = seq[j]
            if now > (late[j] if simple else net.closes[node]) + EPS or load[j] + size > room or net.kind[node] == 2:
                break
            now = max(now, net.opens[node]) + (net.service[node] if net.kind[node] == 0 else 0.0)
            if now > closes_d:
                break
            after = seq[j + 1]
            more = reached + onward + per_length * (to_d[node] + on_d[after]) + per_time * (to_d_s[node] + on_d_s[after]) - leg[j]
            if more < best:
                then = now + to_d_s[node]
                if (
                    then <= closes_d
                    and max(then, opens_d) + service_d + on_d_s[after] <= (late[j + 1] if simple else net.closes[after]) + EPS
                    and not (blink > 0.0 and uniform(rng) < blink)
                ):
                    if simple:
                        best = more
                        choice[0], choice[1], choice[2], choice[3] = v, k, i, j
                    else:
                        best = _weigh(net, cars, curve, state, v, k, pair, i, j, more, best, choice, work)
            now += hop[j]
    return best


@njit(cache=True)
def best_place(  # noqa: C901, PLR0913, PLR0917 - a compiled loop over plain arrays
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
    free, running, most_nodes = -1, 0, state.seq.shape[1] - 4
    seqs, rows = work[0], work[1]
    work[2][_PENDING] = 0.0
    for v in range(len(state.n)):
        if state.n[v] == 0:
            if free < 0:
                free = v
            continue
        running += 1
        k = state.kind[v]
        if wants.may[r, k] and state.n[v] < most_nodes:
            view = (state.seq[v], state.leave[v], state.late[v], state.load[v], state.peak[v], state.leg[v], state.hop[v])
            if pair[0] < 0:
                best = _single(net, cars, curve, state, v, k, pair, 0.0, best, choice, blink, rng, work, view)
            else:
                best = _pair(net, cars, curve, state, v, k, pair, 0.0, best, choice, blink, rng, work, view)
    if free >= 0 and running < routes:
        for k in range(len(cars.count)):
            if state.used[k] < cars.count[k] and wants.may[r, k]:
                a, b = cars.start[k], cars.end[k]
                seqs[4, 0], seqs[4, 1] = a, b
                rows[_EMPTY, 0], rows[_EMPTY + 1, 1] = net.opens[a], net.closes[b]
                rows[_EMPTY + 3, 0] = cars.per_length[k] * net.length[a, b] + cars.per_time[k] * net.time[a, b]
                rows[_EMPTY + 4, 0] = net.time[a, b]
                opening = cars.fixed[k] + rows[_EMPTY + 3, 0]
                view = (seqs[4], rows[_EMPTY], rows[_EMPTY + 1], rows[_EMPTY + 5], rows[_EMPTY + 5], rows[_EMPTY + 3], rows[_EMPTY + 4])
                if pair[0] < 0:
                    best = _single(net, cars, curve, state, free, k, pair, opening, best, choice, blink, rng, work, view)
                else:
                    best = _pair(net, cars, curve, state, free, k, pair, opening, best, choice, blink, rng, work, view)
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
