"""Scenarios: changes over a version, read, compared, moved on and merged, the same on either engine."""

import tempfile
import uuid
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.scenes import CRS_4544, area
from tests.twin.store.sameness import same, scene
from twin.model.errors import ConflictError, TwinError, UnknownKeyError
from twin.model.tables import TABLES
from twin.store import backup, create_store, move_store, open_store
from twin.store.past import Past
from twin.store.rows import frame_rows
from twin.store.scenarios import Scenarios
from twin.store.scenarios.records import same_rows
from twin.store.undoing import undo

ROOM, OTHER = "A-F1-101", "A-F1-102"
EXAMPLES = 3
"""Of the machine; `tests/soak/scenarios.py` runs many."""


@pytest.fixture
def book(filled):
    made = Scenarios(filled)
    made.create("搬迁", "planner", "把 101 改为会议室")
    return made


def with_room(store, key=ROOM, **values):
    frame = store.snapshot(gone=True).frame("room").loc[[key]].copy()
    for name, value in values.items():
        frame[name] = [value]
    return frame


def change_live(store, table="room", key=ROOM, **values):
    frame = store.snapshot(gone=True).frame(table).loc[[key]].copy()
    for name, value in values.items():
        frame[name] = [value]
    with store.change("somebody", "meanwhile") as work:
        work.put(table, frame)


def refused(ask, code):
    with pytest.raises(TwinError) as caught:
        ask()
    assert caught.value.code == code
    return caught.value


def test_a_scenario_says_who_made_it_over_which_version(book, filled):
    (made,) = book.all()
    assert (made.name, made.actor, made.note, made.base, made.merged, made.edits) == (
        "搬迁", "planner", "把 101 改为会议室", filled.version, 0, 0,
    )  # fmt: skip
    assert book.get("搬迁") == made
    refused(lambda: book.create("搬迁", "planner"), "scenario.exists")
    refused(lambda: book.get("无"), "scenario.unknown")
    for name in ("", " a", "a\n", "字" * 101):
        refused(lambda name=name: book.create(name, "planner"), "scenario.bad_name")
    refused(lambda: book.create("b", "planner", base=99), "past.not_yet")


def test_its_edits_are_seen_in_it_and_nowhere_else(book, filled):
    before, tally = filled.snapshot(), filled.tally()
    book.put("搬迁", "room", with_room(filled, room_class="meeting", geometry=area(0.2, 0.2, 5.8, 5.8)))
    book.bury("搬迁", "room", [OTHER])
    book.remove("搬迁", "occupancy", ["O1", "none"])
    with_new = scene().frame("department").loc[["D1"]].assign(department_id="D9", name="新设机构")
    book.put("搬迁", "department", with_new)
    seen = book.view("搬迁").snapshot()
    assert seen.row("room", ROOM)["room_class"] == "meeting"
    assert seen.row("room", ROOM)["geometry"].equals(area(0.2, 0.2, 5.8, 5.8))
    assert OTHER not in seen.keys("room")
    assert "O1" not in seen.keys("occupancy")
    assert seen.row("department", "D9")["name"] == "新设机构"
    assert (seen.version, seen.crs) == (filled.version, filled.crs)
    same(filled.snapshot(), before)
    changed = set(filled.tally().differences(tally))
    assert changed <= {"twin_scenario", "twin_scenario_edit"}
    assert [edit.does for edit in book.edits("搬迁")] == ["update", "bury", "remove", "insert"]


def test_it_reads_on_its_base_whatever_happens_meanwhile(book, filled):
    book.put("搬迁", "room", with_room(filled, room_class="meeting"))
    before = book.view("搬迁").snapshot()
    change_live(filled, name="改了", room_class="archive")
    change_live(filled, key=OTHER, name="也改了")
    same(book.view("搬迁").snapshot(), before)
    book.put("搬迁", "room", with_room(filled, OTHER, name="方案里改"))
    (_, edit) = book.edits("搬迁")
    assert edit.before["name"] == "办公室"


def test_an_edit_taken_back_is_no_edit(book, filled):
    book.put("搬迁", "room", with_room(filled, name="甲"))
    book.put("搬迁", "room", with_room(filled, name="乙"))
    assert book.get("搬迁").edits == 1
    book.revert("搬迁", "room", [ROOM])
    assert book.edits("搬迁") == []
    book.put("搬迁", "room", with_room(filled))
    assert book.edits("搬迁") == []


