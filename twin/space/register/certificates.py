"""Certificates of use (使用凭证): issued to a department for the rooms it holds, cut short, revoked; and what a print says.

A print carries a payload ``DT1|number|rooms|digest`` in its QR code. The digest is a SHA-256 over number, department, agreement,
area, days and the keys of all its rooms, so that whoever has a copy of the register can tell, without a network, a print that
says what the register says from one that was altered or replaced. It is no signature: a copy of a true print verifies too.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from twin.model.errors import UsageError
from twin.model.words import say
from twin.space.register.edits import Edits, fresh, here, records, row_of, want_day, want_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.model.snapshot import Snapshot
    from twin.space.register.edits import Row

__all__ = ["Outcome", "Print", "Verdict", "in_force", "issue", "print_of", "revoke", "rooms_by_certificate", "run_out", "verify"]

_TAG = "DT1"
_DIGITS = 24
"""Hexadecimal digits of the digest that a print carries: 96 bits."""
_NAMED = 6
"""Rooms that a payload names by key; of more it gives their number."""

Outcome = Literal["sound", "expired", "revoked", "not_begun", "altered", "unknown", "unreadable"]


@dataclass(frozen=True, slots=True)
class Print:
    """What a printed certificate says; `rooms` are (place, number, use, m²)."""

    number: str
    department: str
    agreement: str
    area_m2: float
    issued: str
    expires: str
    revoked: str
    rooms: tuple[tuple[str, str, str, float], ...]
    payload: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the register says of a payload; `certificate` is the row of its number, None where there is none."""

    outcome: Outcome
    certificate: Row | None
    rooms: tuple[str, ...]


def rooms_by_certificate(snapshot: Snapshot) -> dict[str, list[str]]:
    """Give the rooms that each certificate names, in key order."""
    found: dict[str, list[str]] = {key: [] for key in snapshot.keys("certificate")}
    for row in records(snapshot, "certificate_room"):
        found.setdefault(row["certificate_id"], []).append(row["room_id"])
    return {key: sorted(set(rooms)) for key, rooms in found.items()}


def in_force(certificate: Row, day: str) -> bool:
    """Tell whether a certificate holds on a day: from the day of issue to the last, and before the day it was revoked."""
    begun = (certificate["issued"] or day) <= day <= (certificate["expires"] or day)
    return begun and not (certificate["revoked"] and certificate["revoked"] <= day)


def issue(snapshot: Snapshot, department: str, number: str, on: str, rooms: Sequence[str] = (), **more: str) -> Edits:
    """Issue a certificate for rooms that a department holds on the day.

    Parameters
    ----------
    rooms
        Keys; empty for all rooms that it holds alone on the day.
    more
        ``expires`` (last day), ``agreement``, ``note``.

    Raises
    ------
    UsageError
        ``register.number_taken``; ``register.not_holder`` if it does not hold a room; ``register.no_rooms`` if none is left;
        ``register.certified`` if a certificate in force names one already; ``past.bad_day``; ``register.turned``.
    """
    want_day(on, more.get("expires", ""))
    want_keys(snapshot, "department", [department])
    want_keys(snapshot, "room", rooms)
    if more.get("expires") and more["expires"] < on:
        raise UsageError("register.turned", first=on, then=more["expires"])
    held = records(snapshot, "certificate")
    if any(row["number"] == number for row in held):
        raise UsageError("register.number_taken", number=number)
    wanted = list(dict.fromkeys(rooms)) or _held_alone(snapshot, department, on)
    _want_free(snapshot, department, wanted, on)
    area = dict(zip(snapshot.keys("room"), snapshot.column("room", "area_m2"), strict=True))
    key = fresh(snapshot, "certificate", "PZ")[0]
    row = {
        "certificate_id": key, "number": number, "department_id": department, "agreement": more.get("agreement") or None,
        "area_m2": round(float(sum(area[room] for room in wanted)), 2), "issued": on, "expires": more.get("expires") or None,
        "note": more.get("note") or None,
    }  # fmt: skip
    keys = fresh(snapshot, "certificate_room", "PF", len(wanted))
    named = [
        {"certificate_room_id": name, "certificate_id": key, "room_id": room} for name, room in zip(keys, wanted, strict=True)
    ]
    return Edits({"certificate": [row], "certificate_room": named})


def _held_alone(snapshot: Snapshot, department: str, on: str) -> list[str]:
    """Name the rooms that one department alone holds on a day."""
    holders: dict[str, set[str]] = {}
    for row in here(records(snapshot, "occupancy"), on):
        holders.setdefault(row["room_id"], set()).add(row["department_id"])
    return sorted(room for room, who in holders.items() if who == {department})


def _want_free(snapshot: Snapshot, department: str, rooms: Sequence[str], on: str) -> None:
    """Refuse rooms that the department does not hold, or that another certificate in force names."""
    if not rooms:
        raise UsageError("register.no_rooms", department=department, day=on)
    holding = {row["room_id"] for row in here(records(snapshot, "occupancy"), on) if row["department_id"] == department}
    strangers = [room for room in rooms if room not in holding]
    if strangers:
        raise UsageError("register.not_holder", department=department, rooms=", ".join(strangers[:5]), day=on)
    named = rooms_by_certificate(snapshot)
    for row in records(snapshot, "certificate"):
        again = sorted(set(named[row["certificate_id"]]) & set(rooms))
        if again and in_force(row, on):
            raise UsageError("register.certified", number=row["number"], rooms=", ".join(again[:5]))


