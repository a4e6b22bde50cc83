"""A newer file of a building as a difference, before it is accepted: pure, frames in, difference out.

Four things may become of a row: it is new, changed, gone, or **re-keyed** (the same thing under another GlobalId, see
`matching`); it keeps the key it has in the store, so whatever points at it stays. A cell that somebody edited by hand is not
overwritten unless asked: it is kept and named. `comparing` makes a revision.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from bim_import import telling
from twin.model.tables import IN_BUILDING, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bim_import.matching import Pairs

__all__ = ["REMOVED", "Changed", "HandEdit", "Kept", "Line", "Rekeyed", "Revision", "Stranded", "applied", "stranded"]

REMOVED = "gone"
"""Column under which a row that was taken out by hand stands in `HandEdit`."""


@dataclass(frozen=True, slots=True)
class HandEdit:
    """A cell that somebody changed by hand: `before` is what the file had said; column `gone`: the row was taken out."""

    table: str
    key: str
    column: str
    before: object


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is new or gone; `who` names the departments that sit in a room that goes."""

    table: str
    key: str
    name: str
    floor: str = ""
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """One row of which the file says something else: column → what the store holds, what the file says."""

    table: str
    key: str
    name: str
    columns: dict[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """One row known again under another GlobalId, by place or because the store remembers that one too; `alike` is 0 to 1."""

    table: str
    key: str
    name: str
    old: str
    new: str
    alike: float
    by_place: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A hand edit that the file contradicts: what the file said before, what stands in the store, what the file says now.

    `kept` tells whether the store's value stays; `news` whether the file itself has changed its mind meanwhile.
    """

    table: str
    key: str
    name: str
    column: str
    before: object
    held: object
    file: object
    kept: bool
    news: bool


@dataclass(frozen=True, slots=True)
class Stranded:
    """A row of another table that points at a row which goes."""

    table: str
    key: str
    column: str
    to: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What a newer file of one building changes.

    `frames` are the rows to put (keys as the store has them, hand edits kept), `gone` the keys to bury; `pairs` tells which of
    the file's keys became which of the store's; `renewed` counts rows of which only properties changed that the model does not
    hold, `unchanged` the rest.
    """

    building_id: str
    name: str
    frames: dict[str, gpd.GeoDataFrame]
    added: tuple[Line, ...]
    changed: tuple[Changed, ...]
    gone: tuple[Line, ...]
    rekeyed: tuple[Rekeyed, ...]
    hand: tuple[Kept, ...]
    unchanged: dict[str, int]
    renewed: dict[str, int]
    pairs: Pairs = field(default_factory=dict, repr=False)
    stranded: tuple[Stranded, ...] = ()
    removed_by_hand: tuple[Line, ...] = ()

    @property
    def empty(self) -> bool:
        """True where accepting the file changes nothing that a reader of the model can see."""
        return not (self.added or self.changed or self.gone or self.rekeyed)

    def keys(self, what: str, table: str) -> list[str]:
        """Give the keys of the rows of a table that are ``added``, ``changed``, ``gone`` or ``rekeyed``."""
        return [line.key for line in getattr(self, what) if line.table == table]

    def record(self) -> dict[str, Any]:
        """Give the difference as JSON; see `telling.record`."""
        return telling.record(self)

    def lines(self, lang: str = "") -> list[str]:
        """Give the difference for the terminal."""
        return telling.lines(self, lang)


def applied(held: Mapping[str, gpd.GeoDataFrame], revision: Revision) -> dict[str, gpd.GeoDataFrame]:
    """Give the building's frames as they will be once the file is accepted."""
    after = {}
    for table, frame in revision.frames.items():
        before = held.get(table)
        if before is None:
            after[table] = frame
            continue
        out = set(frame.index) | set(revision.keys("gone", table))
        stay = before[~before.index.isin(out)]
        after[table] = frame if len(stay) == 0 else gpd.GeoDataFrame(pd.concat([stay, frame]), crs=frame.crs).sort_index()
    return after


def stranded(revision: Revision, others: Mapping[str, pd.DataFrame]) -> tuple[Stranded, ...]:
    """List the rows of other tables (occupancies, cameras, meters) that point at a row which goes."""
    gone = {table: set(revision.keys("gone", table)) for table in IN_BUILDING}
    found = []
    for name, frame in others.items():
        for column in TABLES[name].columns:
            if gone.get(column.refers):
                hit = frame[column.name].isin(gone[column.refers])
                found += [Stranded(name, str(key), column.name, str(to)) for key, to in frame.loc[hit, column.name].items()]
    return tuple(found)
