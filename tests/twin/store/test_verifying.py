"""Whatever is done to the change log behind the program's back is found, and the entry named; on either engine."""

import json
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.twin.store.sameness import fill, scene
from twin.model.errors import StoreError
from twin.store import backup, copy_store, create_store, move_store, open_store, repository, restore
from twin.store.chain import entry_hash, lines_by_set
from twin.store.heads import Head, Heads
from twin.store.repository import Store
from twin.store.sql import LOG, schema
from twin.store.undoing import undo
from twin.store.verifying import accept, verify


@pytest.fixture
def logged(filled):
    """A store with six entries, of inserts, changes, burials and removals."""
    move = filled.snapshot().frame("room").loc[["A-F1-102"]]
    for number, key in enumerate(("A-F1-101", "A-F1-103", "A-F1-104"), 2):
        with filled.change("tester", f"bury {number}") as work:
            work.bury("room", [key])
    with filled.change("tester", "rename") as work:
        work.put("room", move.assign(name="档案室"))
        work.remove("post", ["P1"])
    undo(filled, 4, "tester")
    assert filled.version == 6
    if not filled.place.heads.read():  # the scene was copied to a place of its own behind the store's back
        accept(filled, "tester")
    for entry in filled.log():
        filled.place.heads.remember(Head("written", entry["set_id"], entry["hash"], entry["at"], "tester"))
    assert verify(filled).sound
    return filled


def behind(store, *statements, **words):
    """Do what somebody with the rights of the owner can do: switch the guard off, and on again afterwards."""
    with store.place.changing() as connection:
        connection.execute(text("UPDATE twin_writer SET ours = 1"))
        for statement in statements:
            connection.execute(text(statement), words)
        connection.execute(text("UPDATE twin_writer SET ours = 0"))


@contextmanager
def spoilt(store, *statements, **words):
    """Do it, and put the log back as it was."""
    with store.reading() as connection:
        held = {name: connection.execute(text(f"SELECT * FROM {name}")).mappings().all() for name in LOG}  # noqa: S608 - our own names
    behind(store, *statements, **words)
    yield
    behind(store, *(f"DELETE FROM {name}" for name in LOG))  # noqa: S608 - likewise
    with store.place.changing() as connection:
        connection.execute(text("UPDATE twin_writer SET ours = 1"))
        for name in LOG:
            connection.execute(schema(0).metadata.tables[name].insert(), [dict(row) for row in held[name]])
        connection.execute(text("UPDATE twin_writer SET ours = 0"))


def named(store):
    return {(finding.code, finding.row) for finding in verify(store).findings}


TAMPERED = (
    "UPDATE twin_change_set SET actor = 'another' WHERE set_id = 3",
    "UPDATE twin_change_set SET at = '2001-01-01T00:00:00Z' WHERE set_id = 3",
    "UPDATE twin_change_set SET reason = '' WHERE set_id = 3",
    "UPDATE twin_change_set SET counts = '{}' WHERE set_id = 3",
    "UPDATE twin_change_set SET source_id = 'x' WHERE set_id = 3",
    "UPDATE twin_change SET before = replace(before, '103', '777') WHERE set_id = 3",
    "UPDATE twin_change SET after = before WHERE set_id = 3",
    "UPDATE twin_change SET after = NULL WHERE set_id = 3",
    "UPDATE twin_change SET entity_id = 'A-F1-105' WHERE set_id = 3",
    "UPDATE twin_change SET entity = 'wall' WHERE set_id = 3",
    "UPDATE twin_change SET action = 'update' WHERE set_id = 3",
    "UPDATE twin_change SET change_id = 9000 WHERE set_id = 3",
    "DELETE FROM twin_change WHERE set_id = 3",
    "INSERT INTO twin_change (change_id, set_id, entity, entity_id, action) VALUES (9000, 3, 'room', 'Z', 'insert')",
)


def test_an_entry_that_was_tampered_with_is_named(logged):
    for statement in TAMPERED:
        with spoilt(logged, statement):
            assert named(logged) == {("log.altered", "#3")}, statement
    assert verify(logged).sound


def test_every_single_value_of_the_log_is_covered(logged):
    """A changed letter anywhere, in any column of any entry or line, is found."""
    with logged.reading() as connection:
        lines = connection.execute(text("SELECT change_id FROM twin_change WHERE set_id = 5")).scalars().all()
    missed = []
    for table, key, number, columns in [
        ("twin_change_set", "set_id", 2, ("at", "actor", "reason", "counts", "previous", "hash")),
        *(("twin_change", "change_id", line, ("entity", "entity_id", "action", "before", "after")) for line in lines),
    ]:
        for column in columns:
            with spoilt(logged, f"UPDATE {table} SET {column} = coalesce({column}, '') || 'x' WHERE {key} = {number}"):  # noqa: S608 - our own names
                missed += [] if verify(logged).findings else [(table, column, number)]
    assert missed == []


