"""`twin space compare`: two written plans side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.space.phases import read_json
from twin.model.words import say
from twin.space.planning.alternatives import compare
from twin.space.planning.phasing import read_plan

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    for name in ("one", "two"):
        parser.add_argument(name, type=Path, metavar="PLAN.json", help=str(say("space.help.plan_file")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Compare and tell."""
    one, two = (read_plan(read_json(path)) for path in (args.one, args.two))
    found = compare(one, two, (str(args.one), str(args.two)))
    console.lines(found.lines(console.lang))
    console.result({"result": found.record()})
    return 0
