"""A private PostGIS: started from the machine's own programs, open to nobody else, stopped by its number, refused in words."""

import os
import pwd
import stat
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.servers import own_folder
from twin.model.errors import StoreError, UsageError
from twin.store import binaries, create_store, local_server, open_store

PROC, LISTEN = Path("/proc"), "0A"


@pytest.fixture(scope="module")
def folder():
    with own_folder() as place:
        local_server.start(place)
        yield place


def connect(folder, **more):
    return psycopg.connect(host=str(folder / "socket"), **{"user": "twin", "dbname": "twin", "autocommit": True, **more})


def test_it_has_postgis_and_a_role_that_is_no_superuser(folder):
    with connect(folder) as connection:
        assert connection.execute("SELECT postgis_lib_version()").fetchone()
        role = connection.execute("SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = 'twin'")
        assert role.fetchone() == (False, False, False)
        base = connection.execute("SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database WHERE datname = 'twin'")
        assert base.fetchone() == ("UTF8", "C")


@pytest.mark.skipif(not PROC.exists(), reason="this system does not tell who listens")
def test_it_listens_on_no_network(folder):
    with connect(folder) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    held = {str(entry.readlink()) for entry in (PROC / str(local_server.status(folder).pid) / "fd").iterdir()}
    lines = [line.split() for name in ("tcp", "tcp6") for line in (PROC / "net" / name).read_text().splitlines()[1:]]
    listening = {f"socket:[{fields[9]}]" for fields in lines if fields[3] == LISTEN}
    assert any(name.startswith("socket:") for name in held)
    assert not held & listening


def test_its_folder_and_socket_are_closed_to_others(folder):
    for part in (folder, folder / "socket", folder / "data"):
        assert stat.S_IMODE(part.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "socket" / ".s.PGSQL.5432").stat().st_mode) == 0o700


@pytest.mark.skipif(not PROC.exists(), reason="this system does not tell whose a process is")
def test_it_runs_under_an_account_that_is_not_root(folder):
    owner = (PROC / str(local_server.status(folder).pid)).stat().st_uid
    assert owner != 0
    assert owner == folder.stat().st_uid


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_another_account_is_not_let_in(folder):
    other = next(entry for entry in map(pwd.getpwnam, ("nobody", "daemon")) if entry.pw_uid != folder.stat().st_uid)
    account = binaries.Account(other.pw_name, other.pw_uid, other.pw_gid)
    folder.chmod(0o755)
    (folder / "socket").chmod(0o755)
    (folder / "socket" / ".s.PGSQL.5432").chmod(0o777)
    try:
        psql = binaries.find_binaries() / "psql"
        tried = binaries.run_as(account, [psql, "-h", folder / "socket", "-U", "twin", "-d", "twin", "-c", "SELECT 1"], Path("/"))
    finally:
        (folder / "socket" / ".s.PGSQL.5432").chmod(0o700)
        (folder / "socket").chmod(0o700)
        folder.chmod(0o700)
    assert tried.returncode != 0
    assert "Peer authentication failed" in tried.stderr


def test_it_starts_once_stops_and_starts_again_with_what_it_held(folder):
    first = local_server.status(folder)
    assert local_server.start(folder) == first
    with create_store(first.url) as store:
        assert store.version == 0
    assert local_server.stop(folder)
    assert not local_server.stop(folder)
    stopped = local_server.status(folder)
    assert (stopped.running, stopped.pid, stopped.url, stopped.version) == (False, None, first.url, first.version)
    with pytest.raises(StoreError) as caught:
        open_store(first.url)
    assert caught.value.code == "store.unreachable"
    again = local_server.start(folder)
    assert again.running
    assert again.pid != first.pid
    with open_store(again.url) as store:
        assert store.version == 0


def test_it_starts_again_after_a_crash(folder):
    assert local_server.stop(folder, "immediate")
    (folder / "data" / "postmaster.pid").write_text(f"{os.getpid()}\n{folder / 'data'}\n", encoding="utf-8")
    assert not local_server.status(folder).running
    (folder / "data" / "postmaster.pid").unlink()
    assert local_server.start(folder).running


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "theirs.txt").write_text("x", encoding="utf-8")
    for act in (local_server.status, local_server.start, local_server.stop):
        with pytest.raises(UsageError) as caught:
            act(tmp_path)
        assert caught.value.code == "db.not_ours"
    assert [item.name for item in tmp_path.iterdir()] == ["theirs.txt"]


def test_a_path_too_long_for_a_socket_is_refused_before_anything_is_made(tmp_path):
    with pytest.raises(UsageError) as caught:
        local_server.start(tmp_path / ("x" * 100))
    assert caught.value.code == "db.long_path"
    assert list(tmp_path.iterdir()) == []


def test_a_machine_without_postgresql_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("TWIN_PG_BIN", str(tmp_path))
    with pytest.raises(StoreError) as caught:
        local_server.start(tmp_path / "db")
    assert caught.value.code == "db.no_binaries"
    assert "apt install" in caught.value.remedy.en


def test_postgresql_without_postgis_is_told_apart_and_so_is_another_version(tmp_path, monkeypatch):
    for name in ("initdb", "pg_ctl", "postgres"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.2'\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("TWIN_PG_BIN", str(tmp_path))
    with pytest.raises(StoreError) as caught:
        binaries.find_binaries()
    assert caught.value.code == "db.no_postgis"
    monkeypatch.setattr(binaries, "_has_postgis", lambda _: True)
    assert binaries.find_binaries("14") == tmp_path
    with pytest.raises(StoreError) as caught:
        binaries.find_binaries("15")
    assert caught.value.code == "db.other_version"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it under another account")
def test_a_folder_that_the_account_cannot_enter_is_told(tmp_path):
    tmp_path.chmod(0o700)
    with pytest.raises(StoreError) as caught:
        local_server.start(tmp_path / "db")
    assert caught.value.code == "db.no_way_in"


def test_the_address_it_gives_needs_no_more(folder):
    url = make_url(local_server.status(folder).url)
    assert (url.username, url.password, url.database, url.host) == ("twin", None, "twin", None)
    assert url.query["host"] == str(folder / "socket")
