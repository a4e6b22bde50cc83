"""The security desk's proposals as a worker makes them: where further cameras should hang on a floor or in the cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from api.answering import answer
from api.desks.warm import params_of, seen_by
from twin.model.words import say
from twin.security.placement import checker
from twin.security.placement.asking import Ask
from twin.security.placement.solve import Effort, prepare, solve

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.worker import Context
    from twin.security.placement.choosing import Progress

__all__ = ["place"]

_QUICK = 0.3
"""Share of the usual effort: somebody waits."""


def place(context: Context, arguments: dict[str, Any]) -> dict[str, Any]:
    """Propose cameras one by one, the one that adds most first, checked; each as a row that can be taken as it is.

    Returns
    -------
    The proposal's record, with `rows` of table `camera` (values and a GeoJSON point) in the same order.
    """
    store, snapshot = seen_by(context, arguments)
    floor, usual = arguments["floor"], Effort()
    cells = frozenset() if floor else frozenset(arguments["cells"] or map(str, snapshot.keys("cell")))
    scope = replace(params_of(arguments["state"]), floors=frozenset({floor} if floor else ()), cells=cells)
    ground = prepare(snapshot, Ask(scope=scope, count=arguments["count"], level=arguments["level"]))
    effort = Effort(parts=max(1, round(usual.parts * _QUICK)), slopes=max(50, round(usual.slopes * _QUICK)))
    proposal, found = answer(store, snapshot, ground.problem, lambda _: solve(ground, effort, _watch(context)), checker.check)
    rows = [_row(camera.row) for camera in proposal.cameras]
    return {**found.result, "rows": rows, "version": snapshot.version}


def _row(row: dict[str, Any]) -> dict[str, Any]:
    point = row["geometry"]
    values = {name: None if pd.isna(value) else value for name, value in row.items() if name != "geometry"}
    return {"values": values, "geometry": {"type": "Point", "coordinates": [point.x, point.y]}}


def _watch(context: Context) -> Callable[[Progress], bool]:
    def look(_: Progress) -> bool:
        context.progress(str(say("placement.what").zh), 0, 1)
        return context.finishing

    return look
