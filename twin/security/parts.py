"""What one camera row stands for: positions of a tour one after the other, several sensors at once, and what is blacked out.

A camera with positions on a tour looks only at these: its own heading is where it is parked. The position p is looked at for the
share dwell(p) / Σ (dwell + travel) of the time. Sensors look always. What row of a part leaves empty is as its camera has it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.findings import Finding
from twin.security import rules
from twin.security.places import local, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from twin.model.snapshot import Snapshot
    from twin.security.siting import Camera

    Floats = NDArray[np.float64]

__all__ = ["Part", "Parts", "read_parts"]


@dataclass(frozen=True, slots=True)
class Part:
    """One position or sensor, NaN = as the camera's; degrees, metres, pixels, seconds; with `dwell_s` 0 it is off the tour."""

    key: str
    camera_id: str
    kind: str
    place: float
    heading_deg: float
    tilt_deg: float
    hfov_deg: float
    vfov_deg: float
    reach: float
    width_px: float
    dwell_s: float
    travel_s: float

    def wrong(self) -> Iterator[tuple[str, float]]:
        """Name every column with which it cannot look, with its value."""
        sound = {
            "heading_deg": not 0.0 <= self.heading_deg <= 360.0 and not math.isnan(self.heading_deg),
            "hfov_deg": not 0.0 < self.hfov_deg <= 360.0 and not math.isnan(self.hfov_deg),
            "range_m": not 0.0 < self.reach < math.inf and not math.isnan(self.reach),
            "dwell_s": self.dwell_s < 0.0,
            "travel_s": self.travel_s < 0.0,
        }
        held = {**{name: getattr(self, name) for name in sound if name != "range_m"}, "range_m": self.reach}
        yield from ((name, held[name]) for name, bad in sound.items() if bad)


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts and masks by camera; `findings` name what is wrong with them."""

    parts: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    masks: dict[str, tuple[Floats, ...]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def of(self, camera: Camera) -> Camera:
        """Give a camera its eyes and masks; it stays itself where it has no parts that look."""
        masked = replace(camera, masks=self.masks.get(camera.camera_id, ()))
        looking = self.parts.get(camera.camera_id, ())
        if not looking:
            return masked
        tour = [part for part in looking if part.kind == "preset"]
        known = [part.dwell_s for part in tour if not math.isnan(part.dwell_s)]
        usual = float(np.mean(known)) if known else rules.TOUR_DWELL_S
        dwell = {part.key: usual if math.isnan(part.dwell_s) else part.dwell_s for part in tour}
        cycle = sum(dwell.values()) + sum(float(np.nan_to_num(part.travel_s)) for part in tour)
        return replace(
            masked, eyes=tuple(_eye(masked, part, dwell[part.key] / cycle if part in tour else 1.0) for part in looking)
        )


def _eye(camera: Camera, part: Part, share: float) -> Camera:
    def either(own: float, other: float) -> float:
        return other if math.isnan(own) else own

    hfov = either(part.hfov_deg, camera.hfov_deg)
    return replace(
        camera,
        part=part.key,
        share=share,
        heading_deg=math.nan if hfov >= 360.0 else either(part.heading_deg, camera.heading_deg),
        hfov_deg=hfov,
        tilt_deg=either(part.tilt_deg, camera.tilt_deg),
        vfov_deg=either(part.vfov_deg, camera.vfov_deg),
        reach=either(part.reach, camera.reach),
        width_px=either(part.width_px, camera.width_px),
    )


def read_parts(snapshot: Snapshot, origin: tuple[float, float], reach: dict[str, float]) -> Parts:
    """Read positions, sensors and masks.

    Parameters
    ----------
    origin
        Of the local frame.
    reach
        The farthest that a camera is reckoned with, by key: by night its infrared light's. No part reaches farther.
    """
    findings: list[Finding] = []
    parts: dict[str, list[Part]] = {}
    for part in _rows(snapshot):
        wrong = list(part.wrong())
        for name, value in wrong:
            values = {"name": name, "value": value}
            findings.append(Finding("error", "security.bad_part", "camera_preset", part.key, name, values=values))
        if not wrong and part.camera_id in reach and part.dwell_s != 0.0:
            near = min(part.reach, reach[part.camera_id]) if not math.isnan(part.reach) else math.nan
            parts.setdefault(part.camera_id, []).append(replace(part, reach=near))
    ordered = {key: tuple(sorted(mine, key=lambda one: (one.kind, one.place, one.key))) for key, mine in parts.items()}
    return Parts(ordered, dict(_masks(snapshot, origin, findings)), tuple(findings))


def _rows(snapshot: Snapshot) -> Iterator[Part]:
    columns = [
        snapshot.column("camera_preset", name)
        for name in ("heading_deg", "tilt_deg", "hfov_deg", "vfov_deg", "range_m", "width_px", "dwell_s", "travel_s")
    ]
    keys, cameras, kinds = (snapshot.column("camera_preset", name) for name in ("camera_preset_id", "camera_id", "kind"))
    place = np.nan_to_num(snapshot.column("camera_preset", "place"), nan=np.inf)
    for row, key in enumerate(keys):
        numbers = [float(column[row]) for column in columns]
        yield Part(str(key), text_of(cameras[row]), text_of(kinds[row]), float(place[row]), *numbers)


def _masks(snapshot: Snapshot, origin: tuple[float, float], findings: list[Finding]) -> Iterator[tuple[str, tuple[Floats, ...]]]:
    """Melt the masks of each camera; a mask hides all within its outer ring."""
    shapes = local(snapshot.column("privacy_mask", "geometry"), origin)
    owners = snapshot.column("privacy_mask", "camera_id")
    for key, empty in zip(snapshot.keys("privacy_mask"), shapely.area(shapes) <= 0.0, strict=True):
        if empty:
            findings.append(Finding("warning", "security.empty_mask", "privacy_mask", str(key), "geometry"))
    for key in sorted({text_of(owner) for owner in owners}):
        mine = shapely.get_parts(shapely.union_all(shapes[owners == key]))
        outer = shapely.union_all(shapely.polygons(shapely.get_exterior_ring(mine[shapely.get_dimensions(mine) == 2])))
        rings = [shapely.get_coordinates(shapely.get_exterior_ring(part))[:-1] for part in shapely.get_parts(outer)]
        yield key, tuple(ring for ring in rings if len(ring) >= 3)