def test_a_deleted_entry_is_named_though_the_others_move_up(logged):
    with spoilt(logged, "DELETE FROM twin_change WHERE set_id = 3", "DELETE FROM twin_change_set WHERE set_id = 3"):
        assert named(logged) == {("log.missing", "#3")}
    with spoilt(logged, "DELETE FROM twin_change_set WHERE set_id = 6"):
        assert named(logged) == {("log.stray_lines", "#6"), ("log.cut", "#6")}
    behind(
        logged,
        "DELETE FROM twin_change WHERE set_id = 3",
        "DELETE FROM twin_change_set WHERE set_id = 3",
        *(
            f"UPDATE {table} SET set_id = {n - 1} WHERE set_id = {n}"  # noqa: S608 - our own names
            for n in (4, 5, 6)
            for table in ("twin_change", "twin_change_set")
        ),
    )
    assert {("log.broken", "#3"), ("log.altered", "#3"), ("log.cut", "#6")} <= named(logged)


def test_entries_in_another_order_are_named(logged):
    swap = [
        f"UPDATE {table} SET set_id = {new} WHERE set_id = {old}"  # noqa: S608 - our own names
        for old, new in ((3, 99), (4, 3), (99, 4))
        for table in ("twin_change", "twin_change_set")
    ]
    with logged.reading() as connection:
        one, other = connection.execute(text("SELECT change_id FROM twin_change WHERE set_id = 5 ORDER BY change_id")).scalars()
    lines = ((one, 9000), (other, one), (9000, other))
    with spoilt(logged, *(f"UPDATE twin_change SET change_id = {new} WHERE change_id = {old}" for old, new in lines)):  # noqa: S608 - our own
        assert named(logged) == {("log.altered", "#5")}
    behind(logged, *swap)
    assert {("log.altered", "#3"), ("log.altered", "#4"), ("log.broken", "#3")} <= named(logged)


def test_a_tail_cut_off_is_known_by_the_head_outside(logged):
    behind(logged, "DELETE FROM twin_change WHERE set_id >= 5", "DELETE FROM twin_change_set WHERE set_id >= 5")
    assert named(logged) == {("log.cut", "#5")}
    with logged.change("tester", "goes on") as work:
        work.bury("room", ["B-hall"])
    assert named(logged) == {("log.cut", "#6"), ("log.rewritten", "#5")}
    behind(logged, "DELETE FROM twin_change", "DELETE FROM twin_change_set")
    assert named(logged) == {("log.cut", "#1")}


def test_a_log_written_anew_with_sound_hashes_is_known_by_the_heads_outside(logged):
    with logged.reading() as connection:
        entries = [dict(row) for row in connection.execute(text("SELECT * FROM twin_change_set ORDER BY set_id")).mappings()]
    behind(logged, "UPDATE twin_change_set SET actor = 'nobody' WHERE set_id = 4")
    with logged.reading() as connection:
        digests = {number: held.hex() for number, held in lines_by_set(connection, schema(0).change)}
    previous = ""
    for entry in entries:
        entry |= {"previous": previous, "actor": "nobody" if entry["set_id"] == 4 else entry["actor"]}
        previous = entry_hash(entry, digests[entry["set_id"]])
        behind(
            logged,
            "UPDATE twin_change_set SET previous = :previous, hash = :own WHERE set_id = :number",
            number=entry["set_id"],
            previous=entry["previous"],
            own=previous,
        )
    assert named(logged) == {("log.rewritten", "#4"), ("log.rewritten", "#5"), ("log.rewritten", "#6")}


def test_the_memory_outside_may_not_go_missing_either(logged):
    logged.place.heads.path.unlink()
    assert named(logged) == {("log.no_head", "#6")}
    accept(logged, "tester")
    assert verify(logged).sound


def test_other_programs_are_stopped_from_changing_the_log(logged):
    for statement in (*TAMPERED, "DELETE FROM twin_change_set WHERE set_id = 3"):
        with pytest.raises((DBAPIError, StoreError), match="twin alone"), logged.place.changing() as connection:
            connection.execute(text(statement))
    assert verify(logged).sound


def test_a_guard_that_was_taken_away_is_named(logged):
    drop = "DROP TRIGGER twin_guard_twin_change_update" if "gpkg" in logged.name else "DROP TRIGGER twin_guard ON twin_change"
    with logged.place.changing() as connection:
        connection.execute(text(drop))
    assert [(finding.code, finding.table) for finding in verify(logged).findings] == [("log.unguarded", "twin_change")]


def test_a_copy_carries_the_chain_and_what_is_remembered_of_it(logged, where):
    for copy in (move_store, copy_store):
        target = where()
        copy(logged.name, target)
        with open_store(target) as there:
            assert verify(there).sound
            behind(there, "DELETE FROM twin_change WHERE set_id = 6", "DELETE FROM twin_change_set WHERE set_id = 6")
            assert named(there) == {("log.cut", "#6")}


