"""What the page carries: everything that is shown, nothing that is hidden, and small."""

import datetime as dt
import json

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from tests.scenes import CRS_4544, E0, N0, tiny_district
from tests.viz.pages import MADE, answers
from twin.model.snapshot import Snapshot
from twin.model.tables import TABLES
from twin.model.words import catalogue
from viz.answers import LEAST_SEEN_M2, PUBLIC_CLASSES, Answers
from viz.content import ROADS_WITHIN_M, SHOWN, content
from viz.embed import deck_bundle, escaped_json


def held(snapshot, hidden=(), made=MADE, **given):
    return content(snapshot, Answers(**given), title="", made=made, hidden=hidden)


@pytest.fixture(scope="module")
def answered():
    snapshot = tiny_district()
    given = answers(snapshot)
    return snapshot, given, held(snapshot, **given)


def test_every_row_of_every_shown_table_is_there():
    snapshot = tiny_district()
    tables = held(snapshot)["tables"]
    assert {name: len(table["keys"]) for name, table in tables.items()} == {name: len(snapshot.frame(name)) for name in SHOWN}


def test_the_same_content_gives_the_same_bytes():
    assert escaped_json(held(tiny_district())) == escaped_json(held(tiny_district()))


def test_hidden_tables_and_columns_are_nowhere_in_the_page():
    text = escaped_json(held(tiny_district(), hidden={"vehicle", "camera.z", "camera.heading_deg", "wall", "occupancy"}))
    found = json.loads(text)
    assert "vehicle" not in found["tables"]
    assert "V-0001" not in text
    assert not {"z", "heading_deg"} & set(found["tables"]["camera"]["columns"])
    assert not {"z", "heading_deg"} & {column["name"] for column in found["schema"]["camera"]["columns"]}
    assert found["walls"] == {}
    assert found["occupancy"] == []


@pytest.mark.parametrize(("day", "rooms"), [("2026-03-02", 4), ("2022-06-01", 1), ("2019-12-31", 0)])
def test_only_occupancies_of_the_day_count(day, rooms):
    made = dt.datetime.fromisoformat(f"{day}T08:00:00+08:00")
    assert len(held(tiny_district(), made=made)["occupancy"]) == rooms


def test_every_allowed_value_and_every_kind_has_its_words():
    words = {code for code in catalogue() if code.startswith("viz.")}
    spoken = [(column.name, value) for name in (*SHOWN, "wall") for column in TABLES[name].columns for value in column.allowed]
    missing = [pair for pair in spoken if pair[0] != "rank" and f"viz.value.{pair[0]}.{pair[1]}" not in words]
    assert missing == []
    assert [name for name in SHOWN if f"viz.kind.{name}" not in words] == []


def test_chinese_names_of_columns_are_those_of_the_schema():
    schema = {}
    for name in SHOWN:
        for column in TABLES[name].columns:
            schema.setdefault(column.name, set()).add(column.zh)
    said = {code.removeprefix("viz.column."): pair[0] for code, pair in catalogue().items() if code.startswith("viz.column.")}
    general = {"parent_id", "z"}
    assert {name for name, zh in said.items() if name not in general and zh not in schema.get(name, set())} == set()


def test_distant_roads_stay_out_and_are_counted():
    snapshot = tiny_district()
    roads = snapshot.frame("road")
    far = roads.iloc[[0]].assign(road_id="far", geometry=[shapely.LineString([(E0 + 9000, N0), (E0 + 9100, N0)])])
    frames = {name: snapshot.frame(name) for name in TABLES}
    frames["road"] = gpd.GeoDataFrame(pd.concat([roads, far]), geometry="geometry", crs=CRS_4544)
    found = held(Snapshot(frames, CRS_4544, 1))
    assert "far" not in found["tables"]["road"]["keys"]
    assert found["meta"]["roads_left_out"] == 1
    assert ROADS_WITHIN_M < 9000


def test_walls_are_grouped_by_floor_with_foot_and_top_above_it():
    snapshot = tiny_district()
    walls = held(snapshot)["walls"]
    assert {floor: len(found) for floor, found in walls.items()} == {
        floor: len(snapshot.on_floor("wall", floor)) for floor in walls
    }
    assert {(kind, foot, top) for kind, foot, top, _ in walls["A-F2"]} == {("wall", 0, 3.6)}


