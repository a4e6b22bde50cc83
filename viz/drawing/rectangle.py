"""The rectangle round a shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["corners_of"]


def corners_of(shape: Any) -> NDArray[np.float64]:
    """Give the corners of the smallest rectangle round a shape, shape ``(4, 2)``, the first edge the longer.

    All noughts if the shape has no area.
    """
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shape))[:4]
    if len(corners) < 4:
        return np.zeros((4, 2))
    long_first = np.hypot(*(corners[1] - corners[0])) >= np.hypot(*(corners[2] - corners[1]))
    return corners if long_first else np.roll(corners, -1, axis=0)
