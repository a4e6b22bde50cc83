"""What lies where: shapes, rooms on their floors, cameras clear of walls, chargers on car parks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import STRtree

from twin.model.findings import Finding, Severity
from twin.model.snapshot import OUTDOORS
from twin.model.tables import TABLES, UNDRAWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot

__all__ = ["cameras", "chargers", "entrances", "overlaps", "room_areas", "room_places", "shapes"]

OVERLAP_M2 = 0.05
"""Two rooms that share more than this overlap (the measured files: either under 0.001 m² or over 0.05)."""
OUTSIDE_SHARE = 0.02
"""A room with more than this share of its area off its floor's outline is outside it."""
AREA_SHARE = 0.005
"""How far `area_m2` may stand from the drawn polygon."""
FILE_AREA_SHARE = 0.02
"""From which difference the file's own area is worth a word."""
CHARGER_M = 3.0
"""A charger may stand this far off the painted bays."""


def shapes(snapshot: Snapshot) -> Iterator[Finding]:
    """Find missing, empty and invalid shapes."""
    for name, table in TABLES.items():
        if table.shape is None:
            continue
        held = snapshot.column(name, "geometry")
        keys = snapshot.keys(name)
        absent = np.array([shape is None or shape.is_empty for shape in held], dtype=bool)
        severity: Severity = "warning" if name in UNDRAWN else "error"
        for row in np.flatnonzero(absent):
            yield Finding(severity, "check.no_shape", name, keys[row], "geometry")
        for row in np.flatnonzero(~absent & ~shapely.is_valid(held)):
            reason = shapely.is_valid_reason(held[row])
            yield Finding("error", "check.invalid_shape", name, keys[row], "geometry", values={"reason": reason})


def room_places(snapshot: Snapshot) -> Iterator[Finding]:
    """Find rooms that leave the outline of their floor."""
    floors = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "geometry"), strict=True))
    for floor_id, outline in floors.items():
        rows = snapshot.on_floor("room", floor_id)
        rooms = snapshot.column("room", "geometry")[rows]
        sound = _sound(rooms) & bool(_sound(np.array([outline], dtype=object))[0])
        outside = np.zeros(len(rows))
        outside[sound] = shapely.area(shapely.difference(rooms[sound], outline)) / np.maximum(shapely.area(rooms[sound]), 1e-9)
        for row in np.flatnonzero(outside > OUTSIDE_SHARE):
            words = {"percent": round(100 * outside[row], 1), "floor": floor_id}
            yield Finding("error", "check.room_outside", "room", snapshot.keys("room")[rows[row]], "geometry", values=words)


def overlaps(snapshot: Snapshot) -> Iterator[Finding]:
    """Find pairs of rooms on one floor, and pairs of security cells, that share ground."""
    for floor_id in snapshot.keys("floor"):
        rows = snapshot.on_floor("room", floor_id)
        yield from _overlapping(snapshot, "room", rows, snapshot.tree("room", floor_id))
    cells = snapshot.column("cell", "geometry")
    yield from _overlapping(snapshot, "cell", np.arange(len(cells)), STRtree(cells))


def _overlapping(snapshot: Snapshot, table: str, rows: NDArray[np.intp], tree: STRtree) -> Iterator[Finding]:
    held = snapshot.column(table, "geometry")[rows]
    left, right = tree.query(held, predicate="intersects")
    pair = (left < right) & _sound(held)[left] & _sound(held)[right]
    left, right = left[pair], right[pair]
    shared = shapely.area(shapely.intersection(held[left], held[right]))
    for one, other, area in zip(left, right, shared, strict=True):
        if area > OVERLAP_M2:
            keys = snapshot.keys(table)[rows]
            words = {"other": keys[other], "area": round(float(area), 2)}
            yield Finding("warning", "check.overlap", table, keys[one], "geometry", values=words)


