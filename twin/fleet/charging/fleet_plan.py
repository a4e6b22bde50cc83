"""Chargers given to vehicles, with the prices that prove how good that is; `check` verifies both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.fleet.charging.fleet_checker import check
from twin.fleet.wording import clock, metres, tell
from twin.model.aligned import aligned, clean
from twin.model.answer import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from twin.fleet.charging.fleet_problem import Problem
    from twin.model.findings import Finding

__all__ = ["Assignment", "Given", "check"]

_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Given:
    """A vehicle (its number in the problem) at a charger in a round from 0; drive there, and when it leaves charged."""

    vehicle: int
    charger_id: str
    turn: int
    drive_ms: int
    drive_m: float
    ready_ms: float


@dataclass(frozen=True, slots=True)
class Assignment:
    """`value_ms`: sum of the times at which vehicles are ready, and the price of those not served; `bound_ms` of any plan.

    `prices`: the certificate, of vehicles (n,), of groups and rounds (g · k,) <= 0, of power by car park and round <= 0.
    """

    problem: Problem
    given: tuple[Given, ...]
    missed: tuple[str, ...]
    value_ms: float
    bound_ms: float
    prices: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What could not be asked about."""
        return self.problem.findings

    @property
    def gap(self) -> float:
        """(value - bound) / value."""
        return max(0.0, (self.value_ms - self.bound_ms) / self.value_ms) if self.value_ms else 0.0

    def record(self) -> dict[str, Any]:
        """Give the assignment as plain JSON.

        Keys: ``version``; ``assigned``: vehicle, charger, parking, round (from 1), drive_s, drive_m, ready_s; ``unserved``: keys;
        ``ready_s`` in all, ``value_s``, ``bound_s``, ``gap``; ``findings``.
        """
        parking = dict(zip(self.problem.chargers.keys.tolist(), self.problem.chargers.parking.tolist(), strict=True))
        told = [
            {
                "vehicle": self.problem.wants[item.vehicle].vehicle,
                "charger": item.charger_id,
                "parking": parking[item.charger_id] or "",
                "round": item.turn + 1,
                "drive_s": item.drive_ms / 1000.0,
                "drive_m": item.drive_m,
                "ready_s": item.ready_ms / 1000.0,
            }
            for item in self.given
        ]
        return plain(
            {
                "version": self.problem.ground.version,
                "assigned": told,
                "unserved": self.missed,
                "ready_s": sum(item.ready_ms for item in self.given) / 1000.0,
                "value_s": self.value_ms / 1000.0,
                "bound_s": self.bound_ms / 1000.0,
                "gap": self.gap,
                "findings": [found.record() for found in self.findings],
            }
        )

    def lines(self, lang: str = "") -> list[str]:
        """Give the assignment for the terminal in ``zh``, ``en`` or, for an empty `lang`, both."""
        count = max(len(self.given), 1)
        told = [
            tell(
                "fleet.assign.sums",
                lang,
                given=len(self.given),
                missed=len(self.missed),
                drive=clock(sum(item.drive_ms for item in self.given) / 1000 / count),
                length=metres(sum(item.drive_m for item in self.given)),
                ready=clock(sum(item.ready_ms for item in self.given) / 1000 / count),
            ),
            tell("fleet.assign.proven", lang, gap=f"{self.gap:.3%}"),
        ]
        if self.missed:
            told.append(tell("fleet.assign.missed", lang, keys=", ".join(map(clean, self.missed[:10]))))
        head = [tell(f"fleet.assign.column.{name}", lang) for name in ("vehicle", "charger", "turn", "drive", "ready")]
        rows = [
            [
                clean(self.problem.wants[item.vehicle].vehicle),
                clean(item.charger_id),
                str(item.turn + 1),
                f"{metres(item.drive_m)} {clock(item.drive_ms / 1000)}",
                clock(item.ready_ms / 1000),
            ]
            for item in self.given[:_SHOWN]
        ]
        more = [tell("fleet.assign.more", lang, count=len(self.given) - _SHOWN)] if len(self.given) > _SHOWN else []
        return [*told, "", *(aligned([head, *rows], right=(2, 3, 4)) if rows else []), *more]
