"""A newer file as a difference: nothing for the same file, everything known again under new ids, the new content when applied."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity

from bim_import.cells import equal_columns
from bim_import.comparing import Terms, compare
from bim_import.identity import derived_key
from bim_import.revision import REMOVED, HandEdit, applied, stranded
from tests.bim_import.models import BLOCK, SMALL, imported
from twin.model.snapshot import fit_frame
from twin.model.tables import IN_BUILDING, TABLES

DUPLEX = "Duplex_A_20110907_georeferenced.ifc"


@pytest.fixture(scope="module")
def block(testdata):
    return imported(testdata / "ifc" / BLOCK).frames


@pytest.fixture(scope="module")
def duplex(testdata):
    return imported(testdata / "ifc" / DUPLEX).frames


def rekeyed(frames, salt, tables=IN_BUILDING, part=1.0):
    """Give rows other GlobalIds, as an export that copied everything does; references follow, keys with @ keep their end."""

    def other(table, key):
        base, at, floor = key.partition("@")
        rest = int(derived_key(base, "draw").encode().hex()[:6], 16) % 1000
        return derived_key(base, salt) + at + floor if table in tables and rest < part * 1000 else key

    found = {}
    for table, frame in frames.items():
        moved = frame.reset_index(drop=True)
        moved[TABLES[table].key] = [other(table, key) for key in moved[TABLES[table].key]]
        moved["global_id"] = [None if key is None else other(table, key) for key in moved["global_id"]]
        for column in TABLES[table].columns:
            if column.refers in frames:
                moved[column.name] = [None if key is None else other(column.refers, key) for key in moved[column.name]]
        found[table] = fit_frame(TABLES[table], moved, None)
    return found


def edited(frames, table, changes, drop=()):
    """Give frames with some cells changed, key → {column: value}, and some rows left out."""
    frame = frames[table].copy()
    for key, cells in changes.items():
        for column, value in cells.items():
            frame.at[key, column] = value  # noqa: PD008 - a shape is one cell
    return dict(frames) | {table: frame.drop(index=list(drop))}


def same(one, other, but=("source_id", "content_hash", "global_id")):
    for table, frame in one.items():
        assert list(frame.index) == list(other[table].index), table
        for column in (*TABLES[table].names, "geometry"):
            if column not in but:
                assert equal_columns(table, column, frame[column], other[table][column]).all(), (table, column)


@pytest.mark.parametrize("name", [BLOCK, SMALL, DUPLEX])
def test_the_same_file_again_is_an_empty_difference(name, testdata):
    frames = imported(testdata / "ifc" / name).frames
    found = compare(frames, frames)
    assert found.empty
    assert (found.hand, found.removed_by_hand) == ((), ())
    assert found.unchanged == {table: len(frame) for table, frame in frames.items()}
    same(applied(frames, found), frames)


@pytest.mark.parametrize("name", [BLOCK, SMALL, DUPLEX])
def test_all_ids_new_and_every_row_is_known_again(name, testdata):
    frames = imported(testdata / "ifc" / name).frames
    found = compare(frames, rekeyed(frames, "all"))
    assert [line for line in found.added if line.table in {"building", "floor", "room", "door"}] == []
    assert [line for line in found.gone if line.table in {"building", "floor", "room", "door"}] == []
    assert len(found.keys("rekeyed", "room")) == len(frames["room"])
    assert not found.added
    assert not found.gone
    assert not found.changed
    same(applied(frames, found), frames)


@settings(max_examples=8)
@given(salt=st.text("abc", min_size=1, max_size=4), part=st.floats(0, 1), data=st.data())
def test_whatever_part_is_rekeyed_nothing_is_added_or_lost(salt, part, data, duplex):
    tables = data.draw(st.sets(st.sampled_from(IN_BUILDING)))
    found = compare(duplex, rekeyed(duplex, salt, tables, part))
    assert (found.added, found.changed, found.gone) == ((), (), ())
    same(applied(duplex, found), duplex)


@settings(max_examples=12)
@given(data=st.data())
def test_the_difference_applied_is_the_new_content(data, block):
    rooms, doors = list(block["room"].index), list(block["door"].index)
    out_old = data.draw(st.sets(st.sampled_from(doors), max_size=5))
    out_new = data.draw(st.sets(st.sampled_from(doors), max_size=5))
    names = data.draw(st.dictionaries(st.sampled_from(rooms), st.text("东西AB1 ", max_size=4).map(lambda text: text or None)))
    heights = data.draw(st.dictionaries(st.sampled_from(rooms), st.floats(2, 5)))
    changes = {key: {"name": name} for key, name in names.items()}
    for key, height in heights.items():
        changes.setdefault(key, {})["height"] = height
    old = edited(block, "door", {}, out_old)
    new = edited(edited(block, "room", changes), "door", {}, out_new)
    found = compare(old, new)
    same(applied(old, found), new)
    assert set(found.keys("added", "door")) == out_old - out_new
    assert set(found.keys("gone", "door")) == out_new - out_old
    back = compare(new, old)
    assert set(back.keys("added", "door")) == set(found.keys("gone", "door"))
    assert {(line.key, *line.columns) for line in back.changed} == {(line.key, *line.columns) for line in found.changed}


def test_a_room_copied_under_another_id_is_the_same_room_and_its_references_hold(duplex):
    new = rekeyed(duplex, "x", {"room"}, 0.5)
    found = compare(duplex, new)
    renamed = set(new["room"].index) - set(duplex["room"].index)
    assert len(found.keys("rekeyed", "room")) == len(renamed) > 3
    assert set(found.frames["room"].index) == set(duplex["room"].index)
    assert set(found.frames["door"]["room_a_id"].dropna()) <= set(duplex["room"].index)
    again = compare(found.frames, new)
    assert again.empty
    back = compare(found.frames, duplex)
    assert set(back.keys("rekeyed", "room")) == set(found.keys("rekeyed", "room"))
    assert (back.added, back.gone, back.changed) == ((), (), ())


def test_a_room_elsewhere_or_of_another_name_is_another_room(block):
    key = block["room"].index[0]
    shape = block["room"].geometry[key]
    small = affinity.scale(shape, 0.5, 0.5)
    for cells in ({"geometry": small}, {"number": "X", "name": "别的"}):
        mine = derived_key(key, "y")
        found = compare(block, edited(rekeyed(block, "y", {"room"}), "room", {mine: cells}))
        assert found.keys("gone", "room") == [key]
        assert found.keys("added", "room") == [mine]
        assert len(found.keys("rekeyed", "room")) == len(block["room"]) - 1


def test_two_files_that_swap_ids_cannot_put_two_rows_under_one_key(block):
    """The store's row A is remembered as GlobalId B; the file holds B and, as a new room, A."""
    first, second = block["room"].index[:2]
    held = edited(block, "room", {first: {"global_id": "B" * 22}}, [second])
    frame = block["room"].reset_index(drop=True)
    frame.loc[frame["room_id"] == first, ["room_id", "global_id"]] = "B" * 22
    frame.loc[frame["room_id"] == second, ["room_id", "global_id"]] = first
    new = dict(block) | {"room": fit_frame(TABLES["room"], frame, None)}
    found = compare(held, new)
    assert found.frames["room"].index.is_unique
    assert len(found.keys("added", "room")) == 1
    assert found.keys("gone", "room") == []
    assert compare(applied(held, found), new).empty


