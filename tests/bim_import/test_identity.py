"""Keys stay the same when a model is exported again, and digests change only when the model does."""

from __future__ import annotations

import uuid

import ifcopenshell.guid
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import Polygon, box

from bim_import.identity import Root, content_hash, derived_key, repair_keys

KEYS = st.sampled_from(["", "A", "B", "C"])
ROOTS = st.lists(
    st.tuples(KEYS, st.sampled_from(["IfcWall", "IfcDoor"]), st.sampled_from(["F1", "F2"]), st.text("xy", max_size=2)),
    max_size=12,
)


def roots(items, first=1):
    return [Root(first + place, *item) for place, item in enumerate(items)]


@given(ROOTS)
def test_every_element_gets_a_key_of_its_own(items):
    keys, changed = repair_keys(roots(items), "P")
    assert len(set(keys.values())) == len(items)
    assert all(keys.values())
    assert {item.step for item in changed} == {step for step, key in keys.items() if key != items[step - 1][0]}


@given(ROOTS)
def test_the_first_keeps_its_key_and_the_others_say_why_not(items):
    keys, changed = repair_keys(roots(items), "P")
    for key in {item[0] for item in items} - {""}:
        first = next(place for place, item in enumerate(items) if item[0] == key)
        assert keys[first + 1] == key
    assert all(item.why == ("duplicate" if item.old else "empty") for item in changed)


@given(ROOTS, st.integers(1, 10_000))
def test_other_instance_numbers_in_the_same_order_give_the_same_keys(items, offset):
    one, _ = repair_keys(roots(items), "P")
    other, _ = repair_keys(roots(items, offset), "P")
    assert list(one.values()) == list(other.values())


def test_a_derived_key_never_takes_one_that_the_file_uses():
    taken = derived_key("P", "IfcWall", "F1", "x", "A", "1")
    keys, _ = repair_keys(
        [Root(1, "A", "IfcWall", "F1", "x"), Root(2, "A", "IfcWall", "F1", "x"), Root(3, taken, "IfcWall", "", "")], "P"
    )
    assert keys[3] == taken
    assert len(set(keys.values())) == 3


@given(st.lists(st.text(max_size=5), min_size=1, max_size=4))
def test_a_derived_key_is_a_global_id_as_ifcopenshell_writes_it(parts):
    key = derived_key(*parts)
    back = ifcopenshell.guid.expand(key)
    assert ifcopenshell.guid.compress(back) == key
    assert uuid.UUID(back).version == 5


@given(st.integers(0, 7), st.booleans())
def test_where_a_ring_begins_and_how_it_turns_does_not_matter(start, backwards):
    ring = np.array([(0, 0), (4, 0), (4, 1), (3, 1), (3, 2), (2, 2), (2, 3), (0, 3)], dtype=float)
    turned = np.roll(ring, start, axis=0)[:: -1 if backwards else 1]
    assert content_hash(Polygon(turned), "a") == content_hash(Polygon(ring), "a")


def test_a_tenth_of_a_millimetre_is_nothing_and_two_millimetres_are_a_change():
    here = box(0.0002, 0.0002, 5.0002, 3.0002)
    assert content_hash(affinity.translate(here, 1e-4), 1) == content_hash(here, 1)
    assert content_hash(affinity.translate(here, 2e-3), 1) != content_hash(here, 1)


def test_the_order_of_properties_does_not_matter_and_their_values_do():
    one = {"a": {"x": 1, "y": [1, 2]}, "b": {}}
    other = {"b": {}, "a": {"y": [1, 2], "x": 1}}
    assert content_hash(None, one) == content_hash(None, other)
    assert content_hash(None, one) != content_hash(None, {"a": {"x": 2, "y": [1, 2]}, "b": {}})


@pytest.mark.parametrize("shape", [None, Polygon(), shapely.Point(1, 2), shapely.LineString([(0, 0), (1, 1)])])
def test_anything_may_be_digested(shape):
    assert len(content_hash(shape, "名", 1.5, None)) == 32
