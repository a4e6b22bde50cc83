"""What is lost when a set of cameras goes dark at once, and what one camera sees of each zone: sums over faces.

For a set D of dark cameras, with S(f) the cameras that see face f:

    lost(Z) = Σ { area(f) : f ⊂ Z, ∅ ≠ S(f) ⊂ D }
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from twin.security import rules

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.arrangement import Arrangement
    from twin.security.places import Place
    from twin.security.plan import Coverage
    from twin.security.problem import Problem

__all__ = ["Loss", "ZoneLoss", "ZoneView", "loss", "zones_seen"]


@dataclass(frozen=True, slots=True)
class ZoneLoss:
    """One room, cell or site; m² seen before, no more seen, and all of it."""

    kind: str
    zone_id: str
    name: str
    covered_m2: float
    lost_m2: float
    reference_m2: float

    def record(self) -> dict[str, Any]:
        """Give it as JSON-able values."""
        made: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        return {**made, "left_m2": max(self.covered_m2 - self.lost_m2, 0.0)}


@dataclass(frozen=True, slots=True)
class Loss:
    """What one place loses; `weighted_m2` times the priority of where it lies; `geometry` in the snapshot's CRS."""

    floor_id: str
    reference_m2: float
    covered_m2: float
    lost_m2: float
    weighted_m2: float
    zones: tuple[ZoneLoss, ...]
    geometry: Geometry


@dataclass(frozen=True, slots=True)
class ZoneView:
    """How much of a room, cell or site one camera sees, and how much of that nobody else does; m²."""

    kind: str
    zone_id: str
    name: str
    m2: float
    sole_m2: float


def loss(problem: Problem, plan: Coverage, number: int, cameras: Collection[str]) -> Loss:
    """Reckon what place `number` loses when `cameras` go dark together; those that do not stand in it lose nothing there."""
    place, faces = problem.places[number], plan.faces[number]
    dark = [row for row, camera in enumerate(place.cameras) if camera.camera_id in cameras]
    of_dark = np.bincount(faces.seen[np.isin(faces.seen[:, 1], dark), 0], minlength=len(faces.areas))
    gone = (faces.k > 0) & (of_dark == faces.k)
    count = len(place.zones)
    whole, before = (faces.area_by_zone(count, least) for least in (0, 1))
    lost = faces.by_zone(np.where(gone, faces.areas, 0.0), count)
    weight = np.array([rules.PRIORITY.get(zone.zone_class, 1.0) for zone in place.zones])
    zones = tuple(
        ZoneLoss(zone.kind, zone.zone_id, zone.name or zone.zone_id, float(before[row]), float(lost[row]), float(whole[row]))
        for row, zone in enumerate(place.zones)
        if lost[row] > 0.0
    )
    return Loss(
        floor_id=place.floor_id,
        reference_m2=faces.area,
        covered_m2=float(faces.areas[faces.k > 0].sum()),
        lost_m2=float(faces.areas[gone].sum()),
        weighted_m2=float((lost * weight).sum()),
        zones=zones,
        geometry=_joined(problem, faces, gone),
    )


def zones_seen(problem: Problem, plan: Coverage, number: int, camera_id: str) -> tuple[list[ZoneView], Geometry]:
    """List the zones that a camera of place `number` sees, the largest part first, and draw what only it sees."""
    place, faces = problem.places[number], plan.faces[number]
    row = next(row for row, camera in enumerate(place.cameras) if camera.camera_id == camera_id)
    mine = np.zeros(len(faces.areas), dtype=bool)
    mine[faces.seen[faces.seen[:, 1] == row, 0]] = True
    alone = mine & (faces.k == 1)
    seen, sole = (faces.by_zone(np.where(which, faces.areas, 0.0), len(place.zones)) for which in (mine, alone))
    views = [_view(place, at, float(seen[at]), float(sole[at])) for at in np.flatnonzero(seen >= rules.LEAST_SEEN_M2).tolist()]
    return sorted(views, key=lambda one: (-one.m2, one.zone_id)), _joined(problem, faces, alone)


def _view(place: Place, row: int, seen: float, sole: float) -> ZoneView:
    zone = place.zones[row]
    return ZoneView(zone.kind, zone.zone_id, zone.name or zone.zone_id, seen, sole)


def _joined(problem: Problem, faces: Arrangement, which: NDArray[np.bool_]) -> Geometry:
    """Join faces into one shape in the snapshot's CRS; empty where there are none."""
    if not which.any():
        return shapely.MultiPolygon()
    joined: Geometry = shapely.coverage_union_all(faces.faces[which])
    placed: Geometry = shapely.transform(joined, lambda points: points + problem.origin)
    return placed
