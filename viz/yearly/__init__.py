"""The yearly report on offices as XLSX (a sheet a table) and PDF (tables and three charts on A4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from viz.writing import whole_file
from viz.yearly.book import write_book
from viz.yearly.pages import write_pages

if TYPE_CHECKING:
    from pathlib import Path

    from twin.space.indicators.yearly import Yearly

__all__ = ["write_yearly"]


def write_yearly(path: Path, report: Yearly) -> None:
    """Write the report, whole or not at all.

    Raises
    ------
    UsageError
        If the file's end is neither ``.xlsx`` nor ``.pdf``, or its folder cannot be written to.
    GlyphError
        If the font lacks a character.
    """
    writers = {".xlsx": write_book, ".pdf": write_pages}
    if path.suffix.lower() not in writers:
        raise UsageError("yearly.bad_file", path=path)
    with whole_file(path) as unfinished:
        writers[path.suffix.lower()](unfinished, report)
