"""One table as plain Python rows: what JSON is written from, many thousand times a second, without a frame in between."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import orjson
import shapely

from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd

__all__ = ["Rows", "geometry_record", "plain_column"]


def plain_column(frame: gpd.GeoDataFrame, name: str) -> list[Any]:
    """Give a column as plain values, None for missing; a number that is none for JSON is missing too."""
    held = frame[name]
    kind = held.dtype.kind if hasattr(held.dtype, "kind") else "O"
    if kind == "f":
        return [None if math.isnan(value) or math.isinf(value) else value for value in held.tolist()]
    values = held.astype(object)
    return values.where(values.notna(), None).tolist()


def geometry_record(shape: Any) -> dict[str, Any] | None:
    """Give a shape as GeoJSON in the metres it is in."""
    if shape is None or shape.is_empty:
        return None
    record: dict[str, Any] = orjson.loads(shapely.to_geojson(shape))
    return record


class Rows:
    """The rows of one frame in key order."""

    def __init__(self, table: str, frame: gpd.GeoDataFrame) -> None:
        self.table = TABLES[table]
        self.frame = frame
        self.columns: dict[str, list[Any]] = {name: plain_column(frame, name) for name in self.table.names}
        self.keys: list[str] = self.columns[self.table.key]
        self.place: dict[str, int] = {key: row for row, key in enumerate(self.keys)}
        self.shapes = frame.geometry.to_numpy()

    def __len__(self) -> int:
        return len(self.keys)

    def record(self, row: int, names: Sequence[str] | None = None) -> dict[str, Any]:
        """Give one row."""
        columns = self.columns
        return {name: columns[name][row] for name in (names or columns)}

    def records(self, rows: Iterable[int], names: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """Give many."""
        wanted = list(names or self.columns)
        columns = [self.columns[name] for name in wanted]
        return [dict(zip(wanted, [column[row] for column in columns], strict=True)) for row in rows]

    def geometry(self, row: int) -> dict[str, Any] | None:
        """Give the shape of one row as GeoJSON."""
        return geometry_record(self.shapes[row])
