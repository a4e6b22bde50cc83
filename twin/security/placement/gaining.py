"""The most gain within a limit: lazy greedy, then ruin and recreate about random places; in numba."""

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

__all__ = ["Gaining", "in_order"]

_TAKEN_OUT = 6
"""At most so many cameras are taken out at once."""


class Gaining:
    """A search that goes on where it stopped; `best` holds the candidates of the best choice, ascending, `gain` what it sees."""

    def __init__(self, instance: Instance, weighed: Floats, limit: float, seed: int) -> None:
        """Begin with the greedy choice."""
        self._first, self._items, self._weight = instance.first, instance.items, instance.weight
        self._back, self._owners = transposed(instance.first, instance.items, instance.samples)
        self._weighed, self._limit, self._seed = weighed, limit, seed
        self._held = np.zeros(instance.candidates, np.bool_)
        self._hits = np.zeros(instance.samples, np.int64)
        self._gains = _gains(self._first, self._items, self._weight)
        self._refill()
        self._best = self._held.copy()

    def _refill(self) -> None:
        _fill(
            self._first, self._items, self._back, self._owners, self._weight, self._weighed, self._limit, self._held, self._hits,
            self._gains,
        )  # fmt: skip

    @property
    def best(self) -> Ints:
        """Candidates of the best choice."""
        return np.flatnonzero(self._best).astype(np.int64)

    @property
    def gain(self) -> float:
        """What it sees, in weight."""
        return _seen_weight(self._first, self._items, self._weight, self._best)

    def run(self, steps: int) -> None:
        """Search on for so many rounds of ruin and recreate."""
        _search(
            self._first, self._items, self._back, self._owners, self._weight, self._weighed, self._limit, self._held, self._hits,
            self._gains, self._best, self._seed, steps,
        )  # fmt: skip
        self._seed += 1


def in_order(instance: Instance, chosen: Ints) -> tuple[Ints, Floats]:
    """Put a choice in the order in which each next camera adds most, with what each adds."""
    left, seen = list(map(int, chosen)), np.zeros(instance.samples, dtype=bool)
    order, gains = [], []
    while left:
        new = [float(instance.weight[instance.seen_by(j)[~seen[instance.seen_by(j)]]].sum()) for j in left]
        at = int(np.argmax(np.array(new) - 1e-12 * np.arange(len(new))))
        j = left.pop(at)
        seen[instance.seen_by(j)] = True
        order.append(j)
        gains.append(new[at])
    return np.array(order, dtype=np.int64), np.array(gains)


@njit(cache=True)
def _gains(first: Ints, items: Items, weight: Floats) -> Floats:
    gains = np.zeros(len(first) - 1)
    for j in range(len(gains)):
        for place in range(first[j], first[j + 1]):
            gains[j] += weight[items[place]]
    return gains


@njit(cache=True)
def _seen_weight(first: Ints, items: Items, weight: Floats, held: NDArray[np.bool_]) -> float:
    seen, total = np.zeros(len(weight), np.bool_), 0.0
    for j in np.flatnonzero(held):
        for place in range(first[j], first[j + 1]):
            if not seen[items[place]]:
                seen[items[place]] = True
                total += weight[items[place]]
    return total


@njit(cache=True)
def _toggle(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    j: int, on: int, first: Ints, items: Items, back: Ints, owners: Items, weight: Floats, hits: Ints, gains: Floats
) -> float:
    """Count a candidate in (+1) or out (-1); give the weight that is seen newly or no more. `gains` is what each would add."""
    change = 0.0
    for place in range(first[j], first[j + 1]):
        i = items[place]
        hits[i] += on
        if (on == 1 and hits[i] == 1) or (on == -1 and hits[i] == 0):
            change += weight[i]
            for spot in range(back[i], back[i + 1]):
                gains[owners[spot]] -= on * weight[i]
    return change


