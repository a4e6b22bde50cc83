"""Pausing the garbage collector while a table is read: a million small objects that all stay are no garbage to look for."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["collector_paused"]


@contextmanager
def collector_paused() -> Iterator[None]:
    """Do without cyclic collection for a while; whoever found it at work sets it to work again.

    Reading a city (2.5 million cells) spends half its processor time in collections that find nothing. Memory is freed by
    reference counts meanwhile, as always; only cycles wait.
    """
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()
