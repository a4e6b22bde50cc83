"""What is killed in `tests.soak.kills`, and how it is told afterwards that nothing acknowledged is lost and nothing half done."""

from __future__ import annotations

import gzip
import io
import os
import sqlite3
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pandas as pd

from api.main import main
from tests.conftest import ROOT
from tests.scenes import CRS_4544, tiny_district
from twin.model.errors import StoreError
from twin.model.tables import RANKS, TABLES
from twin.store import backup, create_store, open_store, rehearse, restore
from twin.store.migrating import migrate
from twin.store.opening import place_of
from twin.store.sql import SCHEMA_VERSION
from twin.store.verifying import inner_faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.soak.killing import Death
    from twin.store import Store

__all__ = ["WORKS", "Case", "prepare"]

_ROWS = 5
_IMPORTED = 400


@dataclass(frozen=True)
class Case:
    """One trial's place: the store's address, a folder for files, and a store to take for a backup."""

    name: str
    folder: Path
    safe: Path


def prepare(name: str) -> None:
    """Make the store of a trial, full of the tests' scene."""
    scene = tiny_district()
    with create_store(name, CRS_4544) as store, store.change("soak", "fill") as work:
        for table in TABLES:
            work.put(table, scene.frame(table))


def sound(store: Store, foreign: dict[str, list[str]]) -> list[str]:
    """Name what is damaged in a store; `foreign` are edits by another program that it is known to hold."""
    faults = [f"stray tree {name}" for name in store.stray_trees()] + [f"unwatched {name}" for name in store.unwatched()]
    faults += [f"{finding.code} {finding.row}" for finding in inner_faults(store)]
    if store.adopt_external() != foreign:
        faults.append("own changes taken for foreign ones")
    faults += damaged(store.name)
    return faults


def damaged(name: str) -> list[str]:
    """Ask SQLite itself."""
    if name.startswith("postgresql"):
        return []
    with closing(sqlite3.connect(name)) as connection:
        said = [line[0] for line in connection.execute("PRAGMA integrity_check(3)")]
    return [] if said == ["ok"] else said


class Writes:
    """Small changes one after the other: a counter, some rooms with shapes."""

    foreign: ClassVar[dict[str, list[str]]] = {}
    rounds = 25

    def start(self, _case: Case) -> None:
        """Nothing beside the store."""

    def work(self, case: Case, say: Callable[[str], None]) -> None:
        """Change until killed."""
        scene = tiny_district()
        rooms, head = scene.frame("room").head(_ROWS), scene.frame("department").head(1)
        with open_store(case.name) as store:
            for number in range(1, self.rounds + 1):
                with store.change("soak", f"write {number}") as work:
                    work.put("department", head.assign(department_id="counter", name=str(number)))
                    work.put("room", rooms.assign(room_id=[f"w{number}-{place}" for place in range(_ROWS)]))
                say(str(number))

    def lost(self, _case: Case, store: Store, death: Death) -> list[str]:
        """Every acknowledged change is there whole, and at most the one after it, whole too."""
        snapshot = store.snapshot()
        names = dict(zip(snapshot.keys("department"), snapshot.column("department", "name"), strict=True))
        count, acknowledged = int(names.get("counter", "0")), len(death.acknowledged)
        rooms = {key for key in snapshot.keys("room") if key.startswith("w")}
        wanted = {f"w{number}-{place}" for number in range(1, count + 1) for place in range(_ROWS)}
        faults = [] if acknowledged <= count <= acknowledged + 1 else [f"{acknowledged} acknowledged, {count} there"]
        faults += [] if rooms == wanted else [f"half a change: {sorted(rooms ^ wanted)[:5]}"]
        return faults + ([] if store.version == count + 1 else [f"version {store.version} after {count} changes"])


