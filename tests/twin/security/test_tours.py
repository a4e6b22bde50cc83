"""Tours, sensors, masks, night, zoom: what one camera row stands for, against figures added up by hand or reckoned apart."""

import dataclasses
import math

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from tests.scenes import CRS_4544, E0, N0, area
from tests.twin.security.changed import snapshot, tables, with_cameras
from twin.model.errors import UsageError
from twin.security.outage import check_outages, outages
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.sighting import sighting
from twin.security.solve import solve

PLAN = {"heights": False}
OUT = {"camera_id": "K9", "x": 45.0, "y": -45.0, "heading_deg": 0.0, "hfov_deg": 60.0, "range_m": 12.0, "width_px": 1920}
QUARTER = {"hfov_deg": 60.0, "range_m": 10.0}
SECTOR = math.radians(60.0) * 10.0**2 / 2.0


def district(presets=(), masks=(), **camera):
    """Give the grounds with one camera alone, its positions and its masks."""
    scene = with_cameras({**OUT, **camera}, keep=False)
    frames = {name: scene.frame(name).copy() for name in tables()}
    rows = [
        {"camera_preset_id": f"P{at}", "camera_id": "K9", "place": at, "kind": "preset", **one}
        for at, one in enumerate(presets, 1)
    ]
    if rows:
        frames["camera_preset"] = pd.DataFrame(rows)
    if masks:
        held = [{"privacy_mask_id": f"M{at}", "camera_id": "K9", "geometry": one} for at, one in enumerate(masks)]
        frames["privacy_mask"] = gpd.GeoDataFrame(held, geometry="geometry", crs=CRS_4544)
    return snapshot(frames)


def answer(scene, **params):
    problem = build(scene, Params(**{**PLAN, **params}))
    plan = solve(problem)
    assert check(problem, plan) == []
    return problem, plan


def grounds(plan):
    return plan.of("outdoors")[0]


def test_a_tour_sees_each_position_for_its_share_and_nothing_always():
    tour = [
        {**QUARTER, "heading_deg": 0.0, "dwell_s": 30.0},
        {**QUARTER, "heading_deg": 120.0, "dwell_s": 10.0, "travel_s": 20.0},
    ]
    problem, plan = answer(district(tour))
    (camera,) = plan.cameras
    assert (camera.eyes, camera.area_m2) == (2, pytest.approx(2 * SECTOR, rel=1e-9))
    assert grounds(plan).covered_m2 == pytest.approx(2 * SECTOR, rel=1e-9)
    assert (grounds(plan).twice_m2, grounds(plan).always_m2) == (0.0, 0.0)
    assert sorted(set(plan.share[-1].round(12))) == pytest.approx([1 / 6, 1 / 2])
    found = outages(problem, plan, rate=0.9, key_rate=0.9)
    assert check_outages(problem, plan, found) == []
    assert sum(found.expected[key] for key in ("C1", "C2")) == pytest.approx(0.9 * SECTOR * (1 / 2 + 1 / 6), rel=1e-9)
    assert found.singles[0].lost_m2 == pytest.approx(2 * SECTOR, rel=1e-9)
    (seen,) = sighting(problem, plan, "", (E0 + 45.0, N0 - 40.0)).witnesses
    assert (seen.camera_id, seen.part, seen.share) == ("K9", "P1", 0.5)


def test_positions_that_share_ground_watch_it_always_when_the_tour_never_leaves_it():
    tour = [{**QUARTER, "heading_deg": heading, "dwell_s": 10.0} for heading in (0.0, 40.0)]
    _, plan = answer(district(tour))
    shared = math.radians(20.0) * 50.0
    assert grounds(plan).always_m2 == pytest.approx(shared, rel=1e-9)
    assert grounds(plan).covered_m2 == pytest.approx(2 * SECTOR - shared, rel=1e-9)
    assert plan.cameras[0].area_m2 == pytest.approx(2 * SECTOR - shared, rel=1e-9)
    _, plan = answer(district([*tour, {**QUARTER, "heading_deg": 200.0, "dwell_s": 0.0}]))
    assert grounds(plan).always_m2 == pytest.approx(shared, rel=1e-9)
    assert plan.cameras[0].eyes == 2


def test_sensors_of_one_camera_count_once_and_always():
    sensors = [{**QUARTER, "kind": "sensor", "heading_deg": heading} for heading in (0.0, 30.0, 180.0)]
    problem, plan = answer(district(sensors))
    seen = 3 * SECTOR - math.radians(30.0) * 50.0
    assert grounds(plan).covered_m2 == pytest.approx(seen, rel=1e-9)
    assert grounds(plan).always_m2 == pytest.approx(seen, rel=1e-9)
    assert grounds(plan).twice_m2 == 0.0
    assert outages(problem, plan).singles[0].lost_m2 == pytest.approx(seen, rel=1e-9)
    assert plan.cameras[0].bands_m2[2] == pytest.approx(plan.cameras[0].area_m2, rel=1e-9)  # 62.5 px/m end beyond 10 m


