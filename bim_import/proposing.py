"""Rooms that nobody drew, proposed from the walls round them.

What walls, doorways and columns of one floor enclose is a room's outline. Of Institute's 82 drawn rooms 80 come out with over
90 % in common, of Office_A's 99 rooms 89; shafts and wardrobes come out beside them. They are proposals: the rule is told in
`area_basis`, the name says that they are inferred (推定), and a newer file that holds rooms replaces them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import Polygon

from bim_import.footprint import GRID, multipolygon
from bim_import.identity import content_hash, derived_key
from bim_import.openings import frame_of
from bim_import.spaces import Rooms
from twin.model.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry import MultiPolygon
    from shapely.geometry.base import BaseGeometry

    from bim_import.scene import Scene
    from bim_import.storeys import Floor

__all__ = ["BASIS", "enclosed", "propose_rooms"]

BASIS = "derived from walls"
"""What `area_basis` says of a proposed room."""
_BOUNDS = {"wall", "curtain", "column"}
_GAP = 0.1
"""Metres: walls that end up to twice this from each other meet."""
_REVEAL = 0.05
"""Metres by which a doorway is taken deeper than its wall, so that it closes it."""
_SMALLEST = 1.0
"""m² from which an enclosed area may be a room."""
_NARROW = 0.6
"""Metres that a room is wide somewhere; what is narrower everywhere is a cavity."""
_HEIGHT = 2.8
"""Metres, where neither the floor nor its walls tell how high a room is."""
_ROW = 1.0
"""Metres within which rooms are numbered as one row, from west to east."""


def enclosed(bodies: Iterable[BaseGeometry]) -> list[MultiPolygon]:
    """Outline what bodies in plan enclose.

    Parameters
    ----------
    bodies
        Walls, doorways and columns of one floor, metres.

    Returns
    -------
    Enclosed areas of at least 1 m² that are 0.6 m wide somewhere, from north to south in rows of 1 m, in a row from west to east.
    """
    cover = shapely.union_all(list(bodies), grid_size=GRID)
    closed = shapely.buffer(shapely.buffer(cover, _GAP, join_style="mitre"), -_GAP, join_style="mitre")
    inside = shapely.union_all([Polygon(ring) for part in shapely.get_parts(closed) for ring in getattr(part, "interiors", ())])
    found = [
        multipolygon(part)
        for part in shapely.get_parts(shapely.difference(inside, closed))
        if part.geom_type == "Polygon" and part.area >= _SMALLEST and not shapely.buffer(part, -_NARROW / 2).is_empty
    ]
    return sorted(found, key=_reading_order)


def _reading_order(area: MultiPolygon) -> tuple[float, float]:
    point = area.point_on_surface()
    return -round(point.y / _ROW), point.x


def propose_rooms(scene: Scene, walls: Sequence[dict[str, Any]]) -> tuple[Rooms, list[Finding]]:
    """Make rows of table `room` of a file that holds none, from rows of table `wall` and the file's doors.

    Returns
    -------
    The proposed rooms, and the finding that says so where there are any.
    """
    rows: list[dict[str, Any]] = []
    doorways = _doorways(scene)
    for floor in scene.floors:
        panels = [row for row in walls if row["floor_id"] == floor.key and row["wall_class"] in _BOUNDS]
        shapes = [row["geometry"] for row in panels]
        height = floor.height or _height([row["z_high"] for row in panels], floor)
        areas = enclosed([*shapes, *doorways.get(floor.key, [])]) if shapes else []
        rows += [_row(area, ordinal, floor, height, scene) for ordinal, area in enumerate(areas, start=1)]
    low = np.array([row["elevation"] for row in rows], dtype=np.float64)
    high = np.array([row["elevation"] + row["height"] for row in rows], dtype=np.float64)
    values = {"count": len(rows), "area": round(sum(row["area_m2"] for row in rows), 1), "basis": BASIS}
    told = [Finding("warning", "ifc.rooms_proposed", "room", column="area_basis", file=scene.name, values=values)] if rows else []
    return Rooms(
        rows=rows,
        steps=-1 - np.arange(len(rows), dtype=np.int64),  # no element's number
        shapes=np.array([row["geometry"] for row in rows], dtype=object),
        z_low=low,
        z_high=high,
        volume_m3=np.full(len(rows), np.nan),
        volume_file_m3=np.full(len(rows), np.nan),
        dropped={},
    ), told


def _doorways(scene: Scene) -> dict[str, list[BaseGeometry]]:
    """Give the area of every door's opening by floor: where a body has its openings cut, they close it."""
    found: dict[str, list[BaseGeometry]] = {}
    for door in scene.model.of("door"):
        frame = frame_of(scene.model, scene.bodies, door)
        if frame is not None and frame.width > 0:
            area = shapely.buffer(frame.rectangle(), _REVEAL, join_style="mitre")
            found.setdefault(scene.floor_of(door, frame.z_low).key, []).append(area)
    return found


def _height(tops: list[float], floor: Floor) -> float:
    height = float(np.median(tops)) - floor.elevation if tops else 0.0
    return height if height > 0 else _HEIGHT


def _row(area: MultiPolygon, ordinal: int, floor: Floor, height: float, scene: Scene) -> dict[str, Any]:
    point = area.point_on_surface()
    key = derived_key(floor.key, "room", f"{point.x:.1f}", f"{point.y:.1f}")
    return {
        "room_id": key,
        "building_id": scene.building_of[floor.building],
        "floor_id": floor.key,
        "number": None,
        "name": f"推定 {floor.number}-{ordinal:02d}",
        "room_class": "other",
        "area_m2": area.area,
        "area_file_m2": None,
        "area_basis": BASIS,
        "height": height,
        "elevation": floor.elevation,
        "global_id": key,
        "content_hash": content_hash(area, floor.name, round(height, 3)),
        "geometry": area,
    }
