"""What 2,300 cameras see, beside other engines: ``python -m tests.bench.coverage [--only PART] [--again]``.

The scenes are 30 office floors with 60 cameras each and a district of 500 buildings (10,000 edges) with 500. Ours is timed on
all of it, in plan; peers on a share of the same cameras, scaled up, because the slowest would take hours. Each peer answers from
build/peers/coverage (``python -m tests.bench.coverage --setup`` makes it; GDAL comes from the system) in its own process, and
its areas are compared with the exact ones. CPU seconds of one thread, ratios to our sweep. A finished part is kept in
build/bench/coverage.json and not run again unless ``--again``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import shapely

from gis.aiming import aimed
from gis.arrangement import arrange_tiles
from gis.density import density_of_pairs, limited
from gis.lens import Lens
from gis.linework import edges_of
from gis.visibility import Eyes, Occluders, look
from tests.bench.coverage_scenes import FLOORS, comb_district, floor_eyes, office_floor, street_eyes

OUT = Path("build/bench/coverage.json")
PEERS = Path("build/peers/coverage")
PY = PEERS / "py/bin/python"
CELLS = 4
"""Cells along each side of the district."""
LEVELS = (25.0, 62.5, 125.0, 250.0)
PIXELS = 2560.0
SAMPLE = 40
"""Cameras that each peer is timed on."""


def scenes():
    """Give the two kinds of scene: walls, tiles, eyes of each floor; and of the district."""
    walls, rooms, floor = office_floor()
    footprints, _ = comb_district()
    solid = shapely.union_all(footprints)
    ground = shapely.difference(shapely.box(0, 0, 2000, 2000), solid)
    step = 2000.0 / CELLS
    boxes = [shapely.box(i * step, j * step, (i + 1) * step, (j + 1) * step) for i in range(CELLS) for j in range(CELLS)]
    cells = [shapely.difference(cell, solid) for cell in boxes]
    return (walls, rooms, [floor_eyes(floor, number) for number in range(FLOORS)]), (solid, cells, street_eyes(ground))


def clocked(work):
    """Give CPU seconds, the least of three runs."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


def lenses_of(eyes):
    """Write eyes as lenses known in plan."""
    return [
        Lens(x, y, 90.0 - np.degrees(start + 0.5 * width), float(np.degrees(width)), reach)
        for x, y, start, width, reach in eyes.rows
    ]


def sweep(indoor, outdoor):
    """Bin the walls and sweep all 2,300 cameras."""
    walls, outside = edges_of(indoor[0]), edges_of(outdoor[0])

    def work():
        for eyes in indoor[2]:
            look(eyes, Occluders.of(walls))
        look(outdoor[2], Occluders.of(outside))

    return {"cpu_s": clocked(work)}


def whole_of(walls, tiles, eyes):
    """Reckon one place whole: polygons, faces, k, levels, zones, every N-1, blind parts."""
    occluders, lenses = Occluders.of(edges_of(walls)), lenses_of(eyes)
    views = look(eyes, occluders)
    polygons = views.polygons()
    ends = [limited(lens, PIXELS, level) for lens in lenses for level in LEVELS]
    ends = [lens for lens in ends if lens.depth < lens.reach]
    cut_eyes, aim = aimed(ends)
    faces = arrange_tiles(views, tiles, cuts=look(cut_eyes, occluders, aim))
    density = density_of_pairs(lenses, np.full(len(lenses), PIXELS), faces.points, faces.seen)
    best = np.zeros(len(faces.areas))
    np.maximum.at(best, faces.seen[:, 0], density)
    levels = [faces.by_zone(np.where(best >= level, faces.areas, 0.0), len(tiles)) for level in LEVELS]
    sums = faces.area_by_k(), faces.area_by_zone(len(tiles), 1), faces.loss_by_eye(), faces.joint_by_pair()
    blind = shapely.coverage_union_all(faces.faces[faces.k == 0])
    return polygons, levels, sums, blind


def whole(indoor, outdoor):
    """Reckon all 31 places, warm."""

    def work():
        for eyes in indoor[2]:
            whole_of(indoor[0], indoor[1], eyes)
        whole_of(*outdoor)

    whole_of(indoor[0], indoor[1], indoor[2][0])
    return {"cpu_s": clocked(work)}


def moved(indoor, outdoor):
    """Turn one camera: its new view, and how the figures of its surroundings change."""
    from gis.change import change  # noqa: PLC0415 - only here

    found = {}
    for name, (walls, tiles, eyes) in (("floor", (indoor[0], indoor[1], indoor[2][0])), ("district", outdoor)):
        occluders = Occluders.of(edges_of(walls))
        views = look(eyes, occluders)
        rows = eyes.rows[:1].copy()
        rows[0, 2] += 1.0
        change(views, 0, look(Eyes(rows), occluders), tiles)
        found[name] = clocked(lambda v=views, r=rows, o=occluders, t=tiles: change(v, 0, look(Eyes(r), o), t))
    return {"cpu_s": max(found.values()), **found}


