"""A storey as a tiling: every room as the polygon between the axes of its walls, gapless over the outline.

Walls, doors and clear rooms all follow from this one tiling, so that rooms can neither overlap nor leave a hole.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import shapely
from shapely import Polygon, union_all

from sample_buildings.rings import DIGITS, tidy
from sample_buildings.shapes import BAY, CORRIDOR, DEPTH, Row, Shape
from sample_buildings.uses import USES, Use

if TYPE_CHECKING:
    from sample_buildings.fixed import Slot
    from sample_buildings.program import Programme

SHIFT = 0.6
"""How far a wall between offices may leave the axis of its bay: windows stay clear of it."""
LIFT = 2.4


@dataclass(frozen=True, slots=True)
class Cell:
    """One room to the axes of its walls; `name` is unique on its storey."""

    name: str
    use: Use
    shape: Polygon


def tile(shape: Shape, plan: Programme) -> list[Cell]:
    """Turn a storey's programme into cells that tile its outline.

    Returns
    -------
    Cells in the order in which one walks the floor: row by row, then halls and corridors.
    """
    cells: list[Cell] = []
    for row in shape.rows.values():
        slots = [slot for slot in plan.slots if slot.row == row.name]
        edges = _edges(row, slots)
        for slot in slots:
            cells += _slot_cells(row, slot, edges)
    ways = _ways(shape, plan)
    if plan.number < 0:
        ways = [Cell("K", USES["garage"], tidy(shape.outline.difference(union_all([cell.shape for cell in cells]))))]
    return cells + ways


def _edges(row: Row, slots: list[Slot]) -> dict[int, float]:
    """Give the place along the row of the edge before each bay, shifted where an office next to a deputy's grows."""
    edges = {place: bay.start for place, bay in enumerate(row.bays)}
    edges[len(row.bays)] = row.bays[-1].start + row.bays[-1].width
    moved: set[int] = set()
    for left, right in pairwise(slots):
        joint = right.first
        if left.first + left.count != joint or {id(left), id(right)} & moved:
            continue
        if not all(slot.use in {"office", "chief", "deputy"} and row.bays[slot.first].width == BAY for slot in (left, right)):
            continue
        if (left.use == "deputy") != (right.use == "deputy"):
            edges[joint] += -SHIFT if left.use == "deputy" else SHIFT
            moved |= {id(left), id(right)}
    return {place: round(value, DIGITS) for place, value in edges.items()}


def _slot_cells(row: Row, slot: Slot, edges: dict[int, float]) -> list[Cell]:
    start, end = edges[slot.first], edges[slot.first + slot.count]
    name = f"{row.name}{slot.first + 1:02d}"
    if slot.use == "core":
        return _core(row, name, start, slot.count)
    if slot.use == "toilets":
        return _toilets(row, name, start)
    return [Cell(name, USES[slot.use], row.rect((start, end)))]


def _core(row: Row, name: str, start: float, bays: int) -> list[Cell]:
    """Lay a lift lobby at the corridor, behind it lifts and the electric riser."""
    width = BAY * bays
    back = (row.depth - LIFT, row.depth)
    lifts = int((width - 1.2) // LIFT)
    found = [Cell(f"{name}L", USES["lobby"], row.rect((start, start + width), (0.0, back[0])))]
    edges = [start + number * LIFT for number in range(lifts + 1)]
    found += [Cell(f"{name}E{number}", USES["lift"], row.rect(span, back)) for number, span in enumerate(pairwise(edges), 1)]
    return [*found, Cell(f"{name}R", USES["riser"], row.rect((start + lifts * LIFT, start + width), back))]


def _toilets(row: Row, name: str, start: float) -> list[Cell]:
    """Lay men's and women's toilets with a tea room and the pipe duct between."""
    left, right, end = start + 2.7, start + 4.5, start + 2 * BAY
    middle = row.depth / 2
    return [
        Cell(f"{name}M", USES["men"], row.rect((start, left))),
        Cell(f"{name}T", USES["tea"], row.rect((left, right), (0.0, middle))),
        Cell(f"{name}D", USES["duct"], row.rect((left, right), (middle, row.depth))),
        Cell(f"{name}W", USES["women"], row.rect((right, end))),
    ]


def _ways(shape: Shape, plan: Programme) -> list[Cell]:
    """Lay the hall and the block, and the corridors in what they leave."""
    found: list[Cell] = []
    south = shape.rows["S"]
    if plan.block:
        first, count, use = plan.block
        start, end = south.span(first, count)
        back = CORRIDOR if use == "canteen" else CORRIDOR + DEPTH
        found.append(Cell("B", USES[use], south.rect((start, end), (-back, DEPTH))))
    if plan.hall:
        first, count, use = plan.hall
        start, end = south.span(first, count)
        found.append(Cell("H", USES[use], south.rect((start, end), (-CORRIDOR, DEPTH))))
    taken = union_all([cell.shape for cell in found]) if found else Polygon()
    pieces = [part for corridor in shape.corridors for part in shapely.get_parts(corridor.difference(taken))]
    pieces.sort(key=lambda part: (part.bounds[0], part.bounds[1]))
    return found + [Cell(f"C{place}", USES["corridor"], tidy(part)) for place, part in enumerate(pieces, 1)]
