"""Meters as a tree (grounds, building, storey) and the official vehicles."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import shapely

from sample_buildings.equipment import IN_ROOMS, stand

if TYPE_CHECKING:
    from sample_buildings.building import Building, Floor, Room
    from sample_buildings.identity import Names
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row


def hang(building: Building, floor: Floor, room: Room, names: Names) -> Row:
    """Say where a meter hangs: beside the first piece of equipment of its room, at its west wall where there is none."""
    key = building.spec.key
    x, y = stand(room, 0, IN_ROOMS[room.use.key][0].size if room.use.key in IN_ROOMS else (0.3, 0.15, 0.4))
    return {
        "building_id": names.guid(key, "building"), "floor_id": names.guid(key, floor.number),
        "room_id": names.guid(key, floor.number, "room", room.cell),
        "z": round(building.elevation + floor.elevation + 1.4, 2), "geometry": shapely.points(building.point(x, y)),
    }  # fmt: skip


def first_room(floor: Floor, *uses: str) -> Room | None:
    """Find the first room of a storey with one of these uses, the preferred use first."""
    return next((room for use in uses for room in floor.rooms if room.use.key == use), None)


def _first(building: Building, *uses: str) -> tuple[Floor, Room] | None:
    """Find the first room of a building with one of these uses, the lowest storey first."""
    return next(((floor, room) for use in uses for floor in building.floors if (room := first_room(floor, use))), None)


def meters(buildings: list[Building], names: Names) -> list[Row]:
    """Give the rows of `meter`: one main meter of electricity and of water, one of each per building, electricity per storey."""
    found: list[Row] = []
    main = next(building for building in buildings if _first(building, "transformer"))
    for medium, zh, mark, uses in (
        ("electricity", "电", "E", ("transformer", "power", "riser")),
        ("water", "水", "W", ("pump", "power", "riser")),
    ):
        floor, room = _first(main, *uses) or (main.floors[0], main.floors[0].rooms[0])
        found.append({"meter_id": f"M{mark}0", "name": f"院区总{zh}表", "medium": medium, **hang(main, floor, room, names)})
        for number, building in enumerate(buildings, 1):
            floor, room = _first(building, "power", "riser") or (building.floors[0], building.floors[0].rooms[0])
            key = f"M{mark}{number}"
            row = hang(building, floor, room, names)
            found.append(
                {"meter_id": key, "name": f"{building.spec.name}{zh}表", "medium": medium, "parent_id": f"M{mark}0", **row}
            )
            found += _storeys(building, key, names) if medium == "electricity" else []
    return found


def _storeys(building: Building, parent: str, names: Names) -> list[Row]:
    found = []
    for floor in building.floors:
        riser = next(room for room in floor.rooms if room.use.key == "riser")
        level = f"{floor.number:02d}" if floor.number > 0 else f"B{-floor.number}"
        found.append(
            {
                "meter_id": f"{parent}-{level}", "name": f"{building.spec.name}{floor.name}电表", "medium": "electricity",
                "parent_id": parent, **hang(building, floor, riser, names),
            }
        )  # fmt: skip
    return found


MODELS = (
    ("sedan", "electric", 5, 60.0, 0.14, 1.52, 2.1),
    ("sedan", "petrol", 5, None, None, 1.47, 1.9),
    ("sedan", "hybrid", 5, 18.0, 0.15, 1.49, 2.0),
    ("van", "electric", 7, 75.0, 0.21, 1.92, 3.0),
    ("suv", "petrol", 7, None, None, 1.78, 2.4),
    ("minibus", "diesel", 15, None, None, 2.65, 4.5),
    ("sedan", "electric", 5, 55.0, 0.13, 1.5, 2.0),
    ("patrol", "electric", 8, 10.0, 0.09, 1.95, 1.4),
    ("van", "petrol", 7, None, None, 1.95, 2.9),
    ("bus", "electric", 35, 210.0, 0.75, 3.25, 14.5),
)
"""Class, energy, seats, usable battery in kWh, consumption in kWh/km, height in m, gross mass in t."""


def vehicles(plan: Plan, parking: list[Row], seed: int) -> list[Row]:
    """Give the rows of `vehicle`: pseudonyms of plates, a third or more of them electric; what is too tall stays above ground."""
    rng = random.Random(f"{seed}/vehicles")  # noqa: S311 - a sample, not a secret
    surface = [row["parking_id"] for row in parking if row["parking_class"] == "surface"]
    every = [row["parking_id"] for row in parking]
    found: list[Row] = []
    for number in range(1, plan.vehicles + 1):
        kind, energy, seats, battery, use, height, mass = MODELS[(number - 1) % len(MODELS)]
        lots = every if height < 2.1 else surface
        found.append(
            {
                "vehicle_id": f"V{number:03d}", "department_id": f"D{rng.randrange(plan.departments) + 1:02d}",
                "parking_id": lots[rng.randrange(len(lots))], "plate_code": f"公务{number:04d}",
                "vehicle_class": kind, "energy": energy, "seats": seats, "battery_kwh": battery,
                "consumption_kwh_km": use, "height": height, "mass_t": mass,
            }
        )  # fmt: skip
    return found
