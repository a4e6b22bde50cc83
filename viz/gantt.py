"""The picture of a day's dispatch: a row a vehicle, the day from left to right."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from shapely import LineString, box

from twin.model.words import say
from viz.drawing.pen import Page, Style
from viz.fonts import face
from viz.palette import ACCENT, INK, LINE
from viz.plot import write_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from matplotlib.figure import Figure

    from twin.fleet.dispatch.plan import Tour
    from twin.fleet.dispatch.proposal import Dispatch

__all__ = ["plot_gantt"]

_WIDE, _LEFT, _RIGHT, _LOW, _TOP, _ROW = 420.0, 34.0, 10.0, 16.0, 34.0, 5.2
_SOFT = "#52606d"
_STYLES = {
    "empty": Style(fill="#c3ccd4", layer=2),
    "shared": Style(fill=ACCENT, layer=2),
    "wait": Style(fill="#f0f2f3", edge=LINE, width=0.15, layer=1),
    "charge": Style(fill="#e3a008", layer=3),
}


def plot_gantt(found: Dispatch, out: Path, *, lang: str = "zh") -> None:
    """Draw the tours and write them as PNG or PDF; the sheet grows with the number of vehicles.

    Raises
    ------
    UsageError
        If the file's end is neither ``.png`` nor ``.pdf``, or the folder cannot be written to.
    """
    write_sheet(lambda: (_draw(found, lang), say("dispatch.gantt.title", day=found.ground.ask.on).lang(lang)), out)


def _draw(found: Dispatch, lang: str) -> Figure:
    ground, plan = found.ground, found.plan
    tours = sorted(plan.tours, key=lambda tour: (tour.visits[0].leave, found.vehicle(tour)))
    high = _TOP + _LOW + _ROW * max(1, len(tours))
    page = Page(_WIDE, high, face())
    page.text(_LEFT, high - 12, say("dispatch.gantt.title", day=ground.ask.on).lang(lang), 16)
    told = say(
        "dispatch.gantt.figures",
        served=len(ground.journeys) - len(plan.unserved),
        asked=len(ground.journeys) + len(ground.faults),
        used=len(tours),
        km=f"{plan.length / 1000:,.1f}",
        value=f"{plan.value:,.0f}",
    )
    page.text(_LEFT, high - 19, told.lang(lang), 9, color=_SOFT)
    low = math.floor(min((tour.visits[0].leave for tour in tours), default=0.0) / 3600.0)
    late = max(low + 1, math.ceil(max((tour.visits[-1].arrive for tour in tours), default=3600.0) / 3600.0))
    scale = (_WIDE - _LEFT - _RIGHT) / (late - low)
    for hour in range(low, late + 1):
        x = _LEFT + scale * (hour - low)
        page.lines(LineString([(x, _LOW - 1), (x, high - _TOP + 1)]), Style(edge=LINE, width=0.2))
        page.text(x, _LOW - 6, f"{hour % 24:02d}:00", 7, ha="center", color=_SOFT)
    for place, tour in enumerate(tours):
        y = high - _TOP - _ROW * (place + 1)
        page.text(_LEFT - 2, y + 1.2, found.vehicle(tour), 7, ha="right", color=INK)
        for kind, begin, end in _bars(tour):
            left, right = (_LEFT + scale * (moment / 3600.0 - low) for moment in (begin, end))
            page.shape(box(left, y + 0.6, max(right, left + 0.15), y + _ROW - 0.8), _STYLES[kind])
    for place, kind in enumerate(_STYLES):
        x = _LEFT + 42 * place
        page.shape(box(x, high - 29, x + 6, high - 26), _STYLES[kind])
        page.text(x + 8, high - 29, say(f"dispatch.gantt.{kind}").lang(lang), 8)
    return page.finish()


def _bars(tour: Tour) -> Iterator[tuple[str, float, float]]:
    """Cut a tour into what is done from when to when."""
    for before, visit in itertools.pairwise(tour.visits):
        yield ("shared" if before.load > 0.0 else "empty"), before.leave, visit.arrive
        if visit.begin > visit.arrive:
            yield "wait", visit.arrive, visit.begin
        if visit.leave > visit.begin:
            yield ("charge" if visit.kind == "charge" else "shared"), visit.begin, visit.leave
