"""The turn-expanded network: driving directions are the nodes, allowed turns the arcs.

On roads and junctions alone a banned turn cannot be said; here it is simply an arc that is not there. An arc's cost is the
time to drive the road it leads into, so a state means "at the end of this road, in this direction".

A turn is allowed where one direction ends at the node at which the other begins, unless it is banned. Turning round (the
same line driven back, whether the table holds it as a two-way road or as two one-way rows) is allowed only where nothing
else is: at dead ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

__all__ = ["Network", "expand"]


@dataclass(frozen=True, slots=True)
class Network:
    """Directions and allowed turns as arrays; `a` directions, sorted by road and forward first, `t` turns.

    `row`, `forward`: shape (a,), the road's place in its table and whether it is driven as drawn. `tail`, `head`: node numbers.
    `length` (m), `ms` (milliseconds, >= 1): of the whole road. `middle`: shape (a, 2), a point of it, for ordering.
    `turn_start`: shape (a + 1,); `turn_to`: shape (t,): the directions that may follow direction i are
    ``turn_to[turn_start[i]:turn_start[i + 1]]``, ascending.
    """

    row: Ints
    forward: NDArray[np.bool_]
    tail: Ints
    head: Ints
    length: NDArray[np.float64]
    ms: Ints
    middle: NDArray[np.float64]
    turn_start: Ints
    turn_to: Ints

    def after(self, direction: int) -> Ints:
        """Give the directions that may follow one, ascending."""
        return self.turn_to[self.turn_start[direction] : self.turn_start[direction + 1]]

    @property
    def turn_from(self) -> Ints:
        """The direction that each turn leaves, shape ``(t,)``."""
        return np.repeat(np.arange(len(self.row)), np.diff(self.turn_start))


def expand(graph: nx.MultiDiGraph) -> Network:
    """Expand the graph of `gis.roads.model`, as changed by whoever holds it, into directions and turns."""
    number = {node: place for place, node in enumerate(sorted(graph.nodes, key=str))}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: (edge[3]["row"], not edge[2][1]))
    tail = np.array([number[edge[0]] for edge in edges], dtype=np.int64)
    head = np.array([number[edge[1]] for edge in edges], dtype=np.int64)
    forward = np.array([edge[2][1] for edge in edges], dtype=bool)
    lines = np.array([edge[3]["line"] for edge in edges], dtype=object)
    before, after = _meetings(tail, head)
    banned = _banned(before, after, edges, graph.graph["bans"])
    before, after = before[~banned], after[~banned]
    allowed = _without_turning_round(before, _same_line_back(before, after, lines, forward))
    before, after = before[allowed], after[allowed]
    return Network(
        row=np.array([edge[3]["row"] for edge in edges], dtype=np.int64),
        forward=forward,
        tail=tail,
        head=head,
        length=np.array([edge[3]["length"] for edge in edges], dtype=np.float64),
        ms=np.array([edge[3]["ms"] for edge in edges], dtype=np.int64),
        middle=shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True)).reshape(-1, 2),
        turn_start=np.concatenate([[0], np.cumsum(np.bincount(before, minlength=len(edges)))]).astype(np.int64),
        turn_to=after,
    )


def _meetings(tail: Ints, head: Ints) -> tuple[Ints, Ints]:
    """Pair every direction with every direction that begins where it ends, in ascending order of both."""
    by_tail = np.argsort(tail, kind="stable")
    first = np.searchsorted(tail[by_tail], head, side="left")
    count = np.searchsorted(tail[by_tail], head, side="right") - first
    before = np.repeat(np.arange(len(tail)), count)
    within = np.arange(len(before)) - np.repeat(np.cumsum(count) - count, count)
    return before, by_tail[np.repeat(first, count) + within].astype(np.int64)


def _banned(before: Ints, after: Ints, edges: list[Any], bans: set[tuple[str, str, str]]) -> NDArray[np.bool_]:
    """Mark the pairs that a ban names: from a road, by a node, into a road."""
    if not bans:
        return np.zeros(len(before), dtype=bool)
    leaves = {(road, via) for road, via, _ in bans}
    suspect = np.array([(edge[2][0], edge[1]) in leaves for edge in edges], dtype=bool)
    marked = np.zeros(len(before), dtype=bool)
    for pair in np.flatnonzero(suspect[before]):
        start, end = edges[before[pair]], edges[after[pair]]
        marked[pair] = (start[2][0], start[1], end[2][0]) in bans
    return marked


def _same_line_back(before: Ints, after: Ints, lines: NDArray[Any], forward: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark the pairs of which the second drives the line of the first backwards."""
    drawn, turned = shapely.to_wkb(lines), shapely.to_wkb(shapely.reverse(lines))
    codes: dict[bytes, int] = {}
    there = np.array([codes.setdefault(shape, len(codes)) for shape in np.where(forward, drawn, turned)], dtype=np.int64)
    back = np.array([codes.setdefault(shape, len(codes)) for shape in np.where(forward, turned, drawn)], dtype=np.int64)
    return there[after] == back[before]


def _without_turning_round(before: Ints, turns_round: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Keep every other turn, and turning round only out of directions that allow no other."""
    others = np.bincount(before[~turns_round], minlength=int(before.max(initial=-1)) + 1)
    return ~turns_round | (others[before] == 0)
