"""The slow, plain way to route: networkx on a turn-expanded graph built by loops, from the table alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from gis.roads import ANY_VEHICLE, RoadTable, Vehicle

if TYPE_CHECKING:
    from gis.ways import Spot

State = tuple[int, bool]
"""A road's row, and whether it is driven as drawn; as a node: at its end."""


class Oracle:
    """Every fastest time by networkx; knows nothing of gis.turns and gis.engine."""

    def __init__(self, table: RoadTable, vehicle: Vehicle = ANY_VEHICLE) -> None:
        self.table = table
        self.ms = [int(ms) for ms in table.ms]
        self.coords = [tuple(line.coords) for line in table.lines]
        self.states = [state for row in range(len(table.keys)) if self._fits(row, vehicle) for state in self._senses(row)]
        leaving: dict[str, list[State]] = {}
        for state in self.states:
            leaving.setdefault(self.tail(state), []).append(state)
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(self.states)
        bans = set(table.bans)
        for state in self.states:
            named = [
                (table.keys[state[0]], self.head(state), table.keys[onward[0]]) for onward in leaving.get(self.head(state), [])
            ]
            allowed = [onward for onward, turn in zip(leaving.get(self.head(state), []), named, strict=True) if turn not in bans]
            others = [onward for onward in allowed if self.path(onward) != self.path(state)[::-1]]
            for onward in others or allowed:
                self.graph.add_edge(state, onward, weight=self.ms[onward[0]])

    def _fits(self, row: int, vehicle: Vehicle) -> bool:
        table = self.table
        if table.access[row] == "no":
            return False
        if vehicle.height is not None and table.height_limit[row] < vehicle.height:
            return False
        return not (vehicle.mass_t is not None and table.weight_limit_t[row] < vehicle.mass_t)

    def _senses(self, row: int) -> list[State]:
        return [(row, True)] if self.table.oneway[row] else [(row, True), (row, False)]

    def tail(self, state: State) -> str:
        return self.table.from_node[state[0]] if state[1] else self.table.to_node[state[0]]

    def head(self, state: State) -> str:
        return self.table.to_node[state[0]] if state[1] else self.table.from_node[state[0]]

    def path(self, state: State) -> tuple[tuple[float, ...], ...]:
        return self.coords[state[0]] if state[1] else self.coords[state[0]][::-1]

    def done(self, state: State, fraction: float) -> int:
        """Milliseconds from the beginning of a state to a fraction of its line."""
        drawn = round(fraction * self.ms[state[0]])
        return drawn if state[1] else self.ms[state[0]] - drawn

    def time(self, start: Spot, end: Spot) -> int:
        """Fastest time, -1 where there is no way."""
        best = [
            self.done(state, to.fraction) - self.done(state, at.fraction)
            for at in start.positions
            for to in end.positions
            for state in self._senses(at.row)
            if to.row == at.row and (to.fraction == at.fraction or (to.fraction > at.fraction) == state[1])
        ]
        last: dict[State, int] = {}
        for to in end.positions:
            for state in self._senses(to.row):
                for before in self.graph.predecessors(state):
                    extra = self.done(state, to.fraction)
                    last[before] = min(extra, last.get(before, extra))
        graph = self.graph
        for at in start.positions:
            for state in self._senses(at.row):
                graph.add_edge("from", state, weight=self.ms[at.row] - self.done(state, at.fraction))
        for before, extra in last.items():
            graph.add_edge(before, "to", weight=extra)
        with contextlib.suppress(nx.NetworkXNoPath, nx.NodeNotFound):
            best.append(nx.dijkstra_path_length(graph, "from", "to"))
        graph.remove_nodes_from(["from", "to"])
        return min(best, default=-1)


def random_spots(router, count: int, seed: int) -> list[Spot]:
    """Bring random points of the network's extent to its roads."""
    corners = np.concatenate([np.asarray(line.coords) for line in router.table.lines])[:, :2]
    generator = np.random.default_rng(seed)
    return router.snap(generator.uniform(corners.min(axis=0), corners.max(axis=0), (count, 2)))
