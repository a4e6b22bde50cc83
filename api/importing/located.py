"""Bringing what was read to the store's CRS, and choosing that CRS when the store has none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.crs import WGS84, Helmert, district_crs, fit_helmert, named_crs, to_crs
from twin.model.placement import Placement

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray
    from pyproj import CRS

    from bim_import import Georeference
    from twin.store import Store

__all__ = ["ensure_crs", "placement_from"]

_CORNERS = np.array([(0.0, 0.0), (100.0, 0.0), (0.0, 100.0), (100.0, 100.0)])


def ensure_crs(store: Store, shapes: NDArray[Any], crs: CRS) -> CRS:
    """Give the store's CRS; a store without one takes the zone in which the middle of these shapes lies."""
    if store.crs is None:
        west, south, east, north = shapely.total_bounds(shapes)
        middle = to_crs(shapely.Point((west + east) / 2, (south + north) / 2), crs, WGS84)
        store.set_crs(district_crs(middle.x, middle.y))
    if store.crs is None:  # pragma: no cover - set_crs has just set it
        raise RuntimeError
    return store.crs


def placement_from(georeference: Georeference, store: Store) -> Placement:
    """Turn a file's own georeference into a placement in the store's CRS."""
    crs = named_crs(georeference.crs)
    helmert = Helmert(e=georeference.e, n=georeference.n, rotation_deg=georeference.rotation_deg, scale=georeference.scale)
    corners = helmert.move(_CORNERS)
    target = ensure_crs(store, shapely.points(corners), crs)
    if crs != target:
        helmert = fit_helmert(_CORNERS, shapely.get_coordinates(to_crs(shapely.points(corners), crs, target)))
    return Placement(helmert, georeference.z, georeference.method)
