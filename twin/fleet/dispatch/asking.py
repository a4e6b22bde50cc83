"""Ask for a day's dispatch: plan it, bound it, explain what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.fleet.dispatch.bound import bound
from twin.fleet.dispatch.explaining import reasons
from twin.fleet.dispatch.proposal import Dispatch
from twin.fleet.dispatch.solve import Params, search

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.fleet.dispatch.ground import Ground
    from twin.fleet.dispatch.solve import Progress

__all__ = ["answer"]


def answer(ground: Ground, params: Params, watch: Callable[[Progress], bool] | None = None) -> Dispatch:
    """Plan a day; `watch` as in `solve.solve`."""
    work = search(ground.problem, params, watch)
    keys = ground.problem.requests.key
    why = dict.fromkeys(ground.faults, ("fault", 0.0)) | {keys[one.request]: (one.why, one.cost) for one in reasons(work)}
    return Dispatch(ground, work.plan(bound(ground.problem)), why)
