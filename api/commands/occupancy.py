"""`twin occupancy`: who uses which room from when to when; a use that ends is closed, never overwritten."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from api.cells import read_values, want_sound
from api.opening import actor, as_of, looked_at, want_day
from twin.model.aligned import aligned
from twin.model.errors import UsageError
from twin.model.tables import TABLES
from twin.model.validity import day_before, ended, followed, on_day
from twin.model.words import say
from twin.store import Store
from twin.store.rows import frame_rows
from twin.store.scenarios import Scenarios, Variant

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd

    from api.console import Console
    from twin.model.snapshot import Snapshot
    from twin.store.past import Past

_SHOWN = ("occupancy_id", "room_id", "department_id", "rank", "head_count", "valid_from", "valid_to")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("what", choices=("list", "end", "follow"), help=str(say("tenure.help.what")))
    parser.add_argument("words", nargs="*", metavar="WORD", help=str(say("tenure.help.words")))
    parser.add_argument("--on", default="", metavar="DATE", help=str(say("tenure.help.on")))
    parser.add_argument("--room", default="", metavar="KEY", help=str(say("tenure.help.room")))
    parser.add_argument("--all", action="store_true", help=str(say("tenure.help.all")))
    parser.add_argument("--key", default="", metavar="KEY", help=str(say("tenure.help.key")))


def run(args: argparse.Namespace, console: Console) -> int:
    """List, end, or end and follow."""
    day = want_day(args.on) or dt.date.today().isoformat()  # noqa: DTZ011 - the user's own day
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        if args.what == "list":
            _list(args, snapshot if args.all else on_day(snapshot, day), console)
        elif not args.words:
            raise UsageError("scenario.nothing_set")
        elif args.what == "end":
            made = _put(store, snapshot, ended(snapshot, args.words, day), f"occupancy end {day}")
            console.say("tenure.did.end", count=len(args.words), last=day)
            console.result({"ended": args.words, "last": day, "set": made})
        else:
            _follow(args, store, snapshot, day, console)
    return 0


def _list(args: argparse.Namespace, snapshot: Snapshot, console: Console) -> None:
    frame = snapshot.frame("occupancy")
    frame = frame[frame["room_id"] == args.room] if args.room else frame
    rows = [{name: row[name] for name in _SHOWN} for row in frame_rows(TABLES["occupancy"], frame)]
    if rows:
        heads = [TABLES["occupancy"].by_name[name].zh if console.lang != "en" else name for name in _SHOWN]
        shown = [["" if value is None else value for value in row.values()] for row in rows]
        console.lines(aligned([heads, *shown], right=[4]))
    else:
        console.say("tenure.did.none")
    console.result({"version": snapshot.version, "occupancies": rows})


def _follow(args: argparse.Namespace, store: Store | Past, snapshot: Snapshot, day: str, console: Console) -> None:
    key, *cells = args.words
    if not cells:
        raise UsageError("tenure.not_both")
    frame = followed(snapshot, key, day, read_values("occupancy", cells), args.key)
    new = next(name for name in frame.index if name != key)
    made = _put(store, snapshot, frame, f"occupancy {key} → {new}")
    console.say("tenure.did.follow", key=key, last=day_before(day), new=new)
    console.result({"ended": key, "last": day_before(day), "new": new, "set": made})


def _put(store: Store | Past, snapshot: Snapshot, frame: gpd.GeoDataFrame, reason: str) -> int:
    """Write to the model, or to the scenario that is looked at; the past stays as it was."""
    want_sound(snapshot, "occupancy", frame)
    if isinstance(store, Variant):
        Scenarios(store.store).put(store.scenario, "occupancy", frame)
        return 0
    if not isinstance(store, Store):
        raise UsageError("past.read_only")
    with store.change(actor(), reason) as work:
        work.put("occupancy", frame)
    return work.set_id
