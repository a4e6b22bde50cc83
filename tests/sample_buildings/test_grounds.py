from __future__ import annotations

import math
from itertools import product

import networkx as nx
import numpy as np
import pytest
import shapely

from twin.model.tables import TABLES

WRITTEN = (
    "site", "cell", "camera", "parking", "charger", "gate", "meter", "road", "turn_ban",
    "department", "post", "occupancy", "vehicle",
)  # fmt: skip


def ifc_keys(sample):
    """Give the keys of buildings, floors and rooms that the IFC files carry, with the storeys and rooms they stand for."""
    made = sample.names
    found = {"building": {}, "floor": {}, "room": {}}
    for building in sample.buildings:
        key = building.spec.key
        found["building"][made.guid(key, "building")] = building
        for floor in building.floors:
            found["floor"][made.guid(key, floor.number)] = (building, floor)
            for room in floor.rooms:
                found["room"][made.guid(key, floor.number, "room", room.cell)] = (building, floor, room)
    return found


def footprints(sample):
    return shapely.union_all([building.place(building.footprint) for building in sample.buildings])


def test_the_keys_reckoned_here_stand_in_the_files(sample):
    keys = ifc_keys(sample)
    text = "".join(path.read_text(encoding="ascii") for path in sample.ifc)
    for table in keys.values():
        assert all(f"'{key}'" in text for key in list(table)[:50])


@pytest.mark.parametrize("name", WRITTEN)
def test_columns_are_those_of_the_model_and_values_are_allowed(sample, name):
    table, frame = TABLES[name], sample.table(name)
    assert [column for column in frame.columns if column != "geometry"] == list(table.names)
    assert frame[table.key].is_unique
    for column in table.columns:
        values = [
            value
            for value in frame[column.name]
            if value is not None and not (isinstance(value, float) and math.isnan(value)) and value != ""
        ]
        assert not column.required or len(values) == len(frame)
        assert not column.allowed or set(values) <= set(column.allowed)
        if column.kind in {"float", "int"}:
            numbers = np.array(values, dtype=float)
            assert column.low is None or (numbers >= column.low).all()
            assert column.high is None or (numbers <= column.high).all()


@pytest.mark.parametrize("name", WRITTEN)
def test_every_key_refers_to_a_row(sample, name):
    keys = {table: set(found) for table, found in ifc_keys(sample).items()}
    for column in TABLES[name].columns:
        if column.refers:
            known = keys[column.refers] if column.refers in keys else set(sample.table(column.refers)[f"{column.refers}_id"])
            said = {value for value in sample.table(name)[column.name] if value}
            assert said <= known


def test_twelve_cells_tile_the_grounds(sample):
    cells, (site,) = sample.table("cell").geometry, sample.table("site").geometry
    assert len(cells) == 12
    assert shapely.union_all(cells.to_numpy()).symmetric_difference(site).area < 1e-3
    assert sum(cells.area) == pytest.approx(site.area, abs=1e-3)
    assert set(sample.table("cell").guard_class) == {"special", "key", "basic"}


def test_the_grounds_lie_near_chengdu_and_hold_all_buildings(sample):
    (site,) = sample.table("site").geometry
    (globe,) = sample.table("site").to_crs(4326).geometry
    assert globe.centroid.distance(shapely.points(104.06, 30.60)) < 0.01
    assert site.buffer(-5.0).covers(footprints(sample))


def test_cameras_stand_in_a_room_of_their_floor_or_outdoors(sample):
    keys, outdoors, (site,) = ifc_keys(sample), footprints(sample), sample.table("site").geometry
    for camera in sample.table("camera").itertuples():
        if camera.floor_id is None:
            assert camera.building_id is None
            assert outdoors.distance(camera.geometry) > 0.09
            assert site.covers(camera.geometry)
            assert 3.5 <= camera.z - sample.plan.frame["ground"] <= 6.0
            continue
        building, floor = keys["floor"][camera.floor_id]
        assert keys["building"][camera.building_id] is building
        rooms = [room for room in floor.rooms if building.place(room.shape).covers(camera.geometry)]
        assert len(rooms) == 1
        assert min(building.place(wall.body).distance(camera.geometry) for wall in floor.walls) > 0.09
        above = camera.z - building.elevation - floor.elevation
        assert 2.5 <= above < floor.clear_height


def test_a_corridor_camera_looks_down_its_corridor(sample):
    keys = ifc_keys(sample)
    cameras = sample.table("camera")
    ends = cameras[cameras.name.str.contains("走廊")]
    assert len(ends) >= len(sample.buildings)
    for camera in ends.itertuples():
        building, floor = keys["floor"][camera.floor_id]
        room = next(room for room in floor.rooms if building.place(room.shape).covers(camera.geometry))
        assert room.use.key == "corridor"
        way = math.radians(90.0 - camera.heading_deg)
        ahead = shapely.linestrings(
            [(camera.geometry.x + step * math.cos(way), camera.geometry.y + step * math.sin(way)) for step in (0.01, 4.5)]
        )
        assert building.place(room.shape).covers(ahead)


