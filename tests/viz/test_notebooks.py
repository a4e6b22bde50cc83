"""The notebooks of docs run from top to bottom: their cells in order, in one name space, without a notebook program."""

from __future__ import annotations

import ast
import json

import pytest

from tests.conftest import ROOT
from tests.scenes import tiny_district
from tests.viz.web.desk import store_of
from viz.deck import OfflineDeck

BOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def cells(path):
    book = json.loads(path.read_text(encoding="utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    return ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]


def run(source, names):
    """Run a cell as a notebook does: the value of its last expression is what it shows."""
    tree = ast.parse(source)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own documents
    return eval(compile(last, "cell", "eval"), names) if last else None  # noqa: S307 - as above


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return store_of(tmp_path_factory.mktemp("notebook") / "twin.gpkg", tiny_district())


def test_there_is_a_notebook_for_each_question():
    assert {path.stem for path in BOOKS} >= {"fleet", "security", "space"}


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_a_deck_that_asks_no_host(path, store, monkeypatch):
    monkeypatch.setenv("TWIN_STORE", str(store))
    names = {}
    shown = [run(source, names) for source in cells(path)]
    names["store"].close()
    decks = [item for item in shown if isinstance(item, OfflineDeck)]
    assert decks
    assert all(deck._repr_html_().startswith("<iframe") for deck in decks)
    answers = [item for item in shown if isinstance(item, dict)]
    assert [item["faults the independent checker finds"] for item in answers] == [[]]
    assert answers[0]["answer"]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_notebooks_are_kept_without_outputs(path):
    book = json.loads(path.read_text(encoding="utf-8"))
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in book["cells"] if cell["cell_type"] == "code")
