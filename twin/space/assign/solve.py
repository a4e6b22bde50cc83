"""Solve an assignment problem: a start by greatest regret, then one cooling of the kernel; deterministic by seed and steps.

Places that must not be over-full cost a price per unit beyond their room that grows as long as the best found is over it
(strategic oscillation); the answer is checked by the definition, never by the kernel's own sums.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from twin.model.errors import UsageError
from twin.space.assign.kernel import anneal, tally
from twin.space.assign.problem import HARD, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from twin.space.assign.problem import Assignment

__all__ = ["Choice", "Params", "solve"]

CHUNK = 20_000
"""Steps between two looks at the clock."""
NARROW = 5
"""Places that an item is tried in where reduced costs rank them."""
DEARER, CHEAPER = 1.05, 0.998
"""What a chunk does to the price of a place that is over-full at its end, and of one that is not."""


@dataclass(frozen=True, slots=True)
class Params:
    """Limits of one run.

    Attributes
    ----------
    seed, steps
        The same seed and steps give the same answer, unless the budget stops it.
    budget_s
        CPU seconds of this process; the cooling is paced so that it ends cold.
    heat
        First and last temperature, in units of cost.
    coolings
        How often it is heated again from the best; the price of over-full places is set anew each time.
    """

    seed: int = 1
    steps: int = 2_000_000
    budget_s: float = float("inf")
    heat: tuple[float, float] = (20.0, 0.3)
    coolings: int = 1


class Choice(NamedTuple):
    """The place of each item, what it costs by the definition (∞: no place keeps the capacities), steps made."""

    place: NDArray[np.int64]
    value: float
    steps: int


def solve(
    problem: Assignment,
    params: Params | None = None,
    guide: NDArray[np.float64] | None = None,
    enough: Callable[[float], bool] | None = None,
) -> Choice:
    """Place every item.

    Parameters
    ----------
    guide
        Cost to rank an item's places by, shape (I, B), such as reduced costs of a relaxation; `problem.cost` by default. Only the
        best `NARROW` of them are tried where it is given.
    enough
        Told every better value; gives True to stop.

    Raises
    ------
    UsageError
        Naming every part of the problem that makes no sense.
    """
    params = params or Params()
    wrong = faults(problem)
    if wrong:
        raise UsageError("plan.bad_params", names=", ".join(wrong))
    run = _Run(problem, params, guide)
    for number in range(params.coolings):
        run.cool(number, enough)
        if run.over():
            break
    return Choice(run.best, run.value, int(run.steps))


class _Run:
    """The arrays of one run and the best so far."""

    def __init__(self, problem: Assignment, params: Params, guide: NDArray[np.float64] | None) -> None:
        self.problem, self.params = problem, params
        self.began, self.steps, self.stop = time.process_time(), 0.0, False
        items, places = problem.cost.shape
        rank = problem.cost if guide is None else guide
        self.choices = _choices(problem, rank, places if guide is None else NARROW)
        self.wishes = _wishes(problem, items)
        self.broken = np.ascontiguousarray(problem.broken, dtype=np.float64)
        spread = np.diff(np.sort(np.where(problem.cost < HARD, problem.cost, np.nan), axis=1)[:, :2], axis=1)
        price = max(1.0, float(np.nanmean(spread, where=np.isfinite(spread)) if np.isfinite(spread).any() else 1.0))
        self.price = np.where(np.isfinite(problem.over), problem.over, price)
        self.strict = ~np.isfinite(problem.over)
        self.random = np.array([np.uint64(params.seed) * np.uint64(0x9E3779B1) + np.uint64(77)], dtype=np.uint64)
        self.state = (
            np.zeros(places), np.zeros(places), np.zeros(places, dtype=np.int64),
            np.zeros((places, items + 1), dtype=np.int64), np.zeros(items, dtype=np.int64),
            np.zeros(1),
        )  # fmt: skip
        self.place = _start(problem, rank)
        self.best, self.value = self.place.copy(), problem.value(self.place)

    def spent(self) -> float:
        return time.process_time() - self.began

    def over(self) -> bool:
        return self.stop or self.spent() > self.params.budget_s

    def cool(self, number: int, enough: Callable[[float], bool] | None) -> None:
        """Anneal once, in chunks; what is better by the definition is kept, the price of over-full places follows the last."""
        p, params = self.problem, self.params
        steps = params.steps / params.coolings
        begin, window = self.spent(), (params.budget_s - self.spent()) / (params.coolings - number)
        totals = np.array([0.0, np.inf, 0.0])
        found = self.place.copy()
        while totals[2] < steps and not self.over():
            sites = np.array([p.capacity, self.price, p.full, np.full(len(p.capacity), p.waste), self.strict])
            tally(p.size, p.alone, sites, self.place, self.state)
            totals[0] = _priced(p, self.place, self.price)
            totals[1] = self.value
            anneal(
                p.cost, p.size, p.alone, sites, self.wishes, self.broken, self.choices, self.place, found, totals,
                self.state, self.random, max(1, int(min(CHUNK, steps - totals[2]))), np.array([*params.heat, steps]),
            )  # fmt: skip
            self.steps += CHUNK
            part = max(totals[2] / steps, (self.spent() - begin) / window)
            totals[2] = part * steps
            for place in (self.place, found):
                value = p.value(place)
                if value < self.value - 1e-7:
                    self.best, self.value = place.copy(), value
                    self.stop = enough is not None and enough(value)
            if self.strict.any():
                load = np.bincount(self.place, weights=p.size[np.arange(len(self.place)), self.place], minlength=len(p.capacity))
                factor = np.where(load > p.capacity + 1e-9, DEARER, CHEAPER)
                self.price = np.where(self.strict, np.clip(self.price * factor, 1e-3, HARD), self.price)
            if self.stop:
                return
        self.place = self.best.copy()


def _priced(problem: Assignment, place: NDArray[np.int64], price: NDArray[np.float64]) -> float:
    """Reckon the kernel's cost, over-full places at `price`."""
    items = np.arange(len(place))
    use = np.bincount(place, weights=problem.size[items, place], minlength=len(price))
    beyond = np.maximum(0.0, use - problem.capacity)
    strict = ~np.isfinite(problem.over)
    soft = Loose(problem, np.where(strict, 0.0, problem.over))
    return soft.value(place) + float((price * beyond)[strict].sum())


