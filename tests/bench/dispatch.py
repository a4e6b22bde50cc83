"""Gap to the best known on routing benchmarks: `python -m tests.bench.dispatch [--only NAME …] [--seconds 8 30] [--fresh]`.

Ours beside PyVRP alone, VROOM and OR-Tools, each in a process of its own with the same CPU seconds (VROOM takes clock seconds:
run it on a quiet machine), every answer rebuilt and checked by the independent checker. VRPTW and PDPTW: vehicles first, then
distance; ``-distance``: distance alone; electric ones: distance with no more vehicles than the bundled solution, which is not
the best known; peers that cannot say a problem (batteries; trips for VROOM and OR-Tools) show a dash. Each finished cell stands
in ``build/bench/dispatch.json``; a run that was stopped goes on with the rest.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tests.bench.dispatch_instances import Instance, instances
from twin.fleet.dispatch.borrowed import borrow, may_borrow
from twin.fleet.dispatch.checker import check
from twin.fleet.dispatch.flat import FAR
from twin.fleet.dispatch.solve import Params, solve
from twin.fleet.dispatch.working import Working
from twin.model.errors import UsageError

if TYPE_CHECKING:
    from twin.fleet.dispatch.plan import Plan

ROOT = Path("../shared/vrp")
OUT = Path("build/bench/dispatch.json")
PEER = Path("build/peers/dispatch")
PACKAGES = ("pyvroom==1.15.2", "ortools==9.15.6755", "numpy")
WHO = ("ours", "pyvrp", "vroom", "ortools")
_DEAR = 100_000.0
"""Price of a vehicle for a solver that knows no order of goals."""


def can(who: str, found: Instance) -> bool:
    """Say whether a contestant can say the problem."""
    if who == "ours":
        return True
    if who == "pyvrp":
        return may_borrow(found.problem)
    return may_borrow(found.problem) and found.family != "mtvrptw" and (who == "vroom" or found.family != "hfvrp")


def ours(found: Instance, seconds: float) -> tuple[Plan | None, float]:
    """Our search."""
    solve(found.problem, Params(iterations=2, borrow=0.0))
    begun = time.process_time()
    plan = solve(found.problem, Params(iterations=10**9, budget_s=seconds))
    return plan, time.process_time() - begun


def pyvrp_alone(found: Instance, seconds: float) -> tuple[Plan | None, float]:
    """PyVRP as it is, a vehicle dear where vehicles come first."""
    problem = found.problem
    dear = replace(problem, fleet=replace(problem.fleet, fixed=problem.fleet.fixed + (_DEAR if problem.vehicles_first else 0.0)))
    begun = time.process_time()
    routes = borrow(dear, 1, seconds, 10**9)
    return rebuilt(found, routes), time.process_time() - begun


def rebuilt(found: Instance, routes: Any) -> Plan | None:
    """Make a plan of routes, with times of our own; None where they break a rule."""
    if not routes:
        return None
    work = Working(found.problem, 1)
    try:
        work.load(routes)
    except UsageError:
        return None
    return work.plan() if work.left == 0 else None


def peer(who: str, found: Instance, seconds: float) -> tuple[Plan | None, float]:
    """VROOM or OR-Tools in an environment of their own."""
    python = PEER / "bin" / "python"
    if not (PEER / ".ready").exists():
        venv.create(PEER, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (PEER / ".ready").touch()
    problem = found.problem
    fleet, stops = problem.fleet, problem.stops
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "problem.npz"
        np.savez(
            file,
            length=problem.length,
            time=problem.time,
            place=stops.place,
            opens=stops.opens,
            closes=stops.closes,
            service=stops.service,
            load=stops.load,
            pickup=problem.requests.pickup,
            delivery=problem.requests.delivery,
            count=np.minimum(fleet.count, len(stops.place)),
            capacity=fleet.capacity,
            fixed=fleet.fixed,
            per_length=fleet.per_length,
            start=fleet.start,
            end=fleet.end,
            begins=fleet.opens,
            ends=fleet.closes,
            vehicles_first=problem.vehicles_first,
        )
        script = Path(__file__).with_name("dispatch_peers") / f"{who}_solve.py"
        done = subprocess.run(
            [python, script, file, str(seconds)], capture_output=True, text=True, check=False, timeout=40 * seconds + 600
        )
    if done.returncode:
        return None, 0.0
    told = json.loads(done.stdout.splitlines()[-1])
    foot = len(stops.place) + len(problem.charging.place)
    routes = [(kind, (foot + kind, *nodes, foot + len(fleet.key) + kind), 1, -FAR) for kind, nodes in told["routes"]]
    return rebuilt(found, routes), told["cpu_s"]


def cell(who: str, name: str, seconds: float) -> dict[str, Any]:
    """Run one contestant on one instance."""
    found = instances(ROOT)[name]
    work = {"ours": ours, "pyvrp": pyvrp_alone}.get(who)
    plan, cpu = work(found, seconds) if work else peer(who, found, seconds)
    if plan is None:
        return {"vehicles": 0, "value": 0.0, "faults": 0, "cpu_s": cpu}
    return {
        "vehicles": len(plan.tours),
        "value": plan.value / found.scale,
        "faults": len(check(found.problem, plan)),
        "cpu_s": cpu,
    }


def show(name: str, found: Instance, row: dict[str, dict[str, Any]]) -> str:
    """One line of the table: vehicles and gap of the distance for each contestant."""
    known = f"{found.vehicles or ''} / {found.value:,.1f}" if found.value else "—"
    cells = []
    for who in WHO:
        got = row.get(who)
        if got is None:
            cells.append("—")
        elif not got["vehicles"]:
            cells.append("none")
        else:
            gap = f"{100 * (got['value'] / found.value - 1):+.2f}%" if found.value else f"{got['value']:,.1f}"
            cells.append(f"{got['vehicles']} {gap}" + (" UNSOUND" if got["faults"] else ""))
    return f"{name:15} {known:>18} " + " ".join(f"{text:>16}" for text in cells)


def verdict(table: dict[str, dict[str, dict[str, Any]]], held: dict[str, Instance]) -> list[str]:
    """Say whether the floors are kept, as far as the cells are there."""
    told = []
    more = [
        name
        for name, row in table.items()
        if held[name].problem.vehicles_first
        and row.get("pyvrp", {}).get("vehicles")
        and row["ours"]["vehicles"] > row["pyvrp"]["vehicles"]
    ]
    told.append(f"more vehicles than PyVRP alone: {more or 'none'}")
    for name, most in (("c2_4_3", 12), ("LRC1_4_3", 25)):
        if name in table:
            told.append(f"{name}: {table[name]['ours']['vehicles']} vehicles, at most {most}")
    electric = {name: row["ours"] for name, row in table.items() if held[name].family == "evrptw" and held[name].value}
    if electric:
        gaps = [got["value"] / held[name].value - 1 for name, got in electric.items()]
        over = [name for name, got in electric.items() if got["vehicles"] > held[name].vehicles]
        told.append(f"electric: {100 * np.mean(gaps):+.2f} % against the bundled solutions, more vehicles: {over or 'none'}")
    told.append(f"unsound answers of ours: {sum(row['ours']['faults'] for row in table.values())}")
    return told


def main() -> None:
    """Run what is not there yet and print everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--who", nargs="*", default=list(WHO))
    parser.add_argument("--seconds", nargs="*", type=float, default=[8.0, 30.0])
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--cell", nargs=3, metavar=("WHO", "NAME", "SECONDS"))
    args = parser.parse_args()
    if args.cell:
        print(json.dumps(cell(args.cell[0], args.cell[1], float(args.cell[2]))))  # noqa: T201
        return
    held = instances(ROOT)
    done: dict[str, Any] = json.loads(OUT.read_text()) if OUT.exists() and not args.fresh else {}
    for seconds in args.seconds:
        print(f"\n{seconds:g} CPU s{'':9} {'best known':>18} " + " ".join(f"{who:>16}" for who in WHO))  # noqa: T201
        table: dict[str, dict[str, dict[str, Any]]] = {}
        for name, found in held.items():
            if args.only and name not in args.only:
                continue
            row = table.setdefault(name, {})
            for who in args.who:
                key = f"{name} {seconds:g} {who}"
                if key not in done and can(who, found):
                    ran = subprocess.run(
                        [sys.executable, "-m", "tests.bench.dispatch", "--cell", who, name, str(seconds)],
                        capture_output=True,
                        text=True,
                        check=False,
                    )
                    done[key] = (
                        json.loads(ran.stdout.splitlines()[-1])
                        if ran.returncode == 0
                        else {"vehicles": 0, "value": 0.0, "faults": 0, "cpu_s": 0.0}
                    )
                    OUT.parent.mkdir(parents=True, exist_ok=True)
                    OUT.write_text(json.dumps(done, indent=1))
                if key in done:
                    row[who] = done[key]
            print(show(name, found, row), flush=True)  # noqa: T201
        if "ours" in args.who:
            print("\n".join(verdict(table, held)))  # noqa: T201


if __name__ == "__main__":
    main()
