"""`twin security place` on the small sample, as a security officer would run it."""

import signal
import threading

import pytest

from api.commands.placing import _interruptible

QUICK = ("--kind", "wide", "--kind", "bullet", "--level", "detect", "--class", "corridor", "--class", "hall", "--effort", "0.3")


@pytest.fixture
def floor(twin, store_path):
    _, out, _ = twin("security", "coverage", "--store", str(store_path), "--json")
    return max(out["result"]["floors"], key=lambda row: row["blind_m2"])["floor_id"]


def test_proposals_come_with_a_bound_a_picture_and_a_scenario_to_accept_them_from(twin, store_path, tmp_path, floor):
    words = ("security", "place", "--store", str(store_path), "--floor", floor, *QUICK)
    code, out, _ = twin(*words, "--save", "增设", "--plot", str(tmp_path / "out.png"), "--json")
    result = out["result"]
    assert code == 0
    assert result["choice"]["bound"] <= result["choice"]["value"] == len(result["cameras"]) > 0
    assert (tmp_path / "out.png").read_bytes()[:4] == b"\x89PNG"
    _, diff, _ = twin("scenario", "diff", "增设", "--store", str(store_path), "--json")
    keys = [row["key"] for row in diff["changes"]]
    assert keys == [camera["camera_id"] for camera in sorted(result["cameras"], key=lambda camera: camera["camera_id"])]
    assert twin("scenario", "set", "增设", "camera", keys[-1], "--remove", "--store", str(store_path))[0] == 0
    _, left, _ = twin("scenario", "diff", "增设", "--store", str(store_path), "--json")
    assert [row["key"] for row in left["changes"]] == keys[:-1]
    where = ("--store", str(store_path), "--json", "--floor", floor)
    _, after, _ = twin("security", "coverage", *where, "--scenario", "增设")
    _, before, _ = twin("security", "coverage", *where)
    assert after["result"]["floors"][0]["covered_m2"] > before["result"]["floors"][0]["covered_m2"]


def test_a_question_that_means_nothing_is_refused_in_words(twin, store_path):
    asked = {
        (): "--floor",
        ("--building", "综合办公楼", "--effort", "0"): "--effort",
        ("--building", "综合办公楼", "--catalogue", "none.toml"): "none.toml",
        ("--cell", "no-such-cell"): "no-such-cell",
    }
    for words, said in asked.items():
        code, _, err = twin("security", "place", "--store", str(store_path), *words)
        assert code in {1, 2}
        assert said in err
        assert "Traceback" not in err


def test_the_first_interrupt_ends_the_search_and_the_second_is_what_it_always_is():
    before = signal.getsignal(signal.SIGINT)
    with _interruptible() as stopped:
        signal.raise_signal(signal.SIGINT)
        assert stopped
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_where_the_main_thread_is_elsewhere_nobody_is_interrupted():
    held = []

    def work():
        with _interruptible() as stopped:
            held.append(list(stopped))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert held == [[]]
