"""The questions of tests/bench/roads.py by another library: ``python roads.py LIBRARY GRAPH.npz``; prints JSON.

Runs in build/peers/roads, which has networkx, scipy, igraph and rustworkx; imports nothing of the project.
"""

import json
import sys
import time
from itertools import pairwise

import numpy as np

# ruff: noqa: PLC0415, T201 - each library is loaded alone, and the answer is printed


def clocked(work, least=1):
    """Give CPU seconds of the best of a few runs, and what came out of the last."""
    best, found = float("inf"), None
    for _ in range(least):
        began = time.process_time()
        found = work()
        best = min(best, time.process_time() - began)
    return best, found


def networkx_(n, tail, head, ms):
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))

    def weigh():
        graph.add_weighted_edges_from(zip(tail.tolist(), head.tolist(), ms.tolist(), strict=True))

    weigh()

    def pair(a, b):
        try:
            return nx.bidirectional_dijkstra(graph, a, b)[0]
        except nx.NetworkXNoPath:
            return -1

    def row(a):
        found = np.full(n, -1.0)
        reached = nx.single_source_dijkstra_path_length(graph, a)
        found[list(reached)] = list(reached.values())
        return found

    return pair, row, weigh


def scipy_(n, tail, head, ms):
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    order = np.lexsort((head, tail))
    start = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=n))])
    held = {}

    def weigh():
        held["graph"] = csr_array((ms[order].astype(float), head[order], start), shape=(n, n))

    weigh()

    def pair(a, b):
        costs, before = dijkstra(held["graph"], indices=a, return_predecessors=True)
        at = b
        while before[at] >= 0:
            at = before[at]
        return costs[b] if np.isfinite(costs[b]) else -1

    def row(a):
        costs = dijkstra(held["graph"], indices=a)
        return np.where(np.isfinite(costs), costs, -1)

    return pair, row, weigh


def igraph_(n, tail, head, ms):
    import igraph

    graph = igraph.Graph(n=n, edges=list(zip(tail.tolist(), head.tolist(), strict=True)), directed=True)

    def weigh():
        graph.es["ms"] = ms.tolist()

    weigh()
    weights = ms.astype(float)

    def pair(a, b):
        path = graph.get_shortest_path(a, b, weights="ms", output="epath")
        return weights[path].sum() if path or a == b else -1

    def row(a):
        costs = np.array(graph.distances(a, weights="ms")[0])
        return np.where(np.isfinite(costs), costs, -1)

    return pair, row, weigh


def rustworkx_(n, tail, head, ms):
    import rustworkx as rx

    graph = rx.PyDiGraph(multigraph=True)
    graph.add_nodes_from(range(n))

    def weigh():
        graph.clear_edges()
        graph.add_edges_from(list(zip(tail.tolist(), head.tolist(), ms.astype(float).tolist(), strict=True)))

    weigh()

    def pair(a, b):
        found = rx.dijkstra_shortest_paths(graph, a, b, weight_fn=float)
        if b not in found:
            return 0 if a == b else -1
        return rx.dijkstra_shortest_path_lengths(graph, a, float, b)[b] if len(found) == 0 else _length(found[b])

    arcs = {}

    def _length(path):
        if not arcs:
            for one, other, cost in zip(tail.tolist(), head.tolist(), ms.tolist(), strict=True):
                arcs[one, other] = min(cost, arcs.get((one, other), cost))
        return sum(arcs[step] for step in pairwise(path))

    def row(a):
        found = np.full(n, -1.0)
        reached = rx.dijkstra_shortest_path_lengths(graph, a, float)
        found[list(reached.keys())] = list(reached.values())
        found[a] = 0
        return found

    return pair, row, weigh


def main():
    """Answer and time."""
    library, path = sys.argv[1:3]
    held = np.load(path)
    n, tail, head, ms = int(held["n"]), held["tail"], held["head"], held["ms"]
    began = time.process_time()
    pair, row, weigh = {"networkx": networkx_, "scipy": scipy_, "igraph": igraph_, "rustworkx": rustworkx_}[library](
        n, tail, head, ms
    )
    prepare = time.process_time() - began
    starts, ends, pairs = held["starts"].tolist(), held["ends"].tolist(), int(sys.argv[3])
    pair(starts[0], ends[0])
    spent, found = clocked(lambda: [pair(a, b) for a, b in zip(starts[:pairs], ends[:pairs], strict=True)])
    whole, costs = clocked(lambda: [row(a) for a in starts[:pairs]])
    again, _ = clocked(weigh, 2)
    print(
        json.dumps({
            "prepare": prepare,
            "pair": spent / pairs,
            "one_to_all": whole / pairs,
            "matrix": whole / pairs * len(starts),
            "weigh": again,
            "pairs": [float(value) for value in found],
            "rows": [[float(value) for value in cost[ends[:20]]] for cost in costs],
        })
    )  # fmt: skip


if __name__ == "__main__":
    main()
