"""Meters as a tree per institution and medium: its main meter, one per building it uses, and electricity per storey."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sample_buildings.energy import first_room, hang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.building import Building, Floor
    from sample_buildings.city.institutions import Institution
    from sample_buildings.identity import Names
    from sample_buildings.people import Storey
    from sample_buildings.tables_out import Row

MEDIA = (("electricity", "电", "E"), ("water", "水", "W"))


def storeys_by_use(buildings: list[Building], occupancy: list[Row], names: Names) -> dict[Storey, str]:
    """Tell which department holds most of each storey; a storey that nobody sits on is left out."""
    rooms = {
        names.guid(building.spec.key, floor.number, "room", room.cell): (building.spec.key, floor.number)
        for building in buildings
        for floor in building.floors
        for room in floor.rooms
    }
    counts: dict[Storey, Counter[str]] = {}
    for row in occupancy:
        if row.get("valid_to") is None and row["room_id"] in rooms:
            counts.setdefault(rooms[row["room_id"]], Counter())[row["department_id"]] += 1
    return {storey: min(counter, key=lambda key: (-counter[key], key)) for storey, counter in counts.items()}


def meter_rows(
    buildings: list[Building], holders: dict[Storey, Institution], houses: list[Institution], names: Names
) -> list[Row]:
    """Give the rows of `meter`.

    Parameters
    ----------
    buildings, names
        All buildings of the city.
    holders
        Which institution's each storey is; storeys without one are passed over.
    houses
        Every institution; one that has no storey of its own hangs its main meters beside those of its department.
    """
    held: dict[str, list[tuple[Building, Floor]]] = {house.key: [] for house in houses}
    shared: dict[str, tuple[Building, Floor]] = {}
    for building in buildings:
        for floor in building.floors:
            holder = holders.get((building.spec.key, floor.number))
            if holder:
                held[holder.key].append((building, floor))
                shared.setdefault(holder.department, (building, floor))
    anywhere = (buildings[0], buildings[0].floors[0])
    found: list[Row] = []
    for house in houses:
        storeys = held[house.key] or [shared.get(house.department, anywhere)]
        for medium in MEDIA:
            found += _tree(house, storeys, medium, names, storeywise=bool(held[house.key]) and medium[2] == "E")
    return found


def _tree(
    house: Institution, storeys: list[tuple[Building, Floor]], medium: tuple[str, str, str], names: Names, *, storeywise: bool
) -> Iterator[Row]:
    """Give the meters of one medium of one institution, its main meter first."""
    kind, zh, mark = medium
    root = f"{house.key}{mark}"

    def meter(key: str, name: str, place: tuple[Building, Floor], parent: str | None) -> Row:
        room = first_room(place[1], "power", "riser", "transformer") or place[1].rooms[0]
        return {
            "meter_id": key, "name": name, "medium": kind, "parent_id": parent, "department_id": house.department,
            **hang(*place, room, names),
        }  # fmt: skip

    yield meter(root, f"{house.name}总{zh}表", storeys[0], None)
    of_building: dict[str, str] = {}
    for building, floor in storeys:
        key = building.spec.key
        if key not in of_building:
            of_building[key] = f"{root}-{len(of_building) + 1}"
            yield meter(of_building[key], f"{house.name}{building.spec.name}{zh}表", (building, floor), root)
        if storeywise:
            level = f"{floor.number:02d}" if floor.number > 0 else f"B{-floor.number}"
            name = f"{house.name}{building.spec.name}{floor.name}{zh}表"
            yield meter(f"{of_building[key]}-{level}", name, (building, floor), of_building[key])
