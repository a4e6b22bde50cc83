"""Plan a day: build, need fewer vehicles, drive less.

Sets: requests r with stops, types k of vehicles, chargers c. A plan is a set of sequences of nodes, one a vehicle; its value
Σ tours (fixed + per_length · length + per_time · driving) + Σ unserved price is to be least (with `vehicles_first`, the number
of tours before it), subject to what `checker.check` tests. Searched by ruin and recreate (see `search`) from greedy insertion.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.dispatch.borrowed import borrow, may_borrow
from twin.fleet.dispatch.search import STEPS
from twin.fleet.dispatch.working import Working
from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twin.fleet.dispatch.plan import Plan
    from twin.fleet.dispatch.problem import Problem
    from twin.fleet.dispatch.working import Route

__all__ = ["Params", "Progress", "search", "solve"]

CHUNK = 400
_MIXED, _PLAIN = 0.9, 0.85
_AFTER = 0.05
"""First temperature after PyVRP, in parts of the usual one."""
_STEPS_EACH = 10
"""Steps of our search that take about as long as an iteration of PyVRP."""


@dataclass(frozen=True, slots=True)
class Params:
    """How long and how to look.

    Parameters
    ----------
    seed
        Same seed and iterations, same plan.
    iterations
        Steps of ruin and recreate; >= 0.
    budget_s
        CPU seconds after which the best so far is given; infinite = only iterations count.
    first, last
        Temperatures of the annealing in units of the mean cost of a stop.
    fewer
        Share of the effort that may go into needing fewer vehicles, where those come first.

    borrow
        Share of the effort given to PyVRP first, where it can say the problem (see `borrowed`); None = what measured best.

    Raises
    ------
    UsageError
        ``dispatch.params`` if a number is out of range.
    """

    seed: int = 1
    iterations: int = 60_000
    budget_s: float = math.inf
    first: float = 1.0
    last: float = 0.01
    fewer: float = 0.5
    borrow: float | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        for name, good in (
            ("iterations", self.iterations >= 0),
            ("budget_s", self.budget_s >= 0.0),
            ("first", self.first >= self.last > 0.0),
            ("fewer", 0.0 <= self.fewer <= 1.0),
            ("borrow", self.borrow is None or 0.0 <= self.borrow <= 1.0),
        ):
            if not good:
                raise UsageError("dispatch.params", name=name, value=getattr(self, name))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is: `done` in [0, 1], value, vehicles and left-over must-haves of the best."""

    done: float
    value: float
    vehicles: int
    left: int
    steps: int


class _Effort:
    """What share of the iterations and seconds is used."""

    def __init__(self, params: Params) -> None:
        self.params = params
        self.started = time.process_time()

    def used(self, steps: int) -> float:
        params = self.params
        share = steps / params.iterations if params.iterations else 1.0
        if math.isfinite(params.budget_s):
            share = max(share, (time.process_time() - self.started) / max(1e-9, params.budget_s))
        return share


def solve(
    problem: Problem,
    params: Params = Params(),
    watch: Callable[[Progress], bool] | None = None,
    start: Sequence[Route] = (),
) -> Plan:
    """Find a plan; see `search`."""
    return search(problem, params, watch, start).plan()


def search(
    problem: Problem,
    params: Params = Params(),
    watch: Callable[[Progress], bool] | None = None,
    start: Sequence[Route] = (),
) -> Working:
    """Search for a plan and give the search, whose best it is.

    Parameters
    ----------
    watch
        Called now and then; true stops the search, which gives the best so far.
    start
        Routes to begin with, see `Working`.
    """
    effort = _Effort(params)
    work = Working(problem, params.seed, start)
    stopped, polish = False, bool(start)
    if problem.vehicles_first:
        stopped = _fewer(work, params, effort, watch)
    elif not start and (share := _borrowing(problem, params)) > 0.0:
        stopped, polish = _borrow(work, params, effort, share, watch)
    if not stopped:
        _shorter(work, params, effort, watch, polish=polish)
    return work


