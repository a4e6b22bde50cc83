"""Scenarios as rows of the store: read and written within a transaction that somebody else holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from twin.model.errors import UnknownKeyError, UsageError
from twin.store.rows import read_plain
from twin.store.scenarios.records import Edit, Scenario, model_of, plain_row, same_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from twin.store.scenarios.records import Row
    from twin.store.sql import Schema

__all__ = ["Shelf"]

_CHUNK = 500


class Shelf:
    """The scenarios of a store, through one connection."""

    def __init__(self, connection: Connection, tables: Schema) -> None:
        self._connection = connection
        self._tables = tables

    def all(self) -> list[Scenario]:
        """List every scenario in the order they were made."""
        scenario, edit = self._tables.scenario, self._tables.scenario_edit
        counts = select(edit.c.number, func.count().label("edits")).group_by(edit.c.number).subquery()
        query = select(scenario, func.coalesce(counts.c.edits, 0).label("edits")).outerjoin(
            counts, counts.c.number == scenario.c.number
        )
        return [Scenario(**row) for row in self._connection.execute(query.order_by(scenario.c.number)).mappings()]

    def named(self, name: str) -> Scenario:
        """Give one by its name.

        Raises
        ------
        UnknownKeyError
            If there is none of that name.
        """
        held = self.all()
        for scenario in held:
            if scenario.name == name:
                return scenario
        raise UnknownKeyError("scenario.unknown", name=name, known=", ".join(item.name for item in held) or "-")

    def want_free(self, name: str) -> None:
        """Refuse a name that cannot be, or is taken.

        Raises
        ------
        UsageError
            ``scenario.bad_name``, ``scenario.exists``.
        """
        if not name.strip() or name != name.strip() or len(name) > 100 or not name.isprintable():
            raise UsageError("scenario.bad_name")
        if any(scenario.name == name for scenario in self.all()):
            raise UsageError("scenario.exists", name=name)

    def add(self, scenario: Scenario) -> Scenario:
        """Write a new scenario; its number is given here."""
        table = self._tables.scenario
        number = self._connection.execute(select(func.coalesce(func.max(table.c.number), 0))).scalar_one() + 1
        made = {name: getattr(scenario, name) for name in ("name", "note", "actor", "at", "base", "merged")}
        self._connection.execute(insert(table).values(number=number, **made))
        return Scenario(number=number, **made, edits=0)

    def write(self, scenario: Scenario, **values: Any) -> None:
        """Change what a scenario says of itself."""
        table = self._tables.scenario
        self._connection.execute(update(table).where(table.c.number == scenario.number).values(**values))

    def drop(self, scenario: Scenario) -> None:
        """Take a scenario out with its edits."""
        for table in (self._tables.scenario_edit, self._tables.scenario):
            self._connection.execute(delete(table).where(table.c.number == scenario.number))

    def edits(self, scenario: Scenario, entity: str = "", keys: Sequence[str] = ()) -> list[Edit]:
        """Read edits in the order they were first made: all, or those of some rows."""
        table = self._tables.scenario_edit
        query = select(table).where(table.c.number == scenario.number).order_by(table.c.edit_id)
        rows: list[Any] = []
        if entity:
            for chunk in _chunks(keys):
                rows += self._connection.execute(query.where(table.c.entity == entity, table.c.entity_id.in_(chunk))).all()
        else:
            rows = list(self._connection.execute(query).all())
        return [Edit(row.entity, row.entity_id, _read(row.before), _read(row.after)) for row in rows]

    def put_edits(self, scenario: Scenario, entity: str, edits: Iterable[Edit]) -> None:
        """Set what a scenario does to some rows of one table; an edit that does nothing is forgotten."""
        table = self._tables.scenario_edit
        wanted = {edit.key: edit for edit in edits}
        numbers: dict[str, int] = {}
        for chunk in _chunks(list(wanted)):
            mine = (table.c.number == scenario.number) & (table.c.entity == entity) & table.c.entity_id.in_(chunk)
            numbers |= {row.entity_id: row.edit_id for row in self._connection.execute(select(table).where(mine))}
            self._connection.execute(delete(table).where(mine))
        free = self._connection.execute(select(func.coalesce(func.max(table.c.edit_id), 0))).scalar_one() + 1
        free = max(free, max(numbers.values(), default=0) + 1)
        rows = []
        for edit in wanted.values():
            if same_rows(entity, edit.before, edit.after):
                continue
            number = numbers.get(edit.key)
            if number is None:
                number, free = free, free + 1
            rows.append(_edit_row(number, scenario, edit))
        if rows:
            self._connection.execute(insert(table), rows)

    def replace_edits(self, scenario: Scenario, edits: Sequence[Edit]) -> None:
        """Set all that a scenario does."""
        table = self._tables.scenario_edit
        self._connection.execute(delete(table).where(table.c.number == scenario.number))
        first = self._connection.execute(select(func.coalesce(func.max(table.c.edit_id), 0))).scalar_one() + 1
        if edits:
            self._connection.execute(
                insert(table), [_edit_row(number, scenario, edit) for number, edit in enumerate(edits, first)]
            )

    def rows_at(self, entity: str, keys: Sequence[str], version: int) -> dict[str, Row]:
        """Read rows as a version of the model had them; keys that it had not are left out."""
        held = self.rows_now(entity, keys)
        change = self._tables.change
        for chunk in _chunks(keys):
            later = (change.c.set_id > version) & (change.c.entity == entity) & change.c.entity_id.in_(chunk)
            for line in self._connection.execute(select(change).where(later).order_by(change.c.change_id.desc())):
                before = _read(line.before)
                if before is None:
                    held.pop(line.entity_id, None)
                else:
                    held[line.entity_id] = before
        return held

    def rows_now(self, entity: str, keys: Sequence[str]) -> dict[str, Row]:
        """Read rows of the live model."""
        model, target = model_of(entity), self._tables.model[entity]
        found: dict[str, Row] = {}
        for chunk in _chunks(keys):
            for row in read_plain(self._connection, target, model, target.c[model.key].in_(chunk)):
                found[row[model.key]] = plain_row(row)
        return found

    def touched_after(self, version: int) -> list[tuple[str, str]]:
        """Name every row that the live model changed after a version."""
        change = self._tables.change
        query = select(change.c.entity, change.c.entity_id).where(change.c.set_id > version).distinct()
        return [(row.entity, row.entity_id) for row in self._connection.execute(query)]


def _edit_row(number: int, scenario: Scenario, edit: Edit) -> dict[str, Any]:
    return {
        "edit_id": number,
        "number": scenario.number,
        "entity": edit.entity,
        "entity_id": edit.key,
        "before": _write(edit.before),
        "after": _write(edit.after),
    }


def _read(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)


def _write(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))
