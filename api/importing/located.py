"""Bringing what was read to the store's CRS, and choosing that CRS when the store has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.crs import WGS84, Helmert, district_crs, epsg_name, fit_helmert, named_crs, to_crs
from twin.model.errors import UsageError
from twin.model.placement import Placement

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray
    from pyproj import CRS

    from bim_import import Georeference
    from twin.store import Store

__all__ = ["ensure_crs", "placement_from", "want_near"]

NEAR_DEG = 3.0
"""How far outside its registered area a CRS is still taken: a neighbour zone, not another continent."""

_CORNERS = np.array([(0.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 100.0)])


def ensure_crs(store: Store, shapes: NDArray[Any], crs: CRS) -> CRS:
    """Give the store's CRS; a store without one takes the zone in which the middle of these shapes lies."""
    if store.crs is None:
        west, south, east, north = shapely.total_bounds(shapes)
        middle = to_crs(shapely.Point((west + east) / 2, (south + north) / 2), crs, WGS84)
        store.set_crs(district_crs(middle.x, middle.y))
    if store.crs is None:  # pragma: no cover - set_crs has just set it
        raise RuntimeError
    want_near(shapes, crs, store.crs)
    return store.crs


def want_near(shapes: NDArray[Any], crs: CRS, target: CRS) -> None:
    """Refuse what lies outside the area in which the store's CRS is used; far from its meridian a map grid means nothing.

    Raises
    ------
    UsageError
        ``import.far_away`` with the position.
    """
    area = target.area_of_use
    west, south, east, north = shapely.total_bounds(shapes)
    middle = to_crs(shapely.Point((west + east) / 2, (south + north) / 2), crs, WGS84)
    if area is None or not np.isfinite([middle.x, middle.y]).all():
        return
    across = area.west - NEAR_DEG <= middle.x <= area.east + NEAR_DEG
    if not (across and area.south - NEAR_DEG <= middle.y <= area.north + NEAR_DEG):
        raise UsageError("import.far_away", lon=f"{middle.x:.4f}", lat=f"{middle.y:.4f}", crs=epsg_name(target))


def placement_from(georeference: Georeference, store: Store) -> Placement:
    """Turn a file's own georeference into a placement in the store's CRS."""
    crs = named_crs(georeference.crs)
    helmert = Helmert(e=georeference.e, n=georeference.n, rotation_deg=georeference.rotation_deg, scale=georeference.scale)
    corners = helmert.move(_CORNERS)
    target = ensure_crs(store, shapely.points(corners), crs)
    if crs != target:
        helmert = fit_helmert(_CORNERS, shapely.get_coordinates(to_crs(shapely.points(corners), crs, target)))
    return Placement(helmert, georeference.z, georeference.method)
