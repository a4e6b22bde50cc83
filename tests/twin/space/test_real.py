"""The space question on a real office that stands nowhere yet and has no departments."""

import pytest

from bim_import import import_ifc
from twin.model.snapshot import Snapshot
from twin.space.plan import check
from twin.space.problem import Params, build
from twin.space.solve import solve


@pytest.fixture(scope="module")
def case(testdata):
    problem = build(Snapshot(import_ifc(testdata / "ifc" / "Office_A_20110811.ifc").frames, None), Params("2025-01-01"))
    return problem, solve(problem)


def test_office_a_has_the_areas_its_provenance_states(case):
    basis = case[1].record()["area_basis"]
    assert basis["rooms"] == basis["file_rooms"] == 99
    assert basis["drawn_m2"] == pytest.approx(3427.62, abs=0.01)
    assert basis["file_m2"] == pytest.approx(3582.008, abs=0.01)
    assert basis["difference_pct"] == pytest.approx(100 * (3582.008 / 3427.62 - 1), abs=0.01)


def test_without_departments_every_office_is_vacant_and_the_rest_is_said(case):
    problem, report = case
    record = report.record()
    assert record["balance"]["vacant_m2"] == pytest.approx(
        next(line["m2"] for line in record["classes"] if line["group"] == "office")
    )
    assert {"space.no_departments", "space.no_occupancy"} <= {found["code"] for found in record["findings"]}
    assert check(problem, report) == []
