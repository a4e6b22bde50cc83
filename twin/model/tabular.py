"""A foreign table becomes one of ours: columns mapped, every cell checked, every fault named at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from twin.model.cells import column_faults, read_cells
from twin.model.findings import Finding, Severity
from twin.model.tables import UNDRAWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from twin.model.columns import Column, Shape, Table

__all__ = ["Origin", "to_table"]

_KINDS: dict[Shape, tuple[int, int]] = {
    "POINT": (shapely.GeometryType.POINT, shapely.GeometryType.MULTIPOINT),
    "LINESTRING": (shapely.GeometryType.LINESTRING, shapely.GeometryType.MULTILINESTRING),
    "MULTIPOLYGON": (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON),
}
"""GEOS's numbers of the single and the multiple kind of each shape."""
_MOST_SHOWN = 20
"""Faults of one column beyond this many are counted, not listed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a foreign table came from, for the words of its findings; `rows` numbers its records as people count them there.

    Without `rows` they are counted on from `first_row`.
    """

    file: str
    first_row: int = 1
    rows: Sequence[int] = ()

    def row(self, place: int) -> str:
        """Name the record at a place."""
        return f"row {self.rows[place] if self.rows else self.first_row + place}"


def to_table(
    table: Table, frame: pd.DataFrame, names: Mapping[str, str], origin: Origin
) -> tuple[gpd.GeoDataFrame, list[Finding]]:
    """Read a foreign frame as rows of `table`.

    Parameters
    ----------
    table
        What the rows are.
    frame
        Foreign rows; a GeoDataFrame's geometry is taken as it is, in whatever CRS.
    names
        Foreign column name → ours; a column with our name needs no entry. Matching ignores case.
    origin
        File and first row, for the findings.

    Returns
    -------
    Rows with our columns (cells at fault are None), and every fault; a frame with any error must not be stored.
    """
    findings: list[Finding] = []
    held = _renamed(table, frame, names, origin, findings)
    data: dict[str, list[Any]] = {}
    for column in table.columns:
        cells = held.get(column.name)
        if cells is None:
            cells = pd.Series([None] * len(frame), dtype=object)
        data[column.name] = _read_column(table, column, cells, origin, findings)
    geometry = _shape_of(table, frame, origin, findings)
    crs = frame.crs if isinstance(frame, gpd.GeoDataFrame) else None
    typed = {name: pd.Series(cells, dtype=object) for name, cells in data.items()}
    return gpd.GeoDataFrame(typed, geometry=gpd.GeoSeries(list(geometry), crs=crs), crs=crs), findings


def _renamed(
    table: Table, frame: pd.DataFrame, names: Mapping[str, str], origin: Origin, findings: list[Finding]
) -> dict[str, pd.Series[Any]]:
    """Find our columns among theirs; what finds no place is said, not silently dropped."""
    wanted = {theirs.strip().lower(): ours for theirs, ours in names.items()}
    ours_by_lower = {name.lower(): name for name in table.names}
    ours_by_lower |= {column.zh: column.name for column in table.columns}
    found: dict[str, pd.Series[Any]] = {}
    unused: list[str] = []
    for theirs in frame.columns:
        if isinstance(frame, gpd.GeoDataFrame) and theirs == frame.geometry.name:
            continue
        lower = str(theirs).strip().lower()
        ours = wanted.pop(lower, None) or ours_by_lower.get(lower)
        if ours is None or ours not in table.by_name:
            unused.append(str(theirs))
        else:
            found[ours] = frame[theirs]
    held = ", ".join(map(str, frame.columns))

    def fault(severity: Severity, code: str, **values: object) -> Finding:
        return Finding(
            severity, code, table.name, column=str(values.get("column", "")), file=origin.file, values={"held": held, **values}
        )

    findings.extend(fault("error", "tabular.map_absent", theirs=theirs) for theirs in wanted)
    if unused:
        findings.append(fault("info", "tabular.unused", columns=", ".join(sorted(unused))))
    absent = [column for column in table.columns if column.required and column.name not in found]
    findings.extend(fault("error", "tabular.no_column", column=column.name, zh=column.zh) for column in absent)
    return found


