"""Read a consolidation problem from its interchange file (JSON), every fault at once."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np

from twin.model.findings import Finding
from twin.space.consolidate.faults import ProblemRefused, faults
from twin.space.consolidate.problem import USES, Problem, RoomTypes, Weights

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["problem_of", "read_problem", "rooms_of"]

PARTS = ("room_types", "ceilings_m2", "weights", "buildings", "floors", "departments")


def read_problem(path: Path) -> Problem:
    """Read a file.

    Raises
    ------
    ProblemRefused
        With every fault of the file.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, ValueError) as error:
        raise ProblemRefused([Finding("error", "plan.not_json", file=path.name, values={"file": path.name})]) from error
    return problem_of(data)


def problem_of(data: Any) -> Problem:
    """Build a problem from the parsed file.

    Raises
    ------
    ProblemRefused
        With every fault: parts that are missing, numbers that are none or make no sense.
    """
    if not isinstance(data, dict) or any(part not in data for part in PARTS):
        missing = [part for part in PARTS if not isinstance(data, dict) or part not in data]
        raise ProblemRefused([Finding("error", "plan.part_missing", column=part, values={"part": part}) for part in missing])
    reader = _Reader()
    problem = reader.problem(data)
    found = reader.found or faults(problem)
    if found:
        raise ProblemRefused(found)
    return problem


def rooms_of(rows: list[list[Any]]) -> NDArray[np.int64]:
    """Turn ``[department, floor, type index, use, number]`` rows of a file into the array of a plan."""
    return np.array([[d, f, t, USES.index(use), n] for d, f, t, use, n in rows], dtype=np.int64).reshape(-1, 5)


class _Reader:
    """Collects what cannot be read on the way; a value that cannot be read counts 0."""

    def __init__(self) -> None:
        self.found: list[Finding] = []

    def _fault(self, where: str, value: object) -> None:
        self.found.append(Finding("error", "plan.bad_number", column=where, values={"where": where, "value": repr(value)[:40]}))

    def number(self, holder: Any, key: str, where: str) -> float:
        """Read a finite number."""
        value = holder.get(key) if isinstance(holder, dict) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self._fault(f"{where}.{key}", value)
            return 0.0
        return float(value)

    def whole(self, holder: Any, key: str, where: str) -> int:
        """Read a whole number."""
        value = self.number(holder, key, where)
        if value != int(value):
            self._fault(f"{where}.{key}", value)
        return int(value)

    def problem(self, data: dict[str, Any]) -> Problem:
        """Read every part; floors must stand building by building."""
        types = [(self._rows(data, "room_types")[i], f"room_types[{i}]") for i in range(len(self._rows(data, "room_types")))]
        rows = {part: self._rows(data, part) for part in ("buildings", "floors", "departments")}
        floors = [(row, f"floors[{i}]") for i, row in enumerate(rows["floors"])]
        departments = [(row, f"departments[{i}]") for i, row in enumerate(rows["departments"])]
        ceilings, weights = data["ceilings_m2"], data["weights"]
        return Problem(
            name=str(data.get("name", "")),
            types=RoomTypes(
                name=tuple(str(row.get("name", i)) for i, (row, _) in enumerate(types)),
                area_m2=np.array([self.number(row, "area_m2", at) for row, at in types]),
                seats=np.array([self.whole(row, "seats", at) for row, at in types], dtype=np.int64),
                chief_may=np.array([bool(row.get("chief_may_sit")) for row, _ in types]),
                deputy_may=np.array([bool(row.get("deputy_may_sit")) for row, _ in types]),
            ),
            weights=Weights(
                move_building=self.number(weights, "move_other_building_per_person", "weights"),
                move_floor=self.number(weights, "move_other_floor_per_person", "weights"),
                extra_floor=self.number(weights, "extra_floor_per_department", "weights"),
                extra_building=self.number(weights, "extra_building_per_department", "weights"),
                over_m2=self.number(weights, "over_ceiling_per_m2", "weights"),
            ),
            ceilings_m2=(
                self.number(ceilings, "staff", "ceilings_m2"),
                self.number(ceilings, "chief", "ceilings_m2"),
                self.number(ceilings, "deputy", "ceilings_m2"),
            ),
            building=np.array([self.whole(row, "building", at) for row, at in floors], dtype=np.int64),
            building_cost=np.array(
                [self.number(row, "running_cost", f"buildings[{i}]") for i, row in enumerate(rows["buildings"])]
            ),
            floor_cost=np.array([self.number(row, "running_cost", at) for row, at in floors]),
            rooms=self._rooms(floors, len(types)),
            staff=np.array([self.whole(row, "staff", at) for row, at in departments], dtype=np.int64),
            chiefs=np.array([self.whole(row, "chief", at) for row, at in departments], dtype=np.int64),
            deputies=np.array([self.whole(row, "deputies", at) for row, at in departments], dtype=np.int64),
            today=self._today(departments, len(floors)),
        )

    def _rows(self, data: dict[str, Any], part: str) -> list[dict[str, Any]]:
        """Give the rows of a part that are objects; the others are faults."""
        rows = data[part] if isinstance(data[part], list) else []
        if not rows:
            self._fault(part, data[part])
        for place, row in enumerate(rows):
            if not isinstance(row, dict):
                self._fault(f"{part}[{place}]", row)
        return [row for row in rows if isinstance(row, dict)]

    def _rooms(self, floors: list[tuple[dict[str, Any], str]], types: int) -> NDArray[np.int64]:
        """Read the rooms by type of every floor."""
        rooms = np.zeros((len(floors), types), dtype=np.int64)
        for place, (row, at) in enumerate(floors):
            numbers = row.get("rooms_by_type")
            if not isinstance(numbers, list) or len(numbers) != types:
                self._fault(f"{at}.rooms_by_type", numbers)
                continue
            for kind, number in enumerate(numbers):
                rooms[place, kind] = self.whole({"n": number}, "n", f"{at}.rooms_by_type[{kind}]")
        return rooms

    def _today(self, departments: list[tuple[dict[str, Any], str]], floors: int) -> NDArray[np.int64]:
        """Read who sits where now."""
        today = np.zeros((len(departments), floors), dtype=np.int64)
        for place, (row, at) in enumerate(departments):
            sits = row.get("today", {})
            if not isinstance(sits, dict):
                self._fault(f"{at}.today", sits)
                continue
            for floor, number in sits.items():
                if not floor.isdecimal() or int(floor) >= floors:
                    self._fault(f"{at}.today", floor)
                    continue
                today[place, int(floor)] = self.whole({"n": number}, "n", f"{at}.today.{floor}")
        return today
