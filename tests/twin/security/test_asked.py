"""Outages, who sees a place, ways, perimeters and cells of the hand-made district."""

import dataclasses

import numpy as np
import pytest
import shapely
from openpyxl import load_workbook

from tests.scenes import E0, N0, tiny_district
from tests.twin.security.changed import with_cameras
from twin.model.answer import plain
from twin.model.errors import UsageError
from twin.security.cells import cell_sheets
from twin.security.outage import check_outages, outages
from twin.security.perimeter import check_perimeters, perimeters
from twin.security.problem import Params, build
from twin.security.route import check_exposure, exposure, least_seen
from twin.security.sighting import sighting
from twin.security.solve import solve
from viz.cell_report import write_cells


@pytest.fixture(scope="module")
def asked():
    scene = with_cameras(
        {"camera_id": "K4", "x": 0.4, "y": 7.0, "heading_deg": 90.0, "floor_id": "A-F1"},
        {"camera_id": "K5", "x": 45.0, "y": -25.0, "heading_deg": 330.0},
    )
    problem = build(scene, Params(heights=False))
    return scene, problem, solve(problem)


def seen_without(scene, *dark):
    plan = solve(build(scene, Params(heights=False, outages=frozenset(dark))))
    return sum(row.covered_m2 for row in plan.of("floor", "outdoors"))


def test_every_outage_costs_what_the_district_loses_when_it_is_reckoned_without(asked):
    scene, problem, plan = asked
    found = outages(problem, plan)
    assert check_outages(problem, plan, found) == []
    whole = seen_without(scene)
    for one in found.singles:
        assert one.lost_m2 == pytest.approx(whole - seen_without(scene, one.camera_id), abs=1e-5)
    best = found.pairs[0]
    assert best.lost_m2 == pytest.approx(whole - seen_without(scene, best.first, best.second), abs=1e-5)
    keys = [one.camera_id for one in found.singles]
    every = [whole - seen_without(scene, one, two) for row, one in enumerate(keys) for two in keys[row + 1 :]]
    assert best.lost_m2 == pytest.approx(max(every), abs=1e-5)
    wrong = dataclasses.replace(found, singles=(dataclasses.replace(found.singles[0], lost_m2=found.singles[0].lost_m2 + 5.0),))
    assert check_outages(problem, plan, wrong)


def test_expected_coverage_is_the_mean_over_all_days(asked):
    _, problem, plan = asked
    faces = plan.faces[[place.floor_id for place in problem.places].index("A-F1")]
    rate, mean = 0.9, 0.0
    for state in np.ndindex(2, 2):
        working = np.array(state, dtype=bool)
        lit = np.zeros(len(faces.faces), dtype=bool)
        lit[faces.seen[working[faces.seen[:, 1]], 0]] = True
        mean += faces.areas[lit].sum() * np.prod(np.where(working, rate, 1 - rate))
    found = outages(problem, plan, rate=rate)
    assert found.expected["A-F1"] == pytest.approx(mean, rel=1e-12)
    assert outages(problem, plan, rate=1.0, key_rate=1.0).expected["A-F1"] == pytest.approx(found.covered["A-F1"], rel=1e-9)
    plain(found.record())
    assert found.lines("zh")


def test_a_place_knows_who_sees_it_and_how_finely(asked):
    _, problem, plan = asked
    told = sighting(problem, plan, "A-F1", (E0 + 12.0, N0 + 7.0))
    assert [one.camera_id for one in told.witnesses] in (["K1", "K4"], ["K4", "K1"], ["K1"], ["K4"])
    assert sighting(problem, plan, "A-F1", (E0 + 3.0, N0 + 12.0)).witnesses == ()
    plain(told.record())
    with pytest.raises(UsageError):
        sighting(problem, plan, "nowhere", (E0, N0))


