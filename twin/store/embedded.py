"""The default store: one GeoPackage file through the standard library's sqlite3, no extension, no server.

Write-ahead log, full synchronisation, one writer at a time. Any GIS opens the same file; what it edits is noticed.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from twin.model.errors import StoreBusyError, StoreError, UsageError
from twin.store import engine, gpkg
from twin.store.geometry import Geom, to_blobs
from twin.store.heads import Heads
from twin.store.layout import lay_out, read_version
from twin.store.reaching import BUSY, DAMAGED, can_write, meaning, open_to_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pyproj import CRS
    from sqlalchemy import Column, Connection, Engine
    from sqlalchemy import Table as SqlTable

    from twin.store.engine import Place
    from twin.store.sql import Schema

__all__ = ["FilePlace", "GeoPackageWays", "connector", "copy_file", "remove_file"]


class GeoPackageWays:
    """SQLite, which keeps a GeoPackage's own tables and trees in step."""

    def furnish(self, connection: Connection, tables: Schema) -> None:
        """Make the file a GeoPackage."""
        gpkg.furnish(connection, tables)

    def mend(self, connection: Connection, tables: Schema) -> None:
        """Make R*Trees and triggers anew."""
        gpkg.mend(connection, tables)

    def begin(self, connection: Connection) -> None:
        """Do nothing: the transaction began IMMEDIATE, which waits for its turn."""

    def insert(self, connection: Connection, table: SqlTable, rows: Sequence[dict[str, Any]]) -> None:
        """Use executemany on the driver, geometries written in one pass: in one process SQLite gets no faster."""
        names = list(rows[0])
        columns = [_written(table.c[name], [row[name] for row in rows]) for name in names]
        statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - names of sql.py
        connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))

    def set_srs(self, connection: Connection, crs: CRS, srs_id: int) -> None:
        """Register the CRS in the file's own tables."""
        gpkg.set_srs(connection, crs, srs_id)

    def written(self, connection: Connection, names: set[str]) -> None:
        """Refresh extent and time of last change."""
        gpkg.refresh_contents(connection, names)

    def stray_trees(self, connection: Connection) -> list[str]:
        """Compare R*Trees with their layers."""
        return gpkg.stray_trees(connection)

    def unwatched(self, connection: Connection) -> list[str]:
        """Look for missing triggers."""
        return gpkg.unwatched(connection)

    def unguarded(self, connection: Connection) -> list[str]:
        """Look for missing triggers on the log."""
        return gpkg.unguarded(connection)

    def fault(self, error: DBAPIError, store: str) -> StoreError | None:
        """SQLite says it in words."""
        return meaning(error.orig or error, store)


class FilePlace:
    """A store in a file, by custom ``*.gpkg``."""

    ways = GeoPackageWays()

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """The path."""
        return str(self.path)

    @property
    def heads(self) -> Heads:
        """A file beside it: ``twin.gpkg.heads``."""
        return Heads(self.path.with_name(f"{self.path.name}.heads"))

    def exists(self) -> bool:
        """Tell whether the path is taken."""
        return self.path.exists()

    def beside(self, word: str) -> FilePlace:
        """Give a file beside this one: ``twin.gpkg`` → ``twin.<word>.gpkg``."""
        return FilePlace(self.path.with_name(f"{self.path.stem}.{word}{self.path.suffix}"))

    @contextmanager
    def making(self, keep: Place | None = None) -> Iterator[Connection]:
        """Lay out the tables in a draft beside the place; it gets there when the block ends well."""
        if not self.path.parent.is_dir():
            raise StoreError("store.no_folder", folder=self.path.parent)
        draft = self.path.with_name(f".{self.path.name}.new")
        try:
            remove_file(draft)
            made = connector(draft)
            try:
                with made.connect().execution_options(twin_write=True) as connection, connection.begin():
                    lay_out(connection, self.ways)
                    yield connection
            finally:
                made.dispose()
            self._settle(draft, keep)
        except DBAPIError as error:
            raise self.ways.fault(error, self.name) or error from error
        except (OSError, sqlite3.Error) as error:
            raise meaning(error, self.name) or StoreError("store.cannot_write", store=self.name, reason=error) from error
        finally:
            with suppress(OSError):
                remove_file(draft)

    def _settle(self, draft: Path, keep: Place | None) -> None:
        """Put the draft here, and what was here beside."""
        if not self.path.exists():
            draft.rename(self.path)
        elif not isinstance(keep, FilePlace) or keep.exists():
            raise UsageError("store.exists", store=keep.name if keep else self.name)
        else:
            exchange(self.path, draft, keep.path)

    def keep_copy(self, word: str) -> FilePlace:
        """Copy the file with SQLite's own backup; the copy gets its name when it is whole."""
        kept = self.beside(word)
        if kept.exists():
            raise UsageError("store.exists", store=kept.name)
        self.copy_to(kept)
        return kept

    def copy_to(self, place: FilePlace) -> None:
        """Copy one moment of the file, which may be in use, to where none is: whole, or not at all.

        Raises
        ------
        StoreError
            If it cannot be read or written there.
        """
        draft = place.path.with_name(f".{place.path.name}.new")
        try:
            remove_file(draft)
            copy_file(self.path, draft)
            draft.rename(place.path)
        except (OSError, sqlite3.Error) as error:
            raise meaning(error, place.name) or StoreError("store.cannot_write", store=place.name, reason=error) from error
        finally:
            with suppress(OSError):
                remove_file(draft)

    def version(self) -> int:
        """Look at the first bytes, then at what the store says of itself."""
        if not self.path.is_file():
            raise StoreError("store.is_folder" if self.path.is_dir() else "store.absent", store=self.name)
        try:
            file = self.path.open("rb")
        except OSError as error:
            raise StoreError("store.unreadable", store=self.name, reason=error.strerror) from error
        with file:
            if not file.read(16).startswith(b"SQLite format 3"):
                raise StoreError("store.foreign", store=self.name)
        try:
            with closing(open_to_read(self.path)) as connection:
                row = connection.execute("SELECT value FROM twin_meta WHERE key = 'schema_version'").fetchone()
        except sqlite3.Error as error:
            if "unable to open" in str(error):
                raise StoreError("store.unreadable", store=self.name, reason=error) from error
            known = meaning(error, self.name) if "not a database" not in str(error) else None
            raise known or StoreError("store.foreign", store=self.name) from error
        return read_version(self.name, row and row[0])

    @property
    def writable(self) -> bool:
        """Tell whether file and folder can be written."""
        return can_write(self.path)

    def engine(self) -> Engine:
        """Connect the way this program wants it; where nothing can be written, to read alone."""
        return connector(self.path) if self.writable else reader(self.path)

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """Give one write transaction on a connection that is closed behind it."""
        made = self.engine()
        try:
            with made.connect().execution_options(twin_write=True) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise self.ways.fault(error, self.name) or error from error
        finally:
            made.dispose()


