"""Cells as they are typed, ``column=value``, and rows held against the rules of their table before they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from twin.model.cells import read_cell
from twin.model.errors import ImportRefused, UsageError
from twin.model.findings import Finding
from twin.model.tables import TABLES
from twin.store.rows import frame_rows
from twin.store.scenarios.editing import cell_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd

    from twin.model.snapshot import Snapshot

__all__ = ["read_values", "want_sound"]


def read_values(table: str, cells: Sequence[str]) -> dict[str, Any]:
    """Read ``column=value`` as the columns hold them; a shape (``geom=``) as WKT in the store's CRS; nothing empties a column.

    Raises
    ------
    UsageError
        ``scenario.bad_cell``, ``scenario.bad_reading`` or ``query.no_column``.
    """
    values: dict[str, Any] = {}
    for cell in cells:
        name, sign, text = cell.partition("=")
        if not sign:
            raise UsageError("scenario.bad_cell", given=cell)
        column = TABLES[table].by_name.get(name)
        try:
            if name == "geom":
                values[name] = shapely.from_wkt(text) if text else None
            elif column is None:
                raise UsageError("query.no_column", column=name, table=table)
            else:
                values[name] = read_cell(column, text)
        except (ValueError, shapely.errors.ShapelyError) as error:
            kind = column.kind if column else "WKT"
            raise UsageError("scenario.bad_reading", column=name, value=text[:60], kind=kind) from error
    return values


def want_sound(snapshot: Snapshot, table: str, frame: gpd.GeoDataFrame) -> None:
    """Refuse rows whose cells break the rules of their columns, or that point at rows which are not there.

    Raises
    ------
    ImportRefused
        With every fault.
    """
    model = TABLES[table]
    faults: list[Finding] = []
    for row in frame_rows(model, frame):
        key = row[model.key]
        faults += cell_faults(table, key, row)
        for column in model.columns:
            value = row[column.name]
            if column.refers and value is not None and value not in snapshot.frame(column.refers).index:
                words = {"value": value, "table": column.refers}
                faults.append(Finding("error", "check.broken_key", table, key, column.name, values=words))
    if faults:
        keys = ", ".join(dict.fromkeys(str(fault.row) for fault in faults))
        raise ImportRefused("scenario.refused", faults, table=table, key=keys, count=len(faults))
