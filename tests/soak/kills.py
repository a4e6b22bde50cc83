"""Trials with kill -9 inside a write: `python -m tests.soak.kills [--fresh] [--scale 0.1]`.

500 on the default store: changes, imports, migrations, backups, restores. 50 on PostgreSQL, in half of which the whole server is
killed. A trial counts only if the process died with a write begun and not acknowledged. Each finished trial stands in
``build/soak/kills.json``; a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import random
import shutil
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
import zlib
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.servers import own_folder
from tests.soak.kill_works import WORKS, Case, damaged, prepare, sound
from tests.soak.killing import Death, kill_inside
from twin.model.errors import TwinError
from twin.store import backup, local_server, open_store
from twin.store.address import ServerAddress
from twin.store.server import ServerPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PLAN", "Bench", "Trial", "main"]

OUT = Path("build/soak/kills.json")
PLAN = {
    ("geopackage", "write"): 250, ("geopackage", "import"): 80, ("geopackage", "migration"): 50,
    ("geopackage", "backup"): 60, ("geopackage", "restore"): 60,
    ("postgresql", "write"): 26, ("postgresql", "import"): 8, ("postgresql", "migration"): 6,
    ("postgresql", "backup"): 4, ("postgresql", "restore"): 6,
}  # fmt: skip
_TRIES = 20
_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux."""


@dataclass(frozen=True)
class Trial:
    """One kill: what, where, what was found afterwards, how long the store took to answer again (seconds)."""

    engine: str
    work: str
    number: int
    victim: str
    tries: int
    acknowledged: int
    restart_s: float
    lost: list[str]
    corrupt: list[str]


