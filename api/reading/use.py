"""Who uses which room on the view's day: heads, department, vacancy, area a person, and the ceiling of the standard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.space.rules import load

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from api.reading.view import View

__all__ = ["NAMES", "Use", "use"]

NAMES = ("department_id", "department", "departments", "heads", "vacant", "m2_per_person", "ceiling_m2", "over_m2")
"""What is known of each room beside its own columns."""


@dataclass(frozen=True, slots=True)
class Use:
    """Columns in the order of the view's rooms; the department is the one with most heads. m², None where unknown."""

    columns: dict[str, list[Any]]
    heads: NDArray[np.int64]
    vacant: NDArray[np.bool_]
    occupancies: dict[int, list[int]]
    """Room row → rows of `occupancy` valid on the day."""

    def record(self, row: int) -> dict[str, Any]:
        """Give what is known of one room."""
        return {name: self.columns[name][row] for name in NAMES}


def use(view: View) -> Use:
    """Reckon once per view."""
    return view.once("use", lambda: _reckon(view))


def _reckon(view: View) -> Use:
    rooms, held = view.rows("room"), view.rows("occupancy")
    by_room: dict[int, list[int]] = {}
    since, until = held.columns["valid_from"], held.columns["valid_to"]
    for row, room in enumerate(held.columns["room_id"]):
        place = rooms.place.get(room)
        if place is not None and (since[row] or "") <= view.day and (until[row] is None or until[row] >= view.day):
            by_room.setdefault(place, []).append(row)
    names = dict(zip(view.rows("department").keys, view.rows("department").columns["name"], strict=True))
    levels = dict(zip(view.rows("department").keys, view.rows("department").columns["level"], strict=True))
    count = len(rooms)
    columns: dict[str, list[Any]] = {name: [None] * count for name in NAMES}
    heads = np.zeros(count, dtype=np.int64)
    seen = "occupancy" in view.tables
    offices = [kind == "office" for kind in rooms.columns["room_class"]]
    for row in range(count):
        mine = by_room.get(row, [])
        people = _people(held.columns, mine)
        total = sum(people.values())
        heads[row] = total
        main = max(people, key=lambda key: (people[key], key)) if people else None
        columns["department_id"][row], columns["department"][row] = main, names.get(main) if main else None
        columns["departments"][row] = len(people)
        columns["heads"][row] = total
        columns["vacant"][row] = seen and offices[row] and not mine
        if offices[row] and total:
            _hold(columns, row, rooms.columns["area_m2"][row], total, _ceiling(held.columns, mine, levels))
    return Use(columns, heads, np.array(columns["vacant"], dtype=bool), by_room)


def _people(columns: dict[str, list[Any]], rows: list[int]) -> dict[str, int]:
    """Count heads by department."""
    found: dict[str, int] = {}
    for row in rows:
        owner = columns["department_id"][row] or ""
        found[owner] = found.get(owner, 0) + (columns["head_count"][row] or 0)
    return found


def _ceiling(columns: dict[str, list[Any]], rows: list[int], levels: dict[str, Any]) -> float | None:
    """Sum the ceilings of those who sit in an office; None where one is not known."""
    ceilings, total = load().ceilings, 0.0
    for row in rows:
        people = columns["head_count"][row] or 0
        if people:
            rule = ceilings.get((levels.get(columns["department_id"][row]) or "", columns["rank"][row] or ""))
            if rule is None:
                return None
            total += rule.value * people
    return total


def _hold(columns: dict[str, list[Any]], row: int, area: float | None, heads: int, ceiling: float | None) -> None:
    """Hold an office's area against its ceiling."""
    if area is None:
        return
    columns["m2_per_person"][row] = round(area / heads, 3)
    columns["ceiling_m2"][row] = ceiling
    columns["over_m2"][row] = None if ceiling is None else round(max(area - ceiling, 0.0), 3)
