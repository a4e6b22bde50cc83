"""Roads beside other engines, in one run: ``python -m tests.bench.roads [--setup] [--again]``.

Jinan with its turns, and the topology of New York (DIMACS challenge 9; weights drawn, places from a spectral layout of distances
to landmarks, so the worst case for a hierarchy): one pair with its path, one to all, 500 x 500, weighing anew. Ours answers on
the turn-expanded network, and every peer on the same arcs. Peers are asked for a few pairs and rows, their 500 x 500 is scaled
up from those; they live in build/peers/roads (``--setup`` makes it). Every answer is compared. CPU seconds of one thread, and
ratios to ours. Then what stands upon it: a drive under battery past 150 and 1,000 chargers, and 1,000 vehicles to 5,000
chargers. A finished part is kept in build/bench/roads.json and not run again unless ``--again``.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import time
import venv
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from gis.engine import CchEngine, Hierarchy
from gis.roads import model, road_table
from gis.streets import Streets
from gis.turns import expand
from tests.conftest import DATA
from tests.gis.road_scenes import real_network
from twin.fleet.charging.assign import assign_columns
from twin.fleet.charging.curve import curve_of
from twin.fleet.charging.journey import search
from twin.fleet.charging.solve import RoadLegs, ask_of
from twin.fleet.energy import Appetite

OUT = Path("build/bench/roads.json")
PEERS = Path("build/peers/roads")
PACKAGES = ("networkx", "scipy", "igraph", "rustworkx", "numpy")
LIBRARIES = ("networkx", "scipy", "igraph", "rustworkx")
STEPS = {
    "prepare": "prepare",
    "pair": "one pair with path",
    "one_to_all": "one to all",
    "matrix": "500 x 500",
    "weigh": "weigh anew",
}
SEED, SIDE = 20261122, 500


def clocked(work, runs=3):
    """Give CPU seconds, the least of some runs, and what came out."""
    best, found = float("inf"), None
    for _ in range(runs):
        began = time.process_time()
        found = work()
        best = min(best, time.process_time() - began)
    return best, found


def jinan():
    """Give directions, turns and their places."""
    return expand(model(road_table(*real_network(DATA / "roads", "jinan/edges.shp"))))


def new_york():
    """Give the topology as directions without turns: an arc an entry, places by three landmarks, weights by a logarithmic law."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - only here
    from scipy.sparse.csgraph import dijkstra  # noqa: PLC0415 - likewise

    with lzma.open(DATA / "roads/topology/NY.gr.xz", "rt") as file:
        lines = file.read().splitlines()
    edges = np.array([line.split()[-2:] for line in lines if line and line[0].isdigit()], dtype=np.int64) - 1
    n = int(edges.max()) + 1
    tail, head = np.concatenate([edges[:, 0], edges[:, 1]]), np.concatenate([edges[:, 1], edges[:, 0]])
    order = np.lexsort((head, tail))
    tail, head = tail[order], head[order]
    hops = csr_array((np.ones(len(tail)), (tail, head)), shape=(n, n))
    first = dijkstra(hops, indices=0, unweighted=True)
    one = int(np.where(np.isfinite(first), first, -1).argmax())
    far = dijkstra(hops, indices=one, unweighted=True)
    other = int(np.where(np.isfinite(far), far, -1).argmax())
    back = dijkstra(hops, indices=other, unweighted=True)
    side = int(np.where(np.isfinite(far + back), np.minimum(far, back), -1).argmax())
    third = dijkstra(hops, indices=side, unweighted=True)
    places = np.nan_to_num(np.stack([far - back, third - np.minimum(far, back)], axis=1), posinf=0.0, neginf=0.0)
    ms = np.rint(np.random.default_rng(SEED).lognormal(8.0, 0.7, len(tail))).astype(np.int64) + 1
    return SimpleNamespace(n=n, tail=tail, head=head, ms=ms, places=places)


class Bare:
    """Nodes and arcs with the face of a network: an arc costs its own weight."""

    def __init__(self, graph):
        self.row = np.arange(graph.n)
        self.turn_to, self.ms = graph.head, graph.ms
        self.arc = np.arange(len(graph.head))
        self.weights = graph.ms


class BareEngine(CchEngine):
    """The hierarchy where every arc has a weight of its own."""

    def weigh(self, network, *, tight=True):
        self._sides = self._on.sides(network.weights, tight=tight)


def graphs():
    """Give both: engine, arcs for the peers, and how to weigh anew."""
    net = jinan()
    cost = net.ms[net.turn_to]
    yield "Jinan", net, SimpleNamespace(n=len(net.row), tail=net.turn_from, head=net.turn_to, ms=cost), None
    york = new_york()
    yield "New York", Bare(york), york, york.places


def ours(net, arcs, places, asked):
    """Time ours."""
    starts, ends = asked

    def made():
        if places is None:
            return CchEngine(net)
        return BareEngine(net, Hierarchy(places, arcs.tail, arcs.head))

    prepare, engine = clocked(made, 1)
    unit = 23 if places is None else 0
    engine.path([(starts[0], 0)], [(ends[0], 0)])
    pair, found = clocked(lambda: [engine.path([(a, 0)], [(b, 0)]) for a, b in zip(starts, ends, strict=True)])
    everywhere = engine.pin([[(at, 0)] for at in range(arcs.n)])
    whole, rows = clocked(lambda: everywhere([[(a, 0)] for a in starts[:16]]))
    matrix, _ = clocked(lambda: engine.matrix([[(a, 0)] for a in starts], [[(b, 0)] for b in ends]))
    weigh, _ = clocked(lambda: engine.weigh(net, tight=False))
    tight, _ = clocked(lambda: engine.weigh(net))
    return {
        "prepare": prepare,
        "pair": pair / len(starts),
        "one_to_all": whole / 16,
        "matrix": matrix,
        "weigh": weigh,
        "weigh_tight": tight,
        "pairs": [-1.0 if way is None else float(way[0] >> unit) for way in found[:50]],
        "rows": [[float(value) if value < 0 else float(value >> unit) for value in row[ends[:20]].tolist()] for row in rows],
    }


