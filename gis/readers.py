"""GeoPackage, GeoJSON, Shapefile, GML, KML, Excel, CSV into frames: bounded, checked, with a CRS or the word that there is none.

What a file says of its coordinates is believed only as far as it can be true: degrees beyond the globe, or metres outside the
area in which a CRS is used, are refused with the reason. The user's own declaration (`crs`, `datum`) goes before the file's.
"""

from __future__ import annotations

import glob
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely

from gis.crs import WGS84, epsg_name, named_crs, to_crs, to_wgs84
from gis.csv_text import Sheet, read_sheet
from gis.faults import GisError, Note
from gis.handover import USUAL_BOUNDS, Bounds, check_file, fetch, read_apart
from gis.packed import is_zip, look_through, unpack
from gis.plausible import strays, want_place
from gis.positions import locate
from gis.shapes import repair

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray
    from pyproj import CRS

    from gis.crs import Datum
    from gis.faults import Severity
    from gis.grids import LocalGrid

__all__ = ["SUFFIXES", "Layer", "read_frame"]

_DRIVERS = {
    ".gpkg": "GPKG", ".geojson": "GeoJSON", ".json": "GeoJSON", ".shp": "ESRI Shapefile", ".gml": "GML", ".kml": "KML",
}  # fmt: skip
_FIRST_BYTES = {"GPKG": b"SQLite format 3\0", "ESRI Shapefile": b"\x00\x00\x27\x0a", "GeoJSON": b"{", "GML": b"<", "KML": b"<"}
_PACKED = {".kmz": (".kml",), ".zip": (*_DRIVERS, ".csv", ".xlsx", ".shx", ".dbf", ".prj", ".cpg")}
_BESIDE = (".shx", ".dbf")
_MANY = ("GPKG", "GML", "KML")
"""Formats whose layers have names of their own."""
SUFFIXES: tuple[str, ...] = (*_DRIVERS, ".csv", ".xlsx", *_PACKED)
"""What `read_frame` reads, by the end of the file's name."""

_ROWS_NAMED = 20


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a file.

    `name`: the layer's, or the file's without its end where a file holds one layer. `frame`: its rows in order, text as object
    with None; `crs`: ``EPSG:n`` or a name, empty for a plain table, whose geometries are all None. `notes`: what was repaired or
    is missing. `lines`: the number of each row as people count them there: from 1, in CSV and Excel the line.
    `sheet`: of a workbook's only sheet its own name.
    """

    name: str
    frame: gpd.GeoDataFrame
    crs: str
    notes: tuple[Note, ...]
    lines: tuple[int, ...] = ()
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user declares of a file, handed down."""

    layer: str
    crs: str
    datum: Datum
    encoding: str
    bounds: Bounds
    grid: LocalGrid | None


def read_frame(  # noqa: PLR0913 - each is one thing that a user may declare of a file
    path: Path,
    *,
    layer: str = "",
    crs: str = "",
    datum: Datum = "wgs84",
    encoding: str = "",
    bounds: Bounds = USUAL_BOUNDS,
    grid: LocalGrid | None = None,
) -> list[Layer]:
    """Read the layers of a file.

    Parameters
    ----------
    path
        A file whose name ends in one of `SUFFIXES`. GDAL and openpyxl read in a child process with limits (gis/sandbox.py).
    layer
        Read this layer of a GeoPackage, GML or KML, or this sheet of a workbook, only.
    crs
        Of the coordinates; goes before what the file says.
    datum
        ``gcj02`` or ``bd09`` where the positions come from a Chinese web map: they are brought to WGS 84.
    encoding
        Of a Shapefile's texts, where its own word for it is missing or wrong.
    bounds
        The most to read.
    grid
        The local grid that the coordinates are in, whatever the file says; they are brought to the grid's CRS.

    Returns
    -------
    One layer or more, geometries flat (z left out) and areas made valid, each change noted.

    Raises
    ------
    GisError
        ``read.*``, ``csv.*``, ``xlsx.*``, ``zip.*`` or ``crs.*``: the file cannot be taken; faults of single rows are notes.
    """
    asked = _Asked(layer, crs if grid is None else epsg_name(grid.crs), datum, encoding, bounds, grid)
    check_file(path, bounds)
    suffix = path.suffix.lower()
    if suffix in _PACKED:
        return _read_packed(path, suffix, asked)
    if suffix == ".csv":
        return [_finish_sheet(path, path.stem, read_sheet(path, bounds), asked)]
    if suffix == ".xlsx":
        return _read_book(path, asked)
    if suffix not in _DRIVERS:
        raise GisError("read.unknown_type", file=path.name, known=" ".join(SUFFIXES))
    return _read_with_gdal(path, _DRIVERS[suffix], asked)


