"""The change log read by its users: pages of change sets, one set, and the story of one row."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twin.store.sql import schema

if TYPE_CHECKING:
    from twin.store.repository import Store

__all__ = ["first_lines", "row_lines", "set_of", "sets_before"]


def sets_before(store: Store, limit: int, before: int = 0) -> list[dict[str, Any]]:
    """List change sets, the newest first; only those older than `before` where it is given."""
    sets = schema(0).change_set
    query = select(sets).order_by(sets.c.set_id.desc()).limit(limit)
    if before:
        query = query.where(sets.c.set_id < before)
    with store.reading() as connection:
        return [_entry(row) for row in connection.execute(query).mappings()]


def set_of(store: Store, set_id: int) -> dict[str, Any] | None:
    """Give one change set; None where there is none of this number."""
    sets = schema(0).change_set
    with store.reading() as connection:
        row = connection.execute(select(sets).where(sets.c.set_id == set_id)).mappings().first()
    return None if row is None else _entry(row)


def first_lines(store: Store, set_id: int, limit: int) -> list[dict[str, Any]]:
    """List the first row changes of one set, in order."""
    change = schema(0).change
    query = select(change).where(change.c.set_id == set_id).order_by(change.c.change_id).limit(limit)
    with store.reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def row_lines(store: Store, entity: str, key: str, limit: int = 200) -> list[dict[str, Any]]:
    """List what happened to one row, the newest first, each line with who did it, when and why."""
    tables = schema(0)
    change, sets = tables.change, tables.change_set
    query = (
        select(change, sets.c.at, sets.c.actor, sets.c.reason)
        .join(sets, sets.c.set_id == change.c.set_id)
        .where(change.c.entity == entity, change.c.entity_id == key)
        .order_by(change.c.change_id.desc())
        .limit(limit)
    )
    with store.reading() as connection:
        return [dict(row) for row in connection.execute(query).mappings()]


def _entry(row: Any) -> dict[str, Any]:
    return {**row, "counts": json.loads(row["counts"])}
