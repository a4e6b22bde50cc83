"""Let PyVRP search where it can say the problem: windows, pairs, mixed fleets, trips; no batteries, rides or prices of time.

Source: Wouda, Lan and Kool, PyVRP: a high-performance VRP solver package, INFORMS Journal on Computing 36 (2024). Numbers are
scaled to whole ones, drives rounded up and windows inwards, so that what it finds is sound here too.
"""

from __future__ import annotations

import time
import warnings
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from twin.fleet.dispatch.problem import Problem
    from twin.fleet.dispatch.working import Route

__all__ = ["borrow", "may_borrow"]

_MOST = 2**40
_FINE = 1000.0
_PENALTY = 1e10


def may_borrow(problem: Problem) -> bool:
    """Say whether PyVRP can say the problem."""
    fleet, asked = problem.fleet, problem.requests
    plain = not (fleet.battery > 0).any() and not np.isfinite(asked.ride).any() and not (fleet.per_time > 0).any()
    trips = (fleet.trips > 1).any()
    simple = not (trips and ((fleet.turnaround > 0).any() or (asked.pickup >= 0).any()))
    ways = np.isfinite(problem.length).all() and np.isfinite(problem.time).all()
    return bool(plain and simple and ways and problem.allowed.all() and len(asked.key))


class _Stop:
    """Stops PyVRP after CPU seconds or iterations, or when told to."""

    def __init__(self, seconds: float, iterations: int, told: Callable[[], bool]) -> None:
        self.until, self.left, self.told = time.process_time() + seconds, iterations, told

    def __call__(self, best_cost: float) -> bool:  # noqa: ARG002 - PyVRP calls with it
        """Say whether it is time."""
        self.left -= 1
        return self.left < 0 or time.process_time() >= self.until or (self.left % 64 == 0 and self.told())

    def fraction_remaining(self) -> float | None:
        """Leave it open."""
        return None


def borrow(
    problem: Problem,
    seed: int,
    seconds: float,
    iterations: int,
    told: Callable[[], bool] = lambda: False,
    start: Sequence[Route] = (),
) -> list[Route] | None:
    """Search with PyVRP from scratch or from routes; None where it finds nothing feasible."""
    import pyvrp  # noqa: PLC0415 - loaded only where it is of use

    data, depots = _data(problem, pyvrp)
    initial = None
    if start:
        initial = pyvrp.Solution(data, [_theirs(problem, data, pyvrp, route, depots) for route in start])
    # its default ceiling of penalties is too low for prices as large as ours
    params = pyvrp.SolveParams(penalty=pyvrp.PenaltyParams(max_penalty=_PENALTY))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        stop = _Stop(seconds, iterations, told)
        result = pyvrp.solve(data, stop, seed=seed, collect_stats=False, display=False, params=params, initial_solution=initial)
    if not result.is_feasible():
        return None
    return [_ours(problem, route) for route in result.best.routes()]


def _scales(problem: Problem) -> tuple[float, float]:
    """Give the scale of drives and that of prices."""
    parts = (problem.length, problem.time, problem.stops.opens, problem.stops.service, problem.requests.release)
    drives = 1.0 if all(_whole(part) for part in parts) else _FINE
    return drives, 1.0 if _whole(problem.fleet.per_length) else _FINE


def _whole(part: NDArray[np.float64]) -> bool:
    return bool(np.all(np.rint(part) == part))


def _int(value: float) -> int:
    return int(min(max(value, -_MOST), _MOST))


