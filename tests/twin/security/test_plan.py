"""The checker against plans that were tampered with: each change must be found."""

import dataclasses
import subprocess
import sys

import numpy as np
import pytest
import shapely
from shapely.affinity import scale

from tests.conftest import ROOT
from tests.scenes import tiny_district
from tests.twin.security.changed import with_cameras
from twin.model.answer import plain
from twin.security.plan import check
from twin.security.problem import build
from twin.security.solve import solve


@pytest.fixture(scope="module")
def answered():
    scene = with_cameras(
        {"camera_id": "K4", "x": 0.4, "y": 7.0, "heading_deg": 90.0, "floor_id": "A-F1"},
        {"camera_id": "K5", "x": 45.0, "y": -25.0, "heading_deg": 330.0},
        {"camera_id": "K6", "x": 3.0, "y": 3.0, "floor_id": "A-F1", "status": "faulty"},
    )
    problem = build(scene)
    return problem, solve(problem)


def with_camera(plan, key, **changes):
    cameras = tuple(dataclasses.replace(one, **changes) if one.camera_id == key else one for one in plan.cameras)
    return dataclasses.replace(plan, cameras=cameras)


def with_row(plan, key, **changes):
    return dataclasses.replace(
        plan, rows=tuple(dataclasses.replace(one, **changes) if one.key == key else one for one in plan.rows)
    )


def with_face(plan, place, **changes):
    faces = tuple(dataclasses.replace(one, **changes) if number == place else one for number, one in enumerate(plan.faces))
    return dataclasses.replace(plan, faces=faces)


def shape_of(plan, key):
    return next(one.geometry for one in plan.cameras if one.camera_id == key)


def row_of(plan, key):
    return next(one for one in plan.rows if one.key == key)


