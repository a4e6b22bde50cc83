"""The sandbox without its half second of start: a child forked from a process that has loaded everything already.

Limits, seal, call, answer and verdict are the program's own (`gis.sandbox`); only the start of a new interpreter is left out.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest import mock

from gis import sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["warm"]

LOADED = ("bim_import.work", "gis.readers", "gis.road_files")


@contextmanager
def warm(started: list[int]) -> Iterator[None]:
    """Fork the sandbox's children while the block lasts; the number of each is added to `started`."""
    for module in LOADED:
        importlib.import_module(module)

    def start(box: Path, workdir: Path) -> _Forked:
        started.append(os.fork())
        if started[-1] == 0:
            _be_the_child(box, workdir)
        return _Forked(started[-1])

    with mock.patch.object(sandbox, "_start", start):
        yield


class _Forked:
    """As much of a `subprocess.Popen` as the sandbox asks for."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def wait(self) -> None:
        """Bury it."""
        os.waitpid(self.pid, 0)


def _be_the_child(box: Path, workdir: Path) -> None:
    """Do what `sandbox._start` has the new interpreter do, and never come back."""
    status = 1
    try:
        os.setsid()
        os.chdir(workdir)
        log = os.open(box / "log.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(log, stream)
        sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
        sandbox._child(box)
        status = 0
    except BaseException:  # noqa: BLE001 - as an interpreter does with what nobody catches
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
