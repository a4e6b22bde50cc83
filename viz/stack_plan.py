"""The stack plan: a column a building, a bar a floor, blocks by department; today above, the plan below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from shapely import box

from twin.model.words import say
from viz.drawing.pen import Page, Style
from viz.fonts import face
from viz.palette import DEPARTMENTS, INK, LINE, REST, VACANT
from viz.plot import write_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from twin.space.planning.proposal import Proposal

__all__ = ["plot_stack_plan"]

_WIDE, _HIGH, _EDGE = 420.0, 297.0, 12.0
_MOST_BUILDINGS = 24
_SOFT = "#52606d"
_GONE = Style(fill="#f4f5f5", edge="#9aa5b1", width=0.25, hatch="////", layer=2)
_FRAME = Style(edge=INK, width=0.2, layer=4)
_TALLEST_BAR_MM, _GAP_MM = 14.0, 0.6


class _Frame(NamedTuple):
    """Where one of the two stacks stands on the sheet, mm."""

    left: float
    bottom: float
    width: float
    height: float


def plot_stack_plan(proposal: Proposal, out: Path, *, lang: str = "zh") -> None:
    """Draw the plan of a consolidation on A3 and write it as PNG or PDF.

    The eight departments with most people have colours of their own, the others are grey; floors given up are hatched.

    Raises
    ------
    UsageError
        If the file's end is neither ``.png`` nor ``.pdf``, or the folder cannot be written to.
    """
    write_sheet(lambda: (_draw(proposal, lang), say("plan.picture.title").lang(lang)), out)


def _draw(proposal: Proposal, lang: str) -> Figure:
    page = Page(_WIDE, _HIGH, face())
    released, value, plan = proposal.released, proposal.value, proposal.plan
    page.text(_EDGE, _HIGH - 18, say("plan.picture.title").lang(lang), 18)
    bound, gap = (f"{plan.bound:,.0f}", f"{100 * plan.gap:.1f}") if plan.certificate else ("—", "—")
    figures = say("plan.picture.figures", floors=released["floors"], area=f"{released['usable_m2']:,.0f}",
                  value=f"{value.total:,.0f}", bound=bound, gap=gap)  # fmt: skip
    page.text(_EDGE, _HIGH - 26, figures.lang(lang), 10, color=_SOFT)
    houses = _largest(proposal)
    shown = say("plan.picture.axis", shown=len(houses), all=len(proposal.ground.pool.buildings)).lang(lang)
    page.text(_EDGE, _HIGH - 32, shown, 8, color=_SOFT)
    chosen = _chosen(proposal)
    _legend(page, proposal, chosen, lang)
    tall = (_HIGH - 62) / 2 - 12
    for place, name in enumerate(("today", "plan")):
        frame = _Frame(_EDGE, _HIGH - 44 - (place + 1) * (tall + 14) + 8, _WIDE - 2 * _EDGE, tall)
        page.text(frame.left, frame.bottom + tall + 2, say(f"plan.picture.{name}").lang(lang), 12)
        holder = _today(proposal) if name == "today" else proposal.seating.department
        _stack(page, proposal, frame, (holder, chosen, houses), closed=name == "plan")
    return page.finish()


def _today(proposal: Proposal) -> NDArray[np.int64]:
    """Give the department of the plan that holds each room today, −1 for none."""
    ground = proposal.ground
    number = {key: d for d, key in enumerate(ground.departments)}
    keys = ground.held.departments
    return np.array([number[str(keys[row])] if row >= 0 else -1 for row in ground.pool.holder], dtype=np.int64)


def _chosen(proposal: Proposal) -> dict[int, str]:
    """Give the colours of the departments with most people."""
    heads = proposal.ground.problem.staff
    order = np.lexsort((np.arange(len(heads)), -heads))[: len(DEPARTMENTS)]
    return {int(d): colour for d, colour in zip(order, DEPARTMENTS, strict=False)}


def _largest(proposal: Proposal) -> list[int]:
    """Give the buildings with most office area, largest first."""
    pool = proposal.ground.pool
    area = np.bincount(pool.building[pool.floor], proposal.ground.held.area[pool.row], len(pool.buildings))
    return [int(b) for b in np.lexsort((np.arange(len(area)), -area))[:_MOST_BUILDINGS]]


def _legend(page: Page, proposal: Proposal, chosen: dict[int, str], lang: str) -> None:
    """Name the colours along the foot of the sheet."""
    names = [
        (proposal.ground.problem.department_names[d], Style(fill=colour, edge=INK, width=0.15)) for d, colour in chosen.items()
    ]
    names += [(say("plan.picture.rest").lang(lang), Style(fill=REST, edge=INK, width=0.15)),
              (say("plan.picture.vacant").lang(lang), Style(fill=VACANT, edge=LINE, width=0.25)),
              (say("plan.picture.closed").lang(lang), _GONE)]  # fmt: skip
    wide = (_WIDE - 2 * _EDGE) / len(names)
    for place, (name, style) in enumerate(names):
        x = _EDGE + place * wide
        page.shape(box(x, 7, x + 5, 11), style)
        page.text_within(x + 6.5, 8, name, 8, wide - 8)


def _stack(
    page: Page, proposal: Proposal, frame: _Frame, what: tuple[NDArray[np.int64], dict[int, str], list[int]], *, closed: bool
) -> None:
    """Draw one stack; `closed` hatches the floors that are given up."""
    holder, chosen, houses = what
    ground = proposal.ground
    pool, area = ground.pool, ground.held.area[ground.pool.row]
    gone = {place.key for place in proposal.floors_given_up} if closed else set()
    by_floor = np.bincount(pool.floor, area, len(pool.floors))
    floors = {b: np.flatnonzero(pool.building == b) for b in houses}
    most = max(len(rows) for rows in floors.values())
    bar = min(_TALLEST_BAR_MM, (frame.height - 8) / most)
    widest = {b: max(by_floor[rows]) for b, rows in floors.items()}
    scale = (frame.width - 2.5 * len(houses)) / sum(widest.values())
    x = frame.left
    for b in houses:
        page.text_within(x, frame.bottom - 3.5, pool.building_names[b], 7, widest[b] * scale + 2)
        for level, f in enumerate(floors[b]):
            y = frame.bottom + level * bar
            size = (x, y, x + by_floor[f] * scale, y + bar - _GAP_MM)
            if pool.floors[f] in gone:
                page.shape(box(*size), _GONE)
            else:
                _blocks(page, size, (holder[pool.floor == f], area[pool.floor == f]), chosen)
        x += widest[b] * scale + 2.5


def _blocks(
    page: Page,
    size: tuple[float, float, float, float],
    rooms: tuple[NDArray[np.int64], NDArray[np.float64]],
    chosen: dict[int, str],
) -> None:
    """Divide one floor's bar among its departments: those with colours first, then the grey ones, then what is vacant."""
    x0, y0, x1, y1 = size
    holder, area = rooms
    total = float(area.sum()) or 1.0
    order = sorted(set(holder.tolist()), key=lambda d: (d < 0, d not in chosen, d))
    at = x0
    for d in order:
        wide = (x1 - x0) * float(area[holder == d].sum()) / total
        fill = chosen.get(d, REST) if d >= 0 else VACANT
        page.shape(box(at, y0, at + wide, y1), Style(fill=fill, edge="#ffffff" if d >= 0 else LINE, width=0.15, layer=2))
        at += wide
    page.lines(box(x0, y0, x1, y1).exterior, _FRAME)
