"""Ruin and recreate under simulated annealing, compiled: one core for windows, pairs, batteries, trips and mixed fleets.

With a limit on routes below what is needed, requests are left over; how often each was left over so far decides which plan is
better (`Christiaens and Vanden Berghe`, section 5), so that the ones hard to place are placed first.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from twin.fleet.dispatch.chance import pick, uniform
from twin.fleet.dispatch.inserting import best_place, put
from twin.fleet.dispatch.ruining import empty_route, ruin, squeeze

__all__ = ["BEST", "BEST_LEFT", "STEPS", "anneal", "copy_state", "drop", "recreate", "value_of"]

NOW, LEFT, BEST, BEST_LEFT, STEPS, IMPROVED = 0, 1, 2, 3, 4, 5
"""Places in `tally`: value and left-over must-haves now and of the best, steps done, steps at the last improvement."""


@njit(cache=True)
def _copy_route(source: Any, target: Any, v: int) -> None:
    n = source.n[v]
    target.n[v], target.kind[v], target.cost[v] = n, source.kind[v], source.cost[v]
    target.fixed[v], target.hold[v] = source.fixed[v], source.hold[v]
    for q in range(n):
        target.seq[v, q] = source.seq[v, q]
        target.leave[v, q] = source.leave[v, q]
        target.late[v, q] = source.late[v, q]
        target.load[v, q] = source.load[v, q]
        target.peak[v, q] = source.peak[v, q]
        target.leg[v, q] = source.leg[v, q]
        target.hop[v, q] = source.hop[v, q]


@njit(cache=True)
def copy_state(source: Any, target: Any) -> None:
    """Copy all of a state."""
    for v in range(len(source.n)):
        _copy_route(source, target, v)
    target.route[:] = source.route
    target.spot[:] = source.spot
    target.used[:] = source.used


@njit(cache=True)
def _sort(wants: Any, gone: Any, keys: Any, rng: Any) -> Any:
    """Choose an order in which to put requests back."""
    count = gone[0]
    total = wants.weight.sum()
    drawn, kind = uniform(rng) * total, 0
    while kind < len(wants.weight) - 1 and drawn >= wants.weight[kind]:
        drawn -= wants.weight[kind]
        kind += 1
    for i in range(count):
        keys[i] = uniform(rng) if kind == 0 else wants.order[gone[i + 1], kind - 1] + 1e-9 * uniform(rng)
    return np.argsort(keys[:count])


@njit(cache=True)
def recreate(  # noqa: PLR0913, PLR0917 - compiled
    net: Any, cars: Any, curve: Any, wants: Any, state: Any, gone: Any, keys: Any, routes: int, blink: float, choice: Any,
    rng: Any, work: Any,
) -> None:  # fmt: skip
    """Put the requests of `gone` back where they cost least; what costs more than its price, or finds no room, stays there."""
    order = _sort(wants, gone, keys, rng)
    left = 0
    rest = gone[1 : gone[0] + 1].copy()
    for i in order:
        r = rest[i]
        most = 1e15 if wants.must[r] else wants.price[r]
        best_place(net, cars, curve, state, wants, r, most, routes, blink, choice, rng, work)
        if choice[0] < 0:
            left += 1
            gone[left] = r
        else:
            put(net, cars, curve, state, wants, r, choice, work)
    gone[0] = left


@njit(cache=True)
def _value(state: Any, wants: Any, gone: Any) -> Any:
    """Give value, number of must-haves left over."""
    total, left = 0.0, 0
    for v in range(len(state.n)):
        if state.n[v] > 0:
            total += state.cost[v]
    for i in range(gone[0]):
        r = gone[i + 1]
        total += wants.price[r]
        if wants.must[r]:
            left += 1
    return total, left


@njit(cache=True)
def anneal(  # noqa: C901, PLR0912, PLR0913, PLR0915, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, wants: Any, now: Any, best: Any, held: Any, gone: Any, best_gone: Any, absent: Any,
    tally: Any, settings: Any, rng: Any, choice: Any, work: Any,
) -> None:  # fmt: skip
    """Run steps of ruin and recreate; change `now`, keep the best in `best` and `best_gone`, count in `tally`.

    Parameters
    ----------
    now, held, best
        Three states: the one changed, what it was before the step, the best.
    gone, best_gone
        ``[number, requests …]`` left over, now and in the best.
    absent
        How often each request was left over.
    settings
        (steps, first and last temperature of this run, routes, stops per ruin, longest string, blink, stop when none is left).
    """
    steps, first, last, routes = int(settings[0]), settings[1], settings[2], int(settings[3])
    size, longest, blink, until = settings[4], int(settings[5]), settings[6], settings[7] > 0.0
    slots, requests = len(now.n), len(wants.price)
    out, ruined = np.zeros(slots, dtype=np.bool_), np.zeros(slots, dtype=np.bool_)
    line = np.zeros(now.seq.shape[1], dtype=np.int64)
    keys = np.zeros(requests + 1)
    before = gone.copy()
    fresh = np.zeros(slots, dtype=np.bool_)
    copy_state(now, held)
    now.touched[:] = False
    rows = now.touched
    for v in range(slots):
        fresh[v] = True
    for step in range(steps):
        warmth = first * (last / first) ** (step / steps)
        for i in range(gone[0] + 1):
            before[i] = gone[i]
        drawn = uniform(rng)
        if drawn < 0.02 and settings[8] > 0.0:
            v = pick(rng, slots)
            for _ in range(slots):
                if now.n[v] > 0:
                    break
                v = (v + 1) % slots
            if now.n[v] > 0 and now.n[v] < 40:
                empty_route(net, now, v, gone, out)
        ruin(net, now, size, longest, gone, out, ruined, line, rng)
        squeeze(net, cars, curve, now, out, work, rng)
        recreate(net, cars, curve, wants, now, gone, keys, routes, blink, choice, rng, work)
        value, left = _value(now, wants, gone)
        accept = False
        if left == 0 and tally[1] == 0.0:
            accept = value < tally[0] - warmth * np.log(max(1e-300, uniform(rng)))
        else:
            mine, other = 0.0, 0.0
            for i in range(gone[0]):
                if wants.must[gone[i + 1]]:
                    mine += absent[gone[i + 1]]
            for i in range(before[0]):
                if wants.must[before[i + 1]]:
                    other += absent[before[i + 1]]
            if (left < tally[1] and left == 0) or mine < other:
                accept = True
            elif left <= tally[1] and mine <= other:
                accept = value < tally[0] - warmth * np.log(max(1e-300, uniform(rng)))
            for i in range(gone[0]):
                absent[gone[i + 1]] += 1.0
        tally[4] += 1.0
        if accept:
            tally[0], tally[1] = value, float(left)
            for v in range(slots):
                if rows[v]:
                    _copy_route(now, held, v)
                    fresh[v] = True
                    rows[v] = False
            held.route[:] = now.route
            held.spot[:] = now.spot
            held.used[:] = now.used
            if left < tally[3] or (left == tally[3] and value < tally[2] - 1e-9):
                tally[2], tally[3], tally[5] = value, float(left), tally[4]
                for v in range(slots):
                    if fresh[v]:
                        _copy_route(now, best, v)
                        fresh[v] = False
                best.route[:] = now.route
                best.spot[:] = now.spot
                best.used[:] = now.used
                for i in range(gone[0] + 1):
                    best_gone[i] = gone[i]
                if until and left == 0:
                    return
        else:
            for v in range(slots):
                if rows[v]:
                    _copy_route(held, now, v)
                    rows[v] = False
            now.route[:] = held.route
            now.spot[:] = held.spot
            now.used[:] = held.used
            for i in range(before[0] + 1):
                gone[i] = before[i]


@njit(cache=True)
def value_of(state: Any, wants: Any, gone: Any) -> Any:
    """Give value and number of must-haves left over of a state."""
    return _value(state, wants, gone)


@njit(cache=True)
def drop(  # noqa: PLR0913, PLR0917 - compiled
    net: Any, cars: Any, curve: Any, state: Any, v: int, gone: Any, work: Any, rng: Any
) -> None:
    """Take a whole route out."""
    out = np.zeros(len(state.n), dtype=np.bool_)
    empty_route(net, state, v, gone, out)
    squeeze(net, cars, curve, state, out, work, rng)