def share(indoor, outdoor):
    """Give the cameras that peers are timed on: edges, eyes and exact areas of some indoors and some outdoors."""
    parts = []
    for walls, eyes, count, stands_for in (
        (indoor[0], indoor[2][0], SAMPLE, FLOORS * 60),
        (outdoor[0], outdoor[2], SAMPLE // 4, 500),
    ):
        edges = edges_of(walls)
        some = Eyes(eyes.rows[:count].copy())
        parts.append(
            {
                "edges": edges,
                "eyes": some.rows,
                "areas": look(some, Occluders.of(edges)).areas,
                "stands_for": stands_for,
                "walls": walls,
            }
        )
    return parts


def peer(name, indoor, outdoor):
    """Time one peer on the share of cameras; scale its time up to all 2,300 and compare its areas."""
    found = []
    for part in share(indoor, outdoor):
        told = ASK[name](part)
        if "absent" in told:
            return told
        areas = np.array(told["areas"])
        error = np.abs(areas - part["areas"][: len(areas)])
        found.append({
            "cpu_s": told["cpu_s"] / len(areas) * part["stands_for"],
            "worst_m2": float(error.max()),
            "mean_percent": float(100.0 * np.mean(error / np.maximum(part["areas"][: len(areas)], 0.1))),
            "wrong": int(np.sum(error > 1e-3 * np.maximum(part["areas"][: len(areas)], 1.0))),
            "of": len(areas),
        })  # fmt: skip
    return {"cpu_s": sum(one["cpu_s"] for one in found), "parts": found}


def _asked(command, part, name):
    """Hand a scene to a peer's own program as JSON and read its areas."""
    script = Path(__file__).with_name("coverage_peers") / name
    scene = {"edges": part["edges"].tolist(), "eyes": part["eyes"].tolist()}
    run = subprocess.run([*command, str(script.resolve())], input=json.dumps(scene), capture_output=True, text=True, check=False)
    if run.returncode:
        return {"absent": run.stderr.strip().splitlines()[-1] if run.stderr.strip() else f"exit {run.returncode}"}
    return json.loads(run.stdout.splitlines()[-1])


def _python(name):
    return lambda part: (
        _asked([str(PY.absolute()), "-W", "ignore"], part, name) if PY.exists() else {"absent": "--setup was not run"}
    )


def _node(part):
    if not (PEERS / "js/node_modules").exists():
        return {"absent": "--setup was not run"}
    return _asked(["env", f"NODE_PATH={(PEERS / 'js/node_modules').resolve()}", "node"], part, "visibility_polygon.js")


def _gdal(part):
    if shutil.which("gdal_viewshed") is None:
        return {"absent": "gdal_viewshed is not installed"}
    return _asked([sys.executable], part, "gdal.py")


ASK = {
    "pyvispoly": _python("vispoly.py"),
    "visilibity": _python("visi.py"),
    "visibility-polygon": _node,
    "embreex 0.1 m": _python("embree.py"),
    "gdal_viewshed 0.25 m": _gdal,
}
OURS = {"sweep": sweep, "whole run": whole, "one moved camera": moved}


def say(line):
    """Write one line."""
    sys.stdout.write(f"{line}\n")


def setup():
    """Make the peers' environment; what does not build stays out and is told."""
    PEERS.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", str(PEERS / "py")], check=True)
    for package in ("numpy", "pyvispoly", "embreex", "VisiLibity"):
        subprocess.run([str(PEERS / "py/bin/pip"), "install", "-q", "--disable-pip-version-check", package], check=False)
    (PEERS / "js").mkdir(exist_ok=True)
    if shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "visibility-polygon@1.1.0"], check=False, cwd=PEERS / "js")


def main():
    """Run what is not yet run, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--setup", action="store_true")
    args = parser.parse_args()
    if args.setup:
        setup()
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    indoor, outdoor = scenes()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    for name in (*OURS, *ASK):
        if (name in held and not args.again) or (args.only and args.only not in name):
            continue
        held[name] = OURS[name](indoor, outdoor) if name in OURS else peer(name, indoor, outdoor)
        OUT.write_text(json.dumps(held, indent=1), encoding="utf-8")
    base = held.get("sweep", {}).get("cpu_s", 1.0)
    say(f"{'':24}{'CPU s':>10}{'ratio':>10}  mean error %, worst m2, wrong (indoors | outdoors)")
    for name, told in held.items():
        if "absent" in told:
            say(f"{name:24}{'-':>10}{'-':>10}  {told['absent']}")
            continue
        parts = " | ".join(
            f"{one['mean_percent']:.3g} %, {one['worst_m2']:.3g}, {one['wrong']}/{one['of']}" for one in told.get("parts", [])
        )
        say(f"{name:24}{told['cpu_s']:>10.3f}{told['cpu_s'] / base:>10.1f}  {parts}")


if __name__ == "__main__":
    main()
