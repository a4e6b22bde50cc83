"""Cameras where people put them: corridor ends, halls, entrances, lift lobbies; outdoors gates, fence, façades and car parks.

A pose is chosen in the frame of its building (or of the compound) 0.2 m off a wall, so that it can neither stand in a wall
nor look into one. More poses are found than a plan asks for; the most wanted are kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import shapely

from sample_buildings.frame import heading
from sample_buildings.grounds import along, fence, fence_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sample_buildings.building import Building, Floor, Room
    from sample_buildings.frame import Frame
    from sample_buildings.identity import Names
    from sample_buildings.plans import Plan
    from sample_buildings.shapes import Point
    from sample_buildings.tables_out import Row

OFF = 0.2
"""Distance of a lens from its wall."""
MOUNT, BELOW_CEILING = 2.8, 0.1
INDUSTRY, KIND, NETWORK = "02", "132", "0"
"""GB/T 28181 device code: industry, type 132 = network camera, network; between the division code and six digits of serial."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A kind of camera: angles in degrees, useful range in metres, pixels across."""

    lens: str
    hfov: float
    tilt: float
    reach: float
    pixels: int = 2560

    @property
    def vfov(self) -> float:
        """Vertical angle of a 16:9 picture; a fisheye sees the whole half space."""
        if self.lens == "fisheye":
            return 180.0
        if self.hfov >= 180.0:
            return 90.0
        return round(2 * math.degrees(math.atan(math.tan(math.radians(self.hfov / 2)) * 9 / 16)), 1)


_CORRIDOR = Lens("fixed", 78.0, 12.0, 30.0)
_ROOM = Lens("dome", 96.0, 20.0, 18.0)
_FISHEYE = Lens("fisheye", 360.0, 90.0, 12.0, 3072)
_GATE = Lens("fixed", 64.0, 10.0, 40.0, 3840)
_FENCE = Lens("fixed", 52.0, 8.0, 60.0)
_FACADE = Lens("fixed", 72.0, 14.0, 40.0)
_LOT = Lens("dome", 90.0, 16.0, 45.0, 3840)
_MAST = Lens("ptz", 60.0, 12.0, 120.0, 3840)


@dataclass(frozen=True, slots=True)
class Pose:
    """One camera; `want` is 0 for the most wanted. `at` and `heading_deg` are in the district, `height` above its floor."""

    want: int
    name: str
    lens: Lens
    at: Point
    height: float
    heading_deg: float
    floor: tuple[Building, Floor] | None = None


def _indoors(building: Building, floor: Floor) -> Iterator[Pose]:
    """Find the poses of one storey."""
    height = min(MOUNT, round(floor.clear_height - BELOW_CEILING, 2))

    def pose(want: int, what: str, lens: Lens, at: Point, toward: Point) -> Pose:
        way = heading(toward[0] - at[0], toward[1] - at[1], building.turn)
        name = f"{building.spec.name}{floor.name}{what}"
        return Pose(want, name, lens, building.point(*at), height, way, (building, floor))

    for room in floor.rooms:
        key = room.use.key
        if key == "corridor":
            for place, (start, end) in enumerate(_stretches(building, room), 1):
                yield pose(3, f"走廊{room.number[-1]}-{place}起端", _CORRIDOR, start, end)
                yield pose(7, f"走廊{room.number[-1]}-{place}末端", _CORRIDOR, end, start)
        elif key in {"hall", "service_hall"}:
            x0, _, x1, y1 = room.shape.bounds
            door = next(door for door in floor.doors if door.kind == "entrance")
            yield pose(0, "主入口", _CORRIDOR, (door.centre[0], y1 - OFF), door.centre)
            yield pose(1, "大厅", _ROOM, (x0 + OFF, y1 - OFF), room.shape.centroid.coords[0])
            if key == "service_hall":
                middle = ((x0 + x1) / 2, y1 - 4.0)
                yield pose(1, "大厅全景", _FISHEYE, middle, (x1, y1))
        elif key in _CORNERS:
            want, what = _CORNERS[key]
            for place, corner in enumerate(_corners(room)[: 2 if key == "garage" else 1]):
                yield pose(want, f"{what}{place + 1 if place else ''}", _ROOM, corner, room.shape.centroid.coords[0])


_CORNERS = {
    "garage": (2, "车库"), "server": (4, "机房"), "canteen": (5, "餐厅"), "lobby": (6, "电梯厅"), "transformer": (6, "变配电室"),
    "archive": (8, "档案室"), "stair": (9, "楼梯间"),
}  # fmt: skip
"""Rooms watched from a corner, how much that is wanted, and what people call it."""


def _stretches(building: Building, room: Room) -> list[tuple[Point, Point]]:
    """Give both ends of each straight stretch of a corridor, `OFF` from the end walls, the longest stretch first."""
    found: list[tuple[float, Point, Point]] = []
    for start, end in building.shape.axes:
        for part in shapely.get_parts(shapely.intersection(shapely.linestrings([start, end]), room.shape)):
            if part.geom_type == "LineString" and part.length > 5.0:
                ends = sorted([part.interpolate(OFF).coords[0], part.interpolate(part.length - OFF).coords[0]])
                found.append((-part.length, ends[0], ends[1]))
    return [(one, two) for _, one, two in sorted(found)]


def _corners(room: Room) -> list[Point]:
    """Give places `OFF` from both walls in the convex corners of a room, opposite corners following each other."""
    inset = room.shape.buffer(-OFF, join_style="mitre")
    hull = shapely.get_coordinates(inset.envelope.exterior)[:-1]
    inside = [tuple(corner) for corner in hull if shapely.distance(inset, shapely.points(corner)) < 1e-6]
    order = [0, 2, 1, 3]
    return [inside[place] for place in order if place < len(inside)]