def test_a_copy_does_not_wash_a_log_clean(logged, where):
    behind(logged, "UPDATE twin_change_set SET actor = 'x' WHERE set_id = 2")
    behind(logged, "DELETE FROM twin_change WHERE set_id = 6", "DELETE FROM twin_change_set WHERE set_id = 6")
    target = where()
    move_store(logged.name, target)
    with open_store(target) as there:
        assert named(there) == {("log.altered", "#2"), ("log.cut", "#6")}


def test_an_older_backup_that_comes_back_lacks_the_end_until_that_is_accepted(logged, tmp_path):
    safe = tmp_path / "safe.gpkg"
    assert backup(logged.name, safe).log_faults == ()
    with logged.change("tester", "later") as work:
        work.bury("room", ["B-hall"])
    name = logged.name
    logged.close()
    _, kept = restore(safe, name)
    with open_store(kept) as old:
        assert verify(old).sound
    with open_store(name) as again:
        assert named(again) == {("log.cut", "#7")}
        accept(again, "tester")
        assert verify(again).sound
        with again.change("tester", "goes on") as work:
            work.bury("room", ["A-F1-102"])
        assert verify(again).sound
        assert [head.how for head in again.place.heads.read()][:1] == ["accepted"]


def test_a_backup_of_a_log_that_was_tampered_with_says_so(logged, tmp_path):
    behind(logged, "UPDATE twin_change_set SET actor = 'x' WHERE set_id = 2")
    assert [finding.row for finding in backup(logged.name, tmp_path / "safe.gpkg").log_faults] == ["#2"]
    restore(tmp_path / "safe.gpkg", tmp_path / "new.gpkg")
    with open_store(tmp_path / "new.gpkg") as there:  # in a new place what came there is remembered, its fault is still one
        assert named(there) == {("log.altered", "#2")}


def test_a_new_store_in_the_place_of_an_old_one_begins_a_new_memory(tmp_path):
    path = tmp_path / "twin.gpkg"
    with create_store(path) as store, store.change("t", "file") as work:
        work.put_source("s", "a.ifc", "00", {})
    path.unlink()
    with create_store(path) as store:
        assert verify(store).sound


def test_the_order_of_entries_is_that_of_their_times_whatever_the_clock_does(store, monkeypatch):
    """It runs backwards, far ahead and back again; as-of stays in order and nothing is lost."""
    clock = [
        "2026-06-01T12:00:00Z",
        "2026-06-01T11:00:00Z",
        "2030-01-01T00:00:00Z",
        "2026-06-02T09:00:00Z",
        "2030-01-02T00:00:00Z",
    ]
    for number, moment in enumerate(clock, 1):
        monkeypatch.setattr(repository, "now", lambda moment=moment: moment)
        with store.change("t", f"{number}") as work:
            work.put_source(f"s{number}", "a.ifc", "00", {})
        assert store.ahead == ("" if number in {1, 3, 5} else store.log(1)[0]["at"])
    times = [entry["at"] for entry in reversed(store.log())]
    assert times == [clock[0], clock[0], clock[2], clock[2], clock[4]]
    assert [store.version_at(moment) for moment in ("2026-06-01T11:30:00Z", clock[0], clock[3], clock[2], clock[4])] == [
        0,
        2,
        2,
        4,
        5,
    ]
    assert verify(store).sound


def test_a_head_written_in_part_is_passed_over_and_the_next_stands_whole(tmp_path):
    heads = Heads(tmp_path / "a" / "heads")
    one, two = (Head("written", number, "00", "now", "t") for number in (1, 2))
    assert heads.remember(one)
    with heads.path.open("ab") as file:
        file.write(json.dumps({"how": "written", "set": 9}).encode()[:-4])
    assert heads.remember(two)
    assert heads.read() == [one, two]


def test_a_memory_that_cannot_be_written_does_not_undo_a_change(filled):
    filled.place.heads.path.unlink(missing_ok=True)
    filled.place.heads.path.mkdir(parents=True)
    with filled.change("tester", "bury") as work:
        work.bury("room", ["A-F1-101"])
    assert filled.version == 2
    assert named(filled) == {("log.no_head", "#2")}
    filled.place.heads.path.rmdir()


def test_two_writers_make_one_chain(filled):
    with Store(filled.place) as other:
        for number, store in enumerate((filled, other, other, filled)):
            with store.change("t", "bury") as work:
                work.bury("room", [f"A-F1-10{number + 1}"])
    assert not [finding for finding in verify(filled).findings if finding.code != "log.no_head"]


def test_a_change_that_fails_leaves_no_entry_and_no_memory(store):
    heads = store.place.heads.read()
    with suppress(ZeroDivisionError), store.change("t", "fails") as work:
        work.put("department", scene().frame("department"))
        raise ZeroDivisionError
    assert store.place.heads.read() == heads
    fill(store, scene())
    assert verify(store).sound
    assert store.place.heads.read()[-1].set == 1
