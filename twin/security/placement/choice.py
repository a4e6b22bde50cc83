"""What was chosen among candidates, and how good it is at worst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from twin.security.placement.certificate import Certificate

__all__ = ["Choice"]


@dataclass(frozen=True, slots=True)
class Choice:
    """`order` the candidates, whoever adds most first, shape ``(k,)``; `gains` what each adds to those before it, in weight.

    `value` is the cost of a cover or the weight gained; `stopped` is true where the search was ended early.
    """

    kind: Literal["cover", "gain"]
    order: NDArray[np.int64]
    gains: NDArray[np.float64]
    value: float
    certificate: Certificate
    stopped: bool = False

    @property
    def gap(self) -> float:
        """By which share of the bound the value misses it: no choice is better by more. 0 where it is proven best."""
        bound = self.certificate.bound
        return abs(self.value - bound) / bound if bound > 0.0 else 0.0
