"""The answer to the dispatch question: tours with times, loads and battery levels, and what stays unserved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from twin.fleet.dispatch.checker import check
from twin.model.answer import plain

if TYPE_CHECKING:
    from twin.fleet.dispatch.problem import Problem

__all__ = ["Plan", "Tour", "Visit", "VisitKind", "check"]

VisitKind = Literal["start", "stop", "charge", "reload", "end"]


@dataclass(frozen=True, slots=True)
class Visit:
    """One place on a tour.

    `number`: the stop for ``stop``, the charger for ``charge``, the type for the others. `arrive`: there. `begin`: of service,
    charging or departure. `leave`. `load` and `level` (energy) on leaving.
    """

    kind: VisitKind
    number: int
    arrive: float
    begin: float
    leave: float
    load: float
    level: float


@dataclass(frozen=True, slots=True)
class Tour:
    """One vehicle's day; `kind` is its type, `cost` its price with the fixed one."""

    kind: int
    visits: tuple[Visit, ...]
    length: float
    driving: float
    cost: float

    @property
    def stops(self) -> tuple[int, ...]:
        """Stops in order."""
        return tuple(visit.number for visit in self.visits if visit.kind == "stop")


@dataclass(frozen=True, slots=True)
class Plan:
    """Tours and what is left; `value` = tours' costs and prices of the unserved; `bound` is what no plan can be below.

    `steps`: of the search. `origin`: which part of the search found it.
    """

    tours: tuple[Tour, ...]
    unserved: tuple[int, ...]
    value: float
    bound: float
    steps: int
    origin: str = "search"

    @property
    def gap(self) -> float:
        """(value - bound) / value."""
        return max(0.0, (self.value - self.bound) / self.value) if self.value > 0 else 0.0

    @property
    def length(self) -> float:
        """Driven by all."""
        return sum(tour.length for tour in self.tours)

    def record(self, problem: Problem) -> dict[str, Any]:
        """Give the plan as plain JSON.

        Keys: ``value``, ``bound``, ``gap``, ``vehicles``, ``length``; ``tours`` (type, cost, length, driving, visits: kind, key,
        arrive, begin, leave, load, level); ``unserved`` (keys of requests).
        """
        keys = {"charge": problem.charging.key, "start": problem.fleet.key, "end": problem.fleet.key, "reload": problem.fleet.key}
        stop_of = stop_names(problem)

        def told(visit: Visit) -> dict[str, Any]:
            key = stop_of[visit.number] if visit.kind == "stop" else keys[visit.kind][visit.number]
            return {"kind": visit.kind, "key": key, "arrive": visit.arrive, "begin": visit.begin, "leave": visit.leave,
                    "load": visit.load, "level": visit.level}  # fmt: skip

        return plain(
            {
                "value": self.value,
                "bound": self.bound,
                "gap": self.gap,
                "vehicles": len(self.tours),
                "length": self.length,
                "tours": [
                    {"type": problem.fleet.key[tour.kind], "cost": tour.cost, "length": tour.length, "driving": tour.driving,
                     "visits": [told(visit) for visit in tour.visits]}
                    for tour in self.tours
                ],
                "unserved": [problem.requests.key[r] for r in self.unserved],
            }
        )  # fmt: skip


def stop_names(problem: Problem) -> dict[int, str]:
    """Give each stop the key of its request with ``+`` for the pickup and ``-`` for the delivery of a pair."""
    names: dict[int, str] = {}
    for r, key in enumerate(problem.requests.key):
        pickup, delivery = int(problem.requests.pickup[r]), int(problem.requests.delivery[r])
        if pickup >= 0:
            names[pickup] = f"{key}+"
        names[delivery] = f"{key}-" if pickup >= 0 else key
    return names
