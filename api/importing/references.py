"""References of imported rows that lead nowhere, noted when all files are in: one may bring what another needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.findings import Finding
from twin.model.tables import IN_BUILDING, TABLES
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from api.importing.outcome import Outcome
    from twin.store import Store

__all__ = ["note_dangling"]

_TOLD = 10
"""References of one column that get a finding each."""


def note_dangling(store: Store, outcomes: Iterable[Outcome]) -> None:
    """Add to each outcome a finding for every reference of its tables that meets no row, those of unplaced buildings included."""
    last: dict[str, Outcome] = {}
    for outcome in outcomes:
        last |= dict.fromkeys(outcome.changes, outcome)
    if not last:
        return
    snapshot = store.snapshot()
    known: dict[str, set[str]] = {}
    for name, outcome in sorted(last.items()):
        local = name.startswith(LOCAL)
        table = TABLES[name.removeprefix(LOCAL)]
        frame = store.local_frame(table.name) if local else snapshot.frame(table.name)
        for column in table.columns:
            if not column.refers or (local and column.refers not in IN_BUILDING):
                continue
            if column.refers not in known:
                known[column.refers] = set(snapshot.keys(column.refers))
                if column.refers in IN_BUILDING:
                    known[column.refers] |= set(store.local_frame(column.refers)[TABLES[column.refers].key])
            held = frame.set_index(table.key)[column.name].dropna()
            lost = held[~held.isin(known[column.refers])]
            outcome.findings += _told(table.name, column.name, column.refers, lost.items(), len(lost))


def _told(table: str, column: str, refers: str, lost: Iterable[tuple[object, object]], count: int) -> Iterator[Finding]:
    """Tell the first of them singly, then how many more there are."""
    for place, (key, to) in enumerate(lost):
        if place == _TOLD:
            yield Finding("warning", "import.dangling_more", table, column=column, values={"count": count - _TOLD})
            return
        yield Finding("warning", "import.dangling", table, str(key), column, values={"column": column, "to": to, "table": refers})
