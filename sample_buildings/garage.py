"""The underground car park: one wide hall between two strips in which stairs, lifts and plant rooms stand."""

from __future__ import annotations

from shapely import box

from sample_buildings.rings import DIGITS
from sample_buildings.shapes import BAY, DEPTH, Bay, Row, Shape

AISLE = 7.2
"""Distance of the rows of columns."""


def garage(bays: int, aisles: int) -> Shape:
    """Lay out a hall of `bays` bays along its front and `aisles` rows of columns to its back; it has no corridor."""
    length, depth = round(BAY * bays, DIGITS), round(2 * DEPTH + AISLE * aisles, DIGITS)
    strip = tuple(Bay(round(BAY * place, DIGITS), BAY, lit=False) for place in range(bays))
    rows = (
        Row("S", (0.0, DEPTH), (1, 0), (0, -1), strip),
        Row("N", (0.0, depth - DEPTH), (1, 0), (0, 1), strip),
    )
    return Shape({row.name: row for row in rows}, (), (), box(0, 0, length, depth))


def column_grid(shape: Shape) -> list[tuple[float, float]]:
    """Give the places of the columns."""
    _, _, east, north = shape.outline.bounds
    across = [AISLE * step for step in range(1, int(east / AISLE) + 1)]
    return [(round(x, DIGITS), round(y, DIGITS)) for x in across for y in _rows(north)]


def _rows(north: float) -> list[float]:
    count = round((north - 2 * DEPTH) / AISLE)
    return [DEPTH + AISLE * step for step in range(count + 1)]
