"""The certificate of a lower bound, and its slow check: plain numpy, nothing of the solver.

For multipliers π_f ≥ 0 (per seat of a floor) and λ_df ≥ 0 (per department using a floor), with K_f seats, T seats needed,

    L = Σ_d min_p [g_d(p) + Σ_f (π_f a_f + λ_df u_f)] + min_{y, z} [Σ_f (c_f − π_f K_f − Σ_d λ_df) y_f + Σ_b C_b z_b]

is at most the value of every plan in which the leaf's floors and buildings are open or closed as it says: a plan's people and
leaders take no more than K_f y_f seats of a floor, no department uses a closed floor, and Σ K_f y_f ≥ T. Leaders count as one
block on one used floor: a plan that seats them on several pays at least the price of the cheapest of these. The leaves
together must leave out no choice of open and closed; the bound is the least of theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.problem import Problem

__all__ = ["LEFT_OUT", "Certificate", "Leaf", "Multipliers", "covers", "leaf_bound", "verify"]

LEFT_OUT = ("over_ceiling", "room_types")
"""What counts zero in the bound: area over the ceiling (≥ 0), and that rooms come in sizes (seats only are counted)."""
SLACK = 1e-6
"""Largest difference between a stated and a recomputed bound, in parts of its size: the noise of another order of adding."""


@dataclass(frozen=True, slots=True)
class Multipliers:
    """π per floor, and λ as three parallel arrays: department, floor, value."""

    seat: NDArray[np.float64]
    link_department: NDArray[np.int64]
    link_floor: NDArray[np.int64]
    link: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One part of the choices: buildings and floors fixed open (1) or closed (0), its multipliers, its bound.

    A bound of infinity says that no plan is left in this part.
    """

    buildings: tuple[tuple[int, int], ...]
    floors: tuple[tuple[int, int], ...]
    multipliers: int
    bound: float


@dataclass(frozen=True, slots=True)
class Certificate:
    """All leaves, and the multipliers that they share; `bound` is the least bound of a leaf."""

    leaves: tuple[Leaf, ...]
    multipliers: tuple[Multipliers, ...]
    bound: float
    left_out: tuple[str, ...] = LEFT_OUT

    def record(self) -> dict[str, Any]:
        """Give JSON: every leaf and every multiplier that is not zero."""
        return {
            "bound": self.bound,
            "left_out": list(self.left_out),
            "leaves": [
                {
                    "buildings": [list(fix) for fix in leaf.buildings],
                    "floors": [list(fix) for fix in leaf.floors],
                    "multipliers": leaf.multipliers,
                    "bound": leaf.bound if np.isfinite(leaf.bound) else None,
                }
                for leaf in self.leaves
            ],
            "multipliers": [
                {
                    "seat": one.seat.tolist(),
                    "link": [
                        [int(d), int(f), float(v)] for d, f, v in zip(one.link_department, one.link_floor, one.link, strict=True)
                    ],
                }
                for one in self.multipliers
            ],
        }


def verify(problem: Problem, certificate: Certificate) -> list[str]:
    """Recompute everything; give what does not hold, nothing where the bound is proven.

    A leaf's stated bound may be below what its multipliers give (a bound may be understated), never above.
    """
    faults = []
    if not covers([(dict(leaf.buildings), dict(leaf.floors)) for leaf in certificate.leaves]):
        faults.append("leaves: some choice of open and closed is in no leaf")
    for number, one in enumerate(certificate.multipliers):
        if not all(np.isfinite(values).all() and (values >= 0).all() for values in (one.seat, one.link)):
            faults.append(f"multipliers {number}: negative or not finite")
    if faults:
        return faults
    faults += _leaf_faults(problem, certificate)
    least = min((leaf.bound for leaf in certificate.leaves), default=-np.inf)
    if certificate.bound > least + SLACK * max(1.0, abs(least)):
        faults.append(f"bound {certificate.bound} is above the least leaf {least}")
    return faults


def _leaf_faults(problem: Problem, certificate: Certificate) -> list[str]:
    """Recompute the bound of every leaf.

    Leaves of the same multipliers differ in the floors that they close; the departments' part with only those closed that all of
    them close is least of all, and mostly enough. Where it is not, a leaf's own part is reckoned.
    """
    faults = []
    shared: dict[int, NDArray[np.bool_]] = {}
    for leaf in certificate.leaves:
        shut = states(problem, dict(leaf.buildings), dict(leaf.floors))[1] < 0
        shared[leaf.multipliers] = shared.get(leaf.multipliers, shut) & shut
    terms: dict[tuple[int, bytes], float] = {}
    for number, leaf in enumerate(certificate.leaves):
        one = certificate.multipliers[leaf.multipliers]
        found = leaf_bound(problem, one, leaf, terms, shared[leaf.multipliers])
        if leaf.bound > found + SLACK * max(1.0, abs(found)):
            found = leaf_bound(problem, one, leaf, terms)
        if leaf.bound > found + SLACK * max(1.0, abs(found)):
            faults.append(f"leaf {number}: states {leaf.bound}, its multipliers give {found}")
    return faults


def covers(leaves: list[tuple[dict[int, int], dict[int, int]]]) -> bool:
    """Tell whether every choice of open and closed lies in some leaf: split on a fixed thing until a leaf fixes nothing more."""
    if any(not buildings and not floors for buildings, floors in leaves):
        return True
    for kind in (0, 1):
        for leaf in leaves:
            for thing in leaf[kind]:
                return all(covers(_given(leaves, kind, thing, state)) for state in (0, 1))
    return False


