"""The ground plan of the city: how far it reaches, how wide its blocks are, and how the regular grid bends on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

CALM, FREE = 700.0, 2600.0
"""Within `CALM` metres of the compound the grid is straight; beyond `FREE` it bends as much as it ever does."""
ROUND = 0.42
"""How far squares round the centre go towards circles at the city's edge: 0 not at all, 1 wholly."""


@dataclass(frozen=True, slots=True)
class Ring:
    """An expressway round the centre: metres of the grid from the centre, class, and every how many arterials it is joined."""

    name: str
    kind: str
    half: float
    every: int


@dataclass(frozen=True, slots=True)
class River:
    """A river that runs along the v axis, or along u where `level`.

    It keeps `off` metres from the centre, swings by `swing` once every `wave` metres, and is `width` wide; one that `joins`
    begins at the first river.
    """

    name: str
    level: bool
    off: float
    swing: float
    wave: float
    width: float
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Streets:
    """Measures of the street network in metres.

    `reach`: from the compound's middle to the edge of the city; `arterial`: width of a superblock at the centre, each further
    one `growth` wider; `local`: distance of local streets at the centre and at the edge; `bend`: how far the grid leaves its
    straight lines.
    """

    reach: float
    arterial: float
    growth: float
    local: tuple[float, float]
    bend: float
    rings: tuple[Ring, ...] = ()
    rivers: tuple[River, ...] = ()


@dataclass(frozen=True, slots=True)
class Warp:
    """Bends the regular grid: straight at the compound, rounder and wavier farther out. All points in the compound's frame."""

    centre: tuple[float, float]
    reach: float
    bend: float

    def __call__(self, points: Points) -> Points:
        """Give where points of the regular grid, shape ``(n, 2)``, lie on the ground, rounded to the centimetre."""
        away = np.asarray(points, dtype=float) - self.centre
        far = np.hypot(*away.T)
        square = np.abs(away).max(axis=1)
        free = _smooth((square - CALM) / (FREE - CALM))
        begin = min(FREE, self.reach / 2)
        rounder = ROUND * _smooth((square - begin) / (self.reach - begin))
        stretch = 1.0 + rounder * (np.divide(square, far, out=np.ones_like(far), where=far > 0) - 1.0)
        x, y = away.T / 1000.0
        waves = np.column_stack(
            [
                np.sin(2 * math.pi * y / 8.7 + 0.4) + 0.5 * np.sin(2 * math.pi * (x + y) / 6.1 + 1.9),
                np.sin(2 * math.pi * x / 9.3 + 2.2) + 0.5 * np.sin(2 * math.pi * (x - y) / 5.3 + 0.7),
            ]
        )
        moved = away * stretch[:, None] + self.bend * free[:, None] * waves
        return np.round(moved + self.centre, 2)


def _smooth(share: Points) -> Points:
    """Rise from 0 at 0 to 1 at 1 without a kink."""
    held = np.clip(share, 0.0, 1.0)
    return held * held * (3.0 - 2.0 * held)
