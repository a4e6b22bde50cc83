"""`twin space report|entitlement|violations`: area held against entitlement, over-standard rooms, vacancy."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.answering import answer
from api.opening import as_of, looked_at, scope, tell_unplaced
from twin.model.aligned import aligned
from twin.model.checks.places import room_areas
from twin.model.words import say
from twin.space import holdings, plan, problem, solve
from twin.space.indicators.yearly import yearly
from twin.space.register import violations
from twin.space.register.ground import within
from twin.space.standards import read_standard
from twin.space.wording import entitlement_lines, violation_lines
from viz.yearly import write_yearly

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from api.console import Console
    from twin.model.answer import Answer
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


def _yearly(args: argparse.Namespace, console: Console, own: tuple[Standard, ...]) -> int:
    """Make the report of a year, tell its figures and write its files."""
    today = dt.date.today().isoformat()  # noqa: DTZ011 - the user's own day
    on = args.on if args.on != today or today.startswith(f"{args.year:04d}-") else ""
    with looked_at(args, console) as store:
        tell_unplaced(store, console)
        found = yearly(store.snapshot(), args.year, on, own)
    for out in args.out:
        write_yearly(out, found)
    summary = found.tables[0]
    rows = [["—" if cell is None else str(cell) for cell in row[:5]] for row in summary.rows]
    console.lines(aligned([[console.text(head) for head in summary.heads[:5]], *rows], right=[2, 3, 4]))
    if args.out:
        console.say("yearly.wrote", files=", ".join(str(out) for out in args.out))
    console.result({"result": found.record()})
    return 0


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer."""
    own = standards_of(args, console)
    if args.what == "report" and args.year:
        return _yearly(args, console, own)
    with looked_at(args, console) as store:
        report, found = report_on(store, args.building, args.on, own)
        unsound = [finding for finding in room_areas(scope(store, args.building)[0]) if finding.severity == "error"]
        if not args.building:
            tell_unplaced(store, console)
        broken = _broken(store, args.building, report) if args.what == "violations" else ()
        held = _holdings(store, args.building, args.on, own, report) if args.what == "entitlement" else ()
    if unsound:
        console.say("space.unsound", count=len(unsound))
        console.findings(unsound, most=3)
    console.lines(VIEWS[args.what](report, console.lang))
    more: dict[str, Any] = {}
    if args.what == "violations":
        console.lines(violations.lines((one for one in broken if one.rule != "over_standard"), console.lang, most=len(broken)))
        console.say("register.rule.count", count=len(broken))
        more["violations"] = [one.record() for one in broken]
    if args.what == "entitlement":
        console.lines(holdings.lines(held, console.lang))
        more["holdings"] = [one.record() for one in held]
    unsound_records = [finding.record() for finding in unsound]
    console.result({"result": found.result, "run": found.run, "unsound": unsound_records, **more})
    return 0


def _broken(store: Store | Past, building: str, report: plan.Report) -> tuple[violations.Violation, ...]:
    """Find what breaks a dated rule in the district, or in one building."""
    snapshot, key = scope(store, building)
    return violations.violations(within(snapshot, key) if key else snapshot, report.on, report)


def standards_of(args: argparse.Namespace, console: Console) -> tuple[Standard, ...]:
    """Read the user's own standard where one is named; rows that print a figure of 1999 are told of."""
    if args.standards is None:
        return ()
    standard, warnings = read_standard(args.standards)
    console.findings(warnings)
    return (standard,)


def _holdings(
    store: Store | Past, building: str, day: str, standards: Sequence[Standard], report: plan.Report
) -> tuple[holdings.Holding, ...]:
    snapshot, key = scope(store, building)
    asked = problem.build(snapshot, problem.Params(on=day, buildings=(key,) if key else ()), standards)
    kinds = dict(zip(snapshot.keys("building"), snapshot.column("building", "storey_class"), strict=True))
    return holdings.holdings(asked, report, kinds)


def report_on(store: Store | Past, building: str, day: str, standards: Sequence[Standard] = ()) -> tuple[plan.Report, Answer]:
    """Ask of the whole district, or of one building on the ground or not."""
    snapshot, key = scope(store, building)
    asked = problem.build(snapshot, problem.Params(on=day, buildings=(key,) if key else ()), standards)
    return answer(store, snapshot, asked, solve.solve, plan.check)
