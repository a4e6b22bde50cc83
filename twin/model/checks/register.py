"""The register: days in the order in which things happen, steps that need each other, and no room or number given twice."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from twin.model.findings import Finding
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twin.model.snapshot import Snapshot

__all__ = ["ORDER", "register"]

ORDER: dict[str, tuple[tuple[str, str], ...]] = {
    "ownership": (("valid_from", "valid_to"),),
    "certificate": (("issued", "expires"), ("issued", "revoked")),
    "leader_office": (("valid_from", "valid_to"), ("valid_from", "post_ended")),
    "adjustment": (("requested", "decided"), ("decided", "deadline"), ("decided", "done")),
    "lease": (("valid_from", "valid_to"),),
    "disposal": (("decided", "done"),),
    "repair": (("decided", "started"), ("started", "finished"), ("finished", "warranty_to")),
    "inspection": (("inspected", "deadline"), ("inspected", "rectified")),
    "room_offer": (("offered", "until"), ("offered", "taken")),
}
"""By table: pairs of columns of which the first cannot be after the second."""
_NEEDS: dict[str, tuple[tuple[str, str], ...]] = {
    "certificate": (("revoked", "reason"),),
    "leader_office": (("post_ended", "ended_by"),),
    "adjustment": (("decided", "decision"), ("decision", "decided"), ("done", "decided")),
    "inspection": (("finding", "inspected"), ("finding", "deadline"), ("rectified", "finding"), ("score", "inspected")),
    "room_offer": (("taken", "taken_by_id"),),
}
"""By table: where the first column is filled, the second must be."""


def register(snapshot: Snapshot) -> Iterator[Finding]:
    """Find what cannot be so in the tables of the register."""
    for table, pairs in ORDER.items():
        yield from _out_of_order(snapshot, table, pairs)
    for table, pairs in _NEEDS.items():
        yield from _missing(snapshot, table, pairs)
    yield from _twice(snapshot)
    yield from _cases(snapshot)


def _column(snapshot: Snapshot, table: str, name: str) -> list[str]:
    """Give a column as text, empty where nothing is."""
    frame = snapshot.frame(table)[name]
    return ["" if absent else str(value) for value, absent in zip(frame, frame.isna(), strict=True)]


def _out_of_order(snapshot: Snapshot, table: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    for first, then in pairs:
        days = zip(snapshot.keys(table), _column(snapshot, table, first), _column(snapshot, table, then), strict=True)
        for key, one, other in days:
            if one and other and other[:10] < one[:10]:
                zh = TABLES[table].by_name
                words = {
                    "first": zh[first].zh,
                    "first_en": first,
                    "one": one,
                    "then": zh[then].zh,
                    "then_en": then,
                    "other": other,
                }
                yield Finding("error", "check.days_turned", table, key, then, values=words)


def _missing(snapshot: Snapshot, table: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    for given, wanted in pairs:
        for key, one, other in zip(
            snapshot.keys(table), _column(snapshot, table, given), _column(snapshot, table, wanted), strict=True
        ):
            if one and not other:
                zh = TABLES[table].by_name
                words = {"given": zh[given].zh, "given_en": given, "wanted": zh[wanted].zh, "wanted_en": wanted}
                yield Finding("error", "check.step_missing", table, key, wanted, values=words)


def _twice(snapshot: Snapshot) -> Iterator[Finding]:
    """Find certificates of one number, and rooms that two certificates name on the same day."""
    held: dict[str, list[str]] = defaultdict(list)
    for key, number in zip(snapshot.keys("certificate"), _column(snapshot, "certificate", "number"), strict=True):
        held[number].append(str(key))
    for number, keys in held.items():
        for key in keys[1:]:
            yield Finding(
                "error", "check.number_twice", "certificate", key, "number", values={"number": number, "other": keys[0]}
            )
    days = (_column(snapshot, "certificate", name) for name in ("certificate_id", "issued", "expires", "revoked"))
    spans = {
        key: (issued, min(filter(None, (expires, revoked, "9999")))) for key, issued, expires, revoked in zip(*days, strict=True)
    }
    rooms: dict[str, list[str]] = defaultdict(list)
    for certificate, room in zip(
        *(_column(snapshot, "certificate_room", name) for name in ("certificate_id", "room_id")), strict=True
    ):
        if certificate in spans:
            rooms[room].append(certificate)
    for room, keys in rooms.items():
        keys.sort(key=spans.__getitem__)
        for one, other in pairwise(keys):
            if spans[other][0] < spans[one][1] and spans[other][0] < spans[other][1]:
                words = {"room": room, "other": one}
                yield Finding("warning", "check.room_certified_twice", "certificate", other, values=words)


def _cases(snapshot: Snapshot) -> Iterator[Finding]:
    """Find cases that were done although refused, that name no room, and leases of nothing."""
    named = set(_column(snapshot, "adjustment_room", "adjustment_id"))
    cases = (_column(snapshot, "adjustment", name) for name in ("adjustment_id", "decision", "done"))
    for key, decision, done in zip(*cases, strict=True):
        if decision == "rejected" and done:
            yield Finding("error", "check.done_though_refused", "adjustment", key, "done")
        if key not in named:
            yield Finding("warning", "check.case_without_rooms", "adjustment", key)
    leases = (_column(snapshot, "lease", name) for name in ("lease_id", "building_id", "room_id"))
    for key, building, room in zip(*leases, strict=True):
        if not building and not room:
            yield Finding("warning", "check.lease_of_nothing", "lease", key, "building_id")
