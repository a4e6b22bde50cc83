"""A hand-made district, small enough to reckon by hand, in metres of EPSG:4544 near Chengdu.

Two buildings stand north and south of a street: ``A`` (two floors, one corridor between two rows of rooms)
and ``B`` (one floor, one hall). Every figure that a test states can be added up from the numbers below.
"""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
from pyproj import CRS
from shapely import box
from shapely.geometry import LineString, MultiPolygon, Point

from twin.model.snapshot import Snapshot

CRS_4544 = CRS.from_epsg(4544)
E0, N0, Z0 = 409_000.0, 3_386_000.0, 500.0
"""Corner of the scene: easting, northing, datum height of the ground."""


def area(x0: float, y0: float, x1: float, y1: float) -> MultiPolygon:
    """Give a rectangle in scene metres."""
    return MultiPolygon([box(E0 + x0, N0 + y0, E0 + x1, N0 + y1)])


def line(*points: tuple[float, float]) -> LineString:
    """Give a line in scene metres."""
    return LineString([(E0 + x, N0 + y) for x, y in points])


def point(x: float, y: float) -> Point:
    """Give a point in scene metres."""
    return Point(E0 + x, N0 + y)


def _frame(rows: list[dict[str, object]]) -> gpd.GeoDataFrame:
    frame = pd.DataFrame(rows)
    if "geometry" not in frame:
        return gpd.GeoDataFrame(frame, geometry=[None] * len(frame), crs=CRS_4544)
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=CRS_4544)


def _floor_of_a(number: int) -> dict[str, list[dict[str, object]]]:
    """Lay out one floor of A: 24 x 14 m; rooms 6 x 6 m north and south of a 2 m corridor; walls 0.2 m thick."""
    floor, base = f"A-F{number}", Z0 + 3.6 * (number - 1)
    common = {"building_id": "A", "floor_id": floor}
    rooms: list[dict[str, object]] = []
    doors: list[dict[str, object]] = []
    corridor = f"{floor}-corridor"
    rooms.append({**common, "room_id": corridor, "name": "走廊", "room_class": "corridor", "area_m2": 23.8 * 1.8, "height": 3.0,
                  "elevation": base, "geometry": area(0.1, 6.1, 23.9, 7.9)})  # fmt: skip
    for row, (low, high, door_y) in enumerate([(0.1, 5.9, 6.0), (8.1, 13.9, 8.0)]):
        for place in range(4):
            number_text = f"{number}{row}{place + 1}"
            room = f"{floor}-{number_text}"
            left, right = place * 6 + 0.1, place * 6 + 5.9
            rooms.append({**common, "room_id": room, "number": number_text, "name": "办公室", "elevation": base, "height": 3.0,
                          "room_class": "meeting" if (row, place) == (1, 3) else "office", "area_m2": 5.8 * 5.8,
                          "geometry": area(left, low, right, high)})  # fmt: skip
            middle = place * 6 + 3
            doors.append({**common, "door_id": f"{room}-door", "room_a_id": room, "room_b_id": corridor, "entrance": False, "width": 1.0,
                          "height": 2.1, "depth": 0.2, "z": base, "geometry": line((middle - 0.5, door_y), (middle + 0.5, door_y))})  # fmt: skip
    bodies = [area(0, y - 0.1, 24, y + 0.1) for y in (0.0, 6.0, 8.0, 14.0)]
    bodies += [area(x - 0.1, 0, x + 0.1, 6) for x in (6, 12, 18)] + [area(x - 0.1, 8, x + 0.1, 14) for x in (6, 12, 18)]
    bodies += [area(x - 0.1, 0, x + 0.1, 14) for x in (0, 24)]
    walls = [{**common, "wall_id": f"{floor}-wall-{n}", "wall_class": "wall", "z_low": base, "z_high": base + 3.6, "transparent": False,
              "geometry": body} for n, body in enumerate(bodies)]  # fmt: skip
    if number == 1:
        doors.append({**common, "door_id": "A-entrance", "name": "正门", "room_a_id": corridor, "entrance": True, "width": 1.6, "height": 2.1,
                      "depth": 0.2, "z": base, "geometry": line((24, 6.2), (24, 7.8))})  # fmt: skip
    floors = [{"building_id": "A", "floor_id": floor, "name": f"{number}层", "number": number, "elevation": base, "height": 3.6,
               "geometry": area(-0.1, -0.1, 24.1, 14.1)}]  # fmt: skip
    return {"floor": floors, "room": rooms, "door": doors, "wall": walls}


