"""Compile every numba kernel of this layer into its on-disk cache: ``python -m gis.warm``.

The first call of a kernel costs seconds of compiling; done once after installation, nobody waits for it later.
For those who change kernels: numba looks only at the file of the kernel it loads, so that after a change to a helper in
another file (`gis.bins` for `gis.sweep`, `gis.sweep` for `gis.outline`) the caches in ``__pycache__`` must be removed.
"""

from __future__ import annotations

import math

import numpy as np
import shapely

from gis.aiming import aimed
from gis.arrangement import arrange
from gis.engine import CchEngine, installed
from gis.lens import Lens
from gis.linework import edges_of
from gis.relief import Relief
from gis.tracing import likeliest, way_between
from gis.turns import Network
from gis.visibility import Eyes, Occluders, look

__all__ = ["warm"]


def warm() -> None:
    """Run each kernel once with arguments of the types it always gets."""
    room = shapely.box(0.0, 0.0, 4.0, 4.0)
    eyes = Eyes(np.array([[1.0, 1.0, 0.0, 0.5 * math.pi, 2.0], [1.0, 1.0, 0.0, 2.0 * math.pi, 2.0]]))
    views = look(eyes, Occluders.of(edges_of(room)))
    views.polygons()
    arrange(views, room)
    eyes, aim = aimed([Lens(1.0, 1.0, 45.0, 60.0, 2.0, 3.0, 60.0, 40.0), Lens(1.0, 1.0, math.nan, 360.0, 2.0, 3.0)])
    low = Relief.of([shapely.box(2.0, 2.0, 2.5, 2.5)], np.array([0.0]), np.array([0.5]))
    look(eyes, Occluders.of(edges_of(room)), aim, low).polygons()
    _warm_roads()


def _warm_roads() -> None:
    """Follow a track round a triangle of one-way roads, and search it where the hierarchy is installed."""
    round_about = (np.ones(3), np.arange(4, dtype=np.int64), np.array([1, 2, 0], dtype=np.int64))
    two, halves = np.arange(2, dtype=np.int64), np.full(2, 0.5)
    likeliest(np.arange(3, dtype=np.int64), (two, halves, halves), (np.ones(1), np.full(1, 9.0)), round_about, (1.0, 1.0, 1.0))
    way_between(0, 2, 9.0, round_about)
    if installed():
        turn_to = np.array([1, 2, 0], dtype=np.int64)
        plain, never = np.arange(3, dtype=np.int64), np.zeros(3, dtype=bool)
        corners = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
        network = Network(
            plain, ~never, plain, turn_to, np.ones(3), np.ones(3, dtype=np.int64), corners, never, np.arange(4), turn_to, plain
        )
        engine = CchEngine(network)
        engine.matrix([[(0, 0)]], [[(2, 0)]])
        engine.path([(0, 0)], [(2, 0)])


if __name__ == "__main__":
    warm()
