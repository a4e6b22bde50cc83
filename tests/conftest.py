"""What every test may ask for: the real test data, and programs that may be absent."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("TWIN_EXAMPLES", "25"))
"""What a property draws unless it says otherwise; `python -m tests.soak.properties` draws many more."""
settings.register_profile("dev", max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("dev"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="twin-state-")
"""What stores on servers remember outside of them; the tests leave nothing in anybody's home."""

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("TWIN_TESTDATA", ROOT.parent / "shared"))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Let the files that take longest begin first, so that no worker is left with one of them at the end."""
    slow = ("tests/viz/web/", "tests/api/", "tests/viz/test_page", "tests/sample_buildings/city", "tests/twin/store/")
    items.sort(key=lambda item: next((at for at, start in enumerate(slow) if item.nodeid.startswith(start)), len(slow)))


def pytest_sessionfinish():
    """Remove it again."""
    shutil.rmtree(os.environ["XDG_STATE_HOME"], ignore_errors=True)


@pytest.fixture(scope="session")
def testdata():
    """Give the folder of real test data; its sources are listed in docs/test-data.md."""
    if not (DATA / "ifc").is_dir():
        missing(f"no test data in {DATA}; set TWIN_TESTDATA (see docs/test-data.md)")
    return DATA


def missing(reason: str) -> None:
    """Skip, or fail where TWIN_REQUIRE_ALL says that nothing may be missing."""
    if os.environ.get("TWIN_REQUIRE_ALL") == "1":
        pytest.fail(f"TWIN_REQUIRE_ALL=1, yet {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def chromium():
    """Give the path of a Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        missing("no Chromium on this machine")
    return found


@pytest.fixture(scope="session")
def postgis():
    """Give the address of a PostGIS of the tests' own, one per worker; a test takes a schema of its own in it."""
    from tests.servers import running_server  # noqa: PLC0415 - it asks this file for `missing`

    with running_server() as url:
        yield url
