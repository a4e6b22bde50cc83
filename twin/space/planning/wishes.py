"""The planner's decisions, named by keys, as rules about the numbers of a problem."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from twin.model.findings import Finding
from twin.space.consolidate.problem import Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.space.planning.pool import Pool

__all__ = ["KINDS", "Wish", "WishKind", "rules_of"]

WishKind = Literal["close_building", "keep_building", "close_floor", "keep_floor", "bar", "only"]
KINDS: tuple[WishKind, ...] = get_args(WishKind)


@dataclass(frozen=True, slots=True)
class Wish:
    """One decision: give a building or floor up, keep it, keep a department off it (``bar``) or on it (``only``).

    `place` is the key of a building or of a floor, `department` a key; it is needed for ``bar`` and ``only``.
    """

    kind: WishKind
    place: str
    department: str = ""


def rules_of(
    wishes: Sequence[Wish], reserve: float, departments: Sequence[str], pool: Pool, serving: Sequence[int]
) -> tuple[list[Rule], list[Finding]]:
    """Turn wishes into rules, in their order, the reserve at the end; what names nothing in the plan is a finding.

    Floors that are `serving` others stay open, but for those that a wish gives up.
    """
    rules: list[Rule] = []
    wrong: list[Finding] = []
    for number, wish in enumerate(wishes):
        floors = _floors(pool, wish.place)
        values = {"kind": wish.kind, "place": wish.place, "department": wish.department}
        if not floors:
            wrong.append(Finding("error", "plan.wish_place", row=str(number), values=values))
        if wish.kind in {"bar", "only"} and wish.department not in departments:
            wrong.append(Finding("error", "plan.wish_department", row=str(number), values=values))
        if wrong:
            continue
        rules.append(_rule(wish, floors, departments, pool))
    closed = {f for rule in rules if rule.kind == "close_floor" for f in rule.floors}
    gone = {b for rule in rules if rule.kind == "close_building" for b in rule.buildings}
    stay = tuple(f for f in serving if f not in closed and int(pool.building[f]) not in gone)
    if stay:
        rules.append(Rule("keep_floor", floors=stay))
    if reserve > 0:
        rules.append(Rule("reserve", share=reserve))
    return rules, wrong


def _floors(pool: Pool, place: str) -> tuple[int, ...]:
    """Give the floors of the plan that a key means: one, or all of a building."""
    if place in pool.floors:
        return (pool.floors.index(place),)
    if place in pool.buildings:
        return tuple(int(f) for f in np.flatnonzero(pool.building == pool.buildings.index(place)))
    return ()


def _rule(wish: Wish, floors: tuple[int, ...], departments: Sequence[str], pool: Pool) -> Rule:
    """Say one wish in the problem's numbers; a building's wish about a single floor is meant for that floor."""
    if wish.kind in {"bar", "only"}:
        return Rule(wish.kind, departments.index(wish.department), floors)
    what = wish.kind.partition("_")[0]
    if wish.place in pool.buildings:
        return Rule("close_building" if what == "close" else "keep_building", buildings=(pool.buildings.index(wish.place),))
    return Rule("close_floor" if what == "close" else "keep_floor", floors=floors)
