"""Where the next chargers should stand: the least driving to a free charger.

Sets and data: car parks i with w_i vehicles in need, candidate car parks j, d_ij milliseconds; e_i those to the nearest car
park with chargers to spare today, at most E, the time at which somebody without any is counted. p sites to choose.

Problem (p-median with sites that stand): y_j, x_ij in {0, 1}:   min Σ_i w_i (e_i − Σ_j max(e_i − d_ij, 0) x_ij)
    Σ_j x_ij <= 1 for each i;   x_ij <= y_j;   Σ_j y_j = p.

Method: greedy choice and interchange (Teitz and Bart, 1968); subgradient steps on the prices λ_i of the assignment rows for the
bound (Narula, Ogbu and Samuelsson, 1977); where the programme is small, HiGHS closes what is left. The certificate is λ: for
any λ >= 0, no choice of p sites saves more than Σ λ_i + the p largest Σ_i max(w_i max(e_i − d_ij, 0) − λ_i, 0).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from twin.fleet.charging.site_plan import NO_CHARGER_MS, Siting

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.fleet.charging.site_problem import Problem

    Floats = NDArray[np.float64]

__all__ = ["choose"]

_STEPS = 400
_SMALL = 20_000


def choose(problem: Problem) -> Siting:
    """Choose sites."""
    today = np.minimum(problem.ms[:, problem.spare].min(axis=1, initial=NO_CHARGER_MS), NO_CHARGER_MS)
    saves = problem.need[:, None] * np.maximum(today[:, None] - problem.ms, 0.0)
    chosen = _interchange(saves, _greedy(saves, problem.count))
    prices, upper = _prices(saves, problem.count, _saved(saves, chosen))
    if upper > _saved(saves, chosen) * (1 + 1e-9) and int((saves > 0).sum()) <= _SMALL:
        chosen, upper = _closed(saves, problem.count, chosen, upper)
    whole = float(problem.need @ today)
    value = whole - _saved(saves, chosen)
    return Siting(problem, tuple(sorted(chosen)), whole, value, max(whole - upper, 0.0), prices)


def _saved(saves: Floats, chosen: list[int]) -> float:
    return float(saves[:, chosen].max(axis=1, initial=0.0).sum())


def _greedy(saves: Floats, count: int) -> list[int]:
    """Take the site that saves most beside those taken, again and again."""
    best = np.zeros(len(saves))
    chosen: list[int] = []
    for _ in range(count):
        gain = np.maximum(saves - best[:, None], 0.0).sum(axis=0)
        gain[chosen] = -1.0
        chosen.append(int(gain.argmax()))
        best = np.maximum(best, saves[:, chosen[-1]])
    return chosen


def _interchange(saves: Floats, chosen: list[int]) -> list[int]:
    """Exchange one site for another while that saves more."""
    value, better = _saved(saves, chosen), True
    while better:
        better = False
        for place in range(len(chosen)):
            others = chosen[:place] + chosen[place + 1 :]
            held = saves[:, others].max(axis=1, initial=0.0)
            total = np.maximum(saves, held[:, None]).sum(axis=0)
            total[others] = -1.0
            at = int(total.argmax())
            if total[at] > value + 1e-6:
                chosen, value, better = [*others, at], float(total[at]), True
                break
    return chosen


def _prices(saves: Floats, count: int, value: float) -> tuple[Floats, float]:
    """Step the prices towards those of the relaxation; give the best and the bound they prove."""
    prices = np.sort(saves, axis=1)[:, -min(count + 1, saves.shape[1])].copy()
    best, upper, scale = prices.copy(), np.inf, 1.0
    for step in range(_STEPS):
        worth = np.maximum(saves - prices[:, None], 0.0)
        open_ = np.argsort(-worth.sum(axis=0), kind="stable")[:count]
        bound = float(prices.sum() + worth[:, open_].sum())
        if bound < upper - 1e-9:
            best, upper = prices.copy(), bound
        slope = 1.0 - (saves[:, open_] > prices[:, None]).sum(axis=1)
        length = float(slope @ slope)
        if length == 0.0 or upper <= value * (1 + 1e-9):
            break
        scale = scale * 0.5 if step % 40 == 39 else scale
        prices = np.maximum(prices - scale * (bound - value) / length * slope, 0.0)
    return best, upper


def _closed(saves: Floats, count: int, chosen: list[int], upper: float) -> tuple[list[int], float]:
    """Solve the programme, the pairs that save something alone."""
    rows, columns = np.nonzero(saves > 0)
    pairs, sites = len(rows), saves.shape[1]
    worth = np.concatenate([-saves[rows, columns], np.zeros(sites)])
    at = np.arange(pairs)
    once = hstack([csr_array((np.ones(pairs), (rows, at)), shape=(len(saves), pairs)), csr_array((len(saves), sites))])
    built = hstack([eye_array(pairs), csr_array((-np.ones(pairs), (at, columns)), shape=(pairs, sites))])
    total = csr_array((np.ones(sites), (np.zeros(sites, dtype=int), pairs + np.arange(sites))), shape=(1, pairs + sites))
    most = np.concatenate([np.ones(len(saves)), np.zeros(pairs), [count]])
    least = np.concatenate([np.full(len(saves) + pairs, -np.inf), [count]])
    found = milp(
        worth,
        constraints=LinearConstraint(vstack([once, built, total], format="csr"), least, most),
        integrality=np.concatenate([np.zeros(pairs), np.ones(sites)]),
        bounds=(0.0, 1.0),
        options={"time_limit": 30.0, "mip_rel_gap": 1e-9},
    )
    if found.x is None:
        return chosen, upper
    better = np.flatnonzero(found.x[pairs:] > 0.5).tolist()
    kept = better if len(better) == count and _saved(saves, better) > _saved(saves, chosen) else chosen
    bound = float(-found.mip_dual_bound) if found.mip_dual_bound is not None else upper
    return kept, max(min(upper, bound), _saved(saves, kept))
