"""Each fault, planted in a sound district, is found where it was planted; the sound district has none."""

import pytest
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon

from tests.scenes import CRS_4544, E0, N0, area, line, point, tiny_district
from twin.model.checks import check
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES


def planted(table, key, **values):
    """Build the district with some cells of one row changed; `geometry` among them."""
    scene = tiny_district()
    frames = {name: scene.frame(name).copy() for name in TABLES}
    for column, value in values.items():
        frames[table].at[key, column] = value
    return Snapshot(frames, CRS_4544, 1)


def faults(snapshot):
    return {(finding.code, finding.table, finding.row) for finding in check(snapshot)}


def test_a_sound_district_has_no_finding():
    assert check(tiny_district()) == []


_BOW = MultiPolygon([Polygon([(E0, N0), (E0 + 5, N0 + 5), (E0 + 5, N0), (E0, N0 + 5)])])


@pytest.mark.parametrize(
    ("table", "key", "values", "code"),
    [
        ("room", "A-F1-101", {"floor_id": "A-F9"}, "check.broken_key"),
        ("room", "A-F1-101", {"building_id": "B"}, "check.floor_of_other"),
        ("room", "A-F1-101", {"room_class": "办公"}, "tabular.not_allowed"),
        ("room", "A-F1-101", {"area_m2": -1.0}, "tabular.out_of_range"),
        ("room", "A-F1-101", {"area_m2": 40.0}, "check.area_drawn"),
        ("room", "A-F1-101", {"area_file_m2": 40.0}, "check.area_file"),
        ("room", "A-F1-101", {"geometry": area(200, 200, 205.8, 205.8)}, "check.room_outside"),
        ("room", "A-F1-101", {"geometry": None}, "check.no_shape"),
        ("room", "A-F1-101", {"geometry": _BOW}, "check.invalid_shape"),
        ("building", "A", {"site_id": "X"}, "check.broken_key"),
        ("floor", "A-F2", {"number": 1}, "check.floor_order"),
        ("cell", "C1", {"geometry": area(-40, -20, 60, 40)}, "check.overlap"),
        ("camera", "K1", {"geometry": point(23.6, 8.0)}, "check.camera_in_wall"),
        ("camera", "K1", {"geometry": point(90, 8.0)}, "check.camera_off_floor"),
        ("camera", "K3", {"geometry": point(10, 3)}, "check.camera_no_floor"),
        ("camera", "K3", {"heading_deg": None}, "check.no_heading"),
        ("charger", "CH1", {"geometry": point(20, 30)}, "check.charger_off_park"),
        ("charger", "CH1", {"parking_id": None}, "check.charger_no_park"),
        ("meter", "M0", {"parent_id": "M1"}, "check.meter_loop"),
        ("meter", "M0", {"parent_id": "M0"}, "check.meter_loop"),
        ("occupancy", "O4", {"valid_to": "2019-12-31"}, "check.ends_before"),
        ("door", "B-entrance", {"entrance": False}, "check.no_entrance"),
        ("road", "middle", {"geometry": line((-50, -25), (70, -20))}, "check.road_gap"),
        ("turn_ban", "T1", {"via_node": "ne"}, "check.ban_nowhere"),
    ],
)
def test_a_planted_fault_is_named_where_it_is(table, key, values, code):
    found = faults(planted(table, key, **values))
    places = {("floor", "A-F2"): ("building", "A"), ("door", "B-entrance"): ("building", "B")}
    assert (code, *places.get((table, key), (table, key))) in found


def test_overlapping_rooms_are_reported_once_with_the_shared_area():
    snapshot = planted("room", "A-F1-101", geometry=affinity.translate(area(0.1, 0.1, 5.9, 5.9), 1.2, 0))
    findings = [finding for finding in check(snapshot) if finding.code == "check.overlap"]
    assert [(finding.row, finding.values["other"]) for finding in findings] == [("A-F1-101", "A-F1-102")]
    assert findings[0].values["area"] == pytest.approx((7.1 - 6.1) * 5.8, abs=0.01)


def test_a_road_of_its_own_is_an_island():
    snapshot = planted("road", "north", from_node="p", to_node="q", geometry=line((-50, 500), (70, 500)))
    assert ("check.road_island", "road", "north") in faults(snapshot)


def test_all_faults_come_at_once_errors_first():
    scene = planted("room", "A-F1-101", area_m2=40.0, area_file_m2=50.0)
    frames = {name: scene.frame(name).copy() for name in TABLES}
    frames["camera"].loc["K3", "heading_deg"] = None
    severities = [finding.severity for finding in check(Snapshot(frames, CRS_4544, 1))]
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert {"error", "info"} <= set(severities)


def test_every_finding_has_words_and_a_remedy_in_both_languages():
    for finding in check(planted("room", "A-F1-101", floor_id="A-F9", area_m2=40.0)):
        for text in (finding.message, finding.remedy):
            assert text.zh
            assert text.en
            assert "{" not in text.zh + text.en


def test_one_building_in_its_own_metres_is_not_blamed_for_the_tables_it_lacks():
    scene = tiny_district()
    names = ("building", "floor", "room", "wall", "door")
    local = {name: scene.frame(name).query("building_id == 'A'").set_crs(None, allow_override=True) for name in names}
    assert check(Snapshot(local, None, 1)) == []
