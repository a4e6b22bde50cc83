"""One day of the register with what every rule and indicator asks of it: who holds which room, what things are called."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from twin.model.register import REGISTER_TABLES
from twin.model.tables import TABLES
from twin.space.register.certificates import in_force, rooms_by_certificate
from twin.space.register.edits import here, records, want_day

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot
    from twin.space.register.edits import Row

__all__ = ["Ground", "within"]


class Ground:
    """A snapshot on a day; each table is read once."""

    def __init__(self, snapshot: Snapshot, on: str) -> None:
        """Remember both.

        Raises
        ------
        UsageError
            ``past.bad_day``.
        """
        want_day(on)
        self.snapshot, self.on = snapshot, on
        self._tables: dict[str, list[Row]] = {}

    def rows(self, table: str) -> list[Row]:
        """Give a table's rows."""
        if table not in self._tables:
            self._tables[table] = records(self.snapshot, table)
        return self._tables[table]

    def days_since(self, day: str) -> int:
        """Give the days from one day to the day asked about."""
        return (dt.date.fromisoformat(self.on) - dt.date.fromisoformat(day)).days

    @cached_property
    def departments(self) -> dict[str, str]:
        """Name departments by key."""
        return {row["department_id"]: row["name"] or row["department_id"] for row in self.rows("department")}

    @cached_property
    def buildings(self) -> dict[str, str]:
        """Name buildings by key."""
        return {row["building_id"]: row["name"] or row["building_id"] for row in self.rows("building")}

    @cached_property
    def rooms(self) -> dict[str, Row]:
        """Give rooms by key."""
        return {row["room_id"]: row for row in self.rows("room")}

    @cached_property
    def uses(self) -> list[Row]:
        """Give the occupancies of the day."""
        return here(self.rows("occupancy"), self.on)

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Give the departments that hold each room on the day."""
        found: dict[str, set[str]] = {}
        for row in self.uses:
            found.setdefault(row["room_id"], set()).add(row["department_id"])
        return found

    @cached_property
    def heads(self) -> dict[str, int]:
        """Give the people who sit in each room on the day."""
        found: dict[str, int] = {}
        for row in self.uses:
            found[row["room_id"]] = found.get(row["room_id"], 0) + (row["head_count"] or 0)
        return found

    @cached_property
    def certified(self) -> dict[str, set[str]]:
        """Give the departments that a certificate in force names each room for."""
        named = rooms_by_certificate(self.snapshot)
        found: dict[str, set[str]] = {}
        for row in self.rows("certificate"):
            if in_force(row, self.on):
                for room in named[row["certificate_id"]]:
                    found.setdefault(room, set()).add(row["department_id"])
        return found

    @cached_property
    def leased_rooms(self) -> set[str]:
        """Name the rooms that are rented from others on the day."""
        return {row["room_id"] for row in here(self.rows("lease"), self.on) if row["lease_class"] == "in" and row["room_id"]}

    def vacant_m2(self, on: str) -> float:
        """Give the area of own offices that nobody held on a day; rooms rented from others are not own."""
        held = {row["room_id"] for row in here(self.rows("occupancy"), on)}
        free = (row for row in self.rooms.values() if row["room_class"] == "office" and row["room_id"] not in held)
        return sum((row["area_m2"] or 0.0) for row in free if row["room_id"] not in self.leased_rooms)

    def place(self, room: str | None, building: str | None = None) -> str:
        """Say where a room or a building is, as people call it."""
        row = self.rooms.get(room or "")
        if row is None:
            return self.buildings.get(building or "", building or room or "")
        return f"{self.buildings.get(row['building_id'], row['building_id'])} {row['number'] or row['name'] or room}"

    def who(self, department: str | None) -> str:
        """Name a department."""
        return self.departments.get(department or "", department or "")


def within(snapshot: Snapshot, building: str) -> Snapshot:
    """Give the part of a snapshot that is about one building: its rooms, who holds them, and what the register says of them."""
    rooms = snapshot.frame("room")
    rooms = rooms[rooms["building_id"] == building]
    houses, floors = snapshot.frame("building"), snapshot.frame("floor")
    frames = {
        "building": houses[houses["building_id"] == building], "floor": floors[floors["building_id"] == building], "room": rooms,
    }  # fmt: skip
    for name in ("occupancy", *(table.name for table in REGISTER_TABLES)):
        frame, columns = snapshot.frame(name), TABLES[name].by_name
        kept = frame["room_id"].isin(rooms.index) if "room_id" in columns else None
        if "building_id" in columns:
            here_too = frame["building_id"] == building
            kept = here_too if kept is None else kept | here_too
        if kept is not None:
            frames[name] = frame[kept.fillna(value=False).to_numpy(dtype=bool)]
    cases, named = snapshot.frame("adjustment"), set(frames["adjustment_room"]["adjustment_id"])
    papers, listed = snapshot.frame("certificate"), set(frames["certificate_room"]["certificate_id"])
    frames["adjustment"] = cases[cases["adjustment_id"].isin(named)]
    frames["certificate"] = papers[papers["certificate_id"].isin(listed)]
    return snapshot.replaced(frames, snapshot.version)
