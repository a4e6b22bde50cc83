"""Storeys are ordered by where they are, and numbered from the ground."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from bim_import.storeys import build_floors, floor_below
from tests.bim_import.models import codes
from tests.bim_import.prisms import Builder


def floors_at(storeys, rooms=None):
    """Order storeys (elevation each) with rooms at some of them (all, unless told)."""
    build = Builder()
    low = {}
    for place, elevation in enumerate(storeys):
        step = build.storey(elevation)
        if rooms is None or place in rooms:
            space = build.add("space", box(0, 0, 1, 1), elevation, elevation + 3, storey=step)
            low[space] = elevation
    return build_floors(build.model(), low, "t.ifc")


@pytest.mark.parametrize(
    ("elevations", "with_rooms", "numbers"),
    [
        ([0, 3, 6], None, [1, 2, 3]),
        ([-6, -3, 0, 3], None, [-2, -1, 1, 2]),
        ([0.45, 4.2], None, [1, 2]),
        ([-0.45, 3.0], None, [1, 2]),
        ([-3.0, -6.0], None, [-1, 1]),
        ([-0.45, 0.0, 3.6], {1, 2}, [1, 1, 2]),
        ([-0.45, 0.0, 3.6, -4.0], {1, 2, 3}, [-1, 1, 1, 2]),
        ([-1.25, 0, 3.1, 6], {1, 2, 3}, [-1, 1, 2, 3]),
        ([0, 3.1, 6], {2}, [1, 2, 3]),
        ([0, 4.267, 7.925], {0, 1}, [1, 2, 3]),
        ([5, 8], None, [1, 2]),
    ],
)
def test_the_ground_floor_is_1_and_there_is_no_0(elevations, with_rooms, numbers):
    floors, _ = floors_at(elevations, with_rooms)
    assert [floor.number for floor in floors] == numbers


@given(st.lists(st.integers(-5, 30).map(lambda n: n * 3.3), min_size=1, max_size=8, unique=True), st.randoms())
def test_floors_ascend_whatever_the_order_of_the_file(elevations, shuffler):
    shuffled = list(elevations)
    shuffler.shuffle(shuffled)
    floors, findings = floors_at(shuffled)
    found = [floor.elevation for floor in floors]
    assert found == sorted(elevations)
    numbers = [floor.number for floor in floors]
    assert numbers == sorted(set(numbers))
    assert 0 not in numbers
    assert 1 in numbers
    assert ("ifc.storeys_sorted" in codes(findings)) is (shuffled != sorted(elevations))


@given(st.lists(st.integers(0, 10).map(lambda n: n * 3.0), min_size=2, max_size=6, unique=True))
def test_floor_heights_add_up_to_the_distance_from_bottom_to_top(elevations):
    floors, _ = floors_at(elevations)
    heights = [floor.height for floor in floors]
    assert heights[-1] is None
    assert sum(heights[:-1]) == pytest.approx(max(elevations) - min(elevations))


def test_rooms_without_any_storey_are_put_into_storeys_by_height():
    build = Builder()
    low = {build.add("space", box(0, 0, 1, 1), z, z + 3): z for z in (0.0, 0.1, 3.6, 3.5, 7.2)}
    floors, findings = build_floors(build.model(), low, "t.ifc")
    assert [floor.elevation for floor in floors] == pytest.approx([0.05, 3.55, 7.2])
    assert [floor.number for floor in floors] == [1, 2, 3]
    assert len({floor.key for floor in floors}) == 3
    assert codes(findings) == ["ifc.storeys_derived"]


def test_of_two_elevations_the_one_with_the_rooms_is_taken():
    build = Builder()
    step = build.storey(102.0, placed=2.0)
    low = {build.add("space", box(0, 0, 1, 1), 2.05, 5, storey=step): 2.05}
    floors, findings = build_floors(build.model(), low, "t.ifc")
    assert floors[0].elevation == 2.0
    assert codes(findings) == ["ifc.elevation_differs"]


def test_rooms_far_from_their_storey_are_told():
    build = Builder()
    step = build.storey(0.0)
    low = {build.add("space", box(0, 0, 1, 1), 3.34, 6, storey=step): 3.34}
    assert codes(build_floors(build.model(), low, "t.ifc")[1]) == ["ifc.rooms_off_storey"]


@pytest.mark.parametrize(("z", "elevation"), [(-9, -3), (-3, -3), (-0.6, -3), (-0.4, 0), (2.4, 0), (2.6, 3), (50, 6)])
def test_a_thing_stands_on_the_highest_floor_not_above_its_foot(z, elevation):
    floors, _ = floors_at([-3, 0, 3, 6])
    assert floor_below(floors, z).elevation == elevation
