"""VROOM on one problem in a process of its own: ``vroom_solve.py problem.npz seconds`` prints routes and CPU seconds as JSON."""

import json
import sys
import time

import numpy as np
import vroom

SCALE = 100


def main() -> None:
    """Read, solve, print."""
    part = dict(np.load(sys.argv[1]))
    seconds = float(sys.argv[2])
    fine = SCALE if any((np.rint(part[name]) != part[name]).any() for name in ("length", "time", "opens")) else 1
    asked = vroom.Input()
    asked.set_durations_matrix("car", np.minimum(np.ceil(part["time"] * fine), 2**31).astype(np.uint32))
    asked.set_costs_matrix("car", np.minimum(np.rint(part["length"] * fine), 2**31).astype(np.uint32))
    first = bool(part["vehicles_first"])
    for k in range(len(part["count"])):
        window = vroom.TimeWindow(int(part["begins"][k] * fine), int(min(part["ends"][k], 1e7) * fine))
        for copy in range(int(part["count"][k])):
            asked.add_vehicle(
                vroom.Vehicle(
                    1000 * k + copy,
                    start=int(part["start"][k]),
                    end=int(part["end"][k]),
                    capacity=[int(min(part["capacity"][k], 10**8))],
                    time_window=window,
                    costs=vroom.VehicleCosts(fixed=10**7 if first else int(part["fixed"][k] * fine)),
                )
            )

    def step(stop: int) -> dict[str, object]:
        window = vroom.TimeWindow(int(np.ceil(part["opens"][stop] * fine)), int(min(part["closes"][stop], 1e7) * fine))
        return {
            "location": int(part["place"][stop]),
            "default_service": int(np.ceil(part["service"][stop] * fine)),
            "time_windows": [window],
        }

    for pickup, delivery in zip(part["pickup"].tolist(), part["delivery"].tolist(), strict=True):
        if pickup < 0:
            asked.add_job(vroom.Job(delivery, delivery=[int(part["load"][delivery])], **step(delivery)))
        else:
            asked.add_shipment(
                vroom.ShipmentStep(pickup, **step(pickup)),
                vroom.ShipmentStep(delivery, **step(delivery)),
                amount=vroom.Amount([int(part["load"][pickup])]),
            )
    begun = time.process_time()
    found = asked.solve(exploration_level=5, nb_threads=1, timeout=__import__("datetime").timedelta(seconds=seconds))
    used = time.process_time() - begun
    rows = found.routes
    routes = []
    for vehicle in rows["vehicle_id"].unique():
        mine = rows[(rows["vehicle_id"] == vehicle) & rows["type"].isin(["job", "pickup", "delivery"])]
        routes.append([int(vehicle) // 1000, [int(stop) for stop in mine["id"]]])
    print(json.dumps({"routes": routes, "cpu_s": used}))  # noqa: T201


if __name__ == "__main__":
    main()
