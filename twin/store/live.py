"""The store as it is now, kept in memory: after each change only the rows it touched are read again."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from sqlalchemy import func, or_, select

from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.store.layout import srs_of
from twin.store.rows import read_frame
from twin.store.sql import LOCAL, schema

if TYPE_CHECKING:
    import geopandas as gpd
    from sqlalchemy import ColumnElement, Connection, Table

    from twin.model.columns import Table as ModelTable
    from twin.store.repository import Store

__all__ = ["Live", "Step", "joined"]

_MOST = 20_000
"""More changed rows than this are read by reading everything."""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Step:
    """What happened between two versions: the keys touched by entity, and the change sets that did it, oldest first."""

    version: int
    touched: dict[str, frozenset[str]]
    sets: tuple[dict[str, Any], ...]


class Live:
    """A store with its newest snapshot. `refresh` is called after each write and from time to time; it is safe in threads."""

    def __init__(self, store: Store) -> None:
        """Read everything once."""
        self.store = store
        self._lock = threading.Lock()
        self.snapshot = store.snapshot()

    @property
    def version(self) -> int:
        """Number of the change set that the snapshot holds."""
        return self.snapshot.version

    def refresh(self) -> Step | None:
        """Catch up with the store, edits by other programs included; None where nothing happened."""
        with self._lock:
            self.store.adopt_external()
            if self.store.version == self.version:
                return None
            return self._catch_up()

    def _catch_up(self) -> Step:
        tables = schema(srs_of(self.store.crs))
        change, sets = tables.change, tables.change_set
        with self.store.reading() as connection:
            version = connection.execute(select(func.coalesce(func.max(sets.c.set_id), 0))).scalar_one()
            query = select(change.c.entity, change.c.entity_id).where(change.c.set_id > self.version).distinct()
            touched: dict[str, set[str]] = {}
            for entity, key in connection.execute(query):
                touched.setdefault(entity, set()).add(key)
            news = connection.execute(select(sets).where(sets.c.set_id > self.version).order_by(sets.c.set_id)).mappings().all()
            few = sum(map(len, touched.values())) <= _MOST and self.snapshot.crs == self.store.crs
            if few:
                frames = {
                    name: self._patched(connection, tables.model[name], name, keys)
                    for name, keys in touched.items()
                    if not name.startswith(LOCAL)
                }
                self.snapshot = self.snapshot.replaced(frames, version)
        if not few:
            self.snapshot = self.store.snapshot()
        frozen = {name: frozenset(keys) for name, keys in touched.items()}
        return Step(self.snapshot.version, frozen, tuple(dict(row) for row in news))

    def _patched(self, connection: Connection, table: Table, name: str, keys: set[str]) -> gpd.GeoDataFrame:
        """Give one table with some rows read again."""
        model, held = TABLES[name], self.snapshot.frame(name)
        fresh = [held[~held.index.isin(keys)]]
        wanted = sorted(keys)
        for start in range(0, len(wanted), _CHUNK):
            where: ColumnElement[bool] = table.c[model.key].in_(wanted[start : start + _CHUNK])
            if "gone" in table.c:
                where &= or_(table.c.gone.is_(None), table.c.gone.is_(False))
            read = read_frame(connection, table, model, self.store.crs, where)
            if len(read):
                fresh.append(fit_frame(model, read, self.store.crs))
        return joined(model, fresh)


def joined(model: ModelTable, parts: list[gpd.GeoDataFrame]) -> gpd.GeoDataFrame:
    """Put fitted frames of one table together, in key order, as one fitted frame."""
    held = [part for part in parts if len(part)] or parts[:1]
    if len(held) == 1:
        return held[0]
    made = pd.concat(held)
    made.index = pd.Index(made[model.key].to_numpy(dtype=object), name=model.key, dtype=object)
    made = made.sort_index()
    made.index = pd.Index(made[model.key].to_numpy(dtype=object), name=model.key, dtype=object)
    return made
