"""Stops of the shuttle buses: outside the gates of the compound, and on the streets of organs elsewhere."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import shapely

if TYPE_CHECKING:
    from sample_buildings.city.net import Net, Point
    from sample_buildings.city.sites import Site
    from sample_buildings.frame import Frame
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

KERB = 5.0
"""From the middle of the street to the pole of the stop."""
GATES = 4


def stop_rows(plan: Plan, frame: Frame, net: Net, places: dict[str, int], sites: list[Site]) -> list[Row]:
    """Give rows of `stop`, the most needed first.

    Parameters
    ----------
    plan, frame, net
        The compound, where it lies, and the streets.
    places
        Node on the street by the key of a gate of the compound.
    sites
        Sites to serve; each stop stands where the site's lane meets the street.
    """
    named = {gate["key"]: gate for gate in plan.gate}
    found: list[Row] = []
    for key, node in list(places.items())[:GATES]:
        who = (f"{plan.name}{named[key]['name']}站", plan.key.upper())
        found.append(_stop(frame, len(found) + 1, who, (net.places[node], tuple(named[key]["at"]))))
    lanes = {road.street: road for road in net.roads.values() if road.name == "门前引道"}
    for site in sites:
        street = net.places[lanes[site.key].start]
        found.append(_stop(frame, len(found) + 1, (f"{site.name.removesuffix('办公楼')}站", site.key), (street, site.gate)))
    return found


def _stop(frame: Frame, number: int, who: tuple[str, str], ends: tuple[Point, Point]) -> Row:
    """Put a stop at the kerb: from the street's middle a little towards what it serves, and beside the lane."""
    (x0, y0), (x1, y1) = ends
    length = math.dist(*ends)
    dx, dy = (x1 - x0) / length, (y1 - y0) / length
    at = (x0 + KERB * dx - 2 * KERB * dy, y0 + KERB * dy + 2 * KERB * dx)
    east, north = frame.point(*at)
    return {
        "stop_id": f"ST{number:02d}", "name": who[0], "site_id": who[1],
        "geometry": shapely.points(round(east, 3), round(north, 3)),
    }  # fmt: skip
