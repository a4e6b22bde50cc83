"""A newer file of a building that is in the store: shown before it is accepted, and whoever sits there stays."""

from __future__ import annotations

import io
import os
import re

import pandas as pd
import pytest

from api.importing import Wishes, take
from api.importing.edits import hand_edits
from api.importing.placing import Target, place, put
from bim_import import importing
from bim_import.identity import derived_key
from tests.bim_import.models import BLOCK, SMALL, run_here
from twin.model.checks import check
from twin.model.snapshot import fit_frame
from twin.model.tables import TABLES
from twin.store import copy_store, create_store, open_store
from twin.store.undoing import undo


def flat(target, arguments, **more):
    """Read in this process and without 3D: these tests are about the store."""
    return run_here(target, arguments | {"how": arguments["how"] | {"glb": False}}, **more)


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Take the quick way for every import."""
    monkeypatch.setattr(importing, "run", flat)


@pytest.fixture(scope="module")
def model(testdata):
    """Give a small model that stands on the ground: two rooms, four walls."""
    return testdata / "ifc" / SMALL


@pytest.fixture(scope="module")
def first_store(model, tmp_path_factory):
    """Make a store with that model and somebody in its first room, once."""
    path = tmp_path_factory.mktemp("first") / "twin.gpkg"
    with create_store(path) as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing, "run", flat)
        assert take(store, model, "ifc", Wishes(), "tester").status == "imported"
        people = {
            "department": {"department_id": ["D"], "name": ["财政局"], "level": ["city"]},
            "occupancy": {"occupancy_id": ["O"], "room_id": [_room(model)[0]], "department_id": ["D"], "head_count": [3]},
        }
        with store.change("tester", "people") as work:
            for table, rows in people.items():
                work.put(table, fit_frame(TABLES[table], pd.DataFrame(rows), None))
    return path


@pytest.fixture
def store_path(first_store, tmp_path):
    path = tmp_path / "twin.gpkg"
    copy_store(first_store, path)
    return path


def _room(path):
    found = re.search(r"IFCSPACE\('([^']+)',[^,]*,'([^']+)'", path.read_text(encoding="utf-8"))
    return found.group(1), found.group(2)


@pytest.fixture(scope="module")
def room(model):
    """Give the key and name of one room."""
    return _room(model)


def changed(tmp_path, source, *pairs):
    """Write a newer file in which some text is replaced; every change must hit."""
    text = source.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path = tmp_path / source.name
    path.write_text(text, encoding="utf-8")
    return path


def rekeyed(tmp_path, source):
    """Write the same model with other GlobalIds throughout."""
    text = re.sub(
        r"(=\s*IFC\w+\(')([0-3][0-9A-Za-z_$]{21})'",
        lambda found: f"{found.group(1)}{derived_key(found.group(2), 'again')}'",
        source.read_text(encoding="utf-8"),
    )
    path = tmp_path / source.name
    path.write_text(text, encoding="utf-8")
    return path


def edit(store, table, key, **cells):
    """Change cells of a row as a person does."""
    frame = store.snapshot().frame(table).loc[[key]].assign(**cells)
    with store.change("tester", "edited") as work:
        work.put(table, frame)


@pytest.fixture
def newer_file(tmp_path, model, room):
    """Give a newer file in which one room has another name."""
    text = model.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if f"IFCSPACE('{room[0]}'" in line)
    return changed(tmp_path, model, (line, line.replace(f"'{room[1]}'", "'X-99'")))


def test_nobody_there_to_ask_and_nothing_is_changed_but_the_difference_is_told(twin, store_path, newer_file, room):
    before = twin("show", "--store", store_path, "--json")[1]
    code, out, _ = twin("import", newer_file, "--store", store_path, "--json")
    assert code == 1
    entry = out["files"][0]
    assert entry["status"] == "refused"
    assert [finding["code"] for finding in entry["findings"] if finding["severity"] == "error"] == ["import.needs_yes"]
    assert [(line["key"], line["columns"]) for line in entry["revisions"][0]["changed"]] == [
        (room[0], {"name": [room[1], "X-99"]})
    ]
    assert twin("show", "--store", store_path, "--json")[1] == before
    code, text, _ = twin("import", newer_file, "--store", store_path)
    assert code == 1
    assert "X-99" in text


def test_a_dry_run_shows_the_difference_and_asks_nothing(twin, store_path, newer_file):
    before = twin("show", "--store", store_path, "--json")[1]
    code, out, _ = twin("import", newer_file, "--store", store_path, "--dry-run", "--json")
    assert (code, out["files"][0]["status"], len(out["files"][0]["revisions"][0]["changed"])) == (0, "imported", 1)
    assert twin("show", "--store", store_path, "--json")[1] == before


@pytest.mark.parametrize("answer", ["n", "", "y", "是"])
def test_a_person_at_a_terminal_decides(answer, twin, store_path, newer_file, room, monkeypatch):
    typed = io.StringIO(f"{answer}\n")
    monkeypatch.setattr(typed, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", typed)
    found, text, err = twin("import", newer_file, "--store", store_path)
    taken = answer in {"y", "是"}
    assert found == (0 if taken else 1)
    assert "X-99" in text
    assert "[y/N]" in err
    with open_store(store_path) as store:
        assert store.snapshot().row("room", room[0])["name"] == ("X-99" if taken else room[1])


def test_a_file_that_says_the_same_is_taken_without_a_question(twin, store_path, model):
    code, text, err = twin("import", model, "--store", store_path)
    assert code == 0
    assert "没有差别" in text
    assert "[y/N]" not in err


def test_what_was_agreed_to_is_taken_only_while_it_is_still_what_was_shown(store_path, newer_file, room):
    with open_store(store_path) as store:
        shown = take(store, newer_file, "ifc", Wishes(decide=lambda _path, _revisions: "decline"), "tester").agreement
        edit(store, "room", room[0], name="别的")
        late = take(store, newer_file, "ifc", Wishes(agreed=shown), "tester")
        assert (late.status, [finding.code for finding in late.findings]) == ("refused", ["import.store_moved"])
        undo(store, store.version, "tester")
        assert take(store, newer_file, "ifc", Wishes(agreed=shown), "tester").status == "imported"
        assert store.snapshot().row("room", room[0])["name"] == "X-99"


def test_a_server_keeps_hand_edits_and_known_rooms_as_a_file_does(twin, model, newer_file, room, postgis):
    address = f"{postgis}&schema=newer_{os.urandom(4).hex()}"
    assert twin("init", "--store", address)[0] == 0
    assert twin("import", model, "--store", address)[0] == 0
    with open_store(address) as store:
        edit(store, "room", room[0], number="手改")
    code, out, _ = twin("import", newer_file, "--store", address, "--yes", "--json")
    revision = out["files"][0]["revisions"][0]
    assert (code, [(line["key"], line["column"]) for line in revision["hand"]]) == (0, [(room[0], "number")])
    with open_store(address) as store:
        row = store.snapshot().row("room", room[0])
        assert (row["name"], row["number"]) == ("X-99", "手改")
        assert [found.column for found in hand_edits(store, revision["building_id"])] == ["number"]


def test_new_ids_throughout_and_everybody_stays_where_he_sits(twin, store_path, model, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "run", run_here)
    with open_store(store_path) as store:
        before = store.snapshot()
    file = rekeyed(tmp_path, model)
    code, out, _ = twin("import", file, "--store", store_path, "--yes", "--json")
    assert code == 0
    entry = out["files"][0]
    assert "import.building_known_again" in {finding["code"] for finding in entry["findings"]}
    revision = entry["revisions"][0]
    assert (revision["added"], revision["gone"], revision["changed"]) == ([], [], [])
    assert revision["counts"]["room"]["rekeyed"] == 2
    with open_store(store_path) as store:
        after = store.snapshot()
        floor = str(after.keys("floor")[0])
        assert store.mesh(floor)
        assert store.mesh(str(after.row("floor", floor)["global_id"])) is None
    assert list(after.keys("room")) == list(before.keys("room"))
    assert after.frame("occupancy").equals(before.frame("occupancy"))
    assert not [finding for finding in check(after) if finding.code == "check.broken_key"]
    mine = after.frame("room")["building_id"] == revision["building_id"]
    assert (after.frame("room")["global_id"] != before.frame("room")["global_id"]).equals(mine)
    code, out, _ = twin("import", file, "--store", store_path, "--json")
    assert (code, out["files"][0]["revisions"][0]["empty"]) == (0, True)
    code, out, _ = twin("import", model, "--store", store_path, "--yes", "--json")
    assert [counts["rekeyed"] for counts in out["files"][0]["revisions"][0]["counts"].values()] == [
        counts["rekeyed"] for counts in revision["counts"].values()
    ]


def test_a_room_that_goes_names_who_sits_in_it(twin, store_path, newer_file, model, room, tmp_path):
    """The room's id and name change: it is another room."""
    other = derived_key(room[0], "other")
    file = changed(tmp_path, newer_file, (f"'{room[0]}'", f"'{other}'"))
    code, out, _ = twin("import", file, "--store", store_path, "--yes", "--json")
    revision = out["files"][0]["revisions"][0]
    assert [(item["key"], item["used_by"]) for item in revision["gone"] if item["table"] == "room"] == [(room[0], ["财政局 3"])]
    assert [item["key"] for item in revision["added"] if item["table"] == "room"] == [other]
    assert [(item["table"], item["key"], item["to"]) for item in revision["stranded"]] == [("occupancy", "O", room[0])]
    with open_store(store_path) as store:
        assert room[0] not in store.snapshot().keys("room")
        assert room[0] in store.snapshot(gone=True).keys("room")
    code, out, _ = twin("import", model, "--store", store_path, "--yes", "--json")
    assert code == 0
    with open_store(store_path) as store:
        assert room[0] in store.snapshot().keys("room")
        assert list(store.snapshot().column("occupancy", "room_id")) == [room[0]]


