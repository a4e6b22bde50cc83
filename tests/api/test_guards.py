"""What a user might do by mistake ends with a word, not with a loss."""

import subprocess
import sys

import pytest

from tests.api.conftest import SMALL
from twin.store import open_store


def test_an_export_never_overwrites_a_store(twin, store_path):
    before = store_path.read_bytes()
    assert twin("export", store_path, "--store", store_path)[0] == 2
    assert store_path.read_bytes() == before


def test_data_of_another_continent_are_refused(twin, store_path, tmp_path):
    file = tmp_path / "charger.csv"
    file.write_text("charger_id,power_kw,lon,lat\nFAR,60,9.5,47.1\n", encoding="utf-8")
    code, out, _ = twin("import", file, "--store", store_path, "--json")
    assert code == 1
    assert out["files"][0]["findings"][0]["code"] == "import.far_away"


def test_areas_that_are_not_what_is_drawn_are_told_above_the_space_report(twin, store_path):
    with open_store(store_path) as store:
        room = store.snapshot().frame("room").query("room_class == 'office'").head(1)
        with store.change("tester", "falsify") as work:
            work.put("room", room.assign(area_m2=room["area_m2"] / 2))
    code, out, _ = twin("space", "report", "--store", store_path, "--json")
    assert code == 0
    assert [finding["code"] for finding in out["unsound"]] == ["check.area_drawn"]
    assert "Beware" in twin("space", "report", "--store", store_path)[1]


@pytest.mark.parametrize("out", ["nowhere/map.html", "folder.html"])
def test_a_map_that_cannot_be_written_is_wrong_use(twin, store_path, tmp_path, out):
    (tmp_path / "folder.html").mkdir()
    assert twin("map", tmp_path / out, "--store", store_path)[0] == 2


def test_web_mercator_is_no_crs_of_a_district(twin, tmp_path):
    assert twin("init", "--crs", "EPSG:3857")[0] == 2
    assert not (tmp_path / "twin.gpkg").exists()


def test_what_a_folder_holds_beside_is_named(twin, tmp_path):
    folder = tmp_path / "mixed"
    (folder / "sub").mkdir(parents=True)
    (folder / "department.csv").write_bytes((SMALL / "department.csv").read_bytes())
    (folder / "readme.txt").write_text("hello", encoding="utf-8")
    twin("init")
    code, out, _ = twin("import", folder, "--json")
    assert (code, out["passed_over"]) == (0, ["readme.txt", "sub/"])


def test_a_sign_that_the_terminal_lacks_does_not_end_the_work(store_path, tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "api.main", "check", "--store", str(store_path)],
        env={"PYTHONIOENCODING": "ascii", "PATH": "/usr/bin", "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    assert b"0 errors" in run.stdout


def test_undo_and_undo_again_leave_the_store_as_it_was(twin, store_path):
    before = twin("show", "--store", store_path, "--json")[1]
    assert twin("undo", "--store", store_path)[0] == 0
    assert twin("show", "--store", store_path, "--json")[1]["tables"] != before["tables"]
    assert twin("undo", "--store", store_path)[0] == 0
    assert twin("show", "--store", store_path, "--json")[1]["tables"] == before["tables"]
    assert twin("show", "--store", store_path, "--json", "--log", "1")[1]["log"][0]["reason"] == f"undo #{before['version'] + 1}"
