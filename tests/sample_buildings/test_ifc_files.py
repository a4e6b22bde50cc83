from __future__ import annotations

import math
import warnings
from dataclasses import replace

import ifcopenshell
import ifcopenshell.geom
import ifcopenshell.validate
import numpy as np
import pytest
import shapely

from sample_buildings.building import draw_buildings
from sample_buildings.ifc_building import Ground, write_building
from sample_buildings.plans import Spec


@pytest.fixture(scope="session")
def models(small):
    return {path.stem: ifcopenshell.open(path) for path in small.ifc}


def stated(space):
    (relation,) = space.IsDefinedBy
    holder = relation.RelatingPropertyDefinition
    assert holder.Name == "Qto_SpaceBaseQuantities"
    return {quantity.Name: quantity[3] for quantity in holder.Quantities}


def bodies(model, kind):
    """Give vertices and triangles of every element of a class, in the file's metres."""
    settings = ifcopenshell.geom.settings()
    settings.set("use-world-coords", True)  # noqa: FBT003 - the library's own signature
    iterator = ifcopenshell.geom.iterator(settings, model, 1, include=model.by_type(kind), geometry_library="manifold")
    assert iterator.initialize()
    found = {}
    while True:
        shape = iterator.get()
        points = np.array(shape.geometry.verts).reshape(-1, 3)
        found[shape.guid] = (points, np.array(shape.geometry.faces).reshape(-1, 3))
        if not iterator.next():
            return found


def test_the_validator_finds_nothing(models):
    for model in models.values():
        logger = ifcopenshell.validate.json_logger()
        ifcopenshell.validate.validate(model, logger)
        assert logger.statements == []


def test_the_schemas_own_rules_hold(small, tmp_path):
    spec = Spec("tiny", "小楼", "bar", 8, 1, "logistics", (0.0, 0.0), basements=1, stairs=(2, 7))
    (building,) = draw_buildings(replace(small.plan, building=(spec,)), 1)
    write_building(building, small.names, Ground("院区", 104.06, 30.6), tmp_path / "tiny.ifc")
    logger = ifcopenshell.validate.json_logger()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the library leaves its file of rules open
        ifcopenshell.validate.validate(ifcopenshell.open(tmp_path / "tiny.ifc"), logger, express_rules=True)
    assert logger.statements == []


def test_the_validator_would_have_found_a_fault(small):
    model = ifcopenshell.open(small.ifc[0])
    model.by_type("IfcSpace")[0].GlobalId = model.by_type("IfcWall")[0].GlobalId
    model.by_type("IfcMapConversion")[0].Eastings = None
    logger = ifcopenshell.validate.json_logger()
    ifcopenshell.validate.validate(model, logger)
    assert logger.statements


def test_stated_areas_are_those_drawn(small, models):
    for building in small.buildings:
        model = models[building.spec.key]
        drawn = {room.number: room.shape.area for floor in building.floors for room in floor.rooms}
        assert {space.Name for space in model.by_type("IfcSpace")} == drawn.keys()
        for space in model.by_type("IfcSpace"):
            assert stated(space)["NetFloorArea"] == pytest.approx(drawn[space.Name], abs=1e-4)


def test_bodies_of_rooms_have_the_stated_area_and_height(models):
    for model in models.values():
        for guid, (points, faces) in bodies(model, "IfcSpace").items():
            corners = points[faces]
            normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
            floor = -normals[normals[:, 2] < 0, 2].sum() / 2
            said = stated(model.by_guid(guid))
            assert floor == pytest.approx(said["NetFloorArea"], abs=1e-3)
            assert np.ptp(points[:, 2]) == pytest.approx(said["Height"])


def test_every_door_fills_an_opening_of_its_size_and_bounds_one_or_two_rooms(models):
    for model in models.values():
        for door in model.by_type("IfcDoor"):
            (fill,) = door.FillsVoids
            (void,) = fill.RelatingOpeningElement.VoidsElements
            assert void.RelatingBuildingElement.is_a("IfcWall")
            assert len(door.ProvidesBoundaries) in (1, 2)
        for guid, (points, _) in bodies(model, "IfcDoor").items():
            door = model.by_guid(guid)
            sizes = np.ptp(points, axis=0)
            assert max(sizes[:2]) == pytest.approx(door.OverallWidth)
            assert sizes[2] == pytest.approx(door.OverallHeight)


