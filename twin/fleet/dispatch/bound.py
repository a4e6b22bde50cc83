"""What no plan can cost less: each stop needs a way onward, chosen at the least price (an assignment), or its request's price.

Every plan is a set of successors: each stop has one, each is the successor of one, a vehicle goes to a first stop (with its
fixed price) and from a last one home. Choosing successors alone, whatever else they break, costs no more than any plan. Ways
through chargers or the depot count as the cheapest of them, so that no detour is needed to bound it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.fleet.dispatch.problem import Problem

    Floats = NDArray[np.float64]

__all__ = ["bound"]

_FAR = 1e9
_MOST = 2500
"""Rows beyond which the assignment would take longer than the bound is worth."""


def bound(problem: Problem) -> float:
    """Give a value that no plan is below; 0 where it would take too long."""
    stops, asked, fleet = problem.stops, problem.requests, problem.fleet
    count = np.minimum(fleet.count, len(asked.key))
    starts = np.repeat(np.arange(len(fleet.key)), count)
    n, m = len(stops.place), len(starts)
    if n == 0 or n + m > _MOST:
        return 0.0
    link = _links(problem)
    rows = np.full((n + m, n + m), _FAR)
    onward = link[np.ix_(stops.place, stops.place)]
    rows[:n, :n] = np.where(_possible(problem), onward, _FAR)
    price = np.minimum(asked.price, _FAR)
    pair = asked.pickup >= 0
    rows[asked.delivery, asked.delivery] = np.where(pair, price / 2.0, price)
    rows[asked.pickup[pair], asked.pickup[pair]] = price[pair] / 2.0
    rows[:n, n:] = link[np.ix_(stops.place, fleet.end[starts])]
    rows[n:, :n] = link[np.ix_(fleet.start[starts], stops.place)] + fleet.fixed[starts][:, None]
    rows[n:, n:] = 0.0
    chosen = linear_sum_assignment(np.minimum(rows, _FAR))
    found = float(rows[chosen].sum())
    return max(0.0, found) if found < _FAR else 0.0


def _over(problem: Problem, part: Floats) -> Floats:
    """Least of a matrix, straight or over places where one may stop on the way."""
    fleet = problem.fleet
    least = np.minimum(part, _FAR)
    for place in np.unique(np.concatenate([problem.charging.place, fleet.start[fleet.trips > 1]])):
        least = np.minimum(least, least[:, [place]] + least[[place], :])
    return least


def _links(problem: Problem) -> Floats:
    """Least price between places."""
    fleet = problem.fleet
    straight = float(fleet.per_length.min()) * np.minimum(problem.length, _FAR) + float(fleet.per_time.min()) * np.minimum(
        problem.time, _FAR
    )
    return _over(problem, straight)


def _possible(problem: Problem) -> NDArray[np.bool_]:
    """Mark which stop may follow which by time, and by the order of a pair; shape ``(S, S)``."""
    stops, asked = problem.stops, problem.requests
    drive = _over(problem, problem.time)[np.ix_(stops.place, stops.place)]
    good = (stops.opens + stops.service)[:, None] + drive <= stops.closes[None, :] + 1e-6
    pair = asked.pickup >= 0
    good[asked.delivery[pair], asked.pickup[pair]] = False
    alone = ~problem.allowed.any(axis=1)
    for stop in np.concatenate([asked.pickup[alone & pair], asked.delivery[alone]]):
        good[stop, :] = good[:, stop] = False
    np.fill_diagonal(good, val=False)
    return good
