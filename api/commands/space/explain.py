"""`twin space explain`: what it would cost to leave a department where it sits, and what seats are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.commands.space.plan import asked, read_ask
from api.opening import find_department, looked_at
from twin.model.errors import PlanError
from twin.model.words import say
from twin.space.planning import asking, checker
from twin.space.planning.explaining import explain

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.space.planning.asking import Ground
    from twin.space.planning.proposal import Proposal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("who", metavar="DEPARTMENT", help=str(say("space.help.explained")))
    asked(parser)


def run(args: argparse.Namespace, console: Console) -> int:
    """Plan with and without the pin, check both, tell the difference."""
    with looked_at(args, console) as store:
        ask, costs, limits = read_ask(store, args)
        key = find_department(store, args.who)
        ground = asking.build(store.snapshot(), ask, costs)

    def make(given: Ground) -> Proposal:
        proposal = asking.solve(given, limits)
        faults = checker.check(given, proposal)
        if faults:
            raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
        return proposal

    found = explain(ground, make(ground), key, make)
    console.lines(found.lines(console.lang))
    console.result({"result": found.record()})
    return 0
