"""A store on a server: one schema of a PostgreSQL database, ``twin`` unless the address names another.

A schema, not a database of its own: several districts live beside each other, a draft is renamed into place in one
transaction, and whoever runs the server grants rights on it as on any other.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import DBAPIError

from twin.model.errors import StoreError, UsageError
from twin.store.heads import Heads
from twin.store.layout import lay_out, read_version
from twin.store.postgis import PostgisWays, run_script, watch_function

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

    from twin.store.address import ServerAddress
    from twin.store.engine import Place

__all__ = ["ServerPlace"]

CONNECT_S = 10
_TAKEN = {"42P06": "duplicate schema", "42P07": "duplicate table", "23505": "unique violation, by one who makes it just now"}
_PATH = """SELECT set_config('search_path', quote_ident(%s) || coalesce((SELECT ', ' || quote_ident(n.nspname) FROM pg_extension e
    JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis'), ''), false)"""


def state_folder() -> Path:
    """Give the folder where a user's programs keep what lasts, as the XDG base directory specification has it."""
    named = os.environ.get("XDG_STATE_HOME", "")
    return (Path(named) if named.startswith("/") else Path.home() / ".local" / "state") / "twin"


class ServerPlace:
    """A schema of a database."""

    ways = PostgisWays()

    def __init__(self, address: ServerAddress) -> None:
        self.address = address

    @property
    def name(self) -> str:
        """The address, without a password."""
        return self.address.name

    @property
    def writable(self) -> bool:
        """True; what the server does not allow, it says."""
        return True

    @property
    def heads(self) -> Heads:
        """A file in the state directory of whoever works, named after host, database and schema."""
        where = self.address.where
        plain = re.sub(r"[^A-Za-z0-9.]+", "_", where).strip("_")[-60:]
        return Heads(state_folder() / "heads" / f"{plain}-{hashlib.sha256(where.encode()).hexdigest()[:12]}.heads")

    def exists(self) -> bool:
        """Tell whether the schema holds any table; an empty one may have been prepared for us."""
        with self._session() as connection:
            found = connection.execute(
                text("SELECT 1 FROM pg_class WHERE relnamespace = to_regnamespace(quote_ident(:schema)) LIMIT 1"),
                {"schema": self.address.schema},
            )
            return found.first() is not None

    def beside(self, word: str) -> ServerPlace:
        """Give another schema of the same database."""
        return ServerPlace(self.address.beside(word.lower()))

    @contextmanager
    def making(self, keep: Place | None = None) -> Iterator[Connection]:
        """Lay out the tables in one transaction, and commit when the block ends well.

        Raises
        ------
        UsageError
            If another one has made a store there meanwhile.
        StoreError
            If the database is not UTF-8, has no PostGIS and may not have it, or we may not make a schema in it.
        """
        with self._session() as connection:
            if isinstance(keep, ServerPlace) and self.exists():
                self._put_aside(connection, keep)
            if connection.exec_driver_sql("SHOW server_encoding").scalar_one() != "UTF8":
                raise StoreError("store.encoding", store=self.name)
            self._want_postgis(connection)
            try:
                connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {self.address.schema}")
                self.look_into(connection.connection.driver_connection)
                lay_out(connection, self.ways)
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) in _TAKEN:
                    raise UsageError("store.exists", store=self.name) from error
                raise
            yield connection

    def _put_aside(self, connection: Connection, keep: ServerPlace) -> None:
        """Rename the schema that is here once nobody writes to it; its watch must look into the new name."""
        if keep.exists():
            raise UsageError("store.exists", store=keep.name)
        if connection.exec_driver_sql("SELECT to_regclass('twin_writer')").scalar():
            self.ways.begin(connection)
        connection.exec_driver_sql(f"ALTER SCHEMA {self.address.schema} RENAME TO {keep.address.schema}")
        keep.look_into(connection.connection.driver_connection)
        watch_function(connection)

    def _want_postgis(self, connection: Connection) -> None:
        if connection.exec_driver_sql("SELECT 1 FROM pg_extension WHERE extname = 'postgis'").first():
            return
        try:
            with connection.begin_nested():
                connection.exec_driver_sql("CREATE EXTENSION postgis")
        except DBAPIError as error:
            raise StoreError("store.no_postgis", store=self.name) from error

    def keep_copy(self, word: str) -> ServerPlace:
        """Copy every table with its rows and indexes into a schema beside; it has no watch, for it is there to be read."""
        kept = self.beside(word)
        if kept.exists():
            raise UsageError("store.exists", store=kept.name)
        ours, theirs = self.address.schema, kept.address.schema
        with self._session() as connection:
            names = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = :ours"), {"ours": ours}).scalars()
            script = [f"CREATE SCHEMA {theirs}"]
            for name in sorted(names):
                script.append(f'CREATE TABLE {theirs}."{name}" (LIKE {ours}."{name}" INCLUDING ALL EXCLUDING DEFAULTS)')
                script.append(f'INSERT INTO {theirs}."{name}" SELECT * FROM {ours}."{name}"')  # noqa: S608 - names of our own schema
            run_script(connection, ";\n".join(script))
        return kept

    def version(self) -> int:
        """Look into the schema for what the store says of itself."""
        schema = {"schema": self.address.schema}
        with self._session() as connection:
            if not connection.execute(text("SELECT to_regnamespace(quote_ident(:schema))"), schema).scalar():
                raise StoreError("store.absent", store=self.name)
            if not connection.execute(text("SELECT to_regclass(quote_ident(:schema) || '.twin_meta')"), schema).scalar():
                raise StoreError("store.foreign", store=self.name)
            value = connection.exec_driver_sql("SELECT value FROM twin_meta WHERE key = 'schema_version'").scalar()
        return read_version(self.name, value)

    def changing(self) -> AbstractContextManager[Connection]:
        """Give one transaction on a connection that is closed behind it."""
        return self._session()

    @contextmanager
    def _session(self) -> Iterator[Connection]:
        """Give one transaction on a connection that is closed behind it; what the server says becomes our own error."""
        made = self.engine()
        try:
            with made.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise self.ways.fault(error, self.name) or error from error
        finally:
            made.dispose()

    def engine(self) -> Engine:
        """Connect; names mean our schema."""
        made = create_engine(
            self.address.url,
            isolation_level="REPEATABLE READ",
            pool_pre_ping=True,
            connect_args={"connect_timeout": CONNECT_S, "application_name": "twin"},
        )

        @event.listens_for(made, "connect")
        def _prepare(connection: Any, _: Any) -> None:
            self.look_into(connection)
            connection.commit()

        return made

    def look_into(self, connection: Any) -> None:
        """Let names mean our schema, then the one that holds PostGIS."""
        connection.execute("SET client_min_messages = warning")
        connection.execute(_PATH, (self.address.schema,))
