"""The store as it was: every change made since is taken back, the newest first, in memory.

A line of the log holds the row as it was before, so the past is exact to the last bit however long ago; the store is not touched.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from twin.model.errors import UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot, fit_frame
from twin.model.tables import IN_BUILDING, TABLES
from twin.store.rows import frame_rows
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyproj import CRS

    from twin.model.columns import Table
    from twin.store.repository import Store

__all__ = ["Past", "row_frame", "row_of", "version_of"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?Z?)?\Z")
_PEOPLE = ("department", "post", "occupancy")


class Past:
    """A store at one of its earlier versions: read like `Store`, and only read.

    `version` is that of the newest change set it holds.
    """

    def __init__(self, store: Store, moment: str) -> None:
        """Go back to a moment: a version number, a date (its end) or a time in UTC.

        Raises
        ------
        UsageError
            If the moment is none of these, or no version of this store.
        """
        self.store = store
        self.version = version_of(store, moment)
        self._frames: dict[str, gpd.GeoDataFrame] = {}
        names = [*TABLES, *(LOCAL + name for name in IN_BUILDING)]
        with store.reading() as connection:
            self._frames = {name: store.held(connection, name) for name in names}
            self.crs: CRS | None = store.crs
            later = store.lines_after(connection, self.version)
        self._take_back(later)

    @property
    def name(self) -> str:
        """Name of the store."""
        return self.store.name

    def _take_back(self, lines: Iterable[Any]) -> None:
        """Undo lines, newest first, in the tables they are about."""
        rows: dict[str, dict[str, dict[str, Any]]] = {}
        for line in lines:
            model = TABLES[line.entity.removeprefix(LOCAL)]
            if line.entity not in rows:
                fitted = fit_frame(model, self._frames[line.entity], None)
                rows[line.entity] = {row[model.key]: row for row in frame_rows(model, fitted)}
            if line.before is None:
                rows[line.entity].pop(line.entity_id, None)
            else:
                rows[line.entity][line.entity_id] = row_of(line.before)
        for entity, held in rows.items():
            model = TABLES[entity.removeprefix(LOCAL)]
            self._frames[entity] = row_frame(model, held.values(), None if entity.startswith(LOCAL) else self.crs)

    def snapshot(self, *, gone: bool = False) -> Snapshot:
        """Give the district as it was."""
        return Snapshot({name: _seen(self._frames[name], gone=gone) for name in TABLES}, self.crs, self.version)

    def building(self, building_id: str) -> Snapshot:
        """Give one building as it was, on the ground or not.

        Raises
        ------
        UnknownKeyError
            If there was no such building then.
        """
        for prefix in ("", LOCAL):
            frames = {name: _seen(self._frames[prefix + name]) for name in IN_BUILDING}
            mine = {name: frame[frame["building_id"] == building_id] for name, frame in frames.items()}
            if len(mine["building"]) == 0:
                continue
            others = {name: self._frames[name] for name in (_PEOPLE if prefix else set(TABLES) - set(IN_BUILDING))}
            if prefix:
                held = others["occupancy"]
                others["occupancy"] = held[held["room_id"].isin(set(mine["room"]["room_id"]))]
            return Snapshot(mine | others, None if prefix else self.crs, self.version)
        raise UnknownKeyError("key.unknown", table="building", key=building_id)

    def local_frame(self, table: str) -> gpd.GeoDataFrame:
        """Give one table of the buildings that were not on the ground yet."""
        return _seen(self._frames[LOCAL + table])

    def sources(self) -> list[dict[str, Any]]:
        """List the files imported by then; of a file imported again later the newest report is known only."""
        return [source for source in self.store.sources() if source["set_id"] <= self.version]


def version_of(store: Store, moment: str) -> int:
    """Give the version of a moment: a version number, a date (its end) or a time in UTC.

    Raises
    ------
    UsageError
        If it is none of these, or no version of this store.
    """
    newest = store.version
    if moment.isdigit():
        if int(moment) > newest:
            raise UsageError("past.not_yet", version=moment, newest=newest)
        return int(moment)
    if not _MOMENT.match(moment):
        raise UsageError("past.bad_moment", moment=moment)
    return store.version_at(moment)


def _seen(frame: gpd.GeoDataFrame, *, gone: bool = False) -> gpd.GeoDataFrame:
    if gone or "gone" not in frame:
        return frame
    return frame[~frame["gone"].isin([True])]


def row_of(text: str) -> dict[str, Any]:
    """Read a row as the log holds it."""
    row = json.loads(text)
    if row.get(GEOM):
        row[GEOM] = shapely.from_wkb(row[GEOM])
    return row


def row_frame(model: Table, rows: Iterable[dict[str, Any]], crs: CRS | None) -> gpd.GeoDataFrame:
    """Give rows of one table as a frame."""
    held = list(rows)
    data = pd.DataFrame(held, columns=list(model.names), dtype=object)
    shapes = gpd.GeoSeries([row.get(GEOM) for row in held], crs=crs)
    return fit_frame(model, gpd.GeoDataFrame(data, geometry=shapes, crs=crs), crs)
