"""The IFC file of one building: project, units, place on the earth, storeys, and what the other ifc_* files put into them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from sample_buildings.frame import lonlat
from sample_buildings.ifc_file import Entity, IfcWriter
from sample_buildings.ifc_fittings import write_fittings
from sample_buildings.ifc_rooms import write_rooms
from sample_buildings.ifc_walls import write_walls

if TYPE_CHECKING:
    from pathlib import Path

    from sample_buildings.building import Building, Floor
    from sample_buildings.identity import Names

EPSG = 4544


@dataclass(frozen=True, slots=True)
class Ground:
    """What the file says of its place: names, and the latitude and longitude of the building's zero in degrees."""

    site: str
    lon: float
    lat: float


def ground_of(site: str, building: Building) -> Ground:
    """Say where a building of a site stands."""
    (lon, lat), *_ = lonlat(np.array([building.origin]))
    return Ground(site, float(lon), float(lat))


@dataclass(frozen=True, slots=True)
class StoreyFrame:
    """One storey in its file: the entity, its placement, and the Body context."""

    entity: Entity
    placement: Entity
    body: Entity


def _degrees(value: float) -> tuple[int, int, int, int]:
    """Give degrees, minutes, seconds and millionths of a second, as IfcCompoundPlaneAngleMeasure wants them."""
    millionths = round(value * 3_600_000_000)
    seconds, rest = divmod(millionths, 1_000_000)
    return seconds // 3600, seconds // 60 % 60, seconds % 60, rest


def _project(out: IfcWriter, building: Building, ground: Ground) -> tuple[Entity, Entity]:
    """Write project, units, contexts and the map conversion; give the project and the Body context."""
    context = out.add("IfcGeometricRepresentationContext", None, "Model", 3, 1.0e-5, out.axes((0.0, 0.0, 0.0)), None)
    body = out.add(
        "IfcGeometricRepresentationSubContext",
        ContextIdentifier="Body", ContextType="Model", ParentContext=context, TargetView="MODEL_VIEW",
    )  # fmt: skip
    metre = out.add("IfcSIUnit", None, "LENGTHUNIT", None, "METRE")
    units = [
        metre,
        out.add("IfcSIUnit", None, "AREAUNIT", None, "SQUARE_METRE"),
        out.add("IfcSIUnit", None, "VOLUMEUNIT", None, "CUBIC_METRE"),
        out.add("IfcSIUnit", None, "PLANEANGLEUNIT", None, "RADIAN"),
    ]
    project = out.rooted(
        "IfcProject", ("project",), f"{ground.site}{building.spec.name}",
        RepresentationContexts=[context], UnitsInContext=out.add("IfcUnitAssignment", units),
    )  # fmt: skip
    crs = out.add(
        "IfcProjectedCRS", f"EPSG:{EPSG}", "CGCS2000 / 3-degree Gauss-Kruger CM 105E", "CGCS2000", "1985国家高程基准",
        "Gauss-Kruger", "CM 105E", metre,
    )  # fmt: skip
    turn = math.radians(building.turn)
    out.add(
        "IfcMapConversion", context, crs, *building.origin, building.elevation,
        round(math.cos(turn), 12), round(math.sin(turn), 12), 1.0,
    )  # fmt: skip
    return project, body


def _aggregate(out: IfcWriter, whole: Entity, parts: list[Entity], *path: object) -> None:
    if parts:
        out.rooted("IfcRelAggregates", (*path, "parts"), RelatingObject=whole, RelatedObjects=parts)


def write_building(building: Building, names: Names, ground: Ground, path: Path) -> None:
    """Write one building as IFC4.

    Parameters
    ----------
    building
        As drawn; local metres go into the file, its place goes into IfcMapConversion.
    names
        Makes the GlobalIds.
    ground
        Name of the site and where the building stands.
    path
        File to write.
    """
    out = IfcWriter(names, building.spec.key)
    project, body = _project(out, building, ground)
    root = out.placement(None, (0.0, 0.0, 0.0))
    site = out.rooted(
        "IfcSite", ("site",), ground.site, ObjectPlacement=root, CompositionType="ELEMENT",
        RefLatitude=_degrees(ground.lat), RefLongitude=_degrees(ground.lon), RefElevation=building.elevation,
    )  # fmt: skip
    house = out.rooted(
        "IfcBuilding", ("building",), building.spec.name,
        ObjectPlacement=root, CompositionType="ELEMENT", ElevationOfRefHeight=building.elevation,
    )  # fmt: skip
    _aggregate(out, project, [site], "project")
    _aggregate(out, site, [house], "site")
    frames = [_storey(out, body, root, floor) for floor in building.floors]
    _aggregate(out, house, [frame.entity for frame in frames], "building")
    spaces: dict[str, Entity] = {}
    contents: list[list[Any]] = []
    for floor, frame in zip(building.floors, frames, strict=True):
        rooms = write_rooms(out, floor, frame)
        _aggregate(out, frame.entity, list(rooms.values()), floor.number)
        spaces |= {f"{floor.number}/{cell}": space for cell, space in rooms.items()}
        contents.append(write_walls(out, floor, frame, rooms))
    for held, more in zip(contents, write_fittings(out, building, frames), strict=True):
        held.extend(more)
    for floor, frame, held in zip(building.floors, frames, contents, strict=True):
        out.rooted(
            "IfcRelContainedInSpatialStructure", (floor.number, "contents"), RelatedElements=held, RelatingStructure=frame.entity
        )
    out.finish()
    out.write(path)


def _storey(out: IfcWriter, body: Entity, root: Entity, floor: Floor) -> StoreyFrame:
    placement = out.placement(root, (0.0, 0.0, floor.elevation))
    entity = out.rooted(
        "IfcBuildingStorey", (floor.number,), floor.name,
        ObjectPlacement=placement, CompositionType="ELEMENT", Elevation=floor.elevation,
    )  # fmt: skip
    return StoreyFrame(entity, placement, body)
