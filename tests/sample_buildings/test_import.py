"""The sample read back by the importer: two programs that know nothing of each other must agree."""

from __future__ import annotations

import pytest
import shapely

from bim_import import import_ifc


@pytest.fixture(scope="session")
def imported(small):
    return [(building, small.names, import_ifc(small.folder / f"{building.spec.key}.ifc")) for building in small.buildings]


def guid(names, building, *path):
    return names.guid(building.spec.key, *path)


def test_nothing_is_found_amiss(imported):
    for _, _, model in imported:
        assert [found.code for found in model.report.findings if found.severity != "info"] == []


def test_counts_and_areas_agree(imported):
    for building, _, model in imported:
        floors = building.floors
        assert model.report.counts["floors"] == len(floors)
        assert model.report.counts["rooms"] == sum(len(floor.rooms) for floor in floors)
        assert model.report.counts["doors"] == sum(len(floor.doors) for floor in floors)
        drawn = sum(room.shape.area for floor in floors for room in floor.rooms)
        assert model.report.areas["drawn_m2"] == pytest.approx(drawn, abs=0.01)
        assert model.report.areas["file_m2"] == pytest.approx(drawn, abs=0.01)


def test_every_room_has_its_outline_number_name_and_class(imported):
    for building, names, model in imported:
        rooms = model.frames["room"].set_index("room_id")
        for floor in building.floors:
            for room in floor.rooms:
                row = rooms.loc[guid(names, building, floor.number, "room", room.cell)]
                assert row.floor_id == guid(names, building, floor.number)
                assert (row.number, row["name"], row.room_class) == (room.number, room.use.zh, room.use.room_class)
                assert shapely.symmetric_difference(row.geometry, room.shape).area < 1e-3
                assert row.height == pytest.approx(floor.clear_height)


def test_every_door_joins_the_rooms_it_was_drawn_between(imported):
    for building, names, model in imported:
        doors = model.frames["door"].set_index("door_id")
        for floor in building.floors:
            for door in floor.doors:
                row = doors.loc[guid(names, building, floor.number, "door", door.name)]
                joined = {room for room in (row.room_a_id, row.room_b_id) if room}
                assert joined == {guid(names, building, floor.number, "room", cell) for cell in door.rooms if cell}
                assert row.entrance == (not door.rooms[1])
                assert (row.width, row.height) == (pytest.approx(door.width), pytest.approx(door.height))
                assert row.depth == pytest.approx(door.thickness)
                assert row.geometry.centroid.distance(shapely.points(door.centre)) < 0.01


def test_buildings_are_trusted_to_stand_where_they_were_put(imported):
    for building, _, model in imported:
        place = model.georeference
        assert (place.method, place.trusted, place.crs) == ("map_conversion", True, "EPSG:4544")
        assert (place.e, place.n) == pytest.approx(building.origin, abs=1e-6)
        assert place.z == building.elevation
        assert (place.rotation_deg - building.turn) % 360.0 == pytest.approx(
            0.0, abs=1e-6
        ) or place.rotation_deg == pytest.approx(building.turn)


def test_stairs_and_lifts_lead_up_to_the_next_floor(imported):
    for building, names, model in imported:
        links = model.frames["vertical_link"]
        for below, above in zip(building.floors, building.floors[1:], strict=False):
            here = links[links.floor_id == guid(names, building, below.number)]
            for kind in ("stair", "lift"):
                rooms = {room.cell for room in below.rooms if room.use.key == kind}
                found = here[here.link_class == kind]
                assert set(found.room_id) == {guid(names, building, below.number, "room", cell) for cell in rooms}
                assert set(found.up_room_id) == {guid(names, building, above.number, "room", cell) for cell in rooms}
