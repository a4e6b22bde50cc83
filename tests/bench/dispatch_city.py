"""A city's day on the roads of Jinan in one run: `python -m tests.bench.dispatch_city [--fresh]`.

300 requests with 80 vehicles, 30 of them electric, and 150 places to charge: a plan in 30 CPU seconds, checked; calls put in
one by one at noon with what has begun pinned (milliseconds each, the search for drives included), and re-optimisation behind
them; 3,000 requests over 800 vehicles by split and exchange in 300 CPU seconds, checked. CPU seconds throughout; kernels
compiled before. Finished parts stand in ``build/bench/dispatch_city.json``; a stopped run goes on with the rest.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path
from typing import Any

import numpy as np

from gis.costs import both
from gis.roads import road_table
from gis.routing import Router
from tests.gis.road_scenes import real_network
from twin.fleet.dispatch.bound import bound
from twin.fleet.dispatch.checker import check, check_kept
from twin.fleet.dispatch.crossing import Crossing, between
from twin.fleet.dispatch.insertion import Board, Call
from twin.fleet.dispatch.problem import Charging, Fleet, Problem, Requests, Stops
from twin.fleet.dispatch.solve import Params, solve
from twin.fleet.dispatch.split import Split, solve_wide
from twin.fleet.dispatch.warm import warm
from twin.fleet.dispatch.wide import Wide, check_wide

OUT = Path("build/bench/dispatch_city.json")
ROADS = Path("../shared/roads")
PLUGS = 150
_SERVICE, _PRICE, _PER_KM = 60.0, 400.0, 10.0


def jinan() -> Router:
    """Make the search for Jinan, on its largest part in which every road reaches every other."""
    from gis.roads import components  # noqa: PLC0415

    roads, bans = real_network(ROADS, "jinan/edges.shp")
    part = components(roads["from_node"], roads["to_node"], roads["oneway"])
    return Router(road_table(roads[part == 0], bans))


def asked(router: Router, requests: int, vehicles: int, seed: int) -> tuple[np.ndarray, dict[str, Any]]:
    """Draw a day: ends on roads, denser towards the middle; windows of half an hour to two; vehicles at 12 depots."""
    rng = np.random.default_rng(seed)
    lines = router.table.lines
    middle = np.array([[line.centroid.x, line.centroid.y] for line in lines])
    away = np.hypot(*(middle - np.median(middle, axis=0)).T)
    weight = np.exp(-away / 9000.0)
    draw = lambda n: middle[rng.choice(len(middle), n, p=weight / weight.sum())]  # noqa: E731
    points = np.concatenate([draw(2 * requests), draw(12), draw(PLUGS)])
    depart = np.sort(rng.uniform(7.0, 18.0, requests)) * 3600.0
    people = rng.integers(1, 4, requests).astype(float)
    depots = 2 * requests + rng.integers(0, 12, vehicles)
    electric = np.arange(vehicles) % 8 < 3
    wide = rng.uniform(1800, 7200, requests)
    return points, {"depart": depart, "wide": wide, "people": people, "depots": depots, "electric": electric}


def parts(day: dict[str, Any], direct: np.ndarray, length: np.ndarray) -> tuple[Stops, Requests, Fleet, Charging]:
    """Turn a day into arrays; `direct`, `length`: of each request driven alone."""
    n, k = len(day["depart"]), len(day["depots"])
    depart, arrive = day["depart"], day["depart"] + direct + day["wide"]
    whole = np.arange(2 * n)
    stops = Stops(
        whole,
        np.stack([depart, depart + _SERVICE + direct], axis=1).ravel(),
        np.stack([arrive - direct - _SERVICE, arrive], axis=1).ravel(),
        np.full(2 * n, _SERVICE),
        np.stack([day["people"], -day["people"]], axis=1).ravel(),
    )
    ride = np.maximum(1.6 * direct, direct + 900.0)
    requests = Requests(
        tuple(f"r{i}" for i in range(n)), whole[::2], whole[1::2], _PRICE + _PER_KM * length / 1000.0, ride, np.zeros(n)
    )
    battery = np.where(day["electric"], 30.0, 0.0)
    every, one = np.ones(k), np.ones(k, dtype=np.int64)
    fleet = Fleet(
        tuple(f"v{i}" for i in range(k)),
        one,
        4.0 * every,
        60.0 * every,
        0.0012 * every,
        0.0 * every,
        day["depots"],
        day["depots"].copy(),
        6 * 3600.0 * every,
        21 * 3600.0 * every,
        battery,
        0.6 * battery,
        0.15 * battery,
        0.00018 * every,
        one.copy(),
        0.0 * every,
        np.inf * every,
        np.zeros(k, dtype=bool),
    )
    charging = Charging(tuple(f"c{i}" for i in range(PLUGS)), 2 * n + 12 + np.arange(PLUGS), np.full(PLUGS, 60.0 / 3600.0),
                        np.array([0.8, 0.9, 1.0]), np.array([1.0, 0.6, 0.3]))  # fmt: skip
    return stops, requests, fleet, charging


def plan_and_calls(router: Router, budget: float) -> dict[str, Any]:
    """Plan 300 requests, then take calls."""
    points, day = asked(router, 300, 80, 1)
    begun = time.process_time()
    seconds, length, _ = between(router, points)
    matrix_s = time.process_time() - begun
    n = np.arange(0, 600, 2)
    problem = Problem("jinan", seconds, length, *parts(day, seconds[n, n + 1], length[n, n + 1]))
    begun = time.process_time()
    plan = solve(problem, Params(iterations=10**9, budget_s=budget))
    plan_s = time.process_time() - begun
    faults = check(problem, plan)
    charges = sum(visit.kind == "charge" for tour in plan.tours for visit in tour.visits)
    low = bound(problem)
    told = {
        "matrix_s": matrix_s,
        "plan_s": plan_s,
        "steps": plan.steps,
        "value": plan.value,
        "bound": low,
        "vehicles": len(plan.tours),
        "electric": sum(bool(problem.fleet.battery[tour.kind] > 0) for tour in plan.tours),
        "charges": charges,
        "unserved": len(plan.unserved),
        "faults": len(faults),
    }
    board = Board(problem, plan, Crossing(router, points), spare=40)
    now = 12 * 3600.0
    board.advance(now)
    rng = np.random.default_rng(2)
    took, taken = [], 0
    for number in range(30):
        ends = points[rng.choice(600, 2, replace=False)] + rng.normal(0, 300, (2, 2))
        begun = time.process_time()
        opens, closes = np.array([now + 600, now + 600.0]), np.array([now + 4200, now + 7200.0])
        call = Call(f"call{number}", ends, opens, closes, np.full(2, _SERVICE), 1.0, 900.0, 5400.0)
        taken += board.insert(call).kind >= 0
        took.append(1000 * (time.process_time() - begun))
    middle = board.plan()
    faults = check(board.problem(), middle) + check_kept(plan, middle, now)
    begun = time.process_time()
    while time.process_time() - begun < 5.0:
        board.improve(400, 5.0, 0.2)
    after = board.plan()
    faults += check(board.problem(), after) + check_kept(plan, after, now)
    return told | {
        "call_p50_ms": statistics.median(took),
        "call_max_ms": max(took),
        "calls_taken": taken,
        "value_calls": middle.value,
        "value_5s_later": after.value,
        "call_faults": len(faults),
    }


def thousands(router: Router, budget: float) -> dict[str, Any]:
    """Plan 3,000 requests over 800 vehicles."""
    points, day = asked(router, 3000, 800, 3)
    begun = time.process_time()
    spots = router.snap(points)

    def drives(places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        some = [spots[place] for place in places]
        ms, metres = both(router.costs(some, some))
        seconds = np.where(ms < 0, np.inf, ms / 1000.0)
        length = np.where(ms < 0, np.inf, metres)
        np.fill_diagonal(seconds, 0.0)
        np.fill_diagonal(length, 0.0)
        return seconds, length

    direct, length = np.zeros(3000), np.zeros(3000)
    for foot in range(0, 3000, 200):
        some = np.arange(foot, foot + 200)
        seconds, metres = drives(np.concatenate([2 * some, 2 * some + 1]))
        direct[some], length[some] = np.diagonal(seconds[:200, 200:]), np.diagonal(metres[:200, 200:])
    wide = Wide("jinan-wide", points, drives, *parts(day, direct, length))
    spent = time.process_time() - begun
    plan = solve_wide(wide, Params(iterations=10**9, budget_s=budget - spent), Split())
    total = time.process_time() - begun
    return {
        "total_s": total,
        "value": plan.value,
        "vehicles": len(plan.tours),
        "unserved": len(plan.unserved),
        "steps": plan.steps,
        "faults": len(check_wide(wide, plan)),
    }


def main() -> None:
    """Run what is not there yet and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0, help="part of the CPU seconds")
    args = parser.parse_args()
    found: dict[str, Any] = json.loads(OUT.read_text()) if OUT.exists() and not args.fresh else {}
    warm()
    router: Router | None = None
    for name, work, budget in (("300 over 80", plan_and_calls, 30.0), ("3,000 over 800", thousands, 295.0)):
        if name not in found:
            router = router or jinan()
            found[name] = work(router, budget * args.scale)
            OUT.parent.mkdir(parents=True, exist_ok=True)
            OUT.write_text(json.dumps(found, indent=1))
        print(name)  # noqa: T201
        for key, value in found[name].items():
            print(f"  {key:16} {value:,.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