def run_out(snapshot: Snapshot, certificate: str, last: str) -> Edits:
    """Set the last day of a certificate; a print made before says otherwise and must be made anew.

    Raises
    ------
    UsageError
        ``register.revoked_already``, ``register.turned``, ``past.bad_day``.
    """
    row = _open(snapshot, certificate, last)
    return Edits({"certificate": [row | {"expires": last}]}, (say("register.note.print_again", number=row["number"]),))


def revoke(snapshot: Snapshot, certificate: str, on: str, reason: str) -> Edits:
    """Revoke a certificate from a day on.

    Raises
    ------
    UsageError
        ``register.no_reason``; ``register.revoked_already``; ``register.turned``; ``past.bad_day``.
    """
    row = _open(snapshot, certificate, on)
    if not reason.strip():
        raise UsageError("register.no_reason")
    return Edits({"certificate": [row | {"revoked": on, "reason": reason.strip()}]})


def _open(snapshot: Snapshot, certificate: str, on: str) -> Row:
    """Give a certificate that is not revoked, by key or number, issued by a day."""
    want_day(on)
    key = next((row["certificate_id"] for row in records(snapshot, "certificate") if row["number"] == certificate), certificate)
    row = row_of(snapshot, "certificate", key)
    if row["revoked"]:
        raise UsageError("register.revoked_already", number=row["number"], day=row["revoked"])
    if row["issued"] and on < row["issued"]:
        raise UsageError("register.turned", first=row["issued"], then=on)
    return row


def _digest(row: Row, rooms: Sequence[str]) -> str:
    area = "" if row["area_m2"] is None else f"{row['area_m2']:.2f}"
    said = [row["number"], row["department_id"], row["agreement"], area, row["issued"], row["expires"], *sorted(rooms)]
    return hashlib.sha256("\x1f".join("" if part is None else str(part) for part in said).encode()).hexdigest()[:_DIGITS]


def _payload(row: Row, rooms: Sequence[str]) -> str:
    named = "+".join(sorted(rooms)) if len(rooms) <= _NAMED else f"#{len(rooms)}"
    return "|".join((_TAG, row["number"], named, _digest(row, rooms)))


def print_of(snapshot: Snapshot, certificate: str) -> Print:
    """Give what the print of a certificate says, by key or number.

    Raises
    ------
    UnknownKeyError
        If there is no such certificate.
    """
    key = next((row["certificate_id"] for row in records(snapshot, "certificate") if row["number"] == certificate), certificate)
    row = row_of(snapshot, "certificate", key)
    rooms = rooms_by_certificate(snapshot)[key]
    names = dict(zip(snapshot.keys("department"), snapshot.column("department", "name"), strict=True))
    return Print(
        number=row["number"],
        department=str(names.get(row["department_id"]) or row["department_id"]),
        agreement=row["agreement"] or "",
        area_m2=row["area_m2"] or 0.0,
        issued=row["issued"] or "",
        expires=row["expires"] or "",
        revoked=row["revoked"] or "",
        rooms=tuple(_room_lines(snapshot, rooms)),
        payload=_payload(row, rooms),
    )


def _room_lines(snapshot: Snapshot, rooms: Sequence[str]) -> list[tuple[str, str, str, float]]:
    """Give place, number, use and area of rooms, in the order in which one walks."""
    house = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    floors = {row["floor_id"]: row for row in records(snapshot, "floor")}
    wanted, found = set(rooms), []
    for row in records(snapshot, "room"):
        if row["room_id"] in wanted:
            floor = floors.get(row["floor_id"], {})
            place = " ".join(filter(None, (house.get(row["building_id"]) or row["building_id"], floor.get("name"))))
            order = (str(row["building_id"]), floor.get("number") or 0, str(row["number"] or ""), row["room_id"])
            found.append((order, (place, row["number"] or "", row["room_class"], row["area_m2"])))
    return [line for _, line in sorted(found)]


def verify(snapshot: Snapshot, payload: str, on: str) -> Verdict:
    """Hold the payload of a print against the register as it is on a day.

    Returns
    -------
    ``sound`` only where the register has the certificate, says of it what the print says, and it is in force on the day.

    Raises
    ------
    UsageError
        ``past.bad_day``.
    """
    want_day(on)
    parts = payload.strip().split("|")
    if len(parts) != len(("tag", "number", "rooms", "digest")) or parts[0] != _TAG:
        return Verdict("unreadable", None, ())
    row = next((row for row in records(snapshot, "certificate") if row["number"] == parts[1]), None)
    if row is None:
        return Verdict("unknown", None, ())
    rooms = rooms_by_certificate(snapshot)[row["certificate_id"]]
    outcome: Outcome = "sound"
    if _payload(row, rooms) != payload.strip():
        outcome = "altered"
    elif row["revoked"] and row["revoked"] <= on:
        outcome = "revoked"
    elif row["issued"] and on < row["issued"]:
        outcome = "not_begun"
    elif row["expires"] and row["expires"] < on:
        outcome = "expired"
    return Verdict(outcome, row, tuple(rooms))
