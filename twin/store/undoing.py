"""Undo of a change set: each of its rows is put back as it was, in a change set of its own; nothing of the log is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twin.model.errors import UnknownKeyError, UsageError
from twin.model.tables import TABLES
from twin.store.past import row_frame, row_of
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from twin.store.repository import Store

__all__ = ["undo"]

_NAMED = 5
"""Conflicts named in a refusal."""


def undo(store: Store, set_id: int, actor: str) -> int:
    """Put every row of a change set back as it was before.

    Files and meshes that the change set brought stay known; they are no rows of the model.

    Returns
    -------
    Number of the change set that undid it.

    Raises
    ------
    UnknownKeyError
        If there is no such change set.
    UsageError
        ``undo.conflict`` if a later change set changed one of its rows, ``undo.nothing`` if it changed none.
    """
    lines = store.lines(set_id)
    if not lines:
        if set_id in {entry["set_id"] for entry in store.log(store.version)}:
            raise UsageError("undo.nothing", set=set_id)
        raise UnknownKeyError("undo.unknown", set=set_id, newest=store.version)
    with store.reading() as connection:
        later = {(line.entity, line.entity_id): line.set_id for line in store.lines_after(connection, set_id)}
    first: dict[tuple[str, str], dict[str, Any]] = {}
    for line in lines:
        first.setdefault((line["entity"], line["entity_id"]), line)
    clashes = [f"{entity} {key} (#{later[entity, key]})" for entity, key in first if (entity, key) in later]
    if clashes:
        more = f" … +{len(clashes) - _NAMED}" if len(clashes) > _NAMED else ""
        raise UsageError("undo.conflict", set=set_id, rows=", ".join(clashes[:_NAMED]) + more)
    _put_back(store, first, actor, set_id)
    return store.version


def _put_back(store: Store, first: dict[tuple[str, str], dict[str, Any]], actor: str, set_id: int) -> None:
    """Restore rows by table: out with what was inserted, back with what was changed, buried or removed."""
    with store.change(actor, f"undo #{set_id}") as work:
        for entity in sorted({entity for entity, _ in first}):
            table, local = entity.removeprefix(LOCAL), entity.startswith(LOCAL)
            mine = [line for (name, _), line in first.items() if name == entity]
            inserted = [line["entity_id"] for line in mine if line["before"] is None]
            back = [row_of(line["before"]) for line in mine if line["before"] is not None]
            if inserted:
                work.remove(table, inserted, local=local)
            if back:
                work.put(table, row_frame(TABLES[table], back, None if local else store.crs), local=local)
