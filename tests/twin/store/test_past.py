"""The past is read exactly, and a change set is undone exactly, or refused by name."""

import pandas as pd
import pytest
import shapely

from tests.scenes import CRS_4544, area, tiny_district
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.tables import TABLES
from twin.store import create_store
from twin.store.past import Past
from twin.store.undoing import undo


def same(one, other):
    for name in TABLES:
        mine, theirs = one.frame(name), other.frame(name)
        pd.testing.assert_frame_equal(mine.drop(columns="geometry"), theirs.drop(columns="geometry"))
        for left, right in zip(mine.geometry, theirs.geometry, strict=True):
            assert (left is None and right is None) or shapely.equals_identical(left, right)


@pytest.fixture
def store(tmp_path):
    """Filled, then a room changed, cameras removed, a wall moved, a room buried, a charger added, the room again."""
    with create_store(tmp_path / "twin.gpkg", CRS_4544) as made:
        scene = tiny_district()
        with made.change("t", "fill") as work:
            for name in TABLES:
                work.put(name, scene.frame(name))
        room = scene.frame("room").loc[["A-F1-101"]]
        wall = scene.frame("wall").head(1)
        charger = scene.frame("charger").assign(charger_id="CH9", power_kw=7.0)
        steps = [
            lambda work: work.put("room", room.assign(name="改作会议室", room_class="meeting")),
            lambda work: work.remove("camera", ["K1", "K3"]),
            lambda work: work.put("wall", wall.set_geometry([area(0, 0, 1, 1)], crs=CRS_4544)),
            lambda work: work.bury("room", ["A-F2-201"]),
            lambda work: work.put("charger", charger.set_index(pd.Index(["CH9"], name="charger_id"))),
            lambda work: work.put("room", room.assign(name="又改了", room_class="meeting")),
        ]
        made.seen = [made.snapshot()]
        for number, step in enumerate(steps):
            with made.change("t", f"step {number}") as work:
                step(work)
            made.seen.append(made.snapshot())
        yield made


def test_every_past_version_is_as_it_was_seen(store):
    for number, seen in enumerate(store.seen, start=1):
        past = Past(store, str(number))
        assert past.version == number
        same(past.snapshot(), seen)


def test_before_the_first_change_there_was_nothing(store):
    assert all(len(Past(store, "0").snapshot().frame(name)) == 0 for name in TABLES)


def test_a_moment_in_time_finds_its_version(store):
    assert Past(store, "2000-01-01").version == 0
    assert Past(store, "2999-12-31").version == store.version
    assert Past(store, store.log(1)[0]["at"]).version == store.version


def test_one_building_is_read_as_it_was(store):
    assert Past(store, "1").building("A").row("room", "A-F1-101")["name"] == "办公室"
    assert "A-F2-201" in Past(store, "4").building("A").frame("room").index
    assert "A-F2-201" not in Past(store, "5").building("A").frame("room").index
    with pytest.raises(UnknownKeyError):
        Past(store, "0").building("A")


@pytest.mark.parametrize("moment", ["8", "yesterday", "2026-13", "-1", ""])
def test_a_moment_that_is_none_is_refused(store, moment):
    with pytest.raises(UsageError):
        Past(store, moment)


@pytest.mark.parametrize("number", [3, 4, 5, 6, 7])
def test_an_undone_change_set_leaves_the_rows_as_they_were_before(store, number):
    before = Past(store, str(number - 1)).snapshot()
    touched = {(line["entity"], line["entity_id"]) for line in store.lines(number)}
    made = undo(store, number, "t")
    after = store.snapshot()
    for entity, key in touched:
        was, now = before.frame(entity), after.frame(entity)
        assert (key in was.index) == (key in now.index)
        if key in was.index:
            pd.testing.assert_series_equal(was.loc[key].drop("geometry"), now.loc[key].drop("geometry"))
            assert shapely.equals_identical(was.loc[key, "geometry"], now.loc[key, "geometry"])
    assert store.log(1)[0]["reason"] == f"undo #{number}"
    assert made == 8
    assert store.stray_trees() == []


def test_undoing_an_undo_brings_it_back(store):
    seen = store.snapshot()
    undo(store, undo(store, 7, "t"), "t")
    same(store.snapshot(), seen)


def test_what_was_changed_again_later_is_not_undone_behind_its_back(store):
    with pytest.raises(UsageError, match="A-F1-101") as caught:
        undo(store, 2, "t")
    assert caught.value.code == "undo.conflict"
    assert store.version == 7


def test_a_change_set_that_is_not_there_is_named(store):
    with pytest.raises(UnknownKeyError):
        undo(store, 99, "t")
