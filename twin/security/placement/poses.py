"""Candidate poses: every kind of camera, at every place where it could hang, in every direction."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.perches import headings_at, perches
from gis.sampling import grid_points
from twin.security.placement.banned import is_banned
from twin.security.siting import Camera

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from shapely import Geometry

    from gis.relief import Relief
    from twin.security.floors import Panels
    from twin.security.grounds import Ground
    from twin.security.placement.asking import Ask
    from twin.security.placement.catalogue import Kind
    from twin.security.places import Place

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Poses", "Setting", "poses_indoors", "poses_outdoors"]

CLEAR = 0.1
"""Metres between a wall and the lens of a proposed camera."""
_AHEAD = 0.6
"""Metres that must be free straight ahead: a camera that looks into the wall beside it is no candidate."""
_UNDER_CEILING = 0.15
"""Metres between a ceiling and the lens."""
_LOWEST = 2.0
"""Metres: no camera is hung lower."""
_CEILING_STEP = 3.0
_POST_STEP = 25.0
_FROM_BUILDINGS = 0.6
"""Metres that a post keeps from buildings."""
_TALLER = 0.3
"""Metres that a facade must rise over a camera that hangs on it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands in the way of lenses at one height over the target plane, as in `twin.security.places.Place`."""

    place: int
    height: float
    solid: Geometry
    relief: Relief


@dataclass(frozen=True, slots=True)
class Poses:
    """n poses in the local frame: metres, degrees; `kind` counts in the catalogue's kinds, `setting` in the settings.

    `heading_deg` is NaN for lenses that look all round, `z` NaN where the ground's elevation is not known. `mount` names where
    it hangs, `zone` counts in the zones of its place.
    """

    x: Floats
    y: Floats
    z: Floats
    heading_deg: Floats
    tilt_deg: Floats
    kind: Ints
    setting: Ints
    zone: Ints
    mount: NDArray[np.object_]

    def __len__(self) -> int:
        """Count them."""
        return len(self.x)

    def some(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Poses:
        """Keep some, in order."""
        return Poses(*(getattr(self, name)[rows] for name in self.__slots__))

    @classmethod
    def joined(cls, parts: Sequence[Poses]) -> Poses:
        """Put several after each other."""
        if not parts:
            none, nobody = np.empty(0), np.empty(0, np.int64)
            return cls(none, none, none, none, none, nobody, nobody, nobody, np.empty(0, dtype=object))
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__))

    def camera(self, row: int, kinds: Sequence[Kind], setting: Setting, floor_id: str) -> Camera:
        """Give one as a camera that sees, in its setting."""
        kind = kinds[self.kind[row]]
        return Camera(
            camera_id=f"candidate-{row}",
            name="",
            floor_id=floor_id,
            x=float(self.x[row]),
            y=float(self.y[row]),
            z=float(self.z[row]),
            heading_deg=float(self.heading_deg[row]),
            hfov_deg=kind.hfov_deg,
            reach=kind.range_m,
            tilt_deg=float(self.tilt_deg[row]),
            vfov_deg=kind.vfov_deg,
            width_px=float(kind.width_px),
            height=setting.height,
        )


def poses_indoors(
    place: Place, panels: Panels, ceilings: Floats, ask: Ask, number: int, begin: int
) -> tuple[Poses, list[Setting]]:
    """List the poses of one floor.

    Parameters
    ----------
    ceilings
        Clear height of each zone of the place, metres over the floor, shape ``(zones,)``.
    number, begin
        Row of the place among all places, and of its first setting among all settings.
    """
    floor = panels.target - ask.scope.target_z
    over = np.floor(np.minimum(ask.mount_m, ceilings - _UNDER_CEILING) * 20.0) / 20.0
    over = np.where(np.array([is_banned(zone) for zone in place.zones], dtype=bool), np.nan, over)
    over[over < max(_LOWEST, ask.scope.target_z + 0.2)] = np.nan
    tree = shapely.STRtree([zone.geometry for zone in place.zones])
    found: list[Poses] = []
    settings: list[Setting] = []
    for level in np.unique(over[np.isfinite(over)]):
        z = floor + float(level)
        meets = panels.against(z)
        height = z - panels.target if panels.heights else math.nan
        setting = Setting(number, height, panels.wall(meets), panels.relief(meets))
        free = shapely.difference(panels.inside, setting.solid)
        hung = _Hung(free, begin + len(settings), z, ask)
        settings.append(setting)
        walls, _ = perches(free, CLEAR, ask.spacing_of(outdoors=False))
        rooms = np.flatnonzero(over == level)
        spots = [grid_points(shapely.difference(place.tiles[room], setting.solid), _CEILING_STEP, 0.5) for room in rooms]
        for mount, at in (("wall", walls), ("ceiling", np.concatenate([np.empty((0, 2)), *spots]))):
            zone = _zone_of(tree, at)
            mine = (zone >= 0) & np.isin(zone, rooms)
            found.append(hung.poses(mount, at[mine], zone[mine]))
    return Poses.joined(found), settings


def poses_outdoors(place: Place, ground: Ground, ask: Ask, number: int, begin: int) -> tuple[Poses, list[Setting]]:
    """List the poses of the grounds: on facades, and on posts along the borders of the cells and over the open ground."""
    known = np.flatnonzero(np.isfinite(ground.elevation))
    height = ask.outdoor_m - ask.scope.target_z if ground.heights and len(known) else math.nan
    meets = ground.against(height)
    setting = Setting(number, height, ground.wall(meets), ground.relief(meets))
    open_ground = shapely.union_all(place.tiles)
    free = shapely.difference(open_ground, shapely.union_all(ground.bodies)) if len(ground.bodies) else open_ground
    spots, _ = perches(free, CLEAR, ask.spacing_of(outdoors=True))
    spots = np.concatenate([spots, grid_points(free, _POST_STEP, 1.0)])
    nearest = (
        shapely.STRtree(ground.bodies).query_nearest(shapely.points(spots), all_matches=False)[1] if len(ground.bodies) else None
    )
    away = np.full(len(spots), np.inf) if nearest is None else shapely.distance(ground.bodies[nearest], shapely.points(spots))
    tall = np.zeros(len(spots)) if nearest is None else np.nan_to_num(ground.tall[nearest], nan=np.inf)
    facade = (away < 2.0 * CLEAR) & (tall > ask.outdoor_m + _TALLER)
    post = away > _FROM_BUILDINGS
    zone = _zone_of(shapely.STRtree([each.geometry for each in place.zones]), spots)
    found = []
    for mount, which in (("facade", facade), ("post", post)):
        rows = np.flatnonzero(which & (zone >= 0))
        made = _Hung(free, begin, math.nan, ask).poses(mount, spots[rows], zone[rows])
        found.append(replace(made, z=_ground_at(ground, known, made) + ask.outdoor_m))
    return Poses.joined(found), [setting]


def _ground_at(ground: Ground, known: NDArray[np.intp], poses: Poses) -> Floats:
    """Give the elevation of the ground: that at the nearest building; NaN where none is known."""
    if len(known) == 0 or len(poses) == 0:
        return np.full(len(poses), np.nan)
    tree = shapely.STRtree(ground.bodies[known])
    nearest = tree.query_nearest(shapely.points(poses.x, poses.y), all_matches=False)[1]
    elevation: Floats = ground.elevation[known[nearest]]
    return elevation


def _zone_of(tree: shapely.STRtree, spots: Floats) -> Ints:
    """Name the zone of each spot, the first where there are several; -1 where there is none."""
    zone = np.full(len(spots), -1, dtype=np.int64)
    spot, found = tree.query(shapely.points(spots), predicate="within")
    zone[spot[::-1]] = found[::-1]
    return zone


@dataclass(frozen=True, slots=True)
class _Hung:
    """Kinds and directions at spots of one height."""

    free: Geometry
    setting: int
    z: float
    ask: Ask

    def poses(self, mount: str, spots: Floats, zone: Ints) -> Poses:
        """Hang every kind that fits the mount, in every direction that is free."""
        clear = headings_at(spots, self.free, self.ask.headings, _AHEAD) if len(spots) else np.empty((0, self.ask.headings), bool)
        spot, turn = np.nonzero(clear)
        made = []
        for number, kind in enumerate(self.ask.offered.kinds):
            if mount not in kind.mounts:
                continue
            round_about = kind.hfov_deg >= 360.0
            rows = np.arange(len(spots)) if round_about else spot
            heading = np.full(len(rows), np.nan) if round_about else 360.0 * turn / self.ask.headings
            made += [self._these(mount, number, tilt, spots[rows], (heading, zone[rows])) for tilt in kind.tilts_deg]
        return Poses.joined(made)

    def _these(self, mount: str, kind: int, tilt: float, spots: Floats, of: tuple[Floats, Ints]) -> Poses:
        count = len(spots)
        return Poses(
            x=spots[:, 0],
            y=spots[:, 1],
            z=np.full(count, self.z),
            heading_deg=of[0],
            tilt_deg=np.full(count, tilt),
            kind=np.full(count, kind, dtype=np.int64),
            setting=np.full(count, self.setting, dtype=np.int64),
            zone=of[1],
            mount=np.full(count, mount, dtype=object),
        )
