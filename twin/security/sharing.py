"""The same work for many places, on two or more cores: every place is reckoned by itself, so that the answer is the same on one.

The workers are forks of this process and find in memory what they work on; only what they made goes back, by a pipe. Whoever is
free takes the next place, the greatest first; results stand in the order of the places.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

__all__ = ["cores", "shared"]

_T = TypeVar("_T")
_WORTH_IT = 200


def cores(things: int) -> int:
    """Say how many processes are worth their start for so many cameras: two at most, and on Linux only, where forks are safe."""
    if sys.platform != "linux" or things < _WORTH_IT:
        return 1
    return min(2, len(os.sched_getaffinity(0)))


def shared(work: Callable[[int], _T], sizes: Sequence[float], workers: int = 1) -> list[_T]:
    """Call ``work(i)`` for every i of `sizes`.

    Parameters
    ----------
    work
        Gives something that can be pickled, and changes nothing.
    sizes
        How much work each i is, roughly.
    workers
        Processes in all; 1 works here and nowhere else.

    Returns
    -------
    What it gave, in the order of `sizes`. What another process failed at is done again here.
    """
    order = sorted(range(len(sizes)), key=lambda number: (-sizes[number], number))
    if workers <= 1 or len(order) < 2:
        found = {number: work(number) for number in range(len(sizes))}
        return [found[number] for number in range(len(sizes))]
    context = multiprocessing.get_context("fork")
    taken = context.Value("q", 0)
    gc.collect()
    gc.freeze()  # no page of what is only read is copied for the collector's marks
    helpers = []
    for _ in range(workers - 1):
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_help, args=(theirs, work, order, taken), daemon=True)
        process.start()
        theirs.close()
        helpers.append((process, ours))
    try:
        found = dict(_some(work, order, taken))
        for process, pipe in helpers:
            found |= _received(pipe)
            process.join()
    finally:
        gc.unfreeze()
        for process, pipe in helpers:
            pipe.close()
            if process.is_alive():
                process.terminate()
                process.join()
    return [found[number] if number in found else work(number) for number in range(len(sizes))]


def _some(work: Callable[[int], _T], order: list[int], taken: Any) -> list[tuple[int, _T]]:
    """Take what is next until nothing is left."""
    made: list[tuple[int, _T]] = []
    while True:
        with taken.get_lock():
            at = taken.value
            taken.value += 1
        if at >= len(order):
            return made
        made.append((order[at], work(order[at])))


def _help(pipe: Connection, work: Callable[[int], Any], order: list[int], taken: Any) -> None:
    """Work in another process, and send what came of it."""
    gc.disable()
    with suppress(Exception):  # whoever waits makes what is missing, and meets the same fault where it can be told
        pipe.send(_some(work, order, taken))
    pipe.close()


def _received(pipe: Connection) -> dict[int, Any]:
    """Take what another process made; nothing where it died."""
    try:
        return dict(pipe.recv())
    except EOFError:
        return {}
