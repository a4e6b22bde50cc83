"""The report of security cells that a chief can sign: per cell a page and its ledger as PDF, a sheet as XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import shapely
from matplotlib.backends.backend_pdf import PdfPages
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from twin.model.errors import UsageError
from twin.model.words import say
from twin.security.ladders import LADDERS
from viz.drawing.labels import MM_PER_PT
from viz.drawing.pen import Page, Style, tidy
from viz.fonts import face
from viz.formats.guard import guarded
from viz.palette import INK, LINE
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from twin.security.cells import CellSheet

__all__ = ["write_cells"]

_WIDE_MM, _HIGH_MM, _MARGIN_MM, _ROW_MM = 210.0, 297.0, 18.0, 5.4
_SETTINGS: Any = {"pdf.fonttype": 42, "pdf.use14corefonts": False}
_MOST_BLIND, _MOST_THINGS, _MOST_OUTAGES, _MOST_LINES = 12, 400, 8, 4
_A_PAGE = 42
"""Lines of the ledger on a page."""
_COLUMNS = {"blind": (0.0, 12.0, 38.0), "worst": (0.0, 40.0, 130.0), "outages": (0.0, 24.0, 70.0, 136.0)}


def write_cells(path: Path, sheets: Sequence[CellSheet], *, version: int, target_z: float) -> None:
    """Write the report, whole or not at all.

    Parameters
    ----------
    path
        ``.xlsx`` or ``.pdf``.
    sheets
        One per cell, in order.
    version, target_z
        Of the data and of the plane, for the foot of each page.

    Raises
    ------
    UsageError
        If the file's end is another, or its folder cannot be written to.
    """
    foot = say("security.sheet.basis", version=version, target=f"{target_z:g}")
    writers = {".xlsx": _workbook, ".pdf": _pages}
    if path.suffix.lower() not in writers:
        raise UsageError("security.bad_report", path=path)
    with whole_file(path) as unfinished:
        writers[path.suffix.lower()](unfinished, sheets, foot)


def _figures(sheet: CellSheet) -> list[tuple[str, str]]:
    levels = LADDERS[sheet.ladder].levels
    named = [
        (f"{say(f'security.level.{level.key}')} ≥ {level.px_per_m:g} px/m", f"{area:,.1f} m²")
        for level, area in zip(levels, sheet.row.levels_m2, strict=True)
    ]
    return [(str(say(key)), value) for key, value in sheet.figures()] + named


def _workbook(path: Path, sheets: Sequence[CellSheet], foot: Any) -> None:
    book = Workbook(write_only=True)
    taken: set[str] = set()
    for number, sheet in enumerate(sheets, start=1):
        title = "".join(sign for sign in tidy(sheet.name or sheet.cell_id) if sign not in "[]:*?/\\")[:25] or str(number)
        title = title if title not in taken else f"{title} {number}"
        taken.add(title)
        page = book.create_sheet(title)
        for letter, width in (("A", 30), ("B", 34), ("C", 40), ("D", 16), ("E", 14)):
            page.column_dimensions[letter].width = width
        page.append([_cell(page, f"{say('security.sheet.title')}  {sheet.cell_id} {sheet.name}", bold=True)])
        for pair in (*sheet.duties(), *_figures(sheet)):
            page.append([_cell(page, text) for text in pair])
        _section(page, "worst", [(key, name, round(lost, 1)) for key, name, lost in sheet.worst])
        _section(
            page, "blind", [(rank, round(part.area_m2, 1), str(part.where)) for rank, part in enumerate(sheet.blind, start=1)]
        )
        _section(page, "outages", [_told(each) for each in sheet.outages])
        _section(page, "ledger", sheet.things())
        page.append([])
        page.append([_cell(page, str(foot))])
        page.append([_cell(page, str(say("security.sheet.signed")))])
    book.save(path)


def _section(page: Any, key: str, rows: Sequence[tuple[Any, ...]]) -> None:
    page.append([])
    page.append([_cell(page, str(say(f"security.sheet.{key}")), bold=True)])
    page.append([_cell(page, head, bold=True) for head in say(f"security.sheet.columns_{key}").zh.split("|")])
    for row in rows:
        page.append([_cell(page, value) if isinstance(value, str) else value for value in row])


def _cell(page: Any, text: str, *, bold: bool = False) -> WriteOnlyCell:
    """Make a cell of text that no program takes for a formula."""
    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    if guarded(text) != text:
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def _told(each: tuple[str, ...]) -> tuple[str, ...]:
    """Put how an outage repeats and why it is into words."""
    key, name, low, high, again, why = each
    words = [str(say(f"security.{group}.{word}")) if word else "" for group, word in (("repeats", again), ("why", why))]
    return key, name, low.replace("T", " "), high.replace("T", " "), *words


def _pages(path: Path, sheets: Sequence[CellSheet], foot: Any) -> None:
    with mpl.rc_context(_SETTINGS), PdfPages(path, metadata={"Creator": "District Twin", "CreationDate": None}) as pages:
        for sheet in sheets:
            pages.savefig(_page(sheet, foot))
            for number in range(0, min(len(sheet.ledger), _MOST_THINGS), _A_PAGE):
                pages.savefig(_ledger_page(sheet, number, foot))


def _page(sheet: CellSheet, foot: Any) -> Any:
    page = Page(_WIDE_MM, _HIGH_MM, face())
    left, width = _MARGIN_MM, _WIDE_MM - 2.0 * _MARGIN_MM
    y = _head(page, sheet)
    for name, value in sheet.duties():
        page.text_within(left, y, tidy(name), 9, 0.3 * width)
        y = _wrapped(page, (left + 0.33 * width, y), tidy(value), 9, 0.67 * width)
    y = _rule(page, y)
    for name, value in _figures(sheet):
        page.text_within(left, y, tidy(name), 9, 0.5 * width)
        page.text_within(left + 0.55 * width, y, tidy(value) or "-", 9, 0.45 * width)
        y -= _ROW_MM
    rows = [(key, name, f"{lost:,.1f}") for key, name, lost in sheet.worst]
    y = _table(page, "worst", rows, y)
    y = _table(page, "outages", [_brief(each) for each in sheet.outages[:_MOST_OUTAGES]], y)
    room = max(int((y - _MARGIN_MM - 22.0) / _ROW_MM) - 2, 0)
    shown = [
        (str(rank), f"{part.area_m2:,.1f}", str(part.where))
        for rank, part in enumerate(sheet.blind[: min(room, _MOST_BLIND)], start=1)
    ]
    y = _table(page, "blind", shown, y)
    ledger = f"{say('security.sheet.kinds')}: " + (", ".join(f"{kind} {count}" for kind, count in sheet.equipment()) or "-")
    page.text_within(left, y - 2.0, ledger, 9, width)
    page.text_within(left, _MARGIN_MM + 8.0, str(say("security.sheet.signed")), 9, width)
    page.text_within(left, _MARGIN_MM, str(foot), 7, width, color="#52606d")
    return page.finish()


def _head(page: Page, sheet: CellSheet) -> float:
    """Set the title; give the height below it."""
    left, width = _MARGIN_MM, _WIDE_MM - 2.0 * _MARGIN_MM
    y = _HIGH_MM - _MARGIN_MM - 6.0
    page.text_within(left, y, str(say("security.sheet.title")), 11, width, color="#52606d")
    y -= 10.0
    page.text_within(left, y, tidy(f"{sheet.name}  {sheet.cell_id}"), 18, width)
    return _rule(page, y - 4.0)


def _wrapped(page: Page, at: tuple[float, float], text: str, size_pt: float, width_mm: float) -> float:
    """Set a text over as many lines as it takes, four at most; give the height below."""
    x, y = at
    lines = [""]
    for sign in text or "-":
        if page.face.width_pt(lines[-1] + sign, size_pt) * MM_PER_PT > width_mm and len(lines) < _MOST_LINES:
            lines.append("")
        lines[-1] += sign
    for line in lines:
        page.text_within(x, y, line.strip(), size_pt, width_mm)
        y -= _ROW_MM
    return y


def _ledger_page(sheet: CellSheet, first: int, foot: Any) -> Any:
    """Set a page of the ledger of equipment."""
    page = Page(_WIDE_MM, _HIGH_MM, face())
    left, width = _MARGIN_MM, _WIDE_MM - 2.0 * _MARGIN_MM
    y = _head(page, sheet)
    last = min(first + _A_PAGE, len(sheet.ledger))
    page.text_within(left, y, f"{say('security.sheet.ledger')} {first + 1}-{last} / {len(sheet.ledger)}", 10, width, color=INK)
    y -= _ROW_MM
    for row in sheet.things()[first:last]:
        y = _cells(page, row, (0.0, 30.0, 64.0, 124.0, 150.0), y)
    if last == _MOST_THINGS < len(sheet.ledger):
        page.text_within(left, y, str(say("security.sheet.more", count=len(sheet.ledger) - last)), 8, width)
    page.text_within(left, _MARGIN_MM, str(foot), 7, width, color="#52606d")
    return page.finish()


def _brief(each: tuple[str, ...]) -> tuple[str, ...]:
    key, name, low, high, again, why = _told(each)
    return key, name, f"{low[:16]} – {high[:16]}", " ".join(part for part in (again, why) if part)


def _rule(page: Page, y: float) -> float:
    page.lines(shapely.LineString([(_MARGIN_MM, y), (_WIDE_MM - _MARGIN_MM, y)]), Style(edge=LINE, width=0.3, layer=2))
    return y - _ROW_MM - 1.0


def _table(page: Page, key: str, rows: Sequence[tuple[str, ...]], y: float) -> float:
    """Set a small table under its title; give the height reached."""
    if not rows:
        return y
    left, width = _MARGIN_MM, _WIDE_MM - 2.0 * _MARGIN_MM
    y = _rule(page, y)
    page.text_within(left, y, str(say(f"security.sheet.{key}")), 10, width, color=INK)
    y -= _ROW_MM
    for row in rows:
        y = _cells(page, row, _COLUMNS[key], y)
    return y


def _cells(page: Page, row: Sequence[str], offsets: Sequence[float], y: float) -> float:
    """Set one line of a table."""
    width = _WIDE_MM - 2.0 * _MARGIN_MM
    for offset, following, text in zip(offsets, (*offsets[1:], width), row, strict=True):
        page.text_within(_MARGIN_MM + offset, y, tidy(text), 8, following - offset - 2.0)
    return y - _ROW_MM
