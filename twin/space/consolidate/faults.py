"""What makes a consolidation problem senseless, every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from twin.model.errors import DataError
from twin.model.findings import Finding, sort_findings
from twin.space.consolidate.remedies import remedies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twin.space.consolidate.conflict import Conflict
    from twin.space.consolidate.problem import Problem

__all__ = ["NoPlanError", "ProblemRefused", "faults"]


class ProblemRefused(DataError):
    """A problem cannot be planned; `findings` say why, all at once."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings beside the words."""
        super().__init__("plan.refused", count=len(findings))
        self.findings = tuple(findings)


class NoPlanError(DataError):
    """No plan can be; `conflict` holds what cannot all be, every part needed, `remedies` what ends it, in legal order."""

    def __init__(self, problem: Problem, conflict: Conflict) -> None:
        """Name the parts in the words of the message."""
        rules = [f"{number} ({problem.rules[number].kind})" for number in conflict.rules]
        names = [problem.department_names[d] if problem.department_names else str(d) for d in conflict.departments]
        super().__init__("plan.impossible", rules=", ".join(rules) or "-", departments=", ".join(names) or "-")
        self.conflict = conflict
        self.remedies = remedies(problem, conflict)


def faults(problem: Problem) -> list[Finding]:
    """Give every fault of a problem's numbers; an empty list says that it can be planned (not that a plan exists)."""
    found = [*_shapes(problem)]
    if found:
        return sort_findings(found)
    found += [*_signs(problem), *_types(problem), *_people(problem), *_rules(problem)]
    return sort_findings(found)


def _fault(code: str, column: str, row: str = "", **values: object) -> Finding:
    return Finding("error", code, row=row, column=column, values=values)


def _shapes(problem: Problem) -> Iterator[Finding]:
    """Arrays that do not fit each other."""
    floors, departments = len(problem.building), len(problem.staff)
    wanted = {
        "floor_cost": (problem.floor_cost.shape, (floors,)),
        "rooms": (problem.rooms.shape, (floors, len(problem.types.seats))),
        "chiefs": (problem.chiefs.shape, (departments,)),
        "deputies": (problem.deputies.shape, (departments,)),
        "today": (problem.today.shape, (departments, floors)),
    }
    for name, (shape, right) in wanted.items():
        if shape != right:
            yield _fault("plan.bad_shape", name, name=name, shape=str(shape), right=str(right))
    for name, size in (("departments", departments), ("floors", floors), ("buildings", len(problem.building_cost))):
        if size == 0:
            yield _fault("plan.none", name, name=name)
    for floor, building in enumerate(problem.building):
        if not 0 <= building < len(problem.building_cost):
            yield _fault("plan.unknown_building", "building", str(floor), floor=floor, building=int(building))
    if (np.diff(problem.building) < 0).any():
        yield _fault("plan.unsorted", "building")


def _signs(problem: Problem) -> Iterator[Finding]:
    """Costs and counts below zero or not finite."""
    weights = problem.weights
    named = {
        "building_cost": problem.building_cost,
        "floor_cost": problem.floor_cost,
        "rooms": problem.rooms,
        "staff": problem.staff,
        "chiefs": problem.chiefs,
        "deputies": problem.deputies,
        "today": problem.today,
    }
    for name, values in named.items():
        for place in np.argwhere(~(np.isfinite(values) & (values >= 0))):
            key = ", ".join(str(int(i)) for i in place)
            yield _fault("plan.negative", name, key, name=name, place=key, value=float(values[tuple(place)]))
    for name in weights.__slots__:
        value = getattr(weights, name)
        if not (np.isfinite(value) and value >= 0) or (name == "horizon_years" and value == 0):
            yield _fault("plan.negative", f"weights.{name}", name=f"weights.{name}", place="", value=value)
    if weights.move_building < weights.move_floor:
        yield _fault("plan.moves_reversed", "weights", far=weights.move_building, near=weights.move_floor)


def _types(problem: Problem) -> Iterator[Finding]:
    """Rooms without area or seats, ceilings that contradict each other, leaders no room is meant for."""
    types = problem.types
    for t, (area, seats) in enumerate(zip(types.area_m2, types.seats, strict=True)):
        if not (np.isfinite(area) and area > 0):
            yield _fault("plan.no_area", "area_m2", types.name[t], type=types.name[t], value=float(area))
        if seats < 0:
            yield _fault("plan.negative", "seats", types.name[t], name="seats", place=types.name[t], value=int(seats))
    staff, chief, deputy = problem.ceilings_m2
    for name, value in (("staff", staff), ("chief", chief), ("deputy", deputy)):
        if not (np.isfinite(value) and value > 0):
            yield _fault("plan.bad_ceiling", f"ceilings_m2.{name}", name=name, value=value)
    if not staff <= deputy <= chief:
        yield _fault("plan.ceilings_contradict", "ceilings_m2", staff=staff, deputy=deputy, chief=chief)
    for heads, may, name in ((problem.chiefs, types.chief_may, "chief"), (problem.deputies, types.deputy_may, "deputy")):
        if (heads > 0).any() and not may.any():
            yield _fault("plan.no_leader_room", name, name=name)


def _people(problem: Problem) -> Iterator[Finding]:
    """Departments with nobody to house."""
    for d in np.flatnonzero((problem.staff + problem.chiefs + problem.deputies) == 0):
        name = problem.department_names[d] if problem.department_names else str(d)
        yield _fault("plan.no_posts", "staff", name, department=name)


def _rules(problem: Problem) -> Iterator[Finding]:
    """Decisions about things that do not exist."""
    limits = (("floors", len(problem.building)), ("buildings", len(problem.building_cost)))
    for place, rule in enumerate(problem.rules):
        for name, limit in limits:
            for thing in getattr(rule, name):
                if not 0 <= thing < limit:
                    yield _fault("plan.rule_unknown", name, str(place), rule=place, kind=rule.kind, name=name, thing=thing)
        if not -1 <= rule.department < len(problem.staff):
            yield _fault(
                "plan.rule_unknown",
                "department",
                str(place),
                rule=place,
                kind=rule.kind,
                name="department",
                thing=rule.department,
            )
        if not (np.isfinite(rule.share) and rule.share >= 0):
            yield _fault("plan.negative", "share", str(place), name="share", place=str(place), value=rule.share)