def _buildings() -> dict[str, list[dict[str, object]]]:
    rows: dict[str, list[dict[str, object]]] = {"floor": [], "room": [], "door": [], "wall": []}
    for number in (1, 2):
        for table, more in _floor_of_a(number).items():
            rows[table] += more
    hall = {"building_id": "B", "floor_id": "B-F1"}
    rows["floor"].append({**hall, "name": "1层", "number": 1, "elevation": Z0, "height": 4.0, "geometry": area(0, -40, 20, -30)})
    rows["room"].append({**hall, "room_id": "B-hall", "number": "101", "name": "大厅", "room_class": "hall", "area_m2": 19.6 * 9.6,
                         "height": 4.0, "elevation": Z0, "geometry": area(0.2, -39.8, 19.8, -30.2)})  # fmt: skip
    rings = [(0, -40, 20, -39.8), (0, -30.2, 20, -30), (0, -40, 0.2, -30), (19.8, -40, 20, -30)]
    rows["wall"] += [{**hall, "wall_id": f"B-wall-{n}", "wall_class": "wall", "z_low": Z0, "z_high": Z0 + 4, "transparent": False,
                      "geometry": area(*ring)} for n, ring in enumerate(rings)]  # fmt: skip
    rows["door"].append({**hall, "door_id": "B-entrance", "name": "正门", "room_a_id": "B-hall", "entrance": True, "width": 2.0, "height": 2.1,
                         "depth": 0.2, "z": Z0, "geometry": line((9, -30.1), (11, -30.1))})  # fmt: skip
    rows["building"] = [
        {"building_id": "A", "site_id": "S", "name": "甲楼", "elevation": Z0, "height": 7.2, "georeference": "survey", "storey_class": "multi_storey",
         "geometry": area(-0.1, -0.1, 24.1, 14.1)},
        {"building_id": "B", "site_id": "S", "name": "乙楼", "elevation": Z0, "height": 4.0, "georeference": "survey", "storey_class": "multi_storey",
         "geometry": area(0, -40, 20, -30)},
    ]  # fmt: skip
    return rows


def _people() -> dict[str, list[dict[str, object]]]:
    return {
        "department": [{"department_id": "D1", "name": "发展改革局", "level": "city"}, {"department_id": "D2", "name": "财政局", "level": "city"}],
        "post": [
            {"post_id": "P1", "department_id": "D1", "rank": "正局(处)级", "established": 1},
            {"post_id": "P2", "department_id": "D1", "rank": "局(处)级以下", "established": 6},
            {"post_id": "P3", "department_id": "D2", "rank": "局(处)级以下", "established": 2},
        ],
        "occupancy": [
            {"occupancy_id": "O1", "room_id": "A-F1-101", "department_id": "D1", "rank": "正局(处)级", "head_count": 1, "valid_from": "2024-01-01"},
            {"occupancy_id": "O2", "room_id": "A-F1-102", "department_id": "D1", "rank": "局(处)级以下", "head_count": 4, "valid_from": "2024-01-01"},
            {"occupancy_id": "O3", "room_id": "A-F1-103", "department_id": "D2", "rank": "局(处)级以下", "head_count": 2, "valid_from": "2024-01-01"},
            {"occupancy_id": "O4", "room_id": "A-F1-104", "department_id": "D1", "rank": "局(处)级以下", "head_count": 1, "valid_from": "2020-01-01",
             "valid_to": "2023-12-31"},
            {"occupancy_id": "O5", "room_id": "A-F1-114", "department_id": "D1", "head_count": 0, "valid_from": "2024-01-01"},
        ],
    }  # fmt: skip


