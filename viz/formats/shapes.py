"""GeoPackage and GeoJSON: tables with their shapes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pyproj
import shapely
from shapely.geometry import mapping

from twin.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from viz.formats.picked import Picked

__all__ = ["in_degrees", "write_geojson", "write_gpkg"]

LOCAL = pyproj.CRS.from_wkt(
    'ENGCRS["Building\'s own metres",EDATUM["Building\'s own zero"],CS[Cartesian,2],'
    'AXIS["x",unspecified,ORDER[1]],AXIS["y",unspecified,ORDER[2]],LENGTHUNIT["metre",1]]'
)
"""What a building not yet on the ground is measured in: metres, related to no place on earth."""
WGS84 = "EPSG:4326"
_DECIMALS = 9
"""Of a degree: a tenth of a millimetre."""
_GDAL_TYPE = {"POINT": "Point", "LINESTRING": "LineString", "MULTIPOLYGON": "MultiPolygon"}
_DTYPE = {"text": "object", "date": "object", "datetime": "object", "float": "float64", "int": "Int64", "bool": "boolean"}


def write_gpkg(path: Path, picked: Sequence[Picked], crs: pyproj.CRS | None) -> None:
    """Write every table as a layer, those without shape as attributes; coordinates stay as they are, in the snapshot's CRS.

    GDAL writes in this process: what it gets was read, checked and made by us.
    """
    for part in picked:
        data = {column.name: pd.Series(part.values(column), dtype=_DTYPE[column.kind]) for column in part.columns}
        about = {"layer": part.table.name, "driver": "GPKG", "IDENTIFIER": part.table.zh, "DESCRIPTION": part.table.en}
        if part.shaped:
            frame = gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(part.shapes, crs=crs or LOCAL))
            pyogrio.write_dataframe(frame, path, geometry_type=_GDAL_TYPE[part.table.shape or ""], **about)
        else:
            pyogrio.write_dataframe(pd.DataFrame(data), path, **about)


def write_geojson(path: Path, picked: Sequence[Picked], crs: pyproj.CRS | None) -> None:
    """Write one FeatureCollection by RFC 7946: longitude and latitude, shells anticlockwise.

    One table makes a collection of its name; with several, each feature says its table in the first property, ``table``.

    Raises
    ------
    UsageError
        If the data have no place on earth.
    """
    if crs is None:
        raise UsageError("export.no_place", path=path.name)
    several = len(picked) > 1
    with path.open("w", encoding="utf-8", newline="\n") as file:
        name = "" if several else f'"name":{_json(picked[0].table.name)},'
        file.write(f'{{"type":"FeatureCollection",{name}"features":[')
        for number, feature in enumerate(text for part in picked for text in _features(part, crs, several=several)):
            file.write(",\n" if number else "\n")
            file.write(feature)
        file.write("\n]}\n")


def _features(part: Picked, crs: pyproj.CRS, *, several: bool) -> Iterator[str]:
    """Give each row as the text of a feature."""
    shapes = in_degrees(part.shapes, crs) if part.shaped else [None] * len(part.frame)
    names = [column.name for column in part.columns]
    for row, shape in zip(part.rows(), shapes, strict=True):
        values = ({"table": part.table.name} if several else {}) | dict(zip(names, row, strict=True))
        geometry = None if shape is None else mapping(shape)
        yield _json({"type": "Feature", "id": row[0], "geometry": geometry, "properties": values})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def in_degrees(shapes: NDArray[np.object_], crs: pyproj.CRS) -> NDArray[np.object_]:
    """Take shapes to longitude and latitude on WGS 84, shells anticlockwise; what is empty becomes None."""
    turned = gpd.GeoSeries(shapes, crs=crs).to_crs(WGS84).to_numpy()
    turned = shapely.orient_polygons(shapely.transform(turned, lambda points: np.round(points, _DECIMALS)))
    turned[shapely.is_empty(turned)] = None
    return turned