def _outdoors(plan: Plan, frame: Frame) -> Iterator[Pose]:
    """Find the poses of the grounds."""

    def pose(want: int, name: str, lens: Lens, at: Point, way: Point, height: float) -> Pose:
        return Pose(want, name, lens, frame.point(*at), height, frame.heading(*way))

    for gate in plan.gate:
        middle, inward = np.array(gate["at"]), np.array(_inward(plan, *gate["at"]))
        side = np.array([-inward[1], inward[0]])
        place = middle + inward * 1.2 + side * 5.0
        yield pose(0, f"{gate['name']}进口", _GATE, tuple(place), tuple(middle - inward * 12.0 - place), 4.0)
        if gate["gate_class"] != "pedestrian":
            place = middle + inward * 1.2 - side * 5.0
            yield pose(0, f"{gate['name']}出口", _GATE, tuple(place), tuple(middle + inward * 15.0 - place), 4.0)
    for number, mast in enumerate(plan.site["masts"], 1):
        yield pose(1, f"广场球机{number}", _MAST, (mast[0], mast[1]), (mast[2], mast[3]), 6.0)
    for lot in plan.parking:
        corner = np.array(lot["at"][0]) + 0.6
        middle = np.mean(lot["at"], axis=0)
        yield pose(2, lot["name"], _LOT, tuple(corner), tuple(middle - corner), 5.0)
    for number, (at, way) in enumerate(along(fence_line(plan, 0.6), 52.0), 1):
        if all(math.dist(at, gate["at"]) > 7.0 for gate in plan.gate):
            yield pose(2 if number % 3 == 1 else 4, f"周界{number:02d}", _FENCE, at, way, 3.5)


def _inward(plan: Plan, u: float, v: float) -> Point:
    """Give the direction into the grounds, square to the side of the fence on which a gate stands."""
    corners = shapely.get_coordinates(shapely.orient_polygons(fence(plan)).exterior)
    start, end = min(pairwise(corners), key=lambda side: float(shapely.distance(shapely.linestrings(side), shapely.points(u, v))))
    way = (end - start) / np.hypot(*(end - start))
    return -float(way[1]), float(way[0])


def _facades(building: Building) -> Iterator[Pose]:
    """Find poses at the corners of a building, along every other long façade; below ground there is none."""
    if building.floors[-1].number < 0:
        return
    ring = shapely.get_coordinates(shapely.orient_polygons(building.footprint).exterior)
    sides = [(start, end) for start, end in pairwise(ring) if math.dist(start, end) > 12.0]
    for place, (start, end) in enumerate(sides):
        way = (end - start) / math.dist(start, end)
        out = np.array([way[1], -way[0]])
        at = start + way * 0.5 + out * OFF
        aim = heading(way[0] + 0.35 * out[0], way[1] + 0.35 * out[1], building.turn)
        yield Pose(3 if place % 2 == 0 else 5, f"{building.spec.name}外墙{place + 1}", _FACADE, building.point(*at), 4.5, aim)


def cameras(plan: Plan, frame: Frame, buildings: list[Building], names: Names) -> list[Row]:
    """Give the rows of `camera`: the most wanted poses indoors and outdoors, as many as the plan asks for."""
    inside = [pose for building in buildings for floor in building.floors for pose in _indoors(building, floor)]
    outside = [*_outdoors(plan, frame), *(pose for building in buildings for pose in _facades(building))]
    chosen = _most_wanted(inside, plan.cameras["indoor"]) + _most_wanted(outside, plan.cameras["outdoor"])
    return [_row(plan, names, number, pose) for number, pose in enumerate(chosen, 1)]


def _most_wanted(poses: list[Pose], count: int) -> list[Pose]:
    kept = sorted(range(len(poses)), key=lambda place: (poses[place].want, place))[:count]
    return [poses[place] for place in sorted(kept)]


def _row(plan: Plan, names: Names, number: int, pose: Pose) -> Row:
    base = plan.frame["ground"]
    where = {}
    if pose.floor:
        building, floor = pose.floor
        base = building.elevation + floor.elevation
        where = {
            "building_id": names.guid(building.spec.key, "building"), "floor_id": names.guid(building.spec.key, floor.number),
        }  # fmt: skip
    status = "faulty" if number % 31 == 17 else "maintenance" if number % 53 == 29 else "working"
    return {
        "camera_id": f"K{number:03d}", "name": pose.name, **where, "lens": pose.lens.lens, "z": round(base + pose.height, 2),
        "heading_deg": pose.heading_deg, "tilt_deg": pose.lens.tilt, "hfov_deg": pose.lens.hfov, "vfov_deg": pose.lens.vfov,
        "range_m": pose.lens.reach, "width_px": pose.lens.pixels, "status": status,
        "national_code": f"{plan.division}00{INDUSTRY}{KIND}{NETWORK}{number:06d}", "geometry": shapely.points(pose.at),
        **_by_night_and_zoom(pose),
    }  # fmt: skip


def _by_night_and_zoom(pose: Pose) -> Row:
    """Give the range of its infrared light, of which a fisheye has none, and the ends of the zoom of one that turns."""
    light = 50.0 if pose.floor is None else 20.0
    found: Row = {} if pose.lens.lens == "fisheye" else {"night_range_m": min(pose.lens.reach, light)}
    return found | ({"hfov_wide_deg": 60.0, "hfov_tele_deg": 4.0} if pose.lens.lens == "ptz" else {})
