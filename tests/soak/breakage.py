"""Ways to break GIS files, tables, road files and archives. Every one follows from its number alone."""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import struct
import tempfile
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas as gpd
import openpyxl
import osmium
import shapely
from osmium.osm.mutable import Node, Way

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KINDS", "break_one"]

SAMPLE = ROOT / "sample_buildings" / "small"
_ENTITIES = b'<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "' + b"&b;" * 10 + b'"><!ENTITY d "' + b"&c;" * 10 + b'">]>'
_OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
_NUMBERS = (b"1e400", b"-1e308", b"NaN", b"Infinity", b"null", b"true", b'"x"', b"[]", b"{}", b"9" * 400, b"0.0", b"-181")
_TEXTS = ("=cmd()", "\x00", "房" * 5000, "<img onerror=1>", "\ud800", "'; DROP TABLE room; --", "", "\u202e")


@cache
def _layer() -> gpd.GeoDataFrame:
    frame = gpd.read_file(SAMPLE / "charger.geojson")
    return frame.assign(name=[f"{name} 桩" for name in frame["name"]])


def _written(suffix: str, driver: str) -> dict[str, bytes]:
    """Write the layer by GDAL; give every file that it makes."""
    with tempfile.TemporaryDirectory() as folder:
        _layer().to_file(Path(folder) / f"charger{suffix}", driver=driver, layer="charger")
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


@cache
def _geopackage() -> bytes:
    return _written(".gpkg", "GPKG")["charger.gpkg"]


@cache
def _shapefile() -> dict[str, bytes]:
    return _written(".shp", "ESRI Shapefile")


@cache
def _kml() -> bytes:
    return _written(".kml", "KML")["charger.kml"]


@cache
def _gml() -> bytes:
    return _written(".gml", "GML")["charger.gml"]


@cache
def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "post"
    for row in (("post_id", "department_id", "rank", "established"), *((f"P{n}", "D1", "局(处)级以下", 1) for n in range(30))):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@cache
def _map() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.osm.pbf"
        with osmium.SimpleWriter(str(path)) as writer:
            for number in range(1, 40):
                writer.add_node(Node(id=number, location=(104.0 + number * 0.001, 30.0 + number % 5 * 0.001)))
            for number in range(1, 30):
                writer.add_way(Way(id=number, nodes=[number, number + 3, number + 7], tags={"highway": "residential"}))
        return path.read_bytes()


@cache
def _network() -> bytes:
    head = '<?xml version="1.0"?><net><location netOffset="-400000.00,-3390000.00" '
    head += 'projParameter="+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs"/>'
    edges = "".join(
        f'<edge id="e{n}" from="j{n}" to="j{n + 1}"><lane id="e{n}_0" index="0" speed="13.9" length="100" '
        f'shape="{n * 100},0 {n * 100 + 100},0"/></edge>'
        for n in range(20)
    )
    junctions = "".join(f'<junction id="j{n}" type="priority" x="{n * 100}" y="0"/>' for n in range(21))
    return f"{head}{edges}{junctions}</net>".encode()


@cache
def _model() -> bytes:
    return (SAMPLE / "affairs.ifc").read_bytes()


def _bytes_broken(data: bytes, rng: random.Random) -> bytes:
    """Flip, cut, put in or overwrite some bytes."""
    how, place = rng.randrange(5), rng.randrange(max(1, len(data)))
    if how == 0:
        changed = bytearray(data)
        for _ in range(rng.choice((1, 4, 40))):
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        return bytes(changed)
    if how == 1:
        return data[:place]
    if how == 2:
        return data[:place] + data[place + rng.choice((1, 20, 2000)) :]
    if how == 3:
        return data[:place] + rng.randbytes(rng.choice((1, 100))) + data[place:]
    return data[:place] + bytes(rng.choice((4, 512))) + data[place + 512 :]


def _json_text(data: bytes, rng: random.Random) -> bytes:
    how = rng.randrange(7)
    if how == 0:
        found = list(re.finditer(rb"-?\d+\.\d+", data))
        one = rng.choice(found)
        return data[: one.start()] + rng.choice(_NUMBERS) + data[one.end() :]
    if how == 1:
        return data.replace(b'"Point"', rng.choice((b'"Polygon"', b'"Banana"', b"null", b"7")), rng.choice((1, 1000)))
    if how == 2:
        return data.replace(b'"coordinates":', b'"coordinates":' + b"[" * rng.choice((3, 100, 100_000)), 1)
    if how == 3:
        text = json.dumps(rng.choice(_TEXTS)).encode()
        return re.sub(rb'"name":"[^"]*"', lambda _: b'"name":' + text, data, count=rng.choice((1, 50)))
    if how == 4:
        return data.replace(b"features", rng.choice((b"geometries", b"feature", b"x" * 70_000)), 1)
    if how == 5:
        return re.sub(rb'"(\w+_id)":"[^"]*"', rb'"\1":"same"', data)
    return _bytes_broken(data, rng)


