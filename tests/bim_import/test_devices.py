"""A device stands in the room that holds it, by the file's word or by its place."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from bim_import.devices import build_devices
from bim_import.spaces import build_rooms
from tests.bim_import.prisms import Builder, turned


def house():
    """Build two floors of two rooms 4 x 3 m."""
    build = Builder()
    for level in range(2):
        floor = build.storey(3.0 * level)
        for place in range(2):
            build.add(
                "space",
                box(4.2 * place, 0, 4.2 * place + 4, 3),
                3.0 * level,
                3.0 * level + 2.8,
                storey=floor,
                key=f"R{level}{place}",
            )
    return build


def devices_of(build):
    scene = build.scene()
    rooms, _ = build_rooms(scene)
    return build_devices(scene, rooms)


@given(st.floats(-3, 11), st.floats(-2, 5), st.floats(0.1, 5.5))
def test_a_device_is_in_the_room_under_it_or_next_to_it(x, y, z):
    build = house()
    build.add("device", None, ifc_class="IfcSensor", matrix=turned(x=x, y=y, z=z), key="D")
    row = devices_of(build).rows[0]
    inside = [
        (level, place)
        for level in range(2)
        for place in range(2)
        if 4.2 * place <= x <= 4.2 * place + 4 and 0 <= y <= 3 and 3.0 * level <= z <= 3.0 * level + 2.8
    ]
    if inside:
        level, place = inside[0]
        assert row["room_id"] == f"R{level}{place}"
        assert row["floor_id"] == ("S1", "S4")[level]
    elif x < -0.31 or x > 8.51 or y < -0.31 or y > 3.31:
        assert row["room_id"] is None
    assert (row["geometry"].x, row["geometry"].y, row["z"]) == (x, y, z)


def test_a_socket_in_the_wall_belongs_to_the_nearer_room():
    build = house()
    build.add("device", None, ifc_class="IfcOutlet", matrix=turned(x=4.05, y=1, z=0.3))
    build.add("device", None, ifc_class="IfcOutlet", matrix=turned(x=4.15, y=1, z=0.3))
    assert [row["room_id"] for row in devices_of(build).rows] == ["R00", "R01"]


def test_the_room_that_the_file_names_comes_first():
    build = house()
    named = next(step for step, element in build.elements.items() if element.key == "R11")
    build.add("device", None, ifc_class="IfcSensor", matrix=turned(x=1, y=1, z=1), space=named)
    assert devices_of(build).rows[0]["room_id"] == "R11"


def test_what_cannot_be_placed_or_recognised_is_accounted_for():
    build = house()
    build.add("device", None, ifc_class="IfcSensor", key="NOWHERE")
    build.add("proxy", None, ifc_class="IfcBuildingElementProxy", name="tree", matrix=turned(), key="TREE")
    build.add("proxy", None, ifc_class="IfcBuildingElementProxy", name="枪机 01", matrix=turned(), key="CAMERA")
    found = devices_of(build)
    assert [(row["device_id"], row["device_class"]) for row in found.rows] == [("CAMERA", "camera")]
    assert found.dropped == {"ifc.dropped.no_place": ["NOWHERE"], "ifc.dropped.proxy": ["TREE"]}


@pytest.mark.parametrize("z", [-50.0, 50.0])
def test_a_device_far_above_or_below_has_a_floor_but_no_room(z):
    build = house()
    build.add("device", None, ifc_class="IfcSensor", matrix=turned(x=1, y=1, z=z))
    row = devices_of(build).rows[0]
    assert row["room_id"] is None
    assert row["floor_id"] == ("S1" if z < 0 else "S4")
    assert np.isfinite(row["z"])
