"""The restricted master: a linear programme over patterns, floors and buildings, grown by columns and by link rows.

    min Σ_f c_f y_f + Σ_b C_b z_b + Σ_dp g_d(p) x_dp
    Σ_p x_dp = 1                        σ_d    (a dear stand-in keeps it feasible)
    Σ_dp a_dpf x_dp ≤ K_f y_f           π_f
    Σ_{p uses f} x_dp ≤ y_f             λ_df   (only where it was violated)
    y_f ≤ z_b(f),  Σ_f K_f y_f ≥ T

Its value guides; it is never a bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import highspy
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.consolidate.pricing import Pattern
    from twin.space.consolidate.problem import Problem

__all__ = ["Master", "Point"]

VIOLATED = 0.02
"""A link row is added where more than this much of a department uses a floor beyond its opening."""


class Point(NamedTuple):
    """One solution of the master: value, duals, and the openings."""

    value: float
    sigma: NDArray[np.float64]
    pi: NDArray[np.float64]
    link: NDArray[np.float64]
    y: NDArray[np.float64]
    z: NDArray[np.float64]


class Master:
    """One HiGHS model for the whole tree: a node only changes the bounds of y and z."""

    def __init__(self, problem: Problem) -> None:
        """Build floors, buildings and stand-ins; no pattern yet."""
        self.problem = problem
        self._floors, self._buildings = len(problem.building), len(problem.building_cost)
        self._departments = len(problem.staff)
        self._links: dict[tuple[int, int], int] = {}
        self._using: dict[tuple[int, int], list[int]] = {}
        self._seen: set[tuple[int, bytes, bytes]] = set()
        self._columns: list[Pattern] = []
        self.lp_count = 0
        self._h = highspy.Highs()  # type: ignore[no-untyped-call]
        self._h.setOptionValue("output_flag", False)  # noqa: FBT003 - the library's own signature
        self._h.setOptionValue("threads", 1)
        self._build()

    def _build(self) -> None:
        """Rows: department, capacity, opening, seats; columns: y, z, stand-ins."""
        p, h, inf = self.problem, self._h, highspy.kHighsInf
        none = np.zeros(0, dtype=np.int32), np.zeros(0)
        for _ in range(self._departments):
            h.addRow(1.0, 1.0, 0, *none)
        for _ in range(self._floors):
            h.addRow(-inf, 0.0, 0, *none)
        for _ in range(self._floors):
            h.addRow(-inf, 0.0, 0, *none)
        h.addRow(float(p.need), inf, 0, *none)
        base, last = self._departments, self._departments + 2 * self._floors
        for f in range(self._floors):
            rows = np.array([base + f, base + self._floors + f, last], dtype=np.int32)
            h.addCol(float(p.floor_cost[f]), 0.0, 1.0, 3, rows, np.array([-float(p.seats[f]), 1.0, float(p.seats[f])]))
        for b in range(self._buildings):
            inside = np.flatnonzero(p.building == b)
            rows = (base + self._floors + inside).astype(np.int32)
            h.addCol(float(p.building_cost[b]), 0.0, 1.0, len(rows), rows, -np.ones(len(rows)))
        for d in range(self._departments):
            dear = 20.0 * float(p.staff[d] + p.leader_seats[d]) + 1000.0
            h.addCol(dear, 0.0, inf, 1, np.array([d], dtype=np.int32), np.ones(1))
        self._first = self._floors + self._buildings + self._departments

    def add(self, patterns: list[Pattern]) -> int:
        """Add the patterns not yet there; give how many were new."""
        starts: list[int] = []
        costs: list[float] = []
        rows: list[int] = []
        values: list[float] = []
        for pattern in patterns:
            key = (pattern.department, pattern.floors.tobytes(), pattern.taken.tobytes())
            if key in self._seen:
                continue
            self._seen.add(key)
            starts.append(len(rows))
            costs.append(pattern.cost)
            rows.append(pattern.department)
            values.append(1.0)
            for f, taken in zip(pattern.floors.tolist(), pattern.taken.tolist(), strict=True):
                rows.append(self._departments + f)
                values.append(taken)
                link = self._links.get((pattern.department, f))
                if link is not None:
                    rows.append(link)
                    values.append(1.0)
                self._using.setdefault((pattern.department, f), []).append(self._first + len(self._columns))
            self._columns.append(pattern)
        if starts:
            count = len(starts)
            self._h.addCols(
                count, np.array(costs), np.zeros(count), np.full(count, highspy.kHighsInf), len(rows),
                np.array(starts, dtype=np.int32), np.array(rows, dtype=np.int32), np.array(values),
            )  # fmt: skip
        return len(starts)

    def solve(self, building_state: NDArray[np.int64], floor_state: NDArray[np.int64]) -> Point | None:
        """Solve under a node's states; None where the openings alone are impossible."""
        states = np.concatenate([floor_state, building_state])
        columns = np.arange(len(states), dtype=np.int32)
        self._h.changeColsBounds(len(states), columns, (states > 0).astype(float), (states >= 0).astype(float))
        self._h.run()
        self.lp_count += 1
        if self._h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        solution = self._h.getSolution()
        dual, value = np.array(solution.row_dual), np.array(solution.col_value)
        base = self._departments
        link = np.zeros((self._departments, self._floors))
        for (d, f), row in self._links.items():
            link[d, f] = max(0.0, -dual[row])
        self._last = value
        return Point(
            value=self._h.getObjectiveValue(),
            sigma=dual[:base],
            pi=np.maximum(0.0, -dual[base : base + self._floors]),
            link=link,
            y=value[: self._floors],
            z=value[self._floors : self._floors + self._buildings],
        )

    def whole(self) -> dict[int, NDArray[np.int64]]:
        """Give the floors of every department that the last solution houses in one way."""
        x = self._last[self._first :]
        sure = [self._columns[column] for column in np.flatnonzero(x > 0.99)]
        return {pattern.department: pattern.floors for pattern in sure}

    def separate(self) -> int:
        """Add the link rows that the last solution violates; give how many."""
        x = self._last[self._first :]
        use: dict[tuple[int, int], float] = {}
        for column in np.flatnonzero(x > 1e-6):
            pattern = self._columns[column]
            for f in pattern.floors.tolist():
                key = (pattern.department, f)
                use[key] = use.get(key, 0.0) + float(x[column])
        added = 0
        for (d, f), amount in sorted(use.items()):
            if amount > self._last[f] + VIOLATED and (d, f) not in self._links:
                columns = self._using[d, f]
                index = np.array([*columns, f], dtype=np.int32)
                self._links[d, f] = self._h.getNumRow()
                self._h.addRow(-highspy.kHighsInf, 0.0, len(index), index, np.array([1.0] * len(columns) + [-1.0]))
                added += 1
        return added
