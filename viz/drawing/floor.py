"""The plan itself, in the order in which things cover each other: rooms, walls with their doors cut out, windows, stairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from viz.drawing.doors import doors_of
from viz.drawing.pen import Style
from viz.palette import INK, PAPER, SURFACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from viz.drawing.fills import Fill
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["draw_rooms", "draw_symbols", "draw_walls"]

_THIN = "#5b6875"
_SYMBOL = Style(edge="#7b8794", width=0.13, layer=3)
_GLASS = "#4f7f9f"
_TREAD_M = 0.3
_HATCH_INK = "#8a96a1"


def draw_rooms(page: Page, laid: Upright, snapshot: Snapshot, rows: NDArray[np.intp], fill: Fill) -> NDArray[Any]:
    """Fill rooms; give their shapes on paper."""
    shapes = laid.to_paper(_sound(snapshot.column("room", "geometry")[rows]))
    for colour, hatch in sorted(set(zip(fill.colours, fill.hatches, strict=True))):
        alike = [place for place, look in enumerate(zip(fill.colours, fill.hatches, strict=True)) if look == (colour, hatch)]
        edge = _HATCH_INK if hatch else SURFACE["room_line"]
        page.shape(shapes[alike], Style(fill=colour, edge=edge, width=0.13, hatch=hatch, layer=2))
    return shapes


def draw_symbols(page: Page, laid: Upright, kinds: NDArray[Any], shapes: NDArray[Any], labels: Sequence[Any]) -> None:
    """Draw treads in stairs and crosses in lifts and shafts, broken where a label stands."""
    words = shapely.union_all(list(labels))
    for shape, kind in zip(shapes, kinds, strict=True):
        if kind in _SYMBOLS and not shape.is_empty:
            lines = shapely.intersection(_SYMBOLS[kind](shape, laid), shape)
            page.lines(shapely.difference(lines, words), _SYMBOL)


def _sound(shapes: NDArray[Any]) -> NDArray[Any]:
    """Make shapes valid; a missing one becomes empty."""
    return np.array([shapely.MultiPolygon() if shape is None else shapely.make_valid(shape) for shape in shapes], dtype=object)


def _corners(shape: Any) -> NDArray[np.float64]:
    """Give the corners of the smallest rectangle round a shape, the first edge the longer."""
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(shape))[:4]
    if len(corners) < 4:
        return np.zeros((4, 2))
    long_first = np.hypot(*(corners[1] - corners[0])) >= np.hypot(*(corners[2] - corners[1]))
    return corners if long_first else np.roll(corners, -1, axis=0)


def _middle(pane: Any) -> Any:
    """Give the line of the glass: along the middle of a pane."""
    corners = _corners(pane)
    return shapely.LineString([(corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2])


def _cross(shape: Any, laid: Upright) -> list[Any]:
    """Cross a lift, as plans do."""
    del laid
    corners = _corners(shape)
    return [shapely.LineString(corners[[0, 2]]), shapely.LineString(corners[[1, 3]])]


def _slash(shape: Any, laid: Upright) -> list[Any]:
    """Strike a shaft through once."""
    return _cross(shape, laid)[:1]


def _treads(shape: Any, laid: Upright) -> list[Any]:
    """Draw two flights over the middle of a stair: treads across its length, a line between the flights."""
    start, along, across, _ = _corners(shape)
    run, wide = along - start, across - along
    length = float(np.hypot(*run))
    count = int(0.55 * length / laid.mm(_TREAD_M))
    if count < 3:
        return []
    spots = 0.25 + 0.55 * np.arange(count + 1) / count
    feet = start + spots[:, None] * run
    ends = [start + run * place + wide / 2 for place in (spots[0], spots[-1])]
    return [shapely.LineString(ends), *(shapely.LineString([foot, foot + wide]) for foot in feet)]


_SYMBOLS = {"lift": _cross, "shaft": _slash, "stair": _treads}


def draw_walls(page: Page, laid: Upright, snapshot: Snapshot, floor_id: str) -> list[Any]:
    """Draw walls with door openings, windows and doors; give the shapes that door leaves sweep, on paper."""
    rows = snapshot.on_floor("wall", floor_id)
    shapes = _sound(snapshot.column("wall", "geometry")[rows])
    kinds = snapshot.column("wall", "wall_class")[rows]
    clear = snapshot.column("wall", "transparent")[rows]
    doors = doors_of(snapshot, floor_id)
    gaps = shapely.union_all([door.gap for door in doors])
    solid = shapely.difference(shapely.union_all(shapes[(kinds == "wall") & ~clear]), gaps)
    light = clear & np.isin(kinds, ["wall", "window", "curtain"]) | (kinds == "window")
    page.shape(laid.to_paper(solid), Style(fill=SURFACE["wall"], edge=SURFACE["wall"], width=0.1, layer=5))
    panes = laid.to_paper(np.array([shapely.difference(shape, gaps) for shape in shapes[light]], dtype=object))
    page.shape(panes, Style(fill=PAPER, edge=_GLASS, width=0.15, layer=6))
    page.lines([_middle(pane) for pane in shapely.get_parts(panes) if pane.area > 0], Style(edge=_GLASS, width=0.13, layer=6))
    opaque = laid.to_paper(
        np.array([shapely.difference(shape, gaps) for shape in shapes[(kinds == "curtain") & ~clear]], dtype=object)
    )
    page.shape(opaque, Style(fill=SURFACE["curtain"], edge=SURFACE["curtain"], width=0.1, layer=6))
    page.shape(laid.to_paper(shapes[kinds == "railing"]), Style(edge=SURFACE["railing"], width=0.13, layer=6))
    page.shape(laid.to_paper(shapes[kinds == "column"]), Style(fill=INK, edge=INK, width=0.1, layer=7))
    for door in doors:
        colour = SURFACE["entrance"] if door.entrance else _THIN
        page.lines(laid.to_paper(np.array(door.leaves, dtype=object)), Style(edge=colour, width=0.3, layer=8))
        page.lines(laid.to_paper(np.array(door.arcs, dtype=object)), Style(edge=colour, width=0.13, layer=8))
    return [laid.to_paper(door.swing) for door in doors if not door.swing.is_empty]
