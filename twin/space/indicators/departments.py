"""Indicators of every department on a day."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from twin.space.indicators.measures import Measure, Measures
from twin.space.register.edits import here
from twin.space.register.leaders import leaders

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twin.space.plan import DepartmentLine, Report
    from twin.space.register.ground import Ground

__all__ = ["by_department", "least_floors"]


def by_department(ground: Ground, report: Report) -> dict[str, Measures]:
    """Give the measures of each department of a report by key."""
    over: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in report.over_standard:
        owners = {person.department_id for person in one.occupants}
        for key in owners:
            over[key][0] += 1 / len(owners)
            over[key][1] += one.over_m2 / len(owners)
    broken: dict[tuple[str, str], int] = defaultdict(int)
    posts = {row["leader_office_id"]: row["department_id"] for row in ground.rows("leader_office")}
    for breach in leaders(ground):
        broken[breach.rule, posts[breach.row]] += 1
    floors = _floors(ground)
    size = _office_by_floor(ground)
    return {
        line.department_id: {
            **_areas(line),
            "over_rooms": Measure(over[line.department_id][0]),
            "over_m2": Measure(over[line.department_id][1]),
            **_spread(floors.get(line.department_id, {}), size),
            "certificate_coverage": _certified(ground, line.department_id),
            **_leases(ground, line.department_id),
            "two_offices": Measure(broken["one_office", line.department_id] + broken["second_office", line.department_id]),
            "leavers": Measure(broken["leaver", line.department_id]),
        }
        for line in report.departments
    }


def _areas(line: DepartmentLine) -> Measures:
    """Measure what it holds against posts, people and entitlement."""
    due, service = line.entitled["basic"], line.entitled["service"]
    norm = service / line.staff if service is not None and line.staff else None
    per_post = due / line.staff if due is not None and line.staff else None
    held = line.held["basic"]
    comparable = due is not None and line.over["basic"] is not None
    return {
        "usable_m2": Measure(sum(line.held[part] for part in line.held if part != "basic")),
        "m2_per_post": Measure(held if line.staff else 0.0, line.staff, per_post),
        "m2_per_person": Measure(held if line.people else 0.0, line.people),
        "entitlement_use": Measure(held if comparable else 0.0, (due or 0.0) if comparable else 0.0),
        "service_per_post": Measure(line.held["service"] if line.staff else 0.0, line.staff, norm),
    }


def _floors(ground: Ground) -> dict[str, dict[str, float]]:
    """Give by department the office area it holds on each floor; a shared room counts whole for each."""
    found: dict[str, dict[str, float]] = {}
    for room, who in ground.holders.items():
        row = ground.rooms.get(room)
        if row is None or row["room_class"] != "office":
            continue
        for department in who:
            held = found.setdefault(department, {})
            held[row["floor_id"]] = held.get(row["floor_id"], 0.0) + (row["area_m2"] or 0.0)
    return found


def _office_by_floor(ground: Ground) -> dict[str, tuple[str, float]]:
    """Give of each floor its building and all the office area on it."""
    found: dict[str, tuple[str, float]] = {}
    for row in ground.rooms.values():
        if row["room_class"] == "office":
            building, area = found.get(row["floor_id"], (row["building_id"], 0.0))
            found[row["floor_id"]] = (building, area + (row["area_m2"] or 0.0))
    return found


def least_floors(need: float, sizes: Iterable[float]) -> int:
    """Give the fewest floors whose office area is enough for a need, largest first; 0 where nothing is needed."""
    count, held = 0, 0.0
    for size in sorted(sizes, reverse=True):
        if held >= need - 1e-9:
            break
        held += size
        count += 1
    return count


def _spread(held: dict[str, float], size: dict[str, tuple[str, float]]) -> Measures:
    """Measure over how many floors and buildings it sits, and how many it would need if it had the largest floors to itself."""
    least = least_floors(sum(held.values()), (area for _, area in size.values()))
    return {
        "floors": Measure(len(held)),
        "buildings": Measure(len({size[floor][0] for floor in held})),
        "fragmentation": Measure(len(held), least),
    }


def _certified(ground: Ground, department: str) -> Measure:
    """Measure how much of what it holds a certificate in force names."""
    area = named = 0.0
    for room, who in ground.holders.items():
        if department in who and room in ground.rooms:
            size = (ground.rooms[room]["area_m2"] or 0.0) / len(who)
            area += size
            named += size if department in ground.certified.get(room, ()) else 0.0
    return Measure(named, area)


def _leases(ground: Ground, department: str) -> Measures:
    """Measure what is rented for it."""
    rows = [
        row for row in here(ground.rows("lease"), ground.on) if row["lease_class"] == "in" and row["department_id"] == department
    ]
    return {
        "leased_m2": Measure(sum(row["area_m2"] or 0.0 for row in rows)),
        "rent_yuan": Measure(sum(row["rent_yuan_year"] or 0.0 for row in rows)),
    }
