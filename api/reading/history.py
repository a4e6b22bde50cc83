"""The log as one may see it: sets, their lines, and the story of one row, less what is beyond one's reach."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from api.reading.rows import Rows
from twin.model.tables import TABLES
from twin.store.ledger import first_lines, row_lines
from twin.store.past import row_frame, row_of
from twin.store.scoping import Scope
from twin.store.sight import within
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twin.model.snapshot import Snapshot
    from twin.store import Store
    from twin.store.sight import Sight

__all__ = ["MOST_LINES", "entries_for", "row_story", "set_lines"]

MOST_LINES = 2000
"""Lines of one set that are looked at; an import has hundreds of thousands."""
_DULL = {"content_hash", "source_id"}


def entries_for(entries: Iterable[dict[str, Any]], sight: Sight) -> list[dict[str, Any]]:
    """Give change sets with the counts of tables that may be seen whole; a reason is said only where all of a set may be seen."""
    told = []
    for entry in entries:
        counts = {name: count for name, count in entry["counts"].items() if sight.whole(name.removeprefix(LOCAL))}
        partly = sorted({name.removeprefix(LOCAL) for name in entry["counts"]} & sight.tables)
        whole = len(counts) == len(entry["counts"])
        if entry["counts"] and not partly and not sight.everything:
            continue
        told.append(
            {
                "set_id": entry["set_id"],
                "at": entry["at"],
                "actor": entry["actor"] if whole else None,
                "reason": entry["reason"] if whole else None,
                "source_id": entry["source_id"] if whole else None,
                "counts": counts,
                "tables": partly,
                "whole": whole,
            }
        )
    return told


def set_lines(store: Store, snapshot: Snapshot, sight: Sight, set_id: int) -> tuple[list[dict[str, Any]], int]:
    """List the row changes of a set that may be seen, of the first `MOST_LINES`, and count those that may not."""
    lines = first_lines(store, set_id, MOST_LINES)
    shown = _shown(snapshot, sight, lines)
    return shown, len(lines) - len(shown)


def row_story(store: Store, snapshot: Snapshot, sight: Sight, table: str, key: str) -> list[dict[str, Any]]:
    """List what happened to a row, the newest first."""
    found: list[dict[str, Any]] = []
    for entity in (table, LOCAL + table) if TABLES[table].in_building else (table,):
        found += row_lines(store, entity, key)
    found.sort(key=lambda line: -line["change_id"])
    return _shown(snapshot, sight, found)


def _shown(snapshot: Snapshot, sight: Sight, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give lines with what changed, column by column; both the row before and the row after must be within reach."""
    scope = Scope(snapshot)
    sides: dict[tuple[int, str], dict[str, Any] | None] = {}
    for table in {line["entity"] for line in lines}:
        name = table.removeprefix(LOCAL)
        if name not in sight.tables:
            continue
        held = [
            (line["change_id"], side, line[side]) for line in lines if line["entity"] == table for side in ("before", "after")
        ]
        present = [(number, side, row_of(text)) for number, side, text in held if text is not None]
        for (number, side, _), seen in zip(present, _seen(scope, sight, name, [row for *_, row in present]), strict=True):
            sides[number, side] = seen
    told = []
    for line in lines:
        table = line["entity"].removeprefix(LOCAL)
        before, after = sides.get((line["change_id"], "before")), sides.get((line["change_id"], "after"))
        hidden = (line["before"] is not None and before is None) or (line["after"] is not None and after is None)
        if hidden or (line["before"] is None and line["after"] is None and not _inserted(scope, snapshot, sight, table, line)):
            continue
        extra: dict[str, Any] = {name: line[name] for name in ("at", "actor", "reason") if name in line}
        told.append(
            {
                "set_id": line["set_id"],
                "entity": table,
                "local": table != line["entity"],
                "key": line["entity_id"],
                "action": line["action"],
                "changed": _changed(before, after),
                **extra,
            }
        )
    return told


def _seen(scope: Scope, sight: Sight, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any] | None]:
    """Give each row as it may be seen, None where it may not; as many at a time as have keys of their own."""
    key = TABLES[table].key
    found: list[dict[str, Any] | None] = [None] * len(rows)
    left = list(enumerate(rows))
    while left:
        taken: set[str] = set()
        now: list[tuple[int, dict[str, Any]]] = []
        later: list[tuple[int, dict[str, Any]]] = []
        for number, row in left:
            (later if row[key] in taken else now).append((number, row))
            taken.add(row[key])
        frame = within(scope, sight, table, row_frame(TABLES[table], [_fitting(table, row) for _, row in now], None))
        plain = Rows(table, frame)
        for number, row in now:
            if (place := plain.place.get(row[key])) is not None:
                found[number] = {**plain.record(place), "geometry": plain.geometry(place)}
        left = later
    return found


def _fitting(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a row what another program left in a column that cannot hold it."""
    made = dict(row)
    for column in TABLES[table].columns:
        value = made.get(column.name)
        if column.kind in {"float", "int"} and isinstance(value, str):
            made[column.name] = None
    return made


def _inserted(scope: Scope, snapshot: Snapshot, sight: Sight, table: str, line: dict[str, Any]) -> bool:
    """Tell whether a row that was put in may be seen: its line holds no copy, the row itself does."""
    if table not in sight.tables:
        return False
    if sight.whole(table):
        return True
    frame = snapshot.frame(table)
    row = frame[frame.index.isin([line["entity_id"]])]
    return len(within(scope, sight, table, row)) == 1


def _changed(before: dict[str, Any] | None, after: dict[str, Any] | None) -> dict[str, list[Any]]:
    old, new = before or {}, after or {}
    names = list(old or new)
    return {
        name: [old.get(name), new.get(name)]
        for name in names
        if name not in _DULL and json.dumps(old.get(name), sort_keys=True) != json.dumps(new.get(name), sort_keys=True)
    }
