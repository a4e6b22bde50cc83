"""A slice of `python -m tests.soak.kills`: nothing acknowledged is lost and nothing is half done, wherever a kill -9 strikes."""

from contextlib import ExitStack

import pytest

from tests.soak.killing import kill_inside
from tests.soak.kills import PLAN, Bench
from twin.store import create_store


@pytest.fixture(scope="module")
def bench():
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setenv("XDG_STATE_HOME", "")  # the bench sets its own
        yield Bench(stack)


@pytest.mark.parametrize(("engine", "name"), [pair for pair in PLAN if pair[0] == "geopackage" or pair[1] == "write"])
def test_a_kill_inside_a_write_loses_nothing_that_was_acknowledged(bench, engine, name):
    trial = bench.trial(engine, name, 1)
    assert (trial.lost, trial.corrupt) == ([], [])


def test_a_death_counts_only_if_it_struck_between_beginning_and_acknowledgement(tmp_path):
    def work(say):
        with create_store(tmp_path / "twin.gpkg") as store:
            for number in range(2):
                with store.change("t", "file") as change:
                    change.put_source(str(number), "a.ifc", "00", {})
                say(str(number))

    ended = kill_inside(work, float("inf"))
    assert (ended.acknowledged, ended.inside, ended.failed) == (("0", "1"), False, False)
    (tmp_path / "twin.gpkg").unlink()
    struck = kill_inside(work, 0.0, after=1)
    assert struck.inside
    assert struck.acknowledged == ()


def test_a_fault_of_the_child_is_told():
    def work(_say):
        raise ZeroDivisionError

    assert kill_inside(work, float("inf")).failed
