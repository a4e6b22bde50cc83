"""What is protected, and the model without it: where cameras stand, whither they look, what kind they are.

Rules on public-security video restrict position, type and field of view of cameras, and the places nobody sees. `tables.py` marks
them: columns, with them the shape of their table, and rows (a camera that an IFC file lists among the devices).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.columns import Table
    from twin.model.snapshot import Snapshot

__all__ = ["protected_counts", "protected_rows", "protects", "without_protected"]


def protects(table: Table) -> bool:
    """Tell whether anything in a table is protected."""
    return bool(table.protected or table.protected_where)


def protected_rows(table: Table, frame: gpd.GeoDataFrame) -> NDArray[np.bool_]:
    """Mark the rows that are protected whole, shape ``(len(frame),)``."""
    if table.protected_where is None:
        return np.zeros(len(frame), dtype=bool)
    column, value = table.protected_where
    return frame[column].isin([value]).to_numpy(dtype=bool)


def protected_counts(snapshot: Snapshot, tables: Iterable[str] | None = None) -> dict[str, int]:
    """Count by table the rows in which something is protected; tables without any are left out; None for all tables."""
    found: dict[str, int] = {}
    for name in TABLES if tables is None else dict.fromkeys(tables):
        table, frame = TABLES[name], snapshot.frame(name)
        count = len(frame) if table.protected else int(protected_rows(table, frame).sum())
        if count:
            found[name] = count
    return found


def without_protected(snapshot: Snapshot) -> Snapshot:
    """Give a snapshot for pictures that everybody may see: rows in which something is protected are not in it."""
    frames = {}
    for name, table in TABLES.items():
        frame = snapshot.frame(name)
        hidden = np.ones(len(frame), dtype=bool) if table.protected else protected_rows(table, frame)
        if hidden.any():
            frames[name] = frame[~hidden]
    return snapshot.replaced(frames, snapshot.version)
