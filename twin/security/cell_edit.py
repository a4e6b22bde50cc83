"""Changes of what the regulations ask of a cell (定网格、定内容、定程序、定职责): read, judged, and put into rows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from twin.model.cells import column_faults, read_cell
from twin.model.findings import Finding
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import geopandas as gpd

    from twin.model.columns import Column
    from twin.model.snapshot import Snapshot

__all__ = ["EDITABLE", "Edit", "edited_cells", "edits_of_table"]

EDITABLE = ("name", "guard_class", "responsible", "patrol_interval_min", "duties", "procedure", "required_px_m")
"""Columns that may be changed so; its ground is drawn, and its key stays."""
_KEYS = ("cell_id", "网格编号", "网格", "编号")
_NAMES = ("name", "名称")


@dataclass(frozen=True, slots=True)
class Edit:
    """One changed value of one cell; None for an empty one."""

    cell_id: str
    column: str
    before: Any
    after: Any

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values."""
        return {"cell_id": self.cell_id, "column": self.column, "before": self.before, "after": self.after}


def edited_cells(
    snapshot: Snapshot, wanted: Sequence[tuple[str, Mapping[str, Any]]]
) -> tuple[gpd.GeoDataFrame, list[Edit], list[Finding]]:
    """Apply changes.

    Parameters
    ----------
    snapshot
        Holds the cells.
    wanted
        A cell by key or name, and values by column, named in our words or in Chinese; an empty value empties the cell.

    Returns
    -------
    The rows that change, what changes in them, and every fault; with any error nothing may be stored.
    """
    frame = snapshot.frame("cell").copy()
    edits: dict[tuple[str, str], Edit] = {}
    findings: list[Finding] = []
    for word, values in wanted:
        key = _cell(snapshot, word, findings)
        for name, value in values.items():
            column = _column(name, word, findings)
            if not key or column is None:
                continue
            after = _read(column, value, key, findings)
            before = _plain(frame.loc[key, column.name])
            if after is not _BAD and after != before:
                edits[key, column.name] = Edit(key, column.name, before, after)
    for edit in edits.values():
        frame.loc[edit.cell_id, edit.column] = pd.NA if edit.after is None and frame[edit.column].dtype != object else edit.after
    changed = [key for key in frame.index if any(edit.cell_id == key for edit in edits.values())]
    return frame.loc[changed], list(edits.values()), findings


def edits_of_table(frame: pd.DataFrame) -> list[tuple[str, dict[str, Any]]]:
    """Read a table with a line per cell: a column with the key or the name of each, and columns to be changed; others are left.

    An empty place in a table changes nothing.
    """
    by_name = {str(name).strip(): name for name in frame.columns}
    first = next((by_name[name] for name in (*_KEYS, *_NAMES) if name in by_name), None)
    if first is None:
        return []
    wanted = {name: by_name[name] for name in by_name if by_name[name] != first and _known(name)}
    found = []
    for row in frame.to_dict("records"):
        values = {name: row[held] for name, held in wanted.items() if not _empty(row[held])}
        if not _empty(row[first]) and values:
            found.append((str(row[first]).strip(), values))
    return found


class _Bad:
    """Stands for a value that cannot be."""


_BAD = _Bad()


def _empty(value: Any) -> bool:
    return bool(value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)) or str(value).strip() == "")


def _plain(value: Any) -> Any:
    if _empty(value):
        return None
    return value.item() if hasattr(value, "item") else value


def _known(name: str) -> Column | None:
    table = TABLES["cell"]
    return next(
        (table.by_name[own] for own in EDITABLE if name.strip().lower() == own or name.strip() == table.by_name[own].zh), None
    )


def _cell(snapshot: Snapshot, word: str, findings: list[Finding]) -> str:
    keys = [str(key) for key in snapshot.keys("cell")]
    hits = [key for key in keys if key == word]
    hits = hits or [key for key, name in zip(keys, snapshot.column("cell", "name"), strict=True) if name == word]
    if len(hits) == 1:
        return hits[0]
    code = "security.cell_twice" if hits else "security.no_cell"
    findings.append(Finding("error", code, "cell", word, values={"known": ", ".join(keys[:20])}))
    return ""


def _column(name: str, word: str, findings: list[Finding]) -> Column | None:
    column = _known(name)
    if column is None:
        findings.append(Finding("error", "security.cell_column", "cell", word, name, values={"known": ", ".join(EDITABLE)}))
    return column


def _read(column: Column, value: Any, key: str, findings: list[Finding]) -> Any:
    """Read a value as its column's kind, judged by its bounds."""
    if _empty(value):
        return None
    try:
        after = read_cell(column, value)
    except (ValueError, OverflowError):
        findings.append(Finding("error", "security.cell_value", "cell", key, column.name, values={"value": value}))
        return _BAD
    if column_faults(column, [after]):
        findings.append(Finding("error", "security.cell_value", "cell", key, column.name, values={"value": value}))
        return _BAD
    return after
