"""`twin export`: the data in a file that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.opening import as_of, disclose, find_building, is_store, looked_at, tell_unplaced, want_day
from twin.model.errors import UsageError
from twin.model.protection import protected_counts
from twin.model.tables import TABLES
from twin.model.validity import on_day
from twin.model.words import say
from viz import export

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help=str(say("cli.help.export_out")))
    parser.add_argument("--table", action="append", choices=tuple(TABLES), metavar="TABLE", help=str(say("cli.help.tables")))
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--on", default="", metavar="DATE", help=str(say("cli.help.on_only")))
    parser.add_argument("--public", action="store_true", help=str(say("cli.help.public")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Write; never over a store."""
    if is_store(args.out):
        raise UsageError("export.is_store", out=args.out)
    with looked_at(args, console) as store:
        snapshot = store.building(find_building(store, args.building)[0]) if args.building else store.snapshot()
        if not args.building:
            tell_unplaced(store, console)
        if args.on:
            snapshot = on_day(snapshot, want_day(args.on))
        if not args.public:
            disclose(store, args.out, protected_counts(snapshot, args.table))
        counts = export(snapshot, args.out, args.table, public=args.public)
    console.say("cli.export_done", out=args.out, counts=", ".join(f"{name} {count}" for name, count in counts.items() if count))
    console.result({"out": str(args.out), "counts": counts, "public": args.public})
    return 0
