"""What a sheet says beside the plan: title, scale, north, legend, notes, and where the figures come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.words import say
from viz.drawing.pen import Style
from viz.drawing.upright import MARGIN_MM, SIDE_MM
from viz.palette import INK, LINE, PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viz.drawing.fills import Entry
    from viz.drawing.pen import Page
    from viz.drawing.upright import Upright

__all__ = ["Sheet", "draw_sheet"]

_PAD_MM = 5.0
_SOFT = "#52606d"
_BAR_MM, _BAR_PARTS = 50.0, 5
_BAR_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)
_FRAME = Style(edge=INK, width=0.5, layer=30)
_RULE = Style(edge=LINE, width=0.25, layer=30)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Words of the title block. `entries` is the legend, `extra` further entries under it, both drawn as swatches."""

    building: str
    floor: str
    subtitle: str
    legend_title: str
    entries: Sequence[Entry]
    extra: Sequence[Entry]
    notes: Sequence[str]
    footer: Sequence[tuple[str, str]]
    located: bool
    lang: str


def draw_sheet(page: Page, laid: Upright, sheet: Sheet) -> None:
    """Draw frame and title block; the legend takes the height that is left."""
    left, right = laid.width_mm - MARGIN_MM - SIDE_MM, laid.width_mm - MARGIN_MM
    low, high = MARGIN_MM, laid.height_mm - MARGIN_MM
    page.lines([_ring(MARGIN_MM, low, right, high), shapely.LineString([(left, low), (left, high)])], _FRAME)
    inner, width = left + _PAD_MM, SIDE_MM - 2 * _PAD_MM
    page.text_within(inner, high - 11, sheet.building, 13, width)
    page.text_within(inner, high - 21, sheet.floor, 20, width)
    page.text_within(inner, high - 28, sheet.subtitle, 9, width, color=_SOFT)
    _rule(page, left, right, high - 33)
    _scale(page, laid, inner, high - 45, sheet.lang)
    _north(page, laid, right - _PAD_MM - 3, high - 46, sheet)
    _rule(page, left, right, high - 60)
    bottom = _footer(page, sheet, inner, low, width)
    _rule(page, left, right, bottom)
    bottom = _notes(page, sheet.notes, inner, bottom, width)
    _legend(page, sheet, (inner, high - 68), (width, high - 68 - bottom))


