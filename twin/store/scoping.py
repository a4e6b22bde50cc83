"""Which rows belong to a department or a site, reckoned once per snapshot and asked of any rows, past ones too.

A department holds what names it or one below it, and the rooms its people sit in; a room that nobody uses or that serves all is
common ground, a room of others is not. A site holds its buildings with everything in them, and what stands on its ground.
Where a table does not say, the answer is no; roads, and for departments the fabric of buildings, are open to all who read them.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.tables import IN_BUILDING, TABLES

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["Scope"]

_OPEN_TO_DEPARTMENTS = (
    "site",
    "building",
    "floor",
    "wall",
    "door",
    "vertical_link",
    "parking",
    "charger",
    "gate",
    "stop",
    "road",
    "turn_ban",
)
_IN_HOUSES = frozenset({"meter", "ownership", "lease", "disposal", "repair", "inspection"})
_IN_ROOMS = frozenset({"occupancy", "leader_office", "certificate_room", "adjustment_room", "room_offer"})
_OF_CAMERAS = frozenset({"camera_preset", "privacy_mask", "camera_outage"})
_OPEN_TO_SITES = ("road", "turn_ban", "department", "post")


class Scope:
    """The belongings of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._below = lru_cache(maxsize=64)(self._find_below)
        self._rooms = lru_cache(maxsize=64)(self._find_rooms)

    def holds(self, table: str, frame: gpd.GeoDataFrame, department: str, site: str) -> NDArray[np.bool_]:
        """Mark the rows that belong to a department, a site, or both; an empty word sets no bound."""
        held = np.ones(len(frame), dtype=bool)
        if department:
            held &= self._of_department(table, frame, department)
        if site:
            held &= self._of_site(table, frame, site)
        return held

    def _of_department(self, table: str, frame: gpd.GeoDataFrame, department: str) -> NDArray[np.bool_]:
        if table in _OPEN_TO_DEPARTMENTS:
            return np.ones(len(frame), dtype=bool)
        own = self._below(department)
        if table == "room":
            return ~_among(frame, "room_id", self._rooms(department))
        if table == "device":
            return ~_among(frame, "room_id", self._rooms(department))
        if "department_id" in TABLES[table].by_name:
            return _among(frame, "department_id", own)
        return np.zeros(len(frame), dtype=bool)

    def _of_site(self, table: str, frame: gpd.GeoDataFrame, site: str) -> NDArray[np.bool_]:
        if table in _OPEN_TO_SITES:
            return np.ones(len(frame), dtype=bool)
        if "site_id" in TABLES[table].by_name:
            return _among(frame, "site_id", frozenset({site}))
        if table in IN_BUILDING or table in _IN_HOUSES:
            return _among(frame, "building_id", self._buildings(site))
        if table in _IN_ROOMS:
            return _among(frame, "room_id", self._keys_in("room", "building_id", self._buildings(site)))
        if table == "camera":
            return _among(frame, "building_id", self._buildings(site)) | self._on_ground(frame, site)
        if table in _OF_CAMERAS:
            return _among(frame, "camera_id", self._cameras_of(site))
        if table in {"charger", "vehicle"}:
            return _among(frame, "parking_id", self._keys_in("parking", "site_id", frozenset({site})))
        return np.zeros(len(frame), dtype=bool)

    def _find_below(self, department: str) -> frozenset[str]:
        """Give a department and all below it; a ring of parents ends where it closes."""
        pairs = list(zip(self._snapshot.keys("department"), self._snapshot.column("department", "parent_id"), strict=True))
        found, front = {department}, {department}
        while front:
            front = {key for key, parent in pairs if parent in front} - found
            found |= front
        return frozenset(found)

    def _find_rooms(self, department: str) -> frozenset[str]:
        """Name the rooms that others use and this department does not."""
        own = self._below(department)
        rooms, users = self._snapshot.column("occupancy", "room_id"), self._snapshot.column("occupancy", "department_id")
        mine = np.array([user in own for user in users], dtype=bool)
        return frozenset(rooms[~mine]) - frozenset(rooms[mine])

    def _buildings(self, site: str) -> frozenset[str]:
        return self._keys_in("building", "site_id", frozenset({site}))

    def _cameras_of(self, site: str) -> frozenset[str]:
        held = self._of_site("camera", self._snapshot.frame("camera"), site)
        return frozenset(self._snapshot.keys("camera")[held])

    def _keys_in(self, table: str, column: str, values: frozenset[str]) -> frozenset[str]:
        held = self._snapshot.column(table, column)
        return frozenset(key for key, value in zip(self._snapshot.keys(table), held, strict=True) if value in values)

    @cached_property
    def _sites(self) -> dict[str, shapely.Geometry]:
        return dict(zip(self._snapshot.keys("site"), self._snapshot.column("site", "geometry"), strict=True))

    def _on_ground(self, frame: gpd.GeoDataFrame, site: str) -> NDArray[np.bool_]:
        """Mark what stands outdoors within the grounds."""
        ground = self._sites.get(site)
        outdoors = frame["building_id"].isna().to_numpy(dtype=bool)
        if ground is None or not outdoors.any():
            return np.zeros(len(frame), dtype=bool)
        return outdoors & np.asarray(shapely.intersects(ground, frame.geometry.to_numpy()), dtype=bool)


def _among(frame: gpd.GeoDataFrame, column: str, values: frozenset[str]) -> NDArray[np.bool_]:
    return frame[column].isin(values).to_numpy(dtype=bool)
