"""The official vehicles of the city: which organ drives them, and where they stand at night."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from sample_buildings.energy import MODELS

if TYPE_CHECKING:
    from sample_buildings.city.charging import Park
    from sample_buildings.city.plan import CityPlan
    from sample_buildings.city.sites import Site
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

LOW = 2.1
"""Vehicles higher than this stay above ground."""


def vehicle_rows(plan: Plan, city: CityPlan, parks: list[Park], sites: list[Site], seed: int) -> list[Row]:
    """Give the rows of `vehicle`: as many as the plan asks for, shared out over the official car parks by their bays."""
    rng = random.Random(f"{seed}/vehicles")  # noqa: S311 - a sample, not a secret
    owners = {site.key: sorted({house.department for house, _ in site.users}) for site in sites}
    central = [f"D{place:02d}" for place in range(1, city.central + 1)]
    official = [park.row for park in parks if park.group != "public"]
    found: list[Row] = []
    for number, place in enumerate(_stands(official, plan.vehicles), 1):
        row = official[place]
        electric = number * city.electric // plan.vehicles > (number - 1) * city.electric // plan.vehicles
        models = [
            model
            for model in MODELS
            if (model[1] == "electric") == electric and (model[5] < LOW or row["parking_class"] == "surface")
        ]
        kind, energy, seats, battery, use, height, mass = models[rng.randrange(len(models))]
        departments = owners.get(row["site_id"], central)
        found.append(
            {
                "vehicle_id": f"V{number:04d}", "department_id": departments[rng.randrange(len(departments))],
                "parking_id": row["parking_id"], "plate_code": f"公务{number:05d}", "vehicle_class": kind, "energy": energy,
                "seats": seats, "battery_kwh": battery, "consumption_kwh_km": use, "height": height, "mass_t": mass,
            }
        )  # fmt: skip
    return found


def _stands(parks: list[Row], wanted: int) -> list[int]:
    """Give a car park for each vehicle, each in proportion to its bays."""
    bays = sum(park["capacity"] for park in parks)
    found: list[int] = []
    passed = 0
    for place, park in enumerate(parks):
        passed += park["capacity"]
        found += [place] * (wanted * passed // bays - len(found))
    return found
