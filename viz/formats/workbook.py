"""XLSX: a sheet per table, for people who calculate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from twin.model.errors import DataError
from twin.model.words import say
from viz.formats.guard import guarded
from viz.formats.places import places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from twin.model.snapshot import Snapshot
    from viz.formats.picked import Picked

__all__ = ["write_xlsx"]

_MOST_SIGNS, _MOST_ROWS, _HEAD_ROWS = 32_767, 1_048_576, 2
"""What a cell and a sheet of XLSX hold."""
_LEAST_WIDTH, _MOST_WIDTH, _SAMPLE = 8, 44, 200
_FORMATS = {"m²": "#,##0.00", "m": "0.00"}
_HEAD, _KEY = Font(bold=True), Font(color="FF52606D", size=9)
_GROUND = PatternFill("solid", fgColor="FFEEF1F0")
_FIRST_YEAR = 1900
"""Excel counts days from here."""


@dataclass(frozen=True, slots=True)
class _Field:
    """One column of a sheet: key, head, kind, number format and values."""

    key: str
    head: str
    kind: str
    looks: str
    values: list[Any]


def write_xlsx(path: Path, picked: Sequence[Picked], snapshot: Snapshot) -> None:
    """Write a sheet per table after one that says what they are; heads in Chinese with units, keys below them.

    Texts stay texts whatever they begin with (never a formula, and marked as quoted), numbers are numbers, days are days.

    Raises
    ------
    DataError
        If a text or a table is longer than XLSX holds.
    """
    sheets = [(part, _fields(part, snapshot)) for part in picked]
    for part, fields in sheets:
        _check(part, fields)
    book = Workbook(write_only=True)
    _about(book, picked, snapshot)
    for part, fields in sheets:
        _sheet(book, part, fields)
    book.save(path)


def _check(part: Picked, fields: Sequence[_Field]) -> None:
    """Make sure that a table fits before the first row is written.

    Raises
    ------
    DataError
        If it has too many rows or a text too long.
    """
    if len(part.frame) + _HEAD_ROWS > _MOST_ROWS:
        raise DataError("export.too_many_rows", table=part.table.name, rows=len(part.frame))
    for field in fields:
        for row, value in enumerate(field.values):
            if isinstance(value, str) and len(value) > _MOST_SIGNS:
                place = {"table": part.table.name, "row": part.frame.index[row], "column": field.key}
                raise DataError("export.too_long", **place, most=_MOST_SIGNS)


def _about(book: Workbook, picked: Sequence[Picked], snapshot: Snapshot) -> None:
    """Say where the figures come from, and list the sheets."""
    sheet = book.create_sheet(say("export.about").zh)
    for letter, width in (("A", 30), ("B", 14), ("C", 64)):
        sheet.column_dimensions[letter].width = width
    crs = str(say("plot.no_crs")) if snapshot.crs is None else snapshot.crs.name
    heads = tuple(str(say(f"export.{name}")) for name in ("sheet", "rows", "meaning"))
    rows = [(str(say("plot.version")), snapshot.version, ""), (str(say("plot.crs")), "", crs), (), heads]
    rows += [(_title(part), len(part.frame), f"{part.table.zh} / {part.table.en}") for part in picked]
    for row in rows:
        sheet.append([_text(sheet, value) if isinstance(value, str) else value for value in row])


def _title(part: Picked) -> str:
    return f"{part.table.zh} {part.table.name}"


def _fields(part: Picked, snapshot: Snapshot) -> list[_Field]:
    """Give the columns of a table, then where its rows lie; shapes in full belong into the other formats."""
    found = [
        _Field(
            key=column.name,
            head=f"{column.zh} ({column.unit})" if column.unit not in {"", "1"} else column.zh,
            kind=column.kind,
            looks=_FORMATS.get(column.unit, "General"),
            values=part.values(column),
        )
        for column in part.columns
    ]
    spots = {name: values for name, values in places(part, snapshot.crs).items() if name != "wkt"}
    return found + [_Field(name, say(f"export.{name}").zh, "float", "General", values) for name, values in spots.items()]


def _sheet(book: Workbook, part: Picked, fields: Sequence[_Field]) -> None:
    """Write one table."""
    sheet = book.create_sheet(_title(part))
    for number, field in enumerate(fields, start=1):
        texts = [field.head, field.key, *(str(value) for value in field.values[:_SAMPLE] if value is not None)]
        width = max(sum(2 if ord(sign) > 0x2E7F else 1 for sign in text) for text in texts) + 2
        sheet.column_dimensions[get_column_letter(number)].width = min(max(_LEAST_WIDTH, width), _MOST_WIDTH)
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(fields))}{len(part.frame) + _HEAD_ROWS}"
    sheet.append([_text(sheet, field.head, _HEAD) for field in fields])
    sheet.append([_text(sheet, field.key, _KEY) for field in fields])
    for row in range(len(part.frame)):
        sheet.append([_value(sheet, field, field.values[row]) for field in fields])


def _text(sheet: Any, text: str, font: Font | None = None) -> WriteOnlyCell:
    """Make a cell of text that no program takes for anything else."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if guarded(text) != text:
        cell.quotePrefix = True
    if font is not None:
        cell.font, cell.fill = font, _GROUND
    return cell


def _value(sheet: Any, field: _Field, value: Any) -> Any:
    """Make the cell of one value."""
    if isinstance(value, str):
        return _moment(value, field.kind) or _text(sheet, value)
    if isinstance(value, float) and field.looks != "General":
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = field.looks
        return cell
    return value


def _moment(text: str, kind: str) -> date | datetime | None:
    """Read a day or a moment that Excel can hold: no earlier than 1900 and without an offset; None for any other text."""
    try:
        moment = date.fromisoformat(text) if kind == "date" else datetime.fromisoformat(text) if kind == "datetime" else None
    except ValueError:
        return None
    if moment is None or moment.year <= _FIRST_YEAR or getattr(moment, "tzinfo", None) is not None:
        return None
    return moment
