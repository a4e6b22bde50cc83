"""`twin restore`: a backup back in the store's place, after a rehearsal; what was there is kept beside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.backup import record, tell
from twin.model.words import say
from twin.store import open_store, rehearse, restore
from twin.store.secrets import Secrets
from twin.store.verifying import outer_faults

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.findings import Finding


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE.gpkg", help=str(say("cli.help.restore_file")))
    parser.add_argument("--accounts", type=Path, metavar="FILE", help=str(say("secrets.help.take")))
    parser.add_argument("--rehearse", action="store_true", help=str(say("cli.help.rehearse")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Rehearse, and unless that is all, put it in place."""
    newer: list[Finding] = []
    if args.rehearse:
        found, kept = rehearse(args.file), ""
        console.say("restore.rehearsed", file=args.file)
    else:
        found, kept = restore(args.file, args.store)
        console.say("restore.done", file=args.file, store=args.store)
        with open_store(args.store) as store:
            newer = outer_faults(store)
    tell(found, console)
    if args.accounts and not args.rehearse:
        with Secrets.open(args.store) as secrets:
            taken = secrets.take(args.accounts)
        console.say("secrets.did.taken", file=args.accounts, counts=", ".join(f"{name} {n}" for name, n in taken.items()))
    console.findings(newer)
    if kept:
        console.say("restore.kept", indent="  ", kept=kept)
    console.result(
        {
            "file": str(args.file),
            "store": args.store,
            "rehearsal": args.rehearse,
            "kept": kept,
            **record(found),
            "log": [finding.record() for finding in (*found.log_faults, *newer)],
        }
    )
    return 0
