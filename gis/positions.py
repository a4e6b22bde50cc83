"""Where the rows of a table lie: in columns of longitude and latitude, of x and y, or of well-known text; or nowhere."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from gis.crs import WGS84, named_crs
from gis.faults import GisError, Note

if TYPE_CHECKING:
    from pathlib import Path

    from pyproj import CRS

    from gis.csv_text import Sheet

__all__ = ["Drawn", "locate"]

_PAIRS = (
    (("lon", "lng", "longitude", "经度"), ("lat", "latitude", "纬度"), True),
    (("x", "easting", "东坐标"), ("y", "northing", "北坐标"), False),
)
"""Names of the two columns, and whether they hold degrees."""
_TEXTS = ("wkt", "geometry", "geom", "the_geom", "geometry_wkt")
_DEEPEST = 6
"""Brackets within brackets in a geometry; GEOS recurses, so hostile text could exhaust the stack."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Rows without their position columns; `crs` None for a plain table; `lines`: as the sheet numbers its rows.

    `notes`: rows that could not be drawn, whose geometry is None.
    """

    frame: gpd.GeoDataFrame
    crs: CRS | None
    lines: list[int]
    notes: list[Note]


def locate(path: Path, crs: str, sheet: Sheet) -> Drawn:
    """Draw the rows of a sheet.

    Parameters
    ----------
    path
        Its file, for the words of faults.
    crs
        What the user declares: needed for columns of x and y and of text; for longitude and latitude only if not WGS 84.

    Raises
    ------
    GisError
        ``csv.half_position`` if one column of a pair is missing, ``read.no_crs``.
    """
    lower = {name.lower(): name for name in sheet.columns}
    for first, second, degrees in _PAIRS:
        across = next((lower[name] for name in first if name in lower), None)
        up = next((lower[name] for name in second if name in lower), None)
        if across is None and up is None:
            continue
        if across is None or up is None:
            raise GisError("csv.half_position", file=path.name, column=across or up, other="/".join(second if across else first))
        columns = dict(sheet.columns)
        shapes, notes = _points(columns.pop(across), columns.pop(up), sheet.lines)
        return Drawn(_frame(columns, shapes), _crs(path, crs, degrees=degrees), sheet.lines, notes)
    text = next((lower[name] for name in _TEXTS if name in lower), None)
    columns = dict(sheet.columns)
    if text is None:
        return Drawn(_frame(columns, np.full(len(sheet.lines), None, dtype=object)), None, sheet.lines, [])
    shapes, notes = _texts(columns.pop(text), sheet.lines)
    return Drawn(_frame(columns, shapes), _crs(path, crs, degrees=False), sheet.lines, notes)


def _frame(columns: dict[str, list[object]], shapes: Any) -> gpd.GeoDataFrame:
    """Keep every column as objects: left to itself pandas would read flags with gaps as numbers."""
    return gpd.GeoDataFrame({name: pd.Series(values, dtype=object) for name, values in columns.items()}, geometry=shapes)


def _crs(path: Path, declared: str, *, degrees: bool) -> CRS:
    """Give the CRS of the columns; degrees are WGS 84 unless another geographic CRS is declared."""
    crs = named_crs(declared) if declared else None
    if degrees:
        return crs if crs is not None and crs.is_geographic else WGS84
    if crs is None:
        raise GisError("read.no_crs", file=path.name, layer=path.stem)
    return crs


def _points(across: list[object], up: list[object], lines: list[int]) -> tuple[Any, list[Note]]:
    """Draw points; rows with neither number are rows without a place, rows with a bad or a single one are noted."""
    shapes = np.full(len(lines), None, dtype=object)
    notes = []
    for place, (x, y) in enumerate(zip(across, up, strict=True)):
        if x is None and y is None:
            continue
        numbers = _number(x), _number(y)
        if all(map(math.isfinite, numbers)):
            shapes[place] = shapely.Point(numbers)
        else:
            notes.append(Note("error", "csv.bad_position", row=str(lines[place]), values={"value": f"{x}, {y}"}))
    return shapes, notes


def _number(text: object) -> float:
    try:
        return float(str(text))
    except ValueError:
        return math.nan


def _texts(cells: list[object], lines: list[int]) -> tuple[Any, list[Note]]:
    """Draw well-known text; rows that are none are noted."""
    shapes = np.full(len(lines), None, dtype=object)
    notes = []
    for place, cell in enumerate(cells):
        if cell is None:
            continue
        shape = shapely.from_wkt(str(cell), on_invalid="ignore") if _depth(str(cell)) <= _DEEPEST else None
        if shape is None:
            notes.append(Note("error", "csv.bad_position", row=str(lines[place]), values={"value": str(cell)[:60]}))
        shapes[place] = shape
    return shapes, notes


def _depth(text: str) -> int:
    """Count how deep brackets stand within brackets."""
    deepest = depth = 0
    for bracket in re.findall(r"[()]", text):
        depth += 1 if bracket == "(" else -1
        deepest = max(deepest, depth)
    return deepest
