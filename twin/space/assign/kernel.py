"""Annealing over places, compiled: shift an item, swap two, or push a second one on to a third place.

Every step is reckoned exactly from what it changes: the rooms left and entered, and the wishes of the items moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["anneal", "tally"]

EPS = 1e-9


@njit(cache=True)
def _uniform(state: Any) -> float:
    """Give the next number of splitmix64, uniform in [0, 1)."""
    state[0] = state[0] + np.uint64(0x9E3779B97F4A7C15)
    z = state[0]
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z = z ^ (z >> np.uint64(31))
    return float(z >> np.uint64(11)) * (1.0 / 9007199254740992.0)


@njit(cache=True)
def _room(sites: Floats, b: int, use: float, many: int, alone: float) -> float:
    """Give what a place costs with so much use, so many items and that price of not being alone.

    Rows of `sites`: capacity, price beyond it, price of being over-full, price of room left, 1 where it must not be over-full.
    """
    left = sites[0, b] - use
    if left >= 0.0:
        value = sites[3, b] * left
    elif left > -EPS:
        value = 0.0
    else:
        value = sites[2, b] - sites[1, b] * left
    return value + alone if many >= 2 else value


@njit(cache=True)
def _beyond(sites: Floats, b: int, use: float) -> float:
    """Give the use beyond the room of a place that must not be over-full (fifth row of `sites`), 0 for others."""
    return sites[4, b] * max(0.0, use - sites[0, b] - EPS)


@njit(cache=True)
def tally(size: Floats, alone: Floats, sites: Floats, place: Ints, state: Any) -> None:
    """Fill `state` = (use, price of not being alone, number, members, position, use beyond room in all) from the places."""
    use, shy, many, members, position, beyond = state
    use[:] = 0.0
    shy[:] = 0.0
    many[:] = 0
    for i in range(len(place)):
        b = place[i]
        use[b] += size[i, b]
        shy[b] += alone[i]
        members[b, many[b]] = i
        position[i] = many[b]
        many[b] += 1
    beyond[0] = 0.0
    for b in range(len(use)):
        beyond[0] += _beyond(sites, b, use[b])


@njit(cache=True)
def _move(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    i: int, b: int, cost: Floats, size: Floats, alone: Floats, sites: Floats, wishes: Any, broken: Any, place: Ints, state: Any
) -> float:
    """Put item i into place b and give the change of cost."""
    use, shy, many, members, position, beyond = state
    start, other, kind, weight, turned = wishes
    a = place[i]
    change = cost[i, b] - cost[i, a]
    change -= _room(sites, a, use[a], many[a], shy[a]) + _room(sites, b, use[b], many[b], shy[b])
    beyond[0] -= _beyond(sites, a, use[a]) + _beyond(sites, b, use[b])
    use[a] -= size[i, a]
    shy[a] -= alone[i]
    many[a] -= 1
    last = members[a, many[a]]
    members[a, position[i]] = last
    position[last] = position[i]
    use[b] += size[i, b]
    shy[b] += alone[i]
    members[b, many[b]] = i
    position[i] = many[b]
    many[b] += 1
    change += _room(sites, a, use[a], many[a], shy[a]) + _room(sites, b, use[b], many[b], shy[b])
    beyond[0] += _beyond(sites, a, use[a]) + _beyond(sites, b, use[b])
    for w in range(start[i], start[i + 1]):
        c, k = place[other[w]], kind[w]
        if turned[w]:
            change += weight[w] * (broken[k, c, b] - broken[k, c, a])
        else:
            change += weight[w] * (broken[k, b, c] - broken[k, a, c])
    place[i] = b
    return change


@njit(cache=True)
def anneal(  # noqa: C901, PLR0913, PLR0917 - a compiled loop over plain arrays
    cost: Floats,
    size: Floats,
    alone: Floats,
    sites: Floats,
    wishes: Any,
    broken: Any,
    choices: Ints,
    place: Ints,
    best: Ints,
    totals: Floats,
    state: Any,
    rng: Any,
    steps: int,
    heat: Floats,
) -> None:
    """Make `steps` steps; `totals` = [cost now, least cost, steps done]; the best places go to `best`.

    Parameters
    ----------
    sites
        Rows capacity, price beyond it, price of being over-full, price of room left, 1 where it must not be, shape (5, B).
    wishes
        (start (I + 1,), other, kind, weight, turned): the pair wishes of each item, `turned` where it is the second of the pair.
    choices
        Places that an item is tried in, shape (I, C), −1 at the end of a shorter list.
    heat
        (first temperature, last temperature, steps of the whole cooling).
    """
    _, _, many, members, _, beyond = state
    items, wide = choices.shape
    for _ in range(steps):
        warmth = heat[0] * (heat[1] / heat[0]) ** min(1.0, totals[2] / heat[2])
        totals[2] += 1.0
        i = min(items - 1, int(_uniform(rng) * items))
        b = choices[i, min(wide - 1, int(_uniform(rng) * wide))]
        a = place[i]
        if b < 0 or b == a:
            continue
        limit = -warmth * np.log(1.0 - _uniform(rng))
        j, c, kind = -1, -1, _uniform(rng)
        if kind > 0.2 and many[b] > 0:
            j = members[b, min(many[b] - 1, int(_uniform(rng) * many[b]))]
            c = a if kind < 0.65 else choices[j, min(wide - 1, int(_uniform(rng) * wide))]
            if c < 0 or c == b:
                continue
            if cost[j, c] - cost[j, b] > 5000.0 + limit:
                continue
        if cost[i, b] - cost[i, a] > 5000.0 + limit:
            continue
        change = _move(i, b, cost, size, alone, sites, wishes, broken, place, state)
        if j >= 0:
            change += _move(j, c, cost, size, alone, sites, wishes, broken, place, state)
        if change <= limit:
            totals[0] += change
            if totals[0] < totals[1] - 1e-7 and beyond[0] < 1e-6:
                totals[1] = totals[0]
                best[:] = place
        else:
            if j >= 0:
                _move(j, b, cost, size, alone, sites, wishes, broken, place, state)
            _move(i, a, cost, size, alone, sites, wishes, broken, place, state)
