"""The day's dispatch as it is answered: the plan with the ground it stands on, reasons, words; and its check."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from twin.fleet.dispatch import rules
from twin.fleet.dispatch.plan import check as check_plan
from twin.fleet.dispatch.telling import lines
from twin.model.answer import plain

if TYPE_CHECKING:
    from twin.fleet.dispatch.ground import Ground
    from twin.fleet.dispatch.plan import Plan, Tour, Visit

__all__ = ["Dispatch", "check"]


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Plan of a day; `why` names the reason for each journey that is left out, with what serving it would cost (0 = unknown)."""

    ground: Ground
    plan: Plan
    why: dict[str, tuple[str, float]]

    def record(self) -> dict[str, Any]:
        """Give the dispatch as plain JSON.

        Keys: ``version``, ``crs``, ``on``; ``journeys``, ``served``; ``vehicles_used``, ``vehicles``, ``hired``; ``length_m``,
        ``value``, ``bound``, ``gap``; ``tours`` (vehicle, hired, cost, length_m, driving_s, visits: kind, place, trip, people,
        arrive, begin, leave as seconds from midnight, aboard, battery_kwh or null); ``unserved`` (trip, why, message, cost);
        ``prices``; ``findings``.
        """
        ground, plan = self.ground, self.plan
        return plain(
            {
                "version": ground.version,
                "crs": ground.crs,
                "on": ground.ask.on,
                "journeys": len(ground.journeys) + len(ground.faults),
                "served": len(ground.journeys) - len(plan.unserved),
                "vehicles": len(ground.vehicles),
                "vehicles_used": len(plan.tours),
                "hired": sum(self.hired(tour) for tour in plan.tours),
                "length_m": plan.length,
                "value": plan.value,
                "bound": plan.bound,
                "gap": plan.gap,
                "tours": [self._tour(tour) for tour in plan.tours],
                "unserved": [
                    {"trip": key, "why": why, "cost": cost} for key, (why, cost) in sorted(self.why.items())
                ],
                "prices": {rule.key: ground.ask.price(rule) for rule in _PRICED},
                "findings": [found.record() for found in ground.findings],
            }
        )  # fmt: skip

    def hired(self, tour: Tour) -> bool:
        """Say whether a tour is a hired car's."""
        return bool(self.ground.problem.fleet.hired[tour.kind])

    def vehicle(self, tour: Tour) -> str:
        """Name the vehicle of a tour."""
        return self.ground.problem.fleet.key[tour.kind]

    def place(self, tour: Tour, visit: Visit) -> str:
        """Name the place of a visit."""
        if visit.kind == "stop":
            journey = self.ground.journeys[visit.number // 2]
            return journey.end if visit.number % 2 else journey.start
        if visit.kind == "charge":
            return self.ground.problem.charging.key[visit.number]
        return str(self.ground.vehicles[tour.kind]["place"])

    def kind(self, visit: Visit) -> str:
        """Name what is done at a visit: depart, pickup, dropoff, charge, return."""
        if visit.kind == "stop":
            return "dropoff" if visit.number % 2 else "pickup"
        return {"start": "depart", "end": "return"}.get(visit.kind, visit.kind)

    def _tour(self, tour: Tour) -> dict[str, Any]:
        electric = self.ground.problem.fleet.battery[tour.kind] > 0.0
        return {
            "vehicle": self.vehicle(tour),
            "hired": self.hired(tour),
            "cost": tour.cost,
            "length_m": tour.length,
            "driving_s": tour.driving,
            "visits": [
                {
                    "kind": self.kind(visit),
                    "place": self.place(tour, visit),
                    "trip": self.ground.journeys[visit.number // 2].key if visit.kind == "stop" else None,
                    "people": self.ground.journeys[visit.number // 2].people if visit.kind == "stop" else None,
                    "arrive": visit.arrive,
                    "begin": visit.begin,
                    "leave": visit.leave,
                    "aboard": visit.load,
                    "battery_kwh": visit.level if electric else None,
                }
                for visit in tour.visits
            ],
        }

    def lines(self, lang: str = "") -> list[str]:
        """Give the dispatch for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        return lines(self, lang)

    def bounded(self, bound: float) -> Dispatch:
        """Give the dispatch with another bound."""
        return replace(self, plan=replace(self.plan, bound=bound))


_PRICED = (rules.VEHICLE_PRICE, rules.KM_PRICE, rules.HIRE_PRICE, rules.HIRE_KM, rules.UNSERVED, rules.UNSERVED_KM)


def check(ground: Ground, found: Dispatch) -> list[str]:
    """Check the plan, and that every journey asked for is on a tour, left out with a reason, or at fault with one."""
    faults = check_plan(ground.problem, found.plan)
    left = {ground.problem.requests.key[r] for r in found.plan.unserved}
    if left | set(ground.faults) != set(found.why):
        faults.append("unserved ≠ why")
    if not math.isfinite(found.plan.value):
        faults.append("value")
    return faults
