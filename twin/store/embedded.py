"""The default store: one GeoPackage file through the standard library's sqlite3, no extension, no server.

Write-ahead log, full synchronisation, one writer at a time. Any GIS opens the same file; what it edits is noticed.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, insert

from twin.model.errors import StoreError, StoreVersionError, UsageError
from twin.store import gpkg
from twin.store.changes import now
from twin.store.repository import Store
from twin.store.sql import SCHEMA_VERSION, schema

if TYPE_CHECKING:
    from pyproj import CRS
    from sqlalchemy import Connection, Engine

__all__ = ["copy_store", "create_store", "open_store"]

BUSY_S = 10.0
"""How long a writer waits for another one."""


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite+pysqlite:///{path}", connect_args={"timeout": BUSY_S, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        gpkg.register_functions(connection)
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "trusted_schema = ON",
            "foreign_keys = ON",
            "recursive_triggers = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("twin_write") else "BEGIN")

    return engine


def create_store(path: Path | str, crs: CRS | None = None) -> Store:
    """Make a new, empty store.

    Parameters
    ----------
    path
        File to make, by custom ``*.gpkg``.
    crs
        Projected CRS in metres; without one, the first located data choose it.

    Raises
    ------
    UsageError
        If the file exists already, or the CRS is not projected in metres.
    StoreError
        If the folder cannot be written.
    """
    path = Path(path)
    if path.exists():
        raise UsageError("store.exists", store=path)
    if crs is not None and not (crs.is_projected and all(axis.unit_name == "metre" for axis in crs.axis_info)):
        raise UsageError("store.crs_not_metric", crs=crs.name)
    if not path.parent.is_dir():
        raise StoreError("store.no_folder", folder=path.parent)
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    try:
        _make(draft)
        draft.rename(path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError("store.cannot_write", store=path, reason=error) from error
    finally:
        draft.unlink(missing_ok=True)
    store = open_store(path)
    if crs is not None:
        store.set_crs(crs)
    return store


def _make(path: Path) -> None:
    """Lay out the tables in a file that is not yet in its place."""
    tables = schema(0)
    engine = _engine(path)
    try:
        with engine.connect().execution_options(twin_write=True) as connection, connection.begin():
            tables.metadata.create_all(connection)
            connection.execute(insert(tables.writer).values(one=1, ours=0))
            connection.execute(
                insert(tables.meta), [{"key": "schema_version", "value": str(SCHEMA_VERSION)}, {"key": "created", "value": now()}]
            )
            gpkg.furnish(connection, tables)
    finally:
        engine.dispose()


def open_store(path: Path | str) -> Store:
    """Open an existing store.

    Raises
    ------
    StoreError
        If there is no such file, or it is not a store of this program.
    StoreVersionError
        If another version of the program wrote it.
    """
    path = Path(path)
    if not path.is_file():
        raise StoreError("store.absent", store=path)
    with path.open("rb") as file:
        if not file.read(16).startswith(b"SQLite format 3"):
            raise StoreError("store.foreign", store=path)
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT value FROM twin_meta WHERE key = 'schema_version'").fetchone()
        connection.close()
    except sqlite3.Error as error:
        raise StoreError("store.foreign", store=path) from error
    if row is None or int(row[0]) != SCHEMA_VERSION:
        raise StoreVersionError("store.version", store=path, found=row and row[0], expected=SCHEMA_VERSION)
    return Store(_engine(path), str(path))


def copy_store(source: Path, target: Path) -> None:
    """Copy a store while it may be in use; SQLite's own backup sees one moment of it, log file included."""
    with sqlite3.connect(source) as held, sqlite3.connect(target) as copy:
        held.backup(copy)
    held.close()
    copy.close()
