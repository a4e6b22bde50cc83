"""The move list of a consolidation plan as XLSX: departments, rooms, and every move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from twin.model.words import say
from viz.formats.guard import clean, guarded
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from twin.space.planning.phasing import Phases
    from twin.space.planning.proposal import Proposal

__all__ = ["write_moves", "write_waves"]

_HEAD, _GROUND = Font(bold=True), PatternFill("solid", fgColor="FFEEF1F0")
_WIDTH = 22


def write_moves(out: Path, proposal: Proposal) -> None:
    """Write the workbook, whole or not at all; texts stay texts whatever they begin with.

    Raises
    ------
    UsageError
        If the folder is missing or cannot be written to.
    """
    book = Workbook(write_only=True)
    names = {line.department_id: line.name for line in proposal.departments}
    _sheet(book, "summary", ("department", "people", "before", "after", "office", "granted", "far", "near"), _summary(proposal))
    _sheet(book, "given_up", ("place", "usable", "office", "cost"), _given_up(proposal))
    rooms = (
        (names[at.department_id], at.floor_id, at.number, at.room_id, at.rank, at.heads, at.area_m2) for at in proposal.rooms
    )
    _sheet(book, "rooms", ("department", "floor", "number", "room", "rank", "heads", "office"), rooms)
    order = sorted(proposal.transfers, key=lambda move: (names[move.department_id], move.from_place, move.to_place))
    moves = (
        (names[move.department_id], move.heads, move.from_place, move.to_place, str(say(f"plan.kind.{move.kind}")))
        for move in order
    )
    _sheet(book, "moves", ("department", "heads", "from", "to", "kind"), moves)
    with whole_file(out) as path:
        book.save(path)


def write_waves(out: Path, phases: Phases) -> None:
    """Write the order of a move: a line a group, wave after wave.

    Raises
    ------
    UsageError
        If the folder is missing or cannot be written to.
    """
    book = Workbook(write_only=True)
    rows = (
        (wave.number, wave.first_day, wave.last_day, group.department, group.heads, group.start, group.end,
         str(say(f"plan.step.{group.step}")), ", ".join(group.temporary))
        for wave in phases.waves
        for group in wave.groups
    )  # fmt: skip
    _sheet(book, "waves", ("wave", "first", "last", "department", "heads", "from", "to", "step", "temporary"), rows)
    with whole_file(out) as path:
        book.save(path)


def _summary(proposal: Proposal) -> Iterator[tuple[object, ...]]:
    for line in proposal.departments:
        people = line.staff + line.leaders
        yield (line.name, people, line.floors_before, len(line.floors), line.office_m2, line.granted_m2, line.moved_building,
               line.moved_floor)  # fmt: skip


def _given_up(proposal: Proposal) -> Iterator[tuple[object, ...]]:
    for place in proposal.floors_given_up:
        yield place.name, place.usable_m2, place.office_m2, place.cost


def _sheet(book: Workbook, name: str, head: Sequence[str], rows: Iterator[tuple[object, ...]]) -> None:
    """Write one sheet with a frozen, bilingual head."""
    title = say(f"plan.sheet.{name}")
    sheet = book.create_sheet(title.zh[:31])
    sheet.freeze_panes = "A2"
    for place in range(len(head)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = _WIDTH
    cells = [WriteOnlyCell(sheet, value=str(say(f"plan.column.{column}"))) for column in head]
    for cell in cells:
        cell.font, cell.fill = _HEAD, _GROUND
    sheet.append(cells)
    for row in rows:
        sheet.append([guarded(clean(value)) if isinstance(value, str) else value for value in row])
