"""A smaller instance with the same answer: equal rows and columns melted, dominated ones dropped; in numba.

Two facts about covering. If every candidate that sees sample k also sees sample i, whoever sees k sees i: i may be dropped. If
candidate k sees all that j sees and costs no more, j may be dropped. Both are repeated until nothing changes. For the most
gain of n candidates only the second holds; samples that the same candidates see are melted, and their weights added up.
Dual multipliers of the smaller instance, 0 for what was dropped, are dual multipliers of the whole: whoever was dropped sees
no more multipliers than the one that dominates it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from gis.sampling import transposed
from twin.security.placement.instance import Instance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Items = NDArray[np.int32]

__all__ = ["Core", "core_of_cover", "core_of_gain"]


@dataclass(frozen=True, slots=True)
class Core:
    """The smaller instance; `candidates` and `samples` number its candidates and samples in the whole.

    `sample_of`, shape ``(m,)`` of the whole, names the sample of the core into which each was melted, -1 where it was dropped.
    """

    instance: Instance
    candidates: Ints
    samples: Ints
    sample_of: Ints


def core_of_cover(whole: Instance) -> Core:
    """Reduce for covering every sample that any candidate sees."""
    alive = whole.reachable()
    first, items = whole.first, whole.items
    candidates = np.arange(whole.candidates)
    cost = whole.cost
    while True:
        before = int(alive.sum()), len(candidates)
        back, owners = transposed(first, items, whole.samples)
        alive = alive & ~_dominated_rows(first, items, back, owners, alive)
        first, items = _without(first, items, alive)
        kept = _kept_columns(first, items, cost, *transposed(first, items, whole.samples))
        first, items = _some(first, items, kept)
        candidates, cost = candidates[kept], cost[kept]
        if (int(alive.sum()), len(candidates)) == before:
            break
    samples = np.flatnonzero(alive)
    number = np.full(whole.samples, -1, dtype=np.int64)
    number[samples] = np.arange(len(samples))
    core = Instance(first, number[items].astype(np.int32), cost, whole.weight[samples])
    return Core(core, candidates, samples, number)


def core_of_gain(whole: Instance, weighed: Floats) -> Core:
    """Reduce for the most gain: samples that the same candidates see are melted, dominated candidates dropped.

    `weighed` is what each candidate counts against the limit, shape ``(n,)``: only one that counts no more dominates.
    """
    back, owners = transposed(whole.first, whole.items, whole.samples)
    one = _melted(back, owners, whole.weight)
    alive = one == np.arange(whole.samples)
    first, items = _without(whole.first, whole.items, alive)
    kept = _kept_columns(first, items, weighed, *transposed(first, items, whole.samples))
    first, items = _some(first, items, kept)
    samples = np.flatnonzero(alive)
    number = np.full(whole.samples, -1, dtype=np.int64)
    number[samples] = np.arange(len(samples))
    sample_of = np.where(one >= 0, number[np.maximum(one, 0)], -1)
    weight = np.bincount(sample_of[sample_of >= 0], whole.weight[sample_of >= 0], minlength=len(samples))
    core = Instance(first, number[items].astype(np.int32), whole.cost[kept], weight.astype(np.float64))
    return Core(core, np.flatnonzero(kept), samples, sample_of)


def _some(first: Ints, items: Items, kept: NDArray[np.bool_]) -> tuple[Ints, Items]:
    """Keep some lists."""
    size = np.diff(first)
    begin = np.concatenate([[0], np.cumsum(size[kept])]).astype(np.int64)
    return begin, items[np.repeat(kept, size)]


def _without(first: Ints, items: Items, alive: NDArray[np.bool_]) -> tuple[Ints, Items]:
    """Take dropped samples out of the lists."""
    stays = alive[items]
    count = np.concatenate([[0], np.cumsum(stays)]).astype(np.int64)
    return count[first], items[stays]


@njit(cache=True)
def _signatures(first: Ints, items: Items) -> NDArray[np.uint64]:
    """Hash each list into 64 bits, of which a longer list that holds it has all."""
    marks = np.zeros(len(first) - 1, np.uint64)
    one = np.uint64(1)
    for row in range(len(first) - 1):
        mark = np.uint64(0)
        for place in range(first[row], first[row + 1]):
            mixed = np.uint64(items[place]) * np.uint64(0x9E3779B97F4A7C15)
            mark |= one << (mixed >> np.uint64(58))
        marks[row] = mark
    return marks


@njit(cache=True)
def _within(items: Items, low: int, high: int, other: int, end: int) -> bool:
    """Tell whether one ascending list, ``items[low:high]``, is part of another."""
    while low < high:
        if high - low > end - other:
            return False
        value = items[low]
        while other < end and items[other] < value:
            other += 1
        if other == end or items[other] != value:
            return False
        low += 1
        other += 1
    return True


@njit(cache=True)
def _dominated_rows(first: Ints, items: Items, back: Ints, owners: Items, alive: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which samples are seen by all who see some other one that stays; of equals the first stays."""
    count = len(back) - 1
    marks = _signatures(back, owners)
    size = back[1:] - back[:-1]
    gone = np.zeros(count, np.bool_)
    order = np.argsort(size)
    for k in order:
        if gone[k] or not alive[k] or size[k] == 0:
            continue
        least = owners[back[k]]
        for place in range(back[k], back[k + 1]):
            if first[owners[place] + 1] - first[owners[place]] < first[least + 1] - first[least]:
                least = owners[place]
        for place in range(first[least], first[least + 1]):
            i = items[place]
            if i == k or gone[i] or not alive[i] or size[i] < size[k] or (marks[k] & ~marks[i]) != 0:
                continue
            if _within(owners, back[k], back[k + 1], back[i], back[i + 1]):
                gone[i] = True
    return gone


