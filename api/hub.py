"""Who listens to changes: one queue a listener, each told only of what it may see."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from twin.model.tables import TABLES
from twin.store.scoping import Scope
from twin.store.sight import within
from twin.store.sql import LOCAL

if TYPE_CHECKING:
    from api.people import Person
    from twin.model.snapshot import Snapshot
    from twin.store.live import Step

__all__ = ["Hub", "Listener"]

_MOST_KEYS = 200
"""More keys than these are said as null: read the table again."""
_MOST_WAITING = 256
"""A listener that lets more messages wait is let go; it comes back and reads anew."""


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream; None in the queue ends it."""

    person: Person
    queue: asyncio.Queue[tuple[str, dict[str, Any]] | None] = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))


class Hub:
    """All listeners of one service."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._listeners: set[Listener] = set()

    @property
    def full(self) -> bool:
        """Tell whether there is room for no more."""
        return len(self._listeners) >= self.most

    def join(self, person: Person) -> Listener:
        """Begin to listen."""
        listener = Listener(person)
        self._listeners.add(listener)
        return listener

    def leave(self, listener: Listener) -> None:
        """Stop listening."""
        self._listeners.discard(listener)

    def tell(self, account_id: str, event: str, data: dict[str, Any]) -> None:
        """Tell one person, on all their pages."""
        for listener in list(self._listeners):
            if listener.person.account_id == account_id:
                self._put(listener, (event, data))

    def changed(self, step: Step, snapshot: Snapshot) -> None:
        """Tell everybody what changed, as far as they may see it."""
        told: dict[Any, dict[str, Any] | None] = {}
        for listener in list(self._listeners):
            sight = listener.person.reads
            if sight not in told:
                told[sight] = _told(step, snapshot, sight)
            if (data := told[sight]) is not None:
                self._put(listener, ("change", data))

    def end(self, proof: str) -> None:
        """End the streams of one session or key."""
        for listener in list(self._listeners):
            if listener.person.proof == proof:
                self._put(listener, None)

    def close(self) -> None:
        """End all streams."""
        for listener in list(self._listeners):
            self._put(listener, None)

    def _put(self, listener: Listener, message: tuple[str, dict[str, Any]] | None) -> None:
        if listener.queue.full():
            self.leave(listener)
            while not listener.queue.empty():
                listener.queue.get_nowait()
            message = None
        listener.queue.put_nowait(message)


def _told(step: Step, snapshot: Snapshot, sight: Any) -> dict[str, Any]:
    """Say what changed, with keys of rows that are there still and may be seen; gone and removed rows make a table null."""
    scope = Scope(snapshot)
    tables: dict[str, list[str] | None] = {}
    for entity, keys in step.touched.items():
        name = entity.removeprefix(LOCAL)
        if name not in sight.tables:
            continue
        if entity != name or len(keys) > _MOST_KEYS:
            tables[name] = None
            continue
        frame = snapshot.frame(name)
        rows = frame[frame.index.isin(keys)]
        seen = within(scope, sight, name, rows)
        if len(seen) == len(keys) or not sight.whole(name):
            if len(seen) or sight.whole(name):
                tables[name] = sorted(seen[TABLES[name].key])
        else:
            tables[name] = None
    newest = step.sets[-1] if step.sets else {}
    whole = sight.everything
    return {
        "version": step.version,
        "set_id": newest.get("set_id"),
        "at": newest.get("at"),
        "actor": newest.get("actor") if whole else None,
        "tables": tables,
    }
