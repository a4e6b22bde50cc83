"""Windows: one in the middle of each bay with daylight, and at the ends of corridors, of the kind the room behind asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from sample_buildings.openings import Edge, Opening, Storey
from sample_buildings.shapes import BAY
from sample_buildings.uses import PANES

if TYPE_CHECKING:
    from sample_buildings.shapes import Point

CLEAR = 0.1
"""Least masonry between a window and the next wall."""
TOUCH = 1e-6


def set_windows(storey: Storey, doors: list[Opening]) -> list[Opening]:
    """Set the windows of a storey above ground; where a door stands already, none."""
    if storey.plan.number < 0:
        return []
    found: list[Opening] = []
    for edge, place in _places(storey):
        window = _window(storey, edge, place, f"F{len(found) + 1:03d}")
        if window and not any(window.meets(door) for door in doors):
            found.append(window)
    return found


def _places(storey: Storey) -> list[tuple[Edge, float]]:
    """List where a façade wants windows; a bay wider than usual wants two."""
    found = []
    for row in storey.shape.rows.values():
        upright = row.inward[0] != 0
        for bay in row.bays:
            parts = ((0.5,) if bay.width <= BAY else (0.25, 0.75)) if bay.lit else ()
            found += [_on(row.at(bay.start + bay.width * part, row.depth), upright=upright) for part in parts]
    for axis in storey.shape.axes:
        found += [_on(end, upright=axis[0][1] == axis[1][1]) for end in axis]
    return found


def _on(point: Point, *, upright: bool) -> tuple[Edge, float]:
    return (Edge(upright=True, line=point[0]), point[1]) if upright else (Edge(upright=False, line=point[1]), point[0])


def _window(storey: Storey, edge: Edge, place: float, name: str) -> Opening | None:
    """Fit a window into the façade; None where the room wants none or its wall is too short."""
    point = shapely.points(edge.at(place))
    for cell, clear in zip(storey.cells, storey.clear, strict=True):
        kind = cell.use.window
        if not kind or shapely.distance(point, cell.shape) > TOUCH:
            continue
        pane = PANES[kind]
        low, high = clear.bounds[edge.axis] + CLEAR, clear.bounds[edge.axis + 2] - CLEAR
        wall = storey.host(edge, place, pane.width, external=True)
        if wall and low <= place - pane.width / 2 and place + pane.width / 2 <= high:
            size = (pane.width, pane.height, pane.sill)
            return Opening(name, kind, edge.at(place), edge.upright, *size, wall.name, wall.thickness, (cell.name, ""))
    return None
