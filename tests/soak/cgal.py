"""What eyes see on 200 random floors, beside CGAL's exact arithmetic: ``python -m tests.soak.cgal [FLOORS] [--setup]``.

Half are small office floors with doors and pillars, half scattered blocks; ten eyes on each, all round without end, and ten
with a wedge and a reach. CGAL answers through pyvispoly (GPL) in an environment of its own, build/peers/coverage, which
``--setup`` makes. Finished floors are kept in build/soak/cgal.json. Areas must agree to 1e-9 of the larger of the area and 1 m².
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import shapely

from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, look
from tests.bench.coverage import PY, setup
from tests.gis.plan_scenes import eyes_on, free_eyes, office_floor, random_blocks

OUT = Path("build/soak/cgal.json")
FLOORS, PART, EYES, FAR, AGREE = 200, 10, 10, 1000.0, 1e-9
SCRIPT = Path(__file__).resolve().parents[1] / "bench" / "coverage_peers" / "vispoly_each.py"


def floor(number):
    """Draw a floor: the edges, all of which lie in a closed frame, and the eyes."""
    if number % 2:
        walls, _, free = office_floor(2, 4 + number % 7, seed=number)
        eyes = eyes_on(free, EYES, seed=number, hfov_deg=60.0 + number % 200, reach=4.0 + number % 30)
    else:
        frame = shapely.difference(shapely.box(-2, -2, 32, 32), shapely.box(-1, -1, 31, 31))
        walls = shapely.union_all([random_blocks(number, count=6 + number % 30), frame], grid_size=1e-6)
        eyes = free_eyes(walls, EYES, seed=number)
    return edges_of(walls), eyes


def asked(scenes):
    """Let CGAL answer many scenes, pairs of edges and eyes."""
    told = json.dumps([{"edges": edges.tolist(), "eyes": eyes.tolist()} for edges, eyes in scenes])
    command = [str(PY.absolute()), "-W", "ignore", str(SCRIPT)]
    run = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    return [np.array(areas) for areas in json.loads(run.stdout.splitlines()[-1])]


def compared(numbers):
    """Compare some floors; give of each the worst difference."""
    scenes, ours = [], []
    for number in numbers:
        edges, sectors = floor(number)
        round_about = sectors.rows.copy()
        round_about[:, 2:] = 0.0, 2.0 * np.pi, FAR
        rows = np.vstack([round_about, sectors.rows])
        scenes.append((edges, rows))
        ours.append(look(Eyes(rows), Occluders.of(edges)).areas)
    return {
        str(number): {
            "eyes": len(rows),
            "edges": len(edges),
            "worst": float(np.max(np.abs(mine - theirs) / np.maximum(theirs, 1.0))),
        }
        for number, (edges, rows), mine, theirs in zip(numbers, scenes, ours, asked(scenes), strict=True)
    }


def main():
    """Compare what is not yet compared; 1 if a floor differs, 2 where there is no CGAL."""
    parser = argparse.ArgumentParser()
    parser.add_argument("floors", nargs="?", type=int, default=FLOORS)
    parser.add_argument("--setup", action="store_true")
    args = parser.parse_args()
    if args.setup:
        setup()
    if not PY.exists():
        sys.stdout.write("no CGAL here: python -m tests.soak.cgal --setup\n")
        return 2
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    wanted = [number for number in range(args.floors) if str(number) not in held]
    for start in range(0, len(wanted), PART):
        held |= compared(wanted[start : start + PART])
        OUT.write_text(json.dumps(held, indent=1), encoding="utf-8")
    worst, eyes = max(one["worst"] for one in held.values()), sum(one["eyes"] for one in held.values())
    off = [number for number, one in held.items() if one["worst"] > AGREE]
    sys.stdout.write(
        f"{len(held)} floors, {eyes} eyes: worst relative difference {worst:.2e}; {len(off)} over {AGREE:g} {off[:8]}\n"
    )
    return int(bool(off))


if __name__ == "__main__":
    sys.exit(main())
