"""Turn a floor upright along its building's main axis and find the scale at which it fits the paper.

On paper all lengths are millimetres from the lower left corner of the sheet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["LONG_MM", "SHORT_MM", "SIDE_MM", "Upright", "fit", "main_axis"]

LONG_MM, SHORT_MM = 420.0, 297.0
"""ISO A3."""
MARGIN_MM, SIDE_MM, AIR_MM = 8.0, 74.0, 9.0
"""Margin round the frame, width of the title block, air between the frame and the plan."""
SCALES = (20, 25, 30, 40, 50, 60, 75, 100, 125, 150, 200, 250, 300, 400, 500, 600, 750, 1000, 1250, 1500, 2000, 2500, 5000, 10000)
_SMALLEST_M = 0.5


@dataclass(frozen=True, slots=True)
class Upright:
    """How a floor lies on the sheet.

    `turn_deg` turns the plan anticlockwise, −45 … 45; `scale` is the n of 1:n; `width_mm`, `height_mm` are the sheet's;
    `centre_m` (snapshot metres) comes to lie on `middle_mm`.
    """

    turn_deg: float
    scale: float
    width_mm: float
    height_mm: float
    centre_m: tuple[float, float]
    middle_mm: tuple[float, float]

    def to_paper(self, geometries: Any) -> Any:
        """Take geometries, one or an array, from snapshot metres to millimetres on the sheet."""
        return shapely.transform(geometries, self._points)

    def mm(self, metres: float) -> float:
        """Give the paper length of a length on the ground."""
        return metres * 1000 / self.scale

    def north(self) -> tuple[float, float]:
        """Give the direction of the snapshot's y axis on the sheet, a unit vector."""
        angle = math.radians(self.turn_deg)
        return -math.sin(angle), math.cos(angle)

    def _points(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        angle = math.radians(self.turn_deg)
        turn = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
        return (points - self.centre_m) @ turn * (1000 / self.scale) + self.middle_mm


def main_axis(shapes: NDArray[Any]) -> float:
    """Give the direction in which most of the edges run, degrees anticlockwise from x, −45 < a ≤ 45.

    The edges' directions modulo a right angle, weighted by length: the argument of Σ L·exp(4iθ), over 4. 0 without edges.
    """
    total = 0j
    for ring in shapely.get_parts(shapely.boundary(shapes[~shapely.is_missing(shapes)])):
        steps = np.diff(shapely.get_coordinates(ring), axis=0)
        edges = steps[:, 0] + 1j * steps[:, 1]
        length = np.abs(edges)
        unit = np.divide(edges, length, out=np.zeros_like(edges), where=length > 0)
        total += complex((length * unit**4).sum())
    return math.degrees(math.atan2(total.imag, total.real)) / 4 if abs(total) > 0 else 0.0


def fit(snapshot: Snapshot, floor_id: str, building_id: str) -> Upright:
    """Lay a floor on A3, landscape or portrait, at the largest usual scale.

    Raises
    ------
    DataError
        If the floor has neither rooms nor walls.
    """
    shapes = np.concatenate(
        [snapshot.column(table, "geometry")[snapshot.on_floor(table, floor_id)] for table in ("room", "wall")]
    )
    shapes = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    if len(shapes) == 0:
        raise DataError("plot.nothing", floor=floor_id)
    of_building = snapshot.column("room", "building_id") == building_id
    rooms = snapshot.column("room", "geometry")[of_building]
    turn = -main_axis(rooms if len(rooms) else shapes)
    middle = tuple(
        float(value) for value in shapely.get_coordinates(shapely.centroid(shapely.box(*shapely.total_bounds(shapes))))[0]
    )
    flat = Upright(turn, 1000.0, 0.0, 0.0, (middle[0], middle[1]), (0.0, 0.0))
    low_x, low_y, high_x, high_y = (float(bound) for bound in shapely.total_bounds(flat.to_paper(shapes)))
    size = max(high_x - low_x, _SMALLEST_M), max(high_y - low_y, _SMALLEST_M)
    return min((_on_sheet(flat, size, (low_x, low_y), paper) for paper in ((LONG_MM, SHORT_MM), (SHORT_MM, LONG_MM))), key=_scale)


def _scale(laid: Upright) -> float:
    return laid.scale


def _on_sheet(flat: Upright, size: tuple[float, float], low: tuple[float, float], paper: tuple[float, float]) -> Upright:
    """Centre the plan in the room left of the title block."""
    wide = paper[0] - 2 * MARGIN_MM - SIDE_MM - 2 * AIR_MM
    high = paper[1] - 2 * MARGIN_MM - 2 * AIR_MM
    needed = max(size[0] * 1000 / wide, size[1] * 1000 / high)
    scale = next((float(usual) for usual in SCALES if usual >= needed), float(math.ceil(needed / 5000) * 5000))
    left = MARGIN_MM + AIR_MM + wide / 2 - (low[0] + size[0] / 2) * 1000 / scale
    bottom = MARGIN_MM + AIR_MM + high / 2 - (low[1] + size[1] / 2) * 1000 / scale
    return Upright(flat.turn_deg, scale, paper[0], paper[1], flat.centre_m, (left, bottom))