def test_each_camera_lists_the_rooms_it_sees_as_shapely_measures_them(answered):
    snapshot, given, found = answered
    sees = found["answers"]["coverage"]["sees"]
    rooms = snapshot.frame("room")
    for camera, view in given["coverage"].views.items():
        floor = snapshot.row("camera", camera)["floor_id"]
        here = rooms[rooms.floor_id == floor] if floor else rooms.iloc[:0]
        expected = {key: here.loc[key].geometry.intersection(view).area for key in here.index}
        expected = {key: area for key, area in expected.items() if area >= LEAST_SEEN_M2}
        assert dict(sees.get(camera, [])) == pytest.approx(expected, abs=0.01)


def test_blind_places_outdoors_and_where_people_pass_come_first(answered):
    snapshot, _, found = answered
    blind = found["answers"]["coverage"]["blind"]
    assert blind
    for part in blind:
        kind = snapshot.row("room", part["room"])["room_class"] if part["room"] else ""
        assert part["public"] == (not part["room"] or kind in PUBLIC_CLASSES)


def test_figures_are_those_of_the_answers(answered):
    _, given, found = answered
    packed = found["answers"]
    coverage = given["coverage"].record()
    assert {key: row["percent"] for key, row in packed["coverage"]["floors"].items()} == pytest.approx(
        {row["floor_id"]: row["percent"] for row in coverage["floors"]}
    )
    space = given["space"].record()
    assert packed["space"]["totals"] == space["totals"]
    assert set(packed["space"]["over"]) == {row["room"]["room_id"] for row in space["over_standard"]}
    assert packed["route"]["distance_m"] == pytest.approx(given["route"].distance_m)


def test_a_building_in_its_own_metres_has_no_crs_but_an_origin():
    frames = {name: tiny_district().frame(name).set_crs(None, allow_override=True) for name in ("building", "floor", "room")}
    found = held(Snapshot(frames, None, 1))
    assert found["meta"]["crs"] is None
    assert found["meta"]["origin"] == [E0 + 12, N0 - 13, 500.0]


def test_three_thousand_rooms_ten_thousand_walls_and_three_hundred_cameras_fit_in_ten_megabytes():
    found = held(large_district(), coverage=None)
    size = len(escaped_json(found).encode()) + len(deck_bundle().encode())
    assert len(found["tables"]["room"]["keys"]) == 3000
    assert sum(len(walls) for walls in found["walls"].values()) == 10_000
    assert size < 10_000_000


def large_district():
    """Repeat a room, its walls and a camera on sixty floors, with keys as long as those of IFC."""
    floors = [{"floor_id": f"{n:022d}", "building_id": "b" * 22, "number": n + 1, "elevation": 3.6 * n} for n in range(60)]
    tables = {"floor": floors, "room": rooms(3000), "wall": walls(10_000), "camera": cameras(300)}
    return Snapshot({name: _frame(rows) for name, rows in tables.items()}, CRS_4544, 1)


def place(n):
    return {"building_id": "b" * 22, "floor_id": f"{n % 60:022d}"}


def rooms(count):
    said = {
        "name": "办公室",
        "room_class": "office",
        "area_m2": 36.0,
        "area_file_m2": 36.1,
        "area_basis": "BaseQuantities.NetFloorArea",
    }
    shapes = (shapely.box(x, y, x + 6.123, y + 5.877) for x, y in ((E0 + 6.37 * (n % 50), N0 + 0.01 * n) for n in range(count)))
    return [
        {**place(n), **said, "room_id": f"r{n:021d}", "number": str(n), "geometry": shapely.MultiPolygon([shape])}
        for n, shape in enumerate(shapes)
    ]


def walls(count):
    said = {"wall_class": "wall", "z_low": 0.0, "z_high": 3.6, "transparent": False}
    shapes = (shapely.box(x, y, x + 6.21, y + 0.24) for x, y in ((E0 + 0.631 * n, N0 + 0.3 * (n % 7)) for n in range(count)))
    return [
        {**place(n), **said, "wall_id": f"w{n:021d}", "geometry": shapely.MultiPolygon([shape])} for n, shape in enumerate(shapes)
    ]


def cameras(count):
    said = {"lens": "fixed", "hfov_deg": 90.0, "range_m": 20.0}
    return [{**place(n), **said, "camera_id": f"c{n:021d}", "geometry": shapely.Point(E0 + n, N0)} for n in range(count)]


def _frame(rows):
    frame = pd.DataFrame(rows)
    shapes = frame["geometry"] if "geometry" in frame else [None] * len(frame)
    return gpd.GeoDataFrame(frame, geometry=list(shapes), crs=CRS_4544)
