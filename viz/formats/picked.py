"""What of a snapshot goes out: which tables, which columns, whether shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.errors import UsageError
from twin.model.protection import protected_rows
from twin.model.tables import TABLES
from viz.formats.guard import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from twin.model.columns import Column, Table
    from twin.model.snapshot import Snapshot

__all__ = ["Picked", "pick"]


@dataclass(frozen=True, slots=True)
class Picked:
    """One table as it goes out; `shaped` is false for tables without shape and where the shape is protected."""

    table: Table
    columns: tuple[Column, ...]
    shaped: bool
    frame: Any

    @property
    def shapes(self) -> NDArray[np.object_]:
        """Geometries in row order."""
        return self.frame.geometry.to_numpy()

    def values(self, column: Column) -> list[Any]:
        """Give a column as plain Python: text made clean, numbers, True and False, None where empty."""
        series: pd.Series[Any] = self.frame[column.name]
        missing = series.isna().to_numpy()
        turn: Any = {"float": float, "int": int, "bool": bool}.get(column.kind, clean)
        return [None if empty else turn(value) for value, empty in zip(series.to_numpy(dtype=object), missing, strict=True)]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows as plain Python, in column order."""
        return zip(*(self.values(column) for column in self.columns), strict=True)


def pick(snapshot: Snapshot, tables: Sequence[str] | None, *, public: bool) -> list[Picked]:
    """Choose what goes out.

    Parameters
    ----------
    tables
        Names in the order wanted; None for every table that has rows.
    public
        Leave out columns that the schema marks as protected, the shapes of tables that have such columns (where a camera
        stands says as much as whither it looks), and rows that are protected whole.

    Raises
    ------
    UsageError
        If a table is unknown, or there is nothing to write.
    """
    unknown = [name for name in tables or () if name not in TABLES]
    if unknown:
        raise UsageError("export.unknown_table", tables=", ".join(unknown), known=", ".join(TABLES))
    names = dict.fromkeys(tables) if tables is not None else [name for name in TABLES if len(snapshot.frame(name))]
    if not names:
        raise UsageError("export.nothing")
    return [_pick(snapshot, TABLES[name], public=public) for name in names]


def _pick(snapshot: Snapshot, table: Table, *, public: bool) -> Picked:
    frame = snapshot.frame(table.name)
    if not public:
        return Picked(table, table.columns, table.shape is not None, frame)
    columns = tuple(column for column in table.columns if not column.protected)
    shaped = table.shape is not None and not table.protected
    return Picked(table, columns, shaped, frame[~protected_rows(table, frame)])
