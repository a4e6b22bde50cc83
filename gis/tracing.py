"""The loops of map matching: the likeliest directions of a track, and the way between two of them.

A state is a place on a driving direction: the direction, and the metres from its beginning. Between states of two fixes the
shortest way on the turn-expanded network is looked for within a limit, so that a search meets some hundred directions only.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import numpy as np
from numba import njit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["likeliest", "way_between"]

_NONE = -1


@njit(cache=True)
def _spread(
    start: int, limit: float, wanted: Ints, network: tuple[Floats, Ints, Ints], reached: tuple[Floats, Ints, int]
) -> None:
    """Measure from the end of `start` to the beginning of each direction within `limit`, until all of `wanted` are settled.

    `reached` is what is written: metres, the mark of the search that wrote them, and the mark of this one.
    """
    length, turn_start, turn_to = network
    far, seen, mark = reached
    heap = [(0.0, np.int64(-1))]
    heap.pop()
    for turn in range(turn_start[start], turn_start[start + 1]):
        far[turn_to[turn]], seen[turn_to[turn]] = 0.0, mark
        heapq.heappush(heap, (0.0, turn_to[turn]))
    left = (wanted != start).sum()
    while heap:
        metres, at = heapq.heappop(heap)
        if metres > far[at]:
            continue
        left -= at != start and (wanted == at).any()
        if left <= 0:
            return
        onward = metres + length[at]
        if onward > limit:
            continue
        for turn in range(turn_start[at], turn_start[at + 1]):
            after = turn_to[turn]
            if seen[after] != mark or onward < far[after]:
                far[after], seen[after] = onward, mark
                heapq.heappush(heap, (onward, after))


@njit(cache=True)
def likeliest(
    fix: Ints,
    states: tuple[Ints, Floats, Floats],
    gaps: tuple[Floats, Floats],
    network: tuple[Floats, Ints, Ints],
    noise: tuple[float, float, float],
) -> tuple[Ints, Floats]:
    """Find the likeliest state of every fix.

    Parameters
    ----------
    fix
        Shape (f + 1,): the states of fix i are ``fix[i]:fix[i + 1]``, at least one each.
    states
        Shape (s,) each: direction, metres from its beginning, metres from the fix.
    gaps
        Shape (f - 1,) each: metres between fixes, and the longest way looked for between them.
    network
        Metres of each direction, `turn_start` and `turn_to`.
    noise
        Standard deviation of a fix and mean difference of way and straight line, metres; and how far a state may lie behind
        the one before it on the same direction and count as standing.

    Returns
    -------
    Shape (f,): the chosen states; and shape (f,): the metres driven to each from the one before, -1 where no way leads there
    and a new piece begins.
    """
    at, along, away = states
    straight, limits = gaps
    sigma, slack, jitter = noise
    score = -0.5 * (away / sigma) ** 2
    back = np.full(len(at), _NONE, dtype=np.int64)
    driven = np.full(len(at), -1.0)
    far, seen, mark = np.empty(len(network[0])), np.zeros(len(network[0]), dtype=np.int64), 0
    for step in range(len(fix) - 2):
        before, here, end = fix[step], fix[step + 1], fix[step + 2]
        best = np.full(end - here, -np.inf)
        for one in range(before, here):
            mark += 1
            rest = network[0][at[one]] - along[one]
            _spread(at[one], limits[step] - rest, at[here:end], network, (far, seen, mark))
            for other in range(here, end):
                metres = np.inf
                if at[other] == at[one] and along[other] >= along[one] - jitter:
                    metres = abs(along[other] - along[one])
                elif at[other] != at[one] and seen[at[other]] == mark:
                    metres = rest + far[at[other]] + along[other]
                reached = score[one] - abs(metres - straight[step]) / slack
                if metres <= limits[step] and reached > best[other - here]:
                    best[other - here], back[other], driven[other] = reached, one, metres
        if np.isfinite(best).any():
            score[here:end] += best
    return _followed_back(fix, score, back, driven)


@njit(cache=True)
def _followed_back(fix: Ints, score: Floats, back: Ints, driven: Floats) -> tuple[Ints, Floats]:
    """Choose the best last state of every piece and what led to it."""
    chosen, metres = np.empty(len(fix) - 1, dtype=np.int64), np.full(len(fix) - 1, -1.0)
    state = _NONE
    for step in range(len(fix) - 2, -1, -1):
        if state == _NONE:
            state = fix[step] + np.argmax(score[fix[step] : fix[step + 1]])
        chosen[step], metres[step] = state, driven[state]
        state = back[state]
    return chosen, metres


@njit(cache=True)
def way_between(start: int, end: int, limit: float, network: tuple[Floats, Ints, Ints]) -> Ints:
    """Give the directions between the end of `start` and the beginning of `end` on a shortest way, both left out."""
    length, turn_start, turn_to = network
    far = np.full(len(length), np.inf)
    came = np.full(len(length), _NONE, dtype=np.int64)
    heap = [(0.0, np.int64(-1))]
    heap.pop()
    for turn in range(turn_start[start], turn_start[start + 1]):
        far[turn_to[turn]] = 0.0
        heapq.heappush(heap, (0.0, turn_to[turn]))
    while heap:
        metres, at = heapq.heappop(heap)
        if at == end:
            break
        if metres > far[at] or metres + length[at] > limit:
            continue
        for turn in range(turn_start[at], turn_start[at + 1]):
            after = turn_to[turn]
            if metres + length[at] < far[after]:
                far[after], came[after] = metres + length[at], at
                heapq.heappush(heap, (far[after], after))
    walked = [np.int64(-1)]
    walked.pop()
    at = came[end]
    while at != _NONE:
        walked.append(at)
        at = came[at]
    return np.array(walked[::-1], dtype=np.int64)
