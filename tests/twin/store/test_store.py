"""The store on either engine: it gives back what it was given, in whole transactions only, and notices what others edit."""

import json
import signal
import subprocess
import sys

import pytest
from pyproj import CRS
from sqlalchemy import text

from tests.scenes import CRS_4544, area
from tests.twin.store.sameness import fill, same, scene
from twin.model.errors import StoreBusyError, StoreError, TableError, UnknownKeyError, UsageError
from twin.model.tables import IN_BUILDING, TABLES
from twin.store import create_store, engine, open_store


def elsewhere(store, statement, **values):
    """Run a statement as another program would."""
    other = store.place.engine()
    with other.connect().execution_options(twin_write=True) as connection, connection.begin():
        connection.execute(text(statement), values)
    other.dispose()


def test_what_goes_in_comes_out_to_the_last_bit(filled):
    same(filled.snapshot(), scene())
    assert filled.version == 1


def test_putting_the_same_again_changes_nothing_and_logs_nothing(filled):
    work = fill(filled, scene(), "again")
    assert set().union(*work.counts.values()) == {"unchanged"}
    assert filled.version == 1


def test_a_changed_row_is_logged_with_what_it_was(filled):
    room = filled.snapshot().frame("room").loc[["A-F1-101"]].assign(name="改作会议室", room_class="meeting")
    with filled.change("王局办公室", "用途调整", "src") as work:
        work.put("room", room)
    entry, lines = filled.log(1)[0], filled.lines(2)
    assert (entry["actor"], entry["reason"], entry["counts"]) == ("王局办公室", "用途调整", {"room": {"changed": 1}})
    assert [(line["entity"], line["entity_id"], line["action"]) for line in lines] == [("room", "A-F1-101", "update")]
    assert json.loads(lines[0]["before"])["room_class"] == "office"
    assert json.loads(lines[0]["after"])["room_class"] == "meeting"


