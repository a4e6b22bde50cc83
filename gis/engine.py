"""Search on the turn-expanded network: customizable contraction hierarchies where the wheel is there, scipy where not.

Both answer the same questions with the same integers. Sources and targets are groups ``[(direction, cost), ...]``: a journey
may begin with any member of its source group, having spent so much already, and ends by any member of its target group, with
so much still to spend. Costs are those of leaving a direction's end and driving on, as `gis.costs` joins time and length.

The nested order comes from RoutingKit; contraction, weighing and search are ours (`gis.contraction`), because RoutingKit's
sweep through Python carries one source at a time and 31 bits.

Sources: Dibbelt, Strasser and Wagner, Customizable Contraction Hierarchies (2016); RoutingKit.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from gis.contraction import INF, ancestors, contract, customise, place_arcs, shortest, sweep, tighten, without
from gis.costs import NO_WAY, SHIFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.turns import Network

    Group = Sequence[tuple[int, int]]

__all__ = [
    "CchEngine",
    "Ends",
    "Engine",
    "EngineName",
    "Hierarchy",
    "Pinned",
    "ScipyEngine",
    "Toward",
    "installed",
    "make_engine",
]

EngineName = Literal["auto", "cch", "scipy"]
_FAR = np.iinfo(np.int64).max // 2


class Pinned(Protocol):
    """Costs to fixed target groups."""

    def __call__(self, sources: Sequence[Group]) -> NDArray[np.int64]:
        """Costs from every source group to every target group, `NO_WAY` where there is no way."""


class Toward(Protocol):
    """Costs of going on to one target group."""

    def cost(self, direction: int) -> int:
        """Cost from the end of a direction to the target, `NO_WAY` where there is no way."""


class Engine(Protocol):
    """What the two engines have in common."""

    def toward(self, target: Group) -> Toward:
        """Prepare for costs to one target group."""

    def pin(self, targets: Sequence[Group]) -> Pinned:
        """Prepare for costs from any source groups to the same target groups."""

    def matrix(self, sources: Sequence[Group], targets: Sequence[Group]) -> NDArray[np.int64]:
        """Costs from every source group to every target group, `NO_WAY` where there is no way."""

    def path(self, source: Group, target: Group) -> tuple[int, list[int]] | None:
        """Give the least cost and the directions of one way of that cost, None where there is none."""


def installed() -> bool:
    """Tell whether hierarchies can be made here."""
    return find_spec("routingkit_cch") is not None


def make_engine(network: Network, name: EngineName = "auto") -> Engine:
    """Give the fastest engine that is installed, or the one that is named."""
    if name == "cch" or (name == "auto" and installed()):
        return CchEngine(network)
    return ScipyEngine(network)


class Ends:
    """Target groups laid side by side, so that one search's costs become every group's least cost at once."""

    def __init__(self, targets: Sequence[Group]) -> None:
        self._counts = np.array([len(target) for target in targets], dtype=np.intp)
        self._extra = np.array([extra for target in targets for _, extra in target], dtype=np.int64)
        members = np.array([at for target in targets for at, _ in target], dtype=np.int64)
        self.pinned, self._place = np.unique(members, return_inverse=True)

    def least(self, costs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Take the costs of `pinned`, in the last axis, to those of the groups; `NO_WAY` where there is no way."""
        found = np.full((*costs.shape[:-1], len(self._counts)), NO_WAY, dtype=np.int64)
        some = self._counts > 0
        if not some.any():
            return found
        each = costs[..., self._place]
        sums = np.where(each == NO_WAY, _FAR, each + self._extra)
        least = np.minimum.reduceat(sums, (np.cumsum(self._counts) - self._counts)[some], axis=-1)
        found[..., some] = np.where(least == _FAR, NO_WAY, least)
        return found