def test_cells_are_held_against_the_rules_of_the_live_model(book):
    assert book.set_cells("搬迁", "room", ROOM, {"room_class": "meeting", "name": None}) == []
    assert book.view("搬迁").snapshot().row("room", ROOM)["room_class"] == "meeting"
    faults = book.set_cells("搬迁", "room", ROOM, {"room_class": "palace", "floor_id": "nowhere", "area_m2": -1.0})
    assert {(fault.code, fault.column) for fault in faults} == {
        ("tabular.not_allowed", "room_class"), ("check.broken_key", "floor_id"), ("tabular.out_of_range", "area_m2"),
    }  # fmt: skip
    assert len(book.edits("搬迁")) == 1
    new = {"department_id": "D8", "room_id": ROOM, "head_count": 3, "valid_from": "2026-01-01"}
    faults = book.set_cells("搬迁", "occupancy", "O9", new)
    assert [(fault.code, fault.column) for fault in faults] == [("check.broken_key", "department_id")]
    assert book.set_cells("搬迁", "department", "D8", {"name": "新", "level": "city"}) == []
    assert book.set_cells("搬迁", "occupancy", "O9", new) == []
    refused(lambda: book.set_cells("搬迁", "room", ROOM, {"colour": "red"}), "query.no_column")


def test_the_difference_names_rows_and_columns(book, filled):
    book.put("搬迁", "room", with_room(filled, room_class="meeting"))
    book.remove("搬迁", "occupancy", ["O1"])
    change_live(filled, key=OTHER, name="现状改了")
    found = book.difference("搬迁")
    assert [(row.entity, row.key, row.does) for row in found] == [("room", ROOM, "update"), ("occupancy", "O1", "remove")]
    assert found[0].record()["cells"] == {"room_class": {"before": "office", "after": "meeting"}}
    live = book.difference("搬迁", live=True)
    assert [(row.entity, row.key) for row in live] == [("room", ROOM), ("room", OTHER), ("occupancy", "O1")]
    assert live[1].record()["cells"] == {"name": {"before": "现状改了", "after": "办公室"}}


def test_rebased_it_holds_both_what_it_changed_and_what_others_did(book, filled):
    book.put("搬迁", "room", with_room(filled, room_class="meeting"))
    change_live(filled, name="改了")
    change_live(filled, key=OTHER, name="也改了")
    assert book.conflicts("搬迁") == []
    assert book.rebase("搬迁") == []
    assert book.get("搬迁").base == filled.version
    seen = book.view("搬迁").snapshot()
    assert seen.row("room", ROOM)[["name", "room_class"]].tolist() == ["改了", "meeting"]
    assert seen.row("room", OTHER)["name"] == "也改了"
    edits = book.edits("搬迁")
    assert book.rebase("搬迁") == []
    assert book.edits("搬迁") == edits


def test_every_conflict_is_named_and_nothing_moves_while_they_stand(book, filled):
    book.put("搬迁", "room", with_room(filled, room_class="meeting", name="方案"))
    book.put("搬迁", "room", with_room(filled, OTHER, name="方案"))
    book.remove("搬迁", "occupancy", ["O1"])
    book.put("搬迁", "department", scene().frame("department").loc[["D1"]].assign(department_id="D9", name="方案"))
    change_live(filled, name="现状", room_class="meeting")
    change_live(filled, "occupancy", "O1", head_count=2)
    with filled.change("somebody", "meanwhile") as work:
        work.bury("room", [OTHER])
        work.put("department", scene().frame("department").loc[["D1"]].assign(department_id="D9", name="现状"))
    found = book.conflicts("搬迁")
    assert {(item.kind, item.entity, item.key, item.column, item.base, item.scenario, item.live) for item in found} == {
        ("cell", "room", ROOM, "name", "办公室", "方案", "现状"),
        ("gone", "room", OTHER, "", None, None, None),
        ("changed", "occupancy", "O1", "head_count", 1, None, 2),
        ("taken", "department", "D9", "", None, None, None),
    }
    before, edits, version = filled.snapshot(), book.edits("搬迁"), filled.version
    for ask in (lambda: book.rebase("搬迁"), lambda: book.merge("搬迁", "planner")):
        with pytest.raises(ConflictError) as caught:
            ask()
        assert set(caught.value.conflicts) == set(found)
    same(filled.snapshot(), before)
    assert (filled.version, book.edits("搬迁")) == (version, edits)


@pytest.mark.parametrize("take", ["live", "scenario"])
def test_told_who_is_right_it_moves_on(book, filled, take):
    book.put("搬迁", "room", with_room(filled, room_class="meeting", name="方案"))
    book.put("搬迁", "room", with_room(filled, OTHER, name="方案"))
    change_live(filled, name="现状")
    with filled.change("somebody", "meanwhile") as work:
        work.bury("room", [OTHER])
    assert len(book.rebase("搬迁", take)) == 2
    assert book.conflicts("搬迁") == []
    seen = book.view("搬迁").snapshot()
    assert seen.row("room", ROOM)[["name", "room_class"]].tolist() == ["现状" if take == "live" else "方案", "meeting"]
    assert (OTHER in seen.keys("room")) == (take == "scenario")


