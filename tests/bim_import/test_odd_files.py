"""Known ways in which real files are broken, each on a small file made so; what a whole real file shows stands in its test."""

from __future__ import annotations

import re

import ifcopenshell
import numpy as np
import pytest

from bim_import import ImportOptions, import_ifc, importing
from bim_import.reader import _pull_in
from tests.bim_import.models import BLOCK, SMALL, codes, imported, run_here
from twin.model.errors import ImportRefused

PLAIN = ImportOptions(glb=False)


@pytest.fixture(autouse=True)
def here(monkeypatch):
    """Read in this process."""
    monkeypatch.setattr(importing, "run", run_here)


@pytest.fixture
def changed(testdata, tmp_path):
    """Open a real file, let a test change it, and write it beside."""

    def change(name, work):
        file = ifcopenshell.open(str(testdata / "ifc" / name))
        work(file)
        path = tmp_path / name
        file.write(str(path))
        return path

    return change


def refused(path):
    with pytest.raises(ImportRefused) as caught:
        import_ifc(path, PLAIN)
    return caught.value


def test_a_units_list_that_hangs_loose_is_not_the_projects(changed, testdata):
    def loose(file):
        file.createIfcUnitAssignment([file.createIfcSIUnit(None, "LENGTHUNIT", "KILO", "METRE")])

    model = import_ifc(changed(SMALL, loose), PLAIN)
    assert model.source["unit"] == 0.001
    assert model.report.areas == imported(testdata / "ifc" / SMALL).report.areas


def test_a_project_without_units_is_refused_by_name_though_units_hang_loose(changed):
    def detach(file):
        file.by_type("IfcProject")[0].UnitsInContext = None

    error = refused(changed(SMALL, detach))
    assert error.code == "ifc.no_unit"
    assert "--unit" in str(error.remedy)


def test_two_projects_of_different_units_are_refused_and_one_unit_may_be_forced(changed):
    def second(file):
        first = file.by_type("IfcProject")[0]
        metre = file.createIfcUnitAssignment([file.createIfcSIUnit(None, "LENGTHUNIT", None, "METRE")])
        file.createIfcProject(ifcopenshell.guid.new(), first.OwnerHistory, "second", UnitsInContext=metre)

    path = changed(SMALL, second)
    error = refused(path)
    assert error.code == "ifc.units_differ"
    assert "0.001 m, 1 m" in error.text.en
    assert import_ifc(path, ImportOptions(glb=False, unit="mm")).report.counts["rooms"] == 2


def test_two_projects_of_one_unit_are_read_in_that_unit(changed, testdata):
    def second(file):
        first = file.by_type("IfcProject")[0]
        file.createIfcProject(ifcopenshell.guid.new(), first.OwnerHistory, "second", UnitsInContext=first.UnitsInContext)

    model = import_ifc(changed(SMALL, second), PLAIN)
    assert model.report.areas == pytest.approx(imported(testdata / "ifc" / SMALL).report.areas)


def test_a_site_at_nought_nought_is_nowhere(changed):
    def nowhere(file):
        site = file.by_type("IfcSite")[0]
        site.RefLatitude, site.RefLongitude = (0, 0, 0, 0), (0, 0, 0, 0)

    model = import_ifc(changed(BLOCK, nowhere), PLAIN)
    assert "ifc.place_is_default" in codes(model.report.findings)
    assert not model.georeference.trusted


def test_quantities_of_nought_count_as_not_stated(changed):
    def nought(file):
        for quantity in file.by_type("IfcQuantityArea"):
            quantity.AreaValue = 0.0
        for single in file.by_type("IfcPropertySingleValue"):
            if single.Name and "Area" in single.Name and single.NominalValue is not None:
                single.NominalValue = file.createIfcAreaMeasure(0.0)

    model = import_ifc(changed(BLOCK, nought), PLAIN)
    assert model.report.areas["file_m2"] == 0
    assert model.frames["room"]["area_file_m2"].isna().all()
    assert model.report.areas["drawn_m2"] == pytest.approx(299.48, abs=0.006)


def test_sets_and_quantities_without_a_name_are_read(changed):
    def unnamed(file):
        for found in (*file.by_type("IfcPropertySet"), *file.by_type("IfcElementQuantity")):
            found.Name = None

    model = import_ifc(changed(BLOCK, unnamed), PLAIN)
    assert model.report.counts["rooms"] == 8
    assert all(basis is None or basis.startswith("?.") for basis in model.frames["room"]["area_basis"])


def test_rooms_without_any_storey_or_building_are_put_into_floors(changed):
    def flatten(file):
        project = file.by_type("IfcProject")[0]
        for relation in file.by_type("IfcRelContainedInSpatialStructure"):
            file.remove(relation)
        for relation in file.by_type("IfcRelAggregates"):
            if relation.RelatingObject.is_a() in {"IfcBuildingStorey", "IfcBuilding", "IfcSite", "IfcProject"}:
                file.remove(relation)
        for storey in file.by_type("IfcBuildingStorey"):
            file.remove(storey)
        file.createIfcRelAggregates(ifcopenshell.guid.new(), None, None, None, project, file.by_type("IfcSpace"))

    model = import_ifc(changed(SMALL, flatten), PLAIN)
    assert "ifc.storeys_derived" in codes(model.report.findings)
    assert model.report.counts["floors"] == 1
    assert model.report.counts["rooms"] == 2
    assert set(model.frames["room"]["floor_id"]) == set(model.frames["floor"].index)


def test_a_storey_called_roof_without_rooms_is_kept_and_said_to_be_empty(testdata):
    model = imported(testdata / "ifc" / BLOCK)
    assert "ifc.storey_without_rooms" in codes(model.report.findings)
    assert len(model.frames["floor"]) == 2


def test_names_in_standard_escapes_come_out(testdata, tmp_path):
    data = (testdata / "ifc" / SMALL).read_bytes()
    path = tmp_path / SMALL
    path.write_bytes(re.sub(rb"'living room'", rb"'\\X2\\529E516C5BA4\\X0\\'", data))
    assert "办公室" in set(import_ifc(path, PLAIN).frames["room"]["name"])


@pytest.mark.parametrize(("x", "left"), [(409_000.0, 0.0), (409_123.0, 123.0), (3.0, 3.0)])
def test_a_placement_near_the_model_stays_where_the_vertices_hold_the_map(x, left):
    """Some tools write map coordinates into placements, others into vertices under placements near nought."""
    matrix = np.eye(4)
    matrix[:2, 3] = x, x
    _pull_in(matrix, (409_000.0, 409_000.0, 0.0))
    assert matrix[0, 3] == pytest.approx(left)
