"""What a step may do to the tables of the model: add or drop one, on either engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyproj import CRS
from sqlalchemy import Column, MetaData, select
from sqlalchemy import Table as SqlTable

from twin.store import gpkg
from twin.store.geometry import Geom
from twin.store.layout import srs_of
from twin.store.sql import GEOM, KINDS, schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alembic.operations import Operations

    from twin.model.columns import Kind, Shape

__all__ = ["add_table", "drop_table"]


def add_table(op: Operations, title: str, name: str, shape: Shape | None, columns: Mapping[str, Kind]) -> None:
    """Make a table as `twin.store.sql` makes one; the first of `columns` is its key.

    Parameters
    ----------
    op
        Operations on the store.
    title
        What it is in both languages, for programs that list layers.
    name
        Its name.
    shape
        Of its rows, None for a table without geometry; in the CRS of the district.
    columns
        Kind by name.
    """
    connection = op.get_bind()
    meta = schema(0).meta
    named = connection.execute(select(meta.c.value).where(meta.c.key == "crs")).scalar_one_or_none()
    srid = srs_of(CRS.from_user_input(named) if named else None)
    key = next(iter(columns))
    made: list[Column[object]] = [Column("fid", KINDS["int"], primary_key=True, autoincrement=True)]
    if shape:
        made.append(Column(GEOM, Geom(shape, srid)))
    made += [Column(item, KINDS[kind], nullable=item != key, unique=item == key or None) for item, kind in columns.items()]
    SqlTable(name, MetaData(), *made, sqlite_autoincrement=True).create(connection)
    if connection.dialect.name == "sqlite":
        gpkg.register(connection, name, title, shape, srid)


def drop_table(op: Operations, name: str) -> None:
    """Drop a table with all that the engine keeps of it."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        gpkg.forget(connection, name)
    op.drop_table(name)
