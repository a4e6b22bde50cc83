"""`twin backup`: the store as one file, while it is in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from twin.model.words import say
from twin.store import backup
from twin.store.secrets import Secrets

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.store import Rehearsal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("out", type=Path, metavar="OUT.gpkg", help=str(say("cli.help.backup_out")))
    parser.add_argument("--accounts", type=Path, metavar="FILE", help=str(say("secrets.help.keep")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Write, open again and count."""
    found = backup(args.store, args.out)
    console.say("backup.done", store=args.store, out=args.out, megabytes=f"{args.out.stat().st_size / 1e6:.1f}")
    tell(found, console)
    accounts: dict[str, int] = {}
    if args.accounts:
        with Secrets.open(args.store) as secrets:
            accounts = secrets.copy_to(args.accounts)
        console.say("secrets.did.kept", file=args.accounts, counts=", ".join(f"{name} {n}" for name, n in accounts.items()))
    console.result({"out": str(args.out), "store": args.store, "accounts": accounts, **record(found)})
    return 0


def tell(found: Rehearsal, console: Console) -> None:
    """Say what a backup holds."""
    rows = sum(count for name, count in found.tally.rows.items() if not name.startswith("twin_"))
    errors = found.faults.get("error", 0)
    console.say("backup.holds", indent="  ", version=found.version, at=found.at or "-", rows=rows, faults=errors)
    console.findings(found.log_faults)


def record(found: Rehearsal) -> dict[str, Any]:
    """Give what a backup holds as JSON."""
    return {
        "version": found.version,
        "at": found.at,
        "rows": {name: count for name, count in found.tally.rows.items() if count},
        "digests": found.tally.digests,
        "faults": found.faults,
        "log": [finding.record() for finding in found.log_faults],
    }
