"""Atria: cameras of an upper floor look down through the hole in it at the floor below.

The rule of the data: a room whose clear height reaches `rules.ATRIUM_OVER` above the level of a higher floor is open to it, and
the part of it over which that floor has no room is a hole there. Seen from above, every floor between is a slab with its holes,
`rules.SLAB` thick, and the panels of all these floors stand where they are: prisms over the target plane of the floor below, none
of which hides everything, so that all of it is reckoned exactly (`gis.bands`). Lifts and shafts are no atria.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.relief import Relief
from twin.security import rules
from twin.security.floors import floor_place
from twin.security.places import areal, local
from twin.security.siting import Roll, site_indoors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.floors import Panels
    from twin.security.places import Place
    from twin.security.scope import Params
    from twin.security.siting import Camera

__all__ = ["with_atria"]


def with_atria(
    snapshot: Snapshot, places: Sequence[Place], cameras: Sequence[Camera], origin: tuple[float, float], params: Params
) -> list[Place]:
    """Add to each floor the cameras of higher floors that look down at it.

    Parameters
    ----------
    places
        Floors, with their cameras.
    cameras
        Every camera that works, as its row has it: also those of floors that are not asked for.
    """
    if not params.heights:
        return list(places)
    high = snapshot.column("room", "height")
    base = snapshot.column("room", "elevation")
    level = dict(zip(map(str, snapshot.keys("floor")), snapshot.column("floor", "elevation"), strict=True))
    building = dict(zip(map(str, snapshot.keys("floor")), snapshot.column("floor", "building_id"), strict=True))
    above: dict[object, list[str]] = {}
    for key in sorted(level, key=lambda key: (level[key], key)):
        above.setdefault(building[key], []).append(key)
    made = []
    for place in places:
        rows = snapshot.on_floor("room", place.floor_id)
        top = np.where(np.isnan(base[rows]), level[place.floor_id], base[rows]) + high[rows]
        upper = [key for key in above[building[place.floor_id]] if level[key] > level[place.floor_id] + rules.ATRIUM_OVER]
        upper = [key for key in upper if np.any(top > level[key] + rules.ATRIUM_OVER)]
        if upper:
            stack = _Stack(snapshot, place, upper, origin, params)
            made.append(stack.seen_by({key: [camera for camera in cameras if camera.floor_id == key] for key in upper}, places))
        else:
            made.append(place)
    return made


class _Stack:
    """One floor with an atrium, and the floors that it is open to, from the lowest up."""

    def __init__(self, snapshot: Snapshot, place: Place, upper: list[str], origin: tuple[float, float], params: Params) -> None:
        self._snapshot, self._origin, self._params = snapshot, origin, params
        bare, self._panels = floor_place(snapshot, place.floor_id, origin, params, watched=True)
        self._place = place if place.cameras else replace(place, solids=bare.solids, inside=bare.inside)
        self._upper = upper
        self._levels = {key: float(snapshot.row("floor", key)["elevation"]) for key in upper}
        self._holes = {key: self._hole(key) for key in upper}

    def seen_by(self, cameras: dict[str, list[Camera]], places: Sequence[Place]) -> Place:
        """Add the cameras of the upper floors from whose reach a hole is not too far."""
        standing = {place.floor_id: place.cameras for place in places}
        solids, reliefs, found = list(self._place.solids), list(self._place.reliefs), []
        panels: list[Panels] = [self._panels]
        for number, key in enumerate(self._upper):
            bare, mine = floor_place(self._snapshot, key, self._origin, self._params, watched=True)
            panels.append(mine)
            if self._holes[key].is_empty:
                break  # whatever lies higher is cut off
            stood = standing.get(key) or site_indoors(bare, mine, Roll(cameras[key])).cameras
            down = [camera for camera in stood if not camera.through and self._looks_in(camera, key)]
            if down:
                far = max(eye.reach for camera in down for eye in camera.looks)
                reliefs.append(self._relief(panels, self._upper[: number + 1], far))
                solids.append(shapely.Polygon())
                found += [self._from_above(camera, len(solids) - 1) for camera in down]
        return replace(
            self._place, solids=tuple(solids), reliefs=tuple(reliefs), cameras=(*self._place.cameras, *found)
        )  # in the order of their solids

    def _hole(self, key: str) -> Geometry:
        """Give what of the atrium rooms no room of an upper floor covers."""
        rows = self._snapshot.on_floor("room", self._place.floor_id)
        base = self._snapshot.column("room", "elevation")[rows]
        floor = float(self._snapshot.row("floor", self._place.floor_id)["elevation"])
        top = np.where(np.isnan(base), floor, base) + self._snapshot.column("room", "height")[rows]
        kinds = self._snapshot.column("room", "room_class")[rows]
        opens = (top > self._levels[key] + rules.ATRIUM_OVER) & ~np.isin(kinds.astype(str), sorted(rules.NO_ATRIUM))
        rooms = local(self._snapshot.column("room", "geometry")[rows[opens]], self._origin)
        over = local(self._snapshot.column("room", "geometry")[self._snapshot.on_floor("room", key)], self._origin)
        hole = areal(shapely.difference(shapely.union_all(rooms), shapely.union_all(over)))
        parts = shapely.get_parts(hole)
        return shapely.multipolygons(parts[shapely.area(parts) >= rules.LEAST_HOLE_M2])

    def _looks_in(self, camera: Camera, key: str) -> bool:
        reach = max(eye.reach for eye in camera.looks)
        known = not math.isnan(camera.height) and camera.z > self._levels[key]
        return known and bool(shapely.distance(self._holes[key], shapely.Point(camera.x, camera.y)) < reach)

    def _from_above(self, camera: Camera, solid: int) -> Camera:
        stood = camera.standing(camera.x, camera.y, camera.z - self._place.target, solid)
        return replace(
            stood,
            through=True,
            nudged=camera.nudged,
            eyes=tuple(replace(eye, through=True) for eye in stood.eyes),
        )

    def _relief(self, panels: Sequence[Panels], keys: Sequence[str], far: float) -> Relief:
        """Put slabs and panels over the target plane."""
        bodies: list[Geometry] = []
        feet: list[NDArray[np.float64]] = []
        tops: list[NDArray[np.float64]] = []
        for body, low, high in (*self._slabs(keys, far), *(one.rising(np.zeros(len(one.bodies), dtype=bool)) for one in panels)):
            bodies += body
            feet.append(low)
            tops.append(high)
        target = self._place.target
        return Relief.of(bodies, np.concatenate(feet) - target, np.concatenate(tops) - target)

    def _slabs(
        self, keys: Sequence[str], far: float
    ) -> Iterator[tuple[list[Geometry], NDArray[np.float64], NDArray[np.float64]]]:
        """Draw each floor as a slab that goes on beyond its building: nothing is seen past its edge."""
        box = shapely.buffer(shapely.union_all(list(self._holes.values())), 2.0 * far, join_style="mitre").envelope
        for key in keys:
            level = self._levels[key]
            yield [shapely.difference(box, self._holes[key])], np.array([level - rules.SLAB]), np.array([level])
