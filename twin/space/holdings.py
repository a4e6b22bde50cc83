"""What each department holds, by class of room and by basis of area, and the building area that its entitlement amounts to.

Bases never mix: the standard measures net usable area (使用面积, as drawn); what a model file states of the same rooms stands
beside it with the rule it follows; building area (建筑面积) is reckoned from the entitlement by the coefficient K.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.aligned import aligned
from twin.model.words import say
from twin.space.building_area import building_area
from twin.space.rules import GROUPS
from twin.space.sharing import shares

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twin.space.building_area import BuildingArea
    from twin.space.plan import Report
    from twin.space.problem import Problem

__all__ = ["Holding", "holdings", "lines"]


@dataclass(frozen=True, slots=True)
class Holding:
    """One department, m²; shared rooms by its share.

    `classes` gives by group of rooms the area as drawn. `stated_m2` is what files state of those rooms of which they state
    anything, `stated_drawn_m2` the drawing of the same rooms, `bases` which rules the files name. `building` is the building area
    by the formula, None where office or service rooms have no figure; `storey_class` the kind of building it mostly sits in.
    """

    department_id: str
    name: str
    classes: dict[str, float]
    drawn_m2: float
    stated_m2: float
    stated_drawn_m2: float
    bases: tuple[str, ...]
    storey_class: str
    building: BuildingArea | None

    def record(self) -> dict[str, Any]:
        """Give it as plain JSON."""
        return asdict(self)


def holdings(problem: Problem, report: Report, kinds: Mapping[str, str]) -> tuple[Holding, ...]:
    """Give the holding of every department asked for.

    Parameters
    ----------
    problem, report
        The question and its answer.
    kinds
        Storey class by building; a building left out counts as ``multi_storey``.
    """
    rooms, departments, share = shares(problem)
    groups = np.array([problem.standard.groups.get(name, "other") for name in problem.room_class], dtype=object)[rooms]
    area, stated = share * problem.area[rooms], share * problem.file_area[rooms]
    high = np.array([kinds.get(str(key)) == "high_rise" for key in problem.room_building], dtype=bool)[rooms]
    lines_of = {line.department_id: line for line in report.departments}
    found = []
    for row in np.flatnonzero(problem.chosen):
        mine = departments == row
        known = mine & ~np.isnan(stated)
        line = lines_of[problem.departments[row]]
        office, service = line.entitled["office"], line.entitled["service"]
        kind = "high_rise" if area[mine & high].sum() > area[mine & ~high].sum() else "multi_storey"
        due = None if office is None or service is None else building_area(problem.standard, office, service, line.staff, kind)
        found.append(
            Holding(
                department_id=line.department_id,
                name=line.name,
                classes={group: float(area[mine & (groups == group)].sum()) for group in GROUPS},
                drawn_m2=float(area[mine].sum()),
                stated_m2=float(stated[known].sum()),
                stated_drawn_m2=float(area[known].sum()),
                bases=tuple(sorted({str(problem.file_basis[room] or "—") for room in rooms[known]})),
                storey_class=kind,
                building=due,
            )
        )
    return tuple(found)


def lines(found: tuple[Holding, ...], lang: str = "") -> list[str]:
    """Write holdings for the terminal: areas by class and basis, then the building area step by step."""

    def tell(code: str, **values: object) -> str:
        text = say(code, **values)
        return text.lang(lang) if lang else str(text)

    heads = ["department", *GROUPS, "drawn", "stated", "bases"]
    rows: list[list[str]] = [[tell(f"space.holding.{name}") for name in heads]]
    for one in found:
        stated = f"{one.stated_m2:,.2f}" if one.bases else "—"
        rows.append(
            [one.name, *(f"{one.classes[group]:,.2f}" for group in GROUPS), f"{one.drawn_m2:,.2f}", stated, " ".join(one.bases)]
        )
    said = ["", tell("space.holding.title"), *aligned(rows, right=list(range(1, len(heads) - 1)))]
    said += ["", tell("space.holding.building")]
    for one in found:
        if one.building is None:
            said.append(f"  {one.name}: ?")
            continue
        steps = "; ".join(
            f"{tell(f'space.holding.step.{step.part}')} {step.formula} = {step.m2 or 0.0:,.2f}" for step in one.building.steps
        )
        said.append(f"  {one.name} ({tell(f'viz.value.storey_class.{one.storey_class}')}): {steps}")
    return said
