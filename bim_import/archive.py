"""Zip and gzip files as they come from outside: unpacked with limits on size, ratio and number, or refused.

Nothing the archive says of itself is believed: bytes are counted as they come out, and member names never become paths.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["ArchiveFault", "unpack"]

MOST_MEMBERS = 1000
MOST_RATIO = 200
"""IFC text packs 5 to 20 times, rarely over 60; a bomb packs over 1000 times."""
_CHUNK = 2**20
_BROKEN = (zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class ArchiveFault(Exception):
    """An archive that is not unpacked; `code` is a catalogue entry, `values` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def unpack(path: Path, kind: str, target: Path, max_bytes: int) -> str:
    """Write the one IFC file of an archive to `target`.

    Parameters
    ----------
    path, kind
        The archive, and ``zip`` or ``gzip`` as its first bytes say.
    target
        File to write; what stands there is replaced.
    max_bytes
        Most bytes that may come out.

    Returns
    -------
    The member's name, for the report.

    Raises
    ------
    ArchiveFault
        If the archive is broken or locked, holds no IFC file or several, or holds too much.
    """
    try:
        return _unzip(path, target, max_bytes) if kind == "zip" else _gunzip(path, target, max_bytes)
    except _BROKEN as error:
        raise ArchiveFault("ifc.archive_broken", reason=f"{type(error).__name__}: {error}") from error


def _gunzip(path: Path, target: Path, max_bytes: int) -> str:
    with gzip.open(path) as source:
        _copy(source, target, min(max_bytes, MOST_RATIO * path.stat().st_size), max_bytes)
    return path.name.removesuffix(".gz")


def _unzip(path: Path, target: Path, max_bytes: int) -> str:
    with zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        if len(members) > MOST_MEMBERS:
            raise ArchiveFault("ifc.archive_many", count=len(members), most=MOST_MEMBERS)
        models = [member for member in members if not member.is_dir() and member.filename.lower().endswith(".ifc")]
        models = [member for member in models if not member.filename.startswith("__MACOSX/")]
        if len(models) != 1:
            names = "、".join(member.filename for member in (models or members)[:5]) or "-"
            raise ArchiveFault("ifc.archive_models", count=len(models), names=names)
        member = models[0]
        if member.flag_bits & 0x1:
            raise ArchiveFault("ifc.archive_locked", name=member.filename)
        with archive.open(member) as source:
            _copy(source, target, min(max_bytes, MOST_RATIO * max(1, member.compress_size)), max_bytes)
        return member.filename


class _Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def _copy(source: _Source, target: Path, most: int, max_bytes: int) -> None:
    """Copy until the end; stop as soon as more than `most` bytes have come out."""
    written = 0
    with target.open("wb") as file:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > most:
                file.close()
                target.unlink()
                if written > max_bytes:
                    raise ArchiveFault("ifc.too_large", size_mb=round(written / 2**20), most_mb=round(max_bytes / 2**20))
                raise ArchiveFault("ifc.archive_bomb", ratio=MOST_RATIO)
            file.write(chunk)
