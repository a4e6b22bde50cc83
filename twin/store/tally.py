"""What a store holds, as numbers that can be compared between engines: rows and a digest of their content, table by table.

A digest is SHA-256 over the rows in key order, each as canonical JSON with its geometry as hexadecimal WKB. Numbers
that an engine gives for itself (`fid`, the number of a note about others' edits) are no content.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import shapely
from sqlalchemy import select

from twin.model.tables import TABLES
from twin.store.geometry import RawShape
from twin.store.rows import plain_rows
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy import Table as SqlTable

    from twin.store.sql import Schema

__all__ = ["Tally", "read_rows", "tally"]

BATCH = 10_000
_OWN_NUMBERS = {"fid", "external_id"}


@dataclass(slots=True)
class Tally:
    """Rows and digests by table."""

    rows: dict[str, int] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def differences(self, other: Tally) -> list[str]:
        """Name the tables that differ."""
        names = self.digests.keys() | other.digests.keys()
        return sorted(
            name
            for name in names
            if (self.rows.get(name), self.digests.get(name)) != (other.rows.get(name), other.digests.get(name))
        )

    def count(self, name: str, batches: Iterator[list[dict[str, Any]]]) -> Iterator[list[dict[str, Any]]]:
        """Count and digest a table's rows as they pass."""
        digest, rows = hashlib.sha256(), 0
        for batch in batches:
            for row in batch:
                digest.update(_line(row))
            rows += len(batch)
            yield batch
        self.rows[name], self.digests[name] = rows, digest.hexdigest()


def tally(connection: Connection, tables: Schema) -> Tally:
    """Count every table of a store that holds content."""
    held = Tally()
    for name, table in contents(tables):
        for _ in held.count(name, read_rows(connection, table)):
            pass
    return held


def contents(tables: Schema) -> list[tuple[str, SqlTable]]:
    """List the tables that hold content: all but the writers' flag."""
    return [(name, table) for name, table in sorted(tables.metadata.tables.items()) if table is not tables.writer]


def read_rows(connection: Connection, table: SqlTable) -> Iterator[list[dict[str, Any]]]:
    """Read a table in key order, some thousand rows at a time, each value as its column's kind, geometry as shapely.

    Raises
    ------
    DataError
        If another program left a value that its column cannot hold.
    """
    model = TABLES.get(table.name.removeprefix(LOCAL))
    columns = [column for column in table.columns if column.name not in _OWN_NUMBERS]
    names = [column.name for column in columns]
    key = model.key if model else next(iter(table.primary_key)).name
    wanted: list[Any] = [RawShape(column) if column.name == GEOM else column for column in columns]
    found = connection.execute(select(*wanted).order_by(table.c[key]), execution_options={"yield_per": BATCH})
    for rows in found.partitions():
        yield plain_rows(model, names, rows) if model else [dict(zip(names, row, strict=True)) for row in rows]


def _line(row: dict[str, Any]) -> bytes:
    plain = {name: _plain(value) for name, value in row.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, shapely.Geometry):
        return shapely.to_wkb(value, hex=True, output_dimension=2, byte_order=1)
    return value
