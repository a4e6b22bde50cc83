"""The tables of the secrets, made from their dataclasses, the same on both engines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Column, ForeignKey, MetaData, Table

from twin.store.secrets.records import Account, ApiKey, ClaimLink, Record, RoleGrant, Session, SignIn, kinds
from twin.store.sql import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["META", "METADATA", "OWNED", "TABLES", "VERSION", "from_row", "to_row"]

VERSION = 1
METADATA = MetaData()
META = Table("secrets_meta", METADATA, Column("key", KINDS["text"], primary_key=True), Column("value", KINDS["text"]))

OWNED: tuple[type[Record], ...] = (RoleGrant, Session, ApiKey, ClaimLink)
"""What goes when its account goes."""

R = TypeVar("R", bound=Record)


def _made(kind: type[Record]) -> Table:
    columns: list[Column[Any]] = []
    for place, (name, hint) in enumerate(kinds(kind).items()):
        owner = [ForeignKey("account.account_id", ondelete="CASCADE")] if name == "account_id" and kind in OWNED else []
        columns.append(
            Column(
                name,
                KINDS["int" if hint is int else "text"],
                *owner,
                primary_key=place == 0,
                autoincrement=False,
                nullable=hint == str | None,
                unique=name in kind.unique or None,
                index=bool(owner) or None,
            )
        )
    return Table(kind.table, METADATA, *columns)


_ALL: tuple[type[Record], ...] = (Account, *OWNED, SignIn)
TABLES: dict[type[Record], Table] = {kind: _made(kind) for kind in _ALL}


def to_row(values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn values of a record into what a row holds: lists as JSON."""
    return {name: json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value for name, value in values.items()}


def from_row(kind: type[R], row: Mapping[str, Any]) -> R:
    """Make a record of a row."""
    hints = kinds(kind)
    return kind(**{name: tuple(json.loads(value)) if hints[name] == tuple[str, ...] else value for name, value in row.items()})