class ScipyEngine:
    """Dijkstra in compiled code: nothing to prepare, every answer searches the network anew."""

    def __init__(self, network: Network) -> None:
        count = len(network.row)
        self._count = count
        weights = network.cost[network.turn_to].astype(np.float64)
        self._onward = csr_array((weights, network.turn_to, network.turn_start), shape=(count, count))
        self._back = self._onward.T.tocsr()

    def toward(self, target: Group) -> Toward:
        """Search backwards from the target once; every cost is then a look-up."""
        return _Table(self._search(self._back, target))

    def pin(self, targets: Sequence[Group]) -> Pinned:
        """Lay the targets out; every source then searches once."""
        ends = Ends(targets)

        def costs(sources: Sequence[Group]) -> NDArray[np.int64]:
            found = [ends.least(self._search(self._onward, source)[ends.pinned]) for source in sources]
            return np.array(found, dtype=np.int64).reshape(-1, len(targets))

        return costs

    def matrix(self, sources: Sequence[Group], targets: Sequence[Group]) -> NDArray[np.int64]:
        """Search once from every source."""
        return self.pin(targets)(sources)

    def path(self, source: Group, target: Group) -> tuple[int, list[int]] | None:
        """Search backwards from the target, then go on to what is always nearest."""
        toward = self.toward(target)
        first = min(((spent + left, at) for at, spent in source if (left := toward.cost(at)) != NO_WAY), default=None)
        if first is None:
            return None
        extra = {at: min(more for here, more in target if here == at) for at, _ in target}
        way, left = [first[1]], toward.cost(first[1])
        while extra.get(way[-1], NO_WAY) != left:
            low, high = self._onward.indptr[way[-1]], self._onward.indptr[way[-1] + 1]
            steps = zip(self._onward.indices[low:high].tolist(), self._onward.data[low:high].tolist(), strict=True)
            at, cost = next((at, cost) for at, cost in steps if 0 <= toward.cost(at) == left - cost)
            way, left = [*way, at], left - int(cost)
        return first[0], way

    def reached(self, source: Group, limit_ms: int) -> NDArray[np.int64]:
        """Costs to the end of every direction that can be reached within a limit, `NO_WAY` for the others."""
        return self._search(self._onward, source, float((limit_ms + 1 << SHIFT) - 1))

    def _search(self, graph: csr_array, group: Group, limit: float = np.inf) -> NDArray[np.int64]:
        """Run Dijkstra from one more node that leads to each member of a group at its cost.

        The costs of those links are one too high while searching, since a cost of nought would not count as a link.
        """
        if not group:
            return np.full(self._count, NO_WAY, dtype=np.int64)
        best: dict[int, int] = {}
        for direction, cost in group:
            best[direction] = min(cost, best.get(direction, cost))
        nodes = np.array(sorted(best), dtype=graph.indices.dtype)
        linked = csr_array(
            (
                np.concatenate([graph.data, [best[int(node)] + 1.0 for node in nodes]]),
                np.concatenate([graph.indices, nodes]),
                np.concatenate([graph.indptr, [graph.indptr[-1] + len(nodes)]]),
            ),
            shape=(self._count + 1, self._count + 1),
        )
        costs = dijkstra(linked, indices=self._count, limit=limit + 1.0)[: self._count]
        return np.where(np.isfinite(costs), costs - 1.0, NO_WAY).astype(np.int64)


class _Table:
    """Costs to one target, all of them known."""

    def __init__(self, costs: NDArray[np.int64]) -> None:
        self._costs = costs

    def cost(self, direction: int) -> int:
        return int(self._costs[direction])


class Hierarchy:
    """A topology ordered and contracted once, by where its roads lie; a metric of it is then made in milliseconds.

    Parameters
    ----------
    middle
        Shape ``(a, 2)``, a point of each direction.
    before, after
        Shape ``(m,)``, the arcs.
    """

    def __init__(self, middle: NDArray[np.float64], before: NDArray[np.int64], after: NDArray[np.int64]) -> None:
        import routingkit_cch as kit  # noqa: PLC0415 - absent on machines without its wheel; scipy then serves

        count, self.arcs = len(middle), len(before)
        # by place, never by degree: the order by degree was seen not to end on large networks
        order = kit.compute_order_inertial(count, before.tolist(), after.tolist(), middle[:, 1].tolist(), middle[:, 0].tolist())
        self.order = np.array(order, dtype=np.int64).reshape(count)
        self.rank = np.empty(count, dtype=np.int32)
        self.rank[self.order] = np.arange(count, dtype=np.int32)
        tail, head = self.rank[before], self.rank[after]
        low, high = np.minimum(tail, head), np.maximum(tail, head)
        sorted_ = np.lexsort((high, low))
        sorted_ = sorted_[(low != high)[sorted_]]
        self.start, self.head = contract(low[sorted_], high[sorted_], count)
        self.parent = np.full(count, -1, dtype=np.int32)
        some = self.start[:-1] < self.start[1:]
        self.parent[some] = self.head[self.start[:-1][some]]
        self.upwards, self.downwards = np.flatnonzero(tail < head), np.flatnonzero(tail > head)
        self.arc_up = place_arcs(self.start, self.head, tail[self.upwards], head[self.upwards])
        self.arc_down = place_arcs(self.start, self.head, tail[self.downwards], head[self.downwards])

    def sides(self, weights: NDArray[np.int64], *, tight: bool) -> Any:
        """Weigh every arc, `INF` for those that are not there, and give both sides of the search."""
        shape = len(self.head)
        up, down = np.full(shape, INF, dtype=np.int64), np.full(shape, INF, dtype=np.int64)
        np.minimum.at(up, self.arc_up, weights[self.upwards])
        np.minimum.at(down, self.arc_down, weights[self.downwards])
        up_by, down_by = np.full(shape, -1, dtype=np.int32), np.full(shape, -1, dtype=np.int32)
        customise(self.start, self.head, up, down, up_by, down_by)
        if tight:
            tighten(self.start, self.head, up, down)
        return without(self.start, self.head, up, up_by), without(self.start, self.head, down, down_by)


