"""Put chargers and returns to the depot into a sequence that lacks them, and take out those it can do without, compiled."""

from __future__ import annotations

from typing import Any

from numba import njit

from twin.fleet.dispatch.chance import uniform
from twin.fleet.dispatch.running import ENERGY, GOOD, LOAD, arc_cost, refresh, run

__all__ = ["mend", "tidy"]

_ROUNDS = 3
_BACK = 10


@njit(cache=True)
def _with(seq: Any, n: int, at: int, node: int, into: Any) -> None:
    """Write a sequence with one more node after a place."""
    for p in range(at + 1):
        into[p] = seq[p]
    into[at + 1] = node
    for p in range(at + 1, n):
        into[p + 1] = seq[p]


@njit(cache=True)
def mend(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, k: int, n: int, fixed: int, hold: float, most: float, work: Any
) -> Any:
    """Mend the sequence ``work[0][0]`` of `n` nodes for less than `most` more.

    `work`: sequences and rows, see `inserting.choice_for`. Tries each charger near each leg between the last charge and the
    failure (or a return to the depot between the last return and the failure), several times if one is not enough.

    Returns
    -------
    Length of the mended sequence in ``work[0][0]`` and what it costs more; length 0 where it cannot be mended.
    """
    seqs, out, load = work[0], work[1], work[1][11]
    level, need = out[7], out[8]
    extra = 0.0
    half = net.chargers.shape[1]
    room = cars.battery[k] - cars.reserve[k] + 1e-7
    use, least = cars.use[k], cars.reserve[k] - 1e-7
    for turn in range(_ROUNDS):
        code, at = run(net, cars, curve, k, seqs[0], n, fixed, hold, out, load)
        if code == GOOD:
            return n, extra
        if n + 2 > seqs.shape[1] or code not in (ENERGY, LOAD) or at <= 0 or (code == LOAD and cars.trips[k] <= 1):
            return 0, 0.0
        wanted = 1 if code == ENERGY else 2
        for q in range(n):
            level[q], need[q] = out[3, q], out[4, q]
        low = at - 1
        while low > fixed - 1 and net.kind[seqs[0, low]] != wanted and at - low < _BACK:
            low -= 1
        low = max(low, fixed - 1)
        best, found, far, far_node, far_reach, far_extra = most - extra, False, -1, -1, -1e15, 0.0
        for p in range(at - 1, low - 1, -1):
            a, b = seqs[0, p], seqs[0, p + 1]
            direct = arc_cost(net, cars, k, a, b)
            for c in range(half * 2 if wanted == 1 else 1):
                node = cars.start[k]
                if wanted == 1:
                    node = net.chargers[a, c] if c < half else net.chargers[b, c - half]
                if node in (a, b):
                    continue
                more = arc_cost(net, cars, k, a, node) + arc_cost(net, cars, k, node, b) - direct
                if more >= best:
                    continue
                if wanted == 1:
                    if level[p] - use * net.length[a, node] < least:
                        continue
                    rest = use * net.length[node, b] + (0.0 if net.kind[b] == 1 else need[p + 1])
                    if rest > room:
                        # not enough alone: keep the one that leaves least to be charged later
                        reach = -rest - (more * use / max(1e-12, cars.per_length[k]) if turn == 0 else 0.0)
                        if not found and reach > far_reach:
                            far, far_node, far_reach, far_extra = p, node, reach, more
                        continue
                _with(seqs[0], n, p, node, seqs[1])
                now, _ = run(net, cars, curve, k, seqs[1], n + 1, fixed, hold, out, load)
                if now == GOOD:
                    best, found = more, True
                    for q in range(n + 1):
                        seqs[2, q] = seqs[1, q]
                elif now == code and wanted == 2 and not found and far < 0:
                    far, far_node, far_extra = p, node, more
        if found:
            for q in range(n + 1):
                seqs[0, q] = seqs[2, q]
            return n + 1, extra + best
        if far < 0:
            return 0, 0.0
        _with(seqs[0], n, far, far_node, seqs[1])
        n += 1
        extra += far_extra
        for q in range(n):
            seqs[0, q] = seqs[1, q]
    return 0, 0.0


@njit(cache=True)
def tidy(  # noqa: C901, PLR0912, PLR0913, PLR0917 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, state: Any, v: int, work: Any, rng: Any
) -> None:
    """Take out of a route the chargers and returns it can do without; now and then choose all of them anew."""
    seqs, out, load = work[0], work[1], work[1][11]
    k, fixed, hold = state.kind[v], state.fixed[v], state.hold[v]
    n = state.n[v]
    count = 0
    for p in range(fixed, n - 1):
        if net.kind[state.seq[v, p]] != 0:
            count += 1
    if count == 0:
        return
    changed = False
    p = fixed
    while p < state.n[v] - 1:
        if net.kind[state.seq[v, p]] != 0:
            n = state.n[v]
            a, b = state.seq[v, p - 1], state.seq[v, p + 1]
            node = state.seq[v, p]
            if arc_cost(net, cars, k, a, b) <= arc_cost(net, cars, k, a, node) + arc_cost(net, cars, k, node, b) + 1e-9:
                for q in range(p):
                    seqs[0, q] = state.seq[v, q]
                for q in range(p + 1, n):
                    seqs[0, q - 1] = state.seq[v, q]
                code, _ = run(net, cars, curve, k, seqs[0], n - 1, fixed, hold, out, load)
                if code == GOOD:
                    for q in range(n - 1):
                        state.seq[v, q] = seqs[0, q]
                    state.n[v] = n - 1
                    changed = True
                    count -= 1
                    continue
        p += 1
    if count > 0 and uniform(rng) < 0.3:
        n, base, spent = 0, 0.0, 0.0
        for p in range(state.n[v]):
            node = state.seq[v, p]
            if p > 0:
                spent += arc_cost(net, cars, k, state.seq[v, p - 1], node)
            if p < fixed or p == state.n[v] - 1 or net.kind[node] == 0:
                seqs[0, n] = node
                if n > 0:
                    base += arc_cost(net, cars, k, seqs[0, n - 1], node)
                n += 1
        n, _ = mend(net, cars, curve, k, n, fixed, hold, spent - base - 1e-9, work)
        if n > 0:
            for q in range(n):
                state.seq[v, q] = seqs[0, q]
            state.n[v] = n
            changed = True
    if changed:
        refresh(net, cars, curve, state, v, out)
