"""`twin fleet charge`: a drive with charging on the way; which charger for whom; where the next chargers should stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.answering import answer
from api.commands.fleet.asked import driving, params_of
from api.commands.fleet.out import wrote
from api.opening import as_of, looked_at
from twin.fleet.charging import plan, problem, solve
from twin.model.errors import UsageError
from twin.model.words import say
from viz.road_sheet import Line, Mark

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.fleet.charging.plan import Trip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--from", dest="origin", metavar="P", help=str(say("cli.help.from")))
    parser.add_argument("--to", dest="target", metavar="P", help=str(say("cli.help.to")))
    driving(parser)
    parser.add_argument("--soc", type=float, default=0.8, metavar="SHARE", help=str(say("fleet.help.soc")))
    parser.add_argument("--reserve", type=float, default=0.1, metavar="SHARE", help=str(say("fleet.help.reserve")))
    parser.add_argument("--arrive", type=float, default=0.1, metavar="SHARE", help=str(say("fleet.help.arrive")))
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("fleet.help.out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer one of the three."""
    return _journey(args, console)


def _journey(args: argparse.Namespace, console: Console) -> int:
    """Drive under battery."""
    if not args.origin or not args.target:
        raise UsageError("fleet.charge.which")
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        battery = problem.Battery(args.soc, args.reserve, args.arrive)
        asked = problem.build(snapshot, args.origin, args.target, params_of(args, snapshot), battery)
        trip, found = answer(store, snapshot, asked, solve.solve, plan.check)
    console.lines(trip.lines(console.lang))
    if args.out:
        wrote(args.out, console, (asked.ground.roads, trip.crs), *_shown(trip, asked), trip.lines(console.lang or "zh")[0])
    console.result({"result": found.result, "run": found.run})
    return 0


def _shown(trip: Trip, asked: problem.Problem) -> tuple[list[Line], list[Mark]]:
    """Draw each drive in a colour of its own, and name the stops."""
    drives = [Line(drive.geometry, number, drive.ends_at or trip.target.name) for number, drive in enumerate(trip.drives)]
    where = dict(zip(asked.chargers.keys.tolist(), asked.chargers.points.tolist(), strict=True))
    places = [(charge.name or charge.charger_id, *where[charge.charger_id]) for charge in trip.charges]
    stops = [Mark(x, y, name) for name, x, y in places]
    return drives, [Mark(*trip.origin.outside, trip.origin.name), *stops, Mark(*trip.target.outside, trip.target.name)]
