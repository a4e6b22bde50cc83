"""An atrium seen from the floor above: distances by hand, the plan's own check, outages over both floors."""

import geopandas as gpd
import pandas as pd
import pytest

from tests.scenes import CRS_4544, E0, N0, Z0, area
from tests.twin.security.changed import snapshot, tables, with_cameras
from twin.security.outage import check_outages, outages
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.sighting import sighting
from twin.security.solve import solve

EYE = Z0 + 4.0 + 2.8


def atrium(height=8.0, *more, **camera):
    """Open the hall of building B to a floor above, whose gallery ends at y = -36; a camera hangs over the gallery."""
    values = {"camera_id": "K8", "x": 10.0, "y": -38.0, "heading_deg": 0.0, "floor_id": "B-F2", "building_id": "B", "z": EYE}
    scene = with_cameras({**values, "range_m": 30.0, "width_px": 1920, **camera})
    frames = {name: scene.frame(name).copy() for name in tables()}

    def add(table, row):
        fresh = gpd.GeoDataFrame([row], geometry="geometry", crs=CRS_4544)
        frames[table] = gpd.GeoDataFrame(
            pd.concat([frames[table].reset_index(drop=True), fresh], ignore_index=True), crs=CRS_4544
        )

    add("floor", {"floor_id": "B-F2", "building_id": "B", "number": 2, "elevation": Z0 + 4.0, "geometry": area(0, -40, 20, -30)})
    room = {"room_id": "B-F2-1", "building_id": "B", "floor_id": "B-F2", "room_class": "corridor", "area_m2": 1.0}
    add("room", {**room, "geometry": area(0.2, -39.8, 19.8, -36.0)})
    for row in more:
        add("wall", {"building_id": "B", "floor_id": "B-F2", "wall_class": "wall", "transparent": False, **row})
    frames["room"].loc[frames["room"]["floor_id"] == "B-F1", "height"] = height
    frames["room"]["elevation"] = None
    frames["camera"] = frames["camera"][frames["camera"]["camera_id"] != "K2"]
    return snapshot(frames)


def answer(scene, **params):
    problem = build(scene, Params(buildings=frozenset({"B"}), **params))
    plan = solve(problem)
    assert check(problem, plan) == []
    return problem, plan


def sees(problem, plan, y, floor="B-F1"):
    return [one.camera_id for one in sighting(problem, plan, floor, (E0 + 10.0, N0 + y)).witnesses]


def hall(plan):
    return next(row for row in plan.of("floor") if row.key == "B-F1")


def test_what_the_edge_of_the_gallery_does_not_hide_is_seen():
    problem, plan = answer(atrium())
    edge = -38.0 + 5.8 * 2.0 / 2.8  # over the slab's upper edge, 2 m away and 2.8 m down, to the plane 5.8 m down
    assert sees(problem, plan, edge - 0.02) == []
    assert sees(problem, plan, edge + 0.02) == ["K8"]
    assert sees(problem, plan, -37.0, "B-F2") == ["K8"]
    below, above = (next(one for one in plan.cameras if one.floor_id == key) for key in ("B-F1", "B-F2"))
    assert (below.through, above.through, hall(plan).cameras) == (True, False, 0)
    assert hall(plan).covered_m2 == pytest.approx(below.covered_m2) != 0.0
    assert plan.views["K8"].equals(above.geometry)
    found = outages(problem, plan)
    assert check_outages(problem, plan, found) == []
    (single,) = (one for one in found.singles if one.camera_id == "K8")
    assert (single.floor_id, single.lost_m2) == ("B-F2", pytest.approx(below.covered_m2 + above.covered_m2))


def test_a_parapet_hides_more_and_a_room_of_one_storey_is_no_atrium():
    parapet = {"wall_id": "W-P", "z_low": Z0 + 4.0, "z_high": Z0 + 5.0, "geometry": area(0.2, -36.1, 19.8, -36.0)}
    problem, plan = answer(atrium(8.0, parapet))
    edge = -38.0 + 5.8 * 2.0 / 1.8
    assert sees(problem, plan, edge - 0.02) == []
    assert sees(problem, plan, edge + 0.02) == ["K8"]
    for scene, params in ((atrium(3.6), {}), (atrium(), {"heights": False})):
        assert hall(answer(scene, **params)[1]).covered_m2 == 0.0


def test_the_floor_below_alone_knows_who_looks_down_at_it_with_pictures_and_tours_too():
    scene = atrium(8.0, tilt_deg=40.0, vfov_deg=60.0)
    problem = build(scene, Params(floors=frozenset({"B-F1"})))
    plan = solve(problem)
    assert check(problem, plan) == []
    whole = answer(scene)[1]
    assert hall(plan).covered_m2 == pytest.approx(hall(whole).covered_m2, rel=1e-9)
    assert 0.0 < hall(plan).covered_m2 < 0.5 * hall(plan).reference_m2
