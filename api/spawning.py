"""A worker process with its pipes, started so that no lock of another thread can stand in the way.

The event loop of the server forks by itself, and a fork runs what libraries have asked for (`pthread_atfork`). PROJ asks for its
lock there: while another thread of the service holds that and waits for the interpreter, which the fork holds, neither goes on.
The interpreter's own way to start a process shares memory until the program is there (vfork) and runs none of it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Spawned", "spawn"]


class Spawned:
    """A process: what is written to `stdin` it reads, what it prints comes from `stdout`."""

    def __init__(
        self,
        popen: subprocess.Popen[bytes],
        stdin: asyncio.StreamWriter,
        stdout: asyncio.StreamReader,
        pipe: asyncio.ReadTransport,
    ) -> None:
        self._popen, self._pipe = popen, pipe
        self.stdin, self.stdout = stdin, stdout

    @property
    def pid(self) -> int:
        """Number of the process, and of its group."""
        return self._popen.pid

    @property
    def returncode(self) -> int | None:
        """What it ended with; None while it runs."""
        return self._popen.poll()

    def kill(self) -> None:
        """End it at once, with all that it started."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)

    async def wait(self) -> int:
        """Wait until it has ended, and close its pipes."""
        code = await asyncio.to_thread(self._popen.wait)
        self.stdin.close()
        self._pipe.close()
        await asyncio.sleep(0)  # pipes are closed in the loop's next turn
        return code


async def spawn(words: Sequence[str], env: Mapping[str, str], limit: int) -> Spawned:
    """Start a process in a session of its own.

    Parameters
    ----------
    words
        Program and arguments.
    limit
        Longest line that is read from it, bytes.
    """
    popen = await asyncio.to_thread(_start, words, env)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=limit)
    pipe, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), popen.stdout)
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, popen.stdin)
    return Spawned(popen, asyncio.StreamWriter(transport, protocol, None, loop), reader, pipe)


def _start(words: Sequence[str], env: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program
        list(words),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=dict(env),
    )
