"""The independent check of a drive under battery: roads, times, levels and charging reckoned again, plainly.

Each drive must be a fastest way between its places (`twin.fleet.search.Plain`, nothing shared with the solver). That no other
choice of stops is faster is not searched again here; what is, is that the stated time is not below what any drive must take.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from twin.fleet.energy import figures
from twin.fleet.search import Plain
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.fleet.charging.plan import Drive, Trip
    from twin.fleet.charging.problem import Problem

__all__ = ["charging_ms", "check"]

_NEAR_WH, _NEAR_MS, _NEAR_M = 5.0, 1.0, 1e-2


def check(problem: Problem, trip: Trip) -> list[str]:
    """Check a drive against its problem.

    Returns
    -------
    Every difference as a sentence in Chinese and English; empty if the drive is sound.
    """
    roads = Plain(problem.ground.roads, problem.ground.vehicle)
    rows = {str(key): row for row, key in enumerate(problem.chargers.keys)}
    return [*_check_order(trip, rows), *_check_drives(problem, trip, roads, rows), *_check_levels(problem, trip, rows)]


def _fault(what: str, expected: object, found: object) -> str:
    return str(say("fleet.differs", what=what, expected=expected, found=found))


def _check_order(trip: Trip, rows: dict[str, int]) -> Iterator[str]:
    """See that the drives join, begin at the start and end at the goal, and that charges stand where drives end."""
    ends = [drive.ends_at for drive in trip.drives]
    if not ends or ends[-1] or trip.drives[0].begins_at or ends[:-1] != [drive.begins_at for drive in trip.drives[1:]]:
        yield _fault("drives", "start → chargers → goal", [(drive.begins_at, drive.ends_at) for drive in trip.drives])
    unknown = {end for end in ends[:-1] if end not in rows}
    stops = [charge.charger_id for charge in trip.charges]
    if unknown or [end for end in ends if end in set(stops)] != stops:
        yield _fault("charges", ends, stops)


def _check_drives(problem: Problem, trip: Trip, roads: Plain, rows: dict[str, int]) -> Iterator[str]:
    """Drive every drive anew, and search for a faster one."""
    points = {"": None} | {key: tuple(problem.chargers.points[row]) for key, row in rows.items()}
    for drive in trip.drives:
        first = points.get(drive.begins_at) or problem.origin.outside
        last = points.get(drive.ends_at) or problem.target.outside
        starts, ends = roads.touches(first), roads.touches(last)
        driven = [(roads.row_of[leg.road_id], leg.forward) for leg in drive.legs]
        phases = {roads.begin(driven[0][0])}
        for before, after in pairwise(driven):
            phases = {phase for one in phases for sense, phase in roads.after((before, one)) if sense == after}
            if not phases:
                yield str(say("fleet.not_allowed", before=before, after=after, node=roads.head(before)))
                break
        spent = sum(
            roads.done(sense, leg.finish) - roads.done(sense, leg.begin) for sense, leg in zip(driven, drive.legs, strict=True)
        )
        length = math.fsum(
            abs(leg.finish - leg.begin) * roads.length(sense[0]) for sense, leg in zip(driven, drive.legs, strict=True)
        )
        fastest = roads.fastest(starts, ends)
        if {spent, fastest} != {drive.time_ms}:
            yield _fault("drive.time_ms", (spent, fastest), drive.time_ms)
        if abs(length - drive.distance_m) > _NEAR_M:
            yield _fault("drive.distance_m", length, drive.distance_m)
        yield from _check_use(problem, drive)


def _check_use(problem: Problem, drive: Drive) -> Iterator[str]:
    hunger = problem.ground.appetite
    if hunger is None:
        yield _fault("vehicle", "electric", None)
        return
    due = hunger.wh_per_km * drive.distance_m / 1000.0 + hunger.cabin_w * drive.time_ms / 3_600_000.0
    if abs(due - drive.used_wh) > _NEAR_WH:
        yield _fault("drive.used_wh", due, drive.used_wh)


def _check_levels(problem: Problem, trip: Trip, rows: dict[str, int]) -> Iterator[str]:
    """Follow the battery, and add up the time."""
    level, spent = problem.battery.start * problem.ground.battery_wh, 0.0
    stops = {charge.charger_id: charge for charge in trip.charges}
    reserve = problem.battery.reserve * problem.ground.battery_wh
    for drive in trip.drives:
        level, spent = level - drive.used_wh, spent + drive.time_ms
        goal = max(problem.battery.goal * problem.ground.battery_wh, reserve) if not drive.ends_at else reserve
        if level < goal - _NEAR_WH or abs(level - drive.left_wh) > _NEAR_WH:
            yield _fault("drive.left_wh", max(goal, level), drive.left_wh)
        charge = stops.get(drive.ends_at)
        if charge is None:
            continue
        row = rows.get(charge.charger_id)
        if row is None or abs(charge.arrive_wh - level) > _NEAR_WH or charge.leave_wh > problem.ground.battery_wh + _NEAR_WH:
            yield _fault("charge.levels", (level, problem.ground.battery_wh), (charge.arrive_wh, charge.leave_wh))
            continue
        power, current = float(problem.chargers.power_kw[row]), problem.chargers.current[row]
        due = charging_ms(problem.ground.battery_wh, (power, current), charge.arrive_wh, charge.leave_wh)
        if abs(due - charge.charge_ms) > _NEAR_MS:
            yield _fault("charge.charge_ms", due, charge.charge_ms)
        level, spent = charge.leave_wh, spent + charge.charge_ms + float(figures()["charging"]["plug_in_min"]) * 60_000.0
    if abs(spent - trip.value_ms) > _NEAR_MS:
        yield _fault("value_ms", spent, trip.value_ms)
    if trip.bound_ms > trip.value_ms + _NEAR_MS:
        yield _fault("bound_ms", trip.value_ms, trip.bound_ms)


def charging_ms(battery_wh: float, charger: tuple[float, str | None], low_wh: float, high_wh: float) -> float:
    """Add up the milliseconds of charging, stretch by stretch of the table in energy.toml."""
    known = figures()["charging"]
    power, current = charger
    kind = current or ("dc" if power >= 20.0 else "ac")
    most = min(power, float(known[f"most_{kind}_kw"]))
    hours = 0.0
    for begin, end, share in known[kind]:
        within = min(high_wh, end * battery_wh) - max(low_wh, begin * battery_wh)
        hours += max(within, 0.0) / (share * most * 1000.0)
    return hours * 3_600_000.0
