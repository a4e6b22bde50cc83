"""Cases in which rooms change hands: 调剂, 腾退, 清退, 置换. Asked for, decided with a document, done on a day.

Done is what moves people: from that day on the rooms are held by others, through the dated occupancies and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from twin.model.validity import day_before
from twin.model.words import say
from twin.space.register.certificates import in_force, rooms_by_certificate
from twin.space.register.edits import Edits, fresh, here, records, row_of, want_day, want_keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twin.model.snapshot import Snapshot
    from twin.model.words import Text
    from twin.space.register.edits import Row

__all__ = ["CLASSES", "decide", "finish", "request"]

CLASSES = ("reallocate", "vacate", "clear", "exchange")
"""调剂 to another department, 腾退 by order, 清退 of who has no right, 置换 of one for another."""


def request(snapshot: Snapshot, kind: str, on: str, given: Sequence[str], returned: Sequence[str] = (), **more: str) -> Edits:
    """Ask for a case.

    Parameters
    ----------
    kind
        One of `CLASSES`.
    given, returned
        Rooms that go from the first department to the second, and (置换 only) the other way.
    more
        ``from_department``, ``to_department``, ``reason``.

    Raises
    ------
    UsageError
        ``register.bad_case`` if the parties do not fit the kind; ``register.no_rooms_named``; ``past.bad_day``.
    """
    want_day(on)
    giver, taker = more.get("from_department", ""), more.get("to_department", "")
    want_keys(snapshot, "department", [key for key in (giver, taker) if key])
    want_keys(snapshot, "room", [*given, *returned])
    if not given:
        raise UsageError("register.no_rooms_named")
    needs = {
        "reallocate": bool(taker),
        "vacate": bool(giver),
        "clear": bool(giver),
        "exchange": bool(giver and taker and returned),
    }
    if kind not in needs or not needs[kind] or giver == taker or (bool(returned) and kind != "exchange"):
        raise UsageError("register.bad_case", kind=kind)
    key = fresh(snapshot, "adjustment", "TJ")[0]
    case = {
        "adjustment_id": key, "adjustment_class": kind, "from_department_id": giver or None, "to_department_id": taker or None,
        "requested": on, "reason": more.get("reason") or None,
    }  # fmt: skip
    sides = [(room, "given") for room in dict.fromkeys(given)] + [(room, "returned") for room in dict.fromkeys(returned)]
    keys = fresh(snapshot, "adjustment_room", "TF", len(sides))
    rooms: list[Row] = [
        {"adjustment_room_id": name, "adjustment_id": key, "room_id": room, "side": side}
        for name, (room, side) in zip(keys, sides, strict=True)
    ]
    return Edits({"adjustment": [case], "adjustment_room": rooms})


def decide(snapshot: Snapshot, case: str, on: str, decision: str, document: str, deadline: str = "") -> Edits:
    """Decide a case that was asked for: approved or rejected, with the number of the paper.

    Raises
    ------
    UsageError
        ``register.decided_already``; ``register.no_document``; ``register.turned``; ``past.bad_day``.
    """
    want_day(on, deadline)
    row = row_of(snapshot, "adjustment", case)
    if row["decided"]:
        raise UsageError("register.decided_already", case=case, day=row["decided"])
    if not document.strip():
        raise UsageError("register.no_document")
    for first, then in ((row["requested"], on), (on, deadline or on)):
        if first and then < first:
            raise UsageError("register.turned", first=first, then=then)
    made = {"decided": on, "decision": decision, "document": document.strip(), "deadline": deadline or None}
    return Edits({"adjustment": [row | made]})


def finish(snapshot: Snapshot, case: str, on: str, heads: Mapping[str, tuple[str, int]] | None = None) -> Edits:
    """Do an approved case: from `on` its rooms are in other hands.

    Parameters
    ----------
    on
        First day of the new order; what held before ends the day before.
    heads
        Rank and number of the people who will sit in a room; a room left out is held with nobody counted yet.

    Returns
    -------
    The case, ended and new occupancies, and offers of these rooms closed; `notes` name certificates that no longer fit.

    Raises
    ------
    UsageError
        ``register.not_approved``; ``register.done_already``; ``register.turned``; ``register.not_holder`` if a department does
        not hold the room that it is to give; ``register.other_holder`` if somebody else sits there too.
    """
    want_day(on)
    row = row_of(snapshot, "adjustment", case)
    if row["done"]:
        raise UsageError("register.done_already", case=case, day=row["done"])
    if row["decision"] != "approved":
        raise UsageError("register.not_approved", case=case)
    if row["decided"] and on < row["decided"]:
        raise UsageError("register.turned", first=row["decided"], then=on)
    named = [one for one in records(snapshot, "adjustment_room") if one["adjustment_id"] == case]
    parties = (row["from_department_id"], row["to_department_id"])
    ended: list[Row] = []
    begun: list[Row] = []
    for one in named:
        giver, taker = parties if one["side"] == "given" else parties[::-1]
        ended += _leave(snapshot, one["room_id"], giver, on)
        if taker:
            rank, count = (heads or {}).get(one["room_id"], ("", 0))
            begun.append(
                {"room_id": one["room_id"], "department_id": taker, "rank": rank or None, "head_count": count, "valid_from": on}
            )
    keys = fresh(snapshot, "occupancy", f"{case}-", len(begun))
    uses = ended + [{"occupancy_id": key, **use} for key, use in zip(keys, begun, strict=True)]
    rooms = {one["room_id"] for one in named}
    edits = {"adjustment": [row | {"done": on}], "occupancy": uses, "room_offer": _close(snapshot, begun, on)}
    return Edits({name: held for name, held in edits.items() if held}, tuple(_stale(snapshot, rooms, on)))


def _leave(snapshot: Snapshot, room: str, giver: str | None, on: str) -> list[Row]:
    """End what a department holds of a room; without a department the room must be empty."""
    held = [row for row in here(records(snapshot, "occupancy"), on) if row["room_id"] == room]
    mine = [row for row in held if row["department_id"] == giver]
    if giver and not mine:
        raise UsageError("register.not_holder", department=giver, rooms=room, day=on)
    if len(mine) < len(held):
        others = sorted({row["department_id"] for row in held} - {giver})
        raise UsageError("register.other_holder", room=room, departments=", ".join(others))
    begins = [row for row in mine if row["valid_from"] == on]
    if begins:
        raise UsageError("register.begun_today", room=room, day=on)
    return [row | {"valid_to": day_before(on)} for row in mine]


def _close(snapshot: Snapshot, begun: Sequence[Row], on: str) -> list[Row]:
    """Close the offers of rooms that somebody takes."""
    takers = {use["room_id"]: use["department_id"] for use in begun}
    return [
        row | {"taken": on, "taken_by_id": takers[row["room_id"]]}
        for row in records(snapshot, "room_offer")
        if row["room_id"] in takers and not row["taken"] and row["offered"] <= on <= (row["until"] or on)
    ]


def _stale(snapshot: Snapshot, rooms: set[str], on: str) -> list[Text]:
    """Name the certificates in force that still name rooms which change hands."""
    named = rooms_by_certificate(snapshot)
    return [
        say("register.note.certificate_stale", number=row["number"], count=len(rooms & set(named[row["certificate_id"]])))
        for row in records(snapshot, "certificate")
        if in_force(row, on) and rooms & set(named[row["certificate_id"]])
    ]
