"""The store kept in memory: after any change it is what the store holds, read anew in the rows that changed only."""

from sqlalchemy import text

from tests.scenes import CRS_4544
from tests.twin.store.sameness import fill, same, scene
from twin.store import create_store
from twin.store.live import Live
from twin.store.undoing import undo


def test_what_is_in_memory_follows_every_change(tmp_path):
    with create_store(tmp_path / "twin.gpkg", CRS_4544) as store:
        fill(store, scene())
        live = Live(store)
        untouched = live.snapshot.frame("wall")
        assert live.refresh() is None
        room = live.snapshot.frame("room").loc[["A-F1-101"]].assign(name="改名")
        with store.change("tester", "change") as work:
            work.put("room", room)
            work.bury("room", ["A-F1-102"])
            work.remove("occupancy", ["O1", "O2"])
        step = live.refresh()
        assert step.touched == {"room": {"A-F1-101", "A-F1-102"}, "occupancy": {"O1", "O2"}}
        assert [entry["reason"] for entry in step.sets] == ["change"]
        same(live.snapshot, store.snapshot())
        assert live.snapshot.frame("wall") is untouched
        undo(store, 2, "tester")
        live.refresh()
        same(live.snapshot, store.snapshot())
        same(live.snapshot.replaced({}, 1), scene())


def test_what_another_program_edited_is_logged_and_read(tmp_path):
    with create_store(tmp_path / "twin.gpkg", CRS_4544) as store:
        fill(store, scene())
        live = Live(store)
        other = store.place.engine()
        with other.connect().execution_options(twin_write=True) as connection, connection.begin():
            connection.execute(text("UPDATE department SET name = '更名' WHERE department_id = 'D1'"))
        other.dispose()
        step = live.refresh()
        assert step.touched == {"department": {"D1"}}
        assert step.sets[0]["actor"] == "external"
        assert live.snapshot.row("department", "D1")["name"] == "更名"
        same(live.snapshot, store.snapshot())
