"""CSV: one table, or several in one file, or an archive with a file per table."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import TYPE_CHECKING, Any

from viz.formats.guard import guarded
from viz.formats.places import places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyproj

    from viz.formats.picked import Picked

__all__ = ["write_csv", "write_zip"]

_ENCODING = "utf-8-sig"
"""With a mark, by which Excel knows Chinese."""


def write_csv(path: Path, picked: Sequence[Picked], crs: pyproj.CRS | None) -> None:
    """Write one CSV; with several tables the first column, ``table``, says which, and their columns stand side by side."""
    path.write_bytes(_csv(picked, crs).encode(_ENCODING))


def write_zip(path: Path, picked: Sequence[Picked], crs: pyproj.CRS | None) -> None:
    """Write a CSV per table into one archive; the same data give the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        for part in picked:
            entry = zipfile.ZipInfo(f"{part.table.name}.csv")
            archive.writestr(entry, _csv([part], crs).encode(_ENCODING), compress_type=zipfile.ZIP_DEFLATED)


def _csv(picked: Sequence[Picked], crs: pyproj.CRS | None) -> str:
    """Give tables as text; every text is quoted, so that no separator inside one opens a new cell."""
    several = len(picked) > 1
    parts = [{column.name: part.values(column) for column in part.columns} | places(part, crs) for part in picked]
    names = list(dict.fromkeys(name for columns in parts for name in columns))
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(["table", *names] if several else names)
    for part, columns in zip(picked, parts, strict=True):
        for row in range(len(part.frame)):
            cells = [_cell(columns[name][row]) if name in columns else "" for name in names]
            writer.writerow([part.table.name, *cells] if several else cells)
    return text.getvalue()


def _cell(value: Any) -> Any:
    """Write a value as CSV has it: numbers plain, true and false in words, texts guarded, nothing as an empty text."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    return guarded(value) if isinstance(value, str) else value
