"""Streets in blocks round the compound and drives inside it: one graph whose ends meet at named nodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sample_buildings.frame import Frame
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

_SPEED = {"secondary": 50.0, "tertiary": 40.0, "residential": 30.0, "service": 15.0}
_LANES = {"secondary": 4, "tertiary": 2, "residential": 2, "service": 2}


@dataclass(slots=True)
class _Graph:
    """Nodes in the compound's frame and the roads laid so far."""

    frame: Frame
    nodes: dict[str, tuple[float, float]] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def lay(self, start: str, end: str, name: str, kind: str, **more: Any) -> None:
        """Lay a road from node to node."""
        self.rows.append(
            {
                "road_id": f"R{len(self.rows) + 1:03d}", "name": name, "from_node": start, "to_node": end, "road_class": kind,
                "oneway": False, "speed_kmh": _SPEED[kind], "lanes": _LANES[kind], "access": "public",
                "geometry": self.frame.line([self.nodes[start], self.nodes[end]]),
            }
            | more
        )  # fmt: skip


def _street(graph: _Graph, plan: Plan, axis: str, number: int) -> None:
    """Lay one street from crossing to crossing, and through the nodes where drives meet it."""
    streets = plan.streets
    other = "v" if axis == "u" else "u"
    ends = [(value, f"u{number}v{place}" if axis == "u" else f"u{place}v{number}") for place, value in enumerate(streets[other])]
    for join in streets["joins"]:
        if join["line"] == f"{axis}{number}":
            drive = plan.drives["nodes"][join["drive"]]
            ends.append((drive[1] if axis == "u" else drive[0], join["node"]))
    ends.sort()
    for value, node in ends:
        graph.nodes[node] = (streets["u"][number], value) if axis == "u" else (value, streets["v"][number])
    way = streets[f"oneway_{axis}"].get(str(number), "")
    pairs = list(pairwise(ends))
    for (_, start), (_, end) in pairs:
        one, two = (end, start) if way == "down" else (start, end)
        graph.lay(one, two, streets[f"names_{axis}"][number], streets[f"classes_{axis}"][number], oneway=bool(way))


def roads_and_bans(plan: Plan, frame: Frame) -> dict[str, list[Row]]:
    """Give the rows of `road` and `turn_ban`."""
    graph = _Graph(frame, {name: tuple(place) for name, place in plan.drives["nodes"].items()})
    for axis in "uv":
        for number in range(len(plan.streets[axis])):
            _street(graph, plan, axis, number)
    for join in plan.streets["joins"]:
        graph.lay(join["drive"], join["node"], "门前引道", "service", access="gate")
    for start, end, name, oneway, limit in plan.drives["edges"]:
        graph.lay(start, end, name, "service", oneway=oneway, access="private", height_limit=limit or None)
    bans = []
    for number, (start, via, end) in enumerate(plan.bans["turns"], 1):
        bans.append(
            {
                "turn_ban_id": f"T{number:02d}", "from_road_id": _between(graph.rows, start, via),
                "via_node": via, "to_road_id": _between(graph.rows, via, end),
            }
        )  # fmt: skip
    return {"road": graph.rows, "turn_ban": bans}


def _between(rows: list[Row], start: str, end: str) -> str:
    """Find the road that leads from one node to another.

    Raises
    ------
    ValueError
        If none does: the plan names a turn that cannot be.
    """
    for row in rows:
        if (row["from_node"], row["to_node"]) == (start, end) or (
            not row["oneway"] and (row["to_node"], row["from_node"]) == (start, end)
        ):
            return str(row["road_id"])
    raise ValueError(f"no road leads from {start} to {end}")
