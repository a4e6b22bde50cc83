"""The question ``day`` of `twin security`: coverage through a day, with tours, planned outages and the night."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from api.answering import answer
from twin.model.errors import PlanError
from twin.model.words import say
from twin.security import plan, problem, solve
from twin.security.day import night_of
from twin.security.timeline import check_day, through_day

if TYPE_CHECKING:
    import argparse

    from twin.model.snapshot import Snapshot
    from twin.security.day import Day
    from twin.store import Store
    from twin.store.past import Past

__all__ = ["arguments", "whole_day"]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the question takes."""
    parser.add_argument("--day", default="", metavar="YYYY-MM-DD", help=str(say("security.help.day")))
    parser.add_argument("--night-hours", default="18:00-06:00", metavar="HH:MM-HH:MM", help=str(say("security.help.hours")))
    parser.add_argument("--night", action="store_true", help=str(say("security.help.night")))
    parser.add_argument("--zoom", choices=("wide", "tele"), default="", help=str(say("security.help.zoom")))
    parser.add_argument("--moment", default="", metavar="YYYY-MM-DDTHH:MM", help=str(say("security.help.moment")))


def whole_day(
    store: Store | Past, snapshot: Snapshot, lit: tuple[problem.Problem, Any], args: argparse.Namespace, workers: int
) -> Day:
    """Reckon the day that is asked for; the night is a question of its own where a camera sees less far in it.

    Raises
    ------
    PlanError
        If the independent check finds any difference.
    """
    hours, dim = night_of(args.night_hours), lit
    if np.isfinite(snapshot.column("camera", "night_range_m")).any():
        asked = problem.build(snapshot, replace(lit[0].params, night=True), workers=workers)
        found, _ = answer(store, snapshot, asked, partial(solve.solve, workers=workers), partial(plan.check, workers=workers))
        dim = asked, found
    day = args.day or dt.datetime.now(tz=dt.UTC).astimezone().date().isoformat()
    told = through_day(snapshot, lit, dim, day, hours)
    faults = check_day(lit, dim, told)
    if faults:
        raise PlanError("plan.unsound", faults, count=len(faults), first=faults[0])
    return told
