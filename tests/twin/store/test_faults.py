"""What goes wrong outside: each is said clearly, in both languages, loses nothing, and once it is over work goes on."""

import os
import resource
import shutil
import sqlite3
import tempfile
import traceback
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.scenes import CRS_4544
from tests.servers import own_folder
from tests.twin.store.sameness import fill, same, scene
from twin.model.errors import StoreBusyError, StoreError
from twin.store import backup, copy_store, create_store, engine, local_server, open_store, restore
from twin.store.embedded import FilePlace
from twin.store.migrating import migrate
from twin.store.reaching import open_to_read
from twin.store.verifying import accept, verify

NOBODY = 65534


@contextmanager
def small_disk(room):
    """Let no file of this process grow beyond some bytes, as a full disk would not."""
    held = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, held[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, held)


def grow(store):
    """Add some megabytes."""
    frame = scene().frame("department").head(1)
    with store.change("tester", "grow") as work:
        for number in range(20):
            work.put("department", frame.assign(department_id=f"big-{number}", name="大" * 100_000))


def clear(error, code):
    """A clear error has words and a remedy in both languages, and the name of the store."""
    assert error.code == code
    for text in (error.text, error.remedy):
        assert text.zh
        assert text.en
        assert text.zh != text.en
    assert "{" not in f"{error.text}{error.remedy}"


def test_a_disk_that_is_full_costs_only_the_change_that_did_not_fit(tmp_path, filled_file):
    path = shutil.copy(filled_file, tmp_path / "twin.gpkg")
    with open_store(path) as store:
        before = store.tally()
        with small_disk(Path(path).stat().st_size + 200_000), pytest.raises(StoreError) as caught:
            grow(store)
        assert caught.value.code in {"store.full", "store.cannot_write"}
        clear(caught.value, caught.value.code)
        assert store.tally() == before
        grow(store)
        assert store.version == 2
        assert store.stray_trees() == []
        assert not [finding for finding in verify(store).findings if finding.code != "log.no_head"]


def test_a_database_that_may_grow_no_more_is_called_full(tmp_path, filled_file):
    path = shutil.copy(filled_file, tmp_path / "twin.gpkg")
    with open_store(path) as store:
        event.listen(store._engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreError) as caught:
            grow(store)
        clear(caught.value, "store.full")
    with open_store(path) as store:
        grow(store)


def test_a_backup_or_copy_that_does_not_fit_leaves_nothing_behind(tmp_path, filled_file):
    path = shutil.copy(filled_file, tmp_path / "twin.gpkg")
    with open_store(path) as store:
        grow(store)
        held = store.tally()
    backup(path, tmp_path / "safe.gpkg")
    there = set(tmp_path.iterdir())
    for work in (
        lambda: backup(path, tmp_path / "second.gpkg"),
        lambda: copy_store(path, tmp_path / "third.gpkg"),
        lambda: restore(tmp_path / "safe.gpkg", path),
        lambda: FilePlace(path).keep_copy("kept"),
    ):
        with small_disk(1_000_000), pytest.raises(StoreError) as caught:
            work()
        assert caught.value.code in {"store.full", "store.cannot_write", "store.damaged"}
        assert {item for item in tmp_path.iterdir() if not item.name.endswith(("-wal", "-shm"))} <= there
    with open_store(path) as store:
        assert store.tally() == held
    backup(path, tmp_path / "second.gpkg")


def test_a_server_whose_disk_is_full_costs_only_the_change_that_did_not_fit(postgis):
    """PostgreSQL's own word for it, raised where it would extend a file."""
    with create_store(f"{postgis}&schema=full_disk", CRS_4544) as store:
        fill(store, scene())
        before = store.tally()
        with store.place.changing() as connection:
            connection.exec_driver_sql(
                "CREATE FUNCTION full_disk.no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$"
            )
            connection.exec_driver_sql(
                "CREATE TRIGGER no_room AFTER INSERT ON twin_change_set EXECUTE FUNCTION full_disk.no_room()"
            )
        with pytest.raises(StoreError) as caught:
            grow(store)
        clear(caught.value, "store.full")
        assert store.tally() == before
        with store.place.changing() as connection:
            connection.exec_driver_sql("DROP TRIGGER no_room ON twin_change_set")
        grow(store)
        assert store.version == 2


def _as_nobody(pipe, work, path):
    """Run in a child that may write nothing there, whoever runs the tests."""
    try:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        pipe.send((work(path), None))
    except StoreError as error:
        pipe.send((None, error.code))
    except BaseException:  # noqa: BLE001 - the parent shows it
        pipe.send((None, traceback.format_exc()))


def unprivileged(work, path):
    """Ask as somebody who may only read; give the answer and the code of the error."""
    here, there = get_context("fork").Pipe()
    child = get_context("fork").Process(target=_as_nobody, args=(there, work, path))
    child.start()
    said = here.recv()
    child.join()
    return said


