"""Things given by coordinates find their building, floor and room: the usual way for cameras, chargers and meters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from shapely import STRtree

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["locate", "wants_place"]

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
    high = usable & ~np.isnan(heights)
    asked = np.flatnonzero(high & _absent(floor))
    floor[asked] = _floors_at(snapshot, np.where(_absent(building), at, building)[asked], heights[asked])
    plain = usable & _absent(building) & (~_absent(floor) | np.isnan(heights))
    building[plain] = at[plain]
    asked = np.flatnonzero(usable & _absent(room) & ~_absent(floor))
    room[asked] = _rooms_at(snapshot, floor[asked], shapely.get_coordinates(points[asked]))
    for name, values in (("building_id", building), ("floor_id", floor), ("room_id", room)):
        if name in located:
            located[name] = pd.Series(values, index=located.index, dtype=object)
    return located


def wants_place(frame: gpd.GeoDataFrame) -> bool:
    """Tell whether a row has room for a building, floor or room that it does not name."""
    return any(name in frame and bool(frame[name].isna().any()) for name in ("building_id", "floor_id", "room_id"))


def _text(frame: gpd.GeoDataFrame, name: str) -> NDArray[np.object_]:
    if name not in frame:
        return np.full(len(frame), None, dtype=object)
    held = frame[name].astype(object)
    return held.where(held.notna(), None).to_numpy(dtype=object).copy()


def _absent(values: NDArray[np.object_]) -> NDArray[np.bool_]:
    return np.array([value is None for value in values], dtype=bool)


def _floors_at(snapshot: Snapshot, buildings: NDArray[np.object_], heights: NDArray[np.float64]) -> NDArray[np.object_]:
    """Name for each height the highest floor of its building that is not above it; None where there is none."""
    found = np.full(len(buildings), None, dtype=object)
    owners, elevations = snapshot.column("floor", "building_id"), snapshot.column("floor", "elevation")
    tops = elevations + snapshot.column("floor", "height") + BELOW_M
    for building in {building for building in buildings if building is not None}:
        rows = np.flatnonzero(owners == building)
        rows = rows[np.argsort(elevations[rows], kind="stable")]
        steps, first = np.unique(elevations[rows], return_index=True)
        asked = np.flatnonzero(buildings == building)
        place = np.searchsorted(steps, heights[asked] + BELOW_M, side="right") - 1
        floors = rows[first[place[place >= 0]]]
        asked = asked[place >= 0]
        under = ~(heights[asked] > tops[floors])
        found[asked[under]] = snapshot.keys("floor")[floors[under]]
    return found


def _rooms_at(snapshot: Snapshot, floors: NDArray[np.object_], points: NDArray[np.float64]) -> NDArray[np.object_]:
    """Name for each point the room of its floor in which it lies; None where there is none."""
    found = np.full(len(floors), None, dtype=object)
    for floor in set(floors):
        asked = np.flatnonzero(floors == floor)
        rows = snapshot.rooms_at(floor, points[asked])
        found[asked[rows >= 0]] = snapshot.keys("room")[rows[rows >= 0]]
    return found