def _ring(x0: float, y0: float, x1: float, y1: float) -> shapely.LinearRing:
    return shapely.LinearRing([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


def _rule(page: Page, left: float, right: float, y: float) -> None:
    page.lines(shapely.LineString([(left + 2.5, y), (right - 2.5, y)]), _RULE)


def _scale(page: Page, laid: Upright, x: float, y: float, lang: str) -> None:
    """Draw the scale in figures and a bar of whole metres."""
    page.text(x, y + 6, say("plot.scale", scale=f"{laid.scale:g}").lang(lang), 11)
    step = max(size for size in _BAR_STEPS if laid.mm(size) * _BAR_PARTS <= _BAR_MM or size == _BAR_STEPS[0])
    for part in range(_BAR_PARTS):
        start, end = laid.mm(part * step), laid.mm((part + 1) * step)
        colour = INK if part % 2 == 0 else PAPER
        page.shape(shapely.box(x + start, y - 3, x + end, y - 1.4), Style(fill=colour, edge=INK, width=0.2, layer=31))
    for part in (0, 1, _BAR_PARTS):
        label = f"{part * step:g}" + (" m" if part == _BAR_PARTS else "")
        page.text(x + laid.mm(part * step), y - 7, label, 7, ha="left" if part == 0 else "center")


def _north(page: Page, laid: Upright, x: float, y: float, sheet: Sheet) -> None:
    """Draw an arrow to grid north, or along the model's y axis where north is not known."""
    north_x, north_y = laid.north()
    tip = np.array([x + 8 * north_x, y + 8 * north_y])
    side = np.array([north_y, -north_x]) * 2.6
    foot = np.array([x - 6 * north_x, y - 6 * north_y])
    notch = np.array([x - 3.6 * north_x, y - 3.6 * north_y])
    page.shape(shapely.Polygon([tip, foot + side, notch]), Style(fill=INK, edge=INK, width=0.2, layer=31))
    page.shape(shapely.Polygon([tip, notch, foot - side]), Style(fill=PAPER, edge=INK, width=0.2, layer=31))
    word = say("plot.north" if sheet.located else "plot.model_y").lang(sheet.lang)
    page.text(x + 3, y - 12.5, word, 7, ha="right", color=_SOFT)


def _legend(page: Page, sheet: Sheet, corner: tuple[float, float], size: tuple[float, float]) -> None:
    """Draw swatch, words, rooms and m² of each entry, with their sum; rows draw closer together where there are many."""
    x, top = corner
    right = x + size[0]
    rows = len(sheet.entries) + len(sheet.extra) + 2
    row = min(5.6, size[1] / (rows + 0.5))
    text = min(8.5, row * 1.55)
    columns = right - 19.0, right
    page.text(x, top, sheet.legend_title, text, color=_SOFT)
    for column, code in zip(columns, ("plot.rooms", "plot.area"), strict=True):
        page.text(column, top, say(code).lang(sheet.lang), text, ha="right", color=_SOFT)
    y = top - row
    for entry in sheet.entries:
        _swatch(page, entry, x, y, row)
        page.text_within(x + 9, y, entry.text, text, columns[0] - x - 9 - 8)
        page.text(columns[0], y, f"{entry.rooms}", text, ha="right")
        page.text(columns[1], y, f"{entry.area_m2:,.1f}", text, ha="right")
        y -= row
    counted = [entry for entry in sheet.entries if not entry.part_of_others]
    page.lines(shapely.LineString([(x, y + row * 0.68), (right, y + row * 0.68)]), _RULE)
    page.text(x + 9, y, say("plot.total").lang(sheet.lang), text)
    page.text(columns[0], y, f"{sum(entry.rooms for entry in counted)}", text, ha="right")
    page.text(columns[1], y, f"{sum(entry.area_m2 for entry in counted):,.1f}", text, ha="right")
    y -= row * 1.3
    for entry in sheet.extra:
        _swatch(page, entry, x, y, row)
        page.text_within(x + 9, y, entry.text, text, size[0] - 9)
        y -= row


def _swatch(page: Page, entry: Entry, x: float, y: float, row: float) -> None:
    box = shapely.box(x, y - row * 0.14, x + 6.5, y + row * 0.52)
    edge = entry.line or "#7b8794"
    page.shape(box, Style(fill=entry.colour, edge=edge, width=0.15, hatch=entry.hatch, layer=31, alpha=entry.alpha))


def _notes(page: Page, notes: Sequence[str], x: float, y: float, width: float) -> float:
    """Set notes upward from the footer, broken into lines; give the height reached."""
    lines = [line for note in notes for line in _broken(page, note, 7, width)]
    for number, line in enumerate(reversed(lines)):
        page.text(x, y + 3 + number * 3.6, line, 7, color=_SOFT)
    return y + 3 + len(lines) * 3.6 + 2


def _broken(page: Page, text: str, size_pt: float, width_mm: float) -> list[str]:
    """Break a text into lines: at spaces in Latin, anywhere in Chinese."""
    lines, line = [], ""
    for sign in text:
        if line and page.face.width_pt(line + sign, size_pt) * 25.4 / 72 > width_mm:
            head, gap, tail = line.rpartition(" ")
            whole = sign.isascii() and gap and tail.isascii()
            lines.append(head if whole else line)
            line = tail if whole else ""
        line = (line + sign).lstrip()
    return [*lines, line]


def _footer(page: Page, sheet: Sheet, x: float, low: float, width: float) -> float:
    """Set the rows at the foot; give the height reached."""
    for number, (name, value) in enumerate(reversed(sheet.footer)):
        y = low + 4 + number * 4.4
        page.text(x, y, name, 7, color=_SOFT)
        page.text_within(x + 15, y, value, 7, width - 15)
    return low + 4 + len(sheet.footer) * 4.4 + 1
