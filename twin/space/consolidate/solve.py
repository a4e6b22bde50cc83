"""Plan a consolidation: which floors and buildings to give up, who gets which rooms, with a proven bound.

Sets: departments d with S_d staff and leaders needing l_d seats, floors f of K_f seats in building b(f), patterns p of d: people
s_f ≥ 0 with Σ s_f = S_d, the floors used u_f, one floor of the leaders. x_dp chooses a pattern, y_f and z_b keep floors and buildings.

    min  Σ_f c_f y_f + Σ_b C_b z_b + Σ_dp g_d(p) x_dp                 running cost, spread and moves
    s.t. Σ_p x_dp = 1,   Σ_dp a_dpf x_dp ≤ K_f y_f,   Σ_{p uses f} x_dp ≤ y_f,   y_f ≤ z_b(f),   Σ_f K_f y_f ≥ T
    g_d(p) = 15 (Σ_f u_f − 1) + 40 (Σ_b w_b − 1) + 0.8 S_d − 0.5 Σ_b min(C_db, s_b) − 0.3 Σ_f min(c_df, s_f)

The bound is Lagrangian, in a tree over buildings and then floors (`bound`, proven by `certificate`). The plan comes from ruin and
recreate on real rooms (`search`), started from what the relaxation opens and whom it houses in one way. Both speak to each other
once: the tree names the sets of buildings worth a search and their seat prices, the search the value that closes leaves.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from twin.space.consolidate.bound import Tree
from twin.space.consolidate.conflict import feasible_rooms, minimal_conflict
from twin.space.consolidate.faults import NoPlanError, ProblemRefused, faults
from twin.space.consolidate.improve import Search
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import Plan, evaluate
from twin.space.consolidate.reserve import reserve_floors

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from twin.space.consolidate.bound import Node
    from twin.space.consolidate.certificate import Certificate
    from twin.space.consolidate.problem import Problem

    Watch = Callable[["Progress"], bool]

__all__ = ["Progress", "solve"]

FIRST = 0.02
"""Share of the iterations for a first plan, before the tree."""
TRIAL = 0.12
"""Share of the iterations for each set of buildings that the tree names."""
TRIALS = 3
"""Most such sets."""
BOUND_SHARE = 0.45
"""Share of the CPU budget after which the tree stops."""
CHUNK = 400
"""Iterations between two looks at the clock and the caller."""
HEAT, COLD = 5.0, 0.5
"""Temperatures of the annealing at its begin and end, in units of cost."""


class Progress(NamedTuple):
    """Where a run stands: `stage` is ``bound`` or ``search``; `rooms` gives the best plan so far, None before the first."""

    stage: str
    value: float
    bound: float
    iterations: int
    nodes: int
    cpu_s: float
    rooms: NDArray[np.int64] | None


@dataclass
class _Run:
    """One run: what is best so far, what is spent, and whether to stop."""

    problem: Problem
    params: Params
    watch: Watch | None
    began: float
    tree: Tree
    value: float = np.inf
    rooms: NDArray[np.int64] | None = None
    iterations: int = 0
    stopped: bool = False
    tried: dict[bytes, tuple[float, Search]] = field(default_factory=dict)

    def spent(self) -> float:
        """CPU seconds since the start."""
        return time.process_time() - self.began

    def look(self, stage: str, share: float = 1.0) -> bool:
        """Tell the caller where it stands; give True to stop."""
        if self.watch is not None and self.watch(
            Progress(stage, self.value, self.tree.bound, self.iterations, self.tree.refined, self.spent(), self.rooms)
        ):
            self.stopped = True
        if self.spent() > self.params.budget_s:
            self.stopped = True
        return self.stopped or self.spent() > share * self.params.budget_s

    def keep(self, rooms: NDArray[np.int64]) -> None:
        """Keep a plan if it is the best, by the evaluator's own value."""
        value = evaluate(self.problem, rooms, reserve_floors(self.problem, rooms)).total
        if value < self.value:
            self.value, self.rooms = value, rooms


