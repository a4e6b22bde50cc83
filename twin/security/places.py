"""A place that is watched, a floor or the grounds, and the local frame it is reckoned in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import shapely

from twin.model.errors import DataError
from twin.security import rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.relief import Relief
    from twin.model.findings import Finding
    from twin.model.snapshot import Snapshot
    from twin.security.scope import Scope
    from twin.security.siting import Camera

__all__ = ["Place", "Zone", "areal", "cut", "local", "origin_of", "text_of"]

_TOUCHING = 1e-6
"""Square metres: bodies that share less with a zone only touch it."""

Kind = Literal["room", "cell", "site"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A room, a cell, or (where no cells are drawn) a site; `geometry` in local metres.

    `own_px` is the density in pixels per metre that its row asks for, NaN where that follows its class.
    """

    zone_id: str
    kind: Kind
    name: str
    zone_class: str
    geometry: Geometry
    own_px: float = math.nan

    @property
    def required(self) -> float:
        """Density in pixels per metre that it should be seen with: its own, or that of its class; 0 where none is required."""
        return rules.required(self.kind, self.zone_class) if math.isnan(self.own_px) else self.own_px


@dataclass(frozen=True, slots=True)
class Place:
    """One floor, or the grounds (`floor_id` empty). Geometry in local metres.

    `tiles` are the zones less the opaque bodies in them, in the order of `zones`: what is measured. `solids` are the bodies that
    hide all behind them, one for each set of panels that some camera meets, and `reliefs` what rises beside them without hiding
    everything; `Camera.solid` counts in both. `inside` is the floor within its outer face, where its cameras must stand; empty
    for the grounds. `target` is the elevation of the target plane, NaN for the grounds, where it follows the buildings.
    `passed_over` counts the panels that hide nothing in plan, and `looked_over`, where heights are not reckoned, those that cross
    the target plane but end below a lens.
    """

    floor_id: str
    building_id: str
    name: str
    building_name: str
    zones: tuple[Zone, ...]
    tiles: NDArray[np.object_]
    solids: tuple[Geometry, ...]
    reliefs: tuple[Relief, ...]
    inside: Geometry
    target: float
    cameras: tuple[Camera, ...] = ()
    passed_over: int = 0
    looked_over: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def eyes(self) -> tuple[Camera, ...]:
        """Every eye of every camera, in order."""
        return tuple(eye for camera in self.cameras for eye in camera.looks)

    @property
    def owner(self) -> NDArray[np.int64]:
        """Row of the camera of each eye, never falling."""
        return np.repeat(np.arange(len(self.cameras)), [len(camera.looks) for camera in self.cameras]).astype(np.int64)


def origin_of(snapshot: Snapshot, scope: Scope) -> tuple[float, float]:
    """Choose a local origin in whole metres, south-west of everything in scope.

    At map coordinates of 10⁶ m a float64 cross product loses the millimetres; near zero it does not.

    Raises
    ------
    DataError
        If there is nothing to measure: no room on any floor in scope, and no cell or site.
    """
    rows = [snapshot.on_floor("room", floor) for floor in scope.floors]
    shapes: list[Any] = [*snapshot.column("room", "geometry")[np.concatenate(rows)]] if rows else []
    if scope.outdoors:
        shapes += [*snapshot.column("cell", "geometry"), *snapshot.column("site", "geometry")]
    kept = [shape for shape in shapes if shape is not None and not shape.is_empty]
    if not kept:
        raise DataError("security.nothing_to_watch", floors=len(scope.floors), cells=len(scope.cells))
    bounds = shapely.total_bounds(np.array(kept, dtype=object))
    return float(np.floor(bounds[0])), float(np.floor(bounds[1]))


def local(shapes: Iterable[Geometry | None], origin: tuple[float, float]) -> NDArray[np.object_]:
    """Shift shapes to the local origin and make them valid; None becomes an empty polygon."""
    held = np.array([shapely.Polygon() if shape is None else shape for shape in shapes], dtype=object)
    shifted: NDArray[np.object_] = shapely.make_valid(shapely.transform(held, lambda points: points - origin))
    return shifted


def cut(shapes: Sequence[Geometry], bodies: Sequence[Geometry] | NDArray[np.object_]) -> NDArray[np.object_]:
    """Take opaque bodies out of the zones that they stand in (columns, buildings); what merely touches is left as it is.

    Returns
    -------
    Shape ``(len(shapes),)``: polygons or multipolygons, empty where a zone is opaque throughout.
    """
    tiles = np.array([*shapes, None], dtype=object)[:-1]
    opaque = np.array([*bodies, None], dtype=object)[:-1]
    if len(tiles) == 0 or len(opaque) == 0:
        return tiles
    zone, body = shapely.STRtree(opaque).query(tiles, predicate="intersects")
    deep = (
        _boxes_share(tiles, opaque, zone, body) > _TOUCHING
    )  # a box holds its shape: most walls only touch, and are told at once
    zone, body = zone[deep], body[deep]
    shared = shapely.area(shapely.intersection(tiles[zone], opaque[body])) > _TOUCHING
    for number in np.unique(zone[shared]):
        for standing in opaque[body[shared & (zone == number)]]:
            tiles[number] = areal(shapely.difference(tiles[number], standing))
    return tiles


def _boxes_share(
    one: NDArray[np.object_], two: NDArray[np.object_], first: NDArray[np.intp], second: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Give the area that the boxes of pairs of shapes share, the boxes being turned as the first body of `two` lies."""
    corners = shapely.get_coordinates(two[0])
    along = np.diff(corners, axis=0)
    longest = along[np.argmax(np.hypot(*along.T))] if len(along) else np.array([1.0, 0.0])
    cos, sin = longest / (np.hypot(*longest) or 1.0)
    boxes = []
    for shapes in (one, two):
        points, owner = shapely.get_coordinates(shapes, return_index=True)
        box = np.full((len(shapes), 4), np.nan)
        if len(points):
            turned = np.column_stack([points[:, 0] * cos + points[:, 1] * sin, points[:, 1] * cos - points[:, 0] * sin])
            start = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
            box[owner[start]] = np.hstack([np.minimum.reduceat(turned, start), np.maximum.reduceat(turned, start)])
        boxes.append(box)
    a, b = boxes[0][first], boxes[1][second]
    sides = np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2])
    return np.maximum(sides, 0.0).prod(axis=1)


def areal(shape: Geometry) -> Geometry:
    """Drop the lines and points of a mixed collection."""
    if shape.geom_type in {"Polygon", "MultiPolygon"}:
        return shape
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[shapely.get_dimensions(parts) == 2])


def text_of(value: object) -> str:
    """Read a text cell; empty where there is none."""
    return "" if value is None else str(value)
