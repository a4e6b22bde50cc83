"""Verify the change log: every entry against its hash, the entry before it, and what is remembered outside the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twin.model.findings import Finding
from twin.store.chain import LineDigest, entry_hash, lines_by_set
from twin.store.heads import Head
from twin.store.layout import now
from twin.store.sql import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twin.store.repository import Store

__all__ = ["Verdict", "accept", "inner_faults", "outer_faults", "verify"]

_TABLE = "twin_change_set"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: how many entries and lines, the hash of the newest, how many are remembered outside, and faults."""

    entries: int
    lines: int
    head: str
    remembered: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """True where the log is as it was written and the outside memory vouches for it."""
        return not self.findings


def verify(store: Store) -> Verdict:
    """Look through the whole log; where it is sound, its head is remembered from now on.

    An entry that was changed, taken out, put elsewhere or added is named; a tail that was cut off is known by the heads kept
    outside (`twin.store.heads`), and so is a log that was written anew with sound hashes.
    """
    tables = schema(0)
    with store.reading() as connection:
        entries = [dict(row) for row in connection.execute(select(tables.change_set).order_by("set_id")).mappings()]
        digests = dict(lines_by_set(connection, tables.change))
        open_to_all = store.place.ways.unguarded(connection)
    heads = store.place.heads.read()
    findings = [*_inside(entries, digests), *_outside(entries, heads)]
    findings += [Finding("error", "log.unguarded", table) for table in open_to_all]
    newest = entries[-1] if entries else None
    if newest and not findings and not any(head.set == newest["set_id"] for head in heads):
        store.place.heads.remember(Head("verified", newest["set_id"], newest["hash"], now(), "verify"))
    lines = sum(held.count for held in digests.values())
    return Verdict(len(entries), lines, newest["hash"] if newest else "", len(heads), tuple(findings))


def inner_faults(store: Store) -> list[Finding]:
    """Look through the log of a store alone, whatever is remembered of it."""
    tables = schema(0)
    with store.reading() as connection:
        entries = [dict(row) for row in connection.execute(select(tables.change_set).order_by("set_id")).mappings()]
        return _inside(entries, dict(lines_by_set(connection, tables.change)))


def outer_faults(store: Store) -> list[Finding]:
    """Hold the entries of a store against what is remembered of them, without reading their lines."""
    tables = schema(0)
    with store.reading() as connection:
        entries = [dict(row) for row in connection.execute(select(tables.change_set).order_by("set_id")).mappings()]
    return _outside(entries, store.place.heads.read())


def accept(store: Store, actor: str) -> Head:
    """Take the log as it is for true from now on: what was remembered outside no longer counts, though it stays in its file.

    A fault inside the log stays a fault.
    """
    entries = store.log(1)
    number, hashed = (entries[0]["set_id"], entries[0]["hash"]) if entries else (0, "")
    head = Head("accepted", number, hashed, now(), actor)
    store.place.heads.remember(head)
    return head


def _inside(entries: Sequence[dict[str, Any]], digests: dict[int, LineDigest]) -> list[Finding]:
    """Hold each entry against its hash and its forerunner."""
    findings, previous, expected = [], "", 1
    for entry in entries:
        number = entry["set_id"]
        if number != expected:
            findings.append(_found("log.missing", expected, last=number - 1))
        elif entry["previous"] != previous:
            findings.append(_found("log.broken", number))
        if entry["hash"] != entry_hash(entry, digests.get(number, LineDigest()).hex()):
            findings.append(_found("log.altered", number, at=entry["at"], actor=entry["actor"]))
        previous, expected = entry["hash"], number + 1
    known = {entry["set_id"] for entry in entries}
    strays = sorted(number for number in digests if number not in known)
    return findings + [_found("log.stray_lines", number, lines=digests[number].count) for number in strays]


def _outside(entries: Sequence[dict[str, Any]], heads: Sequence[Head]) -> list[Finding]:
    """Hold the entries against what is remembered of them."""
    if not entries and not any(head.set for head in heads):
        return []
    if not heads:
        return [_found("log.no_head", entries[-1]["set_id"])]
    last = entries[-1]["set_id"] if entries else 0
    hashes = {entry["set_id"]: entry["hash"] for entry in entries}
    findings = []
    newest = max(heads, key=lambda head: head.set)
    if newest.set > last:
        findings.append(_found("log.cut", last + 1, last=newest.set, at=newest.at))
    wrong = sorted({head.set for head in heads if head.set in hashes and hashes[head.set] != head.hash})
    findings += [_found("log.rewritten", number) for number in wrong]
    return findings


def _found(code: str, number: int, **values: object) -> Finding:
    return Finding("error", code, _TABLE, f"#{number}", values={"set": number, **values})
