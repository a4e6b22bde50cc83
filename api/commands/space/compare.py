"""`twin space compare`: two written plans side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.space.phases import read_json
from api.opening import opened
from twin.model.words import say
from twin.space.planning.alternatives import compare
from twin.space.planning.phasing import read_plan
from viz.plan_change import plot_plan_change

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    for name in ("one", "two"):
        parser.add_argument(name, type=Path, metavar="PLAN.json", help=str(say("space.help.plan_file")))
    parser.add_argument("--plot", type=Path, metavar="FILE.png", help=str(say("space.help.compare_plot")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Compare and tell."""
    one, two = (read_plan(read_json(path)) for path in (args.one, args.two))
    found = compare(one, two, (str(args.one), str(args.two)))
    console.lines(found.lines(console.lang))
    if args.plot:
        labels = {row["department_id"]: row["name"] for plan in (one, two) for row in plan["departments"]}
        with opened(args, console) as store:
            plot_plan_change(store.snapshot(), found, labels, args.plot, lang=console.lang or "zh")
        console.say("space.plan.wrote", files=args.plot)
    console.result({"result": found.record()})
    return 0
