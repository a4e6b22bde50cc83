"""The space report as a reader would work it out by hand: row by row, in exact fractions, sharing no code with solve.py."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twin.space.problem import Problem

__all__ = ["expected"]

_GROUPS = ("office", "service", "equipment", "ancillary", "other")
_NOISE_M2 = Fraction(1, 10**9)


class _Book:
    """The problem as a ledger: who holds how much of which room."""

    def __init__(self, problem: Problem) -> None:
        """Enter every room and every use."""
        self.problem = problem
        self.area = [Fraction(float(value)) for value in problem.area]
        self.office = [name == "office" for name in problem.room_class]
        self.group = [problem.standard.groups.get(name, "other") for name in problem.room_class]
        self.uses: list[list[int]] = [[] for _ in self.area]
        for row, room in enumerate(problem.use_room):
            self.uses[room].append(row)
        self.share = [self._share(rows) for rows in self.uses]
        self.held: dict[tuple[int, str], Fraction] = {}
        for room, shares in enumerate(self.share):
            for owner, share in shares.items():
                place = owner, self.group[room]
                self.held[place] = self.held.get(place, Fraction()) + share * self.area[room]

    def _share(self, rows: list[int]) -> dict[int, Fraction]:
        """Split one room among its departments: by people, evenly where there are none."""
        people: dict[int, int] = {}
        for row in rows:
            owner = int(self.problem.use_department[row])
            people[owner] = people.get(owner, 0) + int(self.problem.use_heads[row])
        everyone = sum(people.values())
        return {owner: Fraction(count, everyone) if everyone else Fraction(1, len(people)) for owner, count in people.items()}

    def total(self, rooms: list[int]) -> Fraction:
        """Add up the areas of rooms."""
        return sum((self.area[room] for room in rooms), Fraction())

    def held_by(self, owners: list[int]) -> Fraction:
        """Add up all that some departments hold."""
        return sum((area for (owner, _), area in self.held.items() if owner in owners), Fraction())


def expected(problem: Problem) -> dict[str, Any]:
    """Recompute the figures of `Report.record`."""
    book = _Book(problem)
    every = list(range(len(book.area)))
    chosen = [owner for owner in range(len(problem.departments)) if problem.chosen[owner]]
    others = [owner for owner in range(len(problem.departments)) if not problem.chosen[owner]]
    lines = [_department(book, owner) for owner in chosen]
    over, unjudged, used = _rooms(book, chosen)
    used |= {rule for line in lines for step in line["steps"] for rule in step["rules"]}
    vacant = [room for room in every if book.office[room] and not book.uses[room]]
    empty = [room for room in every if book.office[room] and not any(problem.use_heads[row] for row in book.uses[room])]
    verified = {key: _verified(problem, key) for key in sorted(used)}
    return {
        "on": problem.params.on,
        "version": problem.version,
        "tolerance_m2": Fraction(problem.params.tolerance_m2),
        "departments": lines,
        "totals": _totals(book, lines),
        "over_standard": over,
        "unjudged": unjudged,
        "balance": {
            "total_m2": book.total(every),
            "held_m2": book.held_by(chosen),
            "held_by_others_m2": book.held_by(others),
            "vacant_m2": book.total(vacant),
            "unassigned_m2": book.total([room for room in every if not book.uses[room] and not book.office[room]]),
        },
        "classes": [_class(book, group, chosen) for group in _GROUPS],
        "area_basis": _area_basis(book),
        "vacant": _walk(book, vacant),
        "unused": _walk(book, [room for room in empty if any(owner in book.share[room] for owner in chosen)]),
        "rules": [{"key": key, "verified": count} for key, count in verified.items()],
        "unverified": [key for key, count in verified.items() if count == 0],
    }


def _verified(problem: Problem, key: str) -> int:
    """Look a row of the standard up by its key."""
    standard = problem.standard
    rules = [*standard.ceilings.values(), *(service.rule for service in standard.service.values()), standard.equipment]
    return next((rule.verified for rule in rules if rule.key == key), -1)


def _department(book: _Book, owner: int) -> dict[str, Any]:
    """Recompute one department: A = Σ ceilings, B = x f(x), 9 % of both."""
    problem, level = book.problem, book.problem.levels[owner]
    posts = [row for row, holder in enumerate(problem.post_department) if holder == owner and problem.post_count[row] > 0]
    staff = sum(int(problem.post_count[row]) for row in posts)
    ceilings = [problem.standard.ceilings.get((level, problem.post_rank[row])) for row in posts]
    known = [(row, rule) for row, rule in zip(posts, ceilings, strict=True) if rule is not None]
    office = sum((int(problem.post_count[row]) * Fraction(rule.value) for row, rule in known), Fraction())
    equipment = problem.standard.equipment
    due: dict[str, Fraction | None] = dict.fromkeys(("office", "service", "equipment", "basic"))
    rules: dict[str, set[str]] = {"office": {rule.key for _, rule in known}, "service": set(), "equipment": set(), "basic": set()}
    if posts and len(known) == len(posts):
        due["office"] = office
    if level in problem.standard.service and staff:
        due["service"] = staff * _per_head(problem, level, staff)
        rules["service"] = {f"service/{level}"}
    if due["office"] is not None and due["service"] is not None:
        both = due["office"] + due["service"]
        due["equipment"] = both * Fraction(str(equipment.value))
        due["basic"] = both * (1 + Fraction(str(equipment.value)))
        rules["equipment"] = {equipment.key}
    held = {group: book.held.get((owner, group), Fraction()) for group in _GROUPS}
    held["basic"] = held["office"] + held["service"] + held["equipment"]
    return {
        "department_id": problem.departments[owner],
        "level": level,
        "staff": staff,
        "people": sum(int(heads) for row, heads in enumerate(problem.use_heads) if problem.use_department[row] == owner),
        "rooms": sum(owner in share for share in book.share),
        "held": held,
        "entitled": due,
        "over": {part: None if m2 is None or problem.params.buildings else held[part] - m2 for part, m2 in due.items()},
        "steps": [{"part": part, "m2": m2, "rules": sorted(rules[part])} for part, m2 in due.items()],
        "verified": min((_verified(problem, key) for keys in rules.values() for key in keys), default=None),
    }


def _per_head(problem: Problem, level: str, staff: int) -> Fraction:
    """Evaluate the service formula from its coefficients."""
    rule = problem.standard.service[level]
    line = (Fraction(rule.minuend) - staff) / Fraction(rule.divisor)
    return max(min(line, Fraction(rule.first_m2)), Fraction(rule.last_m2))


def _rooms(book: _Book, chosen: list[int]) -> tuple[list[dict[str, Any]], list[dict[str, Any]], set[str]]:
    """Recompute the offices over their ceiling and those that cannot be judged, and the rules that were needed."""
    problem = book.problem
    over: list[dict[str, Any]] = []
    unjudged: list[dict[str, Any]] = []
    used: set[str] = set()
    for room, rows in enumerate(book.uses):
        seated = [row for row in rows if problem.use_heads[row] > 0]
        if not book.office[room] or not any(problem.use_department[row] in chosen for row in seated):
            continue
        line: dict[str, Any] = {"room": _room(book, room), "occupants": []}
        ceiling: Fraction | None = Fraction()
        for row in seated:
            heads = int(problem.use_heads[row])
            rule = problem.standard.ceilings.get((problem.levels[problem.use_department[row]], problem.use_rank[row]))
            line["occupants"].append({"heads": heads, "rank": problem.use_rank[row], "rule": rule.key if rule else ""})
            ceiling = None if ceiling is None or rule is None else ceiling + heads * Fraction(rule.value)
            used |= {rule.key} if rule else set()
        if ceiling is None:
            unjudged.append(line)
        elif book.area[room] - ceiling > Fraction(problem.params.tolerance_m2) + _NOISE_M2:
            excess = book.area[room] - ceiling
            line |= {"ceiling_m2": ceiling, "over_m2": excess, "over_pct": 100 * excess / ceiling}
            line["single"] = sum(int(problem.use_heads[row]) for row in seated) == 1
            line["since"] = min((problem.use_since[row] for row in seated if problem.use_since[row]), default="")
            over.append(line)
    over.sort(key=lambda line: (-line["over_m2"], line["room"]["room_id"]))
    return over, unjudged, used


def _room(book: _Book, room: int) -> dict[str, Any]:
    return {"room_id": book.problem.rooms[room], "area_m2": book.area[room]}


def _walk(book: _Book, rooms: list[int]) -> list[dict[str, Any]]:
    """Give rooms by building, storey and number."""
    problem = book.problem
    order = [
        (
            problem.room_building[room] or "",
            float(problem.room_storey[room]),
            problem.room_floor[room] or "",
            problem.room_number[room] or "",
            problem.rooms[room],
            room,
        )
        for room in rooms
    ]
    return [_room(book, place[-1]) for place in sorted(order)]


def _class(book: _Book, group: str, chosen: list[int]) -> dict[str, Any]:
    """Recompute one group of room classes."""
    rooms = [room for room, name in enumerate(book.group) if name == group]
    held = sum((area for (owner, name), area in book.held.items() if name == group and owner in chosen), Fraction())
    kinds: dict[str, dict[str, Any]] = {}
    for room in rooms:
        kind = kinds.setdefault(book.problem.room_class[room], {"rooms": 0, "m2": Fraction()})
        kind["rooms"] += 1
        kind["m2"] += book.area[room]
    return {"group": group, "rooms": len(rooms), "m2": book.total(rooms), "held_m2": held, "room_classes": kinds}


def _totals(book: _Book, lines: list[dict[str, Any]]) -> dict[str, dict[str, Fraction | None]]:
    """Add the departments up, and all rooms of the classes that the standard measures."""
    asked = book.problem.params
    found: dict[str, dict[str, Fraction | None]] = {"held": {}, "entitled": {}, "over": {}, "present": {}, "present_over": {}}
    for part in (*_GROUPS, "basic"):
        found["held"][part] = sum((line["held"][part] for line in lines), Fraction())
    for part in ("office", "service", "equipment", "basic"):
        figures = [line["entitled"][part] for line in lines]
        due = None if not figures or None in figures else sum(figures, Fraction())
        wanted = ("office", "service", "equipment") if part == "basic" else (part,)
        there = book.total([room for room, group in enumerate(book.group) if group in wanted])
        found["entitled"][part] = due
        held = sum((line["held"][part] for line in lines), Fraction())
        found["over"][part] = None if due is None or asked.buildings else held - due
        found["present"][part] = there
        found["present_over"][part] = None if due is None or asked.buildings or asked.departments else there - due
    return found


def _area_basis(book: _Book) -> dict[str, Any]:
    """Recompute how far the files' areas differ."""
    file = {room: Fraction(float(area)) for room, area in enumerate(book.problem.file_area) if not math.isnan(area)}
    drawn = book.total(list(file))
    return {
        "drawn_m2": book.total(list(range(len(book.area)))),
        "file_rooms": len(file),
        "file_m2": sum(file.values(), Fraction()),
        "difference_m2": sum(file.values(), Fraction()) - drawn,
    }
