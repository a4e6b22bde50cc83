"""What the relaxation would do at a node: the search starts from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Hints"]


class Hints(NamedTuple):
    """What the relaxation would do: how far each floor is open, and the floors of departments it houses in one way."""

    opened: NDArray[np.float64]
    floors: dict[int, NDArray[np.int64]]
