"""An immutable set of tables at one version: frames, cached numpy columns, and one tree per table and floor.

Floors are stacked over one footprint, so every spatial look-up is keyed by floor: a tree over all floors
would return fifty candidates for each right one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import STRtree

from twin.model.collecting import collector_paused
from twin.model.columns import NUMPY_KIND, Table
from twin.model.errors import TableError, UnknownKeyError
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from pyproj import CRS

__all__ = ["OUTDOORS", "Snapshot", "empty_frame", "fit_frame"]

OUTDOORS = ""
"""Floor key of what stands outdoors."""


def empty_frame(table: Table, crs: CRS | None) -> gpd.GeoDataFrame:
    """Give a frame with the table's columns and no rows, indexed by its key."""
    return fit_frame(table, pd.DataFrame(columns=list(table.names), dtype=object), crs)


def fit_frame(table: Table, frame: pd.DataFrame, crs: CRS | None) -> gpd.GeoDataFrame:
    """Bring a frame to its table's columns, dtypes and order, indexed and sorted by key.

    Columns the frame lacks are added empty, columns the table lacks are dropped. A table without a shape
    gets a geometry column of None, so that every table is one kind of frame.

    Raises
    ------
    TableError
        If the key column is missing, empty in a row or not unique, or a column cannot be read as its kind.
    """
    if table.key not in frame.columns:
        if frame.index.name != table.key:
            raise TableError("table.no_key", table=table.name, column=table.key)
        frame = frame.reset_index()
    if len(frame) == 0 and TABLES.get(table.name) is table:
        return _nothing(table.name, crs).copy()
    return _fitted(table, frame, crs)


@lru_cache(maxsize=256)
def _nothing(name: str, crs: CRS | None) -> gpd.GeoDataFrame:
    """Give a table without rows, made once: most tables of most stores are empty, and making one takes a hundred copies' time."""
    return _fitted(TABLES[name], pd.DataFrame(columns=list(TABLES[name].names), dtype=object), crs)


def _fitted(table: Table, frame: pd.DataFrame, crs: CRS | None) -> gpd.GeoDataFrame:
    """Fit a frame that has its key column."""
    data: dict[str, Any] = {}
    for column in table.columns:
        values = frame[column.name] if column.name in frame.columns else pd.Series([None] * len(frame), index=frame.index)
        try:
            if NUMPY_KIND[column.kind] == "object":
                held = values.astype(object)
                data[column.name] = held.where(held.notna(), None)
            else:
                data[column.name] = pd.to_numeric(values).astype(NUMPY_KIND[column.kind])
        except (TypeError, ValueError, OverflowError) as error:
            raise TableError("table.bad_kind", table=table.name, column=column.name, kind=column.kind) from error
    geometry = frame.geometry if isinstance(frame, gpd.GeoDataFrame) else gpd.GeoSeries([None] * len(frame), index=frame.index)
    fitted = gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(geometry.to_numpy(), index=frame.index), crs=crs)
    keys = fitted[table.key]
    if keys.isna().any() or keys.duplicated().any():
        raise TableError("table.key_not_unique", table=table.name, column=table.key)
    fitted.index = pd.Index(keys.to_numpy(dtype=object), name=table.key, dtype=object)
    return fitted.sort_index()


