"""The collector rests while rows are read, and is found again as it was."""

import gc

import pytest

from twin.model.collecting import collector_paused


def test_the_collector_rests_inside_and_works_afterwards():
    assert gc.isenabled()
    with collector_paused(), collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_fault_inside_sets_it_to_work_again():
    with pytest.raises(ValueError, match="row"), collector_paused():
        raise ValueError("row")
    assert gc.isenabled()


def test_who_found_it_off_leaves_it_off():
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
