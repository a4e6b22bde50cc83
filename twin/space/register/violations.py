"""What breaks a dated rule of the register on a day, each with the day it began, the clause it breaks and its remedy.

The rules: one office a leader; a second office vacated within two months, a leaver's room back within one; rooms over the
standard; certificates missing, run out or of rooms held no more; leases run out, unapproved, or begun while own offices stood
empty (调剂→置换→租用→建设); cases and findings past their deadline; buildings whose ownership is not registered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twin.model.words import Text, say
from twin.space.register.breach import Breach
from twin.space.register.clauses import clauses
from twin.space.register.ground import Ground
from twin.space.register.leaders import leaders
from twin.space.register.papers import papers
from twin.space.register.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from twin.model.snapshot import Snapshot
    from twin.space.plan import Report

__all__ = ["Violation", "lines", "violations"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One breach on a day.

    `since` is its first day (empty where none is known) and `days` how long it has lasted; `department` and `place` are in words.
    """

    rule: str
    table: str
    row: str
    department: str
    place: str
    since: str
    days: int | None
    what: Text
    remedy: Text
    clause: Text
    verified: int

    def record(self) -> dict[str, Any]:
        """Give it as plain JSON, texts in both languages."""
        parts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {name: {"zh": value.zh, "en": value.en} if isinstance(value, Text) else value for name, value in parts.items()}


def violations(snapshot: Snapshot, on: str, report: Report | None = None) -> tuple[Violation, ...]:
    """Find every breach of a rule on a day.

    Parameters
    ----------
    snapshot
        A district, or one building.
    on
        The day, an ISO date.
    report
        Of the same snapshot and day, whose rooms over the standard count as breaches too; None leaves them out.

    Returns
    -------
    By rule in the order of ``clauses.toml``, the longest first.

    Raises
    ------
    UsageError
        ``past.bad_day``.
    """
    ground = Ground(snapshot, on)
    order = {rule: place for place, rule in enumerate(clauses())}
    breaches = [*leaders(ground), *_over(report), *papers(ground), *terms(ground)]
    found = [_violation(ground, breach) for breach in breaches]
    return tuple(sorted(found, key=lambda one: (order[one.rule], -(one.days or 0), one.row)))


def _violation(ground: Ground, breach: Breach) -> Violation:
    rule = clauses()[breach.rule]
    values = {"department": breach.department or "—", "place": breach.place or "—", "since": breach.since or "—", **breach.values}
    return Violation(
        rule=breach.rule,
        table=breach.table,
        row=breach.row,
        department=breach.department,
        place=breach.place,
        since=breach.since,
        days=ground.days_since(breach.since) if breach.since else None,
        what=say(f"register.rule.{breach.rule}.what", **values),
        remedy=say(f"register.rule.{breach.rule}.remedy", **values),
        clause=Text(rule.clause, rule.clause_en),
        verified=rule.verified,
    )


def _over(report: Report | None) -> Iterator[Breach]:
    """Give the rooms over the standard as breaches."""
    for found in report.over_standard if report else ():
        owners = "、".join(dict.fromkeys(person.department for person in found.occupants))
        place = f"{found.room.place} {found.room.number or found.room.name}"
        values: dict[str, object] = {
            "area": f"{found.room.area_m2:.2f}",
            "ceiling": f"{found.ceiling_m2:g}",
            "over": f"{found.over_m2:.2f}",
        }
        yield Breach("over_standard", "room", found.room.room_id, owners, place, found.since[:10], values)


def lines(found: Iterable[Violation], lang: str = "", most: int = 12) -> list[str]:
    """Write violations for the terminal: by rule its name, clause and count, then the longest of them with their remedy."""

    def tell(text: Text) -> str:
        return text.lang(lang) if lang else str(text)

    by_rule: dict[str, list[Violation]] = {}
    for one in found:
        by_rule.setdefault(one.rule, []).append(one)
    if not by_rule:
        return [tell(say("register.rule.none"))]
    said = []
    for rule, held in by_rule.items():
        said += ["", f"■ {tell(say(f'register.rule.{rule}.name'))}  {len(held)}"]
        clause = {"clause": held[0].clause.zh, "clause_en": held[0].clause.en, "verified": held[0].verified}
        said.append(f"  {tell(say('register.rule.clause', **clause))}")
        for one in held[:most]:
            lasting = "" if one.days is None else f"  [{tell(say('register.rule.days', days=one.days, since=one.since))}]"
            said += [f"  ✗ {tell(one.what)}{lasting}", f"      → {tell(one.remedy)}"]
        if len(held) > most:
            said.append(f"  {tell(say('space.more', count=len(held) - most))}")
    return said
