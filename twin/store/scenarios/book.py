"""What can be done with scenarios, the same on either engine; each method is one transaction."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from twin.model.errors import ConflictError, UsageError
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.store.layout import now
from twin.store.past import row_frame, row_of
from twin.store.rows import frame_rows
from twin.store.scenarios.difference import differences
from twin.store.scenarios.editing import Editing, cell_faults
from twin.store.scenarios.records import Edit, Scenario, model_of, plain_row
from twin.store.scenarios.shelf import Shelf
from twin.store.scenarios.threeway import Conflict, Side, meet
from twin.store.scenarios.variant import Variant
from twin.store.sql import GEOM, LOCAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    import geopandas as gpd
    from sqlalchemy import Connection

    from twin.model.findings import Finding
    from twin.store.repository import Store
    from twin.store.scenarios.difference import RowChange
    from twin.store.scenarios.records import Row

__all__ = ["Scenarios"]


class Scenarios:
    """The scenarios of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def _reading(self) -> AbstractContextManager[Connection]:
        return self._store.reading()

    def _writing(self) -> AbstractContextManager[Connection]:
        return self._store._writing()  # noqa: SLF001 - the store's own book of scenarios

    def _shelf(self, connection: Connection) -> Shelf:
        return Shelf(connection, self._store._tables)  # noqa: SLF001 - as above

    def create(self, name: str, actor: str, note: str = "", base: int | None = None) -> Scenario:
        """Make an empty scenario over a version, by custom the newest.

        Raises
        ------
        UsageError
            ``scenario.exists``, ``scenario.bad_name``; ``past.not_yet`` for a version that is not there yet.
        """
        with self._writing() as connection:
            shelf, newest = self._shelf(connection), self._store._version(connection)  # noqa: SLF001 - as above
            shelf.want_free(name)
            if base is not None and not 0 <= base <= newest:
                raise UsageError("past.not_yet", version=base, newest=newest)
            return shelf.add(Scenario(0, name, note, actor, now(), newest if base is None else base, 0, 0))

    def all(self) -> list[Scenario]:
        """List every scenario, in the order they were made."""
        with self._reading() as connection:
            return self._shelf(connection).all()

    def get(self, name: str) -> Scenario:
        """Give one by its name.

        Raises
        ------
        UnknownKeyError
            If there is none of that name.
        """
        with self._reading() as connection:
            return self._shelf(connection).named(name)

    def edits(self, name: str) -> list[Edit]:
        """List what a scenario does, row by row, in the order the rows were first edited."""
        with self._reading() as connection:
            shelf = self._shelf(connection)
            return shelf.edits(shelf.named(name))

    def rename(self, name: str, new: str) -> None:
        """Give a scenario another name.

        Raises
        ------
        UsageError
            If the new one is taken or cannot be.
        """
        with self._writing() as connection:
            shelf = self._shelf(connection)
            scenario = shelf.named(name)
            if new != name:
                shelf.want_free(new)
                shelf.write(scenario, name=new)

    def drop(self, name: str) -> None:
        """Forget a scenario; what it brought into the live model stays."""
        with self._writing() as connection:
            shelf = self._shelf(connection)
            shelf.drop(shelf.named(name))

    def view(self, name: str) -> Variant:
        """Give the model as a scenario has it, to read and to ask."""
        with self._reading() as connection:
            shelf = self._shelf(connection)
            scenario = shelf.named(name)
            edits = shelf.edits(scenario)
        return Variant(self._store, scenario, edits)

    def put(self, name: str, table: str, frame: gpd.GeoDataFrame, *, local: bool = False) -> None:
        """Add rows to a scenario, or change them, as `Change.put` does in the live model: the frame has every column.

        Raises
        ------
        TableError
            If the frame does not fit its table.
        UsageError
            ``scenario.merged`` if it has been merged; ``store.no_crs`` for shapes on the ground in a store without CRS.
        """
        model, store = TABLES[table], self._store
        with self._editing(name, LOCAL + table if local else table) as edit:
            crs = None if local else store.crs
            rows = frame_rows(model, fit_frame(model, frame, crs))
            if not local and store.crs is None and any(row.get(GEOM) is not None for row in rows):
                raise UsageError("store.no_crs", table=table)
            edit.to({row[model.key]: plain_row(row) for row in rows})

    def set_cells(self, name: str, table: str, key: str, values: Mapping[str, Any], *, local: bool = False) -> list[Finding]:
        """Change some columns of one row, or begin a new row with them; values as their columns hold them, ``geom`` as shapely.

        Returns
        -------
        What is wrong with the row, when nothing was written; empty where it was taken.

        Raises
        ------
        UsageError
            ``query.no_column``, ``scenario.merged``.
        """
        model = TABLES[table]
        for column in values:
            if column not in model.by_name and not (column == GEOM and model.shape):
                raise UsageError("query.no_column", column=column, table=table)
        with self._editing(name, LOCAL + table if local else table) as edit:
            held = edit.rows([key]).get(key) or dict.fromkeys((*model.names, *([GEOM] if model.shape else [])))
            row = {**(row_of(_dumped(held))), **values, model.key: key}
            faults = [*cell_faults(table, key, row), *edit.broken_keys(table, key, row)]
            if not faults:
                fitted = row_frame(model, [row], None if local else self._store.crs)
                edit.to({key: plain_row(frame_rows(model, fitted)[0])})
            return faults

    def bury(self, name: str, table: str, keys: Sequence[str], *, local: bool = False) -> None:
        """Mark rows as gone in a scenario; keys it does not hold are passed over, as in the live model."""
        with self._editing(name, LOCAL + table if local else table) as edit:
            edit.to({key: {**row, "gone": True} for key, row in edit.rows(keys).items() if not row.get("gone")})

    def remove(self, name: str, table: str, keys: Sequence[str], *, local: bool = False) -> None:
        """Take rows out of a scenario; keys it does not hold are passed over."""
        with self._editing(name, LOCAL + table if local else table) as edit:
            edit.to(dict.fromkeys(edit.rows(keys)))

    def revert(self, name: str, table: str, keys: Sequence[str], *, local: bool = False) -> None:
        """Let rows be again as the base has them."""
        with self._editing(name, LOCAL + table if local else table) as edit:
            edit.to(edit.base(keys))

    @contextmanager
    def _editing(self, name: str, entity: str) -> Iterator[Editing]:
        with self._writing() as connection:
            shelf = self._shelf(connection)
            yield Editing(shelf, _open(shelf.named(name)), entity)

    def difference(self, name: str, *, live: bool = False) -> list[RowChange]:
        """Compare a scenario with its base, or with the model as it is now."""
        with self._reading() as connection:
            shelf = self._shelf(connection)
            scenario = shelf.named(name)
            edits = shelf.edits(scenario)
            if not live:
                return differences((edit.entity, edit.key, edit.before, edit.after) for edit in edits)
            own = {(edit.entity, edit.key): edit.after for edit in edits}
            by_entity: dict[str, list[str]] = {}
            for entity, key in sorted({*own, *shelf.touched_after(scenario.base)}):
                by_entity.setdefault(entity, []).append(key)
            pairs = []
            for entity, keys in by_entity.items():
                today, base = shelf.rows_now(entity, keys), shelf.rows_at(entity, keys, scenario.base)
                pairs += [(entity, key, today.get(key), own.get((entity, key), base.get(key))) for key in keys]
            return differences(pairs)

    def conflicts(self, name: str) -> list[Conflict]:
        """List where a scenario and the changes made since its base contradict each other."""
        with self._reading() as connection:
            shelf = self._shelf(connection)
            return _moved(shelf, shelf.edits(shelf.named(name)))[1]

    def rebase(self, name: str, take: Side = "") -> list[Conflict]:
        """Move a scenario to the newest version.

        Parameters
        ----------
        take
            Whose value stands where both changed the same: ``live`` or ``scenario``; empty to refuse.

        Returns
        -------
        The conflicts that `take` has settled; none where there were none.

        Raises
        ------
        ConflictError
            With every conflict, if nobody is to win; then nothing has changed.
        """
        with self._writing() as connection:
            shelf = self._shelf(connection)
            scenario = shelf.named(name)
            edits, found = _moved(shelf, shelf.edits(scenario), take)
            if found and not take:
                raise ConflictError("scenario.conflict", found, name=name, count=len(found))
            shelf.replace_edits(scenario, edits)
            shelf.write(scenario, base=self._store._version(connection), merged=0)  # noqa: SLF001 - as above
            return found

    def merge(self, name: str, actor: str, reason: str = "") -> int:
        """Bring a scenario into the live model as one change set, which `undo` takes back like any other.

        Returns
        -------
        Number of the change set.

        Raises
        ------
        ConflictError
            With every conflict; then nothing has changed.
        UsageError
            ``scenario.merged`` if it has been merged; ``scenario.empty`` if it does nothing to the model as it is now.
        """
        with self._store.change(actor, reason or f"scenario {name}") as work:
            shelf = self._shelf(work._connection)  # noqa: SLF001 - one transaction with the scenario's own rows
            scenario = _open(shelf.named(name))
            edits, found = _moved(shelf, shelf.edits(scenario))
            if found:
                raise ConflictError("scenario.conflict", found, name=name, count=len(found))
            if not edits:
                raise UsageError("scenario.empty", name=name)
            for entity in sorted({edit.entity for edit in edits}):
                table, local = entity.removeprefix(LOCAL), entity.startswith(LOCAL)
                mine = [edit for edit in edits if edit.entity == entity]
                if gone := [edit.key for edit in mine if edit.after is None]:
                    work.remove(table, gone, local=local)
                if kept := [row_of(_dumped(edit.after)) for edit in mine if edit.after is not None]:
                    work.put(table, row_frame(model_of(entity), kept, None if local else self._store.crs), local=local)
            shelf.replace_edits(scenario, edits)
            shelf.write(scenario, base=work.set_id - 1, merged=work.set_id)
        return work.set_id


def _open(scenario: Scenario) -> Scenario:
    """Refuse to work on a scenario that is merged."""
    if scenario.merged:
        raise UsageError("scenario.merged", name=scenario.name, set=scenario.merged)
    return scenario


def _moved(shelf: Shelf, edits: Sequence[Edit], take: Side = "") -> tuple[list[Edit], list[Conflict]]:
    """Let every edit meet its live row; gives those that are left and all conflicts."""
    today: dict[str, dict[str, Row]] = {}
    for entity in {edit.entity for edit in edits}:
        today[entity] = shelf.rows_now(entity, [edit.key for edit in edits if edit.entity == entity])
    moved: list[Edit] = []
    found: list[Conflict] = []
    for edit in edits:
        left, conflicts = meet(edit, today[edit.entity].get(edit.key), take)
        found += conflicts
        if left is not None:
            moved.append(left)
    return moved, found


def _dumped(row: Row | None) -> str:
    return json.dumps(row)
