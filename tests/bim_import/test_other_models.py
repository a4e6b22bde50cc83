"""What is known of the other twelve real files: each ends in the right verdict with the right numbers."""

from __future__ import annotations

import hashlib

import pytest

from bim_import import ImportOptions, import_ifc
from tests.bim_import.models import BLOCK, SHA256, SMALL, codes, floors_of, imported, rooms_per_floor
from twin.model.errors import ImportRefused

FACTS = {
    # file: elevations, rooms per floor, (walls, doors, windows), drawn m², stated m²
    "AC20-FZK-Haus.ifc": ([0, 2.7], [6, 1], (13, 5, 11), 208.55, 173.342),
    "Duplex_A_20110907_georeferenced.ifc": ([-1.25, 0, 3.1, 6], [0, 10, 10, 1], (57, 14, 24), 375.75, 422.047),
    "Ifc4_SampleHouse.ifc": ([0, 2.5], [3, 1], (5, 3, 4), 152.571, 152.571),
    BLOCK: ([0, 4], [8, 0], (18, 18, 42), 299.48, 299.48),
    "AC90R1-Jasmin-Sun-105-2x3.ifc": ([-2.9, 0, 2.9], [3, 4, 3], (19, 8, 12), 159.85, 140.779),
    "ADT-FZK-Haus-2005-2006.ifc": ([0, 2.5], [6, 1], (13, 5, 11), 208.55, 0),
    "3rooms_Heater_AirTerminal_Table_with_SB.ifc": ([0], [4], (8, 4, 7), 101.62, 101.62),
    "b03_heating_with_building_blenderBIM.ifc": ([0], [5], (14, 0, 12), 240.58, 0),
    "Duplex_Electrical.ifc": ([0, 3.1, 6], [0, 0, 1], (0, 0, 0), 145.722, 145.722),
    SMALL: ([0], [2], (4, 0, 0), 24.58, 24.58),
}


@pytest.mark.parametrize("name", sorted(SHA256))
def test_the_file_is_the_known_one(name, testdata):
    assert hashlib.sha256((testdata / "ifc" / name).read_bytes()).hexdigest().startswith(SHA256[name])


@pytest.mark.parametrize("name", sorted(FACTS))
def test_storeys_rooms_panels_and_areas_are_as_measured(name, testdata):
    elevations, per_floor, panels, drawn, stated = FACTS[name]
    model = imported(testdata / "ifc" / name)
    floors = floors_of(model)
    assert floors["elevation"].tolist() == pytest.approx(elevations, abs=1e-6)
    assert rooms_per_floor(model) == per_floor
    counts = model.report.counts
    assert (counts["walls"], counts["doors"], counts["windows"]) == panels
    assert model.report.areas["drawn_m2"] == pytest.approx(drawn, abs=0.006)
    assert model.report.areas["file_m2"] == pytest.approx(stated, abs=0.006)
    assert not [finding for finding in model.report.findings if finding.severity == "error"]


def test_the_gallery_under_the_slope_keeps_both_areas(testdata):
    rooms = imported(testdata / "ifc" / "AC20-FZK-Haus.ifc").frames["room"]
    gallery = rooms[rooms["number"] == "7"].iloc[0]
    assert gallery["area_m2"] == pytest.approx(107.16, abs=0.005)
    assert gallery["area_file_m2"] == pytest.approx(74.51, abs=0.005)


def test_true_north_turns_the_house_with_a_real_latitude_by_fifty_degrees(testdata):
    place = imported(testdata / "ifc" / "AC20-FZK-Haus.ifc").georeference
    assert (place.method, place.trusted) == ("site_latlon", False)
    assert place.rotation_deg == pytest.approx(50, abs=1e-6)
    assert place.lonlat == pytest.approx((8 + 26 / 60 + 11.5404 / 3600, 49 + 6 / 60 + 1.566 / 3600))
    assert place.notes == ()


def test_the_duplex_is_placed_by_the_property_set_on_its_site(testdata):
    model = imported(testdata / "ifc" / "Duplex_A_20110907_georeferenced.ifc")
    place = model.georeference
    assert (place.method, place.trusted, place.crs) == ("epset_map_conversion", True, "EPSG:9897")
    assert (place.e, place.n, place.z) == pytest.approx((76670, 77179, 293.70), abs=0.001)
    assert place.rotation_deg == pytest.approx(71, abs=1e-4)
    assert place.lonlat == pytest.approx((6.12, 49.63), abs=0.01)
    assert set(model.frames["building"]["georeference"]) == {"epset_map_conversion"}


