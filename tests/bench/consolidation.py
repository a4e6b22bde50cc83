"""Consolidation plans beside the hand plan and plain models: ``python -m tests.bench.consolidation [--budget S] [--only S1]``.

Each runs in a process of its own, one thread; CPU seconds and peak memory are that process's. Budgets are CPU seconds for
our solver and wall seconds for HiGHS and CP-SAT on the plain formulation (their own clocks), one thread each. A finished part is
kept in build/bench/consolidation.json and not run again unless ``--again``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import numpy as np

from tests.twin.space.consolidate.exact import least_cost, plain_model
from twin.space.consolidate.interchange import problem_of
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import check
from twin.space.consolidate.solve import solve

OUT = Path("build/bench/consolidation.json")
DATA = Path(os.environ.get("TWIN_TESTDATA", Path(__file__).resolve().parents[3] / "shared")) / "space" / "consolidation"
PEER = Path("build/peers/ortools")
PACKAGES = ("ortools==9.15.6755", "numpy")
CPSAT = Path(__file__).resolve().parents[1] / "twin" / "space" / "consolidate" / "cpsat.py"
WAYS = ("twin", "highs", "cpsat")
BUDGET = {"S": 60.0, "L": 300.0}


def load(name):
    """Read an instance."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def twin(problem, budget):
    """Plan and check; compiling is done before the clock starts, as after installation."""
    solve(problem, Params(iterations=50, nodes=1, rounds=1))
    began = time.process_time()
    plan = solve(problem, Params(iterations=5_000_000, budget_s=budget))
    spent = time.process_time() - began
    began = time.process_time()
    faults = check(problem, plan)
    return {
        "value": plan.value.total, "bound": plan.bound, "cpu_s": spent, "iterations": plan.iterations, "nodes": plan.nodes,
        "faults": faults, "check_cpu_s": time.process_time() - began,
    }  # fmt: skip


def highs(problem, budget):
    """Hand the plain formulation to HiGHS through scipy."""
    began = time.process_time()
    value, bound = least_cost(problem, seconds=budget)
    return {"value": value, "bound": bound, "cpu_s": time.process_time() - began}


def cpsat(problem, budget):
    """Hand the plain formulation to CP-SAT in an environment of its own: ortools and highspy cannot share a process."""
    m = plain_model(problem)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.npz"
        parts = {name: getattr(m, name) for name in ("cost", "low", "high", "lower", "upper")}
        np.savez(file, indptr=m.matrix.indptr, indices=m.matrix.indices, data=m.matrix.data, constant=m.constant, **parts)
        run = subprocess.run(
            [str(peer()), str(CPSAT), str(file), str(budget)], capture_output=True, text=True, check=True,
        )  # fmt: skip
    return json.loads(run.stdout.splitlines()[-1])


def peer():
    """Give the Python of the peers' environment, made at first need."""
    python = PEER / "bin" / "python"
    if not (PEER / ".ready").exists():
        venv.create(PEER, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (PEER / ".ready").touch()
    return python


def child(way, name, budget):
    """Run one way in this process and print its record."""
    record = {"twin": twin, "highs": highs, "cpsat": cpsat}[way](problem_of(load(name)), budget)
    record.setdefault("memory_mb", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    sys.stdout.write(json.dumps(record) + "\n")


def say(text):
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def line(name, way, hand, record):
    """Print one row of the table."""
    if "absent" in record or "failed" in record:
        say(f"{name:4} {way:6} {record.get('absent') or record['failed']}")
        return
    value, bound = record["value"], record["bound"]
    gap = f"{100 * (value - bound) / value:6.2f}%" if np.isfinite(value) else "     - "
    below = f"{100 * (1 - value / hand):6.2f}%" if np.isfinite(value) else "     - "
    spent = f"{record['cpu_s']:8.1f} {record['memory_mb']:7.0f}"
    say(f"{name:4} {way:6} {value:10.1f} {bound:10.1f} {gap} {below} {spent}  {record.get('faults') or ''}")


def main():
    """Run what is asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--budget", type=float, default=0.0)
    parser.add_argument("--only", default="")
    parser.add_argument("--way", default="")
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--child", nargs=3)
    asked = parser.parse_args()
    if asked.child:
        child(asked.child[0], asked.child[1], float(asked.child[2]))
        return
    done = json.loads(OUT.read_text()) if OUT.exists() and not asked.again else {}
    say(f"{'':4} {'':6} {'value':>10} {'bound':>10} {'gap':>7} {'<hand':>7} {'CPU s':>8} {'MB':>7}")
    for name in asked.only.split(",") if asked.only else ("S1", "S2", "S3", "S4", "S5", "L1"):
        hand = load(name)["hand_plan"]["value"]
        say(f"{name:4} {'hand':6} {hand:10.1f}")
        budget = asked.budget or BUDGET[name[0]]
        for way in asked.way.split(",") if asked.way else WAYS:
            key = f"{name} {way} {budget:g}"
            if done.get(key, {}).get("failed"):
                del done[key]
            if key not in done:
                run = subprocess.run(
                    [sys.executable, "-m", "tests.bench.consolidation", "--child", way, name, str(budget)],
                    capture_output=True, text=True, check=False,
                )  # fmt: skip
                failed = {"failed": run.stderr.strip().splitlines()[-1:] or "no answer"}
                done[key] = json.loads(run.stdout.splitlines()[-1]) if run.returncode == 0 else failed
                OUT.parent.mkdir(parents=True, exist_ok=True)
                OUT.write_text(json.dumps(done, indent=1))
            line(name, way, hand, done[key])


if __name__ == "__main__":
    main()