def test_merged_it_is_one_change_set_that_can_be_undone(book, filled):
    book.put("搬迁", "room", with_room(filled, room_class="meeting"))
    book.bury("搬迁", "room", [OTHER])
    book.remove("搬迁", "occupancy", ["O1"])
    book.put("搬迁", "department", scene().frame("department").loc[["D1"]].assign(department_id="D9", name="新设"))
    change_live(filled, name="改了")
    before = filled.snapshot(gone=True)
    made = book.merge("搬迁", "planner", "经批准")
    assert made == filled.version == before.version + 1
    (entry,) = filled.log(1)
    assert (entry["actor"], entry["reason"]) == ("planner", "经批准")
    assert {(line["entity"], line["action"]) for line in filled.lines(made)} == {
        ("room", "update"), ("occupancy", "remove"), ("department", "insert"),
    }  # fmt: skip
    seen = filled.snapshot()
    assert seen.row("room", ROOM)[["name", "room_class"]].tolist() == ["改了", "meeting"]
    assert OTHER not in seen.keys("room")
    assert book.get("搬迁").merged == made
    same(book.view("搬迁").snapshot(), seen)
    for ask in (lambda: book.merge("搬迁", "planner"), lambda: book.remove("搬迁", "room", [ROOM])):
        refused(ask, "scenario.merged")
    undo(filled, made, "planner")
    same(filled.snapshot(gone=True), before)
    book.rebase("搬迁")
    assert book.get("搬迁").merged == 0
    assert book.merge("搬迁", "planner") == filled.version
    same(filled.snapshot(), seen)


def test_nothing_to_merge_is_said_and_leaves_no_change_set(book, filled):
    version = filled.version
    refused(lambda: book.merge("搬迁", "planner"), "scenario.empty")
    book.put("搬迁", "room", with_room(filled, name="改了"))
    change_live(filled, name="改了")
    refused(lambda: book.merge("搬迁", "planner"), "scenario.empty")
    assert (filled.version, book.get("搬迁").merged) == (version + 1, 0)


def test_renamed_and_dropped(book, filled):
    book.create("b", "planner")
    book.put("搬迁", "room", with_room(filled, name="改了"))
    refused(lambda: book.rename("搬迁", "b"), "scenario.exists")
    book.rename("搬迁", "方案一")
    assert book.get("方案一").edits == 1
    book.drop("方案一")
    assert [item.name for item in book.all()] == ["b"]
    with pytest.raises(UnknownKeyError):
        book.view("方案一")
    with filled.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM twin_scenario_edit").scalar_one() == 0


def test_over_an_old_version_it_shows_that_version(filled):
    change_live(filled, name="改了")
    book = Scenarios(filled)
    book.create("旧", "planner", base=1)
    book.put("旧", "room", with_room(filled, OTHER, name="方案"))
    seen = book.view("旧").snapshot()
    assert seen.column("room", "name")[list(seen.keys("room")).index(ROOM)] == "办公室"
    assert [row.key for row in book.difference("旧", live=True)] == [ROOM, OTHER]


def test_a_building_that_is_not_placed_can_be_edited_too(book, filled):
    frame = scene().frame("room").loc[[ROOM]]
    with filled.change("somebody", "local") as work:
        work.put("room", frame.set_crs(None, allow_override=True), local=True)
    book.rebase("搬迁")
    book.put("搬迁", "room", frame.set_crs(None, allow_override=True).assign(name="方案"), local=True)
    assert book.view("搬迁").local_frame("room")["name"].tolist() == ["方案"]
    assert book.view("搬迁").snapshot().row("room", ROOM)["name"] == "办公室"
    book.merge("搬迁", "planner")
    assert filled.local_frame("room")["name"].tolist() == ["方案"]


def test_copies_and_backups_carry_scenarios(book, filled, where, tmp_path):
    book.put("搬迁", "room", with_room(filled, name="方案"))
    other = where()
    move_store(filled.name, other)
    backup(filled.name, tmp_path / "kept.gpkg")
    for place in (other, tmp_path / "kept.gpkg"):
        with open_store(place) as copy:
            assert Scenarios(copy).edits("搬迁") == book.edits("搬迁")


def held(snapshot):
    """Give the departments as plain rows by key."""
    return {row["department_id"]: row for row in frame_rows(TABLES["department"], snapshot.frame("department"))}


def now(store):
    """Give the departments of the live model likewise."""
    with store.reading() as connection:
        frame = store.held(connection, "department")
    return {row["department_id"]: row for row in frame_rows(TABLES["department"], frame)}


