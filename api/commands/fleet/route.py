"""`twin fleet route`: the fastest way between two places on the road graph, and others nearly as good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.answering import answer
from api.commands.fleet.asked import driving, params_of
from api.commands.fleet.out import wrote
from api.opening import as_of, looked_at
from twin.fleet import others, plan, problem, solve
from twin.model.words import say
from viz.road_sheet import Line, Mark

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
    driving(parser)
    parser.add_argument("--others", type=int, default=0, metavar="N", help=str(say("fleet.help.others")))
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("fleet.help.out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        asked = problem.build(snapshot, args.origin, args.target, params_of(args, snapshot))
        route, found = answer(store, snapshot, asked, solve.solve, plan.check)
    told = others.others(asked, args.others) if args.others > 0 else ()
    console.lines(route.lines(console.lang))
    console.lines(others.lines(route, told, console.lang))
    if args.out:
        shown = [Line(other.geometry, 1, other.label(console.lang or "zh")) for other in told]
        ends = [Mark(*place.outside, place.name) for place in (route.origin, route.target)]
        said = route.lines(console.lang or "zh")
        wrote(args.out, console, (asked.roads, route.crs), [Line(route.geometry, 0, said[1]), *shown], ends, said[0])
    result = found.result | ({"others": [other.record() for other in told]} if told else {})
    console.result({"result": result, "run": found.run})
    return 0


def routed(store: Store | Past, origin: str, target: str, params: problem.Params | None = None) -> tuple[plan.Route, Answer]:
    """Ask for one route."""
    snapshot = store.snapshot()
    asked = problem.build(snapshot, origin, target, params or problem.Params())
    return answer(store, snapshot, asked, solve.solve, plan.check)
