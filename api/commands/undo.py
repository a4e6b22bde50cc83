"""`twin undo`: put the rows of a change set back as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.opening import actor, opened
from twin.model.words import say
from twin.store.undoing import undo

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("set_id", nargs="?", type=int, default=0, metavar="N", help=str(say("cli.help.undo_set")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Undo the newest change set, or the one named."""
    with opened(args, console) as store:
        target = args.set_id or store.version
        made = undo(store, target, actor())
    console.say("cli.undone", set=target, made=made)
    console.result({"undone": target, "set": made})
    return 0