def _grounds() -> dict[str, list[dict[str, object]]]:
    camera = {"lens": "fixed", "tilt_deg": 10.0, "vfov_deg": 50.0, "width_px": 2560, "status": "working"}
    return {
        "site": [{"site_id": "S", "name": "示范院区", "level": "city", "geometry": area(-40, -60, 60, 40)}],
        "cell": [
            {"cell_id": "C1", "site_id": "S", "name": "北区", "guard_class": "key", "geometry": area(-40, -10, 60, 40)},
            {"cell_id": "C2", "site_id": "S", "name": "南区", "guard_class": "basic", "geometry": area(-40, -60, 60, -10)},
        ],
        "camera": [
            {**camera, "camera_id": "K1", "name": "走廊东", "building_id": "A", "floor_id": "A-F1", "z": Z0 + 2.8, "heading_deg": 270.0,
             "hfov_deg": 90.0, "range_m": 30.0, "geometry": point(23.6, 7.0)},
            {**camera, "camera_id": "K2", "name": "大厅半球", "lens": "dome", "building_id": "B", "floor_id": "B-F1", "z": Z0 + 3.5,
             "heading_deg": 0.0, "hfov_deg": 360.0, "range_m": 50.0, "geometry": point(10, -35)},
            {**camera, "camera_id": "K3", "name": "院墙", "z": Z0 + 4.0, "heading_deg": 0.0, "hfov_deg": 90.0, "range_m": 25.0,
             "geometry": point(40, -20)},
        ],
        "parking": [{"parking_id": "PK", "site_id": "S", "name": "东停车场", "parking_class": "surface", "capacity": 20, "geometry": area(30, 0, 50, 14)}],
        "charger": [{"charger_id": "CH1", "parking_id": "PK", "name": "1号桩", "power_kw": 60.0, "current": "dc", "status": "working",
                     "geometry": point(40, 5)}],
        "gate": [{"gate_id": "G1", "site_id": "S", "name": "西门", "gate_class": "both", "geometry": point(-40, -20)}],
        "meter": [
            {"meter_id": "M0", "name": "总表", "medium": "electricity", "building_id": "A", "geometry": point(1, 1)},
            {"meter_id": "M1", "name": "一层表", "medium": "electricity", "building_id": "A", "floor_id": "A-F1", "parent_id": "M0", "geometry": point(2, 7)},
        ],
        "vehicle": [{"vehicle_id": "V1", "department_id": "D1", "parking_id": "PK", "plate_code": "V-0001", "vehicle_class": "sedan", "energy": "electric",
                     "seats": 5, "battery_kwh": 60.0, "consumption_kwh_km": 0.15}],
    }  # fmt: skip


def _roads() -> dict[str, list[dict[str, object]]]:
    """Draw a ring of four streets round the middle street; the east side is one-way north, and west→middle is a banned turn."""
    nodes = {"sw": (-50, -70), "se": (70, -70), "w": (-50, -20), "e": (70, -20), "nw": (-50, 50), "ne": (70, 50)}
    table = [
        ("south", "sw", "se", False, 40.0), ("west1", "sw", "w", False, 30.0), ("west2", "w", "nw", False, 30.0),
        ("middle", "w", "e", False, 20.0), ("east1", "se", "e", True, 30.0), ("east2", "e", "ne", True, 30.0), ("north", "nw", "ne", False, 40.0),
    ]  # fmt: skip
    roads = [{"road_id": key, "name": f"{key}路", "from_node": a, "to_node": b, "road_class": "residential", "oneway": oneway, "speed_kmh": speed,
              "lanes": 2, "access": "public", "geometry": line(nodes[a], nodes[b])} for key, a, b, oneway, speed in table]  # fmt: skip
    return {"road": roads, "turn_ban": [{"turn_ban_id": "T1", "from_road_id": "west1", "via_node": "w", "to_road_id": "middle"}]}


def tiny_district() -> Snapshot:
    """Build the scene anew."""
    rows = {**_buildings(), **_people(), **_grounds(), **_roads()}
    return Snapshot({table: _frame(found) for table, found in rows.items()}, CRS_4544, version=1)
