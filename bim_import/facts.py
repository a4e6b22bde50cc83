"""What an open IFC file says, as plain values: texts, numbers, property sets, placements and relations.

The functions take ifcopenshell's file and entities but import nothing of it; what a file leaves out or gets wrong (a text for
a number, a reference to nothing) comes back empty instead of raising.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Placements", "axes", "by_type", "number", "property_sets", "related", "sets_of", "text", "units", "units_of"]

_PREFIX = {"KILO": 1e3, "HECTO": 1e2, "DECA": 1e1, "DECI": 1e-1, "CENTI": 1e-2, "MILLI": 1e-3, "MICRO": 1e-6}
_POWER = {"LENGTHUNIT": 1, "AREAUNIT": 2, "VOLUMEUNIT": 3, "PLANEANGLEUNIT": 1}
_HELD, _POINTING = 1, 2
"""Categories of attributes that an instance holds, and that point at it."""
_PLACES: dict[tuple[str, str], int] = {}
"""Place of an attribute by class (with its schema) and name; `_BY_NAME` for one that points at the instance, `_NONE` for none."""
_BY_NAME, _NONE = -1, -2
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_DEEPEST = 64
"""Placements nest a handful deep; more is a circle."""


def text(value: Any) -> str:
    """Give a text fit to store: no control characters, no halves of characters, no blanks at its ends; empty for nothing."""
    if not isinstance(value, str):
        return ""
    if value.isprintable():  # most are, and have neither
        return value.strip()
    return _CONTROL.sub(" ", value).encode("utf-8", "replace").decode("utf-8").strip()


def number(value: Any) -> float | None:
    """Give a finite number, or None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)


def by_type(file: Any, ifc_class: str) -> list[Any]:
    """Give the instances of a class and its subclasses; none where the schema lacks the class."""
    try:
        return sorted(file.by_type(ifc_class), key=_step)
    except RuntimeError:
        return []


def _step(entity: Any) -> int:
    return int(entity.id())


def get(entity: Any, name: str) -> Any:
    """Give an attribute, None where the entity is missing or its class has no such attribute.

    The library is asked once for each attribute of a class where it stands. It is never asked for one that the class lacks: it
    would go looking for derived ones and load the rules of the whole schema, which costs more than reading a file.
    """
    if entity is None:
        return None
    try:
        kind = entity.is_a(True)  # noqa: FBT003 - the library's own, which knows no names for its arguments
    except AttributeError:  # a text or a number where an entity should be
        return None
    place = _PLACES.get((kind, name))
    if place is None:
        category = entity.get_attribute_category(name)
        place = entity.get_argument_index(name) if category == _HELD else _BY_NAME if category == _POINTING else _NONE
        _PLACES[kind, name] = place
    if place >= 0:
        return entity.get_argument(place)
    return getattr(entity, name) if place == _BY_NAME else None


def related(file: Any, relation: str, one: str, many: str) -> dict[int, list[Any]]:
    """Index a relation by the step of its single side.

    Parameters
    ----------
    relation
        Class of the relation.
    one, many
        Names of the attributes that hold the single entity and the entities related to it (one or several).
    """
    index: dict[int, list[Any]] = {}
    for entity in by_type(file, relation):
        single, others = get(entity, one), get(entity, many)
        if single is None or others is None:
            continue
        index.setdefault(single.id(), []).extend(others if isinstance(others, tuple) else (others,))
    return index


def units(file: Any) -> dict[str, float]:
    """Read the project's units: metres, m², m³, radians of one unit, by unit type; a unit not stated is missing."""
    return next((units_of(project) for project in by_type(file, "IfcProject")), {})


def units_of(project: Any) -> dict[str, float]:
    """Read the units that one project is attached to; an assignment that hangs loose in the file says nothing."""
    found: dict[str, float] = {}
    for unit in get(get(project, "UnitsInContext"), "Units") or ():
        kind = get(unit, "UnitType")
        if kind in _POWER and kind not in found:
            scale = unit_scale(unit)
            if scale is not None:
                found[kind] = scale
    return found


def unit_scale(unit: Any) -> float | None:
    """Give how many SI units one unit is (metre, m², m³, radian), None where it cannot be read."""
    if get(unit, "ConversionFactor") is not None:
        factor = unit.ConversionFactor
        value = number(get(get(factor, "ValueComponent"), "wrappedValue"))
        base = unit_scale(get(factor, "UnitComponent"))
        return None if value is None or base is None or value <= 0 else value * base
    kind = get(unit, "UnitType")
    if kind not in _POWER or get(unit, "Name") is None:
        return None
    return float(_PREFIX.get(get(unit, "Prefix") or "", 1.0) ** _POWER[kind])


