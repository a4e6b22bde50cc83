"""`twin place`: put a building on the ground, by control points or by one position and a heading."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Point

from api.importing.located import want_near
from api.opening import actor, find_building, opened
from gis.crs import WGS84, Helmert, district_crs, epsg_name, fit_helmert, to_crs
from twin.model.errors import UsageError
from twin.model.findings import Finding
from twin.model.placement import Placement, on_site, place_frames
from twin.model.tables import IN_BUILDING
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from numpy.typing import NDArray
    from pyproj import CRS

    from api.console import Console
    from twin.model.snapshot import Snapshot


POOR_M, POOR_SCALE = 0.1, 0.002
"""A residual or a stretch beyond these is no survey: a grid's own scale stays within 0.0006 in its zone."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("building", help=str(say("cli.help.place_building")))
    ways = parser.add_mutually_exclusive_group(required=True)
    ways.add_argument("--control", type=Path, metavar="FILE", help=str(say("cli.help.control")))
    ways.add_argument("--at", metavar="LON,LAT", help=str(say("cli.help.at")))
    parser.add_argument("--heading", type=float, metavar="DEG", help=str(say("cli.help.heading")))
    parser.add_argument("--z", type=float, metavar="M", help=str(say("cli.help.z")))
    parser.add_argument("--dry-run", action="store_true", help=str(say("cli.help.dry_run")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Find the transformation, move the building, say how well it fits and what it now touches."""
    _want_heading(args)
    with opened(args, console) as store:
        key, placed = find_building(store, args.building)
        if placed:
            raise UsageError("place.already", building=args.building)
        local = store.building(key)
        lon_lat, pairs = _targets(args)
        crs = store.crs or district_crs(*lon_lat)
        if args.at or (pairs is not None and pairs[2]):
            want_near(np.array([Point(*lon_lat)], dtype=object), WGS84, crs)
        helmert = _by_control(pairs, crs) if pairs is not None else _by_position(local, lon_lat, args.heading, crs)
        if not 0.9 <= helmert.scale <= 1.1:
            raise UsageError("place.scale", scale=f"{helmert.scale:.4f}")
        z = args.z if args.z is not None else _ground(store.snapshot(), local)
        placement = Placement(helmert, z, "control_points" if pairs is not None else "manual")
        frames = place_frames({name: local.frame(name) for name in IN_BUILDING}, placement, crs)
        frames["building"] = on_site(frames["building"], store.snapshot())
        touched = _touching(store.snapshot(), key, frames["building"].geometry.iloc[0]) if store.crs else []
        touched += _poor_fit(helmert, key)
        if not args.dry_run:
            if store.crs is None:
                store.set_crs(crs)
            with store.change(actor(), f"place {args.building}") as work:
                for name in IN_BUILDING:
                    work.remove(name, list(local.frame(name).index), local=True)
                    work.put(name, frames[name])
    figures = {"e": f"{helmert.e:.3f}", "n": f"{helmert.n:.3f}", "z": f"{z:.2f}", "turn": f"{helmert.rotation_deg:.4f}"}
    fit = {"scale": f"{helmert.scale:.6f}", "residual": f"{helmert.residual:.3f}"}
    console.say("place.done", building=args.building, crs=epsg_name(crs), **figures, **fit)
    console.findings(touched)
    if args.dry_run:
        console.say("cli.dry_run")
    record = {"building_id": key, "crs": epsg_name(crs), "dry_run": args.dry_run, "residuals_m": list(helmert.residuals)}
    console.result({**record, **placement.columns(), "findings": [finding.record() for finding in touched]})
    return 0


def _want_heading(args: argparse.Namespace) -> None:
    if args.at and args.heading is None:
        raise UsageError("place.no_heading")
    if args.heading is not None and not -360.0 <= args.heading <= 360.0:
        raise UsageError("place.bad_heading", heading=args.heading)


def _poor_fit(helmert: Helmert, key: str) -> list[Finding]:
    """Say so where control points contradict each other or stretch the building."""
    if helmert.residual <= POOR_M and abs(helmert.scale - 1.0) <= POOR_SCALE:
        return []
    fit = {"residual": f"{helmert.residual:.3f}", "scale": f"{helmert.scale:.5f}"}
    return [Finding("warning", "place.poor_fit", "building", key, values=fit)]


Pairs = tuple["NDArray[np.float64]", "NDArray[np.float64]", bool]


def _targets(args: argparse.Namespace) -> tuple[tuple[float, float], Pairs | None]:
    """Read where to: a position in degrees, and the control points if there are any (model, target, target in degrees)."""
    if args.at:
        try:
            lon, lat = (float(part) for part in args.at.split(","))
        except ValueError as error:
            raise UsageError("place.bad_at", at=args.at) from error
        return (lon, lat), None
    model, target, degrees = read_control(args.control)
    return (float(target[0, 0]), float(target[0, 1])) if degrees else (0.0, 0.0), (model, target, degrees)


def read_control(path: Path) -> Pairs:
    """Read control points: CSV with x, y (model metres) and lon, lat (degrees) or e, n (metres of the store's CRS)."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError("place.no_control", file=path) from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("gb18030", errors="replace")
    rows = [{str(key).strip().lower(): value for key, value in row.items()} for row in csv.DictReader(io.StringIO(text))]
    degrees = bool(rows) and {"lon", "lat"} <= set(rows[0])
    wanted = ("x", "y", *(("lon", "lat") if degrees else ("e", "n")))
    try:
        values = np.array([[float(row[name]) for name in wanted] for row in rows], dtype=np.float64)
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError("place.bad_control", file=path) from error
    if len(values) < 2:
        raise UsageError("place.few_control", file=path, count=len(values))
    return values[:, :2], values[:, 2:], degrees


def _by_control(pairs: Pairs, crs: CRS) -> Helmert:
    model, target, degrees = pairs
    if degrees:
        target = shapely.get_coordinates(to_crs(shapely.points(target), WGS84, crs))
    return fit_helmert(model, target)


def _by_position(local: Snapshot, lon_lat: tuple[float, float], heading: float, crs: CRS) -> Helmert:
    """Put the middle of the footprint at the position, the model's y axis along the heading (true to the grid)."""
    middle = shapely.centroid(local.column("building", "geometry")[0])
    there = to_crs(Point(*lon_lat), WGS84, crs)
    turned = Helmert(e=0.0, n=0.0, rotation_deg=-heading).place(middle)
    return Helmert(e=there.x - turned.x, n=there.y - turned.y, rotation_deg=-heading)


def _ground(district: Snapshot, local: Snapshot) -> float:
    """Find the height that brings the building's ground floor level with its neighbours'; 0 where it is the first."""
    elevations = district.column("building", "elevation")
    level = float(np.nanmedian(elevations)) if np.isfinite(elevations).any() else 0.0
    numbers, floors = local.column("floor", "number"), local.column("floor", "elevation")
    own = float(floors[numbers == 1][0]) if (numbers == 1).any() else 0.0
    return level - own


def _touching(district: Snapshot, key: str, footprint: object) -> list[Finding]:
    """Name the buildings that the footprint would share ground with."""
    others = district.column("building", "geometry")
    shared = shapely.area(shapely.intersection(others, footprint)) if len(others) else np.zeros(0)
    return [
        Finding("warning", "place.overlap", "building", key, values={"other": other, "area": round(float(area), 1)})
        for other, area in zip(district.keys("building"), shared, strict=True)
        if area > 1.0 and other != key
    ]
