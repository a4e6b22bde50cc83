"""Tables as layers of one GeoPackage, in the district's own metres: far smaller and faster to read than text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyogrio
import shapely

from sample_buildings.frame import EPSG
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sample_buildings.tables_out import Row
    from twin.model.columns import Kind

STAMP = "2026-01-01T08:00:00.000Z"
"""When the layers say they were changed: fixed, so that the same seed gives the same bytes."""
_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(), "float": pa.float64(), "int": pa.int32(), "bool": pa.bool_(),
    "date": pa.string(), "datetime": pa.string(),
}  # fmt: skip
_SHAPES = {"POINT": "Point", "LINESTRING": "LineString", "MULTIPOLYGON": "MultiPolygon"}


def write_geopackage(path: Path, tables: Mapping[str, list[Row]], tell: Callable[[str], None]) -> Path:
    """Write tables as layers named after them, without spatial indexes.

    Parameters
    ----------
    path
        Written over if it exists.
    tables
        Rows by table; a column left out is empty. `geometry` is in metres of the district's CRS.
    tell
        Called with the name of each table before it is written.

    Raises
    ------
    ValueError
        If a row has a column that its table lacks.
    """
    path.unlink(missing_ok=True)
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": STAMP})
    try:
        for name, rows in tables.items():
            tell(name)
            _write_layer(path, name, rows)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    return path


def _write_layer(path: Path, name: str, rows: list[Row]) -> None:
    table = TABLES[name]
    strange = set().union(*rows) - set(table.names) - {"geometry"}
    if strange:
        raise ValueError(f"{name} has no columns {sorted(strange)}")
    used = [column for column in table.columns if column.required or any(row.get(column.name) is not None for row in rows)]
    columns: dict[str, Any] = {
        column.name: pa.array([row.get(column.name) for row in rows], type=_TYPES[column.kind]) for column in used
    }
    if table.shape is None:
        pyogrio.write_arrow(pa.table(columns), path, layer=name, driver="GPKG", geometry_name=None, geometry_type=None, crs=None)
        return
    shapes = np.array([row["geometry"] for row in rows], dtype=object)
    if table.shape == "MULTIPOLYGON":
        single = shapely.get_type_id(shapes) == shapely.GeometryType.POLYGON
        shapes[single] = shapely.multipolygons(shapes[single], indices=np.arange(single.sum()))
    columns["geom"] = pa.array(shapely.to_wkb(shapes), type=pa.binary())
    pyogrio.write_arrow(
        pa.table(columns), path, layer=name, driver="GPKG", geometry_name="geom", geometry_type=_SHAPES[table.shape],
        crs=f"EPSG:{EPSG}", layer_options={"SPATIAL_INDEX": "NO"},
    )  # fmt: skip
