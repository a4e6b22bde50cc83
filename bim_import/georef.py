"""Where a model stands on earth, in a fixed order of trust: IfcMapConversion, its IFC2X3 stand-in, the site's latitude.

A latitude alone is never trusted: most are what the authoring tool writes when nobody told it. The user's own control points come
before all of these, but are applied outside, on the placed building.

The map conversion of IFC gives, for a point (x, y) of the model in its own length unit,
``E = Eastings + s (x cos r - y sin r)``, ``N = Northings + s (x sin r + y cos r)`` with
``r = atan2(XAxisOrdinate, XAxisAbscissa)``, E and N in map units.
"""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from twin.model.findings import Finding

if TYPE_CHECKING:
    from bim_import.elements import GeoFacts

__all__ = ["Georeference", "locate"]

Method = Literal["map_conversion", "epset_map_conversion", "site_latlon", "none"]

_NEAR_ONE = (0.9, 1.1)
"""Scale of a sound map projection: grid metres per metre, at any height and place."""
_MARGIN = 1.0
"""Degrees around a CRS's area of use that are still believed."""
_EPSG = re.compile(r"(?:urn:ogc:def:crs:)?EPSG\W*(?:\d*\.?\d*:)?(\d{4,6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Georeference:
    """How a model's metres become the map's.

    `e`, `n`, `z` say where the model's origin lands, metres; `rotation_deg` turns anticlockwise from model x to grid east;
    `scale` is grid metres per model metre; `crs` is ``EPSG:n`` or empty; `lonlat` is the origin's, in degrees of WGS 84, where
    known. With `site_latlon` only `lonlat` and `rotation_deg` (from true north) mean something, and nothing is trusted.
    """

    method: Method = "none"
    trusted: bool = False
    crs: str = ""
    e: float = 0.0
    n: float = 0.0
    z: float = 0.0
    rotation_deg: float = 0.0
    scale: float = 1.0
    lonlat: tuple[float, float] | None = None
    notes: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """Give it as JSON."""
        return asdict(self) | {"lonlat": list(self.lonlat) if self.lonlat else None, "notes": list(self.notes)}


def locate(facts: GeoFacts, false_origin: tuple[float, float, float], name: str) -> tuple[Georeference, list[Finding]]:
    """Judge what a file says of its place.

    Parameters
    ----------
    facts
        What the file says.
    false_origin
        What was subtracted from the model's coordinates, metres; the answer is for coordinates without it.
    name
        The file's name, for findings.

    Returns
    -------
    The best georeference, and findings about what was wrong with it or with a better one.
    """
    findings: list[Finding] = []
    if facts.conversion is not None:
        found = _from_numbers("map_conversion", facts.conversion, facts.conversion_crs, facts, findings, name)
    elif facts.epset is not None:
        found = _from_numbers("epset_map_conversion", facts.epset, facts.epset_crs, facts, findings, name)
    else:
        found = _from_site(facts, findings, name)
    if any(false_origin):
        values = {"x": false_origin[0], "y": false_origin[1]}
        findings.append(Finding("info", "ifc.false_origin", file=name, values=values))
        found = _shifted(found, false_origin)
    return found, findings


def _from_numbers(
    method: Method, numbers: dict[str, float], crs_name: str, facts: GeoFacts, findings: list[Finding], name: str
) -> Georeference:
    """Read a map conversion: units first, then whether the point lies where its CRS is meant to be used."""
    notes: list[str] = []
    crs = _crs(crs_name)
    stated = facts.map_unit if method == "map_conversion" else 1.0
    unit = _map_unit(numbers, crs, stated, facts.length_unit)
    if stated is not None and abs(stated - 1.0) > 1e-9:
        findings.append(Finding("info", "ifc.map_unit", file=name, values={"unit": stated}))
        notes.append(f"MapUnit = {stated:g} m")
    scale = _scale(numbers.get("Scale", 1.0), unit, facts.length_unit)
    if not _NEAR_ONE[0] <= scale <= _NEAR_ONE[1]:
        findings.append(Finding("warning", "ifc.map_scale", file=name, values={"scale": scale}))
        notes.append(f"Scale = {numbers.get('Scale', 1.0):g}")
        scale = 1.0
    rotation = math.degrees(math.atan2(numbers.get("XAxisOrdinate", 0.0), numbers.get("XAxisAbscissa", 1.0)))
    e, n, z = (numbers.get(key, 0.0) * unit for key in ("Eastings", "Northings", "OrthogonalHeight"))
    lonlat, inside = _degrees(crs, e, n)
    if crs is None:
        findings.append(Finding("warning", "ifc.crs_unknown", file=name, values={"crs": crs_name or "-"}))
    elif not inside:
        findings.append(
            Finding("warning", "ifc.outside_crs", file=name, values={"crs": crs_name, "e": round(e, 3), "n": round(n, 3)})
        )
    return Georeference(method, crs is not None and inside, _code(crs), e, n, z, rotation, scale, lonlat, tuple(notes))


@cache
def _crs(text: str) -> CRS | None:
    """Find a projected CRS by its EPSG code, wherever in the text it stands, or by its name."""
    code = _EPSG.search(text)
    try:
        crs = CRS.from_epsg(int(code.group(1))) if code else CRS.from_user_input(text)
    except (CRSError, ProjError):
        return None
    return crs if crs.is_projected else None


def _code(crs: CRS | None) -> str:
    number = crs.to_epsg() if crs is not None else None
    return f"EPSG:{number}" if number else ""


def _map_unit(numbers: dict[str, float], crs: CRS | None, stated: float | None, length_unit: float) -> float:
    """Give the metres of one map unit.

    The standard says that a missing MapUnit means the project's length unit; programs that leave it out mean metres more often
    than not. The one under which the point lies in the CRS's area of use is taken, the standard's first.
    """
    if stated is not None:
        return stated
    for unit in (length_unit, 1.0):
        if crs is not None and _degrees(crs, numbers["Eastings"] * unit, numbers["Northings"] * unit)[1]:
            return unit
    return 1.0


def _scale(stated: float, map_unit: float, length_unit: float) -> float:
    """Give grid metres per model metre.

    `Scale` is map units per length unit, but many programs write 1 whatever the units: if taking it at its word is absurd and
    taking it as a pure factor is not, it is a pure factor.
    """
    meant = stated * map_unit / length_unit
    if _NEAR_ONE[0] <= meant <= _NEAR_ONE[1] or not _NEAR_ONE[0] <= stated <= _NEAR_ONE[1]:
        return meant
    return stated


def _degrees(crs: CRS | None, e: float, n: float) -> tuple[tuple[float, float] | None, bool]:
    """Give longitude and latitude of a map point, and whether it lies in the CRS's area of use."""
    if crs is None:
        return None, False
    lon, lat = _to_degrees(crs).transform(e, n)
    if not (math.isfinite(lon) and math.isfinite(lat)):
        return None, False
    area = crs.area_of_use
    inside = area is None or (
        _between(lon, area.west - _MARGIN, area.east + _MARGIN) and area.south - _MARGIN <= lat <= area.north + _MARGIN
    )
    return (float(lon), float(lat)), inside


@cache
def _to_degrees(crs: CRS) -> Transformer:
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


def _between(lon: float, west: float, east: float) -> bool:
    """Tell whether a longitude lies in a span that may cross the date line."""
    return west <= lon <= east if west <= east else lon >= west or lon <= east


def _from_site(facts: GeoFacts, findings: list[Finding], name: str) -> Georeference:
    """Read the site's latitude and longitude: shown, never used without somebody's word."""
    if not facts.latitude or not facts.longitude:
        findings.append(Finding("info", "ifc.no_place", file=name))
        return Georeference()
    lat, lon = _decimal(facts.latitude), _decimal(facts.longitude)
    rotation = 0.0
    if facts.true_north is not None:
        rotation = 90.0 - math.degrees(math.atan2(facts.true_north[1], facts.true_north[0]))
    preset = _preset(lat, lon)
    values: dict[str, object] = {"lat": round(lat, 6), "lon": round(lon, 6)}
    if preset:
        findings.append(Finding("warning", "ifc.place_is_default", file=name, values=values | {"place": preset}))
    else:
        findings.append(Finding("warning", "ifc.place_unconfirmed", file=name, values=values))
    notes = (preset,) if preset else ()
    return Georeference("site_latlon", z=facts.site_elevation or 0.0, rotation_deg=rotation + 0.0, lonlat=(lon, lat), notes=notes)


def _decimal(parts: tuple[float, ...]) -> float:
    """Turn degrees, minutes, seconds and millionths (all of one sign) into degrees."""
    degrees, minutes, seconds, millionths = (*parts, 0.0)[:4]
    return degrees + minutes / 60 + (seconds + millionths / 1e6) / 3600


@cache
def _presets() -> tuple[float, tuple[tuple[str, float, float], ...]]:
    data = tomllib.loads(files(__package__).joinpath("site_defaults.toml").read_text(encoding="utf-8"))
    return float(data["tolerance"]), tuple((str(p["name"]), float(p["latitude"]), float(p["longitude"])) for p in data["place"])


def _preset(lat: float, lon: float) -> str:
    """Name the authoring tool's preset that a place is, empty where it is none."""
    tolerance, places = _presets()
    return next((name for name, y, x in places if abs(lat - y) < tolerance and abs(lon - x) < tolerance), "")


def _shifted(found: Georeference, origin: tuple[float, float, float]) -> Georeference:
    """Move the place of the origin to where the false origin was."""
    if found.method not in {"map_conversion", "epset_map_conversion"}:
        return found
    turn = math.radians(found.rotation_deg)
    x, y = origin[0] * found.scale, origin[1] * found.scale
    e = found.e + x * math.cos(turn) - y * math.sin(turn)
    n = found.n + x * math.sin(turn) + y * math.cos(turn)
    return Georeference(
        found.method,
        found.trusted,
        found.crs,
        e,
        n,
        found.z + origin[2],
        found.rotation_deg,
        found.scale,
        found.lonlat,
        found.notes,
    )
