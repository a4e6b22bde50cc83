"""The numbers that the city promises: on its drafts where drawing would take long, on the written town for what is drawn."""

from __future__ import annotations

from collections import Counter

import pytest
import shapely

from sample_buildings.building import draft_buildings
from sample_buildings.city.charging import official_parks, parking_and_posts, public_parks
from sample_buildings.city.fleet import vehicle_rows
from sample_buildings.city.planning import gross_area
from sample_buildings.city.shuttles import stop_rows
from sample_buildings.frame import Frame
from sample_buildings.grounds import site_and_cells
from tests.sample_buildings.city.conftest import SEED


@pytest.fixture(scope="module")
def parks(city):
    """Give the car parks without those below buildings, which only a drawing knows."""
    frame = Frame(**city.plan.frame)
    return [*official_parks(city.plan, frame, [], city.sites), *public_parks(frame, city.parks)]


def test_the_city_has_1_3_million_square_metres_of_them_700_000_in_the_compound(city):
    assert sum(gross_area(spec) for spec in city.building_plan.building) == pytest.approx(1_300_000, rel=1e-3)
    assert sum(gross_area(spec) for spec in city.plan.building) == pytest.approx(700_000, rel=1e-3)


def test_the_city_has_35_000_rooms(city):
    assert sum(draft.rooms for draft in draft_buildings(city.building_plan, SEED)) == 35_000


def test_85_departments_sit_all_over_the_city_and_500_institutions_are_metered(city):
    assert city.plan.departments == 85
    assert len(city.houses) == len({house.key for house in city.houses}) == 500
    central = {house.department for house in city.houses[: city.city.central]}
    abroad = {house.department for site in city.sites for house, _ in site.users}
    assert len({house.department for house in city.houses}) == 85
    assert abroad - central
    assert len(city.sites) >= 200


def test_the_compound_has_a_perimeter_and_twelve_cells_that_fill_it_without_overlap(city):
    rows = site_and_cells(city.plan, Frame(**city.plan.frame))
    fence, cells = rows["site"][0]["geometry"], [row["geometry"] for row in rows["cell"]]
    assert len(cells) == 12
    assert shapely.union_all(cells).symmetric_difference(fence).area < 1e-3 * fence.area
    assert sum(cell.area for cell in cells) == pytest.approx(shapely.union_all(cells).area, rel=1e-9)
    assert {row["guard_class"] for row in rows["cell"]} == {"special", "key", "basic"}


def test_it_has_2_300_cameras_5_000_chargers_and_20_stops(city, parks):
    assert sum(city.plan.cameras.values()) == 2_300
    assert len(parking_and_posts(parks, city.city.chargers)["charger"]) == 5_000
    stops = stop_rows(city.plan, Frame(**city.plan.frame), city.town.net, city.town.gates, city.sites)[: city.city.stops]
    assert len({row["name"] for row in stops}) == 20


def test_it_has_3_200_vehicles_of_which_1_000_are_electric(city, parks):
    rows = vehicle_rows(city.plan, city.city, parks, city.sites, SEED)
    energies = Counter(row["energy"] for row in rows)
    assert (len(rows), energies["electric"]) == (3_200, 1_000)


def test_the_first_dozen_buildings_come_as_ifc(city):
    assert city.city.ifc == 12
    assert len(city.plan.building) > 12


def test_a_written_town_holds_what_its_plan_asks_for(town):
    plan, city = town.plan, town.plan.city
    written = {name: len(town.table(name)) for name in ("camera", "charger", "stop", "vehicle", "department", "cell")}
    assert written == {
        "camera": sum(plan.cameras.values()), "charger": city["chargers"], "stop": city["stops"],
        "vehicle": plan.vehicles, "department": plan.departments, "cell": 12,
    }  # fmt: skip
    assert (town.table("vehicle")["energy"] == "electric").sum() == city["electric"]
    meters = town.table("meter")
    roots = meters[meters["parent_id"].isna()]
    assert roots.groupby("medium").size().to_dict() == {"electricity": city["institutions"], "water": city["institutions"]}
    assert sorted(file.name for file in town.files if file.suffix == ".ifc") == [f"{plan.building[0].key}.ifc"]
