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
import time
from pathlib import Path

import numpy as np

from tests.twin.space.consolidate.exact import least_cost, plain_model
from twin.space.consolidate.interchange import problem_of
from twin.space.consolidate.params import Params
from twin.space.consolidate.plan import check
from twin.space.consolidate.solve import solve

OUT = Path("build/bench/consolidation.json")
DATA = Path(os.environ.get("TWIN_TESTDATA", Path(__file__).resolve().parents[3] / "shared")) / "space" / "consolidation"
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
    """Hand the plain formulation to CP-SAT, costs in tenths."""
    try:
        from ortools.sat.python import cp_model  # noqa: PLC0415 - a peer, not a dependency; never beside highspy
    except ImportError:
        return {"absent": "ortools is not installed"}
    began = time.process_time()
    m = plain_model(problem)
    model = cp_model.CpModel()
    top = np.where(np.isfinite(m.upper), m.upper, 100_000).astype(int).tolist()
    x = [model.new_int_var(int(low), high, "") for low, high in zip(m.lower, top, strict=True)]
    for row, (low, high) in enumerate(zip(m.low, m.high, strict=True)):
        span = slice(m.matrix.indptr[row], m.matrix.indptr[row + 1])
        terms = sum(int(v) * x[c] for c, v in zip(m.matrix.indices[span].tolist(), m.matrix.data[span].tolist(), strict=True))
        if np.isfinite(low):
            model.add(terms >= int(low))
        if np.isfinite(high):
            model.add(terms <= int(high))
    model.minimize(sum(round(10 * c) * v for c, v in zip(m.cost.tolist(), x, strict=True) if c))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = budget
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return {
        "value": solver.objective_value / 10 + m.constant if found else np.inf,
        "bound": solver.best_objective_bound / 10 + m.constant,
        "cpu_s": time.process_time() - began,
    }


def child(way, name, budget):
    """Run one way in this process and print its record."""
    record = {"twin": twin, "highs": highs, "cpsat": cpsat}[way](problem_of(load(name)), budget)
    record["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
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