@njit(cache=True)
def _fill(  # noqa: PLR0913, PLR0917 - plain arrays for numba
    first: Ints, items: Items, back: Ints, owners: Items, weight: Floats, weighed: Floats, limit: float, held: NDArray[np.bool_],
    hits: Ints, gains: Floats,
) -> float:  # fmt: skip
    """Add whoever gains most for its share while it fits; give what that gained."""
    left, total = limit, 0.0
    for j in range(len(held)):
        left -= weighed[j] if held[j] else 0.0
    while True:
        found, most = -1, 1e-9
        for j in range(len(held)):
            if not held[j] and weighed[j] <= left + 1e-9 and gains[j] / weighed[j] > most:
                found, most = j, gains[j] / weighed[j]
        if found < 0:
            return total
        held[found] = True
        left -= weighed[found]
        total += _toggle(found, 1, first, items, back, owners, weight, hits, gains)


@njit(cache=True)
def _search(  # noqa: PLR0913, PLR0917, C901, PLR0912 - the arrays of one search, in one function for numba
    first: Ints, items: Items, back: Ints, owners: Items, weight: Floats, weighed: Floats, limit: float, held: NDArray[np.bool_],
    hits: Ints, gains: Floats, best: NDArray[np.bool_], seed: int, steps: int,
) -> None:  # fmt: skip
    np.random.seed(seed)  # noqa: NPY002 - numba knows no generators
    now = _seen_weight(first, items, weight, held)
    most = _seen_weight(first, items, weight, best)
    tried = np.zeros(len(held), np.bool_)
    for step in range(steps):
        before = held.copy()
        mine = np.flatnonzero(held)
        if len(mine) == 0:
            return
        value = now
        # The first at random, the others from those that see a sample in common with it, or at random again.
        count = 1 + np.random.randint(min(_TAKEN_OUT, len(mine)))  # noqa: NPY002 - likewise
        j = mine[np.random.randint(len(mine))]  # noqa: NPY002 - likewise
        for _ in range(count):
            if not held[j]:
                break
            held[j] = False
            value -= _toggle(j, -1, first, items, back, owners, weight, hits, gains)
            tried[j] = True
            i = items[first[j] + np.random.randint(first[j + 1] - first[j])]  # noqa: NPY002 - likewise
            near = -1
            for spot in range(back[i], back[i + 1]):
                k = owners[spot]
                other = items[first[k] + np.random.randint(first[k + 1] - first[k])]  # noqa: NPY002 - likewise
                for place in range(back[other], back[other + 1]):
                    if held[owners[place]]:
                        near = owners[place]
                        break
                if near >= 0:
                    break
            j = near if near >= 0 else mine[np.random.randint(len(mine))]  # noqa: NPY002 - likewise
        # One candidate is pushed in first, so that greedy does not simply put back what was taken.
        i = items[np.random.randint(len(items))]  # noqa: NPY002 - likewise
        used = 0.0
        for k in mine:
            used += weighed[k] if held[k] else 0.0
        pick = owners[back[i] + np.random.randint(back[i + 1] - back[i])]  # noqa: NPY002 - likewise
        if step % 2 == 0 and not held[pick] and used + weighed[pick] <= limit + 1e-9:
            held[pick] = True
            value += _toggle(pick, 1, first, items, back, owners, weight, hits, gains)
        value += _fill(first, items, back, owners, weight, weighed, limit, held, hits, gains)
        slack = 0.002 * most * (1.0 - step / steps) / max(len(mine), 1)
        if value >= now - slack:
            now = value
            if now > most + 1e-9:
                most = now
                best[:] = held
            continue
        for k in range(len(held)):
            if held[k] and not before[k]:
                _toggle(int(k), -1, first, items, back, owners, weight, hits, gains)
        for k in mine:
            if not held[k]:
                _toggle(int(k), 1, first, items, back, owners, weight, hits, gains)
        held[:] = before
