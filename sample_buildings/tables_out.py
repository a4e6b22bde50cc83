"""Tables onto disk: GeoJSON with nine decimals of a degree (0.1 mm) where a table has a shape, CSV where it has none."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from sample_buildings.frame import lonlat
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]


def write_table(directory: Path, table: str, rows: list[Row]) -> Path:
    """Write the rows of one table, in the order given.

    Parameters
    ----------
    directory
        Folder to write into.
    table
        Name of a table of the model; the file takes it as its stem.
    rows
        Values by column; a column left out is empty. `geometry` is in metres of the district's CRS.

    Raises
    ------
    ValueError
        If a row has a column that the table lacks.
    """
    shape = TABLES[table].shape
    for row in rows:
        strange = set(row) - set(TABLES[table].names) - {"geometry"}
        if strange:
            raise ValueError(f"{table} has no columns {sorted(strange)}")
    text = _geojson(table, rows) if shape else _csv(table, rows)
    path = directory / f"{table}.{'geojson' if shape else 'csv'}"
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _csv(table: str, rows: list[Row]) -> str:
    names = TABLES[table].names
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _geojson(table: str, rows: list[Row]) -> str:
    """Write one feature a line, so that a change of one row is a change of one line."""
    lines = []
    for row in rows:
        geometry = json.loads(shapely.to_geojson(shapely.transform(_as(table, row["geometry"]), _globe)))
        feature = {
            "type": "Feature",
            "properties": {name: row.get(name) for name in TABLES[table].names},
            "geometry": geometry,
        }
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    head = f'{{"type":"FeatureCollection","name":"{table}","features":[\n'
    return head + ",\n".join(lines) + "\n]}\n"


def _as(table: str, shape: Any) -> Any:
    return shapely.multipolygons([shape]) if TABLES[table].shape == "MULTIPOLYGON" and shape.geom_type == "Polygon" else shape


def _globe(points: Any) -> Any:
    return np.round(lonlat(points), 9)
