"""Glass in walls: it opens the wall that it sits in, from its sill to its head; closed-form distances, the plan's own check."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from tests.scenes import CRS_4544, E0, N0, Z0, area
from tests.twin.security.changed import snapshot, tables, with_cameras
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.sighting import sighting
from twin.security.solve import solve

WALL = {"building_id": "B", "floor_id": "B-F1", "wall_class": "wall", "z_low": Z0, "z_high": Z0 + 4.0, "transparent": False}
LENS = Z0 + 3.0
"""Two metres over the target plane, four metres from the wall across the hall of building B."""


def hall(*panes, **camera):
    """Cut the hall in two by a wall 0.2 m thick at y = -34 with panes in it, and look at it from y = -38."""
    values = {"camera_id": "K8", "x": 10.0, "y": -38.0, "heading_deg": 0.0, "floor_id": "B-F1", "building_id": "B", "z": LENS}
    scene = with_cameras({**values, "range_m": 30.0, "hfov_deg": 120.0, **camera}, keep=False)
    frames = {name: scene.frame(name).copy() for name in tables()}
    rows = [{"wall_id": "W-X", **WALL, "geometry": area(0.2, -34.1, 19.8, -33.9)}]
    rows += [{"wall_id": f"G{at}", **WALL, "transparent": True, "wall_class": "window", **pane} for at, pane in enumerate(panes)]
    more = gpd.GeoDataFrame(pd.DataFrame(rows), geometry="geometry", crs=CRS_4544)
    frames["wall"] = gpd.GeoDataFrame(pd.concat([frames["wall"].reset_index(drop=True), more], ignore_index=True), crs=CRS_4544)
    return snapshot(frames)


def seen(scene, **params):
    problem = build(scene, Params(floors=frozenset({"B-F1"}), **params))
    plan = solve(problem)
    assert check(problem, plan) == []
    return problem, plan


def beyond(plan):
    return shapely.intersection(plan.views["K8"], area(0.2, -33.9, 19.8, -30.2)).area


THIN = {"geometry": area(9.0, -34.03, 11.0, -33.97), "z_low": Z0 + 0.9, "z_high": Z0 + 2.6}


@pytest.mark.parametrize("heights", [True, False])
def test_a_pane_thinner_than_its_wall_opens_all_of_it(heights):
    _, plan = seen(hall(THIN), heights=heights)
    _, walled = seen(hall(), heights=heights)
    assert beyond(walled) == 0.0
    far = beyond(plan)
    if heights:
        assert far > 0.0
    else:  # a trapezoid from the pane's far jambs: 1.0 m to either side at 4.1 m seen under 1.0 / 4.1, to y = -30.2
        slope = 1.0 / 4.1
        assert far == pytest.approx(2 * slope * (7.8**2 - 4.1**2) / 2, rel=1e-6)
    assert beyond(seen(hall(THIN), heights=heights, blinds_closed=True)[1]) == 0.0


def test_a_window_high_in_its_wall_shows_only_what_lies_between_its_sill_and_head():
    strip = {**THIN, "geometry": area(9.0, -34.1, 11.0, -33.9), "z_low": Z0 + 1.7, "z_high": Z0 + 1.9}
    problem, plan = seen(hall(strip))
    near, far = 4.1 / (1 - 0.7 / 2.0), 3.9 / (1 - 0.9 / 2.0)  # past the far edge of the sill, under the near edge of the head
    for away, sees in ((near - 0.05, 0), (near + 0.05, 1), (far - 0.05, 1), (far + 0.05, 0)):
        assert len(sighting(problem, plan, "B-F1", (E0 + 10.0, N0 - 38.0 + away)).witnesses) == sees
    assert 0.0 < beyond(plan) < beyond(seen(hall(THIN))[1])


def test_a_railing_opens_no_wall_and_a_window_in_the_outer_face_no_floor():
    rail = {**THIN, "wall_class": "railing"}
    assert beyond(seen(hall(rail), heights=False)[1]) == 0.0
    outside = {**THIN, "geometry": area(9.0, -40.2, 11.0, -39.8)}
    problem, plan = seen(hall(outside), heights=False)
    assert shapely.covers(
        problem.places[0].inside.buffer(1e-6), shapely.transform(plan.views["K8"], lambda points: points - problem.origin)
    )
