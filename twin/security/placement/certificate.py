"""The proof that comes with a choice: dual multipliers from which anyone can reckon the bound anew.

Covering, with the cost c_j and multipliers u_i >= 0 of the samples: every choice that covers all samples costs at least

    L(u) = Σ_i u_i + Σ_j min(0, c_j − Σ_{i seen by j} u_i).

The most gain with Σ_j a_j x_j <= B (a_j = 1 for n cameras, the cost for a sum of money), multipliers u_i >= 0 and a price
λ >= 0: no choice gains more than

    U(u, λ) = Σ_i max(0, w_i − u_i) + λ B + Σ_j max(0, Σ_{i seen by j} u_i − λ a_j).

A cover may carry cuts k with multipliers v_k >= 0, coefficients α_kj and right sides β_k in whole numbers; then

    L(u, v) = Σ_i u_i + Σ_k v_k β_k + Σ_j min(0, c_j − Σ_{i seen by j} u_i − Σ_k v_k α_kj).

All hold for whatever u, v and λ: Lagrangian relaxation of the covering rows; how they were found need not be believed. They say
something about the candidates and samples of the instance, and nothing about poses that are not among them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Certificate", "Cut"]


@dataclass(frozen=True, slots=True)
class Cut:
    """An inequality that every choice of whole cameras satisfies, made of covering rows by rounding up (see `cuts`).

    The samples `samples`, shape ``(k,)``, none twice, are weighed by ``parts / whole``, whole numbers > 0; `multiplier` v >= 0.
    """

    samples: NDArray[np.int64]
    parts: NDArray[np.int64]
    whole: int
    multiplier: float

    @property
    def right(self) -> int:
        """The right side: how many cameras the weights ask for, rounded up."""
        return -(-int(self.parts.sum()) // self.whole)

    def weighed(self, multiplier: float) -> Cut:
        """Give it another multiplier."""
        return replace(self, multiplier=multiplier)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is proven, and from what.

    `multipliers` u, shape ``(m,)``; `price` λ (0 for covering); `bound` L(u) or U(u, λ), in the unit of cost or weight.
    Where all costs are whole numbers of `unit`, so is the least cost, and `bound` is rounded up to the next; `unit` is 0
    otherwise.
    """

    kind: Literal["cover", "gain"]
    multipliers: NDArray[np.float64]
    price: float
    unit: float
    bound: float
    cuts: tuple[Cut, ...] = ()
