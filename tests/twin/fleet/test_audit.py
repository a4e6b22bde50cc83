import dataclasses
import datetime as dt

import numpy as np
import pandas as pd
import pytest
import shapely

from api.commands.fleet.audit import read_track
from gis.crs import WGS84, to_crs
from tests.scenes import CRS_4544, E0, N0, area, tiny_district
from twin.fleet.audit import plan, problem, solve
from twin.model.errors import UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES

MONDAY = dt.datetime.fromisoformat("2026-11-23T09:00")
LAP = [(-50, -70), (70, -70), (70, -20), (70, 50), (-50, 50), (-50, -20), (-50, -70)]
"""Once round the streets of the scene: 480 m."""


@pytest.fixture(scope="module")
def scene():
    """Give the scene with one order: from the gate to the charger, between nine and ten."""
    frames = {name: tiny_district().frame(name).reset_index(drop=True) for name in TABLES}
    frames["trip"] = pd.DataFrame([{
        "trip_id": "T", "vehicle_id": "V1", "from_place": "G1", "to_place": "CH1",
        "depart_at": "2026-11-23T09:00:00", "arrive_at": "2026-11-23T10:00:00", "people": 2,
    }])  # fmt: skip
    return Snapshot(frames, CRS_4544, version=1)


def fixes(line, begin=MONDAY, speed=10.0, every=10.0):
    """Drive along a line in scene metres and take a fix every few seconds."""
    drawn = shapely.LineString(np.array(line) + np.array([E0, N0]))
    along = np.append(np.arange(0.0, drawn.length, speed * every), drawn.length)
    where = to_crs(shapely.line_interpolate_point(drawn, along), CRS_4544, WGS84)
    return [
        problem.Fix(begin + dt.timedelta(seconds=float(at / speed)), shape.x, shape.y)
        for at, shape in zip(along, where, strict=True)
    ]


def told(scene, track, **params):
    """Ask, and hold the answer against its check."""
    asked = problem.build(scene, track, problem.Params(**{"trip": "T"} | params))
    found = solve.solve(asked)
    assert plan.check(asked, found) == []
    return found


STRAIGHT = [(-45, -20), (60, -20)]


def test_a_track_that_keeps_to_its_order_has_no_deviation(scene):
    found = told(scene, fixes(STRAIGHT))
    assert found.driven_m == pytest.approx(105.0, abs=0.01)
    assert found.deviations == ()
    assert found.matched == found.fixes
    assert "未发现偏离" in found.lines("zh")[-1]


def test_going_round_and_round_is_a_detour_with_its_metres(scene):
    found = told(scene, fixes([(-45, -20), (-50, -20), (-50, -70), *LAP[1:], *LAP[1:], *LAP[1:], (70, -70), (70, -25)]))
    (detour,) = found.deviations
    assert detour.kind == "detour"
    assert found.driven_m == pytest.approx(55 + 3 * 480 + 120 + 45, abs=10.0)
    assert detour.size == pytest.approx(found.driven_m - found.shortest_m)
    assert found.record()["deviations"][0]["reason"]["en"].startswith("Detour: 1.7 km")


def test_standing_about_is_a_stop_only_far_from_what_the_order_names(scene):
    first = fixes([(-45, -20), (0, -20)])
    pause = first[-1].moment + dt.timedelta(seconds=600)
    near = told(scene, [*first, *fixes([(0, -20), (60, -20)], begin=pause)])
    assert [stop.in_order for stop in near.stops] == [True]
    assert [item.kind for item in near.deviations] == ["silence"]
    asked = problem.build(scene, [*first, *fixes([(0, -20), (60, -20)], begin=pause)], problem.Params(trip="T"))
    lonely = dataclasses.replace(asked, allowed=(shapely.Point(E0 + 5000, N0),))
    found = solve.solve(lonely)
    assert plan.check(lonely, found) == []
    assert {item.kind for item in found.deviations} == {"stop", "silence"}


def test_times_outside_the_order_are_named(scene):
    early, late = (told(scene, fixes(STRAIGHT, begin=MONDAY + dt.timedelta(hours=hours))) for hours in (-1, 3))
    assert [(item.kind, item.size) for item in early.deviations] == [("early", 3600.0)]
    assert [item.kind for item in late.deviations] == ["late"]


def test_without_an_order_only_working_hours_are_in_order(scene):
    assert told(scene, fixes(STRAIGHT), trip="", vehicle="V1").deviations == ()
    sunday = told(scene, fixes(STRAIGHT, begin=MONDAY - dt.timedelta(days=1)), trip="", vehicle="V1")
    assert [(item.kind, item.first, item.last) for item in sunday.deviations] == [("hours", 0, len(fixes(STRAIGHT)) - 1)]


def test_leaving_the_fence_ending_elsewhere_and_driving_off_the_roads_are_named(scene):
    fence = to_crs(area(-60, -80, 20, 60), CRS_4544, WGS84)
    fenced = told(scene, fixes(STRAIGHT), fence=fence)
    assert [item.kind for item in fenced.deviations] == ["fence"]
    away = told(scene, fixes([(-45, -20), (60, -20), (60, -400)]))
    assert {item.kind for item in away.deviations} == {"off_road", "parked"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda audit: dataclasses.replace(audit, driven_m=audit.driven_m + 100.0),
        lambda audit: dataclasses.replace(audit, shortest_m=-2000.0),
        lambda audit: dataclasses.replace(audit, geometry=shapely.transform(audit.geometry, lambda points: points + 1.0)),
        lambda audit: dataclasses.replace(audit, stops=(plan.Stop(0, 1, 900.0, 0.0, 0.0, in_order=False),)),
        lambda audit: dataclasses.replace(audit, deviations=()),
    ],
    ids=["length", "shortest", "off the roads", "a stop", "none told"],
)
def test_a_spoiled_answer_is_noticed(scene, spoil):
    asked = problem.build(scene, fixes([(-45, -20), (60, -20), (60, -400)]), problem.Params(trip="T"))
    assert plan.check(asked, spoil(solve.solve(asked))) != []


def test_what_cannot_be_asked_is_named(scene):
    track = fixes(STRAIGHT)
    for wrong, params, code in (
        (track[:1], {"trip": "T"}, "fleet.audit.few"),
        (track[::-1], {"trip": "T"}, "fleet.audit.order"),
        ([track[0], problem.Fix(track[1].moment, 999.0, 0.0)], {"trip": "T"}, "fleet.audit.degrees"),
        (track, {}, "fleet.audit.who"),
    ):
        with pytest.raises(UsageError) as caught:
            problem.build(scene, wrong, problem.Params(**params))
        assert caught.value.code == code
    with pytest.raises(UnknownKeyError):
        problem.build(scene, track, problem.Params(trip="nowhere"))


def test_a_track_file_is_read_or_its_row_named(tmp_path):
    path = tmp_path / "track.csv"
    path.write_text("time,lon,lat\n2026-11-23T09:00:00,104.1,30.6\n2026-11-23 09:00:15,104.2,30.7\n", encoding="utf-8")
    read = read_track(path, "wgs84")
    assert [(fix.lon, fix.lat) for fix in read] == [(104.1, 30.6), (104.2, 30.7)]
    shifted = read_track(path, "gcj02")
    assert 1e-3 < abs(shifted[0].lon - 104.1) < 1e-2
    path.write_text("time,lon,lat\n2026-11-23T09:00:00,104.1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="2"):
        read_track(path, "wgs84")
    path.write_text("when,lon,lat\n", encoding="utf-8")
    with pytest.raises(UsageError, match="time"):
        read_track(path, "wgs84")