class Imports:
    """One file of some hundred posts, as `twin import` takes it."""

    foreign: ClassVar[dict[str, list[str]]] = {}

    def start(self, case: Case) -> None:
        """Write the file."""
        keys = [f"i{number}" for number in range(_IMPORTED)]
        table = pd.DataFrame({"post_id": keys, "department_id": "D1", "rank": RANKS[-1], "established": 1})
        table.to_csv(case.folder / "posts.csv", index=False)

    def work(self, case: Case, say: Callable[[str], None]) -> None:
        """Import it."""
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
            done = main(["import", str(case.folder / "posts.csv"), "--table", "post", "--store", case.name, "--json"])
        if done != 0:
            raise StoreError("store.cannot_write", store=case.name, reason=out.getvalue())
        say("imported")

    def lost(self, case: Case, store: Store, death: Death) -> list[str]:
        """All of it or none, all once acknowledged; and it can be imported again."""
        found = sum(key.startswith("i") for key in store.snapshot().keys("post"))
        faults = [] if found in ({_IMPORTED} if death.acknowledged else {0, _IMPORTED}) else [f"{found} rows of {_IMPORTED}"]
        self.work(case, lambda _: None)
        return faults + ([] if sum(key.startswith("i") for key in store.snapshot().keys("post")) == _IMPORTED else ["not again"])


class Migrations:
    """A store of the first version becomes one of today."""

    foreign: ClassVar[dict[str, list[str]]] = {"post": ["P1"]}

    def start(self, case: Case) -> None:
        """Put an old store in the place."""
        if not case.name.startswith("postgresql"):
            Path(case.name).write_bytes(gzip.decompress((ROOT / "tests" / "data" / "store_v1.gpkg.gz").read_bytes()))
            return
        migrate(place_of(case.name), 1)

    def work(self, case: Case, say: Callable[[str], None]) -> None:
        """Open it."""
        say("in")
        open_store(case.name).close()
        say("migrated")

    def lost(self, _case: Case, store: Store, _death: Death) -> list[str]:
        """It is of today by now, whoever did it; no row is lost."""
        version, rooms = store.place.version(), len(store.snapshot(gone=True).frame("room"))
        faults = [] if version == SCHEMA_VERSION else [f"version {version}"]
        faults += [] if rooms == len(tiny_district().frame("room")) else [f"{rooms} rooms"]
        return faults


class Backups:
    """The store as one file."""

    foreign: ClassVar[dict[str, list[str]]] = {}

    def start(self, _case: Case) -> None:
        """Nothing beside the store."""

    def work(self, case: Case, say: Callable[[str], None]) -> None:
        """Write it."""
        say("in")
        backup(case.name, case.folder / "out.gpkg")
        say("done")

    def lost(self, case: Case, store: Store, death: Death) -> list[str]:
        """There is a whole backup or none; the next one is made."""
        out = case.folder / "out.gpkg"
        faults = ["no backup, though acknowledged"] if death.acknowledged and not out.exists() else []
        for _ in range(1 if out.exists() else 2):
            if out.exists():
                found = rehearse(out)
                faults += [] if found.tally.differences(store.tally()) == [] else ["the backup differs"]
            else:
                backup(case.name, out)
        left = [item.name for item in case.folder.iterdir() if item.name.startswith(".out")]
        return faults + ([f"left behind: {left}"] if left else [])


class Restores:
    """A backup in the place of a store that has gone on since."""

    foreign: ClassVar[dict[str, list[str]]] = {}

    def start(self, case: Case) -> None:
        """Let the store go on after its backup."""
        with open_store(case.name) as store, store.change("soak", "later") as work:
            work.bury("room", ["A-F1-101"])

    def work(self, case: Case, say: Callable[[str], None]) -> None:
        """Put it back."""
        say("in")
        restore(case.safe, case.name)
        say("restored")

    def lost(self, _case: Case, store: Store, death: Death) -> list[str]:
        """The store is the old one or that of the backup, whole; the backup's once acknowledged, and then the old one is kept."""
        wanted = {1} if death.acknowledged else {1, 2}
        faults = [] if store.version in wanted else [f"version {store.version}, wanted {wanted}"]
        rooms = len(store.snapshot().frame("room")) + (store.version == 2)
        return faults + ([] if rooms == len(tiny_district().frame("room")) else [f"{rooms} rooms"])


WORKS: dict[str, Any] = {
    "write": Writes(), "import": Imports(), "migration": Migrations(), "backup": Backups(), "restore": Restores(),
}  # fmt: skip
"""What is killed, by its name."""

os.environ.setdefault("TWIN_LANG", "en")
