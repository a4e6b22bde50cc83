"""One lens: where it stands, whither it looks, how wide and how far, at which height over the plane that is watched."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["STEEP", "WIDEST", "Lens"]

WIDEST = 170.0
"""Degrees: at this horizontal view and beyond a lens is no longer taken as rectilinear."""
STEEP = 60.0
"""Degrees: a lens of `WIDEST` or more tilted so far hangs and looks down, all round."""


@dataclass(frozen=True, slots=True)
class Lens:
    """One lens: `x`, `y` in metres near a local origin, `height` over the target plane, angles in degrees.

    `heading_deg` clockwise from +y (NaN where it looks all round), `tilt_deg` below the horizon, `reach` metres in plan. With
    `height`, `tilt_deg` or `vfov_deg` NaN it is reckoned in plan. `masks` are rings, shape ``(k, 2)``, of ground hidden in it.
    `depth` ends the view at so many metres along the optical axis (a straight line on the plane), that of a lens which no plane
    picture can hold at so many metres from it.
    """

    x: float
    y: float
    heading_deg: float
    hfov_deg: float
    reach: float
    height: float = math.nan
    tilt_deg: float = math.nan
    vfov_deg: float = math.nan
    masks: tuple[Floats, ...] = ()
    depth: float = math.inf

    @property
    def rectilinear(self) -> bool:
        """True where the picture is a plane one with a frame."""
        return self.hfov_deg < WIDEST and not any(map(math.isnan, (self.height, self.tilt_deg, self.vfov_deg)))
