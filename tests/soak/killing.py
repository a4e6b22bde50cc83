"""Kill a process inside a write, for certain: it says when it has begun and when it is acknowledged, and dies between."""

from __future__ import annotations

import os
import select
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlalchemy.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Death", "kill_inside"]

_WRITES = ("INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP")
_PATIENCE_S = 120.0


@dataclass(frozen=True)
class Death:
    """How a process ended: what it was told of as done, whether it died with a write begun and not acknowledged, and how long the
    last write took or had taken (seconds).
    """

    acknowledged: tuple[str, ...]
    inside: bool
    failed: bool
    last_s: float


def kill_inside(
    work: Callable[[Callable[[str], None]], None], delay: float, *, after: int = 1, victim: Callable[[], None] | None = None
) -> Death:
    """Run work in a child, and kill it `delay` seconds after the first statement of its `after`-th write.

    Parameters
    ----------
    work
        What the child does. It gets a function to call with a word for each write that the program acknowledged to it.
        That a write has begun is seen by the first writing statement SQLAlchemy sends after the last acknowledgement, or said by
        ``say("in")``.
    delay
        Seconds; infinite to let it end by itself.
    after
        Which write.
    victim
        Kills something else (a server) in place of the child, which is then waited for.

    Returns
    -------
    What is known from the child's words, which go through a pipe and survive it.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _be_the_child(work, writer)
    os.close(writer)
    words = _Words(reader)
    words.wait_for_begin(after)
    if delay != float("inf"):
        words.listen(time.monotonic() + delay)
        if victim is None:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        else:
            victim()
    words.listen(time.monotonic() + _PATIENCE_S)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    return Death(tuple(words.acknowledged), words.inside, words.failed, words.last_s)


def _be_the_child(work: Callable[[Callable[[str], None]], None], writer: int) -> None:
    """Do the work and never come back."""
    begun = False

    def say(word: str) -> None:
        nonlocal begun
        begun = word == "in"
        with suppress(BrokenPipeError):
            os.write(writer, f"{word}\n".encode())

    def look(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not begun and statement.lstrip().upper().startswith(_WRITES):
            say("in")

    event.listen(Engine, "before_cursor_execute", look)
    try:
        work(say)
    except BaseException:  # noqa: BLE001 - what the child meets when its server dies is the parent's to judge
        say("failed")
    os._exit(0)


class _Words:
    """What a child said so far."""

    def __init__(self, reader: int) -> None:
        self._reader = reader
        self._rest = b""
        self._ended = False
        self.begun = 0
        self.acknowledged: list[str] = []
        self.inside = self.failed = False
        self._since = time.monotonic()
        self.last_s = 0.0

    def wait_for_begin(self, number: int) -> None:
        """Listen until the child has begun as many writes, or is gone."""
        until = time.monotonic() + _PATIENCE_S
        while self.begun < number and not self._ended and time.monotonic() < until:
            self._hear(until - time.monotonic())

    def listen(self, until: float) -> None:
        """Listen until a moment, or until the child is gone."""
        while not self._ended and (left := until - time.monotonic()) > 0:
            self._hear(left)

    def _hear(self, timeout: float) -> None:
        ready, _, _ = select.select([self._reader], [], [], timeout)
        if not ready:
            return
        heard = os.read(self._reader, 65536)
        self._ended = not heard
        *lines, self._rest = (self._rest + heard).split(b"\n")
        for line in lines:
            self._take(line.decode())

    def _take(self, word: str) -> None:
        moment = time.monotonic()
        if word == "in":
            self.begun += 1
            self.inside, self._since = True, moment
            return
        self.last_s = moment - self._since
        if word == "failed":
            self.failed = True
        else:
            self.inside = False
            self.acknowledged.append(word)
