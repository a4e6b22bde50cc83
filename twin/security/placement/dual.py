"""Dual multipliers by the subgradient method: good bounds for instances of any size, in numba.

Held, Wolfe and Crowder, "Validation of subgradient optimization", Mathematical Programming 6 (1974); for covering, Caprara,
Fischetti and Toth, "A heuristic method for the set covering problem", Operations Research 47 (1999). See `certificate` for
what is maximised and minimised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.security.placement.instance import Instance

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Items = NDArray[np.int32]

__all__ = ["cover_bound", "cover_multipliers", "feasible", "gain_bound", "gain_multipliers"]

_PATIENCE = 15
"""Rounds without a better bound after which the step is halved."""


def cover_multipliers(instance: Instance, start: Floats, value: float, rounds: int) -> tuple[Floats, float]:
    """Improve multipliers for covering.

    Parameters
    ----------
    start
        Shape ``(m,)``, >= 0.
    value
        Cost of a cover: steps aim at it.

    Returns
    -------
    The best multipliers found and the bound L(u) that they prove.
    """
    u, bound = _climb(instance.first, instance.items, instance.cost, start, value, rounds)
    return u, float(bound)


def gain_multipliers(
    instance: Instance, weighed: Floats, limit: float, start: Floats, value: float, rounds: int
) -> tuple[Floats, float, float]:
    """Improve multipliers for the most gain.

    Returns
    -------
    The best multipliers found, the price λ, and the bound U(u, λ) that they prove.
    """
    u, price, bound = _descend(instance.first, instance.items, instance.weight, weighed, limit, start, value, rounds)
    return u, float(price), float(bound)


def cover_bound(instance: Instance, u: Floats) -> float:
    """Reckon L(u)."""
    worth = _worths(instance.first, instance.items, u)
    return float(u.sum() + np.minimum(0.0, instance.cost - worth).sum())


def feasible(instance: Instance, u: Floats) -> Floats:
    """Lower multipliers for covering until no candidate sees more of them than it costs.

    Candidates alike each count in L(u) where they see too much; lowered, they count nothing.
    """
    return _lowered(instance.first, instance.items, instance.cost, u)


def gain_bound(instance: Instance, weighed: Floats, limit: float, u: Floats) -> tuple[float, float]:
    """Reckon the best price λ for multipliers u, and U(u, λ)."""
    worth = _worths(instance.first, instance.items, u)
    price, _ = _best_price(worth, weighed, limit)
    inner = price * limit + np.maximum(0.0, worth - price * weighed).sum()
    return float(price), float(np.maximum(0.0, instance.weight - u).sum() + inner)


@njit(cache=True)
def _worths(first: Ints, items: Items, u: Floats) -> Floats:
    worth = np.zeros(len(first) - 1)
    for j in range(len(worth)):
        for place in range(first[j], first[j + 1]):
            worth[j] += u[items[place]]
    return worth


@njit(cache=True)
def _lowered(first: Ints, items: Items, cost: Floats, u: Floats) -> Floats:
    low = u.copy()
    worth = _worths(first, items, u)
    for j in np.argsort(-worth / cost):
        now = 0.0
        for place in range(first[j], first[j + 1]):
            now += low[items[place]]
        if now > cost[j]:
            for place in range(first[j], first[j + 1]):
                low[items[place]] *= cost[j] / now
    return low


@njit(cache=True)
def _climb(  # noqa: C901 - one round after the other, in one function for numba
    first: Ints, items: Items, cost: Floats, start: Floats, value: float, rounds: int
) -> tuple[Floats, float]:
    u, best_u, best = start.copy(), start.copy(), -np.inf
    scale, since = 1.0, 0
    for _ in range(rounds):
        slope = np.ones(len(u))
        bound = u.sum()
        worth = _worths(first, items, u)
        for j in range(len(worth)):
            if worth[j] > cost[j]:
                bound += cost[j] - worth[j]
                for place in range(first[j], first[j + 1]):
                    slope[items[place]] -= 1.0
        since += 1
        if bound > best + 1e-6 * abs(best):
            since = 0
        if bound > best:
            best, best_u = bound, u.copy()
        if since >= _PATIENCE:
            scale, since = 0.6 * scale, 0
            u[:] = best_u
            if scale < 1e-5:
                break
            continue
        square = 0.0
        for i in range(len(u)):
            if not (u[i] <= 0.0 and slope[i] < 0.0):
                square += slope[i] * slope[i]
        if square < 1e-12:
            break
        step = scale * max(1.02 * value - bound, 1e-4 * abs(value)) / square
        for i in range(len(u)):
            u[i] = max(0.0, u[i] + step * slope[i])
    return best_u, best


@njit(cache=True)
def _best_price(worth: Floats, weighed: Floats, limit: float) -> tuple[float, Floats]:
    """Fill the limit with the candidates of the greatest worth for their share; the last in part; its ratio is the price."""
    order = np.argsort(-(worth / weighed))
    taken, left = np.zeros(len(worth)), limit
    for j in order:
        if worth[j] <= 0.0:
            return 0.0, taken
        if weighed[j] > left:
            taken[j] = left / weighed[j]
            return worth[j] / weighed[j], taken
        taken[j] = 1.0
        left -= weighed[j]
    return 0.0, taken


@njit(cache=True)
def _descend(  # noqa: PLR0913, PLR0917, C901, PLR0912 - plain arrays in one function for numba
    first: Ints, items: Items, weight: Floats, weighed: Floats, limit: float, start: Floats, value: float, rounds: int
) -> tuple[Floats, float, float]:
    u, best_u, best, best_price = start.copy(), start.copy(), np.inf, 0.0
    scale, since = 1.0, 0
    for _ in range(rounds):
        worth = _worths(first, items, u)
        price, taken = _best_price(worth, weighed, limit)
        slope = np.zeros(len(u))
        bound = price * limit
        for j in range(len(worth)):
            bound += max(0.0, worth[j] - price * weighed[j])
            if taken[j] > 0.0:
                for place in range(first[j], first[j + 1]):
                    slope[items[place]] += taken[j]
        for i in range(len(u)):
            if u[i] < weight[i]:
                bound += weight[i] - u[i]
                slope[i] -= 1.0
        since += 1
        if bound < best - 1e-6 * abs(best):
            since = 0
        if bound < best:
            best, best_price, best_u = bound, price, u.copy()
        if since >= _PATIENCE:
            scale, since = 0.6 * scale, 0
            u[:] = best_u
            if scale < 1e-5:
                break
            continue
        square = 0.0
        for i in range(len(u)):
            if not ((u[i] <= 0.0 and slope[i] > 0.0) or (u[i] >= weight[i] and slope[i] < 0.0)):
                square += slope[i] * slope[i]
        if square < 1e-12:
            break
        step = scale * max(bound - 0.98 * value, 1e-4 * abs(value)) / square
        for i in range(len(u)):
            u[i] = min(max(0.0, u[i] - step * slope[i]), weight[i])
    return best_u, best_price, best
