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
def mend(  # noqa: C901, PLR0912, PLR0913, PLR0917, PLR0915 - a compiled loop over plain arrays
    net: Any, cars: Any, curve: Any, k: int, n: int, fixed: int, hold: float, most: float, at: int, code: int, work: Any
) -> Any:
    """Mend the sequence ``work[0][0]`` of `n` nodes that fails with `code` at place `at`, for less than `most` more.

    `work`: sequences and rows, see `inserting.choice_for`. Tries each charger near each leg between the last charge and the failure
    (or a return to the depot between the last return and the failure), several times if one is not enough.

    Returns
    -------
    Length of the mended sequence in ``work[0][0]`` and what it costs more; length 0 where it cannot be mended.
    """
    seqs, out, load = work[0], work[1], work[1][11]
    extra = 0.0
    for _ in range(_ROUNDS):
        if n + 2 > seqs.shape[1] or (code != ENERGY and code != LOAD) or at <= 0:
            return 0, 0.0
        if code == LOAD and cars.trips[k] <= 1:
            return 0, 0.0
        wanted = 1 if code == ENERGY else 2
        low = at - 1
        while low > fixed - 1 and net.kind[seqs[0, low]] != wanted and at - low < _BACK:
            low -= 1
        low = max(low, fixed - 1)
        best, found, far_at, far_extra, far_code = most - extra, False, at, 1e15, code
        far = -1
        for p in range(at - 1, low - 1, -1):
            a, b = seqs[0, p], seqs[0, p + 1]
            direct = arc_cost(net, cars, k, a, b)
            choices = net.chargers.shape[1] * 2 if wanted == 1 else 1
            for c in range(choices):
                if wanted == 2:
                    node = cars.start[k]
                else:
                    half = net.chargers.shape[1]
                    node = net.chargers[a, c] if c < half else net.chargers[b, c - half]
                if node == a or node == b:
                    continue
                more = arc_cost(net, cars, k, a, node) + arc_cost(net, cars, k, node, b) - direct
                if more >= best or (found and more >= best):
                    continue
                _with(seqs[0], n, p, node, seqs[1])
                now, where = run(net, cars, curve, k, seqs[1], n + 1, fixed, hold, out, load)
                if now == GOOD:
                    best, found = more, True
                    for q in range(n + 1):
                        seqs[2, q] = seqs[1, q]
                elif (
                    not found and now == code and (where > far_at + 1 or (where == far_at + 1 and far >= 0 and more < far_extra))
                ):
                    far, far_at, far_extra, far_code = p, where - 1, more, now
                    for q in range(n + 1):
                        seqs[3, q] = seqs[1, q]
        if found:
            for q in range(n + 1):
                seqs[0, q] = seqs[2, q]
            return n + 1, extra + best
        if far < 0:
            return 0, 0.0
        n += 1
        extra += far_extra
        at, code = far_at + 1, far_code
        for q in range(n):
            seqs[0, q] = seqs[3, q]
    return 0, 0.0


@njit(cache=True)
def tidy(  # noqa: C901, PLR0912 - a compiled loop over plain arrays
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
        code, at = run(net, cars, curve, k, seqs[0], n, fixed, hold, out, load)
        if code == ENERGY or code == LOAD:
            n, _ = mend(net, cars, curve, k, n, fixed, hold, spent - base - 1e-9, at, code, work)
            if n > 0:
                for q in range(n):
                    state.seq[v, q] = seqs[0, q]
                state.n[v] = n
                changed = True
    if changed:
        refresh(net, cars, curve, state, v, out)
