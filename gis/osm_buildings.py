"""Buildings of an OpenStreetMap .pbf with their heights: runs in the child process only.

The tags mean what the wiki says (Simple 3D Buildings): ``height`` in metres to the top, ``building:levels`` without the roof's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import osmium
import pyarrow as pa
import shapely

from gis.faults import GisError
from gis.handover import send
from gis.lean import do_without_pandas

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["extract", "height_of"]

LEVEL_M = 3.0
"""Metres of a storey where only levels are tagged, as Simple 3D Buildings has it."""
_NONE = {"no", "entrance", "roof", "carport", "tent", "ruins"}
_METRES = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(m|metres|meters|米)?\s*\Z")
_FEET = re.compile(r"\s*(\d+)\s*(?:'|ft|feet)\s*(?:(\d+)\s*(?:\"|in)?)?\s*\Z")
_HIGHEST = 1000.0
_COLUMNS = {"building_id": pa.string(), "name": pa.string(), "height": pa.float64()}


def height_of(tags: Mapping[str, str]) -> tuple[float | None, bool]:
    """Give a building's height in metres, None where nothing is tagged that can be, and whether it was reckoned from levels."""
    stated = _metres(tags.get("height") or tags.get("building:height") or "")
    if stated is not None:
        return stated, False
    levels = _metres(tags.get("building:levels", ""))
    if levels is None:
        return None, False
    roof = _metres(tags.get("roof:levels", "")) or 0.0
    reckoned = (levels + roof) * LEVEL_M
    return (reckoned, True) if 0.0 < reckoned <= _HIGHEST else (None, False)


def _metres(text: str) -> float | None:
    feet = _FEET.match(text)
    if feet:
        value = int(feet[1]) * 0.3048 + int(feet[2] or 0) * 0.0254
    else:
        metres = _METRES.match(text)
        if not metres:
            return None
        value = float(metres[1].replace(",", "."))
    return value if 0.0 < value <= _HIGHEST else None


def extract(arguments: dict[str, Any], workdir: Path) -> dict[str, Any]:
    """Copy the buildings of a .osm.pbf into ``buildings.arrow``: outlines in degrees, keys, names, heights.

    Returns
    -------
    ``notes``: how many heights were stated, reckoned from levels, or are not there; outlines that are none.

    Raises
    ------
    GisError
        ``read.too_many_rows``, ``read.too_many_vertices``; ``osm.no_buildings``.
    """
    do_without_pandas()
    rows: list[dict[str, Any]] = []
    shapes: list[Any] = []
    counts = {"stated": 0, "levels": 0, "none": 0}
    left, draw = arguments["vertices"], osmium.geom.WKBFactory()
    broken = 0
    thing: Any
    for thing in osmium.FileProcessor(arguments["path"]).with_areas(osmium.filter.KeyFilter("building")):
        if not thing.is_area() or thing.tags.get("building", "no") in _NONE:
            continue
        try:
            shape = shapely.from_wkb(bytes.fromhex(draw.create_multipolygon(thing)))
        except (RuntimeError, ValueError, shapely.errors.ShapelyError):
            broken += 1
            continue
        left -= int(shapely.get_num_coordinates(shape))
        if left < 0:
            raise GisError("read.too_many_vertices", file=arguments["file"], limit=arguments["vertices"])
        tags = dict(thing.tags)
        height, reckoned = height_of(tags)
        counts["none" if height is None else "levels" if reckoned else "stated"] += 1
        key = f"{'w' if thing.from_way() else 'r'}{thing.orig_id()}"
        rows.append({"building_id": key, "name": tags.get("name") or tags.get("addr:housename"), "height": height})
        shapes.append(shape)
        if len(rows) > arguments["rows"]:
            raise GisError("read.too_many_rows", file=arguments["file"], limit=arguments["rows"])
    if not rows:
        raise GisError("osm.no_buildings", file=arguments["file"])
    table = pa.Table.from_pylist(rows, schema=pa.schema(_COLUMNS))
    send(table.append_column("geometry", pa.array(shapely.to_wkb(shapes), type=pa.large_binary())), workdir / "buildings.arrow")
    notes = [{"severity": "info", "code": "osm.heights", "values": {"count": len(rows), **counts, "metres": LEVEL_M}}]
    if broken:
        notes.append({"severity": "warning", "code": "osm.broken_areas", "values": {"count": broken}})
    return {"notes": notes}
