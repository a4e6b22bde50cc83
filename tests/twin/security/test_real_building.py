"""An office building from a public IFC file, with cameras set up in it: a dome and a corner camera in each large room."""

import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from bim_import import import_ifc
from twin.model.snapshot import Snapshot
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.solve import solve

FOOTPRINTS_M2 = 3427.62
"""Sum of the rooms' floors as drawn, as the description of the file states it."""


def cameras_in(room, elevation):
    """Stand a dome well inside a room, and a camera in a corner that looks at the dome."""
    middle = shapely.point_on_surface(room.geometry)
    corner = shapely.Point(shapely.get_coordinates(room.geometry)[0])
    heading = math.degrees(math.atan2(middle.x - corner.x, middle.y - corner.y)) % 360.0
    common = {"floor_id": room.floor_id, "z": elevation + 2.6, "range_m": 25.0, "status": "working"}
    return [
        {**common, "camera_id": f"dome {room.Index}", "lens": "dome", "hfov_deg": 360.0, "geometry": middle},
        {
            **common,
            "camera_id": f"corner {room.Index}",
            "lens": "fixed",
            "hfov_deg": 90.0,
            "heading_deg": heading,
            "geometry": corner,
        },
    ]


@pytest.fixture(scope="module")
def office(testdata):
    frames = dict(import_ifc(testdata / "ifc" / "Office_A_20110811.ifc").frames)
    elevation = dict(zip(frames["floor"]["floor_id"], frames["floor"]["elevation"], strict=True))
    large = frames["room"][frames["room"]["area_m2"] > 40.0]
    rows = [camera for room in large.itertuples() for camera in cameras_in(room, float(elevation[room.floor_id]))]
    frames["camera"] = gpd.GeoDataFrame(pd.DataFrame(rows), geometry="geometry")
    return Snapshot(frames, None)


def test_the_views_of_a_real_floor_stand_the_independent_check(office):
    problem = build(office)
    plan = solve(problem)
    assert check(problem, plan) == []
    assert len(plan.cameras) == len(office.keys("camera")) == 30
    assert shapely.is_valid(list(plan.views.values())).all()
    assert sum(row.reference_m2 for row in plan.of("floor")) == pytest.approx(FOOTPRINTS_M2, rel=2e-3)
    corners = [camera for camera in plan.cameras if camera.camera_id.startswith("corner")]
    blocked = [camera for camera in corners if camera.area_m2 < 0.5]
    assert len(blocked) <= 1, "cameras in corners are moved into their rooms and see them; at most one may face a boxed-in column"
    assert sum(camera.nudged > 0 for camera in corners) > len(corners) / 2
    assert [finding.code for finding in plan.findings] == ["security.no_rooms"], "the roof has none"


def test_closed_doors_keep_every_dome_of_a_real_floor_to_its_room(office):
    closed, opened = solve(build(office, Params(doors_open=False))), solve(build(office))
    room = dict(zip(office.keys("room"), office.column("room", "geometry"), strict=True))
    seen = {camera.camera_id: camera for camera in closed.cameras}
    for camera in opened.cameras:
        assert seen[camera.camera_id].covered_m2 <= camera.covered_m2 + 1e-6
    share = [
        shapely.intersection(camera.geometry, room[key.removeprefix("dome ")]).area / camera.geometry.area
        for key, camera in seen.items()
        if key.startswith("dome")
    ]
    assert np.median(share) > 0.99
