"""What somebody may see of a store: a snapshot, or lines of the log, less the rows and columns beyond their reach.

Everything an answer is made of, from a page of rows to a picture, is made of a narrowed snapshot; so nothing that is hidden can
leave by a side door, a filter or a sum. A key that points at a hidden row is blanked with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.tables import TABLES
from twin.store.scoping import Scope

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["EVERYTHING", "NOTHING", "Reach", "Sight", "narrow", "within"]


@dataclass(frozen=True, slots=True)
class Reach:
    """What one grant opens: rows of `tables`, of one department with those below it and of one site where they are named.

    `protected` shows where cameras stand and look.
    """

    tables: frozenset[str]
    protected: bool = False
    department: str = ""
    site: str = ""

    @property
    def whole(self) -> bool:
        """Tell whether it has no bounds but its tables."""
        return not (self.department or self.site)


@dataclass(frozen=True, slots=True)
class Sight:
    """All that somebody may see: what any of the reaches opens."""

    reaches: tuple[Reach, ...]

    @property
    def tables(self) -> frozenset[str]:
        """Tables of which at least some rows may be seen."""
        return _tables(self.reaches)

    @property
    def everything(self) -> bool:
        """Tell whether nothing at all is hidden."""
        return any(reach.whole and reach.protected and reach.tables >= set(TABLES) for reach in self.reaches)

    def whole(self, table: str) -> bool:
        """Tell whether every row and column of a table may be seen."""
        bare = not (_protected(table) or table == "device")
        return any(reach.whole and table in reach.tables and (reach.protected or bare) for reach in self.reaches)


@lru_cache(maxsize=512)
def _tables(reaches: tuple[Reach, ...]) -> frozenset[str]:
    """Join the tables of reaches; asked with every request, so done once for each."""
    return frozenset(table for reach in reaches for table in reach.tables)


NOTHING = Sight(())
EVERYTHING = Sight((Reach(frozenset(TABLES), protected=True),))


def narrow(snapshot: Snapshot, sight: Sight) -> Snapshot:
    """Give the part of a snapshot that may be seen; tables that may be seen whole are shared with it."""
    if sight.everything:
        return snapshot
    scope = Scope(snapshot)
    shown = {table: _rows(scope, sight, table, snapshot.frame(table)) for table in TABLES}
    keys = {
        table: frozenset(snapshot.keys(table)[rows]) for table, rows in shown.items() if not rows.all()
    }  # tables of which something is hidden, with what is not
    frames: dict[str, gpd.GeoDataFrame] = {}
    for table, rows in shown.items():
        frame = snapshot.frame(table)
        made = frame if rows.all() else frame[rows]
        made = _blank_protected(scope, sight, table, made)
        made = _blank_references(table, made, keys)
        if made is not frame:
            frames[table] = made
    return snapshot.replaced(frames, snapshot.version)


def within(scope: Scope, sight: Sight, table: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the part of some rows of one table, of today or long ago, that may be seen; scope is that of today."""
    rows = _rows(scope, sight, table, frame)
    return _blank_protected(scope, sight, table, frame if rows.all() else frame[rows])


def _rows(scope: Scope, sight: Sight, table: str, frame: gpd.GeoDataFrame) -> NDArray[np.bool_]:
    """Mark the rows that any reach opens."""
    shown = np.zeros(len(frame), dtype=bool)
    for reach in sight.reaches:
        if table in reach.tables:
            shown |= np.ones(len(frame), dtype=bool) if reach.whole else scope.holds(table, frame, reach.department, reach.site)
    return shown


def _protected(table: str) -> tuple[str, ...]:
    """Name the columns of a table that `Reach.protected` shows."""
    return tuple(column.name for column in TABLES[table].columns if column.protected)


def _blank_protected(scope: Scope, sight: Sight, table: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Blank where cameras stand and look, in the rows of which no reach shows it; a camera among the devices is one too."""
    columns = _protected(table)
    if (not columns and table != "device") or len(frame) == 0:
        return frame
    open_to = Sight(tuple(reach for reach in sight.reaches if reach.protected))
    hidden = ~_rows(scope, open_to, table, frame)
    if table == "device":
        hidden &= frame["device_class"].isin(["camera"]).to_numpy(dtype=bool)
        columns = ("z", "room_id")
    if not hidden.any():
        return frame
    made = frame.copy()
    for name in columns:
        made.loc[hidden, name] = None
    made.loc[hidden, "geometry"] = None
    return made


def _blank_references(table: str, frame: gpd.GeoDataFrame, keys: dict[str, frozenset[Any]]) -> gpd.GeoDataFrame:
    """Blank the keys of rows that are hidden."""
    made = frame
    for column in TABLES[table].columns:
        if column.refers in keys and column.name in frame.columns and len(frame):
            stray = ~made[column.name].isin([*keys[column.refers], None]).to_numpy(dtype=bool)
            if stray.any():
                made = made.copy() if made is frame else made
                made.loc[stray, column.name] = None
    return made
