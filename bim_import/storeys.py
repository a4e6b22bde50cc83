"""Storeys in their true order: by elevation, checked against where things are drawn, numbered from the ground.

File order and names say nothing (a file lists 0, 3.1, -1.25, 6), Elevation may be missing or count from another zero, and some
files have rooms but no storeys at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bim_import.identity import derived_key
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bim_import.elements import Model, Storey

__all__ = ["Floor", "build_floors", "floor_below"]

_AGREES = 0.05
"""Metres by which the stated elevation and the placement may differ without a word."""
_GROUND = 0.5
"""Metres below the model's zero at which a storey still is the ground floor."""
_DATUM = 1.0
"""A storey without rooms this near to one with rooms is a mere level (slab top, outdoor ground) and shares its number."""
_STEP = 1.5
"""Metres between room floors from which they belong to different storeys, where the file has none."""
_SILL = 0.5
"""Metres by which a thing may hang below the floor it belongs to."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One storey of a building; `step` is 0 where it was derived, `rooms` counts its rooms."""

    key: str
    step: int
    building: int
    name: str
    elevation: float
    rooms: int
    number: int = 0
    height: float | None = None
    psets: str = ""


def build_floors(model: Model, low: dict[int, float], name: str) -> tuple[list[Floor], list[Finding]]:
    """Put the storeys of a file in order.

    Parameters
    ----------
    model
        The file.
    low
        Lowest z of each room's body, by step, metres; of walls too where a model without rooms is taken.
    name
        The file's name, for findings.

    Returns
    -------
    Floors by building and elevation, numbered, and what was strange about them.
    """
    findings: list[Finding] = []
    spaces = model.of("space")
    bottoms: dict[int, list[float]] = {}
    for space in spaces:
        if space.step in low:
            bottoms.setdefault(space.storey, []).append(low[space.step])
    floors = [_floor(storey, bottoms.get(storey.step, []), name, findings) for storey in model.storeys]
    if not floors and low:
        floors = _derived(sorted(low.values()), model)
        findings.append(Finding("warning", "ifc.storeys_derived", file=name, values={"count": len(floors)}))
    numbered: list[Floor] = []
    for building in sorted({floor.building for floor in floors}):
        own = sorted((floor for floor in floors if floor.building == building), key=lambda floor: (floor.elevation, floor.step))
        numbered += _with_heights(_with_numbers(own))
    findings += _empty(numbered, name)
    if [floor.step for floor in numbered] != [storey.step for storey in model.storeys] and model.storeys:
        names = "、".join(storey.name for storey in model.storeys)
        findings.append(Finding("info", "ifc.storeys_sorted", file=name, values={"names": names}))
    return numbered, findings


def _floor(storey: Storey, bottoms: list[float], name: str, findings: list[Finding]) -> Floor:
    """Settle a storey's elevation: what its rooms agree with, of the stated one (over the building's zero) and the placed one."""
    stated = None if storey.elevation is None else storey.elevation + storey.base
    known = [value for value in (storey.placed, stated) if value is not None]
    rooms = float(np.median(bottoms)) if bottoms else None
    if not known:
        elevation = rooms if rooms is not None else 0.0
        findings.append(
            Finding(
                "warning",
                "ifc.storey_unplaced",
                "floor",
                storey.key,
                "elevation",
                name,
                {"name": storey.name, "z": round(elevation, 3)},
            )
        )
    else:
        elevation = known[0] if rooms is None else min(known, key=lambda value: abs(value - rooms))
    if storey.elevation is None and known:
        values = {"name": storey.name, "z": round(elevation, 3)}
        findings.append(Finding("info", "ifc.elevation_missing", "floor", storey.key, "elevation", name, values))
    if len(known) == 2 and abs(known[0] - known[1]) > _AGREES:
        values = {"name": storey.name, "stated": round(known[1], 3), "placed": round(known[0], 3), "taken": round(elevation, 3)}
        findings.append(Finding("warning", "ifc.elevation_differs", "floor", storey.key, "elevation", name, values))
    if rooms is not None and abs(rooms - elevation) > _STEP:
        values = {"name": storey.name, "elevation": round(elevation, 3), "rooms": round(rooms, 3)}
        findings.append(Finding("warning", "ifc.rooms_off_storey", "floor", storey.key, "elevation", name, values))
    return Floor(storey.key, storey.step, storey.building, storey.name, elevation + 0.0, len(bottoms), psets=repr(storey.psets))


def _derived(bottoms: list[float], model: Model) -> list[Floor]:
    """Make storeys where the file has none: rooms whose floors lie within a step of each other share one."""
    groups: list[list[float]] = [[bottoms[0]]]
    for bottom in bottoms[1:]:
        if bottom - groups[-1][0] > _STEP:
            groups.append([])
        groups[-1].append(bottom)
    building = model.buildings[0].step if model.buildings else 0
    project = str(model.about.get("project_id", ""))
    rooms = bool(model.of("space"))
    return [
        Floor(
            derived_key(project, "storey", str(place)),
            0,
            building,
            f"F{place + 1}",
            float(np.median(group)),
            len(group) if rooms else 0,
        )
        for place, group in enumerate(groups)
    ]


def _with_numbers(floors: list[Floor]) -> list[Floor]:
    """Count floors (ascending) from the ground: 1 is the lowest not clearly below zero, no floor is 0."""
    counted = [floor for floor in floors if floor.rooms or not _is_datum(floor, floors)]
    above = [floor for floor in counted if floor.elevation >= -_GROUND]
    with_rooms = [floor for floor in above if floor.rooms]
    ground = (with_rooms or above or counted[-1:])[0]
    # the storey at zero is the ground floor even when it has no rooms and the rooms begin a full storey higher
    if above and ground.elevation - above[0].elevation > _STEP:
        ground = above[0]
    place_of_ground = counted.index(ground)
    numbers = {}
    for place, floor in enumerate(counted):
        offset = place - place_of_ground
        numbers[floor.key] = offset + 1 if offset >= 0 else offset
    for floor in floors:
        if floor.key not in numbers:
            nearest = min(counted, key=lambda other: abs(other.elevation - floor.elevation))
            numbers[floor.key] = numbers[nearest.key]
    return [replace(floor, number=numbers[floor.key]) for floor in floors]


def _is_datum(floor: Floor, floors: Iterable[Floor]) -> bool:
    """Tell whether a storey without rooms is only a level beside one with rooms."""
    return any(other.rooms and abs(other.elevation - floor.elevation) < _DATUM for other in floors)


def _with_heights(floors: list[Floor]) -> list[Floor]:
    """Add floor to floor, to the next storey that is more than a level; the top one has none yet."""
    found = []
    for place, floor in enumerate(floors):
        above = [other.elevation for other in floors[place + 1 :] if other.elevation - floor.elevation >= _DATUM]
        found.append(replace(floor, height=above[0] - floor.elevation if above else None))
    return found


def _empty(floors: list[Floor], name: str) -> list[Finding]:
    return [
        Finding(
            "info", "ifc.storey_without_rooms", "floor", floor.key, "", name, {"name": floor.name, "z": round(floor.elevation, 3)}
        )
        for floor in floors
        if not floor.rooms
    ]


def floor_below(floors: list[Floor], z: float) -> Floor:
    """Give the highest floor that a thing with its foot at `z` can stand on, the lowest floor where it lies below all.

    Raises
    ------
    ValueError
        If there are no floors.
    """
    reached = [floor for floor in floors if floor.elevation <= z + _SILL]
    return max(reached, key=lambda floor: floor.elevation) if reached else min(floors, key=lambda floor: floor.elevation)