def test_a_hand_edit_outlives_one_import_after_another_until_the_file_is_preferred(twin, store_path, newer_file, model, room):
    with open_store(store_path) as store:
        edit(store, "room", room[0], room_class="archive", number="手改")
    code, out, _ = twin("import", newer_file, "--store", store_path, "--yes", "--json")
    assert {line["column"] for line in out["files"][0]["revisions"][0]["hand"]} == {"room_class", "number"}
    code, out, _ = twin("import", model, "--store", store_path, "--yes", "--json")
    assert (code, len(out["files"][0]["revisions"][0]["hand"])) == (0, 2)
    with open_store(store_path) as store:
        row = store.snapshot().row("room", room[0])
        assert (row["room_class"], row["number"], row["name"]) == ("archive", "手改", room[1])
        assert {found.column for found in hand_edits(store, str(row["building_id"]))} == {"room_class", "number"}
    code, out, _ = twin("import", model, "--store", store_path, "--overwrite-edits", "--yes", "--json")
    assert {line["kept"] for line in out["files"][0]["revisions"][0]["hand"]} == {False}
    with open_store(store_path) as store:
        row = store.snapshot().row("room", room[0])
        assert row["number"] is None
        assert hand_edits(store, str(row["building_id"])) == []


def test_undoing_an_import_is_no_hand_edit_and_undoing_an_edit_ends_it(twin, store_path, newer_file, room):
    with open_store(store_path) as store:
        building = str(store.snapshot().row("room", room[0])["building_id"])
        edit(store, "room", room[0], number="手改")
        twin("import", newer_file, "--store", store_path, "--yes")
        undo(store, store.version, "tester")
        assert [(found.key, found.column) for found in hand_edits(store, building)] == [(room[0], "number")]
    with open_store(store_path) as store:
        undo(store, store.version, "tester")
        edits = hand_edits(store, building)
        assert [(found.key, found.column) for found in edits] == [(room[0], "number")]
        edit(store, "room", room[0], number=edits[0].before)
        assert hand_edits(store, building) == []


