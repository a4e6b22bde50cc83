"""Covering by local search: take cameras away until something is dark, exchange until it is not, remember the cheapest; in numba.

Row weighting after Gao, Weise and Li, "An efficient local search heuristic with row weighting for the unicost set covering
problem", European Journal of Operational Research 246 (2015), with costs: a candidate is worth the weights of the samples that
it alone would see, for each unit of its cost; samples that stay dark grow heavier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from gis.sampling import transposed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.security.placement.instance import Instance

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Items = NDArray[np.int32]

__all__ = ["Covering", "greedy_cover"]


class Covering:
    """A search that goes on where it stopped: `best` holds the candidates of the cheapest cover found so far, ascending."""

    def __init__(self, instance: Instance, start: Ints, seed: int) -> None:
        """Begin with a cover of every sample that any candidate sees."""
        self._first, self._items, self._cost = instance.first, instance.items, instance.cost
        self._back, self._owners = transposed(instance.first, instance.items, instance.samples)
        count = instance.candidates
        self._in = np.zeros(count, np.bool_)
        self._hits = np.zeros(instance.samples, np.int64)
        self._weight = np.ones(instance.samples)
        self._score = _scores(self._first, count)
        self._age = np.zeros(count, np.int64)
        self._free = np.ones(count, np.bool_)
        self._clock = 0
        self._seed = seed
        self._best = np.zeros(count, np.bool_)
        self._best[start] = True
        for candidate in start:
            _put(candidate, self._first, self._items, self._back, self._owners, self._in, self._hits, self._weight, self._score)

    @property
    def best(self) -> Ints:
        """Candidates of the cheapest cover."""
        return np.flatnonzero(self._best).astype(np.int64)

    @property
    def cost(self) -> float:
        """What it costs."""
        return float(self._cost[self._best].sum())

    def run(self, steps: int) -> None:
        """Search on for so many exchanges."""
        _search(
            self._first, self._items, self._back, self._owners, self._cost, self._in, self._hits, self._weight, self._score,
            self._age, self._free, self._best, self._clock, self._seed, steps,
        )  # fmt: skip
        self._clock += steps
        self._seed += 1


def greedy_cover(instance: Instance) -> Ints:
    """Take whoever sees most new samples for its cost until nothing new is seen, then drop who is not needed."""
    back, owners = transposed(instance.first, instance.items, instance.samples)
    return _greedy(instance.first, instance.items, back, owners, instance.cost)


@njit(cache=True)
def _scores(first: Ints, count: int) -> Floats:
    score = np.zeros(count)
    for j in range(count):
        score[j] = first[j + 1] - first[j]
    return score


@njit(cache=True)
def _greedy(first: Ints, items: Items, back: Ints, owners: Items, cost: Floats) -> Ints:
    count = len(first) - 1
    new = (first[1:] - first[:-1]).astype(np.float64)
    hits = np.zeros(len(back) - 1, np.int64)
    chosen = np.empty(count, np.int64)
    used = 0
    while True:
        j = int(np.argmax(new / cost))
        if new[j] <= 0.5:
            break
        chosen[used] = j
        used += 1
        for place in range(first[j], first[j + 1]):
            i = items[place]
            hits[i] += 1
            if hits[i] == 1:
                for spot in range(back[i], back[i + 1]):
                    new[owners[spot]] -= 1.0
    kept = 0
    for spot in range(used):
        j = chosen[spot]
        needed = False
        for place in range(first[j], first[j + 1]):
            needed = needed or hits[items[place]] == 1
        if needed:
            chosen[kept] = j
            kept += 1
        else:
            for place in range(first[j], first[j + 1]):
                hits[items[place]] -= 1
    return np.sort(chosen[:kept])


@njit(cache=True)
def _put(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    j: int,
    first: Ints,
    items: Items,
    back: Ints,
    owners: Items,
    held: NDArray[np.bool_],
    hits: Ints,
    weight: Floats,
    score: Floats,
) -> None:
    """Take a candidate in; `score` is what it alone sees, for those outside what it would add."""
    held[j] = True
    score[j] = 0.0
    for place in range(first[j], first[j + 1]):
        i = items[place]
        hits[i] += 1
        if hits[i] == 1:
            score[j] += weight[i]
            for spot in range(back[i], back[i + 1]):
                if not held[owners[spot]]:
                    score[owners[spot]] -= weight[i]
        elif hits[i] == 2:
            for spot in range(back[i], back[i + 1]):
                if held[owners[spot]] and owners[spot] != j:
                    score[owners[spot]] -= weight[i]
                    break


@njit(cache=True)
def _take(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    j: int,
    first: Ints,
    items: Items,
    back: Ints,
    owners: Items,
    held: NDArray[np.bool_],
    hits: Ints,
    weight: Floats,
    score: Floats,
) -> None:
    """Take a candidate out."""
    held[j] = False
    score[j] = 0.0
    for place in range(first[j], first[j + 1]):
        i = items[place]
        hits[i] -= 1
        if hits[i] == 0:
            for spot in range(back[i], back[i + 1]):
                if not held[owners[spot]]:
                    score[owners[spot]] += weight[i]
        elif hits[i] == 1:
            for spot in range(back[i], back[i + 1]):
                if held[owners[spot]]:
                    score[owners[spot]] += weight[i]
                    break


@njit(cache=True)
def _worst(held: NDArray[np.bool_], score: Floats, cost: Floats, age: Ints, last: int) -> int:
    """Find whose leaving costs least for what it saves; of equals the one that has been there longest."""
    found, least = -1, np.inf
    for j in range(len(held)):
        if held[j] and j != last:
            loss = score[j] / cost[j]
            if loss < least or (loss == least and found >= 0 and age[j] < age[found]):
                found, least = j, loss
    return found


@njit(cache=True)
def _search(  # noqa: PLR0913, PLR0917, C901, PLR0912, PLR0915 - the arrays of one search; numba likes one function
    first: Ints, items: Items, back: Ints, owners: Items, cost: Floats, held: NDArray[np.bool_], hits: Ints, weight: Floats,
    score: Floats, age: Ints, free: NDArray[np.bool_], best: NDArray[np.bool_], clock: int, seed: int, steps: int,
) -> None:  # fmt: skip
    np.random.seed(seed)  # noqa: NPY002 - numba knows no generators
    count, samples = len(first) - 1, len(back) - 1
    dark, where = np.empty(samples, np.int64), np.full(samples, -1, np.int64)
    darks, total, least = 0, 0.0, 0.0
    for i in range(samples):
        if hits[i] == 0 and back[i] < back[i + 1]:
            dark[darks], where[i] = i, darks
            darks += 1
    for j in range(count):
        total += cost[j] if held[j] else 0.0
        least += cost[j] if best[j] else 0.0
    last = -1
    for step in range(clock + 1, clock + steps + 1):
        while darks == 0:
            if total < least - 1e-9:
                least = total
                best[:] = held
            j = _worst(held, score, cost, age, -1)
            if j < 0:
                return
            total -= cost[j]
            _take(j, first, items, back, owners, held, hits, weight, score)
            darks = _update(j, first, items, hits, dark, where, darks)
            free[j], age[j] = False, step
        j = _worst(held, score, cost, age, last)
        if j >= 0:
            total -= cost[j]
            _take(j, first, items, back, owners, held, hits, weight, score)
            darks = _update(j, first, items, hits, dark, where, darks)
            free[j], age[j] = False, step
            _release(j, first, items, back, owners, free)
            free[j] = False
        while darks > 0:
            i = dark[np.random.randint(darks)]  # noqa: NPY002 - likewise
            found, most = -1, -1.0
            for spot in range(back[i], back[i + 1]):
                k = owners[spot]
                if not free[k] or total + cost[k] >= least - 1e-9:
                    continue
                worth = score[k] / cost[k]
                if worth > most or (worth == most and found >= 0 and age[k] < age[found]):
                    found, most = k, worth
            if found < 0:
                break
            total += cost[found]
            _put(found, first, items, back, owners, held, hits, weight, score)
            darks = _update(found, first, items, hits, dark, where, darks)
            age[found] = step
            last = found
            _release(found, first, items, back, owners, free)
            for place in range(darks):
                weight[dark[place]] += 1.0
                for spot in range(back[dark[place]], back[dark[place] + 1]):
                    score[owners[spot]] += 1.0
            if total + cost.min() >= least - 1e-9:
                break
        else:
            continue
        if darks > 0 and total + cost.min() < least - 1e-9:  # whoever could help may not: let all be free again
            free[:] = True


@njit(cache=True)
def _update(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    j: int, first: Ints, items: Items, hits: Ints, dark: Ints, where: Ints, darks: int
) -> int:
    """Keep the list of dark samples after a candidate came or went; give its length."""
    for place in range(first[j], first[j + 1]):
        i = items[place]
        if hits[i] == 0 and where[i] < 0:
            dark[darks], where[i] = i, darks
            darks += 1
        elif hits[i] > 0 and where[i] >= 0:
            darks -= 1
            other = dark[darks]
            dark[where[i]], where[other] = other, where[i]
            where[i] = -1
    return darks


@njit(cache=True)
def _release(j: int, first: Ints, items: Items, back: Ints, owners: Items, free: NDArray[np.bool_]) -> None:
    """Let the neighbours of a candidate be chosen again: something about them has changed."""
    for place in range(first[j], first[j + 1]):
        i = items[place]
        for spot in range(back[i], back[i + 1]):
            free[owners[spot]] = True