def _tell(work: Working, share: float, watch: Callable[[Progress], bool] | None) -> bool:
    now = Progress(min(1.0, share), work.value, work.vehicles, work.left, work.steps)
    return watch is not None and watch(now)


def _warmth(work: Working) -> float:
    """Mean cost of a stop, without what the vehicles cost."""
    served = max(1, int((work.best.route >= 0).sum()))
    fixed = sum(work.cars.fixed[kind] for kind, *_ in work.routes())
    return max(1e-9, (float(np.sum(work.best.cost[work.best.n > 0])) - fixed) / served)


def _least_vehicles(problem: Problem) -> int:
    """Give the number of vehicles that the loads of the single visits need at least."""
    single = problem.requests.pickup < 0
    total = float(problem.stops.load[problem.requests.delivery[single]].sum())
    return max(1, math.ceil(total / float(problem.fleet.capacity.max()) - 1e-9))


def _fewer(work: Working, params: Params, effort: _Effort, watch: Callable[[Progress], bool] | None) -> bool:
    """Give up one vehicle after the other until it takes too long; true if stopped from outside."""
    saved = work.routes()
    least = _least_vehicles(work.problem)
    while work.left == 0 and len(saved) > least and effort.used(work.steps) < params.fewer:
        work.drop_route()
        warmth = _warmth(work)
        while work.left and (share := effort.used(work.steps)) < params.fewer:
            if _tell(work, share, watch):
                work.load(saved)
                return True
            now = share / params.fewer
            heat = warmth * params.first * (params.last / params.first) ** now
            work.anneal(CHUNK, heat, heat, until=True)
        if work.left == 0:
            saved = work.routes()
    work.limit = len(saved)
    work.load(saved)
    return False


def _borrowing(problem: Problem, params: Params) -> float:
    """Share of the effort for PyVRP: most of it where types differ or trips return, as measured in tests/bench/dispatch.py."""
    if params.borrow == 0.0 or not may_borrow(problem):
        return 0.0
    if params.borrow is not None:
        return params.borrow
    return _MIXED if len(problem.fleet.key) > 1 or (problem.fleet.trips > 1).any() else _PLAIN


def _borrow(
    work: Working, params: Params, effort: _Effort, share: float, watch: Callable[[Progress], bool] | None
) -> tuple[bool, bool]:
    """Begin with what PyVRP finds in a share of the effort, if it is better; say if stopped, and if it was better."""
    stopped = [False]

    def told() -> bool:
        stopped[0] = stopped[0] or _tell(work, min(share, effort.used(work.steps)), watch)
        return stopped[0]

    if told():
        return True, False
    steps = round(params.iterations * share)
    found = borrow(work.problem, params.seed, params.budget_s * share, max(1, steps // _STEPS_EACH), told)
    work.tally[STEPS] += steps if math.isinf(params.budget_s) else 0
    if found is None:
        return stopped[0], False
    before = work.left, work.value, work.routes()
    work.load(found)
    better = (work.left, work.value) <= before[:2]
    if not better:
        work.load(before[2])
    return stopped[0], better


def _shorter(work: Working, params: Params, effort: _Effort, watch: Callable[[Progress], bool] | None, *, polish: bool) -> None:
    """Anneal with what is left of the effort."""
    warmth = _warmth(work)
    begun = effort.used(work.steps)
    first = params.first * (_AFTER if polish else 1.0)
    while (share := effort.used(work.steps)) < 1.0:
        if _tell(work, share, watch):
            return
        now = (share - begun) / max(1e-9, 1.0 - begun)
        heat = warmth * first * (min(first, params.last) / first) ** now
        steps = CHUNK if math.isfinite(params.budget_s) else min(CHUNK, params.iterations - work.steps)
        work.anneal(max(1, steps), heat, heat)
