"""A place that is watched, a floor or the grounds, and the local frame it is reckoned in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import shapely

from twin.model.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.findings import Finding
    from twin.model.snapshot import Snapshot
    from twin.security.scope import Scope
    from twin.security.siting import Camera

__all__ = ["Place", "Zone", "local", "origin_of", "reference_of", "text_of"]

Kind = Literal["room", "cell", "site"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A room, a cell, or (where no cells are drawn) a site; `geometry` in local metres."""

    zone_id: str
    kind: Kind
    name: str
    zone_class: str
    geometry: Geometry


@dataclass(frozen=True, slots=True)
class Place:
    """One floor, or the grounds (`floor_id` empty). Geometry in local metres.

    `reference` is what is measured: the union of the zones less opaque bodies. `solids` are the opaque bodies, one for
    each set of panels that some camera meets; `Camera.solid` counts in them. `inside` is the floor within its outer face,
    where its cameras must stand; empty for the grounds. `passed_over` counts the panels that hide nothing in plan, and
    `looked_over` those that cross the target plane but end below a lens: what they hide behind them is not reckoned.
    """

    floor_id: str
    building_id: str
    name: str
    building_name: str
    zones: tuple[Zone, ...]
    reference: Geometry
    solids: tuple[Geometry, ...]
    inside: Geometry
    cameras: tuple[Camera, ...] = ()
    passed_over: int = 0
    looked_over: int = 0
    findings: tuple[Finding, ...] = ()


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


def reference_of(zones: tuple[Zone, ...], opaque: Geometry) -> Geometry:
    """Give what is measured: the union of the zones less the opaque bodies that stand in them (columns, buildings)."""
    shapes = np.array([zone.geometry for zone in zones], dtype=object)
    return shapely.difference(shapely.disjoint_subset_union_all(shapes), opaque)


def text_of(value: object) -> str:
    """Read a text cell; empty where there is none."""
    return "" if value is None else str(value)
