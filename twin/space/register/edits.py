"""What an operation of the register changes: rows to put, by table. Pure; the caller writes them to the model or a scenario."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from twin.model.errors import UnknownKeyError, UsageError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.model.validity import is_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd

    from twin.model.snapshot import Snapshot
    from twin.model.words import Text

__all__ = ["Edits", "Row", "applied", "fresh", "here", "records", "row_of", "want_day", "want_keys"]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edits:
    """Rows to put, by table, each with all that it says; `notes` are what the user should know or do next."""

    rows: dict[str, list[Row]]
    notes: tuple[Text, ...] = field(default=())

    def frames(self, snapshot: Snapshot) -> dict[str, gpd.GeoDataFrame]:
        """Give the rows as frames that fit their tables, in the order of the schema."""
        return {name: self._frame(snapshot, name) for name in TABLES if self.rows.get(name)}

    def _frame(self, snapshot: Snapshot, name: str) -> gpd.GeoDataFrame:
        """Give the rows of one table; a row that there is keeps its shape."""
        model = TABLES[name]
        fitted = fit_frame(model, pd.DataFrame(self.rows[name], columns=list(model.names)), snapshot.crs)
        if model.shape is None:
            return fitted
        return fitted.set_geometry(snapshot.frame(name).geometry.reindex(fitted.index), crs=snapshot.crs)

    def joined(self, other: Edits) -> Edits:
        """Give both together; where both put a row of one key, the other's counts."""
        rows = {name: list(held) for name, held in self.rows.items()}
        for name, more in other.rows.items():
            key = TABLES[name].key
            taken = {row[key] for row in more}
            rows[name] = [row for row in rows.get(name, []) if row[key] not in taken] + more
        return Edits(rows, (*self.notes, *other.notes))


def records(snapshot: Snapshot, table: str) -> list[Row]:
    """Give the rows of a table as dicts, in key order, None where nothing is; days without a time; no geometry."""
    frame, model = snapshot.frame(table), TABLES[table]
    columns = []
    for column in model.columns:
        held = frame[column.name]
        values = [None if absent else value for value, absent in zip(held.tolist(), held.isna(), strict=True)]
        if column.kind == "date":
            values = [None if value is None else str(value)[:10] for value in values]
        columns.append(values)
    return [dict(zip(model.names, values, strict=True)) for values in zip(*columns, strict=True)]


def row_of(snapshot: Snapshot, table: str, key: str) -> Row:
    """Give one row.

    Raises
    ------
    UnknownKeyError
        If there is none.
    """
    name = TABLES[table].key
    for row in records(snapshot, table):
        if row[name] == key:
            return row
    raise UnknownKeyError("key.unknown", table=table, key=key)


def want_keys(snapshot: Snapshot, table: str, keys: Iterable[str]) -> None:
    """Refuse keys that are not there.

    Raises
    ------
    UnknownKeyError
        For the first of them.
    """
    known = set(snapshot.keys(table))
    for key in keys:
        if key not in known:
            raise UnknownKeyError("key.unknown", table=table, key=key)


def want_day(*days: str) -> None:
    """Refuse what is no day; empty is.

    Raises
    ------
    UsageError
        ``past.bad_day``.
    """
    for day in days:
        if day and not is_day(day):
            raise UsageError("past.bad_day", day=day)


def fresh(snapshot: Snapshot, table: str, prefix: str, count: int = 1) -> list[str]:
    """Give keys that no row has: the prefix and the numbers after the greatest one there is."""
    numbers = [
        int(found[1]) for key in snapshot.keys(table) if (found := re.fullmatch(re.escape(prefix) + r"(\d{1,9})", str(key)))
    ]
    first = max(numbers, default=0) + 1
    return [f"{prefix}{number:04d}" for number in range(first, first + count)]


def here(rows: Sequence[Row], day: str, since: str = "valid_from", until: str = "valid_to") -> list[Row]:
    """Give the rows that hold on a day, first and last day included; an open end holds for ever."""
    return [row for row in rows if (row[since] or day) <= day <= (row[until] or day)]


def applied(snapshot: Snapshot, edits: Edits) -> Snapshot:
    """Give a snapshot as it is when the edits are made."""
    frames = {}
    for name, frame in edits.frames(snapshot).items():
        held = snapshot.frame(name)
        parts = [part for part in (held[~held.index.isin(frame.index)], frame) if len(part)]
        frames[name] = fit_frame(TABLES[name], pd.concat(parts).reset_index(drop=True), snapshot.crs)
    return snapshot.replaced(frames, snapshot.version)
