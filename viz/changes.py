"""What differs between two states of the model, as a table to read: CSV or XLSX, a line per changed cell."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import shapely
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from twin.model.errors import UsageError
from twin.model.tables import TABLES
from twin.model.words import say
from viz.formats.guard import clean, guarded
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from twin.store.scenarios import RowChange

__all__ = ["change_lines", "shown", "write_changes"]

_HEADS = ("table", "key", "change", "column", "before", "after")
_MOST_SIGNS = 32_767
"""What a cell of XLSX holds; the shape of a large building is longer and ends with an ellipsis."""


def shown(column: str, value: Any) -> Any:
    """Give a value as people read it: a shape as WKT to the millimetre, nothing as an empty text."""
    if value is None:
        return ""
    if column == "geom":
        return shapely.to_wkt(shapely.from_wkb(value), rounding_precision=3)
    return clean(value) if isinstance(value, str) else value


def change_lines(rows: Sequence[RowChange], lang: str = "zh") -> Iterator[tuple[str, str, str, str, Any, Any]]:
    """Give a line per changed cell: table, key, what became of the row, column, before, after; empty `lang` for both."""
    for row in rows:
        words = say(f"scenario.does.{row.does}")
        does = words.lang(lang) if lang else str(words)
        for cell in row.cells:
            if cell.before is None and cell.after is None:
                continue
            column = TABLES[row.entity.removeprefix("local_")].by_name.get(cell.column)
            name = f"{column.zh} {column.name}" if column and lang != "en" else cell.column
            yield row.entity, clean(row.key), does, name, shown(cell.column, cell.before), shown(cell.column, cell.after)


def write_changes(rows: Sequence[RowChange], out: Path) -> None:
    """Write them, whole or not at all; texts never run as formulas.

    Raises
    ------
    UsageError
        If the name ends neither in .csv nor in .xlsx, or the folder is not writable.
    """
    suffix = out.suffix.lower()
    if suffix not in {".csv", ".xlsx"}:
        raise UsageError("scenario.bad_out", out=out)
    heads = [say(f"scenario.column.{name}").zh for name in _HEADS]
    with whole_file(out) as unfinished:
        if suffix == ".csv":
            text = io.StringIO(newline="")
            writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
            writer.writerow(heads)
            writer.writerows([_safe(value) for value in line] for line in change_lines(rows))
            unfinished.write_bytes(text.getvalue().encode("utf-8-sig"))
        else:
            _write_book(unfinished, heads, rows)


def _safe(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return guarded(value) if isinstance(value, str) else value


def _write_book(path: Path, heads: Sequence[str], rows: Sequence[RowChange]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(say("scenario.column.change").zh)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", (14, 26, 10, 24, 28, 28), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append([_text(sheet, head, bold=True) for head in heads])
    for line in change_lines(rows):
        sheet.append([_text(sheet, value) if isinstance(value, str) else value for value in line])
    book.save(path)


def _text(sheet: Any, text: str, *, bold: bool = False) -> WriteOnlyCell:
    """Make a cell of text that no program takes for anything else."""
    cell = WriteOnlyCell(sheet, text if len(text) <= _MOST_SIGNS else f"{text[: _MOST_SIGNS - 1]}…")
    cell.data_type = "s"
    cell.quotePrefix = guarded(text) != text
    if bold:
        cell.font = Font(bold=True)
    return cell
