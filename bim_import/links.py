"""Stairs, lifts and ramps: the ways between floors.

They come from IfcStair, IfcRamp and IfcTransportElement, and from rooms whose class is stair or lift: one tool draws a room per
storey, another one through all. Each way has a row on every floor where one can enter it, linked to the next floor it reaches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from bim_import.identity import content_hash

if TYPE_CHECKING:
    from shapely.geometry import MultiPolygon

    from bim_import.elements import Element
    from bim_import.scene import Scene
    from bim_import.spaces import Rooms
    from bim_import.storeys import Floor

__all__ = ["build_links"]

_TRANSPORT = {"ESCALATOR": "escalator", "MOVINGWALKWAY": "ramp"}
_SAME = 0.3
"""Share of the smaller outline from which two outlines are the same stairwell."""
_STEP = 1.5
"""Metres above a floor from which the next one counts as reached."""
_SHORT = 0.6
"""Metres by which a stair may end below the floor it leads to."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One stair, lift or ramp, or a room that holds one; `room` is its row number, -1 where it is an element."""

    key: str
    name: str
    link_class: str
    outline: MultiPolygon
    low: float
    high: float
    home: Floor
    room: int = -1


def build_links(scene: Scene, rooms: Rooms) -> list[dict[str, Any]]:
    """Make the rows of table `vertical_link`.

    Returns
    -------
    Rows; a way on several floors has the key of its element on its own floor and ``GlobalId@number`` on the others.
    """
    elements = _element_ways(scene)
    ways = elements + _room_ways(scene, rooms, elements)
    return [_row(way, floor, ways, rooms, scene) for way in ways for floor in _stops(way, scene)]


def _element_ways(scene: Scene) -> list[_Way]:
    """Take the stairs, ramps and lifts that are no part of another."""
    found = []
    bodies = scene.bodies
    for element in scene.model.of("stair", "ramp", "transport"):
        outline = bodies.outline.get(element.step)
        whole = scene.model.elements.get(element.whole)
        if outline is None or outline.is_empty or (whole is not None and whole.group == element.group):
            continue
        low, high = bodies.low[element.step], bodies.high[element.step]
        found.append(_Way(element.key, element.name, _link_class(element), outline, low, high, scene.floor_of(element, low)))
    return found


def _link_class(element: Element) -> str:
    if element.group != "transport":
        return element.group
    return _TRANSPORT.get(element.predefined, _TRANSPORT.get(element.type_predefined, "lift"))


def _room_ways(scene: Scene, rooms: Rooms, elements: list[_Way]) -> list[_Way]:
    """Take the rooms that hold a stair or lift which no element of that floor draws."""
    by_key = {floor.key: floor for floor in scene.floors}
    found = []
    for place, row in enumerate(rooms.rows):
        if row["room_class"] not in {"stair", "lift"}:
            continue
        home = by_key[row["floor_id"]]
        drawn = any(
            way.home.key == home.key and way.link_class == row["room_class"] and _overlap(way.outline, row["geometry"]) > _SAME
            for way in elements
        )
        if not drawn:
            low, high = float(rooms.z_low[place]), float(rooms.z_high[place])
            found.append(
                _Way(
                    row["room_id"], row["name"] or row["number"] or "", row["room_class"], row["geometry"], low, high, home, place
                )
            )
    return found


def _stops(way: _Way, scene: Scene) -> list[Floor]:
    """Give the floors on which a way can be entered: its own, and for one body through several storeys each of those."""
    through = [floor for floor in scene.others(way.home) if way.low - _SHORT <= floor.elevation <= way.high - _STEP]
    return [way.home, *through]


def _row(way: _Way, floor: Floor, ways: list[_Way], rooms: Rooms, scene: Scene) -> dict[str, Any]:
    up = _next_up(way, floor, ways, scene)
    here = _room_under(way, floor, rooms)
    above = _room_under(way, up, rooms) if up is not None else None
    return {
        "vertical_link_id": way.key if floor.key == way.home.key else f"{way.key}@{floor.number}",
        "building_id": scene.building_of[floor.building],
        "floor_id": floor.key,
        "name": way.name or None,
        "link_class": way.link_class,
        "room_id": here,
        "up_floor_id": up.key if up is not None else None,
        "up_room_id": above,
        "global_id": way.key,
        "content_hash": content_hash(way.outline, way.name, way.link_class, floor.name, here, above),
        "geometry": way.outline,
    }


def _next_up(way: _Way, floor: Floor, ways: list[_Way], scene: Scene) -> Floor | None:
    """Give the next floor that the way reaches: its body does, or a way of the same kind stands over it there."""
    above = [other for other in scene.others(floor) if other.elevation - floor.elevation >= _STEP]
    if not above:
        return None
    following = min(above, key=lambda other: other.elevation)
    if way.room < 0 and way.high >= following.elevation - _SHORT:
        return following
    if way.room >= 0 and way.high >= following.elevation + _STEP:
        return following
    same = (other for other in ways if other.link_class == way.link_class and other.home.key == following.key)
    return following if any(_overlap(way.outline, other.outline) > _SAME for other in same) else None


def _room_under(way: _Way, floor: Floor, rooms: Rooms) -> str | None:
    """Give the room of a floor that the way stands in: of its own class if there is one, else the one it covers most."""
    if way.room >= 0 and rooms.rows[way.room]["floor_id"] == floor.key:
        return str(rooms.rows[way.room]["room_id"])
    near = np.flatnonzero(shapely.intersects(rooms.shapes, way.outline))
    places = np.array(
        [
            place
            for place in near
            if rooms.rows[place]["floor_id"] == floor.key
            or rooms.z_low[place] - _SHORT <= floor.elevation <= rooms.z_high[place] - _STEP
        ],
        dtype=np.intp,
    )
    if len(places) == 0:
        return None
    shared = shapely.area(shapely.intersection(rooms.shapes[places], way.outline))
    own = np.array([rooms.rows[place]["room_class"] == way.link_class for place in places])
    best = int(np.lexsort((places, -shared, ~(own & (shared > _SAME * shapely.area(way.outline)))))[0])
    return str(rooms.rows[places[best]]["room_id"]) if shared[best] > 0.01 else None


def _overlap(one: MultiPolygon, other: MultiPolygon) -> float:
    """Give the shared area as a share of the smaller of two outlines."""
    smaller = min(one.area, other.area)
    return float(shapely.area(shapely.intersection(one, other)) / smaller) if smaller > 0 else 0.0
