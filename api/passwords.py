"""Passwords: argon2id, one at a time so that signing in cannot starve the service, and never a hint which part was wrong."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from api.faults import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LEAST_LETTERS", "Passwords"]

T = TypeVar("T")
LEAST_LETTERS, MOST_LETTERS = 10, 200
_LEAST_DIFFERENT = 5
_WAITING = 20
"""Hashes that may wait; more are told to come back."""


class Passwords:
    """The one door to the hash; 19 MiB and two passes, as OWASP advises for few cores."""

    def __init__(self, *, memory_kib: int = 19_456, passes: int = 2) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory_kib, parallelism=1)
        self._turn = asyncio.Semaphore(1)
        self._waiting = 0
        self._nobody = self._hasher.hash("nobody has this password")

    async def hash(self, password: str, login: str) -> str:
        """Hash a new password.

        Raises
        ------
        Problem
            If it is too short, too plain, or holds the login.
        """
        if not LEAST_LETTERS <= len(password) <= MOST_LETTERS or len(set(password)) < _LEAST_DIFFERENT:
            raise Problem(422, "service.weak_password", {"least": LEAST_LETTERS})
        if login.lower() in password.lower():
            raise Problem(422, "service.weak_password", {"least": LEAST_LETTERS})
        return await self._do(lambda: self._hasher.hash(password))

    async def fits(self, held: str | None, password: str) -> bool:
        """Tell whether a password is the one; takes as long where nobody has it."""
        return await self._do(lambda: self._verify(held, password))

    def stale(self, held: str) -> bool:
        """Tell whether a hash was made with other costs than today's."""
        return self._hasher.check_needs_rehash(held)

    def _verify(self, held: str | None, password: str) -> bool:
        try:
            self._hasher.verify(held or self._nobody, password[:MOST_LETTERS])
        except (VerificationError, InvalidHashError):
            return False
        return held is not None and len(password) <= MOST_LETTERS

    async def _do(self, work: Callable[[], T]) -> T:
        if self._waiting >= _WAITING:
            raise Problem(429, "service.sign_in_busy", headers={"retry-after": "5"})
        self._waiting += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1
