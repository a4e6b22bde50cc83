"""What is to be seen: samples of the floor, each with its weight and the density that it needs, and who sees which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.aiming import aimed
from gis.bins import grid_of
from gis.density import density_of_pairs
from gis.linework import edges_of
from gis.sampling import grid_points, seen_points
from gis.visibility import Occluders, look
from twin.security import rules
from twin.security.placement.banned import is_banned

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from gis.arrangement import Arrangement
    from twin.security.placement.asking import Ask
    from twin.security.placement.catalogue import Kind
    from twin.security.placement.poses import Poses, Setting
    from twin.security.places import Place, Zone

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Items = NDArray[np.int32]

__all__ = ["Samples", "need_of", "samples_of", "seen_lists"]

_CLEAR = 0.02
"""Metres that samples keep from walls."""
_WELL_INSIDE = 0.3
"""Metres within a banned room from which a look counts as a look in."""
_LOOK_STEP = 0.5
_BATCH = 20_000
"""Poses whose views are held at once."""


@dataclass(frozen=True, slots=True)
class Samples:
    """Points that stand for floor: `xy` local metres, shape ``(m, 2)``; `place` and `zone` of each.

    `area` m² that it stands for, `priority` of its zone, `need` pixels per metre. One with `need` infinite stands in a banned
    room: nobody may see it. `seen` tells which the cameras that hang already show finely enough.
    """

    xy: Floats
    place: Ints
    zone: Ints
    area: Floats
    priority: Floats
    need: Floats
    seen: NDArray[np.bool_]

    @property
    def banned(self) -> NDArray[np.bool_]:
        """Which must not be seen."""
        return np.isinf(self.need)

    @property
    def weight(self) -> Floats:
        """Area times priority; 0 in banned rooms."""
        return np.where(self.banned, 0.0, self.area * self.priority)


def need_of(zone: Zone, ask: Ask) -> float:
    """Give the density in pixels per metre that a zone needs; 0 where it asks for nothing, infinite where it is banned."""
    if is_banned(zone):
        return float("inf")
    if rules.PRIORITY.get(zone.zone_class, 1.0) <= 0.0 or (ask.classes and zone.zone_class not in ask.classes):
        return 0.0
    return ask.density or zone.required


def samples_of(place: Place, number: int, ask: Ask, faces: Arrangement, density: Floats) -> Samples:
    """Spread samples over the zones of a place.

    Parameters
    ----------
    faces, density
        What the cameras that hang already show of it, and how finely (see `twin.security.plan.Coverage`).
    """
    step = ask.step_of(float(np.sum(shapely.area(place.tiles))), outdoors=not place.floor_id)
    points, zones, areas, needs = [np.empty((0, 2))], [], [], []
    for row, (zone, tile) in enumerate(zip(place.zones, place.tiles, strict=True)):
        need = need_of(zone, ask)
        if need <= 0.0:
            continue
        found = grid_points(tile, _LOOK_STEP, _WELL_INSIDE) if np.isinf(need) else grid_points(tile, step, _CLEAR)
        points.append(found)
        zones += [row] * len(found)
        areas += [float(tile.area) / max(len(found), 1)] * len(found)
        needs += [need] * len(found)
    xy, zone_of, need_at = np.concatenate(points), np.array(zones, dtype=np.int64), np.array(needs, dtype=np.float64)
    best = np.zeros(len(xy))
    spot, face = shapely.STRtree(faces.faces).query(shapely.points(xy), predicate="intersects")
    np.maximum.at(best, spot, density[face])
    priority = np.array([rules.PRIORITY.get(place.zones[row].zone_class, 1.0) for row in zones], dtype=np.float64)
    return Samples(
        xy, np.full(len(xy), number, np.int64), zone_of, np.array(areas, dtype=np.float64), priority, need_at, best >= need_at
    )


def seen_lists(poses: Poses, kinds: Sequence[Kind], setting: Setting, points: Floats, need: Floats) -> tuple[Ints, Items]:
    """List the points that each pose of one setting shows finely enough, and banned ones however it shows them.

    Returns
    -------
    first, items
        As `gis.sampling.seen_points`.
    """
    occluders = Occluders.of(edges_of(setting.solid))
    grid = grid_of(np.hstack([points, points]))
    asks = np.where(np.isinf(need), 0.0, need)
    first, items = [np.zeros(1, np.int64)], [np.empty(0, np.int32)]
    for start in range(0, len(poses), _BATCH):
        part = poses.some(np.arange(start, min(start + _BATCH, len(poses))))
        cameras = [part.camera(row, kinds, setting, "") for row in range(len(part))]
        lenses = [camera.lens for camera in cameras]
        eyes, aim = aimed(lenses)
        begin, seen = seen_points(look(eyes, occluders, aim, setting.relief), points, grid)
        owner = np.repeat(np.arange(len(part)), np.diff(begin))
        width = np.array([camera.width_px for camera in cameras])
        fine = density_of_pairs(lenses, width, points, np.column_stack([seen.astype(np.int64), owner])) >= asks[seen]
        count = np.bincount(owner[fine], minlength=len(part))
        first.append(first[-1][-1] + np.cumsum(count))
        items.append(seen[fine])
    return np.concatenate(first).astype(np.int64), np.concatenate(items)