def _data(problem: Problem, kit: Any) -> tuple[Any, dict[int, int]]:
    stops, asked, fleet = problem.stops, problem.requests, problem.fleet
    drives, money = _scales(problem)
    homes = sorted({int(place) for place in (*fleet.start, *fleet.end)})
    depots = {place: number for number, place in enumerate(homes)}
    places = np.concatenate([np.array(homes, dtype=np.int64), stops.place])
    rows = np.ix_(places, places)

    def window(stop: int) -> dict[str, int]:
        return {
            "tw_early": max(0, _int(np.ceil(stops.opens[stop] * drives))),
            "tw_late": _int(np.floor(stops.closes[stop] * drives)),
            "service_duration": _int(np.ceil(stops.service[stop] * drives)),
        }

    clients, shipments = [], []
    for r in range(len(asked.key)):
        first, last = int(asked.pickup[r]), int(asked.delivery[r])
        must = not np.isfinite(asked.price[r])
        more = {"required": must, "prize": 0 if must else _int(asked.price[r] * drives * money)}
        if first < 0:
            clients.append(
                kit.Client(
                    len(homes) + last,
                    delivery=[_int(stops.load[last])],
                    release_time=_int(np.ceil(asked.release[r] * drives)),
                    **window(last),
                    **more,
                )
            )
        else:
            steps = [kit.ShipmentStep(len(homes) + stop, *window(stop).values()) for stop in (first, last)]
            early = {f"pickup_{name}": value for name, value in window(first).items()} | {
                f"delivery_{name}": value for name, value in window(last).items()
            }
            shipments.append(
                kit.Shipment(steps[0].location, steps[1].location, **early, amount=[_int(stops.load[first])], **more)
            )
    kinds = [
        kit.VehicleType(
            num_available=int(min(fleet.count[k], max(1, len(asked.key)))),
            capacity=[_int(np.floor(fleet.capacity[k]))],
            start_depot=depots[int(fleet.start[k])],
            end_depot=depots[int(fleet.end[k])],
            fixed_cost=_int(fleet.fixed[k] * drives * money),
            tw_early=max(0, _int(np.ceil(fleet.opens[k] * drives))),
            tw_late=_int(np.floor(fleet.closes[k] * drives)),
            max_distance=_int(np.floor(fleet.reach[k] * drives)),
            unit_distance_cost=_int(fleet.per_length[k] * money),
            reload_depots=[depots[int(fleet.start[k])]] if fleet.trips[k] > 1 else [],
            max_reloads=int(min(fleet.trips[k] - 1, 10_000)),
        )
        for k in range(len(fleet.key))
    ]
    data = kit.ProblemData(
        [kit.Location(0, 0) for _ in places],
        clients,
        [kit.Depot(depots[place]) for place in homes],
        kinds,
        [np.rint(problem.length[rows] * drives).astype(np.int64)],
        [np.ceil(problem.time[rows] * drives - 1e-9).astype(np.int64)],
        shipments=shipments,
    )  # fmt: skip
    return data, depots


def _order(problem: Problem) -> tuple[list[int], list[int]]:
    """Give the requests in the order of PyVRP's clients and of its shipments."""
    pair = problem.requests.pickup >= 0
    return np.flatnonzero(~pair).tolist(), np.flatnonzero(pair).tolist()


def _ours(problem: Problem, route: Any) -> Route:
    singles, pairs = _order(problem)
    asked = problem.requests
    kind = int(route.vehicle_type())
    start = len(problem.stops.place) + len(problem.charging.place) + kind
    nodes = [start]
    for step in route:
        if step.is_client():
            nodes.append(int(asked.delivery[singles[step.idx]]))
        elif step.is_pickup():
            nodes.append(int(asked.pickup[pairs[step.idx]]))
        elif step.is_delivery():
            nodes.append(int(asked.delivery[pairs[step.idx]]))
        elif len(nodes) > 1 and nodes[-1] != start:
            nodes.append(start)
    if nodes[-1] == start:
        nodes.pop()
    return kind, (*nodes, start + len(problem.fleet.key)), 1, -1e15


def _theirs(problem: Problem, data: Any, kit: Any, route: Route, depots: dict[int, int]) -> Any:
    singles, pairs = _order(problem)
    asked = problem.requests
    spot = {int(asked.delivery[r]): kit.Activity(kit.ActivityType.CLIENT, place) for place, r in enumerate(singles)}
    for place, r in enumerate(pairs):
        spot[int(asked.pickup[r])] = kit.Activity(kit.ActivityType.PICKUP, place)
        spot[int(asked.delivery[r])] = kit.Activity(kit.ActivityType.DELIVERY, place)
    kind, nodes, *_ = route
    home = kit.Activity(kit.ActivityType.DEPOT, depots[int(problem.fleet.start[kind])])
    return kit.Route(data, [spot.get(node, home) for node in nodes[1:-1]], kind)