def _given(
    leaves: list[tuple[dict[int, int], dict[int, int]]], kind: int, thing: int, state: int
) -> list[tuple[dict[int, int], dict[int, int]]]:
    """Keep the leaves that allow the thing in that state, without the fixing."""
    kept = []
    for leaf in leaves:
        if leaf[kind].get(thing, state) == state:
            rest = {key: value for key, value in leaf[kind].items() if key != thing}
            kept.append((rest, leaf[1]) if kind == 0 else (leaf[0], rest))
    return kept


def leaf_bound(
    problem: Problem,
    multipliers: Multipliers,
    leaf: Leaf,
    terms: dict[tuple[int, bytes], float] | None = None,
    shut: NDArray[np.bool_] | None = None,
) -> float:
    """Recompute L of one leaf; infinity where no plan is left.

    Parameters
    ----------
    terms
        Keeps the departments' part, by number of the multipliers and floors closed, between leaves that share it.
    shut
        Floors to close for the departments' part, fewer than the leaf closes: a lower value, still a bound. All of them if None.
    """
    building_state, floor_state = states(problem, dict(leaf.buildings), dict(leaf.floors))
    shut = floor_state < 0 if shut is None else shut
    link = np.zeros(problem.today.shape)
    np.add.at(link, (multipliers.link_department, multipliers.link_floor), multipliers.link)
    key = (leaf.multipliers, shut.tobytes())
    terms = {} if terms is None else terms
    if key not in terms:
        terms[key] = sum(_department(problem, d, multipliers.seat, link[d], shut) for d in range(len(problem.staff)))
    cost = problem.floor_cost - multipliers.seat * problem.seats - link.sum(axis=0)
    return terms[key] + _opening(problem, cost, building_state, floor_state)


def states(problem: Problem, buildings: dict[int, int], floors: dict[int, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Join the planner's decisions with a leaf's: 1 open, −1 closed, 0 free; an open floor opens its building."""
    building_state, floor_state = problem.building_state.copy(), problem.floor_state.copy()
    impossible = False
    for state, fixes in ((building_state, buildings), (floor_state, floors)):
        for thing, value in fixes.items():
            wanted = 1 if value else -1
            impossible |= state[thing] == -wanted
            state[thing] = wanted
    for floor, building in enumerate(problem.building):
        if floor_state[floor] > 0 and building_state[building] == 0:
            building_state[building] = 1
        if building_state[building] < 0 and floor_state[floor] <= 0:
            floor_state[floor] = -1
    if impossible:
        floor_state[:] = -1
    return building_state, floor_state


def _department(problem: Problem, d: int, seat: NDArray[np.float64], link: NDArray[np.float64], shut: NDArray[np.bool_]) -> float:
    """Give the cheapest pattern of one department, by a table over people placed; every building alone, then joined."""
    weights, people = problem.weights, int(problem.staff[d])
    far, close = weights.move_building / weights.horizon_years, weights.move_floor / weights.horizon_years
    leaders = int(problem.leader_seats[d])
    back = np.arange(people + 1)[:, None] - np.arange(people + 1)[None, :]
    table = _start(people, leaders)
    for building in range(len(problem.building_cost)):
        inner, any_floor = np.full((2, people + 1), np.inf), False
        fresh = np.full((2, people + 1), np.inf)
        fresh[0, 0] = 0.0
        for floor in np.flatnonzero((problem.building == building) & ~shut & problem.allowed[d]):
            any_floor = True
            heads = np.arange(min(people, int(problem.seats[floor])) + 1)
            price = weights.extra_floor + link[floor] + seat[floor] * heads - close * np.minimum(problem.home[d, floor], heads)
            base = np.minimum(inner, fresh)
            plain = [_join(base[k], price, back) for k in (0, 1)]
            inner[0] = np.minimum(inner[0], plain[0])
            inner[1] = np.minimum(inner[1], np.minimum(plain[1], plain[0] + seat[floor] * leaders))
        if any_floor:
            credit = (far - close) * np.minimum(problem.home_building[d, building], np.arange(people + 1))
            cost = inner + weights.extra_building - credit
            one = np.minimum(_join(table[1], cost[0], back), _join(table[0], cost[1], back))
            table = np.array([np.minimum(table[0], _join(table[0], cost[0], back)), np.minimum(table[1], one)])
    return float(table[1, people]) - weights.extra_floor - weights.extra_building + far * people


def _start(people: int, leaders: int) -> NDArray[np.float64]:
    """Give the table with nobody placed; a department without leaders has them placed from the start."""
    table = np.full((2, people + 1), np.inf)
    table[0, 0] = 0.0
    if leaders == 0:
        table[1, 0] = 0.0
    return table


def _join(have: NDArray[np.float64], more: NDArray[np.float64], back: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give min over s of have[q − s] + more[s], for every q."""
    places = back[:, : len(more)]
    sums = np.where(places >= 0, have[np.maximum(places, 0)] + more[None, :], np.inf)
    return np.asarray(sums.min(axis=1))


def _opening(
    problem: Problem, cost: NDArray[np.float64], building_state: NDArray[np.int64], floor_state: NDArray[np.int64]
) -> float:
    """Give the cheapest choice of open floors and buildings with at least T seats, by a table over seats still missing."""
    need = problem.need
    table = np.full(need + 1, np.inf)
    table[0] = 0.0
    for building, state in enumerate(building_state):
        inside = np.flatnonzero(problem.building == building)
        if state < 0:
            if (floor_state[inside] > 0).any():
                return float("inf")
            continue
        entered = table + problem.building_cost[building]
        for floor in inside:
            if floor_state[floor] < 0:
                continue
            back = np.maximum(np.arange(need + 1) - problem.seats[floor], 0)
            opened = entered[back] + cost[floor]
            entered = opened if floor_state[floor] > 0 else np.minimum(entered, opened)
        table = entered if state > 0 else np.minimum(table, entered)
    return float(table[need])
