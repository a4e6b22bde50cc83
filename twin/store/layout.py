"""An empty store: its tables, its CRS, and what it says of itself in ``twin_meta``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert

from twin.model.errors import StoreError, StoreVersionError, UsageError
from twin.store.sql import SCHEMA_VERSION, schema

if TYPE_CHECKING:
    from pyproj import CRS
    from sqlalchemy import Connection

    from twin.store.engine import Place, Ways

__all__ = ["check_version", "choose_crs", "lay_out", "moment_word", "now", "read_version", "srs_of"]

CUSTOM_SRS = 100_001
"""srs_id of a district CRS that has no EPSG code."""


def now() -> str:
    """Give this moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def lay_out(connection: Connection, ways: Ways) -> None:
    """Make all tables and whatever the engine wants beside them."""
    tables = schema(0)
    tables.metadata.create_all(connection)
    connection.execute(insert(tables.writer).values(one=1, ours=0))
    connection.execute(
        insert(tables.meta), [{"key": "schema_version", "value": str(SCHEMA_VERSION)}, {"key": "created", "value": now()}]
    )
    ways.furnish(connection, tables)


def choose_crs(connection: Connection, ways: Ways, crs: CRS) -> None:
    """Say in a store without CRS which one it has from now on.

    Raises
    ------
    UsageError
        If it is not projected in metres.
    """
    if not (crs.is_projected and all(axis.unit_name == "metre" for axis in crs.axis_info)):
        raise UsageError("store.crs_not_metric", crs=crs.name)
    connection.execute(insert(schema(0).meta).values(key="crs", value=crs.to_string()))
    ways.set_srs(connection, crs, srs_of(crs))


def srs_of(crs: CRS | None) -> int:
    """Give the srs_id of the district's layers; 0 while no CRS is chosen."""
    return 0 if crs is None else (crs.to_epsg() or CUSTOM_SRS)


def moment_word() -> str:
    """Give this moment, to the millisecond, as a word for names, e.g. 20261121T201500123Z."""
    return f"{datetime.now(UTC).strftime('%Y%m%dT%H%M%S%f')[:-3]}Z"


def check_version(place: Place) -> None:
    """Refuse what is no store of today's structure.

    Raises
    ------
    StoreError
        If there is none, or it is not one of this program.
    StoreVersionError
        If its number is not ours.
    """
    if (found := place.version()) != SCHEMA_VERSION:
        code = "store.newer" if found > SCHEMA_VERSION else "store.older"
        raise StoreVersionError(code, store=place.name, found=found, expected=SCHEMA_VERSION)


def read_version(store: str, value: str | None) -> int:
    """Read the number of a store's structure.

    Raises
    ------
    StoreError
        If it is no number: then this is no store of ours.
    """
    if value is None or not value.isdigit():
        raise StoreError("store.foreign", store=store)
    return int(value)
