"""A filter means the same over a snapshot and in SQL; what is too large or does not fit is refused by name."""

import random

import pytest

from tests.filtering import fill_awkwardly, tree, unlike
from tests.scenes import tiny_district
from twin.model.errors import UsageError
from twin.model.tables import TABLES
from twin.store.query import All, AnyOf, Compare, Contains, InBox, Missing, Not, OneOf, check_filter, parse
from twin.store.selection import mask

FILTERS = {"geopackage": 1200, "postgis": 300}
"""A slice; `python -m tests.soak.filters` asks 10,000 of each."""


def test_filters_answer_alike_in_memory_and_in_sql(store, kind):
    fill_awkwardly(store, random.Random(1))  # noqa: S311 - a seed that anyone can repeat
    rng = random.Random(20261121)  # noqa: S311 - likewise
    snapshot = store.snapshot(gone=True)
    telling = 0
    with store.reading() as connection:
        for _ in range(FILTERS[kind]):
            table = rng.choice(list(TABLES))
            filters = tree(rng, table, snapshot.frame(table))
            assert unlike(connection, snapshot, table, filters) == (set(), set()), filters
            telling += 0 < mask(filters, snapshot, table).sum() < len(snapshot.frame(table))
    assert telling > FILTERS[kind] / 4


def test_a_fraction_is_among_no_whole_numbers(store):
    """PostgreSQL would round it to the column's type, and find zero for a half."""
    fill_awkwardly(store, random.Random(1))  # noqa: S311 - a seed that anyone can repeat
    snapshot = store.snapshot(gone=True)
    assert 0 in set(snapshot.frame("occupancy")["head_count"])
    with store.reading() as connection:
        for filters in (OneOf("head_count", (0.5, 2.0)), Compare("head_count", "eq", 0.5), Compare("head_count", "lt", 0.5)):
            assert unlike(connection, snapshot, "occupancy", filters) == (set(), set())


def test_a_date_that_looks_like_a_number_stays_text(store):
    frame = tiny_district().frame("occupancy").head(1).assign(valid_to="2024")
    with store.change("t", "put") as work:
        work.put("occupancy", frame)
        work.put("occupancy", frame)
    assert store.snapshot().frame("occupancy")["valid_to"].tolist() == ["2024"]
    assert work.counts["occupancy"] == {"added": 1, "unchanged": 1}


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
