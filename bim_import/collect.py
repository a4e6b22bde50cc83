"""Entities of an open file → plain elements: which of them matter, what they are called, and where they stand.

An element's storey is where its container says; a part stands where its whole stands, a door or window where its wall does.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from bim_import.elements import Element, Storey
from bim_import.facts import Placements, by_type, get, number, property_sets, related, text
from bim_import.identity import Rekeyed, Root, repair_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["GROUPS", "Collected", "collect"]

GROUPS: dict[str, tuple[str, ...]] = {
    "space": ("IfcSpace",),
    "curtain": ("IfcCurtainWall",),
    "wall": ("IfcWall",),
    "window": ("IfcWindow",),
    "door": ("IfcDoor",),
    "column": ("IfcColumn", "IfcPile", "IfcChimney"),
    "railing": ("IfcRailing",),
    "plate": ("IfcPlate",),
    "stair": ("IfcStair", "IfcStairFlight"),
    "ramp": ("IfcRamp", "IfcRampFlight"),
    "transport": ("IfcTransportElement",),
    "furniture": ("IfcFurnishingElement",),
    "device": ("IfcDistributionElement", "IfcElectricalElement", "IfcEquipmentElement"),
    "proxy": ("IfcBuildingElementProxy",),
    "body": ("IfcSlab", "IfcRoof", "IfcBeam", "IfcMember", "IfcFooting"),
}
"""What the importer takes each class (with its subclasses) for; the first group that has an element keeps it."""

_WITHOUT_FACTS = {"body"}
"""Groups that are only drawn in 3D: their property sets are not read."""
_PLACED = {"door", "window", "device", "furniture", "proxy", "transport"}
_DEEPEST = 32


@dataclass(slots=True)
class _Relations:
    """Who stands in, is part of, and fills what, by step."""

    container: dict[int, Any] = field(default_factory=dict)
    whole: dict[int, Any] = field(default_factory=dict)
    opening: dict[int, int] = field(default_factory=dict)
    host: dict[int, int] = field(default_factory=dict)
    type_of: dict[int, Any] = field(default_factory=dict)
    codes: dict[int, list[str]] = field(default_factory=dict)
    sole_building: int = 0
    """Step of the building where the file has exactly one: storeys outside any building belong to it."""


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything of a file but its meshes and its place on earth."""

    buildings: tuple[Element, ...]
    storeys: tuple[Storey, ...]
    elements: dict[int, Element]
    openings: dict[int, int]
    hosts: dict[int, int]
    boundaries: tuple[tuple[int, int], ...]
    rekeyed: tuple[Rekeyed, ...]
    products: dict[str, int]


def collect(file: Any, length_unit: float) -> Collected:
    """Read all elements of a file.

    Parameters
    ----------
    file
        An open ifcopenshell file.
    length_unit
        Metres of one unit of the file.

    Returns
    -------
    See `Collected`; keys are repaired.
    """
    relations = _relations(file)
    placements = Placements(length_unit)
    grouped = _grouped(file)
    storey_entities = by_type(file, "IfcBuildingStorey")
    wanted = {step for step, (group, _) in grouped.items() if group not in _WITHOUT_FACTS}
    psets = property_sets(file, wanted | {entity.id() for entity in storey_entities})
    storeys = [_storey(entity, relations, placements, psets.get(entity.id(), {}), length_unit) for entity in storey_entities]
    known = {storey.step for storey in storeys}
    elements = {
        step: _element(entity, group, relations, known, psets.get(step, {}))
        for step, (group, entity) in grouped.items()
    }  # fmt: skip
    for step, (group, entity) in grouped.items():
        if group in _PLACED:
            elements[step] = _placed(elements[step], entity, placements, length_unit)
    buildings = [_element(entity, "building", relations, known, {}) for entity in by_type(file, "IfcBuilding")]
    keys, rekeyed = _keys(file, buildings, storeys, elements)
    return Collected(
        buildings=tuple(replace(building, key=keys[building.step]) for building in buildings),
        storeys=tuple(replace(storey, key=keys[storey.step]) for storey in storeys),
        elements={step: replace(element, key=keys[step]) for step, element in elements.items()},
        openings={step: opening for step, opening in relations.opening.items() if step in elements},
        hosts=relations.host,
        boundaries=_boundaries(file),
        rekeyed=tuple(rekeyed),
        products=_products(file),
    )


def _grouped(file: Any) -> dict[int, tuple[str, Any]]:
    """Find the elements of every group."""
    found: dict[int, tuple[str, Any]] = {}
    for group, classes in GROUPS.items():
        for ifc_class in classes:
            for entity in by_type(file, ifc_class):
                found.setdefault(entity.id(), (group, entity))
    return found


