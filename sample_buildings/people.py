"""Departments, their posts by rank, and who uses which rooms since when: head-counts, never names.

Units take rooms in walking order, a run each, as a facility manager hands floors out. Most rooms keep within the
ceilings of the 2014 standard; some do not (a deputy in a head's room, two people in a room for four), some stand empty,
and a few were used by another unit before, so that the questions about space have something to find.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sample_buildings.names import Organ, organs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sample_buildings.building import Building
    from sample_buildings.identity import Names
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

HEAD, DEPUTY, STAFF = "正局(处)级", "副局(处)级", "局(处)级以下"
CITY_HEAD, CITY_DEPUTY = "市级正职", "市级副职"
CEILING = {CITY_HEAD: 42.0, CITY_DEPUTY: 30.0, HEAD: 24.0, DEPUTY: 18.0, STAFF: 9.0}
"""Ceiling per person in m² of net usable area, city level, 发改投资〔2014〕2674号: it decides how many share a room here."""
VACANT, SPARSE, MIXED, KEPT = 0.04, 0.45, 0.1, 0.7
"""Shares of offices that stand empty, in general and on sparse storeys; that mix ranks; of service rooms that a unit keeps."""
OVER, ROOMY_OVER, ROOMY = 0.12, 0.6, 5
"""Shares of offices that hold a person too few, in most units and in the roomy ones: one unit in five."""
SINCE, BEFORE = "2024-01-01", "2023-12-31"
_SHARED = {"archive", "meeting", "storage", "library", "copy", "secret", "server", "command", "petition"}


Storey = tuple[str, int]
"""Key of a building and number of a storey."""


@dataclass(frozen=True, slots=True)
class Housing:
    """Storeys that are not dealt out but belong to a department, by its key; `elsewhere`: who gets none of the others."""

    settled: Mapping[Storey, str] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Room:
    """An office that can be handed out."""

    key: str
    kind: str
    area: float
    empty: float
    """How likely it stands empty."""
    storey: Storey


@dataclass(slots=True)
class _Unit:
    """A department while rooms are handed out."""

    key: str
    organ: Organ
    seats: list[tuple[str, str, int]] = field(default_factory=list)
    """Room, rank, people."""
    roomy: bool = False

    def count(self, rank: str) -> int:
        """Give the people of a rank seated so far."""
        return sum(people for _, held, people in self.seats if held == rank)


def _offices(buildings: list[Building], names: Names) -> list[_Room]:
    return [
        _Room(
            names.guid(building.spec.key, floor.number, "room", room.cell),
            room.use.key,
            room.shape.area,
            SPARSE if _sparse(building, floor.number) else VACANT,
            (building.spec.key, floor.number),
        )
        for building in buildings
        for floor in building.floors
        for room in floor.rooms
        if room.use.room_class == "office"
    ]


def _sparse(building: Building, storey: int) -> bool:
    """Tell whether much of a storey stands empty: upstairs in the logistics building, under the roof of the affairs building."""
    top = storey == building.spec.storeys
    return (building.spec.purpose == "logistics" and storey > 1) or (building.spec.purpose == "affairs" and top)


def _leader(unit: _Unit, room: _Room, rng: random.Random) -> str:
    """Give the rank of the leader who takes an office alone, empty where none is due or the room is not one for leaders."""
    deputies = unit.count(DEPUTY)
    if unit.organ.city_leaders and room.area > CEILING[CITY_DEPUTY] and not unit.count(CITY_HEAD):
        return CITY_HEAD
    if unit.organ.city_leaders and room.kind == "chief" and unit.count(CITY_DEPUTY) < 3:
        return CITY_DEPUTY
    if not unit.count(HEAD) and room.area <= CEILING[HEAD]:
        return HEAD
    in_a_large_room = deputies < 3 and room.area < 25.0 and rng.random() < OVER
    return DEPUTY if in_a_large_room or (room.kind == "deputy" and deputies < 4) else ""


def _seat(unit: _Unit, room: _Room, rng: random.Random) -> None:
    """Seat people in one office: a leader alone where one is due, else as many staff as the ceiling allows, seldom fewer."""
    rank = _leader(unit, room, rng)
    if rank:
        unit.seats.append((room.key, rank, 1))
        return
    people = math.ceil(room.area / CEILING[STAFF]) - (rng.random() < (ROOMY_OVER if unit.roomy else OVER))
    if room.area > CEILING[CITY_DEPUTY] and rng.random() < MIXED:
        unit.seats.append((room.key, DEPUTY, 1))
        people -= 2
    unit.seats.append((room.key, STAFF, max(1, people)))


def _hand_out(units: list[_Unit], rooms: list[_Room], rng: random.Random) -> list[_Room]:
    """Deal the offices out in runs, about as large as the unit's weight; gives the rooms left empty."""
    used: list[_Room] = []
    empty: list[_Room] = []
    for room in rooms:
        (empty if rng.random() < room.empty else used).append(room)
    weights = [1.0 + rng.random() + 0.8 * unit.organ.city_leaders - 0.6 * bool(unit.organ.of) for unit in units]
    share = len(used) / sum(weights)
    start, reached = 0, 0.0
    for place, (unit, weight) in enumerate(zip(units, weights, strict=True)):
        reached += weight * share
        end = len(used) if place == len(units) - 1 else max(start + 2, round(reached))
        for room in used[start:end]:
            _seat(unit, room, rng)
        start = end
    return empty


