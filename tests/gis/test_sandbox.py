"""A child that goes wrong in any way ends as the right verdict, and we live on."""

from __future__ import annotations

import errno
import json
import os
import platform
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gis.sandbox import Limits, run

BAD = "tests.gis.misbehaviour:"
QUICK = Limits(cpu_s=20, wall_s=60, memory_mb=1024)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def test_a_good_function_gives_its_value_and_what_it_used(tmp_path):
    verdict = run(f"{BAD}echo", {"名": [1, 2.5, None]}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "ok"
    assert verdict.value["arguments"] == {"名": [1, 2.5, None]}
    assert verdict.value["workdir"] == verdict.value["cwd"] == str(tmp_path)
    assert 0 < verdict.cpu_s < 20
    assert 5 < verdict.peak_mb < 1024


def test_files_travel_through_the_workdir_and_nothing_else_stays_there(tmp_path):
    run(f"{BAD}echo", {}, workdir=tmp_path, limits=QUICK)
    assert [path.name for path in tmp_path.iterdir()] == ["seen.bin"]


def test_the_child_does_not_see_our_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("TWIN_PASSWORD", "secret")
    assert "TWIN_PASSWORD" not in run(f"{BAD}echo", {}, workdir=tmp_path, limits=QUICK).value["environment"]


@settings(max_examples=3)
@given(value=st.dictionaries(st.text(max_size=5), JSON, max_size=4))
def test_arguments_and_value_survive_the_way_there_and_back(value, tmp_path_factory):
    verdict = run(f"{BAD}echo", value, workdir=tmp_path_factory.mktemp("box"), limits=QUICK)
    assert verdict.value["arguments"] == json.loads(json.dumps(value))


def test_an_exception_is_an_error_with_its_type_and_message(tmp_path):
    verdict = run(f"{BAD}raise_plain", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "error"
    assert verdict.value == {"type": "KeyError", "message": "'this file is nonsense'"}


def test_an_exception_with_a_code_brings_code_and_values_along(tmp_path):
    verdict = run(f"{BAD}raise_carrying", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "error"
    assert verdict.value["code"] == "gis.something"
    assert verdict.value["values"] == {"path": "a.gpkg", "row": 3}


@pytest.mark.parametrize("target", ["tests.gis.misbehaviour:absent", "tests.gis.no_such_module:f"])
def test_a_target_that_does_not_exist_is_an_error(target, tmp_path):
    assert run(target, {}, workdir=tmp_path, limits=QUICK).status == "error"


@pytest.mark.parametrize("target", ["os.system", "os:sys tem", ":f", "a;b:c"])
def test_a_target_of_another_form_is_refused_before_anything_starts(target, tmp_path):
    with pytest.raises(ValueError, match="module:function"):
        run(target, {}, workdir=tmp_path)


def test_a_segmentation_fault_is_a_crash_that_names_its_place(tmp_path):
    verdict = run(f"{BAD}segfault", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "crash"
    assert "SIGSEGV" in verdict.detail
    assert "in segfault" in verdict.detail
    assert verdict.value is None


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGABRT, "crash"), (signal.SIGBUS, "crash"), (signal.SIGXCPU, "timeout"), (signal.SIGKILL, "memory")],
)
def test_a_child_ended_by_a_signal_gets_the_verdict_of_that_signal(number, status, tmp_path):
    assert run(f"{BAD}killed", {"signal": int(number)}, workdir=tmp_path, limits=QUICK).status == status


@pytest.mark.parametrize("name", ["leave_silently", "leave_with_code", "forge"])
def test_a_child_that_leaves_without_a_sound_answer_has_crashed(name, tmp_path):
    verdict = run(f"{BAD}{name}", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "crash"
    assert verdict.value is None


def test_a_busy_hang_ends_at_the_processor_limit(tmp_path):
    verdict = run(f"{BAD}spin", {}, workdir=tmp_path, limits=Limits(cpu_s=1, wall_s=120))
    assert verdict.status == "timeout"
    assert 0.8 < verdict.cpu_s < 5


def test_an_idle_hang_ends_at_the_clock_limit(tmp_path):
    verdict = run(f"{BAD}doze", {}, workdir=tmp_path, limits=Limits(wall_s=1.5))
    assert verdict.status == "timeout"
    assert verdict.cpu_s < 1.5


def test_what_a_timed_out_child_started_ends_with_it(tmp_path):
    verdict = run(f"{BAD}fork_and_doze", {}, workdir=tmp_path, limits=Limits(wall_s=2))
    assert verdict.status == "timeout"
    grandchild = int((tmp_path / "grandchild").read_text())
    deadline = time.monotonic() + 10
    while _lives(grandchild):
        assert time.monotonic() < deadline


def _lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("name", ["hoard", "native_hoard"])
def test_a_memory_hog_runs_out_of_memory(name, tmp_path):
    verdict = run(f"{BAD}{name}", {}, workdir=tmp_path, limits=Limits(memory_mb=400, wall_s=60))
    assert verdict.status == "memory"
    assert verdict.peak_mb < 400


def test_a_socket_is_refused_in_python(tmp_path):
    verdict = run(f"{BAD}open_socket", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "error"
    assert verdict.value["type"] == "PermissionError"
    assert "refused in the sandbox" in verdict.value["message"]


@pytest.mark.skipif(platform.system() != "Linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="seccomp")
def test_a_socket_is_refused_below_python_too(tmp_path):
    verdict = run(f"{BAD}native_socket", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.value == {"made": -1, "errno": errno.EACCES}


def test_another_program_is_not_started(tmp_path):
    assert run(f"{BAD}start_program", {}, workdir=tmp_path, limits=QUICK).value["type"] == "PermissionError"


@pytest.mark.parametrize(("name", "error"), [("return_object", "TypeError"), ("return_nan", "ValueError")])
def test_a_value_that_json_cannot_say_is_an_error(name, error, tmp_path):
    verdict = run(f"{BAD}{name}", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "error"
    assert verdict.value["type"] == error


def test_an_answer_too_large_to_read_is_not_read(tmp_path):
    assert run(f"{BAD}return_much", {}, workdir=tmp_path, limits=QUICK).status == "crash"


def test_a_file_grows_no_larger_than_its_limit(tmp_path):
    verdict = run(f"{BAD}write_much", {}, workdir=tmp_path, limits=Limits(file_mb=8))
    assert verdict.status == "error"
    assert (tmp_path / "big").stat().st_size <= 8 * 2**20


def test_what_the_child_prints_is_kept_short_and_at_hand(tmp_path):
    verdict = run(f"{BAD}talk", {}, workdir=tmp_path, limits=QUICK)
    assert verdict.status == "ok"
    assert "the end" in verdict.detail
    assert "一行 line on stdout" in verdict.detail
    assert len(verdict.detail) < 5000


def test_our_own_limits_are_untouched(tmp_path):
    before = os.times()
    run(f"{BAD}spin", {}, workdir=tmp_path, limits=Limits(cpu_s=1))
    after = os.times()
    assert after.user - before.user < 0.8