def room_areas(snapshot: Snapshot) -> Iterator[Finding]:
    """Find rooms whose stated areas stand off what is drawn."""
    drawn = shapely.area(snapshot.column("room", "geometry"))
    stated, of_file = snapshot.column("room", "area_m2"), snapshot.column("room", "area_file_m2")
    keys, basis = snapshot.keys("room"), snapshot.column("room", "area_basis")
    for row in np.flatnonzero(np.abs(stated - drawn) > AREA_SHARE * np.maximum(drawn, 1.0)):
        words: dict[str, object] = {"stated": round(float(stated[row]), 2), "drawn": round(float(drawn[row]), 2)}
        yield Finding("error", "check.area_drawn", "room", keys[row], "area_m2", values=words)
    for row in np.flatnonzero(np.abs(of_file - drawn) > FILE_AREA_SHARE * np.maximum(drawn, 1.0)):
        words = {"stated": round(float(of_file[row]), 2), "drawn": round(float(drawn[row]), 2), "basis": basis[row] or "-"}
        yield Finding("info", "check.area_file", "room", keys[row], "area_file_m2", values=words)


def cameras(snapshot: Snapshot) -> Iterator[Finding]:
    """Find cameras inside walls, off their floor, without a heading, or outdoors inside a building."""
    floor_of, keys = snapshot.column("camera", "floor_id"), snapshot.keys("camera")
    points = snapshot.column("camera", "geometry")
    heading, hfov = snapshot.column("camera", "heading_deg"), snapshot.column("camera", "hfov_deg")
    for row in np.flatnonzero(np.isnan(heading) & (hfov < 360)):
        yield Finding("error", "check.no_heading", "camera", keys[row], "heading_deg")
    outlines = dict(zip(snapshot.keys("floor"), snapshot.column("floor", "geometry"), strict=True))
    buildings = STRtree(snapshot.column("building", "geometry"))
    for place, (floor_id, point) in enumerate(zip(floor_of, points, strict=True)):
        if point is None:
            continue
        floor = floor_id or OUTDOORS
        if floor != OUTDOORS:
            walls = snapshot.on_floor("wall", floor)[snapshot.tree("wall", floor).query(point, predicate="within")]
            for wall in snapshot.keys("wall")[walls][:1]:
                yield Finding("error", "check.camera_in_wall", "camera", keys[place], "geometry", values={"wall": wall})
            outline = outlines.get(floor)
            if outline is not None and not outline.is_empty and not outline.covers(point):
                yield Finding("error", "check.camera_off_floor", "camera", keys[place], "geometry", values={"floor": floor})
        else:
            for building in snapshot.keys("building")[buildings.query(point, predicate="within")]:
                yield Finding(
                    "warning", "check.camera_no_floor", "camera", keys[place], "floor_id", values={"building": building}
                )


def chargers(snapshot: Snapshot) -> Iterator[Finding]:
    """Find chargers that stand off the car park they name."""
    parks = dict(zip(snapshot.keys("parking"), snapshot.column("parking", "geometry"), strict=True))
    for key, park_id, point in zip(
        snapshot.keys("charger"), snapshot.column("charger", "parking_id"), snapshot.column("charger", "geometry"), strict=True
    ):
        park = parks.get(park_id)
        if park_id is None:
            yield Finding("warning", "check.charger_no_park", "charger", key, "parking_id")
        elif park is not None and point is not None and park.distance(point) > CHARGER_M:
            words = {"park": park_id, "distance": round(park.distance(point), 1)}
            yield Finding("warning", "check.charger_off_park", "charger", key, "geometry", values=words)


def entrances(snapshot: Snapshot) -> Iterator[Finding]:
    """Find buildings with rooms but no way in."""
    leading_in = set(snapshot.column("door", "building_id")[snapshot.column("door", "entrance")])
    for building in sorted(set(snapshot.column("room", "building_id")) - leading_in):
        yield Finding("warning", "check.no_entrance", "building", building)


def _sound(held: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Tell which shapes can be reckoned with."""
    return ~shapely.is_missing(held) & ~shapely.is_empty(held) & shapely.is_valid(held)