def test_a_room_taken_out_by_hand_stays_out(twin, store_path, model, room):
    with open_store(store_path) as store:
        building = str(store.snapshot().row("room", room[0])["building_id"])
        with store.change("tester", "not a room") as work:
            work.remove("room", [room[0]])
        assert [(found.key, found.column) for found in hand_edits(store, building)] == [(room[0], "gone")]
    code, out, _ = twin("import", model, "--store", store_path, "--yes", "--json")
    assert (code, [line["key"] for line in out["files"][0]["revisions"][0]["removed_by_hand"]]) == (0, [room[0]])
    with open_store(store_path) as store:
        assert room[0] not in store.snapshot().keys("room")
        assert not [
            finding for finding in check(store.snapshot()) if finding.code == "check.broken_key" and finding.table == "door"
        ]


def test_a_newer_file_without_a_place_stays_where_the_building_stands(twin, store_path, model, tmp_path):
    text = model.read_text(encoding="utf-8")
    conversion = re.search(r"\n#\d+=\s*IFCMAPCONVERSION\([^;]*;", text).group()
    path = changed(tmp_path, model, (conversion, ""))
    code, out, _ = twin("import", path, "--store", store_path, "--json")
    assert code == 0, out
    assert out["files"][0]["revisions"][0]["empty"]
    with open_store(store_path) as store:
        assert len(store.local_frame("building")) == 0


