"""Vertex guards: 36 polygons of the benchmark, and drawn ones against trying every set: ``python -m tests.soak.art_gallery
[DRAWN]``.

Each benchmark polygon must be solved to its proven optimum, its bound repeated with another test of sight on the same
witnesses, and no random point be unseen. Finished polygons are kept in build/soak/art_gallery.json. The slice that runs with
every test is `tests/twin/security/placement/test_gallery.py`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import shapely

from tests.conftest import DATA
from tests.twin.security.placement.galleries import benchmark, best_by_trying, corners, least_cover, sees, untangled
from twin.security.placement.gallery import guard

OUT = Path("build/soak/art_gallery.json")
POINTS, DRAWN, PART = 20_000, 2_000, 50


def judged(polygon, optimum):
    """Solve one and ask the other test of sight."""
    began = time.process_time()
    guards = guard(polygon)
    spent = time.process_time() - began
    vertices = corners(polygon)
    low_x, low_y, high_x, high_y = polygon.bounds
    points = np.random.default_rng(11).uniform((low_x, low_y), (high_x, high_y), (POINTS, 2))
    points = points[shapely.contains_xy(polygon, points)]
    return {
        "guards": len(guards.vertices), "bound": guards.bound, "optimum": optimum, "rounds": guards.rounds,
        "cpu_s": round(spent, 3), "repeated": least_cover(sees(polygon, vertices, guards.witnesses)),
        "unseen": int((~sees(polygon, vertices[guards.vertices], points).any(axis=0)).sum()),
    }  # fmt: skip


def drawn(number):
    """Draw and try so many polygons; give how many differ."""
    rng = np.random.default_rng(1000 + number)
    told = {"tried": 0, "different": 0}
    while told["tried"] < PART:
        polygon = untangled(np.unique(rng.integers(0, 25, (int(rng.integers(5, 11)), 2)), axis=0))
        if polygon is None:
            continue
        guards = guard(polygon)
        told["tried"] += 1
        told["different"] += int(not guards.proven or guards.bound != best_by_trying(polygon))
    return told


def main():
    """Run what is not yet run; 1 if anything differs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DRAWN
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {"benchmark": {}, "drawn": {}}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    jobs = [
        ("benchmark", name, lambda p=polygon, o=optimum: judged(p, o)) for name, polygon, optimum in benchmark(DATA / "coverage")
    ]
    jobs += [("drawn", str(number), lambda n=number: drawn(n)) for number in range(-(-count // PART))]
    for kind, name, work in jobs:
        if name not in held[kind]:
            held[kind][name] = work()
            OUT.write_text(json.dumps(held, indent=1), encoding="utf-8")
    solved, tried = list(held["benchmark"].values()), list(held["drawn"].values())
    wrong = [one for one in solved if not one["guards"] == one["bound"] == one["optimum"] == one["repeated"] or one["unseen"]]
    spent, slowest = sum(one["cpu_s"] for one in solved), max(one["cpu_s"] for one in solved)
    different = sum(one["different"] for one in tried)
    sys.stdout.write(f"benchmark: {len(solved) - len(wrong)} of {len(solved)} solved; {spent:.1f} CPU-s, at most {slowest:.2f}\n")
    sys.stdout.write(f"drawn: {sum(one['tried'] for one in tried)} polygons, {different} differ from trying every set\n")
    return int(bool(wrong) or different > 0)


if __name__ == "__main__":
    sys.exit(main())
