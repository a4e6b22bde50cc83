"""`twin security coverage|blind`: what every camera sees, and what nobody sees."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from api.answering import answer
from api.opening import as_of, looked_at, scope
from twin.model.words import say
from twin.security import plan, problem, solve
from twin.security.report import blind_lines

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.model.answer import Answer
    from twin.store import Store
    from twin.store.past import Past


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("what", choices=("coverage", "blind"), help=str(say("cli.help.what")))
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--doors-closed", action="store_true", help=str(say("cli.help.doors_closed")))
    parser.add_argument("--outage", action="append", default=[], metavar="CAMERA", help=str(say("cli.help.outage")))
    parser.add_argument("--target-z", type=float, default=1.0, metavar="M", help=str(say("cli.help.target_z")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    with looked_at(args, console) as store:
        params = problem.Params(doors_open=not args.doors_closed, target_z=args.target_z, outages=frozenset(args.outage))
        coverage, found = covered(store, args.building, params)
    console.lines(blind_lines(coverage, console.lang) if args.what == "blind" else coverage.lines(console.lang))
    result = {"blind": found.result["blind"]} if args.what == "blind" else found.result
    console.result({"result": result, "run": found.run})
    return 0


def covered(store: Store | Past, building: str, params: problem.Params) -> tuple[plan.Coverage, Answer]:
    """Ask of the whole district, or of one building on the ground or not."""
    snapshot, key = scope(store, building)
    asked = replace(params, buildings=frozenset({key}) if key else frozenset())
    return answer(store, snapshot, problem.build(snapshot, asked), solve.solve, plan.check)
