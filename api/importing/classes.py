"""A user's own table of room classes: a name, number or type on the left (``*`` stands for anything), a class on the right."""

from __future__ import annotations

import csv
import io
import tomllib
from typing import TYPE_CHECKING

from twin.model.errors import UsageError
from twin.model.tables import ROOM_CLASSES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_classes"]

_HEADS = {"class", "room_class", "类别", "房间类别"}


def read_classes(path: Path) -> tuple[tuple[str, str], ...]:
    """Read a table of room classes.

    Parameters
    ----------
    path
        CSV with two columns (a heading line is allowed), UTF-8 or GB 18030; or TOML, ``"名称" = "class"`` or
        ``class = ["名称", …]``.

    Returns
    -------
    Pairs in the order of the file; the first that fits a room decides.

    Raises
    ------
    UsageError
        ``import.bad_classes`` with the line at fault.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _fault(path, str(error)) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", errors="replace")
    pairs = _from_toml(path, text) if path.suffix.lower() == ".toml" else _from_csv(path, text)
    if not pairs:
        raise _fault(path, "0")
    for name, kind in pairs:
        if not name or kind not in ROOM_CLASSES:
            raise _fault(path, f"{name or '-'} → {kind or '-'}")
    return tuple(pairs)


def _from_csv(path: Path, text: str) -> list[tuple[str, str]]:
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), strict=True) if any(row)]
    except csv.Error as error:
        raise _fault(path, str(error)) from error
    if rows and len(rows[0]) > 1 and rows[0][1].lower() in _HEADS:
        rows = rows[1:]
    for number, row in enumerate(rows, start=1):
        if len(row) < 2:
            raise _fault(path, f"{number}: {','.join(row)[:60]}")
    return [(row[0], row[1]) for row in rows]


def _from_toml(path: Path, text: str) -> list[tuple[str, str]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _fault(path, str(error)) from error
    pairs = []
    for name, value in table.items():
        if isinstance(value, list):
            pairs += [(str(one), name) for one in value]
        else:
            pairs.append((name, str(value)))
    return pairs


def _fault(path: Path, what: str) -> UsageError:
    return UsageError("import.bad_classes", file=path.name, what=what, known=" ".join(ROOM_CLASSES))
