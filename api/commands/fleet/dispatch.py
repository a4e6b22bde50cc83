"""`twin fleet dispatch`: who drives whom on a day, shared rides, batteries and hired cars included."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from api.answering import answer
from api.opening import as_of, looked_at
from twin.fleet.dispatch import asking, ground, proposal, rules
from twin.fleet.dispatch.solve import Params
from twin.fleet.rules import Rule
from twin.model.errors import UsageError
from twin.model.words import say
from viz.gantt import plot_gantt
from viz.trip_sheets import write_trip_sheets
from viz.writing import whole_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from api.console import Console
    from twin.fleet.dispatch.proposal import Dispatch
    from twin.fleet.dispatch.solve import Progress

ITERATIONS = 40_000
_SHIFT = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)\s*[-–]\s*([01]?\d|2[0-4]):([0-5]\d)\Z")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("--on", default=dt.date.today().isoformat(), metavar="DATE", help=str(say("dispatch.help.on")))  # noqa: DTZ011 - the user's own day
    parser.add_argument("--hire", type=int, default=0, metavar="N", help=str(say("dispatch.help.hire")))
    parser.add_argument("--hire-at", default="", metavar="PLACE", help=str(say("dispatch.help.hire_at")))
    parser.add_argument("--shift", default="06:00-22:00", metavar="H-H", help=str(say("dispatch.help.shift")))
    parser.add_argument("--price", action="append", default=[], metavar="NAME=N", help=str(say("dispatch.help.price")))
    parser.add_argument("--out", type=Path, metavar="DIR", help=str(say("dispatch.help.out")))
    parser.add_argument("--seed", type=int, default=1, help=str(say("dispatch.help.seed")))
    parser.add_argument("--iterations", type=int, default=ITERATIONS, metavar="N", help=str(say("dispatch.help.iterations")))
    parser.add_argument("--budget", type=float, default=math.inf, metavar="S", help=str(say("dispatch.help.budget")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Plan, check, tell."""
    asked = ground.Ask(on=args.on, shift=_shift(args.shift), hire=args.hire, hire_at=args.hire_at, prices=_prices(args.price))
    limits = Params(seed=args.seed, iterations=args.iterations, budget_s=args.budget)
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        day = ground.build(snapshot, asked)
        with console.progress(str(say("dispatch.plan").lang(console.lang or "zh"))) as step:
            found, told = answer(store, snapshot, day, lambda it: asking.answer(it, limits, _watcher(step)), proposal.check)
    console.lines(found.lines(console.lang))
    console.findings(day.findings, most=8)
    if args.out:
        console.say("dispatch.wrote", files=", ".join(str(path) for path in _write(args.out, found, told.result, console.lang)))
    console.result({"result": told.result, "run": told.run})
    return 0


def _watcher(step: Callable[[str, int, int], None]) -> Callable[[Progress], bool]:
    def look(now: Progress) -> bool:
        step(say("dispatch.progress", value=f"{now.value:,.0f}", vehicles=now.vehicles).zh, round(1000 * now.done), 1000)
        return False

    return look


def _shift(text: str) -> tuple[float, float]:
    """Read two times of the day as seconds from midnight."""
    found = _SHIFT.match(text.strip())
    if found is None:
        raise UsageError("dispatch.shift", text=text)
    begin, end = (3600.0 * int(found[place]) + 60.0 * int(found[place + 1]) for place in (1, 3))
    if begin >= end:
        raise UsageError("dispatch.shift", text=text)
    return begin, end


def _prices(words: list[str]) -> dict[str, float]:
    """Read prices; only what `rules` knows can be set."""
    known = sorted(value.key for value in vars(rules).values() if isinstance(value, Rule))
    prices: dict[str, float] = {}
    for word in words:
        name, _, number = word.partition("=")
        try:
            prices[name] = float(number)
        except ValueError:
            prices[name] = math.nan
        if name not in known or math.isnan(prices[name]):
            raise UsageError("dispatch.pair", text=word, known=", ".join(known))
    return prices


def _write(folder: Path, found: Dispatch, result: dict[str, object], lang: str) -> list[Path]:
    """Write the plan, the trip sheets and the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in ("dispatch.json", "trips.xlsx", "gantt.png")]
    with whole_file(paths[0]) as path:
        path.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    write_trip_sheets(paths[1], found)
    plot_gantt(found, paths[2], lang=lang or "zh")
    return paths
