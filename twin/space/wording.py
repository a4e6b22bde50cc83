"""The space report in words and aligned tables for the terminal, Chinese first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.aligned import aligned
from twin.model.words import Text, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.space.plan import DepartmentLine, Report, RoomLine

__all__ = ["entitlement_lines", "lines", "violation_lines"]

_SHOWN = 20
"""Rows of a list that the terminal shows; the record has them all."""


def lines(report: Report, lang: str = "") -> list[str]:
    """Write the report in ``zh``, ``en`` or, for an empty `lang`, both."""
    return [
        *_head(report, lang),
        *_classes(report, lang),
        *_departments(report, lang),
        *_over(report, lang),
        *_rooms("vacant", report.vacant, lang),
        *_rooms("unused", report.unused, lang),
        *_rooms("unjudged", [line.room for line in report.unjudged], lang),
        "",
        *(f"[{_tell(f'space.severity.{found.severity}', lang)}] {_one(found.message, lang)}" for found in report.findings),
    ]


def _one(text: Text, lang: str) -> str:
    """Give a text in one language or both, without signs that a terminal would obey."""
    words = text.lang(lang) if lang else str(text)
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)


def _tell(code: str, lang: str, **values: object) -> str:
    """Fill an entry of the catalogue; a value that is itself a text goes into each side in its own language."""
    zh = {name: value.zh if isinstance(value, Text) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Text) else value for name, value in values.items()}
    return _one(Text(say(code, **zh).zh, say(code, **en).en), lang)


def _listed(names: Sequence[str]) -> Text:
    """List names as each language does."""
    return Text("、".join(names) or "—", ", ".join(names) or "—")


def _head(report: Report, lang: str) -> list[str]:
    """Say what was asked, by which standard, and which area the figures mean; a figure no text confirms comes first."""
    basis, standard = report.area_basis, report.standard
    name = Text(standard["name"], standard["name_en"])
    clauses = Text(standard["clause_note"], standard["clause_note_en"])
    found = [
        _tell("space.title", lang, day=report.on, version=report.version),
        _tell("space.by_standard", lang, name=name, number=standard["number"]),
        _tell("space.clauses", lang, note=clauses),
        _tell("space.basis", lang, rooms=basis["rooms"], area=_m2(basis["drawn_m2"])),
    ]
    if basis["file_rooms"]:
        share = basis["difference_pct"]
        values = {"rooms": basis["file_rooms"], "file": _m2(basis["file_m2"]), "difference": _signed(basis["difference_m2"])}
        bases = _listed([name for name in basis["file_bases"] if name])
        found.append(_tell("space.file", lang, **values, share="—" if share is None else f"{share:.1f} %", bases=bases))
    else:
        found.append(_tell("space.no_file", lang))
    if report.unverified:
        found.append(_tell("space.rests_on_unverified", lang, count=len(report.unverified), rules=_listed(report.unverified)))
    return found


def _classes(report: Report, lang: str) -> list[str]:
    """Area by class, and the balance below it."""
    rows = [
        [_tell(f"space.group.{line['group']}", lang), str(line["rooms"]), _m2(line["m2"]), _m2(line["held_m2"])]
        for line in report.classes
    ]
    balance = {name: _m2(area) for name, area in report.balance.items()}
    return ["", *_table(("group", "rooms", "area", "held"), rows, lang), _tell("space.balance", lang, **balance)]


def _departments(report: Report, lang: str) -> list[str]:
    """Held against entitled by department, and how each entitlement was reckoned."""
    if not report.departments:
        return []
    rows = [_department(line) for line in report.departments]
    totals = report.totals
    people = str(sum(line.staff for line in report.departments))
    entitled, held = totals["entitled"]["basic"], totals["held"]["basic"]
    sums = [[_tell("space.total", lang), people, _m2(entitled), _m2(held), *(_signed(totals["over"][part]) for part in _ORDER)]]
    if totals["present_over"]["basic"] is not None:
        present = _m2(totals["present"]["basic"])
        sums.append(
            [
                _tell("space.present", lang),
                people,
                _m2(entitled),
                present,
                *(_signed(totals["present_over"][part]) for part in _ORDER),
            ]
        )
    head = ("department", "staff", "entitled", "held_basic", "over", "over_office", "over_service", "over_equipment")
    found = ["", *_table(head, [*rows, *sums], lang)]
    if any(line.verified == 0 for line in report.departments):
        found.append(_tell("space.star", lang))
    found += ["", _tell("space.steps", lang), *_steps(report.departments[:_SHOWN], lang)]
    return [*found, *_more(len(report.departments), lang)]


def _steps(departments: Sequence[DepartmentLine], lang: str) -> list[str]:
    """Write out how each entitlement was reckoned."""
    found = []
    for line in departments:
        parts = "; ".join(
            f"{_tell(f'space.part.{step.part}', lang or 'zh')} {step.formula} = {_m2(step.m2)}" for step in line.steps
        )
        found.append(_one(Text(f"  {line.name}: {parts}", f"  {line.name}: {parts}"), lang))
    return found


def entitlement_lines(report: Report, lang: str) -> list[str]:
    """Give what every department is due, each step of it, and the rows of the standard that it rests on."""
    found = [*_head(report, lang)[:3], *_departments(report, lang)]
    if len(report.departments) > _SHOWN:
        found = [*found[:-1], *_steps(report.departments[_SHOWN:], lang)]
    rows = [[rule.key, f"{rule.value:g} {rule.unit}", str(rule.verified), rule.clause] for rule in report.rules]
    return [
        *found,
        "",
        _tell("space.rests_on", lang),
        *(_table(("rule", "value", "verified", "clause"), rows, lang) if rows else []),
    ]


def violation_lines(report: Report, lang: str) -> list[str]:
    """Give every office over its ceiling, every one that cannot be judged, and in which order the rules want it mended."""
    found = [*_head(report, lang)[:3], *_over(report, lang, most=len(report.over_standard))]
    if report.unjudged:
        found += ["", _tell("space.unjudged_rooms", lang, count=len(report.unjudged))]
        found += [f"  {one.room.place} {_label(one.room)}" for one in report.unjudged[:_SHOWN]] + _more(
            len(report.unjudged), lang
        )
    return [*found, "", _tell("space.remedies", lang)]


_ORDER = ("basic", "office", "service", "equipment")


def _department(line: DepartmentLine) -> list[str]:
    star = "*" if line.verified == 0 else ""
    entitled = f"{_m2(line.entitled['basic'])}{star}"
    return [line.name, str(line.staff), entitled, _m2(line.held["basic"]), *(_signed(line.over[part]) for part in _ORDER)]


def _over(report: Report, lang: str, most: int = 0) -> list[str]:
    """List the offices over their ceiling, the first few unless told otherwise."""
    shown = most or _SHOWN
    title = _tell("space.over", lang, count=len(report.over_standard), tolerance=f"{report.tolerance_m2:g}")
    rows = [
        [
            found.room.place,
            _label(found.room),
            "; ".join(f"{person.department} {person.rank} × {person.heads}" for person in found.occupants),
            _m2(found.room.area_m2),
            _m2(found.ceiling_m2),
            _signed(found.over_m2),
            f"{found.over_pct:+.0f} %",
            found.since or "—",
        ]
        for found in report.over_standard[:shown]
    ]
    head = ("place", "room", "people", "area", "ceiling", "over_room", "share", "since")
    return ["", title, *(_table(head, rows, lang) if rows else []), *(_more(len(report.over_standard), lang) if not most else [])]


def _rooms(kind: str, rooms: Sequence[RoomLine], lang: str) -> list[str]:
    """List rooms under a title with their number and area; nothing if there are none."""
    if not rooms:
        return []
    title = _tell(f"space.{kind}", lang, count=len(rooms), area=_m2(sum(room.area_m2 for room in rooms)))
    rows = [[room.place, _label(room), _m2(room.area_m2)] for room in rooms[:_SHOWN]]
    return ["", title, *_table(("place", "room", "area"), rows, lang), *_more(len(rooms), lang)]


def _label(room: RoomLine) -> str:
    return " ".join(filter(None, (room.number, room.name))) or room.room_id


def _more(count: int, lang: str) -> list[str]:
    return [_tell("space.more", lang, count=count - _SHOWN)] if count > _SHOWN else []


def _m2(area: float | None) -> str:
    return "—" if area is None else f"{area:,.2f}"


def _signed(area: float | None) -> str:
    """Write a difference with its sign; one that rounds to nothing has none."""
    if area is None:
        return "—"
    return f"{area:+,.2f}" if round(area, 2) else "0.00"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], lang: str) -> list[str]:
    """Align columns by the width a terminal gives them; a column whose cells are figures stands to the right."""
    titles = [say(f"space.column.{name}") for name in head]
    heads = [[title.lang(code) for title in titles] for code in ([lang] if lang else ["zh", "en"])]
    cells = [*heads, *([_one(Text(cell, cell), lang) for cell in row] for row in rows)]
    return aligned(cells, right=[place for place in range(len(head)) if all(_figure(row[place]) for row in rows)])


def _figure(cell: str) -> bool:
    return cell[:1] in set("+-—0123456789") and not cell[1:2].isalpha()
