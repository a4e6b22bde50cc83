"""A limit on every single body: what the kernel works on is written down, and too long a time ends the process.

A kernel is native code and cannot be stopped from Python, so the process goes with it: the parent reads which body it was and
reads the file again without that one, which then gets its box. The same note tells which body brought the process down.
"""

from __future__ import annotations

import contextlib
import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NOTE", "Watch", "noted"]

NOTE = "body.txt"
"""File in the working folder that names the body."""
_WIDTH = 20


class Watch:
    """Watches the bodies of one run of the child; `seconds` of processor time is what one may take."""

    def __init__(self, workdir: Path, seconds: float) -> None:
        """Open the note."""
        self._note = os.open(workdir / NOTE, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        self._seconds = seconds

    def begin(self, step: int = 0) -> None:
        """Note the body that the kernel is about to take, 0 where the kernel chooses; its time runs from here.

        A negative step is that of a body whose openings are being cut out.
        """
        os.pwrite(self._note, f"{step:<{_WIDTH}}".encode(), 0)
        # without a handler this signal ends the process, whatever native code is doing
        signal.setitimer(signal.ITIMER_VIRTUAL, self._seconds)

    def end(self) -> None:
        """Stop the clock."""
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        os.pwrite(self._note, b" " * _WIDTH, 0)

    def close(self) -> None:
        """Let go of the note."""
        self.end()
        os.close(self._note)


def noted(workdir: Path) -> int:
    """Give the step of the body that was being worked on when the process ended, 0 where none is known."""
    with contextlib.suppress(OSError, ValueError):
        return int((workdir / NOTE).read_text(encoding="ascii").strip() or 0)
    return 0
