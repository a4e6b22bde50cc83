"""Tables for a terminal: columns aligned by the width that a terminal gives their signs."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["aligned", "clean"]


def aligned(rows: Sequence[Sequence[object]], right: Collection[int] = ()) -> list[str]:
    """Align the cells of rows of equal length, two spaces between columns; `right` names the columns set flush right."""
    cells = [[clean(str(cell)) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(_pad(cell, widths[place], right=place in right) for place, cell in enumerate(row)).rstrip() for row in cells
    ]


def clean(text: str) -> str:
    """Replace the signs that a terminal would obey: names come from files of others."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _pad(text: str, width: int, *, right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if right else text + gap


def _width(text: str) -> int:
    """Count columns: two for a full-width sign, none for one that sits on its neighbour."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1 for sign in text)