def test_lines_of_the_log_are_numbered_without_gaps_though_a_change_failed(filled):
    with pytest.raises(RuntimeError), filled.change("tester", "half") as work:  # noqa: PT012 - two steps make a half
        work.remove("room", list(filled.snapshot().keys("room")))
        raise RuntimeError
    with filled.change("tester", "one") as work:
        work.bury("room", ["A-F1-101"])
    numbers = [line["change_id"] for line in (*filled.lines(1), *filled.lines(2))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_failure_in_mid_change_leaves_nothing(filled):
    before = filled.snapshot()
    with pytest.raises(RuntimeError, match="halfway"), filled.change("tester", "half") as work:  # noqa: PT012 - two steps make a half
        work.remove("room", list(before.keys("room")))
        raise RuntimeError("halfway")
    same(filled.snapshot(), before)
    assert filled.version == 1


def test_buried_rows_are_out_of_sight_but_not_lost(filled):
    with filled.change("tester", "gone") as work:
        work.bury("room", ["A-F1-101"])
    assert "A-F1-101" not in filled.snapshot().frame("room").index
    assert "A-F1-101" in filled.snapshot(gone=True).frame("room").index
    assert filled.lines(2)[0]["action"] == "bury"


def test_a_removed_row_stays_whole_in_the_log(filled):
    with filled.change("tester", "remove") as work:
        work.remove("camera", ["K1", "K2"])
    assert [json.loads(line["before"])["lens"] for line in filled.lines(2)] == ["fixed", "dome"]
    assert len(filled.snapshot().frame("camera")) == 1


def test_a_building_of_its_own_metres_is_kept_apart(filled):
    with filled.change("tester", "local") as work:
        for name in IN_BUILDING:
            frame = scene().frame(name)
            keyed = frame.assign(**{TABLES[name].key: "L-" + frame[TABLES[name].key], "building_id": "L-A"})
            work.put(
                name, keyed[keyed["floor_id"] == "A-F1"] if "floor_id" in keyed and name != "floor" else keyed.head(1), local=True
            )
    same(filled.snapshot(), scene())
    local = filled.building("L-A")
    assert local.crs is None
    assert len(local.frame("room")) == 9
    assert len(local.frame("department")) == 2
    assert len(local.frame("camera")) == 0
    with pytest.raises(UnknownKeyError):
        filled.building("nowhere")


def test_sources_and_meshes_are_kept_and_replaced(filled):
    for name, glb in (("old.ifc", b"glTF\x00\xff"), ("new.ifc", b"glTF\x01")):
        with filled.change("tester", "import") as work:
            work.put_source("ifc-1", name, "00", {"说明": [1, None]})
            work.put_meshes({"A-F1": glb})
    assert [(source["name"], source["report"]) for source in filled.sources()] == [("new.ifc", {"说明": [1, None]})]
    assert filled.mesh("A-F1") == b"glTF\x01"
    assert filled.mesh("A-F2") is None


def test_a_text_that_one_engine_could_not_hold_is_refused_by_both(filled):
    room = filled.snapshot().frame("room").loc[["A-F1-101"]].assign(name="a\x00b")
    with pytest.raises(TableError) as caught, filled.change("tester", "nul") as work:
        work.put("room", room)
    assert caught.value.code == "table.no_text"


def test_a_shape_of_three_dimensions_is_kept_in_two_and_so_is_no_change_the_next_time(filled):
    camera = filled.snapshot().frame("camera").loc[["K1"]]
    high = camera.set_geometry([type(camera.geometry.iloc[0])(*camera.geometry.iloc[0].coords[0], 9.0)], crs=CRS_4544)
    with filled.change("tester", "3d") as work:
        work.put("camera", high)
    assert set(work.counts["camera"]) == {"unchanged"}


def test_a_store_without_crs_takes_the_first_one_and_keeps_it(where):
    place = where()
    with create_store(place) as store, open_store(place) as other:
        assert store.crs is None
        store.set_crs(CRS_4544)
        fill(store, scene())
        assert other.snapshot().crs == CRS_4544
        other.set_crs(CRS_4544)
        with pytest.raises(UsageError) as caught:
            other.set_crs(CRS.from_epsg(4549))
        assert caught.value.code == "store.crs_chosen"
    with open_store(place) as again:
        assert again.crs.to_epsg() == 4544
        same(again.snapshot(), scene())


def test_a_crs_of_ones_own_is_kept_too(where):
    own = CRS.from_proj4("+proj=tmerc +lat_0=0 +lon_0=104.05 +k=1 +x_0=50000 +y_0=-3000000 +ellps=GRS80 +units=m +no_defs")
    place = where()
    point = scene().frame("gate").set_crs(own, allow_override=True)
    with create_store(place, own) as store, store.change("tester", "own") as work:
        work.put("gate", point)
    with open_store(place) as again:
        assert again.crs == own
        assert again.snapshot().frame("gate").crs == own


def test_a_second_writer_is_told_to_wait(filled, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    with open_store(filled.name) as other, filled.change("one", "long work") as work:
        work.remove("trip", [])
        assert len(other.snapshot().frame("room")) == 19
        with pytest.raises(StoreBusyError), other.change("two", "at the same time"):
            pass


def test_a_snapshot_is_of_one_moment_though_somebody_writes(filled, monkeypatch):
    """The writer commits after the reader's first table and before its last."""
    read, seen = filled._read, []

    def slow(connection, name, **more):
        seen.append(name)
        if len(seen) == 2:
            with open_store(filled.name) as other, other.change("other", "meanwhile") as work:
                work.remove("room", ["A-F1-101"])
        return read(connection, name, **more)

    monkeypatch.setattr(filled, "_read", slow)
    same(filled.snapshot(), scene())


def test_a_writer_killed_in_mid_change_leaves_the_store_as_it_was(filled, tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal, sys\nfrom twin.store import open_store\n"
        "with open_store(sys.argv[1]) as store, store.change('x', 'killed') as work:\n"
        "    work.remove('room', list(store.snapshot().keys('room')))\n    os.kill(os.getpid(), signal.SIGKILL)\n",
        encoding="utf-8",
    )
    assert subprocess.run([sys.executable, str(script), filled.name], check=False).returncode == -signal.SIGKILL
    with open_store(filled.name) as again:
        same(again.snapshot(), scene())
        assert again.stray_trees() == []
        assert again.version == 1
        with again.change("next", "goes on") as work:
            work.bury("room", ["A-F1-101"])


def test_what_another_program_edits_is_noted_with_what_it_was(filled):
    number = 0.1 + 0.2
    elsewhere(filled, "UPDATE charger SET power_kw = :number WHERE charger_id = 'CH1'", number=number)
    elsewhere(filled, "UPDATE charger SET name = '改了' WHERE charger_id = 'CH1'")
    elsewhere(filled, "UPDATE room SET gone = true, room_id = 'NEW' WHERE room_id = 'A-F1-101'")
    elsewhere(filled, "DELETE FROM post WHERE post_id = 'P1'")
    elsewhere(filled, "INSERT INTO department (department_id, name, level) VALUES ('D9', '新', 'city')")
    touched = {"charger": ["CH1", "CH1"], "room": ["NEW"], "post": ["P1"], "department": ["D9"]}
    assert filled.adopt_external() == touched
    assert filled.adopt_external() == {}
    assert filled.log(1)[0]["actor"] == "external"
    lines = filled.lines(2)
    actions = ["external update", "external update", "external update", "external delete", "external insert"]
    assert [line["action"] for line in lines] == actions
    before = [line["before"] and json.loads(line["before"]) for line in lines]
    after = [line["after"] and json.loads(line["after"]) for line in lines]
    assert before[0]["power_kw"] == 60.0
    assert before[1]["power_kw"] == number
    assert after[1]["name"] == "改了"
    assert (before[2]["room_id"], after[2]["room_id"], after[2]["gone"]) == ("A-F1-101", "NEW", True)
    assert before[2]["geom"] == after[2]["geom"] == area(0.1, 0.1, 5.9, 5.9).wkb_hex
    assert (before[3]["established"], after[3]) == (1, None)
    assert (before[4], after[4]["name"]) == (None, "新")


def test_our_own_changes_are_noted_by_nobody(filled):
    with filled.change("tester", "own") as work:
        work.bury("room", ["A-F1-101"])
        work.remove("post", ["P1"])
    assert filled.adopt_external() == {}


def test_nothing_is_overwritten_and_degrees_are_refused(filled, where):
    with pytest.raises(UsageError):
        create_store(filled.name)
    place = where()
    with pytest.raises(UsageError):
        create_store(place, CRS.from_epsg(4490))
    with pytest.raises(StoreError) as caught:
        open_store(place)
    assert caught.value.code == "store.absent"
