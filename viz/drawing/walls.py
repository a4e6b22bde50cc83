"""Walls as a plan cuts them: solid where the cut goes through, dashed where they hang above it, with doors and windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from viz.drawing.doors import doors_of
from viz.drawing.pen import Style
from viz.drawing.rectangle import corners_of
from viz.drawing.rooms import sound
from viz.palette import INK, LINE, PAPER, SURFACE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from viz.drawing.doors import Door
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["draw_walls"]

CUT_M = 1.2
"""Height of the cut above the floor, as usual for plans."""
VOID_M2 = 3.0
"""A hole between rooms and walls up to this size is a column or a duct that no room holds; a larger one is open space."""
_THIN, _GLASS = "#5b6875", "#4f7f9f"
_SOLID = Style(fill=SURFACE["wall"], edge=SURFACE["wall"], width=0.1, layer=5)
_OVERHEAD = Style(edge=_THIN, width=0.13, layer=6, dashed=True)
_PANE = Style(fill=PAPER, edge=_GLASS, width=0.15, layer=6)
_GLAZING = Style(edge=_GLASS, width=0.13, layer=6)
_DARK = Style(fill=SURFACE["curtain"], edge=SURFACE["curtain"], width=0.1, layer=6)
_RAIL = Style(edge=SURFACE["railing"], width=0.13, layer=6)
_COLUMN = Style(fill=INK, edge=INK, width=0.1, layer=7)
_VOID = Style(fill=LINE, layer=1)


def draw_walls(page: Page, laid: Upright, snapshot: Snapshot, floor_id: str, rooms: NDArray[Any]) -> list[Any]:
    """Draw walls with door openings, windows and doors.

    Parameters
    ----------
    rooms
        Shapes of the floor's rooms on paper; small holes between them and the walls are filled as structure.

    Returns
    -------
    What door leaves sweep, on paper, for labels to keep off.
    """
    rows = snapshot.on_floor("wall", floor_id)
    shapes = laid.to_paper(sound(snapshot.column("wall", "geometry")[rows]))
    kinds = snapshot.column("wall", "wall_class")[rows]
    clear = snapshot.column("wall", "transparent")[rows]
    cut = _cut(snapshot, floor_id, rows)
    doors = doors_of(snapshot, floor_id)
    gaps = laid.to_paper(shapely.union_all([door.gap for door in doors]))
    light = cut & ((clear & np.isin(kinds, ["wall", "curtain"])) | (kinds == "window"))
    solid = shapely.difference(shapely.union_all(shapes[cut & (kinds == "wall") & ~clear]), gaps)
    panes = shapely.difference(shapes[light], gaps)
    _fill_voids(page, laid, [*rooms, solid, *panes, gaps])
    page.shape(solid, _SOLID)
    page.lines(shapely.boundary(shapes[~cut & (kinds == "wall")]), _OVERHEAD)
    page.shape(panes, _PANE)
    page.lines([_middle(pane) for pane in shapely.get_parts(panes) if pane.area > 0], _GLAZING)
    page.shape(shapely.difference(shapes[cut & (kinds == "curtain") & ~clear], gaps), _DARK)
    page.shape(shapes[kinds == "railing"], _RAIL)
    page.shape(shapes[kinds == "column"], _COLUMN)
    _draw_doors(page, laid, doors)
    return [laid.to_paper(door.swing) for door in doors if not door.swing.is_empty]


def _cut(snapshot: Snapshot, floor_id: str, rows: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Tell which panels the cut goes through or over; one whose height is unknown counts."""
    height = float(snapshot.row("floor", floor_id)["elevation"]) + CUT_M
    return ~(snapshot.column("wall", "z_low")[rows] > height)


def _middle(pane: Any) -> Any:
    """Give the line of the glass: along the middle of a pane."""
    corners = corners_of(pane)
    return shapely.LineString([(corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2])


def _fill_voids(page: Page, laid: Upright, parts: list[Any]) -> None:
    """Fill what no room holds between rooms and walls: columns and ducts that the model draws as holes only."""
    whole = shapely.union_all(shapely.buffer(parts, laid.mm(0.01), join_style="mitre"))
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(whole) for ring in part.interiors]
    most = laid.mm(1) ** 2 * VOID_M2
    page.shape(np.array([hole.buffer(laid.mm(0.02)) for hole in holes if hole.area <= most], dtype=object), _VOID)


def _draw_doors(page: Page, laid: Upright, doors: list[Door]) -> None:
    """Draw leaves and arcs; those that lead out in their own colour."""
    for entrance in (False, True):
        colour = SURFACE["entrance"] if entrance else _THIN
        leaves = [leaf for door in doors if door.entrance == entrance for leaf in door.leaves]
        arcs = [arc for door in doors if door.entrance == entrance for arc in door.arcs]
        page.lines(laid.to_paper(np.array(leaves, dtype=object)), Style(edge=colour, width=0.3, layer=8))
        page.lines(laid.to_paper(np.array(arcs, dtype=object)), Style(edge=colour, width=0.13, layer=8))