def test_cameras_have_codes_of_20_digits_of_their_own(sample):
    codes = sample.table("camera").national_code
    assert codes.is_unique
    assert codes.str.fullmatch(r"\d{8}02132\d{7}").all()


def test_chargers_stand_on_their_car_park(sample):
    parking = sample.table("parking").set_index("parking_id").geometry
    for charger in sample.table("charger").itertuples():
        assert parking[charger.parking_id].covers(charger.geometry)


def test_car_parks_stand_on_the_grounds_clear_of_buildings_cells_and_each_other(sample):
    parking = sample.table("parking")
    surface = parking[parking.parking_class == "surface"].geometry
    assert all(footprints(sample).distance(lot) > 2.0 for lot in surface)
    assert all(road.distance(lot) > 1.5 for lot, road in product(surface, sample.table("road").geometry))
    assert shapely.union_all(surface.to_numpy()).area == pytest.approx(surface.area.sum())


def test_gates_stand_on_the_fence(sample):
    (site,) = sample.table("site").geometry
    assert sample.table("gate").distance(site.exterior if site.geom_type == "Polygon" else site.boundary).max() < 1e-3


def test_meters_form_one_tree_for_each_medium_and_hang_in_their_rooms(sample):
    keys, meters = ifc_keys(sample), sample.table("meter")
    for _, group in meters.groupby("medium"):
        tree = nx.DiGraph((meter.parent_id, meter.meter_id) for meter in group.itertuples() if meter.parent_id)
        assert nx.is_arborescence(tree)
        assert set(tree) == set(group.meter_id)
    for meter in meters.itertuples():
        building, floor, room = keys["room"][meter.room_id]
        assert building.place(room.shape).covers(meter.geometry)
        assert keys["floor"][meter.floor_id] == (building, floor)


def graph_of(sample):
    graph = nx.MultiDiGraph()
    for road in sample.table("road").itertuples():
        graph.add_edge(road.from_node, road.to_node, key=road.road_id)
        if not road.oneway:
            graph.add_edge(road.to_node, road.from_node, key=road.road_id)
    return graph


def test_roads_that_share_a_node_meet_there(sample):
    places = {}
    for road in sample.table("road").itertuples():
        for node, at in ((road.from_node, road.geometry.coords[0]), (road.to_node, road.geometry.coords[-1])):
            assert math.dist(places.setdefault(node, at), at) < 1e-3


def test_from_every_road_every_other_can_be_reached_in_spite_of_one_ways_and_banned_turns(sample):
    graph = graph_of(sample)
    assert nx.is_strongly_connected(graph)
    bans = {(ban.from_road_id, ban.via_node, ban.to_road_id) for ban in sample.table("turn_ban").itertuples()}
    turns = nx.DiGraph()
    for start, node, road in graph.edges(keys=True):
        turns.add_node((start, node, road))
        ahead = [(node, end, other) for _, end, other in graph.out_edges(node, keys=True)]
        onward = [way for way in ahead if way[2] != road] or ahead
        turns.add_edges_from(((start, node, road), way) for way in onward if (road, node, way[2]) not in bans)
    assert nx.is_strongly_connected(turns)
    assert len(bans) == len(sample.table("turn_ban"))
    assert sample.table("road").oneway.any()


def test_every_banned_turn_joins_two_roads_at_its_node(sample):
    graph = graph_of(sample)
    for ban in sample.table("turn_ban").itertuples():
        assert any(end == ban.via_node for _, end, road in graph.edges(keys=True) if road == ban.from_road_id)
        assert any(start == ban.via_node for start, _, road in graph.edges(keys=True) if road == ban.to_road_id)


def test_no_road_runs_through_a_building(sample):
    blocked = footprints(sample)
    assert not sample.table("road").intersects(blocked).any()


def test_vehicles_fit_where_they_park(sample):
    parking = sample.table("parking").set_index("parking_id").parking_class
    vehicles = sample.table("vehicle")
    for vehicle in vehicles.itertuples():
        assert parking[vehicle.parking_id] == "surface" or float(vehicle.height) <= 2.2
        assert (vehicle.energy == "electric") <= bool(vehicle.battery_kwh)
    assert (vehicles.energy == "electric").mean() >= 0.3


def test_counts_are_those_of_the_plan(small, district):
    for sample, cameras, departments in ((small, 42, 8), (district, 300, 85)):
        assert len(sample.table("camera")) == cameras
        assert len(sample.table("department")) == departments == sample.table("department").name.nunique()
        assert len(sample.table("vehicle")) == sample.plan.vehicles
