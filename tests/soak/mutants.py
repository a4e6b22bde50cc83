"""5,000 broken IFC files: `python -m tests.soak.mutants [--from 0] [--to 5000] [--fresh]`.

Every mutant goes through intake, child process, verdict and report, every fortieth through `twin import` into a store of its own.
Each finished hundred stands in ``build/soak/mutants/``; a run that was stopped goes on where it was, and ranges may run side by
side. A mutant that brings out a defect of ours is kept beside its hundred.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT
from tests.soak.importing import Desk, Told, desk
from tests.soak.mutation import Model, mutate

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SEEDS", "Mutants", "main", "table"]

OUT = Path("build/soak/mutants")
COUNT = 5000
DATA = Path(os.environ.get("TWIN_TESTDATA", ROOT.parent / "shared")) / "ifc"
SAMPLE = ROOT / "sample_buildings" / "small"
SEEDS = {
    "pcert_building-architecture.ifc": 8, "3rooms_Heater_AirTerminal_Table_with_SB.ifc": 8, "main.ifc": 1, "affairs.ifc": 2,
    "logistics.ifc": 2, "Duplex_Electrical.ifc": 1, "b03_heating_with_building_blenderBIM.ifc": 1, "LargeBuilding.ifc": 1,
    "Ifc4_SampleHouse.ifc": 1, "ADT-FZK-Haus-2005-2006.ifc": 1,
}  # fmt: skip
"""Seed files and how often each takes its turn; the small ones oftener, so that the whole takes minutes."""
_WHOLE = 40
_CHUNK = 100
"""Every how many mutants goes through the whole program."""
_CHANGED = 0.01


@dataclass(frozen=True)
class _Seed:
    model: Model
    sound: Told


class Mutants:
    """The seeds that are there, each read soundly once, and what a mutant of them did."""

    def __init__(self, place: Desk, names: Iterable[str] = SEEDS) -> None:
        """Find the seed files."""
        self._desk = place
        self._turns = [name for name in names for _ in range(SEEDS[name]) if _path(name).is_file()]
        self._seeds: dict[str, _Seed] = {}

    def _seed(self, name: str) -> _Seed:
        if name not in self._seeds:
            data = _path(name).read_bytes()
            self._seeds[name] = _Seed(Model(data), self._desk.read_file(name, data))
        return self._seeds[name]

    def run(self, number: int) -> dict[str, Any]:
        """Try one mutant; give its line of the results."""
        name = self._turns[number % len(self._turns)]
        seed = self._seed(name)
        change, data = mutate(seed.model, number)
        whole = number % _WHOLE == 0
        told = self._desk.try_file(name, data) if whole else self._desk.read_file(name, data)
        new = _new_findings(told, seed.sound)
        line = {
            "number": number, "seed": name, "change": change, "verdict": _verdict(told, new), "reached": told.reached,
            "whole": whole, "faults": told.faults, "cpu_s": round(told.cpu_s, 2), "wall_s": round(told.wall_s, 1),
        }  # fmt: skip
        changed = _changed(told.areas, seed.sound.areas)
        if told.verdict == "read" and changed:
            line |= {"areas_changed": len(changed), "found": bool(new), "codes": sorted({item["code"] for item in new})}
            line["named"] = any(key in item["where"] for item in new for key in changed) or any(
                item["code"] in _OF_ROOMS for item in new
            )
        if told.faults:
            OUT.mkdir(parents=True, exist_ok=True)
            (OUT / f"{number}-{name}").write_bytes(data)
        return line


_OF_ROOMS = {"ifc.areas_differ", "ifc.volumes_differ", "ifc.volumes_unit", "ifc.rooms_overlap", "ifc.many_overlaps"}


def _path(name: str) -> Path:
    return next((path for path in (SAMPLE / name, DATA / name) if path.is_file()), DATA / name)


def _key(item: dict[str, Any]) -> str:
    return json.dumps([item["code"], item["where"], item["message"]], ensure_ascii=False, sort_keys=True)


def _new_findings(told: Told, sound: Told) -> list[dict[str, Any]]:
    """Give the warnings and errors that the sound file does not bring; what the store says of its place is no part of it."""
    known = {_key(item) for item in sound.findings}
    return [
        item
        for item in told.findings
        if item["severity"] != "info" and _key(item) not in known and not item["code"].startswith("import.")
    ]


def _verdict(told: Told, new: list[dict[str, Any]]) -> str:
    if told.verdict != "read":
        return told.verdict
    return "read with findings" if new else "read clean"


def _changed(areas: dict[str, float], sound: dict[str, float]) -> set[str]:
    """Name the rooms whose drawn area is over a hundredth off."""
    return {key for key, area in areas.items() if key in sound and abs(area - sound[key]) > _CHANGED * sound[key]}


def table(lines: list[dict[str, Any]]) -> list[str]:
    """Give the printed result."""
    verdicts = Counter(line["verdict"] for line in lines)
    found = [f"{'verdict':40} {'mutants':>8} {'share':>7}"]
    found += [f"{name:40} {count:8} {count / len(lines):7.1%}" for name, count in verdicts.most_common()]
    reached = sum(line["reached"] for line in lines)
    changed = [line for line in lines if "areas_changed" in line]
    flagged, named = sum(line["found"] for line in changed), sum(line["named"] for line in changed)
    faults = [line for line in lines if line["faults"]]
    found += [
        f"{'all':40} {len(lines):8}",
        f"{'passed the byte checks, reached the reader':40} {reached:6}",
        f"{'through the whole program and a store':40} {sum(line['whole'] for line in lines):8}",
        f"{'change a room over 1 %, read all the same':40} {len(changed):7}",
        f"{'  of these told of by a finding':40} {flagged:8} {flagged / max(1, len(changed)):7.1%}",
        f"{'  of these by one about rooms':40} {named:8} {named / max(1, len(changed)):7.1%}",
        f"{'slowest, CPU-s':40} {max(line['cpu_s'] for line in lines):8.1f}",
        f"{'all together, CPU-s':40} {sum(line['cpu_s'] for line in lines):8.0f}",
        f"{'DEFECTS OF OURS':40} {len(faults):8}",
    ]
    return found + [f"  mutant {line['number']} of {line['seed']} ({line['change']}): {line['faults']}" for line in faults[:20]]


def main() -> int:
    """Run what is left of the range and print the table; 1 if a defect was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--to", dest="last", type=int, default=COUNT)
    parser.add_argument("--fresh", action="store_true")
    asked = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    with desk() as place:
        mutants = Mutants(place)
        for first in range(asked.first, asked.last, _CHUNK):
            target = OUT / f"{first:05}.json"
            if asked.fresh or not target.exists():
                lines = [mutants.run(number) for number in range(first, min(first + _CHUNK, asked.last))]
                target.write_text(json.dumps(lines, ensure_ascii=False))
                sys.stdout.write(f"{first} {sum(bool(line['faults']) for line in lines)}\n")
                sys.stdout.flush()
    every = [line for path in sorted(OUT.glob("*.json")) for line in json.loads(path.read_text())]
    sys.stdout.write("\n".join(table(every)) + "\n")
    return 1 if any(line["faults"] for line in every) else 0


if __name__ == "__main__":
    sys.exit(main())
