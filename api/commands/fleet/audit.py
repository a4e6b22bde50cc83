"""`twin fleet audit`: a track beside its order."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from api.answering import answer
from api.opening import as_of, looked_at
from gis.crs import WGS84, to_crs
from gis.shifted import wgs_from_bd09, wgs_from_gcj02
from twin.fleet.audit import plan, problem, solve
from twin.model.errors import UsageError
from twin.model.words import say

if TYPE_CHECKING:
    import argparse

    from api.console import Console

_COLUMNS = ("time", "lon", "lat")
_SHIFTS = {"gcj02": wgs_from_gcj02, "bd09": wgs_from_bd09}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    as_of(parser)
    parser.add_argument("track", type=Path, metavar="TRACK", help=str(say("cli.help.audit.track")))
    parser.add_argument("--trip", default="", metavar="KEY", help=str(say("cli.help.audit.trip")))
    parser.add_argument("--vehicle", default="", metavar="KEY", help=str(say("cli.help.audit.vehicle")))
    parser.add_argument("--datum", choices=("wgs84", *_SHIFTS), default="wgs84", help=str(say("cli.help.audit.datum")))
    parser.add_argument("--fence", type=Path, metavar="FILE", help=str(say("cli.help.audit.fence")))
    parser.add_argument("--out", type=Path, metavar="FILE", help=str(say("cli.help.audit.out")))


def run(args: argparse.Namespace, console: Console) -> int:
    """Answer; 1 if the track leaves its order."""
    fixes = read_track(args.track, args.datum)
    fence = shapely.from_geojson(args.fence.read_text(encoding="utf-8")) if args.fence else None
    with looked_at(args, console) as store:
        snapshot = store.snapshot()
        asked = problem.build(snapshot, fixes, problem.Params(trip=args.trip, vehicle=args.vehicle, fence=fence))
        audit, found = answer(store, snapshot, asked, solve.solve, plan.check)
    console.lines(audit.lines(console.lang))
    if args.out:
        shape = to_crs(audit.geometry, snapshot.crs, WGS84)
        feature = {
            "type": "Feature",
            "properties": {"vehicle": audit.plate_code, "trip": audit.trip_id},
            "geometry": shape.__geo_interface__,
        }
        args.out.write_text(
            json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False), encoding="utf-8"
        )
        console.say("fleet.audit.wrote", path=args.out)
    console.result({"result": found.result, "run": found.run})
    return int(bool(audit.deviations))


def read_track(path: Path, datum: str) -> list[problem.Fix]:
    """Read a track; every row that cannot be read is named.

    Raises
    ------
    UsageError
        ``fleet.audit.columns``, ``fleet.audit.cell``.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            raise UsageError("fleet.audit.columns", file=path.name, columns="、".join(missing))
        read = [_fix(path, number, row) for number, row in enumerate(rows, start=2)]
    if datum == "wgs84" or not read:
        return read
    lon, lat = _SHIFTS[datum](np.array([fix.lon for fix in read]), np.array([fix.lat for fix in read]))
    return [problem.Fix(fix.moment, float(x), float(y)) for fix, x, y in zip(read, lon, lat, strict=True)]


def _fix(path: Path, number: int, row: dict[str, str]) -> problem.Fix:
    try:
        moment = dt.datetime.fromisoformat(row["time"].strip()).replace(tzinfo=None)
        return problem.Fix(moment, float(row["lon"]), float(row["lat"]))
    except (AttributeError, TypeError, ValueError) as error:
        told = ",".join(str(row.get(name)) for name in _COLUMNS)
        raise UsageError("fleet.audit.cell", file=path.name, row=number, text=told[:80]) from error
