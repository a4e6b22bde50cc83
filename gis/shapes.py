"""Shapes as tables want them: flat, valid, and of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["as_shape", "repair"]

_LINE, _MULTI_LINE, _POLYGON, _MULTI_POLYGON = (
    shapely.GeometryType.LINESTRING,
    shapely.GeometryType.MULTILINESTRING,
    shapely.GeometryType.POLYGON,
    shapely.GeometryType.MULTIPOLYGON,
)


def repair(geometries: NDArray[Any]) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Make areas valid: rings that cross themselves become the area they enclose, spikes and doubled lines go.

    Parameters
    ----------
    geometries
        Shape ``(n,)``, None allowed; points and lines stay as they are.

    Returns
    -------
    The geometries, areas only where areas were given (empty if nothing of an area is left), and a mask of those that changed.
    """
    held = np.array(geometries, dtype=object)
    areas = np.isin(shapely.get_type_id(held), (_POLYGON, _MULTI_POLYGON))
    broken = areas & ~shapely.is_valid(held)
    for place in np.flatnonzero(broken):
        held[place] = _area_of(shapely.make_valid(held[place], method="structure"))
    return held, broken


def _area_of(geometry: Any) -> Any:
    """Keep the polygons of a geometry, joined: GEOS may leave parts that share an edge, which is not valid."""
    parts = [part for part in _flat(geometry) if shapely.get_type_id(part) == _POLYGON and part.area > 0.0]
    joined = [part for part in _flat(shapely.union_all(parts)) if shapely.get_type_id(part) == _POLYGON]
    return joined[0] if len(joined) == 1 else shapely.MultiPolygon(joined)


def _flat(geometry: Any) -> list[Any]:
    """Give the single geometries of a geometry, however deep it nests them."""
    if not hasattr(geometry, "geoms"):
        return [geometry]
    return [part for child in geometry.geoms for part in _flat(child)]


def as_shape(geometries: NDArray[Any], shape: str) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Bring geometries to the kind a table holds.

    A polygon becomes a multipolygon of one, a multipoint of one its point, a chain of lines one line. Nothing is made up: an
    area given for a point is reported, not replaced by its middle.

    Parameters
    ----------
    geometries
        Shape ``(n,)``, None and empty allowed.
    shape
        ``POINT``, ``LINESTRING`` or ``MULTIPOLYGON``.

    Returns
    -------
    The geometries, None where there is none or it is of another kind, and a mask of those of another kind.
    """
    fitted = np.full(len(geometries), None, dtype=object)
    wrong = np.zeros(len(geometries), dtype=bool)
    for place, geometry in enumerate(geometries):
        if geometry is None or geometry.is_empty:
            continue
        fitted[place] = _one(geometry, shape)
        wrong[place] = fitted[place] is None
    return fitted, wrong


def _one(geometry: Any, shape: str) -> Any:
    """Bring one geometry to a kind, None if it is of another."""
    parts = _flat(geometry)
    kinds = {part.geom_type for part in parts}
    if shape == "MULTIPOLYGON" and kinds == {"Polygon"}:
        return shapely.MultiPolygon(parts)
    if shape == "POINT" and kinds == {"Point"} and len(parts) == 1:
        return parts[0]
    if shape == "LINESTRING" and kinds <= {"LineString", "LinearRing"}:
        merged = shapely.LineString(parts[0].coords) if len(parts) == 1 else shapely.line_merge(shapely.MultiLineString(parts))
        return merged if merged.geom_type == "LineString" else None
    return None
