"""A lower bound on an assignment: the linear relaxation's prices per place, put into the Lagrangian value.

For any prices −waste ≤ η_b ≤ over_b,  L = Σ_i min_b (cost_ib + η_b size_ib) − Σ_b η_b K_b  is at most every choice's cost, so the
bound stands whatever the programme that found the prices did. Prices of over-full places, of not being alone, and wishes of
pairs count zero in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from twin.space.assign.problem import HARD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.assign.problem import Assignment

__all__ = ["LEFT_OUT", "Relaxed", "lagrangian", "relax"]

LEFT_OUT = ("full", "alone", "pairs")
"""What counts zero in the bound."""


class Relaxed(NamedTuple):
    """The bound, the price per unit of room of each place (B), and the cost of each item in each place at them (I, B)."""

    bound: float
    price: NDArray[np.float64]
    reduced: NDArray[np.float64]


def relax(problem: Assignment) -> Relaxed:
    """Solve the relaxation with HiGHS and give what its prices prove; prices of zero where it finds none."""
    items, places = problem.cost.shape
    i, b = np.nonzero(problem.cost < HARD)
    x = len(i)
    cost = np.concatenate(
        [problem.cost[i, b], np.full(places, problem.waste), np.where(np.isfinite(problem.over), problem.over, 0)]
    )
    at = np.arange(x)
    ones = np.ones(places)
    rows = np.concatenate([i, items + b, items + np.arange(places), items + np.arange(places)])
    columns = np.concatenate([at, at, x + np.arange(places), x + places + np.arange(places)])
    values = np.concatenate([np.ones(x), problem.size[i, b], ones, -ones])
    matrix = coo_array((values, (rows, columns)), shape=(items + places, x + 2 * places)).tocsr()
    most = np.concatenate([np.full(x + places, np.inf), np.where(np.isfinite(problem.over), np.inf, 0.0)])
    found = linprog(
        cost,
        A_eq=matrix,
        b_eq=np.concatenate([np.ones(items), problem.capacity]),
        bounds=np.column_stack([np.zeros(len(cost)), most]),
        method="highs",
    )
    price = np.zeros(places) if found.status != 0 else -np.asarray(found.eqlin.marginals)[items:]
    return Relaxed(*lagrangian(problem, price))


def lagrangian(problem: Assignment, price: NDArray[np.float64]) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
    """Give L at prices (cut to where it is a bound), the prices used, and the reduced costs."""
    price = np.clip(price, -problem.waste, problem.over)
    reduced = problem.cost + price[None, :] * problem.size
    return float(reduced.min(axis=1).sum() - (price * problem.capacity).sum()), price, reduced
