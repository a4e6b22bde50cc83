"""`twin undo`: put the rows of a change set back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.opening import actor, opened
from twin.model.words import say
from twin.store.changes import DISCLOSED
from twin.store.undoing import undo

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("set_id", nargs="?", type=int, default=0, metavar="N", help=str(say("cli.help.undo_set")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Undo the newest change set, or the one named."""
    with opened(args, console) as store:
        target = args.set_id or _newest(store)
        made = undo(store, target, actor())
    console.say("cli.undone", set=target, made=made)
    console.result({"undone": target, "set": made})
    return 0


def _newest(store: Store) -> int:
    """Give the newest change set that changed rows; that protected data went out cannot be undone."""
    for entry in store.log(store.version):
        if not entry["counts"] or any(set(counter) - {DISCLOSED} for counter in entry["counts"].values()):
            return int(entry["set_id"])
    return store.version
