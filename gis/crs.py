"""Coordinates: the projected CRS of a district, and geometries from one CRS or datum to another.

The shifted datums of Chinese web maps (gis/shifted.py) and the fit to control points (gis/control.py) are handed on from
here, so that whoever needs a coordinate need know one module only.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pyproj
import shapely
from pyproj.exceptions import CRSError
from pyproj.network import set_network_enabled  # type: ignore[attr-defined]  # public, but not in its __all__

from gis.control import Helmert, fit_helmert
from gis.faults import GisError
from gis.shifted import (
    bd09_from_gcj02,
    bd09_from_wgs,
    gcj02_from_bd09,
    gcj02_from_wgs,
    wgs_from_bd09,
    wgs_from_gcj02,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pair = tuple[NDArray[np.float64], NDArray[np.float64]]

__all__ = [
    "DATUMS",
    "WGS84",
    "Datum",
    "Helmert",
    "bd09_from_gcj02",
    "bd09_from_wgs",
    "district_crs",
    "epsg_name",
    "fit_helmert",
    "gcj02_from_bd09",
    "gcj02_from_wgs",
    "images",
    "named_crs",
    "to_crs",
    "to_wgs84",
    "wgs_from_bd09",
    "wgs_from_gcj02",
]

Datum = Literal["wgs84", "gcj02", "bd09"]
DATUMS: tuple[Datum, ...] = ("wgs84", "gcj02", "bd09")

WGS84 = pyproj.CRS.from_epsg(4326)

_FIRST_ZONE, _FIRST_MERIDIAN, _LAST_MERIDIAN = 4534, 75, 135
"""EPSG:4534 to 4554 are CGCS2000 / 3-degree Gauss-Kruger CM 75E to CM 135E, eastings with 500 km and no zone number."""


def district_crs(lon: float, lat: float) -> pyproj.CRS:
    """Choose the projected CRS of a district, metres.

    The CGCS2000 3-degree zone whose central meridian is nearest (on a seam such as 106.5 E the eastern one) wherever EPSG
    registers that zone for use, which is China zone by zone: a strip of longitudes and the span of latitudes in it.
    Elsewhere the UTM zone on WGS 84.

    Raises
    ------
    GisError
        ``crs.not_degrees`` if the position is no longitude and latitude (UTM ends at 84 N and 80 S).
    """
    if not (-180.0 <= lon <= 180.0 and -80.0 <= lat <= 84.0):
        raise GisError("crs.not_degrees", lon=lon, lat=lat)
    zone = _chinese_zone(lon, lat)
    if zone is not None:
        return zone
    number = min(int((lon + 180.0) // 6.0) + 1, 60)
    return pyproj.CRS.from_epsg((32600 if lat >= 0.0 else 32700) + number)


def _chinese_zone(lon: float, lat: float) -> pyproj.CRS | None:
    """Give the CGCS2000 zone, None outside its registered area of use."""
    meridian = 3 * math.floor(lon / 3.0 + 0.5)
    if not _FIRST_MERIDIAN <= meridian <= _LAST_MERIDIAN:
        return None
    zone = pyproj.CRS.from_epsg(_FIRST_ZONE + (meridian - _FIRST_MERIDIAN) // 3)
    area = zone.area_of_use
    return zone if area is not None and area.south <= lat <= area.north else None


def named_crs(text: str) -> pyproj.CRS:
    """Read a CRS as people write it: ``EPSG:4544``, WKT, a PROJ string.

    Raises
    ------
    GisError
        ``crs.unknown`` if it means nothing to PROJ.
    """
    try:
        return pyproj.CRS.from_user_input(text)
    except CRSError as error:
        raise GisError("crs.unknown", crs=text) from error


def epsg_name(crs: pyproj.CRS) -> str:
    """Give ``EPSG:n`` where the CRS is registered, its name otherwise."""
    number = crs.to_epsg()
    return f"EPSG:{number}" if number else str(crs.name)


@lru_cache(maxsize=64)
def _transformer(source: pyproj.CRS, target: pyproj.CRS) -> pyproj.Transformer:
    """Make a transformer once; PROJ may not fetch grids, whatever the environment says."""
    set_network_enabled(active=False)
    return pyproj.Transformer.from_crs(source, target, always_xy=True)


def to_crs(geometries: Any, source: Any, target: Any) -> Any:
    """Take geometries from one CRS to another, x = longitude or easting first whatever the CRS says.

    Parameters
    ----------
    geometries
        One shapely geometry or an array of them; None stays None. A z is kept as it is.
    source, target
        pyproj CRS, or what `named_crs` reads.

    Raises
    ------
    GisError
        ``crs.out_of_range`` if a position has no image; ``crs.unknown``.

    Notes
    -----
    WGS 84 to CGCS2000 is taken as the identity, as PROJ does: both follow ITRF, they part by decimetres with the drift of
    the plate since 2000.
    """
    start = source if isinstance(source, pyproj.CRS) else named_crs(str(source))
    end = target if isinstance(target, pyproj.CRS) else named_crs(str(target))
    if start == end:
        return geometries
    transformer = _transformer(start, end)

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        moved = points.copy()
        moved[:, 0], moved[:, 1] = transformer.transform(points[:, 0], points[:, 1])
        bad = np.isfinite(points[:, :2]).all(axis=1) & ~np.isfinite(moved[:, :2]).all(axis=1)
        if bad.any():
            x, y = points[bad][0][:2]
            raise GisError("crs.out_of_range", x=float(x), y=float(y), source=epsg_name(start), target=epsg_name(end))
        return moved

    return shapely.transform(geometries, move, include_z=None)


def images(points: NDArray[np.float64], source: pyproj.CRS, target: pyproj.CRS) -> NDArray[np.float64]:
    """Take points of shape ``(n, 2)`` to another CRS; NaN where a point has no image, for those who judge rather than draw."""
    x, y = _transformer(source, target).transform(points[:, 0], points[:, 1])
    found = np.column_stack([x, y])
    found[~np.isfinite(found).all(axis=1)] = np.nan
    return found


def to_wgs84(geometries: Any, datum: Datum) -> Any:
    """Take geometries in degrees of a declared datum to WGS 84.

    Raises
    ------
    GisError
        ``crs.datum`` if the datum is none of `DATUMS`.
    """
    if datum not in DATUMS:
        raise GisError("crs.datum", datum=datum, known=", ".join(DATUMS))
    if datum == "wgs84":
        return geometries
    back = wgs_from_gcj02 if datum == "gcj02" else wgs_from_bd09

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        moved = points.copy()
        moved[:, 0], moved[:, 1] = back(points[:, 0], points[:, 1])
        return moved

    return shapely.transform(geometries, move, include_z=None)
