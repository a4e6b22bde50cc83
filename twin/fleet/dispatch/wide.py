"""A day too large for one matrix: thousands of requests, of which problems of a few hundred are cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from twin.fleet.dispatch.checker import check
from twin.fleet.dispatch.plan import Plan, Tour
from twin.fleet.dispatch.problem import Charging, Fleet, Problem, Requests, Stops
from twin.model.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Cut", "Drives", "Wide", "check_wide", "cut"]

_PLUGS = 40
"""Places to charge that a part looks at."""


class Drives(Protocol):
    """Gives seconds and metres between some places, each to each, ``(n, n)``."""

    def __call__(self, places: Ints) -> tuple[Floats, Floats]:
        """Drive."""


@dataclass(frozen=True, slots=True)
class Wide:
    """All of it: `points` ``(P, 2)`` in metres and drives between any of them.

    Requests are pairs; stop ``2 r`` is the pickup of request r, ``2 r + 1`` its delivery. `fleet`: types of one vehicle each.
    """

    name: str
    points: Floats
    drives: Drives
    stops: Stops
    requests: Requests
    fleet: Fleet
    charging: Charging


@dataclass(frozen=True, slots=True)
class Cut:
    """A problem of some requests, vehicles and chargers of the wide one, by their numbers there."""

    problem: Problem
    requests: Ints
    vehicles: Ints
    plugs: Ints

    def outward(self, tour: Tour) -> Tour:
        """Give a tour the numbers of the wide problem."""
        names = {"charge": self.plugs}

        def moved(kind: str, number: int) -> int:
            if kind == "stop":
                return 2 * int(self.requests[number // 2]) + number % 2
            return int(names.get(kind, self.vehicles)[number])

        visits = tuple(replace(visit, number=moved(visit.kind, visit.number)) for visit in tour.visits)
        return replace(tour, kind=int(self.vehicles[tour.kind]), visits=visits)

    def inward(self, tour: Tour) -> Tour:
        """Give a tour of the wide problem the numbers of this one."""

        def moved(kind: str, number: int) -> int:
            if kind == "stop":
                return 2 * int(np.searchsorted(self.requests, number // 2)) + number % 2
            return int(np.searchsorted(self.plugs if kind == "charge" else self.vehicles, number))

        visits = tuple(replace(visit, number=moved(visit.kind, visit.number)) for visit in tour.visits)
        return replace(tour, kind=int(np.searchsorted(self.vehicles, tour.kind)), visits=visits)


def cut(wide: Wide, requests: Ints, vehicles: Ints, tours: Sequence[Tour] = ()) -> Cut:
    """Cut the problem of some requests and vehicles, both rising; the chargers near them and those that `tours` use."""
    asked, stops, fleet, charging = wide.requests, wide.stops, wide.fleet, wide.charging
    ends = np.stack([asked.pickup[requests], asked.delivery[requests]], axis=1).ravel()
    homes = np.concatenate([stops.place[ends], fleet.start[vehicles], fleet.end[vehicles]])
    used = {visit.number for tour in tours for visit in tour.visits if visit.kind == "charge"}
    plugs = np.array(sorted(used | set(_nearest(wide, homes).tolist())), dtype=np.int64)
    places, number = np.unique(np.concatenate([homes, charging.place[plugs]]), return_inverse=True)
    seconds, length = wide.drives(places)
    at = np.split(number.astype(np.int64), np.cumsum([len(ends), len(vehicles), len(vehicles)]))
    mine = np.arange(len(ends), dtype=np.int64)
    parts = {name: getattr(fleet, name)[vehicles] for name in Fleet.__dataclass_fields__ if name not in {"key", "start", "end"}}
    problem = Problem(
        wide.name,
        seconds,
        length,
        Stops(at[0], stops.opens[ends], stops.closes[ends], stops.service[ends], stops.load[ends]),
        Requests(tuple(asked.key[r] for r in requests), mine[::2], mine[1::2], asked.price[requests], asked.ride[requests],
                 asked.release[requests]),
        Fleet(key=tuple(fleet.key[k] for k in vehicles), start=at[1], end=at[2], **parts),
        replace(charging, key=tuple(charging.key[c] for c in plugs), place=at[3], power=charging.power[plugs]),
    )  # fmt: skip
    return Cut(problem, requests, vehicles, plugs)


def _nearest(wide: Wide, homes: Ints) -> Ints:
    """Give the chargers nearest to some places."""
    if len(wide.charging.place) <= _PLUGS:
        return np.arange(len(wide.charging.place), dtype=np.int64)
    at = wide.points[wide.charging.place]
    sample = wide.points[homes[:: max(1, len(homes) // 60)]]
    away = np.hypot(*(sample[:, None] - at[None]).transpose(2, 0, 1)).min(axis=0)
    return np.argsort(away, kind="stable")[:_PLUGS].astype(np.int64)


def check_wide(wide: Wide, plan: Plan, room: int = 300) -> list[str]:
    """Check a plan of the wide problem tour by tour, some at a time with matrices of their own; empty = sound."""
    faults: list[str] = []
    left = list(plan.unserved)
    served = [stop for tour in plan.tours for stop in tour.stops] + [stop for r in left for stop in (2 * r, 2 * r + 1)]
    if sorted(served) != list(range(len(wide.stops.place))):
        faults.append(str(say("dispatch.check.served", key=wide.name, times=len(served))))
    if len({tour.kind for tour in plan.tours}) != len(plan.tours):
        faults.append(
            str(say("dispatch.check.count", key=wide.name, used=len(plan.tours), count=len({tour.kind for tour in plan.tours})))
        )
    batch: list[Tour] = []
    for place, tour in enumerate(plan.tours):
        batch.append(tour)
        if sum(len(one.stops) for one in batch) >= 2 * room or place == len(plan.tours) - 1:
            faults += _check_some(wide, batch)
            batch = []
    value = sum(tour.cost for tour in plan.tours) + float(np.sum(wide.requests.price[left]))
    if abs(value - plan.value) > 1e-6 * max(1.0, value):
        faults.append(str(say("dispatch.check.value", found=plan.value, expected=value)))
    return faults


def _check_some(wide: Wide, tours: list[Tour]) -> list[str]:
    requests = np.array(sorted({stop // 2 for tour in tours for stop in tour.stops}), dtype=np.int64)
    vehicles = np.array(sorted({tour.kind for tour in tours}), dtype=np.int64)
    part = cut(wide, requests, vehicles, tours)
    mine = tuple(part.inward(tour) for tour in tours)
    return check(part.problem, Plan(mine, (), sum(tour.cost for tour in mine), 0.0, 0))
