import math

import pytest

from tests.scenes import tiny_district
from tests.twin.fleet.road_districts import changed
from twin.fleet.problem import Params, build
from twin.model.errors import DataError, UnknownKeyError, UsageError
from twin.model.snapshot import Snapshot


def test_a_problem_holds_the_roads_in_the_order_of_their_keys_with_whole_milliseconds():
    problem = build(tiny_district(), "G1", "PK")
    times = dict(zip(problem.roads.keys, problem.roads.ms.tolist(), strict=True))
    assert times == {"east1": 6000, "east2": 8400, "middle": 21600, "north": 10800, "south": 10800, "west1": 6000, "west2": 8400}
    assert problem.roads.bans == (("west1", "w", "middle"),)
    assert (problem.crs, problem.version) == ("EPSG:4544", 1)


def test_the_vehicle_s_own_height_and_mass_count_unless_others_are_given():
    lorry = changed("vehicle", height={"V1": 3.2}, mass_t={"V1": 12.0})
    assert build(lorry, "G1", "PK").vehicle.height is None
    taken = build(lorry, "G1", "PK", Params(vehicle="V1")).vehicle
    assert (taken.height, taken.mass_t) == (3.2, 12.0)
    other = build(lorry, "G1", "PK", Params(vehicle="V1", height=2.0)).vehicle
    assert (other.height, other.mass_t) == (2.0, 12.0)
    unknown = build(tiny_district(), "G1", "PK", Params(vehicle="V1")).vehicle
    assert (unknown.height, unknown.mass_t) == (None, None)
    with pytest.raises(UnknownKeyError):
        build(lorry, "G1", "PK", Params(vehicle="V9"))


@pytest.mark.parametrize(
    "wrong", [{"height": 0.0}, {"height": math.nan}, {"mass_t": -1.0}, {"snap_limit": -0.1}, {"snap_limit": math.inf}]
)
def test_impossible_parameters_are_refused(wrong):
    with pytest.raises(UsageError) as caught:
        Params(**wrong)
    assert caught.value.code == "fleet.params"


def test_without_roads_there_is_no_problem():
    scene = tiny_district()
    rooms_only = Snapshot({"gate": scene.frame("gate").reset_index(drop=True)}, scene.crs)
    with pytest.raises(DataError) as caught:
        build(rooms_only, "G1", "G1")
    assert caught.value.code == "fleet.no_roads"
