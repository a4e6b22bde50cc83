"""Why there is no way: hour, guest, vehicle, banned turn, one-way street, closed road, or roads that do not meet.

Each cause is tried by leaving it out: the first whose absence gives a way is the one that stands in it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from gis.roads import components
from gis.routing import Router
from twin.model.errors import DataError

if TYPE_CHECKING:
    from gis.roads import RoadTable, Vehicle
    from gis.ways import Spot
    from twin.fleet.problem import Problem

__all__ = ["no_way"]


def no_way(problem: Problem, start: Spot, end: Spot) -> DataError:
    """Find out why there is no way between two spots.

    Returns
    -------
    ``fleet.no_way.hour``, ``.guest``, ``.limits``, ``.bans``, ``.oneway``, ``.closed`` or ``.island``, to be raised; each names
    the two roads.
    """
    roads = problem.roads
    named = {"start": _name(roads, start), "end": _name(roads, end)}
    if roads is not problem.usual and _found(problem.usual, problem.vehicle, start, end):
        return DataError("fleet.no_way.hour", **named, when=f"{problem.params.when:%Y-%m-%d %H:%M}")
    if problem.vehicle.guest and _found(roads, replace(problem.vehicle, guest=False), start, end):
        return DataError("fleet.no_way.guest", **named)
    roads, anyone = problem.usual, replace(problem.vehicle, height=None, mass_t=None, guest=False)
    if problem.vehicle != anyone and _found(roads, anyone, start, end):
        return DataError("fleet.no_way.limits", **named, height=_or(problem.vehicle.height), mass=_or(problem.vehicle.mass_t))
    free = replace(roads, bans=())
    if roads.bans and _found(free, anyone, start, end):
        return DataError("fleet.no_way.bans", **named)
    both_ways = replace(free, oneway=np.zeros_like(roads.oneway))
    if roads.oneway.any() and _found(both_ways, anyone, start, end):
        return DataError("fleet.no_way.oneway", **named)
    opened = replace(both_ways, access=np.full_like(roads.access, None))
    if (roads.access == "no").any() and _found(opened, anyone, start, end):
        return DataError("fleet.no_way.closed", **named)
    parts = components(roads.from_node.tolist(), roads.to_node.tolist(), both_ways.oneway.tolist())
    sizes = [int((parts == parts[spot.positions[0].row]).sum()) for spot in (start, end)]
    return DataError("fleet.no_way.island", **named, start_roads=sizes[0], end_roads=sizes[1])


def _found(roads: RoadTable, vehicle: Vehicle, start: Spot, end: Spot) -> bool:
    return Router(roads, vehicle, engine="scipy").route(start, end) is not None


def _name(roads: RoadTable, spot: Spot) -> str:
    """Name the first road of a spot, and its key."""
    row = spot.positions[0].row
    return " ".join(filter(None, (roads.names[row], f"({roads.keys[row]})")))


def _or(number: float | None) -> str:
    return "—" if number is None else f"{number:g}"
