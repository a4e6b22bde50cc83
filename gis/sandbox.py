"""Native readers (GDAL, ifcopenshell) work in a child process with limits: a crash is a verdict, never our death.

`run` starts ``python -m gis.sandbox``, which lowers its limits, gives up the network and calls one function
``module:name(arguments, workdir)``. Arguments and value are JSON; anything large travels as a file (Arrow, WKB) in
`workdir`. Nothing is ever unpickled.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import importlib
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from gis.seal import forbid_network, limit_resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Limits", "Verdict", "run"]

Status = Literal["ok", "error", "crash", "timeout", "memory"]

_TARGET = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*\Z")
_PASSED_ON = ("GDAL_DATA", "LD_LIBRARY_PATH", "PATH", "PROJ_DATA", "PROJ_LIB", "SYSTEMROOT", "TZ")
_LARGEST_VALUE = 64 * 2**20
_LOOK_S = 0.1
"""Seconds between two looks at a child's memory and clock."""
_LOG_TAIL = 4000
_FULL = 0.8
"""Share of its address space past which a child that failed is taken to have failed for want of memory."""
_OUT_OF_MEMORY = re.compile(
    r"bad_alloc|MemoryError|out of memory|cannot allocate memory|memory allocation|failed to map segment", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: processor and clock seconds, megabytes of address space, megabytes of any one file it writes."""

    cpu_s: float = 120.0
    wall_s: float = 600.0
    memory_mb: float = 4096.0
    file_mb: float = 2048.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a child ended.

    `status` ok: `value` is what the function returned. error: it raised; `value` holds ``type`` and ``message``, and
    ``code`` and ``values`` where the exception carried them. crash, timeout, memory: the process was lost and `value` is None.
    `detail` is for the log of the people who run the program: the message and the tail of what the child printed.
    """

    status: Status
    value: Any
    detail: str
    cpu_s: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class _End:
    """What the kernel says of a finished child."""

    exit_code: int
    timed_out: bool
    cpu_s: float
    peak_mb: float
    mapped_mb: float


def run(target: str, arguments: Mapping[str, Any], *, workdir: Path, limits: Limits = Limits()) -> Verdict:
    """Call a function in a child process and say how it ended.

    Parameters
    ----------
    target
        ``module:function``; the function takes ``(arguments: dict, workdir: Path)`` and returns something JSON can say.
    arguments
        JSON-able.
    workdir
        Existing folder, the child's current directory; files go to and fro through it.
    limits
        See `Limits`.

    Returns
    -------
    The verdict; this function raises nothing on the child's account.

    Raises
    ------
    ValueError
        If `target` has another form.
    """
    if not _TARGET.match(target):
        message = f"not module:function: {target}"
        raise ValueError(message)
    box = Path(tempfile.mkdtemp(prefix="sandbox-", dir=workdir)).resolve()
    try:
        request = {
            "target": target,
            "arguments": dict(arguments),
            "workdir": str(Path(workdir).resolve()),
            "limits": asdict(limits),
        }
        (box / "request.json").write_text(json.dumps(request), encoding="utf-8")
        end = _wait(_start(box, Path(workdir)), limits)
        return _judge(box, end, limits)
    finally:
        shutil.rmtree(box, ignore_errors=True)


def _start(box: Path, workdir: Path) -> subprocess.Popen[bytes]:
    """Start the child in its own session, with an environment that tells it nothing of ours."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment |= {
        "PYTHONPATH": os.pathsep.join(str(Path(entry or ".").resolve()) for entry in sys.path),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "HOME": str(box),
        "TMPDIR": str(box),
        # one thread each: a thread's arena counts against the address space even when it is never used
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "ARROW_DEFAULT_MEMORY_POOL": "system",
    }
    with (box / "log.txt").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and our own module
            [sys.executable, "-P", "-s", "-m", "gis.sandbox", str(box)],
            cwd=workdir,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _wait(process: subprocess.Popen[bytes], limits: Limits) -> _End:
    """Wait for the child, end its whole group at the deadline or when we are interrupted, and read what it used."""
    deadline = time.monotonic() + limits.wall_s
    peak_mb, mapped_mb, timed_out, pid = 0.0, 0.0, False, 0
    try:
        with _ended(process.pid) as ended:
            while not pid:
                ended(_LOOK_S)
                resident, mapped = _peaks_mb(process.pid)
                peak_mb, mapped_mb = max(peak_mb, resident), max(mapped_mb, mapped)
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if not pid and not timed_out and time.monotonic() > deadline:
                    timed_out = True
                    _end_group(process.pid)
    except BaseException:
        _end_group(process.pid)
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return _End(process.returncode, timed_out, usage.ru_utime + usage.ru_stime, peak_mb, mapped_mb)


@contextlib.contextmanager
def _ended(pid: int) -> Iterator[Callable[[float], object]]:
    """Give a way to wait so many seconds for a child, or until it ends where the system can tell us at once."""
    if not hasattr(os, "pidfd_open"):
        yield lambda seconds: time.sleep(min(seconds, 0.01))
        return
    handle = os.pidfd_open(pid)
    try:
        yield lambda seconds: select.select([handle], [], [], seconds)
    finally:
        os.close(handle)


def _end_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _peaks_mb(pid: int | str) -> tuple[float, float]:
    """Read the largest resident and mapped sizes so far; 0 where the system does not say (wait4 would count our own size too)."""
    try:
        text = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0, 0.0
    found = {name: int(size) / 1024 for name, size in re.findall(r"(VmHWM|VmPeak):\s+(\d+) kB", text)}
    return found.get("VmHWM", 0.0), found.get("VmPeak", 0.0)


def _judge(box: Path, end: _End, limits: Limits) -> Verdict:
    """Turn exit code, log and answer into a verdict."""
    log = _tail(box / "log.txt")

    def verdict(status: Status, detail: str, value: Any = None, peak_mb: float = 0.0) -> Verdict:
        return Verdict(status, value, f"{detail}\n{log}".strip(), end.cpu_s, max(end.peak_mb, peak_mb))

    spent = f"{end.cpu_s:.1f} CPU-s"
    if end.timed_out or end.exit_code in {-signal.SIGXCPU, -signal.SIGALRM}:
        return verdict("timeout", f"ended by its time limit after {spent}")
    if end.exit_code == -signal.SIGKILL and end.cpu_s >= limits.cpu_s:
        return verdict("timeout", f"ended by its processor limit after {spent}")
    if end.exit_code != 0:
        name = _signal_name(end.exit_code)
        starved = end.exit_code == -signal.SIGKILL or _OUT_OF_MEMORY.search(log) or end.mapped_mb > _FULL * limits.memory_mb
        return verdict("memory" if starved else "crash", f"ended by {name} after {spent}")
    answer = _answer(box / "value.json")
    if answer is None:
        return verdict("crash", "ended without an answer")
    status, value, peak_mb, mapped_mb = answer
    if status == "ok":
        return verdict("ok", "", value, peak_mb)
    if mapped_mb > _FULL * limits.memory_mb:
        status = "memory"  # a native library that gets no memory says whatever comes to its hand, even that the file is broken
    return verdict(status, f"{value['type']}: {value['message']}", value if status == "error" else None, peak_mb)


def _signal_name(exit_code: int) -> str:
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"exit code {exit_code}"


def _tail(path: Path) -> str:
    with path.open("rb") as file:
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - _LOG_TAIL))
        return file.read().decode("utf-8", "replace").strip()


def _answer(path: Path) -> tuple[Status, Any, float, float] | None:
    """Read the child's answer without trusting it; None where it is missing, too large or malformed."""
    try:
        if path.stat().st_size > _LARGEST_VALUE:
            return None
        answer = json.loads(path.read_bytes())
        status, value = answer["status"], answer["value"]
        peak_mb, mapped_mb = float(answer["peak_mb"]), float(answer["mapped_mb"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if status not in {"ok", "error", "memory"} or (status != "ok" and set(value) < {"type", "message"}):
        return None
    return status, value, peak_mb, mapped_mb


def _child(box: Path) -> None:
    """Do the work of the child: limits first, then the import of the target, then the call."""
    faulthandler.enable()
    gc.disable()  # what goes in circles goes with the process; looking for it costs a quarter of a large file's reading
    request = json.loads((box / "request.json").read_bytes())
    limits = Limits(**request["limits"])
    limit_resources(limits.cpu_s, limits.wall_s + 1, limits.memory_mb, limits.file_mb)
    forbid_network()
    module, _, name = request["target"].partition(":")
    status, value = _call(lambda: getattr(importlib.import_module(module), name), request["arguments"], Path(request["workdir"]))
    peak_mb, mapped_mb = _peaks_mb("self")
    answer = json.dumps({"status": status, "value": value, "peak_mb": peak_mb, "mapped_mb": mapped_mb}, allow_nan=False)
    (box / "value.json").write_text(answer, encoding="utf-8")


def _call(
    find: Callable[[], Callable[[dict[str, Any], Path], Any]], arguments: dict[str, Any], workdir: Path
) -> tuple[Status, Any]:
    """Call the function; any exception becomes part of the answer."""
    try:
        value = find()(arguments, workdir)
        json.dumps(value, allow_nan=False)
    except MemoryError as error:
        return "memory", {"type": "MemoryError", "message": str(error)}
    except Exception as error:  # noqa: BLE001 - the child's whole purpose is to turn any failure into a verdict
        traceback.print_exc()
        failure = {"type": type(error).__name__, "message": str(error)}
        if _OUT_OF_MEMORY.search(str(error)):
            return "memory", failure
        carried = {"code": getattr(error, "code", None), "values": getattr(error, "values", None)}
        if isinstance(carried["code"], str) and isinstance(carried["values"], dict):
            failure |= json.loads(json.dumps(carried, default=str))
        return "error", failure
    return "ok", value


if __name__ == "__main__":
    _child(Path(sys.argv[1]))
