"""Cameras put where they can see: checked, aimed, and moved off the wall they hang on."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gis.lens import WIDEST, Lens
from gis.standing import stand_clear
from twin.model.findings import Finding
from twin.model.snapshot import OUTDOORS
from twin.security import rules
from twin.security.dark import bad_windows, dark_at
from twin.security.parts import Parts, read_parts
from twin.security.places import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from shapely import Geometry

    from twin.model.snapshot import Snapshot
    from twin.security.floors import Panels
    from twin.security.grounds import Ground
    from twin.security.places import Place
    from twin.security.scope import Params

    Floats = NDArray[np.float64]

__all__ = ["Camera", "Roll", "Skipped", "read_cameras", "site_indoors", "site_outdoors"]


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that sees: `x`, `y` is where its eye stands in local metres, `nudged` metres from where its row puts it.

    `heading_deg` is clockwise from north, NaN where it looks all round; `hfov_deg` in (0, 360]; `reach` and `z` in metres,
    `z` NaN where unknown; `tilt_deg` below the horizon and `vfov_deg` NaN where unknown; `width_px` NaN likewise; `height` of the
    lens over the target plane, NaN where it is reckoned in plan; `solid` counts in the solids of its place. `masks` are rings of
    ground that its picture is blacked out over. A camera with several positions or sensors has `eyes`, cameras of their own with
    the key of the `part` and its `share` of the time. One that is `through` stands on another floor and looks in.
    """

    camera_id: str
    name: str
    floor_id: str
    x: float
    y: float
    z: float
    heading_deg: float
    hfov_deg: float
    reach: float
    tilt_deg: float = math.nan
    vfov_deg: float = math.nan
    width_px: float = math.nan
    height: float = math.nan
    nudged: float = 0.0
    solid: int = 0
    masks: tuple[NDArray[np.float64], ...] = ()
    part: str = ""
    share: float = 1.0
    eyes: tuple[Camera, ...] = ()
    through: bool = False

    @property
    def lens(self) -> Lens:
        """Its lens as `gis` reckons with it."""
        angles = (math.nan, math.nan) if math.isnan(self.height) else (self.tilt_deg, self.vfov_deg)
        return Lens(self.x, self.y, self.heading_deg, self.hfov_deg, self.reach, self.height, *angles, masks=self.masks)

    @property
    def looks(self) -> tuple[Camera, ...]:
        """Its eyes: itself, or each position of its tour and each of its sensors."""
        return self.eyes or (self,)

    def standing(self, x: float, y: float, height: float, solid: int) -> Camera:
        """Stand it, with all its eyes, where it sees from; `nudged` is how far that is from where it was."""
        eyes = tuple(eye.standing(x, y, height, solid) for eye in self.eyes)
        nudged = math.hypot(x - self.x, y - self.y)
        return replace(self, x=x, y=y, height=height, solid=solid, nudged=nudged, eyes=eyes)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A camera that was left out.

    `reason` is faulty, maintenance, outage, planned, bad_pose, no_floor, off_floor, in_wall or in_building.
    """

    camera_id: str
    reason: str


@dataclass(slots=True)
class Roll:
    """The cameras as they are gone through: those that see, those left out, and what is wrong with them."""

    cameras: list[Camera] = field(default_factory=list)
    parts: Parts = field(default_factory=Parts)
    skipped: list[Skipped] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def leave_out(self, camera_id: str, reason: str, *findings: Finding) -> None:
        """Note a camera that is left out and why."""
        self.skipped.append(Skipped(camera_id, reason))
        self.findings += findings


def read_cameras(snapshot: Snapshot, origin: tuple[float, float], params: Params) -> Roll:
    """Read every camera row; leave out what does not work and what makes no sense."""
    roll = Roll()
    status, floors = snapshot.column("camera", "status"), set(snapshot.keys("floor"))
    rows = list(_rows(snapshot, origin, params))
    roll.parts = read_parts(snapshot, origin, {camera.camera_id: camera.reach for camera in rows})
    roll.findings += [*roll.parts.findings, *bad_windows(snapshot)]
    dark = dark_at(snapshot, params.at) if params.at else frozenset()
    for row, camera in enumerate(rows):
        wrong = list(_wrong(camera))
        if status[row] in rules.OUT_OF_ORDER and not params.include_faulty:
            roll.leave_out(camera.camera_id, str(status[row]))
        elif camera.camera_id in params.outages:
            roll.leave_out(camera.camera_id, "outage")
        elif camera.camera_id in dark:
            roll.leave_out(camera.camera_id, "planned")
        elif wrong:
            roll.leave_out(camera.camera_id, "bad_pose", *wrong)
        elif camera.floor_id not in {OUTDOORS, *floors}:
            roll.leave_out(camera.camera_id, "no_floor", _fault(camera, "security.no_floor", "floor_id", floor=camera.floor_id))
        else:
            roll.cameras.append(roll.parts.of(camera))
    return roll


def _rows(snapshot: Snapshot, origin: tuple[float, float], params: Params) -> Iterator[Camera]:
    keys, names, floors = (snapshot.column("camera", name) for name in ("camera_id", "name", "floor_id"))
    z, heading, hfov, reach = (snapshot.column("camera", name) for name in ("z", "heading_deg", "hfov_deg", "range_m"))
    tilt, vfov, pixels = (snapshot.column("camera", name) for name in ("tilt_deg", "vfov_deg", "width_px"))
    if params.night:
        by_night = snapshot.column("camera", "night_range_m")
        reach = np.where(np.isnan(by_night), reach, np.minimum(reach, by_night))
    if params.zoom:
        hfov, vfov = _zoomed(hfov, vfov, snapshot.column("camera", f"hfov_{params.zoom}_deg"))
    points = snapshot.column("camera", "geometry")
    x, y = shapely.get_x(points) - origin[0], shapely.get_y(points) - origin[1]
    for row, key in enumerate(keys):
        yield Camera(
            camera_id=str(key),
            name=text_of(names[row]),
            floor_id=text_of(floors[row]),
            x=float(x[row]),
            y=float(y[row]),
            z=float(z[row]),
            heading_deg=math.nan if hfov[row] >= 360.0 else float(heading[row]),
            hfov_deg=float(hfov[row]),
            reach=float(reach[row]),
            tilt_deg=float(tilt[row]),
            vfov_deg=float(vfov[row]) if vfov[row] > 0.0 else math.nan,
            width_px=float(pixels[row]),
        )


def _zoomed(hfov: Floats, vfov: Floats, to: Floats) -> tuple[Floats, Floats]:
    """Turn the zoom of the lenses that can: both tangents grow alike."""
    zooms = (to > 0.0) & (to < WIDEST) & (hfov > 0.0) & (hfov < WIDEST)
    grow = np.where(
        zooms, np.tan(np.radians(np.where(zooms, to, 90.0)) / 2.0) / np.tan(np.radians(np.where(zooms, hfov, 90.0)) / 2.0), 1.0
    )
    high = np.degrees(2.0 * np.arctan(np.tan(np.radians(vfov) / 2.0) * grow))
    return np.where(zooms, to, hfov), np.where(zooms, high, vfov)


def _fault(camera: Camera, code: str, column: str, **values: object) -> Finding:
    return Finding("error", code, "camera", camera.camera_id, column, values=values)


def _wrong(camera: Camera) -> Iterator[Finding]:
    """Find every number of a camera with which it cannot see; a NaN fails each comparison."""
    sound = {
        "geometry": math.isfinite(camera.x) and math.isfinite(camera.y),
        "hfov_deg": 0.0 < camera.hfov_deg <= 360.0,
        "heading_deg": camera.hfov_deg >= 360.0 or 0.0 <= camera.heading_deg <= 360.0,
        "range_m": 0.0 < camera.reach < math.inf,
    }
    seen = {"geometry": camera.x, "hfov_deg": camera.hfov_deg, "heading_deg": camera.heading_deg, "range_m": camera.reach}
    for column, fits in sound.items():
        if not fits:
            value = "-" if math.isnan(seen[column]) else seen[column]
            yield _fault(camera, "security.bad_pose", column, name=column, value=value)


def site_indoors(place: Place, panels: Panels, roll: Roll) -> Place:
    """Stand the cameras of one floor clear of its walls; each meets the panels that reach up to its lens."""
    solids, number_of = list(place.solids), {(panels.against(math.nan).tobytes(), True): 0}
    reliefs = [panels.relief(panels.against(math.nan))]
    stood: list[Camera] = []
    over = np.zeros(len(panels.bodies), dtype=bool)
    for camera in (camera for camera in roll.cameras if camera.floor_id == place.floor_id):
        meets = panels.against(camera.z)
        kind = meets.tobytes(), panels.flat(camera.z)
        if kind not in number_of:
            number_of[kind] = len(solids)
            solids.append(panels.wall(meets, flat=kind[1]))
            reliefs.append(panels.relief(meets))
        number = number_of[kind]
        if not shapely.intersects(place.inside, shapely.Point(camera.x, camera.y)):
            roll.leave_out(camera.camera_id, "off_floor", _fault(camera, "security.off_floor", "geometry", floor=place.name))
            continue
        moved = _stand(camera, solids[number])
        if moved is None:
            roll.leave_out(camera.camera_id, "in_wall", _fault(camera, "security.in_wall", "geometry"))
            continue
        height = camera.z - panels.target if panels.heights else math.nan
        stood.append(camera.standing(*moved, height, number))
        roll.findings += _banned(stood[-1], place)
        over |= panels.crossing & ~meets
    stood.sort(key=lambda camera: (camera.solid, camera.camera_id))
    looked_over = 0 if panels.heights else int(over.sum())
    return replace(place, solids=tuple(solids), reliefs=tuple(reliefs), cameras=tuple(stood), looked_over=looked_over)


def site_outdoors(place: Place, ground: Ground, roll: Roll) -> Place:
    """Stand the cameras of the grounds clear of the buildings; those too far off to see any of it are passed over."""
    stood: list[Camera] = []
    solids, reliefs = list(place.solids), [ground.relief(np.ones(len(ground.bodies), dtype=bool))]
    number_of = {np.ones(len(ground.bodies), dtype=bool).tobytes(): 0}
    tiles = shapely.STRtree(place.tiles)
    for camera in (camera for camera in roll.cameras if camera.floor_id == OUTDOORS):
        if len(tiles.query(shapely.Point(camera.x, camera.y), predicate="dwithin", distance=camera.reach)) == 0:
            continue
        height = ground.height_of(camera.x, camera.y, camera.z)
        meets = ground.against(height)
        if meets.tobytes() not in number_of:
            number_of[meets.tobytes()] = len(solids)
            solids.append(ground.wall(meets))
            reliefs.append(ground.relief(meets))
        moved = _stand(camera, solids[number_of[meets.tobytes()]])
        if moved is None:
            roll.leave_out(camera.camera_id, "in_building", _fault(camera, "security.in_building", "floor_id"))
        else:
            stood.append(camera.standing(*moved, height, number_of[meets.tobytes()]))
    stood.sort(key=lambda camera: (camera.solid, camera.camera_id))
    return replace(place, solids=tuple(solids), reliefs=tuple(reliefs), cameras=tuple(stood))


def _stand(camera: Camera, walls: Geometry) -> tuple[float, float] | None:
    spot = np.array([camera.x, camera.y])
    clear = stand_clear(spot, camera.heading_deg, walls, rules.NUDGE_CLEAR, rules.NUDGE_DEEPEST)
    return None if clear is None else (float(clear[0]), float(clear[1]))


def _banned(camera: Camera, place: Place) -> Iterator[Finding]:
    """Report a camera in a room where no image may be taken."""
    point = shapely.Point(camera.x, camera.y)
    for zone in place.zones:
        if zone.zone_class in rules.BANNED_CLASSES and shapely.contains(zone.geometry, point):
            yield Finding(
                "warning", "security.banned_room", "camera", camera.camera_id, "geometry",
                values={"room": zone.name or zone.zone_id, "verified": rules.BANNED_VERIFIED},
            )  # fmt: skip