class CchEngine:
    """A metric on a hierarchy; an answer takes microseconds.

    Parameters
    ----------
    hierarchy
        Of the network's topology; made for the network's own turns by default.
    """

    def __init__(self, network: Network, hierarchy: Hierarchy | None = None, *, tight: bool = True) -> None:
        self._on = hierarchy or Hierarchy(network.middle, network.turn_from, network.turn_to)
        self._own = hierarchy is None
        count = len(network.row)
        far, by = np.full(count, INF, dtype=np.int64), np.empty(count, dtype=np.int32)
        self._scratch = (far, far.copy(), by, by.copy())
        self.weigh(network, tight=tight)

    def weigh(self, network: Network, *, tight: bool = True) -> None:
        """Take other times, or other turns of the same topology, in place of those so far.

        `tight` takes as long again and makes every answer afterwards quicker.
        """
        self._weight = network.cost
        weights = self._weight[network.turn_to]
        if not self._own:
            spread = np.full(self._on.arcs, INF, dtype=np.int64)
            spread[network.arc] = weights
            weights = spread
        self._sides = self._on.sides(weights, tight=tight)

    def toward(self, target: Group) -> Toward:
        """Ask the hierarchy when asked, and remember what lay on the way."""
        return _Asked(self, self._weight, target)

    def path(self, source: Group, target: Group) -> tuple[int, list[int]] | None:
        """Climb from both ends, and undo the shortcuts where they meet."""
        rank = self._on.rank
        nodes = [rank[[at for at, _ in group]] if group else np.empty(0, dtype=np.int32) for group in (source, target)]
        costs = [np.array([cost for _, cost in group], dtype=np.int64) for group in (source, target)]
        cost, way = shortest(self._on.parent, self._sides, (nodes[0], costs[0], nodes[1], costs[1]), self._scratch)
        return None if cost >= INF else (cost, self._on.order[way].tolist())

    def pin(self, targets: Sequence[Group]) -> Pinned:
        """Find what lies above the targets once; every call then sweeps down to them for many sources at a time."""
        ends = Ends(targets)
        pinned = self._on.rank[ends.pinned]
        above = ancestors(self._on.parent, pinned)

        def costs(sources: Sequence[Group]) -> NDArray[np.int64]:
            first = np.concatenate([[0], np.cumsum([len(source) for source in sources])]).astype(np.int32)
            member = self._on.rank[np.array([at for source in sources for at, _ in source], dtype=np.int64)]
            spent = np.array([cost for source in sources for _, cost in source], dtype=np.int64)
            found = sweep(self._on.parent, self._sides, (first, member, spent), above, pinned)
            return ends.least(np.where(found >= INF, NO_WAY, found))

        return costs

    def matrix(self, sources: Sequence[Group], targets: Sequence[Group]) -> NDArray[np.int64]:
        """Sweep down to all targets, for many sources at a time."""
        return self.pin(targets)(sources)


class _Asked:
    """Costs to one target, asked for one by one."""

    def __init__(self, engine: CchEngine, weight: NDArray[np.int64], target: Group) -> None:
        self._engine = engine
        self._weight = weight
        self._target = target
        self._known: dict[int, int] = {}

    def cost(self, direction: int) -> int:
        if direction not in self._known:
            self._ask(int(direction))
        return self._known[direction]

    def _ask(self, direction: int) -> None:
        found = self._engine.path([(direction, 0)], self._target)
        if found is None:
            self._known[direction] = NO_WAY
            return
        left = int(found[0])
        self._known[direction] = left
        for at in found[1][1:]:
            left -= int(self._weight[at])
            self._known[at] = left
