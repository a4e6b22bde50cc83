"""Real roads against networkx: ``python -m tests.soak.roads [PAIRS]`` (1,000 by default).

Jinan, Chengdu, Liechtenstein and São Paulo, for any vehicle and for one of 4.2 m and 12 t: random pairs by the hierarchy and by
the fallback, a matrix, and isochrones, each compared with networkx on a turn-expanded graph that `tests.gis.road_oracle` builds
by loops. A finished network stands in ``build/soak/roads.json`` and is not run again.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import networkx as nx

from gis.isochrone import isochrone
from gis.roads import ANY_VEHICLE, Vehicle, road_table
from gis.routing import Router
from tests.conftest import DATA
from tests.gis.road_oracle import Oracle, random_spots
from tests.gis.road_scenes import REAL, real_network

OUT = Path("build/soak/roads.json")
PAIRS, SEED = 1_000, 20261122
LORRY = Vehicle(height=4.2, mass_t=12.0)
_SLACK_MS = 2


def compared(name, vehicle, pairs):
    """Compare one network for one vehicle; give counts and the differences."""
    table = road_table(*real_network(DATA / "roads", name))
    oracle = Oracle(table, vehicle)
    routers = {engine: Router(table, vehicle, engine) for engine in ("cch", "scipy")}
    spots = random_spots(routers["cch"], 2 * pairs, SEED)
    found = {"pairs": pairs, "reached": 0, "different": [], "isochrones": 0, "cells": 0}
    for start, end in zip(spots[:pairs], spots[pairs:], strict=True):
        due = oracle.time(start, end)
        found["reached"] += int(due >= 0)
        for engine, router in routers.items():
            for ask in (router.route, router.pair):
                way = ask(start, end)
                if (-1 if way is None else way.ms) != due:
                    found["different"].append(f"{engine} {ask.__name__}: {due} {way}")
    some = spots[: min(30, pairs)]
    rows = max(2, len(some) // 3)
    due = [[oracle.time(one, other) for other in some] for one in some[:rows]]
    for engine, router in routers.items():
        if router.matrix(some[:rows], some).tolist() != due:
            found["different"].append(f"{engine} matrix")
    found["cells"] = rows * len(some)
    for start in some[: rows // 2]:
        found["different"] += _isochrone(routers["cch"], oracle, start, 300_000)
        found["isochrones"] += 1
    return found


def _isochrone(router, oracle, start, limit):
    """Compare every direction's end, and the middle of every road."""
    graph = oracle.graph
    graph.add_node("from")
    for at in start.positions:
        for state in oracle._senses(at.row):
            graph.add_edge("from", state, weight=oracle.ms[at.row] - oracle.done(state, at.fraction))
    reached = nx.single_source_dijkstra_path_length(graph, "from", cutoff=limit)
    graph.remove_node("from")
    network = router.network
    ends = router.reach(start, limit)
    named = zip(network.row.tolist(), network.forward.tolist(), ends.tolist(), strict=True)
    ours = {(row, forward): ms for row, forward, ms in named if ms >= 0}
    different = [f"reach {state}" for state in ours.keys() | (reached.keys() - {"from"}) if ours.get(state) != reached.get(state)]
    spans = {}
    for piece in isochrone(router, start, limit):
        spans.setdefault(piece.row, []).append((piece.begin, piece.finish))
    own = {at.row for at in start.positions}
    for row in sorted({state[0] for state in oracle.states} - own):
        half = [
            reached[before] + oracle.ms[row] / 2
            for state in oracle._senses(row)
            for before in (graph.predecessors(state) if state in graph else ())
            if before in reached
        ]
        within = any(begin <= 0.5 <= finish for begin, finish in spans.get(row, ()))
        if half and abs(min(half) - limit) > _SLACK_MS and within != (min(half) <= limit):
            different.append(f"isochrone {row}")
    return different


def main():
    """Compare all; 1 if anything differs."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    done = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    for name in REAL:
        for what, vehicle in (("any", ANY_VEHICLE), ("lorry", LORRY)):
            key = f"{name} {what} {pairs}"
            if key not in done:
                began = time.process_time()
                done[key] = compared(name, vehicle, pairs) | {"cpu_s": round(time.process_time() - began, 1)}
                OUT.parent.mkdir(parents=True, exist_ok=True)
                OUT.write_text(json.dumps(done, indent=1), encoding="utf-8")
            told = done[key]
            print(  # noqa: T201 - a soak prints
                f"{key:38} {told['reached']:5} of {told['pairs']} reached, {told['cells']} cells, "
                f"{told['isochrones']} isochrones, {len(told['different'])} different, {told['cpu_s']} CPU-s"
            )
            print(*told["different"][:5], sep="\n", end="")  # noqa: T201 - likewise
    return int(any(told["different"] for told in done.values()))


if __name__ == "__main__":
    sys.exit(main())
