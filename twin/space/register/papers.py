"""Papers: certificates of use that are missing, have run out or name rooms held no more; leases; ownership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twin.space.register.breach import Breach
from twin.space.register.certificates import in_force, rooms_by_certificate
from twin.space.register.clauses import day_after
from twin.space.register.edits import here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.space.register.edits import Row
    from twin.space.register.ground import Ground

__all__ = ["papers"]


def papers(ground: Ground) -> Iterator[Breach]:
    """Find what breaks a rule about certificates, leases and ownership."""
    yield from _certificates(ground)
    yield from _missing(ground)
    yield from _leases(ground)
    yield from _ownership(ground)


def _certificates(ground: Ground) -> Iterator[Breach]:
    """Find certificates that ran out while rooms are still held, and those in force for rooms that are not."""
    named = rooms_by_certificate(ground.snapshot)
    for row in ground.rows("certificate"):
        rooms, department = named[row["certificate_id"]], row["department_id"]
        kept = [room for room in rooms if department in ground.holders.get(room, ())]
        at = ("certificate", row["certificate_id"], ground.who(department))
        if in_force(row, ground.on):
            if left := len(rooms) - len(kept):
                lost = next(room for room in rooms if room not in kept)
                values = {"number": row["number"], "count": left, "all": len(rooms)}
                yield Breach("certificate_stale", *at, ground.place(lost), "", values)
        elif not (row["revoked"] and row["revoked"] <= ground.on) and row["expires"] and row["expires"] < ground.on:
            bare = [room for room in kept if department not in ground.certified.get(room, ())]
            if bare:
                values = {"number": row["number"], "expires": row["expires"], "count": len(bare)}
                yield Breach("certificate_expired", *at, ground.place(bare[0]), day_after(row["expires"]), values)


def _missing(ground: Ground) -> Iterator[Breach]:
    """Find departments that hold rooms alone for which no certificate was ever issued."""
    named = rooms_by_certificate(ground.snapshot)
    ever = {
        (row["department_id"], room)
        for row in ground.rows("certificate")
        if not row["revoked"] or row["revoked"] > ground.on
        for room in named[row["certificate_id"]]
    }
    bare: dict[str, list[str]] = {}
    for room, who in sorted(ground.holders.items()):
        for department in who if len(who) == 1 else ():
            if (department, room) not in ever and department not in ground.certified.get(room, ()):
                bare.setdefault(department, []).append(room)
    for department, rooms in sorted(bare.items()):
        area = sum(ground.rooms[room]["area_m2"] or 0.0 for room in rooms if room in ground.rooms)
        values = {"count": len(rooms), "area": f"{area:,.2f}"}
        yield Breach("certificate_missing", "department", department, ground.who(department), ground.place(rooms[0]), "", values)


def _leases(ground: Ground) -> Iterator[Breach]:
    """Find leases from others that ran out while in use, unapproved ones, and those begun while own offices stood empty."""
    current = here(ground.rows("lease"), ground.on)
    for row in ground.rows("lease"):
        if row["lease_class"] != "in":
            continue
        at = ("lease", row["lease_id"], ground.who(row["department_id"]), ground.place(row["room_id"], row["building_id"]))
        rent = 0.0 if row["rent_yuan_year"] is None else row["rent_yuan_year"]
        values = {"area": f"{row['area_m2'] or 0.0:,.0f}", "rent": f"{rent:,.0f}", "lease": row["lease_id"]}
        ended = bool(row["valid_to"]) and row["valid_to"] < ground.on
        if ended and _still_used(ground, row) and not _followed(row, current):
            yield Breach("lease_expired", *at, day_after(row["valid_to"]), values | {"last": row["valid_to"]})
        if ended or (row["valid_from"] or ground.on) > ground.on:
            continue
        if not row["document"]:
            yield Breach("lease_unapproved", *at, row["valid_from"] or "", values)
        free = ground.vacant_m2(row["valid_from"]) if row["valid_from"] else 0.0
        if free and free >= (row["area_m2"] or 0.0):
            yield Breach("order", *at, row["valid_from"], values | {"free": f"{free:,.0f}"})


def _still_used(ground: Ground, lease: Row) -> bool:
    """Tell whether somebody holds the room of a lease, or its department a room of the building, on the day."""
    if lease["room_id"]:
        return lease["room_id"] in ground.holders
    mine = (room for room, who in ground.holders.items() if lease["department_id"] in who)
    return any(ground.rooms.get(room, {}).get("building_id") == lease["building_id"] for room in mine)


def _followed(lease: Row, current: list[Row]) -> bool:
    """Tell whether another lease in force goes on where one ended: same place and department, no smaller."""
    return any(
        all(row[name] == lease[name] for name in ("lease_class", "building_id", "room_id", "department_id"))
        and (row["area_m2"] or 0.0) >= (lease["area_m2"] or 0.0)
        for row in current
    )


def _ownership(ground: Ground) -> Iterator[Breach]:
    """Find buildings whose ownership is not registered."""
    for row in here(ground.rows("ownership"), ground.on):
        if row["registration"] != "registered":
            values = {"state": row["registration"], "area": f"{row['deed_area_m2'] or 0.0:,.0f}"}
            place = ground.place(None, row["building_id"])
            yield Breach(
                "unregistered", "ownership", row["ownership_id"], row["owner"] or "", place, row["valid_from"] or "", values
            )
