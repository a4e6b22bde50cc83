"""Hypothesis strategies made from the schema: any table, any rows that it allows."""

from __future__ import annotations

import datetime as dt

import geopandas as gpd
import pandas as pd
from hypothesis import strategies as st
from pyproj import CRS
from shapely import box
from shapely.geometry import LineString, MultiPolygon, Point

from twin.model.tables import TABLES

METRES = CRS.from_epsg(4544)
_text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=12)
_step = st.integers(0, 10_000).map(lambda value: value / 100)


def cell(column):
    """Give values that a column allows, None among them where it may be empty."""
    if column.allowed:
        values = st.sampled_from(column.allowed)
    elif column.kind == "text":
        values = _text
    elif column.kind == "float":
        values = st.floats(column.low if column.low is not None else -1e9, column.high if column.high is not None else 1e9)
    elif column.kind == "int":
        low, high = column.low if column.low is not None else -(2**31), column.high if column.high is not None else 2**31
        values = st.integers(int(low), int(high))
    elif column.kind == "bool":
        values = st.booleans()
    elif column.kind == "date":
        values = st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)).map(dt.date.isoformat)
    else:
        values = st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1)).map(dt.datetime.isoformat)  # noqa: DTZ001 - local wall clock
    return values if column.required else st.none() | values


def shape(kind):
    """Give shapes of one kind in scene metres."""
    if kind == "POINT":
        return st.builds(Point, _step, _step)
    if kind == "LINESTRING":
        return st.lists(st.tuples(_step, _step), min_size=2, max_size=5, unique=True).map(LineString)
    return st.builds(lambda x, y, w, h: MultiPolygon([box(x, y, x + w + 0.1, y + h + 0.1)]), _step, _step, _step, _step)


@st.composite
def frames(draw, name, max_size=6):
    """Give a frame of one table; keys are unique, references point anywhere."""
    table = TABLES[name]
    keys = draw(st.lists(_text, max_size=max_size, unique=True))
    rows = [{column.name: draw(cell(column)) for column in table.columns} | {table.key: key} for key in keys]
    data = pd.DataFrame(rows, columns=list(table.names)).astype(object)
    shapes = [draw(st.none() | shape(table.shape)) if table.shape else None for _ in keys]
    return gpd.GeoDataFrame(data, geometry=gpd.GeoSeries(shapes, crs=METRES), crs=METRES)
