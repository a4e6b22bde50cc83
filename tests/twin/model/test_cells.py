from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.model.cells import column_faults, read_cell, read_cells
from twin.model.columns import Column

KINDS = ("text", "float", "int", "bool", "date", "datetime")
WORDS = st.sampled_from(
    ["", " ", "是", "否", "true", "F", "1", "0", " 12 ", "3.5", "1e400", "nan", "x", "2024-02-29", "2024/3/1", "2023-02-29"]
)
FOREIGN = st.one_of(
    st.none(),
    WORDS,
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.floats(),
    st.just(pd.NA),
    st.just(pd.NaT),
    st.dates(),
    st.datetimes(),
)


def column(kind, **more):
    return Column("c", kind, "列", "a column", **more)


def one_by_one(kind, cells):
    values, bad = [], []
    for place, cell in enumerate(cells):
        try:
            values.append(read_cell(column(kind), cell))
        except (ValueError, OverflowError):
            values.append(None)
            bad.append(place)
    return values, bad


@pytest.mark.parametrize("kind", KINDS)
@given(cells=st.lists(FOREIGN, max_size=12))
def test_a_column_of_anything_reads_as_its_cells_do(kind, cells):
    values, bad = read_cells(column(kind), pd.Series(cells, dtype=object))
    assert (values, bad) == one_by_one(kind, cells)
    assert [type(value) for value in values] == [type(value) for value in one_by_one(kind, cells)[0]]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dtype", ["float64", "int64", "bool", "str"])
@given(
    numbers=st.lists(
        st.integers(-(2**40), 2**40)
        | st.sampled_from([2**53, 2**53 + 2, -(2**63)])
        | st.sampled_from([0.5, math.nan, math.inf, 0.0, 1.0]),
        max_size=12,
    )
)
def test_a_typed_column_reads_as_its_cells_do(kind, dtype, numbers):
    held = [number for number in numbers if dtype == "float64" or (isinstance(number, int))]
    cells = pd.Series(held, dtype="float64" if dtype == "float64" else "int64").astype(dtype)
    values, bad = read_cells(column(kind), cells)
    assert (values, bad) == one_by_one(kind, cells.tolist())
    assert [type(value) for value in values] == [type(value) for value in one_by_one(kind, cells.tolist())[0]]


def slow_faults(asked, values, skip):
    """Judge value by value."""
    found = []
    for place, value in enumerate(values):
        if place in skip:
            continue
        if value is None:
            found += [(place, "tabular.empty", "")] if asked.required else []
        elif asked.allowed and value not in asked.allowed:
            found.append((place, "tabular.not_allowed", value))
        elif (asked.low is not None and value < asked.low) or (asked.high is not None and value > asked.high):
            found.append((place, "tabular.out_of_range", value))
    return found


@given(
    values=st.lists(st.none() | st.floats(-5, 5), max_size=8),
    low=st.none() | st.floats(-4, 0),
    high=st.none() | st.floats(0, 4),
    required=st.booleans(),
    skip=st.sets(st.integers(0, 7)),
)
def test_numbers_out_of_range_and_empty_cells_are_found_one_by_one(values, low, high, required, skip):
    asked = column("float", low=low, high=high, required=required)
    assert column_faults(asked, values, skip) == slow_faults(asked, values, skip)


@given(values=st.lists(st.none() | st.sampled_from(["a", "b", "c"]), max_size=8), required=st.booleans())
def test_words_that_are_not_allowed_are_found_one_by_one(values, required):
    asked = column("text", allowed=("a", "b"), required=required)
    assert column_faults(asked, values) == slow_faults(asked, values, ())


def test_a_column_of_numpy_numbers_gives_plain_ones():
    values, bad = read_cells(column("int"), pd.Series(np.array([1.0, np.nan, 2.5])))
    assert (values, bad) == ([1, None, None], [2])
    assert type(values[0]) is int


@pytest.mark.parametrize("held", [2**53 + 2, 2**70, float(2**60), str(10**30)])
@pytest.mark.parametrize("dtype", ["object", None])
def test_a_whole_number_that_no_database_holds_is_a_fault_of_its_cell(held, dtype):
    assert read_cells(column("int"), pd.Series([1, held], dtype=dtype)) == ([1, None], [1])
