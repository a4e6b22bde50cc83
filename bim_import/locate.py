"""What a file says of its place on earth, read as it stands; `georef` judges it.

IFC4 has IfcMapConversion; IFC2X3 files carry the same numbers in property sets on IfcSite or IfcProject
(``ePSet_MapConversion``, ``ePSet_ProjectedCRS``), which the library's own reader misses on IfcSite.
"""

from __future__ import annotations

import math
from typing import Any

from bim_import.elements import GeoFacts
from bim_import.facts import Placements, by_type, get, number, sets_of, text, unit_scale, vector

__all__ = ["geo_facts"]

_NUMBERS = ("Eastings", "Northings", "OrthogonalHeight", "XAxisAbscissa", "XAxisOrdinate", "Scale")


def geo_facts(file: Any, length_unit: float) -> GeoFacts:
    """Collect the facts of one file; `length_unit` is metres of one unit."""
    conversion, crs, map_unit = _map_conversion(file)
    epset, epset_crs = _property_sets(file)
    site = next(iter(by_type(file, "IfcSite")), None)
    matrix = Placements(length_unit).of(site)
    elevation = number(get(site, "RefElevation"))
    return GeoFacts(
        conversion=conversion,
        conversion_crs=crs,
        map_unit=map_unit,
        epset=epset,
        epset_crs=epset_crs,
        latitude=_angle(get(site, "RefLatitude")),
        longitude=_angle(get(site, "RefLongitude")),
        site_elevation=None if elevation is None else elevation * length_unit,
        true_north=_true_north(file),
        site_origin=(0.0, 0.0) if matrix is None else (float(matrix[0, 3]), float(matrix[1, 3])),
        length_unit=length_unit,
    )


def _map_conversion(file: Any) -> tuple[dict[str, float] | None, str, float | None]:
    """Read the first IfcMapConversion, the name of its CRS, and metres of its map unit."""
    for entity in by_type(file, "IfcMapConversion"):
        numbers = {name: number(get(entity, name)) for name in _NUMBERS}
        target = get(entity, "TargetCRS")
        unit = get(target, "MapUnit")
        if numbers["Eastings"] is not None and numbers["Northings"] is not None:
            known = {name: value for name, value in numbers.items() if value is not None}
            return known, text(get(target, "Name")), None if unit is None else unit_scale(unit)
    return None, "", None


def _property_sets(file: Any) -> tuple[dict[str, float] | None, str]:
    """Read the property sets that stand in for IfcMapConversion, of a site or the project."""
    for owner in (*by_type(file, "IfcSite"), *by_type(file, "IfcProject")):
        sets = sets_of(owner)
        named = {name.lower().removeprefix("e"): values for name, values in sets.items()}
        conversion, crs = named.get("pset_mapconversion"), named.get("pset_projectedcrs", {})
        if conversion is None:
            continue
        numbers = {name: number(_number_of(conversion.get(name))) for name in _NUMBERS}
        known = {name: value for name, value in numbers.items() if value is not None}
        if {"Eastings", "Northings"} <= set(known):
            return known, text(crs.get("Name"))
    return None, ""


def _number_of(value: Any) -> Any:
    """Take a number that was written as a text."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return None


def _angle(parts: Any) -> tuple[float, ...]:
    """Read an IfcCompoundPlaneAngleMeasure: degrees, minutes, seconds, millionths of a second."""
    read = tuple(number(part) for part in parts or ())
    return tuple(part for part in read if part is not None) if 3 <= len(read) <= 4 and None not in read else ()


def _true_north(file: Any) -> tuple[float, float] | None:
    """Read true north in the model's plane; None where absent or with a third number, a fault of some exports."""
    for context in by_type(file, "IfcGeometricRepresentationContext"):
        ratios = (
            get(get(context, "TrueNorth"), "DirectionRatios")
            if not context.is_a("IfcGeometricRepresentationSubContext")
            else None
        )
        north = vector(ratios) if ratios is not None and len(ratios) == 2 else None
        if north is not None and math.hypot(north[0], north[1]) > 1e-9:
            return float(north[0]), float(north[1])
    return None
