"""A consolidation plan, its value, and the independent check: nothing here imports the solver.

The value (thousand yuan) is the sum of the running cost of every building and floor in use or held in reserve, the price of each
floor and building of a department beyond its first, moves of staff written off over the horizon, and area over the ceilings.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.space.consolidate.certificate import Certificate, verify
from twin.space.consolidate.problem import USES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.problem import Problem

__all__ = ["Plan", "Value", "check", "evaluate", "room_faults"]

DIGITS = 9
"""Decimals of a value: below it lies only the order of adding."""
EQUAL = 1e-6
"""Largest difference between a plan's stated and recomputed value."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a plan costs, by kind, and what it moves."""

    total: float
    buildings: float
    floors: float
    extra_floors: float
    extra_buildings: float
    moves: float
    over_ceiling: float
    open_buildings: int
    open_floors: int
    moved_building: int
    moved_floor: int
    stayed: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Rooms given to departments, and the proven bound.

    Attributes
    ----------
    rooms
        Shape (n, 5): department, floor, room type, use (see `USES`), number of rooms > 0.
    reserve
        Floors kept open without a user, to hold the reserve that was asked for.
    certificate
        Proof of `bound`; None where no bound was asked for, then `bound` is −∞.
    stopped
        Whether the clock or the caller stopped the work before its limits.
    """

    rooms: NDArray[np.int64]
    reserve: tuple[int, ...]
    value: Value
    certificate: Certificate | None
    seed: int
    iterations: int
    nodes: int
    stopped: bool

    @property
    def bound(self) -> float:
        """No plan costs less, for the terms that the certificate counts."""
        return self.certificate.bound if self.certificate else -np.inf

    @property
    def gap(self) -> float:
        """(value − bound) / value; infinite without a bound."""
        return (self.value.total - self.bound) / self.value.total if self.value.total > 0 else 0.0

    def record(self, problem: Problem) -> dict[str, Any]:
        """Give JSON: value by kind, bound and gap, what is given up, and each department's rooms in names and numbers."""
        kept = {int(f) for f in np.flatnonzero(problem.floor_state > 0)}
        used = sorted({int(f) for f in self.rooms[:, 1]} | set(self.reserve) | kept)
        floors = sorted(set(range(len(problem.building))) - set(used))
        held = {int(problem.building[f]) for f in used}
        return {
            "value": {name: getattr(self.value, name) for name in Value.__slots__},
            "bound": self.bound if self.certificate else None,
            "gap": self.gap if self.certificate else None,
            "left_out": list(self.certificate.left_out) if self.certificate else [],
            "buildings_given_up": [b for b in range(len(problem.building_cost)) if b not in held],
            "floors_given_up": floors,
            "reserve": list(self.reserve),
            "rooms": [[int(d), int(f), int(t), USES[u], int(n)] for d, f, t, u, n in self.rooms],
            "seed": self.seed,
            "iterations": self.iterations,
            "nodes": self.nodes,
            "stopped": self.stopped,
        }


def evaluate(problem: Problem, rooms: NDArray[np.int64], reserve: tuple[int, ...] = ()) -> Value:
    """Reckon the value of a plan from its rooms alone; `rooms` as in `Plan`. Says nothing of whether the plan may be."""
    weights = problem.weights
    used = np.zeros(problem.today.shape, dtype=bool)
    used[rooms[:, 0], rooms[:, 1]] = True
    given = np.zeros(problem.today.shape, dtype=np.int64)
    staff = rooms[rooms[:, 3] == 0]
    np.add.at(given, (staff[:, 0], staff[:, 1]), staff[:, 4] * problem.types.seats[staff[:, 2]])
    area = np.zeros(len(problem.staff))
    np.add.at(area, rooms[:, 0], rooms[:, 4] * problem.types.area_m2[rooms[:, 2]])
    floors = np.asarray(used.any(axis=0))
    floors[list(reserve)] = True
    floors[problem.floor_state > 0] = True
    buildings = np.zeros(len(problem.building_cost), dtype=bool)
    buildings[problem.building[floors]] = True
    buildings[problem.building_state > 0] = True
    spread = [(int(row.sum()), len(set(problem.building[row].tolist()))) for row in used]
    stayed = near = far = 0
    for d in range(len(problem.staff)):
        stay, close, other = _moves(problem, d, given[d])
        stayed, near, far = stayed + stay, near + close, far + other
    parts = {
        "buildings": float(problem.building_cost[buildings].sum()),
        "floors": float(problem.floor_cost[floors].sum()),
        "extra_floors": weights.extra_floor * sum(max(0, n - 1) for n, _ in spread),
        "extra_buildings": weights.extra_building * sum(max(0, n - 1) for _, n in spread),
        "moves": (far * weights.move_building + near * weights.move_floor) / weights.horizon_years,
        "over_ceiling": weights.over_m2 * float(np.maximum(0.0, area - granted(problem)).sum()),
    }
    parts = {name: round(value, DIGITS) for name, value in parts.items()}
    return Value(
        total=round(sum(parts.values()), DIGITS),
        **parts,
        open_buildings=int(buildings.sum()),
        open_floors=int(floors.sum()),
        moved_building=far,
        moved_floor=near,
        stayed=stayed,
    )


