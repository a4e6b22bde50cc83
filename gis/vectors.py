"""Vector files through GDAL: runs in the child process only, and is the only file that imports pyogrio."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import shapely
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from gis.faults import GisError
from gis.handover import send
from gis.lean import do_without_pandas

__all__ = ["extract"]

_GEOMETRY = "geometry"
_ALSO = {"KML": {"KML", "LIBKML"}}
"""Drivers that may stand in for one another."""
_XML = ("GML", "KML")


def extract(arguments: dict[str, Any], workdir: Path) -> list[dict[str, Any]]:
    """Copy the layers of a file into `workdir` as Arrow files.

    Parameters
    ----------
    arguments
        ``path``, ``file``, ``driver`` (GDAL's name of the only format that may open it), ``layer`` (empty = all), ``encoding``
        (empty = as the file says), ``rows`` and ``vertices`` (the most to read).

    Returns
    -------
    For each layer ``name``, ``crs`` (as text, empty if the file states none), ``table`` (name of the Arrow file).

    Raises
    ------
    GisError
        ``read.not_what_it_says``, ``read.no_layer``, ``read.too_many_rows``, ``read.too_many_vertices``, ``read.encoding``,
        ``read.xml_entities``.
    """
    do_without_pandas()
    import pyogrio  # noqa: PLC0415 - after the line above

    path, file, wanted = arguments["path"], arguments["file"], arguments["layer"]
    if arguments["driver"] in _XML:
        path = _own_copy(Path(path), file, workdir)
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    if wanted and wanted not in names:
        raise GisError("read.no_layer", file=file, layer=wanted, layers=", ".join(names))
    found, left = [], {"rows": arguments["rows"], "vertices": arguments["vertices"]}
    for place, name in enumerate([wanted] if wanted else names):
        info = pyogrio.read_info(path, layer=name)
        if info["driver"] not in _ALSO.get(arguments["driver"], {arguments["driver"]}):
            raise GisError("read.not_what_it_says", file=file, kind=arguments["driver"])
        if info["features"] > left["rows"]:
            raise GisError("read.too_many_rows", file=file, limit=arguments["rows"])
        meta, table = pyogrio.read_arrow(path, layer=name, encoding=arguments["encoding"] or None, datetime_as_string=True)
        table = _plain(table, meta, file, left)
        if left["rows"] < 0:
            raise GisError("read.too_many_rows", file=file, limit=arguments["rows"])
        if left["vertices"] < 0:
            raise GisError("read.too_many_vertices", file=file, limit=arguments["vertices"])
        send(table, workdir / f"layer-{place}.arrow")
        found.append({"name": name, "crs": str(meta["crs"] or ""), "table": f"layer-{place}.arrow"})
    return found


def _own_copy(path: Path, file: str, workdir: Path) -> str:
    """Copy XML, beside which GDAL writes a file of its own; entities, of which bombs are made, are refused first."""
    if path.suffix.lower() != ".kmz":
        try:
            for _, element in iterparse(path, forbid_dtd=True):
                element.clear()
        except DefusedXmlException as error:
            raise GisError("read.xml_entities", file=file) from error
        except ParseError as error:
            raise GisError("read.failed", file=file, detail=str(error)[:200]) from error
    copy = workdir / f"copy{path.suffix.lower()}"
    shutil.copyfile(path, copy)
    return str(copy)


def _plain(table: pa.Table, meta: dict[str, Any], file: str, left: dict[str, int]) -> pa.Table:
    """Turn GDAL's table into plain columns: dates and lists as text, geometry as WKB that GEOS can read."""
    try:
        table.validate(full=True)
    except pa.ArrowInvalid as error:
        raise GisError("read.encoding", file=file) from error
    drawn = meta["geometry_name"] or "wkb_geometry"
    columns: dict[str, Any] = {}
    for name, column in zip(table.column_names, table.columns, strict=True):
        if name == drawn:
            shapes = shapely.from_wkb(column.to_numpy(zero_copy_only=False), on_invalid="ignore")
            left["vertices"] -= int(shapely.get_num_coordinates(shapes).sum())
            columns[_GEOMETRY] = pa.array(shapely.to_wkb(shapes), type=pa.large_binary())
        elif name in meta["fields"]:
            columns[name] = _as_text(column) if _wants_text(column.type) else column
    left["rows"] -= table.num_rows
    return pa.table(columns)


def _wants_text(kind: pa.DataType) -> bool:
    return not (
        pa.types.is_integer(kind)
        or pa.types.is_floating(kind)
        or pa.types.is_boolean(kind)
        or pa.types.is_string(kind)
        or pa.types.is_large_string(kind)
    )


def _as_text(column: pa.ChunkedArray) -> pa.Array:
    """Write dates as ISO 8601 and lists as JSON; bytes are no attribute of ours and become empty."""
    texts: list[str | None] = []
    for value in column.to_pylist():
        if value is None or isinstance(value, bytes):
            texts.append(None)
        elif isinstance(value, str):
            texts.append(value)
        elif hasattr(value, "isoformat"):
            texts.append(value.isoformat())
        else:
            texts.append(json.dumps(value, ensure_ascii=False, default=str))
    return pa.array(texts, type=pa.string())
