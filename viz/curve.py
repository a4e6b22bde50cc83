"""The curve of a consolidation: running cost against people moved, a dot a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely import LineString, Point

from twin.model.words import say
from viz.drawing.pen import Page, Style
from viz.fonts import face
from viz.palette import ACCENT, INK, LINE
from viz.plot import write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

    from twin.space.planning.alternatives import Curve

__all__ = ["plot_curve"]

_WIDE, _HIGH = 210.0, 148.0
_LEFT, _RIGHT, _LOW, _TOP = 26.0, 14.0, 22.0, 22.0
_SOFT = "#52606d"
_STEPS = 5


def plot_curve(curve: Curve, out: Path, *, lang: str = "zh") -> None:
    """Draw the plans of a curve on A5 and write it as PNG or PDF; today stands at no moves.

    Raises
    ------
    UsageError
        If the file's end is neither ``.png`` nor ``.pdf``, or the folder cannot be written to.
    """
    write_sheet(lambda: (_draw(curve, lang), say("plan.picture.curve").lang(lang)), out)


def _draw(curve: Curve, lang: str) -> Figure:
    page = Page(_WIDE, _HIGH, face())
    dots = [(0.0, curve.today["total"], say("plan.picture.today").lang(lang))]
    dots += [
        (float(at.moved), at.operating,
         say("plan.picture.dot", buildings=at.buildings_given_up, floors=at.floors_given_up).lang(lang))
        for at in curve.points
    ]  # fmt: skip
    most_x = max(x for x, *_ in dots) or 1.0
    low, high = min(y for _, y, _ in dots), max(y for _, y, _ in dots)
    low, high = low - 0.1 * (high - low or high), high + 0.1 * (high - low or high)

    def at(x: float, y: float) -> tuple[float, float]:
        wide, tall = _WIDE - _LEFT - _RIGHT, _HIGH - _LOW - _TOP
        return _LEFT + 0.96 * wide * x / most_x, _LOW + tall * (y - low) / (high - low)

    page.text(_LEFT, _HIGH - 12, say("plan.picture.curve").lang(lang), 14)
    page.text(_LEFT, _HIGH - 18, say("plan.picture.money").lang(lang), 8, color=_SOFT)
    page.text(_WIDE - _RIGHT, 8, say("plan.picture.people").lang(lang), 8, ha="right", color=_SOFT)
    for step in range(_STEPS + 1):
        x, y = most_x * step / _STEPS, low + (high - low) * step / _STEPS
        page.lines(LineString([(_LEFT, at(0, y)[1]), (_WIDE - _RIGHT, at(0, y)[1])]), Style(edge=LINE, width=0.2))
        page.text(_LEFT - 2, at(0, y)[1] - 1, f"{y:,.0f}", 7, ha="right", color=_SOFT)
        page.text(at(x, low)[0], _LOW - 5, f"{x:,.0f}", 7, ha="center", color=_SOFT)
    page.lines(LineString([at(x, y) for x, y, _ in dots]), Style(edge=ACCENT, width=0.4, layer=3)) if len(dots) > 1 else None
    for number, (x, y, name) in enumerate(dots):
        fill = INK if number == 0 else ACCENT
        page.shape(Point(*at(x, y)).buffer(1.4), Style(fill=fill, edge="#ffffff", width=0.3, layer=4))
        left = x > 0.8 * most_x
        page.text(at(x, y)[0] + (-2.5 if left else 2.5), at(x, y)[1] + 2.0, name, 8, ha="right" if left else "left")
    return page.finish()
