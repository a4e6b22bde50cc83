"""Putting a building on the ground: its frames from the model's own metres to the district's CRS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from gis.crs import Helmert
from twin.model.tables import IN_BUILDING, TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from pyproj import CRS

    from twin.model.snapshot import Snapshot

__all__ = ["HEIGHTS", "Placement", "on_site", "place_frames", "placement_of"]

HEIGHTS = ("z", "z_low", "z_high", "elevation")
"""Columns that rise with the building."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a building stands: a plane Helmert transformation, the height of its zero, and what it rests on.

    `method` is one of the allowed values of ``building.georeference``.
    """

    helmert: Helmert
    z: float
    method: str

    def columns(self) -> dict[str, object]:
        """Give the columns of `building` that remember it."""
        held = self.helmert
        return {
            "georeference": self.method,
            "place_e": held.e,
            "place_n": held.n,
            "place_z": self.z,
            "place_rotation_deg": held.rotation_deg,
            "place_scale": held.scale,
            "place_residual": held.residual,
        }


def placement_of(building: pd.Series[object]) -> Placement:
    """Read back from a row of `building` where it was put."""
    e, n, z, turn, scale, residual = (
        float(str(building[name])) if building[name] == building[name] else 0.0
        for name in ("place_e", "place_n", "place_z", "place_rotation_deg", "place_scale", "place_residual")
    )
    return Placement(
        Helmert(e=e, n=n, rotation_deg=turn, scale=scale or 1.0, residual=residual), z, str(building["georeference"])
    )


def place_frames(frames: Mapping[str, gpd.GeoDataFrame], placement: Placement, crs: CRS) -> dict[str, gpd.GeoDataFrame]:
    """Move a building's frames from its own metres to the district.

    Parameters
    ----------
    frames
        Frames of `IN_BUILDING` tables, geometry and heights in model metres.
    placement
        Where to.
    crs
        The district's CRS.

    Returns
    -------
    New frames. Areas stay as drawn: a map scale of 1.0003 does not make a room larger.
    """
    placed: dict[str, gpd.GeoDataFrame] = {}
    for name in IN_BUILDING:
        if name not in frames:
            continue
        held = frames[name]
        geometry = placement.helmert.place(np.array(held.geometry, dtype=object)) if TABLES[name].shape else held.geometry
        moved = gpd.GeoDataFrame(
            held.drop(columns=held.geometry.name), geometry=gpd.GeoSeries(list(geometry), index=held.index), crs=None
        )
        for column in HEIGHTS:
            if column in moved and column in TABLES[name].by_name:
                moved[column] = moved[column].astype("float64") + placement.z
        if name == "building":
            moved = moved.assign(**placement.columns())
        placed[name] = moved.set_crs(crs, allow_override=True)
    return placed


def on_site(building: gpd.GeoDataFrame, district: Snapshot) -> gpd.GeoDataFrame:
    """Name the site on whose grounds a building (one row) stands, where there is one."""
    sites = district.column("site", "geometry")
    inside = np.flatnonzero(shapely.covers(sites, shapely.point_on_surface(building.geometry.iloc[0])))
    return building.assign(site_id=district.keys("site")[inside[0]]) if len(inside) else building