def copy_file(source: Path, target: Path) -> None:
    """Copy a file with SQLite's own backup, which sees one moment of a store in use, its log file included."""
    with (
        closing(sqlite3.connect(source) if can_write(source) else open_to_read(source)) as held,
        closing(sqlite3.connect(target)) as copy,
    ):
        held.backup(copy)


def _written(column: Column[Any], values: list[Any]) -> Sequence[Any]:
    """Write geometries in one pass; all else goes as it is."""
    return to_blobs(values, column.type.srid) if isinstance(column.type, Geom) else values


def exchange(path: Path, draft: Path, kept: Path) -> None:
    """Give a file the content of a draft, and keep what it held in another file; nobody else may have it open meanwhile.

    The file itself stays where it is, so that a program that waits for it finds a whole store behind the same name; its new
    pages are written as one transaction. Only a file that SQLite cannot read any more is moved aside.

    Raises
    ------
    StoreBusyError
        If another program has it open.
    """
    with closing(sqlite3.connect(path, timeout=engine.BUSY_S, isolation_level=None)) as held:
        try:
            held.execute("PRAGMA locking_mode = EXCLUSIVE")
            held.execute("BEGIN IMMEDIATE")
            held.execute("COMMIT")
            with closing(sqlite3.connect(kept)) as copy:
                held.backup(copy)
            with closing(sqlite3.connect(draft)) as fresh:
                fresh.backup(held)
        except sqlite3.DatabaseError as error:
            kept.unlink(missing_ok=True)
            if any(word in str(error) for word in BUSY):
                raise StoreBusyError("store.in_use", store=path) from error
            if not any(word in str(error) for word in DAMAGED):
                raise
        else:
            return
    for suffix in ("", "-wal", "-journal"):
        if (source := path.with_name(path.name + suffix)).exists():
            source.rename(kept.with_name(kept.name + suffix))
    draft.rename(path)


def remove_file(path: Path) -> None:
    """Remove a store's file with the log files that SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def reader(path: Path) -> Engine:
    """Open connections that only read; each looks anew whether somebody else has begun to write."""
    made = create_engine("sqlite+pysqlite://", creator=partial(open_to_read, path), poolclass=NullPool)

    @event.listens_for(made, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        gpkg.register_functions(connection)
        connection.execute("PRAGMA trusted_schema = ON").fetchall()

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("twin_write"):
            raise StoreError("store.read_only", store=path)
        connection.exec_driver_sql("BEGIN")

    return made


def connector(path: Path) -> Engine:
    """Open connections to a file the way this program wants them."""
    made = create_engine(f"sqlite+pysqlite:///{path}", connect_args={"timeout": engine.BUSY_S, "isolation_level": None})

    @event.listens_for(made, "connect")
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

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("twin_write") else "BEGIN")

    return made