def test_the_duplex_lists_its_storeys_out_of_order_and_says_so(testdata):
    model = imported(testdata / "ifc" / "Duplex_A_20110907_georeferenced.ifc")
    assert "ifc.storeys_sorted" in codes(model.report.findings)
    assert floors_of(model)["number"].tolist() == [-1, 1, 2, 3]


def test_the_duplexs_false_boundary_is_told_and_not_believed(testdata):
    model = imported(testdata / "ifc" / "Duplex_A_20110907_georeferenced.ifc")
    assert model.report.door_graph == {"boundary_1": 4, "boundary_2": 9, "boundary_3": 1, "boundary_more": 1, "equal": 13}
    told = [finding for finding in model.report.findings if finding.code == "ifc.door_disagrees"]
    assert len(told) == 1
    door = model.frames["door"].loc[told[0].row]
    names = model.frames["room"]["name"]
    assert {names[door["room_a_id"]], names[door["room_b_id"]]} == {"Bathroom 2", "Utility"}
    assert len(model.report.isolated_rooms) == 5


def test_an_unnamed_property_set_is_read_as_a_set_called_question_mark(testdata):
    rooms = imported(testdata / "ifc" / "AC90R1-Jasmin-Sun-105-2x3.ifc").frames["room"]
    assert set(rooms["area_basis"]) == {"?.horizontal area"}


def test_the_german_house_in_abu_dhabi_is_a_tools_default(testdata):
    model = imported(testdata / "ifc" / "AC90R1-Jasmin-Sun-105-2x3.ifc")
    assert "ifc.place_is_default" in codes(model.report.findings)
    assert "Abu Dhabi" in model.georeference.notes[0]


def test_a_file_of_ifc2x_final_is_read_as_ifc2x3_with_a_warning(testdata):
    model = imported(testdata / "ifc" / "ADT-FZK-Haus-2005-2006.ifc")
    assert (model.source["schema_stated"], model.source["schema"]) == ("IFC2X_FINAL", "IFC2X3")
    found = next(finding for finding in model.report.findings if finding.code == "ifc.schema_repaired")
    assert found.severity == "warning"
    assert found in model.report.repaired
    doors = model.frames["door"]
    assert doors["room_b_id"].notna().sum() == 3
    assert doors["entrance"].sum() == 2


def test_a_storey_without_elevation_takes_its_placement(testdata):
    model = imported(testdata / "ifc" / "3rooms_Heater_AirTerminal_Table_with_SB.ifc")
    assert "ifc.elevation_missing" in codes(model.report.findings)
    assert model.report.read["boundaries"] == 159
    devices = model.frames["device"]
    assert devices.loc[devices["device_class"] != "furniture", "ifc_class"].value_counts().to_dict() == {
        "IfcAirTerminal": 2,
        "IfcSpaceHeater": 2,
    }
    assert devices["room_id"].notna().all()


def test_seven_overlapping_pairs_of_rooms_are_told_and_all_are_kept(testdata):
    model = imported(testdata / "ifc" / "b03_heating_with_building_blenderBIM.ifc")
    assert codes(model.report.findings).count("ifc.rooms_overlap") == 7
    assert len(model.report.overlaps) == 7
    assert len(model.frames["room"]) == 5


def test_the_220_distribution_elements_of_a_heating_model_have_classes(testdata):
    devices = imported(testdata / "ifc" / "b03_heating_with_building_blenderBIM.ifc").frames["device"]
    assert devices["ifc_class"].value_counts().to_dict() == {
        "IfcPipeSegment": 100,
        "IfcPipeFitting": 97,
        "IfcValve": 11,
        "IfcSpaceHeater": 7,
        "IfcPump": 4,
        "IfcBoiler": 1,
    }
    assert devices["device_class"].value_counts().to_dict() == {"pipe": 197, "valve": 11, "hvac": 8, "pump": 4}


def test_an_electrical_model_in_feet_comes_out_in_metres_and_its_types_carry_the_meaning(testdata):
    model = imported(testdata / "ifc" / "Duplex_Electrical.ifc")
    assert model.source["unit"] == 0.3048
    devices = model.frames["device"]
    flow = devices[devices["ifc_class"] != "IfcBuildingElementProxy"]
    assert len(flow) == 99
    by_class = flow["device_class"].value_counts()
    assert (by_class["outlet"], by_class["lighting"]) == (47, 28)
    smoke = devices["name"].str.contains("Smoke Detector")
    assert set(devices.loc[smoke, "device_class"]) == {"fire"}
    assert devices.loc[devices["ifc_class"] == "IfcBuildingElementProxy", "device_class"].unique().tolist() == ["outlet"]
    assert devices.geometry.x.between(-5, 25).all()


