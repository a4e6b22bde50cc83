"""A snapshot as one kind of asker may see it, with everything that is worked out of it once and kept."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from api.reading.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from twin.model.snapshot import Snapshot

__all__ = ["View"]

T = TypeVar("T")


class View:
    """A narrowed snapshot; `kin` is the view from before, or of others, whose rows of tables that are the same are taken over.

    `day` is the date on which occupancies are looked at.
    """

    def __init__(self, snapshot: Snapshot, tables: frozenset[str], *, day: str = "", kin: tuple[View, ...] = ()) -> None:
        self.snapshot = snapshot
        self.tables = tables
        self.day = day or dt.date.today().isoformat()  # noqa: DTZ011 - the day where the district is
        self.version = snapshot.version
        self._lock = threading.RLock()
        self._rows: dict[str, Rows] = {}
        self._memo: dict[Any, Any] = {}
        for other in kin:
            for table, rows in other.held_rows().items():
                if rows.frame is snapshot.frame(table):
                    self._rows.setdefault(table, rows)

    def rows(self, table: str) -> Rows:
        """Give the plain rows of a table."""
        found = self._rows.get(table)
        if found is None:
            with self._lock:
                found = self._rows.get(table)
                if found is None:
                    found = self._rows[table] = Rows(table, self.snapshot.frame(table))
        return found

    def warm(self, table: str) -> bool:
        """Tell whether the rows of a table are at hand."""
        return table in self._rows

    def held_rows(self) -> dict[str, Rows]:
        """Give the rows that are at hand."""
        return dict(self._rows)

    def once(self, key: Any, make: Callable[[], T]) -> T:
        """Work something out once; what is kept goes with the view."""
        try:
            held: T = self._memo[key]
        except KeyError:
            with self._lock:
                if key not in self._memo:
                    self._memo[key] = make()
                held = self._memo[key]
        return held

    def has(self, key: Any) -> bool:
        """Tell whether something was worked out already."""
        return key in self._memo
