"""From a snapshot to what the sweep needs: places with zones, opaque bodies and aimed cameras, near a local origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from twin.model.findings import Finding, sort_findings
from twin.security.atria import with_atria
from twin.security.floors import floor_place
from twin.security.grounds import grounds
from twin.security.places import Place, origin_of
from twin.security.scope import Params, Scope, scope_of
from twin.security.sharing import shared
from twin.security.siting import Camera, Roll, Skipped, read_cameras, site_indoors, site_outdoors

if TYPE_CHECKING:
    from twin.model.snapshot import Snapshot

__all__ = ["Params", "Problem", "build"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything that the answer depends on.

    `origin` is the easting and northing of the local zero, whole metres; `located` is false for a building in its own
    metres, whose y axis is not north. `places` are the floors in scope that have rooms, building by building from the lowest up,
    then the grounds.
    """

    origin: tuple[float, float]
    located: bool
    params: Params
    places: tuple[Place, ...]
    skipped: tuple[Skipped, ...]
    findings: tuple[Finding, ...]


def build(snapshot: Snapshot, params: Params | None = None, *, workers: int = 1) -> Problem:
    """Read the district, or the one building, that a snapshot holds.

    Parameters
    ----------
    snapshot
        Projected metres, or the metres of a building not yet placed: that has no cells and no sites.
    params
        Scope and scenario; everything in scope, doors open, when left out.
    workers
        Processes that share the floors; the answer is the same.

    Raises
    ------
    DataError
        If nothing in scope can be measured: no room, no cell, no site.
    UnknownKeyError
        If a key that is named does not exist.
    """
    params = params or Params()
    scope = scope_of(snapshot, params)
    origin = origin_of(snapshot, scope)
    roll = read_cameras(snapshot, origin, params)
    places: list[Place] = []
    here: dict[str, list[Camera]] = {}
    for camera in roll.cameras:
        here.setdefault(camera.floor_id, []).append(camera)
    storeys = _storeys(snapshot, scope)

    def storey(number: int) -> tuple[Place | None, Roll]:
        return _storey(snapshot, storeys[number], origin, params, here.get(storeys[number], []))

    for made, told in shared(storey, [1.0 + 4.0 * len(here.get(key, ())) for key in storeys], workers):
        places += [made] if made else []
        roll.skipped += told.skipped
        roll.findings += told.findings
    places = with_atria(snapshot, places, roll.cameras, origin, params)
    if scope.outdoors:
        outside, ground = grounds(snapshot, scope, origin, params)
        if not shapely.is_empty(outside.tiles).all():
            places.append(site_outdoors(outside, ground, roll))
        elif any(camera.floor_id == "" for camera in roll.cameras):
            roll.findings.append(Finding("warning", "security.no_grounds", "cell"))
    findings = [*roll.findings, *(finding for place in places for finding in place.findings)]
    if not any(place.cameras for place in places):
        findings.append(Finding("warning", "security.no_cameras", "camera", values={"skipped": len(roll.skipped)}))
    return Problem(
        origin, snapshot.crs is not None, params, tuple(places), _in_order(roll.skipped), tuple(sort_findings(findings))
    )


def _storey(
    snapshot: Snapshot, floor_id: str, origin: tuple[float, float], params: Params, cameras: list[Camera]
) -> tuple[Place | None, Roll]:
    """Read one floor and stand its cameras; none where there is no room to watch."""
    roll = Roll(cameras)
    place, panels = floor_place(snapshot, floor_id, origin, params)
    if shapely.is_empty(place.tiles).all():
        roll.findings.append(Finding("warning", "security.no_rooms", "floor", floor_id))
        return None, roll
    return site_indoors(place, panels, roll), roll


def _storeys(snapshot: Snapshot, scope: Scope) -> list[str]:
    """Order floors as people count them: by the building's name and key, then from the lowest up."""
    names = dict(zip(snapshot.keys("building"), snapshot.column("building", "name"), strict=True))
    building, number = snapshot.column("floor", "building_id"), snapshot.column("floor", "number")
    row = {key: place for place, key in enumerate(snapshot.keys("floor"))}
    ranked = [
        (str(names.get(building[row[key]]) or ""), str(building[row[key]]), float(np.nan_to_num(number[row[key]])), key)
        for key in scope.floors
    ]
    return [key for *_, key in sorted(ranked)]


def _in_order(skipped: list[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda one: one.camera_id))