class Snapshot:
    """Tables of one version. Nothing changes it: frames are handed out as they are, columns are read-only arrays.

    Parameters
    ----------
    tables
        One frame per table name; a table left out is empty.
    crs
        Projected CRS in metres, or None for a building in its own local metres.
    version
        Number of the newest change set it holds.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], crs: CRS | None, version: int = 0) -> None:
        """Fit every frame to its table."""
        self.crs = crs
        self.version = version
        with collector_paused():
            self._frames = {
                name: fit_frame(table, tables[name], crs) if name in tables else empty_frame(table, crs)
                for name, table in TABLES.items()
            }
        self._columns: dict[tuple[str, str], NDArray[Any]] = {}
        self._floors: dict[str, dict[str, NDArray[np.intp]]] = {}
        self._trees: dict[tuple[str, str], STRtree] = {}

    def replaced(self, frames: Mapping[str, gpd.GeoDataFrame], version: int) -> Snapshot:
        """Give a snapshot in which some tables are others; the rest, with its columns and trees, is shared and not copied.

        Parameters
        ----------
        frames
            Frames as `frame` gives them: fitted, indexed and sorted by key.
        version
            Number of the newest change set they hold.
        """
        made = object.__new__(Snapshot)
        made.crs, made.version = self.crs, version
        made._frames = {**self._frames, **frames}
        made._columns = {key: held for key, held in self._columns.items() if key[0] not in frames}
        made._floors = {table: held for table, held in self._floors.items() if table not in frames}
        made._trees = {key: held for key, held in self._trees.items() if key[0] not in frames}
        return made

    def frame(self, table: str) -> gpd.GeoDataFrame:
        """Give one table, indexed and sorted by key; treat it as read-only."""
        return self._frames[table]

    def column(self, table: str, name: str) -> NDArray[Any]:
        """Give one column as a read-only array: float64 with NaN for numbers, object for text, geometry under ``geometry``."""
        key = (table, name)
        if key not in self._columns:
            series = self._frames[table][name]
            kind = "text" if name == "geometry" else TABLES[table].by_name[name].kind
            if kind in {"float", "int"}:
                values = series.to_numpy(dtype="float64", na_value=np.nan)
            elif kind == "bool":
                values = series.fillna(value=False).to_numpy(dtype=bool)
            else:
                values = series.to_numpy(dtype=object)
            values = values.copy()
            values.setflags(write=False)
            self._columns[key] = values
        return self._columns[key]

    def keys(self, table: str) -> NDArray[Any]:
        """Give the keys of a table in row order."""
        return self.column(table, TABLES[table].key)

    def row(self, table: str, key: str) -> pd.Series[Any]:
        """Give one row.

        Raises
        ------
        UnknownKeyError
            If the table has no such key.
        """
        frame = self._frames[table]
        if key not in frame.index:
            raise UnknownKeyError("key.unknown", table=table, key=key)
        return frame.loc[key]

    def on_floor(self, table: str, floor_id: str) -> NDArray[np.intp]:
        """Give the row numbers of what is on one floor, in key order; `OUTDOORS` for what is on none."""
        if table not in self._floors:
            groups: dict[str, list[int]] = {}
            for row, floor in enumerate(self.column(table, "floor_id")):
                groups.setdefault(floor or OUTDOORS, []).append(row)
            self._floors[table] = {floor: np.array(rows, dtype=np.intp) for floor, rows in groups.items()}
        return self._floors[table].get(floor_id, np.array([], dtype=np.intp))

    def tree(self, table: str, floor_id: str) -> STRtree:
        """Give the tree over `on_floor(table, floor_id)`; its hits count within that selection."""
        key = (table, floor_id)
        if key not in self._trees:
            self._trees[key] = STRtree(self.column(table, "geometry")[self.on_floor(table, floor_id)])
        return self._trees[key]

    def rooms_at(self, floor_id: str, points: NDArray[np.float64]) -> NDArray[np.intp]:
        """Find the room under each point of one floor.

        Parameters
        ----------
        floor_id
            Key of the floor.
        points
            Shape ``(n, 2)``, metres in the snapshot's CRS.

        Returns
        -------
        Row numbers of `room`, shape ``(n,)``; -1 where there is none. Of overlapping rooms the first by key.
        """
        rows = self.on_floor("room", floor_id)
        found = np.full(len(points), -1, dtype=np.intp)
        if len(rows) == 0 or len(points) == 0:
            return found
        hits, places = self.tree("room", floor_id).query(shapely.points(points), predicate="intersects")
        order = np.lexsort((-places, hits))
        found[hits[order]] = rows[places[order]]
        return found