def test_a_hand_edit_is_kept_and_named_and_the_files_value_taken_when_asked(block):
    first, second = block["room"].index[:2]
    was = block["room"].loc[first, "room_class"]
    held = edited(block, "room", {first: {"room_class": "archive"}, second: {"name": "手改"}})
    edits = [HandEdit("room", first, "room_class", was), HandEdit("room", second, "name", block["room"].loc[second, "name"])]
    new = edited(block, "room", {second: {"name": "模型新名"}})
    found = compare(held, new, edits)
    assert found.empty
    assert [(kept.key, kept.held, kept.file, kept.kept, kept.news) for kept in found.hand] == [
        (first, "archive", was, True, False),
        (second, "手改", "模型新名", True, True),
    ]
    same(applied(held, found), held)
    taken = compare(held, new, edits, Terms(take_file=True))
    assert {line.key: line.columns for line in taken.changed} == {
        first: {"room_class": ("archive", was)},
        second: {"name": ("手改", "模型新名")},
    }
    assert [kept.kept for kept in taken.hand] == [False, False]
    same(applied(held, taken), new)


def test_a_hand_edit_that_the_file_has_taken_over_is_no_conflict(block):
    key = block["room"].index[0]
    held = edited(block, "room", {key: {"name": "新"}})
    found = compare(held, held, [HandEdit("room", key, "name", "旧")])
    assert (found.empty, found.hand) == (True, ())


