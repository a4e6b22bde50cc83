"""A reader called in our own process: the same answers as from the child, without the half second a child takes to start."""

from __future__ import annotations

import importlib

import pytest

from gis import sandbox
from gis.faults import GisError


def run_here(target, arguments, *, workdir, limits):
    """Stand in for `gis.sandbox.run`."""
    assert limits.cpu_s > 0
    module, _, name = target.partition(":")
    try:
        value = getattr(importlib.import_module(module), name)(arguments, workdir)
    except GisError as error:
        failure = {"type": "GisError", "message": str(error), "code": error.code, "values": error.values}
        return sandbox.Verdict("error", failure, "", 0.0, 0.0)
    except Exception as error:  # noqa: BLE001 - as the child does
        return sandbox.Verdict("error", {"type": type(error).__name__, "message": str(error)}, "", 0.0, 0.0)
    return sandbox.Verdict("ok", value, "", 0.0, 0.0)


@pytest.fixture(autouse=True)
def here(monkeypatch, request):
    """Read in our own process, unless a test asks for `apart`."""
    if "apart" not in request.fixturenames:
        monkeypatch.setattr("gis.handover.sandbox.run", run_here)


@pytest.fixture
def apart():
    """Read in a child, as users do."""
