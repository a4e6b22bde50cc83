"""Rooms: outline, height, class, and the drawn area beside the one the file states; and rooms that lie over each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import STRtree

from bim_import.areas import stated_area, stated_volume
from bim_import.classify import room_class
from bim_import.identity import content_hash
from bim_import.names import label, number_and_name
from twin.model.findings import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bim_import.bodies import Bodies
    from bim_import.elements import Element
    from bim_import.scene import Scene
    from bim_import.storeys import Floor

__all__ = ["Overlap", "Rooms", "build_rooms", "overlaps"]

_OVERLAP = 0.05
"""m² that two rooms of one floor may share without a word."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """The rooms of a file, as rows of table `room`, with arrays beside them in the same order.

    `z_low` and `z_high` are metres; `volume_m3` and `volume_file_m3` (NaN where not stated) cubic metres.
    """

    rows: list[dict[str, Any]]
    steps: NDArray[np.int64]
    shapes: NDArray[np.object_]
    z_low: NDArray[np.float64]
    z_high: NDArray[np.float64]
    volume_m3: NDArray[np.float64]
    volume_file_m3: NDArray[np.float64]
    dropped: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two rooms of one floor that share `area_m2`."""

    room_a: str
    room_b: str
    area_m2: float


def build_rooms(scene: Scene) -> tuple[Rooms, list[Finding]]:
    """Make the rows of table `room`.

    Returns
    -------
    The rooms that have an outline, and findings about those that have none.
    """
    findings: list[Finding] = []
    dropped: dict[str, list[str]] = {}
    spaces, bodies = scene.model.of("space"), scene.bodies
    wholes = {space.whole for space in spaces if space.whole}
    kept: list[Element] = []
    for space in spaces:
        reason = _unfit(space, bodies, wholes)
        if not reason:
            kept.append(space)
            continue
        dropped.setdefault(reason, []).append(space.key)
        if reason == "ifc.dropped.no_shape":
            findings.append(
                Finding("warning", "ifc.room_without_shape", "room", space.key, "geometry", scene.name, {"name": label(space)})
            )
    rows = [_row(space, scene.floor_of(space, bodies.low[space.step]), scene) for space in kept]
    volume_unit = float(scene.model.about["volume_unit"])
    return Rooms(
        rows=rows,
        steps=np.array([space.step for space in kept], dtype=np.int64),
        shapes=np.array([row["geometry"] for row in rows], dtype=object),
        z_low=np.array([bodies.low[space.step] for space in kept], dtype=np.float64),
        z_high=np.array([bodies.high[space.step] for space in kept], dtype=np.float64),
        volume_m3=np.array([bodies.volume[space.step] for space in kept], dtype=np.float64),
        volume_file_m3=np.array([stated_volume(space, volume_unit) for space in kept], dtype=np.float64),
        dropped=dropped,
    ), findings


def _unfit(space: Element, bodies: Bodies, wholes: set[int]) -> str:
    """Say why a space is no room of its own, empty where it is one."""
    if space.predefined == "GFA":
        return "ifc.dropped.gross_area"
    if space.step in wholes:
        return "ifc.dropped.divided"
    outline = bodies.outline.get(space.step)
    return "ifc.dropped.no_shape" if outline is None or outline.is_empty else ""


def _row(space: Element, floor: Floor, scene: Scene) -> dict[str, Any]:
    bodies = scene.bodies
    outline = bodies.outline[space.step]
    low, high = bodies.low[space.step], bodies.high[space.step]
    number, name = number_and_name(space)
    stated, basis = stated_area(space, float(scene.model.about["area_unit"]))
    return {
        "room_id": space.key,
        "building_id": scene.building_of[floor.building],
        "floor_id": floor.key,
        "number": number or None,
        "name": name or None,
        "room_class": room_class(space, scene.classes),
        "area_m2": outline.area,
        "area_file_m2": stated,
        "area_basis": basis or None,
        "height": high - low,
        "elevation": low,
        "global_id": space.key,
        "content_hash": content_hash(
            outline, space.name, space.long_name, floor.name, space.psets, round(low, 3), round(high, 3)
        ),
        "geometry": outline,
    }


def overlaps(rooms: Rooms) -> list[Overlap]:
    """List pairs of rooms of one floor that share over 0.05 m² in plan, by keys.

    Rooms above each other on one floor count too: whoever looks at a floor in plan sees one of them only.
    """
    if not rooms.rows:
        return []
    floors = np.array([row["floor_id"] for row in rooms.rows], dtype=object)
    first, second = STRtree(rooms.shapes).query(rooms.shapes, predicate="intersects")
    one = first < second
    first, second = first[one], second[one]
    same = floors[first] == floors[second]
    first, second = first[same], second[same]
    areas = shapely.area(shapely.intersection(rooms.shapes[first], rooms.shapes[second]))
    keys = [row["room_id"] for row in rooms.rows]
    found = [
        Overlap(min(keys[a], keys[b]), max(keys[a], keys[b]), float(area))
        for a, b, area in zip(first, second, areas, strict=True)
        if area > _OVERLAP
    ]
    return sorted(found, key=lambda item: (item.room_a, item.room_b))
