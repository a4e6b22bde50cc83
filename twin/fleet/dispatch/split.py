"""Thousands of requests: split by place into parts of a few hundred, plan each, then let neighbours exchange at their borders.

An exchange takes the tours of two neighbouring parts that lie nearest to the other part, with the idle vehicles and the
unserved of both, as one problem that begins with these tours; it is taken over only if it is better, so the value never rises.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from twin.fleet.dispatch.insertion import nodes_of
from twin.fleet.dispatch.plan import Plan, Tour
from twin.fleet.dispatch.solve import Params, Progress, search
from twin.fleet.dispatch.wide import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from twin.fleet.dispatch.wide import Wide

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

__all__ = ["Split", "solve_wide"]

_SHARE = 0.6
"""Part of the effort for the first plans; the exchanges have the rest."""
_NEIGHBOURS = 3


@dataclass(frozen=True, slots=True)
class Split:
    """How to split: requests of a part at most; rounds of exchanges where iterations count."""

    room: int = 250
    rounds: int = 2


@dataclass(slots=True)
class _World:
    """What stands: part of each request and vehicle, tours by vehicle in the numbers of the wide problem, the unserved."""

    wide: Wide
    part: Ints
    home: Ints
    tours: dict[int, Tour] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)
    steps: int = 0

    def value(self) -> float:
        return sum(tour.cost for tour in self.tours.values()) + float(np.sum(self.wide.requests.price[sorted(self.left)]))

    def plan_part(self, requests: Ints, vehicles: Ints, params: Params) -> bool:
        """Plan some requests with some vehicles anew from what stands; take it over if it is not worse."""
        old = [self.tours[int(k)] for k in vehicles if int(k) in self.tours]
        piece = cut(self.wide, requests, vehicles, old)
        before = sum(tour.cost for tour in old) + float(
            np.sum(self.wide.requests.price[[r for r in requests.tolist() if r in self.left]])
        )
        start = nodes_of(piece.problem, Plan(tuple(piece.inward(tour) for tour in old), (), 0.0, 0.0, 0))
        found = search(piece.problem, params, None, start).plan()
        self.steps += found.steps
        if old and found.value >= before - 1e-6:
            return False
        for k in vehicles.tolist():
            self.tours.pop(k, None)
        for tour in map(piece.outward, found.tours):
            self.tours[tour.kind] = tour
        self.left -= set(requests.tolist())
        self.left |= {int(requests[r]) for r in found.unserved}
        return True


def solve_wide(wide: Wide, params: Params, split: Split = Split(), watch: Callable[[Progress], bool] | None = None) -> Plan:
    """Plan a wide problem; `params` are the effort for all of it.

    Parameters
    ----------
    watch
        Called after each part and exchange; true stops, which gives what stands, the rest unserved.
    """
    begun = time.process_time()
    world = _world(wide, split.room)
    parts = int(world.part.max(initial=-1)) + 1
    each = replace(
        params,
        budget_s=params.budget_s * _SHARE / max(1, parts),
        iterations=max(1, round(params.iterations * _SHARE / max(1, parts))),
    )

    def told(done: float) -> bool:
        return watch is not None and watch(Progress(done, world.value(), len(world.tours), 0, world.steps))

    for part in range(parts):
        world.plan_part(np.flatnonzero(world.part == part), np.flatnonzero(world.home == part), each)
        if told(_SHARE * (part + 1) / parts):
            return _finished(world)
    pairs = _pairs(world, parts)
    effort = replace(each, iterations=max(1, round(params.iterations * (1 - _SHARE) / max(1, split.rounds * len(pairs)))))
    for turn in range(split.rounds):
        for place, (one, two) in enumerate(pairs):
            left = params.budget_s - (time.process_time() - begun)
            if left <= 0.0 or told(min(1.0, _SHARE + (1 - _SHARE) * (turn + place / len(pairs)) / split.rounds)):
                return _finished(world)
            shared = left / (len(pairs) * (split.rounds - turn) - place) if math.isfinite(left) else math.inf
            _exchange(world, one, two, replace(effort, budget_s=shared, seed=params.seed + turn), split.room)
    return _finished(world)


def _finished(world: _World) -> Plan:
    tours = tuple(world.tours[k] for k in sorted(world.tours))
    served = {stop // 2 for tour in tours for stop in tour.stops}
    left = tuple(sorted(set(range(len(world.wide.requests.key))) - served))
    value = sum(tour.cost for tour in tours) + float(np.sum(world.wide.requests.price[list(left)]))
    return Plan(tours, left, value, 0.0, world.steps, "split")


def _middles(wide: Wide) -> Floats:
    place = wide.stops.place
    return (wide.points[place[wide.requests.pickup]] + wide.points[place[wide.requests.delivery]]) / 2.0


def _world(wide: Wide, room: int) -> _World:
    """Split requests by the middle between their ends, and share the vehicles out, to each part its number of the nearest."""
    middle = _middles(wide)
    groups = _halves(middle, np.arange(len(middle), dtype=np.int64), room) if len(middle) else []
    part, home = np.zeros(len(middle), dtype=np.int64), np.full(len(wide.fleet.key), -1, dtype=np.int64)
    at = wide.points[wide.fleet.start]
    for number, group in enumerate(groups):
        part[group] = number
        free = home < 0
        wanted = math.ceil(int(free.sum()) * len(group) / max(1, len(middle) - sum(len(one) for one in groups[:number])))
        away = np.where(free, np.hypot(*(at - middle[group].mean(axis=0)).T), np.inf)
        home[np.argsort(away, kind="stable")[:wanted]] = number
    return _World(wide, part, home, left=set(range(len(middle))))


def _halves(points: Floats, rows: Ints, room: int) -> list[Ints]:
    """Cut rows into parts of at most `room`, always across the longer side."""
    pieces = math.ceil(len(rows) / room)
    if pieces <= 1:
        return [rows]
    side = int(np.argmax(np.ptp(points[rows], axis=0)))
    order = rows[np.argsort(points[rows, side], kind="stable")]
    place = len(rows) * (pieces // 2) // pieces
    return _halves(points, order[:place], room) + _halves(points, order[place:], room)


def _pairs(world: _World, parts: int) -> list[tuple[int, int]]:
    """Give each part with its nearest neighbours."""
    middle = _middles(world.wide)
    at = np.array([middle[world.part == number].mean(axis=0) for number in range(parts)]).reshape(-1, 2)
    found = set()
    for one in range(parts):
        order = np.argsort(np.hypot(*(at - at[one]).T), kind="stable")
        found |= {(min(one, int(two)), max(one, int(two))) for two in order[1 : _NEIGHBOURS + 1]}
    return sorted(found)


def _exchange(world: _World, one: int, two: int, params: Params, room: int) -> None:
    """Plan the tours nearest to the border between two parts anew together; requests then belong to the part of their vehicle."""
    middle = _middles(world.wide)
    centre = [middle[world.part == number].mean(axis=0) for number in (one, two)]
    vehicles: list[int] = []
    requests: list[int] = []
    for mine, toward in ((one, centre[1]), (two, centre[0])):
        asked = {
            int(k): sorted({stop // 2 for stop in world.tours[int(k)].stops})
            for k in np.flatnonzero(world.home == mine)
            if int(k) in world.tours
        }
        held: list[int] = [r for r in sorted(world.left) if world.part[r] == mine]
        vehicles += [int(k) for k in np.flatnonzero(world.home == mine) if int(k) not in world.tours]
        for k in sorted(asked, key=lambda k: (float(np.hypot(*(middle[asked[k]].mean(axis=0) - toward))), k)):
            if len(held) + len(asked[k]) > room // 2 and held:
                break
            held += asked[k]
            vehicles.append(k)
        requests += held
    if not requests:
        return
    world.plan_part(np.array(sorted(requests)), np.array(sorted(vehicles)), params)
    for k in vehicles:
        if k in world.tours:
            world.part[[stop // 2 for stop in world.tours[k].stops]] = world.home[k]
