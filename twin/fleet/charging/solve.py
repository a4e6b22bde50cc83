"""The fastest drive under battery on the road network: `twin.fleet.charging.journey` between chargers, roads in between."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np

from gis.costs import both
from gis.ways import draw, stages
from twin.fleet.charging.journey import Ask, search
from twin.fleet.charging.plan import Charge, Drive, Trip
from twin.fleet.ground import router_for
from twin.fleet.problem import Problem as Journey
from twin.fleet.reasons import no_way
from twin.fleet.rules import FARTHEST_LINK
from twin.fleet.solve import legs_of
from twin.model.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.routing import Router
    from gis.ways import Spot
    from twin.fleet.charging.curve import Curve
    from twin.fleet.charging.journey import Found
    from twin.fleet.charging.problem import Problem
    from twin.fleet.energy import Appetite

    Floats = NDArray[np.float64]

__all__ = ["RoadLegs", "ask_of", "solve"]


class RoadLegs:
    """Milliseconds and Wh of the fastest ways between spots: chargers, then start and goal."""

    def __init__(self, router: Router, spots: Sequence[Spot], appetite: Appetite) -> None:
        self._spots = spots
        self._fan = router.fan(spots)
        self._appetite = appetite

    def rows(self, places: Sequence[int]) -> list[tuple[Floats, Floats]]:
        """Sweep from some places to all."""
        ms, metres = both(self._fan([self._spots[place] for place in places]))
        found = []
        for spent, length in zip(ms, metres, strict=True):
            time = np.where(spent < 0, np.inf, spent)
            wh = self._appetite.wh_per_km * length / 1000.0 + self._appetite.cabin_w * time / 3_600_000.0
            found.append((time, np.where(spent < 0, np.inf, wh)))
        return found


def ask_of(problem: Problem, router: Router, spots: Sequence[Spot], curves: Sequence[Curve]) -> Ask:
    """Put the numbers of a problem together for the chargers' spots, then start's and goal's.

    No way from a place to the goal uses less than a straight line there, for as long as the fastest way takes.
    """
    hunger = problem.ground.appetite
    if hunger is None:
        raise DataError("fleet.not_electric", key=problem.params.vehicle, energy="—")
    left = router.matrix(spots, [spots[-1]])[:, 0].astype(np.float64)
    left[left < 0] = np.inf
    left[-1] = 0.0
    at = np.array([[spot.positions[0].x, spot.positions[0].y] for spot in spots])
    crow = np.hypot(*(at - at[-1]).T) * 0.999  # ends that lie on several roads are at most a millimetre apart; roads are rounded
    wh = hunger.wh_per_km * np.maximum(crow - 1.0, 0.0) / 1000.0 + hunger.cabin_w * np.where(np.isfinite(left), left, 0.0) / 3.6e6
    wh[-1] = 0.0
    return Ask(
        curves=curves,
        battery_wh=problem.ground.battery_wh,
        start_wh=problem.start_wh,
        reserve_wh=problem.reserve_wh,
        goal_wh=problem.goal_wh,
        plug_ms=problem.plug_ms,
        left_ms=left,
        left_wh=wh,
    )


def solve(problem: Problem, router: Router | None = None) -> Trip:
    """Find the fastest drive.

    Raises
    ------
    DataError
        ``fleet.off_the_map``, ``fleet.no_way.*`` as for a route; ``fleet.charge.too_far`` if no charger comes in time, saying
        what lacks.
    """
    search_on = router or router_for(problem.ground.roads, problem.ground.vehicle)
    curves = problem.chargers.curves(problem.ground.battery_wh)
    spots = search_on.snap(np.concatenate([problem.chargers.points, [problem.origin.outside, problem.target.outside]]))
    for place, spot in ((problem.origin, spots[-2]), (problem.target, spots[-1])):
        if spot.away > FARTHEST_LINK.value:
            raise DataError("fleet.off_the_map", place=place.name, distance=f"{spot.away / 1000:.1f}")
    kept = _different(spots[:-2], curves)
    places = [*(spots[at] for at in kept), *spots[-2:]]
    ask = ask_of(problem, search_on, places, [curves[at] for at in kept])
    legs = RoadLegs(search_on, places, problem.ground.appetite) if problem.ground.appetite else None
    found = search(ask, legs) if legs else None
    if found is None or legs is None:
        raise _why(problem, search_on, places, legs)
    return _told(problem, search_on, places, kept, found)


def _different(spots: Sequence[Spot], curves: Sequence[Curve]) -> list[int]:
    """Keep one of the chargers that stand at one place with one curve."""
    first: dict[tuple[Spot, Curve], int] = {}
    for place, pair in enumerate(zip(spots, curves, strict=True)):
        if pair[0].away <= FARTHEST_LINK.value:
            first.setdefault(pair, place)
    return sorted(first.values())


def _why(problem: Problem, router: Router, places: list[Spot], legs: RoadLegs | None) -> DataError:
    """Find out why there is no drive: no road, or no charger in reach."""
    if router.route(*places[-2:]) is None or legs is None:
        return no_way(_as_route(problem), *places[-2:])
    ms, wh = legs.rows([len(places) - 2])[0]
    usable = problem.start_wh - problem.reserve_wh
    chargers = wh[:-2][np.isfinite(ms[:-2])]
    return DataError(
        "fleet.charge.too_far",
        needed=f"{wh[-1] / 1000:.1f}",
        usable=f"{usable / 1000:.1f}",
        chargers=int((chargers <= usable).sum()),
        nearest=f"{chargers.min() / 1000:.2f}" if len(chargers) else "—",
    )


def _as_route(problem: Problem) -> Journey:
    """Give the same journey without its battery."""
    held, ends = problem.ground, (problem.origin, problem.target)
    return Journey(problem.params, held.version, held.crs, *ends, held.vehicle, held.roads, held.usual, held.appetite)


def _told(problem: Problem, router: Router, places: list[Spot], kept: list[int], found: Found) -> Trip:
    """Draw the drives between the stops, and put the stops in between."""
    hunger, held = problem.ground.appetite, problem.ground
    names = [str(problem.chargers.keys[at]) for at in kept] + ["", ""]
    stops = {stop.charger: stop for stop in found.stops}
    level, drives, charges = problem.start_wh, [], []
    for here, there in itertools.pairwise(found.places):
        way = router.route(places[here], places[there])
        if way is None or hunger is None:
            raise DataError("fleet.charge.too_far", needed="—", usable="—", chargers=0, nearest="—")
        driven = stages(router.table, router.network, way)
        length = math.fsum(stage.length for stage in driven)
        used = hunger.wh(length, way.ms / 1000.0)
        drives.append(
            Drive(
                names[here],
                names[there],
                legs_of(held.roads, driven),
                length,
                way.ms,
                used,
                level - used,
                draw(held.roads, driven),
            )
        )
        level -= used
        stop = stops.get(there)
        if stop is not None:
            place = kept[there]
            charges.append(
                Charge(names[there], problem.chargers.names[place] or "", stop.arrive_wh, stop.leave_wh, stop.charge_ms)
            )
            level = stop.leave_wh
    return Trip(
        version=held.version,
        crs=held.crs,
        vehicle=problem.params.vehicle,
        origin=problem.origin,
        target=problem.target,
        battery_wh=held.battery_wh,
        start_wh=problem.start_wh,
        arrive_wh=level,
        drives=tuple(drives),
        charges=tuple(charges),
        plug_ms=problem.plug_ms,
        value_ms=found.ms,
        bound_ms=found.ms,
        looked=found.looked,
        findings=problem.findings,
    )
