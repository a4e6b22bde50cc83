"""Rows that lie where they cannot: coordinates exchanged in single rows, zeros for unknown places, numbers off the globe.

A file is judged by the middle of its rows: where most lie together, the few elsewhere are at fault, not the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.crs import WGS84, epsg_name, images, to_crs
from gis.faults import GisError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pyproj import CRS

__all__ = ["Strays", "strays", "want_place"]

FAR_DEG = 3.0
"""A row so far from the middle of all rows does not belong to a district, nor to its neighbour."""
MARGIN_DEG = 5.0
"""How far outside a CRS's area of use a layer's middle may lie: districts at a zone's edge are near it, swapped axes are not."""
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
            out = (places[:, 0] < area.west - MARGIN_DEG) | (places[:, 0] > area.east + MARGIN_DEG)
            out |= (places[:, 1] < area.south - MARGIN_DEG) | (places[:, 1] > area.north + MARGIN_DEG)
            places[out] = np.nan
    places[(np.abs(places[:, 0]) > 180.0) | (np.abs(places[:, 1]) > 90.0)] = np.nan
    places[~np.isfinite(places).all(axis=1)] = np.nan
    return places


def want_place(shapes: NDArray[Any], crs: CRS, where: dict[str, Any]) -> None:
    """Refuse coordinates that, taken together, cannot be what they are said to be.

    Parameters
    ----------
    shapes
        Shape ``(n,)``, None or empty where a row has no place.
    where
        ``file`` and ``layer``, for the words.

    Raises
    ------
    GisError
        ``read.not_finite``, ``read.not_degrees`` or ``read.outside_crs``.
    """
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    values = {**where, "crs": epsg_name(crs)}
    if not np.isfinite(shapely.get_coordinates(shapes)).all():
        raise GisError("read.not_finite", **values)
    if crs.is_geographic:
        if west < -180.0 or east > 180.0 or south < -90.0 or north > 90.0:
            raise GisError("read.not_degrees", x=east, y=north, **values)
        return
    middle = shapely.Point((west + east) / 2.0, (south + north) / 2.0)
    values |= {"x": round(middle.x, 3), "y": round(middle.y, 3)}
    try:
        place = to_crs(middle, crs, WGS84)
    except GisError as error:
        raise GisError("read.outside_crs", **values) from error
    if _degrees_outside(place, crs) > MARGIN_DEG:
        raise GisError("read.outside_crs", **values)


def _degrees_outside(place: Any, crs: CRS) -> float:
    """Count the degrees by which a place lies outside a CRS's area of use; 0 where that is not known."""
    area = crs.area_of_use
    if area is None:
        return 0.0
    width = area.east - area.west + (360.0 if area.east < area.west else 0.0)
    past = (place.x - area.west) % 360.0
    across = 0.0 if past <= width else min(past - width, 360.0 - past)
    return float(max(across, area.south - place.y, place.y - area.north))
