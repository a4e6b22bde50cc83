"""Putting a building on the ground: by control points, or by one position and a heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely import Point

from api.importing.located import want_near
from gis.crs import WGS84, Helmert, district_crs, epsg_name, fit_helmert, to_crs
from twin.model.errors import UsageError
from twin.model.findings import Finding
from twin.model.placement import Placement, on_site, place_frames
from twin.model.tables import IN_BUILDING

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray
    from pyproj import CRS

    from twin.model.snapshot import Snapshot
    from twin.store import Store

__all__ = ["Placed", "Target", "place", "put"]

POOR_M, POOR_SCALE = 0.1, 0.002
"""A residual or a stretch beyond these is no survey: a grid's own scale stays within 0.0006 in its zone."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a building goes: control points, or a position in degrees with the heading of the model's y axis.

    `model` and `target` have shape ``(n, 2)``; `degrees` tells that the targets are longitude and latitude. `z` is the elevation
    of the model's zero; None finds its neighbours'.
    """

    model: NDArray[np.float64] | None = None
    target: NDArray[np.float64] | None = None
    degrees: bool = False
    at: tuple[float, float] | None = None
    heading: float = 0.0
    z: float | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """What a placement comes to: the transformation, the rows on the ground, and what is to be said of it."""

    key: str
    crs: CRS
    placement: Placement
    local: Snapshot
    frames: dict[str, gpd.GeoDataFrame]
    findings: list[Finding]

    def record(self) -> dict[str, Any]:
        """Give the figures as JSON."""
        helmert = self.placement.helmert
        return {
            "building_id": self.key,
            "crs": epsg_name(self.crs),
            "residuals_m": list(helmert.residuals),
            **self.placement.columns(),
        }


def place(store: Store, key: str, goal: Target) -> Placed:
    """Work a placement out, writing nothing.

    Raises
    ------
    UnknownKeyError
        If no building has this key.
    UsageError
        If it stands on the ground already, the points stretch it out of shape, or lie far from the district.
    """
    local = store.building(key)
    if local.crs is not None:
        raise UsageError("place.already", building=key)
    degrees = goal.at if goal.at is not None else (goal.target[0] if goal.target is not None and goal.degrees else None)
    if degrees is None and store.crs is None:
        raise UsageError("place.no_crs")
    crs = store.crs or district_crs(*(float(part) for part in degrees or (0.0, 0.0)))
    if degrees is not None:
        want_near(np.array([Point(*degrees)], dtype=object), WGS84, crs)
    helmert = _by_control(goal, crs) if goal.at is None else _by_position(local, goal, crs)
    if not 0.9 <= helmert.scale <= 1.1:
        raise UsageError("place.scale", scale=f"{helmert.scale:.4f}")
    district = store.snapshot()
    z = goal.z if goal.z is not None else _ground(district, local)
    placement = Placement(helmert, z, "control_points" if goal.at is None else "manual")
    frames = place_frames({name: local.frame(name) for name in IN_BUILDING}, placement, crs)
    frames["building"] = on_site(frames["building"], district)
    findings = _touching(district, key, frames["building"].geometry.iloc[0]) if store.crs else []
    return Placed(key, crs, placement, local, frames, findings + _poor_fit(helmert, key))


def put(store: Store, placed: Placed, who: str, reason: str) -> int:
    """Move the building to the ground as one change set; gives its number."""
    if store.crs is None:
        store.set_crs(placed.crs)
    with store.change(who, reason) as work:
        for name in IN_BUILDING:
            work.remove(name, list(placed.local.frame(name).index), local=True)
            work.put(name, placed.frames[name])
    return work.set_id


def _by_control(goal: Target, crs: CRS) -> Helmert:
    if goal.model is None or goal.target is None or len(goal.model) < 2:
        raise UsageError("place.few_points")
    target = goal.target
    if goal.degrees:
        target = shapely.get_coordinates(to_crs(shapely.points(target), WGS84, crs))
    return fit_helmert(goal.model, target)


def _by_position(local: Snapshot, goal: Target, crs: CRS) -> Helmert:
    """Put the middle of the footprint at the position, the model's y axis along the heading (true to the grid)."""
    middle = shapely.centroid(local.column("building", "geometry")[0])
    there = to_crs(Point(*(goal.at or (0.0, 0.0))), WGS84, crs)
    turned = Helmert(e=0.0, n=0.0, rotation_deg=-goal.heading).place(middle)
    return Helmert(e=there.x - turned.x, n=there.y - turned.y, rotation_deg=-goal.heading)


def _ground(district: Snapshot, local: Snapshot) -> float:
    """Find the height that brings the building's ground floor level with its neighbours'; 0 where it is the first."""
    elevations = district.column("building", "elevation")
    level = float(np.nanmedian(elevations)) if np.isfinite(elevations).any() else 0.0
    numbers, floors = local.column("floor", "number"), local.column("floor", "elevation")
    own = float(floors[numbers == 1][0]) if (numbers == 1).any() else 0.0
    return level - own


def _poor_fit(helmert: Helmert, key: str) -> list[Finding]:
    """Say so where control points contradict each other or stretch the building."""
    if helmert.residual <= POOR_M and abs(helmert.scale - 1.0) <= POOR_SCALE:
        return []
    fit = {"residual": f"{helmert.residual:.3f}", "scale": f"{helmert.scale:.5f}"}
    return [Finding("warning", "place.poor_fit", "building", key, values=fit)]


def _touching(district: Snapshot, key: str, footprint: object) -> list[Finding]:
    """Name the buildings that the footprint would share ground with."""
    others = district.column("building", "geometry")
    shared = shapely.area(shapely.intersection(others, footprint)) if len(others) else np.zeros(0)
    return [
        Finding("warning", "place.overlap", "building", key, values={"other": other, "area": round(float(area), 1)})
        for other, area in zip(district.keys("building"), shared, strict=True)
        if area > 1.0 and other != key
    ]
