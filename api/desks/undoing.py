"""Moves of blocks in a scenario, each kept with what the scenario had there before, so that the last can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twin.model.tables import TABLES
from twin.store.past import row_frame
from twin.store.scenarios import Scenarios

if TYPE_CHECKING:
    from api.desks.moving import Draft
    from api.service import Service

__all__ = ["Moves"]

_MOST = 100
_TABLE = "occupancy"


class Moves:
    """The moves of one scenario, as far as this service has made them."""

    def __init__(self, service: Service, name: str) -> None:
        self._service, self._name = service, name
        self._book = Scenarios(service.store)
        self._made = service.moves.setdefault(name, [])

    @property
    def count(self) -> int:
        """How many can be taken back."""
        return len(self._made)

    def make(self, draft: Draft) -> None:
        """Write a move, and keep what was there before."""
        keys = [row["occupancy_id"] for row in draft.puts] + draft.removes
        before: dict[str, Any] = dict.fromkeys(keys)
        for edit in self._book.edits(self._name):
            if edit.entity == _TABLE and edit.key in before:
                before[edit.key] = (edit.after,)
        self._put(draft.puts)
        if draft.removes:
            self._book.remove(self._name, _TABLE, draft.removes)
        self._made.append(before)
        del self._made[:-_MOST]

    def undo(self) -> list[str]:
        """Take the last one back; gives the keys of the rows that are as they were."""
        before = self._made.pop()
        if untouched := [key for key, held in before.items() if held is None]:
            self._book.revert(self._name, _TABLE, untouched)
        self._put([held[0] for held in before.values() if held is not None and held[0] is not None])
        if gone := [key for key, held in before.items() if held is not None and held[0] is None]:
            self._book.remove(self._name, _TABLE, gone)
        return list(before)

    def _put(self, rows: list[dict[str, Any]]) -> None:
        if rows:
            model = TABLES[_TABLE]
            plain = [{name: row.get(name) for name in model.names} for row in rows]
            self._book.put(self._name, _TABLE, row_frame(model, plain, self._service.store.crs))