def test_a_mask_is_taken_off_the_view_and_hides_nothing_behind_it():
    mask = area(43, -40, 47, -38)
    _, plan = answer(district(masks=[mask, area(44, -41, 46, -38)]))
    whole = math.radians(60.0) * 72.0
    assert grounds(plan).covered_m2 == pytest.approx(whole - 8.0 - 2.0, rel=1e-9)
    assert shapely.intersection(plan.cameras[0].geometry, mask).area == pytest.approx(0.0, abs=1e-6)


def test_masks_and_tours_hold_with_heights_too():
    tour = [{"heading_deg": heading, "dwell_s": 5.0, "tilt_deg": 25.0} for heading in (0.0, 30.0)]
    scene = district(tour, [area(44, -41, 46, -38)], tilt_deg=20.0, vfov_deg=40.0)
    _, plan = answer(scene, heights=True)
    assert 0.0 < grounds(plan).always_m2 < grounds(plan).covered_m2


def test_by_night_a_camera_reaches_as_far_as_its_light_and_so_do_its_positions():
    scene = district([{"heading_deg": 0.0, "hfov_deg": 60.0, "range_m": 10.0}], night_range_m=5.0)
    assert grounds(answer(scene)[1]).covered_m2 == pytest.approx(SECTOR, rel=1e-9)
    assert grounds(answer(scene, night=True)[1]).covered_m2 == pytest.approx(SECTOR / 4.0, rel=1e-9)


def test_a_lens_that_zooms_is_turned_to_either_end():
    scene = district(hfov_wide_deg=90.0, hfov_tele_deg=30.0)
    found = {zoom: answer(scene, zoom=zoom)[1].cameras[0] for zoom in ("", "wide", "tele")}
    assert [found[zoom].area_m2 for zoom in ("wide", "", "tele")] == pytest.approx([math.radians(a) * 72.0 for a in (90, 60, 30)])
    assert found["tele"].bands_m2[4] > found[""].bands_m2[4] > found["wide"].bands_m2[4]


def test_wrong_positions_and_empty_masks_are_named_and_the_rest_is_reckoned():
    bad = [{**QUARTER, "heading_deg": 0.0}, {"hfov_deg": 400.0, "heading_deg": -3.0}, {"range_m": 0.0, "dwell_s": -1.0}]
    problem, plan = answer(district(bad, [shapely.MultiPolygon()]))
    named = {(finding.code, finding.row, finding.column) for finding in problem.findings}
    wrong = {("P2", "hfov_deg"), ("P2", "heading_deg"), ("P3", "range_m"), ("P3", "dwell_s")}
    assert {("security.bad_part", row, column) for row, column in wrong} | {("security.empty_mask", "M0", "geometry")} <= named
    assert grounds(plan).covered_m2 == pytest.approx(SECTOR, rel=1e-9)


def test_a_wrong_share_does_not_pass_the_check():
    tour = [{**QUARTER, "heading_deg": heading, "dwell_s": 10.0} for heading in (0.0, 40.0)]
    problem, plan = answer(district(tour))
    wrong = dataclasses.replace(plan, share=(*plan.share[:-1], np.ones_like(plan.share[-1])))
    assert check(problem, wrong)
    rows = tuple(dataclasses.replace(row, always_m2=row.covered_m2) for row in plan.rows)
    assert check(problem, dataclasses.replace(plan, rows=rows))


def test_what_is_no_moment_or_zoom_is_refused():
    for bad in ({"at": "soon"}, {"zoom": "far"}):
        with pytest.raises(UsageError):
            Params(**bad)


def test_planned_outages_are_dark_at_their_hours():
    scene = district()
    frames = {name: scene.frame(name).copy() for name in tables()}
    row = {"camera_outage_id": "X1", "camera_id": "K9", "starts_at": "2026-11-02T08:00", "ends_at": "2026-11-02T10:00"}
    for repeats, dark, lit in (
        (None, ("2026-11-02T08:00",), ("2026-11-02T10:00", "2026-11-03T09:00", "2026-11-01T09:00")),
        ("daily", ("2026-11-02T09:00", "2026-11-22T09:59"), ("2026-11-22T10:00", "2026-11-01T09:00")),
        ("weekly", ("2026-11-16T08:30",), ("2026-11-17T08:30",)),
    ):
        frames["camera_outage"] = pd.DataFrame([{**row, "repeats": repeats}])
        for moments, expected in ((dark, ["planned"]), (lit, [])):
            for at in moments:
                assert [one.reason for one in build(snapshot(frames), Params(at=at)).skipped] == expected
