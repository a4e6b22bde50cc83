"""The rows of one table of a scenario, read and set within one transaction, and held against the rules of the live model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twin.model.cells import column_faults
from twin.model.findings import Finding
from twin.model.tables import TABLES
from twin.store.scenarios.records import Edit
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from twin.store.scenarios.records import Row, Scenario
    from twin.store.scenarios.shelf import Shelf

__all__ = ["Editing", "cell_faults"]


class Editing:
    """What one transaction does to one table of a scenario."""

    def __init__(self, shelf: Shelf, scenario: Scenario, entity: str) -> None:
        self._shelf = shelf
        self._scenario = scenario
        self._entity = entity

    def base(self, keys: Sequence[str]) -> dict[str, Row | None]:
        """Read rows as the base has them."""
        held = self._shelf.rows_at(self._entity, keys, self._scenario.base)
        return {key: held.get(key) for key in keys}

    def rows(self, keys: Sequence[str], entity: str = "") -> dict[str, Row]:
        """Read rows as the scenario has them; of another table where `entity` names one."""
        entity = entity or self._entity
        held = self._shelf.rows_at(entity, keys, self._scenario.base)
        for edit in self._shelf.edits(self._scenario, entity, keys):
            if edit.after is None:
                held.pop(edit.key, None)
            else:
                held[edit.key] = edit.after
        return held

    def to(self, rows: Mapping[str, Row | None]) -> None:
        """Let the scenario have these rows, None for none."""
        base = self.base(list(rows))
        edits = [Edit(self._entity, key, base[key], row) for key, row in rows.items()]
        self._shelf.put_edits(self._scenario, self._entity, edits)

    def broken_keys(self, table: str, key: str, row: Mapping[str, Any]) -> Iterator[Finding]:
        """Find references of a row to rows that the scenario does not have."""
        for column in TABLES[table].columns:
            value = row.get(column.name)
            if not column.refers or value is None or (column.refers == table and value == key):
                continue
            there = self.rows([value], column.refers) or (
                TABLES[column.refers].in_building and self.rows([value], LOCAL + column.refers)
            )
            if not there:
                words = {"value": value, "table": column.refers}
                yield Finding("error", "check.broken_key", table, key, column.name, values=words)


def cell_faults(table: str, key: str, row: Mapping[str, Any]) -> Iterator[Finding]:
    """Hold every cell of a row against its column, as the checks of the data do."""
    for column in TABLES[table].columns:
        for _, code, value in column_faults(column, [row.get(column.name)]):
            words = {
                "column": column.name, "zh": column.zh, "value": str(value)[:60], "kind": column.kind,
                "unit": column.unit or "-", "allowed": " ".join(column.allowed), "low": column.low, "high": column.high,
            }  # fmt: skip
            yield Finding("error", code, table, key, column.name, values=words)
