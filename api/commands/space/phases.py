"""`twin space phases`: in which order the people of a written plan move."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twin.model.errors import PlanError, UsageError
from twin.model.words import say
from twin.space.planning import phasing
from viz.moves import write_waves

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("plan", type=Path, metavar="PLAN.json", help=str(say("space.help.plan_file")))
    today = dt.date.today()  # noqa: DTZ011 - the user's own day
    parser.add_argument("--start", type=dt.date.fromisoformat, default=today, metavar="DATE", help=str(say("space.help.start")))
    parser.add_argument("--per-day", type=int, default=60, metavar="N", help=str(say("space.help.per_day")))
    parser.add_argument("--out", type=Path, metavar="FILE.xlsx", help=str(say("space.help.waves_out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Order, check, tell."""
    plan = phasing.read_plan(read_json(args.plan))
    phases = phasing.phase(plan, args.start, args.per_day)
    faults = phasing.check(plan, phases)
    if faults:
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
    console.lines(phases.lines(console.lang))
    if args.out:
        write_waves(args.out, phases)
        console.say("space.plan.wrote", files=args.out)
    console.result({"result": phases.record()})
    return 0


def read_json(path: Path) -> Any:
    """Read a written plan.

    Raises
    ------
    UsageError
        If the file is not there or is no JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("plan.not_a_plan", missing=path) from error
