"""One search at work: its states, its stream of chance, its tally; plans in, plans out."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.dispatch import flat, search
from twin.fleet.dispatch.chance import stream
from twin.fleet.dispatch.inserting import choice_for
from twin.fleet.dispatch.plan import Plan, Tour, Visit
from twin.fleet.dispatch.running import GOOD, arc_cost, refresh, run
from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.fleet.dispatch.plan import VisitKind
    from twin.fleet.dispatch.problem import Problem

__all__ = ["Knobs", "Route", "Working"]

_KINDS: tuple[VisitKind, ...] = ("stop", "charge", "reload", "end")

Route = tuple[int, tuple[int, ...], int, float]
"""Type, nodes with start and end, nodes at the head that may not change, and when the last of them is left at the earliest."""


class Knobs:
    """Stops taken out per step, longest string, share of places passed over, whole routes taken out now and then."""

    size: float = 10.0
    longest: int = 10
    blink: float = 0.01
    routes: bool = False


class Working:
    """What a search holds between its runs.

    Parameters
    ----------
    problem
        To be planned.
    seed
        The same seed and the same steps give the same plan.
    start
        Routes to begin with; what they do not serve is put in at once where there is room.
    """

    def __init__(self, problem: Problem, seed: int, start: Sequence[Route] = ()) -> None:
        self.problem = problem
        self.net, self.cars, self.wants, self.curve = flat.flatten(problem)
        self.now, self.held, self.best = (flat.empty_state(problem) for _ in range(3))
        count = len(problem.requests.key)
        self.gone, self.best_gone = np.zeros(count + 1, dtype=np.int64), np.zeros(count + 1, dtype=np.int64)
        self.absent = np.ones(count)
        self.tally = np.zeros(8)
        self.rng = stream(seed)
        self.choice, self.work = choice_for(self.now)
        self.knobs = Knobs()
        self.limit = 1_000_000
        self.load(start)

    def load(self, routes: Sequence[Route]) -> None:
        """Begin anew from routes; put in what they leave out."""
        now = self.now
        now.n[:], now.kind[:], now.cost[:], now.route[:], now.used[:] = 0, -1, 0.0, -1, 0
        now.fixed[:], now.hold[:] = 1, -flat.FAR
        for v, (kind, nodes, fixed, hold) in enumerate(routes):
            now.n[v], now.kind[v], now.fixed[v], now.hold[v] = len(nodes), kind, fixed, hold
            now.seq[v, : len(nodes)] = nodes
            now.used[kind] += 1
            if not refresh(self.net, self.cars, self.curve, now, v, self.work[1]):
                raise UsageError("dispatch.start", tour=v + 1)
        self._fill()

    def _fill(self) -> None:
        wants = self.wants
        served = self.now.route[wants.delivery] >= 0
        left = np.flatnonzero(~served)
        self.gone[0] = len(left)
        self.gone[1 : len(left) + 1] = left
        keys = np.zeros(len(served) + 1)
        search.recreate(self.net, self.cars, self.curve, wants, self.now, self.gone, keys, self.limit, 0.0, self.choice, self.rng,
                        self.work)  # fmt: skip
        self.note()

    def note(self) -> None:
        """Take what is there now as the best."""
        value, left = search.value_of(self.now, self.wants, self.gone)
        self.tally[:4] = value, left, value, left
        search.copy_state(self.now, self.best)
        self.best_gone[:] = self.gone

    def reset(self) -> None:
        """Take the value of what is there now, from which the annealing goes on."""
        self.tally[0], self.tally[1] = self.tally[search.BEST], self.tally[search.BEST_LEFT]

    def anneal(self, steps: int, first: float, last: float, *, until: bool = False) -> None:
        """Run steps between two temperatures; `until`: stop as soon as nothing that must be served is left over."""
        knobs = self.knobs
        settings = np.array(
            [steps, first, last, self.limit, knobs.size, knobs.longest, knobs.blink, float(until), float(knobs.routes)]
        )
        search.anneal(self.net, self.cars, self.curve, self.wants, self.now, self.best, self.held, self.gone, self.best_gone,
                      self.absent, self.tally, settings, self.rng, self.choice, self.work)  # fmt: skip

    @property
    def value(self) -> float:
        """Value of the best."""
        return float(self.tally[search.BEST])

    @property
    def left(self) -> int:
        """Must-haves that the best leaves over."""
        return int(self.tally[search.BEST_LEFT])

    @property
    def steps(self) -> int:
        """Steps done."""
        return int(self.tally[search.STEPS])

    @property
    def vehicles(self) -> int:
        """Routes of the best."""
        return int((self.best.n > 0).sum())

    def routes(self) -> list[Route]:
        """Give the routes of the best."""
        best = self.best
        return [
            (int(best.kind[v]), tuple(int(node) for node in best.seq[v, : best.n[v]]), int(best.fixed[v]), float(best.hold[v]))
            for v in np.flatnonzero(best.n > 0)
        ]

    def drop_route(self) -> None:
        """Take out the route whose requests were left over least often, and allow one route less from now on."""
        search.copy_state(self.best, self.now)
        self.gone[:] = self.best_gone
        used = np.flatnonzero(self.now.n > 0)
        sums = [self._absence(int(v)) for v in used]
        search.drop(self.net, self.cars, self.curve, self.now, int(used[int(np.argmin(sums))]), self.gone, self.work, self.rng)
        self.limit = len(used) - 1
        self.note()

    def _absence(self, v: int) -> float:
        nodes = self.now.seq[v, 1 : self.now.n[v] - 1]
        asked = np.unique(self.net.request[nodes])
        return float(self.absent[asked[asked >= 0]].sum())

    def plan(self, bound: float = 0.0, origin: str = "search") -> Plan:
        """Write the best as a plan."""
        tours = tuple(self._tour(*route) for route in self.routes())
        unserved = tuple(sorted(int(r) for r in self.best_gone[1 : self.best_gone[0] + 1]))
        value = sum(tour.cost for tour in tours) + float(np.sum(self.problem.requests.price[list(unserved)]))
        return Plan(tours, unserved, value, bound, self.steps, origin)

    def _tour(self, kind: int, nodes: tuple[int, ...], fixed: int, hold: float) -> Tour:
        seq = np.zeros(self.now.seq.shape[1] + 4, dtype=np.int64)
        seq[: len(nodes)] = nodes
        out, load = np.zeros((12, len(seq))), np.zeros(len(seq))
        code, at = run(self.net, self.cars, self.curve, kind, seq, len(nodes), fixed, hold, out, load)
        if code != GOOD:
            raise UsageError("dispatch.start", tour=at)
        visits = [self._visit(kind, node, p, out, load) for p, node in enumerate(nodes)]
        visits[0] = self._departing(visits, nodes, fixed)
        if visits[0].leave > visits[0].begin:
            visits[1] = replace(visits[1], arrive=visits[1].begin)
        legs = list(itertools.pairwise(nodes))
        return Tour(
            kind,
            tuple(visits),
            float(sum(self.net.length[leg] for leg in legs)),
            float(sum(self.net.time[leg] for leg in legs)),
            float(self.cars.fixed[kind] + sum(arc_cost(self.net, self.cars, kind, *leg) for leg in legs)),
        )

    def _departing(self, visits: list[Visit], nodes: tuple[int, ...], fixed: int) -> Visit:
        """Leave the depot when it is time, rather than wait before the first door."""
        first = visits[0]
        leave = first.leave if fixed > 1 else max(first.leave, visits[1].begin - float(self.net.time[nodes[0], nodes[1]]))
        return replace(first, kind="start", number=self._kind_of(nodes[0]), leave=leave)

    def _kind_of(self, node: int) -> int:
        return node - len(self.problem.stops.place) - len(self.problem.charging.place)

    def _visit(self, kind: int, node: int, p: int, out: NDArray[np.float64], load: NDArray[np.float64]) -> Visit:
        what = int(self.net.kind[node])
        number = node if what == flat.STOP else node - len(self.problem.stops.place) if what == flat.CHARGER else kind
        at = float(out[6, p]), float(out[2, p]), float(out[0, p]), float(load[p]), float(out[3, p])
        return Visit(_KINDS[what], number, *at)
