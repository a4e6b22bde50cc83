"""Prisms that rise from or over the target plane less high than a lens: low walls, lintels, sills, low buildings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.bins import Grid, grid_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.visibility import Eyes

    Floats = NDArray[np.float64]

__all__ = ["Relief"]


@dataclass(frozen=True, slots=True)
class Relief:
    """Prisms: `bodies` polygons in plan, shape ``(k,)``; `low` and `high` metres over the target plane, shape ``(k,)``.

    `edges` has shape ``(m, 6)``: x1, y1, x2, y2 with the body on the left, low, high; `grid` holds them in cells.
    """

    bodies: NDArray[np.object_]
    low: Floats
    high: Floats
    edges: Floats
    grid: Grid

    @classmethod
    def of(cls, bodies: Sequence[Geometry] | NDArray[np.object_], low: Floats, high: Floats) -> Relief:
        """Take (multi)polygons, metres near a local origin; they may overlap."""
        parts, owner = shapely.get_parts(np.array([*bodies, None], dtype=object)[:-1], return_index=True)
        areal = (shapely.get_dimensions(parts) == 2) & ~shapely.is_empty(parts)
        parts, owner = shapely.orient_polygons(parts[areal]), owner[areal]
        rings, part = shapely.get_rings(parts, return_index=True)
        points, ring = shapely.get_coordinates(rings, return_index=True)
        start = np.flatnonzero(ring[1:] == ring[:-1])
        ends = np.hstack([points[start], points[start + 1]])
        of = owner[part[ring[start]]] if len(start) else np.empty(0, dtype=np.int64)
        edges = np.ascontiguousarray(np.hstack([ends.reshape(-1, 4), low[of][:, None], high[of][:, None]]), dtype=np.float64)
        edges = edges[np.any(edges[:, :2] != edges[:, 2:4], axis=1)]
        return cls(parts, low[owner], high[owner], edges, grid_of(edges))

    @classmethod
    def of_panels(cls, panels: Floats, low: Floats, high: Floats) -> Relief:
        """Take vertical rectangles without thickness, shape ``(k, 4)`` in plan: each is a body of no area, there and back."""
        both = np.vstack([panels, panels[:, [2, 3, 0, 1]]])
        edges = np.ascontiguousarray(np.column_stack([both, np.tile(low, 2), np.tile(high, 2)]), dtype=np.float64)
        return cls(np.empty(0, dtype=object), np.empty(0), np.empty(0), edges, grid_of(edges))

    @classmethod
    def none(cls) -> Relief:
        """Give a relief in which nothing rises."""
        return cls.of([], np.empty(0), np.empty(0))

    def over(self, eyes: Eyes, height: Floats) -> NDArray[np.int64]:
        """Count for each eye the prisms that it stands over (or under) in plan and whose shadow it throws, shape ``(n,)``."""
        count = np.zeros(len(eyes.rows), dtype=np.int64)
        if len(self.bodies) == 0:
            return count
        eye, body = shapely.STRtree(self.bodies).query(shapely.points(eyes.rows[:, :2]), predicate="within")
        above = height[eye] >= 0.0
        low, high = np.where(above, self.low[body], -self.high[body]), np.where(above, self.high[body], -self.low[body])
        throws = (high > 0.0) & (low < np.abs(height[eye])) & (height[eye] != 0.0)
        np.add.at(count, eye[throws], 1)
        return count