def property_sets(file: Any, wanted: set[int]) -> dict[int, dict[str, dict[str, Any]]]:
    """Collect the property sets and quantities of elements.

    Parameters
    ----------
    wanted
        Steps of the elements asked for.

    Returns
    -------
    Step → set → property → value; a set without a name is called "?" (a known fault of some exports), values are plain.
    """
    found: dict[int, dict[str, dict[str, Any]]] = {}
    known: dict[int, tuple[str, dict[str, Any]]] = {}
    properties: _Properties = {}
    # by position, which is the same in all schemas: thousands of these make up half of what there is to read
    for relation in file.by_type("IfcRelDefinesByProperties"):
        objects = [step for step in (entity.id() for entity in relation.get_argument(4) or ()) if step in wanted]
        definition = relation.get_argument(5) if objects else None
        if definition is None or isinstance(definition, tuple):
            continue
        step = definition.id()
        if step not in known:
            known[step] = (text(get(definition, "Name")) or "?", _values(definition, properties))
        name, values = known[step]
        for step in objects:
            found.setdefault(step, {}).setdefault(name, {}).update(values)
    return found


def sets_of(entity: Any) -> dict[str, dict[str, Any]]:
    """Collect the property sets of one element, through what points at it."""
    found: dict[str, dict[str, Any]] = {}
    for relation in get(entity, "IsDefinedBy") or ():
        definition = get(relation, "RelatingPropertyDefinition")
        if definition is not None and not isinstance(definition, tuple):
            found.setdefault(text(definition[2]) or "?", {}).update(_values(definition, {}))
    return found


_Properties = dict[int, tuple[str, Any]]
"""Name and value of each property by step: many sets share the same few."""


def _values(definition: Any, properties: _Properties) -> dict[str, Any]:
    """Read one property set or one set of quantities."""
    values: dict[str, Any] = {}
    kind = definition.is_a()
    if kind == "IfcElementQuantity":
        for quantity in definition[5] or ():
            amount = number(quantity[3]) if len(quantity) > 3 else None
            if amount is not None:
                values[text(quantity[0]) or "?"] = amount
    elif kind == "IfcPropertySet":
        for item in definition.get_argument(4) or ():
            step = item.id()
            held = properties.get(step)
            if held is None:
                value = _property(item)
                held = properties[step] = ("", None) if value is None else (text(item[0]) or "?", value)
            if held[1] is not None:
                values[held[0]] = held[1]
    return values


def _property(item: Any) -> Any:
    """Read one property; of enumerations and lists all values, of other kinds none."""
    if item.is_a("IfcPropertySingleValue"):
        return _plain(item[2])
    several = get(item, "EnumerationValues") or get(item, "ListValues")
    return [_plain(one) for one in several] if several else None


def _plain(value: Any) -> Any:
    """Take a value out of its measure; texts, numbers and truth values only."""
    inner = None if value is None else value[0]
    if isinstance(inner, float) and not math.isfinite(inner):
        return None
    return inner if isinstance(inner, str | int | float | bool) else None


class Placements:
    """Placements as matrices in metres, each worked out once."""

    def __init__(self, scale: float) -> None:
        """Take the metres of one length unit."""
        self._scale = scale
        self._known: dict[int, NDArray[np.float64] | None] = {}

    def of(self, product: Any) -> NDArray[np.float64] | None:
        """Give the matrix of a product, shape (4, 4), or None where it has no readable placement."""
        matrix = self._matrix(get(product, "ObjectPlacement"), 0)
        if matrix is None:
            return None
        matrix = matrix.copy()
        matrix[:3, 3] *= self._scale
        return matrix

    def _matrix(self, placement: Any, depth: int) -> NDArray[np.float64] | None:
        relative = get(placement, "RelativePlacement")
        if relative is None or depth > _DEEPEST:
            return None
        step = placement.id()
        if step not in self._known:
            own = axes(relative)
            parent_placement = get(placement, "PlacementRelTo")
            parent = np.eye(4) if parent_placement is None else self._matrix(parent_placement, depth + 1)
            self._known[step] = None if own is None or parent is None else parent @ own
        return self._known[step]


def axes(placement: Any) -> NDArray[np.float64] | None:
    """Read an IfcAxis2Placement3D or 2D as a matrix; x is made square to z, as the standard says."""
    origin = vector(get(get(placement, "Location"), "Coordinates"))
    if origin is None:
        return None
    z = vector(get(get(placement, "Axis"), "DirectionRatios"))
    x = vector(get(get(placement, "RefDirection"), "DirectionRatios"))
    z = _unit(z) if z is not None else None
    z = np.array([0.0, 0.0, 1.0]) if z is None else z
    x = np.array([1.0, 0.0, 0.0]) if x is None else x
    along = _unit(x - z * float(x @ z))
    if along is None:
        return None
    matrix = np.eye(4)
    matrix[:3, 0], matrix[:3, 1], matrix[:3, 2], matrix[:3, 3] = along, np.cross(z, along), z, origin
    return matrix


def vector(values: Any) -> NDArray[np.float64] | None:
    """Give three numbers, the third 0 where there are two; None where they are no numbers."""
    if not isinstance(values, tuple | list):  # nothing, or a single number where a reference went astray
        return None
    read = [number(value) for value in values]
    if not 2 <= len(read) <= 3 or any(value is None for value in read):
        return None
    return np.array([*read, 0.0][:3], dtype=np.float64)


def _unit(values: NDArray[np.float64]) -> NDArray[np.float64] | None:
    length = float(np.linalg.norm(values))
    return values / length if length > 1e-9 else None
