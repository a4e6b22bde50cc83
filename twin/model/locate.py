"""Things given by coordinates find their building, floor and room: the usual way for cameras, chargers and meters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import STRtree

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["locate"]

BELOW_M = 0.3
"""A thing may hang this far below the floor it belongs to and still count to it (a slab's thickness is not floor)."""


def locate(frame: gpd.GeoDataFrame, snapshot: Snapshot) -> gpd.GeoDataFrame:
    """Fill empty `building_id`, `floor_id` and `room_id` from a row's point and `z`.

    Parameters
    ----------
    frame
        Rows with point geometry in the snapshot's CRS; a column that is not there is not filled.
    snapshot
        The district that holds buildings, floors and rooms.

    Returns
    -------
    A copy. A point inside a footprint belongs to that building; with a `z`, to the highest floor not above it.
    What is filled already stays as it is.
    """
    located = frame.copy()
    points = np.array(located.geometry, dtype=object)
    wanted = [name for name in ("building_id", "floor_id", "room_id") if name in located]
    usable = ~shapely.is_missing(points) & ~shapely.is_empty(points)
    if not wanted or not usable.any():
        return located
    building = _text(located, "building_id")
    floor = _text(located, "floor_id")
    room = _text(located, "room_id")
    tree = STRtree(snapshot.column("building", "geometry"))
    hits, places = tree.query(points[usable], predicate="within")
    at = np.full(len(points), None, dtype=object)
    at[np.flatnonzero(usable)[hits]] = snapshot.keys("building")[places]
    heights = located["z"].astype("float64").to_numpy() if "z" in located else np.full(len(points), np.nan)
    for row in np.flatnonzero(usable):
        if floor[row] is None and not np.isnan(heights[row]):
            floor[row] = _floor_at(snapshot, building[row] or at[row], heights[row])
        if building[row] is None and (floor[row] is not None or np.isnan(heights[row])):
            building[row] = at[row]
        if room[row] is None and floor[row] is not None:
            point = points[row]
            found = snapshot.rooms_at(floor[row], np.array([[point.x, point.y]]))[0]
            room[row] = snapshot.keys("room")[found] if found >= 0 else None
    for name, values in (("building_id", building), ("floor_id", floor), ("room_id", room)):
        if name in located:
            located[name] = values
    return located


def _text(frame: gpd.GeoDataFrame, name: str) -> NDArray[np.object_]:
    if name not in frame:
        return np.full(len(frame), None, dtype=object)
    held = frame[name].astype(object)
    return held.where(held.notna(), None).to_numpy(dtype=object).copy()


def _floor_at(snapshot: Snapshot, building: str | None, z: float) -> str | None:
    """Name the highest floor of a building that is not above `z`."""
    if building is None:
        return None
    rows = np.flatnonzero(snapshot.column("floor", "building_id") == building)
    elevations = snapshot.column("floor", "elevation")[rows]
    below = rows[elevations <= z + BELOW_M]
    if len(below) == 0:
        return None
    highest = below[np.argmax(snapshot.column("floor", "elevation")[below])]
    top = snapshot.column("floor", "height")[highest]
    if not np.isnan(top) and z > snapshot.column("floor", "elevation")[highest] + top + BELOW_M:
        return None
    return str(snapshot.keys("floor")[highest])