def test_a_way_through_the_corridor_is_seen_and_the_least_seen_way_is_never_more(asked):
    _, problem, plan = asked
    start, end = (E0 + 2.0, N0 + 7.0), (E0 + 20.0, N0 + 7.0)
    straight = exposure(problem, plan, "A-F1", [start, end])
    assert straight.length_m == pytest.approx(18.0)
    assert straight.seen_m == pytest.approx(18.0)
    least = least_seen(problem, plan, "A-F1", start, end)
    assert least.seen_m <= straight.seen_m + 1e-9
    assert least.least
    places = {place.floor_id: place for place in problem.places}
    walls = places["A-F1"].solids[0]
    line = shapely.LineString(least.way[1:-1] - problem.origin)
    assert not shapely.crosses(line, walls)
    plain(least.record())
    with pytest.raises(UsageError):
        exposure(problem, plan, "A-F1", [start])
    with pytest.raises(UsageError):
        least_seen(problem, plan, "A-F1", (E0 - 500.0, N0), end)


def test_the_perimeter_is_as_long_as_its_site_and_partly_seen(asked):
    scene, problem, plan = asked
    (found,) = perimeters(scene, problem, plan)
    (site,) = scene.frame("site").geometry
    assert found.length_m == pytest.approx(site.buffer(-0.3, join_style="mitre").length, rel=1e-9)
    ring = site.buffer(-0.3, join_style="mitre").exterior
    drawn = shapely.union_all([camera.geometry for camera in plan.cameras if not camera.floor_id])
    assert found.seen_m == pytest.approx(shapely.intersection(ring, drawn).length, abs=0.3)
    assert 0.0 <= found.longest_dark_m <= found.length_m - found.seen_m + 1e-9


def test_a_report_of_the_cells_can_be_printed_and_opened(asked, tmp_path):
    scene, problem, plan = asked
    sheets = cell_sheets(scene, plan, outages(problem, plan))
    assert [sheet.cell_id for sheet in sheets] == ["C1", "C2"]
    assert sum(len(sheet.ledger) for sheet in sheets) > 0
    for sheet in sheets:
        plain(sheet.record())
        assert sheet.lines("en")
    write_cells(tmp_path / "cells.xlsx", sheets, version=3, target_z=1.0)
    write_cells(tmp_path / "cells.pdf", sheets, version=3, target_z=1.0)
    book = load_workbook(tmp_path / "cells.xlsx")
    assert len(book.sheetnames) == 2
    assert (tmp_path / "cells.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(UsageError):
        write_cells(tmp_path / "cells.docx", sheets, version=3, target_z=1.0)


def test_a_floor_alone_can_be_asked_about_without_the_grounds():
    problem = build(tiny_district(), Params(floors=frozenset({"A-F1"})))
    plan = solve(problem)
    assert {row.floor_id for row in plan.rows} == {"A-F1"}
    assert perimeters(tiny_district(), problem, plan) == []


def test_ways_and_perimeters_stand_an_independent_check_and_wrong_ones_do_not(asked):
    scene, problem, plan = asked
    ends = (E0 + 1.0, N0 + 7.0), (E0 + 20.0, N0 + 7.0)
    for found in (exposure(problem, plan, "A-F1", ends), least_seen(problem, plan, "A-F1", *ends)):
        assert check_exposure(problem, found) == []
        assert check_exposure(problem, dataclasses.replace(found, stretches=found.stretches + np.array([0, 0, 1])))
        assert check_exposure(problem, dataclasses.replace(found, stretches=found.stretches * (1, 1.1, 1)))
    through = exposure(problem, plan, "A-F1", [(E0 + 3.0, N0 + 3.0), (E0 + 20.0, N0 + 3.0)])
    assert check_exposure(problem, dataclasses.replace(through, least=True))
    rounds = perimeters(scene, problem, plan)
    assert check_perimeters(scene, problem, rounds) == []
    assert rounds[0].dark[0][1] - rounds[0].dark[0][0] <= rounds[0].longest_dark_m + 1e-9
    (way, parts), *_ = rounds[0].walks
    for wrong in ({"seen_m": rounds[0].seen_m + 1.0}, {"length_m": 1.0}, {"walks": ((way, parts[:, [0, 1, 0]]),)}):
        assert check_perimeters(scene, problem, [dataclasses.replace(rounds[0], **wrong)])
