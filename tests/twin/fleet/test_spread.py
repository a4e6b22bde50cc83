import dataclasses

import pytest

from tests.scenes import tiny_district
from tests.twin.fleet.road_districts import at, changed, town
from twin.fleet.ground import Params
from twin.fleet.spread import plan, problem, solve
from twin.model.errors import DataError


def test_a_table_of_times_is_sound_and_a_spoilt_one_is_found_out():
    asked = problem.build(tiny_district(), ["G1", "PK", at(70, 0)], ["@gate", "CH1", "PK"], Params())
    table = solve.matrix(asked)
    assert plan.check(asked, table) == []
    assert table.ms[0, 0] == 0
    spoilt = dataclasses.replace(table, ms=table.ms + (table.ms > 0))
    assert len(plan.check(asked, spoilt)) == int((table.ms > 0).sum())
    assert table.record()["time_s"][0][0] == 0.0
    near = dataclasses.replace(table, nearest=1)
    assert [len(found) for found in near.record()["nearest"]] == [1, 1, 1]


def test_places_asked_for_in_vain_are_named_and_the_rest_is_served():
    far = {"road_id": "far", "from_node": "x", "to_node": "y", "road_class": "residential", "oneway": True, "speed_kmh": 30.0}
    line = tiny_district().frame("road").geometry.iloc[0]
    scene = changed(add=[far | {"geometry": type(line)([(x + 900, y + 900) for x, y in line.coords])}])
    asked = problem.build(scene, ["G1", "nowhere", at(850, 830), "10,10"], ["G1", "PK"], Params())
    table = solve.matrix(asked)
    assert plan.check(asked, table) == []
    codes = {finding.code for finding in table.findings}
    assert codes == {"fleet.place.unknown", "fleet.cut_off.leaving", "fleet.off_the_map"}
    assert (table.ms[0] >= 0).all()
    assert (table.ms[1:] < 0).all()
    assert table.record()["time_s"][2] == [None, None]
    assert all(finding.message.zh and finding.remedy.en for finding in table.findings)
    with pytest.raises(DataError, match="nowhere"):
        problem.build(scene, ["nowhere"], ["G1"], Params())


def test_reach_grows_with_time_and_a_spoilt_one_is_found_out():
    asked = problem.build(tiny_district(), ["G1"], ["@charger", "PK"], Params())
    found = solve.reach(asked, [0.25, 0.1, 2.0])
    assert plan.check_reach(asked, found) == []
    lengths = [band.length_m for band in found.bands]
    assert lengths == sorted(lengths)
    assert found.bands[-1].places == ("CH1", "PK")
    assert found.record()["bands"][0]["minutes"] == 0.1
    short = dataclasses.replace(found.bands[1], roads=found.bands[1].roads[1:])
    assert plan.check_reach(asked, dataclasses.replace(found, bands=(short,)))
    assert found.lines("en")[0].startswith("How far")


def test_a_real_town_s_table_and_reach_are_sound(testdata):
    scene = town(testdata / "roads", "chengdu/chengdu.net.xml")
    west, south, east, north = scene.frame("road").to_crs("EPSG:4326").total_bounds
    places = [f"{west + (east - west) * x},{south + (north - south) * y}" for x in (0.3, 0.5, 0.7) for y in (0.3, 0.7)]
    asked = problem.build(scene, places, [], Params())
    assert plan.check(asked, solve.matrix(asked)) == []
    assert plan.check_reach(asked, solve.reach(asked, [2.0])) == []
