"""Days to dispatch: the hand-made district with journeys, and small random problems."""

from __future__ import annotations

import numpy as np
import pandas as pd

from tests.scenes import CRS_4544, tiny_district
from tests.twin.fleet.road_districts import at
from twin.fleet.dispatch.problem import Charging, Fleet, Problem, Requests, Stops
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES

DAY = "2026-11-23"
WEST, EAST, SOUTH = (-49, 20), (69, 20), (0, -69)


def trip(key, start=None, end=None, depart="08:00", arrive="09:00", **more):
    """One row of the table `trip`; times of the day."""
    moments = {"depart_at": f"{DAY}T{depart}" if depart else None, "arrive_at": f"{DAY}T{arrive}" if arrive else None}
    return {"trip_id": key, "from_place": at(*(start or WEST)), "to_place": at(*(end or EAST)), **moments, "people": 1, **more}


def district(trips, vehicles=()):
    """Give the hand-made district with journeys, and other vehicles than its own if any are named."""
    scene = tiny_district()
    frames = {name: scene.frame(name).reset_index(drop=True) for name in TABLES}
    for name, rows in (("trip", trips), ("vehicle", vehicles)):
        if rows:
            columns = frames[name].columns
            full = [{**dict.fromkeys(columns), **row} for row in rows]
            frames[name] = pd.DataFrame(full, columns=columns)
    return Snapshot(frames, CRS_4544, version=1)


def vehicle(key, **more):
    """One row of the table `vehicle`."""
    return {"vehicle_id": key, "parking_id": "PK", "vehicle_class": "sedan", "energy": "petrol", "seats": 5, **more}


def small(seed, *, pairs=4, kinds=2, electric=False, trips=1, ride=np.inf, price=500.0):
    """A random problem small enough to try every plan of: points in a square of 20 km, a drive of a minute a kilometre."""
    rng = np.random.default_rng(seed)
    places = 2 * pairs + kinds + 2
    xy = rng.uniform(0, 20, (places, 2))
    length = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    time = length * 60.0
    opens = rng.uniform(0, 7200, pairs)
    direct = time[np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2)]
    wide = rng.uniform(600, 3600, pairs)
    load = rng.integers(1, 4, pairs).astype(float)
    stops = Stops(
        np.arange(2 * pairs),
        np.stack([opens, opens + direct], axis=1).ravel(),
        np.stack([opens + wide, opens + wide + direct], axis=1).ravel(),
        np.full(2 * pairs, 30.0),
        np.stack([load, -load], axis=1).ravel(),
    )
    asked = Requests(tuple(f"r{i}" for i in range(pairs)), np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2),
                     np.full(pairs, price), direct + ride, np.zeros(pairs))  # fmt: skip
    battery = np.where(np.arange(kinds) % 2 == 0, 9.0, 0.0) if electric else np.zeros(kinds)
    home = 2 * pairs + np.arange(kinds)
    fleet = Fleet(
        tuple(f"k{k}" for k in range(kinds)),
        np.full(kinds, 2),
        np.full(kinds, 4.0),
        np.full(kinds, 20.0),
        np.full(kinds, 1.0),
        np.zeros(kinds),
        home,
        home.copy(),
        np.zeros(kinds),
        np.full(kinds, 40000.0),
        battery,
        battery.copy(),
        battery * 0.1,
        np.full(kinds, 0.2),
        np.full(kinds, trips),
        np.full(kinds, 120.0),
        np.full(kinds, np.inf),
        np.zeros(kinds, dtype=bool),
    )
    spots = 2 * pairs + kinds + np.arange(2 if electric else 0)
    charging = Charging(
        tuple(f"c{c}" for c in range(len(spots))), spots, np.full(len(spots), 0.01), np.array([0.8, 1.0]), np.array([1.0, 0.4])
    )
    return Problem(f"small{seed}", time, length, stops, asked, fleet, charging)