def _relations(file: Any) -> _Relations:
    """Index the relations by the step of the part, the filler and the element."""
    buildings = by_type(file, "IfcBuilding")
    relations = _Relations(sole_building=buildings[0].id() if len(buildings) == 1 else 0)
    contained = related(file, "IfcRelContainedInSpatialStructure", "RelatingStructure", "RelatedElements")
    aggregated = related(file, "IfcRelAggregates", "RelatingObject", "RelatedObjects")
    nested = related(file, "IfcRelNests", "RelatingObject", "RelatedObjects")
    for index, target in ((contained, relations.container), (nested, relations.whole), (aggregated, relations.whole)):
        for step, parts in index.items():
            single = file.by_id(step)
            for part in parts:
                target[part.id()] = single
    for step, openings in related(file, "IfcRelVoidsElement", "RelatingBuildingElement", "RelatedOpeningElement").items():
        relations.host.update({opening.id(): step for opening in openings})
    for step, fillers in related(file, "IfcRelFillsElement", "RelatingOpeningElement", "RelatedBuildingElement").items():
        relations.opening.update({filler.id(): step for filler in fillers})
    for step, objects in related(file, "IfcRelDefinesByType", "RelatingType", "RelatedObjects").items():
        relations.type_of.update({entity.id(): file.by_id(step) for entity in objects})
    for entity in by_type(file, "IfcRelAssociatesClassification"):
        code = _code(get(entity, "RelatingClassification"))
        for classified in (get(entity, "RelatedObjects") or ()) if code else ():
            relations.codes.setdefault(classified.id(), []).append(code)
    return relations


def _code(reference: Any) -> str:
    """Read the code of a classification reference: Identification in IFC4, ItemReference in IFC2X3."""
    return text(get(reference, "Identification")) or text(get(reference, "ItemReference"))


def _element(entity: Any, group: str, relations: _Relations, storeys: set[int], psets: dict[str, dict[str, Any]]) -> Element:
    """Make the plain record of an entity; its key is still what the file says."""
    step = entity.id()
    type_of = relations.type_of.get(step)
    container = relations.container.get(step)
    whole = relations.whole.get(step)
    return Element(
        step=step,
        key=text(get(entity, "GlobalId")),
        ifc_class=entity.is_a(),
        group=group,
        name=text(get(entity, "Name")),
        long_name=text(get(entity, "LongName")),
        object_type=text(get(entity, "ObjectType")),
        description=text(get(entity, "Description")),
        predefined=text(get(entity, "PredefinedType")) or text(get(entity, "CompositionType")),
        type_class=type_of.is_a() if type_of is not None else "",
        type_name=text(get(type_of, "Name")),
        type_predefined=text(get(type_of, "PredefinedType")),
        storey=_storey_of(step, relations, storeys),
        space=container.id() if container is not None and container.is_a("IfcSpace") else 0,
        whole=whole.id() if whole is not None and (whole.is_a("IfcSpace") or not whole.is_a("IfcSpatialStructureElement")) else 0,
        codes=tuple(relations.codes.get(step, ())),
        psets=psets,
    )


def _storey_of(step: int, relations: _Relations, storeys: set[int]) -> int:
    """Climb from an element to its storey: by container, then by whole, then by the wall it fills; 0 where none is reached."""
    for _ in range(_DEEPEST):
        if step in storeys:
            return step
        above = relations.container.get(step) or relations.whole.get(step)
        following = above.id() if above is not None else relations.host.get(relations.opening.get(step, 0), 0)
        if not following or following == step:
            return 0
        step = following
    return 0


def _placed(element: Element, entity: Any, placements: Placements, length_unit: float) -> Element:
    """Add placement, and the size that a door or window states."""
    width, height = number(get(entity, "OverallWidth")), number(get(entity, "OverallHeight"))
    return replace(
        element,
        matrix=placements.of(entity),
        width=width * length_unit if width and width > 0 else None,
        height=height * length_unit if height and height > 0 else None,
    )


def _storey(
    entity: Any, relations: _Relations, placements: Placements, psets: dict[str, dict[str, Any]], length_unit: float
) -> Storey:
    """Read one storey as it stands."""
    building = relations.whole.get(entity.id())
    for _ in range(_DEEPEST):
        if building is None or building.is_a("IfcBuilding"):
            break
        building = relations.whole.get(building.id())
    elevation, matrix = number(get(entity, "Elevation")), placements.of(entity)
    base = placements.of(building) if building is not None else None
    return Storey(
        step=entity.id(),
        key=text(get(entity, "GlobalId")),
        name=text(get(entity, "Name")) or text(get(entity, "LongName")),
        building=building.id() if building is not None and building.is_a("IfcBuilding") else relations.sole_building,
        elevation=None if elevation is None else elevation * length_unit,
        placed=None if matrix is None else float(matrix[2, 3]),
        base=0.0 if base is None else float(base[2, 3]),
        psets=psets,
    )


def _keys(
    file: Any, buildings: Iterable[Element], storeys: Iterable[Storey], elements: dict[int, Element]
) -> tuple[dict[int, str], list[Rekeyed]]:
    """Repair the keys of all that will have rows."""
    names = {storey.step: storey.name for storey in storeys}
    roots = [Root(storey.step, storey.key, "IfcBuildingStorey", "", storey.name) for storey in storeys]
    roots += [
        Root(element.step, element.key, element.ifc_class, names.get(element.storey, ""), element.name)
        for element in [*buildings, *elements.values()]
    ]
    project = "".join(text(get(entity, "GlobalId")) for entity in by_type(file, "IfcProject")[:1])
    return repair_keys(roots, project)


def _boundaries(file: Any) -> tuple[tuple[int, int], ...]:
    """Read which room each IfcRelSpaceBoundary bounds by what; those that name both sides."""
    found = []
    for entity in by_type(file, "IfcRelSpaceBoundary"):
        space, element = get(entity, "RelatingSpace"), get(entity, "RelatedBuildingElement")
        if space is not None and element is not None:
            found.append((space.id(), element.id()))
    return tuple(found)


def _products(file: Any) -> dict[str, int]:
    """Count the products by class."""
    return dict(sorted(Counter(entity.is_a() for entity in file.by_type("IfcProduct")).items()))
