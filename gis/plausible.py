"""Rows that lie where they cannot: coordinates exchanged in single rows, zeros for unknown places, numbers off the globe.

A file is judged by the middle of its rows: where most lie together, the few elsewhere are at fault, not the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.crs import WGS84, images

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pyproj import CRS

__all__ = ["Strays", "strays"]

FAR_DEG = 3.0
"""A row so far from the middle of all rows does not belong to a district, nor to its neighbour."""
NEAR_DEG = 1.0
"""A row counts as exchanged where exchanging brings it so near to the middle."""


@dataclass(frozen=True, slots=True)
class Strays:
    """Masks over the rows: `swapped` would lie among the others with their coordinates exchanged, `far` would not."""

    swapped: NDArray[np.bool_]
    far: NDArray[np.bool_]


def strays(shapes: NDArray[Any], crs: CRS) -> Strays | None:
    """Find the rows that lie apart.

    Parameters
    ----------
    shapes
        Shape ``(n,)``, None or empty where a row has no place.
    crs
        What the coordinates are said to be in.

    Returns
    -------
    None where fewer than half of the rows can lie where they are said to lie: then the file is at fault, not a row.
    """
    middles = _middles(shapes)
    there = np.isfinite(middles).all(axis=1)
    places = _degrees(middles, crs)
    sound = np.isfinite(places).all(axis=1)
    if 2 * sound.sum() <= there.sum():
        return None
    centre = np.median(places[sound], axis=0)
    apart = there & ~(_apart(places, centre) <= FAR_DEG)
    swapped = apart & (_apart(_degrees(middles[:, ::-1], crs), centre) <= NEAR_DEG)
    return Strays(swapped, apart & ~swapped)


def _middles(shapes: NDArray[Any]) -> NDArray[np.float64]:
    bounds = shapely.bounds(shapes)
    return np.column_stack([bounds[:, 0] + bounds[:, 2], bounds[:, 1] + bounds[:, 3]]) / 2.0


def _apart(places: NDArray[np.float64], centre: NDArray[np.float64]) -> NDArray[np.float64]:
    """Degrees of the larger difference, longitudes over the date line too."""
    across = np.abs(places[:, 0] - centre[0]) % 360.0
    return np.maximum(np.minimum(across, 360.0 - across), np.abs(places[:, 1] - centre[1]))


def _degrees(middles: NDArray[np.float64], crs: CRS) -> NDArray[np.float64]:
    """Bring places to degrees; NaN where there can be none, or where a map grid is left by a zone's width."""
    if crs.is_geographic:
        places = middles.copy()
    else:
        places = images(middles, crs, WGS84)
        area = crs.area_of_use
        if area is not None:
            out = (places[:, 0] < area.west - 5.0) | (places[:, 0] > area.east + 5.0)
            out |= (places[:, 1] < area.south - 5.0) | (places[:, 1] > area.north + 5.0)
            places[out] = np.nan
    places[(np.abs(places[:, 0]) > 180.0) | (np.abs(places[:, 1]) > 90.0)] = np.nan
    places[~np.isfinite(places).all(axis=1)] = np.nan
    return places
