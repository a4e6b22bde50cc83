"""Work shared by processes gives what one gives."""

import os

import pytest

from tests.twin.security.changed import with_cameras
from twin.model.errors import UsageError
from twin.security.plan import check
from twin.security.problem import build
from twin.security.sharing import shared
from twin.security.solve import solve


def test_two_processes_answer_as_one():
    scene = with_cameras({"camera_id": "K4", "x": 0.4, "y": 7.0, "heading_deg": 90.0, "floor_id": "A-F1"})
    alone, both = (solve(build(scene, workers=many), workers=many) for many in (1, 2))
    assert both.record() == alone.record()
    assert check(build(scene), both, workers=2) == []


def test_what_another_process_does_not_bring_is_made_here_and_faults_are_raised_here():
    here = os.getpid()

    def dies(number):
        if os.getpid() != here:
            os._exit(1)
        return number * number

    def fails(number):
        if number == 7:
            raise UsageError("security.bad_zoom", zoom=str(number))
        return number

    assert shared(dies, [1.0] * 50, 2) == [number * number for number in range(50)]
    with pytest.raises(UsageError):
        shared(fails, [1.0] * 50, 2)
    with pytest.raises(ZeroDivisionError):
        shared(lambda number: 1 // number, [1.0, 2.0], 1)
