"""What differs between two states of the model, row by row and column by column. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.tables import TABLES
from twin.store.scenarios.records import changed_columns, same_rows
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twin.store.scenarios.records import Row

__all__ = ["CellChange", "RowChange", "differences"]


@dataclass(frozen=True, slots=True)
class CellChange:
    """One column of a row, as it was and as it is; a geometry (``geom``) as hexadecimal WKB."""

    column: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that differs: `does` is ``insert`` (every value in `cells`), ``remove`` (likewise) or ``update``."""

    entity: str
    key: str
    does: str
    cells: tuple[CellChange, ...]

    def record(self) -> dict[str, Any]:
        """Give it as JSON."""
        cells = {cell.column: {"before": cell.before, "after": cell.after} for cell in self.cells}
        return {"table": self.entity, "key": self.key, "does": self.does, "cells": cells}


def differences(pairs: Iterable[tuple[str, str, Row | None, Row | None]]) -> list[RowChange]:
    """Compare rows, each given as entity, key, before and after; in the order of the tables, then of the keys."""
    found = []
    for entity, key, before, after in pairs:
        if same_rows(entity, before, after):
            continue
        does = "insert" if before is None else "remove" if after is None else "update"
        one, other = before or {}, after or {}
        cells = tuple(CellChange(name, one.get(name), other.get(name)) for name in changed_columns(entity, one, other))
        found.append(RowChange(entity, key, does, cells))
    order = {name: place for place, name in enumerate(TABLES)}
    return sorted(found, key=lambda row: (order[row.entity.removeprefix(LOCAL)], row.entity, row.key))
