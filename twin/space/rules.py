"""The office standard as data: ceilings by level and rank, service rooms by staff, the share of equipment rooms.

Every number is a `Rule` with its clause and `verified`, the count of independent public texts that state it; they live in
``standards.toml`` beside this file, never in code. 发改投资〔2014〕2674号 speaks of net usable area (使用面积), m².
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["GROUPS", "AncillaryRule", "Rule", "ServiceRule", "Standard", "in_force", "load", "made", "service_m2", "shipped"]

GROUPS = ("office", "service", "equipment", "ancillary", "other")
"""办公室, 服务用房, 设备用房, 附属用房, and what the standard does not measure in usable area."""
_PER_HEAD = "m²/人"


@dataclass(frozen=True, slots=True)
class Rule:
    """One number of the standard; `key` is what a step of a reckoning cites."""

    key: str
    value: float
    unit: str
    clause: str
    verified: int
    sources: tuple[str, ...]
    note: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """Service rooms of one level, m² per head of 编制定员 x.

    f(x) = `first_m2` for x ≤ `first_x`; (`minuend` − x) / `divisor` for `first_x` < x < `last_x`; `last_m2` for x ≥ `last_x`.
    `rule.value` is the value for the smallest unit, `first_m2`.
    """

    rule: Rule
    first_x: int
    first_m2: float
    last_x: int
    last_m2: float
    minuend: float
    divisor: float

    def per_head(self, staff: int) -> float:
        """Give f(x), m² per head; x ≥ 0."""
        if staff <= self.first_x:
            return self.first_m2
        if staff >= self.last_x:
            return self.last_m2
        return (self.minuend - staff) / self.divisor


@dataclass(frozen=True, slots=True)
class AncillaryRule:
    """Ancillary rooms of one kind, m² of building area: `rule.value` for each up to `first`, `beyond_m2` for each further one."""

    rule: Rule
    per: str
    first: int
    beyond_m2: float

    def m2(self, count: int) -> float:
        """Give the area for a number of heads or pieces; continuous and rising."""
        return self.rule.value * min(count, self.first) + self.beyond_m2 * max(count - self.first, 0)


@dataclass(frozen=True, slots=True)
class Standard:
    """The whole standard, in force from `valid_from`; a (level, rank) or level it does not know is absent from its mapping."""

    name: str
    name_en: str
    number: str
    clause_note: str
    clause_note_en: str
    ceilings: dict[tuple[str, str], Rule]
    by_province: dict[tuple[str, str], Rule]
    """Ranks whose figure a province sets; the rule's value is what it may in principle not exceed."""
    service: dict[str, ServiceRule]
    equipment: Rule
    groups: dict[str, str]
    """Group of `GROUPS` of each room class."""
    valid_from: str = ""
    coefficients: dict[str, Rule] = field(default_factory=dict)
    """K, the least share of usable in building area, by storey class."""
    ancillary: dict[str, AncillaryRule] = field(default_factory=dict)
    superseded: dict[tuple[str, str], float] = field(default_factory=dict)
    """Figures of 1999, to know them again."""


@cache
def shipped() -> dict[str, Any]:
    """Read ``standards.toml`` once, as it stands there."""
    return tomllib.loads(files(__package__).joinpath("standards.toml").read_text(encoding="utf-8"))


@cache
def load() -> Standard:
    """Give the standard that comes with the program."""
    return made(shipped())


def made(data: dict[str, Any]) -> Standard:
    """Make a standard of tables as ``standards.toml`` has them."""
    head, township = data["standard"], data["by_province"]

    def rule(key: str, value: float, unit: str, row: dict[str, Any]) -> Rule:
        texts = tuple(data["sources"].get(name, name) for name in row["sources"])
        return Rule(key, float(value), unit, row["clause"], row["verified"], texts, row.get("note", ""), row.get("note_en", ""))

    def ceiling(level: str, rank: str, m2: float, row: dict[str, Any]) -> Rule:
        return rule(f"office/{level}/{rank}", m2, _PER_HEAD, row)

    factors = data["coefficients"]
    return Standard(
        **{name: head[name] for name in ("name", "name_en", "number", "clause_note", "clause_note_en", "valid_from")},
        ceilings={
            (row["level"], rank): ceiling(row["level"], rank, m2, row)
            for row in data["office_ceiling"]
            for rank, m2 in row["m2"].items()
        },
        by_province={
            (township["level"], rank): ceiling(township["level"], rank, township["not_above_m2"], township)
            for rank in township["ranks"]
        },
        service={
            row["level"]: ServiceRule(
                rule(f"service/{row['level']}", row["first_m2"], _PER_HEAD, row),
                first_x=row["first_x"],
                first_m2=float(row["first_m2"]),
                last_x=row["last_x"],
                last_m2=float(row["last_m2"]),
                minuend=float(row["minuend"]),
                divisor=float(row["divisor"]),
            )
            for row in data["service_rooms"]
        },
        equipment=rule("equipment", data["equipment_rooms"]["share"], "1", data["equipment_rooms"]),
        groups={name: group for group, names in data["groups"].items() for name in names},
        coefficients={kind: rule(f"coefficient/{kind}", factors[kind], "1", factors) for kind in ("multi_storey", "high_rise")},
        ancillary={
            row["kind"]: AncillaryRule(
                rule(f"ancillary/{row['kind']}", row["first_m2"] if row["first"] else row["beyond_m2"], "m²", row),
                per=row["per"],
                first=row["first"],
                beyond_m2=float(row["beyond_m2"]),
            )
            for row in data["ancillary"]
        },
        superseded={(level, rank): float(m2) for level, rows in data["superseded_1999"].items() for rank, m2 in rows.items()},
    )


def in_force(standards: Iterable[Standard], day: str) -> Standard:
    """Give the newest of some standards that is in force on a day; before the first of them, the first."""
    ordered = sorted(standards, key=lambda standard: standard.valid_from)
    return next((standard for standard in reversed(ordered) if standard.valid_from <= day), ordered[0])


def service_m2(level: str, staff: int) -> float:
    """Give the service rooms of a unit with `staff` established posts, m².

    Strictly increasing in `staff`, yet f(x) never rises, so it is subadditive: two city units of 200 are due 2 · 1600 m², one of
    400 is due 2400 m². Whoever merges units must say which of the two is meant.

    Raises
    ------
    KeyError
        If the standard has no formula for the level.
    """
    return staff * load().service[level].per_head(staff)