def test_a_building_that_the_file_moves_is_compared_where_it_goes(twin, store_path, model, tmp_path):
    text = model.read_text(encoding="utf-8")
    old = re.search(r"IFCMAPCONVERSION\((#\d+),(#\d+),([\d.]+),", text)
    moved = f"IFCMAPCONVERSION({old.group(1)},{old.group(2)},{float(old.group(3)) + 2500!r},"
    code, out, _ = twin("import", changed(tmp_path, model, (old.group(0), moved)), "--store", store_path, "--yes", "--json")
    entry = out["files"][0]
    assert code == 0
    told = next(finding for finding in entry["findings"] if finding["code"] == "import.building_moved")
    assert "2.500 m" in told["message"]
    revision = entry["revisions"][0]
    assert {line["table"] for line in revision["changed"]} == {"building"}
    assert {name for line in revision["changed"] for name in line["columns"]} == {"place_e"}


def test_a_table_of_classes_is_remembered_and_asked_first(twin, tmp_path, testdata):
    twin("init")
    path = testdata / "ifc" / "pcert_building-architecture.ifc"
    table = tmp_path / "classes.csv"
    table.write_text("名称,类别\nliving*,archive\n", encoding="gb18030")
    assert twin("import", path, "--classes", table)[0] == 0
    with open_store("twin.gpkg") as store:
        classes = store.snapshot().frame("room").set_index("name")["room_class"].to_dict()
    assert classes["living room"] == "archive"
    code, out, _ = twin("import", path, "--json")
    assert (code, out["files"][0]["revisions"][0]["empty"]) == (0, True)


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.csv", "name,class\n财务*,bureau\n"), ("a.csv", "alone\n"), ("a.toml", "office = ["), ("a.toml", ""), ("a.csv", "")],
)
def test_a_table_of_classes_at_fault_is_named(name, text, twin, model, tmp_path):
    twin("init")
    table = tmp_path / name
    table.write_text(text, encoding="utf-8")
    code, out, _ = twin("import", model, "--classes", table, "--json")
    assert (code, out["error"]["code"]) == (2, "import.bad_classes")