def solve(problem: Problem, params: Params | None = None, watch: Watch | None = None) -> Plan:
    """Plan; deterministic by seed and limits unless the clock or `watch` stops it.

    Parameters
    ----------
    problem
        Checked again here.
    params
        Limits of the work.
    watch
        Called a few times a second with the state of the work; gives True to stop with what there is.

    Raises
    ------
    ProblemRefused
        With every fault of the problem.
    NoPlanError
        If no plan can be, with a set of rules and departments of which every part is needed for that.
    """
    params = params or Params()
    found = faults(problem)
    if found:
        raise ProblemRefused(found)
    began = time.process_time()
    run = _Run(problem, params, watch, began, Tree(problem, params.rounds))
    _first_plan(run)
    _bound(run)
    _search(run)
    return _plan(run)


def _first_plan(run: _Run) -> None:
    """Refine the root, and house everybody in the buildings that it would open; else in all; else by the exact model."""
    if run.params.nodes > 0:
        run.tree.step(np.inf, lambda: run.look("bound", BOUND_SHARE), floors=False)
    root, problem = run.tree.root, run.problem
    everything = problem.building_state >= 0
    opened = everything if root.opening is None else root.opening > 0
    for buildings in (opened, everything):
        search = Search(problem, run.tree.pricer, run.params.seed)
        if search.start(buildings, root.pi):
            steps = max(1, int(FIRST * run.params.iterations))
            _anneal(run, search, steps)
            run.tree.master.add(search.patterns())
            return
    rooms = feasible_rooms(problem)
    if rooms is None:
        raise NoPlanError(problem, minimal_conflict(problem))
    run.keep(rooms)


def _bound(run: _Run) -> None:
    """Grow the tree over buildings until its weakest leaf has none to split on, its nodes are spent, or its time is."""
    while run.tree.refined < run.params.nodes and not run.look("bound", BOUND_SHARE):
        if run.tree.step(run.value, lambda: run.look("bound", BOUND_SHARE), floors=False) is None:
            break


def _search(run: _Run) -> None:
    """Try the sets of buildings of the weakest leaves, then anneal the best; spare nodes go to floors at the end."""
    total = run.params.iterations
    chains: list[tuple[float, int, Search]] = []
    for number, node in enumerate(_worth(run)):
        search = _begin(run, node, number)
        if search is not None:
            _anneal(run, search, int(TRIAL * total))
            chains.append((float(search.totals[1]), number, search))
    if not chains:
        return
    chains.sort(key=lambda item: item[:2])
    best = chains[0][2]
    _anneal(run, best, max(0, total - run.iterations))


def _worth(run: _Run) -> list[Node]:
    """Give the leaves whose buildings differ and whose bound is below the best plan, weakest first."""
    seen: set[bytes] = set()
    nodes = []
    for node in run.tree.leaves():
        key = (node.z > 0.5).tobytes()
        if node.bound < run.value and node.hints is not None and key not in seen:
            seen.add(key)
            nodes.append(node)
    return nodes[:TRIALS]


def _begin(run: _Run, node: Node, number: int) -> Search | None:
    """Start a chain at a leaf; None where its buildings are too small for real rooms."""
    search = Search(run.problem, run.tree.pricer, run.params.seed + 7919 * (number + 1))
    ok = search.start((node.z > 0.5) & (run.problem.building_state >= 0), node.pi, node.hints)
    return search if ok else None


def _anneal(run: _Run, search: Search, steps: int) -> None:
    """Run one cooling of so many steps; when it ends or is stopped, its best goes to the run."""
    search.begin()
    left = steps
    reported = np.inf
    while left > 0 and not run.look("search"):
        chunk = min(CHUNK, left)
        search.run(chunk, (HEAT, COLD, float(steps)))
        left -= chunk
        run.iterations += chunk
        if search.totals[1] < min(reported, run.value) - 1.0:
            reported = float(search.totals[1])
            run.keep(search.rooms())
    if np.isfinite(search.totals[1]):
        run.keep(search.rooms())


def _plan(run: _Run) -> Plan:
    """Put the answer together."""
    rooms = run.rooms if run.rooms is not None else np.zeros((0, 5), dtype=np.int64)
    certificate: Certificate | None = run.tree.certificate() if run.params.nodes > 0 else None
    reserve = reserve_floors(run.problem, rooms)
    return Plan(
        rooms=rooms,
        reserve=reserve,
        value=evaluate(run.problem, rooms, reserve),
        certificate=certificate,
        seed=run.params.seed,
        iterations=run.iterations,
        nodes=run.tree.refined,
        stopped=run.stopped,
    )
