"""`twin log [verify]`: who changed what, when and why; and whether that is all that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.opening import actor, opened
from twin.model.aligned import aligned
from twin.model.errors import UsageError
from twin.model.words import say
from twin.store import open_store
from twin.store.verifying import accept, verify

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("what", nargs="?", choices=("verify",), help=str(say("cli.help.log_what")))
    parser.add_argument("--accept", action="store_true", help=str(say("cli.help.log_accept")))
    parser.add_argument("--limit", type=int, default=20, metavar="N", help=str(say("cli.help.limit")))
    parser.add_argument("--set", type=int, default=0, metavar="N", dest="set_id", help=str(say("cli.help.set")))


def run(args: argparse.Namespace, console: Console) -> int:
    """List change sets, or the rows of one; or verify."""
    if args.what:
        return _verify(args, console)
    if args.accept:
        raise UsageError("log.accept_alone")
    with opened(args, console) as store:
        if args.set_id:
            lines = store.lines(args.set_id)
            console.lines(aligned([[line["entity"], line["entity_id"], line["action"]] for line in lines]) if lines else [])
            console.result({"set": args.set_id, "lines": lines})
            return 0
        entries = store.log(args.limit)
    rows = [[f"#{entry['set_id']}", entry["at"], entry["actor"], entry["reason"], _counted(entry["counts"])] for entry in entries]
    console.lines(aligned(rows, right=[0]) if rows else [])
    console.result({"log": entries})
    return 0


def _verify(args: argparse.Namespace, console: Console) -> int:
    """Look through the log; nothing is taken over or changed before."""
    with open_store(args.store) as store:
        path = store.place.heads.path
        if args.accept:
            head = accept(store, actor())
            console.say("log.accepted", set=head.set, head=head.hash[:16], path=path)
        found = verify(store)
    console.findings(found.findings)
    if found.sound:
        console.say(
            "log.sound", entries=found.entries, lines=found.lines, head=found.head[:16] or "-", remembered=found.remembered
        )
    else:
        console.say("log.faulty", count=len(found.findings))
    console.say("log.heads_at", indent="  ", path=path)
    record = {"sound": found.sound, "entries": found.entries, "lines": found.lines, "head": found.head, "heads": str(path)}
    console.result({**record, "remembered": found.remembered, "findings": [finding.record() for finding in found.findings]})
    return 0 if found.sound else 1


def _counted(counts: dict[str, dict[str, int]]) -> str:
    """Sum up what a change set did: added, changed, gone and removed rows over all tables."""
    done: dict[str, int] = {}
    for counter in counts.values():
        for what, count in counter.items():
            if what != "unchanged":
                done[what] = done.get(what, 0) + count
    return " ".join(f"{what} {count}" for what, count in sorted(done.items()))
