"""What a scenario is made of: itself, and one edit per row that it holds otherwise than its base does.

A row is here what the change log holds of it: a dictionary of plain values with its geometry as hexadecimal WKB. Two rows are
the same when their values are; which file said so first (``source_id``) is no difference, as in the log.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.tables import TABLES
from twin.store.rows import as_json
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twin.model.columns import Table

__all__ = ["Edit", "Row", "Scenario", "changed_columns", "model_of", "plain_row", "same_rows"]

Row = dict[str, Any]
_NO_DIFFERENCE = "source_id"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named set of changes over version `base`; `merged` is the change set that brought it into the live model, 0 before."""

    number: int
    name: str
    note: str
    actor: str
    at: str
    base: int
    merged: int
    edits: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One row as the scenario's base holds it and as the scenario does; None where it holds none."""

    entity: str
    key: str
    before: Row | None
    after: Row | None

    @property
    def does(self) -> str:
        """Say what becomes of the row: insert, remove, bury or update."""
        if self.before is None:
            return "insert"
        if self.after is None:
            return "remove"
        return "bury" if self.after.get("gone") and not self.before.get("gone") else "update"


def model_of(entity: str) -> Table:
    """Give the model table of an entity of the log, ``local_…`` or not."""
    return TABLES[entity.removeprefix(LOCAL)]


def plain_row(row: Mapping[str, Any]) -> Row:
    """Turn a row of `twin.store.rows` into plain values."""
    held: Row = json.loads(as_json(dict(row)))
    return held


def changed_columns(entity: str, one: Row, other: Row) -> list[str]:
    """Name the columns in which two rows differ, the geometry last, as ``geom``."""
    model = model_of(entity)
    names = [*model.names, *([GEOM] if model.shape else [])]
    return [name for name in names if name != _NO_DIFFERENCE and one.get(name) != other.get(name)]


def same_rows(entity: str, one: Row | None, other: Row | None) -> bool:
    """Tell whether two rows say the same, or neither is there."""
    if one is None or other is None:
        return one is other
    return not changed_columns(entity, one, other)
