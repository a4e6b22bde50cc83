"""The account of an import: how much was read, kept and dropped, and why; every product of the file is in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bim_import.report import Dropped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bim_import.elements import Fallback, Model

__all__ = ["account", "dropped_products"]

_DRAWN_ONLY = ("IfcSlab", "IfcRoof", "IfcBeam", "IfcMember", "IfcFooting", "IfcPlate", "IfcStairFlight", "IfcRampFlight")
_OPENINGS = ("IfcOpeningElement", "IfcOpeningStandardCase")
_SPATIAL = ("IfcSite", "IfcBuilding", "IfcBuildingStorey")


def account(model: Model, rows: dict[str, list[dict[str, Any]]], dropped: Iterable[dict[str, list[str]]]) -> dict[str, Any]:
    """Count what became of everything in a file.

    Parameters
    ----------
    rows
        Rows by table.
    dropped
        Reason → keys of the elements dropped for it, as the builders of the tables gave them.

    Returns
    -------
    The parts `counts`, `areas`, `read`, `rekeyed`, `fallbacks`, `floors`, `kept` and `dropped` of an `ImportReport`.
    """
    keys = {row["global_id"] for table in rows.values() for row in table}
    kept: dict[str, int] = {}
    for element in model.elements.values():
        if element.key in keys:
            kept[element.ifc_class] = kept.get(element.ifc_class, 0) + 1
    stated = [row["area_file_m2"] for row in rows["room"] if row["area_file_m2"] is not None]
    about = model.about
    read = ("instances", "schema", "application", "boundaries", "zones")
    return {
        "counts": _counts(rows),
        "areas": {"drawn_m2": sum(row["area_m2"] for row in rows["room"]), "file_m2": sum(stated)},
        "read": {name: about[name] for name in read}
        | {"storeys": len(model.storeys), "products": sum(model.products.values()), "unit": about["length_unit"]},
        "rekeyed": [asdict(item) for item in model.rekeyed],
        "fallbacks": [_fallback(model, item) for item in model.fallbacks if item.step in model.elements],
        "floors": _floors(rows),
        "kept": {table: len(found) for table, found in rows.items()},
        "dropped": [asdict(item) for item in dropped_products(model.products, kept, _reasons(model, dropped))],
    }


def _floors(rows: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Count rooms, areas and doors by floor, from the top down as a section shows them."""
    found = []
    for floor in sorted(rows["floor"], key=lambda row: (row["building_id"], -row["elevation"])):
        rooms = [row for row in rows["room"] if row["floor_id"] == floor["floor_id"]]
        found.append({
            "name": floor["name"] or "",
            "number": floor["number"],
            "elevation": floor["elevation"],
            "rooms": len(rooms),
            "drawn_m2": sum(row["area_m2"] for row in rooms),
            "file_m2": sum(row["area_file_m2"] or 0.0 for row in rooms),
            "doors": sum(row["floor_id"] == floor["floor_id"] for row in rows["door"]),
        })  # fmt: skip
    return found


def _fallback(model: Model, item: Fallback) -> dict[str, Any]:
    """Say of one element what stands for its body."""
    element = model.elements[item.step]
    return asdict(item) | {"key": element.key, "ifc_class": element.ifc_class, "name": element.name}


def _counts(rows: dict[str, list[dict[str, Any]]]) -> dict[str, int]:
    """Count as people do: a wall once however many floors it stands on, furniture apart from devices."""
    panels = {
        group: len({row["global_id"] for row in rows["wall"] if row["wall_class"] == group}) for group in ("wall", "window")
    }
    furniture = sum(row["device_class"] == "furniture" for row in rows["device"])
    return {
        "buildings": len(rows["building"]),
        "floors": len(rows["floor"]),
        "rooms": len(rows["room"]),
        "walls": panels["wall"],
        "windows": panels["window"],
        "doors": len(rows["door"]),
        "vertical_links": len(rows["vertical_link"]),
        "devices": len(rows["device"]) - furniture,
        "furniture": furniture,
    }


def _reasons(model: Model, dropped: Iterable[dict[str, list[str]]]) -> dict[str, dict[str, int]]:
    """Turn reason → keys into reason → class → count."""
    classes = {element.key: element.ifc_class for element in model.elements.values()}
    found: dict[str, dict[str, int]] = {}
    for reasons in dropped:
        for why, keys in reasons.items():
            counts = found.setdefault(why, {})
            for key in keys:
                counts[classes[key]] = counts.get(classes[key], 0) + 1
    return found


def dropped_products(
    products: Mapping[str, int], kept: Mapping[str, int], reasons: Mapping[str, Mapping[str, int]]
) -> tuple[Dropped, ...]:
    """Account for every product of the file that has no row.

    Parameters
    ----------
    products
        How many products of each class the file holds.
    kept
        How many of them have rows.
    reasons
        Reason → class → count, as far as a reason is known; the rest gets the usual reason of its class.
    """
    found = []
    for ifc_class, count in products.items():
        if ifc_class in _SPATIAL:
            continue
        rest = count - kept.get(ifc_class, 0)
        for why, classes in sorted(reasons.items()):
            known = min(rest, classes.get(ifc_class, 0))
            if known > 0:
                found.append(Dropped(ifc_class, known, why))
                rest -= known
        if rest > 0:
            found.append(Dropped(ifc_class, rest, _usual_reason(ifc_class)))
    return tuple(found)


def _usual_reason(ifc_class: str) -> str:
    if ifc_class in _OPENINGS:
        return "ifc.dropped.opening"
    return "ifc.dropped.drawn_only" if ifc_class in _DRAWN_ONLY else "ifc.dropped.not_wanted"
