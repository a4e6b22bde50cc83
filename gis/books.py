"""Excel workbooks (.xlsx) into tables: runs in the child process only, and is the only file of this layer that imports openpyxl.

Values are taken as they were last computed; formulas are never reckoned. The header of a sheet is its first row with two or more
cells, so that a title above the table does no harm.
"""

from __future__ import annotations

import datetime as dt
import zlib
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import pyarrow as pa
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from gis.faults import GisError
from gis.handover import send

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["ROW", "extract"]

ROW = "__row__"
"""Column that holds the number of each row in its sheet."""
_MOST_COLUMNS = 1000
_BROKEN = (
    InvalidFileException, BadZipFile, zlib.error, LookupError, ValueError, TypeError, AttributeError, OSError, SyntaxError,
    EOFError,
)  # fmt: skip
"""What openpyxl and the parser under it raise where a workbook is not what it should be."""
_EMPTY_ROWS = 1000
"""After so many empty rows a sheet has ended, whatever it says of its size."""


def extract(arguments: dict[str, Any], workdir: Path) -> list[dict[str, Any]]:
    """Copy the sheets of a workbook into `workdir` as Arrow files of text, numbers and flags.

    Parameters
    ----------
    arguments
        ``path``, ``file``, ``layer`` (empty = all visible sheets), ``rows`` (the most to read).

    Returns
    -------
    For each sheet ``name`` and ``table`` (name of the Arrow file); sheets without a header are left out.

    Raises
    ------
    GisError
        ``xlsx.broken``, ``csv.header``, ``read.no_layer``, ``read.too_many_rows``.
    """
    file, wanted = arguments["file"], arguments["layer"]
    try:
        return _sheets(arguments, workdir, file, wanted)
    except _BROKEN as error:
        raise GisError("xlsx.broken", file=file, detail=f"{type(error).__name__}: {error}"[:200]) from error


def _sheets(arguments: dict[str, Any], workdir: Path, file: str, wanted: str) -> list[dict[str, Any]]:
    book = load_workbook(arguments["path"], read_only=True, data_only=True, keep_links=False)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    names = [sheet.title for sheet in sheets]
    if wanted and wanted not in names:
        raise GisError("read.no_layer", file=file, layer=wanted, layers=", ".join(names))
    found, left = [], arguments["rows"]
    for place, sheet in enumerate(sheets):
        if wanted and sheet.title != wanted:
            continue
        table = _table(sheet, file, left)
        if table is None:
            continue
        left -= table.num_rows
        send(table, workdir / f"sheet-{place}.arrow")
        found.append({"name": sheet.title, "table": f"sheet-{place}.arrow"})
    if not found:
        raise GisError("xlsx.empty", file=file)
    return found


def _table(sheet: Any, file: str, most: int) -> pa.Table | None:
    """Read one sheet; None where it has no header."""
    rows = _filled(sheet)
    head: tuple[int, list[Any]] | None = next(((number, row) for number, row in rows if _cells(row) >= 2), None)
    if head is None:
        return None
    names = ["" if cell is None else str(cell).strip() for cell in head[1]]
    while names and not names[-1]:
        names.pop()
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    if doubled or len(names) > _MOST_COLUMNS:
        raise GisError("csv.header", file=f"{file} [{sheet.title}]", column=", ".join(doubled))
    numbers: list[int] = []
    columns: list[list[Any]] = [[] for _ in names]
    for number, row in rows:
        if len(numbers) == most:
            raise GisError("read.too_many_rows", file=file, limit=most)
        numbers.append(number)
        for place, column in enumerate(columns):
            column.append(_plain(row[place]) if place < len(row) else None)
    held = {name: _array(column) for name, column in zip(names, columns, strict=True) if name}
    return pa.table({ROW: pa.array(numbers, pa.int64()), **held})


def _filled(sheet: Any) -> Iterator[tuple[int, list[Any]]]:
    """Give the rows that hold anything, with their numbers."""
    empty = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if _cells(row):
            empty = 0
            yield number, list(row)
        else:
            empty += 1
            if empty > _EMPTY_ROWS:
                return


def _cells(row: Any) -> int:
    return sum(cell is not None and str(cell).strip() != "" for cell in row)


def _plain(cell: Any) -> Any:
    """Give a cell as text, number or flag; days as ISO 8601, a day without an hour as a date."""
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat()
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    if isinstance(cell, str):
        return cell.strip() or None
    if isinstance(cell, bool | int | float) or cell is None:
        return cell
    return str(cell)


def _array(cells: list[Any]) -> pa.Array:
    """Give a column its one kind; a mixed one becomes text, whole numbers without a point."""
    held = [cell for cell in cells if cell is not None]
    if held and all(isinstance(cell, bool) for cell in held):
        return pa.array(cells, pa.bool_())
    if held and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in held):
        return pa.array([None if cell is None else float(cell) for cell in cells], pa.float64())
    return pa.array([None if cell is None else _written(cell) for cell in cells], pa.string())


def _written(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53 else str(cell)
