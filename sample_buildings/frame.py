"""The compound's own frame, u and v in metres from the south-west corner of its fence, and its way onto the map and the globe."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from pyproj import Transformer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

EPSG = 4544
"""CGCS2000 / 3-degree Gauss-Kruger CM 105E, easting first."""


@cache
def _to_globe() -> Transformer:
    return Transformer.from_crs(EPSG, 4490, always_xy=True)


def lonlat(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give longitude and latitude (CGCS2000, equal to WGS84 here) of projected points, shape ``(n, 2)``."""
    lon, lat = _to_globe().transform(points[:, 0], points[:, 1])
    return np.column_stack([lon, lat])


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the frame's zero lies (metres of EPSG:4544), its anticlockwise turn in degrees, and the ground's elevation."""

    easting: float
    northing: float
    turn: float
    ground: float

    def point(self, u: Any, v: Any) -> tuple[Any, Any]:
        """Give easting and northing of a point, or of arrays of points."""
        cosine, sine = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
        return self.easting + u * cosine - v * sine, self.northing + u * sine + v * cosine

    def place(self, shape: Any) -> Any:
        """Bring a shape into the district."""
        return shapely.transform(shape, self._points)

    def _points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(self.point(*points.T))

    def line(self, points: Sequence[Sequence[float]]) -> Any:
        """Give a line through points of the frame, in the district."""
        return shapely.linestrings([self.point(u, v) for u, v in points])

    def heading(self, du: float, dv: float) -> float:
        """Give the compass heading of a direction of the frame: degrees clockwise from grid north."""
        return heading(du, dv, self.turn)


def heading(dx: float, dy: float, turn: float) -> float:
    """Give the compass heading of a direction in axes turned by `turn` degrees anticlockwise: clockwise from grid north."""
    return round((90.0 - math.degrees(math.atan2(dy, dx)) - turn) % 360.0, 1) % 360.0
