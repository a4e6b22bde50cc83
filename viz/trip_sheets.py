"""The trip sheets of a day's dispatch as XLSX: a summary, a sheet per vehicle, what is not served and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from twin.fleet.dispatch.telling import clock, why_text
from twin.model.words import say
from viz.formats.guard import clean, guarded
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from twin.fleet.dispatch.plan import Tour
    from twin.fleet.dispatch.proposal import Dispatch

__all__ = ["write_trip_sheets"]

_HEAD, _GROUND = Font(bold=True), PatternFill("solid", fgColor="FFEEF1F0")
_WIDTH = 18
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def write_trip_sheets(out: Path, found: Dispatch) -> None:
    """Write the workbook, whole or not at all; texts stay texts whatever they begin with.

    Raises
    ------
    UsageError
        If the folder is missing or cannot be written to.
    """
    book = Workbook(write_only=True)
    tours = sorted(found.plan.tours, key=found.vehicle)
    head = ("vehicle", "from", "to", "trips", "km", "charges", "cost")
    _sheet(book, say("dispatch.sheet.summary").zh, head, (_summary(found, tour) for tour in tours))
    rows = ((key, str(why_text(why, cost))) for key, (why, cost) in sorted(found.why.items()))
    _sheet(book, say("dispatch.sheet.unserved").zh, ("trip", "why"), rows)
    taken: set[str] = {sheet.title for sheet in book.worksheets}
    for tour in tours:
        electric = bool(found.ground.problem.fleet.battery[tour.kind] > 0.0)
        head = (
            "number",
            "what",
            "place",
            "trip",
            "people",
            "arrive",
            "begin",
            "leave",
            "aboard",
            *(("battery",) if electric else ()),
        )
        _sheet(book, _title(found.vehicle(tour), taken), head, _visits(found, tour, electric=electric))
    with whole_file(out) as path:
        book.save(path)


def _title(name: str, taken: set[str]) -> str:
    """Give a sheet a name that XLSX takes and no other has."""
    base = (clean(name).translate(_FORBIDDEN) or "_")[:26]
    title, number = base, 1
    while title.lower() in {other.lower() for other in taken}:
        number += 1
        title = f"{base} {number}"
    taken.add(title)
    return title


def _summary(found: Dispatch, tour: Tour) -> tuple[object, ...]:
    charges = sum(visit.kind == "charge" for visit in tour.visits)
    return (found.vehicle(tour), clock(tour.visits[0].leave), clock(tour.visits[-1].arrive), len(tour.stops) // 2,
            round(tour.length / 1000, 2), charges, round(tour.cost, 2))  # fmt: skip


def _visits(found: Dispatch, tour: Tour, *, electric: bool) -> Iterable[tuple[object, ...]]:
    for number, visit in enumerate(tour.visits, start=1):
        journey = found.ground.journeys[visit.number // 2] if visit.kind == "stop" else None
        row = (
            number,
            str(say(f"dispatch.kind.{found.kind(visit)}")),
            found.place(tour, visit),
            journey.key if journey else "",
            journey.people if journey else None,
            clock(visit.arrive),
            clock(visit.begin),
            clock(visit.leave),
            round(visit.load),
        )
        yield (*row, round(visit.level, 1)) if electric else row


def _sheet(book: Workbook, title: str, head: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    """Write one sheet with a frozen, bilingual head."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place in range(len(head)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = _WIDTH
    cells = [WriteOnlyCell(sheet, value=str(say(f"dispatch.column.{column}"))) for column in head]
    for cell in cells:
        cell.font, cell.fill = _HEAD, _GROUND
    sheet.append(cells)
    for row in rows:
        sheet.append([guarded(clean(value)) if isinstance(value, str) else value for value in row])
