"""Accounts, keys and sign-in records stand apart from the model, are closed to others, and hold no secret as it is."""

import os
import sqlite3
import stat
import threading
from dataclasses import fields, replace

import argon2
import pytest
from sqlalchemy import inspect, text

from api.main import main
from tests.scenes import CRS_4544
from twin.model.errors import StoreBusyError, StoreError, StoreVersionError, UsageError
from twin.store import backup, copy_store, create_store, engine
from twin.store.secrets import Account, ApiKey, ClaimLink, RoleGrant, Secrets, Session, SignIn, sha256_of
from twin.store.secrets.tables import TABLES
from twin.store.secrets.trail import _link

NOW, LATER, END = "2026-03-01T08:00:00Z", "2026-03-01T20:00:00Z", "2026-03-02T08:00:00Z"
HASH = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("correct horse")


def account(key="a1", **more):
    return Account(**{"account_id": key, "login": f"login-{key}", "name": "值班室", "created_at": NOW} | more)


def session(key="s1", owner="a1", **more):
    values = {
        "session_id": key,
        "token_sha256": sha256_of(key),
        "account_id": owner,
        "created_at": NOW,
        "seen_at": NOW,
        "expires_at": END,
    }
    return Session(**values | more)


def api_key(key="k1", owner="a1", **more):
    values = {
        "key_id": key,
        "secret_sha256": sha256_of(key),
        "account_id": owner,
        "name": "采集器",
        "permissions": ("meter.write", "读"),
    }
    return ApiKey(**values | {"created_at": NOW, "expires_at": END} | more)


def grant(key="g1", owner="a1", **more):
    return RoleGrant(**{"grant_id": key, "account_id": owner, "role": "viewer", "granted_by": "a0", "granted_at": NOW} | more)


def link(key="l1", owner="a1", **more):
    values = {"link_id": key, "token_sha256": sha256_of(key), "account_id": owner, "created_at": NOW, "expires_at": END}
    return ClaimLink(**values | more)


def sign_in(at=NOW, **more):
    return SignIn(**{"at": at, "event": "sign_in", "outcome": "ok", "login": "login-a1", "address": "10.0.0.7"} | more)


@pytest.fixture
def secrets(store):
    with Secrets.open(store.name) as made:
        yield made


def test_what_is_created_is_found_again(secrets):
    held = [
        account(password_hash=HASH, failed_count=3, locked_until=LATER),
        grant(department_id="D1"),
        session(),
        api_key(),
        link(),
    ]
    for record in held:
        secrets.create(record)
    for record in held:
        assert secrets.find(type(record)) == [record]
    assert secrets.one(Session, token_sha256=sha256_of("s1")) == held[2]
    assert secrets.find(RoleGrant, department_id=None) == []
    assert secrets.count(RoleGrant, site_id=None, account_id="a1") == 1
    assert secrets.one(Account, login="nobody") is None


def test_every_column_of_a_record_is_a_column_of_its_table():
    for kind, table in TABLES.items():
        assert [item.name for item in fields(kind)] == [column.name for column in table.columns]


def test_found_in_order_of_keys_and_the_newest_lines_first(secrets):
    for key in "bca":
        secrets.create(account(key))
    for at in (NOW, LATER, END):
        secrets.create(sign_in(at))
    assert [found.account_id for found in secrets.find(Account)] == ["a", "b", "c"]
    assert [found.at for found in secrets.find(SignIn, newest=True, limit=2)] == [END, LATER]


@pytest.mark.parametrize("taken", [account(), account("a2", login="login-a1")])
def test_a_taken_key_or_login_is_refused(secrets, taken):
    secrets.create(account())
    with pytest.raises(UsageError) as refused:
        secrets.create(taken)
    assert refused.value.code == "secrets.exists"
    assert secrets.count(Account) == 1


def test_nothing_belongs_to_an_account_that_is_not_there(secrets):
    for record in (grant(), session(), api_key(), link()):
        with pytest.raises(UsageError) as refused:
            secrets.create(record)
        assert refused.value.code == "secrets.unknown_account"


