"""The whole street network as rows of `road` and `turn_ban`: streets, lanes, accesses, drives, and the signs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from sample_buildings.city.car_parks import lay_entries
from sample_buildings.city.drives import lay_drives, lay_ramps
from sample_buildings.city.estates import plan_lanes
from sample_buildings.city.net import LANES, SPEED
from sample_buildings.city.openings import open_streets
from sample_buildings.city.sites import lay_access
from sample_buildings.city.traffic import bans, connect

if TYPE_CHECKING:
    from sample_buildings.city.car_parks import CarPark
    from sample_buildings.city.net import Net
    from sample_buildings.city.sites import Site
    from sample_buildings.city.town import Town
    from sample_buildings.city.traffic import Ban
    from sample_buildings.frame import Frame
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row


def complete(town: Town, plan: Plan, sites: list[Site], parks: list[CarPark], seed: int) -> list[Ban]:
    """Lay everything that opens to the streets, and set the signs; gives the banned turns."""
    net = town.net
    built = {site.block for site in sites} | {park.block for park in parks}
    lanes = plan_lanes(town, built, seed)
    nodes = open_streets(net, [*(site.mouth for site in sites), *(park.mouth for park in parks), *lanes.marks])
    for site in sites:
        lay_access(net, site, nodes[site.mouth])
    lay_entries(net, parks, nodes)
    lanes.lay(net, nodes)
    lay_drives(net, plan, town.gates)
    lay_ramps(net, plan)
    connect(net)
    return bans(net, town.middle, seed)


def network_rows(net: Net, banned: list[Ban], frame: Frame) -> dict[str, list[Row]]:
    """Give the rows of `road` and `turn_ban`, geometry in metres of the district's CRS."""
    used = sorted({node for road in net.roads.values() for node in (road.start, road.end)})
    nodes = {node: f"N{place:05d}" for place, node in enumerate(used, 1)}
    keys = {number: f"R{place:05d}" for place, number in enumerate(net.roads, 1)}
    lines = frame.place(np.array([road.line for road in net.roads.values()], dtype=object))
    roads: list[Row] = [
        {
            "road_id": keys[number], "name": road.name, "from_node": nodes[road.start], "to_node": nodes[road.end],
            "road_class": road.kind, "oneway": road.oneway, "speed_kmh": SPEED[road.kind], "lanes": LANES[road.kind],
            "access": "public", **dict(road.more), "geometry": line,
        }
        for (number, road), line in zip(net.roads.items(), shapely.transform(lines, lambda xy: np.round(xy, 3)), strict=True)
    ]  # fmt: skip
    turns: list[Row] = [
        {"turn_ban_id": f"T{place:05d}", "from_road_id": keys[one], "via_node": nodes[node], "to_road_id": keys[two]}
        for place, (one, node, two) in enumerate(banned, 1)
    ]
    return {"road": roads, "turn_ban": turns}