def _csv(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    place = rng.randrange(len(lines))
    how = rng.randrange(8)
    if how == 0:
        lines[place] = lines[place].replace(b",", rng.choice((b",,", b";", b"\t", b"")))
    elif how == 1:
        lines[place] += b'"' * rng.choice((1, 2, 3))
    elif how == 2:
        lines[place] = rng.choice(_TEXTS).encode("utf-8", "surrogatepass") + lines[place]
    elif how == 3:
        lines[place] = b"x," * rng.choice((100, 50_000))
    elif how == 4:
        return data.decode().encode(rng.choice(("gb18030", "utf-16", "utf-8-sig", "utf-32")))
    elif how == 5:
        lines = lines[: max(1, place)] * rng.choice((2, 3))
    elif how == 6:
        lines[place] = re.sub(rb"\d+", lambda _: rng.choice((b"1e400", b"-0", b"2024-13-45", b"NaN", b"1,5")), lines[place])
    else:
        return _bytes_broken(data, rng)
    return b"\n".join(lines)


def _repacked(data: bytes, rng: random.Random, change: Callable[[str, bytes], bytes]) -> bytes:
    """Change one member of a zip file and pack it again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = source.namelist()
        chosen = rng.choice([name for name in names if name.endswith((".xml", ".ifc", ".shp", ".dbf", ".shx"))] or names)
        for name in names:
            body = source.read(name)
            target.writestr(name, change(name, body) if name == chosen else body)
    return out.getvalue()


def _xlsx(rng: random.Random) -> bytes:
    how = rng.randrange(5)
    if how == 0:
        return _bytes_broken(_workbook(), rng)
    if how == 1:
        doctype = rng.choice((_ENTITIES, _OUTSIDE))
        return _repacked(_workbook(), rng, lambda _, body: body.replace(b"?>", b"?>" + doctype, 1))
    if how == 2:
        return _repacked(_workbook(), rng, lambda _, body: _bytes_broken(body, rng))
    if how == 3:
        return _repacked(_workbook(), rng, lambda _, body: body.replace(b"</sheetData>", b"<row/>" * 200_000 + b"</sheetData>"))
    return _repacked(_workbook(), rng, lambda _, body: re.sub(rb"<v>\d+</v>", b"<v>" + b"9" * 30 + b"</v>", body))


def _xml(data: bytes, rng: random.Random) -> bytes:
    how = rng.randrange(6)
    if how == 0:
        return _bytes_broken(data, rng)
    if how == 1:
        return re.sub(rb"(<\?xml[^>]*\?>)", lambda found: found.group() + rng.choice((_ENTITIES, _OUTSIDE)), data, count=1)
    if how == 2:
        found = list(re.finditer(rb"-?\d+\.\d+", data)) or list(re.finditer(rb"\d+", data))
        one = rng.choice(found)
        return data[: one.start()] + rng.choice(_NUMBERS).replace(b'"', b"") + data[one.end() :]
    if how == 3:
        return data.replace(b">", b">" + b"<a>" * rng.choice((10, 100_000)), 1)
    if how == 4:
        tags = list(re.finditer(rb"</?\w[^>]*>", data))
        one = rng.choice(tags)
        return data[: one.start()] + data[one.end() :]
    return data.replace(b"UTF-8", rng.choice((b"UTF-7", b"GBK", b"nonsense"))).replace(b'"1.0"', b'"9.9"')


def _zip_of(members: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def _shapes(rng: random.Random) -> bytes:
    """Break one part of a shapefile and pack them, as users send them."""
    parts = dict(_shapefile())
    name = rng.choice(list(parts))
    if rng.random() < 0.2:
        del parts[name]
    else:
        parts[name] = _bytes_broken(parts[name], rng) if parts[name] else b"x"
    return _zip_of(parts)


def _lying(archive: bytes, rng: random.Random, *, size: bool) -> bytes:
    """Let the directory lie about the size of its member, or say that it is locked."""
    data = bytearray(archive)
    if size:
        place = data.rfind(b"PK\x01\x02") + 20
        data[place : place + 8] = struct.pack("<II", rng.randrange(2**31), rng.randrange(2**31))
        return bytes(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    return bytes(data)


def _archive(rng: random.Random) -> bytes:
    how = rng.randrange(10)
    if how == 0:
        return _bytes_broken(_zip_of({"a.ifc": _model()}), rng)
    if how == 1:
        name = rng.choice(
            ("../../a.ifc", "/etc/a.ifc", "C:\\a.ifc", "a/../../b.ifc", "a\x00.ifc", "房间.ifc", "a" * 400 + ".ifc")
        )
        return _zip_of({name: _model()})
    if how == 2:
        return _zip_of({"a.ifc": b"ISO-10303-21;" + bytes(rng.choice((1, 20, 80)) * 2**20)})
    if how == 3:
        return _zip_of({f"{number}.txt": b"" for number in range(rng.choice((5, 3000)))} | {"a.ifc": _model()})
    if how == 4:
        return _zip_of({"a.ifc": _model(), "b.ifc": _model()[: rng.randrange(len(_model()))]})
    if how == 5:
        return _zip_of({"a.zip": _zip_of({"a.ifc": _model()})})
    if how in {6, 7}:
        return _lying(_zip_of({"a.ifc": _model()}), rng, size=how == 6)
    if how == 8:
        return _repacked(_zip_of({"a.ifc": _model()}), rng, lambda _, body: _bytes_broken(body, rng))
    return _zip_of({"a.txt": b"nothing"})


def _gzipped(rng: random.Random) -> bytes:
    how = rng.randrange(4)
    if how == 0:
        return _bytes_broken(gzip.compress(_model(), 1), rng)
    if how == 1:
        return gzip.compress(b"ISO-10303-21;" + bytes(rng.choice((1, 20, 80)) * 2**20), 9)
    if how == 2:
        return gzip.compress(gzip.compress(_model(), 1))
    return gzip.compress(_bytes_broken(_model(), rng), 1)


def _spatialite(rng: random.Random) -> bytes:
    """Break a GeoPackage: its pages, or its tables through SQLite."""
    if rng.random() < 0.6:
        return _bytes_broken(_geopackage(), rng)
    import sqlite3  # noqa: PLC0415 - for this one only
    from contextlib import closing  # noqa: PLC0415 - likewise

    blob = shapely.to_wkb(shapely.Point(104, 30))
    statements = (
        "UPDATE charger SET geom = x'47500001'", "UPDATE charger SET geom = NULL", "UPDATE charger SET geom = 'text'",
        f"UPDATE charger SET geom = x'{blob.hex()}'",  # noqa: S608 - our own bytes
        "UPDATE gpkg_geometry_columns SET srs_id = 99999",
        "DELETE FROM gpkg_spatial_ref_sys", "UPDATE gpkg_contents SET table_name = 'no_such'", "DROP TABLE charger",
        "UPDATE charger SET power_kw = 'many'", "UPDATE charger SET name = x'ff00fe'", "DELETE FROM charger",
        "CREATE VIEW more AS SELECT * FROM more", "UPDATE charger SET charger_id = 'same'",
        "UPDATE gpkg_geometry_columns SET geometry_type_name = 'BANANA'",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.gpkg"
        path.write_bytes(_geopackage())
        with closing(sqlite3.connect(path)) as connection:
            for trigger in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f'DROP TRIGGER "{trigger[0]}"')
            connection.execute(rng.choice(statements))
            connection.commit()
        return path.read_bytes()


KINDS: dict[str, tuple[str, Callable[..., bytes]]] = {
    "GeoJSON": ("charger.geojson road.geojson cell.geojson parking.geojson", _json_text),
    "GeoPackage": ("charger.gpkg", _spatialite),
    "Shapefile": ("charger.zip", _shapes), "CSV": ("department.csv post.csv vehicle.csv", _csv), "XLSX": ("posts.xlsx", _xlsx),
    "KML": ("charger.kml", lambda rng: _xml(_kml(), rng)), "GML": ("charger.gml", lambda rng: _xml(_gml(), rng)),
    "zip": ("model.ifczip", _archive), "gz": ("model.ifc.gz", _gzipped),
    "pbf": ("map.osm.pbf", lambda rng: _bytes_broken(_map(), rng)),
    "net.xml": ("town.net.xml", lambda rng: _xml(_network(), rng)),
}  # fmt: skip
"""Kind of file → its name or names, which say who reads it, and what makes a broken one (of the sample's file of that name)."""


def break_one(number: int) -> tuple[str, str, bytes]:
    """Give the kind, name and bytes of one broken file."""
    rng = random.Random(f"broken {number}")  # noqa: S311 - repeatable, nothing secret
    kind = list(KINDS)[number % len(KINDS)]
    names, make = KINDS[kind]
    name = rng.choice(names.split())
    return kind, name, make((SAMPLE / name).read_bytes(), rng) if " " in names else make(rng)
