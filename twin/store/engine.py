"""What differs between the two engines, and nothing else: where a store lives, its furniture, whose turn it is, bulk rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from pyproj import CRS
    from sqlalchemy import Connection, Engine
    from sqlalchemy import Table as SqlTable
    from sqlalchemy.exc import DBAPIError

    from twin.model.errors import StoreError
    from twin.store.heads import Heads
    from twin.store.sql import Schema

__all__ = ["BUSY_S", "Place", "Ways"]

BUSY_S = 10.0
"""How long a writer waits for another one."""


class Ways(Protocol):
    """An engine's ways of doing what SQL leaves open."""

    def furnish(self, connection: Connection, tables: Schema) -> None:
        """Set up what the engine needs beside the tables, the watch on others' edits among it."""

    def mend(self, connection: Connection, tables: Schema) -> None:
        """Set up anew whatever of it a migration or another program may have dropped: spatial indexes, triggers, the watch."""

    def begin(self, connection: Connection) -> None:
        """Wait for our turn to write, at most `BUSY_S`."""

    def insert(self, connection: Connection, table: SqlTable, rows: Sequence[dict[str, Any]]) -> None:
        """Put rows in, at least one, all with the same columns, the engine's fastest way."""

    def set_srs(self, connection: Connection, crs: CRS, srs_id: int) -> None:
        """Say that the district's layers are in this CRS."""

    def written(self, connection: Connection, names: set[str]) -> None:
        """Bring up to date what the engine keeps about layers that were written."""

    def stray_trees(self, connection: Connection) -> list[str]:
        """Name the layers whose spatial index does not match their rows."""

    def unwatched(self, connection: Connection) -> list[str]:
        """Name the tables whose changes by other programs would not be noticed."""

    def unguarded(self, connection: Connection) -> list[str]:
        """Name the tables of the change log that other programs could change without being stopped."""

    def fault(self, error: DBAPIError, store: str) -> StoreError | None:
        """Say what an error of the engine means to whoever uses the store; None where it is our own fault."""


class Place(Protocol):
    """Where one store lives: a file, or a schema of a database."""

    @property
    def name(self) -> str:
        """How people call it; never with a password."""

    @property
    def ways(self) -> Ways:
        """The ways of its engine."""

    @property
    def writable(self) -> bool:
        """Tell whether anything can be written here at all; a server says so only when it is asked to."""

    @property
    def heads(self) -> Heads:
        """What is remembered of its change log outside of it."""

    def exists(self) -> bool:
        """Tell whether anything is there."""

    def beside(self, word: str) -> Place:
        """Give a place of the same kind beside this one, by a word of letters, digits and underscores."""

    def making(self, keep: Place | None = None) -> AbstractContextManager[Connection]:
        """Lay out an empty store and give the connection to fill it on; it is there when the block ends well, or not at all.

        Parameters
        ----------
        keep
            Where the store that is here goes, in the same step; without it nothing may be here.

        Raises
        ------
        UsageError
            If a store is here meanwhile, or something is where the old one should go.
        StoreBusyError
            If the store that is here is in use.
        StoreError
            If it cannot be made here.
        """

    def keep_copy(self, word: str) -> Place:
        """Copy what is here, whatever its structure, beside it as it is."""

    def version(self) -> int:
        """Look which structure the store here has, changing nothing.

        Raises
        ------
        StoreError
            If there is no store, or it is not one of this program.
        """

    def engine(self) -> Engine:
        """Connect, whatever is here."""

    def changing(self) -> AbstractContextManager[Connection]:
        """Give one write transaction; faults of the engine come out as errors of the store."""
