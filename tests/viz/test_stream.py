"""The page's streams: what shapely says of the same shapes, no string among the geometry, and one answer a version."""

from __future__ import annotations

import json

import numpy as np
import pyarrow as pa
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import tiny_district
from twin.model.errors import UnknownKeyError, UsageError
from viz import stream
from viz.ground import Ground, ground
from viz.triangles import flat_parts

ZERO = Ground(None, 0.0, 0.0, 0.0)


def read(answer):
    table = pa.ipc.open_stream(answer).read_all()
    return table, json.loads(table.schema.metadata[b"about"])


def area_of(part):
    corners = part.xy[part.triangles].reshape(-1, 3, 2).astype(float)
    one, two = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    return np.abs(one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]).sum() / 2


@pytest.fixture(scope="module")
def snapshot():
    return tiny_district()


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 20), st.integers(1, 20)), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 6), st.integers(1, 6)), max_size=3),
)
def test_triangles_cover_exactly_the_polygons(bodies, holes):
    shape = shapely.union_all([shapely.box(x, y, x + w, y + h) for x, y, w, h in bodies])
    shape = shape.difference(shapely.union_all([shapely.box(x, y, x + w, y + h) for x, y, w, h in holes]))
    parts = list(flat_parts(shape, ZERO))
    assert sum(area_of(part) for part in parts) == pytest.approx(shape.area, abs=1e-3)
    assert all(sum(part.rings) == len(part.xy) for part in parts)


@pytest.mark.parametrize(
    "shape",
    [
        None,
        shapely.Point(1, 1),
        shapely.Polygon(),
        shapely.box(0, 0, 1e-5, 1e-5),
        shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)]),
    ],
)
def test_what_cannot_be_drawn_gives_no_broken_part(shape):
    for part in flat_parts(shape, ZERO):
        assert len(part.triangles) >= 3
        assert part.triangles.max() < len(part.xy)


def test_a_floor_holds_its_rooms_walls_and_doors_where_they_are(snapshot):
    table, about = read(stream.floor(snapshot, "A-F1"))
    rooms = snapshot.on_floor("room", "A-F1")
    kinds = [about["kinds"][kind] for kind in table["kind"].to_pylist()]
    for kind in ("room", "wall", "door"):
        things = {thing for thing, name in zip(table["thing"].to_pylist(), kinds, strict=True) if name == kind}
        assert things == set(range(len(snapshot.on_floor(kind, "A-F1"))))
    zero = ground(snapshot)
    first = np.array(table["xy"][0].as_py()).reshape(-1, 2) + np.array([zero.e, zero.n])
    drawn = shapely.Polygon(first)
    assert drawn.symmetric_difference(snapshot.column("room", "geometry")[int(rooms[0])]).area < 0.05
    classes = about["codes"]["room"]
    assert classes[table["code"][0].as_py()] == snapshot.column("room", "room_class")[rooms[0]]


def test_geometry_carries_no_string_and_names_stand_in_the_same_order(snapshot):
    table, _ = read(stream.floor(snapshot, "A-F1"))
    assert not any(pa.types.is_string(kind) for kind in table.schema.types)
    names, _ = read(stream.names(snapshot, "A-F1"))
    assert names["key"].to_pylist() == list(snapshot.keys("room")[snapshot.on_floor("room", "A-F1")])
    zero = ground(snapshot)
    spots = np.array(names["xy"].to_pylist()) + np.array([zero.e, zero.n])
    assert shapely.contains_properly(
        snapshot.column("room", "geometry")[snapshot.on_floor("room", "A-F1")], shapely.points(spots)
    ).all()


def test_shells_are_every_building_and_every_floor(snapshot):
    table, about = read(stream.shells(snapshot))
    assert about["keys"]["building"] == list(snapshot.keys("building"))
    assert (np.array(table["top"]) > np.array(table["z"])).all()
    table, about = read(stream.storeys(snapshot))
    assert about["keys"]["floor"] == list(snapshot.keys("floor"))
    assert (np.array(table["top"]) > np.array(table["z"])).all()
    _, about = read(stream.storeys(snapshot, "A"))
    assert about["keys"]["floor"] == [key for key in snapshot.keys("floor") if key.startswith("A-")]


@pytest.mark.parametrize("layer", stream.LAYERS)
def test_every_layer_is_an_arrow_stream_and_kept_for_its_version(snapshot, layer):
    one = stream.geometry(snapshot, layer, "A-F1")
    read(one)
    assert stream.geometry(snapshot, layer, "A-F1") is one


def test_a_camera_looks_nowhere_where_its_pose_is_hidden(snapshot):
    hidden = snapshot.frame("camera").assign(heading_deg=np.nan)
    tables = {"camera": hidden, "floor": snapshot.frame("floor"), "building": snapshot.frame("building")}
    table, _ = read(stream.marks(type(snapshot)(tables, snapshot.crs), "camera"))
    assert np.isnan(np.array(table["heading_deg"])).all()


@pytest.mark.parametrize(
    ("layer", "floor", "error"), [("rooms", "", UsageError), ("floor", "", UsageError), ("floor", "?", UnknownKeyError)]
)
def test_what_is_not_there_is_refused(snapshot, layer, floor, error):
    with pytest.raises(error):
        stream.geometry(snapshot, layer, floor)


def test_an_etag_names_the_version_and_the_question(snapshot):
    assert stream.etag(snapshot, "floor", "A-F1") != stream.etag(snapshot, "floor", "A-F2")
    assert stream.etag(snapshot, "floor", "A-F1").startswith('"')


def test_streets_are_joined_by_class_and_stay_where_they_are(snapshot):
    table, about = read(stream.ground_plan(snapshot))
    streets = [row for row in table.to_pylist() if about["kinds"][row["kind"]] == "road"]
    lines = [shapely.LineString(np.array(row["xy"]).reshape(-1, 2)) for row in streets]
    zero = ground(snapshot)
    roads = shapely.transform(snapshot.column("road", "geometry"), lambda xy: xy - (zero.e, zero.n))
    assert sum(shapely.length(lines)) == pytest.approx(shapely.length(roads).sum(), rel=0.02)
    assert shapely.hausdorff_distance(shapely.union_all(lines), shapely.union_all(roads)) < 1.5
    assert len(lines) <= len(roads)
