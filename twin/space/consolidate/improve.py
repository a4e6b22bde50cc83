"""The search's own view of a problem: its arrays, its state, and the way to and from the rooms of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from twin.space.consolidate.inserting import SLOTS, construct, random_state
from twin.space.consolidate.opening import open_floors
from twin.space.consolidate.pricing import Pattern
from twin.space.consolidate.search import anneal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.hints import Hints
    from twin.space.consolidate.pricing import Pricer
    from twin.space.consolidate.problem import Problem

__all__ = ["Search"]


HABITS = (6.0, 0.85, 0.9, 0.25, 0.5, 0.35, 8.0, 0.6, 32.0)
"""Of the ruin: spread of its size; shares of dear departments and of emptied floors (cumulative); of offering closed floors,
of no seat prices, of no noise; most departments of floors taken out; largest θ; range of the noise."""


class Search:
    """One chain of ruin and recreate on the floors of a set of buildings."""

    def __init__(self, problem: Problem, pricer: Pricer, seed: int) -> None:
        """Lay the arrays out; nobody is housed yet."""
        self.problem, self.pricer = problem, pricer
        self.random = random_state(seed)
        types = problem.types
        order = np.arange(len(types.seats))
        chief = sorted(order.tolist(), key=lambda t: (types.seats[t], types.area_m2[t]))
        apart = sorted(order.tolist(), key=lambda t: (types.deputy_may[t], types.seats[t], types.area_m2[t]))
        deputy = sorted(order.tolist(), key=lambda t: (types.seats[t], types.chief_may[t], types.area_m2[t]))
        staff = sorted(order.tolist(), key=lambda t: (types.seats[t] % 2, -types.seats[t], types.chief_may[t], types.area_m2[t]))
        ceilings = problem.ceilings_m2
        self._grant = ceilings[0] * problem.staff + ceilings[1] * problem.chiefs + ceilings[2] * problem.deputies
        self._data = (
            problem.staff, problem.chiefs, problem.deputies, problem.leader_seats, problem.home, problem.home_building,
            problem.building, types.seats, np.array([chief, deputy, staff, apart], dtype=np.int64),
            np.array([types.chief_may, types.deputy_may]), problem.allowed, pricer.prices,
        )  # fmt: skip
        self._rate = float((problem.floor_cost / np.maximum(problem.seats, 1)).max(initial=0.0)) + 1.0
        self._least = np.array([0.05 if len(problem.staff) > 200 else 0.1, *HABITS])
        self._pi = np.zeros(len(problem.building))
        self._may = problem.floor_state >= 0
        self.opened = problem.building_state >= 0
        self.totals = np.array([np.inf, np.inf, 0.0])
        self._clear()

    def _clear(self) -> None:
        """Empty every room."""
        departments, floors = self.problem.today.shape
        types = len(self.problem.types.seats)
        slots = max(SLOTS, 8 + int((self.problem.home > 0).sum(axis=1).max(initial=0)))
        self._state = (
            np.zeros(departments, dtype=np.int64),
            np.zeros((departments, slots), dtype=np.int64),
            np.zeros((departments, slots), dtype=np.int64),
            np.zeros((departments, slots, 3, types), dtype=np.int64),
            self.problem.rooms.copy(),
            self.problem.seats.copy(),
            np.zeros(floors, dtype=np.int64),
            np.zeros(len(self.problem.building_cost), dtype=np.int64),
        )
        self.best = tuple(part.copy() for part in self._state[:4])

    def _sites(self) -> tuple[object, ...]:
        p = self.problem
        return (
            p.floor_cost, p.building_cost, p.floor_state, p.building_state, p.seats, p.need, self._rate, self._may,
            self._pi, p.types.area_m2, self._grant, self._least,
        )  # fmt: skip

    def start(self, open_buildings: NDArray[np.bool_], pi: NDArray[np.float64], hints: Hints | None = None) -> bool:
        """House everybody anew in these buildings; False where somebody finds no place.

        The floors that the relaxation opens come first (`hints`), else the cheapest; a department that the relaxation houses
        in one way only is put there if it fits.
        """
        p = self.problem
        self.opened = open_buildings.copy()
        self._may = (p.floor_state >= 0) & open_buildings[p.building]
        self._pi = np.ascontiguousarray(pi)
        self._clear()
        preferred = self._cheapest(open_buildings) if hints is None else (hints.opened > 0.5) & self._may
        order: NDArray[np.intp] = np.argsort(-(p.staff + p.leader_seats), kind="stable")
        self.totals = np.array([np.inf, np.inf, 0.0])
        late = order
        if hints is not None:
            narrow = p.allowed.copy()
            sure = np.zeros(len(order), dtype=bool)
            for d, floors in hints.floors.items():
                kept = np.zeros(len(p.building), dtype=bool)
                kept[floors] = True
                narrow[d] &= kept
                sure[d] = True
            data = (*self._data[:10], narrow, self._data[11])
            construct(data, self._sites(), self._state, order[sure[order]], preferred, self.random)
            late = order[self._state[0][order] == 0]
        homeless = construct(self._data, self._sites(), self._state, late, preferred, self.random)
        for mine, now in zip(self.best, self._state[:4], strict=True):
            mine[:] = now
        return bool(homeless == 0)

    def adopt(self, rooms: NDArray[np.int64], open_buildings: NDArray[np.bool_], pi: NDArray[np.float64]) -> None:
        """Begin from the rooms of a plan (as `rooms` gives them), known to house everybody."""
        p = self.problem
        self.opened = open_buildings.copy()
        self._may = (p.floor_state >= 0) & open_buildings[p.building]
        self._pi = np.ascontiguousarray(pi)
        self._clear()
        used, floors, given, taken, free, rem, users, open_in = self._state
        for d, floor, kind, use, number in rooms.tolist():
            known = np.flatnonzero(floors[d, : used[d]] == floor)
            slot = int(known[0]) if len(known) else int(used[d])
            if not len(known):
                floors[d, slot], used[d] = floor, used[d] + 1
                open_in[p.building[floor]] += users[floor] == 0
                users[floor] += 1
            taken[d, slot, use, kind] += number
            given[d, slot] += number * p.types.seats[kind] * (use == 0)
            free[floor, kind] -= number
            rem[floor] -= number * p.types.seats[kind]
        self.totals = np.array([np.inf, np.inf, 0.0])
        for mine, now in zip(self.best, self._state[:4], strict=True):
            mine[:] = now

    @property
    def prices(self) -> NDArray[np.float64]:
        """Seat prices of the chain, per floor."""
        return self._pi

    @property
    def complete(self) -> bool:
        """Whether the best plan houses everybody."""
        return bool((self.best[0] > 0).all())

    def _cheapest(self, open_buildings: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Give the cheapest floors that hold everybody, with 2 % to spare."""
        p = self.problem
        state = np.where(self._may, np.maximum(p.floor_state, 0), -1)
        y, z = np.zeros(len(state), dtype=np.int64), np.zeros(len(open_buildings), dtype=np.int64)
        need = min(int(p.need * 1.02) + 1, int(p.seats[self._may].sum()))
        open_floors(need, p.floor_cost, p.seats, state, p.building, p.building_cost, np.where(open_buildings, 0, -1), y, z)
        return y.astype(np.bool_)

    def begin(self) -> None:
        """Count steps anew, for a new cooling."""
        self.totals[2] = 0.0

    def run(self, steps: int, heat: tuple[float, float, float]) -> None:
        """Make `steps` steps of a cooling of ``(first, last temperature, steps in all)``."""
        anneal(self._data, self._sites(), self._state, self.best, self.totals, self.random, steps, np.array(heat))

    def rooms(self) -> NDArray[np.int64]:
        """Give the rooms of the best plan, as a plan holds them."""
        used, floors, _, rooms = self.best
        rows = [
            (d, int(floors[d, i]), int(t), int(use), int(rooms[d, i, use, t]))
            for d in range(len(used))
            for i in range(int(used[d]))
            for use, t in np.argwhere(rooms[d, i] > 0)
        ]
        return np.array(sorted(rows), dtype=np.int64).reshape(-1, 5)

    def patterns(self) -> list[Pattern]:
        """Give the best plan's patterns, columns for the master."""
        used, floors, given, rooms = self.best
        found = []
        for d in range(len(used)):
            n = int(used[d])
            people = self._people(d, given[d, :n])
            lead = rooms[d, :n, 1:].sum(axis=(1, 2)) > 0
            taken = people.astype(np.float64)
            if lead.any():
                taken[int(lead.argmax())] += float(self.problem.leader_seats[d])
            if n:
                place = floors[d, :n].copy()
                found.append(Pattern(d, place, taken, self.pricer.cost(d, place, people)))
        return found

    def _people(self, d: int, given: NDArray[np.int64]) -> NDArray[np.int64]:
        """Cut the seats given to the staff there is, from the last floor back."""
        people, over = given.copy(), int(given.sum() - self.problem.staff[d])
        for i in range(len(people) - 1, -1, -1):
            cut = min(over, int(people[i]))
            people[i] -= cut
            over -= cut
        return people
