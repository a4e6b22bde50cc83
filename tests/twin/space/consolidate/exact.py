"""The whole consolidation problem as one integer programme over rooms by type: the plain formulation, for oracle and comparison.

Columns: n_dftu rooms (whole), y_f, z_b, u_df, w_db (0 or 1), stay_df, near_db (people), over_d (m²). A reserve is not modelled.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array


@dataclass
class Plain:
    """min cost·x + constant, low ≤ matrix x ≤ high, lower ≤ x ≤ upper, `whole` columns integer."""

    cost: np.ndarray
    matrix: object
    low: np.ndarray
    high: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    whole: np.ndarray
    constant: float


class _Rows:
    def __init__(self):
        self.row, self.column, self.value, self.low, self.high = [], [], [], [], []

    def add(self, parts, low, high):
        for column, value in parts:
            self.row.append(len(self.low))
            self.column.append(column)
            self.value.append(float(value))
        self.low.append(low)
        self.high.append(high)


def plain_model(problem):
    """Write the programme down."""
    p, w = problem, problem.weights
    many, floors = p.today.shape
    blocks = len(p.building_cost)
    may = (p.types.seats > 0, p.types.chief_may, p.types.deputy_may)
    need = (p.staff, p.chiefs, p.deputies)
    rooms = [
        (d, f, t, u)
        for d in range(many)
        for f in range(floors)
        if p.allowed[d, f] and p.floor_state[f] >= 0
        for u in range(3)
        if need[u][d] > 0
        for t in np.flatnonzero(may[u] & (p.rooms[f] > 0)).tolist()
    ]
    at = np.concatenate(
        [[0], np.cumsum([len(rooms), floors, blocks, many * floors, many * blocks, many * floors, many * blocks, many])]
    )
    cost, lower, upper = np.zeros(at[-1]), np.zeros(at[-1]), np.full(at[-1], np.inf)
    whole = np.arange(at[-1]) < at[5]
    upper[: len(rooms)] = [p.rooms[f, t] for _, f, t, _ in rooms]
    upper[at[1] : at[5]] = 1
    cost[at[1] : at[2]], cost[at[2] : at[3]] = p.floor_cost, p.building_cost
    cost[at[3] : at[4]], cost[at[4] : at[5]] = w.extra_floor, w.extra_building
    cost[at[5] : at[6]] = -w.move_building / w.horizon_years
    cost[at[6] : at[7]] = -(w.move_building - w.move_floor) / w.horizon_years
    cost[at[7] :] = w.over_m2
    lower[at[1] : at[2]], upper[at[1] : at[2]] = p.floor_state > 0, p.floor_state >= 0
    lower[at[2] : at[3]], upper[at[2] : at[3]] = p.building_state > 0, p.building_state >= 0
    upper[at[5] : at[6]] = p.home.ravel()
    rows = _Rows()
    _demand(p, rooms, at, rows)
    _linking(p, rooms, at, rows)
    matrix = coo_array((rows.value, (rows.row, rows.column)), shape=(len(rows.low), at[-1])).tocsr()
    constant = float(w.move_building / w.horizon_years * p.staff.sum()) - many * (w.extra_floor + w.extra_building)
    return Plain(cost, matrix, np.array(rows.low), np.array(rows.high), lower, upper, whole, constant)


def _demand(p, rooms, at, rows):
    """Seats, leaders, ceilings; rooms there are."""
    many = len(p.staff)
    groups, supply = {}, {}
    area = [[] for _ in range(many)]
    for column, (d, f, t, u) in enumerate(rooms):
        groups.setdefault((d, u), []).append((column, p.types.seats[t] if u == 0 else 1))
        supply.setdefault((f, t), []).append((column, 1))
        area[d].append((column, p.types.area_m2[t]))
    for u, heads in enumerate((p.staff, p.chiefs, p.deputies)):
        for d in np.flatnonzero(heads > 0):
            rows.add(groups.get((d, u), []), heads[d], np.inf if u == 0 else heads[d])
    for (f, t), parts in supply.items():
        rows.add(parts, -np.inf, p.rooms[f, t])
    for d in range(many):
        grant = p.ceilings_m2[0] * p.staff[d] + p.ceilings_m2[1] * p.chiefs[d] + p.ceilings_m2[2] * p.deputies[d]
        rows.add([*area[d], (at[7] + d, -1)], -np.inf, grant)


def _linking(p, rooms, at, rows):
    """Use, openings, and who may count as staying or near."""
    many, floors = p.today.shape
    blocks = len(p.building_cost)
    given = {}
    for column, (d, f, t, u) in enumerate(rooms):
        use = at[3] + d * floors + f
        rows.add([(column, 1), (use, -p.rooms[f, t])], -np.inf, 0)
        if u == 0:
            given.setdefault((d, f), []).append((column, -p.types.seats[t]))
    for d in range(many):
        for f in range(floors):
            use = at[3] + d * floors + f
            rows.add([(use, 1), (at[1] + f, -1)], -np.inf, 0)
            rows.add([(use, 1), (at[4] + d * blocks + p.building[f], -1)], -np.inf, 0)
            if p.home[d, f] > 0:
                rows.add([(at[5] + d * floors + f, 1), *given.get((d, f), [])], -np.inf, 0)
        for b in range(blocks):
            inside = np.flatnonzero(p.building == b)
            near = [(at[6] + d * blocks + b, 1)] + [(at[5] + d * floors + f, 1) for f in inside]
            rows.add(near, -np.inf, min(p.home_building[d, b], p.staff[d]))
            rows.add(near + [part for f in inside for part in given.get((d, f), [])], -np.inf, 0)
        rows.add(
            [(at[5] + d * floors + f, 1) for f in range(floors)] + [(at[6] + d * blocks + b, 1) for b in range(blocks)],
            -np.inf,
            p.staff[d],
        )
    for f in range(floors):
        rows.add([(at[1] + f, 1), (at[2] + p.building[f], -1)], -np.inf, 0)


def least_cost(problem, seconds=60, gap=1e-6):
    """Solve it with HiGHS: (best value, proven bound), infinite where no plan is found."""
    m = plain_model(problem)
    answer = milp(
        m.cost, constraints=LinearConstraint(m.matrix, m.low, m.high), integrality=m.whole, bounds=Bounds(m.lower, m.upper),
        options={"time_limit": seconds, "mip_rel_gap": gap},
    )  # fmt: skip
    bound = answer.mip_dual_bound if answer.mip_dual_bound is not None else -np.inf
    if answer.x is None:
        return np.inf, np.inf if answer.status == 2 else bound + m.constant
    return answer.fun + m.constant, bound + m.constant
