"""A certificate of use (办公用房分配使用凭证) on A4, with its rooms and the code that `twin space register verify` reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import segno
import shapely
from matplotlib.backends.backend_pdf import PdfPages

from twin.model.errors import UsageError
from twin.model.words import say
from viz.drawing.pen import Page, Style, tidy
from viz.fonts import face
from viz.palette import INK, LINE
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from twin.space.register.certificates import Print

__all__ = ["write_certificate"]

_WIDE, _HIGH, _MARGIN, _ROW = 210.0, 297.0, 22.0, 6.0
_SETTINGS: Any = {"pdf.fonttype": 42, "pdf.use14corefonts": False}
_SOFT = "#52606d"
_CODE_MM, _QUIET = 38.0, 4
"""Side of the code on paper, and the blank modules round it that ISO/IEC 18004 wants."""
_TABLE_TOP, _TABLE_FOOT, _TOP_AGAIN = 174.0, 80.0, 262.0
_COLUMNS = (0.0, 84.0, 106.0, 130.0)


def write_certificate(path: Path, said: Print) -> None:
    """Write a certificate, whole or not at all; more rooms than fit go to further pages.

    Parameters
    ----------
    path
        ``.pdf``.

    Raises
    ------
    UsageError
        If the file's end is another, or its folder cannot be written to.
    GlyphError
        If the font lacks a character.
    """
    if path.suffix.lower() != ".pdf":
        raise UsageError("register.bad_print", path=path)
    first = int((_TABLE_TOP - _TABLE_FOOT) / _ROW) - 1
    more = int((_TOP_AGAIN - 30.0) / _ROW) - 1
    rest = said.rooms[first:]
    parts = [said.rooms[:first], *(rest[at : at + more] for at in range(0, len(rest), more))]
    about = {"Creator": "District Twin", "CreationDate": None}
    with whole_file(path) as unfinished, mpl.rc_context(_SETTINGS), PdfPages(unfinished, metadata=about) as pages:
        pages.savefig(_front(said, parts[0], len(parts)))
        for number, rooms in enumerate(parts[1:], start=2):
            pages.savefig(_further(said, rooms, (number, len(parts))))


def _front(said: Print, rooms: Sequence[tuple[str, str, str, float]], pages: int) -> Any:
    page = Page(_WIDE, _HIGH, face())
    frame = shapely.box(12, 12, _WIDE - 12, _HIGH - 12).exterior
    page.lines(shapely.LineString(frame.coords), Style(edge=INK, width=0.6, layer=2))
    page.lines(
        shapely.LineString(shapely.box(14, 14, _WIDE - 14, _HIGH - 14).exterior.coords), Style(edge=INK, width=0.2, layer=2)
    )
    title = say("register.print.title")
    page.text(_WIDE / 2, 262, title.zh, 24, ha="center")
    page.text(_WIDE / 2, 254, title.en, 10, ha="center", color=_SOFT)
    y = 238.0
    for key, value in _facts(said):
        page.text(_MARGIN, y, say(f"register.print.{key}").zh, 11)
        page.text(_MARGIN, y - 4.0, say(f"register.print.{key}").en, 6.5, color=_SOFT)
        page.text_within(_MARGIN + 46, y - 1.0, tidy(value), 13, _WIDE - 2 * _MARGIN - 46)
        y -= 10.5
    _table(page, rooms, _TABLE_TOP)
    _foot(page, said, pages)
    return page.finish()


def _facts(said: Print) -> list[tuple[str, str]]:
    ends = said.expires or say("register.print.no_end").zh
    facts = [
        ("number", said.number),
        ("department", said.department),
        ("agreement", said.agreement or "—"),
        ("area", f"{said.area_m2:,.2f} m²  ·  {len(said.rooms)}"),
        ("period", f"{said.issued} — {ends}"),
    ]
    return [*facts, ("revoked", said.revoked)] if said.revoked else facts


def _table(page: Page, rooms: Sequence[tuple[str, str, str, float]], top: float) -> None:
    """Set the rooms, a line each, under a ruled head."""
    heads = ("place", "room", "use", "area_m2")
    for offset, head in zip(_COLUMNS, heads, strict=True):
        page.text(_MARGIN + offset, top, str(say(f"register.print.column.{head}")), 7.5, color=_SOFT)
    page.lines(shapely.LineString([(_MARGIN, top - 2), (_WIDE - _MARGIN, top - 2)]), Style(edge=LINE, width=0.3, layer=2))
    for number, (place, door, use, area) in enumerate(rooms, start=1):
        y = top - 1.0 - _ROW * number
        cells = (place, door, say(f"viz.value.room_class.{use}").zh, f"{area:,.2f}")
        for offset, following, text in zip(_COLUMNS, (*_COLUMNS[1:], _WIDE - 2 * _MARGIN), cells, strict=True):
            page.text_within(_MARGIN + offset, y, tidy(text), 9, following - offset - 3.0)


def _foot(page: Page, said: Print, pages: int) -> None:
    """Say what the paper is good for; to the right of it the code."""
    left = _WIDE - _MARGIN - _CODE_MM
    _code(page, said.payload, left, 34.0)
    rows = say("register.print.rules").zh.split("|")
    for number, text in enumerate(rows):
        page.text_within(_MARGIN, 70.0 - 5.0 * number, text, 8.5, left - _MARGIN - 6.0)
    page.text(_MARGIN, 44.0, say("register.print.seal").zh, 11)
    page.text_within(_MARGIN, 27.0, tidy(said.payload), 6, _WIDE - 2 * _MARGIN, color=_SOFT)
    page.text_within(_MARGIN, 22.0, str(say("register.print.verify")), 6.5, _WIDE - 2 * _MARGIN, color=_SOFT)
    page.text(_WIDE / 2, 17.0, f"1 / {pages}", 7, ha="center", color=_SOFT)


def _code(page: Page, payload: str, left: float, low: float) -> None:
    """Draw the code as squares, its quiet zone within the side given."""
    matrix = segno.make(payload, error="m", micro=False).matrix
    size = _CODE_MM / (len(matrix) + 2 * _QUIET)
    squares = [
        shapely.box(
            left + (column + _QUIET) * size,
            low + _CODE_MM - (row + _QUIET + 1) * size,
            left + (column + _QUIET + 1) * size,
            low + _CODE_MM - (row + _QUIET) * size,
        )
        for row, cells in enumerate(matrix)
        for column, dark in enumerate(cells)
        if dark
    ]
    page.shape(shapely.union_all(squares), Style(fill="#000000", layer=3))


def _further(said: Print, rooms: Sequence[tuple[str, str, str, float]], at: tuple[int, int]) -> Any:
    page = Page(_WIDE, _HIGH, face())
    page.text_within(_MARGIN, 274.0, tidy(f"{say('register.print.title').zh}  {said.number}  {said.department}"), 11, 166.0)
    _table(page, rooms, _TOP_AGAIN)
    page.text(_WIDE / 2, 17.0, f"{at[0]} / {at[1]}", 7, ha="center", color=_SOFT)
    return page.finish()
