"""Cameras on the plan: where they stand, whither they look, what they see and what nobody sees."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.words import say
from viz.drawing.fills import Entry
from viz.drawing.labels import MM_PER_PT
from viz.drawing.pen import Style, tidy
from viz.palette import ACCENT, ALARM, MARKER, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.model.snapshot import Snapshot
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["draw_camera_names", "draw_sights", "sight_entries"]

_RADIUS_MM, _REACH_MM = 1.1, 3.6
_WHOLE_TURN_DEG = 359.0
_NAME_PT = 5.5
_BLIND_HATCH = "///"
_SEEN = Style(fill=ACCENT, alpha=0.16, layer=3)
_SEEN_EDGE = Style(edge=ACCENT, width=0.13, layer=4)
_BLIND = Style(edge=ALARM, width=0.13, hatch=_BLIND_HATCH, alpha=0.6, layer=4)


def draw_sights(page: Page, laid: Upright, snapshot: Snapshot, floor_id: str, coverage: Any) -> dict[str, Any]:
    """Draw views, blind areas and cameras of one floor.

    Parameters
    ----------
    coverage
        Answer of the security question: ``views`` (camera to polygon or None) and ``blind`` (``floor_id``, ``geometry``).

    Returns
    -------
    The circle each camera's mark fills on the sheet, by camera; a camera without a place is not drawn.
    """
    rows = snapshot.on_floor("camera", floor_id)
    views = [coverage.views.get(key) for key in snapshot.keys("camera")[rows]]
    for view in views:
        if view is not None and not view.is_empty:
            shape = laid.to_paper(shapely.make_valid(view))
            page.shape(shape, _SEEN)
            page.lines(shapely.boundary(shape), _SEEN_EDGE)
    blind = [laid.to_paper(shapely.make_valid(part.geometry)) for part in coverage.blind if part.floor_id == floor_id]
    page.shape(np.array(blind, dtype=object), _BLIND)
    places = snapshot.column("camera", "geometry")
    return {snapshot.keys("camera")[row]: _mark(page, laid, snapshot, int(row)) for row in rows if places[row] is not None}


def sight_entries(snapshot: Snapshot, floor_id: str, coverage: Any, lang: str) -> list[Entry]:
    """Give the lines of the legend for what `draw_sights` draws."""
    cameras = len(snapshot.on_floor("camera", floor_id))
    areas = [float(part.area_m2) for part in coverage.blind if part.floor_id == floor_id]
    blind = say("plot.blind", count=len(areas), area=f"{sum(areas):,.1f}").lang(lang)
    return [
        Entry(MARKER["camera"], "", say("plot.cameras", count=cameras).lang(lang)),
        Entry(ACCENT, "", say("plot.seen").lang(lang), line=ACCENT, alpha=0.3),
        Entry("none", _BLIND_HATCH, blind, line=ALARM, alpha=0.6),
    ]


def _mark(page: Page, laid: Upright, snapshot: Snapshot, row: int) -> Any:
    """Draw one camera: a disc, and a wedge as wide as its view where it has a heading."""
    spot = shapely.get_coordinates(laid.to_paper(snapshot.column("camera", "geometry")[row]))[0]
    heading, width = (float(snapshot.column("camera", name)[row]) for name in ("heading_deg", "hfov_deg"))
    around = not width < _WHOLE_TURN_DEG
    if around or math.isnan(heading):
        page.shape(shapely.Point(spot).buffer(_REACH_MM / 2), Style(edge=MARKER["camera"], width=0.25, layer=11))
    else:
        steps = np.radians(laid.turn_deg - heading + 90 + np.linspace(-width / 2, width / 2, 13))
        wedge = spot + _REACH_MM * np.column_stack([np.cos(steps), np.sin(steps)])
        page.shape(shapely.Polygon([spot, *wedge]), Style(fill=MARKER["camera"], alpha=0.75, layer=11))
    disc = shapely.Point(spot).buffer(_RADIUS_MM)
    page.shape(disc, Style(fill=MARKER["camera"], edge=PAPER, width=0.25, layer=12))
    return shapely.Point(spot).buffer(_REACH_MM)


def draw_camera_names(page: Page, snapshot: Snapshot, marks: dict[str, Any], taken: Sequence[Any], title: tuple[str, str]) -> int:
    """Name cameras beside their marks where a name meets no label and no other mark; give how many have no room.

    Names are set without the building and the floor that the sheet's `title` already says.
    """
    names = dict(zip(snapshot.keys("camera"), snapshot.column("camera", "name"), strict=True))
    kept = shapely.union_all([*taken, *marks.values()])
    left_out = 0
    for key, mark in marks.items():
        name = tidy(names[key])
        text = name.removeprefix(title[0]).strip().removeprefix(title[1]).strip() or name or tidy(key)
        spot = _free(page, text, mark, kept)
        if spot is None:
            left_out += 1
            continue
        x, y, box = spot
        page.text(x, y, text, _NAME_PT, color=MARKER["camera"], gid=f"camera:{key}")
        kept = shapely.union(kept, box)
    return left_out


def _free(page: Page, text: str, mark: Any, kept: Any) -> tuple[float, float, Any] | None:
    """Find a place beside a mark: right, left, above, below."""
    wide, high = page.face.width_pt(text, _NAME_PT) * MM_PER_PT, _NAME_PT * MM_PER_PT
    x0, y0, x1, y1 = mark.bounds
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    foot = middle_y - 0.36 * high
    for x, y in (
        (x1 + 0.4, foot),
        (x0 - 0.4 - wide, foot),
        (middle_x - wide / 2, y1 + 0.5),
        (middle_x - wide / 2, y0 - 0.4 - high),
    ):
        box = shapely.box(x, y - 0.16 * high, x + wide, y + 0.88 * high)
        if not kept.intersects(box):
            return x, y, box
    return None
