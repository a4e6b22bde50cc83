import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import CRS_4544, E0, N0, tiny_district
from twin.model.errors import TableError, UnknownKeyError
from twin.model.snapshot import OUTDOORS, Snapshot

_metres = st.floats(-5, 30, allow_nan=False)


@given(st.lists(st.tuples(_metres, _metres), min_size=1, max_size=20))
def test_a_point_finds_the_room_that_shapely_finds(places):
    scene = tiny_district()
    points = np.array(places) + np.array([E0, N0])
    found = scene.rooms_at("A-F1", points)
    rooms = scene.frame("room").query("floor_id == 'A-F1'")
    for point, row in zip(points, found, strict=True):
        covering = rooms.index[rooms.geometry.intersects(shapely.Point(point))]
        assert (scene.keys("room")[row] if row >= 0 else None) == (covering.min() if len(covering) else None)


def test_rooms_above_one_another_are_kept_apart():
    scene = tiny_district()
    point = np.array([[E0 + 3, N0 + 3]])
    names = [scene.keys("room")[scene.rooms_at(floor, point)[0]] for floor in ("A-F1", "A-F2")]
    assert names == ["A-F1-101", "A-F2-201"]


def test_columns_cannot_be_written():
    with pytest.raises(ValueError, match="read-only"):
        tiny_district().column("room", "area_m2")[0] = 1.0


def test_what_stands_outdoors_is_on_no_floor():
    scene = tiny_district()
    assert list(scene.keys("camera")[scene.on_floor("camera", OUTDOORS)]) == ["K3"]


def test_a_missing_number_is_not_a_zero_and_a_missing_word_is_none():
    scene = tiny_district()
    assert np.isnan(scene.column("room", "area_file_m2")).all()
    assert set(scene.column("room", "area_basis")) == {None}


def test_an_unknown_key_is_named():
    with pytest.raises(UnknownKeyError, match="A-F9"):
        tiny_district().row("floor", "A-F9")


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        (pd.DataFrame({"name": ["x"]}), "table.no_key"),
        (pd.DataFrame({"department_id": ["a", "a"]}), "table.key_not_unique"),
        (pd.DataFrame({"department_id": [None]}), "table.key_not_unique"),
    ],
)
def test_a_frame_without_sound_keys_is_refused(frame, code):
    with pytest.raises(TableError) as caught:
        Snapshot({"department": frame}, CRS_4544)
    assert caught.value.code == code


def test_a_word_in_a_column_of_numbers_is_refused():
    with pytest.raises(TableError) as caught:
        Snapshot({"post": pd.DataFrame({"post_id": ["p"], "established": ["many"]})}, CRS_4544)
    assert caught.value.code == "table.bad_kind"
