"""OR-Tools routing (guided local search) on one problem in a process of its own: ``ortools_solve.py problem.npz seconds``."""

import json
import sys
import time

import numpy as np
from ortools.constraint_solver import pywrapcp, routing_enums_pb2

SCALE, FAR = 1000, 10**9


def main() -> None:  # noqa: C901 - one model, told from top to bottom
    """Read, solve, print."""
    part = dict(np.load(sys.argv[1]))
    seconds = float(sys.argv[2])
    fine = SCALE if any((np.rint(part[name]) != part[name]).any() for name in ("length", "time", "opens")) else 1
    kinds = np.repeat(np.arange(len(part["count"])), part["count"])
    stops = len(part["place"])
    place = np.concatenate([part["place"], part["start"][kinds], part["end"][kinds]])
    starts = [stops + v for v in range(len(kinds))]
    ends = [stops + len(kinds) + v for v in range(len(kinds))]
    manager = pywrapcp.RoutingIndexManager(len(place), len(kinds), starts, ends)
    model = pywrapcp.RoutingModel(manager)
    length = np.rint(part["length"] * fine).astype(np.int64)
    drive = np.ceil(part["time"] * fine).astype(np.int64)
    service = np.concatenate([np.ceil(part["service"] * fine), np.zeros(2 * len(kinds))]).astype(np.int64)
    load = np.concatenate([part["load"], np.zeros(2 * len(kinds))]).astype(np.int64)
    node = manager.IndexToNode
    for k in range(len(part["count"])):
        rate = float(part["per_length"][k])
        cost = model.RegisterTransitCallback(lambda a, b, rate=rate: int(rate * length[place[node(a)], place[node(b)]]))
        for v in np.flatnonzero(kinds == k):
            model.SetArcCostEvaluatorOfVehicle(cost, int(v))
            model.SetFixedCostOfVehicle(10**7 if bool(part["vehicles_first"]) else int(part["fixed"][k] * fine), int(v))
    clock = model.RegisterTransitCallback(lambda a, b: int(service[node(a)] + drive[place[node(a)], place[node(b)]]))
    model.AddDimension(clock, FAR, FAR, False, "time")  # noqa: FBT003 - the binding takes it by place only
    times = model.GetDimensionOrDie("time")
    aboard = model.RegisterUnaryTransitCallback(lambda a: int(load[node(a)]))
    model.AddDimensionWithVehicleCapacity(aboard, 0, [int(min(part["capacity"][k], FAR)) for k in kinds], True, "load")  # noqa: FBT003 - likewise
    for stop in range(stops):
        times.CumulVar(manager.NodeToIndex(stop)).SetRange(
            int(np.ceil(part["opens"][stop] * fine)), int(min(part["closes"][stop] * fine, FAR))
        )
    for v, k in enumerate(kinds):
        times.CumulVar(model.Start(v)).SetRange(int(part["begins"][k] * fine), FAR)
        times.CumulVar(model.End(v)).SetRange(0, int(min(part["ends"][k] * fine, FAR)))
    for pickup, delivery in zip(part["pickup"].tolist(), part["delivery"].tolist(), strict=True):
        if pickup >= 0:
            a, b = manager.NodeToIndex(pickup), manager.NodeToIndex(delivery)
            model.AddPickupAndDelivery(a, b)
            model.solver().Add(model.VehicleVar(a) == model.VehicleVar(b))
            model.solver().Add(times.CumulVar(a) <= times.CumulVar(b))
    params = pywrapcp.DefaultRoutingSearchParameters()
    params.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    params.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    params.time_limit.FromMilliseconds(int(30_000 * seconds))
    begun = time.process_time()
    model.AddSearchMonitor(model.solver().CustomLimit(lambda: time.process_time() - begun > seconds))
    found = model.SolveWithParameters(params)
    used = time.process_time() - begun
    routes = []
    for v, k in enumerate(kinds):
        at, seen = model.Start(v), []
        while found is not None and not model.IsEnd(at):
            if node(at) < stops:
                seen.append(int(node(at)))
            at = found.Value(model.NextVar(at))
        if seen:
            routes.append([int(k), seen])
    print(json.dumps({"routes": routes, "cpu_s": used}))  # noqa: T201


if __name__ == "__main__":
    main()
