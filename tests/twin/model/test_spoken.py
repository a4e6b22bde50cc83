"""Allowed values are understood as people write them, and never one for another."""

import tomllib

import pandas as pd
import pytest

from tests.conftest import ROOT
from twin.model.cells import column_faults, read_cells
from twin.model.spoken import spoken
from twin.model.tables import TABLES
from twin.model.words import catalogue

ALLOWED = [(table.name, column) for table in TABLES.values() for column in table.columns if column.allowed]
OTHERS = tomllib.loads((ROOT / "twin" / "model" / "spoken.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("table", "column", "cell", "value"),
    [
        ("charger", "current", "直流", "dc"), ("charger", "status", "正常", "working"),
        ("charger", "status", "维修中", "maintenance"),
        ("room", "room_class", "办公室", "office"), ("room", "room_class", "Meeting Room", "meeting"),
        ("room", "room_class", " 配电间 ", "equipment"), ("department", "level", "市级", "city"),
        ("meter", "medium", "电", "electricity"),
        ("vehicle", "energy", "纯电", "electric"), ("camera", "lens", "球机", "ptz"), ("post", "rank", "正处级", "正处级"),
    ],
)  # fmt: skip
def test_a_cell_in_the_words_of_people_is_read_as_the_allowed_value(table, column, cell, value):
    read, bad = read_cells(TABLES[table].by_name[column], pd.Series([cell], dtype=object))
    assert (read, bad) == ([value], [])
    assert column_faults(TABLES[table].by_name[column], read) == []


@pytest.mark.parametrize(("table", "column"), ALLOWED, ids=lambda item: getattr(item, "name", item))
def test_every_word_of_the_catalogue_and_of_the_list_means_its_value(table, column):
    for value in column.allowed:
        for word in (
            value,
            *catalogue().get(f"viz.value.{column.name}.{value}", ()),
            *OTHERS.get(column.name, {}).get(value, ()),
        ):
            assert spoken(column, word) == value, (table, word)


def test_the_list_names_only_columns_and_values_that_there_are():
    known = {column.name: set(column.allowed) for _, column in ALLOWED}
    for name, values in OTHERS.items():
        assert set(values) <= known[name]


def test_what_nobody_calls_a_value_stays_a_fault():
    column = TABLES["charger"].by_name["current"]
    read, _ = read_cells(column, pd.Series(["特快"], dtype=object))
    assert [code for _, code, _ in column_faults(column, read)] == ["tabular.not_allowed"]
