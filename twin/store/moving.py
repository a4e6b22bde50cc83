"""Stores from place to place: row by row between engines, as a whole between files, counted and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from twin.model.errors import StoreError, UsageError
from twin.store.embedded import FilePlace
from twin.store.heads import Head
from twin.store.layout import choose_crs, now, srs_of
from twin.store.opening import open_store, place_of
from twin.store.sql import schema
from twin.store.tally import Tally, contents, read_rows, tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy import Table as SqlTable

    from twin.store.engine import Place
    from twin.store.repository import Store

__all__ = ["carry_heads", "copy_store", "fill", "move_store", "write_copy"]


def copy_store(source: str | Path, target: str | Path) -> None:
    """Copy a store, which may be in use, to a place where there is none: one moment of it, whole or not at all.

    Raises
    ------
    UsageError
        If the target is taken.
    StoreError
        If either cannot serve.
    """
    origin, place = place_of(source), place_of(target)
    if isinstance(origin, FilePlace) and isinstance(place, FilePlace):
        _want_free(place)
        origin.version()
        origin.copy_to(place)
        carry_heads(origin, place)
    else:
        move_store(source, target)


def move_store(source: str | Path, target: str | Path) -> Tally:
    """Copy a store row by row between any two places, and compare both before the copy counts.

    Returns
    -------
    Rows and digests by table, the same on either side.

    Raises
    ------
    UsageError
        If the target is taken.
    DataError
        If another program left a value in the source that no column of its kind can hold.
    StoreError
        If either cannot serve, or the copy differs; then nothing is left of it.
    """
    place = place_of(target)
    with open_store(source) as origin:
        tally = write_copy(origin, place)
        carry_heads(origin.place, place)
    return tally


def write_copy(origin: Store, place: Place) -> Tally:
    """Copy an open store row by row and compare; of its log nothing is remembered at the new place."""
    _want_free(place)
    with place.making() as connection:
        return fill(connection, place, origin)


def carry_heads(origin: Place, place: Place) -> None:
    """Remember of a copy's log what is remembered of the original's; nothing of a store that was there once."""
    place.heads.remember(Head("made", 0, "", now(), f"copy of {origin.name}"))
    origin.heads.carry(place.heads)


def fill(connection: Connection, place: Place, origin: Store) -> Tally:
    """Fill an empty store, which is just being made, with all that another holds, and compare the two.

    Raises
    ------
    StoreError
        If they differ.
    """
    if origin.crs is not None:
        choose_crs(connection, place.ways, origin.crs)
    tables = schema(srs_of(origin.crs))
    connection.execute(update(tables.writer).values(ours=1))
    connection.execute(delete(tables.meta))
    sent = Tally()
    with origin.reading() as reader:
        for name, table in contents(tables):
            for rows in sent.count(name, read_rows(reader, table)):
                _put(connection, place, table, rows)
    place.ways.written(connection, {name for name in tables.model if sent.rows[name]})
    connection.execute(update(tables.writer).values(ours=0))
    arrived = tally(connection, tables)
    if different := sent.differences(arrived):
        raise StoreError("store.copy_differs", store=place.name, tables=", ".join(different))
    return arrived


def _put(connection: Connection, place: Place, table: SqlTable, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows; what goes wrong here is said of the target, though the source is being read around it."""
    try:
        place.ways.insert(connection, table, rows)
    except DBAPIError as error:
        raise place.ways.fault(error, place.name) or error from error


def _want_free(place: Place) -> None:
    if place.exists():
        raise UsageError("store.exists", store=place.name)
