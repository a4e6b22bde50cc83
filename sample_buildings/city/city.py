"""One city as drawn: the compound's buildings, the sites and streets round it, and every table of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import shapely

from sample_buildings.building import draw_buildings
from sample_buildings.cameras import cameras
from sample_buildings.city.car_parks import plan_car_parks
from sample_buildings.city.charging import official_parks, parking_and_posts, public_parks
from sample_buildings.city.fleet import vehicle_rows
from sample_buildings.city.institutions import institutions
from sample_buildings.city.metering import meter_rows, storeys_by_use
from sample_buildings.city.network import complete, network_rows
from sample_buildings.city.plan import city_plan
from sample_buildings.city.planning import plan_sites
from sample_buildings.city.shuttles import stop_rows
from sample_buildings.city.sites import Ground
from sample_buildings.city.town import lay_town
from sample_buildings.frame import Frame
from sample_buildings.grounds import gates, site_and_cells
from sample_buildings.people import Housing, people
from sample_buildings.tabled import building_rows
from sample_buildings.watching import watching

if TYPE_CHECKING:
    from sample_buildings.building import Building
    from sample_buildings.city.car_parks import CarPark
    from sample_buildings.city.institutions import Institution
    from sample_buildings.city.plan import CityPlan
    from sample_buildings.city.sites import Site
    from sample_buildings.city.town import Town
    from sample_buildings.city.traffic import Ban
    from sample_buildings.identity import Names
    from sample_buildings.people import Storey
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

KEEPER = "市机关事务管理局"
"""The organ that runs what serves all: storeys of the compound on which nobody sits."""


@dataclass(frozen=True, slots=True)
class City:
    """The city as planned, before its buildings are drawn."""

    plan: Plan
    city: CityPlan
    town: Town
    houses: list[Institution]
    sites: list[Site]
    parks: list[CarPark]
    banned: list[Ban]
    seed: int

    @property
    def building_plan(self) -> Plan:
        """The plan of all buildings: those of the compound first, then one of each site."""
        return replace(self.plan, building=(*self.plan.building, *(site.spec for site in self.sites)))


def plan_city(plan: Plan, seed: int) -> City:
    """Lay out streets, sites and car parks; nothing is written and no room is drawn."""
    city = city_plan(plan)
    town = lay_town(plan, city.streets, seed)
    houses = institutions(plan, city)
    ground = Ground(town)
    sites = plan_sites(plan, city, (town, ground), houses, seed)
    parks = plan_car_parks(town, city, ground)
    banned = complete(town, plan, sites, parks, seed)
    return City(plan, city, town, houses, sites, parks, banned, seed)


def draw_city(city: City) -> list[Building]:
    """Draw every building, the compound's first."""
    return draw_buildings(city.building_plan, city.seed)


def site_rows(city: City) -> list[Row]:
    """Give the rows of `site`: the compound first."""
    frame = Frame(**city.plan.frame)
    found = site_and_cells(city.plan, frame)["site"]
    for site in city.sites:
        area = frame.place(shapely.normalize(site.lot.outline))
        found.append({"site_id": site.key, "name": f"{site.name}院区", "level": city.plan.level, "geometry": area})
    return found


def house_rows(city: City, buildings: list[Building], names: Names) -> dict[str, list[Row]]:
    """Give the rows of buildings and what is in them, of all that do not come as IFC."""
    keys = {site.spec.key: site.key for site in city.sites}
    found: dict[str, list[Row]] = {}
    for building in buildings[city.city.ifc :]:
        rows = building_rows(building, names, keys.get(building.spec.key, city.plan.key.upper()))
        for name, more in rows.items():
            found.setdefault(name, []).extend(more)
    return found


def other_rows(city: City, buildings: list[Building], names: Names) -> dict[str, list[Row]]:
    """Give the rows of every other table but `site`."""
    plan, frame = city.plan, Frame(**city.plan.frame)
    central = buildings[: len(plan.building)]
    settled = {
        (site.spec.key, storey): house.department for site in city.sites for house, taken in site.users for storey in taken
    }
    elsewhere = frozenset(house.department for house in city.houses[city.city.central : plan.departments])
    used = people(plan, buildings, names, city.seed, Housing(settled, elsewhere))
    parks = [*official_parks(plan, frame, buildings, city.sites), *public_parks(frame, city.parks)]
    standing = parking_and_posts(parks, city.city.chargers)
    return {
        **used,
        "cell": site_and_cells(plan, frame)["cell"],
        "camera": (watched := cameras(plan, frame, central, names)),
        **watching(watched),
        **standing,
        "gate": gates(plan, frame) + _site_gates(city, frame),
        "stop": stop_rows(plan, frame, city.town.net, city.town.gates, city.sites)[: city.city.stops],
        "meter": meter_rows(buildings, _holders(city, central, used["occupancy"], names), city.houses, names),
        "vehicle": vehicle_rows(plan, city.city, parks, city.sites, city.seed),
        **network_rows(city.town.net, city.banned, frame),
    }


def _site_gates(city: City, frame: Frame) -> list[Row]:
    return [
        {
            "gate_id": f"G-{site.key}", "site_id": site.key, "name": f"{site.name}大门", "gate_class": "both",
            "geometry": shapely.points(frame.point(*site.gate)),
        }
        for site in city.sites
    ]  # fmt: skip


def _holders(city: City, central: list[Building], occupancy: list[Row], names: Names) -> dict[Storey, Institution]:
    """Tell whose each storey is: on a site as planned, in the compound who holds most of it."""
    organs = {house.department: house for house in city.houses[: city.plan.departments]}
    keeper = next((house for house in city.houses if house.name == KEEPER), city.houses[0])
    found: dict[Storey, Institution] = {
        (building.spec.key, floor.number): keeper for building in central for floor in building.floors
    }
    found |= {storey: organs[key] for storey, key in storeys_by_use(central, occupancy, names).items()}
    found |= {(site.spec.key, storey): house for site in city.sites for house, taken in site.users for storey in taken}
    return found