class Bench:
    """Stores to kill in: copies of one file, schemas of one durable server."""

    def __init__(self, stack: ExitStack) -> None:
        """Make the file that all trials start from; the server comes with the first trial that wants it."""
        self._stack = stack
        self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="twin-kills-")))
        os.environ["XDG_STATE_HOME"] = str(self.folder / "state")
        ctypes.CDLL(None).prctl(_SUBREAPER, 1)  # a killed server is ours to bury, as a machine's first process does at once
        self._start = self.folder / "start.gpkg"
        prepare(str(self._start))
        backup(self._start, self.folder / "safe.gpkg")
        self._server: Path | None = None
        self.lasts: dict[tuple[str, str], float] = {}

    def case(self, engine: str) -> Case:
        """Give a new store of one engine."""
        place = Path(tempfile.mkdtemp(dir=self.folder))
        if engine == "geopackage":
            shutil.copy(self._start, place / "twin.gpkg")
            return Case(str(place / "twin.gpkg"), place, self.folder / "safe.gpkg")
        name = f"{self.start_server()}&schema=k_{uuid.uuid4().hex[:12]}"
        prepare(name)
        return Case(name, place, self.folder / "safe.gpkg")

    def start_server(self) -> str:
        """Start the server, where it does not run; give its address."""
        if self._server is None:
            self._server = self._stack.enter_context(own_folder(durable=True))
        return local_server.start(self._server).url

    def kill_server(self) -> None:
        """Kill the postmaster with -9; its children notice, and their shared memory is thrown away at the next start."""
        found = local_server.status(self._server) if self._server else None
        if found and found.pid:
            os.kill(found.pid, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(found.pid, 0)

    def trial(self, engine: str, name: str, number: int) -> Trial:
        """Kill inside a write, trying until that is certain; then look."""
        dice = random.Random(zlib.crc32(f"{engine} {name} {number}".encode()))  # noqa: S311 - the same trials each time
        server_dies = engine == "postgresql" and number % 2 == 1 and name != "backup"  # which goes on without it once it has read
        work = WORKS[name]
        if (engine, name) not in self.lasts:
            self.lasts[engine, name] = self._dry(engine, name)
        tries, death = 0, None
        while death is None or not death.inside:
            if (tries := tries + 1) > _TRIES:
                raise RuntimeError(f"{engine} {name} {number}: never inside a write in {_TRIES} tries")
            case = self.case(engine)
            work.start(case)
            death = kill_inside(
                partial(work.work, case),
                dice.uniform(0, self.lasts[engine, name]),
                after=dice.randint(1, 15) if name == "write" else 1,
                victim=self.kill_server if server_dies else None,
            )
            if not death.inside:
                self._tidy(case)
        victim = "server" if server_dies else "process"
        return self._look(case, Trial(engine, name, number, victim, tries, len(death.acknowledged), 0.0, [], []), death)

    def _dry(self, engine: str, name: str) -> float:
        """Time how long a write of this kind takes from its first statement to its acknowledgement."""
        case = self.case(engine)
        WORKS[name].start(case)
        return kill_inside(lambda say: WORKS[name].work(case, say), float("inf")).last_s

    def _look(self, case: Case, trial: Trial, death: Death) -> Trial:
        """Open the store again and look at everything."""
        work = WORKS[trial.work]
        started = time.monotonic()
        corrupt, lost = damaged(case.name), []
        try:
            if trial.engine == "postgresql":
                self.start_server()
            with open_store(case.name) as store:
                store.snapshot()
                took = time.monotonic() - started
                corrupt = corrupt + sound(store, work.foreign if trial.engine == "geopackage" else {})
                lost = work.lost(case, store, death)
        except (TwinError, sqlite3.Error) as error:
            took, corrupt = time.monotonic() - started, [*corrupt, repr(error)]
        if not (corrupt or lost):
            self._tidy(case)
            if trial.engine == "postgresql":
                self._drop(case)
        return Trial(**{**asdict(trial), "restart_s": took, "lost": lost, "corrupt": corrupt})

    def _drop(self, case: Case) -> None:
        """Drop the schemas of a trial: a server's recovery takes longer the more files it has."""
        place = ServerPlace(ServerAddress.parse(case.name))
        with place.changing() as connection:
            found = text("SELECT nspname FROM pg_namespace WHERE nspname LIKE :mine")
            for name in connection.execute(found, {"mine": f"{place.address.schema}%"}).scalars().all():
                connection.exec_driver_sql("SET LOCAL client_min_messages = error")
                connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")

    def _tidy(self, case: Case) -> None:
        shutil.rmtree(case.folder)


def todo(done: list[Trial], scale: float) -> Iterator[tuple[str, str, int]]:
    """Give the trials that are left."""
    held = {(trial.engine, trial.work, trial.number) for trial in done}
    for (engine, name), count in PLAN.items():
        for number in range(max(round(count * scale), 1)):
            if (engine, name, number) not in held:
                yield engine, name, number


def table(done: list[Trial]) -> list[str]:
    """Sum up."""
    head = f"{'engine':12}{'killed in':12}{'trials':>7}{'lost':>6}{'corrupt':>9}"
    lines = [f"{head}{'acknowledged':>14}{'restart s: median':>19}{'worst':>8}"]
    for engine in ("geopackage", "postgresql"):
        for name in (*WORKS, "all"):
            mine = [trial for trial in done if trial.engine == engine and name in {trial.work, "all"}]
            if mine:
                times = [trial.restart_s for trial in mine]
                lines.append(
                    f"{engine:12}{name:12}{len(mine):7}{sum(bool(t.lost) for t in mine):6}{sum(bool(t.corrupt) for t in mine):9}"
                    f"{sum(t.acknowledged for t in mine):14}{statistics.median(times):19.2f}{max(times):8.2f}"
                )
    return lines


def main() -> int:
    """Run what is left and print the table; 1 if anything was lost or damaged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    words = parser.parse_args()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    if words.fresh:
        OUT.unlink(missing_ok=True)
    done = [Trial(**record) for record in json.loads(OUT.read_text(encoding="utf-8"))] if OUT.exists() else []
    with ExitStack() as stack:
        bench = Bench(stack)
        for engine, name, number in todo(done, words.scale):
            done.append(bench.trial(engine, name, number))
            draft = OUT.with_suffix(".new")
            draft.write_text(json.dumps([asdict(trial) for trial in done], indent=0), encoding="utf-8")
            draft.replace(OUT)
            if done[-1].lost or done[-1].corrupt:
                print(done[-1])  # noqa: T201 - a soak prints
    print("\n".join(table(done)))  # noqa: T201 - likewise
    return int(any(trial.lost or trial.corrupt for trial in done))


if __name__ == "__main__":
    sys.exit(main())
