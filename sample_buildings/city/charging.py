"""Car parks of the whole city and their charging posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from sample_buildings.grounds import BAY_AREA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.building import Building, Room
    from sample_buildings.city.car_parks import CarPark
    from sample_buildings.city.sites import Site
    from sample_buildings.frame import Frame
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

STALL, EDGE = 2.6, 0.6
"""Width of a bay, and how far a post stands inside the edge of the paving."""
SHARE = {"surface": 0.16, "underground": 0.2, "site": 0.55, "public": 0.0}
"""Share of the bays of official car parks that have a post; public ones get what is left."""
OFFICIAL = 0.8
"""Most posts of the city that stand in official car parks, as a share."""
_POWER = {"dc": 60.0, "ac": 7.0, "public": 120.0}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Park:
    """A car park: its row, how it counts among the posts, and where posts may stand in the district's CRS."""

    row: Row
    group: str
    posts: list[Point]


def official_parks(plan: Plan, frame: Frame, buildings: list[Building], sites: list[Site]) -> Iterator[Park]:
    """Give the car parks of the compound, the garages below its buildings, and those of the sites."""
    home = plan.key.upper()
    for lot in plan.parking:
        area = shapely.polygons(lot["at"])
        u0, v0, u1, v1 = area.bounds
        posts = [frame.point(u, v) for u, v in _rows((u0, u1), (v0, v1))]
        yield Park(_row(lot["key"], home, lot["name"], "surface", frame.place(area)), "surface", posts)
    homes = {site.spec.key: site.key for site in sites}
    for building in buildings:
        for floor in building.floors:
            for room in floor.rooms:
                if room.use.key == "garage":
                    name = f"{building.spec.name}{floor.name}车库"
                    row = _row("", homes.get(building.spec.key, home), name, "underground", building.place(room.shape))
                    yield Park(row, "underground", _along_wall(building, room))
    for site in sites:
        row = _row("", site.key, f"{site.name}停车场", "surface", frame.place(site.parking))
        yield Park(row, "site", _in(frame, site.lot, site.parking))


def _along_wall(building: Building, room: Room) -> list[Point]:
    """Place posts a bay apart along the front wall of a garage, where no other room stands."""
    x0, y0, x1, _ = room.shape.bounds
    places = np.arange(x0 + 4.0, x1 - 4.0, STALL)
    return [building.point(x, y0 + 0.3) for x in places if shapely.contains_xy(room.shape, x, y0 + 0.3)]


def public_parks(frame: Frame, parks: list[CarPark]) -> Iterator[Park]:
    """Give the public car parks."""
    for park in parks:
        row = _row(park.key, None, park.name, "surface", frame.place(park.paved))
        yield Park(row, "public", _in(frame, park.lot, park.paved))


def _in(frame: Frame, lot: Any, paved: Any) -> list[Point]:
    """Place posts along both long edges of a paved rectangle of a lot."""
    back = shapely.get_coordinates(paved) - lot.middle
    along = back @ np.array(lot.along)
    behind = back @ np.array([-lot.along[1], lot.along[0]])
    spots = _rows((along.min(), along.max()), (behind.min(), behind.max()))
    return [frame.point(*lot.at(x, y)) for x, y in spots]


def _rows(x: tuple[float, float], y: tuple[float, float]) -> list[Point]:
    """Give places a bay apart along the two longer edges of a rectangle, from both edges in turn."""
    turned = y[1] - y[0] > x[1] - x[0]
    (low, high), (near, far) = (y, x) if turned else (x, y)
    found = [(place, edge) for place in np.arange(low + STALL / 2, high - STALL / 2, STALL) for edge in (near + EDGE, far - EDGE)]
    return [(edge, place) if turned else (place, edge) for place, edge in found]


def _row(key: str, site: str | None, name: str, kind: str, area: Any) -> Row:
    bays = int(float(shapely.area(area)) / BAY_AREA[kind])
    return {"parking_id": key, "site_id": site, "name": name, "parking_class": kind, "capacity": bays, "geometry": area}


def parking_and_posts(parks: list[Park], wanted: int) -> dict[str, list[Row]]:
    """Give the rows of `parking` and `charger`.

    Parameters
    ----------
    parks
        All car parks; those without a key get one.
    wanted
        Posts of the whole city: what the official car parks leave goes to the public ones in equal parts.
    """
    for place, park in enumerate((park for park in parks if not park.row["parking_id"]), 1):
        park.row["parking_id"] = f"PK{place:03d}"
    counts = [min(len(park.posts), round(SHARE[park.group] * park.row["capacity"])) for park in parks]
    if sum(counts) > OFFICIAL * wanted:
        counts = [int(count * OFFICIAL * wanted / sum(counts)) for count in counts]
    public = [place for place, park in enumerate(parks) if park.group == "public"]
    left = wanted - sum(counts)
    for number, place in enumerate(public):
        counts[place] = max(0, min(left // (len(public) - number), len(parks[place].posts)))
        left -= counts[place]
    chargers = [post for park, count in zip(parks, counts, strict=True) for post in _posts(park, count)]
    for number, post in enumerate(chargers, 1):
        post["charger_id"] = f"CH{number:04d}"
        post["name"] = f"{number}号{'快充' if post['current'] == 'dc' else '慢充'}桩"
        post["status"] = "faulty" if number % 41 == 5 else "maintenance" if number % 83 == 29 else "working"
    return {"parking": [park.row for park in parks], "charger": chargers}


def _posts(park: Park, count: int) -> list[Row]:
    """Give the posts of one car park: of official ones the first third fast, of public ones two in three."""
    public = park.group == "public"
    found = []
    for place, at in enumerate(park.posts[:count]):
        current = "dc" if (place % 3 < 2 if public else place < count / 3) else "ac"
        power = _POWER["public" if public and current == "dc" else current]
        found.append(
            {
                "parking_id": park.row["parking_id"],
                "power_kw": power,
                "current": current,
                "geometry": shapely.points(np.round(at, 3)),
            }
        )
    return found
