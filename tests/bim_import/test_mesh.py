"""The 3D files are sound glTF and hold the bodies that they should."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from hypothesis import given
from shapely.geometry import box

from bim_import.mesh import KINDS, Body, floor_glb
from tests.bim_import.models import BLOCK, imported, raw
from tests.bim_import.prisms import meshes, plans, prism

KIND = {5126: np.float32, 5125: np.uint32}
WIDTH = {"VEC3": 3, "SCALAR": 1}


def parse(data: bytes):
    """Read a GLB by the letter of glTF 2.0: the JSON, and for each node its positions, normals and triangles."""
    magic, version, length = struct.unpack_from("<III", data, 0)
    assert (magic, version, length) == (0x46546C67, 2, len(data))
    size, kind = struct.unpack_from("<II", data, 12)
    assert kind == 0x4E4F534A
    assert size % 4 == 0
    document = json.loads(data[20 : 20 + size])
    binary_size, binary_kind = struct.unpack_from("<II", data, 20 + size)
    assert binary_kind == 0x004E4942
    assert 28 + size + binary_size == len(data)
    binary = data[28 + size :]
    assert document["buffers"][0]["byteLength"] <= binary_size

    def accessor(number):
        entry = document["accessors"][number]
        view = document["bufferViews"][entry["bufferView"]]
        count = entry["count"] * WIDTH[entry["type"]]
        start = view["byteOffset"] + entry["byteOffset"]
        assert entry["byteOffset"] + count * 4 <= view["byteLength"]
        values = np.frombuffer(binary, KIND[entry["componentType"]], count, start).reshape(entry["count"], -1)
        if "min" in entry:
            assert np.allclose(values.min(axis=0), entry["min"])
            assert np.allclose(values.max(axis=0), entry["max"])
        return values

    found = {}
    for node in document["nodes"]:
        primitive = document["meshes"][node["mesh"]]["primitives"][0]
        corners = accessor(primitive["indices"])[:, 0]
        points, normals = accessor(primitive["attributes"]["POSITION"]), accessor(primitive["attributes"]["NORMAL"])
        assert corners.max() < len(points) == len(normals)
        found[node["name"]] = (points, normals, corners.reshape(-1, 3), primitive["material"])
    return document, found


@given(plans())
def test_a_body_keeps_its_volume_and_stands_upright(plan):
    data = floor_glb(meshes(prism(plan, 1, 4)), [Body("墙/1", "wall", 0)], "一层")
    document, found = parse(data)
    points, normals, corners, material = found["墙/1"]
    a, b, c = (points[corners[:, place]].astype(np.float64) for place in range(3))
    centre = points.mean(axis=0)
    volume = np.einsum("ij,ij->i", a - centre, np.cross(b - centre, c - centre)).sum() / 6
    assert volume == pytest.approx(plan.area * 3, rel=1e-3)
    assert (points[:, 1].min(), points[:, 1].max()) == (1, 4)
    assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)
    faces = np.cross(b - a, c - a)
    along = np.einsum("ij,ij->i", faces, normals[corners[:, 0]])
    assert (along >= -1e-6).all()
    assert list(KINDS)[material] == "wall"
    assert document["scenes"][0]["name"] == "一层"


def test_north_points_away_from_the_viewer():
    _, found = parse(floor_glb(meshes(prism(box(10, 20, 11, 22), 0, 1)), [Body("K", "slab", 0)], "s"))
    points = found["K"][0]
    assert (points[:, 0].min(), points[:, 2].min(), points[:, 2].max()) == (10, -22, -20)


def test_flat_faces_share_their_corners():
    _, found = parse(floor_glb(meshes(prism(box(0, 0, 1, 1), 0, 1)), [Body("K", "wall", 0)], "s"))
    points, _, corners, _ = found["K"]
    assert len(corners) == 12
    assert len(points) <= 36


def test_the_same_floor_is_the_same_bytes():
    body = meshes(prism(box(0, 0, 5, 4), 0, 3), prism(box(1, 1, 2, 2), 0, 3))
    bodies = [Body("A", "wall", 0), Body("B", "glass", 1)]
    assert floor_glb(body, bodies, "s") == floor_glb(body, bodies, "s")


def test_a_real_building_has_a_file_per_floor_with_its_doors_and_walls_cut_open(testdata):
    model = imported(testdata / "ifc" / BLOCK, glb=True)
    assert set(model.glb) == set(model.frames["floor"].index)
    names = {key: set(parse(data)[1]) for key, data in model.glb.items()}
    everything = set().union(*names.values())
    for table in ("wall", "door"):
        frame = model.frames[table]
        assert set(frame["global_id"]) <= everything
        for key, part in frame[~frame.index.str.contains("@")].groupby("floor_id"):
            assert set(part["global_id"]) <= names[key]
    assert not everything & set(model.frames["room"].index)
    assert not everything & set(model.frames["device"].index)


def test_openings_are_cut_in_3d_though_not_in_plan(testdata):
    model = imported(testdata / "ifc" / BLOCK, glb=True)
    plain = raw(testdata / "ifc" / BLOCK)
    hosts = {
        plain.elements[host].key: host
        for host in plain.hosts.values()
        if host in plain.elements and plain.elements[host].group == "wall"
    }
    places = {int(step): place for place, step in enumerate(plain.meshes.steps)}
    bodies = {key: mesh for data in model.glb.values() for key, mesh in parse(data)[1].items()}
    for key, host in hosts.items():
        assert len(bodies[key][2]) > len(plain.meshes.part(places[host])[2])