def test_an_update_says_how_many_and_keeps_the_rules(secrets):
    secrets.create(account())
    secrets.create(account("a2"))
    assert secrets.update(Account, {"account_id": "a1"}, status="active", password_hash=HASH, password_at=NOW) == 1
    assert secrets.one(Account, account_id="a1") == account(status="active", password_hash=HASH, password_at=NOW)
    assert secrets.update(Account, {"account_id": "none"}, status="active") == 0
    assert secrets.update(Account, {"account_id": "a1"}, login="login-a1") == 1
    for values, code in (
        ({"login": "login-a2"}, "secrets.exists"),
        ({"account_id": "a3"}, "secrets.key_stays"),
        ({"status": "boss"}, "secrets.bad_value"),
        ({"colour": "red"}, "secrets.no_column"),
        ({"password_hash": "correct horse"}, "secrets.plain"),
    ):
        with pytest.raises(UsageError) as refused:
            secrets.update(Account, {"account_id": "a1"}, **values)
        assert refused.value.code == code


def test_with_an_account_goes_all_that_is_its_own_but_not_the_audit(secrets):
    for record in (account(), account("a2"), grant(), grant("g2", "a2"), session(), api_key(), link(), sign_in(account_id="a1")):
        secrets.create(record)
    assert secrets.delete(Account, account_id="a1") == 1
    assert [secrets.count(kind) for kind in TABLES] == [1, 1, 0, 0, 0, 1]
    with pytest.raises(UsageError) as refused:
        secrets.delete(Account)
    assert refused.value.code == "secrets.delete_all"


def test_a_transaction_that_fails_leaves_nothing(secrets):
    def half_done():
        with secrets.transaction() as work:
            work.create(account())
            work.create(sign_in())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert secrets.count(Account) == secrets.count(SignIn) == 0
    assert secrets.verify() == []


def test_two_who_count_up_at_once_lose_nothing(secrets):
    secrets.create(account())

    def fail_to_sign_in():
        for _ in range(5):
            with secrets.transaction() as work:
                held = work.one(Account, account_id="a1")
                work.update(Account, {"account_id": "a1"}, failed_count=held.failed_count + 1)
                work.create(sign_in(outcome="refused"))

    threads = [threading.Thread(target=fail_to_sign_in) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert secrets.one(Account, account_id="a1").failed_count == 15
    assert [line.number for line in secrets.find(SignIn)] == list(range(1, 16))
    assert secrets.verify() == []


def test_a_second_writer_waits_and_is_then_told(secrets, store, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    with Secrets.open(store.name) as other, secrets.transaction():
        with pytest.raises(StoreBusyError):
            other.create(account())
        assert other.count(Account) == 0


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (account, {"password_hash": "hunter2"}),
        (account, {"password_hash": "$2b$12$abcdefghijklmnopqrstuv"}),
        (session, {"token_sha256": "not a digest"}),
        (session, {"token_sha256": "A" * 64}),
        (api_key, {"secret_sha256": "tw_k1_secret"}),
        (link, {"token_sha256": ""}),
    ],
)
def test_a_secret_as_it_is_finds_no_column_and_is_not_repeated(make, values):
    with pytest.raises(UsageError) as refused:
        make(**values)
    assert refused.value.code == "secrets.plain"
    assert next(iter(values.values())) == "" or next(iter(values.values())) not in str(refused.value)


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (account, {"account_id": ""}),
        (account, {"created_at": "2026-03-01"}),
        (account, {"failed_count": -1}),
        (account, {"failed_count": True}),
        (account, {"name": "a\0b"}),
        (account, {"name": "\ud800"}),
        (account, {"kind": "robot"}),
        (api_key, {"permissions": "all"}),
        (api_key, {"expires_at": None}),
        (sign_in, {"outcome": "perhaps"}),
    ],
)
def test_a_value_that_fits_no_column_is_refused(make, values):
    with pytest.raises(UsageError) as refused:
        make(**values)
    assert refused.value.code == "secrets.bad_value"


def test_the_audit_is_only_added_to(secrets):
    secrets.create(sign_in())
    for ask in (
        lambda: secrets.update(SignIn, {"number": 1}, outcome="refused"),
        lambda: secrets.delete(SignIn, number=1),
    ):
        with pytest.raises(UsageError) as refused:
            ask()
        assert refused.value.code == "secrets.append_only"


