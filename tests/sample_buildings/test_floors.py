from __future__ import annotations

import networkx as nx
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from sample_buildings.building import draw_buildings
from sample_buildings.cells import tile
from sample_buildings.doors import set_doors
from sample_buildings.openings import Storey
from sample_buildings.plans import Spec, read_plan
from sample_buildings.program import programme
from sample_buildings.walls import build_walls, clear_shapes

TINY = 1e-6


def storeys(sample):
    return [(building, floor) for building in sample.buildings for floor in building.floors]


def line(door):
    x, y = door.centre
    half = door.width / 2
    ends = [(x, y - half), (x, y + half)] if door.upright else [(x - half, y), (x + half, y)]
    return shapely.linestrings(ends)


def test_rooms_walls_and_columns_fill_the_footprint_once(sample):
    for building, floor in storeys(sample):
        parts = [room.shape for room in floor.rooms] + [wall.body for wall in floor.walls] + list(floor.columns)
        assert sum(part.area for part in parts) == pytest.approx(building.footprint.area, abs=TINY)
        assert shapely.union_all(parts).symmetric_difference(building.footprint).area < TINY


def test_every_room_is_one_valid_polygon_with_right_angles(sample):
    for _, floor in storeys(sample):
        for room in floor.rooms:
            assert room.shape.geom_type == "Polygon"
            assert room.shape.is_valid
            corners = shapely.get_coordinates(room.shape.exterior)
            steps = corners[1:] - corners[:-1]
            assert ((steps == 0).sum(axis=1) == 1).all()


def test_every_wall_is_a_rectangle_of_a_built_thickness(sample):
    for _, floor in storeys(sample):
        for wall in floor.walls:
            x0, y0, x1, y1 = wall.body.bounds
            assert wall.body.area == pytest.approx((x1 - x0) * (y1 - y0))
            assert (x1 - x0 if wall.upright else y1 - y0) == pytest.approx(wall.thickness)
            assert wall.thickness in ((0.3,) if wall.external else (0.1, 0.2))


def test_a_door_touches_the_rooms_it_joins_and_no_other(sample):
    for _, floor in storeys(sample):
        rooms = {room.cell: room.shape for room in floor.rooms}
        walls = {wall.name: wall for wall in floor.walls}
        for door in floor.doors:
            gap = line(door).buffer(door.thickness / 2 + 0.05, cap_style="flat")
            touched = {cell for cell, shape in rooms.items() if shape.intersection(gap).area > 1e-4}
            assert touched == {cell for cell in door.rooms if cell}
            assert walls[door.wall].body.buffer(TINY).covers(line(door).buffer(door.thickness / 2, cap_style="flat"))


def test_openings_of_one_wall_do_not_meet(sample):
    for _, floor in storeys(sample):
        openings = [*floor.doors, *floor.windows]
        for place, one in enumerate(openings):
            assert not any(one.meets(other) for other in openings[place + 1 :])


def test_every_office_has_daylight(sample):
    for _, floor in storeys(sample):
        lit = {window.rooms[0] for window in floor.windows}
        assert {room.cell for room in floor.rooms if room.use.room_class == "office"} <= lit


def test_from_every_room_there_is_a_way_out(sample):
    for building in sample.buildings:
        graph = nx.Graph()
        for floor in building.floors:
            graph.add_nodes_from((floor.number, room.cell) for room in floor.rooms)
            for door in floor.doors:
                graph.add_edge(*((floor.number, cell) if cell else "outdoors" for cell in door.rooms))
        for below, above in zip(building.floors, building.floors[1:], strict=False):
            for room in below.rooms:
                if room.use.key in {"stair", "lift"}:
                    assert (above.number, room.cell) in graph
                    graph.add_edge((below.number, room.cell), (above.number, room.cell))
        assert nx.is_connected(graph)


def test_from_every_storey_two_stairs_lead_down(sample):
    for _, floor in storeys(sample):
        assert sum(room.use.key == "stair" for room in floor.rooms) >= 2


def test_stairs_and_lifts_stand_one_above_the_other(sample):
    for building in sample.buildings:
        stacks = [
            {room.cell: room.shape for room in floor.rooms if room.use.key in {"stair", "lift"}} for floor in building.floors
        ]
        for stack in stacks[1:]:
            assert stack.keys() == stacks[0].keys()
            for cell, shape in stack.items():
                assert shape.intersection(stacks[0][cell]).area > 0.95 * shape.area


def test_door_numbers_are_unique_in_a_building(sample):
    for building in sample.buildings:
        numbers = [room.number for floor in building.floors for room in floor.rooms]
        assert len(set(numbers)) == len(numbers)


def test_heads_and_deputies_rooms_keep_within_the_standard(sample):
    ceilings = {"chief": 24.0, "deputy": 18.0}
    found = [room for _, floor in storeys(sample) for room in floor.rooms if room.use.key == "chief"]
    assert found
    within = [room.shape.area <= ceilings[room.use.key] for room in found]
    assert sum(within) >= 0.95 * len(within)


def test_buildings_do_not_stand_on_each_other(sample):
    footprints = [building.place(building.footprint) for building in sample.buildings]
    for place, one in enumerate(footprints):
        assert all(one.distance(other) > 10.0 for other in footprints[place + 1 :])


def test_the_small_sample_has_a_building_with_a_corner_and_a_basement(small):
    assert any(building.spec.shape == "ell" for building in small.buildings)
    assert any(building.floors[0].number == -1 for building in small.buildings)
    assert any(len(room.shape.exterior.coords) > 5 for building in small.buildings for room in building.floors[0].rooms)


def test_the_district_has_exactly_3000_rooms_in_six_buildings(district):
    assert len(district.buildings) == 6
    assert sum(len(floor.rooms) for _, floor in storeys(district)) == 3000


@settings(max_examples=25)
@given(
    shape=st.sampled_from(["bar", "ell", "u"]),
    bays=st.integers(16, 26),
    wing=st.integers(2, 7),
    lifts=st.integers(1, 4),
    number=st.integers(1, 5),
    purpose=st.sampled_from(["main", "affairs"]),
    seed=st.integers(0, 10_000),
)
def test_any_building_is_tiled_without_gap_or_overlap_and_every_room_has_a_door(shape, bays, wing, lifts, number, purpose, seed):  # noqa: PLR0917 - drawn
    spec = Spec("x", "楼", shape, bays, 5, purpose, (0.0, 0.0), wing=wing, lifts=lifts)
    drawn = spec.draw()
    floor = programme(spec, drawn, number, seed)
    cells = tile(drawn, floor)
    assert sum(cell.shape.area for cell in cells) == pytest.approx(drawn.outline.area)
    assert len({cell.name for cell in cells}) == len(cells)
    walls = build_walls(cells, drawn.outline)
    clear = clear_shapes(cells, walls, [])
    footprint = drawn.outline.buffer(0.15, join_style="mitre")
    assert sum(area.area for area in clear) + sum(wall.body.area for wall in walls) == pytest.approx(footprint.area)
    doors = set_doors(Storey(drawn, floor, cells, clear, walls))
    assert {cell.name for cell in cells} == {room for door in doors for room in door.rooms if room}


def test_another_seed_gives_other_offices_in_the_same_shell():
    plan = read_plan("small")
    one, other = draw_buildings(plan, 1), draw_buildings(plan, 2)
    assert [building.footprint for building in one] == [building.footprint for building in other]
    assert [len(floor.rooms) for b in one for floor in b.floors] != [len(floor.rooms) for b in other for floor in b.floors]