def _read_packed(path: Path, suffix: str, asked: _Asked) -> list[Layer]:
    """Unpack within limits and read what is inside; a layer that says nothing itself is named after the archive."""
    if not is_zip(path):
        raise GisError("read.not_what_it_says", file=path.name, kind="ZIP")
    with tempfile.TemporaryDirectory(prefix="unpack-") as folder:
        files = unpack(path, Path(folder), _PACKED[suffix], asked.bounds)
        readable = [file for file in files if file.suffix.lower() in {*_DRIVERS, ".csv", ".xlsx"}]
        if not readable:
            raise GisError("zip.nothing", file=path.name, wanted=" ".join(SUFFIXES))
        layers = [
            layer
            for file in readable
            for layer in read_frame(
                file, layer=asked.layer, crs=asked.crs, datum=asked.datum, encoding=asked.encoding, bounds=asked.bounds,
                grid=asked.grid,
            )
        ]  # fmt: skip
    return [replace(layers[0], name=path.stem)] if suffix == ".kmz" and len(layers) == 1 else layers


def _finish_sheet(path: Path, name: str, sheet: Sheet, asked: _Asked) -> Layer:
    """Draw the rows of a CSV file or a sheet."""
    drawn = locate(path, asked.crs, sheet)
    return _finish(drawn.frame, drawn.crs, _Rows(path.name, name, drawn.lines, drawn.notes), asked)


def _read_book(path: Path, asked: _Asked) -> list[Layer]:
    """Let the child copy the sheets of a workbook, then draw the rows of each."""
    if not is_zip(path):
        raise GisError("read.not_what_it_says", file=path.name, kind="XLSX")
    look_through(path, asked.bounds)
    with tempfile.TemporaryDirectory(prefix="read-") as folder:
        workdir = Path(folder)
        layers = []
        copies = read_apart("gis.books:extract", path, {"layer": asked.layer}, workdir, asked.bounds)
        for copy in copies:
            frame = fetch(workdir / copy["table"], path.name)
            lines = [int(number) for number in frame.pop("__row__")]
            columns = {str(name): _objects(frame[name]) for name in frame.columns}
            layers.append(_finish_sheet(path, copy["name"] if len(copies) > 1 else path.stem, Sheet(columns, lines), asked))
        if len(copies) == 1:  # one sheet is called as the file is, unless its own name says more; both are offered
            layers[0] = replace(layers[0], sheet=copies[0]["name"])
        return layers


def _objects(column: pd.Series[Any]) -> list[object]:
    return [None if absent else value for value, absent in zip(column.tolist(), column.isna().tolist(), strict=True)]


def _read_with_gdal(path: Path, driver: str, asked: _Asked) -> list[Layer]:
    """Let the child copy the layers, then finish each."""
    with path.open("rb") as file:
        start = file.read(512).removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    if not start.startswith(_FIRST_BYTES[driver]):
        raise GisError("read.not_what_it_says", file=path.name, kind=driver)
    if driver == "ESRI Shapefile":
        _want_parts(path)
    with tempfile.TemporaryDirectory(prefix="read-") as folder:
        workdir = Path(folder)
        arguments = {"driver": driver, "encoding": asked.encoding, "layer": asked.layer if driver in _MANY else ""}
        layers = []
        copies = read_apart("gis.vectors:extract", path, arguments, workdir, asked.bounds)
        for copy in copies:
            frame = _with_shapes(fetch(workdir / copy["table"], path.name))
            name = copy["name"] if driver == "GPKG" or (driver in _MANY and len(copies) > 1) else path.stem
            rows = _Rows(path.name, name, list(range(1, len(frame) + 1)), [])
            stated = named_crs(copy["crs"]).to_2d() if copy["crs"] else None
            layers.append(_finish(frame, _declared(stated, asked.crs, rows.notes), rows, asked))
        return layers