@pytest.fixture
def locked(filled_file):
    """A store that can be read and not written, in a folder that others may enter; pytest's own they may not."""
    folder = Path(tempfile.mkdtemp(prefix="twin-locked-"))
    path = folder / "twin.gpkg"
    shutil.copy(filled_file, path)
    with open_store(path) as store:
        accept(store, "tester")
    path.chmod(0o444)
    folder.chmod(0o555)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def _read(path):
    with open_store(path) as store:
        same(store.snapshot(), scene())
        return store.adopt_external(), store.version, verify(store).sound, store.place.writable


def _write(path):
    with open_store(path) as store, store.change("t", "bury") as work:
        work.bury("room", ["A-F1-101"])


def _save(path):
    return backup(path, path.with_name("no.gpkg"))


def test_a_store_on_a_read_only_disk_is_read_and_says_that_it_cannot_be_written(locked):
    assert unprivileged(_read, locked) == (({}, 1, True, False), None)
    assert unprivileged(_write, locked) == (None, "store.read_only")
    clear(StoreError("store.read_only", store="s"), "store.read_only")
    assert unprivileged(_save, locked)[1] in {"store.cannot_write", "store.read_only"}
    assert not list(locked.parent.glob("*-wal"))
    locked.parent.chmod(0o755)
    locked.chmod(0o644)
    _write(locked)
    assert open_store(locked).version == 2


def test_a_read_only_file_in_a_folder_of_ones_own_is_read_too(locked):
    locked.parent.chmod(0o777)
    assert unprivileged(_read, locked) == (({}, 1, True, False), None)
    assert unprivileged(_write, locked) == (None, "store.read_only")


def test_an_older_store_on_a_read_only_disk_says_that_it_cannot_be_brought_up_to_date(locked):
    locked.parent.chmod(0o755)
    locked.chmod(0o644)
    migrate(FilePlace(locked), 1)
    locked.chmod(0o444)
    locked.parent.chmod(0o555)
    assert unprivileged(_read, locked)[1] in {"store.read_only", "store.cannot_write"}


def test_a_log_that_cannot_be_merged_is_named_instead_of_passed_over(locked):
    """Told that nobody changes the file, SQLite would read it without what was committed last."""
    locked.parent.chmod(0o755)
    locked.chmod(0o644)
    writer = sqlite3.connect(locked)
    writer.execute("CREATE TABLE later (a)")
    writer.commit()
    held = locked.with_name("twin.gpkg-wal").read_bytes()
    writer.close()
    locked.with_name("twin.gpkg-wal").write_bytes(held)
    locked.chmod(0o444)
    locked.parent.chmod(0o555)
    assert unprivileged(_read, locked)[1] == "store.unreadable"
    clear(StoreError("store.unreadable", store="s", reason="r"), "store.unreadable")
    locked.parent.chmod(0o755)
    locked.with_name("twin.gpkg-wal").unlink()


def test_a_store_that_nobody_may_read_is_not_called_foreign(locked):
    locked.chmod(0)
    assert unprivileged(_read, locked) == (None, "store.unreadable")


def test_a_store_locked_by_another_program_is_busy_not_foreign(tmp_path, filled_file, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.1)
    path = shutil.copy(filled_file, tmp_path / "twin.gpkg")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreBusyError) as caught:
        open_store(path)
    clear(caught.value, "store.busy")
    other.close()
    open_store(path).close()


def test_a_second_writer_waits_gives_up_clearly_and_comes_to_its_turn(filled, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.2)
    with open_store(filled.name) as other:
        with filled.change("one", "bury") as work:
            work.bury("room", ["A-F1-101"])
            with pytest.raises(StoreBusyError) as caught, other.change("two", "bury") as second:
                second.bury("room", ["A-F1-102"])
            clear(caught.value, "store.busy")
            assert other.version == 1
        with other.change("two", "bury") as second:
            second.bury("room", ["A-F1-102"])
        assert [entry["actor"] for entry in other.log()] == ["two", "one", "tester"]


def test_a_server_that_goes_in_the_middle_of_the_work_costs_only_that_work():
    """It is stopped between two statements of one change, and started again: the same store object goes on."""
    with own_folder() as folder, create_store(local_server.start(folder).url, CRS_4544) as store:
        fill(store, scene())
        before = store.tally()

        def work_on():
            with store.change("t", "bury") as work:
                work.bury("room", ["A-F1-101"])
                local_server.stop(folder, "immediate")
                work.bury("room", ["A-F1-102"])

        for ask in (work_on, store.snapshot):
            with pytest.raises(StoreError) as caught:
                ask()
            clear(caught.value, "store.unreachable")
        local_server.start(folder)
        assert store.tally() == before
        with store.change("t", "bury") as work:
            work.bury("room", ["A-F1-101"])
        assert verify(store).sound


def test_reading_alone_changes_no_byte(filled_file, tmp_path):
    path = FilePlace(shutil.copy(filled_file, tmp_path / "twin.gpkg")).path
    held = path.read_bytes()
    connection = open_to_read(path)
    assert connection.execute("SELECT count(*) FROM room").fetchone() == (19,)
    with pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM room")
    connection.close()
    assert path.read_bytes() == held
