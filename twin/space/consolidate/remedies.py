"""What would help where no plan can be, in the order of the law: 调剂 (adjust), 置换 (swap), 租用 (lease), 建设 (build).

A conflict is minimal, so giving up any one of its rules ends it. A rule that keeps a department on or off floors is given up by
adjusting, one that empties or keeps a floor or building by swapping; where neither is there, seats must be leased, or built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from twin.space.consolidate.conflict import Conflict
    from twin.space.consolidate.problem import Problem

__all__ = ["LEVELS", "Remedy", "remedies"]

Level = Literal["adjust", "swap", "lease", "build"]
LEVELS: tuple[Level, ...] = ("adjust", "swap", "lease", "build")
BY_RULE: dict[str, Level] = {
    "bar": "adjust", "only": "adjust", "reserve": "adjust",
    "close_floor": "swap", "close_building": "swap", "keep_floor": "swap", "keep_building": "swap",
}  # fmt: skip


class Remedy(NamedTuple):
    """One level: the rules of the conflict any one of which may be given up, or the seats to find at least."""

    level: Level
    rules: tuple[int, ...]
    seats: int


def remedies(problem: Problem, conflict: Conflict) -> tuple[Remedy, ...]:
    """Give what ends a conflict, in the order of the law; leasing and building always come last."""
    found = []
    for level in LEVELS[:2]:
        rules = tuple(number for number in conflict.rules if BY_RULE[problem.rules[number].kind] == level)
        if rules:
            found.append(Remedy(level, rules, 0))
    seats = _missing(problem, conflict)
    return (*found, *(Remedy(level, (), seats) for level in LEVELS[2:]))


def _missing(problem: Problem, conflict: Conflict) -> int:
    """Give the seats that the conflict's departments lack on the floors that its rules leave them, at least one."""
    part = problem.with_rules([problem.rules[number] for number in conflict.rules])
    rows = list(conflict.departments)
    needed = int(problem.staff[rows].sum() + problem.leader_seats[rows].sum()) if rows else part.need
    open_ = np.asarray(part.floor_state >= 0)
    if rows:
        open_ &= part.allowed[rows].any(axis=0)
    return max(1, needed - int(problem.seats[open_].sum()))
