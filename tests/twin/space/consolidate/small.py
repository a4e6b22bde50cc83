"""Small consolidation problems, made from a seed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from twin.space.consolidate.problem import Problem, RoomTypes, Weights

TYPES = RoomTypes(
    name=("A", "B", "C", "D", "E"),
    area_m2=np.array([10.0, 15.0, 18.0, 22.0, 32.0]),
    seats=np.array([1, 2, 2, 3, 4]),
    chief_may=np.array([False, False, True, True, False]),
    deputy_may=np.array([False, True, True, False, False]),
)


def district(seed, departments=4, buildings=2, floors=3, rules=()):
    """Give a problem that its own generator, not ours, would call tiny."""
    rng = np.random.default_rng(seed)
    building = np.repeat(np.arange(buildings), floors)
    rooms = rng.integers(1, 5, (len(building), 5))
    staff = rng.integers(3, 12, departments)
    today = np.zeros((departments, len(building)), dtype=np.int64)
    for d in range(departments):
        places = rng.choice(len(building), 2, replace=False)
        first = int(rng.integers(0, staff[d] + 1))
        today[d, places] = first, staff[d] - first
    return Problem(
        name=f"tiny {seed}",
        types=TYPES,
        weights=Weights(),
        ceilings_m2=(9.0, 24.0, 18.0),
        building=building,
        building_cost=rng.integers(50, 150, buildings).astype(float),
        floor_cost=rng.integers(20, 60, len(building)).astype(float),
        rooms=rooms,
        staff=staff,
        chiefs=np.ones(departments, dtype=np.int64),
        deputies=rng.integers(0, 3, departments),
        today=today,
        rules=tuple(rules),
    )


def changed(problem, **parts):
    """Give the problem with some parts changed."""
    return replace(problem, **parts)