@pytest.mark.parametrize(
    ("statement", "seen"),
    [
        ("UPDATE sign_in_audit SET outcome = 'ok' WHERE number = 3", "3: changed"),
        ("DELETE FROM sign_in_audit WHERE number = 3", "3…3: missing"),
        ("DELETE FROM sign_in_audit WHERE number = 6", "6…: the end is missing"),
        ("DELETE FROM sign_in_audit WHERE number = 1", "1…1: missing"),
        ("UPDATE sign_in_audit SET number = 9 - number WHERE number IN (4, 5)", "4: changed"),
    ],
)
def test_tampering_with_the_audit_is_found(secrets, statement, seen):
    for at in range(6):
        secrets.create(sign_in(f"2026-03-01T08:00:0{at}Z", outcome="refused"))
    assert secrets.verify() == []
    with secrets._connected(write=True) as connection:
        if "9 - number" in statement:  # an engine that checks keys row by row swaps by way of a third
            for old, new in ((4, -4), (5, 4), (-4, 5)):
                words = {"old": old, "new": new}
                connection.execute(text("UPDATE sign_in_audit SET number = :new WHERE number = :old"), words)
        else:
            connection.exec_driver_sql(statement)
    assert seen in secrets.verify()


def test_a_purge_takes_what_has_ended(secrets):
    for record in (
        account(), session(), session("s2", expires_at="2027-01-01T00:00:00Z"), link(), grant(), grant("g2", expires_at=END),
        api_key(), api_key("k2", expires_at="2026-01-01T00:00:00Z"),
        sign_in("2025-01-01T00:00:00Z"), sign_in("2025-02-01T00:00:00Z"), sign_in(LATER), sign_in("2025-02-02T00:00:00Z"),
    ):  # fmt: skip
        secrets.create(record)
    gone = secrets.purge("2026-05-01T00:00:00Z")
    assert gone == {"session": 1, "claim_link": 1, "role_grant": 1, "api_key": 1, "sign_in_audit": 2}
    assert [found.session_id for found in secrets.find(Session)] == ["s2"]
    assert [found.key_id for found in secrets.find(ApiKey)] == ["k1"]
    assert [found.number for found in secrets.find(SignIn)] == [3, 4]
    assert secrets.verify() == []
    assert secrets.purge("2030-01-01T00:00:00Z")["sign_in_audit"] == 2
    secrets.create(sign_in())
    assert secrets.find(SignIn)[0].number == 5
    assert secrets.verify() == []
    with pytest.raises(UsageError) as refused:
        secrets.purge(NOW, keep_days=30)
    assert refused.value.code == "secrets.keep_longer"


def test_the_model_and_its_backups_and_copies_hold_none_of_it(secrets, store, where, tmp_path):
    for record in (account(password_hash=HASH), session(), sign_in(address="10.9.8.7")):
        secrets.create(record)
    other = where()
    copy_store(store.name, other)
    backup(store.name, tmp_path / "backup.gpkg")
    with store.reading() as connection:
        tables = set(inspect(connection).get_table_names())
    assert not tables & {table.name for table in TABLES.values()}
    for file in (*tmp_path.glob("*.gpkg"), *tmp_path.glob("*.gpkg-*")):
        content = file.read_bytes()
        assert not any(word in content for word in (b"$argon2id", b"10.9.8.7", b"login-a1", sha256_of("s1").encode()))
    with Secrets.open(other) as none:
        assert none.count(Account) == 0


def test_a_copy_leaves_sessions_behind_and_its_chain_holds(secrets, tmp_path):
    for record in (account(), grant(), api_key(), session(), link(), sign_in(), sign_in(LATER)):
        secrets.create(record)
    out = tmp_path / "kept.gpkg.secrets"
    assert secrets.copy_to(out) == {"account": 1, "role_grant": 1, "api_key": 1, "sign_in_audit": 2}
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with Secrets.open(tmp_path / "kept.gpkg") as copy:
        assert copy.verify() == []
        assert copy.find(ApiKey) == [api_key()]
        assert copy.count(Session) == copy.count(ClaimLink) == 0
    with pytest.raises(UsageError):
        secrets.copy_to(out)


def test_a_copy_is_taken_back_where_nobody_is_yet(secrets, where, tmp_path):
    for record in (account(), grant(), api_key(), sign_in(), sign_in(LATER)):
        secrets.create(record)
    secrets.copy_to(tmp_path / "kept")
    with Secrets.open(where()) as other:
        assert other.take(tmp_path / "kept") == {
            "account": 1,
            "role_grant": 1,
            "session": 0,
            "api_key": 1,
            "claim_link": 0,
            "sign_in_audit": 2,
        }
        assert [other.find(kind) for kind in TABLES] == [secrets.find(kind) for kind in TABLES]
        assert other.verify() == []
        other.create(sign_in(END))
        assert other.verify() == []
        with pytest.raises(UsageError) as refused:
            other.take(tmp_path / "kept")
        assert refused.value.code == "secrets.not_empty"
        (tmp_path / "kept").chmod(0o644)
        with pytest.raises(StoreError) as refused:
            other.take(tmp_path / "kept")
        assert refused.value.code == "secrets.too_open"
        with pytest.raises(StoreError) as refused:
            other.take(tmp_path / "none")
        assert refused.value.code == "store.absent"


