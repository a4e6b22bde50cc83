"""Cover a floor of 200 rooms, and see most of it with 20 to 200 cameras: ``python -m tests.bench.placement [--only PART]
[--again]``.

The floor is that of `tests.bench.coverage` (4,900 m², doors open, pillars). Candidates hang 0.1 m off the walls, at every
corner and every 0.35 m between, in eight directions (90°, 20 m); samples stand every 0.5 m. Every bound is reckoned anew by
the checker's code over all candidates, and 60 candidates' lists by testing every line of sight. A HiGHS branch and bound of
the reduced instance stands beside ours as a peer (for three minutes by the clock: it knows no other limit). CPU seconds of one
thread, kernels compiled before. A finished part is kept in build/bench/placement.json.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import highspy
import numpy as np
import shapely

from gis.linework import edges_of
from gis.perches import headings_at, perches
from gis.sampling import grid_points, seen_points
from gis.visibility import Eyes, Occluders, look
from tests.gis.plan_scenes import office_floor, seen_by_hand
from twin.security.placement.bounds_check import bound_of, covered_by, gain_of
from twin.security.placement.choosing import Effort, choose_cover, choose_gain
from twin.security.placement.instance import Instance
from twin.security.placement.linear import lp_model
from twin.security.placement.reduce import core_of_cover

OUT = Path("build/bench/placement.json")
SPACING, STEP, HEADINGS, REACH = 0.35, 0.5, 8, 20.0
COUNTS = (20, 60, 120, 200)
PEER_S = 60.0
EFFORT = Effort()


def scene(corridors: int = 5, bays: int = 20):
    """Give the candidates' eyes, the samples, and the instance, with the CPU seconds that each took."""
    walls, rooms, floor = office_floor(corridors, bays)
    began = time.process_time()
    free = shapely.difference(shapely.box(*floor.bounds), walls)
    spots, _ = perches(free, 0.1, SPACING)
    spot, turn = np.nonzero(headings_at(spots, free, HEADINGS, 0.5))
    width, reach = np.full(len(spot), 90.0), np.full(len(spot), REACH)
    eyes = Eyes.aimed(spots[spot], turn * (360.0 / HEADINGS), width, reach)
    spread = [grid_points(room, STEP, 0.02) for room in rooms]
    points = np.concatenate(spread)
    area = np.concatenate([np.full(len(mine), room.area / max(len(mine), 1)) for room, mine in zip(rooms, spread, strict=True)])
    ready = time.process_time()
    edges = edges_of(walls)
    views = look(eyes, Occluders.of(edges))
    swept = time.process_time()
    first, items = seen_points(views, points)
    listed = time.process_time()
    instance = Instance(first, items, np.ones(len(eyes.rows)), area)
    took = {"candidates_s": ready - began, "sweep_s": swept - ready, "lists_s": listed - swept}
    return eyes, points, edges, instance, took


def lists(instance, eyes, points, edges, took):
    """Judge 60 candidates' lists by every line of sight."""
    some = np.random.default_rng(7).choice(len(eyes.rows), 60, replace=False)
    wrong = sum(
        int(np.sum(np.isin(np.arange(len(points)), instance.seen_by(row)) != seen_by_hand(eyes.rows[row], points, edges)))
        for row in some
    )
    return {"candidates": len(eyes.rows), "samples": len(points), "ones": len(instance.items), "wrong": wrong, **took}


def cover(instance, *_):
    """Cover every sample."""
    began = time.process_time()
    choice = choose_cover(instance, EFFORT, unit=1.0)
    spent = time.process_time() - began
    proven = bound_of(instance, choice.certificate)
    dark = int(instance.reachable().sum()) - len(covered_by(instance, choice.order))
    return {
        "value": choice.value,
        "bound": proven,
        "gap_percent": 100.0 * (choice.value - proven) / proven,
        "dark": dark,
        "cpu_s": spent,
    }


def gain(count):
    """See most with so many cameras."""

    def part(instance, *_):
        began = time.process_time()
        choice = choose_gain(instance, float(count), EFFORT)
        spent = time.process_time() - began
        proven, value = bound_of(instance, choice.certificate, None, float(count)), gain_of(instance, choice.order)
        return {"value": value, "bound": proven, "gap_percent": 100.0 * (proven - value) / proven, "cpu_s": spent}

    return part


def peer(instance, *_):
    """Let HiGHS cover the reduced instance by branch and bound, without a start."""
    small = core_of_cover(instance).instance
    programme = lp_model(small)
    programme.integrality_ = [highspy.HighsVarType.kInteger] * small.candidates
    solver = highspy.Highs()
    for name, value in (("output_flag", False), ("threads", 1), ("time_limit", 3.0 * PEER_S)):
        solver.setOptionValue(name, value)
    solver.passModel(programme)
    began = time.process_time()
    solver.run()
    spent = time.process_time() - began
    found, bound = solver.getInfo().objective_function_value, np.ceil(solver.getInfo().mip_dual_bound - 1e-6)
    return {"value": found, "bound": bound, "gap_percent": 100.0 * (found - bound) / bound, "cpu_s": spent}


PARTS = {"lists": lists, "cover": cover, **{f"best {count}": gain(count) for count in COUNTS}, "cover, HiGHS alone": peer}


def say(line):
    """Write one line."""
    sys.stdout.write(f"{line}\n")


def main():
    """Run what is not yet run, and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--again", action="store_true")
    args = parser.parse_args()
    held = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    chosen = [args.only] if args.only in PARTS else [name for name in PARTS if args.only in name]
    todo = [name for name in chosen if name not in held or args.again]
    if todo:
        _, _, _, tiny, _ = scene(1, 2)
        choose_cover(tiny, Effort(parts=1, slopes=5), unit=1.0)
        choose_gain(tiny, 2.0, Effort(parts=1, slopes=5))
        eyes, points, edges, instance, took = scene()
    for name in todo:
        held[name] = PARTS[name](instance, eyes, points, edges, took)
        OUT.write_text(json.dumps(held, indent=1), encoding="utf-8")
    if "lists" in held:
        told = held["lists"]
        say(
            f"{told['candidates']:,} poses, {told['samples']:,} samples, {told['ones']:,} ones; {told['wrong']} wrong in 60 lists"
        )
        say(f"CPU s: candidates {told['candidates_s']:.1f}, sweep {told['sweep_s']:.1f}, lists {told['lists_s']:.1f}")
    say(f"{'':22}{'value':>10}{'bound':>10}{'gap %':>8}{'CPU s':>8}")
    for name, told in held.items():
        if name != "lists":
            say(f"{name:22}{told['value']:>10,.1f}{told['bound']:>10,.1f}{told['gap_percent']:>8.2f}{told['cpu_s']:>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
