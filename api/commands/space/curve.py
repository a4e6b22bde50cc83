"""`twin space curve`: several plans that truly differ, running cost against people moved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.space.plan import asked, read_ask, watcher
from api.opening import looked_at, tell_unplaced
from twin.model.errors import PlanError
from twin.model.words import say
from twin.space.planning import alternatives, asking, checker
from viz.curve import plot_curve

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.space.planning.asking import Ground
    from twin.space.planning.proposal import Proposal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    asked(parser)
    parser.add_argument("--years", action="append", type=float, metavar="YEARS", help=str(say("space.help.years")))
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("space.help.curve_out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Plan for every horizon, check each, tell."""
    with looked_at(args, console) as store:
        tell_unplaced(store, console)
        ask, costs, limits = read_ask(store, args)
        with console.progress(say("space.what.curve").lang(console.lang or "zh")) as step:

            def make(ground: Ground) -> Proposal:
                proposal = asking.solve(ground, limits, watcher(step, limits))
                faults = checker.check(ground, proposal)
                if faults:
                    raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
                return proposal

            found = alternatives.curve(store.snapshot(), ask, costs, args.years or alternatives.HORIZONS, make)
    console.lines(found.lines(console.lang))
    if args.out:
        plot_curve(found, args.out, lang=console.lang or "zh")
        console.say("space.plan.wrote", files=args.out)
    console.result({"result": found.record()})
    return 0
