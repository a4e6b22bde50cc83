"""How a file is reached: for reading and writing, for reading alone, or as something that nobody can change meanwhile.

SQLite wants to keep two files beside one in write-ahead mode, even for reading. Where nothing can be written (a read-only disk, a
folder of somebody else's) it reads all the same if told that nobody can change the file; that is true as long as no log lies
beside it.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from twin.model.errors import StoreBusyError, StoreError
from twin.store import engine

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["BUSY", "DAMAGED", "can_write", "meaning", "open_to_read"]

BUSY = ("locked", "busy")
DAMAGED = ("malformed", "not a database", "corrupt")
_READ_ONLY = ("readonly", "read-only")
_NO_ROOM = ("database or disk is full", "file too large", "no space")
_NO_WRITING = ("unable to open", "disk i/o")


def can_write(path: Path) -> bool:
    """Tell whether a file that is there and the folder around it can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that is there and write nothing to it.

    Raises
    ------
    sqlite3.Error
        If it cannot be read.
    """
    way = "mode=ro"
    if not os.access(path.parent, os.W_OK) and not _has_log(path):
        way += "&immutable=1"
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?{way}", uri=True, timeout=engine.BUSY_S, isolation_level=None, check_same_thread=False
    )


def _has_log(path: Path) -> bool:
    """Tell whether changes lie beside a file that are not in it yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def meaning(error: BaseException, store: object) -> StoreError | None:
    """Give what SQLite's words mean to whoever uses the store; None where it is our own fault."""
    said = str(error).lower()
    if any(word in said for word in BUSY):
        return StoreBusyError("store.busy", store=store)
    if any(word in said for word in _READ_ONLY):
        return StoreError("store.read_only", store=store)
    if any(word in said for word in _NO_ROOM):
        return StoreError("store.full", store=store, reason=error)
    if any(word in said for word in _NO_WRITING):
        return StoreError("store.cannot_write", store=store, reason=error)
    if any(word in said for word in DAMAGED):
        return StoreError("store.damaged", store=store, reason=error)
    return None
