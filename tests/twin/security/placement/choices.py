"""Small choices drawn at random, and what is best in them by trying everything."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import strategies as st

from twin.security.placement.instance import Instance


@st.composite
def instances(draw):
    """Draw up to nine candidates and twelve samples; some samples may be seen by nobody, some candidates see nothing."""
    samples = draw(st.integers(1, 12))
    lists = draw(st.lists(st.sets(st.integers(0, samples - 1), max_size=6), min_size=1, max_size=9))
    cost = draw(st.lists(st.integers(1, 5), min_size=len(lists), max_size=len(lists)))
    weight = draw(st.lists(st.integers(0, 9), min_size=samples, max_size=samples))
    return instance_of(lists, cost, weight)


def instance_of(lists, cost, weight):
    """Write lists of samples as an instance."""
    first = np.concatenate([[0], np.cumsum([len(mine) for mine in lists])]).astype(np.int64)
    items = np.array([sample for mine in lists for sample in sorted(mine)], dtype=np.int32)
    return Instance(first, items, np.array(cost, dtype=np.float64), np.array(weight, dtype=np.float64))


def choices(instance):
    """Give every choice there is."""
    everyone = range(instance.candidates)
    return (chosen for size in range(instance.candidates + 1) for chosen in combinations(everyone, size))


def best_cover(instance):
    """Give the least cost of a cover by trying every choice."""
    wanted = set(instance.items.tolist())
    return min(
        sum(instance.cost[list(chosen)])
        for chosen in choices(instance)
        if wanted <= {i for j in chosen for i in instance.seen_by(j).tolist()}
    )


def best_gain(instance, weighed, limit):
    """Give the most weight within a limit by trying every choice."""
    return max(
        sum(instance.weight[i] for i in {i for j in chosen for i in instance.seen_by(j).tolist()})
        for chosen in choices(instance)
        if sum(weighed[j] for j in chosen) <= limit + 1e-9
    )
