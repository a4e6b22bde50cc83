"""`twin db`, `twin backup` and `twin restore` from the command line: what is done, what is said, and how it ends."""

import os

import pytest

from tests.servers import own_folder
from twin.store import open_store


def test_a_private_server_is_started_used_and_stopped(twin):
    with own_folder() as folder:
        code, out, _ = twin("db", "status", folder, "--json")
        assert (code, out["running"], out["version"]) == (0, False, "")
        assert "twin db start" in twin("db", "status", folder)[1]
        code, out, _ = twin("db", "start", folder, "--json")
        assert (code, out["running"]) == (0, True)
        store = out["store"]
        assert store in twin("db", "start", folder)[1]
        assert twin("init", "--store", store, "--crs", "EPSG:4544")[0] == 0
        assert twin("show", "--store", store, "--json")[1]["crs"] == "EPSG:4544"
        assert twin("db", "stop", folder, "--json")[1]["running"] is False
        code, _, err = twin("show", "--store", store)
        assert code == 1
        assert "twin db status" in err
        assert "does not run" in twin("db", "stop", folder)[1]


def test_a_store_is_copied_there_and_back(twin, store_path, postgis):
    address = f"{postgis}&schema=copy_{os.urandom(4).hex()}"
    code, there, _ = twin("db", "copy", store_path, address, "--json")
    assert code == 0
    code, back, _ = twin("db", "copy", address, "back.gpkg", "--json")
    assert code == 0
    assert there["digests"] == back["digests"]
    assert there["rows"]["room"] == 254
    assert twin("db", "copy", address, "back.gpkg")[0] == 2


def test_a_backup_is_rehearsed_and_restored_and_the_old_store_kept(twin, store_path):
    before = twin("show", "--store", store_path, "--json")[1]
    code, saved, _ = twin("backup", "safe.gpkg", "--store", store_path, "--json")
    assert code == 0
    with open_store(store_path) as store, store.change("tester", "a mistake") as work:
        work.remove("room", list(store.snapshot().keys("room")))
    code, rehearsed, _ = twin("restore", "safe.gpkg", "--rehearse", "--store", store_path, "--json")
    assert (code, rehearsed["digests"], rehearsed["kept"]) == (0, saved["digests"], "")
    assert twin("show", "--store", store_path, "--json")[1]["tables"]["room"] == 0
    code, restored, _ = twin("restore", "safe.gpkg", "--store", store_path, "--json")
    assert (code, restored["digests"]) == (0, saved["digests"])
    assert twin("show", "--store", store_path, "--json")[1] == before
    assert twin("show", "--store", restored["kept"], "--json")[1]["tables"]["room"] == 0
    assert "原来的库" in twin("restore", "safe.gpkg", "--store", store_path, "--lang", "zh")[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("db",), 2),
        (("db", "copy", "a"), 2),
        (("db", "start", "a", "b"), 2),
        (("db", "stop", "."), 2),
        (("backup", "nowhere/x.gpkg"), 1),
        (("backup", "full.txt"), 2),
        (("restore", "nothing.gpkg"), 1),
        (("restore", "full.txt"), 1),
    ],
)
def test_wrong_use_and_absent_things_end_as_they_should(twin, tmp_path, words, code):
    twin("init")
    (tmp_path / "full.txt").write_text("x", encoding="utf-8")
    found, _, err = twin(*words)
    assert found == code
    assert "→" in err or code == 2
