"""`twin space indicators`: how well offices are used, each figure with its formula; by building, by department, over time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.space.report import standards_of
from api.opening import as_of, looked_at, tell_unplaced, want_day
from twin.model.words import say
from twin.space.indicators.sheet import days_between, indicators, over_time

if TYPE_CHECKING:
    import argparse

    from api.console import Console

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    today = dt.date.today().isoformat()  # noqa: DTZ011 - the user's own day
    parser.add_argument("--on", default=today, metavar="DATE", help=str(say("cli.help.on")))
    parser.add_argument("--since", default="", metavar="DATE", help=str(say("space.help.since")))
    scopes = ("district", "building", "department", *_MONTHS)
    parser.add_argument("--by", choices=scopes, default="district", help=str(say("space.help.by")))
    parser.add_argument("--standards", type=Path, metavar="FILE", help=str(say("space.help.standards")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Reckon and tell."""
    on, since, own = want_day(args.on), want_day(args.since), standards_of(args, console)
    with looked_at(args, console) as store:
        tell_unplaced(store, console)
        snapshot = store.snapshot()
    if args.by in _MONTHS:
        found = over_time(snapshot, days_between(since or f"{on[:4]}-01-01", on, _MONTHS[args.by]), own)
    else:
        found = indicators(snapshot, on, args.by, since, own)
    console.lines(found.lines(console.lang))
    console.say("space.indicators.energy")
    console.result({"result": found.record()})
    return 0
