"""Rows between frames and tables: read a table into a frame in one pass, turn a frame into plain rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from sqlalchemy import select

from twin.store.geometry import RawShape, from_blobs
from twin.store.sql import GEOM

if TYPE_CHECKING:
    from pyproj import CRS
    from sqlalchemy import ColumnElement, Connection
    from sqlalchemy import Table as SqlTable

    from twin.model.columns import Table

__all__ = ["PLAIN", "as_json", "frame_rows", "read_frame"]


def read_frame(
    connection: Connection, table: SqlTable, model: Table, crs: CRS | None, where: ColumnElement[bool] | None = None
) -> gpd.GeoDataFrame:
    """Read a table, in key order, as a frame with the columns of its model table."""
    columns: list[Any] = [table.c[name] for name in model.names]
    if model.shape:
        columns.append(RawShape(table.c[GEOM]))
    query = select(*columns).order_by(table.c[model.key])
    if where is not None:
        query = query.where(where)
    rows = connection.execute(query).all()
    fields = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    data = {name: pd.Series(field, dtype=object) for name, field in zip(model.names, fields, strict=False)}
    geometry = from_blobs(fields[-1]) if model.shape else np.full(len(rows), None, dtype=object)
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(geometry, crs=crs), crs=crs)


def frame_rows(model: Table, frame: gpd.GeoDataFrame) -> list[dict[str, Any]]:
    """Turn a fitted frame into rows of plain Python values, None for missing, shapely for the geometry."""
    fields: dict[str, list[Any]] = {}
    for column in model.columns:
        values = frame[column.name].astype(object)
        read = PLAIN[column.kind]
        fields[column.name] = [None if absent else read(value) for value, absent in zip(values, values.isna(), strict=True)]
    if model.shape:
        fields[GEOM] = list(shapely.force_2d(np.asarray(frame.geometry, dtype=object)))
    names = list(fields)
    return [dict(zip(names, values, strict=True)) for values in zip(*fields.values(), strict=True)]


def _float(value: Any) -> float:
    """Read a number; minus zero, which SQLite does not keep and PostgreSQL does, becomes zero on both."""
    return float(value) + 0.0


PLAIN: dict[str, Any] = {"text": str, "float": _float, "int": int, "bool": bool, "date": str, "datetime": str}
"""How a value of each kind is read as plain Python."""


def as_json(row: dict[str, Any]) -> str:
    """Write a row as canonical JSON, its geometry as hexadecimal WKB."""
    plain = {
        name: shapely.to_wkb(value, hex=True, output_dimension=2, byte_order=1) if name == GEOM and value is not None else value
        for name, value in row.items()
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
