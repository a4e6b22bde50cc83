"""kill -9 inside imports: `python -m tests.soak.kill_imports [--count 200] [--fresh]`.

Models and GIS files into GeoPackage stores. A trial counts only if the process died after its first writing statement and before
it began to commit; deaths in or after the commit are tried again and counted apart. Afterwards the store opens, is sound, passes
the structural part of `twin check`, and holds all of the file or nothing of it. Finished trials stand in
``build/soak/kill_imports.json``; a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import shutil
import sys
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlalchemy.engine import Engine

from api.main import main as twin
from tests.conftest import ROOT
from tests.scenes import CRS_4544
from tests.soak.importing import desk
from tests.soak.kill_works import sound
from tests.soak.killing import Death, kill_inside
from twin.model.errors import TwinError
from twin.store import create_store, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CASES", "Trial", "Trials", "main"]

OUT = Path("build/soak/kill_imports.json")
SAMPLE = ROOT / "sample_buildings" / "small"
COUNT, _TRIES = 200, 30
CASES = ("model", "model again", "geojson", "csv", "roads")
_STRUCTURAL = {"check.stray_tree", "check.unwatched"}


@dataclass(frozen=True)
class Trial:
    """One kill: of what, seconds after the first write, tries until inside, deaths in a commit among them, and faults."""

    number: int
    case: str
    delay: float
    tries: int
    in_commit: int
    faults: list[str]


class Trials:
    """For each case the store before, the file, and what the store holds before and after."""

    def __init__(self, folder: Path) -> None:
        """Start with empty hands; a case is prepared when it is first asked for."""
        self._folder = folder
        self._ready: dict[str, tuple[Path, Path, dict[str, str], dict[str, str], float]] = {}

    def trial(self, number: int) -> Trial:
        """Kill inside one import, trying until that is certain; then look."""
        case = CASES[number % len(CASES)]
        before, file, nothing, all_of_it, last_s = self._prepared(case)
        dice = random.Random(f"kill {number}")  # noqa: S311 - the same trials each time
        store, in_commit = self._folder / "killed.gpkg", 0
        for tries in range(1, _TRIES + 1):
            self._fresh(before, store)
            delay = dice.uniform(0, last_s)
            death = kill_inside(partial(_import, file, store), delay)
            if death.inside:
                return Trial(number, case, delay, tries, in_commit, _look(store, nothing, all_of_it))
            in_commit += death.acknowledged[-1:] == ("committing",)
        message = f"{number} {case}: never inside a write in {_TRIES} tries"
        raise RuntimeError(message)

    def _prepared(self, case: str) -> tuple[Path, Path, dict[str, str], dict[str, str], float]:
        if case not in self._ready:
            before, file = self._folder / f"{case}.gpkg", self._folder / _FILES[case]
            create_store(before, CRS_4544).close()
            _write_file(case, file)
            if case == "model again":
                older = self._folder / "older.ifc"
                shutil.copyfile(SAMPLE / "affairs.ifc", older)
                _twin("import", str(older), "--store", str(before), "--yes")
            after = self._folder / f"{case} after.gpkg"
            self._fresh(before, after)
            nothing = _content(after)
            whole = kill_inside(partial(_import, file, after), float("inf"))
            if _content(after) == nothing:
                message = f"{case} brings nothing"
                raise RuntimeError(message)
            self._ready[case] = before, file, nothing, _content(after), _longest(whole)
        return self._ready[case]

    def _fresh(self, before: Path, store: Path) -> None:
        for old in store.parent.glob(f"{store.name}*"):
            old.unlink()
        shutil.copyfile(before, store)


_FILES = {
    "model": "main.ifc",
    "model again": "newer.ifc",
    "geojson": "charger.geojson",
    "csv": "post.csv",
    "roads": "road.geojson",
}


def _write_file(case: str, file: Path) -> None:
    """Write what is imported; the tables are long enough for a kill to fall into them."""
    if case == "model":
        shutil.copyfile(SAMPLE / "main.ifc", file)
    elif case == "model again":
        text = (SAMPLE / "affairs.ifc").read_bytes()
        file.write_bytes(text.replace(b",3.6,", b",3.5,").replace(b",0.2)", b",0.25)"))
    elif case == "csv":
        rows = [f"K{number},D{number % 9},局(处)级以下,{number % 5}" for number in range(3000)]
        file.write_text("post_id,department_id,rank,established\n" + "\n".join(rows), encoding="utf-8")
    else:
        record = json.loads((SAMPLE / f"{file.stem}.geojson").read_text(encoding="utf-8"))
        key = f"{file.stem}_id"
        record["features"] = [
            feature | {"properties": feature["properties"] | {key: f"{feature['properties'][key]}-{copy}"}}
            for copy in range(2000 // len(record["features"]))
            for feature in record["features"]
        ]
        file.write_text(json.dumps(record), encoding="utf-8")


def _import(file: Path, store: Path, say: Callable[[str], None]) -> None:
    """Run `twin import` and tell when a commit begins."""
    event.listen(Engine, "commit", lambda _connection: say("committing"))
    if _twin("import", str(file), "--store", str(store), "--yes")[0] == 0:
        say("done")


def _longest(death: Death) -> float:
    """Give about how long the writes took: the last from its first statement, a little less so that most kills fall inside."""
    return max(death.last_s, 0.005)


def _twin(*words: str) -> tuple[int, str]:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        return twin([*words, "--json"]), out.getvalue()


def _content(store: Path) -> dict[str, str]:
    """Digest every table of the model."""
    with open_store(store) as held:
        return {name: digest for name, digest in held.tally().digests.items() if not name.startswith("twin_")}


def _look(store: Path, nothing: dict[str, str], all_of_it: dict[str, str]) -> list[str]:
    """Name what is wrong with a store after a kill."""
    try:
        with open_store(store) as held:
            faults = sound(held, {})
    except TwinError as error:
        return [repr(error)]
    code, said = _twin("check", "--store", str(store))
    if code not in {0, 1} or any(structural in said for structural in _STRUCTURAL):
        faults.append(f"check says {code}")
    if _content(store) not in (nothing, all_of_it):
        faults.append("half a file")
    return faults


def table(done: list[Trial]) -> list[str]:
    """Sum up."""
    counts = Counter(trial.case for trial in done)
    lines = [f"{'killed while importing':26}{'trials':>7}{'tries':>7}{'in commit':>11}{'faults':>8}"]
    for case in (*CASES, "all"):
        mine = [trial for trial in done if case in {trial.case, "all"}]
        faults, tries, in_commit = sum(bool(t.faults) for t in mine), sum(t.tries for t in mine), sum(t.in_commit for t in mine)
        if mine:
            lines.append(f"{case:26}{counts.get(case, len(done)):7}{tries:7}{in_commit:11}{faults:8}")
    return lines


def main() -> int:
    """Run what is left and print the table; 1 if a store was damaged or half full."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--fresh", action="store_true")
    asked = parser.parse_args()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    done = [Trial(**record) for record in json.loads(OUT.read_text())] if OUT.exists() and not asked.fresh else []
    with desk() as place:
        trials = Trials(place.folder)
        for number in range(len(done), asked.count):
            done.append(trials.trial(number))
            OUT.write_text(json.dumps([asdict(trial) for trial in done], ensure_ascii=False))
            if done[-1].faults:
                sys.stdout.write(f"{done[-1]}\n")
    sys.stdout.write("\n".join(table(done)) + "\n")
    return int(any(trial.faults for trial in done))


if __name__ == "__main__":
    sys.exit(main())
