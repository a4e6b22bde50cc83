"""Rows between frames and tables: read a table into a frame in one pass, turn a frame into plain rows."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from sqlalchemy import select

from twin.model.collecting import collector_paused
from twin.model.errors import DataError, TableError
from twin.store.geometry import RawShape, from_blobs
from twin.store.sql import GEOM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pyproj import CRS
    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy import Table as SqlTable

    from twin.model.columns import Column, Table

__all__ = ["PLAIN", "as_json", "frame_rows", "plain_rows", "read_frame", "read_plain"]


def read_frame(
    connection: Connection, table: SqlTable, model: Table, crs: CRS | None, where: ColumnElement[bool] | None = None
) -> gpd.GeoDataFrame:
    """Read a table, in key order, as a frame with the columns of its model table."""
    with collector_paused():
        return _read_frame(connection, table, model, crs, where)


def _read_frame(
    connection: Connection, table: SqlTable, model: Table, crs: CRS | None, where: ColumnElement[bool] | None
) -> gpd.GeoDataFrame:
    columns: list[Any] = [table.c[name] for name in model.names]
    if model.shape:
        columns.append(RawShape(table.c[GEOM]))
    query = select(*columns).order_by(table.c[model.key])
    if where is not None:
        query = query.where(where)
    rows = connection.execute(query).all()
    if not rows:
        return _nothing(model.names, crs).copy()
    fields = list(zip(*rows, strict=True))
    data = {name: pd.Series(field, dtype=object) for name, field in zip(model.names, fields, strict=False)}
    geometry = from_blobs(fields[-1]) if model.shape else np.full(len(rows), None, dtype=object)
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(geometry, crs=crs), crs=crs)


@lru_cache(maxsize=256)
def _nothing(names: tuple[str, ...], crs: CRS | None) -> gpd.GeoDataFrame:
    """Give a frame without rows, made once: most tables of most stores are empty."""
    data = {name: pd.Series([], dtype=object) for name in names}
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(np.full(0, None, dtype=object), crs=crs), crs=crs)


def read_plain(connection: Connection, table: SqlTable, model: Table, where: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Read rows, in key order, as `frame_rows` gives them.

    Raises
    ------
    DataError
        If another program left a value that its column cannot hold.
    """
    names = [*model.names, *([GEOM] if model.shape else [])]
    wanted: list[Any] = [RawShape(table.c[name]) if name == GEOM else table.c[name] for name in names]
    rows = connection.execute(select(*wanted).where(where).order_by(table.c[model.key])).all()
    return plain_rows(model, names, rows)


def plain_rows(model: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Turn rows of the database into plain Python values, each as its column's kind, raw shapes (under `GEOM`) into shapely.

    Raises
    ------
    DataError
        If another program left a value that its column cannot hold.
    """
    fields: dict[str, Sequence[Any]] = dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else {}
    keys = fields.get(model.key, ())
    for name, values in fields.items():
        if name == GEOM:
            fields[name] = _shapes(f"{model.name}.{name}", keys, values)
        else:
            fields[name] = _read(f"{model.name}.{name}", PLAIN[model.by_name[name].kind], keys, values)
    return [dict(zip(fields, values, strict=True)) for values in zip(*fields.values(), strict=True)]


def _read(column: str, read: Callable[[Any], Any], keys: Sequence[Any], values: Sequence[Any]) -> list[Any]:
    plain: list[Any] = []
    for key, value in zip(keys, values, strict=True):
        try:
            plain.append(None if value is None else read(value))
        except _UNFIT as error:
            raise DataError("store.bad_value", column=column, key=key, value=str(value)[:60]) from error
    return plain


def _shapes(column: str, keys: Sequence[Any], blobs: Sequence[Any]) -> Sequence[Any]:
    """Read all at once; only where one does not fit look for it."""
    try:
        return list(from_blobs(blobs))
    except _UNFIT:
        return _read(column, lambda blob: from_blobs([blob])[0], keys, blobs)


_UNFIT = (TypeError, ValueError, IndexError, AttributeError, shapely.errors.ShapelyError)


def frame_rows(model: Table, frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Turn a fitted frame into rows of plain Python values, None for missing, shapely for the geometry.

    Raises
    ------
    TableError
        If a text cannot be kept: it holds a NUL, or half a character.
    """
    fields: dict[str, list[Any]] = {}
    for column in model.columns:
        values = frame[column.name].astype(object)
        read = PLAIN[column.kind]
        fields[column.name] = [None if absent else read(value) for value, absent in zip(values, values.isna(), strict=True)]
        if column.kind == "text":
            _want_texts(model, column, frame.index, fields[column.name])
    if model.shape:
        fields[GEOM] = list(shapely.force_2d(np.asarray(frame.geometry, dtype=object)))
    names = list(fields)
    return [dict(zip(names, values, strict=True)) for values in zip(*fields.values(), strict=True)]


def _want_texts(model: Table, column: Column, keys: Iterable[Any], values: list[str | None]) -> None:
    for key, value in zip(keys, values, strict=True):
        if value is not None and ("\x00" in value or not (value.isascii() or value.encode(errors="ignore").decode() == value)):
            raise TableError("table.no_text", table=model.name, column=column.name, key=repr(key))


def _float(value: Any) -> float:
    """Read a number; minus zero, which SQLite does not keep and PostgreSQL does, becomes zero on both."""
    return float(value) + 0.0


PLAIN: dict[str, Any] = {"text": str, "float": _float, "int": int, "bool": bool, "date": str, "datetime": str}
"""How a value of each kind is read as plain Python."""


def as_json(row: dict[str, Any]) -> str:
    """Write a row as canonical JSON, its geometry as hexadecimal WKB."""
    plain = {
        name: shapely.to_wkb(value, hex=True, output_dimension=2, byte_order=1) if isinstance(value, shapely.Geometry) else value
        for name, value in row.items()
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
