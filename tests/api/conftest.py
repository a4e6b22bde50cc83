"""A store with the small sample in it, made once; each test gets a copy of its own."""

import json

import pytest

from api.importing import Wishes, gather, take
from api.main import main
from tests.conftest import ROOT
from twin.store import copy_store, create_store

SMALL = ROOT / "sample_buildings" / "small"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "twin.gpkg"
    with create_store(path) as store:
        outcomes = [take(store, file, kind, Wishes(), "tester") for file, kind in gather([SMALL])]
    assert {outcome.status for outcome in outcomes} == {"imported"}
    return path


@pytest.fixture
def store_path(sample_store, tmp_path):
    path = tmp_path / "twin.gpkg"
    copy_store(sample_store, path)
    return path


@pytest.fixture
def twin(capsys, tmp_path, monkeypatch):
    """Run the program in a folder of its own; gives exit code, JSON (with --json) or lines, and the error stream."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWIN_STORE", raising=False)
    monkeypatch.delenv("TWIN_LANG", raising=False)

    def run(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as stopped:  # argparse leaves this way
            code = stopped.code
        printed = capsys.readouterr()
        return code, json.loads(printed.out) if "--json" in words and printed.out else printed.out, printed.err

    return run
