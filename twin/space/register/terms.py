"""Terms that have passed: approved cases not done, findings not put right, inspections not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.space.register.breach import Breach
from twin.space.register.clauses import day_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.space.register.ground import Ground

__all__ = ["terms"]


def terms(ground: Ground) -> Iterator[Breach]:
    """Find what should have been done by a day that has passed."""
    yield from _cases(ground)
    yield from _inspections(ground)


def _cases(ground: Ground) -> Iterator[Breach]:
    rooms: dict[str, list[str]] = {}
    for row in ground.rows("adjustment_room"):
        rooms.setdefault(row["adjustment_id"], []).append(row["room_id"])
    for row in ground.rows("adjustment"):
        late = row["decision"] == "approved" and row["deadline"] and row["deadline"] < ground.on
        if late and not (row["done"] and row["done"] <= ground.on):
            key = row["adjustment_id"]
            named = rooms.get(key, [])
            values = {"case": key, "deadline": row["deadline"], "document": row["document"] or "—", "count": len(named)}
            who = ground.who(row["from_department_id"] or row["to_department_id"])
            place = ground.place(named[0]) if named else ""
            yield Breach("case_overdue", "adjustment", key, who, place, day_after(row["deadline"]), values)


def _inspections(ground: Ground) -> Iterator[Breach]:
    for row in ground.rows("inspection"):
        key = row["inspection_id"]
        at = ("inspection", key, ground.who(row["department_id"]), ground.place(row["room_id"], row["building_id"]))
        made = row["inspected"] and row["inspected"] <= ground.on
        if not made and row["planned"] < ground.on:
            yield Breach("inspection_missed", *at, day_after(row["planned"]), {"inspection": key, "planned": row["planned"]})
        righted = row["rectified"] and row["rectified"] <= ground.on
        if made and row["finding"] and not righted and row["deadline"] and row["deadline"] < ground.on:
            values = {"inspection": key, "finding": row["finding"], "deadline": row["deadline"]}
            yield Breach("rectification_overdue", *at, day_after(row["deadline"]), values)
