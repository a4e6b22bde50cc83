"""The tower: four rows of rooms round a ring of corridors, and in the middle a dark core of two rows back to back.

The core, 13.2 m deep, carries stairs, two banks of lifts, toilets and equipment; with it the tower is 30.0 m deep, and the
gable rows are exactly five bays long. A corner room is 8.4 m wide: it reaches past the gable row to the corridor.
"""

from __future__ import annotations

from shapely import box

from sample_buildings.rings import DIGITS
from sample_buildings.shapes import BAY, CORRIDOR, DEPTH, Bay, Row, Shape

CORE = 6.6
"""Depth of one row of the core."""
CORNER = DEPTH + CORRIDOR


def _bays(*widths: float, lit: bool = True) -> tuple[Bay, ...]:
    found, start = [], 0.0
    for width in widths:
        found.append(Bay(round(start, DIGITS), width, lit))
        start += width
    return tuple(found)


def tower(bays: int) -> Shape:
    """Lay out a tower whose core is `bays` bays long."""
    inner = round(BAY * bays, DIGITS)
    length, depth = round(2 * CORNER + inner, DIGITS), 2 * (CORNER + CORE)
    front = _bays(CORNER, *[BAY] * bays, CORNER)
    gable = _bays(*[BAY] * round((depth - 2 * DEPTH) / BAY))
    core = _bays(*[BAY] * bays, lit=False)
    back, east = depth - DEPTH, length - DEPTH
    rows = (
        Row("S", (0.0, DEPTH), (1, 0), (0, -1), front),
        Row("N", (0.0, back), (1, 0), (0, 1), front),
        Row("W", (DEPTH, DEPTH), (0, 1), (-1, 0), gable),
        Row("E", (east, DEPTH), (0, 1), (1, 0), gable),
        Row("KS", (CORNER, CORNER), (1, 0), (0, 1), core, CORE),
        Row("KN", (CORNER, depth - CORNER), (1, 0), (0, -1), core, CORE),
    )
    low, high = CORNER, round(depth - CORNER, DIGITS)
    half = CORRIDOR / 2
    corridors = (
        box(DEPTH, DEPTH, east, low),
        box(DEPTH, high, east, back),
        box(DEPTH, low, CORNER, high),
        box(length - CORNER, low, east, high),
    )
    axes = (
        ((DEPTH, DEPTH + half), (east, DEPTH + half)),
        ((DEPTH, back - half), (east, back - half)),
        ((DEPTH + half, low), (DEPTH + half, high)),
        ((east - half, low), (east - half, high)),
    )
    return Shape({row.name: row for row in rows}, corridors, axes, box(0, 0, length, depth))
