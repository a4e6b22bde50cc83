"""The answer to the space question: area held against entitlement, over-standard rooms, vacant rooms.

`check` recomputes the whole answer from the problem with slow, plain code of its own (twin.space.checker.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.answer import plain
from twin.space.checker import check
from twin.space.wording import lines

if TYPE_CHECKING:
    from twin.model.findings import Finding
    from twin.space.rules import Rule

__all__ = ["DepartmentLine", "Occupant", "OverRoom", "Report", "RoomLine", "Step", "Unjudged", "check"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a reckoning: `part` is office, service, equipment or basic; `m2` is None where a figure is missing.

    `rules` cites the rows of the standard by key.
    """

    part: str
    formula: str
    m2: float | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """One department as a using unit of its own, m² of net usable area.

    `held` has the keys office, service, equipment, ancillary, other and basic = office + service + equipment (基本办公用房);
    `entitled` and `over` (held − entitled, negative = room to spare) have office, service, equipment and basic, None where the
    standard or the data lack a figure. `staff` counts established posts, `people` those who sit in its rooms that day.
    `verified` is the least of the rows its entitlement rests on, None if on none.
    """

    department_id: str
    name: str
    level: str | None
    staff: int
    people: int
    rooms: int
    held: dict[str, float]
    entitled: dict[str, float | None]
    over: dict[str, float | None]
    steps: tuple[Step, ...]
    verified: int | None


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room; `place` is building and floor in words."""

    room_id: str
    number: str
    name: str
    building_id: str
    floor_id: str
    place: str
    area_m2: float


@dataclass(frozen=True, slots=True)
class Occupant:
    """People of one rank and department in a room; `ceiling_m2` per person, None where the standard gives none."""

    department_id: str
    department: str
    rank: str | None
    heads: int
    ceiling_m2: float | None
    rule: str


@dataclass(frozen=True, slots=True)
class OverRoom:
    """An office larger than the sum of its occupants' ceilings by more than the tolerance; `single` = one person alone."""

    room: RoomLine
    ceiling_m2: float
    over_m2: float
    over_pct: float
    single: bool
    since: str
    occupants: tuple[Occupant, ...]


@dataclass(frozen=True, slots=True)
class Unjudged:
    """An office whose ceiling cannot be told, because people in it have no rank or one without a figure."""

    room: RoomLine
    occupants: tuple[Occupant, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole answer; `record` says what each part is."""

    on: str
    version: int
    standard: dict[str, str]
    tolerance_m2: float
    area_basis: dict[str, Any]
    classes: tuple[dict[str, Any], ...]
    balance: dict[str, float]
    departments: tuple[DepartmentLine, ...]
    totals: dict[str, dict[str, float | None]]
    over_standard: tuple[OverRoom, ...]
    unjudged: tuple[Unjudged, ...]
    vacant: tuple[RoomLine, ...]
    unused: tuple[RoomLine, ...]
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]

    @property
    def unverified(self) -> tuple[str, ...]:
        """Keys of the rows used that no text confirms."""
        return tuple(rule.key for rule in self.rules if rule.verified == 0)

    def record(self) -> dict[str, Any]:
        """Give the answer as plain JSON.

        Returns
        -------
        A dict with

        - ``on, version, tolerance_m2``; ``standard``: name, number and what is known of its clauses
        - ``area_basis``: which area the figures mean, and how far the files' own differ
        - ``classes``: per group rooms, m², held m², and by room class
        - ``balance``: total_m2 = held_m2 + held_by_others_m2 + vacant_m2 + unassigned_m2; offices nobody holds are vacant,
          other rooms nobody holds unassigned; others are departments not asked for
        - ``departments``: as `DepartmentLine`
        - ``totals``: ``held, entitled, over`` summed over them; ``present``, all rooms of a class, also those that serve all or
          stand empty; ``present_over`` = present − entitled, null unless the whole district was asked for
        - ``over_standard``, ``unjudged``; ``vacant``: offices nobody holds; ``unused``: offices held in which nobody sits
        - ``rules``: every row used, with key, value, unit, clause, verified, sources; ``unverified``: keys of those with 0
        - ``findings``
        """
        parts = {name: getattr(self, name) for name in self.__dataclass_fields__ if name != "findings"}
        return {
            **plain(parts),
            "unverified": list(self.unverified),
            "findings": [found.record() for found in self.findings],
        }

    def lines(self, lang: str = "") -> list[str]:
        """Give the answer for the terminal, in ``zh``, ``en`` or both, Chinese first."""
        return lines(self, lang)
