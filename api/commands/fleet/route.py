"""`twin fleet route`: the fastest way between two places on the road graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.answering import answer
from api.opening import as_of, looked_at
from twin.fleet import plan, problem, solve
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.answer import Answer
    from twin.store import Store
    from twin.store.past import Past


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--from", dest="origin", required=True, metavar="P", help=str(say("cli.help.from")))
    parser.add_argument("--to", dest="target", required=True, metavar="P", help=str(say("cli.help.to")))
    parser.add_argument("--vehicle", default="", metavar="KEY", help=str(say("cli.help.vehicle")))
    parser.add_argument("--height", type=float, metavar="M", help=str(say("cli.help.vehicle_height")))
    parser.add_argument("--mass", type=float, metavar="T", help=str(say("cli.help.vehicle_mass")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    with looked_at(args, console) as store:
        route, found = routed(
            store, args.origin, args.target, problem.Params(vehicle=args.vehicle, height=args.height, mass_t=args.mass)
        )
    console.lines(route.lines(console.lang))
    console.result({"result": found.result, "run": found.run})
    return 0


def routed(store: Store | Past, origin: str, target: str, params: problem.Params | None = None) -> tuple[plan.Route, Answer]:
    """Ask for one route."""
    snapshot = store.snapshot()
    asked = problem.build(snapshot, origin, target, params or problem.Params())
    return answer(store, snapshot, asked, solve.solve, plan.check)
