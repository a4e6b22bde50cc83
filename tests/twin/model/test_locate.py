from __future__ import annotations

import math

import geopandas as gpd
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import Z0, point, tiny_district
from twin.model.locate import BELOW_M, locate
from twin.model.snapshot import Snapshot

SCENE = tiny_district()


def frame(points, **columns):
    return gpd.GeoDataFrame(pd.DataFrame(columns), geometry=points, crs=SCENE.crs)


def located(points, **columns):
    found = locate(frame(points, **columns), SCENE)
    names = [name for name in ("building_id", "floor_id", "room_id") if name in found]
    return [tuple(None if value is None else value for value in row) for row in found[names].itertuples(index=False)]


def test_with_a_height_a_thing_belongs_to_the_highest_floor_not_above_it():
    heights = [Z0 + 1.0, Z0 + 3.5, Z0 + 3.4, Z0 - 0.2, Z0 - 1.0, Z0 + 30.0]
    found = located([point(3, 3)] * 6, building_id=[None] * 6, floor_id=[None] * 6, room_id=[None] * 6, z=heights)
    first, second, none = ("A", "A-F1", "A-F1-101"), ("A", "A-F2", "A-F2-201"), (None, None, None)
    assert found == [first, second, second, first, none, none]


def test_without_a_height_only_the_building_is_known():
    assert located([point(3, 3), point(-30, -30)], building_id=[None, None], floor_id=[None, None]) == [("A", None), (None, None)]


def test_what_is_filled_stays_as_it_is():
    found = located([point(3, 3)], building_id=["B"], floor_id=[None], room_id=[None], z=[Z0 + 1.0])
    assert found == [("B", "B-F1", None)]
    found = located([point(3, 3)], building_id=[None], floor_id=["A-F2"], room_id=[None], z=[Z0 + 1.0])
    assert found == [("A", "A-F2", "A-F2-201")]


def test_a_row_without_a_point_is_left_alone():
    assert located([None, point(3, 3)], building_id=[None, None]) == [(None,), ("A",)]


def test_columns_that_are_not_there_are_not_made():
    assert list(locate(frame([point(3, 3)], charger_id=["C"]), SCENE).columns) == ["charger_id", "geometry"]


def by_hand(x, y, z):
    """Find building, floor and room of a point in the scene by its own numbers."""
    inside_a, inside_b = -0.1 < x < 24.1 and -0.1 < y < 14.1, 0 < x < 20 and -40 < y < -30
    if not (inside_a or inside_b):
        return None, None
    bases = {"A-F1": (Z0, 3.6), "A-F2": (Z0 + 3.6, 3.6)} if inside_a else {"B-F1": (Z0, 4.0)}
    under = [(base, key, height) for key, (base, height) in bases.items() if base <= z + BELOW_M]
    if not under:
        return None, None
    base, key, height = max(under)
    return ("A" if inside_a else "B", key) if z <= base + height + BELOW_M else (None, None)


@given(st.lists(st.tuples(st.floats(-20, 40), st.floats(-50, 20), st.floats(Z0 - 3, Z0 + 12)), min_size=1, max_size=20))
def test_many_at_once_find_what_each_would_find_alone(spots):
    edges = ((-0.1, 24.1, 0, 20), (-0.1, 14.1, -40, -30), (Z0 - BELOW_M, Z0 + 3.6 - BELOW_M))
    if any(abs(value - edge) < 1e-6 for spot in spots for value, bounds in zip(spot, edges, strict=True) for edge in bounds):
        return  # what lies on an outline belongs to neither side for certain
    points = [point(x, y) for x, y, _ in spots]
    found = located(points, building_id=[None] * len(spots), floor_id=[None] * len(spots), z=[z for *_, z in spots])
    assert found == [by_hand(*spot) for spot in spots]


def test_floors_of_one_height_are_told_apart_by_key():
    tables = {name: SCENE.frame(name) for name in ("building", "floor")}
    twin_floor = tables["floor"].loc[["A-F1"]].assign(floor_id="A-F0")
    tables["floor"] = pd.concat([tables["floor"], twin_floor]).reset_index(drop=True)
    scene = Snapshot({name: held.reset_index(drop=True) for name, held in tables.items()}, SCENE.crs)
    found = locate(frame([point(3, 3)], floor_id=[None], z=[Z0 + 1.0]), scene)
    assert found["floor_id"].tolist() == ["A-F0"]


@pytest.mark.parametrize("height", [math.nan, None])
def test_an_unknown_height_is_no_height(height):
    assert located([point(3, 3)], building_id=[None], floor_id=[None], z=pd.Series([height], dtype="Float64")) == [("A", None)]
