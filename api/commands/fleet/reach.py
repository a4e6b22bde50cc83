"""`twin fleet reach`: the roads and the ground that can be reached within a time."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING

from api.answering import answer
from api.commands.fleet.asked import driving, params_of
from api.commands.fleet.out import wrote
from api.opening import as_of, looked_at
from twin.fleet.spread import plan, problem, solve
from twin.model.errors import UsageError
from twin.model.words import say
from viz.road_sheet import Area, Mark

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--from", dest="origin", required=True, metavar="P", help=str(say("fleet.help.from_one")))
    minutes = str(say("fleet.help.minutes"))
    parser.add_argument("--minutes", type=float, nargs="+", default=[5.0, 10.0, 15.0], metavar="MIN", help=minutes)
    driving(parser)
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("fleet.help.out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    for minutes in args.minutes:
        if not (math.isfinite(minutes) and 0.0 < minutes <= 1440.0):
            raise UsageError("fleet.params", name="minutes", value=minutes)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        places = [f"@{table}" for table in ("charger", "parking", "gate") if len(snapshot.keys(table))]
        asked = problem.build(snapshot, [args.origin], places or [args.origin], params_of(args, snapshot))
        reach, found = answer(store, snapshot, asked, lambda it: solve.reach(it, args.minutes), plan.check_reach)
    console.lines(reach.lines(console.lang))
    console.findings(reach.findings, most=8)
    if args.out:
        shown = [
            Area(band.ground, number, f"{band.minutes:g} min · {band.length_m / 1000:,.1f} km")
            for number, band in enumerate(reach.bands)
        ]
        marks = [Mark(*reach.origin.outside, reach.origin.name)]
        title = reach.lines(console.lang or "zh")[0]
        wrote(args.out, console, (asked.ground.roads, reach.crs), shown, marks, title)
    console.result({"result": found.result, "run": found.run})
    return 0
