"""The change log as a chain: every entry carries a hash over all that it says and over the entry before it.

Format 1. The digest of an entry's lines is SHA-256 over one canonical JSON array per line, in order: number, entity, key,
action, row before, row after, as they stand in ``twin_change``. The hash of an entry is SHA-256 over the canonical JSON object
of its columns in ``twin_change_set`` (without the hash itself), that digest, and the hash before. All hashes go through
`digest`, so that another function can stand here one day.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy import Table as SqlTable

__all__ = ["BATCH", "ENTRY", "LINE", "LineDigest", "chain_all", "entry_hash", "lines_by_set"]

ENTRY = ("set_id", "at", "actor", "reason", "source_id", "counts", "previous")
"""Columns of an entry that its hash covers."""
LINE = ("change_id", "entity", "entity_id", "action", "before", "after")
"""Columns of a line that the digest covers; which entry it belongs to, the entry says."""
BATCH = 5_000

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class LineDigest:
    """Digest of an entry's lines while they are written or read; `count` is how many."""

    def __init__(self) -> None:
        """Start empty."""
        self._held = hashlib.sha256()
        self.count = 0

    def add(self, line: Sequence[Any]) -> None:
        """Take one line in the order of `LINE`."""
        self._held.update(_encode(list(line)).encode("utf-8", "surrogatepass") + b"\n")
        self.count += 1

    def hex(self) -> str:
        """Give the digest so far."""
        return self._held.hexdigest()


def entry_hash(entry: Mapping[str, Any], lines: str) -> str:
    """Hash an entry with the digest of its lines."""
    said = {name: entry[name] for name in ENTRY} | {"lines": lines}
    return hashlib.sha256(_encode(said).encode("utf-8", "surrogatepass")).hexdigest()


def lines_by_set(connection: Connection, change: SqlTable) -> Iterator[tuple[int, LineDigest]]:
    """Digest the lines of every entry in one pass, by entry number."""
    wanted = [change.c.set_id, *(change.c[name] for name in LINE)]
    ordered = select(*wanted).order_by(change.c.set_id, change.c.change_id)
    number, held = None, LineDigest()
    for row in connection.execute(ordered, execution_options={"yield_per": BATCH}):
        if row[0] != number:
            if number is not None:
                yield number, held
            number, held = row[0], LineDigest()
        held.add(row[1:])
    if number is not None:
        yield number, held


def chain_all(connection: Connection, sets: SqlTable, change: SqlTable) -> None:
    """Chain a log that was kept without hashes; what was done to it before, this cannot tell."""
    digests = {number: held.hex() for number, held in lines_by_set(connection, change)}
    previous, found = "", []
    for row in connection.execute(select(sets).order_by(sets.c.set_id)).mappings().all():
        entry = {**row, "previous": previous}
        hashed = entry_hash(entry, digests.get(row["set_id"], LineDigest().hex()))
        found.append({"number": row["set_id"], "before_it": previous, "own": hashed})
        previous = hashed
    if found:
        fill = update(sets).where(sets.c.set_id == bindparam("number"))
        connection.execute(fill.values(previous=bindparam("before_it"), hash=bindparam("own")), found)
