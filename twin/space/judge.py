"""Room by room: which offices pass their ceiling, which cannot be told, which stand vacant, and what area is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from twin.space.plan import Occupant, OverRoom, RoomLine, Unjudged

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from twin.space.problem import Problem
    from twin.space.rules import Rule

__all__ = ["area_basis", "judge", "unused", "vacant"]

NOISE_M2 = 1e-9
"""Below this a difference is rounding of floats, not area."""
LEAST_M2 = 0.01
"""Below this there is nothing to take a percentage of."""


def judge(problem: Problem, cited: dict[str, Rule]) -> tuple[tuple[OverRoom, ...], tuple[Unjudged, ...]]:
    """Hold every office with people in it against the sum of their ceilings, the farthest over first.

    With `departments` asked for, a room counts if one of them has people in it. Rules used are added to `cited`.
    """
    over: list[OverRoom] = []
    unjudged: list[Unjudged] = []
    for room, rows in _people(problem).items():
        occupants = tuple(_occupant(problem, row, cited) for row in rows)
        ceilings = [None if person.ceiling_m2 is None else person.ceiling_m2 * person.heads for person in occupants]
        known = [ceiling for ceiling in ceilings if ceiling is not None]
        if len(known) < len(ceilings):
            unjudged.append(Unjudged(_line(problem, room), occupants))
            continue
        ceiling = sum(known)
        excess = float(problem.area[room]) - ceiling
        if excess > problem.params.tolerance_m2 + NOISE_M2:
            single = sum(person.heads for person in occupants) == 1
            since = min((str(day) for day in problem.use_since[rows] if day), default="")
            over.append(OverRoom(_line(problem, room), ceiling, excess, 100 * excess / ceiling, single, since, occupants))
    over.sort(key=lambda found: (-found.over_m2, found.room.room_id))
    return tuple(over), tuple(unjudged)


def _people(problem: Problem) -> dict[int, list[int]]:
    """Give the occupancy rows with people of each office in which a chosen department has some, rooms in key order."""
    rows: dict[int, list[int]] = {}
    ours = set()
    for row in np.flatnonzero((problem.use_heads > 0) & (problem.room_class[problem.use_room] == "office")):
        room = int(problem.use_room[row])
        rows.setdefault(room, []).append(int(row))
        if problem.chosen[problem.use_department[row]]:
            ours.add(room)
    return {room: rows[room] for room in sorted(ours)}


def _occupant(problem: Problem, row: int, cited: dict[str, Rule]) -> Occupant:
    """Find the ceiling of the people of one occupancy row."""
    owner, rank = problem.use_department[row], problem.use_rank[row]
    rule = problem.standard.ceilings.get((problem.levels[owner] or "", rank or ""))
    if rule:
        cited[rule.key] = rule
    return Occupant(
        department_id=problem.departments[owner],
        department=problem.names[owner],
        rank=rank,
        heads=int(problem.use_heads[row]),
        ceiling_m2=rule.value if rule else None,
        rule=rule.key if rule else "",
    )


def vacant(problem: Problem) -> tuple[RoomLine, ...]:
    """Give the offices that nobody holds."""
    held = np.zeros(len(problem.rooms), dtype=bool)
    held[problem.use_room] = True
    return _lines(problem, (problem.room_class == "office") & ~held)


def unused(problem: Problem) -> tuple[RoomLine, ...]:
    """Give the offices that a chosen department holds and in which nobody sits."""
    ours = np.zeros(len(problem.rooms), dtype=bool)
    ours[problem.use_room[problem.chosen[problem.use_department]]] = True
    people = np.bincount(problem.use_room, problem.use_heads, minlength=len(problem.rooms))
    return _lines(problem, (problem.room_class == "office") & ours & (people == 0))


def _lines(problem: Problem, rows: NDArray[np.bool_]) -> tuple[RoomLine, ...]:
    """Give rooms in the order in which one walks: building, floor, number."""
    found = [(_line(problem, int(row)), float(problem.room_storey[row])) for row in np.flatnonzero(rows)]
    found.sort(key=lambda one: (one[0].building_id, one[1], one[0].floor_id, one[0].number, one[0].room_id))
    return tuple(room for room, _ in found)


def _line(problem: Problem, row: int) -> RoomLine:
    return RoomLine(
        room_id=problem.rooms[row],
        number=problem.room_number[row] or "",
        name=problem.room_name[row] or "",
        building_id=problem.room_building[row] or "",
        floor_id=problem.room_floor[row] or "",
        place=problem.room_place[row],
        area_m2=float(problem.area[row]),
    )


def area_basis(problem: Problem) -> dict[str, Any]:
    """Say that the drawn area is meant, and how far the files' own figures differ over the rooms that have one."""
    stated = ~np.isnan(problem.file_area)
    drawn, file = float(problem.area[stated].sum()), float(problem.file_area[stated].sum())
    bases: dict[str, int] = {}
    for basis in problem.file_basis[stated]:
        bases[basis or ""] = bases.get(basis or "", 0) + 1
    return {
        "used": "drawn",
        "meaning": "使用面积",
        "rooms": len(problem.rooms),
        "drawn_m2": float(problem.area.sum()),
        "file_rooms": int(stated.sum()),
        "file_m2": file,
        "drawn_same_rooms_m2": drawn,
        "difference_m2": file - drawn,
        "difference_pct": 100 * (file - drawn) / drawn if drawn >= LEAST_M2 else None,
        "file_bases": {name: bases[name] for name in sorted(bases)},
    }
