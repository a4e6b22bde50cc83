"""A block of the stack taken to another floor: people of a department leave their rooms there and get empty ones here.

From the day of the move on the new rooms hold; the old ones are theirs until the day before. The higher a rank's ceiling the
earlier it chooses: leaders a room each, nearest to their ceiling from below; the others fill the largest rooms first.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from api.reading.use import use
from twin.model.errors import UnknownKeyError
from twin.model.findings import Finding
from twin.space.planning.heads import STAFF_TOP_M2
from twin.space.rules import load

if TYPE_CHECKING:
    from api.reading.view import View

__all__ = ["Ask", "Draft", "draft"]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """Who goes from where to where, from which day on, with how much room for each; `heads` 0 for all."""

    department: str
    from_floor: str
    to_floor: str
    on: str
    heads: int = 0
    seat_m2: float = 7.0


@dataclass(slots=True)
class Draft:
    """Rows of `occupancy` to put and keys to remove, who got what, who found no room, and what is to be said of it."""

    puts: list[Row] = field(default_factory=list)
    removes: list[str] = field(default_factory=list)
    begun: list[Row] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    heads: int = 0
    unplaced: int = 0
    findings: list[Finding] = field(default_factory=list)


def draft(view: View, ask: Ask) -> Draft:
    """Work a move out on a scenario's view of the day; writes nothing.

    Raises
    ------
    UnknownKeyError
        If there is no such department or floor.
    """
    for table, key in (("department", ask.department), ("floor", ask.from_floor), ("floor", ask.to_floor)):
        if key not in view.rows(table).place:
            raise UnknownKeyError("key.unknown", table=table, key=key)
    made, groups = Draft(), _leaving(view, ask)
    if not groups:
        made.findings.append(Finding("error", "desk.nobody_there", "department", ask.department))
        return made
    free = _free(view, ask)
    for row, ceiling, heads in groups:
        placed = _seat(free, (row, ceiling, heads), ask, made)
        made.heads += placed
        made.unplaced += heads - placed
        if placed:
            _leave(row, placed, ask, made)
    if made.unplaced:
        made.findings.append(Finding("error", "desk.no_room", "floor", ask.to_floor, values={"heads": made.unplaced}))
    return made


def _leaving(view: View, ask: Ask) -> list[tuple[Row, float, int]]:
    """Give the rows of those who go with their ceilings and how many of each go, highest ceiling first."""
    rooms, held = view.rows("room"), view.rows("occupancy")
    level = view.rows("department").columns["level"][view.rows("department").place[ask.department]]
    found = []
    for room, rows in use(view).occupancies.items():
        if rooms.columns["floor_id"][room] != ask.from_floor:
            continue
        for row in rows:
            record = held.record(row)
            if record["department_id"] == ask.department and record["head_count"]:
                rule = load().ceilings.get((level or "", record["rank"] or ""))
                found.append((record, rule.value if rule else STAFF_TOP_M2, int(record["head_count"])))
    found.sort(key=lambda one: (-one[1], one[0]["occupancy_id"]))
    left, chosen = ask.heads or sum(heads for *_, heads in found), []
    for record, ceiling, heads in found:
        if left:
            chosen.append((record, ceiling, min(heads, left)))
            left -= min(heads, left)
    return chosen


def _free(view: View, ask: Ask) -> list[tuple[float, str, str]]:
    """List offices of the floor that nobody uses from the day on, with their areas, the smallest first."""
    rooms, held = view.rows("room"), view.rows("occupancy")
    busy = {
        room
        for room, until in zip(held.columns["room_id"], held.columns["valid_to"], strict=True)
        if until is None or until >= ask.on
    }
    mine = [row for row, floor in enumerate(rooms.columns["floor_id"]) if floor == ask.to_floor]
    offices = [row for row in mine if rooms.columns["room_class"][row] == "office" and rooms.keys[row] not in busy]
    areas = [(rooms.columns["area_m2"][row] or 0.0, rooms.keys[row], rooms.columns["number"][row] or "") for row in offices]
    return sorted(one for one in areas if one[0] >= ask.seat_m2)


def _seat(free: list[tuple[float, str, str]], group: tuple[Row, float, int], ask: Ask, made: Draft) -> int:
    """Give a group rooms as long as there are any; says how many people got one."""
    row, ceiling, heads = group
    placed = 0
    while placed < heads and free:
        if ceiling > STAFF_TOP_M2:
            fitting = [at for at, (area, *_) in enumerate(free) if area <= ceiling]
            area, room, number = free.pop(fitting[-1] if fitting else 0)
            here = 1
        else:
            area, room, number = free.pop()
            here = min(heads - placed, max(1, int(area // ask.seat_m2)))
        placed += here
        key = f"move-{secrets.token_hex(6)}"
        new = {**row, "occupancy_id": key, "room_id": room, "head_count": here, "valid_from": ask.on}
        made.puts.append(new)
        made.begun.append({"occupancy_id": key, "room_id": room, "number": number, "rank": row["rank"], "heads": here,
                           "area_m2": area, "ceiling_m2": ceiling * here})  # fmt: skip
        if area > ceiling * here + 1e-9:
            values = {"number": number or room, "area": f"{area:.1f}", "ceiling": f"{ceiling * here:.1f}"}
            made.findings.append(Finding("warning", "desk.over_ceiling", "room", room, "area_m2", values=values))
    return placed


def _leave(row: Row, heads: int, ask: Ask, made: Draft) -> None:
    """End a row the day before; who does not go along keeps the room from the day on."""
    began = row["valid_from"]
    made.ended.append(row["occupancy_id"])
    stay = int(row["head_count"]) - heads
    if began is not None and began >= ask.on:  # it never held on an earlier day
        if stay:
            made.puts.append({**row, "head_count": stay})
        else:
            made.removes.append(row["occupancy_id"])
        return
    before = (dt.date.fromisoformat(ask.on) - dt.timedelta(days=1)).isoformat()
    made.puts.append({**row, "valid_to": before})
    if stay:
        made.puts.append({**row, "occupancy_id": f"stay-{secrets.token_hex(6)}", "head_count": stay, "valid_from": ask.on})
