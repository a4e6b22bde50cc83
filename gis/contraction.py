"""Customizable contraction hierarchies as compiled loops: contract once, weigh in milliseconds, then ask.

Nodes are numbered by rank here. `start`, `head`: the arcs of the chordal supergraph from each node to its higher neighbours,
ascending; ``head[start[v]]`` is the parent of v in the elimination tree. Each such arc has a weight `up` from the lower to the
higher node and a weight `down` the other way; `up_by`, `down_by` name the lower node over which a shortcut leads, -1 for an
arc that is itself a turn. Weights are whole numbers, `INF` where there is none. A side is one direction's arcs that have a
weight: ``(start, head, weight, by)``.

Source: Dibbelt, Strasser and Wagner, Customizable Contraction Hierarchies (2016): elimination tree queries, section 7;
Delling, Goldberg and Werneck, Faster Batched Shortest Paths (2011): the restricted sweep, here for many sources at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Places = NDArray[np.int32]
    Side = tuple[Places, Places, Ints, Places]

__all__ = ["BLOCK", "INF", "ancestors", "contract", "customise", "place_arcs", "shortest", "sweep", "tighten", "without"]

INF = 1 << 60
BLOCK = 16
"""Sources that one sweep carries: their costs at a node share cache lines."""


@njit(cache=True)
def contract(low: Places, high: Places, count: int) -> tuple[Places, Places]:
    """Give `start` and `head` of the chordal supergraph.

    Parameters
    ----------
    low, high
        Ranks of the ends of each arc, low < high, sorted by `low`.
    count
        Nodes.
    """
    start = np.zeros(count + 1, dtype=np.int32)
    head = np.empty(max(4 * len(low), 16), dtype=np.int32)
    child, sibling = np.full(count, -1, dtype=np.int32), np.full(count, -1, dtype=np.int32)
    seen = np.full(count, -1, dtype=np.int32)
    buffer = np.empty(count, dtype=np.int32)
    at, used = 0, 0
    for node in range(count):
        size = 0
        while at < len(low) and low[at] == node:
            if seen[high[at]] != node:
                seen[high[at]] = node
                buffer[size] = high[at]
                size += 1
            at += 1
        below = child[node]
        while below >= 0:
            for arc in range(start[below], start[below + 1]):
                other = head[arc]
                if other != node and seen[other] != node:
                    seen[other] = node
                    buffer[size] = other
                    size += 1
            below = sibling[below]
        if used + size > len(head):
            longer = np.empty(2 * len(head) + size, dtype=np.int32)
            longer[:used] = head[:used]
            head = longer
        head[used : used + size] = np.sort(buffer[:size])
        if size:
            parent = head[used]
            sibling[node] = child[parent]
            child[parent] = node
        used += size
        start[node + 1] = used
    return start, head[:used].copy()


@njit(cache=True)
def _arc(start: Places, head: Places, low: int, high: int) -> int:
    """Find the arc from a node to a higher neighbour."""
    begin, end = start[low], start[low + 1]
    while begin < end:
        middle = (begin + end) // 2
        if head[middle] < high:
            begin = middle + 1
        else:
            end = middle
    return begin


@njit(cache=True)
def place_arcs(start: Places, head: Places, tail: Places, to: Places) -> Places:
    """Give the arc of the supergraph that each arc ``tail → to`` lies on."""
    placed = np.empty(len(tail), dtype=np.int32)
    for arc in range(len(tail)):
        placed[arc] = _arc(start, head, min(tail[arc], to[arc]), max(tail[arc], to[arc]))
    return placed


@njit(cache=True)
def customise(start: Places, head: Places, up: Ints, down: Ints, up_by: Places, down_by: Places) -> None:
    """Lower the weights, in place, to those of the shortest ways over lower nodes."""
    for node in range(len(start) - 1):
        end = start[node + 1]
        for one in range(start[node], end):
            into, out = down[one], up[one]
            if into >= INF and out >= INF:
                continue
            third = start[head[one]]
            for two in range(one + 1, end):
                while head[third] != head[two]:
                    third += 1
                there, back = into + up[two], down[two] + out
                if there < up[third]:
                    up[third] = there
                    up_by[third] = node
                if back < down[third]:
                    down[third] = back
                    down_by[third] = node


@njit(cache=True)
def tighten(start: Places, head: Places, up: Ints, down: Ints) -> None:
    """Take out, in place, the arcs that are longer than a way over higher nodes: a third of them, all idle."""
    there, back = up.copy(), down.copy()
    for node in range(len(start) - 2, -1, -1):
        end = start[node + 1]
        for one in range(start[node], end):
            third = start[head[one]]
            for two in range(one + 1, end):
                while head[third] != head[two]:
                    third += 1
                there[one] = min(there[one], there[two] + back[third])
                there[two] = min(there[two], there[one] + there[third])
                back[one] = min(back[one], there[third] + back[two])
                back[two] = min(back[two], back[third] + back[one])
    for arc in range(len(up)):
        if there[arc] < up[arc]:
            up[arc] = INF
        if back[arc] < down[arc]:
            down[arc] = INF


@njit(cache=True)
def without(start: Places, head: Places, weight: Ints, by: Places) -> Side:
    """Keep the arcs of one direction that have a weight: of a network of one-way turns half have none."""
    kept_start = np.zeros(len(start), dtype=np.int32)
    kept = np.empty(len(head), dtype=np.int32)
    used = 0
    for node in range(len(start) - 1):
        for arc in range(start[node], start[node + 1]):
            if weight[arc] < INF:
                kept[used] = arc
                used += 1
        kept_start[node + 1] = used
    some = kept[:used]
    return kept_start, head[some], weight[some], by[some]


@njit(cache=True)
def ancestors(parent: Places, nodes: Places) -> Places:
    """Give the nodes and everything above them in the elimination tree, the highest first."""
    marked = np.zeros(len(parent), dtype=np.bool_)
    for first in nodes:
        node = first
        while node >= 0 and not marked[node]:
            marked[node] = True
            node = parent[node]
    return np.flatnonzero(marked)[::-1].astype(np.int32)


@njit(cache=True)
def sweep(parent: Places, sides: tuple[Side, Side], group: tuple[Places, Places, Ints], above: Places, targets: Places) -> Ints:
    """Costs from each source group to each target node, `INF` or more where there is no way.

    Parameters
    ----------
    parent, sides
        The elimination tree; the arcs upwards and downwards.
    group
        First member of each group (and the count of members), the members' nodes, and what each has cost already.
    above
        `ancestors` of the targets.
    targets
        Nodes.
    """
    start, head, weight, _ = sides[1]
    first, member, spent = group
    groups = len(first) - 1
    place = np.full(len(parent), -1, dtype=np.int32)
    for row in range(len(above)):
        place[above[row]] = row
    found = np.empty((groups, len(targets)), dtype=np.int64)
    reached = np.full(len(parent), INF, dtype=np.int64)
    costs = np.empty((len(above), BLOCK), dtype=np.int64)
    for base in range(0, groups, BLOCK):
        many = min(BLOCK, groups - base)
        costs[:] = INF
        for lane in range(many):
            for one in range(first[base + lane], first[base + lane + 1]):
                _climb(parent, sides[0], reached, member[one], spent[one])
                _take(parent, reached, member[one], place, costs[:, lane])
        for row in range(len(above)):
            node = above[row]
            here = costs[row]
            for arc in range(start[node], start[node + 1]):
                there, more = costs[place[head[arc]]], weight[arc]
                for lane in range(BLOCK):
                    here[lane] = min(here[lane], there[lane] + more)
        for lane in range(many):
            for column in range(len(targets)):
                found[base + lane, column] = costs[place[targets[column]], lane]
    return found


@njit(cache=True)
def _climb(parent: Places, side: Side, reached: Ints, first: int, spent: int) -> None:
    """Search upwards from a node along the elimination tree."""
    start, head, weight, _ = side
    reached[first] = min(reached[first], spent)
    node = first
    while node >= 0:
        here = reached[node]
        if here < INF:
            for arc in range(start[node], start[node + 1]):
                reached[head[arc]] = min(reached[head[arc]], here + weight[arc])
        node = parent[node]


@njit(cache=True)
def _take(parent: Places, reached: Ints, first: int, place: Places, costs: Ints) -> None:
    """Hand over what a climb has reached, and forget it."""
    node = first
    while node >= 0:
        if place[node] >= 0:
            costs[place[node]] = min(costs[place[node]], reached[node])
        reached[node] = INF
        node = parent[node]


@njit(cache=True)
def shortest(
    parent: Places, sides: tuple[Side, Side], ends: tuple[Places, Ints, Places, Ints], scratch: tuple[Ints, Ints, Places, Places]
) -> tuple[int, Places]:
    """Give the least cost from a source group to a target group and the nodes of a way; `INF` and none where there is no way.

    Parameters
    ----------
    ends
        Nodes of the source group and what each has cost; nodes of the target group and what each will cost.
    scratch
        Two arrays of `INF` and two of anything, one entry per node; the first two are left as they were found.
    """
    sources, spent, targets, extra = ends
    ahead, behind, ahead_by, behind_by = scratch
    for one in range(len(sources)):
        _climb_by(parent, sides[0], (ahead, ahead_by), (sources[one], spent[one]), (behind, INF))
    best, top = INF, -1
    for one in range(len(targets)):
        found, at = _climb_by(parent, sides[1], (behind, behind_by), (targets[one], extra[one]), (ahead, best))
        if found < best:
            best, top = found, at
    way = _way(sides, (ahead_by, behind_by), top) if top >= 0 else np.empty(0, dtype=np.int32)
    for first in sources:
        _forget(parent, ahead, first)
    for first in targets:
        _forget(parent, behind, first)
    return best, way


@njit(cache=True)
def _climb_by(
    parent: Places, side: Side, into: tuple[Ints, Places], member: tuple[int, int], other: tuple[Ints, int]
) -> tuple[int, int]:
    """Search upwards from a node and remember from which lower node each was reached, -1 for the beginning.

    What costs as much already as the best way met with the `other` search is left alone.
    """
    start, head, weight, _ = side
    reached, by = into
    node, spent = member
    opposite, best = other
    top = -1
    if spent < reached[node]:
        reached[node] = spent
        by[node] = -1
    while node >= 0:
        here = reached[node]
        if here < best:
            if here + opposite[node] < best:
                best, top = here + opposite[node], node
            for arc in range(start[node], start[node + 1]):
                if here + weight[arc] < reached[head[arc]]:
                    reached[head[arc]] = here + weight[arc]
                    by[head[arc]] = node
        node = parent[node]
    return best, top


@njit(cache=True)
def _forget(parent: Places, reached: Ints, first: int) -> None:
    node = first
    while node >= 0:
        reached[node] = INF
        node = parent[node]


@njit(cache=True)
def _way(sides: tuple[Side, Side], by: tuple[Places, Places], top: int) -> Places:
    """Give the nodes of a way over its highest node, shortcuts undone."""
    up_start, up_head, _, up_by = sides[0]
    down_start, down_head, _, down_by = sides[1]
    stack = np.empty((64, 2), dtype=np.int32)
    used = 0
    node = top
    while by[1][node] >= 0:  # the way down, so that its last step lies at the bottom of the stack
        node = by[1][node]
        used += 1
    if used >= len(stack):
        stack = np.empty((2 * used, 2), dtype=np.int32)
    node = top
    for place in range(used - 1, -1, -1):
        stack[place, 0], stack[place, 1] = node, by[1][node]
        node = by[1][node]
    node = top
    while by[0][node] >= 0:
        stack = _room(stack, used)
        stack[used, 0], stack[used, 1] = by[0][node], node
        used += 1
        node = by[0][node]
    way = np.empty(256, dtype=np.int32)
    way[0] = node
    count = 1
    while used:
        used -= 1
        tail, to = stack[used, 0], stack[used, 1]
        middle = up_by[_arc(up_start, up_head, tail, to)] if tail < to else down_by[_arc(down_start, down_head, to, tail)]
        if middle >= 0:
            stack = _room(stack, used + 1)
            stack[used, 0], stack[used, 1] = middle, to
            stack[used + 1, 0], stack[used + 1, 1] = tail, middle
            used += 2
            continue
        if count == len(way):
            longer = np.empty(2 * len(way), dtype=np.int32)
            longer[:count] = way
            way = longer
        way[count] = to
        count += 1
    return way[:count]


@njit(cache=True)
def _room(stack: Places, used: int) -> Places:
    """Give a stack that holds one more entry."""
    if used < len(stack):
        return stack
    longer = np.empty((2 * len(stack), 2), dtype=np.int32)
    longer[:used] = stack
    return longer
