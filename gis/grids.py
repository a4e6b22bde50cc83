"""A city's own grid, whose parameters are kept back: tied to a known CRS by points whose coordinates are given in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.control import fit_helmert
from gis.crs import WGS84, district_crs, named_crs, to_crs
from gis.faults import GisError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pyproj import CRS

    from gis.control import Helmert

__all__ = ["LocalGrid", "fit_grid"]

SCALES = (0.99, 1.01)
"""A grid in metres is stretched by parts in ten thousand; more is a wrong unit or wrong points."""


@dataclass(frozen=True, slots=True)
class LocalGrid:
    """How a local grid lies: `helmert` brings its metres to `crs`; `names` of the control points, in order of its residuals."""

    helmert: Helmert
    crs: CRS
    names: tuple[str, ...]


def fit_grid(local: NDArray[np.float64], known: NDArray[np.float64], crs: str, names: tuple[str, ...]) -> LocalGrid:
    """Fit a local grid to control points.

    Parameters
    ----------
    local
        Shape ``(n, 2)``, n >= 2: metres of the local grid.
    known
        Shape ``(n, 2)``: the same points in `crs`, degrees as longitude and latitude.
    crs
        Of `known`: empty for WGS 84 degrees.
    names
        One per point.

    Raises
    ------
    GisError
        ``control.points``, ``crs.unknown``, ``grid.scale``.
    """
    held = named_crs(crs) if crs else WGS84
    target = np.asarray(known, dtype=np.float64)
    if held.is_geographic:
        middle = target.mean(axis=0)
        plane = district_crs(float(middle[0]), float(middle[1]))
        target = shapely.get_coordinates(to_crs(shapely.points(target), held, plane))
        held = plane
    helmert = fit_helmert(local, target)
    if not SCALES[0] <= helmert.scale <= SCALES[1]:
        raise GisError("grid.scale", scale=f"{helmert.scale:.5f}")
    return LocalGrid(helmert, held, names)
