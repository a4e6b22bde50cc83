"""The rest of what is known of the fourteen real files: schema, unit, counts, and the odd things each was chosen for.

Storeys, rooms, areas, doors and placements stand in the tests named after their files; here is what those leave out, so that
every number of the test data's own list is held by some test.
"""

from __future__ import annotations

import ifcopenshell
import ifcopenshell.util.geolocation
import pytest

from bim_import import ImportOptions
from bim_import.collect import collect
from bim_import.facts import by_type, units
from bim_import.intake import take
from bim_import.locate import geo_facts
from tests.bim_import.models import BLOCK, INSTITUTE, OFFICE, SHA256, SMALL, imported

DUPLEX = "Duplex_A_20110907_georeferenced.ifc"
FZK = "AC20-FZK-Haus.ifc"
JASMIN = "AC90R1-Jasmin-Sun-105-2x3.ifc"
OLD = "ADT-FZK-Haus-2005-2006.ifc"
GBK_LIKE = "jp_vectorworks_sjis.ifc"
ELECTRICAL = "Duplex_Electrical.ifc"

HEADS = {
    # file: schema as stated, metres of one unit, storeys, spaces, walls, doors, windows
    OFFICE: ("IFC2X3", 1.0, 3, 99, 487, 102, 69),
    INSTITUTE: ("IFC2X3", 1.0, 5, 82, 119, 77, 206),
    "AC11-Institute-Var-2-IFC.ifczip": ("IFC2X3", 1.0, 5, 82, 119, 77, 206),
    FZK: ("IFC4", 1.0, 2, 7, 13, 5, 11),
    DUPLEX: ("IFC2X3", 1.0, 4, 21, 57, 14, 24),
    "Ifc4_SampleHouse.ifc": ("IFC4", 0.001, 2, 4, 5, 3, 4),
    BLOCK: ("IFC2X3", 0.001, 2, 8, 18, 18, 42),
    JASMIN: ("IFC2X3", 1.0, 3, 10, 19, 8, 12),
    OLD: ("IFC2X_FINAL", 1.0, 2, 7, 13, 5, 11),
    "3rooms_Heater_AirTerminal_Table_with_SB.ifc": ("IFC4", 1.0, 1, 4, 8, 4, 7),
    "b03_heating_with_building_blenderBIM.ifc": ("IFC4", 0.001, 1, 5, 14, 0, 12),
    ELECTRICAL: ("IFC2X3", 0.3048, 3, 1, 0, 0, 0),
    SMALL: ("IFC4", 0.001, 1, 2, 4, 0, 0),
    GBK_LIKE: ("IFC2X3", 0.001, 3, 0, 8, 1, 1),
}


@pytest.fixture(scope="module")
def model(testdata, tmp_path_factory):
    """Read a file as the child does but for the meshes, once: intake, open file, elements."""
    known = {}

    def read(name):
        if name not in known:
            intake = take(testdata / "ifc" / name, tmp_path_factory.mktemp("intake"), ImportOptions())
            file = ifcopenshell.open(str(intake.path), format=".ifc")
            known[name] = (intake, file, collect(file, units(file)["LENGTHUNIT"]))
        return known[name]

    return read


def of(found, group):
    return [element for _, element in sorted(found.elements.items()) if element.group == group]


def test_there_are_fourteen_files(testdata):
    assert set(HEADS) == set(SHA256) == {path.name for path in (testdata / "ifc").glob("*.ifc*")}
    assert len(HEADS) == 14


@pytest.mark.parametrize("name", sorted(HEADS))
def test_schema_unit_and_counts_are_as_known(name, model):
    intake, file, found = model(name)
    schema, unit, storeys, *counts = HEADS[name]
    assert intake.schema_stated == schema
    assert units(file)["LENGTHUNIT"] == pytest.approx(unit)
    assert len(found.storeys) == storeys
    assert [len(of(found, group)) for group in ("space", "wall", "door", "window")] == counts


@pytest.mark.parametrize(
    ("name", "boundaries"), [(OFFICE, 1334), (INSTITUTE, 1175), (BLOCK, 0), ("3rooms_Heater_AirTerminal_Table_with_SB.ifc", 159)]
)
def test_the_space_boundaries_are_counted(name, boundaries, model):
    assert len(by_type(model(name)[1], "IfcRelSpaceBoundary")) == boundaries