def test_what_was_edited_in_the_models_own_metres_is_kept_on_the_ground(twin, testdata):
    twin("init")
    path = testdata / "ifc" / BLOCK
    assert twin("import", path)[0] == 0
    with open_store("twin.gpkg") as store:
        frame = store.local_frame("room")
        key = str(frame["room_id"].iloc[0])
        with store.change("tester", "edited") as work:
            work.put("room", fit_frame(TABLES["room"], frame.iloc[[0]].assign(name="手改"), None), local=True)
    assert twin("place", BLOCK, "--at", "104.0655,30.6020", "--heading", "12")[0] == 0
    code, out, _ = twin("import", path, "--yes", "--json")
    revision = out["files"][0]["revisions"][0]
    assert (code, revision["empty"]) == (0, True)
    assert [(line["key"], line["column"], line["kept"]) for line in revision["hand"]] == [(key, "name", True)]
    with open_store("twin.gpkg") as store:
        assert store.snapshot().row("room", key)["name"] == "手改"
        assert len(store.local_frame("room")) == 0


def test_a_placing_is_no_edit_whatever_reason_it_gives(twin, testdata):
    twin("init")
    path = testdata / "ifc" / BLOCK
    assert twin("import", path)[0] == 0
    with open_store("twin.gpkg") as store:
        key = str(store.local_frame("building")["building_id"].iloc[0])
        placed = place(store, key, Target(at=(104.0655, 30.6020), heading=12.0))
        put(store, placed, "tester", "测量后落位")
        assert hand_edits(store, key) == []
        edit(store, "room", store.snapshot().keys("room")[0], name="手改")
        assert [found.column for found in hand_edits(store, key)] == ["name"]
    assert twin("import", path, "--json")[1]["files"][0]["revisions"][0]["empty"]


def test_an_unplaced_building_with_new_ids_is_known_by_its_file(twin, tmp_path, testdata):
    twin("init")
    assert twin("import", testdata / "ifc" / BLOCK)[0] == 0
    with open_store("twin.gpkg") as store:
        keys = list(store.local_frame("room")["room_id"])
    (tmp_path / "newer").mkdir()
    again = rekeyed(tmp_path / "newer", testdata / "ifc" / BLOCK)
    code, out, _ = twin("import", again, "--yes", "--json")
    assert (code, out["files"][0]["revisions"][0]["added"]) == (0, [])
    other = again.rename(again.with_name("another.ifc"))
    _, out, _ = twin("import", rekeyed(tmp_path, other), "--yes", "--dry-run", "--json")
    assert out["files"][0]["revisions"] == []
    code, out, _ = twin("import", tmp_path / "another.ifc", "--as", BLOCK, "--yes", "--json")
    assert (code, out["files"][0]["revisions"][0]["gone"]) == (0, [])
    with open_store("twin.gpkg") as store:
        assert list(store.local_frame("room")["room_id"]) == keys


def test_a_disciplines_file_joins_the_building_and_makes_nothing_go(twin, testdata):
    twin("init")
    ifc = testdata / "ifc"
    architect, electrical = ifc / "Duplex_A_20110907_georeferenced.ifc", ifc / "Duplex_Electrical.ifc"
    assert twin("import", architect)[0] == 0
    words = ("--as", architect.name, "--part", "--yes", "--json")
    code, out, _ = twin("import", electrical, *words)
    revision = out["files"][0]["revisions"][0]
    assert (code, revision["gone"], revision["changed"]) == (0, [], [])
    assert revision["counts"]["device"]["added"] > 90
    for file, more in ((electrical, words), (architect, ("--json",))):
        code, out, _ = twin("import", file, *more)
        assert (code, out["files"][0]["revisions"][0]["empty"]) == (0, True), file.name
    with open_store("twin.gpkg") as store:
        assert not [finding for finding in check(store.snapshot()) if finding.code == "check.broken_key"]
