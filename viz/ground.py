"""Where a picture's coordinates lie: metres from a local origin, or longitude and latitude."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Transformer

from twin.model.tables import TABLES

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pyproj import CRS
    from shapely.geometry.base import BaseGeometry

    from twin.model.snapshot import Snapshot

__all__ = ["Ground", "bounds", "ground"]


@dataclass(frozen=True, slots=True)
class Ground:
    """The zero of a picture: `e`, `n` metres in `crs` (or a building's own metres where it is None), `z` metres of height."""

    crs: CRS | None
    e: float
    n: float
    z: float
    _to_degrees: Transformer | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the way to degrees once: it takes a millisecond, and a district has thousands of shapes."""
        way = None if self.crs is None else Transformer.from_crs(self.crs, 4326, always_xy=True)
        object.__setattr__(self, "_to_degrees", way)

    def local(self, geometry: BaseGeometry) -> NDArray[np.float64]:
        """Give all vertices as metres from the origin, shape ``(k, 2)``."""
        return shapely.get_coordinates(geometry) - (self.e, self.n)

    def degrees(self, geometry: BaseGeometry) -> NDArray[np.float64]:
        """Give all vertices as longitude and latitude (EPSG:4326), shape ``(k, 2)``; local metres where there is no CRS."""
        if self._to_degrees is None:
            return self.local(geometry)
        lon, lat = self._to_degrees.transform(*shapely.get_coordinates(geometry).T)
        return np.column_stack([lon, lat])


def bounds(snapshot: Snapshot, *tables: str) -> tuple[float, float, float, float] | None:
    """Give the least box round everything in the tables (default: all that have a shape); None where nothing is drawn."""
    shaped = tables or tuple(name for name, table in TABLES.items() if table.shape)
    boxes = np.vstack([shapely.bounds(_shapes(snapshot, name)) for name in shaped])
    boxes = boxes[np.isfinite(boxes).all(axis=1)]
    if not len(boxes):
        return None
    low_x, low_y = boxes[:, :2].min(axis=0)
    high_x, high_y = boxes[:, 2:].max(axis=0)
    return float(low_x), float(low_y), float(high_x), float(high_y)


def ground(snapshot: Snapshot) -> Ground:
    """Put the origin in the middle of the buildings, in whole metres, at the height of the lowest ground floor."""
    box = bounds(snapshot, "building", "floor", "room") or bounds(snapshot) or (0.0, 0.0, 0.0, 0.0)
    heights = snapshot.column("floor", "elevation")[snapshot.column("floor", "number") >= 1]
    heights = heights if len(heights) else snapshot.column("floor", "elevation")
    heights = heights[np.isfinite(heights)]
    z = float(heights.min()) if len(heights) else 0.0
    return Ground(snapshot.crs, float(round((box[0] + box[2]) / 2)), float(round((box[1] + box[3]) / 2)), z)


def _shapes(snapshot: Snapshot, table: str) -> NDArray[Any]:
    return snapshot.column(table, "geometry")
