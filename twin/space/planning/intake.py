"""From a snapshot to a consolidation problem: which rooms are in the pool, who needs seats, what floors cost.

Who needs seats is read by `heads`, which rooms there are by `pool`, what the planner has decided already by `wishes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from twin.model.errors import UsageError
from twin.model.findings import Finding, sort_findings
from twin.space.consolidate.faults import ProblemRefused
from twin.space.consolidate.faults import faults as problem_faults
from twin.space.consolidate.problem import Problem, Weights
from twin.space.planning.costs import Costs
from twin.space.planning.heads import read_heads
from twin.space.planning.pool import read_pool
from twin.space.planning.wishes import Wish, rules_of
from twin.space.problem import Params
from twin.space.problem import build as build_report

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from twin.space.planning.heads import Ranks
    from twin.space.planning.pool import Pool
    from twin.space.problem import Problem as Held

__all__ = ["Ask", "Ground", "build"]

_LEAST_SEAT_M2, _MOST_SEAT_M2 = 4.0, 30.0


@dataclass(frozen=True, slots=True)
class Ask:
    """What the planner asks.

    Parameters
    ----------
    on
        The day, an ISO date: occupancies valid on it are where people sit today.
    buildings, departments
        Keys of the scope; empty = all that have offices or posts.
    seat_m2
        Net usable area that one seat takes at least, 4 … 30 m².
    reserve
        Seats kept open beyond need, as a share 0 … 1 of it.
    heads
        Whom to seat: ``established`` posts (编制, by which the standard grants) or those ``present`` that day.
    horizon_years
        Years over which the cost of moving is written off, > 0.
    """

    on: str
    buildings: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    seat_m2: float = 7.0
    reserve: float = 0.0
    heads: Literal["established", "present"] = "established"
    horizon_years: float = 1.0
    wishes: tuple[Wish, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not _LEAST_SEAT_M2 <= self.seat_m2 <= _MOST_SEAT_M2:
            raise UsageError("plan.bad_seat", value=self.seat_m2, low=_LEAST_SEAT_M2, high=_MOST_SEAT_M2)
        if not 0 <= self.reserve <= 1:
            raise UsageError("plan.bad_reserve", value=self.reserve)
        if not 0 < self.horizon_years <= 100:
            raise UsageError("plan.bad_horizon", value=self.horizon_years)


@dataclass(frozen=True, slots=True)
class Ground:
    """The problem, and what its numbers stand for.

    Attributes
    ----------
    held
        The arrays of the space report of the same day: rooms and who uses them.
    departments
        Keys by the problem's numbers.
    ranks
        Per department and use (as `consolidate.problem.USES`), (rank, heads, ceiling m²), highest ceiling first.
    floor_area, building_area
        Net usable area of all rooms of a floor (F) and of a building (B), m².
    """

    ask: Ask
    problem: Problem
    held: Held
    pool: Pool
    departments: tuple[str, ...]
    ranks: Ranks
    floor_area: NDArray[np.float64]
    building_area: NDArray[np.float64]
    costs: Costs
    findings: tuple[Finding, ...]


def build(snapshot: Snapshot, ask: Ask, costs: Costs | None = None) -> Ground:
    """Read a problem from a snapshot.

    Raises
    ------
    ProblemRefused
        With every fault that leaves nothing sound to plan: no office, nobody to seat, no room a leader may sit in, a wish
        about a place that is not in the plan.
    UnknownKeyError
        If a building or department of the scope is not there.
    """
    costs = costs or Costs.default()
    held = build_report(snapshot, Params(on=ask.on, buildings=ask.buildings, departments=ask.departments))
    found = list(held.findings)
    heads = read_heads(held, present=ask.heads == "present" or bool(ask.buildings), found=found)
    pool = read_pool(snapshot, held, heads.rows, ask.seat_m2, found)
    missing = [code for code, count in (("plan.no_rooms", len(pool.row)), ("plan.nobody", len(heads.rows))) if not count]
    if missing:
        raise ProblemRefused([Finding("error", code, table="room" if code == "plan.no_rooms" else "post") for code in missing])
    floor_area, building_area = pool.areas(held)
    rates = [costs.of(key, held_name) for key, held_name in zip(pool.buildings, pool.building_names, strict=True)]
    per_floor = np.array([rates[b].floor_per_m2 for b in pool.building])
    per_building = np.array([rate.building_per_m2 + rate.rent_per_m2 for rate in rates])
    names = tuple(str(held.names[row] or held.departments[row]) for row in heads.rows)
    problem = Problem(
        name="",
        types=pool.types,
        weights=Weights(horizon_years=ask.horizon_years),
        ceilings_m2=heads.ceilings_m2,
        building=pool.building,
        building_cost=np.round(per_building * building_area, 3),
        floor_cost=np.round(per_floor * floor_area, 3),
        rooms=pool.count(),
        staff=heads.number[:, 0].copy(),  # in one piece, as the compiled kernels know their arrays
        chiefs=heads.number[:, 1].copy(),
        deputies=heads.number[:, 2].copy(),
        today=heads.today(held, pool),
        department_names=names,
        floor_names=pool.floor_names,
        building_names=pool.building_names,
    )
    departments = tuple(str(held.departments[row]) for row in heads.rows)
    serving = pool.serving(held)
    if serving:
        found.append(Finding("info", "plan.floors_serve", table="floor", values={"count": len(serving)}))
    rules, wrong = rules_of(ask.wishes, ask.reserve, departments, pool, serving)
    problem = problem.with_rules(rules)
    wrong += [] if wrong else problem_faults(problem)
    if wrong:
        raise ProblemRefused(sort_findings(wrong))
    return Ground(
        ask=ask,
        problem=problem,
        held=held,
        pool=pool,
        departments=departments,
        ranks=heads.ranks,
        floor_area=floor_area,
        building_area=building_area,
        costs=costs,
        findings=tuple(sort_findings(found)),
    )