def test_twin_backup_keeps_accounts_apart_when_asked(tmp_path, beside, capsys):
    store = str(beside.with_name("twin.gpkg"))
    assert main(["backup", str(tmp_path / "b.gpkg"), "--accounts", str(tmp_path / "b.accounts"), "--store", store]) == 0
    assert stat.S_IMODE((tmp_path / "b.accounts").stat().st_mode) == 0o600
    new = str(tmp_path / "new.gpkg")
    assert main(["restore", str(tmp_path / "b.gpkg"), "--accounts", str(tmp_path / "b.accounts"), "--store", new]) == 0
    with Secrets.open(new) as held:
        assert held.find(Account) == [account()]
    assert "account 1" in capsys.readouterr().out


def test_opened_again_it_holds_what_it_held(secrets, store):
    secrets.create(account())
    with Secrets.open(store.name) as again:
        assert again.find(Account) == [account()]


def test_written_by_a_newer_program_it_is_refused(secrets, store):
    with secrets._connected(write=True) as connection:
        connection.execute(text("UPDATE secrets_meta SET value = '99' WHERE key = 'secrets_version'"))
    with pytest.raises(StoreVersionError):
        Secrets.open(store.name)


@pytest.fixture
def beside(tmp_path):
    with create_store(tmp_path / "twin.gpkg", CRS_4544):
        pass
    with Secrets.open(tmp_path / "twin.gpkg") as made:
        made.create(account())
    return tmp_path / "twin.gpkg.secrets"


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_the_file_and_its_logs_are_the_owners_alone_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        with Secrets.open(tmp_path / "twin.gpkg") as made, made.transaction() as work:
            work.create(account())
            files = list(tmp_path.glob("twin.gpkg.secrets*"))
            assert len(files) == 3
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    finally:
        os.umask(before)


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o620, 0o644, 0o610, 0o777])
def test_a_file_open_to_others_is_refused_with_what_to_do(beside, mode):
    beside.chmod(mode)
    with pytest.raises(StoreError) as refused:
        Secrets.open(beside.with_name("twin.gpkg"))
    assert refused.value.code == "secrets.too_open"
    assert f"{mode:04o}" in refused.value.text.en
    assert f"chmod 600 {beside}" in refused.value.remedy.zh
    beside.chmod(0o600)
    with Secrets.open(beside.with_name("twin.gpkg")) as again:
        assert again.count(Account) == 1


def test_a_link_in_its_place_is_refused(beside, tmp_path):
    moved = beside.rename(tmp_path / "elsewhere")
    beside.symlink_to(moved)
    with pytest.raises(StoreError) as refused:
        Secrets.open(beside.with_name("twin.gpkg"))
    assert refused.value.code == "secrets.no_file"


def test_a_folder_that_is_not_there_is_an_error_with_a_remedy(tmp_path):
    with pytest.raises(StoreError) as refused:
        Secrets.open(tmp_path / "none" / "twin.gpkg")
    assert refused.value.code == "store.cannot_write"


def test_no_gis_takes_it_for_a_geopackage(beside):
    with sqlite3.connect(beside) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)
    assert not any(name.startswith("gpkg_") for name in names)


def test_a_schema_open_to_all_is_refused(where, kind):
    if kind != "postgis":
        return
    address = where()
    Secrets.open(address).close()
    with Secrets.open(address) as made:
        schema = made._home.place.address.schema
        with made._connected(write=True) as connection:
            assert schema == address.split("schema=")[1] + "_secrets"
            connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO PUBLIC")
    with pytest.raises(StoreError) as refused:
        Secrets.open(address)
    assert refused.value.code == "secrets.open_schema"


def test_the_chain_depends_on_every_column():
    line = sign_in(number=1, account_id="a1")
    others = {
        "at": LATER,
        "event": "x",
        "outcome": "refused",
        "account_id": None,
        "login": "x",
        "address": "x",
        "detail": "x",
        "number": 2,
    }
    assert set(others) | {"chain"} == {item.name for item in fields(SignIn)}
    digests = {_link("", line), _link("0", line), *(_link("", replace(line, **{name: value})) for name, value in others.items())}
    assert len(digests) == len(others) + 2