def test_a_room_redrawn_by_hand_keeps_its_shape_with_its_area(block):
    key = block["room"].index[0]
    shape = affinity.scale(block["room"].geometry[key], 0.95, 0.95)
    held = edited(block, "room", {key: {"geometry": shape, "area_m2": shape.area}})
    found = compare(held, block, [HandEdit("room", key, "geometry", block["room"].geometry[key])])
    assert found.frames["room"].loc[key, "area_m2"] == shape.area
    assert {kept.column for kept in found.hand} == {"geometry", "area_m2"}


def test_a_room_renamed_by_hand_is_known_again_by_what_the_file_called_it(block):
    key = block["room"].index[0]
    row = block["room"].loc[key]
    held = edited(block, "room", {key: {"name": "手改", "number": "999"}})
    edits = [HandEdit("room", key, column, row[column]) for column in ("name", "number")]
    found = compare(held, rekeyed(block, "z"), edits)
    assert found.keys("gone", "room") == []
    assert found.frames["room"].loc[key, ["name", "number"]].tolist() == ["手改", "999"]


def test_what_was_taken_out_by_hand_stays_out_and_nothing_points_at_it(block):
    door = block["door"].dropna(subset=["room_a_id"]).iloc[0]
    key = door["room_a_id"]
    held = edited(block, "room", {}, [key])
    held = edited(held, "door", {row: {"room_a_id": None} for row in block["door"].index[block["door"]["room_a_id"] == key]})
    found = compare(held, block, [HandEdit("room", key, REMOVED, before=False)])
    assert [line.key for line in found.removed_by_hand] == [key]
    assert key not in found.frames["room"].index
    assert key not in set(found.frames["door"]["room_a_id"])
    back = compare(held, block, [HandEdit("room", key, REMOVED, before=False)], Terms(take_file=True))
    assert back.keys("added", "room") == [key]


def test_what_somebody_added_by_hand_stays(block):
    frame = block["room"].reset_index(drop=True)
    extra = frame.iloc[[0]].assign(room_id="HAND", global_id=None)
    held = dict(block) | {"room": fit_frame(TABLES["room"], pd.concat([frame, extra]), None)}
    found = compare(held, block)
    assert found.empty
    assert "HAND" in applied(held, found)["room"].index


def test_departments_in_a_room_that_goes_and_what_points_at_it_are_named(block):
    key = block["room"].index[0]
    found = compare(block, edited(block, "room", {}, [key]), terms=Terms(sitting={key: ("财政局 3",)}))
    assert [line.who for line in found.gone if line.table == "room"] == [("财政局 3",)]
    meters = pd.DataFrame({"meter_id": ["M"], "room_id": [key], "building_id": [None], "floor_id": [None], "parent_id": [None],
                           "department_id": [None]}).set_index("meter_id", drop=False)  # fmt: skip
    assert [(item.table, item.key, item.column, item.to) for item in stranded(found, {"meter": meters})] == [
        ("meter", "M", "room_id", key)
    ]


def test_other_properties_alone_are_counted_and_are_no_difference(block):
    key = block["room"].index[0]
    found = compare(block, edited(block, "room", {key: {"content_hash": "other"}}))
    assert found.empty
    assert (found.renewed["room"], found.unchanged["room"]) == (1, len(block["room"]) - 1)


def test_a_building_moved_on_the_ground_differs_in_every_shape(block):
    moved = {table: frame.set_geometry(frame.geometry.translate(1.0, 0.0)) for table, frame in block.items()}
    found = compare(block, moved)
    assert len(found.keys("changed", "room")) == len(block["room"])
    assert (found.added, found.gone) == ((), ())
    assert np.allclose(applied(block, found)["room"].geometry.centroid.x, block["room"].geometry.centroid.x + 1)


def test_a_disciplines_file_changes_nothing_of_the_architects_and_finds_its_floors_by_name(duplex, testdata):
    electrical = imported(testdata / "ifc" / "Duplex_Electrical.ifc").frames
    architect = frozenset(duplex["room"]["source_id"])
    found = compare(duplex, electrical, terms=Terms(others=architect))
    assert (found.changed, found.gone, found.rekeyed) == ((), (), ())
    assert found.keys("added", "floor") == []
    assert set(found.frames["floor"].index) <= set(duplex["floor"].index)
    assert len(found.keys("added", "device")) == len(electrical["device"])
    assert set(found.frames["device"]["floor_id"].dropna()) <= set(duplex["floor"].index)
    assert set(found.frames["building"].index) == set(duplex["building"].index)
    both = applied(duplex, found)
    newer = compare(both, duplex, terms=Terms(others=frozenset(electrical["device"]["source_id"])))
    assert newer.empty
    assert len(compare(both, duplex).keys("gone", "device")) == len(electrical["device"])
