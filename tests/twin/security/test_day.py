"""A day with outages, a tour and a night: figures by hand, the naive way, the plan's own check."""

import dataclasses

import pandas as pd
import pytest

from tests.twin.security.changed import snapshot, tables, with_cameras
from twin.model.answer import plain
from twin.model.errors import UsageError
from twin.security.day import night_of
from twin.security.plan import check
from twin.security.problem import Params, build
from twin.security.solve import solve
from twin.security.timeline import check_day, through_day

PARAMS = {"heights": False}
NIGHT = night_of("18:00-06:00")


@pytest.fixture(scope="module")
def scene():
    scene = with_cameras(
        {"camera_id": "K5", "x": 45.0, "y": -25.0, "heading_deg": 330.0, "night_range_m": 8.0},
        {"camera_id": "K6", "x": 50.0, "y": -50.0, "heading_deg": 0.0, "hfov_deg": 60.0, "range_m": 20.0, "lens": "ptz"},
    )
    frames = {name: scene.frame(name).copy() for name in tables()}
    frames["camera_preset"] = pd.DataFrame(
        [
            {"camera_preset_id": f"P{at}", "camera_id": "K6", "kind": "preset", "place": at, "heading_deg": 40.0 * at}
            for at in (1, 2)
        ]
    )
    out = {"camera_id": "K3", "reason": "maintenance"}
    frames["camera_outage"] = pd.DataFrame(
        [
            {**out, "camera_outage_id": "X1", "starts_at": "2026-11-01T10:00", "ends_at": "2026-11-01T12:00", "repeats": "daily"},
            {**out, "camera_outage_id": "X2", "camera_id": "K1", "starts_at": "2026-11-22T11:00"},
            {**out, "camera_outage_id": "X3", "camera_id": "K2", "starts_at": "2026-11-21T00:00", "ends_at": "2026-11-22T00:00"},
            {**out, "camera_outage_id": "X4", "camera_id": "K2", "starts_at": "never", "ends_at": "2026-11-22T00:00"},
        ]
    )
    return snapshot(frames)


@pytest.fixture(scope="module")
def asked(scene):
    pairs = []
    for night in (False, True):
        problem = build(scene, Params(night=night, **PARAMS))
        pairs.append((problem, solve(problem)))
        assert check(*pairs[-1]) == []
    return tuple(pairs)


def test_every_stretch_covers_what_the_district_does_with_those_cameras_dark_and_at_that_light(scene, asked):
    day = through_day(scene, *asked, "2026-11-22", NIGHT)
    assert [f"{one.start:%H:%M}" for one in day.stretches] == ["00:00", "06:00", "10:00", "11:00", "12:00", "18:00"]
    assert [one.dark for one in day.stretches] == [(), (), ("K3",), ("K1", "K3"), ("K1",), ("K1",)]
    assert [one.night for one in day.stretches] == [True, False, False, False, False, True]
    for stretch in (day.stretches[3], day.stretches[5]):
        naive = solve(build(scene, Params(night=stretch.night, outages=frozenset(stretch.dark), **PARAMS)))
        rows = {(row.kind, row.key): row for row in naive.rows}
        for row in stretch.rows:
            assert row.covered_m2 == pytest.approx(rows[row.kind, row.key].covered_m2, abs=1e-6)
            assert row.always_m2 == pytest.approx(rows[row.kind, row.key].always_m2, abs=1e-6)
        total = sum(row.covered_m2 for row in naive.of("floor", "outdoors"))
        assert stretch.whole.covered_m2 == pytest.approx(total, abs=1e-6)
        assert stretch.whole.always_m2 < stretch.whole.expected_m2 < stretch.whole.covered_m2
    assert day.worst is min(day.stretches, key=lambda one: one.whole.covered_m2)
    assert day.worst_of()["A-F1"].start.hour == 11
    assert check_day(*asked, day) == []
    plain(day.record())
    for lang in ("zh", "en", ""):
        assert any(", ".join(day.worst.dark) in line for line in day.lines(lang))


def test_a_wrong_stretch_does_not_pass_the_check(scene, asked):
    day = through_day(scene, *asked, "2026-11-22", NIGHT)
    worst = day.worst
    rows = tuple(dataclasses.replace(row, covered_m2=row.covered_m2 + (1.0 if row.key == "C1" else 0.0)) for row in worst.rows)
    wrong = tuple(dataclasses.replace(one, rows=rows) if one is worst else one for one in day.stretches)
    assert check_day(*asked, dataclasses.replace(day, stretches=wrong))


def test_a_day_without_outages_is_one_stretch_of_light_between_two_of_night_and_bad_days_are_refused(scene, asked):
    day = through_day(scene, *asked, "2026-10-30", NIGHT)
    assert [(one.night, one.dark) for one in day.stretches] == [(True, ()), (False, ()), (True, ())]
    assert [finding.row for finding in asked[0][0].findings if finding.code == "security.bad_outage"] == ["X4"]
    for bad in (lambda: through_day(scene, *asked, "yesterday", NIGHT), lambda: night_of("all of it")):
        with pytest.raises(UsageError):
            bad()
