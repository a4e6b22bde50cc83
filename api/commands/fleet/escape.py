"""`twin fleet escape`: how far it is from every room to the nearest exit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.answering import answer
from api.opening import as_of, find_building, looked_at
from twin.fleet.escape import plan, problem, solve
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--building", action="append", default=[], metavar="B", help=str(say("cli.help.escape.building")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    with looked_at(args, console) as store:
        named = [find_building(store, name) for name in args.building]
        keys = tuple(key for key, _ in named)
        lone = len(named) == 1 and not named[0][1]  # a building that does not stand on the ground yet is asked alone
        snapshot = store.building(keys[0]) if lone else store.snapshot()
        escape, found = answer(store, snapshot, problem.build(snapshot, problem.Params(keys)), solve.solve, plan.check)
    console.lines(escape.lines(console.lang))
    console.result({"result": found.result, "run": found.run})
    return 0
