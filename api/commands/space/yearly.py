"""`twin space report --year`: the report of a year, its figures on the screen, its tables and charts in files.

A file of its own, so that what draws is loaded only where something is drawn.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from api.opening import looked_at, tell_unplaced
from twin.model.aligned import aligned
from twin.space.indicators.yearly import yearly
from viz.yearly import write_yearly

if TYPE_CHECKING:
    import argparse

    from api.console import Console
    from twin.space.rules import Standard


def run(args: argparse.Namespace, console: Console, own: tuple[Standard, ...]) -> int:
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
