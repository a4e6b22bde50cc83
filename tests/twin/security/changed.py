"""The hand-made district with some rows changed, for tests that need one thing wrong or different."""

from __future__ import annotations

from functools import cache

import geopandas as gpd
import pandas as pd
import shapely

from tests.scenes import CRS_4544, E0, N0, Z0, point, tiny_district
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES

CAMERA = {"lens": "fixed", "z": Z0 + 2.8, "heading_deg": 0.0, "hfov_deg": 90.0, "range_m": 30.0, "status": "working"}


_district = cache(tiny_district)


def tables():
    """Give every table of the district as a frame that may be changed."""
    scene = _district()
    return {name: scene.frame(name).copy() for name in TABLES}


def snapshot(frames):
    return Snapshot(frames, CRS_4544, version=1)


def with_cameras(*cameras, keep=True):
    """Add cameras: each is a dictionary with `camera_id`, `x`, `y` in scene metres and what differs from `CAMERA`."""
    frames = tables()
    rows = [
        {**CAMERA, "geometry": point(camera.pop("x"), camera.pop("y")), **camera} for camera in (dict(one) for one in cameras)
    ]
    more = gpd.GeoDataFrame(pd.DataFrame(rows), geometry="geometry", crs=CRS_4544)
    frames["camera"] = (
        gpd.GeoDataFrame(pd.concat([frames["camera"].reset_index(drop=True), more], ignore_index=True), crs=CRS_4544)
        if keep
        else more
    )
    return snapshot(frames)


def with_values(table, key, **values):
    """Change cells of one row."""
    frames = tables()
    for column, value in values.items():
        frames[table].loc[key, column] = value
    return snapshot(frames)


def lone_building(*tables_kept):
    """Give building B by itself in its own metres, as an unplaced building is read."""
    frames = tables()
    kept = {}
    for name in ("building", "floor", "room", "wall", "door", *tables_kept):
        frame = frames[name]
        own = frame[frame["building_id"] == "B"].copy().set_crs(None, allow_override=True)
        kept[name] = own.set_geometry(shapely.transform(own.geometry.to_numpy(), lambda points: points - (E0, N0)), crs=None)
    return Snapshot(kept, None, version=1)
