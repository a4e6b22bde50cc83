"""CSV as people keep it: UTF-8 with or without a mark, GB 18030, commas, semicolons or tabs; every value as text.

Numbers stay text, so that a key such as ``0012`` keeps its noughts; whoever knows the columns reads them.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gis.faults import GisError

if TYPE_CHECKING:
    from pathlib import Path

    from gis.handover import Bounds

__all__ = ["Sheet", "read_sheet"]

_ENCODINGS = ("utf-8-sig", "gb18030")
_MOST_COLUMNS = 1000
_DELIMITERS = ",;\t"
_FLAGS = {"true": True, "false": False, "yes": True, "no": False, "是": True, "否": False}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a CSV file by name, None where a cell is empty, and the line on which each row ends, counted from 1.

    A column that holds nothing but true/false, yes/no or 是/否 is given as bool.
    """

    columns: dict[str, list[object]]
    lines: list[int]


def read_sheet(path: Path, bounds: Bounds) -> Sheet:
    """Read a CSV file.

    Raises
    ------
    GisError
        ``read.encoding`` if it is neither UTF-8 nor GB 18030, ``csv.header`` if a column has no name or two have one,
        ``csv.ragged`` naming the first row with more or fewer cells than the header, ``csv.broken`` if a quote never ends,
        ``read.too_many_rows``.
    """
    text = _decode(path)
    # a WKT polygon may be longer than the module's 128 KiB; the file's own size bounds every cell
    usual = csv.field_size_limit(max(len(text), 1))
    try:
        return _parse(text, path.name, bounds)
    except csv.Error as error:
        raise GisError("csv.broken", file=path.name, detail=str(error)) from error
    finally:
        csv.field_size_limit(usual)


def _decode(path: Path) -> str:
    data = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise GisError("read.encoding", file=path.name)


def _parse(text: str, file: str, bounds: Bounds) -> Sheet:
    """Read header and rows."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    header = _header(next((row for row in reader if row), []), file)
    rows: list[list[str]] = []
    lines: list[int] = []
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) < len(header) or any(cell.strip() for cell in row[len(header) :]):
            raise GisError("csv.ragged", file=file, row=reader.line_num, cells=len(row), columns=len(header))
        if len(rows) == bounds.rows:
            raise GisError("read.too_many_rows", file=file, limit=bounds.rows)
        rows.append(row)
        lines.append(reader.line_num)
    columns = {name: _column([row[place].strip() for row in rows]) for place, name in enumerate(header)}
    return Sheet(columns, lines)


def _header(names: list[str], file: str) -> list[str]:
    """Check the names of the columns; unnamed ones at the right edge are the empty columns that spreadsheets leave."""
    found = [name.strip() for name in names]
    while found and not found[-1]:
        found.pop()
    doubled = sorted({name for name in found if found.count(name) > 1})
    if not found or "" in found or doubled or len(found) > _MOST_COLUMNS:
        raise GisError("csv.header", file=file, column=", ".join(doubled))
    return found


def _column(cells: list[str]) -> list[object]:
    """Give a column as text or, where it holds nothing else, as flags."""
    held = {cell.lower() for cell in cells if cell}
    if held and held <= _FLAGS.keys():
        return [_FLAGS[cell.lower()] if cell else None for cell in cells]
    return [cell or None for cell in cells]
