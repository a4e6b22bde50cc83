"""One transaction on the store: what is put, buried or removed in it, and its entry in the append-only change log.

A change set says who, when and why; under it stands one line per row that really changed, with the row as it was
before. A row put again unchanged leaves no line. What an inserted row was is the row itself, or the `before` of
the next line about it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import shapely
from sqlalchemy import bindparam, delete, func, insert, select, update

from twin.model.errors import UsageError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.store.chain import LINE, LineDigest
from twin.store.external import noted_lines
from twin.store.rows import as_json, frame_rows, read_plain
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import geopandas as gpd
    from pyproj import CRS
    from sqlalchemy import Connection

    from twin.model.columns import Table
    from twin.store.engine import Ways
    from twin.store.external import Line
    from twin.store.sql import Schema

__all__ = ["DISCLOSED", "Change"]

_CHUNK = 500
DISCLOSED = "disclosed"
"""How an entry's counts name protected rows that went out."""


class Change:
    """What one transaction does. Made by `Store.change`; nothing of it is seen by others before it commits.

    `counts` holds, by table, how many rows were added, changed, buried, removed or left as they were; `digest` what its
    lines in the log say.
    """

    def __init__(self, connection: Connection, tables: Schema, ways: Ways, crs: CRS | None, set_id: int) -> None:
        """Start counting."""
        self._connection = connection
        self._tables = tables
        self._ways = ways
        self._crs = crs
        self._next_line: int | None = None
        self.set_id = set_id
        self.digest = LineDigest()
        self.counts: dict[str, Counter[str]] = {}
        self.sources: list[str] = []

    @property
    def touched(self) -> set[str]:
        """Names of the tables that rows were written to."""
        return {name for name, counter in self.counts.items() if set(counter) - {"unchanged", DISCLOSED}}

    @property
    def disclosed(self) -> bool:
        """Tell whether protected rows are going out."""
        return any(DISCLOSED in counter for counter in self.counts.values())

    def disclose(self, counts: Mapping[str, int]) -> None:
        """Note that this many rows with something protected in them go out, by table; no row changes."""
        for table, count in counts.items():
            self._count(table, **{DISCLOSED: count})

    def put(self, table: str, frame: gpd.GeoDataFrame, *, local: bool = False) -> None:
        """Insert new rows, update rows that differ; geometry must be in the store's CRS, or local metres where `local`.

        Raises
        ------
        TableError
            If the frame does not fit its table.
        UsageError
            If it has shapes on the ground and the store has no CRS yet.
        """
        model = TABLES[table]
        name = LOCAL + table if local else table
        rows = frame_rows(model, fit_frame(model, frame, None if local else self._crs))
        if not local and self._crs is None and any(row.get(GEOM) is not None for row in rows):
            raise UsageError("store.no_crs", table=table)
        held = self._held(name, model, [row[model.key] for row in rows])
        added = [row for row in rows if row[model.key] not in held]
        changed = [row for row in rows if row[model.key] in held and not _same(row, held[row[model.key]])]
        target = self._tables.model[name]
        if added:
            self._ways.insert(self._connection, target, added)
            self._log(name, "insert", ((row[model.key], None, None) for row in added))
        if changed:
            statement = update(target).where(target.c[model.key] == bindparam("held_key"))
            self._connection.execute(
                statement.values({key: bindparam(f"new_{key}") for key in changed[0]}),
                [{"held_key": row[model.key], **{f"new_{key}": value for key, value in row.items()}} for row in changed],
            )
            self._log(name, "update", ((row[model.key], held[row[model.key]], row) for row in changed))
        self._count(name, added=len(added), changed=len(changed), unchanged=len(rows) - len(added) - len(changed))

    def bury(self, table: str, keys: Sequence[str], *, local: bool = False) -> None:
        """Mark rows as gone, so that what points at them still finds them."""
        name, model = (LOCAL + table if local else table), TABLES[table]
        held = self._held(name, model, keys)
        rows = [{**row, "gone": True} for row in held.values() if not row["gone"]]
        target = self._tables.model[name]
        for row in rows:
            self._connection.execute(update(target).where(target.c[model.key] == row[model.key]).values(gone=True))
        self._log(name, "bury", ((row[model.key], held[row[model.key]], row) for row in rows))
        self._count(name, buried=len(rows))

    def remove(self, table: str, keys: Sequence[str], *, local: bool = False) -> None:
        """Take rows out; the log keeps them whole."""
        name, model = (LOCAL + table if local else table), TABLES[table]
        held = self._held(name, model, keys)
        target = self._tables.model[name]
        for chunk in _chunks(list(held)):
            self._connection.execute(delete(target).where(target.c[model.key].in_(chunk)))
        self._log(name, "remove", ((key, row, None) for key, row in held.items()))
        self._count(name, removed=len(held))

    def put_source(self, source_id: str, name: str, sha256: str, report: dict[str, Any]) -> None:
        """Remember an imported file with its report."""
        source = self._tables.source
        self.sources.append(source_id)
        self._connection.execute(delete(source).where(source.c.source_id == source_id))
        self._connection.execute(
            insert(source).values(
                source_id=source_id, name=name, sha256=sha256, set_id=self.set_id, report=json.dumps(report, ensure_ascii=False)
            )
        )

    def put_meshes(self, meshes: dict[str, bytes]) -> None:
        """Keep one binary glTF per floor, in the building's own metres."""
        mesh = self._tables.mesh
        for floor_id, glb in meshes.items():
            self._connection.execute(delete(mesh).where(mesh.c.floor_id == floor_id))
            self._connection.execute(insert(mesh).values(floor_id=floor_id, glb=glb))

    def adopt_all(self) -> dict[str, list[str]]:
        """Take over every row that other programs edited, in the order they did: log each with what it was and what it is.

        Gives the touched keys by table. The notes are forgotten in the same transaction; a note that is committed
        while we work is not seen by it and waits for the next time.
        """
        lines = noted_lines(self._connection, self._tables)
        self._write_log(lines)
        touched: dict[str, list[str]] = {}
        for entity, entity_id, action, _, _ in lines:
            self._count(entity, **{action: 1})
            touched.setdefault(entity, []).append(entity_id)
        self._connection.execute(delete(self._tables.external))
        return touched

    def _held(self, name: str, model: Table, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Read the rows that have these keys."""
        target = self._tables.model[name]
        if self._connection.execute(select(target.c.fid).limit(1)).first() is None:
            return {}
        held: dict[str, dict[str, Any]] = {}
        for chunk in _chunks(list(keys)):
            rows = read_plain(self._connection, target, model, target.c[model.key].in_(chunk))
            held |= {row[model.key]: row for row in rows}
        return held

    def _log(self, name: str, action: str, lines: Iterable[tuple[str, dict[str, Any] | None, dict[str, Any] | None]]) -> None:
        self._write_log(
            [
                (name, key, action, None if before is None else as_json(before), None if after is None else as_json(after))
                for key, before, after in lines
            ]
        )

    def _write_log(self, lines: list[Line]) -> None:
        if not lines:
            return
        change = self._tables.change
        if self._next_line is None:  # counted, not left to a sequence: one without gaps is the same on either engine
            self._next_line = self._connection.execute(select(func.coalesce(func.max(change.c.change_id), 0))).scalar_one() + 1
        rows = []
        for number, line in enumerate(lines, self._next_line):
            self.digest.add((number, *line))
            rows.append({"set_id": self.set_id, **dict(zip(LINE, (number, *line), strict=True))})
        self._next_line += len(rows)
        self._ways.insert(self._connection, change, rows)

    def _count(self, name: str, **more: int) -> None:
        self.counts.setdefault(name, Counter()).update({key: value for key, value in more.items() if value})


def _same(new: dict[str, Any], held: dict[str, Any]) -> bool:
    """Compare two rows of one table; geometries are the same when their coordinates are.

    Which file said so is no difference: a newer file that says the same of a row leaves it as it is.
    """
    if any(value != held[name] for name, value in new.items() if name not in {GEOM, "source_id"}):
        return False
    mine, theirs = new.get(GEOM), held.get(GEOM)
    return (mine is None and theirs is None) or (
        mine is not None and theirs is not None and bool(shapely.equals_identical(mine, theirs))
    )


def _chunks(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
