"""The yearly report on A4: a title, tables that flow from page to page, texts broken to their columns, and a page of charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import shapely
from matplotlib.backends.backend_pdf import PdfPages

from twin.model.words import say
from viz.drawing.labels import MM_PER_PT
from viz.drawing.pen import Page, Style, tidy
from viz.fonts import Face, face
from viz.palette import GROUND, INK, LINE
from viz.yearly.charts import draw_charts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matplotlib.figure import Figure

    from twin.space.indicators.happened import Table
    from twin.space.indicators.yearly import Yearly

__all__ = ["write_pages"]

_WIDE, _HIGH, _MARGIN, _FOOT = 210.0, 297.0, 16.0, 18.0
_SIZE, _STEP, _GAP = 7.5, 3.7, 1.4
"""Size of table text in points, its line step and the space round a row in mm."""
_SETTINGS: Any = {"pdf.fonttype": 42, "pdf.use14corefonts": False}
_SOFT = "#52606d"


def write_pages(path: Path, report: Yearly) -> None:
    """Write the report: indicators first, then the charts, then everything else."""
    flow = _Flow(report)
    flow.front()
    for number, table in enumerate(report.tables):
        flow.table(table)
        if number == 0:
            flow.charts()
    about = {"Creator": "District Twin", "CreationDate": None}
    with mpl.rc_context(_SETTINGS), PdfPages(path, metadata=about) as pages:
        for figure in flow.finish():
            pages.savefig(figure)


class _Flow:
    """Sheets that are filled from top to bottom."""

    def __init__(self, report: Yearly) -> None:
        self._report, self._face = report, face()
        self._pages: list[Page] = []
        self._y = 0.0
        self._turn()

    def _turn(self) -> None:
        """Begin a new sheet."""
        page = Page(_WIDE, _HIGH, self._face)
        self._pages.append(page)
        self._y = _HIGH - _MARGIN
        foot = f"{self._report.place} {say('yearly.title').zh} {self._report.year}"
        page.text_within(_MARGIN, 9.0, tidy(foot), 7, 120, color=_SOFT)
        page.text(_WIDE - _MARGIN, 9.0, str(say("yearly.page", page=len(self._pages))), 7, ha="right", color=_SOFT)

    @property
    def _page(self) -> Page:
        return self._pages[-1]

    def front(self) -> None:
        """Set title, period, and what the figures rest on."""
        report, width = self._report, _WIDE - 2 * _MARGIN
        self._page.text_within(_MARGIN, self._y - 8, tidy(report.place), 13, width, color=_SOFT)
        self._page.text_within(_MARGIN, self._y - 19, f"{report.year} {say('yearly.title').zh}", 24, width)
        self._page.text_within(_MARGIN, self._y - 25, f"{say('yearly.title').en} {report.year}", 10, width, color=_SOFT)
        facts = (
            say("yearly.period", year=report.year, day=report.on, version=report.version),
            say("yearly.by", standard=report.standard),
            say("yearly.basis"),
        )
        self._y -= 33
        for fact in facts:
            self._page.text_within(_MARGIN, self._y, tidy(fact.zh), 9, width)
            self._y -= 5
        self._y -= 3

    def charts(self) -> None:
        """Give the charts a sheet of their own."""
        self._turn()
        draw_charts(self._page, self._report, self._y)
        self._turn()

    def table(self, table: Table) -> None:
        """Set a table; its head again on every sheet."""
        columns = [share * (_WIDE - 2 * _MARGIN) for share in table.wide]
        right = [_figures([row[place] for row in table.rows]) for place in range(len(columns))]
        heads = [_broken(self._face, head.zh, _SIZE, width - _GAP) for head, width in zip(table.heads, columns, strict=True)]
        if self._y - 30 < _FOOT:
            self._turn()
        self._y -= 4
        self._page.text(_MARGIN, self._y, table.title.zh, 12)
        self._page.text_within(_MARGIN + 60, self._y, table.title.en, 8, 100, color=_SOFT)
        self._y -= 3
        self._row(heads, columns, right, head=True)
        for row in table.rows:
            cells = [_broken(self._face, _shown(value), _SIZE, width - _GAP) for value, width in zip(row, columns, strict=True)]
            high = _STEP * max(len(cell) for cell in cells) + _GAP
            if self._y - high < _FOOT:
                self._turn()
                self._row(heads, columns, right, head=True)
            self._row(cells, columns, right)
        self._y -= 6

    def _row(
        self, cells: Sequence[Sequence[str]], columns: Sequence[float], right: Sequence[bool], *, head: bool = False
    ) -> None:
        """Set one row of broken texts, ruled below."""
        high = _STEP * max(len(cell) for cell in cells) + _GAP
        if head:
            ground = shapely.box(_MARGIN, self._y - high, _WIDE - _MARGIN, self._y)
            self._page.shape(ground, Style(fill=GROUND, layer=1))
        x = _MARGIN
        for lines, width, figure in zip(cells, columns, right, strict=True):
            for number, line in enumerate(lines):
                at = (x + width - 2 * _GAP, "right") if figure else (x + 0.6, "left")
                y = self._y - _GAP / 2 - _STEP * (number + 0.78)
                self._page.text(at[0], y, line, _SIZE, ha=at[1], color=_SOFT if head else INK)
            x += width
        self._y -= high
        rule = shapely.LineString([(_MARGIN, self._y), (_WIDE - _MARGIN, self._y)])
        self._page.lines(rule, Style(edge=LINE, width=0.2, layer=2))

    def finish(self) -> list[Figure]:
        """Set all texts."""
        return [page.finish() for page in self._pages]


def _figures(cells: Sequence[object]) -> bool:
    """Tell whether a column holds figures, and nothing else but gaps."""
    return any(isinstance(cell, int | float) for cell in cells) and not any(isinstance(cell, str) for cell in cells)


def _shown(value: object) -> str:
    """Write a cell: figures with two decimals at most, nothing as a dash."""
    if value is None or value == "":
        return "—"
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".") if value == round(value, 2) else f"{value:,.2f}"
    return tidy(value)


def _broken(font: Face, text: str, size: float, width_mm: float) -> list[str]:
    """Break a text into lines that fit; Latin words stay whole where they can."""
    lines, line = [], ""
    for word in _words(text):
        if line and font.width_pt(line + word, size) * MM_PER_PT > width_mm:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line += word
        while font.width_pt(line, size) * MM_PER_PT > width_mm and len(line) > 1:
            cut = next(n for n in range(len(line), 0, -1) if n == 1 or font.width_pt(line[:n], size) * MM_PER_PT <= width_mm)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line or not lines else lines


def _words(text: str) -> list[str]:
    """Cut a text where it may be broken: between Chinese signs, after a space; closing signs stay with what is before them."""
    found: list[str] = []
    for sign in text:
        plain = sign.isascii() and sign != " "
        glued = found and ((plain and found[-1][-1:].isascii() and found[-1][-1:] != " ") or sign in ",。;:、)〕%”² ")
        if glued:
            found[-1] += sign
        else:
            found.append(sign)
    return found
