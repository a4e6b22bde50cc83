"""Making and opening a store wherever it lives: what people give is a path or an address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from twin.store.address import ServerAddress, is_server
from twin.store.embedded import FilePlace
from twin.store.heads import Head
from twin.store.layout import choose_crs, now
from twin.store.repository import Store
from twin.store.sql import SCHEMA_VERSION

if TYPE_CHECKING:
    from pyproj import CRS

    from twin.store.engine import Place

__all__ = ["create_store", "open_store", "place_of"]


def place_of(where: str | Path) -> Place:
    """Find out where a store is meant to live: ``postgresql://…`` is a server, all else a file.

    Raises
    ------
    UsageError
        If an address is malformed or carries a password.
    """
    if not is_server(where):
        return FilePlace(Path(where))
    from twin.store.server import ServerPlace  # noqa: PLC0415 - psycopg is loaded where a server is used

    return ServerPlace(ServerAddress.parse(str(where)))


def create_store(where: str | Path, crs: CRS | None = None) -> Store:
    """Make a new, empty store.

    Parameters
    ----------
    where
        File to make, by custom ``*.gpkg``, or ``postgresql://…``: the database must be there, the schema not or empty.
    crs
        Projected CRS in metres; without one, the first located data choose it.

    Raises
    ------
    UsageError
        If a store is there already, or the CRS is not projected in metres.
    StoreError
        If the folder cannot be written or the server not be used.
    """
    place = place_of(where)
    if place.exists():
        raise UsageError("store.exists", store=place.name)
    with place.making() as connection:
        if crs is not None:
            choose_crs(connection, place.ways, crs)
    place.heads.remember(Head("made", 0, "", now(), "new store"))
    return Store(place)


def open_store(where: str | Path) -> Store:
    """Open an existing store, a file or ``postgresql://…``; an older one is brought to today's structure first.

    `Store.kept` then names the copy that was put aside before.

    Raises
    ------
    StoreError
        If there is none, or it is not a store of this program.
    StoreVersionError
        If a newer version of the program wrote it.
    """
    place = place_of(where)
    kept = None
    if place.version() < SCHEMA_VERSION:
        from twin.store.migrating import migrate  # noqa: PLC0415 - alembic is loaded where an older store is met

        kept = migrate(place)
    return Store(place, kept.name if kept else "")
