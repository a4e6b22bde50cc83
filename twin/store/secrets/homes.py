"""Where secrets live: a file of mode 0600 beside a file store, a schema of its own beside a store on a server."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import text

from twin.model.errors import StoreError
from twin.store import engine
from twin.store.embedded import FilePlace, GeoPackageWays, connector
from twin.store.opening import place_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from twin.store.engine import Ways
    from twin.store.server import ServerPlace

__all__ = ["FileHome", "Home", "ServerHome", "home_of"]

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Home(Protocol):
    """A place for secrets."""

    @property
    def name(self) -> str:
        """How people call it; never with a password."""

    @property
    def ways(self) -> Ways:
        """The ways of its engine."""

    def ready(self) -> None:
        """Make the place where there is none, closed to others; refuse one that is open to them.

        Raises
        ------
        StoreError
            ``secrets.too_open`` with what to do; ``store.cannot_write``.
        """

    def engine(self) -> Engine:
        """Connect."""

    def begin(self, connection: Connection) -> None:
        """Wait for our turn to write."""


def home_of(where: str | Path) -> Home:
    """Give the home of the secrets that belong to a store.

    Raises
    ------
    UsageError
        If the store's address is malformed or carries a password.
    """
    place = place_of(where)
    if isinstance(place, FilePlace):
        return FileHome(place.path.with_name(f"{place.path.name}.secrets"))
    from twin.store.server import ServerPlace  # noqa: PLC0415 - psycopg is loaded where a server is used

    beside = place.beside("secrets")
    if not isinstance(beside, ServerPlace):
        raise TypeError(beside)
    return ServerHome(beside)


class FileHome:
    """A SQLite file that its owner alone may read; no GeoPackage, so no GIS lists it."""

    ways: Ways = GeoPackageWays()

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """The path."""
        return str(self.path)

    def ready(self) -> None:
        """Make the file with mode 0600 from its first moment; SQLite gives its log files the mode of the file."""
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            pass
        except OSError as error:
            raise StoreError("store.cannot_write", store=self.name, reason=error) from error
        held = self.path.lstat()
        if not stat.S_ISREG(held.st_mode):
            raise StoreError("secrets.no_file", file=self.name)
        if os.name == "posix" and (held.st_mode & _OTHERS or held.st_uid != os.geteuid()):
            raise StoreError("secrets.too_open", file=self.name, mode=f"{stat.S_IMODE(held.st_mode):04o}", owner=held.st_uid)

    def engine(self) -> Engine:
        """Connect as to a store: write-ahead log, full synchronisation."""
        return connector(self.path)

    def begin(self, connection: Connection) -> None:
        """Do nothing: the transaction began IMMEDIATE, which waits for its turn."""


class ServerHome:
    """A schema that no PUBLIC may use; other roles get in by a grant of the database's owner only."""

    def __init__(self, place: ServerPlace) -> None:
        self.place = place
        self.ways: Ways = place.ways

    @property
    def name(self) -> str:
        """The address, without a password."""
        return self.place.name

    def ready(self) -> None:
        """Make the schema, which is its owner's alone from its first moment."""
        schema = self.place.address.schema
        with self.place.changing() as connection:
            found = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
            if connection.execute(found, {"schema": schema}).first() is None:
                connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            everybody = text(
                "SELECT 1 FROM pg_namespace, aclexplode(nspacl) AS given WHERE nspname = :schema AND given.grantee = 0"
            )
            if connection.execute(everybody, {"schema": schema}).first():
                raise StoreError("secrets.open_schema", schema=schema, store=self.name)

    def engine(self) -> Engine:
        """Connect; names mean our schema."""
        return self.place.engine()

    def begin(self, connection: Connection) -> None:
        """Lock before the transaction has seen anything; readers go on."""
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(engine.BUSY_S * 1000)}")
        connection.exec_driver_sql("LOCK TABLE secrets_meta IN EXCLUSIVE MODE")
