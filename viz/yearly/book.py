"""The yearly report as a workbook: a sheet a table, figures as figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from twin.model.words import say
from viz.formats.guard import clean, guarded

if TYPE_CHECKING:
    from pathlib import Path

    from twin.space.indicators.happened import Table
    from twin.space.indicators.yearly import Yearly

__all__ = ["write_book"]

_HEAD, _GROUND, _TITLE = Font(bold=True), PatternFill("solid", fgColor="FFEEF1F0"), Font(bold=True, size=14)
_LETTERS = 150.0
"""Letters that fit a table's width."""


def write_book(path: Path, report: Yearly) -> None:
    """Write every table to a sheet named after it."""
    book = Workbook(write_only=True)
    for table in report.tables:
        _sheet(book, table, report)
    book.save(path)


def _sheet(book: Any, table: Table, report: Yearly) -> None:
    """Write a title, a frozen head in both languages, and the rows."""
    sheet = book.create_sheet(table.title.zh.rpartition("、")[2][:31])
    sheet.freeze_panes = "A4"
    for place, share in enumerate(table.wide, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(9.0, _LETTERS * share)
    about = say("yearly.period", year=report.year, day=report.on, version=report.version)
    title = _text(sheet, f"{report.place} {say('yearly.title').zh} · {table.title.zh}")
    title.font = _TITLE
    sheet.append([title])
    sheet.append([_text(sheet, f"{about.zh} · {say('yearly.by', standard=report.standard).zh}")])
    heads = [_text(sheet, str(head)) for head in table.heads]
    for cell in heads:
        cell.font, cell.fill, cell.alignment = _HEAD, _GROUND, Alignment(wrap_text=True, vertical="top")
    sheet.append(heads)
    for row in table.rows:
        sheet.append([_text(sheet, value) if isinstance(value, str) else value for value in row])


def _text(sheet: Any, text: str) -> WriteOnlyCell:
    """Make a cell of text that no program takes for a formula."""
    cell = WriteOnlyCell(sheet, value=clean(text))
    cell.data_type = "s"
    if guarded(text) != text:
        cell.quotePrefix = True
    return cell
