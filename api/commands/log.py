"""`twin log`: who changed what, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.opening import opened
from twin.model.aligned import aligned
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--limit", type=int, default=20, metavar="N", help=str(say("cli.help.limit")))
    parser.add_argument("--set", type=int, default=0, metavar="N", dest="set_id", help=str(say("cli.help.set")))


def run(args: argparse.Namespace, console: Console) -> int:
    """List change sets, or the rows of one."""
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


def _counted(counts: dict[str, dict[str, int]]) -> str:
    """Sum up what a change set did: added, changed, gone and removed rows over all tables."""
    done: dict[str, int] = {}
    for counter in counts.values():
        for what, count in counter.items():
            if what != "unchanged":
                done[what] = done.get(what, 0) + count
    return " ".join(f"{what} {count}" for what, count in sorted(done.items()))
