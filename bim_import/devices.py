"""Equipment: where it stands, in which room, and what it is by class, type, predefined type and name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import Point

from bim_import.classify import device_class
from bim_import.identity import content_hash

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bim_import.elements import Element
    from bim_import.scene import Scene
    from bim_import.spaces import Rooms

__all__ = ["Devices", "build_devices"]

_NEAR = 0.3
"""Metres: a socket's insertion point lies on or in the wall, its room is the nearest within this."""
_ROUND = 0.3
"""Metres by which a device may hang under a room's floor or over its ceiling."""


@dataclass(frozen=True, slots=True)
class Devices:
    """Rows of table `device`; `dropped` lists keys by reason."""

    rows: list[dict[str, Any]]
    dropped: dict[str, list[str]]


def build_devices(scene: Scene, rooms: Rooms) -> Devices:
    """Make the rows of table `device`.

    A device stands in the room its file says, else in the room its point lies in or next to; what is only a proxy and has no name
    that tells is no device (trees, people and model texts are proxies).
    """
    dropped: dict[str, list[str]] = {}
    kept: list[tuple[Element, str]] = []
    for element in scene.model.of("device", "furniture", "transport", "proxy"):
        found = device_class(element)
        if element.group == "proxy" and found in {"other", "furniture"}:
            dropped.setdefault("ifc.dropped.proxy", []).append(element.key)
        elif element.matrix is None:
            dropped.setdefault("ifc.dropped.no_place", []).append(element.key)
        else:
            kept.append((element, found))
    points = np.array([element.matrix[:3, 3] for element, _ in kept if element.matrix is not None]).reshape(-1, 3)
    within = _rooms_at(points, rooms)
    by_step = {int(step): place for place, step in enumerate(rooms.steps)}
    rows = []
    for (element, found), point, place in zip(kept, points, within, strict=True):
        room = by_step.get(element.space, int(place))
        rows.append(_row(element, found, point, rooms.rows[room] if room >= 0 else None, scene))
    return Devices(rows, dropped)


def _rooms_at(points: NDArray[np.float64], rooms: Rooms) -> NDArray[np.intp]:
    """Find the room of each point (n, 3): it lies in it or next to it in plan, and between floor and ceiling; -1 for none."""
    found = np.full(len(points), -1, dtype=np.intp)
    if len(points) == 0 or not rooms.rows:
        return found
    spots = shapely.points(points[:, :2])
    who, room = STRtree(rooms.shapes).query(spots, predicate="dwithin", distance=_NEAR)
    z = points[who, 2]
    level = (z >= rooms.z_low[room] - _ROUND) & (z <= rooms.z_high[room] + _ROUND)
    who, room, z = who[level], room[level], z[level]
    away = shapely.distance(spots[who], rooms.shapes[room])
    off = np.maximum(0.0, np.maximum(rooms.z_low[room] - z, z - rooms.z_high[room]))
    order = np.lexsort((room, off, away, who))
    first = order[np.unique(who[order], return_index=True)[1]] if len(order) else order
    found[who[first]] = room[first]
    return found


def _row(element: Element, found: str, point: NDArray[np.float64], room: dict[str, Any] | None, scene: Scene) -> dict[str, Any]:
    """Make one row; without a storey of its own a device stands on its room's floor."""
    floor = scene.floor_of(element, float(point[2]))
    if room is not None and not element.storey:
        floor = next(other for other in scene.floors if other.key == room["floor_id"])
    spot = Point(float(point[0]), float(point[1]))
    return {
        "device_id": element.key,
        "building_id": scene.building_of[floor.building],
        "floor_id": floor.key,
        "room_id": room["room_id"] if room is not None else None,
        "name": element.name or None,
        "device_class": found,
        "type_name": element.type_name or element.object_type or None,
        "ifc_class": element.ifc_class,
        "z": float(point[2]),
        "global_id": element.key,
        "content_hash": content_hash(spot, element.name, element.type_name, floor.name, element.psets, round(float(point[2]), 3)),
        "geometry": spot,
    }
