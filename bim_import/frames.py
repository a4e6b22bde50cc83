"""Tables that the child wrote, read as frames of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import pyarrow as pa
import shapely

from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_rows"]


def read_rows(path: Path, table: str, source_id: str) -> gpd.GeoDataFrame:
    """Read what `exchange.write_rows` wrote, as a frame that fits its table; every row is of `source_id` and not gone.

    Raises
    ------
    TableError
        If a key is empty or stands twice.
    """
    with pa.OSFile(str(path), "rb") as source:
        batch = pa.ipc.open_file(source).read_all()
    data = {name: batch.column(name).to_pylist() for name in batch.column_names if name != "geometry"}
    shapes = shapely.from_wkb(batch.column("geometry").to_pylist())
    shapes = [None if shape is None or shape.is_empty else shape for shape in shapes]
    data |= {"source_id": [source_id] * len(shapes), "gone": [False] * len(shapes)}
    return fit_frame(TABLES[table], gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(shapes)), None)