def _settle(units: dict[str, _Unit], rooms: list[_Room], housing: Housing, rng: random.Random) -> list[_Room]:
    """Seat the users of settled storeys there; gives the rooms left empty."""
    empty = []
    for room in rooms:
        if room.storey in housing.settled:
            if rng.random() < room.empty:
                empty.append(room)
            else:
                _seat(units[housing.settled[room.storey]], room, rng)
    return empty


def people(plan: Plan, buildings: list[Building], names: Names, seed: int, housing: Housing = Housing()) -> dict[str, list[Row]]:
    """Give the rows of `department`, `post` and `occupancy`.

    Parameters
    ----------
    plan, buildings, names, seed
        As elsewhere; every office of `buildings` is handed out or stands empty.
    housing
        Storeys that have their user already; without it, units get runs of offices in walking order.
    """
    rng = random.Random(f"{seed}/people")  # noqa: S311 - a sample, not a secret
    units = [
        _Unit(f"D{place:02d}", organ, roomy=place % ROOMY == 0) for place, organ in enumerate(organs()[: plan.departments], 1)
    ]
    keys = {unit.organ.name: unit.key for unit in units}
    departments: list[Row] = [
        {"department_id": unit.key, "name": unit.organ.name, "level": plan.level, "parent_id": keys.get(unit.organ.of)}
        for unit in units
    ]
    offices = _offices(buildings, names)
    dealt = [room for room in offices if room.storey not in housing.settled]
    empty = _hand_out([unit for unit in units if unit.key not in housing.elsewhere], dealt, rng)
    empty += _settle({unit.key: unit for unit in units}, offices, housing, rng)
    rows = [row for unit in units for row in _seats(unit)]
    rows += _shared(buildings, names, units, rng) + _past(units, empty, rng)
    for number, row in enumerate(rows, 1):
        row["occupancy_id"] = f"O{number:05d}"
    return {"department": departments, "post": _posts(units, rng), "occupancy": rows}


def _seats(unit: _Unit) -> list[Row]:
    return [
        {"room_id": room, "department_id": unit.key, "rank": rank, "head_count": count, "valid_from": SINCE}
        for room, rank, count in unit.seats
    ]


def _shared(buildings: list[Building], names: Names, units: list[_Unit], rng: random.Random) -> list[Row]:
    """Give most of the rooms that serve all to a unit that sits on their floor: no rank, nobody seated."""
    holder = {room: unit for unit in units for room, _, _ in unit.seats}
    found: list[Row] = []
    for building in buildings:
        for floor in building.floors:
            keys = [(names.guid(building.spec.key, floor.number, "room", room.cell), room) for room in floor.rooms]
            here = [holder[key] for key, _ in keys if key in holder]
            kept = [key for key, room in keys if room.use.key in _SHARED and rng.random() < KEPT] if here else []
            found += [
                {"room_id": key, "department_id": here[rng.randrange(len(here))].key, "head_count": 0, "valid_from": SINCE}
                for key in kept
            ]
    return found


def _past(units: list[_Unit], empty: list[_Room], rng: random.Random) -> list[Row]:
    """Tell who used some rooms until the end of 2023: rooms that stand empty now, and rooms that changed hands."""
    moved = [seat[0] for unit in units for seat in unit.seats[-1:]][:5]
    rooms = [room.key for room in empty[: max(2, len(empty) // 2)]] + moved
    return [
        {
            "room_id": room, "department_id": units[rng.randrange(len(units))].key, "rank": STAFF, "head_count": 2,
            "valid_from": "2019-07-01", "valid_to": BEFORE,
        }
        for room in rooms
    ]  # fmt: skip


def _posts(units: list[_Unit], rng: random.Random) -> list[Row]:
    """Give the posts of each unit: those seated, and of staff up to three more that are not filled."""
    found: list[Row] = []
    for unit in units:
        seated = Counter({rank: unit.count(rank) for rank in CEILING})
        seated[HEAD] = max(seated[HEAD], 1)
        seated[STAFF] += rng.randrange(4)
        for rank in CEILING:
            if seated[rank]:
                found.append(
                    {
                        "post_id": f"{unit.key}-{len(found) + 1:03d}",
                        "department_id": unit.key,
                        "rank": rank,
                        "established": seated[rank],
                    }
                )
    return found
