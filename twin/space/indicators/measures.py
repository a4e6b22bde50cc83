"""What an indicator is: a quotient, or a plain sum, that adds up from parts to the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BUILDING", "DEPARTMENT", "UNITS", "Measure", "Measures", "total"]

UNITS: dict[str, str] = {
    "usable_m2": "m²", "office_m2": "m²", "m2_per_post": "m²/人", "m2_per_person": "m²/人", "entitlement_use": "%",
    "vacancy": "%", "over_rooms": "", "over_m2": "m²", "service_per_post": "m²/人", "floors": "", "buildings": "",
    "fragmentation": "", "certificate_coverage": "%", "registered": "%", "coefficient": "%", "leased_m2": "m²",
    "rent_yuan": "元", "leased_while_vacant": "m²", "released_m2": "m²", "adjusted_m2": "m²", "repair_cost": "元/m²",
    "repair_age": "年", "inspections_open": "", "inspections_overdue": "", "score": "", "two_offices": "", "leavers": "",
}  # fmt: skip
"""Every indicator with the unit of its value; what each means stands in the catalogue under ``space.indicator``."""
BUILDING = (
    "usable_m2", "office_m2", "vacancy", "m2_per_person", "over_rooms", "over_m2", "certificate_coverage", "registered",
    "coefficient", "leased_m2", "rent_yuan", "leased_while_vacant", "released_m2", "adjusted_m2", "repair_cost", "repair_age",
    "inspections_open", "inspections_overdue", "score",
)  # fmt: skip
"""Those that a building has."""
DEPARTMENT = (
    "usable_m2", "m2_per_post", "m2_per_person", "entitlement_use", "service_per_post", "over_rooms", "over_m2", "floors",
    "buildings", "fragmentation", "certificate_coverage", "leased_m2", "rent_yuan", "two_offices", "leavers",
)  # fmt: skip
"""Those that a department has."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator of one scope: `over` / `under`, or plainly `over` where `under` is None.

    `norm` is what the standard has for it in the same unit, None where it has nothing. Both parts add up over scopes, the norm
    does not.
    """

    over: float
    under: float | None = None
    norm: float | None = None

    @property
    def value(self) -> float | None:
        """The quotient, None where there is nothing to divide by; the plain sum otherwise."""
        if self.under is None:
            return self.over
        return self.over / self.under if self.under else None

    def record(self) -> dict[str, Any]:
        """Give it as plain JSON."""
        return {"value": self.value, "over": self.over, "under": self.under, "norm": self.norm}


Measures = dict[str, Measure]


def total(parts: Iterable[Measures]) -> Measures:
    """Add measures up, each by its parts; a quotient of the whole is that of the sums, never a mean of quotients."""
    found: Measures = {}
    for part in parts:
        for key, one in part.items():
            held = found.get(key)
            if held is None:
                found[key] = replace(one, norm=None)
            else:
                under = None if held.under is None or one.under is None else held.under + one.under
                found[key] = Measure(held.over + one.over, under)
    return found
