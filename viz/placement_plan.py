"""The picture of a placement: what is seen today, what the proposals add, what is still short, and where each hangs."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.model.words import say
from twin.security.placement.figures import standing
from viz.drawing.pen import Page, Style
from viz.fonts import face
from viz.palette import ACCENT, ALARM, INK, LINE, OK, PAPER
from viz.plot import write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

    from twin.security.placement.plan import Proposal
    from twin.security.places import Place

__all__ = ["plot_placement"]

_WIDE, _HIGH, _EDGE, _HEAD, _FOOT = 420.0, 297.0, 14.0, 34.0, 18.0
_SOFT = "#52606d"
_WALL = Style(fill="#39434d", layer=6)
_ZONE = Style(fill="#fbfbfa", edge=LINE, width=0.15, layer=1)
_STANDS: dict[str, Style] = {
    "before": Style(fill=ACCENT, alpha=0.22, layer=2),
    "added": Style(fill=OK, alpha=0.38, layer=3),
    "short": Style(fill="#fde3e0", edge=ALARM, width=0.1, hatch="////", layer=2),
}
_BANNED = Style(fill="#e3e0ea", edge="#7b6f94", width=0.15, hatch="xxxx", layer=2)
_MARK_MM, _WEDGE_MM = 1.3, 5.0


def plot_placement(proposal: Proposal, out: Path, *, lang: str = "zh") -> list[Path]:
    """Draw every place of a proposal on an A3 sheet of its own and write it as PNG or PDF.

    Returns
    -------
    The files written: `out`, or where there are several places ``out-1``, ``out-2``, ….

    Raises
    ------
    UsageError
        If the file's end is neither ``.png`` nor ``.pdf``, or the folder cannot be written to.
    """
    count = len(proposal.problem.places)
    paths = [out] if count == 1 else [out.with_stem(f"{out.stem}-{number}") for number in range(1, count + 1)]
    for number, path in enumerate(paths):
        write_sheet(partial(_sheet, proposal, number, lang), path)
    return paths


def _sheet(proposal: Proposal, number: int, lang: str) -> tuple[Figure, str]:
    return _draw(proposal, number, lang), say("placement.picture.title").lang(lang)


def _draw(proposal: Proposal, number: int, lang: str) -> Figure:
    page = Page(_WIDE, _HIGH, face())
    place = proposal.problem.places[number]
    on_paper = _Scale(place)
    figures = proposal.met[number]
    name = figures.name or say("placement.grounds").lang(lang)
    page.text(_EDGE, _HIGH - 16, f"{say('placement.picture.title').lang(lang)} · {name}", 16)
    percent = [100.0 * part / max(figures.asked_m2, 1e-9) for part in (figures.before_m2, figures.after_m2)]
    choice, here = proposal.choice, {camera.camera_id for camera in place.cameras}
    mine = [camera for camera in proposal.cameras if str(camera.row["camera_id"]) in here]
    told = say(
        "placement.picture.figures", count=len(mine), before=f"{percent[0]:.1f}", after=f"{percent[1]:.1f}",
        asked=f"{figures.asked_m2:,.0f}", gap=f"{100.0 * choice.gap:.2f}", yuan=f"{sum(camera.yuan for camera in mine):,.0f}",
    )  # fmt: skip
    page.text(_EDGE, _HIGH - 24, told.lang(lang), 9, color=_SOFT)
    page.shape(on_paper(np.array([zone.geometry for zone in place.zones])), _ZONE)
    stands = standing(proposal, number)
    for key, style in (*_STANDS.items(), ("banned", _BANNED)):
        page.shape(on_paper(stands[key]), style)
    page.shape(on_paper(_walls(place)), _WALL)
    order = {str(camera.row["camera_id"]): place for place, camera in enumerate(proposal.cameras, start=1)}
    for camera in place.cameras:
        _camera(page, on_paper, camera, order.get(camera.camera_id, 0))
    _legend(page, lang)
    return page.finish()


class _Scale:
    """From local metres to millimetres of the sheet, north up."""

    def __init__(self, place: Place) -> None:
        self.low_x, self.low_y, high_x, high_y = shapely.total_bounds(np.array([zone.geometry for zone in place.zones]))
        wide, high = max(high_x - self.low_x, 1e-6), max(high_y - self.low_y, 1e-6)
        self.mm = min((_WIDE - 2 * _EDGE) / wide, (_HIGH - _HEAD - _FOOT - _EDGE) / high)
        self.x = 0.5 * (_WIDE - wide * self.mm)
        self.y = _FOOT + 0.5 * (_HIGH - _HEAD - _FOOT - _EDGE - high * self.mm) + 0.5 * _EDGE

    def __call__(self, shapes: Any) -> Any:
        return shapely.transform(shapes, lambda points: (points - (self.low_x, self.low_y)) * self.mm + (self.x, self.y))


def _walls(place: Place) -> Any:
    """Give what hides at the target plane, within the bounds of the place."""
    frame = shapely.box(*shapely.total_bounds(np.array([zone.geometry for zone in place.zones]))).buffer(0.4)
    return shapely.intersection(place.solids[0], frame)


def _camera(page: Page, on_paper: _Scale, camera: Any, number: int) -> None:
    """Draw one camera: grey where it hangs already; proposals green, with their number."""
    x, y = shapely.get_coordinates(on_paper(shapely.Point(camera.x, camera.y)))[0]
    colour = OK if number else _SOFT
    if not math.isnan(camera.heading_deg):
        half = min(camera.hfov_deg, 150.0) / 2.0
        turn = np.radians(90.0 - camera.heading_deg + np.linspace(-half, half, 13))
        ring = np.vstack([[x, y], np.column_stack([x + _WEDGE_MM * np.cos(turn), y + _WEDGE_MM * np.sin(turn)])])
        page.shape(shapely.Polygon(ring), Style(fill=colour, alpha=0.55, layer=11))
    else:
        page.shape(shapely.Point(x, y).buffer(0.5 * _WEDGE_MM), Style(edge=colour, width=0.35, layer=11))
    page.shape(
        shapely.Point(x, y).buffer(_MARK_MM if number else 0.7 * _MARK_MM), Style(fill=colour, edge=PAPER, width=0.2, layer=12)
    )
    if number:
        page.text(x, y - 0.75, str(number), 5.5, ha="center", color=PAPER)


def _legend(page: Page, lang: str) -> None:
    entries = [*_STANDS.items(), ("banned", _BANNED), ("hangs", Style(fill=_SOFT)), ("proposed", Style(fill=OK))]
    wide = (_WIDE - 2 * _EDGE) / len(entries)
    for place, (key, style) in enumerate(entries):
        x = _EDGE + place * wide
        page.shape(shapely.box(x, 7.0, x + 5.0, 11.0), style)
        page.lines(shapely.boundary(shapely.box(x, 7.0, x + 5.0, 11.0)), Style(edge=INK, width=0.1, layer=5))
        page.text_within(x + 6.5, 8.0, say(f"placement.picture.{key}").lang(lang), 8, wide - 9)
