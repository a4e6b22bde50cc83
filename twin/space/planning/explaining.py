"""Why a plan is as it is: what it would cost to leave a department where it sits, and what a seat of a floor is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.answer import plain
from twin.space.consolidate.faults import NoPlanError
from twin.space.consolidate.problem import Rule
from twin.space.planning.wording import explain_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.space.planning.intake import Ground
    from twin.space.planning.proposal import Proposal

__all__ = ["Explanation", "explain", "seat_prices"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What pinning a department costs, thousand yuan a year.

    `moves` is False where the plan leaves it in place anyhow. `more` = value of the plan with the pin − value of the plan;
    `at_least` = bound with the pin − value of the plan, so much more it costs whatever plan is made, 0 where nothing is proven.
    `reason` says why it cannot be pinned at all.
    """

    department_id: str
    department: str
    moves: bool
    value: float | None
    bound: float | None
    more: float | None
    at_least: float
    reason: str
    seats: tuple[dict[str, Any], ...]

    def record(self) -> dict[str, Any]:
        """Give plain JSON, the parts by name; ``seats`` = floors with what one seat is worth there."""
        return plain({name: getattr(self, name) for name in self.__slots__})

    def lines(self, lang: str = "") -> list[str]:
        """Give the explanation for the terminal, in ``zh``, ``en`` or both, Chinese first."""
        return explain_lines(self, lang)


def explain(ground: Ground, proposal: Proposal, department: str, make: Callable[[Ground], Proposal]) -> Explanation:
    """Plan once more with the department on the floors where it sits today, and tell the difference.

    Parameters
    ----------
    department
        Key of a department of the plan.
    make
        The way the plan was made, with the same limits.
    """
    d = ground.departments.index(department)
    name = ground.problem.department_names[d]
    home = tuple(int(f) for f in np.flatnonzero(ground.problem.today[d]))
    settled = {int(f) for f in np.unique(proposal.plan.rooms[proposal.plan.rooms[:, 0] == d, 1])}
    seats = tuple(seat_prices(ground, proposal))
    if settled <= set(home):
        return Explanation(department, name, moves=False, value=None, bound=None, more=None, at_least=0.0, reason="", seats=seats)
    pinned = replace(ground, problem=ground.problem.with_rules([*ground.problem.rules, Rule("only", d, home)]))
    try:
        other = make(pinned)
    except NoPlanError as error:
        return Explanation(
            department, name, moves=True, value=None, bound=None, more=None, at_least=0.0, reason=str(error.text), seats=seats
        )
    value, bound = other.value.total, other.plan.bound if other.plan.certificate else None
    least = max(0.0, bound - proposal.value.total) if bound is not None else 0.0
    return Explanation(department, name, moves=True, value=value, bound=bound, more=value - proposal.value.total, at_least=least,
                       reason="", seats=seats)  # fmt: skip


def seat_prices(ground: Ground, proposal: Proposal) -> list[dict[str, Any]]:
    """Give what one more seat would be worth on each floor, by the multipliers of the bound's weakest leaf; dearest first."""
    certificate = proposal.plan.certificate
    if certificate is None or not certificate.leaves:
        return []
    leaf = min(certificate.leaves, key=lambda one: one.bound)
    prices = certificate.multipliers[leaf.multipliers].seat
    order = np.lexsort((np.arange(len(prices)), -prices))
    names = ground.pool.floor_names
    return [{"floor_id": ground.pool.floors[f], "name": names[f], "price": float(prices[f])} for f in order if prices[f] > 0]
