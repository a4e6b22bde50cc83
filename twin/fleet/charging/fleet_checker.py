"""The independent check of an assignment: who stands where, when each is ready, what the caps allow, and the proof of the bound.

The drives of a few vehicles are searched again (`twin.fleet.search.Plain`); levels and charging of every one are reckoned again.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.charging.checker import charging_ms
from twin.fleet.energy import figures
from twin.fleet.search import Plain
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.fleet.charging.fleet_plan import Assignment, Given
    from twin.fleet.charging.fleet_problem import Problem

__all__ = ["check", "check_bound"]

_DRIVES = 3
_NEAR_MS = 1.0


def check(problem: Problem, plan: Assignment) -> list[str]:
    """Check an assignment against its problem.

    Returns
    -------
    Every difference as a sentence in Chinese and English.
    """
    return [
        *_check_places(problem, plan),
        *_check_each(problem, plan),
        *_check_drives(problem, plan),
        *check_bound(problem, plan),
    ]


def _fault(what: str, expected: object, found: object) -> str:
    return str(say("fleet.differs", what=what, expected=expected, found=found))


def _check_places(problem: Problem, plan: Assignment) -> Iterator[str]:
    """See that each vehicle is served once or missed, that no charger has two in a round, and that caps hold."""
    served = Counter(problem.wants[item.vehicle].vehicle for item in plan.given) + Counter(plan.missed)
    if served != Counter(want.vehicle for want in problem.wants):
        yield _fault("vehicles", len(problem.wants), len(plan.given) + len(plan.missed))
    double = [pair for pair, times in Counter((item.charger_id, item.turn) for item in plan.given).items() if times > 1]
    if double or any(not 0 <= item.turn < problem.limits.rounds for item in plan.given):
        yield _fault("charger, round", 1, double)
    drawn: dict[tuple[str, int], float] = {}
    rows = {str(key): row for row, key in enumerate(problem.chargers.keys)}
    for item in plan.given:
        row = rows[item.charger_id]
        power, current = float(problem.chargers.power_kw[row]), problem.chargers.current[row]
        kind = current or ("dc" if power >= 20.0 else "ac")
        where = (str(problem.chargers.parking[row]), item.turn)
        drawn[where] = drawn.get(where, 0.0) + min(power, float(figures()["charging"][f"most_{kind}_kw"]))
    for (site, turn), power in drawn.items():
        cap = (problem.limits.caps_kw or {}).get(site, math.inf)
        if power > cap + 1e-6:
            yield _fault(f"{site}, round {turn + 1}, kW", cap, power)


def _check_each(problem: Problem, plan: Assignment) -> Iterator[str]:
    """Reckon levels, charging and the time at which each is ready."""
    rows = {str(key): row for row, key in enumerate(problem.chargers.keys)}
    for item in plan.given:
        due = _ready(problem, item, rows[item.charger_id])
        if not abs(due - item.ready_ms) <= _NEAR_MS:
            yield _fault(f"{problem.wants[item.vehicle].vehicle}.ready_ms", due, item.ready_ms)
    value = sum(item.ready_ms for item in plan.given) + problem.price_ms * len(plan.missed)
    if abs(value - plan.value_ms) > _NEAR_MS:
        yield _fault("value_ms", value, plan.value_ms)


def _ready(problem: Problem, item: Given, row: int) -> float:
    """Give the milliseconds until a vehicle is charged, infinite where it may not be."""
    want, hunger, battery = problem.wants[item.vehicle], problem.appetites[item.vehicle], problem.battery_wh[item.vehicle]
    used = hunger.wh_per_km * item.drive_m / 1000.0 + hunger.cabin_w * item.drive_ms / 3_600_000.0
    arrive = want.start * battery - used
    if arrive < problem.limits.reserve * battery - 1e-6:
        return math.inf
    charger = (float(problem.chargers.power_kw[row]), problem.chargers.current[row])
    takes = charging_ms(battery, charger, arrive, max(want.goal * battery, arrive))
    session = problem.limits.session_h * 3_600_000.0
    done = max(item.drive_ms, item.turn * session) + takes + float(figures()["charging"]["plug_in_min"]) * 60_000.0
    return math.inf if problem.limits.rounds > 1 and done > (item.turn + 1) * session + _NEAR_MS else done


def _check_drives(problem: Problem, plan: Assignment) -> Iterator[str]:
    """Search the drives of the first, a middle and the last vehicle again."""
    roads = Plain(problem.ground.roads, problem.ground.vehicle)
    points = dict(zip(map(str, problem.chargers.keys), problem.chargers.points.tolist(), strict=True))
    count = len(plan.given)
    for at in sorted({0, count // 2, count - 1})[:_DRIVES] if count else []:
        item = plan.given[at]
        starts = roads.touches(problem.places[item.vehicle].outside)
        ends = roads.touches((points[item.charger_id][0], points[item.charger_id][1]))
        fastest = roads.fastest(starts, ends)
        if fastest != item.drive_ms:
            yield _fault(f"{problem.wants[item.vehicle].vehicle}.drive_ms", fastest, item.drive_ms)


def check_bound(problem: Problem, plan: Assignment) -> Iterator[str]:
    """See that no column costs less than its prices: then no plan costs less than what the prices add up to."""
    vehicles, rooms, power = plan.prices
    rounds = problem.limits.rounds
    shapes = [(len(problem.wants),), (len(problem.size) * rounds,), (len(problem.sites), rounds)]
    if [price.shape for price in plan.prices] != shapes:
        yield _fault("prices", shapes, [price.shape for price in plan.prices])
        return
    group, turn = np.divmod(np.arange(len(problem.size) * rounds), rounds)
    site = problem.site[group]
    drawn = np.where(site >= 0, problem.power_kw[group] * power[site, turn], 0.0) if len(problem.sites) else 0.0
    cost = problem.ready_ms.reshape(len(problem.wants), -1)
    short = float((cost - vehicles[:, None] - rooms - drawn).min(initial=0.0))
    if (
        short < -_NEAR_MS
        or rooms.max(initial=0.0) > 1e-6
        or power.max(initial=0.0) > 1e-6
        or vehicles.max() > problem.price_ms + 1e-6
    ):
        yield _fault("prices", 0.0, short)
    bound = float(vehicles.sum() + np.repeat(problem.size, rounds) @ rooms + (problem.caps_kw[:, None] * power).sum())
    bound += min(short, 0.0) * len(vehicles)
    if plan.bound_ms > bound + _NEAR_MS * len(vehicles) or bound > plan.value_ms + _NEAR_MS * len(vehicles):
        yield _fault("bound_ms", bound, plan.bound_ms)
