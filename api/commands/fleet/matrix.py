"""`twin fleet matrix`: times and distances from many places to many, or the nearest few of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from api.answering import answer
from api.commands.fleet.asked import driving, params_of
from api.commands.fleet.out import write_table
from api.opening import as_of, looked_at
from twin.fleet.spread import plan, problem, solve
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--from", dest="starts", nargs="+", required=True, metavar="P", help=str(say("fleet.help.from_many")))
    parser.add_argument("--to", dest="ends", nargs="+", default=[], metavar="P", help=str(say("fleet.help.to_many")))
    parser.add_argument("--nearest", type=int, default=0, metavar="N", help=str(say("fleet.help.nearest")))
    driving(parser)
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("fleet.help.out_table")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer; 1 if a place could not be served."""
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        asked = problem.build(snapshot, args.starts, args.ends, params_of(args, snapshot))
        table, found = answer(
            store, snapshot, asked, lambda it: replace(solve.matrix(it), nearest=max(args.nearest, 0)), plan.check
        )
    console.lines(table.lines(console.lang))
    console.findings(table.findings, most=8)
    if args.out:
        rows = (
            (start.key or start.text, end.key or end.text, *(("", "") if ms < 0 else (ms / 1000, round(metres, 1))))
            for start, times, lengths in zip(table.starts, table.ms.tolist(), table.metres.tolist(), strict=True)
            for end, ms, metres in zip(table.ends, times, lengths, strict=True)
        )
        write_table(args.out, ("from", "to", "time_s", "distance_m"), rows)
        console.say("fleet.wrote", path=args.out)
    console.result({"result": found.result, "run": found.run})
    return int(any(finding.severity == "error" for finding in table.findings))
