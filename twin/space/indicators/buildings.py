"""Indicators of every building on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from twin.space.indicators.measures import Measure, Measures
from twin.space.register.edits import here
from twin.space.rules import load

if TYPE_CHECKING:
    from twin.space.plan import Report
    from twin.space.register.edits import Row
    from twin.space.register.ground import Ground

__all__ = ["by_building"]

_BASIC = frozenset({"office", "service", "equipment"})
_DAYS = 365.25
_NONE = {"released_m2": 0.0, "adjusted_m2": 0.0}


def by_building(ground: Ground, report: Report, since: str) -> dict[str, Measures]:
    """Give the measures of each building by key.

    Parameters
    ----------
    ground, report
        The day, and the space report of the same snapshot and day.
    since
        First day of the period of which released and adjusted area counts; it ends on the day.
    """
    found = {key: _rooms(ground, rooms) for key, rooms in _rooms_of(ground).items()}
    over = {key: [0.0, 0.0] for key in found}
    for one in report.over_standard:
        if one.room.building_id in over:
            over[one.room.building_id][0] += 1
            over[one.room.building_id][1] += one.over_m2
    moved = _moved(ground, since)
    for key, measures in found.items():
        measures["over_rooms"], measures["over_m2"] = (Measure(part) for part in over[key])
        measures.update((name, Measure(area)) for name, area in moved.get(key, _NONE).items())
        measures.update(_papers(ground, key, measures.pop("basic")))
        measures.update(_leases(ground, key, measures["vacancy"].over))
        measures.update(_care(ground, key, measures["registered"].under or 0.0))
    return found


def _rooms_of(ground: Ground) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {key: [] for key in ground.buildings}
    for row in ground.rooms.values():
        found.setdefault(row["building_id"], []).append(row)
    return found


def _rooms(ground: Ground, rooms: list[Row]) -> Measures:
    """Measure what its rooms say; `basic`, for the coefficient, is taken out again."""
    groups = load().groups
    usable = office = vacant = basic = held = certified = held_basic = 0.0
    people = 0
    for row in rooms:
        area, key, group = row["area_m2"] or 0.0, row["room_id"], groups.get(row["room_class"], "other")
        who = ground.holders.get(key, set())
        usable += area
        basic += area if group in _BASIC else 0.0
        office += area if group == "office" else 0.0
        vacant += area if group == "office" and not who else 0.0
        held += area if who else 0.0
        held_basic += area if who and group in _BASIC else 0.0
        certified += area if who & ground.certified.get(key, set()) else 0.0
        people += ground.heads.get(key, 0)
    return {
        "usable_m2": Measure(usable), "office_m2": Measure(office), "vacancy": Measure(vacant, office),
        "m2_per_person": Measure(held_basic, people), "certificate_coverage": Measure(certified, held), "basic": Measure(basic),
    }  # fmt: skip


def _papers(ground: Ground, building: str, basic: Measure) -> Measures:
    """Measure ownership, and the coefficient K against the deed's building area."""
    deeds = [row for row in here(ground.rows("ownership"), ground.on) if row["building_id"] == building]
    area = sum(row["deed_area_m2"] or 0.0 for row in deeds)
    registered = sum(row["deed_area_m2"] or 0.0 for row in deeds if row["registration"] == "registered")
    kind = next((row["storey_class"] for row in ground.rows("building") if row["building_id"] == building), None)
    norm = load().coefficients.get(kind or "")
    return {
        "registered": Measure(registered, area),
        "coefficient": Measure(basic.over if area else 0.0, area, norm.value if norm else None),
    }


def _leases(ground: Ground, building: str, vacant: float) -> Measures:
    """Measure what is rented from others in it, and how much of that own vacant offices of the building could take."""
    rows = [row for row in here(ground.rows("lease"), ground.on) if row["lease_class"] == "in"]
    mine = [row for row in rows if ground.rooms.get(row["room_id"] or "", row)["building_id"] == building]
    area = sum(row["area_m2"] or 0.0 for row in mine)
    rent = sum(row["rent_yuan_year"] or 0.0 for row in mine)
    return {"leased_m2": Measure(area), "rent_yuan": Measure(rent), "leased_while_vacant": Measure(min(area, vacant))}


def _care(ground: Ground, building: str, deed: float) -> Measures:
    """Measure repairs and inspections."""
    repairs = [row for row in ground.rows("repair") if row["building_id"] == building and row["repair_class"] != "daily"]
    done = [row for row in repairs if row["finished"] and row["finished"] <= ground.on]
    last = max((row["finished"] for row in done), default="")
    age = (dt.date.fromisoformat(ground.on) - dt.date.fromisoformat(last)).days / _DAYS if last else 0.0
    cost = sum(row["cost_yuan"] or 0.0 for row in done)
    rounds = [row for row in ground.rows("inspection") if row["building_id"] == building]
    made = [row for row in rounds if row["inspected"] and row["inspected"] <= ground.on]
    open_rows = [row for row in made if row["finding"] and not (row["rectified"] and row["rectified"] <= ground.on)]
    late = [row for row in open_rows if row["deadline"] and row["deadline"] < ground.on]
    scores = [row["score"] for row in made if row["score"] is not None]
    return {
        "repair_cost": Measure(cost, deed), "repair_age": Measure(age * deed if last else 0.0, deed if last else 0.0),
        "inspections_open": Measure(len(open_rows)), "inspections_overdue": Measure(len(late)),
        "score": Measure(float(sum(scores)), len(scores)),
    }  # fmt: skip


def _moved(ground: Ground, since: str) -> dict[str, dict[str, float]]:
    """Give by building the area that was released (腾退、清退) and adjusted (调剂、置换) in the period."""
    done = {
        row["adjustment_id"]: row["adjustment_class"]
        for row in ground.rows("adjustment")
        if row["done"] and since <= row["done"] <= ground.on
    }
    found: dict[str, dict[str, float]] = {}
    for row in ground.rows("adjustment_room"):
        room = ground.rooms.get(row["room_id"])
        if row["adjustment_id"] in done and room is not None:
            kind = "released_m2" if done[row["adjustment_id"]] in {"vacate", "clear"} else "adjusted_m2"
            sums = found.setdefault(room["building_id"], dict(_NONE))
            sums[kind] += room["area_m2"] or 0.0
    return found
