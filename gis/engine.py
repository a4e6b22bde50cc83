"""Search on the turn-expanded network: customizable contraction hierarchies where the wheel is there, scipy where not.

Both answer the same questions with the same integers. Sources and targets are groups ``[(direction, milliseconds), ...]``: a
journey may begin with any member of its source group, having spent so much already, and ends by any member of its target
group, with so much still to spend. Costs are those of leaving a direction's end and driving on.

Sources: Dibbelt, Strasser and Wagner, Customizable Contraction Hierarchies (2016); RoutingKit.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from routingkit_cch import CCHQuery

    from gis.turns import Network

    Group = Sequence[tuple[int, int]]

__all__ = ["CchEngine", "Engine", "EngineName", "ScipyEngine", "Toward", "make_engine"]

EngineName = Literal["auto", "cch", "scipy"]
NO_WAY = -1
"""Cost of what cannot be reached."""


class Toward(Protocol):
    """Costs of going on to one target group."""

    def cost(self, direction: int) -> int:
        """Milliseconds from the end of a direction to the target, `NO_WAY` where there is no way."""


class Engine(Protocol):
    """What the two engines have in common."""

    def toward(self, target: Group) -> Toward:
        """Prepare for costs to one target group."""

    def matrix(self, sources: Sequence[Group], targets: Sequence[Group]) -> NDArray[np.int64]:
        """Milliseconds from every source group to every target group, `NO_WAY` where there is no way."""


def make_engine(network: Network, name: EngineName = "auto") -> Engine:
    """Give the fastest engine that is installed, or the one that is named."""
    if name == "cch" or (name == "auto" and find_spec("routingkit_cch") is not None):
        return CchEngine(network)
    return ScipyEngine(network)


class ScipyEngine:
    """Dijkstra in compiled code: nothing to prepare, every answer searches the network anew."""

    def __init__(self, network: Network) -> None:
        count = len(network.row)
        self._count = count
        weights = network.ms[network.turn_to].astype(np.float64)
        self._onward = csr_array((weights, network.turn_to, network.turn_start), shape=(count, count))
        self._back = self._onward.T.tocsr()

    def toward(self, target: Group) -> Toward:
        """Search backwards from the target once; every cost is then a look-up."""
        return _Table(self._search(self._back, target))

    def matrix(self, sources: Sequence[Group], targets: Sequence[Group]) -> NDArray[np.int64]:
        """Search once from every source."""
        found = np.full((len(sources), len(targets)), NO_WAY, dtype=np.int64)
        for row, source in enumerate(sources):
            costs = self._search(self._onward, source)
            for place, target in enumerate(targets):
                sums = [costs[at] + extra for at, extra in target if costs[at] != NO_WAY]
                found[row, place] = min(sums, default=NO_WAY)
        return found

    def reached(self, source: Group, limit_ms: int) -> NDArray[np.int64]:
        """Milliseconds to the end of every direction that can be reached within a limit, `NO_WAY` for the others."""
        return self._search(self._onward, source, limit_ms)

    def _search(self, graph: csr_array, group: Group, limit_ms: float = np.inf) -> NDArray[np.int64]:
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
        costs = dijkstra(linked, indices=self._count, limit=limit_ms + 1.0)[: self._count]
        return np.where(np.isfinite(costs), costs - 1.0, NO_WAY).astype(np.int64)


class _Table:
    """Costs to one target, all of them known."""

    def __init__(self, costs: NDArray[np.int64]) -> None:
        self._costs = costs

    def cost(self, direction: int) -> int:
        return int(self._costs[direction])


class CchEngine:
    """A hierarchy ordered once per network by where its roads lie; then every answer takes microseconds."""

    def __init__(self, network: Network) -> None:
        import routingkit_cch as kit  # noqa: PLC0415 - absent on machines without its wheel; scipy then serves

        self._kit = kit
        self._weight = network.ms
        count, tail, head = len(network.row), network.turn_from.tolist(), network.turn_to.tolist()
        east, north = network.middle[:, 0].tolist(), network.middle[:, 1].tolist()
        # by place, never by degree: the order by degree was seen not to end on large networks
        order = kit.compute_order_inertial(count, tail, head, north, east)
        self._hierarchy = kit.CCH(order, tail, head, False)  # noqa: FBT003 - the binding takes it by place only
        self._metric = kit.CCHMetric(self._hierarchy, network.ms[network.turn_to].tolist())

    def toward(self, target: Group) -> Toward:
        """Ask the hierarchy when asked, and remember what lay on the way."""
        return _Asked(self._kit.CCHQuery(self._metric), self._weight, target)

    def matrix(self, sources: Sequence[Group], targets: Sequence[Group]) -> NDArray[np.int64]:
        """Pin the targets, then sweep once per source."""
        found = np.full((len(sources), len(targets)), NO_WAY, dtype=np.int64)
        pinned = sorted({at for target in targets for at, _ in target})
        if not pinned:
            return found
        place = {at: number for number, at in enumerate(pinned)}
        sweep = self._kit.CCHOneToMany(self._metric, pinned)
        for row, source in enumerate(sources):
            if not source:
                continue
            costs = sweep.distances_from_multi([(int(at), int(spent)) for at, spent in source])
            for column, target in enumerate(targets):
                sums = [cost + extra for at, extra in target if (cost := costs[place[at]]) is not None]
                found[row, column] = min(sums, default=NO_WAY)
        return found


class _Asked:
    """Costs to one target, asked for one by one."""

    def __init__(self, query: CCHQuery, weight: NDArray[np.int64], target: Group) -> None:
        self._query = query
        self._weight = weight
        self._target = [(int(at), int(extra)) for at, extra in target]
        self._known: dict[int, int] = {}

    def cost(self, direction: int) -> int:
        if direction not in self._known:
            self._ask(direction)
        return self._known[direction]

    def _ask(self, direction: int) -> None:
        if not self._target:
            self._known[direction] = NO_WAY
            return
        # the binding refuses a second query while the answer to the first is held: it must not outlive this call
        answer = self._query.run_multi([(int(direction), 0)], self._target)
        if answer.distance is None:
            self._known[direction] = NO_WAY
            return
        left = int(answer.distance)
        self._known[direction] = left
        for at in answer.node_path[1:]:
            left -= int(self._weight[at])
            self._known[at] = left
