"""Cameras on the plan: where they stand, whither they look, what they see and what nobody sees."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.words import say
from twin.security.ladders import LADDERS
from twin.security.levels import level_shapes
from viz.drawing.fills import Entry
from viz.drawing.labels import MM_PER_PT
from viz.drawing.pen import Style, tidy
from viz.palette import ACCENT, ALARM, MARKER, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.model.snapshot import Snapshot
    from twin.security.ladders import Level
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["draw_camera_names", "draw_sights", "sight_entries"]

_RADIUS_MM, _REACH_MM = 1.1, 3.6
_WHOLE_TURN_DEG = 359.0
_NAME_PT = 5.5
_BLIND_HATCH = "///"
_SEEN = Style(fill=ACCENT, alpha=0.16, layer=3)
_SEEN_EDGE = Style(edge=ACCENT, width=0.13, layer=4)
_BELOW, _SHADE = "#9aa5b1", 0.55
_SHADES = ("#deebf7", "#b5d4ec", "#82b8de", "#4a97cb", "#2171b5", "#0f4f91", "#08306b")
"""From light to dark, distinct in grey too."""
_BLIND = Style(edge=ALARM, width=0.13, hatch=_BLIND_HATCH, alpha=0.6, layer=4)


def draw_sights(
    page: Page, laid: Upright, snapshot: Snapshot, floor_id: str, coverage: Any, *, levels: bool = False
) -> dict[str, Any]:
    """Draw views, blind areas and cameras of one floor.

    Parameters
    ----------
    coverage
        Answer of the security question: ``views`` (camera to polygon or None) and ``blind`` (``floor_id``, ``geometry``).
    levels
        Shade what is seen by the level of its best picture instead of view by view.

    Returns
    -------
    The circle each camera's mark fills on the sheet, by camera; a camera without a place is not drawn.
    """
    rows = snapshot.on_floor("camera", floor_id)
    views = [] if levels else [coverage.views.get(key) for key in snapshot.keys("camera")[rows]]
    for level, ground in level_shapes(coverage, floor_id) if levels else []:
        page.shape(laid.to_paper(shapely.make_valid(ground)), Style(fill=_shade(coverage, level), alpha=_SHADE, layer=3))
    for view in views:
        if view is not None and not view.is_empty:
            shape = laid.to_paper(shapely.make_valid(view))
            page.shape(shape, _SEEN)
            page.lines(shapely.boundary(shape), _SEEN_EDGE)
    blind = [laid.to_paper(shapely.make_valid(part.geometry)) for part in coverage.blind if part.floor_id == floor_id]
    page.shape(np.array(blind, dtype=object), _BLIND)
    places = snapshot.column("camera", "geometry")
    return {snapshot.keys("camera")[row]: _mark(page, laid, snapshot, int(row)) for row in rows if places[row] is not None}


def _shade(coverage: Any, level: Level | None) -> str:
    """Choose the colour of a level: the finer the darker; grey for what is seen below the first."""
    if level is None:
        return _BELOW
    ladder = LADDERS[coverage.params.ladder].levels
    return _SHADES[round(ladder.index(level) * (len(_SHADES) - 1) / max(len(ladder) - 1, 1))]


def sight_entries(snapshot: Snapshot, floor_id: str, coverage: Any, lang: str, *, levels: bool = False) -> list[Entry]:
    """Give the lines of the legend for what `draw_sights` draws."""
    cameras = len(snapshot.on_floor("camera", floor_id))
    areas = [float(part.area_m2) for part in coverage.blind if part.floor_id == floor_id]
    blind = say("plot.blind", count=len(areas), area=f"{sum(areas):,.1f}").lang(lang)
    seen = [Entry(ACCENT, "", say("plot.seen").lang(lang), line=ACCENT, alpha=0.3)]
    if levels:
        seen = [
            Entry(_shade(coverage, level), "", _level_name(level, lang), alpha=_SHADE)
            for level, _ in level_shapes(coverage, floor_id)
        ]
    return [
        Entry(MARKER["camera"], "", say("plot.cameras", count=cameras).lang(lang)),
        *seen,
        Entry("none", _BLIND_HATCH, blind, line=ALARM, alpha=0.6),
    ]


def _level_name(level: Level | None, lang: str) -> str:
    if level is None:
        return say("plot.below").lang(lang)
    return f"{say(f'security.level.{level.key}').lang(lang)} ≥ {level.px_per_m:g} px/m"


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
