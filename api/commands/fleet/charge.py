"""`twin fleet charge`: a drive with charging on the way; which charger for whom; where the next chargers should stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.answering import answer
from api.commands.fleet.asked import driving, params_of
from api.commands.fleet.out import write_table, wrote
from api.opening import as_of, looked_at
from twin.fleet.charging import assign, fleet_plan, fleet_problem, plan, problem, site_plan, site_problem, siting, solve
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
    parser.add_argument("--assign", type=Path, metavar="FILE", help=str(say("fleet.help.assign")))
    parser.add_argument("--caps", type=Path, metavar="FILE", help=str(say("fleet.help.caps")))
    parser.add_argument("--rounds", type=int, default=1, metavar="N", help=str(say("fleet.help.queue")))
    parser.add_argument("--session", type=float, default=2.0, metavar="H", help=str(say("fleet.help.session")))
    parser.add_argument("--place", type=int, default=0, metavar="N", help=str(say("fleet.help.place_new")))
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("fleet.help.out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer one of the three."""
    if args.assign is not None:
        return _assign(args, console)
    if args.place > 0:
        return _site(args, console)
    return _journey(args, console)


def _assign(args: argparse.Namespace, console: Console) -> int:
    """Give chargers to many; 1 if somebody could not be asked about or served."""
    wants = fleet_problem.read_wants(args.assign)
    caps = fleet_problem.read_caps(args.caps) if args.caps else None
    limits = fleet_problem.Limits(args.rounds, args.session, args.reserve, caps)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        asked = fleet_problem.build(snapshot, wants, params_of(args, snapshot), limits)
        found, told = answer(store, snapshot, asked, assign.assign, fleet_plan.check)
    console.lines(found.lines(console.lang))
    console.findings(found.findings, most=8)
    if args.out:
        heads = ("vehicle", "charger", "parking", "round", "drive_s", "drive_m", "ready_s")
        write_table(args.out, heads, ([row[name] for name in heads] for row in told.result["assigned"]))
        console.say("fleet.wrote", path=args.out)
    console.result({"result": told.result, "run": told.run})
    return int(bool(found.missed) or any(finding.severity == "error" for finding in found.findings))


def _site(args: argparse.Namespace, console: Console) -> int:
    """Choose where the next chargers go."""
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        asked = site_problem.build(snapshot, args.place, params_of(args, snapshot))
        found, told = answer(store, snapshot, asked, siting.choose, site_plan.check)
    console.lines(found.lines(console.lang))
    console.findings(asked.findings, most=8)
    if args.out:
        chosen = set(found.chosen)
        marks = [Mark(*place.outside, place.name, strong=at in chosen) for at, place in enumerate(asked.places) if at in chosen]
        ways = [Line(line, 0, place) for place, line in found.lines_to(asked)]
        wrote(args.out, console, (asked.ground.roads, asked.ground.crs), ways, marks, found.lines(console.lang or "zh")[0])
    console.result({"result": told.result, "run": told.run})
    return 0


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
