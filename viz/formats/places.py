"""Where the rows of a table lie, in columns that a spreadsheet can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from viz.formats.shapes import in_degrees

if TYPE_CHECKING:
    import pyproj

    from viz.formats.picked import Picked

__all__ = ["places"]

_DECIMALS = 9


def places(part: Picked, crs: pyproj.CRS | None) -> dict[str, list[Any]]:
    """Give positions by column name, None for a row without shape.

    ``lon, lat`` of a point; of other shapes ``inside_lon, inside_lat``, a point inside, and ``wkt``, the shape in longitude and
    latitude. A building not yet on the ground has ``x, y``, ``inside_x, inside_y`` and its text in its own metres. `gis.readers`
    takes ``lon, lat``, ``x, y`` and ``wkt`` for positions: a table of points comes back as points, any other by its text.
    """
    if not part.shaped:
        return {}
    shapes = part.shapes if crs is None else in_degrees(part.shapes, crs)
    names = ("x", "y") if crs is None else ("lon", "lat")
    if part.table.shape == "POINT":
        return dict(zip(names, _both(shapes), strict=True))
    found = dict(zip((f"inside_{name}" for name in names), _both(shapely.point_on_surface(shapes)), strict=True))
    text = shapely.to_wkt(shapes, rounding_precision=_DECIMALS)
    empty = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    return found | {"wkt": [None if none else str(shape) for shape, none in zip(text, empty, strict=True)]}


def _both(points: Any) -> tuple[list[float | None], list[float | None]]:
    return _numbers(shapely.get_x(points)), _numbers(shapely.get_y(points))


def _numbers(values: Any) -> list[float | None]:
    return [None if np.isnan(value) else round(float(value), _DECIMALS) for value in values]
