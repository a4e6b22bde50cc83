"""An assignment problem: each item into one place; the generalised assignment and the office allocation problem are of this form.

With place p(i) of item i, use u_b = Σ_{p(i) = b} size_ib and number n_b of items in place b, the cost is

    Σ_i cost_{i p(i)} + Σ_b [waste · max(0, K_b − u_b) + over_b · max(0, u_b − K_b) + full_b · (u_b > K_b)]
    + Σ_i alone_i · (n_{p(i)} ≥ 2) + Σ_(i, j, k, w) w · broken_k[p(i), p(j)]

Rules that must be kept weigh `HARD` or more; a plan that keeps them all costs less than `HARD` in that part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["HARD", "Assignment", "Pairs", "faults"]

HARD = 10_000.0
"""Weight of a rule that must be kept, far above what wishes can add up to."""
EPS = 1e-9


@dataclass(frozen=True)
class Pairs:
    """Wishes about items `first` and `second`; `kind` = number of a table of `Assignment.broken`, `weight` (all (W,))."""

    first: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    second: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    kind: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    weight: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True)
class Assignment:
    """Frozen arrays; I items, B places.

    Attributes
    ----------
    cost, size
        Of item i in place b, shape (I, B); a cost of `HARD` or more forbids it. Sizes ≥ 0.
    capacity, over, full
        Of each place (B): room, price of a unit beyond it (∞: never), price of being over-full at all.
    waste
        Price of a unit of room left.
    alone
        Price of item i sharing its place with another (I).
    pairs, broken
        Wishes about pairs, and per kind whether two places break one, bool (kinds, B, B), first item's place first.
    """

    cost: NDArray[np.float64]
    size: NDArray[np.float64]
    capacity: NDArray[np.float64]
    over: NDArray[np.float64]
    full: NDArray[np.float64]
    waste: float
    alone: NDArray[np.float64]
    pairs: Pairs = field(default_factory=Pairs)
    broken: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((1, 1, 1), dtype=bool))

    def value(self, place: NDArray[np.int64]) -> float:
        """Reckon the cost of a choice of places (I,) from the definition, ∞ where a place that must not be is over-full."""
        items = np.arange(len(place))
        use = np.bincount(place, weights=self.size[items, place], minlength=len(self.capacity))
        many = np.bincount(place, minlength=len(self.capacity))
        beyond = use - self.capacity
        excess = beyond > EPS
        if (excess & ~np.isfinite(self.over)).any():
            return float("inf")
        total = float(self.cost[items, place].sum()) + self.waste * float(np.maximum(0.0, -beyond).sum())
        total += float((self.over[excess] * beyond[excess]).sum() + self.full[excess].sum())
        total += float(self.alone[many[place] >= 2].sum())
        p = self.pairs
        return total + float((p.weight * self.broken[p.kind, place[p.first], place[p.second]]).sum())


def faults(problem: Assignment) -> list[str]:
    """Give the names of every part that makes no sense: wrong shape, negative or not a number; nothing where all is well."""
    items, places = problem.cost.shape
    shapes = {
        "size": (items, places), "capacity": (places,), "over": (places,), "full": (places,), "alone": (items,),
    }  # fmt: skip
    wrong = [name for name, shape in shapes.items() if getattr(problem, name).shape != shape]
    wrong += [
        name
        for name in ("size", "capacity", "over", "full", "alone")
        if name not in wrong and not (getattr(problem, name) >= 0).all()
    ]
    wrong += [] if np.isfinite(problem.cost).all() else ["cost"]
    p = problem.pairs
    known = ((p.first >= 0) & (p.first < items) & (p.second >= 0) & (p.second < items) & (p.kind < len(problem.broken))).all()
    return wrong + ([] if known and (p.weight >= 0).all() else ["pairs"])
