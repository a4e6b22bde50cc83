"""Answers of the fleet as files: a picture, lines and areas as GeoJSON, a table as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import shapely
from pyproj import CRS

from gis.crs import WGS84, to_crs
from twin.model.errors import UsageError
from viz.formats.guard import guarded
from viz.road_sheet import plot_roads
from viz.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from api.console import Console
    from gis.roads import RoadTable
    from viz.road_sheet import Area, Line, Mark

__all__ = ["write_geojson", "write_table", "wrote"]


def wrote(
    out: Path,
    console: Console,
    ground: tuple[RoadTable, str],
    shown: Sequence[Line | Area],
    marks: Sequence[Mark],
    title: str,
) -> None:
    """Write what is shown, and say so; `ground`: the roads and their CRS.

    Raises
    ------
    UsageError
        ``fleet.out_format`` for another end of the name than ``.png``, ``.pdf`` and ``.geojson``.
    """
    suffix = out.suffix.lower()
    if suffix in {".png", ".pdf"}:
        plot_roads(out, ground[0].lines, shown, marks, title)
    elif suffix == ".geojson":
        places = [(shapely.Point(mark.x, mark.y), {"name": mark.words}) for mark in marks]
        write_geojson(out, ground[1], [*((item.shape, {"name": item.words}) for item in shown), *places])
    else:
        raise UsageError("fleet.out_format", path=out.name, formats=".png .pdf .geojson")
    console.say("fleet.wrote", path=out)


def write_geojson(out: Path, crs: str, features: Iterable[tuple[Any, dict[str, Any]]]) -> None:
    """Write shapes with properties, in longitude and latitude."""
    told = []
    for shape, properties in features:
        there = to_crs(shape, CRS.from_user_input(crs), WGS84) if crs else shape
        geometry = json.loads(shapely.to_geojson(shapely.set_precision(there, 1e-7, mode="pointwise")))
        told.append({"type": "Feature", "properties": properties, "geometry": geometry})
    with whole_file(out) as unfinished:
        unfinished.write_text(json.dumps({"type": "FeatureCollection", "features": told}, ensure_ascii=False), encoding="utf-8")


def write_table(out: Path, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a table as CSV for spreadsheets: UTF-8 with mark, texts that they would obey guarded."""
    if out.suffix.lower() != ".csv":
        raise UsageError("fleet.out_format", path=out.name, formats=".csv")
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    with whole_file(out) as unfinished:
        unfinished.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
