"""The audit of sign-ins is a chain: each line carries a digest of itself and of the line before it.

Changed, lost or swapped lines break it; the number and digest of the newest are kept beside, so that a tail cut off is noticed
as well. What a purge takes is the beginning, and the digest of the last line taken becomes the anchor of what stays.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from twin.store.secrets.records import SignIn
from twin.store.secrets.tables import META, TABLES, from_row, to_row

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["append", "faults", "shorten"]

_HEAD, _ANCHOR = "audit_head", "audit_anchor"


def _link(before: str, line: SignIn) -> str:
    """Digest a line with the digest of the one before it."""
    row = {name: value for name, value in asdict(line).items() if name != "chain"}
    said = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{before}\n{said}".encode()).hexdigest()


def _kept(connection: Connection, key: str) -> tuple[int, str]:
    """Read a number with its digest; zero and nothing before the first."""
    value = connection.execute(select(META.c.value).where(META.c.key == key)).scalar_one_or_none() or "0 "
    number, _, chain = value.partition(" ")
    return int(number), chain


def _keep(connection: Connection, key: str, number: int, chain: str) -> None:
    value = f"{number} {chain}"
    if connection.execute(update(META).where(META.c.key == key).values(value=value)).rowcount == 0:
        connection.execute(insert(META).values(key=key, value=value))


def append(connection: Connection, line: SignIn) -> None:
    """Write the next line."""
    number, chain = _kept(connection, _HEAD)
    line = replace(line, number=number + 1)
    line = replace(line, chain=_link(chain, line))
    connection.execute(insert(TABLES[SignIn]).values(to_row(asdict(line))))
    _keep(connection, _HEAD, line.number, line.chain)


def shorten(connection: Connection, before: str) -> int:
    """Take the lines older than a moment, as far as they are the beginning; the clock may have jumped in between."""
    table = TABLES[SignIn]
    first_kept = connection.execute(select(func.min(table.c.number)).where(table.c.at >= before)).scalar_one()
    gone = select(table.c.number, table.c.chain).order_by(table.c.number.desc()).limit(1)
    last = connection.execute(gone if first_kept is None else gone.where(table.c.number < first_kept)).first()
    if last is None:
        return 0
    _keep(connection, _ANCHOR, last.number, last.chain)
    return connection.execute(delete(table).where(table.c.number <= last.number)).rowcount


def faults(connection: Connection) -> list[str]:
    """Walk the chain; each fault names the line it is seen at."""
    table = TABLES[SignIn]
    number, chain = _kept(connection, _ANCHOR)
    found: list[str] = []
    for row in connection.execute(select(table).order_by(table.c.number)).mappings():
        line = from_row(SignIn, dict(row))
        if line.number != number + 1:
            found.append(f"{number + 1}…{line.number - 1}: missing")
        elif line.chain != _link(chain, line):
            found.append(f"{line.number}: changed")
        number, chain = line.number, line.chain
    if (number, chain) != _kept(connection, _HEAD):
        found.append(f"{number + 1}…: the end is missing")
    return found
