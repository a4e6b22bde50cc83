"""The question as a whole: snapshot → ground → plan → proposal, in the shape that every question has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.space.consolidate.solve import solve as solve_problem
from twin.space.planning.intake import Ask, Ground, build
from twin.space.planning.proposal import Proposal, propose

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.space.consolidate.params import Params
    from twin.space.consolidate.solve import Progress

__all__ = ["Ask", "Ground", "build", "solve"]


def solve(ground: Ground, limits: Params, watch: Callable[[Progress], bool] | None = None) -> Proposal:
    """Plan and seat; deterministic by seed and limits unless the clock or `watch` stops it.

    Raises
    ------
    NoPlanError
        If no plan can be, with a set of rules and departments of which every part is needed for that.
    """
    return propose(ground, solve_problem(ground.problem, limits, watch))