def test_walls_stand_where_they_are_drawn(small, models):
    for building in small.buildings:
        model = models[building.spec.key]
        boxes = sorted(
            (round(floor.elevation, 3), *(round(value, 3) + 0.0 for value in wall.body.bounds))
            for floor in building.floors
            for wall in floor.walls
        )
        found = sorted(
            (round(points[:, 2].min(), 3), *(round(value, 3) + 0.0 for value in (*points[:, :2].min(0), *points[:, :2].max(0))))
            for points, _ in bodies(model, "IfcWall").values()
        )
        assert np.allclose(found, boxes, atol=2e-3)


def test_stairs_climb_one_storey_inside_their_room(small, models):
    for building in small.buildings:
        model = models[building.spec.key]
        rooms = [(floor, room) for floor in building.floors[:-1] for room in floor.rooms if room.use.key == "stair"]
        stairs = bodies(model, "IfcStair")
        assert len(stairs) == len(rooms)
        for points, _ in stairs.values():
            low, high = points.min(axis=0), points.max(axis=0)
            inside = [
                floor
                for floor, room in rooms
                if abs(floor.elevation - low[2]) < 1e-6 and room.shape.buffer(1e-3).covers(shapely.box(*low[:2], *high[:2]))
            ]
            assert len(inside) == 1
            assert high[2] - low[2] == pytest.approx(inside[0].height, abs=1e-6)


def test_the_map_conversion_puts_the_building_where_the_tables_have_it(small, models):
    garage = small.table("parking").set_index("parking_class").loc["underground"].geometry
    for building in small.buildings:
        model = models[building.spec.key]
        (conversion,) = model.by_type("IfcMapConversion")
        assert conversion.TargetCRS.Name == "EPSG:4544"
        turn = math.atan2(conversion.XAxisOrdinate, conversion.XAxisAbscissa)
        assert conversion.OrthogonalHeight == building.elevation
        for room in building.floors[0].rooms:
            if room.use.key == "garage":
                turned = shapely.transform(
                    room.shape,
                    lambda xy, turn=turn, at=conversion: np.column_stack(
                        [
                            at.Eastings + xy[:, 0] * math.cos(turn) - xy[:, 1] * math.sin(turn),
                            at.Northings + xy[:, 0] * math.sin(turn) + xy[:, 1] * math.cos(turn),
                        ]
                    ),
                )
                assert shapely.hausdorff_distance(turned, garage) < 1e-3


def test_storeys_state_their_elevation_and_hold_their_elements(small, models):
    for building in small.buildings:
        storeys = models[building.spec.key].by_type("IfcBuildingStorey")
        assert [storey.Elevation for storey in storeys] == [floor.elevation for floor in building.floors]
        for storey, floor in zip(storeys, building.floors, strict=True):
            held = [element for relation in storey.ContainsElements for element in relation.RelatedElements]
            assert sum(element.is_a("IfcWall") for element in held) == len(floor.walls)
            assert sum(element.is_a("IfcDoor") for element in held) == len(floor.doors)
            assert sum(element.is_a("IfcWindow") for element in held) == len(floor.windows)


def test_each_building_has_lifts_a_meter_and_an_exit_by_the_property_sets(models):
    for model in models.values():
        assert all(lift.PredefinedType == "ELEVATOR" for lift in model.by_type("IfcTransportElement"))
        assert model.by_type("IfcTransportElement")
        assert any(meter.PredefinedType == "ENERGYMETER" for meter in model.by_type("IfcFlowMeter"))
        sets = [relation.RelatingPropertyDefinition for relation in model.by_type("IfcRelDefinesByProperties")]
        doors = [held for held in sets if held.Name == "Pset_DoorCommon"]
        values = [{value.Name: value.NominalValue.wrappedValue for value in held.HasProperties} for held in doors]
        assert any(value["IsExternal"] and value["FireExit"] for value in values)


def test_the_header_names_no_time_and_no_library(small):
    for path in small.ifc:
        head = path.read_text(encoding="ascii").split("DATA;")[0]
        assert "2026-01-01T08:00:00" in head
        assert "IfcOpenShell" not in head
