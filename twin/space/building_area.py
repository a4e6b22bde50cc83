"""The building area (建筑面积) that a unit may build: S = [A + B + (A + B) × 9 %] / K + C, step by step.

A office, B service rooms (usable area, 使用面积), K the coefficient of the building's kind, C ancillary rooms (附属用房) in
building area. 发改投资〔2014〕2674号. K is a floor, so S is the most that may be; it is never compared with usable area.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twin.space.plan import Step

if TYPE_CHECKING:
    from twin.space.rules import AncillaryRule, Standard

__all__ = ["BuildingArea", "building_area"]


@dataclass(frozen=True, slots=True)
class BuildingArea:
    """What was reckoned, m² of building area; `steps` as they are shown."""

    total_m2: float
    canteen_m2: float
    steps: tuple[Step, ...]


def building_area(
    standard: Standard, office_m2: float, service_m2: float, staff: int, storey_class: str, **pieces: int
) -> BuildingArea:
    """Reckon S.

    Parameters
    ----------
    office_m2, service_m2
        A and B, m² of usable area.
    staff
        Established posts, for the canteen.
    storey_class
        ``multi_storey`` or ``high_rise``.
    pieces
        ``cars``, ``bicycles``, ``motorbikes`` to be housed and ``guards``; none where left out.

    Returns
    -------
    Steps: basic rooms, basic / K, one for each kind of ancillary rooms, and their sum.
    """
    rule, factor = standard.equipment, standard.coefficients[storey_class]
    both = office_m2 + service_m2
    basic = both + both * rule.value
    shown = f"{_m2(office_m2)} + {_m2(service_m2)}"
    steps = [
        Step("basic", f"{shown} + ({shown}) × {100 * rule.value:g}%", basic, (rule.key,)),
        Step("building", f"{_m2(basic)} / {factor.value:g}", basic / factor.value, (factor.key,)),
    ]
    counts = {"canteen": staff} | {kind: count for kind, count in pieces.items() if count}
    steps += [_ancillary(standard.ancillary[kind], count) for kind, count in counts.items()]
    parts = [step.m2 or 0.0 for step in steps[1:]]
    steps.append(Step("total", " + ".join(_m2(part) for part in parts), sum(parts), ()))
    return BuildingArea(sum(parts), parts[1], tuple(steps))


def _ancillary(row: AncillaryRule, count: int) -> Step:
    """Give one kind of ancillary rooms as a step."""
    kind = row.rule.key.removeprefix("ancillary/")
    terms = [(min(count, row.first), row.rule.value), (max(count - row.first, 0), row.beyond_m2)]
    formula = " + ".join(f"{number} × {each:g}" for number, each in terms if number) or "0"
    return Step(kind, formula, row.m2(count), (row.rule.key,))


def _m2(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
