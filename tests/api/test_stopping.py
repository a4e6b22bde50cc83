"""An import that is told to stop leaves nothing behind: no temporary folder, no child, no half of a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from api.stopping import stoppable
from tests.bim_import.models import INSTITUTE
from tests.conftest import ROOT
from twin.store import create_store, open_store


def working_in(folder):
    """Give the processes whose command line names a folder."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "cmdline").read_bytes().decode(errors="replace")
            except OSError:
                continue
            if str(folder) in line and "gis.sandbox" in line:
                found.append(int(entry.name))
    return found


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_import_that_is_stopped_leaves_nothing_behind(number, tmp_path, testdata):
    if sys.platform != "linux":
        pytest.skip("looks into /proc")
    scratch, path = tmp_path / "scratch", tmp_path / "twin.gpkg"
    scratch.mkdir()
    with create_store(path):
        pass
    environment = {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "api.main", "import", str(testdata / "ifc" / INSTITUTE), "--store", str(path)]
    with subprocess.Popen(words, env=environment, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not working_in(scratch):
            try:
                process.wait(timeout=0.02)
            except subprocess.TimeoutExpired:
                continue
        assert process.poll() is None, process.stderr.read()
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Stopped" in told.decode()
    assert "Traceback" not in told.decode()
    assert list(scratch.iterdir()) == []
    assert working_in(scratch) == []
    with open_store(path) as store:
        assert (store.version, store.sources()) == (0, [])


def test_handlers_come_back_and_what_is_ignored_stays_ignored():
    before = signal.getsignal(signal.SIGTERM)
    held = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stoppable():
            assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) == before
    finally:
        signal.signal(signal.SIGHUP, held)
