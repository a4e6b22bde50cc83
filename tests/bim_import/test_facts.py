"""Units, property sets and placements as ifcopenshell's own, slower helpers read them."""

from __future__ import annotations

import ifcopenshell
import ifcopenshell.util.element
import ifcopenshell.util.placement
import ifcopenshell.util.unit
import numpy as np
import pytest

from bim_import.facts import Placements, by_type, get, number, property_sets, sets_of, text, units, vector
from tests.bim_import.models import BLOCK, OFFICE, SMALL


@pytest.fixture(scope="module", params=[BLOCK, SMALL, "Duplex_Electrical.ifc", "AC20-FZK-Haus.ifc"])
def file(request, testdata):
    return ifcopenshell.open(str(testdata / "ifc" / request.param))


def test_length_and_area_units_agree(file):
    found = units(file)
    assert found["LENGTHUNIT"] == pytest.approx(ifcopenshell.util.unit.calculate_unit_scale(file))
    assert found["AREAUNIT"] == pytest.approx(ifcopenshell.util.unit.calculate_unit_scale(file, "AREAUNIT"))


def test_placements_agree(file):
    scale = units(file)["LENGTHUNIT"]
    placements = Placements(scale)
    for product in by_type(file, "IfcProduct"):
        matrix = placements.of(product)
        if product.ObjectPlacement is None:
            assert matrix is None
            continue
        expected = ifcopenshell.util.placement.get_local_placement(product.ObjectPlacement)
        expected[:3, 3] *= scale
        assert np.allclose(matrix, expected, atol=1e-9)


def test_property_sets_agree(file):
    products = [*by_type(file, "IfcSpace"), *by_type(file, "IfcDoor"), *by_type(file, "IfcWall")]
    found = property_sets(file, {product.id() for product in products})
    for product in products:
        theirs = ifcopenshell.util.element.get_psets(product, should_inherit=False)
        ours = found.get(product.id(), {})
        assert sets_of(product) == ours
        for name, values in theirs.items():
            expected = {
                key.strip(): value for key, value in values.items() if key != "id" and isinstance(value, str | int | float | bool)
            }
            assert {key: value for key, value in ours.get(name, {}).items() if not isinstance(value, list)} == expected


def test_an_attribute_that_a_class_lacks_is_nothing_and_loads_no_rules(testdata):
    wall = ifcopenshell.open(str(testdata / "ifc" / OFFICE)).by_type("IfcWallStandardCase")[0]
    assert get(wall, "PredefinedType") is None
    assert get(wall, "LongName") is None
    assert get(wall, "Name") == wall.Name
    assert get(None, "Name") is None
    assert get("text", "Name") is None


def test_a_class_that_a_schema_lacks_has_no_instances(testdata):
    assert by_type(ifcopenshell.open(str(testdata / "ifc" / OFFICE)), "IfcMapConversion") == []


@pytest.mark.parametrize(
    ("value", "expected"), [(1, 1.0), (2.5, 2.5), ("1", None), (None, None), (True, None), (float("nan"), None)]
)
def test_only_finite_numbers_are_numbers(value, expected):
    assert number(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(" a ", "a"), (None, ""), (3, ""), ("a\r\nb\x00", "a b"), ("\ud800x", "?x"), ("房间", "房间")]
)
def test_texts_are_fit_to_store(value, expected):
    assert text(value) == expected


@pytest.mark.parametrize(
    ("values", "expected"), [((1, 2), [1, 2, 0]), ((1, 2, 3), [1, 2, 3]), ((1,), None), ((1, "a"), None), (None, None)]
)
def test_a_vector_has_three_numbers_or_is_none(values, expected):
    found = vector(values)
    assert (None if found is None else found.tolist()) == expected


def test_placements_that_go_round_in_a_circle_are_none():
    file = ifcopenshell.file(schema="IFC4")
    axes = file.createIfcAxis2Placement3D(file.createIfcCartesianPoint((0.0, 0.0, 0.0)))
    one = file.createIfcLocalPlacement(None, axes)
    one.PlacementRelTo = file.createIfcLocalPlacement(one, axes)
    assert Placements(1.0).of(file.createIfcWall(ifcopenshell.guid.new(), ObjectPlacement=one)) is None


def test_a_single_number_where_a_list_should_be_is_no_vector():
    assert vector(3.0) is None


def test_properties_that_point_at_no_property_set_are_left_out():
    text = (
        "ISO-10303-21;HEADER;FILE_DESCRIPTION((''),'2;1');FILE_NAME('','',(''),(''),'','','');FILE_SCHEMA(('IFC4'));ENDSEC;DATA;"
        "#1=IFCWALL('0000000000000000000001',$,$,$,$,$,$,$,$);#2=IFCDIRECTION((0.,1.));"
        "#3=IFCRELDEFINESBYPROPERTIES('0000000000000000000002',$,$,$,(#1),#2);ENDSEC;END-ISO-10303-21;"
    )
    assert property_sets(ifcopenshell.file.from_string(text), {1}) == {1: {"?": {}}}