def test_the_checker_is_loaded_without_the_solver_and_its_kernels():
    code = "import sys, twin.security.plan; print([name for name in sys.modules if name in sys.argv[1:]])"
    solver = ["twin.security.solve", "gis.sweep", "gis.visibility", "gis.arrangement", "numba"]
    run = subprocess.run([sys.executable, "-c", code, *solver], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_a_sound_plan_has_no_faults(answered):
    assert check(*answered) == []


TAMPERED = {
    "a camera's area": lambda plan: with_camera(plan, "K3", area_m2=plan.cameras[2].area_m2 * 1.0001),
    "a view drawn too large": lambda plan: with_camera(plan, "K3", geometry=scale(shape_of(plan, "K3"), 1.02, 1.02)),
    "a view drawn too small": lambda plan: with_camera(plan, "K1", geometry=scale(shape_of(plan, "K1"), 0.9, 0.9)),
    "a view that crosses itself": lambda plan: with_camera(
        plan, "K3", geometry=shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    ),
    "a view turned away": lambda plan: with_camera(
        plan, "K3", geometry=shapely.affinity.rotate(shape_of(plan, "K3"), 20, origin=(0, 0))
    ),
    "a camera missing": lambda plan: dataclasses.replace(plan, cameras=plan.cameras[1:]),
    "a camera twice": lambda plan: dataclasses.replace(plan, cameras=(*plan.cameras, plan.cameras[0])),
    "a skipped camera forgotten": lambda plan: dataclasses.replace(plan, skipped=()),
    "a row missing": lambda plan: dataclasses.replace(plan, rows=plan.rows[1:]),
    "a floor's reference": lambda plan: with_row(plan, "A-F1", reference_m2=row_of(plan, "A-F1").reference_m2 + 0.01),
    "a floor's covered area": lambda plan: with_row(plan, "A-F1", covered_m2=row_of(plan, "A-F1").covered_m2 + 0.05),
    "a room's covered area": lambda plan: with_row(plan, "A-F1-104", covered_m2=row_of(plan, "A-F1-104").covered_m2 - 0.05),
    "a cell's covered area": lambda plan: with_row(plan, "C2", covered_m2=row_of(plan, "C2").covered_m2 * 1.01),
    "the area seen twice": lambda plan: with_row(plan, "A-F1", twice_m2=row_of(plan, "A-F1").twice_m2 * 0.98),
    "a blind place left out": lambda plan: dataclasses.replace(plan, blind=plan.blind[:-1]),
    "blind places out of order": lambda plan: dataclasses.replace(plan, blind=plan.blind[::-1]),
    "a blind place that is seen": lambda plan: dataclasses.replace(
        plan, blind=(dataclasses.replace(plan.blind[0], floor_id="B-F1", geometry=shape_of(plan, "K2")), *plan.blind[1:])
    ),
    "slivers not told": lambda plan: dataclasses.replace(plan, slivers_m2=plan.slivers_m2 + 0.01),
    "a set of a face": lambda plan: with_face(plan, 0, seen=plan.faces[0].seen[:-1]),
    "a face's area": lambda plan: with_face(plan, 0, areas=plan.faces[0].areas * (1 + 1e-7)),
    "a place without its faces": lambda plan: dataclasses.replace(plan, faces=plan.faces[:-1]),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_a_plan_that_was_tampered_with_is_found_out(answered, what):
    problem, plan = answered
    faults = check(problem, TAMPERED[what](plan))
    assert faults
    assert all(" / " in fault for fault in faults), "each fault is said in both languages"


def test_a_record_is_plain_and_complete(answered):
    problem, plan = answered
    record = plain(plan.record())
    tables = {"cameras", "floors", "rooms", "classes", "cells", "outdoors", "blind", "slivers", "skipped", "findings"}
    assert set(record) == {"basis", "ladder", "params", "passed_over", "looked_over", "in_plan", *tables}
    assert [one["camera_id"] for one in record["cameras"]] == ["K1", "K2", "K3", "K4", "K5"]
    assert record["skipped"] == [{"camera_id": "K6", "reason": "faulty"}]
    for row in [*record["floors"], *record["rooms"], *record["cells"], record["outdoors"]]:
        assert row["covered_m2"] + row["blind_m2"] == pytest.approx(row["reference_m2"], rel=1e-6)
    assert sum(one["rooms"] for one in record["classes"]) == len(record["rooms"])
    assert sum(one["reference_m2"] for one in record["classes"]) == pytest.approx(
        sum(one["reference_m2"] for one in record["floors"])
    )
    assert [one["rank"] for one in record["blind"]] == list(range(1, len(plan.blind) + 1))
    for one, part in zip(record["blind"], plan.blind, strict=True):
        assert part.geometry.buffer(0.02).contains(shapely.Point(one["point"]))
    assert {one.camera_id for place in problem.places for one in place.cameras} == set(plan.views)


def test_floors_stand_building_by_building_from_the_lowest_up(answered):
    assert [row.name for row in answered[1].of("floor")] == ["乙楼 1层", "甲楼 1层", "甲楼 2层"]


def test_faces_can_be_asked_for_what_an_outage_costs(answered):
    problem, plan = answered
    place = next(number for number, one in enumerate(problem.places) if one.floor_id == "A-F1")
    lost = dict(zip([one.camera_id for one in problem.places[place].cameras], plan.faces[place].loss_by_eye(), strict=True))
    places = [
        dataclasses.replace(one, cameras=tuple(camera for camera in one.cameras if camera.camera_id != "K4"))
        for one in problem.places
    ]
    dark = solve(dataclasses.replace(problem, places=tuple(places)))
    assert lost["K4"] == pytest.approx(row_of(plan, "A-F1").covered_m2 - row_of(dark, "A-F1").covered_m2, rel=1e-9)


@pytest.mark.parametrize(("lang", "words"), [("zh", "室外盲区"), ("en", "Blind place outdoors"), ("", "室内合计 / All floors")])
def test_the_lines_for_the_terminal_are_aligned_and_in_the_language_asked_for(answered, lang, words):
    lines = answered[1].lines(lang)
    assert any(words in line for line in lines)
    assert any("K6" in line for line in lines)
    if lang == "en":
        table = [line for line in lines if line.startswith(("Floor", "All floors"))]
        assert len({len(line) for line in table}) == 1
    assert np.all([len(line) < 240 for line in lines])


def test_a_plan_of_nothing_but_dark_cameras_still_reads():
    problem = build(tiny_district())
    dark = dataclasses.replace(problem, places=tuple(dataclasses.replace(one, cameras=()) for one in problem.places))
    plan = solve(dark)
    assert check(dark, plan) == []
    assert all(row.percent == 0.0 for row in plan.rows)
    assert any("0.0" in line for line in plan.lines())


def test_a_great_many_floors_without_a_camera_are_added_up_in_one_line(answered):
    plan = answered[1]
    one = next(row for row in plan.of("floor") if row.cameras)
    bare = [dataclasses.replace(one, key=f"B{n}", floor_id=f"B{n}", name=f"丙楼 {n}层", cameras=0) for n in range(40)]
    many = dataclasses.replace(plan, rows=(*plan.rows, *bare))
    lines = many.lines("zh")
    assert not any("丙楼" in line for line in lines)
    assert any("没有摄像机的 40 层合计" in line or "没有摄像机的 41 层合计" in line for line in lines)
    few = dataclasses.replace(plan, rows=(*plan.rows, *bare[:20]))
    assert sum("丙楼" in line for line in few.lines("zh")) == 20
