"""Plan a consolidation: which floors and buildings to give up, who gets which rooms, with a proven bound.

Sets: departments d with S_d staff and leaders needing l_d seats, floors f of K_f seats in building b(f), patterns p of d: people
s_f ≥ 0 with Σ s_f = S_d, the floors used u_f, one floor of the leaders. x_dp chooses a pattern, y_f and z_b keep floors and
buildings open.

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
from twin.space.consolidate.conflict import contradiction, feasible_rooms, minimal_conflict
from twin.space.consolidate.faults import NoPlanError, ProblemRefused, faults
from twin.space.consolidate.hints import Hints
from twin.space.consolidate.improve import Search
from twin.space.consolidate.opening import open_floors
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import Plan, evaluate
from twin.space.consolidate.reserve import reserve_floors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from twin.space.consolidate.bound import Node
    from twin.space.consolidate.certificate import Certificate
    from twin.space.consolidate.problem import Problem

    Watch = Callable[["Progress"], bool]

__all__ = ["Progress", "solve"]

FIRST = 0.02
"""Share of the iterations for a first plan, before the tree."""
TRIAL = 0.06
"""Share of the iterations for each set of buildings that the tree names."""
TRIALS = 4
"""Most such sets."""
SETS = 4
"""Sets of buildings to look for in the tree, the weakest first."""
BOUND_SHARE = 0.45
"""Share of the CPU budget after which the tree over buildings stops."""
FLOOR_SHARE = 0.15
"""Share of the CPU budget up to which the tree may go on over floors."""
SPARE = (0.01, 0.03, 0.06, 0.1, 0.2)
"""Seats to spare, as a share of those needed, in the sets of buildings that a first plan is tried in."""
FEW = 40
FEW_BUILDINGS = 3
"""Up to so many departments and buildings, every set of buildings gets a chain of its own: there the bound says little."""
CHUNK = 400
"""Iterations between two looks at the clock and the caller."""
LONG = 0.7
"""Share of what is left for the long annealing; the rest polishes the best plan."""
WARM, HOT, COLD = 5.0, 30.0, 0.5
"""Temperatures of a trial and of the long annealing at their begin, and of both at their end, in units of cost."""
HOME = 1.15
"""A chain starts from where people sit today if that costs at most so many times the best plan."""
MANY, MILD, MEDIUM = 200, 1.5, 8.0
"""From so many departments on, where each gets fewer steps, a trial and the long annealing begin at these temperatures."""


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
    leaves: list[Node] = field(default_factory=list)

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
    if contradiction(problem):
        raise NoPlanError(problem, minimal_conflict(problem))
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
    _at_home(run)
    for buildings in _first_sets(run):
        search = Search(run.problem, run.tree.pricer, run.params.seed)
        if search.start(buildings, run.tree.root.pi):
            run.keep(search.rooms())
            _anneal(run, search, max(1, int(FIRST * run.params.iterations)), FIRST)
            run.tree.master.add(search.patterns())
            return
    rooms = feasible_rooms(run.problem)
    if rooms is None:
        raise NoPlanError(run.problem, minimal_conflict(run.problem))
    run.keep(rooms)


def _at_home(run: _Run) -> Search | None:
    """Leave everybody where they sit as far as rooms and rules let them; None where somebody finds no place or it is too dear."""
    p = run.problem
    search = Search(p, run.tree.pricer, run.params.seed)
    floors = {d: np.flatnonzero(home) for d, home in enumerate(p.home) if home.any()}
    if not search.start(p.building_state >= 0, np.zeros(len(p.building)), Hints(np.ones(len(p.building)), floors)):
        return None
    rooms = search.rooms()
    value = evaluate(p, rooms, reserve_floors(p, rooms)).total
    if value > HOME * run.value:
        return None
    run.keep(rooms)
    return search


def _first_sets(run: _Run) -> Iterator[NDArray[np.bool_]]:
    """Give sets of buildings to start in: the cheapest with little, then with more room to spare; in the end all."""
    p = run.problem
    y, z = np.zeros(len(p.building), dtype=np.int64), np.zeros(len(p.building_cost), dtype=np.int64)
    for spare in SPARE:
        need = int(p.need * (1.0 + spare)) + 1
        cost = open_floors(need, p.floor_cost, p.seats, p.floor_state, p.building, p.building_cost, p.building_state, y, z)
        if cost < 1e15:
            yield z > 0
    yield p.building_state >= 0


def _bound(run: _Run) -> None:
    """Grow the tree over buildings until its weakest leaf has none to split on, then over floors, while nodes and time last."""
    _grow(run, BOUND_SHARE, floors=False)
    further = 0 if len(run.problem.staff) >= MANY else SETS - 1  # dearer by the bound, and perhaps cheaper in the end
    for _ in range(further):
        if run.tree.refined >= run.params.nodes or run.look("bound", BOUND_SHARE) or not run.tree.set_aside():
            break
        _grow(run, BOUND_SHARE, floors=False)
    run.tree.take_back()
    run.leaves = run.tree.leaves()
    _grow(run, FLOOR_SHARE, floors=True)


def _grow(run: _Run, share: float, *, floors: bool) -> None:
    """Work on the tree until its weakest leaf has nothing more to split on, while nodes and time last."""
    while run.tree.refined < run.params.nodes and not run.look("bound", share):
        if run.tree.step(run.value, lambda: run.look("bound", share), floors=floors) is None:
            return


def _search(run: _Run) -> None:
    """Try the sets of buildings of the weakest leaves, then anneal the best; spare nodes go to floors at the end."""
    total = run.params.iterations
    chains: list[tuple[float, int, Search]] = []
    for number, node in enumerate(_worth(run)):
        search = Search(run.problem, run.tree.pricer, run.params.seed + 7919 * (number + 1))
        search.start((node.z > 0.5) & (run.problem.building_state >= 0), node.pi, node.hints)
        _anneal(run, search, int(TRIAL * total), TRIAL)
        chains.append((float(search.totals[1]), number, search))
    stay = _at_home(run)
    if stay is not None:
        _anneal(run, stay, int(TRIAL * total), TRIAL)
        chains.append((float(stay.totals[1]), len(chains), stay))
    for buildings in _more_sets(run, bool(chains)):
        search = Search(run.problem, run.tree.pricer, run.params.seed + len(chains) + 1)
        search.start(buildings, run.tree.root.pi)
        _anneal(run, search, int(TRIAL * total), TRIAL)
        chains.append((float(search.totals[1]), len(chains), search))
    if run.rooms is not None and not any(search.complete for *_, search in chains):  # rooms are tight: go on from the exact plan
        search = Search(run.problem, run.tree.pricer, run.params.seed)
        search.adopt(run.rooms, run.problem.building_state >= 0, run.tree.root.pi)
        _anneal(run, search, int(TRIAL * total), TRIAL)
        chains.append((float(search.totals[1]), len(chains), search))
    chains.sort(key=lambda item: item[:2])
    best = chains[0][2]
    _anneal(run, best, int(LONG * max(0, total - run.iterations)), LONG, hot=True)
    if run.rooms is not None and best.complete:
        best.adopt(run.rooms, best.opened, best.prices)
    _anneal(run, best, max(0, total - run.iterations))


def _more_sets(run: _Run, named: bool) -> list[NDArray[np.bool_]]:  # noqa: FBT001 - a fact, not a switch
    """Give further sets: all buildings where the tree named none, and in a small problem the subsets with enough seats."""
    p = run.problem
    free, buildings = p.building_state >= 0, len(p.building_cost)
    sets = [] if named else [free]
    if len(p.staff) <= FEW and buildings <= FEW_BUILDINGS:
        subsets = (np.array([number >> b & 1 for b in range(buildings)], dtype=bool) for number in range(1, 1 << buildings))
        sets += [s for s in subsets if not (s & ~free).any() and int(p.seats[s[p.building]].sum()) >= p.need]
    return sets


def _worth(run: _Run) -> list[Node]:
    """Give the leaves whose buildings differ and whose bound is below the best plan, weakest first."""
    seen: set[bytes] = set()
    nodes = []
    for node in run.leaves:
        key = (node.z > 0.5).tobytes()
        if node.bound < run.value and node.hints is not None and key not in seen:
            seen.add(key)
            nodes.append(node)
    return nodes[:TRIALS]


def _anneal(run: _Run, search: Search, steps: int, share: float = 1.0, *, hot: bool = False) -> None:
    """Run one cooling of so many steps, or of that share of the CPU time left if that is sooner; its best goes to the run.

    Under a budget the clock paces the cooling, so that it always comes to its cold end.
    """
    search.begin()
    warm, warmest = (MILD, MEDIUM) if len(run.problem.staff) >= MANY else (WARM, HOT)
    heat = warmest if hot else warm
    began, window = run.spent(), share * (run.params.budget_s - run.spent())
    done, part = 0, 0.0
    reported = np.inf
    while part < 1.0 and done < steps and not run.look("search"):
        chunk = min(CHUNK, steps - done)
        search.totals[2] = part * steps
        search.run(chunk, (heat, COLD, float(steps)))
        done += chunk
        run.iterations += chunk
        part = max(done / steps, (run.spent() - began) / window)
        if search.totals[1] < min(reported, run.value) - 1.0:
            reported = float(search.totals[1])
            _keep(run, search)
    if np.isfinite(search.totals[1]):
        _keep(run, search)


def _keep(run: _Run, search: Search) -> None:
    """Keep a chain's best if it houses everybody."""
    if search.complete:
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
