"""How much one asker may ask: a bucket of tokens each."""

from __future__ import annotations

import time

from api.faults import Problem

__all__ = ["Rates"]


class Rates:
    """A bucket of tokens for each asker; who empties theirs waits."""

    def __init__(self, per_s: float, burst: int) -> None:
        self._per_s, self._burst = per_s, float(burst)
        self._held: dict[str, tuple[float, float]] = {}

    def take(self, who: str) -> None:
        """Take one.

        Raises
        ------
        Problem
            429 where none is left.
        """
        at = time.monotonic()
        left, since = self._held.get(who, (self._burst, at))
        left = min(self._burst, left + (at - since) * self._per_s)
        if left < 1.0:
            wait = max(1, round((1.0 - left) / self._per_s))
            raise Problem(429, "service.too_many", {"wait": wait}, headers={"retry-after": str(wait)})
        self._held[who] = (left - 1.0, at)
        if len(self._held) > 10_000:
            self._held = {name: held for name, held in self._held.items() if at - held[1] < self._burst / self._per_s}
