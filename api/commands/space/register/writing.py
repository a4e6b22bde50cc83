"""Edits of the register into the model or a scenario: held against the rules of their tables first, one change set, undoable."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from api.cells import want_sound
from api.opening import actor, want_day
from twin.model.checks.register import register
from twin.model.errors import ImportRefused, UnknownKeyError, UsageError
from twin.model.tables import TABLES
from twin.model.words import say
from twin.space.register.edits import applied, records
from twin.store import Store
from twin.store.scenarios import Scenarios, Variant

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.space.register.edits import Edits
    from twin.store.past import Past

__all__ = ["dated", "day_of", "find_room", "find_rooms", "put"]


def dated(parser: argparse.ArgumentParser) -> None:
    """Declare ``--on``."""
    parser.add_argument("--on", default="", metavar="DATE", help=str(say("register.help.on")))


def day_of(args: argparse.Namespace) -> str:
    """Give the day asked for, today where none is."""
    return want_day(args.on) or dt.date.today().isoformat()  # noqa: DTZ011 - the user's own day


def find_room(snapshot: Snapshot, wanted: str) -> str:
    """Find a room by key, door number, or building and door number.

    Raises
    ------
    UnknownKeyError
        If nothing fits.
    UsageError
        ``register.many_rooms`` if more than one does.
    """
    houses = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    columns = (snapshot.keys("room"), *(snapshot.column("room", name) for name in ("building_id", "number")))
    found = {}
    for key, building, number in zip(*columns, strict=True):
        name = houses.get(building) or ""
        if wanted in {key, number or key, f"{name}{number}", f"{name} {number}", f"{building} {number}"}:
            found[str(key)] = f"{name or building} {number}"
    if not found:
        raise UnknownKeyError("register.no_room", wanted=wanted)
    if len(found) > 1:
        raise UsageError("register.many_rooms", wanted=wanted, found="; ".join(sorted(found.values())[:8]))
    return next(iter(found))


def find_rooms(snapshot: Snapshot, wanted: Iterable[str]) -> list[str]:
    """Find several rooms, as `find_room`."""
    return [find_room(snapshot, one) for one in wanted]


def put(store: Store | Past, snapshot: Snapshot, edits: Edits, reason: str, console: Console) -> dict[str, Any]:
    """Write edits to the model, or to the scenario that is looked at; the past stays as it was.

    Returns
    -------
    What to print as JSON: the change set (0 in a scenario), the rows, and what is to be done next.

    Raises
    ------
    ImportRefused
        With every fault; nothing is written then.
    UsageError
        ``past.read_only``.
    """
    if not isinstance(store, Store | Variant):
        raise UsageError("past.read_only")
    after, frames = applied(snapshot, edits), edits.frames(snapshot)
    for table, frame in frames.items():
        want_sound(after, table, frame)
    touched = {(table, str(key)) for table, frame in frames.items() for key in frame.index}
    faults = [found for found in register(after) if found.severity == "error" and (found.table, str(found.row)) in touched]
    if faults:
        first = faults[0]
        raise ImportRefused("scenario.refused", faults, table=first.table, key=first.row, count=len(faults))
    made = 0
    if isinstance(store, Variant):
        for table, frame in frames.items():
            Scenarios(store.store).put(store.scenario, table, frame)
    else:
        with store.change(actor(), reason) as work:
            for table, frame in frames.items():
                work.put(table, frame)
        made = work.set_id
    for note in edits.notes:
        console.line(f"  ! {console.text(note)}")
    if made:
        console.say("register.did.undo", set=made)
    rows = {table: _said(after, table, frame.index) for table, frame in frames.items()}
    return {"set": made, "rows": rows, "notes": [str(note) for note in edits.notes]}


def _said(snapshot: Snapshot, table: str, keys: Iterable[Any]) -> list[dict[str, Any]]:
    wanted, name = set(keys), TABLES[table].key
    return [row for row in records(snapshot, table) if row[name] in wanted]