@njit(cache=True)
def _kept_columns(first: Ints, items: Items, cost: Floats, back: Ints, owners: Items) -> NDArray[np.bool_]:
    """Tell which candidates are not dominated by a cheaper one that sees as much; of equals the first stays."""
    marks = _signatures(first, items)
    size = first[1:] - first[:-1]
    kept = size > 0
    for j in np.argsort(size):
        if not kept[j]:
            continue
        rare = items[first[j]]
        for place in range(first[j], first[j + 1]):
            if back[items[place] + 1] - back[items[place]] < back[rare + 1] - back[rare]:
                rare = items[place]
        for place in range(back[rare], back[rare + 1]):
            k = owners[place]
            if k == j or not kept[k] or size[k] < size[j] or cost[k] > cost[j] or (marks[j] & ~marks[k]) != 0:
                continue
            if size[k] == size[j] and cost[k] == cost[j] and k > j:
                continue
            if _within(items, first[j], first[j + 1], first[k], first[k + 1]):
                kept[j] = False
                break
    return kept


@njit(cache=True)
def _melted(back: Ints, owners: Items, weight: Floats) -> Ints:
    """Name for each sample the first one that the same candidates see; -1 for samples that nobody sees or that weigh nothing."""
    count = len(back) - 1
    one = np.full(count, -1, np.int64)
    sums = np.zeros(count, np.int64)
    for i in range(count):
        mark = np.int64(1469598103934665603)
        for place in range(back[i], back[i + 1]):
            mark = (mark ^ np.int64(owners[place])) * np.int64(1099511628211)
        sums[i] = mark
    order = np.argsort(sums, kind="mergesort")
    for spot in range(count):
        i = order[spot]
        if back[i] == back[i + 1] or weight[i] <= 0.0:
            continue
        one[i] = i
        before = spot - 1
        while before >= 0 and sums[order[before]] == sums[i]:
            k = order[before]
            same = one[k] == k and back[k + 1] - back[k] == back[i + 1] - back[i]
            if same and _within(owners, back[i], back[i + 1], back[k], back[k + 1]):
                one[i] = k
                break
            before -= 1
    return one
