"""One broken file through the real program, and what has to hold then: an answer in words, and all of the file or none of it."""

from __future__ import annotations

import io
import json
import os
import resource
import shutil
import tempfile
import time
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from api.main import main
from bim_import.importing import import_ifc
from bim_import.options import ImportOptions
from gis.sandbox import Limits
from tests.soak.warm import warm
from twin.model.errors import ImportRefused
from twin.model.tables import IN_BUILDING
from twin.store import create_store, open_store
from twin.store.verifying import inner_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIMITS", "LOST", "Desk", "Told", "desk"]

LIMITS = Limits(cpu_s=20.0, wall_s=120.0, memory_mb=4096.0)
"""Less time than the program gives (120 CPU-s and more): whatever takes this long is a hang that would end later."""
LOST = {
    "ifc.reader_crashed": "crash of the child turned verdict", "read.crash": "crash of the child turned verdict",
    "ifc.reader_timeout": "timeout turned verdict", "read.timeout": "timeout turned verdict",
    "ifc.reader_memory": "memory limit turned verdict", "read.memory": "memory limit turned verdict",
    "ifc.reader_failed": "error of the child turned verdict", "read.failed": "error of the child turned verdict",
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What became of one file: exit code, verdict, findings as told, rooms' areas by key, faults of ours, seconds."""

    exit: int
    verdict: str
    findings: list[dict[str, Any]]
    areas: dict[str, float]
    faults: list[str]
    reached: bool
    cpu_s: float
    wall_s: float
    counts: dict[str, int] = field(default_factory=dict)


@contextmanager
def desk() -> Iterator[Desk]:
    """Give a desk to try files at, with warm children and tight limits."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="twin-soak-")))
        stack.enter_context(mock.patch.dict(os.environ, {"XDG_STATE_HOME": str(folder / "state")}))
        stack.enter_context(mock.patch.object(ImportOptions, "limits_for", return_value=LIMITS))
        started: list[int] = []
        stack.enter_context(warm(started))
        yield Desk(folder, started)


class Desk:
    """A fresh store for every file."""

    def __init__(self, folder: Path, started: list[int]) -> None:
        """Make the empty store that all are copies of."""
        self.folder = folder
        self._started = started
        self._empty = folder / "empty.gpkg"
        create_store(self._empty).close()

    def read_file(self, name: str, data: bytes) -> Told:
        """Read a model up to its tables, everything but the store: intake, child, verdict, frames."""
        path = self.folder / name
        path.write_bytes(data)
        before, began, spent = len(self._started), time.monotonic(), _cpu_s()
        verdict, counts, faults, areas, found = "refused", {}, [], {}, []
        try:
            model = import_ifc(path, ImportOptions(glb=False))
            verdict, counts, found = "read", dict(model.report.counts), list(model.report.findings)
            model.report.record(), model.report.lines()
            rooms = model.frames["room"]
            areas = dict(zip(rooms["room_id"], map(float, rooms["area_m2"]), strict=True))
        except ImportRefused as refusal:
            found = list(refusal.findings)
            faults += [] if found else ["refused without a word"]
        except Exception as error:  # noqa: BLE001 - whatever else comes out is a defect, and is counted
            faults.append(f"{type(error).__name__}: {error}")
        findings = [finding.record() for finding in found]
        lost = next((LOST[item["code"]] for item in findings if item["code"] in LOST and item["severity"] == "error"), "")
        wall_s = time.monotonic() - began
        faults += _faults(0, json.dumps(findings, ensure_ascii=False), "", wall_s)
        return Told(0, lost or verdict, findings, areas, faults, len(self._started) > before, _cpu_s() - spent, wall_s, counts)

    def try_file(self, name: str, data: bytes, *options: str) -> Told:
        """Import these bytes under this name, and look at everything that has to hold."""
        path, store = self.folder / name, self.folder / "trial.gpkg"
        path.write_bytes(data)
        try:
            return self.try_path(path, store, *options)
        finally:
            path.unlink(missing_ok=True)

    def try_path(self, path: Path, store: Path, *options: str) -> Told:
        """Import one file."""
        for old in store.parent.glob(f"{store.name}*"):
            old.unlink()
        shutil.copyfile(self._empty, store)
        before = len(self._started)
        began, spent = time.monotonic(), _cpu_s()
        code, out, err = _run("import", str(path), "--store", str(store), "--json", "--yes", *options)
        wall_s, cpu_s = time.monotonic() - began, _cpu_s() - spent
        faults = _faults(code, out, err, wall_s)
        record = _record(out)
        held, more = _held(store, record)
        findings = record.get("findings", [])
        lost = next((LOST[found["code"]] for found in findings if found["code"] in LOST and found["severity"] == "error"), "")
        status = str(record.get("status", "refused"))
        if status != "imported" and not findings and "error" not in _json(out):
            faults.append("refused without a word")
        return Told(
            code, lost or ("read" if status == "imported" else "refused"), findings, held, [*faults, *more],
            len(self._started) > before, cpu_s, wall_s, record.get("counts", {}),
        )  # fmt: skip


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(use.ru_utime + use.ru_stime for use in used)


def _run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(list(words))
        except SystemExit as stop:
            code = int(stop.code or 0)
    return code, out.getvalue(), err.getvalue()


def _faults(code: int, out: str, err: str, wall_s: float) -> list[str]:
    """Name what must never happen."""
    faults = [f"exit code {code}"] if code not in {0, 1} else []
    if "Traceback" in out + err or 'File "' in out + err:
        faults.append("a traceback in what is said")
    if wall_s > LIMITS.wall_s + 60:
        faults.append(f"hung for {wall_s:.0f} s")
    return faults


def _json(out: str) -> dict[str, Any]:
    try:
        told = json.loads(out)
    except ValueError:
        return {}
    return dict(told.get("result", told))


def _record(out: str) -> dict[str, Any]:
    """Give the record of the one file."""
    return next(iter(_json(out).get("files", [])), {})


def _held(name: Path, record: dict[str, Any]) -> tuple[dict[str, float], list[str]]:
    """Read back what the store holds: all of the file where it was taken, nothing where not, and sound either way."""
    faults: list[str] = []
    with open_store(name) as store:
        faults += [f"stray tree {layer}" for layer in store.stray_trees()]
        faults += [f"log: {found.code}" for found in inner_faults(store)]
        sources = len(store.sources())
        district = store.snapshot()
        rooms = [*district.frame("room").itertuples(), *store.local_frame("room").itertuples()]
        rows = sum(len(district.frame(table)) + len(store.local_frame(table)) for table in IN_BUILDING)
    if record.get("status") == "imported":
        if "rooms" in record.get("counts", {}) and "report" in record and record["counts"]["rooms"] != len(rooms):
            faults.append(f"{len(rooms)} of {record['counts']['rooms']} rooms in the store")
    elif rows or sources:
        faults.append(f"{rows} rows of a file that was refused")
    return {row.room_id: float(row.area_m2) for row in rooms if row.area_m2 == row.area_m2}, faults