def _read_column(table: Table, column: Column, cells: pd.Series[Any], origin: Origin, findings: list[Finding]) -> list[Any]:
    """Read every cell of a column as its kind and check its bounds."""
    values, bad = read_cells(column, cells)
    faults: list[tuple[int, str, object]] = [(place, "tabular.bad_cell", cells.iloc[place]) for place in bad]
    faults += column_faults(column, values, skip=set(bad))
    if table.key == column.name:
        faults += _repeats(values)
    for place, code, cell in faults[:_MOST_SHOWN]:
        findings.append(_cell_finding(code, table, column, origin, place, cell))
    if len(faults) > _MOST_SHOWN:
        more = {"column": column.name, "more": len(faults) - _MOST_SHOWN}
        findings.append(Finding("error", "tabular.more", table.name, column=column.name, file=origin.file, values=more))
    for place, _, _ in faults:
        values[place] = None
    return values


def _cell_finding(code: str, table: Table, column: Column, origin: Origin, place: int, cell: object) -> Finding:
    values: dict[str, object] = {
        "column": column.name, "zh": column.zh, "value": str(cell)[:60], "kind": column.kind, "unit": column.unit or "-",
        "allowed": " ".join(column.allowed), "low": column.low, "high": column.high,
    }  # fmt: skip
    return Finding("error", code, table.name, origin.row(place), column.name, origin.file, values)


def _repeats(values: list[Any]) -> list[tuple[int, str, object]]:
    if len(set(values)) == len(values):
        return []
    seen: set[Any] = set()
    faults: list[tuple[int, str, object]] = []
    for place, value in enumerate(values):
        if value is not None and value in seen:
            faults.append((place, "tabular.repeated_key", value))
        seen.add(value)
    return faults


def _shape_of(table: Table, frame: pd.DataFrame, origin: Origin, findings: list[Finding]) -> NDArray[np.object_]:
    """Bring geometries to the table's shape: polygons become multipolygons, one-part multis become single."""
    if table.shape is None:
        return np.full(len(frame), None, dtype=object)
    if not isinstance(frame, gpd.GeoDataFrame) or frame.geometry.isna().all():
        listed = table.name in UNDRAWN
        severity: Severity = "warning" if listed else "error"
        code = "tabular.undrawn" if listed else "tabular.no_geometry"
        findings.append(Finding(severity, code, table.name, file=origin.file, values={"shape": table.shape, "zh": table.zh}))
        return np.full(len(frame), None, dtype=object)
    shapes = np.array(frame.geometry, dtype=object)
    if shapely.has_z(shapes).any():
        shapes = shapely.force_2d(shapes)
    shaped = _promoted(shapes, table.shape)
    for place in np.flatnonzero(shapely.is_missing(shaped) & ~shapely.is_missing(shapes)).tolist():
        values = {"shape": table.shape, "found": shapes[place].geom_type if not shapes[place].is_empty else "EMPTY"}
        findings.append(Finding("error", "tabular.bad_shape", table.name, origin.row(place), "geometry", origin.file, values))
    return shaped


def _promoted(shapes: NDArray[np.object_], wanted: Shape) -> NDArray[np.object_]:
    """Give shapes as `wanted`, None where one cannot be: polygons become multipolygons, multis of one part that part."""
    kinds = shapely.get_type_id(shapes)
    points, owners = shapely.get_coordinates(shapes, return_index=True)
    usable = ~shapely.is_missing(shapes) & ~shapely.is_empty(shapes)
    usable[owners[~np.isfinite(points).all(axis=1)]] = False
    single, multi = _KINDS[wanted]
    shaped = np.full(len(shapes), None, dtype=object)
    right = usable & (kinds == (multi if wanted == "MULTIPOLYGON" else single))
    shaped[right] = shapes[right]
    if wanted == "MULTIPOLYGON":
        plain = usable & (kinds == single)
        shaped[plain] = shapely.multipolygons(shapes[plain], indices=np.arange(plain.sum()))
    else:
        lone = usable & (kinds == multi) & (shapely.get_num_geometries(shapes) == 1)
        shaped[lone] = shapely.get_geometry(shapes[lone], 0)
    return shaped
