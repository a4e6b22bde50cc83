"""The turn-expanded network: driving directions are the nodes, allowed turns the arcs.

On roads and junctions alone a banned turn cannot be said; here it is simply an arc that is not there. An arc's cost is the
time to drive the road it leads into, so a state means "at the end of this road, in this direction".

A turn is allowed where one direction ends at the node at which the other begins, unless it is banned. Turning round (the
same line driven back, whether the table holds it as a two-way road or as two one-way rows) is allowed only where nothing
else is: at dead ends.

A guest may begin and end on private roads and not drive through them. Each direction of a private road is then there twice:
once for those who have not left the private roads they began on, once for those who have come to where they will end; from
the second no turn leads back to a public road.

`topology` meets every direction with every other once; `Topology.network` takes from it what is allowed at a time, which is
quick, so that a closure or another vehicle needs no new topology.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gis.costs import packed

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]

__all__ = ["Network", "Topology", "expand", "topology"]


@dataclass(frozen=True, slots=True)
class Network:
    """Directions and allowed turns as arrays; `a` directions, sorted by road and forward first, `t` turns.

    `row`, `forward`: shape (a,), the road's place in its table and whether it is driven as drawn. `tail`, `head`: node numbers.
    `length` (m), `ms` (milliseconds, >= 1): of the whole road. `middle`: shape (a, 2), a point of it, for ordering.
    `arriving`: marks the second of the two copies that a guest has of a private road's direction.
    `turn_start`: shape (a + 1,); `turn_to`: shape (t,): the directions that may follow direction i are
    ``turn_to[turn_start[i]:turn_start[i + 1]]``, ascending. `arc`: shape (t,), each turn's place in its topology.
    """

    row: Ints
    forward: Flags
    tail: Ints
    head: Ints
    length: NDArray[np.float64]
    ms: Ints
    middle: NDArray[np.float64]
    arriving: Flags
    turn_start: Ints
    turn_to: Ints
    arc: Ints

    def after(self, direction: int) -> Ints:
        """Give the directions that may follow one, ascending."""
        return self.turn_to[self.turn_start[direction] : self.turn_start[direction + 1]]

    @property
    def cost(self) -> Ints:
        """What each direction costs, shape ``(a,)``, as `gis.costs.packed` joins milliseconds and decimetres."""
        return packed(self.ms, self.length)

    @property
    def turn_from(self) -> Ints:
        """The direction that each turn leaves, shape ``(t,)``."""
        return np.repeat(np.arange(len(self.row)), np.diff(self.turn_start))


@dataclass(frozen=True, slots=True)
class Topology:
    """Every direction and every meeting of two, allowed or not.

    Directions as in `Network`. `before`, `after`: shape (m,), the meetings, ascending. `banned`: those that a turn ban names
    or that would take a guest through private roads; `back`: turning round; `entering`: a guest's turn from a public road into
    a private one, which is no way out of a dead end.
    """

    row: Ints
    forward: Flags
    tail: Ints
    head: Ints
    length: NDArray[np.float64]
    ms: Ints
    middle: NDArray[np.float64]
    arriving: Flags
    before: Ints
    after: Ints
    banned: Flags
    back: Flags
    entering: Flags

    def network(self, usable: Flags | None = None, ms: Ints | None = None) -> Network:
        """Take what is allowed at a time.

        Parameters
        ----------
        usable
            Marks the directions that may be driven, shape ``(a,)``; all of them by default.
        ms
            Milliseconds of each direction then, shape ``(a,)``.
        """
        kept = ~self.banned
        if usable is not None:
            kept &= usable[self.before] & usable[self.after]
        onward = np.bincount(self.before[kept & ~self.back & ~self.entering], minlength=len(self.row))
        kept &= ~self.back | (onward[self.before] == 0)
        arc = np.flatnonzero(kept)
        return Network(
            row=self.row,
            forward=self.forward,
            tail=self.tail,
            head=self.head,
            length=self.length,
            ms=self.ms if ms is None else ms,
            middle=self.middle,
            arriving=self.arriving,
            turn_start=np.concatenate([[0], np.cumsum(np.bincount(self.before[arc], minlength=len(self.row)))]).astype(np.int64),
            turn_to=self.after[arc],
            arc=arc,
        )


def expand(graph: nx.MultiDiGraph, *, guest: bool = False) -> Network:
    """Expand the graph of `gis.roads.model`, as changed by whoever holds it, into directions and turns."""
    return topology(graph, guest=guest).network()


def topology(graph: nx.MultiDiGraph, *, guest: bool = False) -> Topology:
    """Meet every direction of a graph of `gis.roads.model` with every other."""
    number = {node: place for place, node in enumerate(sorted(graph.nodes, key=str))}
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: (edge[3]["row"], not edge[2][1]))
    private = np.array([guest and edge[3]["access"] == "private" for edge in edges], dtype=bool)
    edges = [edge for edge, twice in zip(edges, private, strict=True) for _ in range(1 + int(twice))]
    own = np.repeat(private, 1 + private)
    arriving = np.zeros(len(edges), dtype=bool)
    arriving[np.cumsum(1 + private)[private] - 1] = True
    tail = np.array([number[edge[0]] for edge in edges], dtype=np.int64)
    head = np.array([number[edge[1]] for edge in edges], dtype=np.int64)
    forward = np.array([edge[2][1] for edge in edges], dtype=bool)
    lines = np.array([edge[3]["line"] for edge in edges], dtype=object)
    before, after = _meetings(tail, head)
    # of the nine pairs of public, leaving and arriving roads five follow each other
    fits = (
        (~own[before] & ~own[after])
        | (arriving[after] & (arriving | ~own)[before])
        | ((own & ~arriving)[before] & ~arriving[after])
    )
    before, after = before[fits], after[fits]
    return Topology(
        row=np.array([edge[3]["row"] for edge in edges], dtype=np.int64),
        forward=forward,
        tail=tail,
        head=head,
        length=np.array([edge[3]["length"] for edge in edges], dtype=np.float64),
        ms=np.array([edge[3]["ms"] for edge in edges], dtype=np.int64),
        middle=shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True)).reshape(-1, 2),
        arriving=arriving,
        before=before,
        after=after,
        banned=_banned(before, after, edges, graph.graph["bans"]),
        back=_same_line_back(before, after, lines, forward),
        entering=~own[before] & own[after],
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
