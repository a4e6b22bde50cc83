"""Outlines an office building takes here: a bar, an L and a U (tower.py adds a tower), all of rows of bays along corridors.

Everything is in the building's own metres: x along the main bar, y to its back, the entrance side at y = 0.
A row is a strip of rooms 6.0 m deep (wall axis to wall axis) on one side of a corridor 2.4 m wide; it is cut
into bays of 3.6 m. A bar is thus 14.4 m deep, exactly four bays, so that a wing set at a right angle keeps the grid.
"""

from __future__ import annotations

from dataclasses import dataclass

from shapely import Polygon, box, union_all

from sample_buildings.rings import DIGITS, tidy

BAY, DEPTH, CORRIDOR = 3.6, 6.0, 2.4
BAR = 2 * DEPTH + CORRIDOR
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bay:
    """One bay of a row: where it starts along the row, how wide it is, and whether it has daylight."""

    start: float
    width: float
    lit: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A strip of rooms `depth` metres deep: `origin` on the corridor side, `along` and `inward` unit vectors.

    `inward` points away from the corridor, to the façade or into the core.
    """

    name: str
    origin: Point
    along: Point
    inward: Point
    bays: tuple[Bay, ...]
    depth: float = DEPTH

    def at(self, s: float, t: float) -> Point:
        """Give the point `s` along the row and `t` from the corridor."""
        (x, y), (ax, ay), (nx, ny) = self.origin, self.along, self.inward
        return round(x + ax * s + nx * t, DIGITS), round(y + ay * s + ny * t, DIGITS)

    def rect(self, s: tuple[float, float], t: tuple[float, float] | None = None) -> Polygon:
        """Give the rectangle between two places along and two depths, all the depth where none are said."""
        near, far = t or (0.0, self.depth)
        (x0, y0), (x1, y1) = self.at(s[0], near), self.at(s[1], far)
        return box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def span(self, first: int, count: int) -> tuple[float, float]:
        """Give where `count` bays from `first` begin and end along the row."""
        last = self.bays[first + count - 1]
        return self.bays[first].start, last.start + last.width


@dataclass(frozen=True, slots=True)
class Shape:
    """Rows, corridors and outline of one building; `axes` are the centre lines of the corridors, gable to gable."""

    rows: dict[str, Row]
    corridors: tuple[Polygon, ...]
    axes: tuple[tuple[Point, Point], ...]
    outline: Polygon
    front: str = "S"


def _bays(*widths: float, dark: int = 0, dark_end: int = 0) -> tuple[Bay, ...]:
    found, start = [], 0.0
    for place, width in enumerate(widths):
        lit = dark <= place < len(widths) - dark_end
        found.append(Bay(round(start, DIGITS), width, lit))
        start += width
    return tuple(found)


def bar(bays: int) -> Shape:
    """Lay out a straight building: a south and a north row."""
    length = round(BAY * bays, DIGITS)
    rows = (
        Row("S", (0.0, DEPTH), (1, 0), (0, -1), _bays(*[BAY] * bays)),
        Row("N", (0.0, DEPTH + CORRIDOR), (1, 0), (0, 1), _bays(*[BAY] * bays)),
    )
    middle = DEPTH + CORRIDOR / 2
    return Shape(
        {row.name: row for row in rows},
        (box(0, DEPTH, length, DEPTH + CORRIDOR),),
        (((0.0, middle), (length, middle)),),
        box(0, 0, length, BAR),
    )


def _wing(side: str, edge: float, wing: int) -> tuple[list[Row], Polygon, tuple[Point, Point], Polygon]:
    """Lay out a wing that runs north along x = `edge`: its outer and inner row, corridor, axis and outline."""
    sign = 1 if side == "W" else -1
    foot, top = DEPTH + CORRIDOR, round(BAR + BAY * wing, DIGITS)
    outer = Row(f"{side}O", (edge + sign * DEPTH, foot), (0, 1), (-sign, 0), _bays(DEPTH, *[BAY] * wing))
    inner = Row(f"{side}I", (edge + sign * (DEPTH + CORRIDOR), BAR), (0, 1), (sign, 0), _bays(*[BAY] * wing))
    near, far, end = (round(edge + sign * depth, DIGITS) for depth in (DEPTH, DEPTH + CORRIDOR, BAR))
    corridor = box(min(near, far), foot, max(near, far), top)
    middle = round((near + far) / 2, DIGITS)
    return [outer, inner], corridor, ((middle, DEPTH), (middle, top)), box(min(edge, end), 0, max(edge, end), top)


def ell(bays: int, wing: int) -> Shape:
    """Lay out an L: a bar with a wing of `wing` bays to the north at its west end; one corridor turns the corner."""
    main = bar(bays)
    rows, corridor, axis, outline = _wing("W", 0.0, wing)
    widths = (DEPTH / 2, DEPTH / 2, *[BAY] * (bays - 4))
    north = Row("N", (DEPTH + CORRIDOR, DEPTH + CORRIDOR), (1, 0), (0, 1), _bays(*widths, dark=2))
    return Shape(
        {row.name: row for row in (main.rows["S"], north, *rows)},
        (tidy(union_all([main.corridors[0], corridor])),),
        (*main.axes, axis),
        tidy(union_all([main.outline, outline])),
    )


def u_shape(bays: int, wing: int) -> Shape:
    """Lay out a U: a bar with wings of `wing` bays to the north at both ends; fire doors part the three corridors."""
    main = bar(bays)
    length = round(BAY * bays, DIGITS)
    west_rows, west, west_axis, west_outline = _wing("W", 0.0, wing)
    east_rows, east, east_axis, east_outline = _wing("E", length, wing)
    half = DEPTH / 2
    widths = (half, half, *[BAY] * (bays - 8), half, half)
    north = Row("N", (DEPTH + CORRIDOR, DEPTH + CORRIDOR), (1, 0), (0, 1), _bays(*widths, dark=2, dark_end=2))
    return Shape(
        {row.name: row for row in (main.rows["S"], north, *west_rows, *east_rows)},
        (main.corridors[0], west, east),
        (*main.axes, west_axis, east_axis),
        tidy(union_all([main.outline, west_outline, east_outline])),
    )
