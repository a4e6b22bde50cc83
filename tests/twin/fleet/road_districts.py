"""Snapshots that hold roads: changes of the hand-made district, and real towns."""

from __future__ import annotations

from shapely import Point

from gis.crs import WGS84, to_crs
from tests.gis.road_scenes import real_network
from tests.scenes import CRS_4544, E0, N0, tiny_district
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES


def changed(table="road", drop=(), add=(), **columns):
    """Give the hand-made district with one table changed: `columns` name → {key: value}."""
    scene = tiny_district()
    frames = {name: scene.frame(name).reset_index(drop=True) for name in TABLES}
    frame = frames[table][~frames[table][TABLES[table].key].isin(drop)].reset_index(drop=True)
    for name, values in columns.items():
        for key, value in values.items():
            frame[name] = frame[name].astype(object)
            frame.loc[frame[TABLES[table].key] == key, [name]] = value
    for row in add:
        frame.loc[len(frame), list(row)] = list(row.values())
    frames[table] = frame
    return Snapshot(frames, CRS_4544, version=2)


def town(folder, name):
    """Give a real town's roads as a snapshot."""
    roads, bans = real_network(folder, name)
    frames = {"road": roads} | ({"turn_ban": bans} if len(bans) else {})
    return Snapshot(frames, roads.crs, version=1)


def at(x, y):
    """Write a place of the hand-made district as longitude and latitude, to 0.1 mm."""
    place = to_crs(Point(E0 + x, N0 + y), CRS_4544, WGS84)
    return f"{place.x:.9f},{place.y:.9f}"
