"""Opening the store for a command: others' edits are taken over first, and things are found by what people call them."""

from __future__ import annotations

import getpass
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from twin.model.checks import check
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.validity import is_day
from twin.model.words import say
from twin.store import open_store
from twin.store.past import Past
from twin.store.scenarios import Scenarios

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.store import Store

__all__ = [
    "actor",
    "as_of",
    "disclose",
    "find_building",
    "find_department",
    "is_store",
    "looked_at",
    "opened",
    "scope",
    "tell_unplaced",
    "want_day",
]

_SHOWN = 30
"""Keys that an error names before it stops."""


def actor() -> str:
    """Name who works, for the change log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


@contextmanager
def opened(args: argparse.Namespace, console: Console) -> Iterator[Store]:
    """Open ``--store``; rows that another program edited are logged, checked and named before anything else happens."""
    with open_store(args.store) as store:
        if store.kept:
            console.say("store.migrated", store=store.name, kept=store.kept)
        if at := store.ahead:
            console.say("store.ahead", at=at)
        if not store.place.writable:
            console.say("store.reading", store=store.name)
        touched = store.adopt_external()
        if touched:
            _tell(store, touched, console)
        yield store


@contextmanager
def looked_at(args: argparse.Namespace, console: Console) -> Iterator[Store | Past]:
    """Open ``--store`` to read from it, as it was at ``--as-of`` or as ``--scenario`` has it where one of them is given.

    Raises
    ------
    UsageError
        If both are.
    """
    if args.as_of and args.scenario:
        raise UsageError("scenario.not_both")
    with opened(args, console) as store:
        if args.scenario:
            yield Scenarios(store).view(args.scenario)
        else:
            yield Past(store, args.as_of) if args.as_of else store


def as_of(parser: argparse.ArgumentParser) -> None:
    """Declare ``--as-of`` and ``--scenario``."""
    parser.add_argument("--as-of", default="", metavar="MOMENT", help=str(say("cli.help.as_of")))
    parser.add_argument("--scenario", default="", metavar="NAME", help=str(say("cli.help.scenario")))


def disclose(store: Store | Past, out: Path, counts: dict[str, int]) -> None:
    """Log that protected data go out to a file, who, when, what and where to, before the first byte is written.

    What cannot be logged does not go out.

    Raises
    ------
    StoreError
        If the store cannot be written to.
    """
    if counts:
        live = store.store if isinstance(store, Past) else store
        with live.change(actor(), f"export {out.absolute()}") as work:
            work.disclose(counts)


def want_day(text: str) -> str:
    """Give a day as it was typed; empty stays empty.

    Raises
    ------
    UsageError
        If it is none.
    """
    if text and not is_day(text):
        raise UsageError("past.bad_day", day=text)
    return text


def is_store(path: Path) -> bool:
    """Tell whether a file is a store of this program, which nothing may overwrite."""
    if not path.is_file():
        return False
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'twin_meta'").fetchone() is not None
        except sqlite3.Error:
            return False


def tell_unplaced(store: Store | Past, console: Console) -> None:
    """Name the buildings that a district's answer leaves out because they do not stand on the ground yet."""
    waiting = [str(row.name or row.building_id) for row in store.local_frame("building").itertuples(index=False)]
    if waiting:
        console.say("cli.unplaced", count=len(waiting), names=", ".join(waiting[:5]))


def _tell(store: Store, touched: dict[str, list[str]], console: Console) -> None:
    for table, keys in touched.items():
        console.say("cli.external", count=len(keys), table=table, keys=", ".join(keys[:5]))
    console.findings(finding for finding in check(store.snapshot()) if finding.row in touched.get(finding.table, ()))


def scope(store: Store | Past, building: str) -> tuple[Snapshot, str]:
    """Give what a question about one building (or, where empty, the district) reads, and the building's key.

    A building on the ground is asked about within its district, one that is not in its own metres.
    """
    if not building:
        return store.snapshot(), ""
    key, placed = find_building(store, building)
    return (store.snapshot() if placed else store.building(key)), key


def find_building(store: Store | Past, wanted: str) -> tuple[str, bool]:
    """Find a building by key, name, or the name of the file it came from.

    Returns
    -------
    Its key, and whether it stands on the ground.

    Raises
    ------
    UnknownKeyError
        If nothing fits.
    UsageError
        If more than one does.
    """
    files = {source["source_id"]: source["name"] for source in store.sources()}
    found: dict[str, bool] = {}
    known: list[str] = []
    for placed, frame in ((True, store.snapshot().frame("building")), (False, store.local_frame("building"))):
        for row in frame.itertuples():
            file = files.get(row.source_id, "")
            names = {row.building_id, row.name, file, file.rsplit(".", 1)[0]}
            known.append(f"{row.building_id} ({row.name or file})")
            if wanted in names:
                found[row.building_id] = placed
    if not found:
        raise UnknownKeyError("cli.no_building", wanted=wanted, known="; ".join(known) or "-")
    if len(found) > 1:
        raise UsageError("cli.many_buildings", wanted=wanted, found=", ".join(sorted(found)))
    return next(iter(found.items()))


def find_department(store: Store | Past, wanted: str) -> str:
    """Find a department by key or name.

    Raises
    ------
    UnknownKeyError
        If nothing fits.
    UsageError
        If more than one does.
    """
    snapshot = store.snapshot()
    known = dict(zip(snapshot.keys("department"), snapshot.column("department", "name"), strict=True))
    found = [key for key, name in known.items() if wanted in {key, name}]
    if not found:
        shown = "; ".join(f"{key} ({name})" for key, name in list(known.items())[:_SHOWN])
        raise UnknownKeyError("space.plan.no_department", wanted=wanted, known=shown or "-")
    if len(found) > 1:
        raise UsageError("space.plan.many_departments", wanted=wanted, found=", ".join(found))
    return str(found[0])
