"""`twin place`: put a building on the ground, by control points or by one position and a heading."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from api.importing.control import read_control
from api.importing.grids import residual_findings
from api.importing.placing import Target, place, put
from api.opening import actor, find_building, opened
from gis.crs import epsg_name
from twin.model.errors import UsageError
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console

MOST_POINTS = 20
"""Residuals are printed point by point up to so many control points."""


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
        goal, names = _goal(args)
        made = place(store, key, goal)
        if not args.dry_run:
            put(store, made, actor(), f"place {args.building}")
    helmert, z = made.placement.helmert, made.placement.z
    figures = {"e": f"{helmert.e:.3f}", "n": f"{helmert.n:.3f}", "z": f"{z:.2f}", "turn": f"{helmert.rotation_deg:.4f}"}
    fit = {"scale": f"{helmert.scale:.6f}", "residual": f"{helmert.residual:.3f}"}
    console.say("place.done", building=args.building, crs=epsg_name(made.crs), **figures, **fit)
    if names:
        console.findings(residual_findings(helmert, names, args.control.name), most=len(names), each=len(names) <= MOST_POINTS)
    console.findings(made.findings)
    if args.dry_run:
        console.say("cli.dry_run")
    console.result({**made.record(), "dry_run": args.dry_run, "findings": [finding.record() for finding in made.findings]})
    return 0


def _want_heading(args: argparse.Namespace) -> None:
    if args.at and args.heading is None:
        raise UsageError("place.no_heading")
    if args.heading is not None and not -360.0 <= args.heading <= 360.0:
        raise UsageError("place.bad_heading", heading=args.heading)


def _goal(args: argparse.Namespace) -> tuple[Target, tuple[str, ...]]:
    """Read where to: a position in degrees with a heading, or control points and what they are called."""
    if not args.at:
        points = read_control(args.control)
        return Target(points.own, points.known, points.degrees, z=args.z), points.names
    try:
        lon, lat = (float(part) for part in args.at.split(","))
    except ValueError as error:
        raise UsageError("place.bad_at", at=args.at) from error
    return Target(at=(lon, lat), heading=args.heading, z=args.z), ()
