"""Idempotency keys: a request that is sent twice is done once, and both are given the same answer."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from api.faults import Problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["Onces"]

_KEPT = 2000

Answer = tuple[int, dict[str, Any]]


class Onces:
    """The newest answers by asker and key; one that failed is forgotten, so that it can be tried again."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, str], tuple[str, asyncio.Future[Answer]]] = OrderedDict()

    async def run(self, key: tuple[str, str], digest: str, work: Callable[[], Awaitable[Answer]]) -> Answer:
        """Do a piece of work, or wait for and give the answer of the same piece done before.

        Raises
        ------
        Problem
            409 where the key was used for another request.
        """
        if key in self._held:
            known, answer = self._held[key]
            if known != digest:
                raise Problem(409, "service.key_reused")
            return await asyncio.shield(answer)
        mine: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._held[key] = (digest, mine)
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        try:
            done = await work()
        except BaseException as error:
            self._held.pop(key, None)
            if not mine.done():
                mine.set_exception(error if isinstance(error, Exception) else Problem(503, "service.too_long", {"seconds": "-"}))
                mine.exception()  # seen, whoever waits
            raise
        mine.set_result(done)
        return done
