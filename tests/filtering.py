"""Filters made at random over awkward data, asked of a store in memory and in SQL."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import MultiPolygon, box
from shapely.geometry import LineString, Point
from sqlalchemy import select

from tests.scenes import CRS_4544, E0, N0, tiny_district
from twin.model.tables import TABLES
from twin.store.query import All, AnyOf, Compare, Contains, InBox, Missing, Not, OneOf
from twin.store.selection import mask, where
from twin.store.sql import schema

if TYPE_CHECKING:
    import random

    from sqlalchemy import Connection

    from twin.model.columns import Column
    from twin.model.snapshot import Snapshot
    from twin.store import Store
    from twin.store.query import Filter

__all__ = ["fill_awkwardly", "tree", "unlike"]

_AWKWARD: dict[str, list[Any]] = {
    "text": [
        "", " ", "a", "A", "b", "ä", "a\u0308", "室", "走廊", "100%", "a_b", "a%b", "'", '"', "\\", "\\'",
        "'; DROP TABLE room; --", "🏢", "\n", "x" * 200, "1", "01", "NULL", "\ud7ff", "\ue000", "\U0010ffff", None, None,
    ],
    "float": [0.0, -0.0, 1.5, -1.5, 5e-324, 1e300, -1e300, 0.1, 0.1 + 0.2, float(2**53), 1 / 3, None, None],
    "int": [0, 1, -1, 2, 2**31, -(2**31), 2**53, None, None],
    "bool": [True, False, None],
    "date": ["2024-01-01", "1999-12-31", "2024-02-29", "", "2024", None],
    "datetime": ["2024-01-01T00:00:00", "2024-01-01T00:00:00Z", "2024-01-01", None],
}  # fmt: skip
_ROWS = 40


def fill_awkwardly(store: Store, rng: random.Random) -> None:
    """Fill a store with the scene and rows whose values are the hard ones of their kind."""
    scene = tiny_district()
    with store.change("tester", "fill") as work:
        for name, table in TABLES.items():
            work.put(name, scene.frame(name))
            rows = [
                {column.name: rng.choice(_AWKWARD[column.kind]) for column in table.columns}
                | {table.key: f"{name}-{number}"}
                | ({"building_id": "A"} if table.in_building and name != "building" else {})
                for number in range(_ROWS)
            ]
            data = pd.DataFrame(rows, columns=list(table.names)).astype(object)
            shapes = gpd.GeoSeries([_shape(rng, table.shape) for _ in rows], crs=CRS_4544)
            work.put(name, gpd.GeoDataFrame(data, geometry=shapes, crs=CRS_4544))


def _shape(rng: random.Random, kind: str | None) -> shapely.Geometry | None:
    """Give a shape near the scene, none, or an empty one."""
    if kind is None or rng.random() < 0.2:
        return None
    x, y = E0 + rng.uniform(-60, 80), N0 + rng.uniform(-80, 60)
    if kind == "POINT":
        return Point(x, y)
    if kind == "LINESTRING":
        return LineString([(x, y), (x + rng.uniform(0.1, 20), y)])
    return MultiPolygon() if rng.random() < 0.1 else MultiPolygon([box(x, y, x + rng.uniform(0.1, 20), y + 3.3)])


def tree(rng: random.Random, table: str, frame: gpd.GeoDataFrame, depth: int = 3) -> Filter:
    """Give a filter of some levels over a table, mostly with values that it holds."""
    if depth == 0 or rng.random() < 0.4:
        return _leaf(rng, table, frame)
    if rng.random() < 0.25:
        return Not(tree(rng, table, frame, depth - 1))
    parts = tuple(tree(rng, table, frame, depth - 1) for _ in range(rng.randrange(4)))
    return All(parts) if rng.random() < 0.5 else AnyOf(parts)


def _leaf(rng: random.Random, table: str, frame: gpd.GeoDataFrame) -> Filter:
    column, kind = rng.choice(TABLES[table].columns), rng.random()
    if kind < 0.1 and TABLES[table].shape:
        return _box(rng, frame)
    if kind < 0.2:
        return Missing(column.name)
    held = frame[column.name].dropna().tolist()
    if column.kind == "text" and kind < 0.4:
        text = _value(rng, column, held)
        start = rng.randrange(len(text) + 1)
        return Contains(column.name, text[start : start + rng.randrange(4)])
    if kind < 0.55:
        return OneOf(column.name, tuple(_value(rng, column, held) for _ in range(rng.randrange(5))))
    operators = ["eq", "ne"] if column.kind == "bool" else ["eq", "ne", "lt", "le", "gt", "ge"]
    return Compare(column.name, rng.choice(operators), _value(rng, column, held))


def _box(rng: random.Random, frame: gpd.GeoDataFrame) -> InBox:
    """Give a box, often one that ends exactly where a shape does."""
    x, y = E0 + rng.uniform(-60, 80), N0 + rng.uniform(-80, 60)
    bounds = frame.geometry.bounds.dropna().to_numpy()
    if len(bounds) and rng.random() < 0.5:
        x0, y0, x1, y1 = rng.choice(list(bounds))
        beside = math.nextafter(x1, x1 + 1)
        return rng.choice([InBox(x1, y0, x1 + 5, y1), InBox(x0 - 5, y0, x0, y1), InBox(beside, y0, x1 + 5, y1)])
    return InBox(x, y, x + rng.uniform(0, 40), y + rng.uniform(0, 40))


def _value(rng: random.Random, column: Column, held: list[Any]) -> Any:
    """Give a value of the column's kind: one it holds, one just beside it, or an awkward one."""
    awkward = [value for value in _AWKWARD[column.kind] if value is not None]
    value = rng.choice(held) if held and rng.random() < 0.7 else rng.choice(awkward)
    if column.kind == "float":
        return float(rng.choice([value, value, np.nextafter(value, math.inf), round(value) if abs(value) < 2**53 else value]))
    if column.kind == "int":
        return rng.choice([value, value, value + 0.5 if abs(value) < 2**51 else value, float(value)])
    return value


def unlike(connection: Connection, snapshot: Snapshot, name: str, filters: Filter) -> tuple[set[str], set[str]]:
    """Give the keys that only memory and only SQL finds: none where both answer alike."""
    target, key = schema(4544).model[name], TABLES[name].key
    found = connection.execute(select(target.c[key]).where(where(filters, name, target, connection.dialect.name))).scalars().all()
    expected = set(snapshot.keys(name)[mask(filters, snapshot, name)])
    if len(found) != len(set(found)):
        raise AssertionError("a key was found twice")
    return expected - set(found), set(found) - expected
