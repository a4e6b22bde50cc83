"""The fastest route.

Sets and data: D, the driving directions of the roads that the vehicle may use; t(d) > 0, whole milliseconds to drive d from end
to end; T, the allowed turns (d, d') — d' begins where d ends, the turn is not banned, and it is no turning round unless
nothing else is allowed. A place meets the network at the nearest point of a road, p milliseconds along a direction.

Problem: of all sequences d1, …, dn with (di, di+1) in T, d1 through the start and dn through the end, minimise
    (t(d1) − p1) + t(d2) + … + t(dn−1) + pn        or, where start and end lie on one direction in that order, pn − p1.

Method: Dijkstra on (D, T), which is exact: value = bound. `twin.fleet.plan.check` searches again with code of its own.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from gis.faults import GisError
from gis.routing import Router
from gis.ways import draw, stages
from twin.fleet.plan import Leg, Link, Route
from twin.fleet.reasons import no_way
from twin.fleet.rules import APPROACH_SPEED, BEND, FARTHEST_LINK, STRAIGHT_ON, TURN_SPAN, WALK_SPEED
from twin.fleet.turning import turn_between
from twin.model.errors import DataError
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gis.roads import RoadTable
    from gis.ways import Position, Spot, Stage
    from twin.fleet.places import Place
    from twin.fleet.problem import Problem

__all__ = ["legs_of", "router_of", "solve"]

_ON_FOOT = {"point", "room", "door"}


def router_of(problem: Problem) -> Router:
    """Make the search for a problem's roads and vehicle; one serves every journey on the same snapshot with the same vehicle.

    Raises
    ------
    DataError
        ``roads.none`` if the vehicle may use no road.
    """
    try:
        # one journey: scipy answers before a hierarchy would be ordered
        return Router(problem.roads, problem.vehicle, engine="scipy")
    except GisError as error:
        raise DataError(error.code, **error.values) from error


def solve(problem: Problem, router: Router | None = None) -> Route:
    """Find the fastest route.

    Parameters
    ----------
    router
        From `router_of`, to spare making it anew for each of many journeys.

    Raises
    ------
    DataError
        ``fleet.off_the_map`` if a place is kilometres from every road; ``fleet.no_way.*`` if there is no way, saying why;
        ``roads.none``.
    """
    search = router_of(problem) if router is None else router
    start, end = search.snap(np.array([problem.origin.outside, problem.target.outside]))
    for place, spot in ((problem.origin, start), (problem.target, end)):
        if spot.away > FARTHEST_LINK.value:
            raise DataError("fleet.off_the_map", place=place.name, distance=f"{spot.away / 1000:.1f}")
    way = search.route(start, end)
    if way is None:
        raise no_way(problem, start, end)
    driven = stages(problem.roads, search.network, way)
    distance = math.fsum(stage.length for stage in driven)
    links = (*_links(problem.origin, way.start), *_links(problem.target, way.end, leaving=False))
    return Route(
        version=problem.version,
        crs=problem.crs,
        vehicle=problem.vehicle,
        origin=problem.origin,
        target=problem.target,
        links=links,
        legs=legs_of(problem.roads, driven),
        distance_m=distance,
        value_ms=way.ms,
        bound_ms=way.ms,
        geometry=draw(problem.roads, driven),
        rules=(WALK_SPEED, APPROACH_SPEED, STRAIGHT_ON, BEND, TURN_SPAN),
        findings=tuple(_far(problem, start, end)),
        appetite=problem.appetite,
        energy_wh=None if problem.appetite is None else problem.appetite.wh(distance, way.ms / 1000.0),
    )


def legs_of(roads: RoadTable, driven: Sequence[Stage]) -> tuple[Leg, ...]:
    """Name the roads of a way and the turns between them."""
    lines = [roads.lines[stage.row] if stage.forward else roads.lines[stage.row].reverse() for stage in driven]
    ends = [(roads.from_node[stage.row], roads.to_node[stage.row]) for stage in driven]
    nodes = [end[1] if stage.forward else end[0] for stage, end in zip(driven, ends, strict=True)]
    forks = _forks(roads, set(nodes))
    between = zip(itertools.pairwise(lines), nodes, strict=False)
    turns = ["depart", *(turn_between(before, after, fork=node in forks) for (before, after), node in between)]
    return tuple(
        Leg(
            road_id=roads.keys[stage.row],
            name=roads.names[stage.row] or "",
            road_class=roads.road_class[stage.row] or "",
            forward=stage.forward,
            begin=stage.begin,
            finish=stage.finish,
            length_m=stage.length,
            time_ms=stage.ms,
            turn=turn,
        )
        for stage, turn in zip(driven, turns, strict=True)
    )


def _forks(roads: RoadTable, nodes: set[Any]) -> set[Any]:
    """Give those of the nodes from which roads lead to three others or more."""
    start, end = roads.from_node, roads.to_node
    others: dict[Any, set[Any]] = {node: set() for node in nodes}
    for one, other in zip(start.tolist(), end.tolist(), strict=True):
        if one in others:
            others[one].add(other)
        if other in others:
            others[other].add(one)
    return {node for node, reached in others.items() if len(reached) > 2}


def _links(place: Place, on_road: Position, *, leaving: bool = True) -> tuple[Link, ...]:
    """Connect a place with the road, through the entrance for a room; in the order of the journey."""
    mode: Literal["walk", "approach"] = "walk" if place.kind in _ON_FOOT else "approach"
    speed = WALK_SPEED.value if mode == "walk" else APPROACH_SPEED.value / 3.6
    stops = [(place.key or place.text.strip(), (place.x, place.y))]
    if place.door is not None:
        stops.append((place.door.key, (place.door.x, place.door.y)))
    stops.append(("road", (on_road.x, on_road.y)))
    found = []
    for (begins_at, start), (ends_at, end) in itertools.pairwise(stops if leaving else stops[::-1]):
        length = math.dist(start, end)
        found.append(Link(mode, begins_at, ends_at, start, end, length, length / speed))
    return tuple(found)


def _far(problem: Problem, start: Spot, end: Spot) -> Iterator[Finding]:
    """Say where a place is far from every road."""
    for place, spot in ((problem.origin, start), (problem.target, end)):
        if spot.away > problem.params.snap_limit:
            words = {"place": place.name, "distance": round(spot.away), "limit": problem.params.snap_limit}
            yield Finding("warning", "fleet.far_from_roads", row=place.key or place.text.strip(), values=words)
