"""Functions for the sandbox to call, each of which goes wrong in its own way."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

HELD = []


class CarryingError(Exception):
    """An error with a catalogue code, as gis raises them."""

    code = "gis.something"
    values = {"path": Path("a.gpkg"), "row": 3}  # noqa: RUF012 - never changed


def echo(arguments, workdir):
    (workdir / "seen.bin").write_bytes(b"\x00\x01")
    return {"arguments": arguments, "workdir": str(workdir), "cwd": str(Path.cwd()), "environment": sorted(os.environ)}


def raise_plain(_arguments, _workdir):
    message = "this file is nonsense"
    raise KeyError(message)


def raise_carrying(_arguments, _workdir):
    raise CarryingError


def segfault(_arguments, _workdir):
    ctypes.string_at(0)


def killed(arguments, _workdir):
    os.kill(os.getpid(), arguments["signal"])
    signal.pause()


def leave_silently(_arguments, _workdir):
    os._exit(0)


def leave_with_code(_arguments, _workdir):
    os._exit(7)


def spin(_arguments, _workdir):
    while True:
        pass


def doze(_arguments, _workdir):
    while True:
        time.sleep(1)


def fork_and_doze(_arguments, workdir):
    """Leave a grandchild behind (os.fork is refused, so ask libc)."""
    pid = ctypes.CDLL(None).fork()
    if pid:
        (workdir / "grandchild").write_text(str(pid))
    while True:
        time.sleep(1)


def hoard(_arguments, _workdir):
    while True:
        HELD.append(bytearray(16 * 2**20))


def native_hoard(_arguments, _workdir):
    """Run out of memory below Python, the way C++ libraries do."""
    sys.stderr.write("terminate called after throwing an instance of 'std::bad_alloc'\n")
    sys.stderr.flush()
    os.abort()


def open_socket(_arguments, _workdir):
    socket.create_connection(("127.0.0.1", 9))


def native_socket(_arguments, _workdir):
    libc = ctypes.CDLL(None, use_errno=True)
    return {"made": libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0), "errno": ctypes.get_errno()}


def start_program(_arguments, _workdir):
    subprocess.run(["true"], check=True)


def return_object(_arguments, _workdir):
    return {"answer": object()}


def return_nan(_arguments, _workdir):
    return float("nan")


def return_much(_arguments, _workdir):
    return "x" * (70 * 2**20)


def write_much(_arguments, workdir):
    with (workdir / "big").open("wb") as file:
        for _ in range(64):
            file.write(bytes(2**20))


def forge(_arguments, workdir):
    """Write an answer by hand, then leave before the real one is written."""
    box = next(Path(workdir).glob("sandbox-*"))
    (box / "value.json").write_text('{"status": "perfect"}')
    os._exit(0)


def talk(_arguments, _workdir):
    sys.stdout.write("一行 line on stdout\n")
    sys.stderr.write("x" * 100_000 + "the end\n")
    return 1