class Planning(RuleBasedStateMachine):
    """A GeoPackage and a PostGIS on which planners and others work at once."""

    server = ""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        names = (str(Path(self.folder.name) / "twin.gpkg"), f"{self.server}&schema=t_{uuid.uuid4().hex[:12]}")
        self.stores = [create_store(name, CRS_4544) for name in names]
        for store in self.stores:
            with store.change("a", "fill") as work:
                work.put("department", scene().frame("department"))
        self.both(lambda book, _: book.create("s", "a").number)

    def both(self, ask):
        """Ask each for the same; the answers are the same, refusals included."""
        answers = []
        for store in self.stores:
            try:
                answers.append((ask(Scenarios(store), store), ""))
            except TwinError as error:
                answers.append((getattr(error, "conflicts", None), error.code))
        assert answers[0] == answers[1]
        return answers[0]

    @staticmethod
    def rows(keys, names, levels):
        frame = scene().frame("department").iloc[[0] * len(keys)].copy()
        frame["department_id"], frame["name"] = keys, names[: len(keys)]
        frame["level"] = levels[: len(keys)]
        return frame.reset_index(drop=True)

    KEYS = st.lists(st.sampled_from(["D1", "D2", "D3"]), min_size=1, max_size=2, unique=True)
    NAMES = st.lists(st.sampled_from("甲乙丙"), min_size=2, max_size=2)
    LEVELS = st.lists(st.sampled_from(["city", "county"]), min_size=2, max_size=2)

    @rule(keys=KEYS, names=NAMES, levels=LEVELS, live=st.booleans())
    def put(self, keys, names, levels, live):
        frame = self.rows(keys, names, levels)

        def order(book, store):
            if not live:
                book.put("s", "department", frame)
                return
            with store.change("b", "meanwhile") as work:
                work.put("department", frame)

        self.both(order)

    @rule(keys=KEYS, live=st.booleans())
    def remove(self, keys, live):
        def order(book, store):
            if not live:
                book.remove("s", "department", keys)
                return
            with store.change("b", "meanwhile") as work:
                work.remove("department", keys)

        self.both(order)

    @rule(keys=KEYS)
    def revert(self, keys):
        self.both(lambda book, _: book.revert("s", "department", keys))

    @rule(take=st.sampled_from(["", "live", "scenario"]))
    def rebase(self, take):
        _, code = self.both(lambda book, _: book.rebase("s", take))
        if not code:
            once = self.both(lambda book, _: book.edits("s"))
            assert self.both(lambda book, _: book.rebase("s")) == ([], "")
            assert self.both(lambda book, _: book.edits("s")) == once
            assert self.both(lambda book, _: book.conflicts("s")) == ([], "")

    @rule(undone=st.booleans())
    def merge(self, undone):
        wanted = [self.applied(store) for store in self.stores]
        before = [now(store) for store in self.stores]
        made, code = self.both(lambda book, _: book.merge("s", "a"))
        if code:
            return
        for store, live, then in zip(self.stores, before, wanted, strict=True):
            assert now(store) == then
            if undone:
                undo(store, made, "a")
                assert now(store) == live

    def applied(self, store):
        """Give the live departments with the scenario's changed cells written over them, one by one."""
        rows = now(store)
        for change in Scenarios(store).difference("s"):
            if change.does == "remove":
                rows.pop(change.key, None)
            else:
                rows.setdefault(change.key, {}).update({cell.column: cell.after for cell in change.cells})
        return rows

    @rule()
    def open_anew(self):
        self.both(lambda book, _: book.drop("s"))
        self.both(lambda book, _: book.create("s", "a").number)

    @invariant()
    def say_the_same(self):
        for ask in (Scenarios.edits, Scenarios.difference, Scenarios.conflicts):
            self.both(lambda book, _, ask=ask: ask(book, "s"))
        self.both(lambda book, _: book.difference("s", live=True))

    @rule()
    def a_difference_applied_to_the_base_is_the_scenario(self):
        store = self.stores[0]
        book = Scenarios(store)
        rows = held(Past(store, str(book.get("s").base)).snapshot())
        for change in book.difference("s"):
            if change.does == "remove":
                del rows[change.key]
            else:
                rows.setdefault(change.key, {}).update({cell.column: cell.after for cell in change.cells})
        seen = held(book.view("s").snapshot())
        assert set(rows) == set(seen)
        assert all(same_rows("department", row, seen[key]) for key, row in rows.items())

    def teardown(self):
        one, other = (Scenarios(store).view("s").snapshot() for store in self.stores)
        same(one, other)
        for store in self.stores:
            store.close()
        self.folder.cleanup()


def test_planners_and_others_at_once_find_both_engines_alike(postgis):
    class Both(Planning):
        server = postgis

    run_state_machine_as_test(Both, settings=settings(max_examples=EXAMPLES, stateful_step_count=10, deadline=None))