def _moves(problem: Problem, d: int, given: NDArray[np.int64]) -> tuple[int, int, int]:
    """Count who stays on their floor, who moves within their building, who moves to another."""
    staff = int(problem.staff[d])
    here = np.minimum(problem.home[d], given)
    near = 0
    for building in range(len(problem.building_cost)):
        inside = problem.building == building
        close = min(int(problem.home[d, inside].sum()), staff, int(given[inside].sum()))
        near += max(0, close - int(here[inside].sum()))
    stay = min(int(here.sum()), staff)
    near = min(near, staff - stay)
    return stay, near, staff - stay - near


def granted(problem: Problem) -> NDArray[np.float64]:
    """Give the area that the ceilings grant each department, m², shape (D,)."""
    staff, chief, deputy = problem.ceilings_m2
    return staff * problem.staff + chief * problem.chiefs + deputy * problem.deputies


def check(problem: Problem, plan: Plan) -> list[str]:
    """Recompute value, rules and bound from the plan alone; give every difference, nothing where the plan is sound."""
    faults = room_faults(problem, plan.rooms, plan.reserve)
    if any(fault.startswith("rooms:") for fault in faults):
        return faults
    found = evaluate(problem, plan.rooms, plan.reserve)
    faults += [
        f"value: {name} is stated as {getattr(plan.value, name)}, the rooms give {getattr(found, name)}"
        for name in Value.__slots__
        if abs(getattr(plan.value, name) - getattr(found, name)) > EQUAL
    ]
    if plan.certificate is not None:
        faults += verify(problem, plan.certificate)
        if plan.certificate.bound > found.total + EQUAL * max(1.0, found.total):
            faults.append(f"bound {plan.certificate.bound} is above the value {found.total}")
    return faults


def room_faults(problem: Problem, rooms: NDArray[np.int64], reserve: tuple[int, ...] = ()) -> list[str]:
    """Give every rule that the rooms break."""
    shape = (len(problem.staff), len(problem.building), len(problem.types.seats), len(USES))
    if rooms.ndim != 2 or rooms.shape[1] != 5:
        return ["rooms: not of five columns"]
    if (rooms[:, :4] < 0).any() or (rooms[:, :4] >= shape).any() or (rooms[:, 4] <= 0).any():
        return ["rooms: a number out of range"]
    count = np.zeros(shape, dtype=np.int64)
    np.add.at(count, tuple(rooms[:, :4].T), rooms[:, 4])
    faults = [
        f"floor {f}, type {t}: {int(count[:, f, t].sum())} rooms given, {int(problem.rooms[f, t])} there"
        for f, t in np.argwhere(count.sum(axis=(0, 3)) > problem.rooms)
    ]
    faults += _demand_faults(problem, count)
    return faults + _rule_faults(problem, np.asarray(count.any(axis=(2, 3))), reserve)


def _demand_faults(problem: Problem, count: NDArray[np.int64]) -> list[str]:
    """Check seats and leaders of each department, `count` by department, floor, type and use."""
    faults = []
    by_type = count.sum(axis=1)
    seats = by_type[:, :, 0] @ problem.types.seats
    for d in range(len(problem.staff)):
        if seats[d] < problem.staff[d]:
            faults.append(f"department {d}: {int(seats[d])} seats for {int(problem.staff[d])} staff")
        for use, heads, may in ((1, problem.chiefs, problem.types.chief_may), (2, problem.deputies, problem.types.deputy_may)):
            if int(by_type[d, :, use].sum()) != heads[d]:
                faults.append(f"department {d}: {int(by_type[d, :, use].sum())} rooms for {int(heads[d])} {USES[use]}")
            if by_type[d, ~may, use].any():
                faults.append(f"department {d}: a {USES[use]} in a type of room not meant for one")
    return faults


def _rule_faults(problem: Problem, used: NDArray[np.bool_], reserve: tuple[int, ...]) -> list[str]:
    """Check the planner's decisions, `used` by department and floor."""
    floors = np.asarray(used.any(axis=0))
    floors[list(reserve)] = True
    floors |= problem.floor_state > 0
    faults = [f"department {d} sits on floor {f}, which a rule forbids" for d, f in np.argwhere(used & ~problem.allowed)]
    faults += [f"floor {f} is used, but is to be given up" for f in np.flatnonzero(floors & (problem.floor_state < 0))]
    for rule in problem.rules:
        if rule.kind == "keep_floor":
            faults += [f"floor {f} is to stay, but is to be given up" for f in rule.floors if problem.floor_state[f] < 0]
        elif rule.kind == "keep_building":
            faults += [f"building {b} is to stay, but is to be given up" for b in rule.buildings if problem.building_state[b] < 0]
    open_seats = int(problem.seats[floors].sum())
    if open_seats < problem.need:
        faults.append(f"{open_seats} seats are open, {problem.need} are needed with the reserve")
    return faults
