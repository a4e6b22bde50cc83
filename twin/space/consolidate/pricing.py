"""Price every department at given multipliers: the cheapest pattern of each, by the exact programme of `housing`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numba import njit

from twin.space.consolidate.housing import house, work_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.problem import Problem

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

__all__ = ["Pattern", "Pricer"]

SPREAD = 64
"""Most floors of one pattern that is handed out as a column; a wider one still counts in the bound."""


class Pattern(NamedTuple):
    """One way to house a department: floors used, people and seats taken on each, and its own cost g_d(p)."""

    department: int
    floors: NDArray[np.int64]
    taken: NDArray[np.float64]
    cost: float


@njit(cache=True)
def _price(  # noqa: PLR0913, PLR0917 - a compiled loop over plain arrays
    staff: Ints,
    leaders: Ints,
    allowed: Bools,
    building: Ints,
    seats: Ints,
    pi: Floats,
    link: Floats,
    home: Ints,
    home_building: Ints,
    prices: Floats,
    shut: Bools,
    out: Any,
    work: Floats,
) -> None:
    """Fill `out` = (value, count, floors, people, leader slot) for all departments at once."""
    values, counts, floors, people_out, leader_slot = out
    floors_all = len(building)
    c_floor = np.zeros(floors_all, dtype=np.int64)
    c_building = np.zeros(floors_all, dtype=np.int64)
    cap = np.zeros(floors_all, dtype=np.int64)
    fixed, price = np.zeros(floors_all), np.zeros(floors_all)
    today, people = np.zeros(floors_all, dtype=np.int64), np.zeros(floors_all, dtype=np.int64)
    enter = np.full(home_building.shape[1], prices[1])
    saved = np.array([prices[2] - prices[3], prices[3]])
    for d in range(len(staff)):
        n = 0
        for f in range(floors_all):
            if shut[f] or not allowed[d, f]:
                continue
            c_floor[n], c_building[n] = f, building[f]
            cap[n] = min(seats[f], staff[d])
            fixed[n] = prices[0] + link[d, f]
            price[n] = pi[f]
            today[n] = home[d, f]
            n += 1
        counts[d], leader_slot[d], values[d] = 0, -1, 1e18
        if n == 0:
            continue
        cost, seat = house(
            staff[d],
            leaders[d],
            n,
            c_building,
            cap,
            cap,
            fixed,
            price,
            today,
            home_building[d],
            enter,
            saved,
            work,
            people,
        )
        values[d] = cost - prices[0] - prices[1] + prices[2] * staff[d]
        for i in range(n):
            if people[i] > 0 or seat == i:
                if counts[d] >= floors.shape[1]:
                    counts[d] = -1
                    break
                if seat == i:
                    leader_slot[d] = counts[d]
                floors[d, counts[d]] = c_floor[i]
                people_out[d, counts[d]] = people[i]
                counts[d] += 1


class Pricer:
    """Holds the arrays of a problem and the scratch of the programme."""

    def __init__(self, problem: Problem) -> None:
        """Lay the arrays out once."""
        weights = problem.weights
        years = weights.horizon_years
        departments, floors = problem.today.shape
        self.problem = problem
        self.prices = np.array(
            [
                weights.extra_floor,
                weights.extra_building,
                weights.move_building / years,
                weights.move_floor / years,
                weights.over_m2,
            ]
        )
        top = int(problem.staff.max()) + 2
        self._work = np.empty((work_rows(floors, len(problem.building_cost)), top))
        self._out = (
            np.zeros(departments),
            np.zeros(departments, dtype=np.int64),
            np.zeros((departments, SPREAD), dtype=np.int64),
            np.zeros((departments, SPREAD), dtype=np.int64),
            np.zeros(departments, dtype=np.int64),
        )

    def price(self, pi: NDArray[np.float64], link: NDArray[np.float64], shut: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Give the least reduced cost of each department (≥ 1e16 where it has no place), shape (D,).

        `pi` per floor, `link` per department and floor, both ≥ 0; `shut` floors are not used.
        """
        p = self.problem
        _price(
            p.staff, p.leader_seats, p.allowed, p.building, p.seats, pi, link, p.home, p.home_building,
            self.prices, shut, self._out, self._work,
        )  # fmt: skip
        return self._out[0]

    def patterns(self) -> list[Pattern]:
        """Give the patterns behind the last prices."""
        _, counts, floors, people, slots = self._out
        found = []
        for d, n in enumerate(counts.tolist()):
            if n > 0:
                seats = people[d, :n].astype(np.float64)
                if slots[d] >= 0:
                    seats[slots[d]] += float(self.problem.leader_seats[d])
                found.append(Pattern(d, floors[d, :n].copy(), seats, self.cost(d, floors[d, :n], people[d, :n])))
        return found

    def cost(self, d: int, floors: NDArray[np.int64], people: NDArray[np.int64]) -> float:
        """Give g_d(p): spread and moves of a pattern, without multipliers."""
        p, prices = self.problem, self.prices
        here = np.zeros(len(p.building_cost), dtype=np.int64)
        np.add.at(here, p.building[floors], people)
        blocks = len(set(p.building[floors].tolist()))
        stay = int(np.minimum(p.home[d, floors], people).sum())
        near = int(np.minimum(p.home_building[d], here).sum())
        spread = prices[0] * (len(floors) - 1) + prices[1] * (blocks - 1)
        return float(spread + prices[2] * p.staff[d] - (prices[2] - prices[3]) * near - prices[3] * stay)
