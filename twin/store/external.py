"""What other programs edited: the notes that the watch of either engine wrote, as lines for the change log.

A foreign program may have left anything in a file, text in a column of numbers too: such a value is kept as it is, for the
checks of the data to name.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import shapely
from sqlalchemy import select

from twin.model.tables import TABLES
from twin.store.geometry import RawShape, from_blobs
from twin.store.rows import PLAIN, as_json
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twin.model.columns import Table
    from twin.store.sql import Schema

__all__ = ["Line", "noted_lines"]

Line = tuple[str, str, str, str | None, str | None]
"""entity, entity_id, action, before, after."""


def noted_lines(connection: Connection, tables: Schema) -> list[Line]:
    """Read every note in the order of the edits, each with the row as it was and as it is now."""
    external = tables.external
    lines: list[Line] = []
    for note in connection.execute(select(external).order_by(external.c.external_id)).all():
        model = TABLES[note.entity.removeprefix(LOCAL)]
        before = None if note.before is None else _tidy(model, json.loads(note.before))
        lines.append((note.entity, note.entity_id, f"external {note.action}", before, _now(connection, tables, note)))
    return lines


def _now(connection: Connection, tables: Schema, note: Any) -> str | None:
    """Read the row as it is; None where it is gone."""
    table = tables.model[note.entity]
    model = TABLES[note.entity.removeprefix(LOCAL)]
    wanted: list[Any] = [table.c[name] for name in model.names]
    if model.shape:
        wanted.append(RawShape(table.c[GEOM]).label(GEOM))
    row = connection.execute(select(*wanted).where(table.c[model.key] == note.entity_id)).mappings().first()
    if row is None:
        return None
    held = dict(row)
    if held.get(GEOM) is not None:
        held[GEOM] = held[GEOM].hex()
    return _tidy(model, held)


def _tidy(model: Table, row: dict[str, Any]) -> str:
    """Write a row the way we write rows: each value as its kind, geometry as hexadecimal WKB."""
    for column in model.columns:
        if row[column.name] is not None:
            with suppress(TypeError, ValueError):
                row[column.name] = PLAIN[column.kind](row[column.name])
    if model.shape:
        row[GEOM] = row[GEOM] or None  # hex() of nothing is an empty text in SQLite
    if row.get(GEOM):
        with suppress(ValueError, IndexError, shapely.errors.ShapelyError):
            row[GEOM] = from_blobs([bytes.fromhex(row[GEOM])])[0]
    return as_json(row)
