"""An IFC4 file while it is written: shared points, directions, placements and solids, and a header without time or host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ifcopenshell

from sample_buildings.rings import DIGITS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shapely import Polygon

    from sample_buildings.identity import Names

STAMP = "2026-01-01T08:00:00"
"""The header's time: fixed, so that the same seed gives the same bytes."""

Entity = Any
Vector = tuple[float, ...]


class IfcWriter:
    """Writes entities of one building; equal points, directions, placements and solids are written once."""

    def __init__(self, names: Names, building: str) -> None:
        self.file = ifcopenshell.file(schema="IFC4")
        self.building = building
        self._names = names
        self._shared: dict[tuple[Any, ...], Entity] = {}
        self._groups: dict[tuple[str, ...], list[Entity]] = {}
        self._header()

    def _header(self) -> None:
        header = self.file.header
        header.file_description.description = ("ViewDefinition [ReferenceView_V1.2]",)
        name = header.file_name
        name.name, name.time_stamp = f"{self.building}.ifc", STAMP
        name.author, name.organization = ("District Twin",), ("District Twin",)
        name.preprocessor_version, name.originating_system, name.authorization = "District Twin", "District Twin sample", "none"

    def guid(self, *path: object) -> str:
        """Give the GlobalId of a thing of this building."""
        return self._names.guid(self.building, *path)

    def add(self, kind: str, *values: Any, **named: Any) -> Entity:
        """Write one entity."""
        return self.file.create_entity(kind, *values, **named)

    def rooted(self, kind: str, path: tuple[object, ...], name: str | None = None, **named: Any) -> Entity:
        """Write one entity that has a GlobalId."""
        return self.file.create_entity(kind, GlobalId=self.guid(*path), Name=name, **named)

    def _once(self, key: tuple[Any, ...], kind: str, *values: Any) -> Entity:
        if key not in self._shared:
            self._shared[key] = self.file.create_entity(kind, *values)
        return self._shared[key]

    def once(self, kind: str, *values: Any) -> Entity:
        """Write an entity without identity once, however often it is asked for."""
        return self._once((kind, *values), kind, *values)

    def classify(self, group: str, entity: Entity) -> None:
        """Put an element under a heading of the office standard; written by `finish`."""
        self._groups.setdefault(("class", group), []).append(entity)

    def material(self, stuff: str, entity: Entity) -> None:
        """Say what an element is made of; written by `finish`."""
        self._groups.setdefault(("material", stuff), []).append(entity)

    def common(self, pset: str, entity: Entity, **values: bool | str) -> None:
        """Give an element a common property set; equal sets are one, written by `finish`. Empty texts are left out."""
        said = tuple(f"{name}={value}" for name, value in values.items() if value != "")
        self._groups.setdefault(("pset", pset, *said), []).append(entity)

    def finish(self) -> None:
        """Write what is said of many elements at once: classes, materials, common property sets."""
        system = self.add("IfcClassification", None, "发改投资〔2014〕2674号", None, "党政机关办公用房建设标准")
        for (what, *said), entities in self._groups.items():
            path = ("all", what, *said)
            if what == "class":
                reference = self.add("IfcClassificationReference", None, None, said[0], system)
                self.rooted("IfcRelAssociatesClassification", path, RelatedObjects=entities, RelatingClassification=reference)
            elif what == "material":
                stuff = self.add("IfcMaterial", said[0])
                self.rooted("IfcRelAssociatesMaterial", path, RelatedObjects=entities, RelatingMaterial=stuff)
            else:
                properties = [self._property(*value.split("=")) for value in said[1:]]
                holder = self.rooted("IfcPropertySet", path, said[0], HasProperties=properties)
                self.rooted(
                    "IfcRelDefinesByProperties", (*path, "of"), RelatedObjects=entities, RelatingPropertyDefinition=holder
                )

    def _property(self, name: str, value: str) -> Entity:
        flag = value in {"True", "False"}
        held = self.add("IfcBoolean", value == "True") if flag else self.add("IfcLabel", value)
        return self.add("IfcPropertySingleValue", name, None, held, None)

    def point(self, *values: float) -> Entity:
        """Write a point, 0.1 mm."""
        place = tuple(round(float(value), DIGITS) + 0.0 for value in values)
        return self._once(("point", place), "IfcCartesianPoint", place)

    def direction(self, *values: float) -> Entity:
        """Write a direction."""
        way = tuple(float(value) for value in values)
        return self._once(("direction", way), "IfcDirection", way)

    def axes(self, place: Vector, along: Vector = (1.0, 0.0, 0.0), up: Vector = (0.0, 0.0, 1.0)) -> Entity:
        """Write a 3D axis system; the two standard directions are left out, as the standard allows."""
        plain = (along, up) == ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
        key = ("axes", tuple(round(value, DIGITS) for value in place), along, up)
        turned = (None, None) if plain else (self.direction(*up), self.direction(*along))
        return self._once(key, "IfcAxis2Placement3D", self.point(*place), *turned)

    def placement(self, parent: Entity | None, place: Vector, along: Vector = (1.0, 0.0, 0.0)) -> Entity:
        """Write a local placement."""
        axes = self.axes(place, along)
        return self._once(("placement", parent.id() if parent else 0, axes.id()), "IfcLocalPlacement", parent, axes)

    def box(self, size: Vector, corner: Vector = (0.0, 0.0, 0.0)) -> Entity:
        """Write an upright box: `size` in x, y, z, its middle in plan at `corner`, its foot at the corner's z."""
        middle = self._once(("flat", (0.0, 0.0)), "IfcAxis2Placement2D", self.point(0.0, 0.0), None)
        profile = self._once(
            ("rect", size[:2]), "IfcRectangleProfileDef", "AREA", None, middle, round(size[0], DIGITS), round(size[1], DIGITS)
        )
        return self._extrude(("box", size, corner), profile, self.axes(corner), size[2])

    def prism(self, shape: Polygon, height: float, base: float = 0.0) -> Entity:
        """Write a polygon, with its holes, drawn up by `height`."""
        outer, holes = self._ring(shape.exterior), [self._ring(hole) for hole in shape.interiors]
        if holes:
            profile = self.add("IfcArbitraryProfileDefWithVoids", "AREA", None, outer, holes)
        else:
            profile = self.add("IfcArbitraryClosedProfileDef", "AREA", None, outer)
        return self._extrude((), profile, self.axes((0.0, 0.0, base)), height)

    def profile(self, corners: Sequence[Vector]) -> Entity:
        """Write a closed profile from its corners, the first not repeated."""
        ring = self.add("IfcPolyline", [self.point(*corner) for corner in (*corners, corners[0])])
        return self.add("IfcArbitraryClosedProfileDef", "AREA", None, ring)

    def extrude(self, profile: Entity, axes: Entity, depth: float) -> Entity:
        """Write a profile drawn along the z of `axes`."""
        return self._extrude((), profile, axes, depth)

    def _extrude(self, key: tuple[Any, ...], profile: Entity, axes: Entity, depth: float) -> Entity:
        values = (profile, axes, self.direction(0.0, 0.0, 1.0), round(depth, DIGITS))
        return self._once(("solid", *key), "IfcExtrudedAreaSolid", *values) if key else self.add("IfcExtrudedAreaSolid", *values)

    def _ring(self, ring: Any) -> Entity:
        return self.add("IfcPolyline", [self.point(*corner) for corner in ring.coords])

    def body(self, context: Entity, *items: Entity, kind: str = "SweptSolid") -> Entity:
        """Write the Body of one or more solids; the same solids give the same shape."""
        key = ("body", kind, tuple(item.id() for item in items))
        representation = self._once(("rep", *key), "IfcShapeRepresentation", context, "Body", kind, items)
        return self._once(("shape", *key), "IfcProductDefinitionShape", None, None, (representation,))

    def write(self, path: Path) -> None:
        """Write the file: ASCII, with Chinese in the escapes of part 21, lines ended alike everywhere."""
        text = str(self.file.to_string())  # type: ignore[no-untyped-call]
        path.write_bytes(text.replace("\r\n", "\n").encode("ascii"))
