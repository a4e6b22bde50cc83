"""What people call the row that a finding is about: door number, name, building and floor beside the key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from twin.model.aligned import clean
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twin.model.findings import Finding
    from twin.model.snapshot import Snapshot

__all__ = ["called", "described"]


def called(snapshot: Snapshot, table: str, key: str) -> str:
    """Name a row by number, name, building and floor, as far as it has them; empty where there is no such row."""
    if table not in TABLES or key not in snapshot.frame(table).index:
        return ""
    row = snapshot.frame(table).loc[key]
    own = " ".join(_text(row, name) for name in ("number", "name") if table != "floor" or name == "name").strip()
    where = []
    if table != "building" and "building_id" in TABLES[table].by_name:
        where.append(_name(snapshot, "building", row["building_id"]))
    if table != "floor" and "floor_id" in TABLES[table].by_name:
        where.append(_name(snapshot, "floor", row["floor_id"]))
    return " · ".join(part for part in (own, " ".join(filter(None, where))) if part)


def described(snapshots: Iterable[Snapshot], finding: Finding) -> str:
    """Say where a finding is: its place as the finding has it, and what people call the row in the first that holds it."""
    name = next((name for snapshot in snapshots if (name := called(snapshot, finding.table, finding.row))), "")
    return clean(f"{finding.where} ({name})" if name else finding.where)


def _text(row: Any, column: str) -> str:
    value = row.get(column)
    return "" if pd.isna(value) else str(value)


def _name(snapshot: Snapshot, table: str, key: object) -> str:
    frame = snapshot.frame(table)
    return _text(frame.loc[key], "name") if key is not None and key in frame.index else ""
