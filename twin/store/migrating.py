"""An older store becomes one of today: a copy is put aside, then step by step in one transaction, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic.migration import MigrationContext
from alembic.operations import Operations
from pyproj import CRS
from sqlalchemy import select, update

from twin.store import gpkg
from twin.store.heads import Head
from twin.store.layout import moment_word, now, srs_of
from twin.store.migrations import STEPS
from twin.store.sql import SCHEMA_VERSION, schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twin.store.engine import Place

__all__ = ["migrate"]


def migrate(place: Place, target: int = SCHEMA_VERSION) -> Place | None:
    """Bring a store to another structure, by custom the newest.

    Returns
    -------
    Where a copy of the store as it was is kept; None where there was nothing to do.

    Raises
    ------
    StoreBusyError
        If somebody writes to it.
    StoreError
        If it cannot be written or copied; it is then as it was.
    """
    found = place.version()
    if found == target:
        return None
    kept = place.keep_copy(f"version_{found}_{moment_word()}")
    with place.changing() as connection:
        place.ways.begin(connection)
        meta = schema(0).meta
        held = {row.key: row.value for row in connection.execute(select(meta))}
        if int(held["schema_version"]) == found:  # else another process has done it while we waited for our turn
            connection.execute(update(schema(0).writer).values(ours=1))
            _walk(connection, found, target)
            connection.execute(update(schema(0).writer).values(ours=0))
            connection.execute(update(meta).where(meta.c.key == "schema_version").values(value=str(target)))
            crs = CRS.from_user_input(held["crs"]) if held.get("crs") else None
            place.ways.mend(connection, schema(srs_of(crs)))
    if target == SCHEMA_VERSION and not place.heads.read():
        _remember(place)
    return kept


def _remember(place: Place) -> None:
    """Remember the head of a log that was just chained, where nothing is remembered yet."""
    sets = schema(0).change_set
    with place.changing() as connection:
        newest = connection.execute(select(sets.c.set_id, sets.c.hash).order_by(sets.c.set_id.desc()).limit(1)).first()
    if newest:
        place.heads.remember(Head("made", newest.set_id, newest.hash, now(), "migration"))


def _walk(connection: Connection, found: int, target: int) -> None:
    """Take every step between two structures; in a file the watches name every column, and no column of theirs can be dropped."""
    if connection.dialect.name == "sqlite":
        gpkg.unwatch(connection)
    op = Operations(MigrationContext.configure(connection))
    for number in range(found + 1, target + 1):
        STEPS[number].up(op)
    for number in range(found, target, -1):
        STEPS[number].down(op)