class Loose:
    """A problem with other prices for being over-full."""

    def __init__(self, problem: Assignment, over: NDArray[np.float64]) -> None:
        """Copy the parts, put the prices."""
        self._problem = type(problem)(**{**vars(problem), "over": over})

    def value(self, place: NDArray[np.int64]) -> float:
        """Reckon the cost."""
        return self._problem.value(place)


def _choices(problem: Assignment, rank: NDArray[np.float64], most: int) -> NDArray[np.int64]:
    """List the places of each item that are not forbidden, best first."""
    order = np.argsort(rank, axis=1, kind="stable")[:, :most].astype(np.int64)
    allowed = np.take_along_axis(problem.cost, order, axis=1) < HARD
    return np.where(allowed, order, -1)


def _wishes(problem: Assignment, items: int) -> tuple[NDArray[Any], ...]:
    """List the pair wishes by item: start, other, kind, weight, turned."""
    p = problem.pairs
    owner = np.concatenate([p.first, p.second])
    order = np.argsort(owner, kind="stable")
    start = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=items))]).astype(np.int64)
    turned = np.arange(len(owner)) >= len(p.first)
    both = (np.concatenate([p.second, p.first]), np.tile(p.kind, 2), np.tile(p.weight, 2), turned)
    other, kind, weight, second = (part[order] for part in both)
    return start, other, kind, weight, second


def _start(problem: Assignment, rank: NDArray[np.float64]) -> NDArray[np.int64]:
    """Place items in the order of their regret, each where it fits best, else where least is over."""
    sorted_rank = np.sort(rank, axis=1)
    regret = sorted_rank[:, min(1, rank.shape[1] - 1)] - sorted_rank[:, 0]
    left = problem.capacity.copy()
    place = np.zeros(len(rank), dtype=np.int64)
    for i in np.argsort(-regret, kind="stable").tolist():
        fits = left >= problem.size[i]
        forbidden = problem.cost[i] >= HARD
        score = rank[i] + np.where(fits, 0.0, HARD + (problem.size[i] - left)) + np.where(forbidden, HARD**2, 0.0)
        b = int(np.argmin(score))
        place[i] = b
        left[b] -= problem.size[i, b]
    return place
