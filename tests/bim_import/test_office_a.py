"""Every number that is known of Office_A, an American office of two storeys drawn in Revit."""

from __future__ import annotations

import pytest

from tests.bim_import.models import OFFICE, SHA256, codes, floors_of, imported, rooms_per_floor


@pytest.fixture(scope="module")
def office(testdata):
    return imported(testdata / "ifc" / OFFICE)


def test_the_file_is_the_known_one(office):
    assert office.source["sha256"].startswith(SHA256[OFFICE])
    assert office.source["file_sha256"] == office.source["sha256"]
    assert office.source["source_id"] == "ifc-3ccc7df480d7"
    assert office.source["schema"] == "IFC2X3"
    assert office.source["unit"] == 1.0


def test_it_has_three_storeys_at_their_elevations(office):
    floors = floors_of(office)
    assert list(floors["name"]) == ["Level 1", "Level 2", "Roof"]
    assert list(floors["number"]) == [1, 2, 3]
    assert floors["elevation"].tolist() == pytest.approx([0, 4.267, 7.925], abs=5e-4)


def test_it_has_99_rooms_none_on_the_roof(office):
    assert rooms_per_floor(office) == [60, 39, 0]
    assert office.report.counts["rooms"] == 99


def test_walls_doors_and_windows_are_counted(office):
    counts = office.report.counts
    assert (counts["walls"], counts["doors"], counts["windows"]) == (487, 102, 69)
    walls = office.frames["wall"]
    assert (walls.loc[walls["wall_class"] == "window", "transparent"]).all()
    assert not (walls.loc[walls["wall_class"] == "wall", "transparent"]).any()


def test_drawn_and_stated_area_stand_side_by_side(office):
    assert office.report.areas["drawn_m2"] == pytest.approx(3427.62, abs=0.005)
    assert office.report.areas["file_m2"] == pytest.approx(3582.008, abs=5e-4)
    rooms = office.frames["room"]
    assert rooms["area_m2"].sum() == pytest.approx(3427.62, abs=0.005)
    assert (rooms["area_m2"] == rooms.geometry.area).all()
    assert set(rooms["area_basis"]) == {"PSet_Revit_Dimensions.Area"}


def test_the_stated_area_is_to_wall_centres_and_says_so_room_by_room(office):
    report = office.report
    assert 1 - report.areas["drawn_m2"] / report.areas["file_m2"] == pytest.approx(0.043, abs=5e-4)
    assert "ifc.areas_differ" in codes(report.findings)
    rooms = office.frames["room"]
    expected = (rooms["area_m2"] - rooms["area_file_m2"]).abs() / rooms["area_file_m2"] > 0.02
    assert {item["room_id"] for item in report.area_differences} == set(rooms.index[expected])


def test_the_door_graph_compares_with_1334_boundaries_as_measured(office):
    assert office.report.read["boundaries"] == 1334
    graph = office.report.door_graph
    assert (graph["boundary_0"], graph["boundary_1"], graph["boundary_2"]) == (9, 6, 87)
    assert (graph["equal"], graph["probe_more"]) == (93, 9)
    assert sum(graph[key] for key in ("equal", "probe_more")) == 102


def test_every_door_joins_a_room_and_87_join_two(office):
    doors = office.frames["door"]
    assert doors["room_a_id"].notna().all()
    assert doors["room_b_id"].notna().sum() == 87
    assert set(doors["room_a_id"]) <= set(office.frames["room"].index)
    assert (doors["room_a_id"] != doors["room_b_id"]).all()


def test_the_two_rooms_without_a_door_are_told(office):
    assert [item["name"] for item in office.report.isolated_rooms] == ["221 OPEN OFFICE", "124 ELEV"]
    assert "ifc.rooms_isolated" in codes(office.report.findings)


def test_six_doors_lead_out_and_all_are_on_the_ground_floor(office):
    doors = office.frames["door"]
    entrances = doors[doors["entrance"]]
    assert len(entrances) == 6
    assert set(entrances["floor_id"]) == {floors_of(office).index[0]}
    outline = floors_of(office).geometry.iloc[0]
    assert entrances.distance(outline.exterior if outline.geom_type == "Polygon" else outline.boundary).max() < 0.6


def test_the_latitude_is_named_as_the_tools_default_and_not_used(office):
    place = office.georeference
    assert (place.method, place.trusted) == ("site_latlon", False)
    assert place.lonlat == pytest.approx((-71.05978, 42.35843), abs=1e-5)
    found = next(finding for finding in office.report.findings if finding.code == "ifc.place_is_default")
    assert "Boston" in str(found.message)
    assert set(office.frames["building"]["georeference"]) == {"none"}


def test_stairs_and_the_lift_lead_to_the_floor_above(office):
    links = office.frames["vertical_link"]
    ground, first, _ = floors_of(office).index
    below = links[links["floor_id"] == ground]
    assert sorted(below["link_class"]) == ["lift", "stair", "stair"]
    assert set(below["up_floor_id"]) == {first}
    numbers = office.frames["room"]["number"]
    assert {(numbers[a], numbers[b]) for a, b in zip(below["room_id"], below["up_room_id"], strict=True)} == {
        ("S101", "S201"),
        ("S102", "S202"),
        ("124", "124"),
    }


def test_rooms_get_their_class_from_omniclass_codes(office):
    rooms = office.frames["room"]
    assert set(rooms.loc[rooms["name"] == "CORRIDOR", "room_class"]) == {"corridor"}
    assert set(rooms.loc[rooms["name"] == "STAIR", "room_class"]) == {"stair"}
    assert set(rooms.loc[rooms["name"] == "OPEN OFFICE", "room_class"]) == {"office"}
    assert set(rooms.loc[rooms["name"].str.contains("CONFERENCE"), "room_class"]) == {"meeting"}
    assert (rooms["room_class"] == "other").sum() == 0


def test_the_31_flow_terminals_get_their_class_from_their_types(office):
    devices = office.frames["device"]
    flow = devices[devices["ifc_class"] == "IfcFlowTerminal"]
    assert len(flow) == 31
    assert flow["device_class"].value_counts().to_dict() == {"sanitary": 28, "lift_machine": 3}


def test_the_footprint_is_the_union_of_the_floors(office):
    building = office.frames["building"].geometry.iloc[0]
    floors = office.frames["floor"].geometry
    assert building.equals_exact(floors.union_all(), 1e-6, normalize=True) or building.symmetric_difference(
        floors.union_all()
    ).area == pytest.approx(0, abs=1e-6)
    rooms = office.frames["room"]
    for key, floor in floors.items():
        assert rooms[rooms["floor_id"] == key].geometry.difference(floor).area.sum() < 0.01


def test_nothing_of_the_file_is_unaccounted_for(office):
    report = office.report
    kept_once = sum(frame["global_id"].dropna().nunique() for frame in office.frames.values())
    rooms_that_are_links = set(office.frames["vertical_link"]["global_id"]) & set(office.frames["room"].index)
    site = 1
    assert kept_once - len(rooms_that_are_links) + sum(item.count for item in report.dropped) + site == report.read["products"]
    assert report.read["instances"] == 62930