def _want_parts(path: Path) -> None:
    """See that the files which make a shapefile together are there."""
    there = {file.suffix.lower() for file in path.parent.glob(f"{glob.escape(path.stem)}.*")}
    missing = [part for part in _BESIDE if part not in there]
    if missing:
        raise GisError("read.shapefile_parts", file=path.name, missing=" ".join(missing))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where rows stand, for naming them, and what was noted of them so far."""

    file: str
    layer: str
    lines: list[int]
    notes: list[Note]

    def note(self, severity: Severity, code: str, mask: NDArray[np.bool_]) -> None:
        """Name the rows of a mask in one note, the first ones by number."""
        lines = [self.lines[row] for row in np.flatnonzero(mask)]
        if lines:
            named = ", ".join(map(str, lines[:_ROWS_NAMED])) + (" …" if len(lines) > _ROWS_NAMED else "")
            self.notes.append(Note(severity, code, row=str(lines[0]), values={"count": len(lines), "rows": named}))


def _with_shapes(table: pd.DataFrame) -> gpd.GeoDataFrame:
    """Turn the WKB column into geometries; a table without one is plain."""
    if "geometry" not in table.columns:
        return gpd.GeoDataFrame(table, geometry=[None] * len(table))
    shapes = shapely.from_wkb(table.pop("geometry").to_numpy(dtype=object))
    return gpd.GeoDataFrame(table, geometry=shapes)


def _declared(stated: CRS | None, declared: str, notes: list[Note]) -> CRS | None:
    """Take the user's CRS before the file's, and say so where they differ."""
    if not declared:
        return stated
    crs = named_crs(declared)
    if stated is not None and crs != stated:
        notes.append(Note("info", "read.crs_overridden", values={"stated": epsg_name(stated), "declared": epsg_name(crs)}))
    return crs


def _finish(frame: gpd.GeoDataFrame, crs: CRS | None, rows: _Rows, asked: _Asked) -> Layer:
    """Check the coordinates, flatten and repair the shapes, and undo a shifted datum."""
    shapes = frame.geometry.to_numpy()
    there = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if not there.any():
        plain = frame.set_geometry(gpd.GeoSeries([None] * len(frame), index=frame.index))
        return Layer(rows.layer, plain, "", tuple(rows.notes), tuple(rows.lines))
    if crs is None:
        raise GisError("read.no_crs", file=rows.file, layer=rows.layer)
    rows.note("info", "read.no_shape", ~there)
    rows.note("info", "read.flattened", shapely.has_z(shapes))
    shapes = shapely.force_2d(shapes)
    if asked.grid is not None:
        shapes = asked.grid.helmert.place(shapes)
    _check_place(shapes, crs, rows)
    shapes, broken = repair(shapes)
    rows.note("warning", "read.repaired", broken)
    if asked.datum != "wgs84":
        shapes, crs = to_wgs84(to_crs(shapes, crs, WGS84), asked.datum), WGS84
    drawn = frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=crs))
    return Layer(rows.layer, drawn, epsg_name(crs), tuple(rows.notes), tuple(rows.lines))


def _check_place(shapes: NDArray[Any], crs: CRS, rows: _Rows) -> None:
    """Refuse coordinates that cannot be what they are said to be; single rows that lie apart lose theirs and are named."""
    apart = strays(shapes, crs)
    if apart is not None:
        rows.note("error", "read.row_swapped", apart.swapped)
        rows.note("error", "read.row_far", apart.far)
        shapes[apart.swapped | apart.far] = None
    want_place(shapes, crs, {"file": rows.file, "layer": rows.layer})
