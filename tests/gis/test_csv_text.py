import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gis.csv_text import read_sheet
from gis.faults import GisError
from gis.handover import USUAL_BOUNDS, Bounds

CELL = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp", "Zs")), max_size=12)


@pytest.fixture
def write(tmp_path):
    def _write(text, encoding="utf-8"):
        path = tmp_path / "table.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return _write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_chinese_is_read_in_each_usual_encoding(write, encoding):
    sheet = read_sheet(write("department_id,name\nD1,发展改革局\n", encoding), USUAL_BOUNDS)
    assert sheet.columns == {"department_id": ["D1"], "name": ["发展改革局"]}


def test_a_key_keeps_its_noughts_and_an_empty_cell_is_none(write):
    sheet = read_sheet(write("room_id,height\n0012,\n,2.5\n"), USUAL_BOUNDS)
    assert sheet.columns == {"room_id": ["0012", None], "height": [None, "2.5"]}


@pytest.mark.parametrize("words", [("true", "False"), ("是", "否"), ("YES", "no")])
def test_a_column_of_yes_and_no_is_read_as_flags(write, words):
    sheet = read_sheet(write(f"a,b\n{words[0]},1\n{words[1]},0\n,1\n"), USUAL_BOUNDS)
    assert sheet.columns["a"] == [True, False, None]
    assert sheet.columns["b"] == ["1", "0", "1"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_the_separator_is_the_one_the_header_uses(write, sign):
    assert read_sheet(write(f"a{sign}b\r\n1{sign}2\r\n"), USUAL_BOUNDS).columns == {"a": ["1"], "b": ["2"]}


def test_a_cell_may_hold_line_breaks_and_lines_are_counted_as_an_editor_counts_them(write):
    sheet = read_sheet(write('a,b\n"x\ny",1\n\n2,3\n'), USUAL_BOUNDS)
    assert sheet.columns["a"] == ["x\ny", "2"]
    assert sheet.lines == [3, 5]


def test_a_cell_longer_than_the_usual_limit_is_read_and_the_limit_restored(write):
    before = csv.field_size_limit()
    assert len(read_sheet(write("a,b\n" + "x" * 300_000 + ",1\n"), USUAL_BOUNDS).columns["a"][0]) == 300_000
    assert csv.field_size_limit() == before


@given(rows=st.lists(st.tuples(CELL, CELL), min_size=1, max_size=8))
def test_what_python_writes_is_read_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("one", "two"), *rows])
    kept = [row for row in rows if row[0] or row[1]]
    flags = {"true", "false", "yes", "no", "是", "否"}
    sheet = read_sheet(path, USUAL_BOUNDS)
    for place, name in enumerate(("one", "two")):
        column = [row[place] or None for row in kept]
        if not {str(cell).lower() for cell in column if cell} <= flags:
            assert sheet.columns[name] == column


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("a,a\n1,2\n", "csv.header", {"column": "a"}),
        ("a,,b\n1,2,3\n", "csv.header", {"column": ""}),
        ("\n\n", "csv.header", {}),
        ("a,b\n1,2\n3\n", "csv.ragged", {"row": 3, "cells": 1, "columns": 2}),
        ("a,b\n1,2,3\n", "csv.ragged", {"row": 2, "cells": 3, "columns": 2}),
        ('a,b\n"1,2\n', "csv.broken", {}),
        (b"a,b\n\xff\xff\xff\xff,1\n", "read.encoding", {}),
        (b"a\0b\n", "read.encoding", {}),
    ],
    ids=["repeated", "nameless", "no header", "short row", "long row", "open quote", "bytes", "zero byte"],
)
def test_a_broken_file_is_refused_with_its_place(write, text, code, values):
    with pytest.raises(GisError) as caught:
        read_sheet(write(text), USUAL_BOUNDS)
    assert caught.value.code == code
    assert caught.value.values.items() >= {"file": "table.csv", **values}.items()


def test_the_empty_columns_that_spreadsheets_leave_do_no_harm(write):
    assert read_sheet(write("a,b,,\n1,2,,\n"), USUAL_BOUNDS).columns == {"a": ["1"], "b": ["2"]}


def test_more_rows_than_the_bound_are_refused(write):
    with pytest.raises(GisError, match=r"read\.too_many_rows"):
        read_sheet(write("a\n1\n2\n3\n"), Bounds(rows=2))
