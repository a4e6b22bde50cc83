"""Fixes under noise put back on the roads of Jinan: `python -m tests.bench.matching`.

28 taxi traces whose place on the network is known; noise of a given standard deviation on each axis is added and the distance
from the matched place to the true one is taken. Noise along the road no matcher can take away: of 11 m its median is 7.4 m.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np

from gis.matching import match
from gis.roads import road_table
from gis.routing import Router
from tests.conftest import DATA
from tests.gis.road_scenes import real_network
from tests.gis.test_matching import taxis

OUT = Path("build/bench/matching.json")
NOISE_M = (0.0, 5.0, 11.0, 20.0)
VALHALLA = (
    "Valhalla 3.9, in an earlier run on 8 of the traces, noise 11 m: median 7.6 m, 90 % 19.2 m, within 15 m 80 %, 0.4 ms a fix"
)


def table(rows: list[dict[str, float]]) -> str:
    """Lay the rows out."""
    lines = ["noise m  fixes  left out  breaks  median m  90 % m  within 15 m  CPU ms a fix"]
    for row in rows:
        counts = f"{row['noise_m']:7.0f} {row['fixes']:6.0f} {row['left_out']:9.0f} {row['breaks']:7.0f}"
        errors = f"{row['median_m']:9.1f} {row['p90_m']:7.1f} {row['within_15_m']:12.1%} {row['ms_per_fix']:13.3f}"
        lines.append(f"{counts} {errors}")
    return "\n".join([*lines, VALHALLA])


def main() -> int:
    """Match all traces at each noise and print errors and milliseconds of processor a fix."""
    roads, bans = real_network(DATA / "roads", "jinan/edges.shp")
    router = Router(road_table(roads, bans), engine="scipy")
    tracks = taxis(DATA, roads.crs)
    match(router, tracks[0][:, 1:], tracks[0][:, 0])  # makes the tree and loads the kernels
    rows = []
    for sigma in NOISE_M:
        chance = np.random.default_rng(1)
        errors, breaks, spent = [], 0, 0.0
        for track in tracks:
            noisy = track[:, 1:] + sigma * chance.normal(size=(len(track), 2))
            begun = time.process_time()
            found = match(router, noisy, track[:, 0])
            spent += time.process_time() - begun
            errors.append(np.hypot(*(found.points - track[:, 1:]).T))
            breaks += len(found.pieces) - 1
        off = np.concatenate(errors)
        rows.append({
            "noise_m": sigma, "fixes": len(off), "left_out": int(np.isnan(off).sum()), "breaks": breaks,
            "median_m": float(np.nanmedian(off)), "p90_m": float(np.nanpercentile(off, 90)),
            "within_15_m": float(np.mean(off < 15.0)), "ms_per_fix": 1e3 * spent / len(off),
        })  # fmt: skip
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    print(table(rows))  # noqa: T201 - a bench prints
    return 0


if __name__ == "__main__":
    sys.exit(main())
