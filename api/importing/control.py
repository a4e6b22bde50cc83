"""Control points from a CSV file, every fault of it named at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gis.csv_text import Sheet, read_sheet
from gis.faults import GisError
from gis.handover import USUAL_BOUNDS, check_file
from twin.model.errors import ImportRefused, UsageError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["ControlPoints", "read_control"]

_NAMES = ("name", "id", "point", "点名", "点号", "名称", "编号")
_OWN = (("x", "model_x", "模型x"), ("y", "model_y", "模型y"))
_DEGREES = (("lon", "lng", "longitude", "经度"), ("lat", "latitude", "纬度"))
_METRES = (("e", "east", "easting", "东坐标"), ("n", "north", "northing", "北坐标"))
LEAST = 2


@dataclass(frozen=True, slots=True)
class ControlPoints:
    """Points in two systems: `own` and `known`, both shape ``(n, 2)``; `degrees` where the known ones are longitude and latitude.

    `names`: what the file calls them, or their line.
    """

    own: NDArray[np.float64]
    known: NDArray[np.float64]
    degrees: bool
    names: tuple[str, ...]


def read_control(path: Path) -> ControlPoints:
    """Read control points: columns x, y in metres of the model or local grid, and lon, lat or e, n.

    Raises
    ------
    UsageError
        ``place.no_control``, ``place.bad_control`` (columns), ``place.few_control``.
    ImportRefused
        ``place.control_rows`` with a finding for every cell that is no number, every longitude and latitude that cannot be, and
        every point given twice.
    """
    try:
        check_file(path, USUAL_BOUNDS)
        sheet = read_sheet(path, USUAL_BOUNDS)
    except (GisError, OSError) as error:
        if isinstance(error, GisError) and error.code != "read.no_file":
            raise
        raise UsageError("place.no_control", file=path) from error
    lower = {name.lower(): name for name in sheet.columns}
    degrees = all(any(name in lower for name in names) for names in _DEGREES)
    wanted = [
        next((lower[name] for name in names if name in lower), "") for names in (*_OWN, *(_DEGREES if degrees else _METRES))
    ]
    if "" in wanted:
        raise UsageError("place.bad_control", file=path)
    findings: list[Finding] = []
    columns = [_numbers(sheet, name, path.name, findings) for name in wanted]
    values = np.array(columns, dtype=np.float64).T
    names = _called(sheet, lower)
    findings += _doubtful(values, names, path.name, degrees=degrees)
    if findings:
        raise ImportRefused("place.control_rows", findings, file=path.name, count=len(findings))
    if len(values) < LEAST:
        raise UsageError("place.few_control", file=path, count=len(values))
    return ControlPoints(values[:, :2], values[:, 2:], degrees, names)


def _numbers(sheet: Sheet, column: str, file: str, findings: list[Finding]) -> list[float]:
    found = []
    for line, cell in zip(sheet.lines, sheet.columns[column], strict=True):
        try:
            value = float(str(cell))
        except ValueError:
            value = np.nan
        if not np.isfinite(value):
            words = {"column": column, "value": "" if cell is None else str(cell)[:60]}
            findings.append(Finding("error", "place.control_cell", "", f"row {line}", column, file, words))
        found.append(value)
    return found


def _called(sheet: Sheet, lower: dict[str, str]) -> tuple[str, ...]:
    column = next((lower[name] for name in _NAMES if name in lower), "")
    cells = sheet.columns[column] if column else [None] * len(sheet.lines)
    return tuple(str(cell) if cell else f"#{place}" for place, cell in enumerate(cells, start=1))


def _doubtful(values: NDArray[np.float64], names: tuple[str, ...], file: str, *, degrees: bool) -> list[Finding]:
    """Find positions off the globe and points given twice."""
    found = []
    seen: dict[tuple[float, ...], str] = {}
    for row, name in zip(values.tolist(), names, strict=True):
        if degrees and not (abs(row[2]) <= 180.0 and abs(row[3]) <= 90.0) and np.isfinite(row[2:]).all():
            words: dict[str, object] = {"lon": row[2], "lat": row[3]}
            found.append(Finding("error", "crs.not_degrees", "", name, "", file, words))
        first = seen.setdefault(tuple(row[:2]), name)
        if first != name:
            found.append(Finding("error", "place.control_twice", "", name, "", file, {"other": first}))
    return found
