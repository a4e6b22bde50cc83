"""The day as it goes: one more request put in at once, what has begun left as it is, and the rest planned better behind it.

A vehicle that has left for a stop goes there; one with nothing to do waits where it is; one that has charged, or is on the way
to a charger, keeps its plan, for which it charged just enough. `Board.insert` looks for the cheapest
sound place in all tours; `Board.improve` runs the same ruin and recreate as the day-ahead plan over what has not begun.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from twin.fleet.dispatch import flat, search
from twin.fleet.dispatch.inserting import best_place, put
from twin.fleet.dispatch.problem import Problem, Requests, Stops
from twin.fleet.dispatch.running import refresh, run
from twin.fleet.dispatch.working import Working
from twin.model.errors import UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.fleet.dispatch.plan import Plan
    from twin.fleet.dispatch.working import Route

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_CHARGERS = 16
"""Nearest places to charge that a call is measured to."""

__all__ = ["Board", "Call", "Outcome", "Ways", "nodes_of"]


class Ways(Protocol):
    """Drives between places: those known, at `points` ``(P, 2)`` in metres, and new ones."""

    points: Floats

    def add(self, points: Floats, some: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """Remember new places; give time and length from each new one to some places and the new ones, and from these to it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request that comes in: `points` of pickup and delivery ``(2, 2)``, windows and service ``(2,)``, people, price, ride."""

    key: str
    points: Floats
    opens: Floats
    closes: Floats
    service: Floats
    load: float
    price: float
    ride: float
    may: NDArray[np.bool_] | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call: `kind` of the vehicle that takes it (-1 = nobody), and what that costs more."""

    request: int
    kind: int
    cost: float


def nodes_of(problem: Problem, plan: Plan) -> list[Route]:
    """Write the tours of a plan as routes to begin a search with."""
    foot = {"stop": 0, "charge": len(problem.stops.place)}
    start = foot["charge"] + len(problem.charging.place)
    foot |= {"start": start, "reload": start, "end": start + len(problem.fleet.key)}
    return [(tour.kind, tuple(foot[visit.kind] + visit.number for visit in tour.visits), 1, -flat.FAR) for tour in plan.tours]


def reserve(problem: Problem, spare: int) -> Problem:
    """Give a problem room for more requests, which nobody may serve until they are real."""
    places, more = len(problem.time), 2 * spare
    time, length = (np.full((places + more, places + more), np.inf) for _ in range(2))
    time[:places, :places], length[:places, :places] = problem.time, problem.length
    stops, asked = problem.stops, problem.requests
    none, zero = len(stops.place) + np.arange(more), np.zeros(more)

    def join(part: NDArray[np.float64], rest: NDArray[np.float64]) -> Floats:
        return np.concatenate([part, rest])

    return Problem(
        problem.name,
        time,
        length,
        Stops(
            np.concatenate([stops.place, places + np.arange(more)]),
            join(stops.opens, zero),
            join(stops.closes, zero + flat.FAR),
            join(stops.service, zero),
            join(stops.load, zero),
        ),
        Requests(
            (*asked.key, *(f"spare{i}" for i in range(spare))),
            np.concatenate([asked.pickup, none[::2]]),
            np.concatenate([asked.delivery, none[1::2]]),
            join(asked.price, zero[:spare]),
            join(asked.ride, zero[:spare] + np.inf),
            join(asked.release, zero[:spare]),
        ),
        problem.fleet,
        problem.charging,
        np.concatenate([problem.allowed, np.zeros((spare, len(problem.fleet.key)), dtype=np.bool_)]),
    )


