"""Drives inside the compound: a grid from fence to fence, the ways to the gates, and the ramps down to the garages."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from sample_buildings.city.net import Stretch
from sample_buildings.city.openings import open_streets

if TYPE_CHECKING:
    from sample_buildings.city.net import Net, Point
    from sample_buildings.plans import Plan, Spec

RAMP_DOOR, RAMP_OUT = 4.2, 7.0
"""Where along the west gable the ramp of a garage comes in, and where its slope ends outside."""
FARTHEST = 90.0
GATE_HEIGHT, RAMP_HEIGHT = 4.5, 2.2


def lay_drives(net: Net, plan: Plan, gates: dict[str, int]) -> None:
    """Lay the drives; `gates` are the nodes on the arterials that the gates open to."""
    us, vs = plan.drives["u"], plan.drives["v"]
    cross: dict[Point, int] = {}

    def at(u: float, v: float) -> int:
        if (u, v) not in cross:
            cross[u, v] = net.node((u, v))
        return cross[u, v]

    ways = [_way(plan, gate["at"]) for gate in plan.gate if gate["key"] in gates]
    for axis, lines, others in (("u", us, vs), ("v", vs, us)):
        for number, place in enumerate(lines):
            extra = [foot[0 if axis == "v" else 1] for _, foot in ways if foot[1 if axis == "v" else 0] == place]
            places = sorted({*others, *extra})
            ends = [at(place, other) if axis == "u" else at(other, place) for other in places]
            sense = plan.drives.get(f"oneway_{axis}", {}).get(str(number), "")
            for start, end in pairwise(ends if sense != "down" else ends[::-1]):
                _drive(net, (start, end), plan.drives[f"names_{axis}"][number], access="private", oneway=bool(sense))
    for gate in plan.gate:
        if gate["key"] in gates:
            door = net.node(gate["at"])
            _drive(net, (gates[gate["key"]], door), "门前引道", access="gate")
            foot = at(*_way(plan, gate["at"])[1])
            _drive(net, (door, foot), f"{gate['name']}通道", access="private", height_limit=GATE_HEIGHT)


def _way(plan: Plan, gate: tuple[float, float]) -> tuple[Point, Point]:
    """Give a gate's place and the point of the nearest drive straight inside it."""
    u, v = float(gate[0]), float(gate[1])
    feet = [(line, v) for line in plan.drives["u"]] + [(u, line) for line in plan.drives["v"]]
    outer = {(plan.drives["u"][end], v) for end in (0, -1)} | {(u, plan.drives["v"][end]) for end in (0, -1)}
    return (u, v), min((foot for foot in feet if foot in outer), key=lambda foot: math.dist(foot, (u, v)))


def _drive(net: Net, ends: tuple[int, int], name: str, *, oneway: bool = False, **more: Any) -> None:
    path = tuple(net.places[end] for end in ends)
    net.lay(Stretch(*ends, path, "service", name, f"drive-{name}", oneway, tuple(more.items())))


def lay_ramps(net: Net, plan: Plan) -> None:
    """Lay a ramp from the west gable of each building with a garage straight to the next drive."""
    numbers = [number for number, road in net.roads.items() if road.street.startswith("drive-") and road.name != "门前引道"]
    lines = np.array([net.roads[number].line for number in numbers])
    found = []
    for spec in plan.building:
        if not spec.basements:
            continue
        door, far = _on_gable(spec, -RAMP_OUT), _on_gable(spec, -FARTHEST)
        ray = shapely.linestrings([door, far])
        hits = [(float(shapely.distance(shapely.points(door), shapely.intersection(ray, lines[place]))), place)
                for place in shapely.STRtree(lines).query(ray, predicate="intersects").tolist()]  # fmt: skip
        if hits:
            length, place = min(hits)
            way = shapely.line_interpolate_point(ray, length)
            along = round(float(shapely.line_locate_point(lines[place], way)), 2)
            found.append((spec, door, (numbers[place], along)))
    nodes = open_streets(net, [mark for *_, mark in found])
    for spec, door, mark in found:
        foot = net.node(door)
        _drive(net, (nodes[mark], foot), f"{spec.name}地库坡道", access="private", height_limit=RAMP_HEIGHT)


def _on_gable(spec: Spec, x: float) -> Point:
    """Give a point level with the ramp door, `x` metres east of the west gable, in the compound's frame."""
    x0, y0, x1, y1 = spec.draw().outline.bounds
    dx, dy = x - (x0 + x1) / 2, RAMP_DOOR - (y0 + y1) / 2
    cosine, sine = math.cos(math.radians(spec.turn)), math.sin(math.radians(spec.turn))
    return round(spec.centre[0] + dx * cosine - dy * sine, 2), round(spec.centre[1] + dx * sine + dy * cosine, 2)
