"""A slice of each soak: broken models, broken tables and archives, and imports killed while they write."""

from __future__ import annotations

import pytest

from tests.soak.broken import attempt
from tests.soak.importing import desk
from tests.soak.kill_imports import Trials
from tests.soak.mutants import Mutants

SAMPLES = ("affairs.ifc", "logistics.ifc")


@pytest.fixture(scope="module")
def place():
    with desk() as made:
        yield made


def test_broken_models_end_as_verdicts(place):
    mutants = Mutants(place, SAMPLES)
    lines = [mutants.run(number) for number in (*range(1, 21), 40)]
    assert [line for line in lines if line["faults"]] == []
    assert {line["verdict"] for line in lines} >= {"refused", "read with findings"}
    assert sum(line["reached"] for line in lines) > 12


def test_broken_tables_and_archives_end_as_verdicts(place):
    lines = [attempt(place, number) for number in range(11)]
    assert [line for line in lines if line["faults"]] == []
    assert any(line["verdict"] == "refused" for line in lines)


def test_an_import_killed_while_it_writes_leaves_all_or_nothing(place):
    trials = Trials(place.folder)
    assert [trials.trial(number).faults for number in (2, 3)] == [[], []]
