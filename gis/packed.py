"""Zip files from outside, which Excel and KMZ files are too: looked through, then unpacked within limits, or refused.

Nothing the directory of an archive says is believed: bytes are counted as they come out, and no member names a path of ours.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gis.faults import GisError

if TYPE_CHECKING:
    from collections.abc import Collection

    from gis.handover import Bounds

__all__ = ["is_zip", "look_through", "unpack"]

MOST_MEMBERS = 2000
MOST_RATIO = 200
"""Sheets and shapefiles pack 3 to 30 times; a bomb packs over 1000 times."""
FREE_BYTES = 2**22
"""The ratio is not asked of what is small when unpacked: a column of equal cells may pack very well."""
_CHUNK = 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def is_zip(path: Path) -> bool:
    """Tell by the first bytes."""
    with path.open("rb") as file:
        return file.read(4) in {b"PK\x03\x04", b"PK\x05\x06"}


def look_through(path: Path, bounds: Bounds) -> list[str]:
    """Read every member to nowhere, counting, and give their names.

    Raises
    ------
    GisError
        ``zip.broken``, ``zip.locked``, ``zip.too_many`` or ``zip.too_much``.
    """
    return [name for name, _ in _members(path, bounds)]


def unpack(path: Path, folder: Path, wanted: Collection[str], bounds: Bounds) -> list[Path]:
    """Write the members whose names end in one of `wanted` into a folder, one numbered folder for each that they were in.

    Parameters
    ----------
    wanted
        Ends of names in lower case, with their dot.

    Returns
    -------
    The files written; what lay together lies together, and of two members of the same place and name the later one counts.

    Raises
    ------
    GisError
        As `look_through`; ``zip.nothing`` if no member is wanted.
    """
    found: set[Path] = set()
    places: dict[str, Path] = {}
    for name, data in _members(path, bounds, wanted):
        inside = PurePosixPath(name.replace("\\", "/"))
        place = places.setdefault(str(inside.parent), folder / str(len(places)))
        place.mkdir(exist_ok=True)
        target = place / inside.name
        target.write_bytes(data)
        found.add(target)
    if not found:
        raise GisError("zip.nothing", file=path.name, wanted=" ".join(sorted(wanted)))
    return sorted(found)


def _members(path: Path, bounds: Bounds, wanted: Collection[str] = ("",)) -> list[tuple[str, bytes]]:
    """Read the wanted members; those not wanted are not unpacked at all. With the wish for every one, none is kept."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and not _hidden(member.filename)]
            if len(members) > MOST_MEMBERS:
                raise GisError("zip.too_many", file=path.name, count=len(members), limit=MOST_MEMBERS)
            locked = [member.filename for member in members if member.flag_bits & 0x1]
            if locked:
                raise GisError("zip.locked", file=path.name, member=locked[0][:80])
            left = [_most_bytes(path, bounds)]
            ends = tuple(wanted)
            return [
                (_text(member), _read(archive, member, path, left, keep=ends != ("",)))
                for member in members
                if _text(member).lower().endswith(ends)
            ]
    except _BROKEN as error:
        raise GisError("zip.broken", file=path.name, detail=str(error)[:200]) from error


def _most_bytes(path: Path, bounds: Bounds) -> float:
    return min(bounds.file_mb * 2**20, max(MOST_RATIO * path.stat().st_size, FREE_BYTES))


def _hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or PurePosixPath(name.replace("\\", "/")).name.startswith(".")


def _text(member: zipfile.ZipInfo) -> str:
    """Give the name of a member: without the mark of UTF-8 it is what Windows in China writes, GB 18030."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, left: list[float], *, keep: bool) -> bytes:
    parts = []
    with archive.open(member) as source:
        while part := source.read(_CHUNK):
            left[0] -= len(part)
            if left[0] < 0:
                raise GisError("zip.too_much", file=path.name)
            if keep:
                parts.append(part)
    return b"".join(parts)
