"""Whether any plan exists at all, exactly, and if not, a set of rules and departments of which every part is needed.

Costs do not matter here, so floors that the same departments may use are one zone, and their rooms are pooled: n_dztu rooms of
type t and use u for department d in zone z, whole numbers,

    Σ_du n_dztu ≤ R_zt,   Σ_zt seats_t n_dzt,staff ≥ S_d,   Σ_zt n_dzt,chief = chiefs_d,   Σ_zt n_dzt,deputy = deputies_d.

A conflict is found by deletion: each part is left out in turn, and stays out where the rest is still impossible.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.space.consolidate.problem import Problem, Rule

__all__ = ["Conflict", "contradiction", "feasible_rooms", "minimal_conflict", "possible", "restrict"]

TIME_S = 20.0
"""Longest time for one exact question, seconds; what is not decided counts as possible."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Numbers of rules and departments that cannot all be kept and housed; without any one of them the rest can."""

    rules: tuple[int, ...]
    departments: tuple[int, ...]


def minimal_conflict(problem: Problem) -> Conflict:
    """Give a conflict of an impossible problem in which every part is needed; departments are left out first, largest last."""
    rules = list(range(len(problem.rules)))
    departments = list(range(len(problem.staff)))
    departments = _thin(problem, rules, departments)
    for rule in list(rules):
        rest = [other for other in rules if other != rule]
        if not possible(problem, rest, departments):
            rules = rest
    for d in list(departments):
        rest = [other for other in departments if other != d]
        if not possible(problem, rules, rest):
            departments = rest
    return Conflict(tuple(rules), tuple(departments))


def _thin(problem: Problem, rules: list[int], departments: list[int]) -> list[int]:
    """Leave out departments by halves, then quarters, …, as long as the rest stays impossible."""
    size = len(departments) // 2
    order = sorted(departments, key=lambda d: (int(problem.staff[d]), d))
    while size >= 1:
        place = 0
        while place < len(order):
            rest = order[:place] + order[place + size :]
            if not possible(problem, rules, rest):
                order = rest
            else:
                place += size
        size //= 2
    return sorted(order)


def possible(problem: Problem, rules: Sequence[int], departments: Sequence[int]) -> bool:
    """Tell whether these departments can be housed under these rules; what the model cannot decide in time counts as possible."""
    part = restrict(problem, [problem.rules[number] for number in rules], departments)
    return not contradiction(part) and _solve(part) is not False


def restrict(problem: Problem, rules: Sequence[Rule], departments: Sequence[int]) -> Problem:
    """Give the problem of some departments under some rules; nobody else needs seats, rules for others fall away."""
    rows = list(departments)
    staff, chiefs, deputies = (np.zeros_like(values) for values in (problem.staff, problem.chiefs, problem.deputies))
    staff[rows], chiefs[rows], deputies[rows] = problem.staff[rows], problem.chiefs[rows], problem.deputies[rows]
    part = problem.with_rules(rules)
    for name, values in (("staff", staff), ("chiefs", chiefs), ("deputies", deputies)):
        object.__setattr__(part, name, values)
    return part


def feasible_rooms(problem: Problem) -> NDArray[np.int64] | None:
    """Give rooms for everybody, cost no object; None where it is proven that there are none (or not decided in time)."""
    if contradiction(problem):
        return None
    found = _solve(problem)
    return None if isinstance(found, bool) else _rooms(problem, *found)


def contradiction(problem: Problem) -> bool:
    """Tell whether the rules contradict each other before anybody sits: kept and given up at once, or too few seats left."""
    for rule in problem.rules:
        if rule.kind == "keep_floor" and (problem.floor_state[list(rule.floors)] < 0).any():
            return True
        if rule.kind == "keep_building" and (problem.building_state[list(rule.buildings)] < 0).any():
            return True
    return int(problem.seats[problem.floor_state >= 0].sum()) < problem.need


def _zones(problem: Problem) -> tuple[list[NDArray[np.intp]], NDArray[np.bool_]]:
    """Group the open floors that the same departments may use; give floors per zone, and allowed, shape (D, zones)."""
    groups: dict[bytes, list[int]] = {}
    for floor in np.flatnonzero(problem.floor_state >= 0).tolist():
        groups.setdefault(problem.allowed[:, floor].tobytes(), []).append(floor)
    zones = [np.array(floors) for floors in groups.values()]
    allowed = np.array([problem.allowed[:, floors[0]] for floors in zones]).reshape(len(zones), -1).T
    return zones, allowed


def _solve(problem: Problem) -> tuple[list[NDArray[np.intp]], NDArray[np.int64], NDArray[np.int64]] | bool:
    """Solve the model: zones, variables (department, zone, type, use), values; False if proven impossible, True if undecided."""
    zones, allowed = _zones(problem)
    types = problem.types
    may = (types.seats > 0, types.chief_may, types.deputy_may)
    need = (problem.staff, problem.chiefs, problem.deputies)
    index = np.array(
        [
            (d, z, t, use)
            for d, z in np.argwhere(allowed)
            for use in range(3)
            if need[use][d] > 0
            for t in np.flatnonzero(may[use])
        ],
        dtype=np.int64,
    ).reshape(-1, 4)
    demanded = [(d, use) for use in range(3) for d in np.flatnonzero(need[use] > 0)]
    if not demanded:
        return zones, index, np.zeros(0, dtype=np.int64)
    if len(index) == 0:
        return False
    row_of = {(int(pair[0]), pair[1]): row for row, pair in enumerate(demanded)}
    columns = np.arange(len(index))
    supply = np.array([problem.rooms[floors].sum(axis=0) for floors in zones])
    demand_rows = np.array([row_of[int(d), int(use)] for d, _, _, use in index.tolist()])
    weight = np.where(index[:, 3] == 0, types.seats[index[:, 2]], 1).astype(float)
    demand = coo_array((weight, (demand_rows, columns)), shape=(len(demanded), len(index)))
    least = np.array([need[use][d] for d, use in demanded], dtype=float)
    most = np.array([np.inf if use == 0 else need[use][d] for d, use in demanded], dtype=float)
    kinds = len(types.seats)
    limit = coo_array((np.ones(len(index)), (index[:, 1] * kinds + index[:, 2], columns)), shape=(supply.size, len(index)))
    answer = milp(
        np.ones(len(index)),
        constraints=[LinearConstraint(demand.tocsr(), least, most), LinearConstraint(limit.tocsr(), -np.inf, supply.ravel())],
        integrality=np.ones(len(index)),
        bounds=Bounds(0, np.inf),
        options={"time_limit": TIME_S, "mip_rel_gap": 1.0},
    )
    if answer.x is not None:
        return zones, index, np.rint(answer.x).astype(np.int64)
    return answer.status != 2


def _rooms(
    problem: Problem, zones: list[NDArray[np.intp]], index: NDArray[np.int64], values: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Take the rooms of a zone from its floors one after the other."""
    free = problem.rooms.copy()
    rows = []
    for (d, z, t, use), number in zip(index.tolist(), values.tolist(), strict=True):
        left = number
        for floor in zones[z].tolist():
            take = min(left, int(free[floor, t]))
            if take > 0:
                rows.append((d, floor, t, use, take))
                free[floor, t] -= take
                left -= take
    return np.array(sorted(rows), dtype=np.int64).reshape(-1, 5)
