"""2,000 broken GIS files, tables and archives: `python -m tests.soak.broken [--from 0] [--to 2000] [--fresh]`.

Every one goes through `twin import` into a store of its own. Each finished hundred stands in ``build/soak/broken/``; a run that
was stopped goes on where it was, and ranges may run side by side. A file that brings out a defect of ours is kept there.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.soak.breakage import KINDS, break_one
from tests.soak.importing import LOST, desk

if TYPE_CHECKING:
    from tests.soak.importing import Desk

__all__ = ["attempt", "main", "table"]

OUT = Path("build/soak/broken")
COUNT, _CHUNK = 2000, 20
_TABLE = {"Shapefile": "charger", "GeoJSON": "", "KML": "charger", "GML": "charger"}


def attempt(place: Desk, number: int) -> dict[str, Any]:
    """Import one broken file; give its line of the results."""
    kind, name, data = break_one(number)
    told = place.try_file(name, data, *(["--table", _TABLE[kind]] if _TABLE.get(kind) else []))
    if told.faults:
        OUT.mkdir(parents=True, exist_ok=True)
        (OUT / f"{number}-{name}").write_bytes(data)
    warned = any(item["severity"] != "info" for item in told.findings)
    verdict = told.verdict if told.verdict != "read" else "read with findings" if warned else "read clean"
    return {
        "number": number, "kind": kind, "verdict": verdict, "reached": told.reached, "faults": told.faults,
        "cpu_s": round(told.cpu_s, 2), "wall_s": round(told.wall_s, 1),
    }  # fmt: skip


def table(lines: list[dict[str, Any]]) -> list[str]:
    """Give the printed result: verdicts by kind of file."""
    verdicts = ["refused", "read with findings", "read clean", *dict.fromkeys(LOST.values())]
    short = ["refused", "findings", "clean", "crash", "timeout", "memory", "error"]
    found = [f"{'kind':12} {'files':>6} " + " ".join(f"{word:>9}" for word in short) + f" {'DEFECTS':>9}"]
    for kind in (*KINDS, "all"):
        mine = [line for line in lines if kind in {line["kind"], "all"}]
        counts = Counter(line["verdict"] for line in mine)
        faults = sum(bool(line["faults"]) for line in mine)
        found.append(f"{kind:12} {len(mine):6} " + " ".join(f"{counts[name]:9}" for name in verdicts) + f" {faults:9}")
    found.append(f"slowest {max(line['cpu_s'] for line in lines):.1f} CPU-s, together {sum(line['cpu_s'] for line in lines):.0f}")
    bad = [line for line in lines if line["faults"]]
    return found + [f"  {line['number']} {line['kind']}: {line['faults']}" for line in bad[:20]]


def main() -> int:
    """Run what is left of the range and print the table; 1 if a defect was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=COUNT)
    parser.add_argument("--fresh", action="store_true")
    asked = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    with desk() as place:
        for first in range(asked.first, asked.last, _CHUNK):
            target = OUT / f"{first:05}.json"
            if asked.fresh or not target.exists():
                lines = [attempt(place, number) for number in range(first, min(first + _CHUNK, asked.last))]
                target.write_text(json.dumps(lines, ensure_ascii=False))
                sys.stdout.write(f"{first} {sum(bool(line['faults']) for line in lines)}\n")
                sys.stdout.flush()
    every = [line for path in sorted(OUT.glob("*.json")) for line in json.loads(path.read_text())]
    sys.stdout.write("\n".join(table(every)) + "\n")
    return 1 if any(line["faults"] for line in every) else 0


if __name__ == "__main__":
    sys.exit(main())
