"""Take strings of neighbouring stops out of neighbouring routes, compiled (slack induction by string removals).

Source: Christiaens and Vanden Berghe, Slack induction by string removals for vehicle routing problems, Transportation Science
54 (2020). A pair leaves with either of its stops; chargers and returns stay until `mending.tidy` finds them idle.
"""

from __future__ import annotations

from typing import Any

from numba import njit

from twin.fleet.dispatch.chance import pick, uniform
from twin.fleet.dispatch.mending import tidy
from twin.fleet.dispatch.running import refresh

__all__ = ["empty_route", "ruin", "squeeze"]


@njit(cache=True)
def _take(net: Any, state: Any, node: int, gone: Any, out: Any) -> None:
    """Mark the request of a stop as taken out, unless it has begun."""
    v = state.route[node]
    if v < 0 or state.spot[node] < state.fixed[v]:
        return
    mate = net.mate[node]
    if mate >= 0 and state.spot[mate] < state.fixed[v]:
        return
    r = net.request[node]
    gone[0] += 1
    gone[gone[0]] = r
    state.route[node] = -1
    if mate >= 0:
        state.route[mate] = -1
    out[v] = True


@njit(cache=True)
def squeeze(  # noqa: PLR0913, PLR0917 - compiled
    net: Any, cars: Any, curve: Any, state: Any, out: Any, work: Any, rng: Any
) -> None:
    """Close the gaps of the routes marked in `out`; free those without a stop."""
    for v in range(len(state.n)):
        if not out[v]:
            continue
        out[v] = False
        m, stops = 0, 0
        for q in range(state.n[v]):
            node = state.seq[v, q]
            if net.kind[node] == 0:
                if state.route[node] != v:
                    continue
                stops += 1
            state.seq[v, m] = node
            m += 1
        state.n[v] = m
        state.touched[v] = True
        if stops == 0 and state.fixed[v] <= 1:
            state.n[v] = 0
            state.used[state.kind[v]] -= 1
            state.kind[v] = -1
            state.cost[v] = 0.0
        else:
            refresh(net, cars, curve, state, v, work[1])
            if not cars.simple[state.kind[v]]:
                tidy(net, cars, curve, state, v, work, rng)


@njit(cache=True)
def empty_route(net: Any, state: Any, v: int, gone: Any, out: Any) -> None:
    """Take everything out of a route that has not begun."""
    for q in range(state.fixed[v], state.n[v]):
        node = state.seq[v, q]
        if net.kind[node] == 0 and state.route[node] == v:
            _take(net, state, node, gone, out)


@njit(cache=True)
def ruin(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, state: Any, size: float, longest: int, gone: Any, out: Any, ruined: Any, line: Any, rng: Any
) -> None:
    """Take out about `size` stops in strings of at most `longest`; `gone` = [number, requests …], `out` marks the routes."""
    stops = len(state.route)
    total, routes = 0, 0
    for v in range(len(state.n)):
        ruined[v] = False
        if state.n[v] > 0:
            routes += 1
            total += state.n[v] - 2
    if routes == 0 or stops == 0:
        return
    mean = max(1.0, total / routes)
    most = min(float(longest), mean)
    strings = int(uniform(rng) * max(1.0, 4.0 * size / (1.0 + most) - 1.0)) + 1
    seed = pick(rng, stops)
    for place in range(net.near.shape[1]):
        if strings == 0:
            break
        c = net.near[seed, place]
        v = state.route[c]
        if v < 0 or ruined[v] or state.spot[c] < state.fixed[v]:
            continue
        ruined[v] = True
        strings -= 1
        # the stops of the route that may go, in order
        m, at = 0, 0
        for q in range(state.fixed[v], state.n[v] - 1):
            node = state.seq[v, q]
            if net.kind[node] == 0:
                if node == c:
                    at = m
                line[m] = node
                m += 1
        length = int(uniform(rng) * min(float(m), most)) + 1
        length = min(length, m)
        kept = 0
        if length > 1 and length < m and uniform(rng) < 0.5:
            kept = 1
            while length + kept < m and uniform(rng) < 0.01:
                kept += 1
        span = length + kept
        low, high = max(0, at - span + 1), min(at, m - span)
        start = low + pick(rng, high - low + 1)
        skip = start + (1 + pick(rng, length - 1) if kept > 0 else span)
        for q in range(start, start + span):
            if skip <= q < skip + kept:
                continue
            if state.route[line[q]] == v:
                _take(net, state, line[q], gone, out)
