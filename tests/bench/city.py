"""The city from files to answers, each step cold in a process of its own: `python -m tests.bench.city [FOLDER]`.

FOLDER holds a city made by `twin sample FOLDER --scale city`; without it one is made, which is the first step. Times are
processor seconds of the process and its children, and their ratio to a reference loop of numpy and Python measured beside each.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from tests.conftest import ROOT

OUT = ROOT / "build" / "bench" / "city.json"
LOAD = "from twin.store import open_store; store = open_store({store!r}); store.snapshot()"
START = "import twin.store"
LIMITS = {"sample": 180.0, "load": 3.0, "check": 30.0}
"""Seconds that the city may take."""


def reference() -> float:
    """Time a loop of array and object work, in processor seconds: what this machine is worth at this moment."""
    started = time.process_time()
    values = np.random.default_rng(1).random(200_000)
    for _ in range(20):
        np.sort(values)
    total: dict[int, int] = {}
    for number in range(1_500_000):
        total[number % 1000] = total.get(number % 1000, 0) + number
    return time.process_time() - started


def timed(words: list[str]) -> dict[str, float]:
    """Run one process; its processor seconds, seconds on the clock and largest memory."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(words[-6:])} ended with {done.returncode}: {done.stderr[-500:]}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu_s": used, "wall_s": wall, "answer_lines": len(done.stdout.splitlines())}


def steps(sample: Path, store: Path) -> dict[str, list[str]]:
    """Give the steps in order: what a user types."""
    twin = [sys.executable, "-c", "import sys; from api.main import main; sys.exit(main())"]
    at = ["--store", str(store)]
    return {
        "start": [sys.executable, "-c", START],
        "sample": [*twin, "sample", str(sample), "--scale", "city"],
        "import": [*twin, "import", str(sample), *at],
        "load": [sys.executable, "-c", LOAD.format(store=str(store))],
        "check": [*twin, "check", *at],
        "show": [*twin, "show", *at],
        "space report": [*twin, "space", "report", *at],
        "fleet route": [*twin, "fleet", "route", "--from", "PP001", "--to", "P1", *at],
        "security coverage": [*twin, "security", "coverage", *at],
        "plot": [*twin, "plot", "--building", "行政中心主楼", "--floor", "3", str(store.with_name("plan.png")), *at],
        "map": [*twin, "map", str(store.with_name("map.html")), *at],
    }


def main() -> int:
    """Measure step by step, keep each, print the table; 1 where a limit is passed on a quiet machine."""
    folder = ROOT / "build" / "bench" / "city"
    folder.mkdir(parents=True, exist_ok=True)
    sample = Path(sys.argv[1]) if len(sys.argv) > 1 else folder / "sample"
    store = folder / "twin.gpkg"
    found: dict[str, dict[str, float]] = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    if not store.exists() or "import" not in found:
        found.clear()
        for old in folder.glob("twin.gpkg*"):
            old.unlink()
        timed([*steps(sample, store)["check"][:3], "init", str(store)])
    for name, words in steps(sample, store).items():
        if name in found or (name == "sample" and sample.exists() and any(sample.iterdir())):
            continue
        beside = reference()
        found[name] = timed(words)
        found[name]["ratio"] = found[name]["cpu_s"] / ((beside + reference()) / 2)
        OUT.write_text(json.dumps({**found}, indent=1), encoding="utf-8")
    return told(found)


def told(found: dict[str, dict[str, float]]) -> int:
    """Print the table; the start of the interpreter is taken off the bare load."""
    load = os.getloadavg()[0]
    print(f"load of the machine {load:.1f}\n{'step':20}{'CPU s':>9}{'seconds':>9}{'× reference':>13}{'limit s':>9}")  # noqa: T201 - a bench prints
    late = []
    for name, one in found.items():
        used = one["cpu_s"] - (found["start"]["cpu_s"] if name == "load" else 0.0)
        limit = LIMITS.get(name)
        late += [name] if limit is not None and used > limit else []
        print(f"{name:20}{used:9.2f}{one['wall_s']:9.2f}{one['ratio']:13.1f}{limit or '-':>9}")  # noqa: T201 - a bench prints
    return int(bool(late))


if __name__ == "__main__":
    sys.exit(main())
