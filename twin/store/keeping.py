"""Backups: one file from either engine while the store is in use; back again after a rehearsal, the old store kept beside."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from twin.model.checks import check
from twin.model.errors import StoreError, UsageError
from twin.store.embedded import FilePlace, copy_file, remove_file
from twin.store.heads import Head
from twin.store.layout import moment_word, now
from twin.store.moving import fill, write_copy
from twin.store.opening import open_store, place_of
from twin.store.reaching import meaning
from twin.store.verifying import inner_faults

if TYPE_CHECKING:
    from twin.model.findings import Finding
    from twin.store.tally import Tally

__all__ = ["Rehearsal", "backup", "rehearse", "restore"]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a backup holds: its tally, number and time of its newest change set, faults of its data by severity, of its log."""

    tally: Tally
    version: int
    at: str
    faults: dict[str, int]
    log_faults: tuple[Finding, ...] = ()


def backup(source: str | Path, out: Path) -> Rehearsal:
    """Write a store, which may be in use, to one GeoPackage, and open and count that file before it gets its name.

    Raises
    ------
    UsageError
        If the file exists.
    StoreError
        If the store cannot serve, the file cannot be written, or what was written is not sound.
    """
    if out.exists():
        raise UsageError("store.exists", store=out)
    if not out.parent.is_dir():
        raise StoreError("store.no_folder", folder=out.parent)
    draft = out.with_name(f".{out.name}.draft")
    try:
        remove_file(draft)
        with open_store(source) as store:
            if isinstance(store.place, FilePlace):
                copy_file(store.place.path, draft)
            else:
                write_copy(store, FilePlace(draft))
        found = _look_at(draft)
        with closing(sqlite3.connect(draft)) as alone:  # a backup is one file, readable where nothing can be written beside it
            alone.execute("PRAGMA journal_mode = DELETE")
        draft.rename(out)
    except (OSError, sqlite3.Error) as error:
        raise meaning(error, out) or StoreError("store.cannot_write", store=out, reason=error) from error
    finally:
        with suppress(OSError):
            remove_file(draft)
    return found


def rehearse(file: Path) -> Rehearsal:
    """Open a backup in a place of its own, look for damage, count it and check its data; nothing is changed anywhere.

    Raises
    ------
    StoreError
        If it is no sound store of this program.
    """
    with tempfile.TemporaryDirectory(prefix="twin-rehearsal-") as folder:
        copy = Path(folder) / "copy.gpkg"
        _fetch(file, copy)
        return _look_at(copy)


def restore(file: Path, target: str | Path) -> tuple[Rehearsal, str]:
    """Put a backup in a store's place, after a rehearsal; a store that is there is kept beside.

    What is remembered outside of the log that was there stays: a backup that is older lacks its end, and
    `twin.store.verifying.verify` says so until somebody accepts it.

    Returns
    -------
    What was restored, and the name of the store that was there, empty where there was none.

    Raises
    ------
    StoreError
        If the backup is not sound, or the place cannot be used; then nothing has changed.
    """
    place = place_of(target)
    with tempfile.TemporaryDirectory(prefix="twin-restore-") as folder:
        copy = Path(folder) / "copy.gpkg"
        _fetch(file, copy)
        found = _look_at(copy)
        keep = place.beside(f"before_{moment_word()}") if place.exists() else None
        with open_store(copy) as origin, place.making(keep) as connection:
            fill(connection, place, origin)
            newest = origin.log(1)
        if keep:
            place.heads.carry(keep.heads)
        if newest and not place.heads.read():
            place.heads.remember(Head("made", newest[0]["set_id"], newest[0]["hash"], now(), f"backup {file.name}"))
    return found, keep.name if keep else ""


def _fetch(file: Path, copy: Path) -> None:
    """Copy a backup, having seen that it is a store at all."""
    FilePlace(file).version()
    try:
        copy_file(file, copy)
    except sqlite3.Error as error:
        raise StoreError("store.damaged", store=file, reason=error) from error


def _look_at(path: Path) -> Rehearsal:
    """Look through a store in a file that nobody else uses."""
    with closing(sqlite3.connect(path)) as connection:
        said = connection.execute("PRAGMA integrity_check(3)").fetchall()
    if said != [("ok",)]:
        raise StoreError("store.damaged", store=path.name, reason="; ".join(line[0] for line in said))
    with open_store(path) as store:
        if strays := store.stray_trees():
            raise StoreError("store.damaged", store=path.name, reason=f"R*Tree: {', '.join(strays)}")
        newest = store.log(1)
        faults = Counter(str(finding.severity) for finding in check(store.snapshot()))
        return Rehearsal(
            store.tally(), store.version, newest[0]["at"] if newest else "", dict(faults), tuple(inner_faults(store))
        )
