"""What lies round the buildings: the fenced site, gates, car parks with chargers, and the security cells that tile it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import MultiLineString, Polygon, box

if TYPE_CHECKING:
    from sample_buildings.building import Building, Room
    from sample_buildings.frame import Frame
    from sample_buildings.plans import Plan
    from sample_buildings.tables_out import Row

BAY_AREA = {"surface": 26.0, "underground": 34.0}
"""Gross area of one bay with its share of the aisle, m²."""
_POWER = {"dc": 60.0, "ac": 7.0}


def fence(plan: Plan) -> Polygon:
    """Give the fence in the compound's frame."""
    return Polygon(plan.site["fence"])


def _cell_faces(plan: Plan) -> list[tuple[Polygon, list[Any]]]:
    """Cut the site into its cells; neighbours share every corner, so that they tile it to the last digit."""
    wanted = [
        (box(column["u"][0], low, column["u"][1], high), names)
        for column in plan.cells
        for low, high, names in zip(column["v"][:-1], column["v"][1:], column["cells"], strict=True)
    ]
    site = fence(plan)
    edges = [shapely.intersection(cell.boundary, site) for cell, _ in wanted] + [site.boundary]
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(edges)]))
    found = []
    for cell, names in wanted:
        inside = [face for face in faces if cell.contains(face.representative_point())]
        found.append((shapely.normalize(max(inside, key=lambda face: face.area)), names))
    return found


DUTIES = {
    "special": "人员车辆查验登记;视频不间断值守;重点部位双人守护",
    "key": "定时巡查出入口与停车秩序;视频轮巡;消防设施点检",
    "basic": "巡查周界与绿化;发现异常及时上报",
}
"""What is watched and done in a cell of each guard class (定内容)."""
PROCEDURE = {
    "special": "1 发现 2 一分钟内报指挥室 3 封控现场 4 视频跟踪 5 联动公安、消防 6 记录归档",
    "key": "1 发现 2 三分钟内报指挥室 3 到场处置 4 视频复核 5 记录归档",
    "basic": "1 发现 2 报值班室 3 到场查看 4 记录归档",
}
"""What is done when something happens (定程序)."""


def site_and_cells(plan: Plan, frame: Frame) -> dict[str, list[Row]]:
    """Give the rows of `site` and `cell`."""
    key = plan.key.upper()
    faces = _cell_faces(plan)
    whole = shapely.normalize(shapely.union_all([face for face, _ in faces]))
    cells = [
        {
            "cell_id": f"{key}-C{place:02d}", "site_id": key, "name": name, "guard_class": guard,
            "responsible": unit, "patrol_interval_min": minutes, "duties": DUTIES[guard],
            "procedure": PROCEDURE[guard], "geometry": frame.place(face),
        }
        for place, (face, (name, guard, unit, minutes)) in enumerate(faces, 1)
    ]  # fmt: skip
    site = {"site_id": key, "name": plan.name, "level": plan.level, "geometry": frame.place(whole)}
    return {"site": [site], "cell": cells}


def gates(plan: Plan, frame: Frame) -> list[Row]:
    """Give the rows of `gate`."""
    return [
        {
            "gate_id": gate["key"], "site_id": plan.key.upper(), "name": gate["name"], "gate_class": gate["gate_class"],
            "geometry": shapely.points(frame.point(*gate["at"])),
        }
        for gate in plan.gate
    ]  # fmt: skip


def garages(buildings: list[Building]) -> list[tuple[Building, Room]]:
    """Give the underground car parks."""
    return [(building, room) for building in buildings for room in building.floors[0].rooms if room.use.key == "garage"]


def parking_and_chargers(plan: Plan, frame: Frame, buildings: list[Building]) -> dict[str, list[Row]]:
    """Give the rows of `parking` and `charger`: the open car parks as planned, and one below each building with a garage."""
    parking: list[Row] = []
    chargers: list[Row] = []
    for lot in plan.parking:
        shape = Polygon(lot["at"])
        parking.append(_car_park(plan, lot["key"], lot["name"], "surface", shape.area) | {"geometry": frame.place(shape)})
        for place, current in zip(_stalls(shape, lot["facing"], len(lot["chargers"])), lot["chargers"], strict=True):
            chargers.append(_charger(lot["key"], len(chargers) + 1, current, frame.point(*place)))
    for building, room in garages(buildings):
        key = f"PU{len(parking) + 1}"
        name = f"{building.spec.name}地下车库"
        parking.append(_car_park(plan, key, name, "underground", room.shape.area) | {"geometry": building.place(room.shape)})
        x0, y0, x1, _ = room.shape.bounds
        count = max(4, int((x1 - x0) / 6))
        for step in range(count):
            place = building.point(x0 + 4.0 + step * (x1 - x0 - 8.0) / max(1, count - 1), y0 + 0.3)
            chargers.append(_charger(key, len(chargers) + 1, "dc" if step == 0 else "ac", place))
    return {"parking": parking, "charger": chargers}


def _car_park(plan: Plan, key: str, name: str, kind: str, area: float) -> Row:
    bays = int(area / BAY_AREA[kind])
    return {"parking_id": key, "site_id": plan.key.upper(), "name": name, "parking_class": kind, "capacity": bays}


def _stalls(lot: Polygon, facing: str, count: int) -> list[tuple[float, float]]:
    """Place `count` posts 0.5 m inside the edge of a lot that looks to `facing`, a bay (2.6 m) apart."""
    u0, v0, u1, v1 = lot.bounds
    steps = [2.0 + 2.6 * step for step in range(count)]
    if facing in "EW":
        return [(u1 - 0.5 if facing == "E" else u0 + 0.5, v0 + step) for step in steps]
    return [(u0 + step, v1 - 0.5 if facing == "N" else v0 + 0.5) for step in steps]


def _charger(lot: str, number: int, current: str, place: tuple[float, float]) -> Row:
    return {
        "charger_id": f"CH{number:03d}", "parking_id": lot, "name": f"{number}号{'快充' if current == 'dc' else '慢充'}桩",
        "power_kw": _POWER[current], "current": current, "status": "faulty" if number % 9 == 5 else "working",
        "geometry": shapely.points(place),
    }  # fmt: skip


def fence_line(plan: Plan, inset: float) -> MultiLineString:
    """Give the line that runs `inset` metres inside the fence, in the compound's frame."""
    return fence(plan).buffer(-inset, join_style="mitre").exterior


def along(line: Any, step: float) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Give points about every `step` metres of a ring with the direction in which it runs on, corners first of each side."""
    corners = np.asarray(line.coords)
    found = []
    for start, end in pairwise(corners):
        length = float(np.hypot(*(end - start)))
        way = (end - start) / length
        count = max(1, round(length / step))
        for place in range(count):
            x, y = start + way * (length * place / count)
            found.append(((float(x), float(y)), (float(way[0]), float(way[1]))))
    return found
