"""Which files there are to import, what kind each is, and in which order they go in."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Literal

from gis.readers import SUFFIXES
from twin.model.errors import UsageError
from twin.model.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Kind", "gather", "kind_of", "passed_over", "table_called"]

Kind = Literal["ifc", "roads", "table", "other"]

_IFC = (".ifc", ".ifczip", ".ifcxml", ".ifc.gz", ".ifc.zip")
_ROADS = (".osm.pbf", ".pbf", ".net.xml", ".net.xml.gz")
_SELF_TELLING = (".gpkg", ".xlsx")
"""Files whose layers or sheets say themselves which tables they are."""
_ORDER = {name: place for place, name in enumerate(TABLES)}
_CALLED = {table.zh: name for name, table in TABLES.items()} | {name: name for name in TABLES}


def table_called(name: str) -> str:
    """Find a table by its name or its Chinese name; empty where there is none."""
    return _CALLED.get(name.strip().lower(), "")


def kind_of(path: Path) -> Kind:
    """Tell by its name who reads a file; a file without a telling name is an IFC where its first bytes say so."""
    name = path.name.lower()
    if name.endswith(_IFC):
        return "ifc"
    if name.endswith(_ROADS):
        return "roads"
    if name.endswith(".zip") and _holds_model(path):
        return "ifc"
    if name.endswith(SUFFIXES):
        return "table"
    with path.open("rb") as file:
        start = file.read(256).lstrip(b"\xef\xbb\xbf \t\r\n")
    return "ifc" if start.startswith(b"ISO-10303-21") else "other"


def _holds_model(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(member.lower().endswith(".ifc") for member in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def gather(paths: Iterable[Path]) -> list[tuple[Path, Kind]]:
    """List files and the contents of folders, models first, then tables as they depend on one another.

    A file named by the user is always listed, so that it is refused aloud; of a folder only what can be imported.

    Raises
    ------
    UsageError
        If a path does not exist, or a folder holds nothing to import.
    """
    found: list[tuple[Path, Kind]] = []
    for path in paths:
        if path.is_dir():
            inside = [
                (file, kind_of(file)) for file in sorted(path.iterdir()) if file.is_file() and not file.name.startswith(".")
            ]
            usable = sorted((item for item in inside if _usable(*item)), key=lambda item: (_rank(*item), item[0].name))
            if not usable:
                raise UsageError("cli.nothing_to_import", path=path)
            found += usable
        elif path.exists():
            found.append((path, kind_of(path)))
        else:
            raise UsageError("cli.no_path", path=path)
    return found


def passed_over(paths: Iterable[Path]) -> list[str]:
    """Name what a folder holds that is not imported, folders within it too, so that nothing is left out in silence."""
    return [
        item.name + ("/" if item.is_dir() else "")
        for path in paths
        if path.is_dir()
        for item in sorted(path.iterdir())
        if not item.name.startswith(".") and (item.is_dir() or not _usable(item, kind_of(item)))
    ]


def _usable(path: Path, kind: Kind) -> bool:
    """Take from a folder what says what it is: models, road files, and tables named after one of ours."""
    return kind in {"ifc", "roads"} or (
        kind == "table" and (bool(table_called(path.stem)) or path.suffix.lower() in _SELF_TELLING)
    )


def _rank(path: Path, kind: Kind) -> int:
    """Sites first, models next, then the tables in the order of the schema."""
    place = _ORDER.get(table_called(path.stem), len(_ORDER))
    if kind == "table":
        return 0 if place == 0 else 2 + place
    return 1 if kind == "ifc" else 2 + _ORDER["road"]
