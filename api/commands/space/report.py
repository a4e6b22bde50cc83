"""`twin space report|entitlement|violations`: area held against entitlement, over-standard rooms, vacancy."""

from __future__ import annotations

import datetime as dt
import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.answering import answer
from api.opening import as_of, looked_at, scope, tell_unplaced
from twin.model.checks.places import room_areas
from twin.model.words import say
from twin.space import holdings, plan, problem, solve
from twin.space.register import violations
from twin.space.register.ground import within
from twin.space.standards import read_standard
from twin.space.wording import entitlement_lines, violation_lines

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from api.console import Console
    from twin.model.answer import Answer
    from twin.model.snapshot import Snapshot
    from twin.space.rules import Standard
    from twin.store import Store
    from twin.store.past import Past


VIEWS: dict[str, Callable[[plan.Report, str], list[str]]] = {
    "report": plan.Report.lines,
    "entitlement": entitlement_lines,
    "violations": violation_lines,
}
"""What of the report each question shows; the record is the whole."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--building", default="", help=str(say("cli.help.building")))
    parser.add_argument("--on", default=dt.date.today().isoformat(), metavar="DATE", help=str(say("cli.help.on")))  # noqa: DTZ011 - the user's own day
    parser.add_argument("--standards", type=Path, metavar="FILE", help=str(say("space.help.standards")))
    parser.add_argument("--year", type=int, default=0, metavar="YEAR", help=str(say("space.help.year")))
    parser.add_argument("--out", type=Path, action="append", default=[], metavar="FILE", help=str(say("space.help.year_out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    own = standards_of(args, console)
    if args.what == "report" and args.year:
        return int(importlib.import_module("api.commands.space.yearly").run(args, console, own))
    more: dict[str, Any] = {}
    with looked_at(args, console) as store:
        snapshot, key = scope(store, args.building)
        asked = problem.build(snapshot, problem.Params(on=args.on, buildings=(key,) if key else ()), own)
        report, found = answer(store, snapshot, asked, solve.solve, plan.check)
        if not args.building:
            tell_unplaced(store, console)
    unsound = [finding for finding in room_areas(snapshot) if finding.severity == "error"]
    if unsound:
        console.say("space.unsound", count=len(unsound))
        console.findings(unsound, most=3)
    console.lines(VIEWS[args.what](report, console.lang))
    if args.what == "violations":
        more["violations"] = _tell_broken(within(snapshot, key) if key else snapshot, report, console)
    if args.what == "entitlement":
        kinds = dict(zip(snapshot.keys("building"), snapshot.column("building", "storey_class"), strict=True))
        held = holdings.holdings(asked, report, kinds)
        console.lines(holdings.lines(held, console.lang))
        more["holdings"] = [one.record() for one in held]
    unsound_records = [finding.record() for finding in unsound]
    console.result({"result": found.result, "run": found.run, "unsound": unsound_records, **more})
    return 0


def _tell_broken(snapshot: Snapshot, report: plan.Report, console: Console) -> list[dict[str, Any]]:
    """Tell what breaks a dated rule; rooms over the standard stand in the report already."""
    broken = violations.violations(snapshot, report.on, report)
    console.lines(violations.lines((one for one in broken if one.rule != "over_standard"), console.lang, most=len(broken)))
    console.say("register.rule.count", count=len(broken))
    return [one.record() for one in broken]


def standards_of(args: argparse.Namespace, console: Console) -> tuple[Standard, ...]:
    """Read the user's own standard where one is named; rows that print a figure of 1999 are told of."""
    if args.standards is None:
        return ()
    standard, warnings = read_standard(args.standards)
    console.findings(warnings)
    return (standard,)


def report_on(store: Store | Past, building: str, day: str) -> tuple[plan.Report, Answer]:
    """Ask of the whole district, or of one building on the ground or not."""
    snapshot, key = scope(store, building)
    asked = problem.build(snapshot, problem.Params(on=day, buildings=(key,) if key else ()))
    return answer(store, snapshot, asked, solve.solve, plan.check)