def peer(library, arcs, asked, few):
    """Time a peer in its own environment and process."""
    file = Path("build/bench/roads-graph.npz").absolute()
    np.savez(file, n=arcs.n, tail=arcs.tail, head=arcs.head, ms=arcs.ms, starts=asked[0], ends=asked[1])
    command = [PEERS / "bin/python", Path(__file__).parent / "peers/roads.py", library, file, str(few)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1800)
    return json.loads(done.stdout) if done.returncode == 0 else {"absent": done.stderr[-300:]}


def electric():
    """Time a drive under battery past chargers, on Jinan, and 1,000 vehicles to 5,000 chargers."""
    table = road_table(*real_network(DATA / "roads", "jinan/edges.shp"))
    router = Streets(table).router()
    points = np.concatenate([np.asarray(line.coords)[:1, :2] for line in table.lines])
    rng = np.random.default_rng(SEED)
    low, high = np.quantile(points, [0.02, 0.98], axis=0)
    ends = np.array([[low[0], low[1]], [high[0], high[1]]])
    found = {}
    for count in (150, 1_000):
        places = router.snap(np.concatenate([points[rng.choice(len(points), count, replace=False)], ends]))
        hunger = Appetite(150.0, 500.0, "bench", 0)
        curves = [curve_of(20_000.0, power, None) for power in rng.choice([7.0, 60.0, 120.0], count)]
        asked = SimpleNamespace(
            ground=SimpleNamespace(appetite=hunger, battery_wh=20_000.0), params=None,
            start_wh=3_500.0, reserve_wh=1_000.0, goal_wh=10_000.0, plug_ms=180_000.0,
        )  # fmt: skip

        def drive(places=places, curves=curves, asked=asked, hunger=hunger):
            return search(ask_of(asked, router, places, curves), RoadLegs(router, places, hunger))

        found[f"drive past {count} chargers, ms"], way = clocked(drive, 1)
        found[f"drive past {count} chargers, ms"] *= 1000.0
        found[f"stops of {count}"] = len(way.stops) if way else -1
    homes = router.snap(points[rng.choice(len(points), 1_000)])
    stands = router.snap(points[rng.choice(len(points), 5_000, replace=False)])
    found["times of 1,000 to 5,000, s"], ms = clocked(lambda: router.matrix(homes, stands), 2)
    cost = np.where(ms < 0, np.inf, ms).astype(np.float64)
    found["assign 1,000 to 5,000, s"], (chosen, gap) = clocked(lambda: assign_columns(cost), 3)
    found["assign gap"], found["assigned"] = gap, int((chosen >= 0).sum())
    return found


def main():
    """Run what is not there yet, and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--setup", action="store_true")
    parser.add_argument("--again", action="store_true")
    args = parser.parse_args()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    if args.setup or not (PEERS / "bin/python").exists():
        venv.create(PEERS, with_pip=True, clear=True)
        subprocess.run([PEERS / "bin/python", "-m", "pip", "install", "-q", *PACKAGES], check=True)
    done = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() and not args.again else {}

    def keep(key, work):
        if key not in done:
            done[key] = work()
            OUT.write_text(json.dumps(done), encoding="utf-8")
        return done[key]

    if not all(f"{name} {who}" in done for name in ("Jinan", "New York") for who in ("ours", *LIBRARIES)):
        for name, net, arcs, places in graphs():
            rng = np.random.default_rng(SEED)
            asked = rng.integers(0, arcs.n, (2, SIDE)).tolist()
            keep(f"{name} ours", lambda net=net, arcs=arcs, places=places, asked=asked: ours(net, arcs, places, asked))
            for library in LIBRARIES:
                few = {"Jinan": 10, "New York": 3}[name]
                keep(
                    f"{name} {library}", lambda library=library, arcs=arcs, asked=asked, few=few: peer(library, arcs, asked, few)
                )
    told = keep("electric", electric)
    return _print(done, told)


def _print(done, told):
    wrong = 0
    for name in ("Jinan", "New York"):
        mine = done[f"{name} ours"]
        print(f"\n{name:20}" + "".join(f"{words:>24}" for words in STEPS.values()))  # noqa: T201 - a bench prints
        for who in ("ours", *LIBRARIES):
            theirs = done[f"{name} {who}"]
            if "absent" in theirs:
                print(f"{who:20} absent: {theirs['absent'][-80:]!r}")  # noqa: T201 - likewise
                continue
            same = theirs["pairs"] == mine["pairs"][: len(theirs["pairs"])] if who != "ours" else True
            same &= all(a == b for a, b in zip(theirs["rows"], mine["rows"], strict=False))
            wrong += not same
            cells = "".join(f"{theirs[step] * 1000:14,.3f} ms x{theirs[step] / mine[step]:<7,.1f}" for step in STEPS)
            print(f"{who:20}{cells} {'equal' if same else 'DIFFERENT'}")  # noqa: T201 - likewise
        print(f"weighing anew and tightening: {mine['weigh_tight'] * 1000:.1f} ms")  # noqa: T201 - likewise
    print()  # noqa: T201 - likewise
    for what, value in told.items():
        print(f"{what:32} {value:,.3f}")  # noqa: T201 - likewise
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
