"""A proven lower bound: Lagrangian values at multipliers that column generation finds, in a tree over buildings and floors.

Each node is a set of buildings and floors fixed open or closed. Its bound is the best Lagrangian value seen (see `certificate`),
never the value of the restricted master, so that stopping early costs strength and not validity. The tree is searched best
first: a child starts with the value of its parent's multipliers and is refined only when it comes up.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from twin.space.consolidate.certificate import Certificate, Leaf, Multipliers, states
from twin.space.consolidate.hints import Hints
from twin.space.consolidate.master import Master
from twin.space.consolidate.opening import open_floors
from twin.space.consolidate.pricing import Pricer

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from twin.space.consolidate.master import Point
    from twin.space.consolidate.pricing import Pattern
    from twin.space.consolidate.problem import Problem

__all__ = ["Node", "Tree"]

FRACTIONAL = 1e-4
"""An opening nearer to 0 or 1 than this counts as whole."""
CLOSE = 0.02
"""The master and the Lagrangian value count as met below this difference, in units of cost."""
NEAR = 0.004
"""Link rows are looked for once the two differ by less than this part."""


@dataclass
class Node:
    """One part of the choices, its best multipliers and bound, and what the relaxation opens there."""

    buildings: dict[int, int]
    floors: dict[int, int]
    bound: float
    pi: NDArray[np.float64]
    link: NDArray[np.float64]
    y: NDArray[np.float64]
    z: NDArray[np.float64]
    refined: bool = False
    branch: tuple[str, int] | None = None
    opening: NDArray[np.int64] | None = None
    hints: Hints | None = None


class Tree:
    """The tree of the bound; `step` works on one node, `certificate` closes it at any time."""

    def __init__(self, problem: Problem, rounds: int) -> None:
        """Start with the root at multipliers of zero, a valid bound already."""
        self.problem, self.rounds = problem, rounds
        self.pricer, self.master = Pricer(problem), Master(problem)
        shape = problem.today.shape
        root = Node(
            {}, {}, -np.inf, np.zeros(shape[1]), np.zeros(shape), np.zeros(shape[1]), np.zeros(len(problem.building_cost))
        )
        root.bound = self._evaluate(root, root.pi, root.link)[0]
        self._heap: list[tuple[float, int, Node]] = [(root.bound, 0, root)]
        self._count = 1
        self._closed: list[Node] = []
        self._aside: list[Node] = []
        self._at_work: Node | None = None
        self.refined = 0
        self.root = root

    @property
    def bound(self) -> float:
        """The least bound of all leaves."""
        at_work = [self._at_work.bound] if self._at_work else []
        kept = (node.bound for node in (*self._aside, *self._closed))
        return min([*at_work, *(node.bound for _, _, node in self._heap), *kept])

    def step(self, value: float, stop: Callable[[], bool], *, floors: bool) -> Node | None:
        """Work on the weakest leaf: refine it, or split it. Give the node refined, None where nothing is left to do.

        `value` is the best plan's: leaves at or above it are closed. `floors` allows to split on floors.
        """
        while self._heap:
            bound, _, node = heapq.heappop(self._heap)
            if bound >= value - 1e-6:
                self._closed.append(node)
                continue
            if not node.refined:
                self._at_work = node
                self._refine(node, value, stop)
                self._at_work = None
                self._push(node)
                return node
            if node.branch is None or (node.branch[0] == "floor" and not floors):
                self._push(node)
                return None
            self._split(node, value)
        return None

    def set_aside(self) -> bool:
        """Lay the weakest leaf aside, so that `step` goes on with the next; False where there is none. `take_back` ends it."""
        if not self._heap:
            return False
        self._aside.append(heapq.heappop(self._heap)[2])
        return True

    def take_back(self) -> None:
        """Put back the leaves laid aside."""
        while self._aside:
            self._push(self._aside.pop())

    def certificate(self) -> Certificate:
        """Close the tree: every leaf with its multipliers; leaves that share them share one entry."""
        nodes = [*self._closed, *(node for _, _, node in sorted(self._heap, key=lambda item: item[:2]))]
        sets: list[Multipliers] = []
        places: dict[tuple[int, int], int] = {}
        leaves = []
        for node in nodes:
            key = (id(node.pi), id(node.link))
            if key not in places:
                departments, floors = np.nonzero(node.link)
                places[key] = len(sets)
                sets.append(Multipliers(node.pi.copy(), departments, floors, node.link[departments, floors]))
            bound = node.bound if node.bound < 1e15 else np.inf
            leaves.append(Leaf(tuple(sorted(node.buildings.items())), tuple(sorted(node.floors.items())), places[key], bound))
        return Certificate(tuple(leaves), tuple(sets), float(min(leaf.bound for leaf in leaves)))

    def leaves(self) -> list[Node]:
        """Give the refined leaves, weakest first."""
        return [node for _, _, node in sorted(self._heap, key=lambda item: item[:2]) if node.refined]

    def _split(self, node: Node, value: float) -> None:
        """Fix what the multipliers decide already, then split on the thing whose two sides gain most."""
        kind, thing = node.branch or ("", -1)
        if kind == "building":
            building_state, floor_state = states(self.problem, node.buildings, node.floors)
            total = float(self.pricer.price(node.pi, node.link, floor_state < 0).sum())
            gains: dict[int, float] = {}
            fixed = dict(node.buildings)
            for b in np.flatnonzero(building_state == 0).tolist():
                sides = []
                for state in (0, 1):
                    bound = total + self._opening(node, {**fixed, b: state})
                    sides.append(bound)
                    if bound >= value:
                        self._closed.append(
                            Node({**fixed, b: state}, dict(node.floors), bound, node.pi, node.link, node.y, node.z, refined=True)
                        )
                        fixed[b] = 1 - state
                        break
                else:
                    if FRACTIONAL < node.z[b] < 1 - FRACTIONAL:
                        gains[b] = max(1e-3, sides[0] - node.bound) * max(1e-3, sides[1] - node.bound)
            if len(fixed) > len(node.buildings):
                self._push(Node(fixed, dict(node.floors), node.bound, node.pi, node.link, node.y, node.z))
                return
            thing = max(gains, key=lambda b: (gains[b], -b), default=thing)
            node.branch = (kind, thing)
        for state in (0, 1):
            self._push(self._child(node, state))

    def _opening(self, node: Node, buildings: dict[int, int]) -> float:
        """Give the openings' part of L at a node's multipliers under other fixings of buildings."""
        p = self.problem
        building_state, floor_state = states(p, buildings, node.floors)
        y, z = np.zeros(len(floor_state), dtype=np.int64), np.zeros(len(building_state), dtype=np.int64)
        cost = p.floor_cost - node.pi * p.seats - node.link.sum(axis=0)
        return float(open_floors(p.need, cost, p.seats, floor_state, p.building, p.building_cost, building_state, y, z))

    def _push(self, node: Node) -> None:
        heapq.heappush(self._heap, (node.bound, self._count, node))
        self._count += 1

    def _child(self, node: Node, state: int) -> Node:
        """Fix one thing more; the parent's multipliers give the first bound."""
        kind, thing = node.branch or ("", -1)
        buildings, floors = dict(node.buildings), dict(node.floors)
        (buildings if kind == "building" else floors)[thing] = state
        child = Node(buildings, floors, node.bound, node.pi, node.link, node.y, node.z)
        child.bound = self._evaluate(child, node.pi, node.link)[0]
        return child

    def _evaluate(self, node: Node, pi: NDArray[np.float64], link: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        """Give L of a node and the departments' prices; note what the openings would be."""
        building_state, floor_state = states(self.problem, node.buildings, node.floors)
        prices = self.pricer.price(pi, link, floor_state < 0).copy()
        if (prices > 1e15).any():
            return 1e18, prices
        p = self.problem
        cost = p.floor_cost - pi * p.seats - link.sum(axis=0)
        y, z = np.zeros(len(cost), dtype=np.int64), np.zeros(len(p.building_cost), dtype=np.int64)
        opening = open_floors(p.need, cost, p.seats, floor_state, p.building, p.building_cost, building_state, y, z)
        if opening > 1e15:
            return 1e18, prices
        node.opening = z
        return float(prices.sum()) + opening, prices

    def _refine(self, node: Node, value: float, stop: Callable[[], bool]) -> None:
        """Column generation at one node, the multipliers smoothed half-way to the best seen."""
        node.refined = True
        self.refined += 1
        building_state, floor_state = states(self.problem, node.buildings, node.floors)
        smooth = True
        for _ in range(self.rounds):
            point = self.master.solve(building_state, floor_state)
            if point is None:
                return
            self._branching(node, point, building_state)
            node.hints = Hints(point.y, self.master.whole())
            added = self._round(node, point, smooth=smooth)
            if node.bound >= value or stop():
                return
            met = point.value - node.bound < CLOSE
            near = point.value - node.bound < NEAR * abs(point.value)
            if added == 0 and smooth:
                smooth = False
                added = self._round(node, point, smooth=False)
                smooth = added > 0
            linked = self.master.separate() if near or added == 0 else 0
            if (added == 0 or met) and linked == 0:
                return
            smooth = True

    def _round(self, node: Node, point: Point, *, smooth: bool) -> int:
        """Price once; keep the multipliers if they are the best; give the number of columns that were worth adding."""
        share = 0.5 if smooth and node.bound > 0 and node.pi.any() else 0.0
        pi, link = share * node.pi + (1 - share) * point.pi, share * node.link + (1 - share) * point.link
        bound, _ = self._evaluate(node, pi, link)
        if bound > node.bound:
            node.bound, node.pi, node.link = bound, pi, link
        return self.master.add([pattern for pattern in self.pricer.patterns() if self._helps(pattern, point)])

    def _helps(self, pattern: Pattern, point: Point) -> bool:
        """Tell whether the pattern lowers the master: a reduced cost below zero at the true duals."""
        d, floors = pattern.department, pattern.floors
        reduced = pattern.cost + float((point.pi[floors] * pattern.taken).sum() + point.link[d, floors].sum()) - point.sigma[d]
        return bool(reduced < -1e-6)

    def _branching(self, node: Node, point: Point, building_state: NDArray[np.int64]) -> None:
        """Note what to split on: the building opened most by halves, else the floor."""
        node.y, node.z = point.y, point.z
        node.branch = None
        free = np.where(building_state == 0, np.minimum(point.z, 1 - point.z), 0.0)
        if free.max(initial=0.0) > FRACTIONAL:
            node.branch = ("building", int(free.argmax()))
            return
        half = np.minimum(point.y, 1 - point.y) * self.problem.seats
        if half.max(initial=0.0) > FRACTIONAL * 100:
            node.branch = ("floor", int(half.argmax()))
