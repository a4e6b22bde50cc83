"""Public assignment instances through our kernel: ``python -m tests.bench.assignment [--only gap|osap] [--again]``.

Generalised assignment (types c, d, e up to 20 × 200): value after 20 CPU seconds, our bound, published bounds. Office space
allocation (72 instances): broken hard rules and value after 5 CPU seconds by a reckoning of the file's own rows, and a bound that
counts room left and overused only; one instance also after 3 and 30. A bound counts what its module says and nothing is claimed
beyond it. A finished row stands in build/bench/assignment.json; a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

import numpy as np

from tests.twin.space.assign.instances import gap, judge, osap, problem_of, published
from twin.space.assign.bound import lagrangian, relax
from twin.space.assign.solve import Params, solve

OUT = Path("build/bench/assignment.json")
DATA = Path(os.environ.get("TWIN_TESTDATA", Path(__file__).resolve().parents[3] / "shared")) / "space"
NEVER = 10**9
HEATS = ((0.4, 0.02), (1.2, 0.3))
"""Cold and warm cooling of a generalised assignment, in units of the median spread of reduced costs; half of the budget each."""


def one_gap(name, budget):
    """Solve one generalised assignment."""
    problem = gap(DATA / "gap" / "data" / f"{name}.zip")
    began = time.process_time()
    relaxed = relax(problem)
    order = np.sort(relaxed.reduced, axis=1)
    spread = float(np.median(order[:, 2] - order[:, 0]))
    share = (budget - (time.process_time() - began)) / len(HEATS)
    tries = [
        solve(problem, Params(steps=NEVER, budget_s=share, heat=(hot * spread, cold * spread)), relaxed.reduced)
        for hot, cold in HEATS
    ]
    low, high = published(DATA / "gap" / "data" / "bounds.txt")[name]
    value = min(found.value for found in tries)
    return {"value": value, "bound": relaxed.bound, "low": low, "high": high, "cpu_s": time.process_time() - began}


def one_osap(name, budget):
    """Solve one office space allocation."""
    office = osap(DATA / "osap" / f"{name}.txt")
    problem = problem_of(office)
    began = time.process_time()
    found = solve(problem, Params(steps=NEVER, budget_s=budget))
    spent = time.process_time() - began
    broken, value = judge(office, found.place)
    prices = (np.full(len(office.room), price) for price in (-1.0, 0.0, 2.0))
    bound = max(lagrangian(problem, price)[0] for price in prices)
    return {"value": value, "bound": bound, "broken": broken, "high": office.published, "cpu_s": spent}


def say(text):
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main():
    """Run what is not done yet and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="")
    parser.add_argument("--again", action="store_true")
    asked = parser.parse_args()
    done = json.loads(OUT.read_text()) if OUT.exists() and not asked.again else {}
    solve(problem_of(osap(DATA / "osap" / "PNe150" / "p000_n000.txt")), Params(steps=1000))  # compile
    work = [("gap", f"{kind}{size}", 20.0) for kind in "cde" for size in ("05100", "05200", "10100", "10200", "20100", "20200")]
    files = sorted(path.relative_to(DATA / "osap").with_suffix("") for path in (DATA / "osap").glob("*/[ps]*.txt"))
    work += [("osap", str(path), 5.0) for path in files]
    work += [("osap", "PNe150/p025_n005", budget) for budget in (3.0, 30.0)]
    say(f"{'instance':20} {'budget':>6} {'value':>10} {'bound':>10} {'published':>15} {'over':>7} {'broken':>6} {'CPU s':>6}")
    for kind, name, budget in work:
        if asked.only and kind != asked.only:
            continue
        key = f"{kind} {name} {budget:g}"
        if key not in done:
            done[key] = (one_gap if kind == "gap" else one_osap)(name, budget)
            OUT.parent.mkdir(parents=True, exist_ok=True)
            OUT.write_text(json.dumps(done, indent=1))
        row = done[key]
        known = f"{row['low']:g}-{row['high']:g}" if "low" in row else ("" if np.isnan(row["high"]) else f"{row['high']:g}")
        over = f"{100 * (row['value'] / row['high'] - 1):6.2f}%" if known else ""
        say(
            f"{name:20} {budget:6g} {row['value']:10.1f} {row['bound']:10.1f} {known:>15} {over:>7} {row.get('broken', '')!s:>6}"
            f" {row['cpu_s']:6.1f}"
        )


if __name__ == "__main__":
    main()
