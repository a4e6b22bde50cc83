"""The audit of the service: who signed in, looked at what is protected, took data out or changed rights, chained line to line.

Edits of the model stand in the store's own log. Acts are written before they are answered; looks, which are many, are gathered
and written together within a second, the same look of the same person once a minute.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

from twin.store.layout import now
from twin.store.secrets import SignIn

if TYPE_CHECKING:
    from api.people import Person
    from twin.store.secrets import Secrets

__all__ = ["Audit"]

_AGAIN_S = 60.0
_FLUSH_S = 1.0


def _plain(text: str) -> str:
    """Leave out what cannot be kept or would mislead who reads it."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)


class Audit:
    """Writes to the secrets of one store."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self._looks: list[SignIn] = []
        self._seen: dict[tuple[str, str], float] = {}
        self._task: asyncio.Task[None] | None = None

    def act(
        self,
        event: str,
        person: Person | None = None,
        detail: str = "",
        *,
        outcome: Literal["ok", "refused"] = "ok",
        login: str = "",
        address: str = "",
    ) -> None:
        """Write an act down, now; blocks, so call it in a thread."""
        who = person.account_id if person else None
        named = login or (person.login if person else "")
        self._secrets.create(
            SignIn(
                at=now(),
                event=event,
                outcome=outcome,
                account_id=who or None,
                login=_plain(named)[:200] or "-",
                address=_plain(address),
                detail=_plain(detail)[:500],
            )
        )

    def look(self, person: Person, what: str, address: str) -> None:
        """Note a look at protected data."""
        at = time.monotonic()
        key = (person.account_id, what)
        if at - self._seen.get(key, -_AGAIN_S) < _AGAIN_S:
            return
        if len(self._seen) > 20_000:
            self._seen = {known: since for known, since in self._seen.items() if at - since < _AGAIN_S}
        self._seen[key] = at
        line = SignIn(
            at=now(),
            event="look",
            outcome="ok",
            account_id=person.account_id,
            login=person.login,
            address=address,
            detail=_plain(what)[:500],
        )
        self._looks.append(line)

    def newest(self, limit: int) -> list[SignIn]:
        """List the newest lines, the newest first."""
        return self._secrets.find(SignIn, newest=True, limit=limit)

    def flush(self) -> None:
        """Write the looks that wait; blocks."""
        lines, self._looks = self._looks, []
        if lines:
            with self._secrets.transaction() as work:
                for line in lines:
                    work.create(line)

    async def start(self) -> None:
        """Begin to write looks."""
        self._task = asyncio.create_task(self._flushing())

    async def stop(self) -> None:
        """Write what waits and end."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await asyncio.to_thread(self.flush)

    async def _flushing(self) -> None:
        while True:
            await asyncio.sleep(_FLUSH_S)
            if self._looks:
                await asyncio.to_thread(self.flush)
