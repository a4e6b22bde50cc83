"""One question's way: snapshot → problem → solve → check → answer. No plan leaves unchecked."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from twin.model.answer import Answer
from twin.model.errors import PlanError
from twin.store.scenarios import Variant

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.model.snapshot import Snapshot
    from twin.store import Store
    from twin.store.past import Past

__all__ = ["Plan", "answer"]


class Plan(Protocol):
    """What every question's plan can do."""

    def record(self) -> dict[str, Any]:
        """Give the plan as JSON-able values."""
        ...

    def lines(self, lang: str = "") -> list[str]:
        """Give the plan as lines for the terminal."""
        ...


Problem = TypeVar("Problem")
Found = TypeVar("Found", bound=Plan)


def answer(
    store: Store | Past,
    snapshot: Snapshot,
    problem: Problem,
    solve: Callable[[Problem], Found],
    check: Callable[[Problem, Found], list[str]],
) -> tuple[Found, Answer]:
    """Solve and check.

    Returns
    -------
    The plan, and the answer that carries it as `result` and how it was made as `run`.

    Raises
    ------
    PlanError
        If the independent check finds any difference.
    """
    started = time.perf_counter()
    plan = solve(problem)
    solved = time.perf_counter()
    faults = check(problem, plan)
    if faults:
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
    run = {
        "store": store.name,
        "version": snapshot.version,
        "solve_s": round(solved - started, 4),
        "check_s": round(time.perf_counter() - solved, 4),
    }
    if isinstance(store, Variant):
        run["scenario"] = store.scenario
    return plan, Answer(plan.record(), run)
