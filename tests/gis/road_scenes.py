"""Road networks for tests: hand-made ones from a few words, and the real ones."""

from __future__ import annotations

from functools import cache

import geopandas as gpd
import pandas as pd
import shapely
from shapely import LineString

from gis.crs import district_crs
from gis.readers import read_frame
from gis.road_files import read_roads
from gis.roads import road_table


def table_of(nodes, roads, bans=()):
    """Build a table: `nodes` name → (x, y); `roads` key → (from, to, more columns); `bans` (from road, node, to road)."""
    rows = []
    for key, (start, end, *more) in roads.items():
        facts = {
            "road_id": key,
            "from_node": start,
            "to_node": end,
            "oneway": False,
            "speed_kmh": 36.0,
            "road_class": "residential",
        }
        facts |= more[0] if more else {}
        facts.setdefault("geometry", LineString([nodes[start], nodes[end]]))
        rows.append(facts)
    named = pd.DataFrame([dict(zip(("from_road_id", "via_node", "to_road_id"), ban, strict=True)) for ban in bans])
    return road_table(gpd.GeoDataFrame(rows, geometry="geometry"), named)


ONE = {"oneway": True}
CROSS = {"c": (0.0, 0.0), "n": (0.0, 100.0), "e": (100.0, 0.0), "s": (0.0, -100.0), "w": (-100.0, 0.0)}
"""Four arms of 100 m; at 36 km/h each takes 10 s."""


def cross(bans=(), **more):
    """Four two-way roads that meet in `c`; `more` changes roads."""
    return table_of(CROSS, {name: ("c", name, *([more[name]] if name in more else [])) for name in "news"}, bans)


@cache
def real_network(folder, name):
    """Give a real network as frames in metres, roads and bans.

    The shapefile of Jinan holds each direction as a row and no nodes: ends at the same place are the same node.
    """
    if name.endswith(".shp"):
        roads, bans = read_frame(folder / name, crs="EPSG:4326")[0].frame, pd.DataFrame()
        ends = [shapely.get_coordinates(shapely.get_point(roads.geometry.to_numpy(), place)) for place in (0, -1)]
        nodes = [[f"{x:.7f} {y:.7f}" for x, y in end] for end in ends]
        keys = [f"e{number:05d}" for number in roads["eid"]]
        roads = roads.assign(road_id=keys, from_node=nodes[0], to_node=nodes[1], oneway=True, road_class=roads["highway"])
    else:
        file = read_roads(folder / name)
        roads, bans = file.roads, file.bans
    west, south, east, north = roads.total_bounds
    return roads.to_crs(district_crs((west + east) / 2, (south + north) / 2)), bans


REAL = ["jinan/edges.shp", "chengdu/chengdu.net.xml", "osm/liechtenstein.osm.pbf", "osm/saopaulo.osm.pbf"]
