"""Three charts of the yearly report: held against granted, the year's course, offices in use and vacant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shapely

from twin.model.words import say
from viz.drawing.pen import Page, Style, tidy
from viz.palette import ACCENT, ALARM, DEPARTMENTS, INK, LINE, OK, ROOM_CLASS, STANDING, VACANT, WATCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.space.indicators.yearly import Yearly

__all__ = ["draw_charts"]

_LEFT, _RIGHT, _NAMES = 16.0, 194.0, 44.0
_SOFT = "#52606d"
_MOST = 20
"""Departments and buildings that a chart shows; the tables have them all."""
_BAR, _STEP = 2.4, 6.4
_NEAR = 0.1
"""Share of the height within which a label would run into the one above it."""
_LINES = (ACCENT, OK, WATCH)


def draw_charts(page: Page, report: Yearly, top: float) -> None:
    """Draw the three below each other; coordinates in millimetres."""
    page.text(_LEFT, top - 4, str(say("yearly.charts")), 12)
    low = _held(page, report, top - 12)
    low = _series(page, report, low - 10)
    _offices(page, report, low - 10)


def _bars(page: Page, y: float, values: Sequence[float], colours: Sequence[str], most: float, *, stacked: bool) -> None:
    """Draw bars from the left, beside each other or one behind the other."""
    wide = _RIGHT - _LEFT - _NAMES - 18
    x = _LEFT + _NAMES
    for place, (value, colour) in enumerate(zip(values, colours, strict=True)):
        length = wide * value / most if most else 0.0
        low = y if stacked else y + _BAR * (len(values) - 1 - place) - _BAR / 2
        edge = "#9aa5b1" if colour == VACANT else "none"
        high = 2 * _BAR if stacked else _BAR
        page.shape(shapely.box(x, low, x + max(length, 0.05), low + high), Style(fill=colour, edge=edge, width=0.15, layer=3))
        x += length if stacked else 0.0


def _legend(page: Page, y: float, names: Sequence[str], colours: Sequence[str]) -> None:
    x = _RIGHT - 26.0 * len(names)
    for name, colour in zip(names, colours, strict=True):
        page.shape(shapely.box(x, y, x + 4, y + 2.6), Style(fill=colour, edge="#9aa5b1", width=0.15, layer=3))
        page.text(x + 5.5, y + 0.2, name, 7.5, color=_SOFT)
        x += 26.0


def _title(page: Page, key: str, y: float) -> None:
    page.text(_LEFT, y, say(f"yearly.{key}").zh, 9.5)
    page.text(_LEFT, y - 3.6, say(f"yearly.{key}").en, 6.5, color=_SOFT)


def _held(page: Page, report: Yearly, top: float) -> float:
    """Draw two bars a department, the farthest over the standard first; held turns red where it passes what is granted."""
    rows = sorted(report.held, key=lambda row: row[1] - row[2])
    most = max((max(granted, held) for _, granted, held in rows), default=1.0)
    _title(page, "chart_held", top)
    _legend(page, top - 1, [say("yearly.entitled").zh, say("yearly.held").zh], [DEPARTMENTS[1], STANDING["within"]])
    y = top - 10
    for name, granted, held in rows[:_MOST]:
        page.text_within(_LEFT, y, tidy(name), 7.5, _NAMES - 2)
        over = STANDING["over"] if granted and held > granted else STANDING["within"]
        _bars(page, y, (granted, held), (DEPARTMENTS[1], over), most, stacked=False)
        page.text(_RIGHT, y, f"{held:,.0f} / {granted:,.0f}", 6.5, ha="right", color=ALARM if over == STANDING["over"] else _SOFT)
        y -= _STEP
    if len(rows) > _MOST:
        page.text(_LEFT, y, say("yearly.more", count=len(rows) - _MOST).zh, 7, color=_SOFT)
        y -= _STEP
    return y


def _series(page: Page, report: Yearly, top: float) -> float:
    """Draw shares over the year as lines between 0 and 100 %, more where something passes it."""
    _title(page, "chart_series", top)
    keys = list(report.series)
    names = [say(f"space.indicator.{key}.name").zh for key in keys]
    x = _RIGHT - 40.0 * len(names)
    for name, colour in zip(names, _LINES, strict=False):
        page.lines(shapely.LineString([(x, top + 1), (x + 6, top + 1)]), Style(edge=colour, width=0.6, layer=3))
        page.text(x + 7.5, top, name, 7.5, color=_SOFT)
        x += 40.0
    left, high, low = _LEFT + 12, top - 8, top - 50
    known = [value for values in report.series.values() for value in values if value is not None]
    most = max([1.0, *known])
    for step in range(5):
        y = low + (high - low) * step / 4
        page.lines(shapely.LineString([(left, y), (_RIGHT, y)]), Style(edge=LINE, width=0.2, layer=1))
        page.text(left - 2, y - 1, f"{100 * most * step / 4:.0f}", 7, ha="right", color=_SOFT)
    wide = (_RIGHT - left - 14) / max(len(report.days) - 1, 1)
    for place, day in enumerate(report.days):
        page.text(left + 6 + wide * place, low - 4.5, day, 7, ha="center", color=_SOFT)
    for key, colour in zip(keys, _LINES, strict=False):
        dots = []
        for place, value in enumerate(report.series[key]):
            if value is not None:
                dots.append((left + 6 + wide * place, low + (high - low) * value / most))
                others = [report.series[other][place] for other in keys if other != key]
                close = any(other is not None and value <= other < value + _NEAR * most for other in others)
                page.shape(shapely.Point(dots[-1]).buffer(0.9), Style(fill=colour, layer=4))
                page.text(dots[-1][0], dots[-1][1] + (-3.6 if close else 1.8), f"{100 * value:.1f}", 6.5, ha="center", color=INK)
        if len(dots) > 1:
            page.lines(shapely.LineString(dots), Style(edge=colour, width=0.6, layer=3))
    return low - 8


def _offices(page: Page, report: Yearly, top: float) -> None:
    """Draw the offices of each building, vacant ones white at the end of the bar."""
    rows = sorted(report.offices, key=lambda row: -row[2])
    room = int((top - 24) / _STEP)
    most = max((used + vacant for _, used, vacant in rows), default=1.0)
    _title(page, "chart_offices", top)
    _legend(page, top - 1, [say("yearly.used").zh, say("yearly.vacant").zh], [ROOM_CLASS["office"], VACANT])
    y = top - 10
    for name, used, vacant in rows[: min(_MOST, room)]:
        page.text_within(_LEFT, y + 1, tidy(name), 7.5, _NAMES - 2)
        _bars(page, y, (used, vacant), (ROOM_CLASS["office"], VACANT), most, stacked=True)
        page.text(_RIGHT, y + 1, f"{used:,.0f} + {vacant:,.0f}", 6.5, ha="right", color=_SOFT)
        y -= _STEP
