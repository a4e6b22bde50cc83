"""What passes between us and the child process that reads a foreign file: tables as Arrow files, failures as `GisError`.

Geometry travels as WKB in the column `geometry`. Nothing is unpickled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from gis import sandbox
from gis.faults import GisError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

__all__ = ["USUAL_BOUNDS", "Bounds", "check_file", "fetch", "read_apart", "send"]

_WITHOUT_ANSWER = {"crash": "read.crash", "timeout": "read.timeout", "memory": "read.memory"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that is read from one file: megabytes on disk, rows of all its layers, vertices, seconds, megabytes at work."""

    file_mb: float = 512.0
    rows: int = 1_000_000
    vertices: int = 20_000_000
    seconds: float = 600.0
    memory_mb: float = 6144.0


USUAL_BOUNDS = Bounds()


def check_file(path: Path, bounds: Bounds) -> None:
    """See that a path is a file of a size we read.

    Raises
    ------
    GisError
        ``read.no_file``, ``read.no_bytes`` or ``read.too_large``.
    """
    if not path.is_file():
        raise GisError("read.no_file", file=str(path))
    size = path.stat().st_size
    if size == 0:
        raise GisError("read.no_bytes", file=path.name)
    if size > bounds.file_mb * 2**20:
        raise GisError("read.too_large", file=path.name, size=round(size / 2**20, 1), limit=bounds.file_mb)


def read_apart(target: str, path: Path, arguments: Mapping[str, Any], workdir: Path, bounds: Bounds) -> Any:
    """Call a reader in a child process.

    Parameters
    ----------
    target
        ``module:function`` of a reader, called with ``path``, ``file`` (its name), ``rows``, ``vertices`` and `arguments`.

    Raises
    ------
    GisError
        What the reader raised; ``read.failed`` for any other exception of its; ``read.crash``, ``read.timeout``, ``read.memory``
        if the process was lost.
    """
    limits = sandbox.Limits(cpu_s=bounds.seconds, wall_s=bounds.seconds * 2, memory_mb=bounds.memory_mb)
    about = {"path": str(path.resolve()), "file": path.name, "rows": bounds.rows, "vertices": bounds.vertices}
    verdict = sandbox.run(target, {**about, **arguments}, workdir=workdir, limits=limits)
    if verdict.status == "ok":
        return verdict.value
    if verdict.status == "error" and "code" in verdict.value:
        raise GisError(verdict.value["code"], **verdict.value["values"])
    if verdict.status == "error":
        raise GisError("read.failed", file=path.name, detail=verdict.value["message"][:500])
    raise GisError(_WITHOUT_ANSWER[verdict.status], file=path.name, seconds=bounds.seconds, memory=bounds.memory_mb)


def send(table: pa.Table, path: Path) -> None:
    """Write a table for the other side."""
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def fetch(path: Path, file: str) -> pd.DataFrame:
    """Read a table that the other side made of `file`: text and flags as objects with None, whole numbers with gaps too.

    Raises
    ------
    GisError
        ``read.crash`` if what the child left is no sound table.
    """
    try:
        with pa.OSFile(str(path), "rb") as source:
            table = pa.ipc.open_file(source).read_all()
        table.validate(full=True)
    except (OSError, pa.ArrowInvalid) as error:
        raise GisError("read.crash", file=file) from error
    frame = table.to_pandas(integer_object_nulls=True, date_as_object=True)
    for name in frame.columns[[str(kind) in {"str", "string", "object"} for kind in frame.dtypes]]:
        held = frame[name].astype(object)
        frame[name] = held.where(held.notna(), None)
    return frame
