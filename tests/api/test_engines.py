"""The program is the same on either engine: the same answers to the last byte, the same words, the same report of an import."""

import json
import os

import pytest

from api.commands.fleet import routed
from api.commands.security import covered
from api.commands.space import report_on
from tests.api.conftest import SMALL
from twin.security import problem
from twin.store import move_store, open_store


@pytest.fixture(scope="module")
def server_store(sample_store, postgis):
    """Give the sample's store, moved to PostGIS."""
    address = f"{postgis}&schema=sample_{os.urandom(4).hex()}"
    move_store(sample_store, address)
    return address


def ask_all(store):
    """Ask the three questions; give each answer's bytes."""
    snapshot = store.snapshot()
    offices = snapshot.frame("room").query("room_class == 'office'").index
    answers = {
        "space": report_on(store, "", "2026-06-01")[1],
        "security": covered(store, "", problem.Params())[1],
        "fleet": routed(store, str(offices[0]), str(snapshot.keys("charger")[0]))[1],
    }
    return {name: answer.result_bytes() for name, answer in answers.items()}


def test_the_three_questions_give_the_same_bytes_from_either_store(sample_store, server_store):
    with open_store(sample_store) as file, open_store(server_store) as server:
        one, other = ask_all(file), ask_all(server)
    assert {name: len(answer) for name, answer in one.items()} == {name: len(answer) for name, answer in other.items()}
    assert one == other
    assert all(len(answer) > 500 for answer in one.values())


def test_an_import_straight_into_postgis_is_the_import_into_a_file(sample_store, twin, postgis):
    address = f"{postgis}&schema=imported_{os.urandom(4).hex()}"
    assert twin("init", "--store", address)[0] == 0
    code, out, _ = twin("import", SMALL, "--store", address, "--json")
    assert (code, {entry["status"] for entry in out["files"]}) == (0, {"imported"})
    with open_store(sample_store) as file, open_store(address) as server:
        differences = file.tally().differences(server.tally())
        assert differences == ["twin_change_set", "twin_meta"]
        own = {"at", "actor", "hash", "previous"}  # who, when, and the chain that holds both
        logs = [[{name: entry[name] for name in entry.keys() - own} for entry in store.log()] for store in (file, server)]
        assert logs[0] == logs[1]


def test_a_dry_run_on_postgis_tells_all_and_writes_nothing(server_store, twin, tmp_path):
    file = tmp_path / "department.csv"
    file.write_text("department_id,name,level\nNEW,财政局,city\n", encoding="utf-8")
    before = twin("show", "--store", server_store, "--json")[1]
    code, out, _ = twin("import", file, "--dry-run", "--store", server_store, "--json")
    assert (code, out["files"][0]["changes"]) == (0, {"department": {"added": 1}})
    assert twin("show", "--store", server_store, "--json")[1] == before


def test_show_and_check_say_the_same_of_either(sample_store, server_store, twin):
    for command in ("show", "check"):
        one, other = (twin(command, "--store", store, "--json")[1] for store in (sample_store, server_store))
        assert {**one, "store": ""} == {**other, "store": ""}


def test_the_environment_may_name_a_server(server_store, twin, monkeypatch):
    monkeypatch.setenv("TWIN_STORE", server_store)
    code, out, _ = twin("show", "--json")
    assert (code, out["store"]) == (0, server_store)


def test_a_password_typed_is_refused_and_not_repeated(twin):
    for words in (
        ("show", "--store", "postgresql://u:geheim@h/db"),
        ("init", "postgresql://u:geheim@h/db"),
        ("show", "postgresql://u:geheim@h/db"),
        ("db", "copy", "postgresql://u:geheim@h/db", "x.gpkg"),
    ):
        code, out, err = twin(*words)
        assert code == 2
        assert "geheim" not in json.dumps(out) + err
    code, out, err = twin("show", "--store", "postgresql://u:geheim@h/db", "--json")
    assert "geheim" not in json.dumps(out) + err
    assert out["error"]["code"] == "store.password_in_address"
