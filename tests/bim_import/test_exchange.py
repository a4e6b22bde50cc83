"""What the child writes the parent reads, value for value."""

from __future__ import annotations

import json

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Point, box

from bim_import.exchange import finding_of, finding_record, write_rows
from bim_import.frames import read_rows
from twin.model.findings import Finding
from twin.model.tables import IN_BUILDING, TABLES

TEXT = st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
ROOM = st.fixed_dictionaries(
    {
        "building_id": st.just("B"), "floor_id": st.just("F"), "number": TEXT, "name": TEXT, "room_class": st.just("office"),
        "area_m2": st.floats(0, 1e4), "area_file_m2": st.none() | st.floats(0, 1e4), "height": st.none() | st.floats(0, 10),
    }
)  # fmt: skip


@given(st.lists(ROOM, max_size=6))
def test_rows_come_back_as_they_were(tmp_path_factory, rows):
    rows = [
        row | {"room_id": f"R{place:03}", "geometry": MultiPolygon([box(place, 0, place + 1, 1)])}
        for place, row in enumerate(rows)
    ]
    path = tmp_path_factory.mktemp("rows") / "room.arrow"
    write_rows(path, "room", rows)
    frame = read_rows(path, "room", "ifc-1")
    assert frame.index.tolist() == [row["room_id"] for row in rows]
    assert list(frame.columns) == [*TABLES["room"].names, "geometry"]
    for row, (_, back) in zip(rows, frame.iterrows(), strict=True):
        assert back.geometry.equals(row["geometry"])
        assert (back["number"], back["name"]) == (row["number"], row["name"])
        assert back["area_m2"] == row["area_m2"]
        assert (back["height"] != back["height"]) if row["height"] is None else back["height"] == row["height"]
    assert set(frame["source_id"]) <= {"ifc-1"}
    assert not frame["gone"].any()


@given(st.lists(ROOM, max_size=4))
def test_the_file_is_what_pyarrow_itself_would_write(tmp_path_factory, rows):
    rows = [row | {"room_id": str(place), "geometry": None} for place, row in enumerate(rows)]
    path = tmp_path_factory.mktemp("rows") / "room.arrow"
    write_rows(path, "room", rows)
    with pa.OSFile(str(path), "rb") as source:
        batch = pa.ipc.open_file(source).read_all()
    batch.validate(full=True)
    for column in ("number", "name", "area_m2", "area_file_m2"):
        assert batch.column(column).to_pylist() == [row[column] for row in rows]
    assert batch.column("geometry").to_pylist() == [None] * len(rows)


@pytest.mark.parametrize("table", IN_BUILDING)
def test_every_table_may_be_empty(table, tmp_path):
    write_rows(tmp_path / "t.arrow", table, [])
    frame = read_rows(tmp_path / "t.arrow", table, "ifc-1")
    assert len(frame) == 0
    assert frame.crs is None


def test_whole_numbers_and_truth_values_keep_their_kind(tmp_path):
    rows = [
        {"floor_id": str(n), "building_id": "B", "number": n, "elevation": 0.0, "geometry": MultiPolygon()} for n in (-1, 1, 2)
    ]
    write_rows(tmp_path / "f.arrow", "floor", rows)
    frame = read_rows(tmp_path / "f.arrow", "floor", "s")
    assert frame["number"].tolist() == [-1, 1, 2]
    assert str(frame["number"].dtype) == "Int64"
    assert frame.geometry.isna().all()
    flags = [True, False] * 5
    doors = [
        {"door_id": f"{n:02}", "building_id": "B", "floor_id": "F", "entrance": flag, "geometry": Point(0, 0)}
        for n, flag in enumerate(flags)
    ]
    write_rows(tmp_path / "d.arrow", "door", doors)
    assert read_rows(tmp_path / "d.arrow", "door", "s")["entrance"].tolist() == flags


def test_a_finding_survives_json():
    found = Finding("warning", "ifc.rooms_overlap", "room", "K", "geometry", "a.ifc", {"a": "甲", "b": "乙", "area": 1.5})
    assert finding_of(json.loads(json.dumps(finding_record(found)))) == found


@pytest.mark.parametrize(
    "record", [{}, {"severity": "fatal", "code": "", "table": "", "row": "", "column": "", "file": "", "values": {}}]
)
def test_what_is_no_finding_is_not_taken_for_one(record):
    with pytest.raises(ValueError, match="no finding"):
        finding_of(record)
