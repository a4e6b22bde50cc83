"""Road networks of others, OpenStreetMap .pbf and SUMO .net.xml, as frames with the columns of `road` and `turn_ban`."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from gis.crs import WGS84, named_crs, to_crs, to_wgs84
from gis.faults import GisError, Note
from gis.handover import USUAL_BOUNDS, Bounds, check_file, fetch, read_apart
from gis.shapes import repair

if TYPE_CHECKING:
    import pandas as pd

    from gis.crs import Datum

__all__ = ["ROAD_SUFFIXES", "BuildingFile", "RoadFile", "read_buildings", "read_roads"]

_READERS = {".osm.pbf": "gis.osm:extract", ".pbf": "gis.osm:extract", ".net.xml": "gis.sumo:extract"}
ROAD_SUFFIXES: tuple[str, ...] = tuple(_READERS)
"""What `read_roads` reads, by the end of the file's name."""


@dataclass(frozen=True, slots=True)
class RoadFile:
    """`roads`: EPSG:4326, columns of the table `road`; `bans`: columns of `turn_ban`; `notes`: what was left out and why."""

    roads: gpd.GeoDataFrame
    bans: pd.DataFrame
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class BuildingFile:
    """`buildings`: EPSG:4326, columns of the table `building`; `notes`: where heights come from, and what was left out."""

    buildings: gpd.GeoDataFrame
    notes: tuple[Note, ...]


def read_buildings(path: Path, *, datum: Datum = "wgs84", bounds: Bounds = USUAL_BOUNDS) -> BuildingFile:
    """Read the buildings of a .osm.pbf in a child process with limits.

    Raises
    ------
    GisError
        ``read.*``, ``osm.no_buildings``: the file cannot be taken.
    """
    check_file(path, bounds)
    if not path.name.lower().endswith(".pbf"):
        raise GisError("read.unknown_type", file=path.name, known=".osm.pbf")
    with tempfile.TemporaryDirectory(prefix="buildings-") as folder:
        workdir = Path(folder)
        answer = read_apart("gis.osm_buildings:extract", path, {}, workdir, bounds)
        frame = fetch(workdir / "buildings.arrow", path.name)
    shapes, _ = repair(shapely.from_wkb(frame.pop("geometry").to_numpy(dtype=object)))
    notes = tuple(Note(note["severity"], note["code"], values=note["values"]) for note in answer["notes"])
    return BuildingFile(gpd.GeoDataFrame(frame, geometry=to_wgs84(shapes, datum), crs=WGS84), notes)


def read_roads(path: Path, *, crs: str = "", datum: Datum = "wgs84", bounds: Bounds = USUAL_BOUNDS) -> RoadFile:
    """Read a road network in a child process with limits.

    Parameters
    ----------
    path
        A file whose name ends in one of `ROAD_SUFFIXES`.
    crs
        Of a SUMO network that names no projection of its own; OpenStreetMap is always WGS 84.
    datum
        ``gcj02`` or ``bd09`` where the network was drawn over a Chinese web map.
    bounds
        The most to read.

    Raises
    ------
    GisError
        ``read.*``, ``osm.*``, ``sumo.*`` or ``roads.*``: the file cannot be taken.
    """
    check_file(path, bounds)
    target = next((reader for suffix, reader in _READERS.items() if path.name.lower().endswith(suffix)), None)
    if target is None:
        raise GisError("read.unknown_type", file=path.name, known=" ".join(ROAD_SUFFIXES))
    with tempfile.TemporaryDirectory(prefix="roads-") as folder:
        workdir = Path(folder)
        answer = read_apart(target, path, {}, workdir, bounds)
        roads, bans = fetch(workdir / "roads.arrow", path.name), fetch(workdir / "bans.arrow", path.name)
    lines = shapely.from_wkb(roads.pop("geometry").to_numpy(dtype=object))
    if target == "gis.sumo:extract":
        source = answer["crs"] or crs
        if not source:
            raise GisError("sumo.no_projection", file=path.name)
        lines = to_crs(lines, named_crs(source), WGS84)
    notes = tuple(Note(note["severity"], note["code"], values=note["values"]) for note in answer["notes"])
    return RoadFile(gpd.GeoDataFrame(roads, geometry=to_wgs84(lines, datum), crs=WGS84), bans, notes)
