"""The choice itself, without any geometry: which candidate sees which sample, what each costs and is worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Items = NDArray[np.int32]

__all__ = ["Instance"]


@dataclass(frozen=True, slots=True)
class Instance:
    """n candidates and m samples.

    Candidate j sees the samples ``items[first[j]:first[j + 1]]``, ascending and none twice, shape ``(n + 1,)`` and ``(q,)``.
    `cost`, shape ``(n,)``, is > 0 in any unit; `weight`, shape ``(m,)``, >= 0 in m² times priority.
    """

    first: Ints
    items: Items
    cost: Floats
    weight: Floats

    @property
    def candidates(self) -> int:
        """Count the candidates, n."""
        return len(self.first) - 1

    @property
    def samples(self) -> int:
        """Count the samples, m."""
        return len(self.weight)

    def seen_by(self, candidate: int) -> Items:
        """List the samples that a candidate sees."""
        return self.items[self.first[candidate] : self.first[candidate + 1]]

    def without(self, gone: NDArray[np.bool_]) -> Instance:
        """Let some candidates, shape ``(n,)``, see nothing; the numbers of all stay."""
        size = np.diff(self.first)
        first = np.concatenate([[0], np.cumsum(np.where(gone, 0, size))]).astype(np.int64)
        return Instance(first, self.items[np.repeat(~gone, size)], self.cost, self.weight)

    def reachable(self) -> NDArray[np.bool_]:
        """Tell which samples any candidate sees, shape ``(m,)``."""
        found = np.zeros(self.samples, dtype=bool)
        found[self.items] = True
        return found