def test_the_institute_states_the_volumes_of_its_attic(model):
    spaces = {space.name: space for space in of(model(INSTITUTE)[2], "space")}
    stated = [spaces[name].psets["BaseQuantities"]["GrossVolume"] for name in ("401", "402", "403")]
    assert stated == pytest.approx([162.40, 251.63, 251.63], abs=0.005)


def test_the_house_states_gross_and_net_areas_and_its_true_north(model):
    _, file, elements = model(FZK)
    sets = [space.psets for space in of(elements, "space")]
    found = {
        name: sum(values[name] for known in sets for values in known.values() if name in values)
        for name in ("GrossFloorArea", "NetFloorArea")
    }
    assert found["GrossFloorArea"] == pytest.approx(208.546, abs=5e-4)
    assert found["NetFloorArea"] == pytest.approx(173.342, abs=5e-4)
    place = geo_facts(file, 1.0)
    assert place.true_north == pytest.approx((0.766, 0.643), abs=5e-4)
    assert place.latitude == (49, 6, 1, 566000)


def test_the_duplex_gives_its_storeys_out_of_order_and_its_map_axis(model):
    _, file, found = model(DUPLEX)
    assert [storey.elevation for storey in sorted(found.storeys, key=lambda storey: storey.step)] == pytest.approx(
        [0, 3.1, -1.25, 6], abs=1e-6
    )
    place = geo_facts(file, 1.0)
    assert (place.epset["XAxisAbscissa"], place.epset["XAxisOrdinate"]) == pytest.approx((0.32557, 0.94552), abs=1e-5)
    assert place.epset_crs == "EPSG:9897"
    assert ifcopenshell.util.geolocation.get_helmert_transformation_parameters(file) is None


def test_the_fourth_room_of_the_sample_house_is_its_roof(testdata):
    rooms = imported(testdata / "ifc" / "Ifc4_SampleHouse.ifc").frames["room"]
    upper = rooms.sort_values("elevation").iloc[-1]
    assert "roof" in f"{upper['number']} {upper['name']}".lower()


def test_a_set_without_a_name_breaks_a_naive_reader(model):
    sets = model(JASMIN)[1].by_type("IfcPropertySetDefinition")
    assert any(found.Name is None for found in sets)
    with pytest.raises(TypeError):
        [found.Name + "." for found in sets]


def test_the_german_house_says_it_stands_in_abu_dhabi(testdata):
    place = imported(testdata / "ifc" / JASMIN).georeference
    assert place.lonlat == pytest.approx((54 + 25 / 60, 24 + 28 / 60), abs=1e-6)


def test_the_library_itself_refuses_the_old_schema(testdata):
    with pytest.raises(ifcopenshell.SchemaError):
        ifcopenshell.open(str(testdata / "ifc" / OLD))


def test_the_electrical_model_carries_its_meaning_in_its_types(model):
    found = model(ELECTRICAL)[2]
    flow = of(found, "device")
    assert len(flow) == 99
    counts = {name: sum(element.type_class == name for element in flow) for name in {element.type_class for element in flow}}
    assert counts["IfcOutletType"] == 47
    assert counts["IfcLightFixtureType"] == 28
    assert counts["IfcProtectiveDeviceType"] == 8
    assert counts["IfcElectricApplianceType"] == 7
    assert sum(count for name, count in counts.items() if "Controller" in name) == 3
    assert {element.ifc_class for element in flow if element.type_class in {"IfcOutletType", "IfcLightFixtureType"}} == {
        "IfcFlowTerminal"
    }
    top = max(found.storeys, key=lambda storey: storey.elevation)
    assert [space.storey for space in of(found, "space")] == [top.step]


def test_the_four_distribution_elements_of_the_three_rooms(model):
    assert len(of(model("3rooms_Heater_AirTerminal_Table_with_SB.ifc")[2], "device")) == 4


def test_the_names_in_raw_cp932_come_out_in_japanese(model):
    assert sorted(storey.name for storey in model(GBK_LIKE)[2].storeys) == sorted(["1階 - Story", "2階 - Story", "屋根 - Story"])
