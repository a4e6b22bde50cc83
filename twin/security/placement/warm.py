"""Compile the kernels of the placement into their on-disk cache: ``python -m twin.security.placement.warm``."""

from __future__ import annotations

import numpy as np
import shapely

from gis.linework import edges_of
from gis.sampling import seen_points
from gis.visibility import Eyes, Occluders, look
from twin.security.placement.choosing import Effort, choose_cover, choose_gain
from twin.security.placement.instance import Instance

__all__ = ["warm"]


def warm() -> None:
    """Run each kernel once with arguments of the types it always gets."""
    eyes = Eyes(np.array([[1.0, 1.0, 0.0, 1.0, 2.0], [3.0, 3.0, 3.0, 1.0, 2.0]]))
    views = look(eyes, Occluders.of(edges_of(shapely.box(0.0, 0.0, 4.0, 4.0))))
    seen_points(views, np.array([[2.0, 2.0], [1.5, 1.5]]))
    first, items = np.array([0, 2, 4, 6], dtype=np.int64), np.array([0, 1, 1, 2, 0, 2], dtype=np.int32)
    instance = Instance(first, items, np.ones(3), np.ones(3))
    choose_cover(instance, Effort(parts=1, exchanges=10, slopes=10), unit=1.0)
    choose_gain(instance, 2.0, Effort(parts=1, rounds=10, slopes=10))


if __name__ == "__main__":
    warm()
