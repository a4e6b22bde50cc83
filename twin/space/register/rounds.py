"""Inspections (巡检): planned, made, what was found, put right; and idle rooms (闲置房源) offered across departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from twin.space.register.edits import Edits, fresh, here, records, row_of, want_day, want_keys

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot

__all__ = ["inspect", "offer", "plan_inspection", "rectify", "withdraw"]


def plan_inspection(snapshot: Snapshot, building: str, on: str, room: str = "", department: str = "") -> Edits:
    """Plan an inspection of a building or a room for a day.

    Raises
    ------
    UsageError
        ``past.bad_day``, ``register.room_elsewhere``.
    """
    want_day(on)
    want_keys(snapshot, "building", [building])
    want_keys(snapshot, "department", [department] if department else [])
    if room and row_of(snapshot, "room", room)["building_id"] != building:
        raise UsageError("register.room_elsewhere", room=room, building=building)
    row = {
        "inspection_id": fresh(snapshot, "inspection", "XJ")[0], "building_id": building, "room_id": room or None,
        "department_id": department or None, "planned": on,
    }  # fmt: skip
    return Edits({"inspection": [row]})


def inspect(snapshot: Snapshot, inspection: str, on: str, score: int, **found: str) -> Edits:
    """Record that an inspection was made.

    Parameters
    ----------
    found
        ``finding``, with it ``severity`` and ``deadline``; ``photo``, a path or an address; none of them where all was well.

    Raises
    ------
    UsageError
        ``register.inspected_already``; ``register.no_deadline`` for a finding without one; ``register.turned``; ``past.bad_day``.
    """
    finding, deadline = found.get("finding", ""), found.get("deadline", "")
    want_day(on, deadline)
    row = row_of(snapshot, "inspection", inspection)
    if row["inspected"]:
        raise UsageError("register.inspected_already", inspection=inspection, day=row["inspected"])
    if finding and not deadline:
        raise UsageError("register.no_deadline", inspection=inspection)
    if deadline and deadline < on:
        raise UsageError("register.turned", first=on, then=deadline)
    made = {name: found.get(name) or None for name in ("finding", "severity", "photo", "deadline")}
    return Edits({"inspection": [row | made | {"inspected": on, "score": score}]})


def rectify(snapshot: Snapshot, inspection: str, on: str, photo: str = "") -> Edits:
    """Record that what was found has been put right.

    Raises
    ------
    UsageError
        ``register.nothing_found``; ``register.rectified_already``; ``register.turned``; ``past.bad_day``.
    """
    want_day(on)
    row = row_of(snapshot, "inspection", inspection)
    if not row["finding"]:
        raise UsageError("register.nothing_found", inspection=inspection)
    if row["rectified"]:
        raise UsageError("register.rectified_already", inspection=inspection, day=row["rectified"])
    if row["inspected"] and on < row["inspected"]:
        raise UsageError("register.turned", first=row["inspected"], then=on)
    return Edits({"inspection": [row | {"rectified": on, "photo": photo or row["photo"]}]})


def offer(snapshot: Snapshot, room: str, on: str, department: str = "", until: str = "", note: str = "") -> Edits:
    """Offer a room across departments from a day on: one that stands empty, or one that the department offering it holds.

    Raises
    ------
    UsageError
        ``register.offered_already``; ``register.in_use`` if people sit in it who are not of the department; ``register.turned``.
    """
    want_day(on, until)
    want_keys(snapshot, "room", [room])
    want_keys(snapshot, "department", [department] if department else [])
    if until and until < on:
        raise UsageError("register.turned", first=on, then=until)
    for row in here(records(snapshot, "room_offer"), on, "offered", "until"):
        if row["room_id"] == room and not row["taken"]:
            raise UsageError("register.offered_already", room=room, offer=row["room_offer_id"])
    holders = {row["department_id"] for row in here(records(snapshot, "occupancy"), on) if row["room_id"] == room}
    if holders - {department}:
        raise UsageError("register.in_use", room=room, departments=", ".join(sorted(holders - {department})))
    row = {
        "room_offer_id": fresh(snapshot, "room_offer", "FY")[0], "room_id": room, "department_id": department or None,
        "offered": on, "until": until or None, "note": note or None,
    }  # fmt: skip
    return Edits({"room_offer": [row]})


def withdraw(snapshot: Snapshot, offer_id: str, last: str) -> Edits:
    """Set the last day of an offer that nobody has taken.

    Raises
    ------
    UsageError
        ``register.taken_already``, ``register.turned``, ``past.bad_day``.
    """
    want_day(last)
    row = row_of(snapshot, "room_offer", offer_id)
    if row["taken"]:
        raise UsageError("register.taken_already", offer=offer_id, day=row["taken"])
    if last < row["offered"]:
        raise UsageError("register.turned", first=row["offered"], then=last)
    return Edits({"room_offer": [row | {"until": last}]})
