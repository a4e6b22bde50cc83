"""What plans draw in stairs, lifts and shafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from viz.drawing.pen import Style
from viz.drawing.rectangle import corners_of
from viz.drawing.rooms import sound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["draw_symbols"]

_LINE = Style(edge="#7b8794", width=0.13, layer=4)
_TREAD_M = 0.3
_START, _RUN = 0.22, 0.56
"""Where the flights begin along a stair and how far they run: landings at both ends."""


def draw_symbols(
    page: Page, laid: Upright, snapshot: Snapshot, floor_id: str, drawn: tuple[NDArray[np.intp], NDArray[Any], Sequence[Any]]
) -> None:
    """Draw treads in stairs, crosses in lifts and a stroke in shafts, broken where a label stands.

    Parameters
    ----------
    drawn
        Row numbers of the floor's rooms, their shapes on paper, and the labels' boxes. A stair or lift that is no room of its
        own is drawn where the table `vertical_link` has it.
    """
    rows, shapes, labels = drawn
    words = shapely.union_all(list(labels))
    kinds = snapshot.column("room", "room_class")[rows]
    inside = {kind: shapes[kinds == kind] for kind in _DRAWN}
    links = snapshot.on_floor("vertical_link", floor_id)
    for kind in ("stair", "lift"):
        of_kind = links[snapshot.column("vertical_link", "link_class")[links] == kind]
        placed = laid.to_paper(sound(snapshot.column("vertical_link", "geometry")[of_kind]))
        rooms = shapely.union_all(inside[kind])
        inside[kind] = np.concatenate([inside[kind], placed[~shapely.intersects(placed, rooms)]])
    for kind, found in inside.items():
        for shape in found[~shapely.is_empty(found)]:
            page.lines(shapely.difference(shapely.intersection(_DRAWN[kind](shape, laid), shape), words), _LINE)


def _cross(shape: Any, laid: Upright) -> list[Any]:
    """Cross a lift, as plans do."""
    del laid
    corners = corners_of(shape)
    return [shapely.LineString(corners[[0, 2]]), shapely.LineString(corners[[1, 3]])]


def _slash(shape: Any, laid: Upright) -> list[Any]:
    """Strike a shaft through once."""
    return _cross(shape, laid)[:1]


def _treads(shape: Any, laid: Upright) -> list[Any]:
    """Draw two flights over the middle of a stair: treads across its length, a line between the flights."""
    start, along, across, _ = corners_of(shape)
    run, wide = along - start, across - along
    count = int(_RUN * float(np.hypot(*run)) / laid.mm(_TREAD_M))
    if count < 3:
        return []
    spots = _START + _RUN * np.arange(count + 1) / count
    feet = start + spots[:, None] * run
    ends = [start + run * place + wide / 2 for place in (spots[0], spots[-1])]
    return [shapely.LineString(ends), *(shapely.LineString([foot, foot + wide]) for foot in feet)]


_DRAWN = {"lift": _cross, "shaft": _slash, "stair": _treads}