class Board:
    """A plan at work.

    Parameters
    ----------
    problem, plan
        What was planned, and the plan it begins with.
    ways
        Knows the places of `problem` in their order.
    spare
        Calls that there is room for.
    """

    def __init__(self, problem: Problem, plan: Plan, ways: Ways, *, spare: int = 16, seed: int = 1) -> None:
        self.ways = ways
        self._count, self._first = len(problem.requests.key), len(problem.requests.key)
        self._places = len(problem.time)
        whole = reserve(problem, spare)
        shift, foot = 2 * spare, len(problem.stops.place)
        routes = [
            (kind, tuple(node + shift if node >= foot else node for node in nodes), fixed, hold)
            for kind, nodes, fixed, hold in nodes_of(problem, plan)
        ]
        self.work = Working(whole, seed, routes)
        net = self.work.net
        # arrays that were one for being equal will not stay so
        self.work.net = net._replace(
            length=net.length.copy(), time=net.time.copy(), length_t=net.length.T.copy(), time_t=net.time.T.copy()
        )
        fleet, charging = problem.fleet, problem.charging
        self._place = np.concatenate([whole.stops.place, charging.place, fleet.start, fleet.end])
        self._time, self._length = whole.time.copy(), whole.length.copy()
        self._stops = {name: getattr(whole.stops, name).copy() for name in ("opens", "closes", "service", "load")}
        self._asked = {name: getattr(whole.requests, name).copy() for name in ("price", "ride")}
        self._keys = list(whole.requests.key)
        self._may = whole.allowed.copy()

    def advance(self, now: float) -> None:
        """Let the time be `now`: whatever vehicles have done or are on the way to stays as it is."""
        work = self.work
        best = work.best
        out, load = work.work[1], work.work[1][11]
        for v in np.flatnonzero(best.n > 0).tolist():
            n, k, seq = int(best.n[v]), int(best.kind[v]), best.seq[v]
            run(work.net, work.cars, work.curve, k, seq, n, int(best.fixed[v]), float(best.hold[v]), out, load)
            leave = out[0, :n].copy()
            if best.fixed[v] == 1:
                leave[0] = max(leave[0], out[2, 1] - work.net.time[seq[0], seq[1]])
            # home is driven to when the day is over, so that who is free can still be called
            begun = int(np.flatnonzero(leave[: n - 2] <= now).max(initial=-1)) + 2 if n > 2 else 1
            # what was charged was charged for the plan as it stood: such a vehicle keeps the rest of it
            charged = any(work.net.kind[seq[p]] == flat.CHARGER for p in range(1, begun))
            best.fixed[v] = n if charged else max(int(best.fixed[v]), begun)
            # a pickup that waited lest its ride be too long has waited: it begins when it did
            done = [p for p in range(1, int(best.fixed[v])) if work.net.kind[seq[p]] == flat.STOP]
            work.net.opens[seq[done]] = np.maximum(work.net.opens[seq[done]], out[2, done])
            best.hold[v] = max(float(best.hold[v]), now)
            if not refresh(work.net, work.cars, work.curve, best, v, out):
                raise UsageError("dispatch.start", tour=v + 1)
        best.hold[best.n == 0] = now
        search.copy_state(best, work.now)

    def insert(self, call: Call) -> Outcome:
        """Put a call into the tours where it costs least; leave it out if that is more than its price.

        Raises
        ------
        UsageError
            ``dispatch.full`` if there is no room for more calls.
        """
        r = self._count
        if r >= len(self._keys):
            raise UsageError("dispatch.full", count=len(self._keys) - self._first)
        self._enter(r, call)
        self._count += 1
        work = self.work
        search.copy_state(work.best, work.now)
        work.gone[:] = work.best_gone
        price = best_place(
            work.net,
            work.cars,
            work.curve,
            work.now,
            work.wants,
            r,
            call.price,
            work.limit,
            0.0,
            work.choice,
            work.rng,
            work.work,
        )
        served = bool(work.choice[0] >= 0)
        if served:
            put(work.net, work.cars, work.curve, work.now, work.wants, r, work.choice, work.work)
            left = [q for q in work.gone[1 : work.gone[0] + 1] if q != r]
            work.gone[0] = len(left)
            work.gone[1 : len(left) + 1] = left
        work.note()
        return Outcome(r, int(work.choice[1]) if served else -1, float(price))

    def _enter(self, r: int, call: Call) -> None:
        """Write a call over a spare request."""
        net, wants, places = self.work.net, self.work.wants, self._places
        first = int(wants.pickup[r])
        known = places + 2 * (r - self._first)
        both = np.array([known, known + 1])
        some = np.concatenate([self._meeting(call, known), both])
        time_on, length_on, time_in, length_in = self.ways.add(call.points, some[:-2])
        for table, on, to in ((self._time, time_on, time_in), (self._length, length_on, length_in)):
            table[np.ix_(both, some)] = on
            table[np.ix_(some, both)] = to
            table[both, both] = 0.0
        for side, stop in enumerate((first, first + 1)):
            place = known + side
            for table, matrix, turned in ((self._time, net.time, net.time_t), (self._length, net.length, net.length_t)):
                matrix[stop, :] = turned[:, stop] = np.minimum(table[place, self._place], flat.FAR)
                matrix[:, stop] = turned[stop, :] = np.minimum(table[self._place, place], flat.FAR)
            sign = -1.0 if side else 1.0
            for name, value in (
                ("opens", call.opens[side]),
                ("closes", call.closes[side]),
                ("service", call.service[side]),
                ("load", sign * call.load),
            ):
                getattr(net, name)[stop] = self._stops[name][stop] = value
            near = np.argsort(np.minimum(net.length[stop, : len(net.near)], net.length[: len(net.near), stop]), kind="stable")
            net.near[stop] = near[: net.near.shape[1]]
            chargers = net.chargers.shape[1]
            if chargers:
                plugs = len(self._stops["load"]) + np.arange(len(self.work.problem.charging.place))
                net.chargers[stop] = plugs[
                    np.argsort(net.length[stop, plugs] + net.length[plugs, stop], kind="stable")[:chargers]
                ]
        net.ride[first + 1] = self._asked["ride"][r] = call.ride
        wants.price[r] = self._asked["price"][r] = call.price
        wants.may[r] = self._may[r] = True if call.may is None else call.may
        wants.order[r] = (-call.load, 0.0, 0.0, call.closes[0] - call.opens[0], call.opens[0], -call.closes[1])
        self._keys[r] = call.key

    def _meeting(self, call: Call, known: int) -> Ints:
        """Give the places that may come right before or after a call: by the hour, vehicles, homes, nearest chargers."""
        net, best, problem = self.work.net, self.work.best, self.work.problem
        real = np.flatnonzero(problem.stops.place < known)
        near_in_time = (net.opens[real] <= call.closes[1]) & (net.closes[real] >= call.opens[0])
        used = np.flatnonzero(best.n > 0)
        last = best.seq[used, best.fixed[used] - 1]
        nodes = np.unique(np.concatenate([real[near_in_time], last]))
        plugs = problem.charging.place
        at = self.ways.points[plugs]
        away = np.minimum(*(np.hypot(*(at - end).T) for end in call.points)) if len(plugs) else np.zeros(0)
        plugs = plugs[np.argsort(away, kind="stable")[:_CHARGERS]]
        return np.unique(np.concatenate([self._place[nodes], plugs, problem.fleet.start, problem.fleet.end]))

    def improve(self, steps: int, first: float, last: float) -> float:
        """Plan what has not begun better; give the value."""
        search.copy_state(self.work.best, self.work.now)
        self.work.gone[:] = self.work.best_gone
        self.work.reset()
        self.work.anneal(steps, first, last)
        return self.work.value

    def problem(self) -> Problem:
        """Give the problem with the calls that have come in."""
        whole = self.work.problem
        asked, stops = whole.requests, whole.stops
        mine = Stops(stops.place, *(self._stops[name].copy() for name in ("opens", "closes", "service", "load")))
        requests = replace(asked, key=tuple(self._keys), price=self._asked["price"].copy(), ride=self._asked["ride"].copy())
        return replace(
            whole, time=self._time.copy(), length=self._length.copy(), stops=mine, requests=requests, may=self._may.copy()
        )

    def plan(self) -> Plan:
        """Give the plan as it stands, over `problem`."""
        self.work.problem = self.problem()
        return self.work.plan(origin="board")
