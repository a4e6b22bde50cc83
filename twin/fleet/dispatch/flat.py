"""A dispatch problem as the flat arrays that compiled code reads, and a state it changes.

Nodes are the stops, then the chargers, then the start of each type (to which a vehicle also returns between trips), then the
end of each type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.fleet.dispatch.problem import Problem

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

__all__ = ["FAR", "STOP", "Cars", "Curve", "Net", "State", "Wants", "empty_state", "flatten"]

FAR = 1e12
"""Stands for no way, so that sums stay numbers."""
STOP, CHARGER, START, END = 0, 1, 2, 3
_NEAR, _CHARGERS = 400, 6


class Net(NamedTuple):
    """Nodes, shape ``(N,)``; `length`, `time` ``(N, N)``, `length_t`, `time_t` their transposes.

    `near` ``(S, ·)``: stops by closeness. `chargers` ``(N, ·)``: nodes of the nearest ones.
    """

    length: Floats
    time: Floats
    length_t: Floats
    time_t: Floats
    opens: Floats
    closes: Floats
    service: Floats
    load: Floats
    release: Floats
    ride: Floats
    power: Floats
    kind: Ints
    request: Ints
    mate: Ints
    near: Ints
    chargers: Ints


class Cars(NamedTuple):
    """Types, shape ``(K,)``.

    `simple` where windows and loads are all there is to watch, `steady` where nothing put in can bring what follows forward.
    """

    start: Ints
    end: Ints
    count: Ints  # type: ignore[assignment]  # a tuple's method of that name is never wanted
    capacity: Floats
    fixed: Floats
    per_length: Floats
    per_time: Floats
    battery: Floats
    level: Floats
    reserve: Floats
    use: Floats
    trips: Ints
    reach: Floats
    simple: Bools
    steady: Bools


class Wants(NamedTuple):
    """Requests, shape ``(R,)``; `may` ``(R, K)``; `order` ``(R, 6)``: what the recreate step sorts by; `weight` of each order."""

    pickup: Ints
    delivery: Ints
    price: Floats
    must: Bools
    may: Bools
    order: Floats
    weight: Floats


class Curve(NamedTuple):
    """The charging curve."""

    share: Floats
    factor: Floats
    full: bool


class State(NamedTuple):
    """Routes in slots: `seq` ``(V, M)`` nodes, `n` their number (0 = free slot), `kind` types.

    `leave`, `late`, `load`, `peak`, `leg`, `hop` ``(V, M)``: earliest departure, latest beginning, load after, greatest load from
    here on, price and time of the way to the next.
    `fixed`: nodes at the head that may not change; `hold`: no departure from the last of them (from home, in a free slot)
    before. `cost` ``(V,)``.
    `route` ``(S,)``: slot of each stop, -1 = none; `spot` its place there. `used` ``(K,)``. `touched` ``(V,)``.
    """

    seq: Ints
    n: Ints
    kind: Ints
    leave: Floats
    late: Floats
    load: Floats
    peak: Floats
    leg: Floats
    hop: Floats
    fixed: Ints
    hold: Floats
    cost: Floats
    route: Ints
    spot: Ints
    used: Ints
    touched: Bools


def flatten(problem: Problem) -> tuple[Net, Cars, Wants, Curve]:
    """Lay a problem out for compiled code."""
    stops, fleet, asked, charging = problem.stops, problem.fleet, problem.requests, problem.charging
    count, kinds, plugs = len(stops.place), len(fleet.key), len(charging.place)
    place = np.concatenate([stops.place, charging.place, fleet.start, fleet.end]).astype(np.int64)
    rows = np.ix_(place, place)
    length, time = (np.ascontiguousarray(np.minimum(part[rows], FAR)) for part in (problem.length, problem.time))
    nodes = len(place)
    request, mate = np.full(nodes, -1, dtype=np.int64), np.full(nodes, -1, dtype=np.int64)
    ride, release = np.full(nodes, np.inf), np.zeros(nodes)
    for r, (pickup, delivery) in enumerate(zip(asked.pickup, asked.delivery, strict=True)):
        request[delivery] = r
        if pickup >= 0:
            request[pickup], mate[pickup], mate[delivery], ride[delivery] = r, delivery, pickup, asked.ride[r]
        else:
            release[delivery] = asked.release[r]
    zero, whole = np.zeros, np.full
    if np.array_equal(length, time):
        time = length
    net = Net(
        length=length,
        time=time,
        length_t=_transposed(length),
        time_t=_transposed(time),
        opens=np.concatenate([stops.opens, zero(plugs) - FAR, fleet.opens, fleet.opens]),
        closes=np.concatenate([np.minimum(stops.closes, FAR), whole(plugs + kinds, FAR), np.minimum(fleet.closes, FAR)]),
        service=np.concatenate([stops.service, zero(plugs), fleet.turnaround, zero(kinds)]),
        load=np.concatenate([stops.load, zero(plugs + 2 * kinds)]),
        release=release,
        ride=ride,
        power=np.concatenate([zero(count), charging.power, zero(2 * kinds)]),
        kind=np.concatenate([zero(count), zero(plugs) + CHARGER, zero(kinds) + START, zero(kinds) + END]).astype(np.int64),
        request=request,
        mate=mate,
        near=_near(length, time, count),
        chargers=_chargers(length, count, plugs),
    )
    return net, _cars(problem), _wants(problem, net), Curve(charging.share.copy(), charging.factor.copy(), charging.full)


def _transposed(part: Floats) -> Floats:
    return part if np.array_equal(part, part.T) else np.ascontiguousarray(part.T)


def _near(length: Floats, time: Floats, count: int) -> Ints:
    """Order the stops by how near they are to each, both ways, itself first."""
    both = np.minimum(length[:count, :count], length[:count, :count].T)
    if not both.any():
        both = np.minimum(time[:count, :count], time[:count, :count].T)
    both = both.copy()
    np.fill_diagonal(both, -1.0)
    return np.argsort(both, axis=1, kind="stable")[:, :_NEAR].astype(np.int64)


def _chargers(length: Floats, count: int, plugs: int) -> Ints:
    """Give the nearest chargers of each node by the way there and back."""
    part = length[:, count : count + plugs] + length[count : count + plugs, :].T
    return np.argsort(part, axis=1, kind="stable")[:, :_CHARGERS].astype(np.int64) + count


def _cars(problem: Problem) -> Cars:
    fleet, asked = problem.fleet, problem.requests
    count, kinds, plugs = len(problem.stops.place), len(fleet.key), len(problem.charging.place)
    watched = bool(np.isfinite(asked.ride).any()) or bool((asked.release > 0).any())
    simple = (fleet.battery <= 0) & (fleet.trips <= 1) & ~np.isfinite(fleet.reach) & (not watched)
    return Cars(
        start=count + plugs + np.arange(kinds, dtype=np.int64),
        end=count + plugs + kinds + np.arange(kinds, dtype=np.int64),
        count=np.minimum(fleet.count, len(asked.key)).astype(np.int64),
        capacity=fleet.capacity.astype(np.float64),
        fixed=fleet.fixed.astype(np.float64),
        per_length=fleet.per_length.astype(np.float64),
        per_time=fleet.per_time.astype(np.float64),
        battery=fleet.battery.astype(np.float64),
        level=fleet.level.astype(np.float64),
        reserve=fleet.reserve.astype(np.float64),
        use=fleet.use.astype(np.float64),
        trips=fleet.trips.astype(np.int64),
        reach=np.minimum(fleet.reach, FAR),
        simple=simple,
        steady=(fleet.battery <= 0) & (fleet.trips <= 1),
    )


def _wants(problem: Problem, net: Net) -> Wants:
    asked, fleet = problem.requests, problem.fleet
    first = np.where(asked.pickup >= 0, asked.pickup, asked.delivery)
    last = asked.delivery
    depot = len(problem.stops.place) + len(problem.charging.place)
    away = net.length[depot, first] + np.where(asked.pickup >= 0, net.length[first, last], 0.0)
    width = np.minimum(net.closes[first] - net.opens[first], net.closes[last] - net.opens[last])
    timed = float(np.ptp(net.closes[: len(problem.stops.place)])) > 0.0 if len(asked.key) else False
    must = ~np.isfinite(asked.price)
    order = [-np.abs(net.load[first]), -away, away, width, net.opens[first], -net.closes[last]]
    return Wants(
        pickup=asked.pickup.astype(np.int64),
        delivery=asked.delivery.astype(np.int64),
        price=np.where(must, 0.0, asked.price),
        must=must,
        may=np.ascontiguousarray(problem.allowed & (fleet.count > 0)[None, :]),
        order=np.ascontiguousarray(np.stack(order, axis=1)) if len(asked.key) else np.zeros((0, 6)),
        weight=np.array([4.0, 4.0, 2.0, 1.0, *((2.0, 2.0, 2.0) if timed else (0.0, 0.0, 0.0))]),
    )


def empty_state(problem: Problem, *, spare: int = 12) -> State:
    """Give a state without routes; `spare`: nodes that a route may have beside all stops, start and end."""
    stops, requests = len(problem.stops.place), len(problem.requests.key)
    slots = max(1, min(int(np.minimum(problem.fleet.count, max(1, requests)).sum()), requests)) + 1
    most = stops + 2 + spare
    whole, part = np.zeros((slots, most)), np.zeros(slots)
    number = np.zeros(slots, dtype=np.int64)
    return State(
        seq=np.zeros((slots, most), dtype=np.int64),
        n=number.copy(),
        kind=number.copy() - 1,
        leave=whole.copy(),
        late=whole.copy(),
        load=whole.copy(),
        peak=whole.copy(),
        leg=whole.copy(),
        hop=whole.copy(),
        fixed=number.copy() + 1,
        hold=part.copy() - FAR,
        cost=part.copy(),
        route=np.full(stops, -1, dtype=np.int64),
        spot=np.zeros(stops, dtype=np.int64),
        used=np.zeros(len(problem.fleet.key), dtype=np.int64),
        touched=np.zeros(slots, dtype=np.bool_),
    )