def test_a_map_conversion_in_millimetres_is_not_a_thousand_times_too_far(testdata):
    model = imported(testdata / "ifc" / SMALL)
    place = model.georeference
    assert (place.method, place.trusted, place.crs) == ("map_conversion", True, "EPSG:32760")
    assert (place.e, place.n, place.z) == pytest.approx((729013.348830, 9063992.684697, 1.3), abs=1e-6)
    assert place.rotation_deg == pytest.approx(60)
    assert place.scale == pytest.approx(1)
    assert "ifc.map_unit" in codes(model.report.findings)
    assert set(model.frames["room"]["area_basis"]) == {"Pset_SpaceCommon.NetPlannedArea"}


def test_a_model_without_rooms_is_refused_by_name_of_its_storeys_in_the_right_script(testdata):
    with pytest.raises(ImportRefused) as caught:
        import_ifc(testdata / "ifc" / "jp_vectorworks_sjis.ifc", ImportOptions(glb=False))
    assert caught.value.code == "ifc.no_rooms"
    for name in ("1階 - Story", "2階 - Story", "屋根 - Story"):
        assert name in caught.value.text.zh
        assert name in caught.value.text.en
    repair = next(finding for finding in caught.value.findings if finding.code == "ifc.text_repaired")
    assert repair.values["encoding"] == "cp932"


@pytest.mark.parametrize("name", ["Ifc4_SampleHouse.ifc", BLOCK])
def test_a_city_that_the_tool_filled_in_is_not_believed(name, testdata):
    assert "ifc.place_is_default" in codes(imported(testdata / "ifc" / name).report.findings)


def test_a_curtain_wall_is_one_panel_that_one_sees_through(testdata):
    walls = imported(testdata / "ifc" / "Ifc4_SampleHouse.ifc").frames["wall"]
    curtains = walls[walls["wall_class"] == "curtain"]
    assert len(curtains) == 2
    assert curtains["transparent"].all()
    assert (curtains.geometry.area > 0).all()


def test_walls_that_pass_through_storeys_stand_on_each(testdata):
    walls = imported(testdata / "ifc" / "Duplex_A_20110907_georeferenced.ifc").frames["wall"]
    again = walls[walls.index.str.contains("@")]
    assert len(again) > 0
    assert set(again["global_id"]) <= set(walls.index)
    floors = imported(testdata / "ifc" / "Duplex_A_20110907_georeferenced.ifc").frames["floor"]["elevation"]
    eye = again["floor_id"].map(floors) + 1.1
    assert ((again["z_low"] <= eye) & (eye <= again["z_high"])).all()


def test_volumes_in_another_unit_are_told_as_that_and_not_room_by_room(testdata):
    model = imported(testdata / "ifc" / BLOCK)
    told = [finding for finding in model.report.findings if finding.code.startswith("ifc.volumes")]
    assert [(finding.code, finding.values["factor"]) for finding in told] == [("ifc.volumes_unit", "1000")]
    assert len(model.report.volume_differences) == 8


def test_a_model_of_devices_alone_looks_like_one_disciplines(testdata):
    assert "ifc.one_discipline" in codes(imported(testdata / "ifc" / "Duplex_Electrical.ifc").report.findings)
    for name in ("b03_heating_with_building_blenderBIM.ifc", SMALL):
        assert "ifc.one_discipline" not in codes(imported(testdata / "ifc" / name).report.findings)


def test_areas_of_every_rule_stand_side_by_side(testdata):
    bases = {entry["basis"]: entry for entry in imported(testdata / "ifc" / "AC20-FZK-Haus.ifc").report.area_bases}
    gross, net = (bases[f"BaseQuantities.{name}FloorArea"] for name in ("Gross", "Net"))
    assert (gross["file_m2"], net["file_m2"]) == pytest.approx((208.546, 173.342), abs=5e-4)
    assert gross["drawn_m2"] == net["drawn_m2"] == pytest.approx(208.55, abs=0.006)
    assert (gross["rooms"], net["rooms"], net["taken"], gross["taken"]) == (7, 7, True, False)


def test_floors_are_counted_from_the_top_down(testdata):
    floors = imported(testdata / "ifc" / "Duplex_A_20110907_georeferenced.ifc").report.floors
    assert [(floor["number"], floor["rooms"]) for floor in floors] == [(3, 1), (2, 10), (1, 10), (-1, 0)]
    assert sum(floor["drawn_m2"] for floor in floors) == pytest.approx(375.75, abs=0.006)


def test_rooms_without_a_use_are_listed(testdata):
    assert len(imported(testdata / "ifc" / BLOCK).report.unclassed_rooms) == 8
