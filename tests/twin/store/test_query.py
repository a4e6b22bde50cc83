"""A filter means the same over a snapshot and in SQL; what is too large or does not fit is refused by name."""

import random
import sqlite3

import pytest
from sqlalchemy import create_engine, select

from tests.scenes import CRS_4544, E0, N0, tiny_district
from twin.model.errors import UsageError
from twin.model.tables import TABLES
from twin.store import create_store
from twin.store.gpkg import register_functions
from twin.store.query import All, AnyOf, Compare, Contains, InBox, Missing, Not, OneOf, check_filter, parse
from twin.store.selection import mask, where
from twin.store.sql import schema

FILTERS = 10_000


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("query") / "twin.gpkg"
    scene = tiny_district()
    with create_store(path, CRS_4544) as store, store.change("tester", "fill") as work:
        for name in TABLES:
            work.put(name, scene.frame(name))
    engine = create_engine("sqlite://", creator=lambda: _opened(path))
    with engine.connect() as connection:
        yield scene, connection
    engine.dispose()


def _opened(path):
    connection = sqlite3.connect(path)
    register_functions(connection)
    return connection


def leaf(rng, table, frame):
    column = rng.choice(TABLES[table].columns)
    held = [value for value in frame[column.name].dropna().tolist() if not hasattr(value, "geom_type")]
    kind = rng.random()
    if kind < 0.1 and TABLES[table].shape:
        x, y = E0 + rng.uniform(-60, 80), N0 + rng.uniform(-80, 60)
        return InBox(x, y, x + rng.uniform(0, 40), y + rng.uniform(0, 40))
    if kind < 0.2:
        return Missing(column.name)
    value = (
        rng.choice(held)
        if held and rng.random() < 0.8
        else {"text": "走", "float": 1.5, "int": 2, "bool": True}.get(column.kind, "2024-01-01")
    )
    if column.kind == "text" and kind < 0.4:
        start = rng.randrange(len(value) + 1)
        return Contains(column.name, value[start : start + rng.randrange(4)])
    if kind < 0.55:
        return OneOf(column.name, tuple(rng.sample(held, min(len(held), rng.randrange(4)))))
    return Compare(
        column.name, rng.choice(["eq", "ne"] if column.kind == "bool" else ["eq", "ne", "lt", "le", "gt", "ge"]), value
    )


def tree(rng, table, frame, depth=3):
    if depth == 0 or rng.random() < 0.4:
        return leaf(rng, table, frame)
    if rng.random() < 0.25:
        return Not(tree(rng, table, frame, depth - 1))
    parts = tuple(tree(rng, table, frame, depth - 1) for _ in range(rng.randrange(4)))
    return All(parts) if rng.random() < 0.5 else AnyOf(parts)


def test_ten_thousand_filters_answer_alike_in_memory_and_in_sql(filled):
    scene, connection = filled
    tables = schema(4544).model
    rng = random.Random(20261121)  # noqa: S311 - a seed that anyone can repeat
    names = [name for name in TABLES if len(scene.frame(name))]
    hits = 0
    for _ in range(FILTERS):
        name = rng.choice(names)
        filters = tree(rng, name, scene.frame(name))
        target, key = tables[name], TABLES[name].key
        rows = connection.execute(select(target.c[key]).where(where(filters, name, target, "sqlite")))
        expected = scene.keys(name)[mask(filters, scene, name)]
        assert sorted(rows.scalars()) == sorted(expected), filters
        hits += 0 < len(expected) < len(scene.frame(name))
    assert hits > FILTERS / 10


def test_a_missing_value_is_in_no_comparison_and_in_every_negation():
    scene = tiny_district()
    low = Compare("area_file_m2", "lt", 1e6)
    assert not mask(low, scene, "room").any()
    assert mask(Not(low), scene, "room").all()


@pytest.mark.parametrize(
    ("filters", "table", "code"),
    [
        (Compare("area", "eq", 1.0), "room", "query.no_column"),
        (Compare("area_m2; DROP TABLE room", "eq", 1.0), "room", "query.no_column"),
        (Compare("area_m2", "eq", "1"), "room", "query.bad_value"),
        (Compare("area_m2", "eq", float("nan")), "room", "query.bad_value"),
        (Compare("area_m2", "eq", value=True), "room", "query.bad_value"),
        (Compare("name", "eq", "\0"), "room", "query.bad_value"),
        (Compare("name", "eq", "x" * 1001), "room", "query.bad_value"),
        (Compare("gone", "lt", value=True), "room", "query.bad_operator"),
        (Contains("area_m2", "1"), "room", "query.bad_value"),
        (OneOf("name", ("x",) * 1001), "room", "query.too_large"),
        (InBox(0, 0, 1, 1), "department", "query.no_shape"),
        (InBox(0, 0, float("inf"), 1), "room", "query.bad_value"),
        (All(tuple(Missing("name") for _ in range(200))), "room", "query.too_large"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(filters, table, code):
    with pytest.raises(UsageError) as caught:
        check_filter(filters, table)
    assert caught.value.code == code


def test_depth_is_bounded_exactly():
    deep = Missing("name")
    for _ in range(19):
        deep = Not(deep)
    check_filter(deep, "room")
    with pytest.raises(UsageError, match="20"):
        check_filter(Not(deep), "room")


def test_json_reads_as_the_tree_it_says():
    other = {"not": {"any": [{"missing": "name"}, {"contains": ["name", "室"]}]}}
    record = {"all": [{"lt": ["area_m2", 30]}, other, {"in": ["room_class", ["office"]]}, {"box": [0, 0, 1, 1]}]}
    assert parse(record) == All(
        (
            Compare("area_m2", "lt", 30),
            Not(AnyOf((Missing("name"), Contains("name", "室")))),
            OneOf("room_class", ("office",)),
            InBox(0, 0, 1, 1),
        )
    )


@pytest.mark.parametrize(
    "record",
    [None, [], {}, {"lt": 3}, {"lt": ["a"]}, {"sql": ["a", "b"]}, {"all": {}}, {"a": 1, "b": 2}, {"box": [1, 2, 3, "4"]}],
)
def test_what_is_no_filter_is_refused(record):
    with pytest.raises(UsageError) as caught:
        parse(record)
    assert caught.value.code == "query.bad_form"


def test_a_tower_of_json_is_refused_before_it_is_built():
    record = {"missing": "name"}
    for _ in range(500):
        record = {"not": record}
    with pytest.raises(UsageError) as caught:
        parse(record)
    assert caught.value.code == "query.too_deep"
